//! A table as `daftar.typ` reads it: every cell said, every column with the width it needs.

use jiff::civil::Date;
use reports::{Align, Cell, Level, Signature, Table};
use serde::Serialize;
use words::{Lang, Words, format};

/// What the space between two columns takes, in characters.
const GAP_CHARACTERS: usize = 2;

/// Rows of one part: a longer table is set in parts. The typesetter keeps every cell in memory until
/// the file is written, about 0.2 MB a row.
const PART_ROWS_MAX: usize = 600;

/// One table or a part of it, ready to be set.
#[derive(Clone, Serialize)]
pub(super) struct Sheet {
    heading: Vec<String>,
    /// Which line of the heading is the title, from 0.
    title: usize,
    columns: Vec<Column>,
    rows: Vec<Line>,
    total: Option<Vec<String>>,
    notes: Vec<String>,
    signatures: Vec<Block>,
    simulation: bool,
    /// What stands at the foot of every page.
    footer: String,
    part: Place,
    #[serde(skip)]
    date: Option<Date>,
}

/// Which part of a table it is.
#[derive(Clone, Copy, Serialize)]
struct Place {
    /// From 1.
    number: usize,
    of: usize,
}

#[derive(Clone, Serialize)]
struct Column {
    words: String,
    align: &'static str,
    /// Width at which nothing is broken, in characters.
    width: usize,
    /// Width below which words or numbers would be cut, in characters.
    least: usize,
}

#[derive(Clone, Serialize)]
struct Line {
    level: &'static str,
    cells: Vec<String>,
}

#[derive(Clone, Serialize)]
struct Block {
    place: String,
    title: String,
    name: String,
    nip: Option<String>,
}

impl Sheet {
    /// A table, in parts if it is long: every part has the heading, the last has the total, the
    /// notes and the signatures.
    pub(super) fn parts_of(table: &Table, lang: Lang) -> Vec<Self> {
        let mut whole = Self::of(table, lang);
        if whole.rows.len() <= PART_ROWS_MAX {
            return vec![whole];
        }
        let mut parts = split(std::mem::take(&mut whole.rows));
        let of = parts.len();
        let last = parts.pop();
        let middle =
            Self { total: None, notes: Vec::new(), signatures: Vec::new(), ..whole.clone() };
        let mut sheets: Vec<Self> = (1..)
            .zip(parts)
            .map(|(number, rows)| Self { rows, part: Place { number, of }, ..middle.clone() })
            .collect();
        sheets.extend(last.map(|rows| Self { rows, part: Place { number: of, of }, ..whole }));
        sheets
    }

    fn of(table: &Table, lang: Lang) -> Self {
        let heading: Vec<String> =
            table.heading.iter().map(|phrase| Words::say(lang, phrase)).collect();
        let say = |cells: &[Cell]| cells.iter().map(|cell| cell.say(lang)).collect();
        let rows: Vec<Line> = table
            .rows
            .iter()
            .map(|row| Line { level: level(row.level), cells: say(&row.cells) })
            .collect();
        let total: Option<Vec<String>> = table.total.as_deref().map(say);
        let mut sheet = Self {
            title: usize::from(heading.len() > 1),
            footer: heading.iter().skip(1).map(String::as_str).collect::<Vec<_>>().join(" · "),
            heading,
            columns: Vec::new(),
            rows,
            total,
            notes: table.notes.iter().map(|note| Words::say(lang, &note.phrase())).collect(),
            signatures: table.signatures.iter().map(|one| Block::of(one, lang)).collect(),
            simulation: table.is_simulation(),
            part: Place { number: 1, of: 1 },
            date: date_of(table),
        };
        sheet.columns = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let words = Words::say(lang, &column.words);
                let (align, declared) = (column.kind.align(), usize::from(column.width));
                let (width, least) = sheet.widths(place, &words, align, declared);
                Column { words, align: side(align), width, least }
            })
            .collect();
        sheet
    }

    /// The line of the heading that names the report.
    pub(super) fn title(&self) -> &str {
        self.heading.get(self.title).map_or("", String::as_str)
    }

    /// What tells this table from others of the same report: the last line of its heading. Only
    /// the first part says it.
    pub(super) fn bookmark(&self) -> Option<String> {
        (self.part.number == 1).then(|| self.heading.last().cloned()).flatten()
    }

    /// The day on which it is signed.
    pub(super) fn date(&self) -> Option<Date> {
        self.date
    }

    /// Widths of the column at `place`. Numbers are never broken; words may be, at spaces, so a
    /// column of words can do with half of what its report declares.
    fn widths(&self, place: usize, head: &str, align: Align, declared: usize) -> (usize, usize) {
        let rows = self.rows.iter().filter(|row| row.level != level(Level::Group));
        let cells = rows.map(|row| &row.cells).chain(&self.total).filter_map(|row| row.get(place));
        let longest_word = |text: &str| {
            text.split([' ', '-', '/']).map(|word| word.chars().count()).max().unwrap_or_default()
        };
        let (mut longest, mut unbroken) = (0, longest_word(head));
        for cell in cells {
            longest = longest.max(cell.chars().count());
            unbroken = unbroken.max(longest_word(cell));
        }
        let (width, least) = match align {
            Align::End => (longest.max(unbroken), longest.max(unbroken)),
            Align::Center => (longest.max(unbroken), unbroken),
            Align::Start => (longest.min(declared).max(unbroken), unbroken),
        };
        // A column that is empty on purpose, for signatures, keeps its room.
        let (width, least) = if longest == 0 { (declared, declared / 2) } else { (width, least) };
        (width + GAP_CHARACTERS, least.max(longest_word(head)) + GAP_CHARACTERS)
    }
}

impl Block {
    fn of(signature: &Signature, lang: Lang) -> Self {
        let place = signature.place.as_ref();
        Self {
            place: place
                .map(|place| format!("{}, {}", place.town, format::date(lang, place.on)))
                .unwrap_or_default(),
            title: Words::say(lang, &signature.title),
            name: signature.name.clone(),
            nip: signature.nip.clone(),
        }
    }
}

/// The day on which a table is signed.
fn date_of(table: &Table) -> Option<Date> {
    table
        .signatures
        .iter()
        .rev()
        .find_map(|signature| signature.place.as_ref())
        .map(|place| place.on)
}

/// Rows in parts. The heading of a group goes with the rows below it.
fn split(rows: Vec<Line>) -> Vec<Vec<Line>> {
    let mut parts: Vec<Vec<Line>> = Vec::new();
    let mut part: Vec<Line> = Vec::new();
    for row in rows {
        if part.len() >= PART_ROWS_MAX {
            let from = part.iter().rposition(|row| row.level != level(Level::Group));
            let rest = part.split_off(from.map_or(0, |from| from + 1));
            parts.push(std::mem::replace(&mut part, rest));
        }
        part.push(row);
    }
    parts.push(part);
    parts
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Group => "group",
        Level::Data => "data",
        Level::Subtotal => "subtotal",
    }
}

fn side(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Center => "center",
        Align::End => "end",
    }
}
