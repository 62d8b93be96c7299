//! One day opened in place: what was due, what the terminals saw, what follows by which article.

use jiff::civil::{Date, DateTime, Time};
use words::Phrase;

use crate::pages::{DayMark, Source};

/// One day of one person, opened in place on a month page.
#[derive(Clone, Debug)]
pub struct DayPanel {
    /// The day.
    pub date: Date,
    /// How it stands.
    pub mark: DayMark,
    /// The verdict in words, `explain-verdict-*`.
    pub verdict: Phrase,
    /// More that was found, `explain-finding-*`.
    pub findings: Vec<Phrase>,
    /// What was due.
    pub schedule: Schedule,
    /// Hours ahead of UTC of the unit's zone: 7, 8 or 9.
    pub zone: i8,
    /// All scans in the day's window, in order.
    pub scans: Vec<Scan>,
    /// What the day costs, a line an article; empty if nothing.
    pub lines: Vec<AmountLine>,
    /// What the verdict rests on beside the lines: the schedule's act, the holiday's decree.
    pub sources: Vec<Source>,
    /// Cut in the month up to and with this day, in rupiah, not negative.
    pub cut_so_far: i64,
    /// Why nothing is known of cuts, if the law is silent.
    pub silent: Option<Phrase>,
    /// What its person can do about it, on that one's own page.
    pub fix: Option<Fix>,
    /// The page without an opened day.
    pub close: String,
}

impl DayPanel {
    pub(crate) fn used(&self) -> impl Iterator<Item = &Scan> {
        self.scans.iter().filter(|scan| !matches!(scan.used, ScanUse::Ignored(_)))
    }

    pub(crate) fn ignored(&self) -> Vec<(&Scan, &Phrase)> {
        self.scans
            .iter()
            .filter_map(|scan| match &scan.used {
                ScanUse::Ignored(reason) => Some((scan, reason)),
                ScanUse::As(_) => None,
            })
            .collect()
    }
}

/// What can be done about a day that is not right.
#[derive(Clone, Debug)]
pub enum Fix {
    /// Ask for a correction, here.
    Ask(String),
    /// It was asked for: the request that waits.
    Asked(String),
}

/// What was due on a day.
#[derive(Clone, Debug)]
pub enum Schedule {
    /// Work between two times, once or several times a day.
    Hours {
        /// The schedule's name: `Lima hari kerja`.
        name: Option<String>,
        /// When each shift starts and ends; an end before its start is on the next day.
        shifts: Vec<(Time, Time)>,
    },
    /// No work, and why.
    Free(Phrase),
}

impl Schedule {
    pub(crate) fn ends_next_day(shift: &(Time, Time)) -> bool {
        shift.1 <= shift.0
    }
}

/// A scan at a terminal.
#[derive(Clone, Debug)]
pub struct Scan {
    /// The local time the terminal said.
    pub at: DateTime,
    /// The terminal's name.
    pub terminal: String,
    /// Whether an officer set its time right, from a line in quarantine.
    pub repaired: bool,
    /// The request by which somebody vouched for it, because no terminal could.
    pub vouched: Option<String>,
    /// What it was used as.
    pub used: ScanUse,
}

/// What a scan was used as.
#[derive(Clone, Debug)]
pub enum ScanUse {
    /// Coming, going, a break: `page-day-scan-*`.
    As(Phrase),
    /// Not used, and why: `page-day-ignored-*`.
    Ignored(Phrase),
}

impl Scan {
    pub(crate) fn used_as(&self) -> &Phrase {
        match &self.used {
            ScanUse::As(phrase) | ScanUse::Ignored(phrase) => phrase,
        }
    }
}

/// What a day costs by one article: `terlambat 42 menit → TL2 1 % × Rp 1.541.890 = Rp 15.419`.
#[derive(Clone, Debug)]
pub struct AmountLine {
    /// The act's code for it: `TL2`.
    pub code: String,
    /// What happened, as the act calls it.
    pub what: Phrase,
    /// Whether it gives back what a cap does not allow: rate and base are then the most.
    pub is_cap: bool,
    /// The rate as the act says it: `0.5%`, `1/22`.
    pub rate: String,
    /// What the rate is of, in rupiah.
    pub base: i64,
    /// What is cut, in rupiah: negative, but for a cap, which gives back.
    pub amount: i64,
    /// The article.
    pub source: Source,
}
