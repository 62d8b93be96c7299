//! The digest of everything a month was computed from.

use civil::ScheduleKey;
use rules::statement::PayState;
use sha2::{Digest as _, Sha256};

use crate::{
    hex,
    presence::{Neighbours, PersonMonth},
};

/// Hexadecimal digits are halved from the full digest: 16 bytes are beyond any accident.
const DIGEST_BYTES: usize = 16;

/// The digest of the facts, in their canonical form.
pub(crate) fn facts_digest(
    facts: &PersonMonth,
    states: &[PayState],
    schedules: &[Option<ScheduleKey>],
    neighbours: &Neighbours,
) -> String {
    let mut digest = Sha256::new();
    let mut text = |part: &str| {
        digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(part.as_bytes());
    };
    for schedule in schedules {
        text(schedule.as_ref().map_or("", ScheduleKey::as_str));
    }
    for (day, schedule) in neighbours.schedules() {
        text(day);
        text(schedule);
    }
    for state in states {
        text(&format!("{state:?}"));
    }
    for (date, turn) in facts.roster.turns() {
        text(&format!("{date} {turn}"));
    }
    for excuse in &facts.excuses {
        text(&format!("{excuse:?}"));
    }
    for occurrence in &facts.occurrences {
        text(&format!("{occurrence:?}"));
    }
    if let Some(performance) = &facts.performance {
        text(&format!("{:?} {:?}", performance.productivity_bp, performance.predikat));
    }
    for reading in &facts.readings {
        digest.update(reading.0.to_le_bytes());
    }
    hex::of_first(&digest.finalize(), DIGEST_BYTES)
}
