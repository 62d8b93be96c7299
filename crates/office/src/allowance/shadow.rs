//! A shadow month: what the office's old system made of it, held against what this one does, person
//! by person, each difference with its cause as far as it can be told. Like is held against like:
//! what is left of the Tpp after cuts against the statement, what was handed out against the payment
//! list. Nothing is stored but the trace that it was done.

mod causes;
mod read;
mod reason;
mod received;

use std::collections::{BTreeMap, HashMap, HashSet};

use civil::{Month, Nip, PersonId, Skpd};
use jiff::civil::Date;
use rules::day::DayRecord;
use serde::Serialize;
use storage::presence::People;
use words::Phrase;

pub use self::{
    read::{BadShadowRow, ShadowFault},
    reason::{ShadowCause, ShadowReason},
};
use self::{
    read::{OldFile, Theirs},
    received::Otherwise,
};
use super::{
    StatementDoc,
    payments::{Handed, PayDesk, Reckoned},
};
use crate::{
    Actor, BadTable, Office, OfficeError, Permission, Scope,
    presence::{PersonMonth, facts_by_person, state_in},
};

/// People read and computed at a time, so that a regency of any size fits in little memory.
const PEOPLE_AT_ONCE: usize = 2_000;

/// A file to hold against a month.
#[derive(Clone, Copy, Debug)]
pub struct ShadowAsked<'a> {
    /// The month.
    pub month: Month,
    /// Of one organisation; rows of people of others are passed over.
    pub skpd: Option<&'a Skpd>,
    /// Name of the file.
    pub file_name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Why a file was not held against a month.
#[derive(Debug, thiserror::Error)]
pub enum ShadowRefused {
    /// It is of no use as a table.
    #[error("{name}: {why}")]
    File {
        /// Name of the file.
        name: String,
        /// Why.
        why: BadTable,
    },
    /// The office refuses.
    #[error(transparent)]
    Office(#[from] OfficeError),
}

impl From<crate::Forbidden> for ShadowRefused {
    fn from(forbidden: crate::Forbidden) -> Self {
        Self::Office(forbidden.into())
    }
}

impl From<storage::StoreError> for ShadowRefused {
    fn from(error: storage::StoreError) -> Self {
        Self::Office(error.into())
    }
}

/// A figure that both systems have of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShadowStep {
    /// What is left of the Tpp after cuts, before tax, premium and what was agreed.
    AfterCuts,
    /// What the person is handed.
    Received,
}

impl ShadowStep {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AfterCuts => "after-cuts",
            Self::Received => "received",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn said(self) -> Phrase {
        Phrase::new(format!("shadow-step-{}", self.code()))
    }
}

/// What this system says of a person.
pub(crate) struct Ours {
    pub(crate) doc: StatementDoc,
    pub(crate) records: Vec<DayRecord>,
    pub(crate) handed: Handed,
}

impl Ours {
    fn figure(&self, step: ShadowStep) -> i64 {
        match step {
            ShadowStep::AfterCuts => self.doc.tpp_net,
            ShadowStep::Received => self.handed.net,
        }
    }

    fn is_silent(&self, step: ShadowStep) -> bool {
        let of_tpp = self.doc.silent.is_some();
        match step {
            ShadowStep::AfterCuts => of_tpp,
            ShadowStep::Received => of_tpp || self.handed.silent,
        }
    }
}

/// A figure of which the two systems say otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowFigure {
    /// Which.
    pub step: ShadowStep,
    /// What the old system says, in rupiah; none if it does not know the person.
    pub theirs: Option<i64>,
    /// What is computed here, in rupiah; none if nothing is.
    pub ours: Option<i64>,
    /// Theirs less ours.
    pub difference: i64,
    /// Why; the amounts of those that are told add up to the difference.
    pub causes: Vec<ShadowCause>,
}

