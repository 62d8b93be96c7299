//! The present, as a parameter.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Says what time it is. Only the binary holds the real one.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// A clock that stands still until it is moved by hand.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that shows `instant`, to the second.
    #[must_use]
    pub fn at(instant: Timestamp) -> Self {
        Self(AtomicI64::new(instant.as_second()))
    }

    /// Moves the clock forward.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst))
            .expect("a fixed clock is set and moved within the range of instants")
    }
}
