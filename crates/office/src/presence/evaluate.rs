//! What is to be evaluated: everybody of a month, or only what is stale.
//!
//! Stale is what a new, corrected or newly attached punch touches, what a new fact touches, what
//! another law touches, and days that were not over when they were last looked at. There is no mark
//! of a last run to forget.

mod applied;
mod month_law;
mod plans;
mod preview;
mod span;

pub(crate) use applied::Applied;

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId};
use jiff::civil::Date;
use storage::presence::{People, StaleMark};

use self::month_law::{Days, MonthLaw};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Most marks of a refresh worked off at a time.
const MARKS_AT_ONCE: u32 = 100_000;

/// What an evaluation did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Evaluated {
    /// People whose month was computed.
    pub people: u64,
    /// Days that were evaluated.
    pub days: u64,
    /// Days that came out otherwise than they were stored.
    pub changed: u64,
    /// People for whom the law is silent, and about what.
    pub silent: Vec<Silent>,
}

/// The law is silent about a person's month.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Silent {
    /// Whose.
    pub nip: String,
    /// What it says nothing about.
    pub reason: String,
}

impl Office {
    /// Evaluates everybody of `people` in `month` from nothing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`], or [`OfficeError::BadInput`] if the month
    /// is after the next one. Where the law is silent about somebody, the others are evaluated all
    /// the same.
    pub async fn evaluate_month(
        &self,
        actor: &Actor,
        month: Month,
        people: &People,
    ) -> Result<Evaluated, OfficeError> {
        let of_months = self.evaluate_months(actor, &[month], people).await?;
        Ok(of_months.into_iter().next().expect("one month was evaluated"))
    }

    /// Evaluates everybody of `people` in several months from nothing, in the order given, and
    /// tells what it did in each. A day at the edge of two months stays stale until both were
    /// evaluated since it became so: months that follow each other are best given at once.
    ///
    /// # Errors
    ///
    /// As [`Office::evaluate_month`].
    pub async fn evaluate_months(
        &self,
        actor: &Actor,
        months: &[Month],
        people: &People,
    ) -> Result<Vec<Evaluated>, OfficeError> {
        let scope = match people {
            People::Of(skpd) => Scope::Skpd(skpd),
            People::All | People::These(_) => Scope::Regency,
        };
        actor.require(Permission::Evaluate, scope)?;
        months.iter().try_for_each(|month| self.require_reach(*month))?;
        let among = |month: &Month| months.contains(month);
        // All marks before all facts. Of those that are cleared in any case the ids are enough:
        // after months of deliveries there may be a million.
        let (mut done, mut at_edges) = (Vec::new(), Vec::new());
        for month in months.iter().copied().collect::<BTreeSet<Month>>() {
            let marks = self.store.stale_marks(people, Some(month), u32::MAX).await?;
            for mark in marks.into_iter().filter(|mark| Month::of(mark.from) == month) {
                if months_of(&mark).all(|of_mark| among(&of_mark)) {
                    done.push(mark.id);
                } else {
                    at_edges.push(mark);
                }
            }
        }
        let facts = self.store.facts(people).await?;
        let everybody: BTreeSet<PersonId> = facts.into_iter().map(|fact| fact.person).collect();
        let applied = self.applied_law().await?;
        let mut of_months = Vec::with_capacity(months.len());
        for month in months {
            let work = everybody.iter().map(|person| (*person, Days::All)).collect();
            of_months.push(MonthLaw::compile(self, *month, &applied).evaluate(work).await?);
        }
        let beside = self.months_beside(&at_edges).await?;
        at_edges.retain(|mark| {
            own_months(mark).all(|month| among(&month))
                && months_of(mark).all(|month| among(&month) || !beside.contains(&month))
        });
        done.extend(at_edges.iter().map(|mark| mark.id));
        self.clear(&done).await?;
        Ok(of_months)
    }

