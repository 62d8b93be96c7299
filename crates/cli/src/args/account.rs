//! Arguments of `abdi account`.

use civil::{Nip, Skpd};
use clap::Subcommand;

/// Verbs about accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Create an account or give it a new password, read from standard input
    Put {
        /// What is typed to sign in
        username: String,
        /// pegawai, operator, pimpinan, bendahara, bkpsdm or auditor
        #[arg(long)]
        role: civil::Role,
        /// Organisation it is bound to
        #[arg(long)]
        skpd: Option<Skpd>,
        /// The person behind it
        #[arg(long)]
        nip: Option<Nip>,
    },
}
