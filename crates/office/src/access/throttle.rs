//! Too many wrong passwords for a name close the door to it for a while.

use std::{
    collections::HashMap,
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

/// Attempts within the window that may fail, after which the door closes.
const ATTEMPTS_MAX: usize = 5;

/// How long an attempt that failed counts.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Names remembered at most, so that a stranger who tries many cannot fill the memory.
const NAMES_MAX: usize = 10_000;

/// Attempts by name.
#[derive(Debug, Default)]
pub(super) struct Throttle {
    tries: Mutex<HashMap<String, Tries>>,
    /// Told whenever an attempt ends.
    ended: Notify,
}

/// Attempts with a name.
#[derive(Debug, Default)]
struct Tries {
    /// Those that failed.
    failed: Vec<Timestamp>,
    /// Those that are looked at just now.
    under_way: usize,
}

/// An attempt that is looked at. One that is dropped before it is known whether it came in counts
/// neither way: whoever made it did not learn anything.
#[derive(Debug)]
pub(super) struct Attempt<'t> {
    throttle: &'t Throttle,
    name: &'t str,
}

/// Whether an attempt may begin.
enum Begun<'t> {
    Now(Attempt<'t>),
    /// Not before one of those under way has ended.
    AfterAnother,
    /// Not before this instant.
    Closed(Timestamp),
}

impl Throttle {
    /// Begins an attempt. So that many at once cannot slip through together, no more are looked at
    /// than may still fail; the rest wait for one of those to end. Who has the right password is
    /// kept waiting by the others, not kept out.
    ///
    /// # Errors
    ///
    /// The instant from which the next attempt is taken.
    pub(super) async fn begin<'t>(
        &'t self,
        name: &'t str,
        now: Timestamp,
    ) -> Result<Attempt<'t>, Timestamp> {
        loop {
            let mut ended = pin!(self.ended.notified());
            // Whatever ends from here on is heard.
            ended.as_mut().enable();
            match self.try_begin(name, now) {
                Begun::Now(attempt) => return Ok(attempt),
                Begun::Closed(until) => return Err(until),
                Begun::AfterAnother => ended.await,
            }
        }
    }

    fn try_begin<'t>(&'t self, name: &'t str, now: Timestamp) -> Begun<'t> {
        let mut names = self.names();
        let counts = |at: &Timestamp| now.duration_since(*at) < WINDOW;
        if names.len() >= NAMES_MAX && !names.contains_key(name) {
            names.retain(|_, tries| tries.under_way > 0 || tries.failed.last().is_some_and(counts));
            if names.len() >= NAMES_MAX {
                let idle = names.iter().filter(|(_, tries)| tries.under_way == 0);
                let oldest = idle.min_by_key(|(_, tries)| tries.failed.last());
                let oldest = oldest.map(|(name, _)| name.clone());
                oldest.and_then(|oldest| names.remove(&oldest));
            }
        }
        let tries = names.entry(name.to_owned()).or_default();
        tries.failed.retain(counts);
        match tries.failed.first() {
            Some(first) if tries.failed.len() >= ATTEMPTS_MAX => {
                Begun::Closed(first.saturating_add(WINDOW).unwrap_or(Timestamp::MAX))
            }
            Some(_) | None if tries.failed.len() + tries.under_way >= ATTEMPTS_MAX => {
                Begun::AfterAnother
            }
            Some(_) | None => {
                tries.under_way += 1;
                Begun::Now(Attempt { throttle: self, name })
            }
        }
    }

    fn names(&self) -> MutexGuard<'_, HashMap<String, Tries>> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Attempt<'_> {
    /// The password was wrong.
    pub(super) fn fail(self, now: Timestamp) {
        if let Some(tries) = self.throttle.names().get_mut(self.name) {
            tries.failed.push(now);
        }
    }

    /// The password was right: what failed before is forgotten.
    pub(super) fn succeed(self) {
        if let Some(tries) = self.throttle.names().get_mut(self.name) {
            tries.failed.clear();
        }
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        let mut names = self.throttle.names();
        if let Some(tries) = names.get_mut(self.name) {
            tries.under_way = tries.under_way.saturating_sub(1);
            if tries.under_way == 0 && tries.failed.is_empty() {
                names.remove(self.name);
            }
        }
        drop(names);
        self.throttle.ended.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + minute * 60).unwrap()
    }

    async fn fail(throttle: &Throttle, name: &str, now: Timestamp) -> Result<(), Timestamp> {
        throttle.begin(name, now).await.map(|attempt| attempt.fail(now))
    }

    #[tokio::test]
    async fn the_sixth_attempt_waits_until_the_first_is_old() {
        let throttle = Throttle::default();
        for minute in 0..5 {
            assert_eq!(fail(&throttle, "budi", at(minute)).await, Ok(()));
        }
        assert_eq!(fail(&throttle, "budi", at(5)).await, Err(at(15)));
        assert_eq!(fail(&throttle, "siti", at(5)).await, Ok(()), "others are not kept out");
        assert_eq!(fail(&throttle, "budi", at(15)).await, Ok(()));
        assert_eq!(fail(&throttle, "budi", at(15)).await, Err(at(16)), "only one was old");
    }

    #[tokio::test]
    async fn who_comes_in_starts_anew() {
        let throttle = Throttle::default();
        for _ in 0..4 {
            assert_eq!(fail(&throttle, "budi", at(0)).await, Ok(()));
        }
        throttle.begin("budi", at(0)).await.unwrap().succeed();
        for _ in 0..5 {
            assert_eq!(fail(&throttle, "budi", at(1)).await, Ok(()));
        }
        assert_eq!(fail(&throttle, "budi", at(1)).await, Err(at(16)));
    }

    #[tokio::test]
    async fn no_more_are_looked_at_than_may_fail_and_the_rest_wait() {
        let throttle = Throttle::default();
        assert_eq!(fail(&throttle, "budi", at(0)).await, Ok(()));
        let mut under_way = Vec::new();
        for _ in 0..4 {
            under_way.push(throttle.begin("budi", at(0)).await.unwrap());
        }
        assert!(matches!(throttle.try_begin("budi", at(0)), Begun::AfterAnother));
        drop(under_way.pop());
        let fifth = throttle.begin("budi", at(0)).await.unwrap();
        let waits = throttle.begin("budi", at(0));
        let end = async {
            fifth.fail(at(0));
            under_way.drain(..).for_each(|attempt| attempt.fail(at(0)));
        };
        let (refused, ()) = tokio::join!(waits, end);
        assert_eq!(refused.map(drop), Err(at(15)), "five failed meanwhile");
    }

    #[tokio::test]
    async fn many_names_do_not_fill_the_memory() {
        let throttle = Throttle::default();
        for number in 0..=i64::try_from(NAMES_MAX).unwrap() {
            let name = format!("name-{number}");
            assert_eq!(fail(&throttle, &name, at(number / 5_000)).await, Ok(()));
        }
        assert_eq!(throttle.names().len(), NAMES_MAX);
        for name in ["ayu", "bayu"] {
            throttle.begin(name, at(60)).await.unwrap().succeed();
        }
        assert_eq!(throttle.names().len(), 0, "who came in is not remembered");
    }
}
