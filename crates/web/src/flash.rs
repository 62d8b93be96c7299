//! What somebody has just done, kept until that one's next page says it. Not in the address: it
//! names people.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::{Notice, session::SessionToken};

/// Most sessions for which something is kept; who never comes to read it must not fill the memory.
const SESSIONS_MAX: usize = 1_024;

/// What is to be said, by session.
#[derive(Debug, Default)]
pub(crate) struct Flash(Mutex<HashMap<String, Vec<Notice>>>);

impl Flash {
    /// Keeps notices for a session, in place of those that nobody came to read.
    pub(crate) fn keep(&self, token: &SessionToken, notices: Vec<Notice>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= SESSIONS_MAX {
            kept.clear();
        }
        kept.insert(token.as_str().to_owned(), notices);
    }

    /// What is kept for a session; it is said once.
    pub(crate) fn take(&self, token: &SessionToken) -> Vec<Notice> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.remove(token.as_str()).unwrap_or_default()
    }
}
