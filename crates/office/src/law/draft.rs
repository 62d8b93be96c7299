//! A draft of the law: files that take the place of those in force or come beside them, to be tried
//! and kept nowhere.

use rules::law::{BadLaw, Layer};

use super::{LawText, Lawbook, lawbook::folder};
use crate::Office;

/// Most files of a draft.
pub const DRAFT_FILES_MAX: usize = 20;

/// Largest file of a draft, in bytes: ten times the largest there is.
pub const DRAFT_BYTES_MAX: usize = 256 * 1024;

/// Longest name of a file, in letters.
const NAME_LETTERS_MAX: usize = 64;

/// A file of a draft, as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Its name without a folder, such as `deductions.toml`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a draft cannot be tried. The names are those of its files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftFault {
    /// It has no file.
    #[error("a draft needs a file; name at least one")]
    NoFiles,
    /// It has more than [`DRAFT_FILES_MAX`].
    #[error("a draft has at most {DRAFT_FILES_MAX} files; leave some out")]
    TooMany,
    /// A name that no law file has.
    #[error("{0} is no law file; its name has small letters and ends with .toml")]
    BadName(String),
    /// Two files of one name.
    #[error("{0} is there twice; leave one out")]
    Twice(String),
    /// A file of more than [`DRAFT_BYTES_MAX`].
    #[error("{0} has more than {DRAFT_BYTES_MAX} bytes")]
    TooLarge(String),
    /// A file that is no text.
    #[error("{0} is not UTF-8 text")]
    NotText(String),
    /// The law cannot be read with it.
    #[error("the draft cannot be read: {} faults", .0.len())]
    Unreadable(Vec<BadLaw>),
}

impl Lawbook {
    /// The files of a layer that it was read from, in the order they were read.
    pub fn texts(&self, layer: Layer) -> impl Iterator<Item = &LawText> {
        self.files.iter().filter(move |file| file.layer() == layer)
    }
}

impl LawText {
    /// Whose law it is.
    fn layer(&self) -> Layer {
        if self.path.starts_with("national/") { Layer::National } else { Layer::Regency }
    }

    /// Its name without a folder.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Office {
    /// The law in force with the files of a draft: each in place of the file of that name in its
    /// layer, or beside the others where none has it. Nothing is kept.
    ///
    /// # Errors
    ///
    /// [`DraftFault`]; faults of the law with file and line.
    pub fn draft_law(&self, layer: Layer, draft: Vec<DraftFile>) -> Result<Lawbook, DraftFault> {
        if draft.is_empty() {
            return Err(DraftFault::NoFiles);
        }
        if draft.len() > DRAFT_FILES_MAX {
            return Err(DraftFault::TooMany);
        }
        let home = match layer {
            Layer::National => "national/".to_owned(),
            Layer::Regency => folder(&self.regency),
        };
        let mut texts = self.lawbook.files.to_vec();
        let mut names: Vec<String> = Vec::new();
        for DraftFile { name, bytes } in draft {
            if !is_name(&name) {
                return Err(DraftFault::BadName(name));
            }
            if names.contains(&name) {
                return Err(DraftFault::Twice(name));
            }
            if bytes.len() > DRAFT_BYTES_MAX {
                return Err(DraftFault::TooLarge(name));
            }
            let Ok(text) = String::from_utf8(bytes) else { return Err(DraftFault::NotText(name)) };
            let known = texts.iter_mut().find(|file| file.layer() == layer && file.name() == name);
            match known {
                Some(file) => file.text = text,
                None => texts.push(LawText { path: format!("{home}{name}"), text }),
            }
            names.push(name);
        }
        Lawbook::read(&texts, &self.regency).map_err(DraftFault::Unreadable)
    }
}

/// Whether a law file may be called so; what a browser calls a second copy may not.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
    let stem = name.strip_suffix(".toml").unwrap_or_default();
    !stem.is_empty() && name.len() <= NAME_LETTERS_MAX && stem.chars().all(plain)
}
