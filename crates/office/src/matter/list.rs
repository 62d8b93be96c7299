//! What waits for me, and what became of what I asked.

use std::collections::HashMap;

use civil::PersonId;
use jiff::{Timestamp, civil::Date};
use storage::{
    matters::{Matter, MatterFilter, MatterKind, Waiting, Whose},
    people::PersonState,
    presence::People,
};

use super::{
    Asked, MatterChange,
    decide::{is_ones_own, waits_on},
};
use crate::{
    Actor, Forbidden, Office, OfficeError, Permission, Scope, presence::state_on, proof::ProofKind,
};

/// Matters on a page.
const A_PAGE: usize = 50;

/// Kinds that are asked for and decided desk by desk.
pub(super) const ASKED: [MatterKind; 4] =
    [MatterKind::Leave, MatterKind::Correction, MatterKind::Outage, MatterKind::Swap];

/// A matter as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMatter {
    /// Its number.
    pub id: i64,
    /// How many steps it has.
    pub steps: u32,
    /// Number of the person; empty for a whole unit.
    pub nip: String,
    /// Name of the person; empty for a whole unit.
    pub name: String,
    /// Organisation and unit.
    pub skpd: String,
    /// Unit inside it.
    pub unit: String,
    /// What is asked for.
    pub asked: Asked,
    /// Stage: `asked`, `forwarded`, `granted`, `refused`, `taken-back`, `appealed`.
    pub stage: String,
    /// Who is asked now.
    pub desk: Option<String>,
    /// By which day.
    pub due: Option<Date>,
    /// Whether that day is past.
    pub overdue: bool,
    /// When it was asked.
    pub at: Timestamp,
    /// What granting it would change.
    pub change: MatterChange,
    /// Of an appeal that waits: why it was refused, and what is held against that.
    pub appeal: Option<Appeal>,
    /// How many others of the organisation ask for the same day of the same kind and wait.
    pub others: u32,
}

/// What stands against each other in an appeal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appeal {
    /// Why it was refused.
    pub refused: String,
    /// What is held against that.
    pub appealed: String,
}

/// Matters that wait, or those of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterList {
    /// Those of the page.
    pub rows: Vec<ListedMatter>,
    /// How many there are in all.
    pub total: usize,
}

/// A step as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedStep {
    /// When.
    pub at: Timestamp,
    /// By whom: the person's name, else the account.
    pub by: String,
    /// What was done, as a code.
    pub verb: String,
    /// What was said.
    pub said: String,
}

/// A matter with everything said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownMatter {
    /// The matter.
    pub matter: ListedMatter,
    /// Its steps in order.
    pub steps: Vec<ListedStep>,
    /// Whether the reader may decide it now.
    pub may_decide: bool,
    /// Whether it is the reader's own.
    pub own: bool,
}

impl Office {
    /// What waits on the actor's desks, the oldest deadline first, with what each would change.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] for whoever may decide nothing; [`OfficeError::Store`].
    pub async fn waiting_matters(&self, actor: &Actor) -> Result<MatterList, OfficeError> {
        if !actor.may_somewhere(Permission::Decide) {
            let actor = actor.name().to_owned();
            return Err(Forbidden { actor, permission: Permission::Decide }.into());
        }
        let posts = self.posts().await?;
        let desks = self.desks_of(actor, &posts);
        let filter = MatterFilter {
            kinds: ASKED.to_vec(),
            waiting: Waiting::Yes,
            ..MatterFilter::of(Whose::On(desks))
        };
        let mut matters = self.store.matters(&filter).await?;
        matters.retain(|matter| !is_ones_own(matter, actor));
        self.listed(matters, Effects::Worked).await
    }

    /// What the actor asked for, and what became of it; what waits first, then the newest. What
    /// each would change is left out.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an account without a person; [`OfficeError::Store`].
    pub async fn my_matters(&self, actor: &Actor) -> Result<MatterList, OfficeError> {
        let person = actor.person();
        let person = person.ok_or_else(|| OfficeError::not_found("person", actor.name()))?;
        let filter =
            MatterFilter { kinds: ASKED.to_vec(), ..MatterFilter::of(Whose::Of(vec![person])) };
        let mut matters = self.store.matters(&filter).await?;
        matters.sort_by_key(|matter| {
            (matter.opened.standing.desk.is_none(), std::cmp::Reverse(matter.id))
        });
        self.listed(matters, Effects::LeftOut).await
    }

    /// A matter with its steps, for whom it is about, whoever is asked, and whoever may see the
    /// person.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`], also for whoever may not see it: whether there is one is not told.
    pub async fn matter(&self, actor: &Actor, id: i64) -> Result<ShownMatter, OfficeError> {
        let nothing = || OfficeError::not_found("request", id.to_string());
        let matter = self.store.matter(id).await?.ok_or_else(nothing)?;
        if !ASKED.contains(&matter.opened.kind) {
            return Err(nothing());
        }
        let posts = self.posts().await?;
        let desks = self.desks_of(actor, &posts);
        let (waits, own) = (waits_on(&matter, &desks), is_ones_own(&matter, actor));
        let steps = self.store.steps(id).await?;
        // Whoever passed it on or decided it sees what became of it.
        let spoke =
            actor.person().is_some_and(|own| steps.iter().any(|step| step.person == Some(own)));
        let skpd = &matter.opened.skpd;
        let may_see = match matter.opened.person {
            Some(person) => actor.may(Permission::SeePerson, Scope::Person(person, skpd)),
            None => actor.may(Permission::SeeUnit, Scope::Skpd(skpd)),
        };
        if !waits && !own && !spoke && !may_see {
            return Err(nothing());
        }
        let said_by: Vec<PersonId> = steps.iter().filter_map(|step| step.person).collect();
        let names = self.states_today(said_by).await?;
        // What is settled changes nothing more.
        let waits_for_somebody = matter.opened.standing.desk.is_some();
        let effects = if waits_for_somebody { Effects::Worked } else { Effects::LeftOut };
        let mut rows = self.listed(vec![matter], effects).await?.rows;
        let matter = rows.pop().ok_or_else(nothing)?;
        let steps = steps
            .into_iter()
            .map(|step| ListedStep {
                at: step.at,
                by: step
                    .person
                    .and_then(|person| names.get(&person))
                    .map_or(step.actor, |state| state.name.clone()),
                verb: step.verb,
                said: step.data,
            })
            .collect();
        Ok(ShownMatter { matter, steps, may_decide: waits && !own, own })
    }

