//! What is to be warned of in the roster of a unit, with whom it is about.

use std::collections::BTreeMap;

use civil::{Month, Skpd};
use jiff::{ToSpan as _, civil::Date};
use rules::{
    law::Law,
    roster::{Covered, OFF, RosterDay, RosterWarning, of_person, of_unit},
};
use serde::Serialize;
use words::{Arg, Phrase};

use super::month::{Gathered, Served};

/// Something to be warned of. It hinders nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterNotice {
    /// A code of `rules::roster::RosterWarning`: `short-rest`, `days-in-a-row`, `week-over`,
    /// `uncovered-shift`, `holiday-unstaffed`.
    pub code: &'static str,
    /// The day it is about, or the first of them.
    pub date: Date,
    /// Whom it is about; absent for a unit.
    pub nip: Option<String>,
    /// That one's name.
    pub name: Option<String>,
    /// Which organisation or unit it is about, of a unit.
    pub unit: Option<String>,
    /// Which shift, of an uncovered one.
    pub letter: Option<String>,
    /// What there is: minutes of rest or of work, days in a row, or people.
    pub found: u32,
    /// What the law asks at least or allows at most, in the same unit.
    pub limit: u32,
    /// Act and article.
    pub source: String,
}

impl RosterNotice {
    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let number = |number: u32| match self.code {
            "short-rest" | "week-over" => Arg::Minutes(number),
            _ => Arg::from(number),
        };
        Phrase::new(format!("roster-warning-{}", self.code))
            .with("date", self.date)
            .with("found", number(self.found))
            .with("limit", number(self.limit))
    }

    fn of(law: &Law, warning: &RosterWarning) -> Self {
        let (found, limit, letter) = match warning {
            RosterWarning::ShortRest { minutes, minutes_min, .. } => (*minutes, *minutes_min, None),
            RosterWarning::DaysInARow { days, days_max, .. } => (*days, *days_max, None),
            RosterWarning::WeekOver { minutes, minutes_max, .. } => (*minutes, *minutes_max, None),
            RosterWarning::UncoveredShift { people, people_min, letter, .. } => {
                (*people, *people_min, Some(letter.clone()))
            }
            RosterWarning::HolidayUnstaffed { .. } => (0, 1, None),
        };
        let rule = warning.rule();
        let article = &law.provisions.get(rule).article;
        Self {
            code: warning.code(),
            date: warning.date(),
            nip: None,
            name: None,
            unit: None,
            letter,
            found,
            limit,
            source: format!("{}, {article}", law.provisions.cite(rule)),
        }
    }
}

/// What is to be warned of in a month, by day.
pub(super) fn notices(
    law: &Law,
    skpd: &Skpd,
    month: Month,
    as_of: Date,
    gathered: &Gathered,
) -> Vec<RosterNotice> {
    let mut notices = Vec::new();
    for (facts, served) in gathered.people.values() {
        let Some(state) = facts.last().map(|fact| &fact.state) else { continue };
        for warning in of_days(law, served, as_of) {
            if touches(&warning, month) {
                let (nip, name) = (Some(state.nip.to_string()), Some(state.name.clone()));
                notices.push(RosterNotice { nip, name, ..RosterNotice::of(law, &warning) });
            }
        }
    }
    for ((group, date), covered) in &coverage(skpd, gathered, month) {
        for warning in of_unit(law, &[group], (*date, covered), as_of) {
            let unit = Some(group.clone());
            notices.push(RosterNotice { unit, ..RosterNotice::of(law, &warning) });
        }
    }
    notices.sort_by(|a, b| {
        (a.date, a.code, &a.unit, &a.letter, &a.nip)
            .cmp(&(b.date, b.code, &b.unit, &b.letter, &b.nip))
    });
    notices
}

/// What is to be warned of in days of a person, pattern by pattern.
fn of_days(law: &Law, served: &BTreeMap<Date, Served>, as_of: Date) -> Vec<RosterWarning> {
    let served: Vec<(&Date, &Served)> = served.iter().collect();
    let parts = served.chunk_by(|(date, one), (next_date, next)| {
        one.pattern == next.pattern && date.tomorrow().ok() == Some(**next_date)
    });
    parts
        .filter_map(|part| {
            let (_, first) = part.first()?;
            first.day.letter.as_ref()?;
            let days: Vec<RosterDay> = part.iter().map(|(_, served)| served.worked()).collect();
            Some(of_person(law, &first.pattern, &days, as_of))
        })
        .flatten()
        .collect()
}

fn touches(warning: &RosterWarning, month: Month) -> bool {
    let first = warning.date();
    let days = match warning {
        RosterWarning::DaysInARow { days, .. } => *days,
        RosterWarning::WeekOver { .. } => 7,
        RosterWarning::ShortRest { .. }
        | RosterWarning::UncoveredShift { .. }
        | RosterWarning::HolidayUnstaffed { .. } => 1,
    };
    let last = first.saturating_add((i64::from(days) - 1).days());
    first <= month.last() && month.first() <= last
}

/// Who is there on each day of the month, in the organisation and in each unit inside it.
fn coverage(skpd: &Skpd, gathered: &Gathered, month: Month) -> BTreeMap<(String, Date), Covered> {
    let mut covered: BTreeMap<(String, Date), Covered> = BTreeMap::new();
    for date in month.days() {
        covered.insert((skpd.to_string(), date), Covered::default());
    }
    let served = gathered.people.values().flat_map(|(_, served)| served);
    for (date, served) in served.filter(|(date, _)| month.contains(**date)) {
        let groups = [skpd.as_str(), served.unit.as_str()];
        for group in groups.into_iter().filter(|group| !group.is_empty()) {
            let of_group = covered.entry((group.to_owned(), *date)).or_default();
            let works = served.excuse.is_none() && !served.day.shifts.is_empty();
            of_group.people += u32::from(works);
            if let Some(letter) =
                served.day.letter.as_ref().filter(|letter| works && *letter != OFF)
            {
                let place = (served.pattern.clone(), letter.clone());
                *of_group.by_letter.entry(place).or_default() += 1;
            }
        }
    }
    covered
}
