//! Monthly predikat out of a file of e-Kinerja BKN, whose columns a mapping names (`content/ekinerja`).

use std::collections::{BTreeSet, HashMap};

use civil::{Month, PersonId, Skpd};
use rules::law::performance::{Expectation, Quadrant};
use serde::Deserialize;
use storage::people::Performance;

use super::performance::{BadWork, Raters, rated};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    person::Ledger,
    table::{BadRow, Heading, ImportedRows, Layout, Reason, Row, Table, value},
};

/// Where what stands in a file of e-Kinerja.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EKinerjaMapping {
    /// Its name, the file's name.
    pub name: String,
    /// Where it comes from, for people.
    pub note: String,
    /// The sheet by its name; the first if absent.
    pub sheet: Option<String>,
    /// Row of the headings, from 1.
    pub header_row: u32,
    columns: Columns,
}

/// Headings as the file has them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    nip: String,
    hasil: Option<String>,
    perilaku: Option<String>,
    predikat: Option<String>,
    nilai: Option<String>,
}

/// Why a text is not a mapping of a file of e-Kinerja.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadEKinerjaMapping {
    /// No TOML of this shape.
    #[error("the mapping cannot be read: {0}")]
    Toml(String),
    /// Rows are counted from 1.
    #[error("header_row must be 1 or more")]
    HeaderRow,
    /// One without the other says nothing.
    #[error("columns need both hasil and perilaku, or predikat alone")]
    NoPredikat,
}

impl EKinerjaMapping {
    /// Reads and checks a mapping.
    ///
    /// # Errors
    ///
    /// [`BadEKinerjaMapping`] with what is wrong.
    pub fn read(text: &str) -> Result<Self, BadEKinerjaMapping> {
        let mapping: Self =
            toml::from_str(text).map_err(|error| BadEKinerjaMapping::Toml(error.to_string()))?;
        if mapping.header_row == 0 {
            return Err(BadEKinerjaMapping::HeaderRow);
        }
        let columns = &mapping.columns;
        match (&columns.hasil, &columns.perilaku, &columns.predikat) {
            (Some(_), Some(_), _) | (None, None, Some(_)) => Ok(mapping),
            (Some(_), None, _) | (None, Some(_), _) | (None, None, None) => {
                Err(BadEKinerjaMapping::NoPredikat)
            }
        }
    }

    /// The headings that a file must have, as it has them.
    #[must_use]
    pub fn headings(&self) -> Vec<&str> {
        let Columns { nip, hasil, perilaku, predikat, nilai } = &self.columns;
        let others = [hasil, perilaku, predikat, nilai];
        let others = others.into_iter().filter_map(Option::as_deref);
        std::iter::once(nip.as_str()).chain(others).collect()
    }

    /// How many rows a workbook has below its headings, by this mapping. Nothing is loaded.
    ///
    /// # Errors
    ///
    /// Why the file as a whole is of no use, and what to do.
    pub fn rows_in(&self, bytes: &[u8]) -> Result<usize, String> {
        let table = Table::<Column>::read_as(bytes, &self.layout());
        Ok(table.map_err(|why| why.to_string())?.rows().count())
    }

    fn layout(&self) -> Layout<'_, Column> {
        let Columns { nip, hasil, perilaku, predikat, nilai } = &self.columns;
        let named = [
            (Column::Nip, Some(nip)),
            (Column::Results, hasil.as_ref()),
            (Column::Behaviour, perilaku.as_ref()),
            (Column::Predikat, predikat.as_ref()),
            (Column::Productivity, nilai.as_ref()),
        ];
        let columns = named.into_iter().filter_map(|(of, name)| Some((of, name?.as_str())));
        Layout {
            sheet: self.sheet.as_deref(),
            header_row: self.header_row,
            columns: columns.collect(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Results,
    Behaviour,
    Predikat,
    Productivity,
}

impl Heading for Column {
    const ALL: &'static [Self] =
        &[Self::Nip, Self::Results, Self::Behaviour, Self::Predikat, Self::Productivity];

    /// Only what messages call them: the mapping names the columns.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip"],
            Self::Results => &["hasil"],
            Self::Behaviour => &["perilaku"],
            Self::Predikat => &["predikat"],
            Self::Productivity => &["nilai"],
        }
    }

