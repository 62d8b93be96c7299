//! Where one person stands in a year, as the person and who may see the person see it.

use civil::{Employment, Month, Nip};
use jiff::civil::Date;
use rules::{day::DayRecord, discipline::ladder_on};
use serde::Serialize;
use storage::{
    matters::{MatterFilter, MatterKind, Whose},
    presence::People,
};

use super::{
    ListedCase, SanctionSaid, YearCounted,
    alert::sanctions,
    counted::{records, serves_in},
};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    presence::{Seen, state_on},
};

/// A year of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisciplineYear {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// Position.
    pub position: String,
    /// Whether it is the reader.
    #[serde(skip)]
    pub own: bool,
    /// Whether the reader may open a case.
    #[serde(skip)]
    pub may_open: bool,
    /// The calendar year.
    pub year: i16,
    /// The last day that was looked at.
    pub until: Date,
    /// What the year comes to.
    #[serde(flatten)]
    pub counted: YearCounted,
    /// The days that are known, in order.
    #[serde(skip)]
    pub days: Vec<DayRecord>,
    /// All cases of the person, the newest first.
    pub cases: Vec<ListedCase>,
    /// Sanctions of the ladder that holds on the last day.
    #[serde(skip)]
    pub ladder: Vec<SanctionSaid>,
    /// The first year in which the person serves.
    #[serde(skip)]
    pub first_year: i16,
}

impl Office {
    /// Where a person stands in a year, brought up to date first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`];
    /// [`OfficeError::BadInput`] for a year that has not begun.
    pub async fn discipline_year(
        &self,
        actor: &Actor,
        nip: &Nip,
        year: i16,
    ) -> Result<DisciplineYear, OfficeError> {
        let year = self.year(year)?;
        let Seen { person, state, facts } = self.seen_in(actor, nip, Month::of(year.until)).await?;
        let people = People::These(vec![person]);
        let serving = |month| u64::from(serves_in(&facts, month));
        let known = self.refresh_span(&people, &serving, year.span).await?;
        let days = self.store.days(&[person], year.span).await?;
        let records = records(&days, person, &known)?;
        let nobody = || OfficeError::not_found("person with NIP", nip.to_string());
        let counted = year.count(&records, &facts, self.lawbook.law()).ok_or_else(nobody)?;
        let filter = MatterFilter {
            kinds: vec![MatterKind::Case],
            ..MatterFilter::of(Whose::Of(vec![person]))
        };
        let mut cases = self.store.matters(&filter).await?;
        cases.sort_by_key(|matter| std::cmp::Reverse(matter.id));
        let today = self.today();
        let state_now = state_on(&facts, today).unwrap_or(&state);
        let own = actor.person() == Some(person);
        let of_year = |record: &DayRecord| record.date.year() == year.year;
        Ok(DisciplineYear {
            nip: state_now.nip.to_string(),
            name: state_now.name.clone(),
            skpd: state_now.skpd.to_string(),
            position: state_now.position.clone(),
            own,
            may_open: !own && actor.may(Permission::HandleDiscipline, Scope::Skpd(&state_now.skpd)),
            year: year.year,
            until: year.until,
            counted,
            days: records.into_iter().filter(of_year).collect(),
            cases: cases.iter().map(|matter| ListedCase::of(matter, today)).collect(),
            ladder: self.ladder_of(state_now.employment, year.until),
            first_year: facts.first().map_or(year.year, |fact| fact.valid_from.year()),
        })
    }

    /// Sanctions of the ladder for a kind of employment, the one for days in a row last; none where
    /// the law has no ladder.
    fn ladder_of(&self, employment: Employment, on: Date) -> Vec<SanctionSaid> {
        let ladder = ladder_on(self.lawbook.law(), employment, on);
        ladder.map_or_else(|_| Vec::new(), |(_, value)| sanctions(value))
    }
}
