//! What a month would come to under another law: who gains, who loses, by which figures. Nothing is
//! stored.

mod standing;

use std::{
    collections::{BTreeMap, HashMap},
    iter::Peekable,
    sync::Arc,
};

use civil::{Month, PersonId, Skpd};
use jiff::civil::Date;
use rules::law::NotInForce;
use serde::Serialize;
use storage::{
    StoreError,
    people::PersonFact,
    presence::People,
    results::{ResultFilter, ResultPeople},
};
use tokio::task::JoinHandle;

use super::{
    StatementDoc,
    closing::{FigureChange, changes},
};
use crate::{
    Actor, Lawbook, Office, OfficeError, Permission, Scope,
    presence::{Applied, PersonMonth, Silent},
};
use standing::{FrozenBytes, standing};

/// People read and computed at a time, so that a regency of any size fits in little memory.
const PEOPLE_AT_ONCE: usize = 2_000;

/// What a month would come to under another law. Amounts are what is paid after cuts, in rupiah, of
/// everybody for whom neither law is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// People whose month was computed.
    pub people: u64,
    /// People for whom a figure comes out otherwise.
    pub changed: u64,
    /// What is paid by the law as it stands: as frozen where the month is closed.
    pub before: i64,
    /// What would be paid.
    pub after: i64,
    /// By organisation.
    pub by_skpd: Vec<WhatIfSkpd>,
    /// The month.
    pub month: String,
    /// Version of the other law.
    pub law_version: String,
    /// People for whom a figure comes out otherwise; who loses most first.
    pub by_person: Vec<WhatIfPerson>,
    /// People of whom something became known since their month was frozen: what differs for them
    /// is not the law's doing alone.
    pub facts_changed: u64,
    /// People for whom the other law is silent, and about what.
    pub silent: Vec<Silent>,
}

/// An organisation under another law.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WhatIfSkpd {
    /// Its code.
    pub skpd: String,
    /// Its name.
    pub name: String,
    /// Whether its month is closed, and so compared with what is frozen.
    pub closed: bool,
    /// People.
    pub people: u64,
    /// People for whom a figure comes out otherwise.
    pub changed: u64,
    /// What is paid.
    pub before: i64,
    /// What would be paid.
    pub after: i64,
    /// People who would get more.
    pub gain: u64,
    /// People who would get less.
    pub lose: u64,
}

/// A person under another law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIfPerson {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// What is paid.
    pub before: i64,
    /// What would be paid.
    pub after: i64,
    /// The figures that differ.
    pub changes: Vec<FigureChange>,
}

/// A statement as it stands, and as it would be.
struct Compared {
    before: StatementDoc,
    after: StatementDoc,
    changes: Vec<FigureChange>,
}

impl Compared {
    fn of(before: StatementDoc, after: StatementDoc) -> Self {
        let changes = changes(Some(&before), Some(&after));
        Self { before, after, changes }
    }
}

/// What people are computed with.
#[derive(Clone)]
struct Laws {
    month: Month,
    now: Office,
    as_now: Applied,
    other: Office,
    as_other: Applied,
}

impl Office {
    /// Computes a month of everybody under another law and compares it with what is frozen, or else
    /// with what the law as it stands gives from the same facts. What the other law says counts as
    /// known, whenever it became so: a draft is asked about before it is.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for a month that cannot be computed.
    pub async fn what_if(
        &self,
        actor: &Actor,
        month: Month,
        other: Lawbook,
    ) -> Result<WhatIf, OfficeError> {
        actor.require(Permission::SeePay, Scope::Regency)?;
        self.require_reach(month)?;
        let laws = self.laws(month, other).await?;
        let mut frozen = self.frozen_in(month).await?;
        let names = self.store.skpds().await?.into_iter();
        let names: HashMap<String, String> =
            names.map(|entry| (entry.code.to_string(), entry.name)).collect();
        let mut sum = Sum { names, ..Sum::default() };
        sum.closed = std::mem::take(&mut frozen.closed);
        let mut everybody = self.store.facts(&People::All).await?.into_iter().peekable();
        // While people of one part are computed, those of the next are read.
        let mut computing: Option<JoinHandle<Result<Vec<Compared>, StoreError>>> = None;
        while everybody.peek().is_some() {
            let (people, facts) = first_of(&mut everybody, PEOPLE_AT_ONCE);
            let held: HashMap<PersonId, Vec<FrozenBytes>> =
                people.iter().filter_map(|id| frozen.held.remove_entry(id)).collect();
            let others = people.iter().filter(|id| !held.contains_key(*id)).copied().collect();
            let facts = self.gather_with(facts, &People::These(people), month).await?;
            let stored = self.stored_statements(month, others, &laws.as_now).await?;
            let part = Part { facts, stored, frozen: held };
            if let Some(done) = computing.take() {
                sum.add_all(joined(done).await?);
            }
            let laws = laws.clone();
            computing = Some(tokio::task::spawn_blocking(move || compute(&laws, &part)));
        }
        if let Some(done) = computing {
            sum.add_all(joined(done).await?);
        }
        Ok(sum.told(month, laws.as_other.version))
    }

    /// The law as it stands and the other, each with how it is applied.
    async fn laws(&self, month: Month, other: Lawbook) -> Result<Laws, OfficeError> {
        let as_now = self.law_to_close(month).await?;
        let other = Self { lawbook: Arc::new(other), ..self.clone() };
        let mut as_other = other.law_to_close(month).await?;
        as_other.known_by = Date::MAX;
        // December ends on the same day in both, or what is compared is not the same month.
        as_other.end = as_now.end;
        Ok(Laws { month, now: self.clone(), as_now, other, as_other })
    }

