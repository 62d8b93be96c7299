//! Stage 2: what a terminal said, in our words. The same for push, USB, tables and repair.

use std::cmp::Ordering;

use civil::{TerminalSerial, Wall, Zone};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use storage::presence::{Delivery, NewPunch, NewQuarantine, PunchSource};
use terminal::{At, BadLine};

use crate::hex;

/// Bytes of a raw line kept in quarantine; the whole stays in the delivery's body.
const RAW_BYTES_MAX: usize = 1_000;

/// Unreadable lines of one delivery that are set aside one by one: more than an upload of a vendor
/// holds. A body of nothing else would fill the store with rows that nobody can repair; the
/// delivery keeps its bytes all the same.
const UNREADABLE_LINES_MAX: usize = 20_000;

/// Why the last of them is set aside: it stands for all that follow.
pub(super) const TOO_MANY_BAD_LINES: &str = "too_many_bad_lines";

/// A terminal's clock further ahead than this is wrong, in seconds.
const AHEAD_SECONDS_MAX: i64 = 24 * 3600;

/// A clock reset shows an early year; no network terminal of ours is older than this one.
const YEAR_MIN: i16 = 2005;

/// A line as any dialect reads it.
pub(crate) struct Said<'a> {
    pub number: usize,
    pub raw: &'a [u8],
    pub record: Result<SaidPunch<'a>, BadLine>,
}

/// What a dialect found in a line.
pub(crate) struct SaidPunch<'a> {
    pub pin: &'a str,
    pub at: At,
    pub status: Option<u32>,
    pub verify: Option<u32>,
}

/// Where and when lines were said.
pub(crate) struct Occasion<'a> {
    pub terminal: &'a TerminalSerial,
    pub zone: Zone,
    pub source: PunchSource,
    pub received: Timestamp,
}

/// Lines sorted into what can be used and what cannot.
#[derive(Default)]
pub(crate) struct Sorted {
    pub punches: Vec<NewPunch>,
    pub quarantined: Vec<NewQuarantine>,
    /// Unreadable lines that only the delivery's body keeps, because there are too many.
    pub unlisted: usize,
}

impl Sorted {
    /// How many lines there were.
    pub(crate) fn lines(&self) -> usize {
        self.punches.len() + self.quarantined.len() + self.unlisted
    }

    /// The delivery of them, with the bytes they were read from.
    pub(crate) fn into_delivery(self, occasion: &Occasion<'_>, body: Vec<u8>) -> Delivery {
        let Self { punches, quarantined, unlisted: _ } = self;
        Delivery {
            terminal: occasion.terminal.clone(),
            zone: occasion.zone,
            source: occasion.source,
            received: occasion.received,
            body,
            punches,
            quarantined,
        }
    }
}

/// Sorts lines into usable punches and quarantine.
pub(crate) fn sort<'a>(occasion: &Occasion<'_>, lines: impl Iterator<Item = Said<'a>>) -> Sorted {
    let mut sorted = Sorted::default();
    let (mut unreadable, mut of_run) = (0, Sha256::new());
    for line in lines {
        let number = u32::try_from(line.number).unwrap_or(u32::MAX);
        let set_aside = |reason, pin: Option<&str>| NewQuarantine {
            line: number,
            reason,
            pin: pin.map(str::to_owned),
            raw: line.raw.get(..RAW_BYTES_MAX).unwrap_or(line.raw).to_vec(),
            digest: hex::of_digest(Sha256::new_with_prefix(line.raw)),
        };
        match line.record {
            Ok(said) => match plausible(said.at, occasion) {
                Ok(at) => sorted.punches.push(NewPunch {
                    pin: said.pin.to_owned(),
                    at,
                    status: said.status,
                    verify: said.verify,
                    line: number,
                }),
                Err(reason) => sorted.quarantined.push(set_aside(reason, Some(said.pin))),
            },
            Err(bad) => {
                unreadable += 1;
                match unreadable.cmp(&UNREADABLE_LINES_MAX) {
                    Ordering::Less => sorted.quarantined.push(set_aside(bad.code(), None)),
                    Ordering::Equal => {
                        sorted.quarantined.push(set_aside(TOO_MANY_BAD_LINES, None));
                        of_run.update(line.raw);
                    }
                    Ordering::Greater => {
                        sorted.unlisted += 1;
                        of_run.update(b"\n");
                        of_run.update(line.raw);
                    }
                }
            }
        }
    }
    // The row that stands for a run is another one when any line of the run is.
    let run = sorted.quarantined.iter_mut().find(|row| row.reason == TOO_MANY_BAD_LINES);
    if let Some(run) = run {
        run.digest = hex::of_digest(of_run);
    }
    sorted
}

