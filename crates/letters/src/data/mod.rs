//! What each built-in template is told. The field names are the keys that a template reads, so
//! `content/letters/README.md` lists the same ones.
//!
//! Text comes ready to read, in Indonesian: whoever fills a letter takes it from `words`. Days and
//! amounts come as values, and the template writes them.

mod discipline;
mod leave;
mod money;
mod presence;

use civil::{Month, Nip, Rupiah};
use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub use discipline::{
    EarlyNotice, Examination, ExaminationReport, Exchange, Notice, Sanction, Status, Summons,
};
pub use leave::{Balance, LeaveDecision, LeaveOutcome, LeaveRequest, View};
pub use money::{Fact, PayLine, RepaymentReceipt, Responsibility, Slip, Sum};
pub use presence::{Concerned, OutageAct};

use crate::{LetterError, Letters, Pdf};

/// Data that has a template of its own.
pub trait Letter: Serialize {
    /// Name of its template, without `.typ`.
    const TEMPLATE: &'static str;

    /// Sets it.
    ///
    /// # Errors
    /// As [`Letters::set`].
    fn set(&self, letters: &Letters) -> Result<Pdf, LetterError>
    where
        Self: Sized,
    {
        letters.set(Self::TEMPLATE, self)
    }
}

/// Who writes: what stands at the top of the paper.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Letterhead {
    /// `Pemerintah Kabupaten Contoh`.
    pub government: String,
    /// Name of the unit.
    pub office: String,
    /// Street, place and postal code.
    pub address: String,
    /// Telephone, e-mail and site, on one line; empty for none.
    pub contact: String,
}

/// The register of a letter: who, number, classification, day, copies.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// Who writes.
    pub letterhead: Letterhead,
    /// Number of the letter; empty leaves dots to write it on.
    pub number: String,
    /// `Biasa`, `Terbatas`, `Rahasia`.
    pub classification: String,
    /// What is enclosed: `1 berkas`, or empty for nothing.
    pub enclosure: String,
    /// Where it is signed.
    pub place: String,
    /// When it is signed.
    pub date: Date,
    /// Lines of the addressee, the first is whom: `Kepala Dinas Pertanian`.
    pub addressee: Vec<String>,
    /// Who gets a copy, a line each.
    pub copies: Vec<String>,
    /// What is still missing, named above the letter so that nobody signs it unfinished.
    pub blanks: Vec<String>,
}

/// Who signs.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Official {
    /// On whose behalf, with its sign: `a.n. Bupati Contoh`; empty for nobody.
    pub on_behalf: String,
    /// Post, as it stands above the signature.
    pub post: String,
    /// Name with titles; empty leaves dots.
    pub name: String,
    /// Rank and class: `Pembina Tingkat I, IV/b`; empty for none.
    pub rank: String,
    /// Whoever has none signs without.
    #[serde(serialize_with = "as_digits")]
    pub nip: Option<Nip>,
}

/// Whom the letter is about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Person {
    /// Name with titles.
    pub name: String,
    /// A worker outside the civil service has none.
    #[serde(serialize_with = "as_digits")]
    pub nip: Option<Nip>,
    /// Rank and class, or the class of a PPPK; empty for none.
    pub rank: String,
    /// Post.
    pub post: String,
    /// Unit.
    pub unit: String,
}

/// Another letter, by number and day.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// Its number.
    pub number: String,
    /// Its day; `None` where nobody kept it.
    pub date: Option<Date>,
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
fn as_digits<S: Serializer>(nip: &Option<Nip>, serializer: S) -> Result<S::Ok, S::Error> {
    match nip {
        Some(nip) => serializer.serialize_some(nip.as_str()),
        None => serializer.serialize_none(),
    }
}

/// A month as `2026-10`.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference to the field"
)]
fn as_month<S: Serializer>(month: &Month, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(month)
}

/// Whole rupiah as a number.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference to the field"
)]
fn as_rupiah<S: Serializer>(amount: &Rupiah, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(amount.0)
}
