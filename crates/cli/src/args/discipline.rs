//! Verbs of discipline.

use std::{path::PathBuf, str::FromStr};

use civil::{Nip, Skpd};
use clap::Subcommand;
use office::discipline::LetterKind;

use super::{Json, Lang, letters::Letters};

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
    /// A letter of a case as PDF, drafted from what was recorded; what is blank is named in it
    Letter {
        /// Number of the case
        #[arg(long, value_name = "N")]
        case: i64,
        /// Which: panggilan-1, panggilan-2, berita-acara-pemeriksaan, laporan-hasil-pemeriksaan,
        /// keputusan-hukuman-disiplin
        #[arg(long, value_parser = letter_kind)]
        kind: LetterKind,
        /// The file to write; - prints
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        #[command(flatten)]
        letters: Letters,
    },
}

fn letter_kind(name: &str) -> Result<LetterKind, String> {
    LetterKind::from_template(name).ok_or_else(|| {
        let known: Vec<&str> = LetterKind::ALL.iter().map(|kind| kind.template()).collect();
        format!("no letter \"{name}\"; choose one of {}", known.join(", "))
    })
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
