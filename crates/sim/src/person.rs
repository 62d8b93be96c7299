//! People of the regency, and what befalls them.

use civil::{Employment, Month, Nip, ScheduleKey};
use jiff::civil::Date;
use rules::excuse::ExcuseKind;

use crate::habits::Habits;

/// Somebody who punches.
#[derive(Clone, Debug)]
pub struct Person {
    /// Number of the person.
    pub nip: Nip,
    /// Name with titles.
    pub name: String,
    /// Number at the terminals of the group of the site.
    pub pin: String,
    /// Whether the personnel office knows the person. One who is not known punches all the same.
    pub known: bool,
    /// What holds from which day, in order.
    pub posts: Vec<(Date, Post)>,
    /// What somebody decided about days.
    pub excuses: Vec<Excuse>,
    /// How punctual.
    pub(crate) habits: Habits,
}

/// Where and as what a person works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The site, a place in [`crate::Regency::sites`].
    pub site: usize,
    /// Unit inside the organisation.
    pub unit: String,
    /// Position.
    pub position: String,
    /// Kelas jabatan; `None` where there is none.
    pub class: Option<u8>,
    /// How employed.
    pub employment: Employment,
    /// Working pattern.
    pub schedule: ScheduleKey,
    /// Whether Tpp is due at all.
    pub tpp_eligible: bool,
    /// Why not, or why less.
    pub tpp_reason: Option<&'static str>,
    /// Whether in service.
    pub in_service: bool,
}

impl Person {
    /// What holds about the person on `day`; `None` before the first day or out of service.
    #[must_use]
    pub fn post_on(&self, day: Date) -> Option<&Post> {
        self.posts
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .map(|(_, post)| post)
            .filter(|post| post.in_service)
    }

    /// The excuse that bears on `day`.
    pub(crate) fn excuse_on(&self, day: Date) -> Option<&Excuse> {
        self.excuses.iter().find(|excuse| (excuse.from..=excuse.until).contains(&day))
    }
}

/// An absence or a place of work that somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excuse {
    /// What kind.
    pub kind: ExcuseKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Minutes of the day it covers, from and until; `None` is the whole day.
    pub minutes: Option<(u16, u16)>,
    /// The letter.
    pub letter: String,
}

/// Results of a person's work in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Productivity {
    /// Whose: a place in [`crate::Regency::people`].
    pub person: usize,
    /// The month.
    pub month: Month,
    /// Reached, in basis points of what was planned.
    pub reached_bp: u32,
}

/// Something that a rule may charge: a missed apel, a sanction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Whose: a place in [`crate::Regency::people`].
    pub person: usize,
    /// The day.
    pub date: Date,
    /// Kind, as rules name it.
    pub code: &'static str,
    /// Document or reason.
    pub reason: String,
}
