//! Too many wrong passwords for a name close the door to it for a while.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// Attempts within the window after which the door closes.
const ATTEMPTS_MAX: usize = 5;

/// How long an attempt counts.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Names remembered at most, so that a stranger who tries many cannot fill the memory.
const NAMES_MAX: usize = 10_000;

/// Attempts by name that have not succeeded.
#[derive(Debug, Default)]
pub(super) struct Throttle {
    attempts: Mutex<HashMap<String, Vec<Timestamp>>>,
}

impl Throttle {
    /// Begins an attempt. It counts from here, so that many at once cannot slip through together;
    /// [`Throttle::succeed`] takes it back.
    ///
    /// # Errors
    ///
    /// The instant from which the next attempt is taken.
    pub(super) fn begin(&self, name: &str, now: Timestamp) -> Result<(), Timestamp> {
        let mut names = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = |at: &Timestamp| now.duration_since(*at) < WINDOW;
        if names.len() >= NAMES_MAX && !names.contains_key(name) {
            names.retain(|_, attempts| attempts.last().is_some_and(counts));
            if names.len() >= NAMES_MAX {
                let oldest = names.iter().min_by_key(|(_, attempts)| attempts.last());
                let oldest = oldest.map(|(name, _)| name.clone());
                oldest.and_then(|oldest| names.remove(&oldest));
            }
        }
        let attempts = names.entry(name.to_owned()).or_default();
        attempts.retain(counts);
        match attempts.first() {
            Some(first) if attempts.len() >= ATTEMPTS_MAX => {
                Err(first.saturating_add(WINDOW).unwrap_or(Timestamp::MAX))
            }
            Some(_) | None => {
                attempts.push(now);
                Ok(())
            }
        }
    }

    /// Forgets the attempts of a name that came in.
    pub(super) fn succeed(&self, name: &str) {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + minute * 60).unwrap()
    }

    #[test]
    fn the_sixth_attempt_waits_until_the_first_is_old() {
        let throttle = Throttle::default();
        for minute in 0..5 {
            assert_eq!(throttle.begin("budi", at(minute)), Ok(()));
        }
        assert_eq!(throttle.begin("budi", at(5)), Err(at(15)));
        assert_eq!(throttle.begin("siti", at(5)), Ok(()), "others are not kept out");
        assert_eq!(throttle.begin("budi", at(15)), Ok(()));
        assert_eq!(throttle.begin("budi", at(15)), Err(at(16)), "only one was old");
    }

    #[test]
    fn who_comes_in_starts_anew() {
        let throttle = Throttle::default();
        for _ in 0..4 {
            assert_eq!(throttle.begin("budi", at(0)), Ok(()));
        }
        throttle.succeed("budi");
        for _ in 0..5 {
            assert_eq!(throttle.begin("budi", at(1)), Ok(()));
        }
        assert_eq!(throttle.begin("budi", at(1)), Err(at(16)));
    }

    #[test]
    fn many_names_do_not_fill_the_memory() {
        let throttle = Throttle::default();
        for number in 0..=i64::try_from(NAMES_MAX).unwrap() {
            let begun = throttle.begin(&format!("name-{number}"), at(0).max(at(number / 5_000)));
            assert_eq!(begun, Ok(()));
        }
        let names = throttle.attempts.lock().unwrap();
        assert_eq!(names.len(), NAMES_MAX);
    }
}
