//! A month of one person, as the person sees it: the days, what each cost, and what was cut so
//! far.

use civil::{Month, Nip};
use jiff::civil::Date;
use rules::day::DayRecord;
use storage::presence::People;

use super::StatementDoc;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    presence::{ExplainedDay, Seen, state_on},
};

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
    /// The day asked for, explained.
    pub opened: Option<ExplainedDay>,
    /// Whether the person works by turns, which can be exchanged.
    pub by_turns: bool,
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
    /// A person's month, brought up to date first, with the day `open` explained if it has come;
    /// `None` if there is nothing in that month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`].
    pub async fn my_month(
        &self,
        actor: &Actor,
        nip: &Nip,
        month: Month,
        open: Option<Date>,
    ) -> Result<Option<MyMonth>, OfficeError> {
        let Seen { person, state, facts } = self.seen_in(actor, nip, month).await?;
        if !self.reaches(month) {
            return Ok(None);
        }
        self.refresh(month, &People::These(vec![person])).await?;
        let stored = self.stored_month(person, month).await?;
        let Some((days, statement)) = stored else { return Ok(None) };
        let today = self.today();
        let open = open.filter(|date| *date <= today);
        let record = days.iter().find(|record| Some(record.date) == open);
        let opened = match record.and_then(|record| Some((record, state_on(&facts, record.date)?)))
        {
            Some((record, state)) => {
                // Who moved in the month may have been another organisation's on that day.
                actor.require(Permission::SeePerson, Scope::Person(person, &state.skpd))?;
                Some(self.explain_record(person, (state, &facts), record, &statement).await?)
            }
            None => None,
        };
        let by_turns = self.works_by_turns(state.schedule.pattern(), month.last());
        Ok(Some(MyMonth {
            by_turns,
            nip: state.nip,
            name: state.name,
            skpd: state.skpd.to_string(),
            since: facts.first().map_or(month.first(), |fact| fact.valid_from),
            month,
            today,
            days,
            statement,
            opened,
        }))
    }
}
