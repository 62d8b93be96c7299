//! Arguments of `abdi leave`.

use std::path::PathBuf;

use civil::Nip;
use clap::Subcommand;
use jiff::civil::Date;

use super::{Import, Json};

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
        json: Json,
    },
}
