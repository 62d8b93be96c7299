//! Verbs of discipline.

use std::str::FromStr;

use civil::{Nip, Skpd};
use clap::Subcommand;

use super::{Json, Lang};

/// Verbs of discipline.
#[derive(Debug, Subcommand)]
pub(crate) enum Discipline {
    /// Who is near a rung or on one, the gravest first, and the cases that run
    List {
        /// Of one organisation
        #[arg(long)]
        skpd: Option<Skpd>,
        /// The calendar year; the running one if absent
        #[arg(long)]
        year: Option<i16>,
        #[command(flatten)]
        json: Json,
        #[command(flatten)]
        lang: Lang,
    },
    /// A person's year, by NIP, or a case, by its number
    Show {
        /// NIP, or number of a case
        #[arg(value_name = "NIP|CASE")]
        what: PersonOrCase,
        /// The calendar year; the running one if absent
        #[arg(long)]
        year: Option<i16>,
        #[command(flatten)]
        json: Json,
        #[command(flatten)]
        lang: Lang,
    },
}

/// Whom or what to show.
#[derive(Clone, Debug)]
pub(crate) enum PersonOrCase {
    /// A person.
    Person(Nip),
    /// A case.
    Case(i64),
}

/// Digits of the longest number of a case; a NIP has more.
const CASE_DIGITS_MAX: usize = 12;

impl FromStr for PersonOrCase {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && text.len() <= CASE_DIGITS_MAX {
            return text.parse().map(Self::Case).map_err(|_| format!("{text} is no number"));
        }
        text.parse().map(Self::Person).map_err(|error: civil::InvalidNip| error.to_string())
    }
}