    fn required(self) -> bool {
        self == Self::Nip
    }
}

/// A file of e-Kinerja.
#[derive(Clone, Copy, Debug)]
pub struct EKinerjaFile<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// Where what stands in it.
    pub mapping: &'a EKinerjaMapping,
}

impl Office {
    /// Imports the predikat of a month from a workbook of e-Kinerja BKN. The predikat is what
    /// results and behaviour make by the law of the month's last day; a file that says another is
    /// told so, row by row. The newest of a person holds, whole.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use, or
    /// the month has not begun; [`OfficeError::LawSilent`] if the law has no quadrant that day.
    pub async fn import_ekinerja(
        &self,
        actor: &Actor,
        month: Month,
        (file_name, bytes): (&str, &[u8]),
        mapping: &EKinerjaMapping,
        dry_run: bool,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        let file = EKinerjaFile { name: file_name, bytes, mapping };
        let (mut imported, rows) = self.read_ekinerja(actor, month, &file, None).await?;
        imported.dry_run = dry_run;
        self.keep_performance(actor, (month, file_name), imported, rows).await
    }

    /// The same for a unit, of its own people: all of the file or nothing.
    ///
    /// # Errors
    ///
    /// As [`Office::import_ekinerja`].
    pub async fn import_unit_ekinerja(
        &self,
        actor: &Actor,
        (skpd, month): (&Skpd, Month),
        file: &EKinerjaFile<'_>,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPerformance, Scope::Skpd(skpd))?;
        let (mut imported, rows) = self.read_ekinerja(actor, month, file, Some(skpd)).await?;
        imported.dry_run = !imported.bad.is_empty();
        self.keep_performance(actor, (month, file.name), imported, rows).await
    }

    /// Reads a file, of one unit's people or of everybody.
    async fn read_ekinerja(
        &self,
        actor: &Actor,
        month: Month,
        file: &EKinerjaFile<'_>,
        skpd: Option<&Skpd>,
    ) -> Result<(ImportedRows, Vec<Performance>), OfficeError> {
        self.require_begun(month)?;
        let quadrant = self.quadrant(month)?;
        let table = Table::<Column>::read_as(file.bytes, &file.mapping.layout())
            .map_err(|error| OfficeError::bad_table(file.name, error))?;
        let ledger = &self.ledger().await?;
        let raters = match skpd {
            Some(skpd) => Some(self.raters(actor, skpd, month).await?),
            None => None,
        };
        let reader = Reader { actor, month, skpd, raters, quadrant, table: &table, ledger };
        let mut seen: HashMap<PersonId, u32> = HashMap::new();
        let (imported, rows) = ImportedRows::read(&table, false, |row| {
            let result = reader.performance(row, &seen)?;
            seen.insert(result.person, row.line());
            Ok(result)
        });
        Ok((imported, rows))
    }
}

struct Reader<'a> {
    actor: &'a Actor,
    month: Month,
    /// Whose people may stand in the file; anybody's if absent.
    skpd: Option<&'a Skpd>,
    /// Whom the actor does not rate, of one unit.
    raters: Option<Raters>,
    quadrant: &'a Quadrant,
    table: &'a Table<Column>,
    ledger: &'a Ledger,
}

