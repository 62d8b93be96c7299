//! Asking for a corrected day: "I was here at 07.25, the terminal was dead".

use civil::{Month, Nip, PersonId, Wall};
use jiff::civil::{Date, DateTime};
use rules::roster::Roster;
use storage::{
    matters::{Matter, MatterFilter, MatterKind, Waiting, Whose},
    people::{PersonFact, PersonState},
};

use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::{
        Asked, Asking, Cause, CorrectionAsked, Mistake, OpenedMatter, Posts, REASON_CHARS_MAX,
    },
    presence::state_on,
    proof::{NewProof, Proof},
};

/// Most days of one request.
pub const DAYS_MAX: usize = 31;

/// Oldest month that can be corrected, counted back from the running one: a slip in the year is
/// more likely than a day that far back.
const MONTHS_BACK_MAX: i32 = 12;

/// Minute of the day before which a departure without an arrival is of the next morning, where a
/// shift ends after midnight.
const NOON_MINUTE: u16 = 720;

/// A day and when the person says to have been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorrectedDay {
    /// The day on which the shift began.
    pub date: Date,
    /// Minute of the day of the arrival, if the terminal does not know it.
    pub arrived: Option<u16>,
    /// Minute of the day of the departure, if the terminal does not know it; one before the arrival
    /// or the shift's begin is of the next morning.
    pub left: Option<u16>,
}

/// A request for corrected days, with one reason and the same proofs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionRequest {
    /// Whose days.
    pub nip: Nip,
    /// Which.
    pub days: Vec<CorrectedDay>,
    /// Why the terminal does not know.
    pub cause: Cause,
    /// In the person's words.
    pub reason: String,
    /// Files.
    pub proofs: Vec<NewProof>,
}

impl Office {
    /// Asks for corrected days: a matter a day, so that each can be decided by itself.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] for anybody else's days; [`OfficeError::Mistake`] if a day or time
    /// cannot be, is of the future or waits for a decision already, [`OfficeError::Proof`] if a file
    /// cannot be taken: then nothing is asked.
    pub async fn request_correction(
        &self,
        actor: &Actor,
        request: CorrectionRequest,
    ) -> Result<Vec<OpenedMatter>, OfficeError> {
        let CorrectionRequest { nip, days, cause, reason, proofs } = request;
        let facts = self.store.facts_by_nip(&nip).await?;
        let Some(person) = facts.first().map(|fact| fact.person) else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        let reason = reason.trim().to_owned();
        check_whole(&days, &reason)?;
        let days_asked = days.iter().map(|day| day.date);
        let span = days_asked.clone().min().zip(days_asked.max());
        let span = span.expect("at least one day was asked for");
        let roster = self.roster_around(person, span).await?;
        let mut checked = Vec::with_capacity(days.len());
        for day in &days {
            let state = self.state_to_correct(actor, (person, &facts), day.date)?;
            let times = self.times(day, (state, &roster))?;
            checked.push((day.date, state, times));
        }
        let known = self.corrections_of(person).await?;
        for day in &days {
            let waits = known.iter().any(|matter| {
                matter.opened.from == day.date && matter.opened.standing.desk.is_some()
            });
            if waits {
                return Err(Mistake::WaitsAlready(day.date).into());
            }
        }
        let proofs = self.keep_proofs(proofs).await?;
        let posts = self.posts().await?;
        let said = Said { cause, reason, proofs };
        let mut asking = Vec::with_capacity(checked.len());
        for (date, state, times) in checked {
            let before = known.iter().filter(|matter| matter.opened.from == date).count();
            let key = Some(format!("{} {date} {before}", person.0));
            let asked = self.correction((person, state), (date, times), &said, &posts).await?;
            let asked = Asked::Correction(asked);
            asking.push(Asking {
                person: Some(person),
                skpd: state.skpd.clone(),
                subject: state.nip.to_string(),
                span: (date, date),
                key,
                asked,
            });
        }
        self.open(actor, "presence.request_correction", asking).await
    }

    /// The oldest day that can still be corrected.
    #[must_use]
    pub fn oldest_to_correct(&self) -> Date {
        let back = jiff::Span::new().months(MONTHS_BACK_MAX);
        Month::of(self.today()).first().saturating_sub(back)
    }

