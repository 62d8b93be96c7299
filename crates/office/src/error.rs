//! Why a use case could not be carried out.

use rules::law::NotInForce;
use storage::StoreError;

use crate::{
    BadTable, Forbidden,
    allowance::{
        closing::{ClaimMistake, ClosingMistake},
        payments::UnfitPayDay,
    },
    matter::Mistake,
    proof::BadProof,
};

/// A use case that was not carried out. Nothing of it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OfficeError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// What was asked about does not exist.
    #[error("no {what} \"{name}\"; check the spelling, or list them first")]
    NotFound {
        /// Kind of thing.
        what: &'static str,
        /// What was asked for.
        name: String,
    },
    /// The law is silent.
    #[error(transparent)]
    LawSilent(#[from] NotInForce),
    /// A request or a decision cannot be taken as it is.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// A claim, a receipt or a withdrawal cannot be taken as it is.
    #[error(transparent)]
    Claim(#[from] ClaimMistake),
    /// A month cannot be closed, signed, supplemented or opened again as it stands.
    #[error(transparent)]
    Closing(#[from] ClosingMistake),
    /// A month cannot be paid on that day.
    #[error(transparent)]
    PayDay(#[from] UnfitPayDay),
    /// A file that somebody handed in cannot be taken.
    #[error(transparent)]
    Proof(#[from] BadProof),
    /// A file is of no use as a table.
    #[error("{name}: {}", terminal::shown(&why.to_string()))]
    Table {
        /// Name of the file.
        name: String,
        /// Why, and what to do.
        why: BadTable,
    },
    /// What was given cannot be used.
    #[error("{0}")]
    BadInput(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OfficeError {
    /// What was asked about does not exist.
    pub fn not_found(what: &'static str, name: impl Into<String>) -> Self {
        Self::NotFound { what, name: terminal::shown(&name.into()).into_owned() }
    }

    /// A file that somebody handed in is of no use as a table.
    pub(crate) fn bad_table(file_name: &str, why: BadTable) -> Self {
        Self::Table { name: terminal::shown(file_name).into_owned(), why }
    }

    /// A file that somebody handed in is of no use, for this reason. What it holds may be in it.
    pub(crate) fn bad_file(file_name: &str, reason: impl std::fmt::Display) -> Self {
        Self::BadInput(terminal::shown(&format!("{file_name}: {reason}")).into_owned())
    }
}
