//! Inventing a regency: places first, then people, then what befalls them.

mod fate;
mod names;
mod people;
mod places;
mod posts;
mod skpds;

use std::collections::{HashMap, HashSet};

use civil::{Employment, Month, PinGroup, ScheduleKey, Wall};
use jiff::civil::{Date, Weekday};
use rules::{excuse::ExcuseKind, law::Law};

use self::fate::Span;
use crate::{
    Recipe, Regency, SimError,
    calendar::{Calendar, days_between, later, months_until},
    chance::{Chance, Stream},
    person::Person,
    place::{Keys, Line, Mishap, Model, Site, SiteKind, Standing},
};

pub(crate) use places::groups;

/// Fewest people: with fewer there is not one of each kind of site.
pub const PEOPLE_MIN: u32 = 30;
/// Most people: twice the largest regency.
pub const PEOPLE_MAX: u32 = 50_000;
/// Most months.
pub const MONTHS_MAX: u8 = 24;

/// Working days before the present at which terminals fell silent, and the second of that day.
const SILENT_WORKING_DAYS: usize = 2;
const SILENT_AT: i64 = 13 * 3_600 + 8 * 60;

impl Regency {
    /// Invents a regency. The same recipe and law give the same regency.
    ///
    /// # Errors
    ///
    /// [`SimError::People`] and [`SimError::Months`] for numbers that make no regency;
    /// [`SimError::LawSilent`] if the law lacks a schedule that a regency needs.
    pub fn invent(recipe: &Recipe, law: &Law) -> Result<Self, SimError> {
        if !(PEOPLE_MIN..=PEOPLE_MAX).contains(&recipe.people) {
            return Err(SimError::People { least: PEOPLE_MIN, most: PEOPLE_MAX });
        }
        if !(1..=MONTHS_MAX).contains(&recipe.months) {
            return Err(SimError::Months { most: MONTHS_MAX });
        }
        let months = months_until(Month::of(recipe.now.date()), usize::from(recipe.months));
        let from = months.first().copied().unwrap_or(Month::of(recipe.now.date())).first();
        let span = Span { from, until: recipe.now.date() };
        let count = usize::try_from(recipe.people).expect("32 bits fit");
        let mut sites = places::sites(count);
        let terminals = places::hang(recipe.seed, &mut sites);
        let mut people = everybody(recipe.seed, &mut sites, span);
        let example = example(&sites, &people)?;
        let days = days_of_example(span);
        if let Some(person) = people.get_mut(example) {
            people::make_interesting(person);
            fate::of_example(recipe.seed, person, &days);
        }
        let mut regency = Self {
            recipe: *recipe,
            months,
            organisations: places::organisations(),
            sites,
            terminals,
            people,
            calendar: Calendar::default(),
            silent_since: recipe.now,
            example,
        };
        regency.calendar = regency.compile(law, span)?;
        regency.add_stranger(example, span);
        regency.add_waiting();
        regency.add_mishaps(span);
        regency.add_silence();
        regency.note_who_works_where();
        Ok(regency)
    }

    fn compile(&self, law: &Law, span: Span) -> Result<Calendar, SimError> {
        let usual = [office_hours()];
        let posts = self.people.iter().flat_map(|person| &person.posts);
        let schedules = posts.map(|(_, post)| &post.schedule).chain(&usual);
        // A day beyond the end: terminals are looked at until their night is over.
        Ok(Calendar::compile(law, schedules, (span.from, span.until))?)
    }

    /// Somebody nobody has enrolled punches at the terminal of the example for some days.
    fn add_stranger(&mut self, example: usize, span: Span) {
        let Some(like) = self.people.get(example) else { return };
        let from = later(span.from, days_between(span.from, span.until) * 3 / 5);
        let stranger = people::stranger(self.recipe.seed, self.people.len(), like, from);
        self.people.push(stranger);
    }

    /// A terminal that calls, and that nobody has approved.
    fn add_waiting(&mut self) {
        let model = Model {
            name: "contoh-s20",
            line: Line::Kept,
            keys: Keys::InOut,
            line_end: "\n",
            more: "0\t0",
            push_version: "2.2.14",
        };
        let site = self.people.get(self.example).and_then(|person| person.posts.first());
        let site = site.map_or(0, |(_, post)| post.site);
        let index = self.terminals.len();
        let name = "Mesin baru".to_owned();
        self.terminals.push(places::terminal(index, name, site, model, Standing::Waiting));
    }

    /// One terminal lost its clock, another its line, each on two working days.
    fn add_mishaps(&mut self, span: Span) {
        let third = days_between(span.from, span.until) / 3;
        let reset = self.two_days(SiteKind::Primary, "sekolah-enam-hari", later(span.from, third));
        if let Some((terminal, from, until)) = reset {
            self.befall(terminal, Mishap::ClockReset { from, until });
        }
        let off =
            self.two_days(SiteKind::Puskesmas, "puskesmas-loket", later(span.from, third * 2));
        if let Some((terminal, from, until)) = off {
            self.befall(terminal, Mishap::OffLine { from, until });
        }
    }

