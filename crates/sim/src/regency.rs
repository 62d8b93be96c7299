//! An invented regency: what there is to know about it.

use civil::{Month, Wall};
use jiff::civil::{Date, Weekday};
use rules::law::NotInForce;

use crate::{
    calendar::Calendar,
    chance::{Chance, Stream},
    invent::{office_hours, productivity_bp},
    person::{Occurrence, Person, Productivity},
    place::{HungTerminal, Organisation, Site, SiteKind},
};

/// Of a thousand people of offices, how many miss the apel of a Monday without a reason.
const MISSED_APEL_PERMILLE: usize = 14;

/// Everything that was planned, in basis points.
const ALL_REACHED_BP: u32 = 10_000;

/// What a regency is invented from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Where chance begins.
    pub seed: u64,
    /// How many people.
    pub people: u32,
    /// How many calendar months; the last is the running one, as far as it has come.
    pub months: u8,
    /// The present, on the regency's wall: nobody has punched after it.
    pub now: Wall,
}

/// An invented regency. Nothing in it is about a real person or place.
#[derive(Clone, Debug)]
pub struct Regency {
    pub(crate) recipe: Recipe,
    pub(crate) months: Vec<Month>,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) sites: Vec<Site>,
    pub(crate) terminals: Vec<HungTerminal>,
    pub(crate) people: Vec<Person>,
    pub(crate) calendar: Calendar,
    pub(crate) silent_since: Wall,
    /// Whom the example account of a pegawai is about.
    pub(crate) example: usize,
}

/// A regency that cannot be invented.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SimError {
    /// Too few people, or too many.
    #[error("a regency has {least} to {most} people; choose a number between them")]
    People {
        /// Fewest.
        least: u32,
        /// Most.
        most: u32,
    },
    /// No month, or too many.
    #[error("the example covers 1 to {most} months; choose a number between them")]
    Months {
        /// Most.
        most: u8,
    },
    /// The law has no hours for a kind of site.
    #[error("{0}; the example regency is \"contoh\", whose law is complete")]
    LawSilent(#[from] NotInForce),
}

impl Regency {
    /// What it was invented from.
    #[must_use]
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// Its months, in order; the last is the running one.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// The month before the running one, if it is covered: the one to show first.
    #[must_use]
    pub fn last_whole_month(&self) -> Option<Month> {
        self.months.iter().rev().nth(1).copied()
    }

    /// Its organisations.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// Where people work.
    #[must_use]
    pub fn sites(&self) -> &[Site] {
        &self.sites
    }

    /// What hangs on the walls, the waiting terminal last.
    #[must_use]
    pub fn terminals(&self) -> &[HungTerminal] {
        &self.terminals
    }

    /// When some terminals were heard for the last time: about two working days before the
    /// present. For the office to see them silent, its clock shows this while it is told by
    /// [`crate::register`] and while [`crate::Wave::BeforeSilence`] is delivered.
    #[must_use]
    pub fn silent_since(&self) -> Wall {
        self.silent_since
    }

    /// Everybody who punches, the stranger last.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Whom the example account of a pegawai is about.
    #[must_use]
    pub fn example(&self) -> &Person {
        self.people.get(self.example).expect("the example is one of the people")
    }

    /// Results of work in the months that are over; but for the month that is closed a few are
    /// missing.
    pub fn productivity(&self) -> impl Iterator<Item = Productivity> {
        let today = self.recipe.now.date();
        let over = self.months.iter().filter(move |month| month.last() < today);
        over.flat_map(move |month| {
            self.people.iter().enumerate().filter(|(_, person)| person.known).filter_map(
                move |(person, _)| {
                    let reached_bp = productivity_bp(self.recipe.seed, person, *month);
                    let closed = self.closed_month() == Some(*month);
                    let reached_bp = reached_bp.or_else(|| closed.then_some(ALL_REACHED_BP))?;
                    Some(Productivity { person, month: *month, reached_bp })
                },
            )
        })
    }

    /// Missed apel, and one reprimand.
    #[must_use]
    pub fn occurrences(&self) -> Vec<Occurrence> {
        let schedule = office_hours();
        let today = self.recipe.now.date();
        let mondays: Vec<Date> = self
            .months
            .iter()
            .flat_map(|month| month.days())
            .filter(|day| day.weekday() == Weekday::Monday && *day < today)
            .filter(|day| self.calendar.works(&schedule, *day))
            .collect();
        let mut occurrences = Vec::new();
        for (index, person) in self.people.iter().enumerate().filter(|(_, person)| person.known) {
            let mut chance = Chance::of(self.recipe.seed, Stream::Fate, index, 2);
            for day in &mondays {
                let misses = chance.permille(MISSED_APEL_PERMILLE);
                let post = person.post_on(*day);
                let in_office =
                    post.is_some_and(|post| post.schedule == schedule && self.is_office(post.site));
                if misses && in_office && person.excuse_on(*day).is_none() {
                    occurrences.push(Occurrence {
                        person: index,
                        date: *day,
                        code: "missed:apel",
                        reason: "Daftar hadir apel Senin".to_owned(),
                    });
                }
            }
        }
        occurrences.extend(self.reprimand());
        occurrences
    }

    /// One person of the regency was reprimanded in the first month.
    fn reprimand(&self) -> Option<Occurrence> {
        let first = self.months.first()?.first();
        let chronic = |person: &Person| {
            let post = person.post_on(first);
            person.known
                && person.habits.absent >= 40
                && post.is_some_and(|post| post.tpp_eligible && post.class.is_some())
        };
        let person = self.people.iter().position(chronic)?;
        Some(Occurrence {
            person,
            date: first,
            code: "sanction:teguran-lisan",
            reason: "Keputusan contoh 800/1".to_owned(),
        })
    }

    fn is_office(&self, site: usize) -> bool {
        self.sites.get(site).is_some_and(|site| match site.kind {
            SiteKind::Office | SiteKind::Order | SiteKind::Kecamatan => true,
            SiteKind::Primary | SiteKind::Secondary | SiteKind::Puskesmas | SiteKind::Hospital => {
                false
            }
        })
    }
}
