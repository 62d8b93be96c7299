//! A table as it is shown, printed and written to files: laid out, but not yet in a language.

use civil::{Month, Rate, Rupiah};
use jiff::civil::Date;
use words::Phrase;

/// A table, whole: what stands above it, its columns and rows, and what stands below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name of the report, as on the command line and in file names: `payments`.
    pub name: &'static str,
    /// The lines above: office, title, month, unit. The title is the second if there are several.
    pub heading: Vec<Phrase>,
    /// The columns from left to right.
    pub columns: Vec<Heading>,
    /// The rows from top to bottom; each has one cell a column.
    pub rows: Vec<Row>,
    /// The last row, one cell a column, if the report adds up.
    pub total: Option<Vec<Cell>>,
    /// What stands below: whether it may be paid, and what it was computed from.
    pub notes: Vec<Note>,
    /// Who signs, from left to right.
    pub signatures: Vec<Signature>,
}

impl Table {
    /// Whether the amounts are computed and shown but may not be paid.
    #[must_use]
    pub fn is_simulation(&self) -> bool {
        self.notes.contains(&Note::Simulation)
    }

    /// The organisations whose closing not everybody has signed; empty where all have.
    pub fn unsigned(&self) -> impl Iterator<Item = &str> {
        self.notes
            .iter()
            .flat_map(|note| match note {
                Note::Unsigned(units) => units.as_slice(),
                Note::Simulation | Note::LawVersion(_) | Note::Digest(_) | Note::Words(_) => &[],
            })
            .map(String::as_str)
    }

    /// The rows of people or things, without headings of groups and subtotals.
    pub fn data(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.level == Level::Data)
    }
}

/// What stands over a column, and what the column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Name of the column in JSON and in mappings of banks; never translated: `net`.
    pub key: String,
    /// What people read over it.
    pub words: Phrase,
    /// What its cells hold.
    pub kind: Kind,
    /// Width in characters of ordinary text.
    pub width: u16,
    /// What its last row says.
    pub total: Total,
}

/// What the cells of a column hold; it decides alignment and number format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, left.
    Text,
    /// A short mark, in the middle: `H`, `TL`.
    Code,
    /// Whole rupiah, right.
    Rupiah,
    /// A count, right.
    Number,
    /// A share, right.
    Share,
    /// Minutes, right.
    Minutes,
    /// A day, left.
    Date,
    /// A month, left.
    Month,
}

/// Where in its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Start,
    /// In the middle.
    Center,
    /// Right.
    End,
}

impl Kind {
    /// Where in its column such a cell stands.
    #[must_use]
    pub fn align(self) -> Align {
        match self {
            Self::Text | Self::Date | Self::Month => Align::Start,
            Self::Code => Align::Center,
            Self::Rupiah | Self::Number | Self::Share | Self::Minutes => Align::End,
        }
    }
}

/// What the rows that add up say in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Nothing.
    None,
    /// The sum of the cells.
    Sum,
    /// How many rows of people or things there are.
    Count,
    /// The word for the sum, or the name of the group.
    Label,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One cell a column. The heading of a group has its name in the first and leaves the others
    /// empty.
    pub cells: Vec<Cell>,
    /// What it is in the order of rows.
    pub level: Level,
    /// The page that explains the row, as a path from the root of the site.
    pub link: Option<String>,
}

/// What a row is in the order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The heading of a group: the name of a unit.
    Group,
    /// A person or thing.
    Data,
    /// The sums of a group, below it.
    Subtotal,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words as they are, in no language of ours. A NIP or an account number is text.
    Text(String),
    /// Words that a reader's language decides.
    Words(Phrase),
    /// Whole rupiah.
    Rupiah(Rupiah),
    /// A count.
    Number(i64),
    /// A share, exactly.
    Share(Rate),
    /// Minutes.
    Minutes(u32),
    /// A day.
    Date(Date),
    /// A month.
    Month(Month),
    /// Nothing.
    Empty,
}

/// What is said below a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// SIMULASI: computed and shown, but not to be paid.
    Simulation,
    /// Closed, but not signed by all: the codes of the organisations. Not to be paid.
    Unsigned(Vec<String>),
    /// The version of the law it was computed by.
    LawVersion(String),
    /// The digest of the facts it was computed from.
    Digest(String),
    /// Something else.
    Words(Phrase),
}

impl Note {
    /// The note as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Simulation => Phrase::new("report-note-simulation"),
            Self::Unsigned(units) => {
                Phrase::new("report-note-unsigned").with("units", units.join(", "))
            }
            Self::LawVersion(version) => {
                Phrase::new("report-note-law-version").with("version", version)
            }
            Self::Digest(digest) => Phrase::new("report-note-digest").with("digest", digest),
            Self::Words(phrase) => phrase.clone(),
        }
    }
}

/// A block for one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Where and when it is signed; usually only the last block says so.
    pub place: Option<Place>,
    /// The post of who signs: `Kepala Dinas Pendidikan`, or a key such as `report-sign-treasurer`.
    pub title: Phrase,
    /// Who signs.
    pub name: String,
    /// The NIP of who signs, if there is one.
    pub nip: Option<String>,
}

/// Where and when something is signed: `Rangkasbitung, 5 November 2026`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The town.
    pub town: String,
    /// The day.
    pub on: Date,
}
