//! A shadow month: what the office's old system paid, held against what this one computes, person by
//! person, each difference with its cause as far as it can be told. Nothing is stored but the trace
//! that it was done.

mod causes;

use std::collections::{BTreeMap, HashMap};

use civil::{Month, Nip, PersonId};
use jiff::civil::Date;
use rules::day::DayRecord;
use serde::Serialize;
use storage::presence::People;

pub use self::causes::{ShadowCause, ShadowReason};
use super::StatementDoc;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    table::{BadRow, Heading, Row, Table, value},
};

/// People read and computed at a time, so that a regency of any size fits in little memory.
const PEOPLE_AT_ONCE: usize = 2_000;

/// Most rupiah of an amount: more than any allowance of a year.
const AMOUNT_MAX: i64 = 1_000_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
    Amount,
    Gross,
    Cut,
    AbsentDays,
    LateMinutes,
}

impl Heading for Column {
    const ALL: &'static [Self] =
        &[Self::Nip, Self::Amount, Self::Gross, Self::Cut, Self::AbsentDays, Self::LateMinutes];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai"],
            Self::Amount => &[
                "amount",
                "dibayar",
                "dibayarkan",
                "tppdibayar",
                "tppditerima",
                "diterima",
                "jumlah",
            ],
            Self::Gross => &["gross", "tpp", "besarantpp", "pagu", "pagutpp"],
            Self::Cut => &["cut", "potongan", "jumlahpotongan"],
            Self::AbsentDays => &["absentdays", "tk", "alpa", "alpha", "haritk", "tanpaketerangan"],
            Self::LateMinutes => &["lateminutes", "menitterlambat", "terlambat", "tl"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip | Self::Amount => true,
            Self::Gross | Self::Cut | Self::AbsentDays | Self::LateMinutes => false,
        }
    }
}

/// What the old system says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Theirs {
    pub(crate) nip: Nip,
    /// What was paid after cuts, in rupiah.
    pub(crate) amount: i64,
    /// Before cuts, in rupiah: as given, or else what was paid and what was cut.
    pub(crate) gross: Option<i64>,
    pub(crate) absent_days: Option<u32>,
    pub(crate) late_minutes: Option<u32>,
}

/// What this system says of a person.
pub(crate) struct Ours {
    pub(crate) doc: StatementDoc,
    pub(crate) records: Vec<DayRecord>,
}

/// A person whom the two systems pay otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowDifference {
    /// Number.
    pub nip: String,
    /// Name, where the person is known here.
    pub name: String,
    /// Organisation here.
    pub skpd: String,
    /// What the old system paid, in rupiah; none if it does not know the person.
    pub theirs: Option<i64>,
    /// What is computed here, in rupiah; none if nothing is.
    pub ours: Option<i64>,
    /// Theirs less ours.
    pub difference: i64,
    /// Why; the amounts of those that are told add up to the difference.
    pub causes: Vec<ShadowCause>,
}

/// How often a cause was found, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowTotal {
    /// The cause.
    pub cause: ShadowReason,
    /// People.
    pub people: u64,
    /// Rupiah that it explains; theirs less ours.
    pub amount: i64,
}

/// A shadow month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowMonth {
    /// The month.
    pub month: String,
    /// Rows that could be read.
    pub rows: u64,
    /// Rows for whose people both come to the same rupiah.
    pub same: u64,
    /// Sum that the old system paid.
    pub theirs: i64,
    /// Sum of what is computed here.
    pub ours: i64,
    /// Totals by cause, the largest number of people first.
    pub totals: Vec<ShadowTotal>,
    /// People who are paid otherwise, the largest difference first.
    pub differences: Vec<ShadowDifference>,
    /// Rows that could not be read.
    pub bad: Vec<BadRow>,
    /// Columns that mean nothing here and were passed over.
    pub ignored_columns: Vec<String>,
}

/// How many rows a file of what an old system paid has below its headings. Nothing is compared.
///
/// # Errors
///
/// Why the file as a whole is of no use, and what to do.
pub fn old_payments_in(bytes: &[u8]) -> Result<usize, String> {
    Ok(Table::<Column>::read(bytes)?.rows().count())
}

