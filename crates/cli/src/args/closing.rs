//! Arguments of `abdi month` and `abdi what-if`.

use std::path::PathBuf;

use civil::{Month, Nip, Skpd};
use clap::{Args as ClapArgs, Subcommand};

use super::{Json, Lang};

/// Verbs about the month of an organisation.
#[derive(Debug, Subcommand)]
pub(crate) enum ClosingMonth {
    /// How it stands: what is left to do, or who closed and signed it and what came out otherwise
    Status(OfMonth),
    /// Close it; --reason acknowledges what may be acknowledged
    Close(OfMonth),
    /// Sign a closing for the desk on which it waits, as somebody did on paper
    Sign(Sign),
    /// Freeze what came out otherwise since it was closed; --reason acknowledges what may be
    Supplement(OfMonth),
    /// Open it again, for a reason
    Reopen(OfMonth),
    /// Hold what the old system paid against what is computed, each difference with its cause
    Shadow(Shadow),
}

/// Which month, of which organisation.
#[derive(Debug, ClapArgs)]
pub(crate) struct OfMonth {
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// One organisation; every one if absent
    #[arg(long)]
    pub(crate) skpd: Option<Skpd>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[command(flatten)]
    pub(crate) json: Json,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// A signature.
#[derive(Debug, ClapArgs)]
pub(crate) struct Sign {
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// The organisation
    #[arg(long)]
    pub(crate) skpd: Skpd,
    /// Nip of who signed
    #[arg(long)]
    pub(crate) by: Nip,
    /// The digest that was signed, or its first letters, eight or more
    #[arg(long)]
    pub(crate) digest: String,
    /// Number of the closing; the oldest that waits if absent
    #[arg(long)]
    pub(crate) number: Option<u32>,
    #[command(flatten)]
    pub(crate) json: Json,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// A file of the old system.
#[derive(Debug, ClapArgs)]
pub(crate) struct Shadow {
    /// CSV or XLSX: nip, and `tpp_setelah_potongan` or dibayar or both; if given tpp, potongan, pph21,
    /// bpjs, `potongan_lain`, pengembalian, tk, terlambat
    pub(crate) file: PathBuf,
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// Of one organisation only; rows of people of others are passed over
    #[arg(long)]
    pub(crate) skpd: Option<Skpd>,
    #[command(flatten)]
    pub(crate) json: Json,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// Another law, and the month to try it on.
#[derive(Debug, ClapArgs)]
pub(crate) struct WhatIf {
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// Law folder to try; the law as it stands is that of `ABDI_LAW`, or the one built into the program
    #[arg(long = "law", id = "law", value_name = "DIR", required = true)]
    pub(crate) other: PathBuf,
    #[command(flatten)]
    pub(crate) json: Json,
    #[command(flatten)]
    pub(crate) lang: Lang,
}
