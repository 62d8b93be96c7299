//! Which events the law knows, and which of a unit were recorded.

use civil::{Month, Skpd};
use jiff::civil::Date;
use rules::law::pay::Measure;
use storage::{
    StoreError,
    matters::{MatterFilter, MatterKind, Whose},
};

use super::record::Kept;
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A kind of event that a rule of the regency charges for missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventKind {
    /// Its code: `apel`, `upacara`, `senam`.
    pub code: String,
    /// What the rule is called.
    pub rule: String,
}

/// An event of a unit that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownEvent {
    /// Code of the kind.
    pub code: String,
    /// The day.
    pub date: Date,
    /// Minutes of the day between which one had to be there.
    pub minutes: (u16, u16),
    /// Number of the invitation or of the list.
    pub letter: String,
    /// How often it was recorded; what was recorded last holds.
    pub times: u32,
}

impl Office {
    /// The kinds of events that rules of the regency charge for missing, by code.
    #[must_use]
    pub fn event_kinds(&self) -> Vec<EventKind> {
        let rules = self.lawbook.law().rules.values();
        let charged = rules.filter(|rule| rule.measure == Measure::Missed);
        let mut kinds: Vec<EventKind> = charged
            .flat_map(|rule| {
                let title = rule.title.get_ref();
                rule.kinds.iter().map(|code| EventKind { code: code.clone(), rule: title.clone() })
            })
            .collect();
        kinds.sort_by(|a, b| a.code.cmp(&b.code));
        kinds.dedup_by(|a, b| a.code == b.code);
        kinds
    }

    /// The events of an organisation that were recorded about days of a month, the newest first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`].
    pub async fn known_events(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
    ) -> Result<Vec<KnownEvent>, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let filter = MatterFilter {
            kinds: vec![MatterKind::Event],
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(Whose::In(skpd.clone()))
        };
        let mut events = Vec::new();
        for matter in self.store.matters(&filter).await? {
            let kept: Kept = serde_json::from_str(&matter.opened.data).map_err(|error| {
                StoreError::Inconsistent { what: "event", reason: error.to_string() }
            })?;
            events.push(KnownEvent {
                code: kept.code,
                date: matter.opened.from,
                minutes: kept.minutes,
                letter: kept.letter,
                // The step that opened it says nothing of who was there.
                times: matter.steps.saturating_sub(1).max(1),
            });
        }
        events.sort_by(|a, b| (b.date, &a.code).cmp(&(a.date, &b.code)));
        Ok(events)
    }
}
