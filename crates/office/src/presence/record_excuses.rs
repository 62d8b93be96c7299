//! Leave, duty and work from elsewhere that somebody decided.

use std::collections::HashSet;

use civil::PersonId;
use jiff::civil::Date;
use rules::excuse::ExcuseKind;
use storage::presence::{NewExcuse, People};

use super::held_excuses::NewRow;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    person::Ledger,
    table::{BadRow, Heading, ImportedRows, Reason, Row, Table, value},
};

/// Longest excuse taken, in days: three years of study by order and a half. A longer one is a slip
/// in the year.
const DAYS_MAX: i64 = 1_280;

/// Most letters of a reason.
pub(super) const REASON_CHARS_MAX: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Kind,
    From,
    Until,
    FromTime,
    UntilTime,
    Reason,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[
        Self::Nip,
        Self::Kind,
        Self::From,
        Self::Until,
        Self::FromTime,
        Self::UntilTime,
        Self::Reason,
    ];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai", "nipbaru"],
            Self::Kind => &["kind", "jenis", "jeniscuti", "jenisizin", "keperluan"],
            Self::From => &["from", "mulai", "tanggalmulai", "dari", "tanggal", "date"],
            Self::Until => &["until", "sampai", "selesai", "tanggalselesai", "to", "hingga"],
            Self::FromTime => &["fromtime", "jammulai", "darijam"],
            Self::UntilTime => &["untiltime", "jamselesai", "sampaijam", "totime"],
            Self::Reason => &["reason", "alasan", "keterangan", "surat", "nomorsurat", "dasar"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip | Self::Kind | Self::From | Self::Reason => true,
            Self::Until | Self::FromTime | Self::UntilTime => false,
        }
    }
}

impl Office {
    /// Imports excuses from CSV or XLSX: `nip`, `jenis`, `mulai`, `sampai` (one day if empty),
    /// `jam mulai` and `jam selesai` (the whole day if empty), `alasan`. One that overlaps another,
    /// recorded or of the file, is a bad row; one that changes a closed month, or takes more of
    /// annual leave than there is, is taken and noted.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_excuses(
        &self,
        actor: &Actor,
        file_name: &str,
        bytes: &[u8],
        dry_run: bool,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        let table = Table::<Column>::read(bytes)
            .map_err(|error| OfficeError::bad_table(file_name, error))?;
        let ledger = self.ledger().await?;
        let (_, brought) = ImportedRows::read(&table, dry_run, |row| excuse(row, &ledger));
        let mut held = self.held_excuses(&brought).await?;
        let (mut imported, rows) = ImportedRows::read(&table, dry_run, |row| {
            let excuse = excuse(row, &ledger)?;
            let (line, column) = (row.line(), Column::From);
            held.add(line, &excuse).map_err(|why| row.bad(column, why))?;
            Ok(NewRow { line, excuse })
        });
        let good = rows.len();
        let new = self.not_known(rows.iter().map(|row| row.excuse.clone()).collect()).await?;
        imported.count(good, new.len());
        let mut left: HashSet<Letter> = new.iter().map(letter).collect();
        let rows: Vec<NewRow> =
            rows.into_iter().filter(|row| left.remove(&letter(&row.excuse))).collect();
        let columns = (table.name(Column::From), table.name(Column::Kind));
        let columns = (columns.0.as_str(), columns.1.as_str());
        imported.noted = self.to_look_at(&rows, &ledger, columns).await?;
        if !dry_run && !new.is_empty() {
            let detail = format!("excuses={}", new.len());
            let audit = self.audit(actor, "presence.import_excuses", file_name, detail);
            self.store.add_excuses(&new, audit).await?;
        }
        Ok(imported)
    }

    /// Records excuses, all of them or none, and tells how many were new.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] for a kind nobody knows, an end before the beginning, or an empty
    /// reason.
    pub async fn record_excuses(
        &self,
        actor: &Actor,
        excuses: Vec<NewExcuse>,
    ) -> Result<u32, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        for excuse in &excuses {
            check(excuse).map_err(|why| OfficeError::BadInput(why.to_string()))?;
        }
        let new = self.not_known(excuses).await?;
        let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
        if count > 0 {
            let subject = format!("{count} excuses");
            let audit = self.audit(actor, "presence.record_excuses", subject, "");
            self.store.add_excuses(&new, audit).await?;
        }
        Ok(count)
    }

    /// Those that are not known to the letter, each once.
    async fn not_known(&self, excuses: Vec<NewExcuse>) -> Result<Vec<NewExcuse>, OfficeError> {
        let from = excuses.iter().map(|excuse| excuse.from).min();
        let until = excuses.iter().map(|excuse| excuse.until).max();
        let (Some(from), Some(until)) = (from, until) else { return Ok(Vec::new()) };
        let known = self.store.excuses(&People::All, from, until).await?;
        let mut known: HashSet<Letter> = known.iter().map(|known| letter(&known.excuse)).collect();
        Ok(excuses.into_iter().filter(|excuse| known.insert(letter(excuse))).collect())
    }
}

