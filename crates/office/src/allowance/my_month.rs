//! A month of one person, as the person sees it: the days, what each cost, and what was cut so
//! far.

use civil::{Month, Nip};
use jiff::civil::Date;
use rules::day::DayRecord;
use storage::presence::People;

use super::StatementDoc;
use crate::{Actor, Office, OfficeError, presence::Seen};

/// A month of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyMonth {
    /// Number.
    pub nip: Nip,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// First day of which anything is known about the person.
    pub since: Date,
    /// The month.
    pub month: Month,
    /// What the wall shows.
    pub today: Date,
    /// The days in order.
    pub days: Vec<DayRecord>,
    /// The statement.
    pub statement: StatementDoc,
}

impl MyMonth {
    /// What a day cost, over all its lines; sums over the month are not dealt out to days.
    #[must_use]
    pub fn cut_of(&self, date: Date) -> i64 {
        let day = [date.day()];
        let lines = self.statement.lines.iter();
        lines.filter(|line| line.days == day).map(|line| line.amount).sum()
    }
}

impl Office {
    /// A person's month, brought up to date first; `None` if there is nothing in that month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`].
    pub async fn my_month(
        &self,
        actor: &Actor,
        nip: &Nip,
        month: Month,
    ) -> Result<Option<MyMonth>, OfficeError> {
        let Seen { person, state, since } = self.seen_in(actor, nip, month).await?;
        self.refresh(month, &People::These(vec![person])).await?;
        let stored = self.stored_month(person, month).await?;
        Ok(stored.map(|(days, statement)| MyMonth {
            nip: state.nip,
            name: state.name,
            skpd: state.skpd.to_string(),
            since,
            month,
            today: self.today(),
            days,
            statement,
        }))
    }
}
