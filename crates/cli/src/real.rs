//! The real clock and real chance. Nothing else in the house reads either.

use civil::{Clock, Random};
use jiff::Timestamp;

/// The clock of the machine.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the edge that reads the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Chance of the operating system.
pub(crate) struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        use rand::TryRng as _;
        rand::rngs::SysRng
            .try_fill_bytes(bytes)
            .expect("the operating system gives random bytes, or nothing here is safe");
    }
}
