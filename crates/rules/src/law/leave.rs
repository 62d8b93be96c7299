//! Kinds of leave, duty and permission: how long, after how much service, with which proof, and
//! who decides in which order. All of it data; what it means for a person is [`crate::leave`].

mod read;

use std::collections::BTreeMap;

use civil::Employment;
use jiff::{ToSpan as _, civil::Date};
use serde::Deserialize;

use super::dated::{Topic, dated};
use crate::excuse::ExcuseKind;

pub(super) use read::{across_files, merge};

/// The tables below `[leave]` in law files.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LeaveLaw {
    /// Rules by code of [`ExcuseKind`].
    #[serde(rename = "kind")]
    pub kinds: BTreeMap<String, Topic<KindRule>>,
    /// Orders of decision by code of [`ExcuseKind`], and `default` for all others.
    #[serde(rename = "chain")]
    pub chains: BTreeMap<String, Topic<Chain>>,
    /// Kinds of a regency's own, by its code.
    #[serde(rename = "local")]
    pub locals: BTreeMap<String, Topic<LocalKind>>,
}

/// Which group of posts a person is in, where leave knows a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Post {
    /// Teacher at a school with school holidays.
    Guru,
    /// Every other post.
    #[default]
    Lain,
}

impl Post {
    /// The word in law files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Guru => "guru",
            Self::Lain => "lain",
        }
    }
}

/// How long a leave lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// Working days of the person.
    WorkingDays(u16),
    /// Days of the calendar.
    Days(u16),
    /// Months by the calendar: from 10 January, three of them end on 9 April.
    Months(u16),
    /// Years by the calendar.
    Years(u16),
}

impl Length {
    /// The last day of a leave of this length that begins on `from`.
    #[must_use]
    pub fn last_day(self, from: Date, is_working: &dyn Fn(Date) -> bool) -> Date {
        let until = match self {
            Self::WorkingDays(days) => {
                let counted = from.series(1.day()).filter(|date| is_working(*date));
                return counted.take(days.into()).last().unwrap_or(from);
            }
            Self::Days(days) => from.checked_add(i64::from(days).days()),
            Self::Months(months) => from.checked_add(i64::from(months).months()),
            Self::Years(years) => from.checked_add(i64::from(years).years()),
        };
        until.and_then(Date::yesterday).unwrap_or(Date::MAX)
    }
}

/// A paper that goes with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// A letter of the person to the superior.
    SuratAtasan,
    /// A letter that shows the reason: of a village, a school, a registry.
    SuratKeterangan,
    /// A doctor's letter.
    SuratDokter,
    /// A letter of a doctor in the service of the government.
    SuratDokterPemerintah,
    /// A hospital's letter on a stay in it.
    SuratRawatInap,
    /// An order for a duty.
    SuratTugas,
}

impl Proof {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::SuratAtasan,
        Self::SuratKeterangan,
        Self::SuratDokter,
        Self::SuratDokterPemerintah,
        Self::SuratRawatInap,
        Self::SuratTugas,
    ];

    /// The word in law files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SuratAtasan => "surat-atasan",
            Self::SuratKeterangan => "surat-keterangan",
            Self::SuratDokter => "surat-dokter",
            Self::SuratDokterPemerintah => "surat-dokter-pemerintah",
            Self::SuratRawatInap => "surat-rawat-inap",
            Self::SuratTugas => "surat-tugas",
        }
    }

    /// Whether this paper does where `needed` is asked for: a doctor's letter does for the person's
    /// own, and that of a government doctor or a hospital for a doctor's.
    #[must_use]
    pub fn serves(self, needed: Self) -> bool {
        let stronger: &[Self] = match needed {
            Self::SuratAtasan => {
                &[Self::SuratDokter, Self::SuratDokterPemerintah, Self::SuratRawatInap]
            }
            Self::SuratDokter => &[Self::SuratDokterPemerintah, Self::SuratRawatInap],
            Self::SuratKeterangan
            | Self::SuratDokterPemerintah
            | Self::SuratRawatInap
            | Self::SuratTugas => &[],
        };
        self == needed || stronger.contains(&self)
    }
}

/// The proof that a length asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofTier {
    /// Calendar days of leave from which it is asked for.
    pub from: u32,
    /// Calendar days up to which it is asked for; the last has none.
    pub to: Option<u32>,
    /// The paper.
    pub proof: Proof,
}

/// A reason that the act names, with what it changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reason {
    /// Its word: `haji-pertama`.
    pub code: String,
    /// How people call it.
    pub title: String,
    /// Its own greatest length, in the place of that of the kind.
    pub longest: Option<Length>,
    /// Its own proof, in the place of those of the kind.
    pub proof: Option<Proof>,
    /// Whether it may be asked for before the least service.
    #[serde(default)]
    pub waives_service: bool,
}

/// Which years before count as unused, so that more days are carried over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unused {
    /// Years with a right in which not one day of annual leave was taken.
    NoDayTaken,
    /// Years that ended with a day of their own left.
    DaysLeft,
}

