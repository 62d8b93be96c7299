//! Stage 2: what a terminal said, in our words. The same for push, USB, tables and repair.

use civil::{TerminalSerial, Wall, Zone};
use jiff::Timestamp;
use storage::presence::{Delivery, NewPunch, NewQuarantine, PunchSource};
use terminal::{At, BadLine};

/// Bytes of a raw line kept in quarantine; the whole stays in the delivery's body.
const RAW_BYTES_MAX: usize = 1_000;

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
pub(crate) struct Sorted {
    pub punches: Vec<NewPunch>,
    pub quarantined: Vec<NewQuarantine>,
}

impl Sorted {
    /// How many lines there were.
    pub(crate) fn lines(&self) -> usize {
        self.punches.len() + self.quarantined.len()
    }

    /// The delivery of them, with the bytes they were read from.
    pub(crate) fn into_delivery(self, occasion: &Occasion<'_>, body: Vec<u8>) -> Delivery {
        let Self { punches, quarantined } = self;
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
    let mut punches = Vec::new();
    let mut quarantined = Vec::new();
    for line in lines {
        let number = u32::try_from(line.number).unwrap_or(u32::MAX);
        let set_aside = |reason, pin: Option<&str>| NewQuarantine {
            line: number,
            reason,
            pin: pin.map(str::to_owned),
            raw: line.raw.get(..RAW_BYTES_MAX).unwrap_or(line.raw).to_vec(),
        };
        match line.record {
            Ok(said) => match plausible(said.at, occasion) {
                Ok(at) => punches.push(NewPunch {
                    pin: said.pin.to_owned(),
                    at,
                    status: said.status,
                    verify: said.verify,
                    line: number,
                }),
                Err(reason) => quarantined.push(set_aside(reason, Some(said.pin))),
            },
            Err(bad) => quarantined.push(set_aside(bad.code(), None)),
        }
    }
    Sorted { punches, quarantined }
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

    fn reason(at: &str) -> Option<&'static str> {
        let occasion = Occasion {
            terminal: &"T1".parse().unwrap(),
            zone: Zone::WIB,
            source: PunchSource::Push,
            received: "2026-11-02T01:00:00Z".parse().unwrap(),
        };
        plausible(At::parse(at.as_bytes()).unwrap(), &occasion).err()
    }

    #[test]
    fn clocks_that_cannot_be_believed_are_set_aside() {
        assert_eq!(reason("2004-12-31 23:59:59"), Some("before_2005"));
        assert_eq!(reason("2005-01-01 00:00:00"), None);
        assert_eq!(reason("2026-11-03 08:00:00"), None, "a day ahead to the second is believed");
        assert_eq!(reason("2026-11-03 08:00:01"), Some("ahead_of_server"));
    }
}
