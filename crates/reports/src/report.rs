//! A report: its columns, each said once, and how rows become a table.

use std::collections::HashMap;

use civil::{Month, Rupiah};
use jiff::civil::Date;
use words::{Arg, Phrase};

use crate::{Cell, Heading, Kind, Level, Note, Row, Signature, Table, Total};

/// A report over rows of one shape. A new column is one entry in `columns`.
pub struct Report<R: 'static> {
    /// Name as on the command line and in file names; `report-title-NAME` is its title.
    pub name: &'static str,
    /// The columns from left to right.
    pub columns: &'static [Column<R>],
    /// The page that explains a row, as a path from the root of the site.
    pub link: fn(&R) -> Option<&str>,
}

/// One column: everything that is known of it.
pub struct Column<R: 'static> {
    key: &'static str,
    kind: Kind,
    width: u16,
    read: Read<R>,
    total: Total,
}

/// Where the cells of a column come from.
enum Read<R: 'static> {
    /// From the row.
    Row(fn(&R) -> Cell),
    /// The row's place in its group, from 1.
    Position,
    /// From the row and a day: one column for each day of the month, 1 to 31.
    Day(fn(&R, i8) -> Cell),
}

impl<R> Column<R> {
    /// A column of what `read` finds in a row. `key` names it in files, and `report-column-KEY` is
    /// what people read; `width` is in characters.
    #[must_use]
    pub const fn new(key: &'static str, kind: Kind, width: u16, read: fn(&R) -> Cell) -> Self {
        Self { key, kind, width, read: Read::Row(read), total: Total::None }
    }

    /// A column that numbers the rows of each group, from 1, with their number below.
    #[must_use]
    pub const fn position() -> Self {
        let read = Read::Position;
        Self { key: "no", kind: Kind::Number, width: 6, read, total: Total::Count }
    }

    /// One column for each day of the month, named by the day.
    #[must_use]
    pub const fn days(kind: Kind, width: u16, read: fn(&R, i8) -> Cell) -> Self {
        Self { key: "day", kind, width, read: Read::Day(read), total: Total::None }
    }

    /// A column that is added up below. Only rupiah, counts and minutes can be.
    #[must_use]
    pub const fn summed(key: &'static str, kind: Kind, width: u16, read: fn(&R) -> Cell) -> Self {
        Self { key, kind, width, read: Read::Row(read), total: Total::Sum }
    }

    /// A column with the word for the sum below.
    #[must_use]
    pub const fn labelled(key: &'static str, kind: Kind, width: u16, read: fn(&R) -> Cell) -> Self {
        Self { key, kind, width, read: Read::Row(read), total: Total::Label }
    }

    fn heading(&self, key: String, words: Phrase) -> Heading {
        Heading { key, words, kind: self.kind, width: self.width, total: self.total }
    }

    fn headings(&self, period: Period) -> Vec<Heading> {
        match self.read {
            Read::Row(_) | Read::Position => {
                let words = Phrase::new(format!("report-column-{}", self.key));
                vec![self.heading(self.key.to_owned(), words)]
            }
            Read::Day(_) => days(period)
                .map(|day| {
                    let words = Phrase::verbatim(day.to_string());
                    self.heading(format!("{}-{day}", self.key), words)
                })
                .collect(),
        }
    }
}

/// The days of a month, none of another period.
fn days(period: Period) -> impl Iterator<Item = i8> {
    let last = match period {
        Period::Month(month) => month.last().day(),
        Period::Year(_) | Period::Day(_) => 0,
    };
    1..=last
}

/// What a report is about in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A month.
    Month(Month),
    /// A calendar year.
    Year(i16),
    /// The state on a day.
    Day(Date),
}

impl Period {
    fn phrase(self) -> Phrase {
        match self {
            Self::Month(month) => {
                Phrase::new("report-period-month").with("month", Arg::Month(month.first()))
            }
            // As text: a year has no separator of thousands.
            Self::Year(year) => Phrase::new("report-period-year").with("year", year.to_string()),
            Self::Day(day) => Phrase::new("report-period-day").with("day", day),
        }
    }
}

/// What stands around the rows of one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Who reports: `Pemerintah Kabupaten Contoh`.
    pub office: String,
    /// Whom it is about, if it is not all: the name of a unit or of a person.
    pub about: Option<String>,
    /// The time it is about.
    pub period: Period,
    /// What stands below.
    pub notes: Vec<Note>,
    /// Who signs, from left to right.
    pub signatures: Vec<Signature>,
}

