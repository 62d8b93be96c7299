//! A table of a report as a page shows it: the very table of which its files are written, in a
//! reader's language, a part of its rows at a time, the sums always.

use reports::{Align, Cell, Heading, Level, Note, Table, Total};
use words::{Lang, Words};

use crate::pages::Paging;

/// Rows shown at a time.
const ROWS_A_PAGE: usize = 50;

/// Most columns that a phone shows row by row instead of as a sheet.
const LIST_COLUMNS_MAX: usize = 7;

/// A table, laid out.
#[derive(Clone, Debug)]
pub struct TableView {
    /// How it is laid out.
    pub layout: Layout,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// The rows of this part.
    pub rows: Vec<RowView>,
    /// The sums of all rows, if the report adds up.
    pub total: Option<Vec<CellView>>,
    /// Which part is shown; nothing if it is all.
    pub paging: Option<Paging>,
    /// What stands below, each a sentence.
    pub notes: Vec<String>,
    /// Who signs, on paper.
    pub signatures: Vec<SignatureView>,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Many columns: it is moved sideways, heading and sums stay.
    Sheet,
    /// Few: a phone shows each row by itself.
    List,
}

/// A column.
#[derive(Clone, Debug)]
pub struct ColumnView {
    /// What stands over it.
    pub words: String,
    /// Where its cells stand.
    pub style: &'static str,
    /// Whether it names the row.
    pub names: bool,
}

/// A row.
#[derive(Clone, Debug)]
pub struct RowView {
    /// What it is.
    pub kind: RowKind,
    /// One cell a column.
    pub cells: Vec<CellView>,
    /// The page that explains it.
    pub href: Option<String>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The heading of a group.
    Group,
    /// A person or thing.
    Data,
    /// The sums of a group.
    Subtotal,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct CellView {
    /// What it says.
    pub text: String,
    /// Whether it is a number that says nothing.
    pub zero: bool,
}

/// A block of a signature.
#[derive(Clone, Debug)]
pub struct SignatureView {
    /// The post.
    pub title: String,
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: Option<String>,
}

impl TableView {
    /// A month that has nothing to report.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            layout: Layout::List,
            columns: Vec::new(),
            rows: Vec::new(),
            total: None,
            paging: None,
            notes: Vec::new(),
            signatures: Vec::new(),
        }
    }

    /// The part `page`, from 1, of `table`. `lead` makes the address that a row leads to of the page
    /// that explains it, and `to` is the address of another part.
    #[must_use]
    pub fn of(
        table: &Table,
        lang: Lang,
        lead: impl Fn(&str) -> String,
        (page, to): (usize, impl Fn(usize) -> String),
    ) -> Self {
        let whole = table.rows.len();
        let last_page = whole.div_ceil(ROWS_A_PAGE).max(1);
        let page = page.clamp(1, last_page);
        let cells = |cells: &[Cell]| cells.iter().map(|cell| cell_view(cell, lang)).collect();
        let shown = table.rows.iter().skip((page - 1) * ROWS_A_PAGE).take(ROWS_A_PAGE);
        let naming = naming(&table.columns);
        let columns = table.columns.iter().enumerate();
        Self {
            layout: if table.columns.len() > LIST_COLUMNS_MAX {
                Layout::Sheet
            } else {
                Layout::List
            },
            columns: columns
                .map(|(place, column)| ColumnView {
                    words: Words::say(lang, &column.words),
                    style: style(column),
                    names: place == naming,
                })
                .collect(),
            rows: shown
                .map(|row| RowView {
                    kind: match row.level {
                        Level::Group => RowKind::Group,
                        Level::Data => RowKind::Data,
                        Level::Subtotal => RowKind::Subtotal,
                    },
                    cells: cells(&row.cells),
                    href: row.link.as_deref().map(&lead),
                })
                .collect(),
            total: table.total.as_deref().map(cells),
            paging: (last_page > 1).then(|| Paging::of(page, ROWS_A_PAGE, whole, to)),
            notes: table.notes.iter().map(Note::phrase).map(|p| Words::say(lang, &p)).collect(),
            signatures: table
                .signatures
                .iter()
                .map(|signature| SignatureView {
                    title: Words::say(lang, &signature.title),
                    name: signature.name.clone(),
                    nip: signature.nip.clone(),
                })
                .collect(),
        }
    }

    pub(crate) fn is_sheet(&self) -> bool {
        self.layout == Layout::Sheet
    }

    /// The columns with what a row has in them.
    pub(crate) fn row<'a>(
        &'a self,
        cells: &'a [CellView],
    ) -> impl Iterator<Item = (&'a ColumnView, &'a CellView)> {
        self.columns.iter().zip(cells)
    }
}

impl RowView {
    pub(crate) fn is_group(&self) -> bool {
        self.kind == RowKind::Group
    }

    pub(crate) fn is_subtotal(&self) -> bool {
        self.kind == RowKind::Subtotal
    }

    pub(crate) fn group(&self) -> &str {
        self.cells.first().map_or("", |cell| &cell.text)
    }
}

/// The column that names its row: the one under which "sum" stands, else the first.
fn naming(columns: &[Heading]) -> usize {
    columns.iter().position(|column| column.total == Total::Label).unwrap_or(0)
}

fn style(column: &Heading) -> &'static str {
    match column.kind.align() {
        Align::Start => "words",
        Align::Center => "code",
        Align::End => "num",
    }
}

fn cell_view(cell: &Cell, lang: Lang) -> CellView {
    CellView { text: cell.say(lang), zero: cell.amount() == Some(0) }
}
