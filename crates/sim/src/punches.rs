//! What the terminals of a site hold: punches as each says them, in order.

use std::collections::HashSet;

use civil::{Month, Wall};
use jiff::civil::{Date, date};
use terminal::{At, push::att_log::AttLog};

use crate::{
    Regency,
    calendar::days_between,
    chance::{Chance, Stream},
    day::{Meaning, Scan},
    place::{HungTerminal, Keys, Mishap},
};

/// A part of what is delivered, in order of delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wave {
    /// What terminals said before they fell silent. It comes first: at [`Regency::silent_since`]
    /// the office heard them for the last time.
    BeforeSilence,
    /// What terminals with a line say in a month.
    Month(Month),
    /// What the terminal without a line held back.
    Backlog,
}

/// A punch as its terminal says it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Punch {
    /// The terminal, a place in [`Regency::terminals`].
    pub terminal: usize,
    /// The PIN.
    pub pin: String,
    /// The terminal's wall, right or wrong.
    pub at: Wall,
    /// The key.
    pub status: u32,
    /// How the person was recognised.
    pub verify: u32,
}

/// One upload: lines, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub(crate) body: Vec<u8>,
    pub(crate) records: usize,
}

/// Lines of an upload, at least and at most.
const LINES_MIN: i64 = 80;
const LINES_MAX: i64 = 400;

/// Where a clock begins after its battery was flat.
const RESET: Date = date(2000, 1, 1);

impl Regency {
    /// The waves in order of delivery.
    #[must_use]
    pub fn waves(&self) -> Vec<Wave> {
        let months = self.months.iter().map(|month| Wave::Month(*month));
        [Wave::BeforeSilence].into_iter().chain(months).chain([Wave::Backlog]).collect()
    }

    /// What the terminals of a site say in a wave: each second of a person at a terminal once, in
    /// order of terminal and time.
    #[must_use]
    pub fn punches(&self, site: usize, wave: Wave) -> Vec<Punch> {
        let Some(place) = self.sites.get(site) else { return Vec::new() };
        let speaks = |terminal: &usize| {
            let mishap = self.terminals.get(*terminal).and_then(|terminal| terminal.mishap);
            match wave {
                Wave::Month(_) => true,
                Wave::Backlog => matches!(mishap, Some(Mishap::OffLine { .. })),
                Wave::BeforeSilence => matches!(mishap, Some(Mishap::FellSilent { .. })),
            }
        };
        if !place.terminals.iter().any(speaks) {
            return Vec::new();
        }
        let months: &[Month] = match &wave {
            Wave::Month(month) => std::slice::from_ref(month),
            Wave::BeforeSilence | Wave::Backlog => &self.months,
        };
        let mut punches = Vec::new();
        let mut scans = Vec::new();
        for day in months.iter().flat_map(|month| month.days()) {
            if day > self.recipe.now.date() {
                break;
            }
            for person in &place.people {
                let here = self.people.get(*person).and_then(|one| one.post_on(day));
                if here.is_none_or(|post| post.site != site) {
                    continue;
                }
                scans.clear();
                self.scans(*person, day, &mut scans);
                punches.extend(
                    scans.iter().filter_map(|scan| {
                        self.punch(&place.terminals, *person, *scan, (day, wave))
                    }),
                );
            }
        }
        punches.sort_by(|a, b| (a.terminal, a.at, &a.pin).cmp(&(b.terminal, b.at, &b.pin)));
        punches.dedup_by(|a, b| (a.terminal, a.at, &a.pin) == (b.terminal, b.at, &b.pin));
        punches
    }

    /// The punch of a scan, if it belongs to the wave.
    fn punch(
        &self,
        hung: &[usize],
        person: usize,
        scan: Scan,
        (day, wave): (Date, Wave),
    ) -> Option<Punch> {
        let place = (person + scan.aside) % hung.len().max(1);
        let index = *hung.get(place)?;
        let terminal = self.terminals.get(index)?;
        if terminal.wave_of(day, scan.at) != Some(wave) {
            return None;
        }
        let person = self.people.get(person)?;
        Some(Punch {
            terminal: index,
            pin: person.pin.clone(),
            at: said(terminal, scan.at),
            status: status(terminal.model.keys, scan.means),
            verify: person.habits.verify,
        })
    }

    /// The uploads of one terminal's punches, in order.
    pub(crate) fn uploads(&self, terminal: &HungTerminal, punches: &[Punch]) -> Vec<Upload> {
        let first = punches.first().map_or(0, |punch| punch.at.0);
        let index = punches.first().map_or(0, |punch| punch.terminal);
        let mut chance = Chance::of(self.recipe.seed, Stream::Uploads, index, first);
        let mut uploads = Vec::new();
        let mut rest = punches;
        while !rest.is_empty() {
            let count = usize::try_from(chance.between(LINES_MIN, LINES_MAX)).unwrap_or(1);
            let (part, after) = rest.split_at(count.min(rest.len()));
            rest = after;
            uploads.push(Upload { body: body(terminal, part), records: part.len() });
        }
        uploads
    }

    /// Whether a punch's time can be believed by the office.
    #[must_use]
    pub fn is_plausible(&self, punch: &Punch) -> bool {
        punch.at.date().year() >= 2005
    }

    /// How many punches there are in all. Invents each of them, so it takes a while.
    #[must_use]
    pub fn punch_count(&self) -> u64 {
        let sites = 0..self.sites.len();
        let each = sites.flat_map(|site| self.waves().into_iter().map(move |wave| (site, wave)));
        each.map(|(site, wave)| u64::try_from(self.punches(site, wave).len()).unwrap_or(0)).sum()
    }

    /// PINs that nobody has enrolled.
    #[must_use]
    pub fn unknown_pins(&self) -> HashSet<&str> {
        self.people
            .iter()
            .filter(|person| !person.known)
            .map(|person| person.pin.as_str())
            .collect()
    }
}

/// What the terminal's wall shows.
fn said(terminal: &HungTerminal, at: Wall) -> Wall {
    match terminal.mishap {
        Some(Mishap::ClockReset { from, until }) if (from..=until).contains(&at.date()) => {
            at.plus_seconds(days_between(from, RESET) * 86_400)
        }
        Some(Mishap::ClockReset { .. } | Mishap::OffLine { .. } | Mishap::FellSilent { .. })
        | None => at,
    }
}

fn status(keys: Keys, means: Meaning) -> u32 {
    match (keys, means) {
        (Keys::Absent, _) => 255,
        (Keys::WithRest, Meaning::Rests) => 2,
        (Keys::WithRest, Meaning::Returns) => 3,
        (Keys::InOut | Keys::WithRest, Meaning::Arrives) | (Keys::InOut, Meaning::Returns) => 0,
        (Keys::InOut | Keys::WithRest, Meaning::Leaves) | (Keys::InOut, Meaning::Rests) => 1,
    }
}

fn body(terminal: &HungTerminal, punches: &[Punch]) -> Vec<u8> {
    let mut body = Vec::with_capacity(punches.len() * 48);
    for punch in punches {
        let record = AttLog {
            pin: &punch.pin,
            at: At::Wall(punch.at.datetime()),
            status: Some(punch.status),
            verify: Some(punch.verify),
            workcode: Some("0"),
            more: terminal.model.more.as_bytes(),
        };
        record.emit(&mut body);
        body.extend_from_slice(terminal.model.line_end.as_bytes());
    }
    body
}
