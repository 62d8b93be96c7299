//! JSON: one document, its keys always in the same order.

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use words::{Lang, Words};

use super::data_by_group;
use crate::{Cell, Heading, Level, Note, Table, Total};

/// `table` as one JSON document that ends with a line end.
///
/// `report`, `heading` (lines), `columns` (`key`, `title`), `rows` (an object a row, by key, with
/// `group` before it if there are groups), `subtotals` and `total` (only the columns that add up),
/// `simulation`, `law_version`, `digest`, `notes` and `signatures`. Rupiah, counts and minutes are
/// whole numbers, shares text as the law writes them, days `2026-10-05`, nothing is `null`.
#[must_use]
pub fn json(table: &Table, lang: Lang) -> String {
    let document = Document { table, lang };
    let mut text = serde_json::to_string_pretty(&document).expect("plain values can be written");
    text.push('\n');
    text
}

struct Document<'a> {
    table: &'a Table,
    lang: Lang,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { table, lang } = *self;
        let say = |phrase| Words::say(lang, phrase);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("report", table.name)?;
        let heading: Vec<String> = table.heading.iter().map(say).collect();
        map.serialize_entry("heading", &heading)?;
        let columns: Vec<Column<'_>> =
            table.columns.iter().map(|c| Column { key: &c.key, title: say(&c.words) }).collect();
        map.serialize_entry("columns", &columns)?;
        map.serialize_entry("rows", &Rows(self))?;
        let subtotals: Vec<Fields<'_>> = self.subtotals().collect();
        map.serialize_entry("subtotals", &subtotals)?;
        let total = table.total.as_deref().map(|cells| self.sums(None, cells));
        map.serialize_entry("total", &total)?;
        self.notes(&mut map)?;
        let signatures: Vec<Signature<'_>> =
            table.signatures.iter().map(|signature| Signature::of(signature, lang)).collect();
        map.serialize_entry("signatures", &signatures)?;
        map.end()
    }
}

impl<'a> Document<'a> {
    fn subtotals(&self) -> impl Iterator<Item = Fields<'a>> {
        let mut group = None;
        self.table.rows.iter().filter_map(move |row| match row.level {
            Level::Group => {
                group = row.cells.first();
                None
            }
            Level::Data => None,
            Level::Subtotal => Some(self.sums(group, &row.cells)),
        })
    }

    /// The cells of a row that adds up, without those that only say so.
    fn sums(&self, group: Option<&'a Cell>, cells: &'a [Cell]) -> Fields<'a> {
        let of = |column: &Heading| match column.total {
            Total::Sum | Total::Count => true,
            Total::None | Total::Label => false,
        };
        Fields { columns: &self.table.columns, cells, group, lang: self.lang, of }
    }

    fn notes<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let (mut version, mut digest, mut others) = (None, None, Vec::new());
        for note in &self.table.notes {
            match note {
                Note::Simulation => {}
                Note::Unsigned(_) => others.push(Words::say(self.lang, &note.phrase())),
                Note::LawVersion(text) => version = Some(text),
                Note::Digest(text) => digest = Some(text),
                Note::Words(phrase) => others.push(Words::say(self.lang, phrase)),
            }
        }
        map.serialize_entry("simulation", &self.table.is_simulation())?;
        map.serialize_entry("law_version", &version)?;
        map.serialize_entry("digest", &digest)?;
        map.serialize_entry("notes", &others)
    }
}

#[derive(Serialize)]
struct Column<'a> {
    key: &'a str,
    title: String,
}

#[derive(Serialize)]
struct Signature<'a> {
    town: Option<&'a str>,
    on: Option<String>,
    title: String,
    name: &'a str,
    nip: Option<&'a str>,
}

impl<'a> Signature<'a> {
    fn of(signature: &'a crate::Signature, lang: Lang) -> Self {
        let place = signature.place.as_ref();
        Self {
            town: place.map(|place| &*place.town),
            on: place.map(|place| place.on.to_string()),
            title: Words::say(lang, &signature.title),
            name: &signature.name,
            nip: signature.nip.as_deref(),
        }
    }
}

struct Rows<'a>(&'a Document<'a>);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document { table, lang } = *self.0;
        let mut list = serializer.serialize_seq(None)?;
        for (group, row) in data_by_group(table) {
            let (columns, cells) = (&table.columns, &row.cells);
            list.serialize_element(&Fields { columns, cells, group, lang, of: |_| true })?;
        }
        list.end()
    }
}

/// A row by the keys of those columns that `of` names.
struct Fields<'a> {
    columns: &'a [Heading],
    cells: &'a [Cell],
    group: Option<&'a Cell>,
    lang: Lang,
    of: fn(&Heading) -> bool,
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(group) = self.group {
            map.serialize_entry("group", &Value(group, self.lang))?;
        }
        for (column, cell) in self.columns.iter().zip(self.cells) {
            if (self.of)(column) {
                map.serialize_entry(&column.key, &Value(cell, self.lang))?;
            }
        }
        map.end()
    }
}

struct Value<'a>(&'a Cell, Lang);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Rupiah(_) | Cell::Number(_) | Cell::Minutes(_) => {
                self.0.amount().serialize(serializer)
            }
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(_) | Cell::Words(_) | Cell::Share(_) | Cell::Date(_) | Cell::Month(_) => {
                serializer.serialize_str(&self.0.plain(self.1))
            }
        }
    }
}
