//! Results of work that come from elsewhere: e-Kinerja, LKH.

use std::collections::HashMap;

use civil::{Month, PersonId};
use rules::law::performance::Quadrant;
use storage::{people::Performance, presence::People};

use super::ekinerja::{known, not_oneself};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    table::{BadRow, Heading, ImportedRows, Reason, Row, Table, value},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Productivity,
    Predikat,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[Self::Nip, Self::Productivity, Self::Predikat];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai", "nipbaru"],
            Self::Productivity => &[
                "productivity",
                "produktivitas",
                "ekinerja",
                "lkh",
                "capaian",
                "persen",
                "persentase",
                "percent",
                "nilai",
            ],
            Self::Predikat => &["predikat", "predikatkinerja", "predicate", "rating"],
        }
    }

    fn required(self) -> bool {
        self == Self::Nip
    }
}

impl Office {
    /// Imports results of a month from CSV or XLSX: `nip`, `produktivitas` (percent of what was
    /// planned, 0 to 100, at most two decimals), `predikat` (one that the law of the month's last
    /// day knows). The newest of a person holds, whole:
    /// what its row lacks is not known any more.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] if the file as a whole is of no use, or the month has not begun;
    /// [`OfficeError::LawSilent`] if it has predikat and the law has no quadrant that day.
    pub async fn import_performance(
        &self,
        actor: &Actor,
        month: Month,
        file_name: &str,
        bytes: &[u8],
        dry_run: bool,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        self.require_begun(month)?;
        let bad = |error: String| OfficeError::bad_file(file_name, error);
        let table =
            Table::<Column>::read(bytes).map_err(|why| OfficeError::bad_table(file_name, why))?;
        if !table.has(Column::Productivity) && !table.has(Column::Predikat) {
            return Err(bad("no column \"productivity\" and none \"predikat\"".to_owned()));
        }
        let predikat = table.has(Column::Predikat);
        let quadrant = predikat.then(|| self.quadrant(month)).transpose()?;
        let ledger = self.ledger().await?;
        let whose = |text: &str| {
            let person = ledger.person(text)?;
            not_oneself(actor, person).map(|()| person)
        };
        let mut seen: HashMap<PersonId, u32> = HashMap::new();
        let (imported, rows) = ImportedRows::read(&table, dry_run, |row| {
            let result = performance(row, (month, quadrant), whose, &seen)?;
            seen.insert(result.person, row.line());
            Ok(result)
        });
        self.keep_performance(actor, (month, file_name), imported, rows).await
    }

    /// Refuses a month of which there can be no results yet.
    pub(super) fn require_begun(&self, month: Month) -> Result<(), OfficeError> {
        if month > Month::of(self.today()) {
            return Err(OfficeError::BadInput(format!("{month} has not begun; check the month")));
        }
        Ok(())
    }

    /// Keeps the results that say something new, unless it is a dry run.
    pub(super) async fn keep_performance(
        &self,
        actor: &Actor,
        (month, file_name): (Month, &str),
        mut imported: ImportedRows,
        mut rows: Vec<Performance>,
    ) -> Result<ImportedRows, OfficeError> {
        let held = self.store.performance(&People::All, month).await?;
        let held: HashMap<PersonId, Performance> =
            held.into_iter().map(|row| (row.person, row)).collect();
        let good = rows.len();
        rows.retain(|row| held.get(&row.person) != Some(row));
        imported.count(good, rows.len());
        if !imported.dry_run && !rows.is_empty() {
            let detail = format!("month={month} results={}", rows.len());
            let audit = self.audit(actor, "allowance.import_performance", file_name, detail);
            self.store.add_performance(&rows, self.now(), audit).await?;
        }
        Ok(imported)
    }
}

fn performance(
    row: &Row<'_, Column>,
    (month, quadrant): (Month, Option<&Quadrant>),
    whose: impl Fn(&str) -> Result<PersonId, Reason>,
    seen: &HashMap<PersonId, u32>,
) -> Result<Performance, BadRow> {
    let person = row.get(Column::Nip, whose)?;
    if let Some(line) = seen.get(&person) {
        return Err(row.bad(Column::Nip, Reason::new("import-person-in-line").with("line", line)));
    }
    let productivity_bp = row.get_if_given(Column::Productivity, value::percent_bp)?;
    let predikat = match quadrant {
        Some(quadrant) => row.get_if_given(Column::Predikat, |text| known(quadrant, text))?,
        None => None,
    };
    if productivity_bp.is_none() && predikat.is_none() {
        return Err(row.bad(Column::Productivity, Reason::new("import-no-result")));
    }
    Ok(Performance { person, month, productivity_bp, predikat, rated: None })
}