    /// A file of a matter, for whoever may see the matter.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] where there is none that the actor may see.
    pub async fn matter_file(
        &self,
        actor: &Actor,
        id: i64,
        digest: &str,
    ) -> Result<(ProofKind, Vec<u8>), OfficeError> {
        let shown = self.matter(actor, id).await?;
        let proof = shown.matter.asked.proofs().iter().find(|proof| proof.digest == digest);
        let proof = proof.ok_or_else(|| OfficeError::not_found("file", digest))?;
        Ok((proof.kind, self.proof_bytes(proof).await?))
    }

    /// Matters as lists show them: those of the first page.
    async fn listed(
        &self,
        mut matters: Vec<Matter>,
        effects: Effects,
    ) -> Result<MatterList, OfficeError> {
        let total = matters.len();
        let mut beside: HashMap<(String, Date, MatterKind), u32> = HashMap::new();
        for matter in matters.iter().filter(|matter| matter.opened.standing.desk.is_some()) {
            *beside.entry(alike(matter)).or_default() += 1;
        }
        matters.truncate(A_PAGE);
        let people = matters.iter().filter_map(|matter| matter.opened.person).collect();
        let states = self.states_today(people).await?;
        let asked = matters
            .into_iter()
            .map(|matter| Ok((Asked::of(&matter)?, matter)))
            .map(|read: Result<_, OfficeError>| read.map(|(asked, matter)| (matter, asked)))
            .collect::<Result<Vec<_>, _>>()?;
        let changes = match effects {
            Effects::Worked => self.changes(&asked).await?,
            Effects::LeftOut => vec![MatterChange::default(); asked.len()],
        };
        let mut appeals = self.appeals(&asked).await?;
        let today = self.today();
        let rows = asked
            .into_iter()
            .zip(changes)
            .map(|((matter, asked), change)| {
                let others = beside.get(&alike(&matter)).map_or(0, |count| count - 1);
                let state = matter.opened.person.and_then(|person| states.get(&person));
                let Matter { id, opened, at, steps, .. } = matter;
                let due = opened.standing.due;
                ListedMatter {
                    id,
                    steps,
                    nip: state.map_or_else(String::new, |state| state.nip.to_string()),
                    name: state.map_or_else(String::new, |state| state.name.clone()),
                    skpd: opened.skpd.to_string(),
                    unit: state.map_or_else(String::new, |state| state.unit.clone()),
                    asked,
                    stage: opened.standing.stage,
                    desk: opened.standing.desk.map(|desk| desk.to_string()),
                    due,
                    overdue: due.is_some_and(|due| due < today),
                    at,
                    change,
                    appeal: appeals.remove(&id),
                    others,
                }
            })
            .collect();
        Ok(MatterList { rows, total })
    }

    /// What was said in the appeals among matters that wait.
    async fn appeals(
        &self,
        matters: &[(Matter, Asked)],
    ) -> Result<HashMap<i64, Appeal>, OfficeError> {
        let stages = matters.iter().map(|(matter, _)| (matter.id, &matter.opened.standing.stage));
        let appealed: Vec<i64> =
            stages.filter(|(_, stage)| *stage == "appealed").map(|(id, _)| id).collect();
        let mut appeals: HashMap<i64, Appeal> = HashMap::new();
        if appealed.is_empty() {
            return Ok(appeals);
        }
        for (matter, step) in self.store.steps_of(&appealed).await? {
            let appeal = appeals.entry(matter).or_default();
            match step.verb.as_str() {
                "refused" => appeal.refused = step.data,
                "appealed" => appeal.appealed = step.data,
                _ => {}
            }
        }
        Ok(appeals)
    }

    /// What holds about people today.
    pub(crate) async fn states_today(
        &self,
        people: Vec<PersonId>,
    ) -> Result<HashMap<PersonId, PersonState>, OfficeError> {
        if people.is_empty() {
            return Ok(HashMap::new());
        }
        let facts = self.store.facts(&People::These(people)).await?;
        let today = self.today();
        let by_person = facts.chunk_by(|a, b| a.person == b.person);
        let state = |facts: &[storage::people::PersonFact]| {
            let person = facts.first()?.person;
            let state = state_on(facts, today).or_else(|| facts.first().map(|fact| &fact.state))?;
            Some((person, state.clone()))
        };
        Ok(by_person.filter_map(state).collect())
    }
}

/// Whether a list says what granting would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effects {
    /// Worked out.
    Worked,
    /// Left out.
    LeftOut,
}

/// What makes two matters alike: organisation, day and kind.
fn alike(matter: &Matter) -> (String, Date, MatterKind) {
    (matter.opened.skpd.to_string(), matter.opened.from, matter.opened.kind)
}
