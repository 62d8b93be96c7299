//! How much waits for somebody: asked with every page, so kept for a moment.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use civil::Role;
use jiff::{SignedDuration, Timestamp};
use storage::matters::{Desk, MatterFilter, Waiting, Whose};

use super::list::ASKED;
use crate::{Actor, Office, OfficeError, Permission};

/// How long a count is kept if nothing is asked or decided in this process; another process, such as
/// an import of posts on the command line, is noticed after it.
const KEPT: SignedDuration = SignedDuration::from_secs(30);

/// Most matters counted; more is many.
pub const INBOX_MAX: u32 = 99;

/// Most people whose counts are kept.
const PEOPLE_MAX: usize = 4_096;

/// What waits for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    /// Matters that the actor may decide now, at most [`INBOX_MAX`].
    pub waits: u32,
    /// Whether the actor sits at a desk on which matters can come to lie.
    pub seated: bool,
}

/// Counts by actor, forgotten whenever a matter or a post changes.
#[derive(Debug, Default)]
pub(crate) struct Inboxes(Mutex<HashMap<String, (Timestamp, Inbox)>>);

impl Inboxes {
    fn known(&self, actor: &Actor, now: Timestamp) -> Option<Inbox> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, inbox) = kept.get(actor.name())?;
        (now.duration_since(*at) < KEPT).then_some(*inbox)
    }

    fn keep(&self, actor: &Actor, now: Timestamp, inbox: Inbox) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= PEOPLE_MAX {
            kept.clear();
        }
        kept.insert(actor.name().to_owned(), (now, inbox));
    }

    /// Forgets all counts.
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Office {
    /// What waits for the actor.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn inbox(&self, actor: &Actor) -> Result<Inbox, OfficeError> {
        if !actor.may_somewhere(Permission::Decide) {
            return Ok(Inbox::default());
        }
        let now = self.now();
        if let Some(known) = self.inboxes.known(actor, now) {
            return Ok(known);
        }
        let posts = self.posts().await?;
        let desks = self.desks_of(actor, &posts);
        let in_post =
            actor.person().is_some_and(|one| posts.held_by(one, self.today()).next().is_some());
        let seated =
            in_post || actor.role() == Some(Role::Bkpsdm) && desks.contains(&Desk::bkpsdm());
        let filter = MatterFilter {
            kinds: ASKED.to_vec(),
            waiting: Waiting::Yes,
            limit: INBOX_MAX,
            ..MatterFilter::of(Whose::On(desks))
        };
        let matters = self.store.matters(&filter).await?;
        let others = matters.iter().filter(|matter| matter.opened.person != actor.person()).count();
        let inbox = Inbox { waits: u32::try_from(others).unwrap_or(INBOX_MAX), seated };
        self.inboxes.keep(actor, now, inbox);
        Ok(inbox)
    }
}
