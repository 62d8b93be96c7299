//! A roster as units keep it in a spreadsheet: a row a person, a column a day.

use std::collections::BTreeSet;

use civil::{Month, PersonId, Skpd};
use jiff::civil::Date;
use serde::Serialize;
use storage::rosters::RosterCell;

use super::{
    put::{Bounds, read_turn},
    warn::RosterNotice,
};
use crate::{
    Actor, BadRow, Office, OfficeError, Permission, Reason, Scope,
    person::Ledger,
    table::{Heading, Row, Table},
};

/// What became of a file; of a dry run what would become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportedRoster {
    /// Rows below the headings.
    pub rows: u32,
    /// Cells with a turn.
    pub turns: u32,
    /// Of these, how many say something new; none if any row is bad, and unknown in a dry run.
    pub new: u32,
    /// Cells that cannot be, each with its row and column. If there is one, nothing was taken: a
    /// roster with holes is worse than none.
    pub bad: Vec<BadRow>,
    /// Columns that mean nothing here and were passed over.
    pub ignored_columns: Vec<String>,
    /// What is to be warned of in the month, with these turns.
    pub warnings: Vec<RosterNotice>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    /// A day of the month.
    Day(i8),
}

/// The columns, and how the days are headed.
macro_rules! columns {
    ($($day:literal),+) => {
        impl Heading for Column {
            const ALL: &'static [Self] = &[Self::Nip, $(Self::Day($day)),+];

            fn names(self) -> &'static [&'static str] {
                match self {
                    $(Self::Day($day) => &[
                        stringify!($day),
                        concat!("0", stringify!($day)),
                        concat!("tgl", stringify!($day)),
                        concat!("tanggal", stringify!($day)),
                    ],)+
                    Self::Nip | Self::Day(_) => &["nip", "nomorindukpegawai", "nippegawai"],
                }
            }

            fn required(self) -> bool {
                self == Self::Nip
            }
        }
    };
}

columns!(
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    27, 28, 29, 30, 31
);

impl Office {
    /// Imports the roster of an organisation for a month from CSV or XLSX: `nip`, and the days as
    /// columns `1`, `2` … with the letters of each person's pattern; `L` or `-` is a day off, an
    /// empty cell leaves what holds. All of it or nothing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_roster(
        &self,
        actor: &Actor,
        (skpd, month): (&Skpd, Month),
        (file_name, bytes): (&str, &[u8]),
        dry_run: bool,
    ) -> Result<ImportedRoster, OfficeError> {
        actor.require(Permission::KeepRoster, Scope::Skpd(skpd))?;
        let table = Table::<Column>::read(bytes)
            .map_err(|error| OfficeError::bad_table(file_name, error))?;
        let ledger = self.ledger().await?;
        let ends = BTreeSet::from([month.first(), month.last()]);
        let closed = self.closed_of_roster(skpd, &ends).await?;
        let bounds = Bounds { office: self, actor, skpd, ledger: &ledger, closed: &closed };
        let mut imported = ImportedRoster {
            ignored_columns: table.ignored(),
            dry_run,
            ..ImportedRoster::default()
        };
        let (mut cells, mut seen) = (Vec::new(), BTreeSet::new());
        for row in table.rows() {
            imported.rows += 1;
            match person(&row, &ledger, &mut seen) {
                Ok(person) => turns(&row, person, (&bounds, month), &mut cells, &mut imported.bad),
                Err(bad) => imported.bad.push(bad),
            }
        }
        imported.turns = u32::try_from(cells.len()).unwrap_or(u32::MAX);
        if imported.bad.is_empty() {
            imported.warnings = self.warnings_with(skpd, &cells).await?;
            if !dry_run {
                imported.new = self.keep_turns(actor, skpd, &cells).await?;
            }
        }
        Ok(imported)
    }
}

/// Whose row it is; nobody has two.
fn person(
    row: &Row<'_, Column>,
    ledger: &Ledger,
    seen: &mut BTreeSet<PersonId>,
) -> Result<PersonId, BadRow> {
    let person = row.get(Column::Nip, |text| ledger.person(text))?;
    if seen.insert(person) {
        Ok(person)
    } else {
        Err(row.bad(Column::Nip, Reason::new("import-row-twice")))
    }
}

/// The turns of a row; what cannot be is noted cell by cell.
fn turns(
    row: &Row<'_, Column>,
    person: PersonId,
    (bounds, month): (&Bounds<'_>, Month),
    cells: &mut Vec<RosterCell>,
    bad: &mut Vec<BadRow>,
) {
    for column in Column::ALL {
        let Column::Day(day) = *column else { continue };
        let text = row.cell(*column);
        if text.is_empty() {
            continue;
        }
        match cell(text, person, day, (bounds, month)) {
            Ok(cell) => cells.push(cell),
            Err(reason) => bad.push(row.bad(*column, reason)),
        }
    }
}

fn cell(
    text: &str,
    person: PersonId,
    day: i8,
    (bounds, month): (&Bounds<'_>, Month),
) -> Result<RosterCell, Reason> {
    let first = month.first();
    let date = Date::new(first.year(), first.month(), day)
        .map_err(|_| Reason::new("import-no-such-day").with("month", month).with("day", day))?;
    let state = bounds.served(person, date)?;
    let turn = read_turn(text, &bounds.letters(state, date))?;
    bounds.cell(person, date, Some(&turn))
}