impl Reader<'_> {
    fn performance(
        &self,
        row: &Row<'_, Column>,
        seen: &HashMap<PersonId, u32>,
    ) -> Result<Performance, BadRow> {
        let person = row.get(Column::Nip, |text| self.ledger.person(text))?;
        if let Some(line) = seen.get(&person) {
            return Err(
                row.bad(Column::Nip, Reason::new("import-person-in-row").with("line", line))
            );
        }
        not_oneself(self.actor, person).map_err(|why| row.bad(Column::Nip, why))?;
        if self.raters.is_some_and(|raters| raters.refused(person) == Err(BadWork::Head)) {
            return Err(row.bad(Column::Nip, Reason::new("import-heads-unit")));
        }
        let serves = self.ledger.state_on(person, self.month.last()).map(|state| &state.skpd);
        if self.skpd.is_some_and(|skpd| serves != Some(skpd)) {
            return Err(row.bad(Column::Nip, Reason::new("import-other-unit")));
        }
        let said = row.get_if_given(Column::Predikat, |text| known(self.quadrant, text))?;
        let (predikat, rated) = if self.table.has(Column::Results) {
            let results = row.get(Column::Results, expectation)?;
            let behaviour = row.get(Column::Behaviour, expectation)?;
            let made = self.quadrant.predikat(results, behaviour);
            if let Some(said) = said.filter(|said| said != made) {
                let other = Reason::new("import-predikat-other");
                let other = other.with("said", said).with("made", made);
                return Err(row.bad(Column::Predikat, other));
            }
            (made.to_owned(), Some(rated(results, behaviour)))
        } else {
            (said.ok_or_else(|| row.bad(Column::Predikat, Reason::new("import-empty")))?, None)
        };
        let productivity_bp = row.get_if_given(Column::Productivity, value::percent_bp)?;
        let (month, predikat) = (self.month, Some(predikat));
        Ok(Performance { person, month, productivity_bp, predikat, rated })
    }
}

/// A predikat that the law knows.
pub(super) fn known(quadrant: &Quadrant, text: &str) -> Result<String, Reason> {
    let code = value::code(text)?;
    let known: BTreeSet<&str> = quadrant.rows.iter().map(|row| row.predikat.as_str()).collect();
    if known.contains(code.as_str()) {
        return Ok(code);
    }
    let known: Vec<&str> = known.into_iter().collect();
    Err(Reason::new("import-predikat").with("text", text).with("known", known.join(", ")))
}

/// Refuses what somebody says of himself.
pub(super) fn not_oneself(actor: &Actor, person: PersonId) -> Result<(), Reason> {
    if actor.person() == Some(person) {
        return Err(Reason::new("import-oneself"));
    }
    Ok(())
}

/// Reads `Di atas ekspektasi` in the spellings in use, or the number that SIASN gives it.
fn expectation(text: &str) -> Result<Expectation, Reason> {
    let plain: String =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    // SIASN itself writes "espektasi".
    let plain = plain.trim_end_matches("ekspektasi").trim_end_matches("espektasi");
    match plain {
        "1" | "diatas" => Ok(Expectation::Above),
        "2" | "sesuai" => Ok(Expectation::Met),
        "3" | "dibawah" => Ok(Expectation::Below),
        _ => Err(Reason::new("import-expectation").with("text", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expectations_as_siasn_and_people_write_them() {
        for text in ["1", "DIATAS ESPEKTASI", "Di Atas Ekspektasi", "di atas"] {
            assert_eq!(expectation(text), Ok(Expectation::Above), "{text}");
        }
        assert_eq!(expectation("Sesuai Ekspektasi"), Ok(Expectation::Met));
        assert_eq!(expectation("DIBAWAH ESPEKTASI"), Ok(Expectation::Below));
        for text in ["", "4", "baik", "ekspektasi"] {
            assert!(expectation(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_mapping_that_cannot_work_is_refused() {
        let whole = "name = \"x\"\nnote = \"x\"\nheader_row = 1\n[columns]\nnip = \"NIP\"\n";
        for (more, bad) in [
            ("", true),
            ("hasil = \"H\"\n", true),
            ("hasil = \"H\"\npredikat = \"P\"\n", true),
            ("predikat = \"P\"\n", false),
            ("hasil = \"H\"\nperilaku = \"B\"\n", false),
            ("other = \"H\"\n", true),
        ] {
            assert_eq!(EKinerjaMapping::read(&format!("{whole}{more}")).is_err(), bad, "{more}");
        }
        let nought = whole.replace("header_row = 1", "header_row = 0");
        assert_eq!(EKinerjaMapping::read(&nought), Err(BadEKinerjaMapping::HeaderRow));
        let shipped = include_str!("../../../../content/ekinerja/contoh.toml");
        assert_eq!(EKinerjaMapping::read(shipped).unwrap().header_row, 3);
    }
}
