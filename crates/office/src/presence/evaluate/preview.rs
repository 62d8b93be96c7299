//! What a month would come to by other facts or another law; stored nowhere.

use civil::Month;
use rules::day::DayRecord;

use super::{
    Applied, Evaluated,
    month_law::{Computed, Days, MonthLaw},
};
use crate::{Office, allowance::StatementDoc, presence::gather::PersonMonth};

/// The law of a month, to hold facts against that are stored nowhere.
pub(crate) struct Preview<'o> {
    office: &'o Office,
    month: Month,
    applied: Applied,
}

impl Office {
    /// The law of this office as it is applied to a month in a given way.
    pub(crate) fn preview_by(&self, month: Month, applied: Applied) -> Preview<'_> {
        Preview { office: self, month, applied }
    }
}

impl Preview<'_> {
    /// What months of people come to by these facts, in their order; `None` for who does not serve
    /// in the month.
    pub(crate) fn months<'f>(
        &self,
        facts: impl IntoIterator<Item = &'f PersonMonth>,
    ) -> Vec<Option<(Vec<DayRecord>, StatementDoc)>> {
        let mut law = MonthLaw::compile(self.office, self.month, &self.applied);
        let mut total = Evaluated::default();
        facts
            .into_iter()
            .map(|facts| {
                let computed = law.compute(facts, &Days::All, None, &mut total)?;
                let Computed { state: _, records, doc } = computed;
                Some((records, doc))
            })
            .collect()
    }
}
