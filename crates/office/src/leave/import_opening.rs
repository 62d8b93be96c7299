//! What was left of people's leave when an office began to keep it here.

use civil::PersonId;
use jiff::civil::Date;
use storage::details::Detail;

use super::ledger::{OPENING, SERVICE_FROM};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    person::Ledger,
    table::{BadRow, Heading, ImportedRows, Reason, Row, Table, value},
};

/// Years that a file may be of.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// Most days of a year that a file may say are left: more is a slip of the hand.
const DAYS_MAX: u32 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Year,
    LastYear,
    YearBefore,
    Unused,
    ServiceFrom,
}

impl Heading for Column {
    const ALL: &'static [Self] =
        &[Self::Nip, Self::Year, Self::LastYear, Self::YearBefore, Self::Unused, Self::ServiceFrom];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai"],
            Self::Year => &["year", "tahun"],
            Self::LastYear => &["lastyear", "sisan1", "sisatahunlalu"],
            Self::YearBefore => &["yearbefore", "sisan2", "sisaduatahunlalu"],
            Self::Unused => &["unused", "tahuntanpacuti", "tidakdiambil"],
            Self::ServiceFrom => &["servicefrom", "mulaikerja", "tmtcpns", "tmtkerja"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip | Self::Year | Self::LastYear => true,
            Self::YearBefore | Self::Unused | Self::ServiceFrom => false,
        }
    }
}

impl Office {
    /// Imports balances of annual leave as of 1 January: `nip`, `tahun`, `sisa n-1`, `sisa n-2`,
    /// `tahun tanpa cuti` (years in which none was taken), `mulai kerja`.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_leave_openings(
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
        let (mut imported, openings) =
            ImportedRows::read(&table, dry_run, |row| opening(row, &ledger));
        let good = openings.len();
        let details: Vec<Detail> = openings.into_iter().flatten().collect();
        let mut new = 0;
        if !dry_run && !details.is_empty() {
            let audit =
                self.audit(actor, "leave.import_openings", file_name, format!("rows={good}"));
            new = self.store.add_details(&details, audit).await?;
        }
        imported.count(good, usize::try_from(new).unwrap_or(good).min(good));
        Ok(imported)
    }
}

fn opening(row: &Row<'_, Column>, ledger: &Ledger) -> Result<Vec<Detail>, BadRow> {
    let person: PersonId = row.get(Column::Nip, |text| ledger.person(text))?;
    let year = row.get(Column::Year, year)?;
    let last = row.get(Column::LastYear, days)?;
    let before = row.get_if_given(Column::YearBefore, days)?.unwrap_or(0);
    let unused = row.get_if_given(Column::Unused, years)?.unwrap_or_default();
    let service = row.get_if_given(Column::ServiceFrom, value::date)?;
    let valid_from = Date::new(year, 1, 1).expect("every year has a first day");
    let unused: Vec<String> = unused.iter().map(ToString::to_string).collect();
    let value = format!("{}={last} {}={before}; {}", year - 1, year - 2, unused.join(" "));
    let opening = Detail { person, key: OPENING.to_owned(), valid_from, value };
    let service = service.map(|from| Detail {
        person,
        key: SERVICE_FROM.to_owned(),
        valid_from: from,
        value: from.to_string(),
    });
    Ok(std::iter::once(opening).chain(service).collect())
}

fn year(text: &str) -> Result<i16, Reason> {
    let year = text.trim().parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| Reason::new("import-year").with("text", text))
}

fn years(text: &str) -> Result<Vec<i16>, Reason> {
    text.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(year).collect()
}

fn days(text: &str) -> Result<u32, Reason> {
    let days = text.trim().parse().ok().filter(|days| *days <= DAYS_MAX);
    days.ok_or_else(|| Reason::new("import-days-left").with("text", text).with("max", DAYS_MAX))
}