/// What annual leave alone has: a grant every year, and what of it lives on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Annual {
    /// Working days granted for a calendar year.
    pub days: u16,
    /// Most days in a year together with what the year before left.
    pub one_year_total_max: u16,
    /// Most days in a year after two unused years or more.
    pub two_years_total_max: u16,
    /// Which years count as unused.
    pub two_years_unused: Unused,
    /// Most days in the year after one that the employer postponed.
    pub postponed_total_max: u16,
    /// Calendar days for the way to a place that is hard to reach, beside the grant.
    #[serde(default)]
    pub travel_days_max: u16,
    /// Whether joint leave that somebody had to work is added.
    #[serde(default)]
    pub adds_joint_leave_worked: bool,
}

/// Who grants by law, before any delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grantor {
    /// Pejabat pembina kepegawaian: in a regency the Bupati.
    Ppk,
}

dated! {
    /// What holds of a kind of leave, duty or permission for some kinds of employment.
    KindRule {
        /// Whom it is for; never empty.
        employment: Vec<Employment>,
        /// Groups of posts it is for; empty for all.
        #[serde(default)]
        posts: Vec<Post>,
        /// Whether these people have no right to it.
        #[serde(default)]
        closed: bool,
        /// Greatest length of one leave; `None` where the act sets none.
        longest: Option<Length>,
        /// By how much it may be made longer, by a decision of its own.
        extension: Option<Length>,
        /// Years of service before it.
        #[serde(default)]
        least_service_years: u16,
        /// Fewest working days of one request.
        #[serde(default)]
        shortest_working_days: u16,
        /// Up to which child it is for.
        children_max: Option<u8>,
        /// What to ask for after that child.
        beyond_children: Option<ExcuseKind>,
        /// Proofs by length, from 1 day on and without gaps; empty where none is asked for.
        #[serde(default)]
        proofs: Vec<ProofTier>,
        /// Reasons that the act names.
        #[serde(default)]
        reasons: Vec<Reason>,
        /// Whether one of those reasons must be given.
        #[serde(default)]
        needs_reason: bool,
        /// Whether the place must be said.
        #[serde(default)]
        needs_place: bool,
        /// Whether it may be asked for by hours.
        #[serde(default)]
        hours: bool,
        /// The grant of every year, which annual leave alone has.
        annual: Option<Annual>,
        /// Whether its year has no annual leave of its own.
        #[serde(default)]
        closes_annual: bool,
        /// Who grants it.
        granted_by: Option<Grantor>,
        /// Whether granting it may not be delegated.
        #[serde(default)]
        not_delegable: bool,
    }
}

/// A position that looks at a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Approver {
    /// Direct superior.
    Atasan,
    /// Head of the person's Skpd.
    KepalaSkpd,
    /// Personnel office.
    Bkpsdm,
    /// Regional secretary.
    Sekda,
    /// The Bupati.
    Bupati,
}

impl Approver {
    /// All of them, the nearest to the person first.
    pub const ALL: [Self; 5] =
        [Self::Atasan, Self::KepalaSkpd, Self::Bkpsdm, Self::Sekda, Self::Bupati];

    /// The word in law files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Atasan => "atasan",
            Self::KepalaSkpd => "kepala-skpd",
            Self::Bkpsdm => "bkpsdm",
            Self::Sekda => "sekda",
            Self::Bupati => "bupati",
        }
    }
}

/// Whose request it is, as far as that changes who decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicant {
    /// Anybody below the head of an Skpd.
    #[default]
    Pegawai,
    /// Head of an Skpd.
    KepalaSkpd,
    /// Regional secretary.
    Sekda,
}

impl Applicant {
    /// The word in law files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pegawai => "pegawai",
            Self::KepalaSkpd => "kepala-skpd",
            Self::Sekda => "sekda",
        }
    }
}

/// One look at a request. The last of a chain decides, those before it agree or send it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    /// Who.
    pub by: Approver,
    /// Working days within which.
    pub working_days: u16,
}

dated! {
    /// Who looks at a request, one after another.
    Chain {
        /// Whose requests.
        #[serde(default)]
        applicant: Applicant,
        /// The steps, never none.
        steps: Vec<Step>,
    }
}

dated! {
    /// A kind that a regency made. To the day it is the statutory kind it counts as, so that pay and
    /// reports know it; its own limits stand here.
    LocalKind {
        /// What it is to the day.
        counts_as: ExcuseKind,
        /// Whom it is for; empty for all.
        #[serde(default)]
        employment: Vec<Employment>,
        /// Greatest length of one.
        longest: Option<Length>,
        /// Most working days of it in a calendar year.
        days_a_year_max: Option<u16>,
        /// The paper it needs.
        proof: Option<Proof>,
        /// Whether it may be asked for by hours.
        #[serde(default)]
        hours: bool,
    }
}
