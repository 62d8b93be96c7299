//! Arguments of `abdi leave`.

use std::path::PathBuf;

use civil::Nip;
use clap::Subcommand;
use jiff::civil::Date;

use super::{Import, Json, Lang, letters::Letters};

/// Verbs about leave.
#[derive(Debug, Subcommand)]
pub(crate) enum Leave {
    /// Import leave, duty and work from elsewhere from CSV or XLSX
    Import {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        import: Import,
    },
    /// Import what was left of annual leave on 1 January, when the office begins to keep it here
    Opening {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        import: Import,
    },
    /// What is left of a person's annual leave, and what will be on a day to come
    Balance {
        /// Whose
        #[arg(long)]
        nip: Nip,
        /// The day; today if absent
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
        #[command(flatten)]
        lang: Lang,
        #[command(flatten)]
        json: Json,
    },
    /// A letter of a request as PDF: of leave, or the act on an outage
    Letter {
        /// Number of the request
        #[arg(long, value_name = "N")]
        request: i64,
        /// What was decided, in place of what was asked for
        #[arg(long)]
        decision: bool,
        /// The file to write; - prints
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        #[command(flatten)]
        letters: Letters,
    },
}
