//! How a month stands: open with what is left, or closed with who signed and what came out
//! otherwise since.

use std::collections::{HashMap, HashSet};

use civil::{Month, PersonId, Role, Skpd};
use jiff::Timestamp;
use serde::Serialize;
use storage::{matters::Step, people::PersonState, presence::People};

use super::{
    Cause, Check, ClosingKind, FigureChange, Noted, SupplementDoc,
    chain::Chain,
    kept::{FrozenDoc, Kept, REOPENED},
    sign::role_of,
};
use crate::{Actor, Office, OfficeError, Permission, Scope, allowance::StatementDoc};

/// The month of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClosingStatus {
    /// The organisation.
    pub skpd: String,
    /// Its name.
    pub name: String,
    /// The month.
    pub month: String,
    /// People whose month belongs to it now.
    pub people: u64,
    /// Open or closed.
    #[serde(flatten)]
    pub state: ClosingState,
    /// Closings that were reopened, oldest first.
    pub reopened: Vec<ShownClosing>,
}

/// Open or closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ClosingState {
    /// Nobody has closed it, or it was reopened.
    Open {
        /// What stands in the way or is to be known, what blocks first.
        checks: Vec<Check>,
    },
    /// Closed.
    Closed {
        /// The closing that stands.
        closing: Box<ShownClosing>,
        /// Its supplements, oldest first.
        supplements: Vec<ShownClosing>,
        /// Whose month would come out otherwise now.
        drift: Vec<Drifted>,
    },
}

/// A closing as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownClosing {
    /// Number of the matter.
    pub id: i64,
    /// Number among the closings of the organisation and month.
    pub number: u32,
    /// Main or supplement.
    pub kind: ClosingKind,
    /// Number of the closing that it supplements.
    pub main: Option<u32>,
    /// Number of the reopened closing in whose place it stands.
    pub former: Option<u32>,
    /// When it was closed.
    pub at: Timestamp,
    /// By whom, as the audit log calls them.
    pub by: String,
    /// `closed`, `signed` or `reopened`.
    pub stage: String,
    /// The desk that signs next.
    pub desk: Option<String>,
    /// SHA-256 over everything that was frozen.
    pub digest: String,
    /// Version of the law.
    pub law_version: String,
    /// Version of the program.
    pub engine: String,
    /// Last day whose facts count, where it was closed before its end.
    pub counts_until: Option<String>,
    /// People.
    pub people: u64,
    /// Tpp before cuts; of a supplement the difference.
    pub gross: i64,
    /// Tpp after cuts; of a supplement the difference.
    pub net: i64,
    /// What was left open or acknowledged.
    pub noted: Vec<Noted>,
    /// Who signed, in order.
    pub signatures: Vec<Signature>,
    /// Why it was reopened.
    pub reopened: Option<String>,
    /// By whom it was reopened and when; none while it stands.
    pub reopened_by: Option<Reopening>,
}

/// Who reopened a closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reopening {
    /// When.
    pub at: Timestamp,
    /// Who, as the audit log calls them.
    pub by: String,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// As what: the code of a role.
    pub role: String,
    /// Number of the person.
    pub nip: String,
    /// Name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Through which account or command.
    pub actor: String,
}

/// Somebody whose month would come out otherwise now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drifted {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// What would be paid more, or, negative, less.
    pub net: i64,
    /// Why.
    pub causes: Vec<Cause>,
    /// The figures that differ.
    pub changes: Vec<FigureChange>,
}

/// A frozen statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenStatement {
    /// Number of the person.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Tpp before cuts; of a supplement the difference.
    pub gross: i64,
    /// Tpp after cuts; of a supplement the difference.
    pub net: i64,
    /// The whole statement; none in a supplement by which the month left the organisation.
    pub statement: Option<StatementDoc>,
    /// What differed, in a supplement.
    pub supplement: Option<SupplementDoc>,
}

impl ShownClosing {
    /// The role that signs next; nothing when all have.
    #[must_use]
    pub fn waits_for(&self, skpd: &Skpd) -> Option<Role> {
        self.desk.as_deref().map(|desk| role_of(skpd, desk))
    }
}

