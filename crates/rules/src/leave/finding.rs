//! What a request runs into.

use civil::{Employment, Month};
use jiff::civil::Date;

use crate::{
    excuse::ExcuseKind,
    law::{
        ProvisionId,
        leave::{Proof, Reason},
    },
};

/// Whether a finding stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It cannot be granted like this.
    Refuses,
    /// Whoever decides should know.
    Notes,
}

/// One thing that a request runs into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub what: What,
    /// Whether it stands in the way.
    pub weight: Weight,
    /// What it rests on; `None` where it is no matter of law, as with two leaves on one day.
    pub provision: Option<ProvisionId>,
}

/// What a request runs into, with what a sentence on it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It ends before it begins.
    Backwards,
    /// It lasts longer than any leave there is; a year was mistyped.
    ImplausibleDates,
    /// The law of this regency says nothing of this kind for this employment.
    NoRule(Employment),
    /// People employed like this have no right to it.
    NotOpen(Employment),
    /// Service is too short before this day.
    ServiceTooShort(Date),
    /// More working days than are left in a calendar year.
    BalanceExceeded {
        /// The year.
        year: i16,
        /// How many too many.
        days: u32,
    },
    /// The year has no annual leave of its own, because of a long leave.
    AnnualClosed(i16),
    /// Annual leave granted for later in the year would no longer be covered.
    AnnualOverdrawn {
        /// The year.
        year: i16,
        /// How many days.
        days: u32,
    },
    /// Something else is granted for the same time.
    Overlaps {
        /// What.
        kind: ExcuseKind,
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// Longer than allowed.
    TooLong {
        /// The last day that is allowed.
        last: Date,
        /// Calendar days beyond it.
        days: u32,
    },
    /// Longer than one decision covers; past this day it needs an extension.
    NeedsExtension(Date),
    /// Fewer working days than the least.
    TooShort(u16),
    /// More calendar days for the way than allowed.
    TravelTooLong(u16),
    /// More of a regency's own kind in a year than allowed.
    YearlyLimit {
        /// The year.
        year: i16,
        /// The limit, in working days.
        limit: u16,
        /// How many too many.
        days: u32,
    },
    /// A paper is missing.
    ProofMissing(Proof),
    /// The reason is missing, or not one that the act names.
    ReasonMissing,
    /// It was not said which child it is.
    ChildMissing,
    /// It is not for this child.
    ChildBeyond {
        /// Up to which child.
        most: u8,
        /// What to ask for.
        instead: Option<ExcuseKind>,
    },
    /// It cannot be asked for by hours.
    HoursNotAllowed,
    /// Hours, over more than one day.
    HoursOverDays,
    /// The place of a duty is missing.
    PlaceMissing,
    /// It touches a month that is closed for payment.
    ClosedMonth(Month),
}

/// A value in the sentence on a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number of things.
    Count(u32),
    /// A calendar year, written without separators.
    Year(i16),
    /// A day.
    Date(Date),
    /// A month.
    Month(Month),
    /// A kind of leave; its words are under `excuse-<code>`.
    Kind(ExcuseKind),
    /// A paper; its words are under `leave-proof-<code>`.
    Proof(Proof),
    /// A kind of employment.
    Employment(Employment),
}

impl What {
    /// All codes, for those who write sentences.
    pub const CODES: &[&str] = &[
        "backwards",
        "implausible-dates",
        "no-rule",
        "not-open",
        "service-too-short",
        "balance-exceeded",
        "annual-closed",
        "annual-overdrawn",
        "overlaps",
        "too-long",
        "needs-extension",
        "too-short",
        "travel-too-long",
        "yearly-limit",
        "proof-missing",
        "reason-missing",
        "child-missing",
        "child-beyond",
        "child-beyond-instead",
        "hours-not-allowed",
        "hours-over-days",
        "place-missing",
        "closed-month",
    ];

    /// Its code; the sentence is under `leave-finding-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Backwards => "backwards",
            Self::ImplausibleDates => "implausible-dates",
            Self::NoRule(_) => "no-rule",
            Self::NotOpen(_) => "not-open",
            Self::ServiceTooShort(_) => "service-too-short",
            Self::BalanceExceeded { .. } => "balance-exceeded",
            Self::AnnualClosed(_) => "annual-closed",
            Self::AnnualOverdrawn { .. } => "annual-overdrawn",
            Self::Overlaps { .. } => "overlaps",
            Self::TooLong { .. } => "too-long",
            Self::NeedsExtension(_) => "needs-extension",
            Self::TooShort(_) => "too-short",
            Self::TravelTooLong(_) => "travel-too-long",
            Self::YearlyLimit { .. } => "yearly-limit",
            Self::ProofMissing(_) => "proof-missing",
            Self::ReasonMissing => "reason-missing",
            Self::ChildMissing => "child-missing",
            Self::ChildBeyond { instead: None, .. } => "child-beyond",
            Self::ChildBeyond { instead: Some(_), .. } => "child-beyond-instead",
            Self::HoursNotAllowed => "hours-not-allowed",
            Self::HoursOverDays => "hours-over-days",
            Self::PlaceMissing => "place-missing",
            Self::ClosedMonth(_) => "closed-month",
        }
    }

    /// The values of its sentence, by the names that the sentence uses.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::Backwards
            | Self::ImplausibleDates
            | Self::ReasonMissing
            | Self::ChildMissing
            | Self::HoursNotAllowed
            | Self::HoursOverDays
            | Self::PlaceMissing => Vec::new(),
            Self::NoRule(employment) | Self::NotOpen(employment) => {
                vec![("employment", Value::Employment(*employment))]
            }
            Self::ServiceTooShort(date) | Self::NeedsExtension(date) => {
                vec![("date", Value::Date(*date))]
            }
            Self::BalanceExceeded { year, days } | Self::AnnualOverdrawn { year, days } => {
                vec![("year", Value::Year(*year)), ("days", Value::Count(*days))]
            }
            Self::AnnualClosed(year) => vec![("year", Value::Year(*year))],
            Self::Overlaps { kind, from, until } => vec![
                ("kind", Value::Kind(*kind)),
                ("from", Value::Date(*from)),
                ("until", Value::Date(*until)),
            ],
            Self::TooLong { last, days } => {
                vec![("date", Value::Date(*last)), ("days", Value::Count(*days))]
            }
            Self::TooShort(days) | Self::TravelTooLong(days) => {
                vec![("days", Value::Count((*days).into()))]
            }
            Self::YearlyLimit { year, limit, days } => vec![
                ("year", Value::Year(*year)),
                ("limit", Value::Count((*limit).into())),
                ("days", Value::Count(*days)),
            ],
            Self::ProofMissing(proof) => vec![("proof", Value::Proof(*proof))],
            Self::ChildBeyond { most, instead } => {
                let mut values = vec![("most", Value::Count((*most).into()))];
                values.extend(instead.map(|kind| ("kind", Value::Kind(kind))));
                values
            }
            Self::ClosedMonth(month) => vec![("month", Value::Month(*month))],
        }
    }

    /// Puts it on a list.
    pub(super) fn with(self, weight: Weight, provision: Option<ProvisionId>) -> Finding {
        Finding { what: self, weight, provision }
    }
}

/// The reason of a request among those that a rule names.
pub(super) fn named_reason<'r>(reasons: &'r [Reason], code: Option<&str>) -> Option<&'r Reason> {
    reasons.iter().find(|reason| Some(reason.code.as_str()) == code)
}
