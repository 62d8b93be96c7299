//! Money out: what reaches each person for a month, and why it may not be paid yet.
//!
//! The Tpp is that of the frozen statement where the month is closed, else that of today's, marked
//! as a simulation. Details and law are those of the day of payment.

mod acting;
mod closed;
mod extra;
mod frozen;
mod of_person;
mod of_unit;
mod part;
mod pay_day;
mod reckoned;
mod repayment;

use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::civil::Date;
use rules::payout::{Finding, Payout, PayoutLine, Section};
use storage::{organisation::SkpdEntry, people::PersonState};
use words::Phrase;

use super::{SilentLaw, StatementDoc};
use crate::{OfficeError, person::BankAccount};

pub(crate) use closed::Closings;
pub use extra::{ExtraTerms, UnitExtras};
pub(crate) use frozen::PayoutDoc;
pub use pay_day::UnfitPayDay;
pub(crate) use reckoned::{Between, Handed, PayDesk, Reckoned};

/// Whose pay, of which month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayAsked {
    /// Of one organisation; `None` for the regency, or for the one the actor is bound to.
    pub skpd: Option<Skpd>,
    /// The month that the Tpp is for.
    pub month: Month,
    /// The day of payment; `None` for the day of closing, or today where nothing is closed.
    pub paid: Option<Date>,
    /// What one closing of the organisation pays; `None` for all of the month.
    pub number: Option<u32>,
}

impl PayAsked {
    /// Refuses the number of a closing where several organisations are asked about.
    fn require_one_of(&self, units: &[SkpdEntry]) -> Result<(), OfficeError> {
        if self.number.is_some() && units.len() != 1 {
            let why = "the number of a closing is one of an organisation; name the organisation";
            return Err(OfficeError::BadInput(why.to_owned()));
        }
        Ok(())
    }
}

/// What an organisation pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPayments {
    /// Which.
    pub skpd: SkpdEntry,
    /// People, by name.
    pub people: Vec<Payment>,
    /// People whose month another organisation pays, because it closed the month with them first.
    pub elsewhere: Vec<PaidElsewhere>,
}

impl UnitPayments {
    /// People in the order of their names.
    fn sort(&mut self) {
        self.people.sort_by_cached_key(|payment| {
            (payment.statement.name.to_lowercase(), payment.statement.nip.clone())
        });
    }
}

/// Somebody whose month another organisation pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidElsewhere {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Who pays.
    pub skpd: Skpd,
}

/// What one person is paid for a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Who.
    pub person: PersonId,
    /// What held about the person, last in the month.
    pub state: PersonState,
    /// The statement it rests on.
    pub statement: StatementDoc,
    /// From the Tpp to the person.
    pub payout: Payout,
    /// Where the money goes.
    pub account: Option<BankAccount>,
    /// Why it may not be paid yet; empty if it may.
    pub open: Vec<PayOpen>,
}

/// Why somebody may not be paid yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayOpen {
    /// The month of the organisation is not closed.
    NotClosed,
    /// The month is closed, but not everybody has signed each of its closings.
    Unsigned(Skpd),
    /// The statement is not final, for this reason, as a code.
    Statement(String),
    /// A value of the law on paying out is neither confirmed nor signed off.
    LawUnverified,
    /// The law on paying out is silent.
    Silent(SilentLaw),
    /// Something is not known of the person.
    Finding(Finding),
}

impl PayOpen {
    /// Whether it is about this person, and not about the month or the law.
    #[must_use]
    pub fn is_of_person(&self) -> bool {
        match self {
            Self::Finding(_) => true,
            Self::NotClosed
            | Self::Unsigned(_)
            | Self::Statement(_)
            | Self::LawUnverified
            | Self::Silent(_) => false,
        }
    }

    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        match self {
            Self::NotClosed => Phrase::new("payment-open-not-closed"),
            Self::Unsigned(skpd) => {
                Phrase::new("report-note-unsigned").with("units", skpd.to_string())
            }
            Self::Statement(code) => Phrase::new(format!("payment-open-{code}")),
            Self::LawUnverified => Phrase::new("payment-open-payout-law"),
            Self::Silent(silent) => silent.said(),
            Self::Finding(finding) => finding_said(finding),
        }
    }
}

/// A finding in a sentence.
#[must_use]
pub fn finding_said(finding: &Finding) -> Phrase {
    let said = Phrase::new(format!("payout-finding-{}", finding.code()));
    match finding {
        Finding::GolonganMissing
        | Finding::FamilyMissing
        | Finding::SalaryMissing
        | Finding::YearEndTaxMissing
        | Finding::ActingPostMissing => said,
        Finding::GolonganUnknown { golongan } => said.with("golongan", golongan),
        Finding::FamilyUnknown { family } => said.with("family", family),
        Finding::PremiumShort { missing }
        | Finding::TaxShort { missing }
        | Finding::RepaymentShort { missing } => {
            said.with("missing", words::Arg::Rupiah(missing.0))
        }
        Finding::ActingTooShort { working_days } => said.with("working-days", *working_days),
        Finding::ExtraMonthMissing { name }
        | Finding::ExtraMonthWrong { name }
        | Finding::ExtraNotPaidNow { name }
        | Finding::ExtraNotEntitled { name } => said.with("name", name),
        Finding::ExtraExcluded { name, reason } => said.with("name", name).with("reason", reason),
        Finding::AgreedUnknown { kind }
        | Finding::AgreedAmountMissing { kind }
        | Finding::AgreedNotTaken { kind } => said.with("kind", kind),
    }
}

impl Payment {
    /// Sum of the lines that `fits`, in rupiah.
    #[must_use]
    pub fn sum(&self, fits: impl Fn(&PayoutLine) -> bool) -> Rupiah {
        self.payout.lines.iter().filter(|line| fits(line)).map(|line| line.amount).sum()
    }

    /// Sum of a part of the deductions; never positive.
    #[must_use]
    pub fn taken(&self, part: Taken) -> Rupiah {
        self.sum(|line| line.section == Section::Deduction && Taken::of(line) == part)
    }

    /// Whether anything is paid, or kept from being paid.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.statement.tpp_gross != 0
            || !self.payout.lines.is_empty()
            || self.open.iter().any(|open| match open {
                PayOpen::Silent(_) | PayOpen::Finding(_) => true,
                PayOpen::Statement(code) => code == "law-silent",
                PayOpen::NotClosed | PayOpen::Unsigned(_) | PayOpen::LawUnverified => false,
            })
    }
}

/// What a deduction is for, as lists put them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The person's premium of BPJS Kesehatan.
    Premium,
    /// Income tax.
    Tax,
    /// Agreed deductions, and what is paid back.
    Other,
}

impl Taken {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Premium, Self::Tax, Self::Other];

    fn of(line: &PayoutLine) -> Self {
        match line.code.as_str() {
            "bpjs-employee" => Self::Premium,
            "pph21-final" | "pph21-ter" | "pph21-year" => Self::Tax,
            _ => Self::Other,
        }
    }
}