/// The reading, if the terminal's clock can be believed.
fn plausible(at: At, occasion: &Occasion<'_>) -> Result<Wall, &'static str> {
    let datetime = at.wall(occasion.zone.0).ok_or(BadLine::ImpossibleDate.code())?;
    if datetime.year() < YEAR_MIN {
        return Err("before_2005");
    }
    let wall = Wall::of(datetime);
    if wall.0 - Wall::at(occasion.received, occasion.zone).0 > AHEAD_SECONDS_MAX {
        return Err("ahead_of_server");
    }
    Ok(wall)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occasion(terminal: &TerminalSerial) -> Occasion<'_> {
        Occasion {
            terminal,
            zone: Zone::WIB,
            source: PunchSource::Push,
            received: "2026-11-02T01:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_body_of_bad_lines_alone_does_not_fill_the_store() {
        let t1 = "T1".parse().unwrap();
        let occasion = occasion(&t1);
        let of = |raws: &[&'static [u8]]| {
            let bad = |(number, raw)| Said { number, raw, record: Err(BadLine::ImpossibleDate) };
            sort(&occasion, (1..).zip(raws.iter().copied()).map(bad))
        };
        let mut raws = vec![&b"x"[..]; 4 * UNREADABLE_LINES_MAX];
        let sorted = of(&raws);
        assert_eq!(sorted.quarantined.len(), UNREADABLE_LINES_MAX);
        let run = sorted.quarantined.last().unwrap();
        assert_eq!(run.reason, TOO_MANY_BAD_LINES);
        assert_eq!(sorted.lines(), raws.len(), "the terminal hears that all were taken");
        assert_eq!(of(&raws).quarantined.last(), Some(run), "the same run is known again");
        *raws.last_mut().unwrap() = b"y";
        assert_ne!(of(&raws).quarantined.last(), Some(run), "another run is kept as well");
    }

    #[test]
    fn a_long_line_is_another_one_where_only_its_end_differs() {
        let t1 = "T1".parse().unwrap();
        let occasion = occasion(&t1);
        let of = |end: &[u8]| {
            let raw = [&[0; 2 * RAW_BYTES_MAX], end].concat();
            let said = Said { number: 1, raw: &raw, record: Err(BadLine::NulBytes) };
            sort(&occasion, std::iter::once(said)).quarantined.remove(0)
        };
        let (one, other) = (of(b"7\t2026-11-24 07:00:00"), of(b"8\t2026-11-24 08:00:00"));
        assert_eq!(one.raw, other.raw);
        assert_ne!(one.digest, other.digest);
    }

    fn reason(at: &str) -> Option<&'static str> {
        plausible(At::parse(at.as_bytes()).unwrap(), &occasion(&"T1".parse().unwrap())).err()
    }

    #[test]
    fn clocks_that_cannot_be_believed_are_set_aside() {
        assert_eq!(reason("2004-12-31 23:59:59"), Some("before_2005"));
        assert_eq!(reason("2005-01-01 00:00:00"), None);
        assert_eq!(reason("2026-11-03 08:00:00"), None, "a day ahead to the second is believed");
        assert_eq!(reason("2026-11-03 08:00:01"), Some("ahead_of_server"));
    }
}
