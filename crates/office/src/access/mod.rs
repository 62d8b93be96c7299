//! Who may come in: accounts, signing in, sessions.

mod password;
mod put_account;
mod session;
mod sign_in;
mod suspend_account;
mod throttle;

use std::sync::Arc;

use tokio::sync::Semaphore;

pub use put_account::NewAccount;
pub use session::Visitor;
pub use sign_in::{SignInError, SignedIn};
use throttle::Throttle;

/// Passwords checked at the same time. Each takes 19 MiB and a core for as long as it lasts, so
/// that a storm of sign-ins must queue here, not starve the terminals.
const CHECKS_AT_ONCE: usize = 2;

/// What is remembered of people at the door, for as long as the program runs.
pub(crate) struct Gate {
    throttle: Throttle,
    checks: Arc<Semaphore>,
    slates: Arc<password::Slates>,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            throttle: Throttle::default(),
            checks: Arc::new(Semaphore::new(CHECKS_AT_ONCE)),
            slates: Arc::default(),
        }
    }
}
