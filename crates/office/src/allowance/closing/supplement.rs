//! What came out otherwise since a month was closed: late facts, or late law (rapel). Shown with
//! its causes, and frozen beside the closing, never in it.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId, Rupiah, Skpd};
use serde::Serialize;
use storage::{closings::Frozen, matters::Whose, presence::People};

use super::{
    Acknowledged, Cause, Check, Closed, ClosingKind, FigureKind, SupplementDoc,
    chain::{Chain, Standing},
    changes,
    check::settle,
    close_month::{Freezing, check_reasons},
    kept::{ENGINE, frozen_bytes},
    unit::{PersonOfUnit, UnitMonth},
};
use crate::{Actor, Lawbook, Office, OfficeError, Permission, Scope};

/// Beginnings of the ids of values that make the Tpp before cuts.
const MAKE_GROSS: [&str; 6] = [
    "class-amounts",
    "criterion",
    "employment-factor",
    "reason-factor",
    "proration",
    "gross-rounding",
];

/// A person whose month came out otherwise.
pub(crate) struct Otherwise {
    pub(crate) person: PersonId,
    pub(crate) doc: SupplementDoc,
    /// Difference of what was frozen, in rupiah.
    pub(crate) gross: i64,
    pub(crate) net: i64,
}

/// What a supplement was frozen with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupplementedMonth {
    /// The closing.
    pub closing: Closed,
    /// Number of the closing that it supplements.
    pub main: u32,
    /// Whose month came out otherwise, and why.
    pub people: Vec<SupplementDoc>,
}

/// What became of a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplemented {
    /// Frozen.
    Frozen(SupplementedMonth),
    /// Nobody's month came out otherwise; nothing was done.
    Nothing,
    /// This stands in the way; nothing was done.
    Hindered(Vec<Check>),
}

impl Office {
    /// Freezes what came out otherwise since the month was closed: the people whose statement
    /// differs, and by how much. What the closings of a person come to in all, less what claims ask
    /// back, is then the statement of today: what is claimed is not taken a second time.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] if the month is not closed;
    /// [`OfficeError::Closing`] if somebody else closed something this moment.
    pub async fn supplement_month(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
        acknowledged: &[Acknowledged],
    ) -> Result<Supplemented, OfficeError> {
        actor.require(Permission::CloseMonth, Scope::Skpd(skpd))?;
        check_reasons(acknowledged)?;
        let chain = self.closings(skpd, month).await?;
        let main = chain.main().map(|main| main.data.number);
        let name = || format!("{month} {skpd}");
        let main = main.ok_or_else(|| OfficeError::not_found("closed month", name()))?;
        self.refresh(month, &People::Of(skpd.clone())).await?;
        let unit = self.unit_month(skpd, month).await?;
        let otherwise = self.otherwise(&chain, &unit).await?;
        if otherwise.is_empty() {
            return Ok(Supplemented::Nothing);
        }
        let changed: BTreeSet<PersonId> = otherwise.iter().map(|one| one.person).collect();
        let about: Vec<&PersonOfUnit> =
            unit.people.iter().filter(|of| changed.contains(&of.person)).collect();
        let checks = self.checks_of(&unit, &about).await?;
        let noted = match settle(&checks, acknowledged) {
            Ok(noted) => noted,
            Err(left) => return Ok(Supplemented::Hindered(left)),
        };
        let docs: Vec<_> = otherwise
            .iter()
            .filter_map(|one| Some((one.person, one.doc.statement.clone()?)))
            .collect();
        let payouts = self.payouts_to_freeze((skpd, month), &docs).await?;
        let statements = otherwise
            .iter()
            .map(|one| Frozen {
                person: one.person,
                statement: frozen_bytes(&one.doc, payouts.get(&one.person)),
                gross: Rupiah(one.gross),
                net: Rupiah(one.net),
            })
            .collect();
        let of = Freezing { kind: ClosingKind::Supplement, chain: &chain, noted, statements };
        let closing = self.freeze(actor, &unit, of).await?;
        let people = otherwise.into_iter().map(|one| one.doc).collect();
        Ok(Supplemented::Frozen(SupplementedMonth { closing, main, people }))
    }

