//! The law as the office reads it: the text it was given, read once.

use std::sync::Arc;

use civil::Regency;
use rules::law::{BadLaw, Law, LawFile, Layer};
use sha2::{Digest as _, Sha256};
use storage::law::SignOff;

use crate::hex;

/// A law file: its path below the law folder, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawText {
    /// Path with `/`, such as `national/hours.toml`.
    pub path: String,
    /// Text.
    pub text: String,
}

/// The law of one regency.
#[derive(Clone, Debug)]
pub struct Lawbook {
    law: Law,
    /// What it was read from, in the order it was read.
    pub(super) files: Arc<[LawText]>,
}

impl Lawbook {
    /// Reads, of all files of a law folder, those of the nation and of `regency`.
    ///
    /// # Errors
    ///
    /// Every fault, with file and line; one fault without a line if the regency has no file.
    pub fn read(all: &[LawText], regency: &Regency) -> Result<Self, Vec<BadLaw>> {
        let folder = folder(regency);
        let single = format!("{}.toml", folder.trim_end_matches('/'));
        let mut files: Vec<LawFile<'_>> = all
            .iter()
            .filter(|file| file.path.starts_with("national/"))
            .map(|file| LawFile { path: &file.path, text: &file.text, layer: Layer::National })
            .collect();
        let own = all
            .iter()
            .filter(|file| file.path.starts_with(&folder) || file.path == single)
            .map(|file| LawFile { path: &file.path, text: &file.text, layer: Layer::Regency });
        let before = files.len();
        files.extend(own);
        if files.len() == before {
            return Err(vec![BadLaw {
                file: folder,
                line: 0,
                message: format!("the law folder has nothing for regency \"{regency}\""),
            }]);
        }
        files.sort_by(|a, b| {
            (a.layer == Layer::Regency, a.path).cmp(&(b.layer == Layer::Regency, b.path))
        });
        let read =
            |file: &LawFile<'_>| LawText { path: file.path.to_owned(), text: file.text.to_owned() };
        Law::read(&files).map(|law| Self { law, files: files.iter().map(read).collect() })
    }

    /// The law.
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The digest of what an officer vouches for in a provision.
    #[must_use]
    pub fn value_digest(text: &str) -> String {
        hex::of_first(&Sha256::digest(text.as_bytes()), 8)
    }

    /// Which provisions are good enough to pay by: confirmed, or signed off as they stand.
    #[must_use]
    pub fn payable(&self, sign_offs: &[SignOff]) -> Vec<bool> {
        self.law
            .provisions
            .iter()
            .map(|(_, provision)| {
                provision.status == rules::law::Status::Confirmed || {
                    let digest = Self::value_digest(&provision.signed_text());
                    sign_offs
                        .iter()
                        .any(|sign_off| sign_off.value == provision.id && sign_off.digest == digest)
                }
            })
            .collect()
    }

    /// The version of the law as applied: its text, and which of it is signed off.
    #[must_use]
    pub fn version(&self, payable: &[bool]) -> String {
        let bytes: Vec<u8> = payable.iter().map(|payable| u8::from(*payable)).collect();
        format!("{}-{}", self.law.version, hex::of_first(&Sha256::digest(&bytes), 4))
    }
}

/// The folder of a regency's law, with the slash at its end.
pub(super) fn folder(regency: &Regency) -> String {
    match regency.as_str().strip_prefix("examples/") {
        Some(name) => format!("examples/{name}/"),
        None => format!("regency/{regency}/"),
    }
}
