//! Why a store could not do as asked.

/// A failure of the store itself. What was asked has not been done, in no part.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk is full. Nothing was kept of what was asked; terminals keep their punches.
    #[error("the disk is full; free some space, then try again")]
    DiskFull,
    /// The data was written by a newer program.
    #[error(
        "the data is of version {found}, newer than this program knows ({known}); install the newer program or restore the backup made before it"
    )]
    NewerData {
        /// Version of the data.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// The store cannot be reached or is locked.
    #[error("the store cannot be used now: {reason}")]
    Unavailable {
        /// What the driver said.
        reason: String,
    },
    /// What is stored cannot be read as what it should be.
    #[error("the store holds a {what} that cannot be read: {reason}")]
    Inconsistent {
        /// Kind of thing.
        what: &'static str,
        /// Why it cannot be read.
        reason: String,
    },
}
