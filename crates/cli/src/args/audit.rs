//! Arguments of `abdi audit`.

use clap::Subcommand;

use super::Json;

/// Verbs about the audit log.
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// List what was done, newest first, in the regency's time
    List {
        /// Part of what it was about: a Nip, a PIN, a serial number, a file name
        #[arg(long, default_value = "", value_name = "TEXT")]
        subject: String,
        /// How many at most
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: u32,
        #[command(flatten)]
        json: Json,
    },
}