/// All that an excuse says.
type Letter = (PersonId, String, Date, Date, Option<(u16, u16)>, String);

fn letter(excuse: &NewExcuse) -> Letter {
    let NewExcuse { person, kind, from, until, minutes, reason } = excuse.clone();
    (person, kind, from, until, minutes, reason)
}

fn excuse(row: &Row<'_, Column>, ledger: &Ledger) -> Result<NewExcuse, BadRow> {
    let person = row.get(Column::Nip, |text| ledger.person(text))?;
    let kind = row.get(Column::Kind, str::parse::<ExcuseKind>)?;
    let from = row.get(Column::From, value::date)?;
    let until = row.get_if_given(Column::Until, value::date)?.unwrap_or(from);
    let starts = row.get_if_given(Column::FromTime, value::minute_of_day)?;
    let ends = row.get_if_given(Column::UntilTime, value::minute_of_day)?;
    let minutes = match (starts, ends) {
        (Some(starts), Some(ends)) => Some((starts, ends)),
        (None, None) => None,
        (Some(_), None) => {
            return Err(row.bad(Column::UntilTime, Reason::new("import-both-times")));
        }
        (None, Some(_)) => {
            return Err(row.bad(Column::FromTime, Reason::new("import-both-times")));
        }
    };
    let reason = row.get(Column::Reason, |text| value::words_given(text, REASON_CHARS_MAX))?;
    let excuse = NewExcuse { person, kind: kind.code().to_owned(), from, until, minutes, reason };
    check_span(&excuse).map_err(|error| row.bad(Column::Until, error))?;
    check_minutes(&excuse).map_err(|error| row.bad(Column::UntilTime, error))?;
    Ok(excuse)
}

fn check(excuse: &NewExcuse) -> Result<(), Reason> {
    let kind: ExcuseKind = excuse.kind.parse()?;
    if kind.code() != excuse.kind {
        return Err(Reason::new("import-kind-spelling")
            .with("code", kind)
            .with("text", &excuse.kind));
    }
    if excuse.reason.trim().is_empty() {
        return Err(Reason::new("import-excuse-reason"));
    }
    check_span(excuse)?;
    check_minutes(excuse)
}

fn check_span(excuse: &NewExcuse) -> Result<(), Reason> {
    let NewExcuse { from, until, .. } = excuse;
    if until < from {
        return Err(Reason::new("import-ends-early").with("until", until).with("from", from));
    }
    let days = until.duration_since(*from).as_hours() / 24 + 1;
    if days > DAYS_MAX {
        return Err(Reason::new("import-lasts").with("days", days));
    }
    Ok(())
}

fn check_minutes(excuse: &NewExcuse) -> Result<(), Reason> {
    match excuse.minutes {
        Some((starts, ends)) if ends <= starts || ends > 1440 => {
            Err(Reason::new("import-times-backwards"))
        }
        Some(_) | None => Ok(()),
    }
}
