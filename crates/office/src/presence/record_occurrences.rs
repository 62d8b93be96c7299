//! What happened to people on a day and a rule may charge: a missed apel, leaving during hours, a
//! sanction that took effect.

use std::collections::HashSet;

use jiff::civil::Date;
use storage::{people::Occurrence, presence::People};

use super::record_excuses::REASON_CHARS_MAX;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    person::Ledger,
    table::{BadRow, Heading, ImportedRows, Reason, Row, Table, value},
};

/// Minutes of a day: nobody is away for longer.
const AWAY_MINUTES_MAX: u32 = 1_440;

/// Events of one kind that can be missed on one day.
const MISSED_MAX: u32 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Date,
    Code,
    Amount,
    Reason,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[Self::Nip, Self::Date, Self::Code, Self::Amount, Self::Reason];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai", "nipbaru"],
            Self::Date => &["date", "tanggal", "tgl"],
            Self::Code => &["code", "kode", "kejadian", "jenis", "kind"],
            Self::Amount => &["amount", "jumlah", "menit", "minutes"],
            Self::Reason => &["reason", "alasan", "keterangan", "surat", "nomorsurat", "dasar"],
        }
    }

    fn required(self) -> bool {
        self != Self::Amount
    }
}

impl Office {
    /// Imports occurrences from CSV or XLSX: `nip`, `tanggal`, `kode` (`missed:apel`, `away`,
    /// `sanction:teguran-lisan`), `jumlah` (minutes for `away`; else 1 if empty), `alasan`.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_occurrences(
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
        let today = self.today();
        let (mut imported, rows) =
            ImportedRows::read(&table, dry_run, |row| occurrence(row, &ledger, today));
        let good = rows.len();
        let new = self.not_known_occurrences(rows).await?;
        imported.count(good, new.len());
        if !dry_run && !new.is_empty() {
            let detail = format!("occurrences={}", new.len());
            let audit = self.audit(actor, "presence.import_occurrences", file_name, detail);
            self.store.add_occurrences(&new, self.now(), audit).await?;
        }
        Ok(imported)
    }

    /// Records occurrences, all of them or none, and tells how many were new.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] for a code of no known form, an amount that cannot be, a day in
    /// the future, or an empty reason.
    pub async fn record_occurrences(
        &self,
        actor: &Actor,
        rows: Vec<Occurrence>,
    ) -> Result<u32, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        for row in &rows {
            let bad = |why: Reason| OfficeError::BadInput(why.to_string());
            let code = code(&row.code).map_err(bad)?;
            if code != row.code {
                return Err(bad(Reason::new("import-code-spelling")
                    .with("code", &code)
                    .with("text", &row.code)));
            }
            check_date(row.date, self.today()).map_err(bad)?;
            check_amount(&code, row.amount).map_err(bad)?;
            if row.reason.trim().is_empty() {
                return Err(bad(Reason::new("import-occurrence-reason")));
            }
        }
        let new = self.not_known_occurrences(rows).await?;
        let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
        if count > 0 {
            let subject = format!("{count} occurrences");
            let audit = self.audit(actor, "presence.record_occurrences", subject, "");
            self.store.add_occurrences(&new, self.now(), audit).await?;
        }
        Ok(count)
    }

    /// Those that are not known to the letter, each once.
    async fn not_known_occurrences(
        &self,
        rows: Vec<Occurrence>,
    ) -> Result<Vec<Occurrence>, OfficeError> {
        let from = rows.iter().map(|row| row.date).min();
        let until = rows.iter().map(|row| row.date).max();
        let (Some(from), Some(until)) = (from, until) else { return Ok(Vec::new()) };
        let letter = |row: &Occurrence| {
            let Occurrence { person, date, code, amount, reason } = row.clone();
            (person, date, code, amount, reason)
        };
        let known = self.store.occurrences(&People::All, from, until).await?;
        let mut known: HashSet<_> = known.iter().map(letter).collect();
        Ok(rows.into_iter().filter(|row| known.insert(letter(row))).collect())
    }
}

fn occurrence(row: &Row<'_, Column>, ledger: &Ledger, today: Date) -> Result<Occurrence, BadRow> {
    let person = row.get(Column::Nip, |text| ledger.person(text))?;
    let date = row.get(Column::Date, |text| {
        let date = value::date(text)?;
        check_date(date, today).map(|()| date)
    })?;
    let code = row.get(Column::Code, code)?;
    let number = |text: &str| {
        text.parse::<u32>().map_err(|_| Reason::new("import-number").with("text", text))
    };
    let amount = row.get_if_given(Column::Amount, number)?;
    let amount = match amount {
        None if code == "away" => {
            return Err(row.bad(Column::Amount, Reason::new("import-minutes")));
        }
        amount => amount.unwrap_or(1),
    };
    check_amount(&code, amount).map_err(|error| row.bad(Column::Amount, error))?;
    let reason = row.get(Column::Reason, |text| value::words_given(text, REASON_CHARS_MAX))?;
    Ok(Occurrence { person, date, code, amount, reason })
}

/// Reads a code as rules name it.
fn code(text: &str) -> Result<String, Reason> {
    let unknown = || Reason::new("import-occurrence").with("text", text);
    let plain = text.trim().to_lowercase();
    if plain == "away" {
        return Ok(plain);
    }
    match plain.split_once(':') {
        Some((what @ ("missed" | "sanction"), kind)) => {
            Ok(format!("{what}:{}", value::code(kind).map_err(|_| unknown())?))
        }
        Some(_) | None => Err(unknown()),
    }
}

fn check_date(date: Date, today: Date) -> Result<(), Reason> {
    if date > today { Err(Reason::new("import-date-ahead").with("date", date)) } else { Ok(()) }
}

fn check_amount(code: &str, amount: u32) -> Result<(), Reason> {
    let max = match code {
        "away" => AWAY_MINUTES_MAX,
        code if code.starts_with("missed:") => MISSED_MAX,
        _ => 1,
    };
    if (1..=max).contains(&amount) {
        Ok(())
    } else {
        let between = Reason::new("import-occurrence-amount").with("code", code);
        Err(between.with("max", max).with("amount", amount))
    }
}