/// A person of whom the two systems say otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowDifference {
    /// Number.
    pub nip: String,
    /// Name, where the person is known here.
    pub name: String,
    /// Organisation here.
    pub skpd: String,
    /// The figures that differ.
    pub figures: Vec<ShadowFigure>,
}

impl ShadowDifference {
    /// The largest difference.
    fn size(&self) -> i64 {
        self.figures.iter().map(|figure| figure.difference.abs()).max().unwrap_or(0)
    }
}

/// What a figure comes to in both systems, of everybody of whom it could be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowSum {
    /// Which.
    pub step: ShadowStep,
    /// In the old system.
    pub theirs: i64,
    /// Here.
    pub ours: i64,
}

/// How often a cause was found, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowTotal {
    /// Of which figure.
    pub step: ShadowStep,
    /// The cause.
    pub cause: ShadowReason,
    /// People.
    pub people: u64,
    /// Rupiah that it explains; theirs less ours.
    pub amount: i64,
}

/// A shadow month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowMonth {
    /// The month.
    pub month: String,
    /// The organisation, if one was asked about.
    pub skpd: Option<String>,
    /// Rows that could be read, without those of other organisations.
    pub rows: u64,
    /// Rows of people of other organisations, which were passed over.
    pub elsewhere: u64,
    /// Rows for whose people both come to the same rupiah.
    pub same: u64,
    /// The figures that the file has.
    pub sums: Vec<ShadowSum>,
    /// Totals by figure and cause, the largest number of people first.
    pub totals: Vec<ShadowTotal>,
    /// People of whom they say otherwise, the largest difference first.
    pub differences: Vec<ShadowDifference>,
    /// Rows that could not be read.
    pub bad: Vec<BadShadowRow>,
    /// Columns that mean nothing here and were passed over.
    pub ignored_columns: Vec<String>,
}

/// How many rows a file of what an old system paid has that can be read. Nothing is compared.
///
/// # Errors
///
/// Why the file as a whole is of no use, and what to do.
pub fn old_payments_in(bytes: &[u8]) -> Result<usize, String> {
    Ok(read::read(bytes).map_err(|why| why.to_string())?.people.len())
}

