//! What paying and leave need to know of people, out of a file: the salary list of a month, bank
//! accounts, golongan, agreed deductions, posts acted in.

use std::collections::{BTreeSet, HashMap};

use civil::{PersonId, Rate, Rupiah};
use jiff::civil::Date;
use rules::payout::{ActingKind, Level, Much, Salary};
use storage::details::Detail;

use super::{
    Ledger, details,
    details::{ActingPost, BankAccount},
    details_columns::Column,
    email::email,
};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    table::{BadRow, Heading as _, ImportedRows, Reason, Row, Table, value},
};

/// Details kept in one transaction: large files are cut, so that terminals need not wait for them.
const DETAILS_A_TRANSACTION: usize = 10_000;

/// Most letters of a bank, a holder, a post or a letter.
const WORDS_CHARS_MAX: usize = 200;

/// Fewest and most digits of a bank account.
const ACCOUNT_DIGITS: std::ops::RangeInclusive<usize> = 5..=20;

/// Kelas jabatan.
const CLASSES: std::ops::RangeInclusive<u8> = 1..=17;

/// Most rupiah a month that a cell can mean: more is a slip of the hand.
const RUPIAH_MAX: i64 = 1_000_000_000;

impl Office {
    /// Imports details of people from CSV or XLSX: `nip`, `mulai` (the day from which it holds;
    /// today if empty), and of the following what the file has: `golongan`, `status keluarga`; the
    /// salary list `gaji pokok`, `tunjangan keluarga`, `tunjangan jabatan`, `bpjs pegawai`, `bpjs
    /// pemberi kerja`, `pph gaji`, all six; `bank` and `nomor rekening`, with `atas nama` if it is
    /// another's; `surel`; `mulai bekerja`; `pajak masa terakhir`; an agreed deduction a row, `jenis
    /// potongan` and `besar potongan` (`2,5%`, `50000`, `usulan`); a post acted in a row, `plt`
    /// (`plt` or `plh`), `jabatan yang dirangkap`, `kelas yang dirangkap`, `jenjang`, `sampai`,
    /// `surat`.
    ///
    /// A column that the file lacks changes nothing. An empty cell says that nothing holds any
    /// more, but for deductions and posts, where the row must name which.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_details(
        &self,
        actor: &Actor,
        file_name: &str,
        bytes: &[u8],
        dry_run: bool,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        let bad = |error: String| OfficeError::bad_file(file_name, error);
        let table =
            Table::<Column>::read(bytes).map_err(|why| OfficeError::bad_table(file_name, why))?;
        check_columns(&table).map_err(bad)?;
        let ledger = self.ledger().await?;
        let held = self.store.details(&storage::presence::People::All).await?;
        let mut held: HashMap<Place, String> =
            held.into_iter().map(|detail| (place_of(&detail), detail.value)).collect();
        let reader = Reader { office: self, table: &table, ledger: &ledger };
        let mut seen: HashMap<Place, u32> = HashMap::new();
        let (mut imported, rows) = ImportedRows::read(&table, dry_run, |row| {
            let details = reader.details(row)?;
            for detail in &details {
                if let Some(line) = seen.insert(place_of(detail), row.line()) {
                    let reason = Reason::new("import-said-in-line").with("line", line);
                    return Err(row.bad(Column::Nip, reason));
                }
            }
            Ok(details)
        });
        let good = rows.len();
        let mut new_rows = 0;
        let mut new: Vec<Detail> = Vec::new();
        for details in rows {
            let before = new.len();
            new.extend(details.into_iter().filter(|detail| {
                held.insert(place_of(detail), detail.value.clone()).as_ref() != Some(&detail.value)
            }));
            new_rows += usize::from(new.len() > before);
        }
        imported.count(good, new_rows);
        if !dry_run {
            for part in new.chunks(DETAILS_A_TRANSACTION) {
                // What they say is not in the audit log: it may be an account number.
                let detail = format!("details={}", part.len());
                let audit = self.audit(actor, "person.import_details", file_name, detail);
                self.store.add_details(part, audit).await?;
            }
        }
        Ok(imported)
    }
}

