//! How punctual people are. The shares and times are invented; they are meant to look like an
//! office, not to describe one.

use crate::chance::Chance;

/// How often in a thousand days something happens to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Habits {
    /// Arrives late.
    pub(crate) late: usize,
    /// Leaves early.
    pub(crate) early: usize,
    /// Forgets to punch on arrival.
    pub(crate) no_arrival: usize,
    /// Forgets to punch on departure.
    pub(crate) no_departure: usize,
    /// Does not come and says nothing.
    pub(crate) absent: usize,
    /// Punches the rest too.
    pub(crate) rests: usize,
    /// How the terminal recognises the person.
    pub(crate) verify: u32,
}

const PUNCTUAL: Habits = habits(12, 5, 3, 6, 1);
const USUAL: Habits = habits(60, 20, 8, 14, 3);
const CARELESS: Habits = habits(170, 60, 20, 35, 10);
const CHRONIC: Habits = habits(420, 140, 35, 60, 45);

/// The one the example account is about: nothing is extreme, and there is something of all.
pub(crate) const INTERESTING: Habits = Habits { rests: 150, ..habits(260, 120, 30, 60, 25) };

const fn habits(
    late: usize,
    early: usize,
    no_arrival: usize,
    no_departure: usize,
    absent: usize,
) -> Habits {
    Habits { late, early, no_arrival, no_departure, absent, rests: 0, verify: 1 }
}

/// Seconds of a minute.
const MINUTE: i64 = 60;

impl Habits {
    /// The habits of somebody. Most are punctual.
    pub(crate) fn invent(chance: &mut Chance) -> Self {
        let mut habits =
            *chance.weighted(&[(58, PUNCTUAL), (30, USUAL), (9, CARELESS), (3, CHRONIC)]);
        habits.rests = *chance.weighted(&[(88, 0), (12, 850)]);
        habits.verify = *chance.weighted(&[(88, 1), (8, 15), (4, 4)]);
        habits
    }
}

/// Seconds after the start at which somebody late comes: mostly a few minutes.
pub(crate) fn late_seconds(chance: &mut Chance) -> i64 {
    minutes_off(chance)
}

/// Seconds before the end at which somebody early goes.
pub(crate) fn early_seconds(chance: &mut Chance) -> i64 {
    minutes_off(chance)
}

fn minutes_off(chance: &mut Chance) -> i64 {
    let (low, high) =
        *chance.weighted(&[(62, (1, 15)), (20, (16, 35)), (11, (36, 70)), (7, (71, 150))]);
    chance.between(low * MINUTE, high * MINUTE)
}

/// Seconds before the start at which somebody in time comes: the nearer the more often.
pub(crate) fn ahead_seconds(chance: &mut Chance) -> i64 {
    let draw = |chance: &mut Chance| chance.between(20, 32 * MINUTE);
    draw(chance).min(draw(chance))
}

/// Seconds after the end at which somebody goes.
pub(crate) fn after_seconds(chance: &mut Chance) -> i64 {
    let draw = |chance: &mut Chance| chance.between(5, 38 * MINUTE);
    draw(chance).min(draw(chance))
}