    /// Evaluates what is stale of `people` in `month`. Nothing to do costs a few short queries.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn refresh(&self, month: Month, people: &People) -> Result<Evaluated, OfficeError> {
        let marks = self.store.stale_marks(people, Some(month), MARKS_AT_ONCE).await?;
        let applied = self.applied_law().await?;
        let settled_by = applied.settled_by(month, self.zone);
        let outdated =
            self.store.months_outdated(people, month, &applied.version, settled_by).await?;
        // A mark at the edge of the month may lie in the month beside it, so that one comes too.
        let mut months: BTreeSet<Month> = marks.iter().flat_map(own_months).collect();
        months.insert(month);
        let mut total = Evaluated::default();
        for of_mark in &months {
            let mut work = stale_days(&marks, *of_mark);
            if *of_mark == month {
                work.extend(outdated.iter().map(|person| (*person, Days::All)));
            }
            total.add(MonthLaw::compile(self, *of_mark, &applied).evaluate(work).await?);
        }
        for beside in self.months_beside(&marks).await?.difference(&months) {
            let work = stale_days(&marks, *beside);
            total.add(MonthLaw::compile(self, *beside, &applied).evaluate(work).await?);
        }
        let done: Vec<i64> = marks.iter().map(|mark| mark.id).collect();
        self.clear(&done).await?;
        Ok(total)
    }

    /// Evaluates whatever is stale in any month. For the running server and after imports.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn refresh_all(&self, actor: &Actor) -> Result<Evaluated, OfficeError> {
        actor.require(Permission::Evaluate, Scope::Regency)?;
        let marks = self.store.stale_marks(&People::All, None, MARKS_AT_ONCE).await?;
        let mut total = Evaluated::default();
        // What lies beside a month is refreshed with it.
        for month in marks.iter().flat_map(own_months).collect::<BTreeSet<_>>() {
            let people: BTreeSet<PersonId> = marks
                .iter()
                .filter(|mark| mark.touches(month))
                .filter_map(|mark| mark.person)
                .collect();
            let people = People::These(people.into_iter().collect());
            total.add(self.refresh(month, &people).await?);
        }
        Ok(total)
    }

    /// The months beside those of marks that the marks touch and of which anything is stored. Of
    /// any other nothing can be stale: it is evaluated whole when somebody first asks for it, or
    /// when a punch of its own comes. To be asked once the months of the marks are evaluated: who
    /// was storing the month beside from older readings has stored it by then.
    async fn months_beside(&self, marks: &[StaleMark]) -> Result<BTreeSet<Month>, OfficeError> {
        let outside = |mark: &StaleMark| {
            let own: Vec<Month> = own_months(mark).collect();
            months_of(mark).filter(move |month| !own.contains(month))
        };
        let mut beside = BTreeSet::new();
        for month in marks.iter().flat_map(outside).collect::<BTreeSet<_>>() {
            if !self.store.month_totals(month).await?.is_empty() {
                beside.insert(month);
            }
        }
        Ok(beside)
    }

    /// The law as it is applied now.
    pub(crate) async fn applied_law(&self) -> Result<Applied, OfficeError> {
        let sign_offs = self.store.sign_offs().await?;
        let payable = self.lawbook.payable(&sign_offs);
        Ok(Applied::at(self.wall_now(), &self.lawbook, payable))
    }

    /// Clears marks whose months are evaluated.
    async fn clear(&self, marks: &[i64]) -> Result<(), OfficeError> {
        if !marks.is_empty() {
            self.store.save_months(&[], marks).await?;
        }
        Ok(())
    }
}

impl Evaluated {
    fn add(&mut self, other: Self) {
        self.people += other.people;
        self.days += other.days;
        self.changed += other.changed;
        self.silent.extend(other.silent);
    }
}

/// The days of each person that marks touch in a month.
fn stale_days(marks: &[StaleMark], month: Month) -> BTreeMap<PersonId, Days> {
    let mut work = BTreeMap::new();
    for mark in marks {
        let Some(person) = mark.person else { continue };
        let days: Vec<Date> = neighbourhood(mark.from, mark.until, month).collect();
        if days.is_empty() {
            continue;
        }
        if let Days::Only(dates) = work.entry(person).or_insert_with(|| Days::Only(BTreeSet::new()))
        {
            dates.extend(days);
        }
    }
    work
}

/// The months a mark touches, with the days beside it. A span that ends with its month is a part
/// of a longer one, whose other parts have marks of their own.
fn months_of(mark: &StaleMark) -> impl Iterator<Item = Month> + use<> {
    let (from, until) = if mark.from == mark.until {
        (mark.from.yesterday().unwrap_or(mark.from), mark.until.tomorrow().unwrap_or(mark.until))
    } else {
        (mark.from, mark.until)
    };
    months_between(from, until)
}

/// The months in which a mark's own days lie.
fn own_months(mark: &StaleMark) -> impl Iterator<Item = Month> + use<> {
    months_between(mark.from, mark.until)
}

fn months_between(from: Date, until: Date) -> impl Iterator<Item = Month> + use<> {
    let until = Month::of(until);
    std::iter::successors(Some(Month::of(from)), |month| month.checked_next())
        .take_while(move |month| *month <= until)
}

/// The days a mark touches in the month, and their neighbours: a scan after midnight may belong
/// to the shift of the day before.
fn neighbourhood(from: Date, until: Date, month: Month) -> impl Iterator<Item = Date> {
    let from = from.yesterday().unwrap_or(from).max(month.first());
    let until = until.tomorrow().unwrap_or(until).min(month.last());
    month.days().filter(move |day| (from..=until).contains(day))
}