/// Where a detail stands: of several at one place the last recorded holds.
type Place = (PersonId, String, Date);

fn place_of(detail: &Detail) -> Place {
    (detail.person, detail.key.clone(), detail.valid_from)
}

/// Whether the file says anything, and whatever it says whole.
fn check_columns(table: &Table<Column>) -> Result<(), String> {
    let beside = [Column::Nip, Column::From];
    if !Column::ALL.iter().any(|column| !beside.contains(column) && table.has(*column)) {
        return Err("no column says anything of people; name one, as golongan or bank".to_owned());
    }
    for together in Column::TOGETHER {
        let there: Vec<&Column> = together.iter().filter(|column| table.has(**column)).collect();
        if let (Some(one), Some(missing)) =
            (there.first(), together.iter().find(|column| !table.has(**column)))
        {
            let name = |column: Column| column.names().first().copied().unwrap_or_default();
            return Err(format!(
                "has a column \"{}\" but none \"{}\"; they belong together",
                name(**one),
                name(*missing)
            ));
        }
    }
    Ok(())
}

/// Reads rows in the light of the law and of who is known.
struct Reader<'a> {
    office: &'a Office,
    table: &'a Table<Column>,
    ledger: &'a Ledger,
}

impl Reader<'_> {
    /// Everything a row says.
    fn details(&self, row: &Row<'_, Column>) -> Result<Vec<Detail>, BadRow> {
        let person = row.get(Column::Nip, |text| self.ledger.person(text))?;
        let given = row.get_if_given(Column::From, value::date)?;
        let from = given.unwrap_or_else(|| self.office.today());
        let mut details = Vec::new();
        let mut say = |key: &str, value: String| {
            let (key, valid_from) = (key.to_owned(), from);
            details.push(Detail { person, key, valid_from, value });
        };
        if self.table.has(Column::Golongan) {
            let golongan = row.get_if_given(Column::Golongan, golongan)?;
            say(details::GOLONGAN, golongan.unwrap_or_default());
        }
        if self.table.has(Column::Family) {
            let family = row.get_if_given(Column::Family, |text| self.family(text, from))?;
            say(details::FAMILY, family.unwrap_or_default());
        }
        if self.table.has(Column::Pay) {
            say(details::SALARY, salary(row)?);
        }
        if self.table.has(Column::Account) {
            say(details::ACCOUNT, account(row)?);
        }
        if self.table.has(Column::Email) {
            let email = row.get_if_given(Column::Email, email)?;
            say(details::EMAIL, email.unwrap_or_default());
        }
        if self.table.has(Column::ServiceFrom) {
            let began = row.get_if_given(Column::ServiceFrom, value::date)?;
            say(details::SERVICE_FROM, began.map(|day| day.to_string()).unwrap_or_default());
        }
        if self.table.has(Column::YearTax) {
            let tax = row.get_if_given(Column::YearTax, rupiah)?;
            say(details::YEAR_TAX, tax.map(|tax| tax.0.to_string()).unwrap_or_default());
        }
        if let Some(kind) = row.get_if_given(Column::Agreed, |text| self.agreed(text))? {
            let much = row.get_if_given(Column::Much, much)?.map(details::kept_much);
            say(&format!("{}{kind}", details::AGREED), much.unwrap_or_default());
        }
        if let Some(post) = acting(row, from)? {
            let (key, value) = details::kept_acting(&post);
            say(&key, value);
        }
        if details.is_empty() {
            return Err(row.bad(Column::Nip, Reason::new("import-says-nothing")));
        }
        Ok(details)
    }

    /// A family status that the law on the tax knows on the day.
    fn family(&self, text: &str, on: Date) -> Result<String, Reason> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.to_uppercase();
        let law = self.office.lawbook.law();
        let today = self.office.today();
        let values = &law.payout.ter_category;
        // Where the law is silent on the day, the payout will say so; today's words are known.
        let known = law
            .value_on(values, "payout.ter-category", on, today)
            .or_else(|_| law.value_on(values, "payout.ter-category", today, today))
            .map_err(|silent| {
                let law = Reason::new("import-law-silent").with("what", &silent.title);
                law.with("on", silent.date)
            })?;
        if known.categories.contains_key(&plain) {
            return Ok(plain);
        }
        let words: BTreeSet<&str> = known.categories.keys().map(String::as_str).collect();
        let words: Vec<&str> = words.into_iter().collect();
        Err(Reason::new("import-family").with("text", text).with("known", words.join(", ")))
    }

    /// A kind of deduction that the law of the regency knows.
    fn agreed(&self, text: &str) -> Result<String, Reason> {
        let code = value::code(text)?;
        let known = &self.office.lawbook.law().payout.agreed;
        if known.contains_key(&code) {
            return Ok(code);
        }
        let words: Vec<&str> = known.keys().map(String::as_str).collect();
        Err(Reason::new("import-agreed").with("text", text).with("known", words.join(", ")))
    }
}