impl<R> Report<R> {
    /// All rows as they come, with the sum below.
    #[must_use]
    pub fn table(&self, rows: &[R], frame: Frame) -> Table {
        let laid = self.data(rows.iter(), frame.period);
        self.framed(laid, rows.len(), frame)
    }

    /// The rows by group (`group` names a row's), each with its heading and its sums, and the sum
    /// of all below. Groups stand in the order in which they first come; rows keep theirs.
    #[must_use]
    pub fn grouped(&self, rows: &[R], group: fn(&R) -> &str, frame: Frame) -> Table {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut groups: Vec<(&str, Vec<&R>)> = Vec::new();
        for row in rows {
            let name = group(row);
            let place = *places.entry(name).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, members)) => members.push(row),
                None => groups.push((name, vec![row])),
            }
        }
        let columns = self.headings(frame.period);
        let mut laid = Vec::with_capacity(rows.len() + 2 * groups.len());
        for (name, members) in groups {
            let mut cells = vec![Cell::Empty; columns.len()];
            if let Some(first) = cells.first_mut() {
                *first = Cell::Text(name.to_owned());
            }
            laid.push(Row { cells, level: Level::Group, link: None });
            let count = members.len();
            let data = self.data(members.into_iter(), frame.period);
            let label = Phrase::new("report-subtotal").with("group", name);
            let subtotal = sums(&columns, &data, count, &label);
            laid.extend(data);
            laid.extend(subtotal.map(|cells| Row { cells, level: Level::Subtotal, link: None }));
        }
        self.framed(laid, rows.len(), frame)
    }

    fn headings(&self, period: Period) -> Vec<Heading> {
        self.columns.iter().flat_map(|column| column.headings(period)).collect()
    }

    fn data<'a>(&self, rows: impl Iterator<Item = &'a R>, period: Period) -> Vec<Row> {
        (1..)
            .zip(rows)
            .map(|(position, row)| {
                let mut cells = Vec::with_capacity(self.columns.len());
                for column in self.columns {
                    match column.read {
                        Read::Row(read) => cells.push(read(row)),
                        Read::Position => cells.push(Cell::Number(position)),
                        Read::Day(read) => cells.extend(days(period).map(|day| read(row, day))),
                    }
                }
                let link = (self.link)(row).map(str::to_owned);
                Row { cells, level: Level::Data, link }
            })
            .collect()
    }

    fn framed(&self, rows: Vec<Row>, count: usize, frame: Frame) -> Table {
        let columns = self.headings(frame.period);
        let total = sums(&columns, &rows, count, &Phrase::new("report-total"));
        let title = Phrase::new(format!("report-title-{}", self.name));
        let mut heading = vec![Phrase::verbatim(frame.office), title, frame.period.phrase()];
        heading.extend(frame.about.map(Phrase::verbatim));
        let Frame { notes, signatures, .. } = frame;
        Table { name: self.name, heading, columns, rows, total, notes, signatures }
    }
}

/// The row that adds up `rows`, of which `count` are data; none if no column adds up.
fn sums(columns: &[Heading], rows: &[Row], count: usize, label: &Phrase) -> Option<Vec<Cell>> {
    if columns.iter().all(|column| column.total == Total::None) {
        return None;
    }
    let cells = columns.iter().enumerate().map(|(place, column)| match column.total {
        Total::None => Cell::Empty,
        Total::Count => Cell::Number(i64::try_from(count).expect("rows are in memory")),
        Total::Label => Cell::Words(label.clone()),
        Total::Sum => sum(column.kind, rows, place),
    });
    Some(cells.collect())
}

/// The sum of the data cells of the column at `place`.
///
/// # Panics
///
/// Panics if the column's kind cannot be added up, or the sum leaves `i64`: more than nine
/// quintillion rupiah.
fn sum(kind: Kind, rows: &[Row], place: usize) -> Cell {
    let amounts = rows
        .iter()
        .filter(|row| row.level == Level::Data)
        .filter_map(|row| row.cells.get(place)?.amount());
    let sum = i64::try_from(amounts.map(i128::from).sum::<i128>()).expect("sums of offices fit");
    match kind {
        Kind::Rupiah => Cell::Rupiah(Rupiah(sum)),
        Kind::Number => Cell::Number(sum),
        Kind::Minutes => Cell::Minutes(u32::try_from(sum).expect("minutes of an office fit")),
        Kind::Text | Kind::Code | Kind::Share | Kind::Date | Kind::Month => {
            panic!("a column of {kind:?} is not added up; make it with `new`")
        }
    }
}
