//! A shadow month: what the office's old system made of it, held against what this one does, person
//! by person, each difference with its cause as far as it can be told. Like is held against like:
//! what is left of the Tpp after cuts against the statement, what was handed out against the payment
//! list. Nothing is stored but the trace that it was done.

mod causes;
mod comparison;
mod read;
mod reason;
mod received;

use std::collections::HashSet;

use civil::{Month, Nip, PersonId, Skpd};
use jiff::civil::Date;
use rules::day::DayRecord;
use serde::Serialize;
use storage::presence::People;
use words::Phrase;

use self::{
    comparison::Comparison,
    read::{OldFile, Theirs},
};
pub use self::{
    read::{BadShadowRow, ShadowFault},
    reason::{ShadowCause, ShadowReason},
};
use super::{StatementDoc, payments::Handed};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    presence::{facts_by_person, state_in},
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
    /// [`OfficeError::Table`] if the file as a whole is of no use; [`OfficeError::Forbidden`];
    /// [`OfficeError::NotFound`] for an unknown organisation; [`OfficeError::BadInput`] if the month
    /// cannot be computed.
    pub async fn import_shadow(
        &self,
        actor: &Actor,
        asked: ShadowAsked<'_>,
    ) -> Result<ShadowMonth, OfficeError> {
        let ShadowAsked { month, file_name, .. } = asked;
        let skpd = asked.skpd.or(actor.skpd());
        let scope = skpd.map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::KeepPeople, scope)?;
        actor.require(Permission::SeePay, scope)?;
        self.require_reach(month)?;
        if let Some(skpd) = skpd.filter(|_| asked.skpd.is_some()) {
            let known = self.store.skpds().await?;
            if !known.iter().any(|unit| unit.code == *skpd) {
                return Err(OfficeError::not_found("skpd", skpd.to_string()));
            }
        }
        let file = read::read(asked.bytes).map_err(|why| OfficeError::bad_table(file_name, why))?;
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

/// Days of this system that bear on a difference, as dates.
fn dates(records: &[DayRecord], holds: impl Fn(&DayRecord) -> bool) -> Vec<Date> {
    records.iter().filter(|day| holds(day)).map(|day| day.date).collect()
}