impl Office {
    /// How a month of an organisation stands, brought up to date first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for an unknown Skpd;
    /// [`OfficeError::BadInput`] for a month after the next one.
    pub async fn closing_status(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
    ) -> Result<ClosingStatus, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let name = self.require_skpd(skpd).await?;
        self.require_reach(month)?;
        self.refresh(month, &People::Of(skpd.clone())).await?;
        let unit = self.unit_month(skpd, month).await?;
        let chain = self.closings(skpd, month).await?;
        let state = if let Some(main) = chain.main() {
            let drift = self.otherwise(&chain, &unit).await?;
            let drift = drift.into_iter().map(|one| Drifted {
                nip: one.doc.nip,
                name: one.doc.name,
                net: one.net,
                causes: one.doc.causes,
                changes: one.doc.changes,
            });
            let drift = drift.collect();
            let closing = Box::new(self.shown(main).await?);
            let mut supplements = Vec::new();
            for kept in chain.supplements() {
                supplements.push(self.shown(kept).await?);
            }
            ClosingState::Closed { closing, supplements, drift }
        } else {
            ClosingState::Open { checks: self.checks(&unit).await? }
        };
        let reopened = self.reopened(&chain).await?;
        Ok(ClosingStatus {
            skpd: skpd.to_string(),
            name,
            month: month.to_string(),
            people: unit.people.len() as u64,
            state,
            reopened,
        })
    }

    /// The statements of a closing as they were frozen, by Nip.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if there is no such closing; [`OfficeError::Forbidden`].
    pub async fn frozen_statements(
        &self,
        actor: &Actor,
        closing: i64,
    ) -> Result<Vec<FrozenStatement>, OfficeError> {
        let kept = self.kept_closing(closing).await?;
        actor.require(Permission::SeePay, Scope::Skpd(&kept.skpd))?;
        let mut statements = Vec::new();
        for (_, frozen) in self.store.frozen(&[closing]).await? {
            let doc = FrozenDoc::of(kept.data.kind, &frozen.statement)?;
            let (nip, name) = (doc.nip().to_owned(), doc.name().to_owned());
            let (statement, supplement) = match doc {
                FrozenDoc::Main(doc) => (Some(doc), None),
                FrozenDoc::Supplement(doc) => (doc.statement.clone(), Some(doc)),
            };
            let (gross, net) = (frozen.gross.0, frozen.net.0);
            statements.push(FrozenStatement { nip, name, gross, net, statement, supplement });
        }
        statements.sort_by(|a, b| a.nip.cmp(&b.nip));
        Ok(statements)
    }

    /// A closing by the number of its matter.
    pub(super) async fn kept_closing(&self, id: i64) -> Result<Kept, OfficeError> {
        let matter = self.store.matter(id).await?;
        let is_it = |matter: &storage::matters::Matter| {
            matter.opened.kind == storage::matters::MatterKind::Closing
        };
        let matter = matter.filter(is_it);
        let matter = matter.ok_or_else(|| OfficeError::not_found("closing", id.to_string()))?;
        Ok(Kept::of(matter)?)
    }

    async fn reopened(&self, chain: &Chain) -> Result<Vec<ShownClosing>, OfficeError> {
        let void: HashSet<u32> = chain
            .all
            .iter()
            .filter(|kept| kept.stage == REOPENED)
            .map(|kept| kept.data.number)
            .collect();
        let mut shown = Vec::new();
        for kept in &chain.all {
            let own = void.contains(&kept.data.number);
            if own || kept.data.main.is_some_and(|main| void.contains(&main)) {
                shown.push(self.shown(kept).await?);
            }
        }
        Ok(shown)
    }

    async fn shown(&self, kept: &Kept) -> Result<ShownClosing, OfficeError> {
        let steps = if kept.steps > 0 { self.store.steps(kept.id).await? } else { Vec::new() };
        let signers = steps.iter().filter_map(|step| step.person).collect();
        let states = self.states_today(signers).await?;
        let signed = steps.iter().filter(|step| step.verb == "signed");
        let reopened = steps.iter().find(|step| step.verb == REOPENED);
        let data = kept.data.clone();
        Ok(ShownClosing {
            id: kept.id,
            number: data.number,
            kind: data.kind,
            main: data.main,
            former: data.former,
            at: kept.at,
            by: kept.by.clone(),
            stage: kept.stage.clone(),
            desk: kept.desk.clone(),
            digest: data.digest,
            law_version: data.law_version,
            engine: data.engine,
            counts_until: data.counts_until,
            people: data.people,
            gross: data.gross,
            net: data.net,
            noted: data.noted,
            signatures: signed.map(|step| signature(&kept.skpd, step, &states)).collect(),
            reopened: reopened.map(|step| step.data.clone()),
            reopened_by: reopened.map(|step| Reopening { at: step.at, by: step.actor.clone() }),
        })
    }
}

fn signature(skpd: &Skpd, step: &Step, states: &HashMap<PersonId, PersonState>) -> Signature {
    let desk = step.data.split_once(' ').map_or(step.data.as_str(), |(desk, _)| desk);
    let state = step.person.and_then(|person| states.get(&person));
    Signature {
        role: role_of(skpd, desk).to_string(),
        nip: state.map_or_else(String::new, |state| state.nip.to_string()),
        name: state.map_or_else(String::new, |state| state.name.clone()),
        at: step.at,
        actor: step.actor.clone(),
    }
}
