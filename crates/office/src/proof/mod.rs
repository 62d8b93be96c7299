//! Files that people hand in as proof: looked at before they are kept, and freed of what a phone
//! writes into them about its owner.

mod content;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use content::ProofKind;

use crate::{Office, OfficeError, hex};

/// Largest file taken, in bytes.
pub const PROOF_BYTES_MAX: usize = 5_000_000;

/// Most files of one request.
pub const PROOFS_MAX: usize = 5;

/// Longest name kept of a file, in characters.
const NAME_CHARS_MAX: usize = 120;

/// A whole SHA-256.
const DIGEST_BYTES: usize = 32;

/// Why a file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ProofFault {
    /// More files than a request may have.
    #[error("there are too many files; hand in at most {PROOFS_MAX}, several pages in one PDF")]
    TooMany,
    /// No bytes.
    #[error("the file is empty; choose it again")]
    Empty,
    /// More bytes than are taken.
    #[error("the file is larger than 5 MB; take a smaller photo or fewer pages")]
    TooLarge,
    /// By its content neither of the kinds taken.
    #[error(
        "by its content the file is neither PDF nor JPEG nor PNG, whatever its name says; \
         hand in one of these"
    )]
    OtherKind,
    /// A PDF without its end.
    #[error("the PDF has no end; it was cut off on the way, choose it again")]
    CutOff,
    /// A PDF that does something when it is opened.
    #[error("the PDF holds a program or another file; print it to a plain PDF first")]
    Active,
    /// A picture that ends too early or is none.
    #[error("the picture cannot be read to its end; take or save it again")]
    Unreadable,
}

impl ProofFault {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::TooMany,
        Self::Empty,
        Self::TooLarge,
        Self::OtherKind,
        Self::CutOff,
        Self::Active,
        Self::Unreadable,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooMany => "too-many",
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::OtherKind => "other-kind",
            Self::CutOff => "cut-off",
            Self::Active => "active",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A file that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {fault}")]
pub struct BadProof {
    /// As its sender named it, made safe to show.
    pub name: String,
    /// Why.
    pub fault: ProofFault,
}

/// A file as its sender named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProof {
    /// Its name; only shown, never used as a path.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// SHA-256 of what is kept, in hexadecimal.
    pub digest: String,
    /// What it is, by its content.
    pub kind: ProofKind,
    /// As its sender named it.
    pub name: String,
    /// How many bytes are kept.
    pub bytes: u64,
}

impl Office {
    /// Looks at files and keeps them: all of them or, if one cannot be taken, none.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Proof`] names the file and what to do; [`OfficeError::Store`].
    pub(crate) async fn keep_proofs(&self, new: Vec<NewProof>) -> Result<Vec<Proof>, OfficeError> {
        if new.len() > PROOFS_MAX {
            let name = new.len().to_string();
            return Err(BadProof { name, fault: ProofFault::TooMany }.into());
        }
        let mut looked_at = Vec::with_capacity(new.len());
        for NewProof { name, bytes } in new {
            let name: String = terminal::shown(name.trim()).chars().take(NAME_CHARS_MAX).collect();
            let (kind, bytes) = match content::look_at(bytes) {
                Ok(taken) => taken,
                Err(fault) => return Err(BadProof { name, fault }.into()),
            };
            let digest = hex::of_first(&Sha256::digest(&bytes), DIGEST_BYTES);
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            looked_at.push((Proof { digest, kind, name, bytes: size }, bytes));
        }
        let mut kept = Vec::with_capacity(looked_at.len());
        for (proof, bytes) in looked_at {
            self.files.put(&proof.digest, &bytes).await?;
            kept.push(proof);
        }
        Ok(kept)
    }

    /// The bytes of a proof that the caller was found to be allowed to see.
    pub(crate) async fn proof_bytes(&self, proof: &Proof) -> Result<Vec<u8>, OfficeError> {
        let bytes = self.files.get(&proof.digest).await?;
        bytes.ok_or_else(|| OfficeError::not_found("file", &proof.name))
    }
}
