//! Letters, slips and lists as PDF: what the office knows, laid out as the templates read it.
//!
//! Each function asks the office, which asks for the permission, and gives a [`Draft`]; whoever has
//! the [`Letters`] sets it, away from where requests are answered: it takes up to seconds. Letters
//! are in Indonesian, whatever language their reader has.

mod case;
mod outage;
mod paper;
mod pay;
mod request;

use std::ops::ControlFlow;

use letters::{LetterError, Letters, Pdf, Watch, data::Letter};
use reports::Table;
use words::Lang;

pub use case::of_case;
pub use pay::{of_report, of_slip, of_spj, of_sptjm};
pub use request::{RequestPaper, of_request};

/// The language of letters.
const LANG: Lang = Lang::Id;

/// How a draft becomes a file.
type Setting = Box<dyn FnOnce(&Letters, Watch<'_>) -> Result<Pdf, LetterError> + Send>;

/// Something that can be set.
pub struct Draft {
    /// What to call the file, without its ending; plain ASCII.
    pub name: String,
    setting: Setting,
}

impl Draft {
    fn letter<L: Letter + Send + 'static>(name: String, letter: L) -> Self {
        Self { name, setting: Box::new(move |letters, _| letter.set(letters)) }
    }

    fn list(name: String, table: Table, lang: Lang) -> Self {
        Self {
            name,
            setting: Box::new(move |letters, watch| {
                // A single table of a few pages is set with tags for screen readers.
                match table.rows.len() {
                    0..=TAGGED_ROWS_MAX => letters.table(&table, lang),
                    _ => letters.book(std::slice::from_ref(&table), lang, watch),
                }
            }),
        }
    }

    /// Many lists as one file, each with its own page numbers.
    #[must_use]
    pub fn book(name: String, tables: Vec<Table>, lang: Lang) -> Self {
        let setting: Setting = Box::new(move |letters, watch| letters.book(&tables, lang, watch));
        Self { name, setting }
    }

    /// Sets it.
    ///
    /// # Errors
    ///
    /// As [`Letters::set`]: an office's own template may have a mistake.
    pub fn set(self, letters: &Letters) -> Result<Pdf, LetterError> {
        self.set_watched(letters, &|_| ControlFlow::Continue(()))
    }

    /// Sets it and says how far it is, where it has many parts.
    ///
    /// # Errors
    ///
    /// As [`Draft::set`]; [`LetterError::Cancelled`] when `watch` said so.
    pub fn set_watched(self, letters: &Letters, watch: Watch<'_>) -> Result<Pdf, LetterError> {
        (self.setting)(letters, watch)
    }
}

/// Rows up to which a list is set as one document.
const TAGGED_ROWS_MAX: usize = 600;