/// Reads `III/b` or, of a Pppk, `IX`: a Roman number up to XVII, with a letter where one is.
fn golongan(text: &str) -> Result<String, Reason> {
    const ROMAN: [&str; 17] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII",
    ];
    let unreadable = || Reason::new("import-golongan").with("text", text);
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (number, letter) = match plain.split_once('/') {
        Some((number, letter)) => (number.to_uppercase(), Some(letter.to_lowercase())),
        None => (plain.to_uppercase(), None),
    };
    if !ROMAN.contains(&number.as_str()) {
        return Err(unreadable());
    }
    match letter.as_deref() {
        None => Ok(number),
        Some(letter @ ("a" | "b" | "c" | "d" | "e")) => Ok(format!("{number}/{letter}")),
        Some(_) => Err(unreadable()),
    }
}

/// Reads whole rupiah: `3500000`, `3.500.000`, `Rp 3.500.000`, `3500000,00`.
fn rupiah(text: &str) -> Result<Rupiah, Reason> {
    let unreadable = || Reason::new("import-amount").with("text", text);
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.strip_prefix("Rp").unwrap_or(&plain).trim_start_matches('.');
    let plain = [",00", ",0", ",-"].iter().find_map(|end| plain.strip_suffix(end)).unwrap_or(plain);
    let parts: Vec<&str> = plain.split('.').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    if !parts.iter().all(digits) || !grouped {
        return Err(unreadable());
    }
    let amount: i64 = parts.concat().parse().map_err(|_| unreadable())?;
    if amount > RUPIAH_MAX {
        return Err(Reason::new("import-amount-large").with("text", text));
    }
    Ok(Rupiah(amount))
}

/// The salary list of a row. An empty cell is nothing paid or taken; a row without any says that
/// the salary is not known any more.
fn salary(row: &Row<'_, Column>) -> Result<String, BadRow> {
    if Column::SALARY.iter().all(|column| matches!(row.cell(*column), "" | "-")) {
        return Ok(String::new());
    }
    let amount = |column| row.get_if_given(column, rupiah).map(Option::unwrap_or_default);
    let salary = Salary {
        pay: row.get(Column::Pay, rupiah)?,
        family: amount(Column::FamilyPay)?,
        position: amount(Column::PositionPay)?,
        premium: amount(Column::Premium)?,
        employer_premium: amount(Column::EmployerPremium)?,
        tax: amount(Column::Tax)?,
    };
    Ok(details::kept_salary(&salary))
}

fn account(row: &Row<'_, Column>) -> Result<String, BadRow> {
    let Some(number) = row.get_if_given(Column::Account, account_number)? else {
        return Ok(String::new());
    };
    let words = |text: &str| value::words(text, WORDS_CHARS_MAX);
    let bank = row.get(Column::Bank, |text| value::words_given(text, WORDS_CHARS_MAX))?;
    let holder = row.get(Column::Holder, words)?;
    Ok(details::kept_account(&BankAccount { bank, number, holder }))
}

