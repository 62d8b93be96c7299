//! How far the delivery is: a bar on a terminal, else a line a month.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use indicatif::{ProgressBar, ProgressStyle};
use sim::{Event, Regency, Wave};

use crate::output;

/// Deliveries on the way. Sites times waves are the way: how many punches there are in all is known
/// at the end only.
pub(super) struct Deliveries {
    bar: ProgressBar,
    punches: Arc<AtomicU64>,
}

impl Deliveries {
    pub(super) fn begin(regency: &Regency) -> Self {
        let steps = regency.sites().len() * regency.waves().len();
        // Not drawn where standard error is no terminal.
        let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
        let style = ProgressStyle::with_template("{bar:32} {percent:>3} %  {msg}")
            .expect("a well-formed template");
        bar.set_style(style);
        Self { bar, punches: Arc::default() }
    }

    /// Who is told of deliveries.
    pub(super) fn witness(&self) -> Arc<dyn Fn(Event<'_>) + Send + Sync> {
        let (bar, total) = (self.bar.clone(), self.punches.clone());
        Arc::new(move |event| {
            let Event::SiteDone { wave, done, sites, punches } = event else { return };
            let punches = u64::try_from(punches).unwrap_or(0);
            let so_far = total.fetch_add(punches, Ordering::Relaxed) + punches;
            bar.inc(1);
            bar.set_message(format!("{so_far} punches delivered"));
            if bar.is_hidden() && done == sites {
                let what = match wave {
                    Wave::BeforeSilence => "what silent terminals had said".to_owned(),
                    Wave::Month(month) => month.to_string(),
                    Wave::Backlog => "what was held back without a line".to_owned(),
                };
                output::progress(&format!("delivered {what}; {so_far} punches so far\n"));
            }
        })
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