impl Office {
    /// Holds what the old system paid in a month against what is computed here. Columns: `nip` and
    /// `dibayar`; if given `tpp` (before cuts), `potongan`, `tk` (days absent), `terlambat` (minutes).
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use or
    /// the month cannot be computed.
    pub async fn import_shadow(
        &self,
        actor: &Actor,
        month: Month,
        file_name: &str,
        bytes: &[u8],
    ) -> Result<ShadowMonth, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        self.require_reach(month)?;
        let table = Table::<Column>::read(bytes)
            .map_err(|error| OfficeError::bad_file(file_name, error))?;
        let (mut theirs, mut bad) = (BTreeMap::new(), Vec::new());
        for row in table.rows() {
            match read(&row, &theirs) {
                Ok(one) => {
                    theirs.insert(one.nip, one);
                }
                Err(why) => bad.push(why),
            }
        }
        let mut told = ShadowMonth {
            month: month.to_string(),
            rows: theirs.len() as u64,
            same: 0,
            theirs: theirs.values().map(|one| one.amount).sum(),
            ours: 0,
            totals: Vec::new(),
            differences: Vec::new(),
            bad,
            ignored_columns: table.ignored(),
        };
        self.compare(month, theirs, &mut told).await?;
        told.total();
        let detail = format!(
            "month={month} rows={} same={} different={}",
            told.rows,
            told.same,
            told.differences.len()
        );
        let audit = self.audit(actor, "allowance.import_shadow", file_name, detail);
        self.store.append_audit(audit).await?;
        Ok(told)
    }

    /// Computes everybody and finds what differs.
    async fn compare(
        &self,
        month: Month,
        mut theirs: BTreeMap<Nip, Theirs>,
        told: &mut ShadowMonth,
    ) -> Result<(), OfficeError> {
        let applied = self.law_to_close(month).await?;
        let everybody: Vec<PersonId> = self.everybody().await?;
        for part in everybody.chunks(PEOPLE_AT_ONCE) {
            let facts = self.gather(&People::These(part.to_vec()), month).await?;
            let computed = self.preview_by(month, applied.clone()).months(&facts);
            let nips = facts.iter().map(|of| of.state_in(month).map(|state| state.nip));
            for (nip, computed) in nips.zip(computed) {
                let Some(nip) = nip else { continue };
                let ours = computed.map(|(records, doc)| Ours { doc, records });
                // Who is not paid here may stand in the file all the same, under the same Nip.
                let Some(ours) = ours else { continue };
                told.ours += ours.doc.tpp_net;
                let their = theirs.remove(&nip);
                let difference = causes::between(their.as_ref(), Some(&ours));
                // Who is paid nothing here and is missing there is no row that agrees.
                told.same += u64::from(difference.is_none() && their.is_some());
                told.differences.extend(difference);
            }
        }
        for their in theirs.values() {
            let difference = causes::between(Some(their), None);
            told.same += u64::from(difference.is_none());
            told.differences.extend(difference);
        }
        Ok(())
    }
}

impl ShadowMonth {
    fn total(&mut self) {
        let mut totals: HashMap<ShadowReason, (u64, i64)> = HashMap::new();
        for cause in self.differences.iter().flat_map(|difference| &difference.causes) {
            let total = totals.entry(cause.cause).or_default();
            *total = (total.0 + 1, total.1 + cause.amount.unwrap_or(0));
        }
        self.totals = totals
            .into_iter()
            .map(|(cause, (people, amount))| ShadowTotal { cause, people, amount })
            .collect();
        self.totals.sort_by_key(|total| (std::cmp::Reverse(total.people), total.cause));
        self.differences
            .sort_by(|a, b| (b.difference.abs(), &a.nip).cmp(&(a.difference.abs(), &b.nip)));
    }
}

fn read(row: &Row<'_, Column>, before: &BTreeMap<Nip, Theirs>) -> Result<Theirs, BadRow> {
    let nip = row.get(Column::Nip, value::nip)?;
    if before.contains_key(&nip) {
        return Err(row.bad(Column::Nip, "this person stands further up already; add both up"));
    }
    let amount = row.get(Column::Amount, rupiah)?;
    let given = row.get_if_given(Column::Gross, rupiah)?;
    // Cuts are written with and without a sign.
    let cut = row.get_if_given(Column::Cut, |text| rupiah(text.trim_start_matches('-').trim()))?;
    let absent_days = row.get_if_given(Column::AbsentDays, number)?;
    let late_minutes = row.get_if_given(Column::LateMinutes, number)?;
    let gross = given.or_else(|| cut.map(|cut| amount + cut));
    Ok(Theirs { nip, amount, gross, absent_days, late_minutes })
}

/// Reads rupiah: `3816178`, `3.816.178`, `Rp 3.816.178,00`, `3816178.00`.
fn rupiah(text: &str) -> Result<i64, String> {
    let unclear = || format!("\"{text}\" is no amount in whole rupiah; write it as 3816178");
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    let plain = plain.trim_start_matches("Rp").trim_start_matches('.');
    let whole = [",00", ".00", ",0", ".0", ",-"];
    let plain = whole.iter().find_map(|end| plain.strip_suffix(end)).unwrap_or(plain);
    let groups: Vec<&str> = plain.split(['.', ',']).collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3)
        && (groups.len() == 1
            || groups.first().is_some_and(|first| (1..=3).contains(&first.len())));
    let digits = groups.concat();
    if !grouped || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unclear());
    }
    let amount: i64 = digits.parse().map_err(|_| unclear())?;
    if amount > AMOUNT_MAX {
        return Err(format!("\"{text}\" is more than any allowance; check it"));
    }
    Ok(amount)
}

/// Reads a whole number, also as spreadsheets write one.
fn number(text: &str) -> Result<u32, String> {
    let plain = text.strip_suffix(".0").unwrap_or(text);
    plain.parse().map_err(|_| format!("\"{text}\" is no whole number"))
}

/// Days of this system that bear on a difference, as dates.
pub(crate) fn dates(records: &[DayRecord], holds: impl Fn(&DayRecord) -> bool) -> Vec<Date> {
    records.iter().filter(|day| holds(day)).map(|day| day.date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_offices_write_them() {
        for text in
            ["3816178", "3.816.178", "Rp 3.816.178,00", "3816178.00", "Rp. 3,816,178", "3816178.0"]
        {
            assert_eq!(rupiah(text), Ok(3_816_178), "{text}");
        }
        for text in ["", "3.816,5", "-3", "tiga", "38.16.178", "9999999999"] {
            assert!(rupiah(text).is_err(), "{text}");
        }
    }
}
