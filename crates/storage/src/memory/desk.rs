use std::collections::BTreeMap;

use async_trait::async_trait;

use super::{MemoryStore, counted};
use crate::{
    AuditEntry, StoreError,
    closings::{ClosingStore, Frozen, LawText},
    details::{Detail, DetailStore, Post},
    matters::{NewMatter, Opened},
    presence::People,
};

/// Those of a list of which no later one has the same place.
fn last_of<K: Ord, T: Clone>(all: &[T], place: impl Fn(&T) -> K) -> Vec<T> {
    let by_place: BTreeMap<K, &T> = all.iter().map(|one| (place(one), one)).collect();
    by_place.into_values().cloned().collect()
}

/// Appends what does not just hold at its place already, and tells how many that was.
fn append_new<K: Ord, T: Clone + PartialEq>(
    all: &mut Vec<T>,
    new: &[T],
    place: impl Fn(&T) -> K,
) -> u32 {
    let before = all.len();
    for one in new {
        let at_its_place = all.iter().rev().find(|known| place(known) == place(one));
        if at_its_place != Some(one) {
            all.push(one.clone());
        }
    }
    counted(all.len() - before)
}

#[async_trait]
impl DetailStore for MemoryStore {
    async fn add_details(&self, details: &[Detail], audit: AuditEntry) -> Result<u32, StoreError> {
        let mut state = self.state();
        let new = append_new(&mut state.details, details, |detail| {
            (detail.person, detail.key.clone(), detail.valid_from)
        });
        if new > 0 {
            state.audit(audit);
        }
        Ok(new)
    }

    async fn details(&self, people: &People) -> Result<Vec<Detail>, StoreError> {
        let state = self.state();
        let (from, until) = (jiff::civil::Date::MIN, jiff::civil::Date::MAX);
        let mut found = last_of(&state.details, |detail| {
            (detail.person, detail.key.clone(), detail.valid_from)
        });
        found.retain(|detail| state.includes(people, detail.person, from, until));
        Ok(found)
    }

    async fn fill_posts(&self, posts: &[Post], audit: AuditEntry) -> Result<u32, StoreError> {
        let mut state = self.state();
        let new = append_new(&mut state.posts, posts, |post| (post.desk.clone(), post.valid_from));
        if new > 0 {
            state.audit(audit);
        }
        Ok(new)
    }

    async fn posts(&self) -> Result<Vec<Post>, StoreError> {
        Ok(last_of(&self.state().posts, |post| (post.desk.clone(), post.valid_from)))
    }
}

#[async_trait]
impl ClosingStore for MemoryStore {
    async fn freeze(
        &self,
        closing: &NewMatter,
        law: &LawText,
        statements: &[Frozen],
        audit: AuditEntry,
    ) -> Result<Opened, StoreError> {
        let mut state = self.state();
        let opened = state.open_matter(closing, audit);
        if let Opened::New(id) = opened {
            let of_closing = statements.iter().map(|frozen| ((id, frozen.person), frozen.clone()));
            state.frozen.extend(of_closing);
            state.law_texts.entry(law.version.clone()).or_insert_with(|| law.clone());
        }
        Ok(opened)
    }

    async fn frozen(&self, closings: &[i64]) -> Result<Vec<(i64, Frozen)>, StoreError> {
        let state = self.state();
        let of = state.frozen.iter().filter(|((closing, _), _)| closings.contains(closing));
        Ok(of.map(|((closing, _), frozen)| (*closing, frozen.clone())).collect())
    }

    async fn law_text(&self, version: &str) -> Result<Option<LawText>, StoreError> {
        Ok(self.state().law_texts.get(version).cloned())
    }
}
