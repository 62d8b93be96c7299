//! From a matter as the office lists it to the request that a page shows.

use jiff::civil::{Date, DateTime, Time};
use office::{
    leave::NotedFinding,
    matter::{
        Asked, CorrectionAsked, DayChange as Changed, LeaveAsked, ListedMatter, MatterChange,
        OutageAsked, SwapAsked, SwappedTurn, Witness, WitnessSays,
    },
    proof::{Proof, ProofKind},
};
use rules::{day::DayRecord, roster::OFF};
use storage::organisation::SkpdEntry;
use words::{Arg, Phrase};

use super::desk::desk;
use crate::{
    pages::request::{DayChange, DayLook, Due, Effect, ProofFile, RequestRow, Stage, Who},
    paths,
    routes::{
        presence::{in_short, mark},
        units::unit_name,
    },
};

/// Whether a row says whose the request is and what granting would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// By the person: who is known, and what it changes is not worked out.
    ByOneself,
    /// By whoever decides.
    ByOthers,
}

/// A request as a page shows it.
pub(super) fn row(matter: &ListedMatter, skpds: &[SkpdEntry], seen: Seen) -> RequestRow {
    let ListedMatter { id, steps, asked, change, .. } = matter;
    let inside = Some(matter.unit.trim()).filter(|unit| !unit.is_empty());
    let skpd = unit_name(skpds, &matter.skpd);
    let of_others = seen == Seen::ByOthers;
    let stage = stage(&matter.stage);
    let waits = matter.desk.is_some();
    RequestRow {
        id: *id,
        href: paths::request(*id),
        seen: *steps,
        who: of_others.then(|| Who {
            // A whole unit has its own name and no number.
            name: if matter.nip.is_empty() { skpd.clone() } else { matter.name.clone() },
            nip: matter.nip.clone(),
            unit: inside.map_or_else(|| skpd.clone(), |unit| format!("{unit}, {skpd}")),
        }),
        kind: kind(asked),
        days: days(asked),
        what: what(asked),
        effect: (of_others && waits).then(|| effect(change)),
        cause: match asked {
            Asked::Correction(asked) => {
                Some(Phrase::new(format!("request-cause-{}", asked.cause.code())))
            }
            Asked::Outage(asked) => {
                Some(Phrase::new(format!("request-cause-{}", asked.cause.code())))
            }
            Asked::Leave(_) | Asked::Swap(_) => None,
        },
        facts: facts(asked).into_iter().chain(appeal(matter)).collect(),
        noted: match asked {
            Asked::Leave(asked) => asked.noted.iter().map(NotedFinding::said).collect(),
            Asked::Correction(_) | Asked::Outage(_) | Asked::Swap(_) => Vec::new(),
        },
        reason: asked.reason().to_owned(),
        proofs: asked.proofs().iter().map(|proof| file(*id, proof)).collect(),
        witnesses: witnesses(matter),
        stage,
        desk: matter.desk.as_deref().map(|code| desk(code, skpds)),
        due: match (matter.due, matter.overdue) {
            (Some(due), true) => Due::Past(due),
            (Some(due), false) => Due::By(due),
            (None, _) => Due::Open,
        },
    }
}

pub(in crate::routes) fn stage(code: &str) -> Stage {
    match code {
        "forwarded" => Stage::Forwarded,
        "appealed" => Stage::Appealed,
        "granted" => Stage::Granted,
        "refused" => Stage::Refused,
        "taken-back" => Stage::TakenBack,
        _ => Stage::Asked,
    }
}

fn kind(asked: &Asked) -> Phrase {
    match asked {
        Asked::Correction(_) => Phrase::new("request-kind-correction"),
        Asked::Outage(_) => Phrase::new("request-kind-outage"),
        Asked::Swap(_) => Phrase::new("request-kind-swap"),
        Asked::Leave(LeaveAsked { counts_as, .. }) => Phrase::new(format!("excuse-{counts_as}")),
    }
}

fn days(asked: &Asked) -> (Date, Date) {
    match asked {
        Asked::Swap(SwapAsked { turns, .. }) => {
            let day = |turn: Option<&SwappedTurn>| turn.map_or(Date::ZERO, |turn| turn.date);
            (day(turns.first()), day(turns.last()))
        }
        Asked::Correction(CorrectionAsked { date, .. }) => (*date, *date),
        Asked::Leave(LeaveAsked { from, until, .. })
        | Asked::Outage(OutageAsked { from, until, .. }) => (*from, *until),
    }
}

fn what(asked: &Asked) -> Phrase {
    match asked {
        Asked::Correction(asked) => match asked.times.as_slice() {
            [came, left] => Phrase::new("request-there-between")
                .with("came", Arg::Time(came.time()))
                .with("left", Arg::Time(left.time())),
            times => Phrase::new("request-there-at").with(
                "time",
                times.first().map_or_else(|| Arg::Text(String::new()), |at| Arg::Time(at.time())),
            ),
        },
        Asked::Leave(asked) => match asked.minutes {
            Some((from, until)) => Phrase::new("request-leave-hours")
                .with("from", Arg::Time(minute(from)))
                .with("until", Arg::Time(minute(until))),
            None => Phrase::new("request-leave-days").with("count", asked.working_days),
        },
        Asked::Outage(asked) => {
            let rows = i64::try_from(asked.list.len()).unwrap_or(i64::MAX);
            Phrase::new("request-outage-rows").with("count", rows)
        }
        Asked::Swap(asked) => Phrase::new("request-swap-with").with("name", &asked.with_name),
    }
}

/// A minute of the day; the day's end is its last minute.
fn minute(minute: u16) -> Time {
    let second = i32::from(minute) * 60;
    clock(second).unwrap_or(Time::MAX)
}

