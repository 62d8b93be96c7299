//! Any report as a PDF in the form of an office, and the reports of many units as one book.

mod join;
mod sheet;

use std::{
    num::NonZero,
    ops::ControlFlow,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use jiff::civil::Date;
use reports::Table;
use serde::Serialize;
use words::Lang;

use crate::{
    LetterError, Letters, Pdf,
    letters::{Tags, digest_of},
};
use join::Part;
use sheet::Sheet;

/// Template of every list.
const TEMPLATE: &str = "daftar";
/// What the digest of a bundle is made under.
const BUNDLE: &str = "bundel";

/// How far a book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Parts that are done.
    pub done: usize,
    /// Parts in all: a table that is long has several.
    pub of: usize,
}

/// Hears after each part how far a book is, from any thread, and can end the work.
pub type Watch<'a> = &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// What the template is told.
#[derive(Serialize)]
struct List<'a> {
    /// Title of the file.
    title: &'a str,
    /// Day of the file: the day on which it is signed, if a signature says so.
    date: Option<Date>,
    /// One sheet, or several after one another.
    tables: [&'a Sheet; 1],
}

impl Letters {
    /// One report: heading block, the table with its heading on every page, total, notes,
    /// signatures side by side on the last page.
    ///
    /// A table of more than 600 rows is set as [`Letters::book`] sets it.
    ///
    /// # Errors
    /// As [`Letters::set`]: an office's own `daftar.typ` may have a mistake.
    pub fn table(&self, table: &Table, lang: Lang) -> Result<Pdf, LetterError> {
        match &*Sheet::parts_of(table, lang) {
            [sheet] => self.list(sheet, Tags::Written),
            _ => self.book(std::slice::from_ref(table), lang, &|_| ControlFlow::Continue(())),
        }
    }

    /// Many reports as one file, each with its own page numbers and a bookmark, in their order.
    ///
    /// They are set side by side, as many at a time as the machine has processors, and a table of
    /// more than 600 rows in parts, so that memory stays within bounds; the foot of a page says
    /// which part it belongs to. A book is read on paper: it has no tags for screen readers.
    ///
    /// # Errors
    /// As [`Letters::set`], for the first part that fails; [`LetterError::Cancelled`] when `watch`
    /// said so.
    pub fn book(&self, tables: &[Table], lang: Lang, watch: Watch<'_>) -> Result<Pdf, LetterError> {
        let sheets: Vec<Sheet> =
            tables.iter().flat_map(|table| Sheet::parts_of(table, lang)).collect();
        let pdfs = self.side_by_side(&sheets, watch)?;
        let digests: Vec<&str> = pdfs.iter().map(|pdf| &*pdf.digest).collect();
        let digest = digest_of(TEMPLATE, digests.join("\n").as_bytes());
        let pages = pdfs.iter().map(|pdf| pdf.pages).sum();
        let mut warnings: Vec<String> =
            pdfs.iter().flat_map(|pdf| pdf.warnings.iter().cloned()).collect();
        warnings.dedup();
        let bookmarks = sheets.iter().map(Sheet::bookmark);
        let parts = bookmarks.zip(pdfs).map(|(bookmark, pdf)| Part { bookmark, bytes: pdf.bytes });
        let date = sheets.iter().find_map(Sheet::date);
        let bytes = join::join(parts, &digest, date).map_err(LetterError::Unjoined)?;
        Ok(Pdf { bytes, pages, digest, warnings })
    }

    /// Finished letters and lists as one file, in their order, each with the bookmark given with it.
    ///
    /// # Errors
    /// [`LetterError::Unjoined`].
    pub fn bundle(&self, parts: Vec<(String, Pdf)>) -> Result<Pdf, LetterError> {
        let digests: Vec<&str> = parts.iter().map(|(_, pdf)| &*pdf.digest).collect();
        let digest = digest_of(BUNDLE, digests.join("\n").as_bytes());
        let pages = parts.iter().map(|(_, pdf)| pdf.pages).sum();
        let warnings = parts.iter().flat_map(|(_, pdf)| pdf.warnings.iter().cloned()).collect();
        let parts = parts
            .into_iter()
            .map(|(bookmark, pdf)| Part { bookmark: Some(bookmark), bytes: pdf.bytes });
        let bytes = join::join(parts, &digest, None).map_err(LetterError::Unjoined)?;
        Ok(Pdf { bytes, pages, digest, warnings })
    }

    /// Every sheet as a file of its own, in order.
    fn side_by_side(&self, sheets: &[Sheet], watch: Watch<'_>) -> Result<Vec<Pdf>, LetterError> {
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let set: Mutex<Vec<(usize, Result<Pdf, LetterError>)>> = Mutex::new(Vec::new());
        let workers = thread::available_parallelism().map_or(1, NonZero::get).min(sheets.len());
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(sheet) = sheets.get(place) else { break };
                        let mut pdf = self.list(sheet, Tags::LeftOut);
                        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                        if watch(Progress { done, of: sheets.len() }).is_break() {
                            pdf = Err(LetterError::Cancelled);
                        }
                        if pdf.is_err() {
                            // The others finish the sheet they are at and take no more.
                            next.store(sheets.len(), Ordering::Relaxed);
                        }
                        set.lock().expect("nothing panics with this lock").push((place, pdf));
                    }
                });
            }
        });
        let mut set = set.into_inner().expect("nothing panics with this lock");
        set.sort_by_key(|(place, _)| *place);
        set.into_iter().map(|(_, pdf)| pdf).collect()
    }

    fn list(&self, sheet: &Sheet, tags: Tags) -> Result<Pdf, LetterError> {
        let list = List { title: sheet.title(), date: sheet.date(), tables: [sheet] };
        self.set_with(TEMPLATE, &list, tags)
    }
}