    /// Whose month would come out otherwise now than it stands frozen, by Nip.
    pub(super) async fn otherwise(
        &self,
        chain: &Chain,
        unit: &UnitMonth,
    ) -> Result<Vec<Otherwise>, OfficeError> {
        let Some(last) = chain.standing().last() else { return Ok(Vec::new()) };
        let (early, engine) = (last.data.counts_until.is_some(), last.data.engine.clone());
        let mut claimed: BTreeMap<PersonId, i64> = BTreeMap::new();
        for asked in self.asked_back(Whose::All, unit.month).await? {
            if asked.skpd == unit.skpd.as_str() {
                *claimed.entry(asked.person).or_default() += asked.beyond;
            }
        }
        let then = Then {
            claimed,
            law: self.changed_law(&last.data.law_version, unit).await?,
            rest_of_month: early && unit.counts_until().is_none(),
            engine: engine != ENGINE,
        };
        let mut standing = self.standing(chain).await?;
        let mut otherwise = Vec::new();
        for of in &unit.people {
            let frozen = standing.remove(&of.person);
            otherwise.extend(differs(of.person, frozen.as_ref(), Some(of), &then));
        }
        for (person, frozen) in standing {
            otherwise.extend(differs(person, Some(&frozen), None, &then));
        }
        otherwise.sort_by(|a, b| a.doc.nip.cmp(&b.doc.nip));
        Ok(otherwise)
    }

    /// Ids of the values that are others now than in the law of a closing, of those that can bear
    /// on the month.
    async fn changed_law(
        &self,
        version: &str,
        unit: &UnitMonth,
    ) -> Result<Vec<String>, OfficeError> {
        if version == unit.applied.version {
            return Ok(Vec::new());
        }
        let Some(kept) = self.store.law_text(version).await? else { return Ok(Vec::new()) };
        let before = Lawbook::unpack(&kept.text)?.lawbook;
        let values = |lawbook: &Lawbook| -> BTreeMap<String, String> {
            let bears = |provision: &&rules::law::Provision| {
                provision.from <= unit.month.last()
                    && provision.until.is_none_or(|until| unit.month.first() <= until)
            };
            let provisions = lawbook.law().provisions.iter().map(|(_, provision)| provision);
            let bearing = provisions.filter(bears);
            bearing.map(|value| (value.id.clone(), value.signed_text())).collect()
        };
        let (before, after) = (values(&before), values(&self.lawbook));
        let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let changed = ids.into_iter().filter(|id| before.get(*id) != after.get(*id));
        Ok(changed.cloned().collect())
    }
}

/// What is otherwise for everybody since the month was closed.
struct Then {
    /// What claims ask back of each person, in rupiah.
    claimed: BTreeMap<PersonId, i64>,
    law: Vec<String>,
    rest_of_month: bool,
    engine: bool,
}

/// What differs for one person; nothing if no figure does.
fn differs(
    person: PersonId,
    frozen: Option<&Standing>,
    now: Option<&PersonOfUnit>,
    then: &Then,
) -> Option<Otherwise> {
    let before = frozen.and_then(|frozen| frozen.doc.as_ref());
    let after = now.map(|of| &of.doc);
    let changes = changes(before, after);
    let claimed = then.claimed.get(&person).copied().unwrap_or(0);
    let held = frozen.map_or((0, 0), |frozen| (frozen.gross, frozen.net));
    let comes = after.map_or((0, 0), |doc| (doc.tpp_gross, doc.tpp_net));
    let net = comes.1 - (held.1 - claimed);
    // What claims settle to the rupiah is nothing to freeze, whatever figures differ.
    if net == 0 && (claimed != 0 || changes.is_empty()) {
        return None;
    }
    let mut causes = Vec::new();
    match (before, after) {
        (Some(before), Some(after)) => {
            if before.facts_digest != after.facts_digest {
                causes.push(Cause::Facts);
            }
            let behind = |id: &&String| {
                changes.iter().any(|change| match change.kind {
                    FigureKind::Cut => change.provisions.contains(id),
                    FigureKind::Gross => MAKE_GROSS.iter().any(|topic| id.starts_with(topic)),
                })
            };
            let own: Vec<String> = then.law.iter().filter(behind).cloned().collect();
            if !own.is_empty() {
                causes.push(Cause::Law { provisions: own });
            } else if !then.law.is_empty() && causes.is_empty() {
                causes.push(Cause::Law { provisions: then.law.clone() });
            }
            if then.rest_of_month {
                causes.push(Cause::RestOfMonth);
            }
            if causes.is_empty() && then.engine {
                causes.push(Cause::Engine);
            }
        }
        (Some(_), None) => causes.push(Cause::Moved),
        (None, _) => causes.push(Cause::Joined),
    }
    let (nip, name) = match (after, frozen) {
        (Some(doc), _) => (doc.nip.clone(), doc.name.clone()),
        (None, Some(frozen)) => (frozen.nip.clone(), frozen.name.clone()),
        (None, None) => return None,
    };
    if claimed != 0 {
        causes.push(Cause::Claimed { amount: claimed });
    }
    // The statement is what stands, and yet the closings do not come to it.
    if causes.is_empty() {
        causes.push(Cause::ClaimWithdrawn);
    }
    Some(Otherwise {
        person,
        doc: SupplementDoc { nip, name, changes, causes, statement: after.cloned() },
        gross: comes.0 - held.0,
        net,
    })
}