/// A second of the day on the wall; one of the next morning as the wall shows it then.
fn clock(second: i32) -> Option<Time> {
    let second = second.rem_euclid(86_400);
    let part = |number: i32| i8::try_from(number).ok();
    Time::new(part(second / 3_600)?, part(second / 60 % 60)?, part(second % 60)?, 0).ok()
}

fn facts(asked: &Asked) -> Vec<(Phrase, Phrase)> {
    let (place, letter) = match asked {
        Asked::Leave(LeaveAsked { place, letter, .. }) => (place, letter),
        Asked::Swap(SwapAsked { turns, .. }) => return turns.iter().map(exchanged).collect(),
        Asked::Correction(_) | Asked::Outage(_) => return Vec::new(),
    };
    [("request-place", place), ("request-letter", letter)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (Phrase::new(key), Phrase::verbatim(value)))
        .collect()
}

/// What was said in an appeal that waits.
fn appeal(matter: &ListedMatter) -> Vec<(Phrase, Phrase)> {
    let Some(appeal) = &matter.appeal else { return Vec::new() };
    let said =
        [("request-appeal-refused", &appeal.refused), ("request-appeal-held", &appeal.appealed)];
    said.into_iter().map(|(key, said)| (Phrase::new(key), Phrase::verbatim(said))).collect()
}

/// The turns of a day that change hands: those of who asks, then those of the colleague.
fn exchanged(turn: &SwappedTurn) -> (Phrase, Phrase) {
    let SwappedTurn { date, mine, theirs, .. } = turn;
    let day = Phrase::new("request-swap-day").with("date", Arg::Date(*date));
    let turn = |letter: &str| {
        if letter == OFF { Phrase::new("page-swap-off") } else { Phrase::verbatim(letter) }
    };
    let turns = Phrase::new("request-swap-turns").with("mine", turn(mine));
    (day, turns.with("theirs", turn(theirs)))
}

/// Changed days that a row shows one by one; of a whole unit there are hundreds.
const DAYS_SHOWN_MAX: usize = 12;

fn effect(change: &MatterChange) -> Effect {
    let shown = change.days.iter().take(DAYS_SHOWN_MAX);
    let days = shown.map(|Changed { name, before, after }| DayChange {
        whose: (change.people > 1).then(|| name.clone()),
        date: before.date,
        before: look(before),
        after: look(after),
    });
    Effect { days: days.collect(), pay: change.pay }
}

fn look(record: &DayRecord) -> DayLook {
    DayLook {
        mark: mark(record),
        what: in_short(record),
        arrived: record.arrived.and_then(clock),
        left: record.left.and_then(clock),
    }
}

fn file(id: i64, proof: &Proof) -> ProofFile {
    ProofFile {
        href: paths::request_file(id, &proof.digest),
        name: proof.name.clone(),
        size: size(proof.bytes),
        is_picture: match proof.kind {
            ProofKind::Jpeg | ProofKind::Png => true,
            ProofKind::Pdf => false,
        },
    }
}

/// How large a file is, as people say it: `120 kB`, `1,2 MB`.
fn size(bytes: u64) -> String {
    match bytes.div_ceil(1_000) {
        kilobytes @ 0..1_000 => format!("{kilobytes} kB"),
        kilobytes => format!("{},{} MB", kilobytes / 1_000, kilobytes % 1_000 / 100),
    }
}

fn witnesses(matter: &ListedMatter) -> Vec<Phrase> {
    let Asked::Correction(CorrectionAsked { witnesses, .. }) = &matter.asked else {
        return Vec::new();
    };
    let mut said: Vec<Phrase> = witnesses.iter().map(witness).collect();
    if matter.others > 0 {
        said.push(Phrase::new("request-witness-others").with("count", matter.others));
    }
    said
}

/// What a terminal says: `Dinas Pertanian 1, sekitar 07.25: tidak ada scan 06.50–08.05, biasanya 14`.
fn witness(witness: &Witness) -> Phrase {
    let name = if witness.name.is_empty() { &witness.terminal } else { &witness.name };
    let at = |time: Option<DateTime>| time.map(|time| Arg::Time(time.time()));
    let key = match witness.says {
        WitnessSays::Worked => "request-witness-worked",
        WitnessSays::Nothing => "request-witness-nothing",
        WitnessSays::Down => match (witness.silent_from, witness.silent_until) {
            (Some(_), Some(_)) => "request-witness-down",
            (Some(_), None) => "request-witness-down-after",
            (None, Some(_)) => "request-witness-down-before",
            (None, None) => "request-witness-down-all-day",
        },
    };
    let mut said = Phrase::new(key)
        .with("terminal", name)
        .with("time", Arg::Time(witness.time.time()))
        .with("near", witness.near)
        .with("usual", witness.usual);
    for (name, time) in [("from", at(witness.silent_from)), ("until", at(witness.silent_until))] {
        if let Some(time) = time {
            said = said.with(name, time);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_as_people_say_them() {
        let said = [(0, "0 kB"), (1, "1 kB"), (119_200, "120 kB"), (999_000, "999 kB")];
        for (bytes, text) in said.into_iter().chain([(1_000_000, "1,0 MB"), (4_970_000, "4,9 MB")])
        {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn a_time_after_midnight_is_as_the_wall_shows_it() {
        assert_eq!(clock(27_900), Time::new(7, 45, 0, 0).ok());
        assert_eq!(clock(86_400 + 1_800), Time::new(0, 30, 0, 0).ok());
        assert_eq!(clock(-60), Time::new(23, 59, 0, 0).ok());
    }
}