impl Office {
    /// Holds what the old system made of a month against what is computed here, or frozen where the
    /// month is closed. Columns: `nip`, and `tpp_setelah_potongan` or `dibayar` or both; if given
    /// `tpp` (before cuts), `potongan` (cuts for presence and work), `pph21`, `bpjs`,
    /// `potongan_lain`, `pengembalian`, `tk` (days absent), `terlambat` (minutes).
    ///
    /// # Errors
    ///
    /// [`ShadowRefused::File`] if the file as a whole is of no use; [`OfficeError::Forbidden`];
    /// [`OfficeError::NotFound`] for an unknown organisation; [`OfficeError::BadInput`] if the month
    /// cannot be computed.
    pub async fn import_shadow(
        &self,
        actor: &Actor,
        asked: ShadowAsked<'_>,
    ) -> Result<ShadowMonth, ShadowRefused> {
        let ShadowAsked { month, file_name, .. } = asked;
        let skpd = asked.skpd.or(actor.skpd());
        let scope = skpd.map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::KeepPeople, scope)?;
        actor.require(Permission::SeePay, scope)?;
        self.require_reach(month)?;
        if let Some(skpd) = skpd.filter(|_| asked.skpd.is_some()) {
            let known = self.store.skpds().await?;
            if !known.iter().any(|unit| unit.code == *skpd) {
                return Err(OfficeError::not_found("skpd", skpd.to_string()).into());
            }
        }
        let file = read::read(asked.bytes).map_err(|why| ShadowRefused::File {
            name: terminal::shown(file_name).into_owned(),
            why,
        })?;
        let told = self.compare(month, skpd, file).await?;
        let of = skpd.map(|skpd| format!(" skpd={skpd}")).unwrap_or_default();
        let detail = format!(
            "month={month}{of} rows={} same={} different={}",
            told.rows,
            told.same,
            told.differences.len()
        );
        let audit = self.audit(actor, "allowance.import_shadow", file_name, detail);
        self.store.append_audit(audit).await?;
        Ok(told)
    }

    /// Computes everybody who is asked about and finds what differs.
    async fn compare(
        &self,
        month: Month,
        skpd: Option<&Skpd>,
        file: OldFile,
    ) -> Result<ShadowMonth, OfficeError> {
        let applied = self.law_to_close(month).await?;
        let ground = self.pay_ground(month, skpd).await?;
        let mut desk = ground.desk(self);
        let (asked, others) = self.asked_about(month, skpd).await?;
        let mut held = Comparison::of(month, skpd, file, &others);
        for part in asked.chunks(PEOPLE_AT_ONCE) {
            let facts = self.gather(&People::These(part.to_vec()), month).await?;
            let computed = self.preview_by(month, applied.clone()).months(&facts);
            for (of, computed) in facts.iter().zip(computed) {
                // Who is not paid here may stand in the file all the same, under the same Nip.
                let Some((records, doc)) = computed else { continue };
                let doc = ground.frozen(of.person).cloned().unwrap_or(doc);
                held.person(month, (of, records, doc), &mut desk)?;
            }
        }
        Ok(held.told())
    }

    /// The people asked about, and the numbers of those of other organisations.
    async fn asked_about(
        &self,
        month: Month,
        skpd: Option<&Skpd>,
    ) -> Result<(Vec<PersonId>, HashSet<Nip>), OfficeError> {
        let facts = self.store.facts(&People::All).await?;
        let (mut asked, mut others) = (Vec::new(), HashSet::new());
        for (person, own) in facts_by_person(&facts) {
            let Some(state) = state_in(own, month) else { continue };
            if skpd.is_none_or(|skpd| state.skpd == *skpd) {
                asked.push(person);
            } else {
                others.insert(state.nip);
            }
        }
        asked.sort_unstable();
        Ok((asked, others))
    }
}

/// What is being compared.
struct Comparison {
    theirs: BTreeMap<Nip, Theirs>,
    steps: Vec<ShadowStep>,
    told: ShadowMonth,
}

impl Comparison {
    fn of(month: Month, skpd: Option<&Skpd>, file: OldFile, others: &HashSet<Nip>) -> Self {
        let OldFile { people: mut theirs, bad, ignored, has_after_cuts, has_received } = file;
        let all = theirs.len();
        theirs.retain(|nip, _| !others.contains(nip));
        let steps = [(ShadowStep::AfterCuts, has_after_cuts), (ShadowStep::Received, has_received)];
        let steps: Vec<ShadowStep> =
            steps.into_iter().filter(|(_, has)| *has).map(|(step, _)| step).collect();
        let told = ShadowMonth {
            month: month.to_string(),
            skpd: skpd.map(ToString::to_string),
            rows: theirs.len() as u64,
            elsewhere: (all - theirs.len()) as u64,
            same: 0,
            sums: steps.iter().map(|step| ShadowSum { step: *step, theirs: 0, ours: 0 }).collect(),
            totals: Vec::new(),
            differences: Vec::new(),
            bad,
            ignored_columns: ignored,
        };
        Self { theirs, steps, told }
    }

    /// Compares somebody who is paid here.
    fn person(
        &mut self,
        month: Month,
        (of, records, doc): (&PersonMonth, Vec<DayRecord>, StatementDoc),
        desk: &mut PayDesk<'_>,
    ) -> Result<(), OfficeError> {
        let Some(state) = of.state_in(month) else { return Ok(()) };
        let reckoned = Reckoned { person: of.person, state, statement: &doc };
        let handed = desk.handed(&reckoned)?;
        let ours = Ours { doc: doc.clone(), records, handed };
        let their = self.theirs.remove(&state.nip);
        let mut failed = None;
        let mut otherwise = |tpp_net| {
            let between = desk.between(&reckoned, tpp_net);
            between.unwrap_or_else(|error| {
                failed = Some(error);
                None
            })
        };
        self.compare(their.as_ref(), Some(&ours), &mut otherwise);
        failed.map_or(Ok(()), Err)
    }

