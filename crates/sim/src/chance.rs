//! Chance that repeats: every question has its own stream, so that an answer depends on the seed
//! and on what is asked, not on what was asked before.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng as _, SeedableRng as _},
};

/// What a stream of chance is for.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(crate) enum Stream {
    /// Sites and terminals.
    Places = 1,
    /// A person: name, number, post, habits.
    Person = 2,
    /// What a person does on a day.
    Day = 3,
    /// What happens to a person: leave, moves, results of work.
    Fate = 4,
    /// How a terminal cuts its punches into uploads.
    Uploads = 5,
    /// What goes wrong on the line.
    Line = 6,
    /// What the paying of a person rests on.
    Pay = 7,
}

/// A stream of chance.
#[derive(Clone, Debug)]
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of a question about `one` and `other`.
    pub(crate) fn of(seed: u64, stream: Stream, one: usize, other: i64) -> Self {
        let mut key = [0; 32];
        let parts = [
            seed.to_le_bytes(),
            u64::from(stream as u8).to_le_bytes(),
            wide(one),
            other.to_le_bytes(),
        ];
        for (slot, part) in key.chunks_exact_mut(8).zip(parts) {
            slot.copy_from_slice(&part);
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number from 0 to before `count`; 0 if that is 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
        let place = (u64::from(self.0.next_u32()) * count) >> 32;
        usize::try_from(place).expect("a number below a usize is one")
    }

    /// A number between two, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = usize::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(span)).expect("a number below a span of i64 is one")
    }

    /// Whether something happens that happens `permille` times in a thousand.
    pub(crate) fn permille(&mut self, permille: usize) -> bool {
        self.below(1_000) < permille
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        from.get(self.below(from.len())).expect("lists to pick from are not empty")
    }

    /// One of several, as often as its weight says.
    pub(crate) fn weighted<'a, T>(&mut self, from: &'a [(usize, T)]) -> &'a T {
        let total = from.iter().map(|(weight, _)| weight).sum();
        let mut place = self.below(total);
        for (weight, value) in from {
            if place < *weight {
                return value;
            }
            place -= weight;
        }
        from.last().map(|(_, value)| value).expect("lists to pick from are not empty")
    }
}

fn wide(number: usize) -> [u8; 8] {
    u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws(seed: u64, one: usize) -> Vec<usize> {
        let mut chance = Chance::of(seed, Stream::Day, one, -3);
        (0..50).map(|_| chance.below(1_000)).collect()
    }

    #[test]
    fn the_same_question_has_the_same_answer_and_another_another() {
        assert_eq!(draws(7, 1), draws(7, 1));
        assert_ne!(draws(7, 1), draws(7, 2));
        assert_ne!(draws(7, 1), draws(8, 1));
    }

    #[test]
    fn draws_keep_to_their_bounds_and_weights() {
        let mut chance = Chance::of(1, Stream::Person, 0, 0);
        let drawn: Vec<i64> = (0..2_000).map(|_| chance.between(-2, 2)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-2), Some(&2)));
        let often = (0..2_000).filter(|_| *chance.weighted(&[(9, true), (1, false)])).count();
        assert!((1_700..1_900).contains(&often), "{often}");
        assert_eq!(chance.below(0), 0);
    }
}
