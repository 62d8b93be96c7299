//! Many months at once, brought up to date without asking month by month whether they are.

use std::collections::BTreeSet;

use civil::Month;
use storage::{presence::People, years::MonthKept};

use super::{MARKS_AT_ONCE, months_of};
use crate::{Office, OfficeError};

/// A month with fewer than one punch for so many of the busiest month lies before the terminals were
/// there: a few punches of a clock that stood wrong are no record of anybody.
const BUSIEST_TO_RECORDED: u64 = 10;

impl Office {
    /// The months of a span by which anything can be said, brought up to date. Where all are,
    /// three queries tell so. A month without punches, or before the terminals recorded in
    /// earnest, accuses nobody and is left out. `serving` tells how many of the people serve in a
    /// month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub(crate) async fn refresh_span(
        &self,
        people: &People,
        serving: &(dyn Fn(Month) -> u64 + Sync),
        span: (Month, Month),
    ) -> Result<Vec<Month>, OfficeError> {
        let these = match people {
            People::These(these) => Some(these.as_slice()),
            People::All | People::Of(_) => None,
        };
        let applied = self.applied_law().await?;
        let marks = self.store.stale_marks(people, None, MARKS_AT_ONCE).await?;
        let stale: BTreeSet<Month> = marks.iter().flat_map(months_of).collect();
        let kept = self.store.months_kept(these, span, &applied.version).await?;
        let mut known = Vec::new();
        for MonthKept { month, people: current, evaluated, .. } in recorded(&kept) {
            let settled = applied.settled_by(month, self.zone);
            let is_current = current == serving(month)
                && evaluated.is_none_or(|at| at >= settled)
                && !stale.contains(&month);
            if self.reaches(month) && !is_current {
                self.refresh(month, people).await?;
            }
            known.push(month);
        }
        Ok(known)
    }
}

/// The months in which terminals recorded, from the first in earnest.
fn recorded(kept: &[MonthKept]) -> impl Iterator<Item = MonthKept> {
    let busiest = kept.iter().map(|month| month.punches).max().unwrap_or(0);
    kept.iter()
        .copied()
        .skip_while(move |month| month.punches.saturating_mul(BUSIEST_TO_RECORDED) < busiest)
        .filter(|month| month.punches > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_clock_and_a_month_without_punches_accuse_nobody() {
        let kept = |month: &str, punches| MonthKept {
            month: month.parse().unwrap(),
            people: 3,
            evaluated: None,
            punches,
        };
        let months =
            [kept("2026-02", 3), kept("2026-08", 90), kept("2026-09", 0), kept("2026-10", 5)];
        let known: Vec<String> = recorded(&months).map(|kept| kept.month.to_string()).collect();
        assert_eq!(known, ["2026-08", "2026-10"]);
        assert_eq!(recorded(&[kept("2026-01", 0)]).count(), 0);
    }
}