    /// Compares every figure of a person, whom one of both may not know.
    fn compare(
        &mut self,
        theirs: Option<&Theirs>,
        ours: Option<&Ours>,
        otherwise: &mut Otherwise<'_>,
    ) {
        let mut figures = Vec::new();
        for (step, sum) in self.steps.iter().zip(&mut self.told.sums) {
            let their = theirs.map(|theirs| match step {
                ShadowStep::AfterCuts => theirs.after_cuts,
                ShadowStep::Received => theirs.received,
            });
            // A row that leaves a figure out says nothing of it.
            if their == Some(None) {
                continue;
            }
            let (their, our) = (their.flatten(), ours.map(|ours| ours.figure(*step)));
            sum.theirs += their.unwrap_or(0);
            sum.ours += our.unwrap_or(0);
            let difference = their.unwrap_or(0) - our.unwrap_or(0);
            if difference == 0 && !ours.is_some_and(|ours| ours.is_silent(*step)) {
                continue;
            }
            let whole = |reason| vec![ShadowCause::of(reason, Some(difference))];
            let causes = match (theirs.zip(their), ours) {
                (None, _) => whole(ShadowReason::UnknownThere),
                (Some(_), None) => whole(ShadowReason::UnknownHere),
                (Some(_), Some(ours)) if ours.is_silent(*step) => whole(ShadowReason::LawSilent),
                (Some((theirs, said)), Some(ours)) => match step {
                    ShadowStep::AfterCuts => {
                        causes::of_after_cuts((said, difference), theirs, ours)
                    }
                    ShadowStep::Received => {
                        received::of_received((said, difference), theirs, ours, otherwise)
                    }
                },
            };
            figures.push(ShadowFigure {
                step: *step,
                theirs: their,
                ours: our,
                difference,
                causes,
            });
        }
        if figures.is_empty() {
            // Who is paid nothing here and is missing there is no row that agrees.
            self.told.same += u64::from(theirs.is_some());
            return;
        }
        let nip = theirs.map(|theirs| theirs.nip.to_string());
        let doc = ours.map(|ours| &ours.doc);
        self.told.differences.push(ShadowDifference {
            nip: nip.or_else(|| doc.map(|doc| doc.nip.clone())).unwrap_or_default(),
            name: doc.map_or_else(String::new, |doc| doc.name.clone()),
            skpd: doc.map_or_else(String::new, |doc| doc.skpd.clone()),
            figures,
        });
    }

    /// What came of it, with those whom nobody here is.
    fn told(mut self) -> ShadowMonth {
        for theirs in std::mem::take(&mut self.theirs).values() {
            self.compare(Some(theirs), None, &mut |_| None);
        }
        let mut told = self.told;
        let mut totals: HashMap<(ShadowStep, ShadowReason), (u64, i64)> = HashMap::new();
        for figure in told.differences.iter().flat_map(|difference| &difference.figures) {
            for cause in &figure.causes {
                let total = totals.entry((figure.step, cause.cause)).or_default();
                *total = (total.0 + 1, total.1 + cause.amount.unwrap_or(0));
            }
        }
        told.totals = totals
            .into_iter()
            .map(|((step, cause), (people, amount))| ShadowTotal { step, cause, people, amount })
            .collect();
        told.totals.sort_by_key(|total| (total.step, std::cmp::Reverse(total.people), total.cause));
        told.differences.sort_by(|a, b| (b.size(), &a.nip).cmp(&(a.size(), &b.nip)));
        told
    }
}

/// Days of this system that bear on a difference, as dates.
fn dates(records: &[DayRecord], holds: impl Fn(&DayRecord) -> bool) -> Vec<Date> {
    records.iter().filter(|day| holds(day)).map(|day| day.date).collect()
}