    /// Statements as they are stored, of those that were computed by the law as it stands.
    async fn stored_statements(
        &self,
        month: Month,
        people: Vec<PersonId>,
        applied: &Applied,
    ) -> Result<HashMap<PersonId, Vec<u8>>, OfficeError> {
        // What is stored of a month that ends early holds days that do not count.
        if applied.end != rules::payout::december::MonthEnd::Ordinary {
            return Ok(HashMap::new());
        }
        let filter = ResultFilter { month, people: ResultPeople::These(people) };
        let results = self.store.months(&filter).await?.into_iter();
        let settled = applied.settled_by(month, self.zone);
        let current = results
            .filter(|result| result.law_version == applied.version && result.evaluated >= settled);
        Ok(current.map(|result| (result.person, result.statement)).collect())
    }
}

/// The facts of the next people, and who they are.
fn first_of(
    facts: &mut Peekable<impl Iterator<Item = PersonFact>>,
    most: usize,
) -> (Vec<PersonId>, Vec<PersonFact>) {
    let (mut people, mut of_them) = (Vec::new(), Vec::new());
    while let Some(fact) =
        facts.next_if(|fact| people.last() == Some(&fact.person) || people.len() < most)
    {
        if people.last() != Some(&fact.person) {
            people.push(fact.person);
        }
        of_them.push(fact);
    }
    (people, of_them)
}

/// People to compute, with what is there of them already.
struct Part {
    facts: Vec<PersonMonth>,
    stored: HashMap<PersonId, Vec<u8>>,
    frozen: HashMap<PersonId, Vec<FrozenBytes>>,
}

async fn joined(
    done: JoinHandle<Result<Vec<Compared>, StoreError>>,
) -> Result<Vec<Compared>, StoreError> {
    done.await.expect("computing a month does not panic")
}

/// Computes people under the other law, and under the law as it stands where nothing is there that
/// rests on the same facts.
fn compute(laws: &Laws, part: &Part) -> Result<Vec<Compared>, StoreError> {
    let month = laws.month;
    let afters = laws.other.preview_by(month, laws.as_other.clone()).months(&part.facts);
    let mut compared = Vec::with_capacity(part.facts.len());
    let mut missing = Vec::new();
    for (facts, after) in part.facts.iter().zip(afters) {
        let Some((_, after)) = after else { continue };
        let stored = || {
            let bytes = part.stored.get(&facts.person)?;
            let doc = StatementDoc::from_bytes(bytes).ok()?;
            (doc.facts_digest == after.facts_digest).then_some(doc)
        };
        let held = part.frozen.get(&facts.person).map_or(&[][..], Vec::as_slice);
        match standing(held)?.or_else(stored) {
            Some(before) => compared.push(Compared::of(before, after)),
            None => missing.push((facts, after)),
        }
    }
    let preview = laws.now.preview_by(month, laws.as_now.clone());
    let befores = preview.months(missing.iter().map(|(facts, _)| *facts));
    for (before, (_, after)) in befores.into_iter().zip(missing) {
        if let Some((_, before)) = before {
            compared.push(Compared::of(before, after));
        }
    }
    Ok(compared)
}

/// What is being added up.
#[derive(Default)]
struct Sum {
    total: WhatIf,
    names: HashMap<String, String>,
    closed: Vec<Skpd>,
    by_skpd: BTreeMap<String, WhatIfSkpd>,
}

impl Sum {
    fn add_all(&mut self, compared: Vec<Compared>) {
        for one in compared {
            self.add(one);
        }
    }

    fn add(&mut self, Compared { before, after, changes }: Compared) {
        self.total.people += 1;
        let of = self.by_skpd.entry(before.skpd.clone()).or_insert_with(|| WhatIfSkpd {
            skpd: before.skpd.clone(),
            name: self.names.get(&before.skpd).cloned().unwrap_or_default(),
            closed: self.closed.iter().any(|skpd| skpd.as_str() == before.skpd),
            ..WhatIfSkpd::default()
        });
        of.people += 1;
        self.total.facts_changed += u64::from(before.facts_digest != after.facts_digest);
        if let Some(silent) = &after.silent {
            let reason = NotInForce::from(silent.clone()).to_string();
            self.total.silent.push(Silent { nip: after.nip.clone(), reason });
        }
        if after.silent.is_some() || before.silent.is_some() {
            return;
        }
        of.before += before.tpp_net;
        of.after += after.tpp_net;
        if changes.is_empty() {
            return;
        }
        of.changed += 1;
        of.gain += u64::from(after.tpp_net > before.tpp_net);
        of.lose += u64::from(after.tpp_net < before.tpp_net);
        self.total.by_person.push(WhatIfPerson {
            nip: after.nip.clone(),
            name: after.name.clone(),
            skpd: before.skpd.clone(),
            before: before.tpp_net,
            after: after.tpp_net,
            changes,
        });
    }

    fn told(self, month: Month, law_version: String) -> WhatIf {
        let by_skpd: Vec<WhatIfSkpd> = self.by_skpd.into_values().collect();
        let mut told = WhatIf {
            changed: by_skpd.iter().map(|of| of.changed).sum(),
            before: by_skpd.iter().map(|of| of.before).sum(),
            after: by_skpd.iter().map(|of| of.after).sum(),
            by_skpd,
            month: month.to_string(),
            law_version,
            ..self.total
        };
        told.by_person
            .sort_by(|a, b| (a.after - a.before, &a.nip).cmp(&(b.after - b.before, &b.nip)));
        told
    }
}