/// Reads the digits of an account; blanks, dots and hyphens between them are dropped.
fn account_number(text: &str) -> Result<String, Reason> {
    let plain = text.trim_start_matches('\'');
    if plain.contains(['E', 'e']) {
        return Err(Reason::new("import-account-rounded"));
    }
    let digits: String = plain.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    // The message does not repeat it: bad rows are shown and sent around.
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Reason::new("import-account-digits"));
    }
    if !ACCOUNT_DIGITS.contains(&digits.len()) {
        let length = Reason::new("import-account-length").with("count", digits.len());
        return Err(length.with("min", ACCOUNT_DIGITS.start()).with("max", ACCOUNT_DIGITS.end()));
    }
    Ok(digits)
}

/// Reads how much of an agreed deduction.
fn much(text: &str) -> Result<Much, Reason> {
    if matches!(text.to_lowercase().as_str(), "usulan" | "usul" | "proposed") {
        return Ok(Much::AsProposed);
    }
    if text.contains(['%', '/']) {
        let share: Rate = text.parse()?;
        if share.num() > share.den() {
            return Err(Reason::new("import-much-large").with("text", text));
        }
        return Ok(Much::Share(share));
    }
    rupiah(text).map(Much::Amount).map_err(|_| Reason::new("import-much").with("text", text))
}

fn acting(row: &Row<'_, Column>, from: Date) -> Result<Option<ActingPost>, BadRow> {
    let Some(kind) = row.get_if_given(Column::Acting, acting_kind)? else { return Ok(None) };
    let until = row.get_if_given(Column::ActingUntil, value::date)?;
    if until.is_some_and(|until| until < from) {
        return Err(row.bad(Column::ActingUntil, Reason::new("import-ends-before")));
    }
    Ok(Some(ActingPost {
        kind,
        post: row.get(Column::ActingPost, |text| value::words_given(text, WORDS_CHARS_MAX))?,
        from,
        until,
        class: row.get(Column::ActingClass, class)?,
        level: row.get(Column::ActingLevel, level)?,
        letter: row.get(Column::ActingLetter, |text| value::words(text, WORDS_CHARS_MAX))?,
    }))
}

fn acting_kind(text: &str) -> Result<ActingKind, Reason> {
    match text.trim_end_matches('.').to_lowercase().as_str() {
        "plt" => Ok(ActingKind::Plt),
        "plh" => Ok(ActingKind::Plh),
        _ => Err(Reason::new("import-acting").with("text", text)),
    }
}

fn class(text: &str) -> Result<u8, Reason> {
    let class = text.parse::<u8>().ok().filter(|class| CLASSES.contains(class));
    class.ok_or_else(|| Reason::new("import-class").with("text", text))
}

/// Reads how the post stands to the own one. Nobody guesses it from the classes: posts of one
/// level may have several.
fn level(text: &str) -> Result<Option<Level>, Reason> {
    match text.to_lowercase().as_str() {
        "lebih tinggi" | "di atas" | "atas" | "above" => Ok(Some(Level::Above)),
        "setingkat" | "sama" | "same" => Ok(Some(Level::Same)),
        "lebih rendah" | "di bawah" | "bawah" | "below" => Ok(None),
        _ => Err(Reason::new("import-level").with("text", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_whole_rupiah_as_offices_write_them() {
        for text in ["3500000", "3.500.000", "Rp 3.500.000", "Rp. 3.500.000,00", "3.500.000,-"] {
            assert_eq!(rupiah(text), Ok(Rupiah(3_500_000)), "{text}");
        }
        for text in ["", "-5", "3,5", "3.5", "3.500.00", "1e6", "3500000,5", "2000000000"] {
            assert!(rupiah(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_golongan_is_roman() {
        for (text, read) in [("iii / B", "III/b"), ("IX", "IX"), ("iv/e", "IV/e"), ("xvii", "XVII")]
        {
            assert_eq!(golongan(text).as_deref(), Ok(read));
        }
        for text in ["3/b", "III/f", "XVIII", "III/", "/b", "IIII"] {
            assert!(golongan(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_account_keeps_its_noughts_and_no_message_repeats_it() {
        assert_eq!(account_number("'0012 3456-78").as_deref(), Ok("0012345678"));
        for text in ["1,23456E+12", "12A4567", "1234", "123456789012345678901"] {
            let said = account_number(text).unwrap_err().to_string();
            assert!(!said.contains(text), "{said}");
        }
    }
}