    /// A school and a kecamatan have not been heard since the same moment.
    fn add_silence(&mut self) {
        let schedule = office_hours();
        let today = self.recipe.now.date();
        let worked = (1..=20).map(|days| later(today, -days)).filter(|day| {
            // Before the records begin every day may have been a working day.
            self.calendar.day(&schedule, *day).is_none() || self.calendar.works(&schedule, *day)
        });
        let day = worked.take(SILENT_WORKING_DAYS).last().unwrap_or(today);
        self.silent_since = Wall::midnight(day).plus_seconds(SILENT_AT).min(self.recipe.now);
        for kind in [SiteKind::Secondary, SiteKind::Kecamatan] {
            let sites = self.sites.iter().rev().filter(|site| site.kind == kind);
            let terminal = sites.filter_map(|site| site.terminals.first().copied()).find(|one| {
                self.terminals.get(*one).is_some_and(|terminal| terminal.mishap.is_none())
            });
            if let Some(terminal) = terminal {
                self.befall(terminal, Mishap::FellSilent { at: self.silent_since });
            }
        }
    }

    fn befall(&mut self, terminal: usize, mishap: Mishap) {
        if let Some(terminal) = self.terminals.get_mut(terminal) {
            terminal.mishap = Some(mishap);
        }
    }

    /// The first terminal of a kind of site, and two working days from `from` on.
    fn two_days(&self, kind: SiteKind, schedule: &str, from: Date) -> Option<(usize, Date, Date)> {
        let schedule: ScheduleKey = schedule.parse().ok()?;
        let site = self.sites.iter().find(|site| site.kind == kind)?;
        let terminal = *site.terminals.first()?;
        let works = |day: &Date| {
            let next = later(*day, 1);
            next < self.recipe.now.date()
                && self.calendar.works(&schedule, *day)
                && self.calendar.works(&schedule, next)
        };
        let day = (0..60).map(|days| later(from, days)).find(works)?;
        Some((terminal, day, later(day, 1)))
    }

    fn note_who_works_where(&mut self) {
        for (index, person) in self.people.iter().enumerate() {
            for (_, post) in &person.posts {
                if let Some(site) = self.sites.get_mut(post.site)
                    && !site.people.contains(&index)
                {
                    site.people.push(index);
                }
            }
        }
    }
}

/// The schedule of an ordinary office.
pub(crate) fn office_hours() -> ScheduleKey {
    "lima-hari".parse().expect("a well-formed schedule")
}

fn everybody(seed: u64, sites: &mut [Site], span: Span) -> Vec<Person> {
    let mut people = Vec::new();
    let mut taken = HashSet::new();
    let mut numbered: HashMap<PinGroup, usize> = HashMap::new();
    for (site_index, site) in sites.iter().enumerate() {
        for rank in 0..site.size {
            let before = numbered.entry(site.group.clone()).or_default();
            let index = people.len();
            let new = people::Newcomer {
                seed,
                index,
                site: (site_index, site),
                rank,
                before: *before,
                from: span.from,
            };
            *before += 1;
            let mut person = people::invent(&new, &mut taken);
            fate::excuses(seed, index, &mut person, site.kind, span);
            fate::career(seed, index, &mut person, sites, span);
            people.push(person);
        }
    }
    people
}

/// Whom the example account is about: a permanent civil servant of the agriculture office.
fn example(sites: &[Site], people: &[Person]) -> Result<usize, SimError> {
    let of_agriculture = |person: &&Person| {
        person.posts.iter().all(|(_, post)| {
            let site = sites.get(post.site);
            site.is_some_and(|site| site.skpd.as_str() == skpds::AGRICULTURE) && post.in_service
        })
    };
    let fits = |person: &Person| {
        of_agriculture(&person)
            && person.posts.len() == 1
            && person.posts.iter().all(|(_, post)| {
                post.employment == Employment::Pns && post.class.is_some_and(|class| class < 14)
            })
    };
    let everybody = || people.iter().enumerate();
    everybody()
        .find(|(_, person)| fits(person))
        .or_else(|| everybody().find(|(_, person)| of_agriculture(person)))
        .map(|(index, _)| index)
        .ok_or(SimError::People { least: PEOPLE_MIN, most: PEOPLE_MAX })
}

/// Days of leave and duty of the example, in the last whole month. A weekend gives way to Monday.
fn days_of_example(span: Span) -> Vec<(ExcuseKind, Date)> {
    let month = Month::of(span.until).previous();
    let first = month.first().max(span.from);
    let kinds = [
        (ExcuseKind::CutiTahunan, 8),
        (ExcuseKind::DinasLuar, 14),
        (ExcuseKind::CutiSakit, 21),
        (ExcuseKind::Wfa, 27),
    ];
    let on_weekday = |day: Date| match day.weekday() {
        Weekday::Saturday => later(day, 2),
        Weekday::Sunday => later(day, 1),
        Weekday::Monday
        | Weekday::Tuesday
        | Weekday::Wednesday
        | Weekday::Thursday
        | Weekday::Friday => day,
    };
    kinds.map(|(kind, days)| (kind, on_weekday(later(first, days)))).to_vec()
}

/// Results of a person's work in a month; a few are missing.
pub(crate) fn productivity_bp(seed: u64, person: usize, month: Month) -> Option<u32> {
    let mut chance = Chance::of(seed, Stream::Fate, person, i64::from(month.number()));
    if chance.permille(25) {
        return None;
    }
    let (low, high) =
        *chance.weighted(&[(55, (10_000, 10_000)), (35, (9_000, 9_999)), (10, (6_500, 8_999))]);
    u32::try_from(chance.between(low, high)).ok()
}
