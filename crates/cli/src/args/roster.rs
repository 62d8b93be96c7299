//! Arguments of `abdi roster`.

use std::path::PathBuf;

use civil::{Month, Skpd};
use clap::Subcommand;

use super::{Import, Json};

/// Verbs about rosters.
#[derive(Debug, Subcommand)]
pub(crate) enum Roster {
    /// The roster of an organisation for a month, and what is to be warned of in it
    Show {
        /// Which organisation
        #[arg(long, value_name = "CODE")]
        skpd: Skpd,
        /// Which month
        #[arg(long, value_name = "YYYY-MM")]
        month: Month,
        #[command(flatten)]
        json: Json,
    },
    /// Import a month from CSV or XLSX: nip, and a column a day (1, 2 …) with the shift's letter,
    /// L for a day off; all of it or nothing
    Import {
        /// The file
        file: PathBuf,
        /// Which organisation
        #[arg(long, value_name = "CODE")]
        skpd: Skpd,
        /// Which month
        #[arg(long, value_name = "YYYY-MM")]
        month: Month,
        #[command(flatten)]
        import: Import,
    },
}
