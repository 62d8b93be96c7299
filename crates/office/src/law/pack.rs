//! The law's text as a closing keeps it: every file that was read, and which of its values could be
//! paid by, so that a closed month can be computed again when the files have long changed.

use civil::Regency;
use serde::{Deserialize, Serialize};
use storage::StoreError;

use super::{LawText, Lawbook};

/// A law's text with what it was applied with. The same law gives the same bytes.
#[derive(Serialize, Deserialize)]
struct Packed {
    regency: String,
    /// Path and text, in the order they are read.
    files: Vec<(String, String)>,
    /// Places of the provisions that could be paid by.
    payable: Vec<usize>,
}

/// A law as it was when it was packed.
pub(crate) struct Unpacked {
    pub(crate) lawbook: Lawbook,
    /// Which provisions could be paid by.
    pub(crate) payable: Vec<bool>,
}

impl Lawbook {
    /// Its text, and which of it could be paid by, as bytes.
    pub(crate) fn pack(&self, regency: &Regency, payable: &[bool]) -> Vec<u8> {
        let files = self.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        let places = payable.iter().enumerate().filter(|(_, payable)| **payable);
        let payable = places.map(|(place, _)| place).collect();
        let packed = Packed { regency: regency.to_string(), files, payable };
        serde_json::to_vec(&packed).expect("it has no map with keys that are no text")
    }

    /// Reads what [`Lawbook::pack`] wrote.
    ///
    /// # Errors
    ///
    /// [`StoreError::Inconsistent`] if the text can no longer be read, as after a change of what a
    /// law file may say.
    pub(crate) fn unpack(bytes: &[u8]) -> Result<Unpacked, StoreError> {
        let bad = |reason: String| StoreError::Inconsistent { what: "law of a closing", reason };
        let packed: Packed =
            serde_json::from_slice(bytes).map_err(|error| bad(error.to_string()))?;
        let regency: Regency =
            packed.regency.parse().map_err(|error: civil::InvalidName| bad(error.to_string()))?;
        let texts: Vec<LawText> =
            packed.files.into_iter().map(|(path, text)| LawText { path, text }).collect();
        let lawbook = Self::read(&texts, &regency).map_err(|faults| {
            bad(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let mut payable = vec![false; lawbook.law().provisions.iter().count()];
        for place in packed.payable {
            if let Some(of_place) = payable.get_mut(place) {
                *of_place = true;
            }
        }
        Ok(Unpacked { lawbook, payable })
    }
}