    /// Days of a month for which the actor has asked for a correction that waits, each with the
    /// number of the request.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn days_asked_for(
        &self,
        actor: &Actor,
        month: Month,
    ) -> Result<Vec<(Date, i64)>, OfficeError> {
        let Some(person) = actor.person() else { return Ok(Vec::new()) };
        let filter = MatterFilter {
            kinds: vec![MatterKind::Correction],
            waiting: Waiting::Yes,
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(Whose::Of(vec![person]))
        };
        let matters = self.store.matters(&filter).await?;
        Ok(matters.iter().map(|matter| (matter.opened.from, matter.id)).collect())
    }

    /// What holds about a person on a day that may be corrected.
    fn state_to_correct<'f>(
        &self,
        actor: &Actor,
        (person, facts): (PersonId, &'f [PersonFact]),
        date: Date,
    ) -> Result<&'f PersonState, OfficeError> {
        let today = self.today();
        if date > today {
            return Err(Mistake::Ahead(date).into());
        }
        let oldest = self.oldest_to_correct();
        if date < oldest {
            return Err(Mistake::TooLongAgo { date, oldest }.into());
        }
        let state = state_on(facts, date).filter(|state| state.in_service);
        let state = state.ok_or(Mistake::NotInService(date))?;
        actor.require(Permission::Ask, Scope::Person(person, &state.skpd))?;
        Ok(state)
    }

    /// The times as readings of the wall.
    fn times(
        &self,
        day: &CorrectedDay,
        (state, roster): (&PersonState, &Roster),
    ) -> Result<Vec<DateTime>, OfficeError> {
        let CorrectedDay { date, arrived, left } = *day;
        let at = |minute: u16| Wall::midnight(date).plus_seconds(i64::from(minute) * 60);
        let crosses = self.shift_crosses_midnight((state, roster), date)?;
        let left = left.map(|left| {
            let early = arrived.map_or(left < NOON_MINUTE, |arrived| left < arrived);
            at(left).plus_seconds(if crosses && early { 86_400 } else { 0 })
        });
        let times: Vec<Wall> = arrived.map(at).into_iter().chain(left).collect();
        if times.is_empty() {
            return Err(Mistake::NoTime(date).into());
        }
        if let [arrived, left] = times.as_slice()
            && left <= arrived
        {
            return Err(Mistake::Backwards(date).into());
        }
        if times.iter().any(|time| *time > self.wall_now()) {
            return Err(Mistake::TimeAhead(date).into());
        }
        Ok(times.into_iter().map(Wall::datetime).collect())
    }

    /// Whether a shift of the day ends after midnight.
    pub(in crate::presence) fn shift_crosses_midnight(
        &self,
        (state, roster): (&PersonState, &Roster),
        date: Date,
    ) -> Result<bool, OfficeError> {
        let law = self.lawbook.law();
        let held = (&state.schedule, roster);
        let plan = rules::plan::Plan::rostered(law, held, (date, date), self.today())?;
        let plan = plan.day(date).expect("a plan covers the day it was compiled for");
        Ok(plan.shifts.iter().any(|shift| shift.ends > 86_400))
    }

    async fn correction(
        &self,
        (person, state): (PersonId, &PersonState),
        (date, times): (Date, Vec<DateTime>),
        said: &Said,
        posts: &Posts,
    ) -> Result<CorrectionAsked, OfficeError> {
        let witnesses = self.witnesses((person, state), &times).await?;
        let chain = self.correction_chain((person, state), posts);
        let Said { cause, reason, proofs } = said.clone();
        Ok(CorrectionAsked { date, times, cause, reason, proofs, witnesses, chain })
    }

    /// Requests of the person for corrected days, of all time.
    async fn corrections_of(&self, person: PersonId) -> Result<Vec<Matter>, OfficeError> {
        let filter = MatterFilter {
            kinds: vec![MatterKind::Correction],
            waiting: Waiting::Any,
            ..MatterFilter::of(Whose::Of(vec![person]))
        };
        Ok(self.store.matters(&filter).await?)
    }
}

/// What is said of all days of a request.
#[derive(Clone, Debug)]
struct Said {
    cause: Cause,
    reason: String,
    proofs: Vec<Proof>,
}

fn check_whole(days: &[CorrectedDay], reason: &str) -> Result<(), Mistake> {
    if days.is_empty() {
        return Err(Mistake::NoDay);
    }
    if days.len() > DAYS_MAX {
        return Err(Mistake::TooManyDays { days: days.len(), most: DAYS_MAX });
    }
    let mut dates: Vec<Date> = days.iter().map(|day| day.date).collect();
    dates.sort_unstable();
    let twice = dates.iter().zip(dates.iter().skip(1)).find(|(one, next)| one == next);
    if let Some((twice, _)) = twice {
        return Err(Mistake::Twice(*twice));
    }
    if reason.is_empty() {
        return Err(Mistake::NoReason);
    }
    if reason.chars().count() > REASON_CHARS_MAX {
        return Err(Mistake::ReasonTooLong(REASON_CHARS_MAX));
    }
    Ok(())
}
