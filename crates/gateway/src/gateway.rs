//! What answers terminals: an office, and what is remembered between requests.

use std::sync::Arc;

use civil::Random;
use office::Office;
use terminal::push::security_push::Code;
use tokio::sync::Semaphore;

use crate::{Limits, roll::Roll};

/// What a [`Gateway`] is made of.
pub struct Parts {
    /// Where deliveries go, and whose clock is told.
    pub office: Office,
    /// Chance, for the sessions of access-control terminals.
    pub random: Arc<dyn Random>,
    /// How much is taken.
    pub limits: Limits,
}

/// Answers terminals. Clones share everything.
#[derive(Clone)]
pub struct Gateway {
    pub(crate) office: Office,
    pub(crate) limits: Arc<Limits>,
    pub(crate) roll: Arc<Roll>,
    /// One permit a large body in memory.
    pub(crate) large_bodies: Arc<Semaphore>,
    random: Arc<dyn Random>,
}

impl Gateway {
    /// A gateway that has heard nobody yet.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { office, random, limits } = parts;
        Self {
            office,
            large_bodies: Arc::new(Semaphore::new(limits.large_bodies_max)),
            limits: Arc::new(limits),
            roll: Arc::default(),
            random,
        }
    }

    /// A code that nobody can guess.
    pub(crate) fn new_code(&self) -> Code {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes);
        format!("{:032x}", u128::from_be_bytes(bytes))
            .parse()
            .expect("32 hexadecimal digits are a code")
    }
}
