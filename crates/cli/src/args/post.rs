//! Arguments of `abdi post`.

use std::path::PathBuf;

use clap::Subcommand;

use super::Import;

/// Verbs about posts.
#[derive(Debug, Subcommand)]
pub(crate) enum Post {
    /// Import who holds which post from CSV or XLSX
    Import {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        import: Import,
    },
}
