//! Reports: one entry, by name, that asks for the permission, gathers the rows and lays them out.

mod accounts;
mod bank;
mod extras;
mod frame;
mod ground;
mod leave_balances;
mod pay;
mod presence;
mod punctuality;
mod slip;
mod year_card;

use civil::{Month, Nip, Skpd};
use jiff::civil::Date;
use reports::Table;

pub use bank::{BankAsked, BankFileRefused};

use super::payments::UnfitPayDay;
use crate::{Actor, Office, OfficeError};

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportName {
    /// The payment list.
    Payments,
    /// THR, in the month in which it is paid.
    Thr,
    /// The 13th allowance, in the month in which it is paid.
    Gaji13,
    /// Sums by unit.
    Recap,
    /// One person's pay, line by line.
    Slip,
    /// Sums by account code, with what the head answers for.
    Spj,
    /// Tax to be paid to the treasury.
    SpjTax,
    /// Figures for SIPD.
    Sipd,
    /// People by day.
    Sheet,
    /// Days missed, by cause.
    Absences,
    /// What is left of annual leave.
    LeaveBalances,
    /// Twelve months of a person.
    YearCard,
    /// Ranks of units.
    Punctuality,
}

impl ReportName {
    /// Every one.
    pub const ALL: [Self; 13] = [
        Self::Payments,
        Self::Thr,
        Self::Gaji13,
        Self::Recap,
        Self::Slip,
        Self::Spj,
        Self::SpjTax,
        Self::Sipd,
        Self::Sheet,
        Self::Absences,
        Self::LeaveBalances,
        Self::YearCard,
        Self::Punctuality,
    ];

    /// Whether it is of what is paid closing by closing, and so can be had of one of them.
    fn is_paid_by_closing(self) -> bool {
        matches!(
            self,
            Self::Payments | Self::Thr | Self::Gaji13 | Self::Recap | Self::Spj | Self::SpjTax
        )
    }

    /// The word on the command line and in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Payments => "payments",
            Self::Thr => "thr",
            Self::Gaji13 => "gaji-13",
            Self::Recap => "recap",
            Self::Slip => "slip",
            Self::Spj => "spj",
            Self::SpjTax => "spj-tax",
            Self::Sipd => "sipd",
            Self::Sheet => "sheet",
            Self::Absences => "absences",
            Self::LeaveBalances => "leave-balances",
            Self::YearCard => "year-card",
            Self::Punctuality => "punctuality",
        }
    }

    /// The report that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }
}

/// What to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRequest {
    /// Which report.
    pub name: ReportName,
    /// The month; of a year card any month of the year, of THR and the 13th that of payment.
    pub month: Month,
    /// Of one organisation; `None` for all that the actor may see.
    pub skpd: Option<Skpd>,
    /// Of one person: slip and year card.
    pub nip: Option<Nip>,
    /// The day of payment; `None` for the day of closing, or today where nothing is closed.
    pub paid: Option<Date>,
    /// Of a payment list: what one closing of the organisation pays, the main one or a supplement;
    /// `None` for all of the month.
    pub number: Option<u32>,
}

impl ReportRequest {
    /// Whose report it is, of one that is about a person.
    fn person(&self) -> Result<&Nip, OfficeError> {
        self.nip.as_ref().ok_or_else(|| {
            let name = self.name.code();
            OfficeError::BadInput(format!("the report {name} is about a person; give a NIP"))
        })
    }
}

impl Office {
    /// Lays a report out.
    ///
    /// Lists of money take the right to see what is paid there; a slip is everybody's own, and
    /// whoever may see the person's pay; sheets, causes and year cards take the right to see the
    /// unit or the person; ranks of units are for everybody who signed in.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for an unknown organisation or Nip;
    /// [`OfficeError::PayDay`] for a day on which the month cannot be paid;
    /// [`OfficeError::BadInput`] for a month out of reach or without anything to report, or a
    /// request without the Nip it needs.
    pub async fn report(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        self.require_reach(request.month)?;
        if let Some(day) = request.paid {
            UnfitPayDay::check(request.month, day)?;
        }
        if request.number.is_some() && !request.name.is_paid_by_closing() {
            return Err(OfficeError::BadInput(format!(
                "the report {} is of all closings; leave the number out",
                request.name.code()
            )));
        }
        match request.name {
            ReportName::Payments => self.report_payments(actor, request).await,
            ReportName::Thr => self.report_extras(actor, (request, &reports::THR)).await,
            ReportName::Gaji13 => self.report_extras(actor, (request, &reports::GAJI_13)).await,
            ReportName::Recap => self.report_recap(actor, request).await,
            ReportName::Slip => self.report_slip(actor, request).await,
            ReportName::Spj => self.report_accounts(actor, request).await,
            ReportName::SpjTax => self.report_tax(actor, request).await,
            ReportName::Sipd => self.report_sipd(actor, request).await,
            ReportName::Sheet => self.report_sheet(actor, request).await,
            ReportName::Absences => self.report_absences(actor, request).await,
            ReportName::LeaveBalances => self.report_leave_balances(actor, request).await,
            ReportName::YearCard => self.report_year_card(actor, request).await,
            ReportName::Punctuality => self.report_punctuality(actor, request).await,
        }
    }
}
