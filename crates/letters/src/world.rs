//! All that the typesetter can reach while it sets one letter: templates, fonts and the data.
//! There is no disk, no network and no clock behind it.

use std::path::PathBuf;

use typst::{
    Library, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{letters::Letters, templates};

/// Where a template finds its data.
pub(crate) const DATA: &str = "data.json";

/// A letter on the desk.
pub(crate) struct Desk<'a> {
    pub(crate) letters: &'a Letters,
    pub(crate) main: FileId,
    pub(crate) data: Bytes,
}

impl Desk<'_> {
    /// The name of a file of ours; packages are never fetched.
    fn name(id: FileId) -> FileResult<&'static str> {
        let path = id.get();
        match path.root() {
            VirtualRoot::Project => Ok(path.vpath().get_without_slash()),
            VirtualRoot::Package(_) => Err(FileError::Other(Some(
                "packages are not fetched; copy what is needed into the folder".into(),
            ))),
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.letters.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.letters.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = Self::name(id)?;
        let source = self.letters.templates.source(name);
        source.ok_or_else(|| FileError::NotFound(PathBuf::from(name)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = Self::name(id)?;
        if id == templates::file_id(DATA) {
            return Ok(self.data.clone());
        }
        let bytes = self.letters.templates.bytes(name);
        bytes.ok_or_else(|| FileError::NotFound(PathBuf::from(name)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.letters.fonts.get(index).cloned()
    }

    /// A letter has the date that its data says.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
