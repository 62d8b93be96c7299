//! Arguments of `abdi report`.

use std::path::PathBuf;

use civil::{Month, Nip, Skpd};
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil::Date;

use super::{Lang, letters::Letters};

/// Which report, of what, and where to.
#[derive(Debug, ClapArgs)]
pub(crate) struct Report {
    /// Which report
    #[arg(value_enum)]
    pub(crate) name: ReportKind,
    /// The month; of a year card any month of the year, of thr and gaji-13 the month of payment
    #[arg(long)]
    pub(crate) month: Month,
    /// Of one organisation
    #[arg(long, value_name = "CODE")]
    pub(crate) skpd: Option<Skpd>,
    /// Of one person: slip and year-card
    #[arg(long)]
    pub(crate) nip: Option<Nip>,
    /// Day of payment; the day of closing if absent, or today where nothing is closed
    #[arg(long, value_name = "DATE")]
    pub(crate) paid: Option<Date>,
    /// What one closing of the organisation pays: payments and bank
    #[arg(long, value_name = "N", requires = "skpd")]
    pub(crate) number: Option<u32>,
    /// Form of the file; a bank's file has its own
    #[arg(long, value_enum, required_unless_present = "bank")]
    pub(crate) format: Option<FileFormat>,
    /// CSV as a spreadsheet program set to Indonesian opens it
    #[arg(long)]
    pub(crate) spreadsheet: bool,
    /// Format of the bank's file: a name out of content/bank, or a file; for bank, thr and gaji-13
    #[arg(long, value_name = "NAME", required_if_eq("name", "bank"))]
    pub(crate) bank: Option<String>,
    /// Number of the bank's file among those of its day
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=999))]
    pub(crate) batch: u32,
    /// The file to write; - prints CSV, JSON, PDF or a bank's file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) letters: Letters,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportKind {
    /// The payment list
    Payments,
    /// THR, in the month in which it is paid
    Thr,
    /// The 13th allowance, in the month in which it is paid
    #[value(name = "gaji-13")]
    Gaji13,
    /// Sums by unit
    Recap,
    /// The month sheet: people by day
    Sheet,
    /// One person's pay, line by line
    Slip,
    /// Sums by account code; as PDF the whole bundle with recapitulation, SPTJM, list and tax
    Spj,
    /// Statement of responsibility of the head of an organisation (SPTJM), as PDF
    Sptjm,
    /// Tax to be paid to the treasury
    SpjTax,
    /// Figures for SIPD
    Sipd,
    /// Days missed, by cause
    Absences,
    /// What is left of annual leave
    LeaveBalances,
    /// Twelve months of a person
    YearCard,
    /// Ranks of units, without names
    Punctuality,
    /// The payment list as a bank's file
    Bank,
}

/// Form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileFormat {
    /// For programs, and with --spreadsheet for people
    Csv,
    /// A workbook
    Xlsx,
    /// One JSON document
    Json,
    /// In the office's form, with who signs
    Pdf,
}
