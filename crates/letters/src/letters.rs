//! Setting one letter.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use typst::{
    Library, LibraryExt as _, World as _, WorldExt as _, comemo,
    diag::{SourceDiagnostic, Warned},
    foundations::{Bytes, Datetime, Smart},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use crate::{
    LetterError, Templates,
    templates::Origin,
    world::{DATA, Desk},
};

/// The faces of the one family that letters are set in.
const FACES: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Regular.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Bold.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Italic.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-BoldItalic.otf")),
];
/// Bytes of a digest that are printed: 8 are 16 digits, which a person can still compare.
const DIGEST_BYTES_SHOWN: usize = 8;
/// How many letters back the typesetter remembers what it worked out. None: a book of a regency held
/// 600 MB with two, 360 MB without, and took no longer.
const LETTERS_REMEMBERED: usize = 0;

/// Sets letters by templates. Make it once and keep it: reading templates and fonts takes longer
/// than a letter. It can be shared between threads.
pub struct Letters {
    pub(crate) templates: Templates,
    pub(crate) library: LazyHash<Library>,
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file. The same template and data give the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What is printed below the letter to compare it with the data: see [`digest`].
    pub digest: String,
    /// What the typesetter found odd in the template: a font that is not there, for example.
    pub warnings: Vec<String>,
}

/// Whether a file says what its parts are: rows, headings, cells. A screen reader needs it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tags {
    Written,
    LeftOut,
}

/// What the data file says to `kop.typ`.
#[derive(Serialize)]
struct Envelope<'a, T> {
    data: &'a T,
    digest: &'a str,
    crest: Option<&'a str>,
}

/// The one field that a letter's data shares with the file: its day, in `date`.
#[derive(serde::Deserialize)]
struct Dated {
    date: Option<Date>,
}

impl Letters {
    /// Letters by these templates.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        let built_in = FACES.into_iter().flat_map(|face| Font::iter(Bytes::new(face)));
        let fonts: Vec<Font> = built_in.chain(templates.fonts().iter().cloned()).collect();
        Self {
            templates,
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// The templates in use.
    #[must_use]
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// Sets `data` by the template of this name, given without `.typ`.
    ///
    /// The data reaches the template as values of JSON, never as text of the template's language, so
    /// a name that looks like a command is printed as it is. The day of the file is the field `date`
    /// of the data (`2026-10-05`); without it the file has none.
    ///
    /// # Errors
    /// When there is no such template, when it cannot be set (the error names file and line), or
    /// when the data cannot be written as JSON.
    pub fn set(&self, template: &str, data: &impl Serialize) -> Result<Pdf, LetterError> {
        self.set_with(template, data, Tags::Written)
    }

    /// [`Letters::set`], with or without tags.
    pub(crate) fn set_with(
        &self,
        template: &str,
        data: &impl Serialize,
        tags: Tags,
    ) -> Result<Pdf, LetterError> {
        let bad_data = |source| LetterError::BadData { template: template.to_owned(), source };
        let main = self.templates.main(template)?;
        let json = serde_json::to_vec(data).map_err(bad_data)?;
        let day = serde_json::from_slice::<Dated>(&json).ok().and_then(|dated| dated.date);
        let digest = digest_of(template, &json);
        let envelope = Envelope { data, digest: &digest, crest: self.templates.crest() };
        let file = serde_json::to_vec(&envelope).map_err(bad_data)?;
        let desk = Desk { letters: self, main, data: Bytes::new(file) };

        let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
        let set = output.and_then(|document| {
            let bytes = typst_pdf::pdf(&document, &options(&digest, day, tags))?;
            Ok((bytes, document.pages().len()))
        });
        let outcome = match set {
            Ok((bytes, pages)) => {
                let warnings = warnings.iter().map(|warning| warning.message.to_string());
                Ok(Pdf { bytes, pages, digest, warnings: warnings.collect() })
            }
            Err(mistakes) => Err(mistakes.first().map_or_else(
                || unplaced(template, "the typesetter gave up without a reason"),
                |mistake| self.explain(&desk, template, mistake),
            )),
        };
        comemo::evict(LETTERS_REMEMBERED);
        outcome
    }

    /// A mistake in our words: which file, which line, what to do.
    fn explain(&self, desk: &Desk<'_>, template: &str, mistake: &SourceDiagnostic) -> LetterError {
        let Some(id) = mistake.span.id() else { return unplaced(template, &mistake.message) };
        let name = id.get().vpath().get_without_slash().to_owned();
        let line = desk.range(mistake.span).and_then(|range| {
            let source = desk.source(id).ok()?;
            source.lines().byte_to_line(range.start).map(|line| line + 1)
        });
        let mut advice = if name == DATA || mistake.message.contains("does not contain key") {
            "the data has no such field; content/letters/README.md lists those there are".to_owned()
        } else {
            match self.templates.origin(&name) {
                Some(Origin::Office) => {
                    "mend the office's copy, or remove it to have the built-in one back".to_owned()
                }
                Some(Origin::BuiltIn) | None => {
                    "this template is built in: please report it".to_owned()
                }
            }
        };
        for hint in &mistake.hints {
            let _ = write!(advice, "; {}", hint.v);
        }
        LetterError::BadTemplate {
            template: name,
            line,
            message: mistake.message.to_string(),
            advice,
        }
    }
}

/// What is printed below a letter: 16 hexadecimal digits in groups of four, from the template's name
/// and the data. Whoever has the data can compute it again and compare.
///
/// # Errors
/// When the data cannot be written as JSON.
pub fn digest(template: &str, data: &impl Serialize) -> Result<String, LetterError> {
    let json = serde_json::to_vec(data)
        .map_err(|source| LetterError::BadData { template: template.to_owned(), source })?;
    Ok(digest_of(template, &json))
}

pub(crate) fn digest_of(template: &str, json: &[u8]) -> String {
    let hash = Sha256::new().chain_update(template).chain_update([0]).chain_update(json).finalize();
    let mut text = String::new();
    for (at, byte) in hash.iter().take(DIGEST_BYTES_SHOWN).enumerate() {
        if at > 0 && at.is_multiple_of(2) {
            text.push('-');
        }
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
    }
    text
}

fn options(digest: &str, date: Option<Date>, tags: Tags) -> PdfOptions {
    let day = date.and_then(|date| {
        let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
        Datetime::from_ymd(i32::from(date.year()), month, day)
    });
    PdfOptions {
        ident: Smart::Custom(digest.to_owned()),
        creator: Smart::Custom(Some("Abdi".to_owned())),
        timestamp: day.map(Timestamp::new_utc),
        tagged: tags == Tags::Written,
        ..PdfOptions::default()
    }
}

fn unplaced(template: &str, message: &str) -> LetterError {
    LetterError::BadTemplate {
        template: template.to_owned(),
        line: None,
        message: message.to_owned(),
        advice: "set it again, and report it if it happens again".to_owned(),
    }
}
