//! What paying and leave need to know of a person beside the facts: golongan, family status, what
//! the salary list says, the bank account, what the person agreed to, posts acted in, the day
//! service began. Kept as dated details; read here, and nowhere else, as typed values.

use std::collections::{BTreeMap, HashMap};

use civil::{PersonId, Rate, Rupiah};
use jiff::civil::Date;
use rules::payout::{ActingKind, Level, Much, Salary};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use storage::{StoreError, details::Detail, presence::People};

use crate::{Office, OfficeError};

/// The golongan as written, `III/b`, or `IX` of a Pppk.
pub const GOLONGAN: &str = "golongan";
/// Family status for the tax: `K/1`.
pub const FAMILY: &str = "family";
/// What the salary list of a month says; holds until the next list.
pub const SALARY: &str = "salary";
/// Bank, number and holder of the account that is paid to.
pub const ACCOUNT: &str = "account";
/// Where digests are sent to by e-mail.
pub const EMAIL: &str = "email";
/// The day service began: `2010-01-01`.
pub const SERVICE_FROM: &str = "service-from";
/// The tax of the last period of a year, worked out over the year, in rupiah.
pub const YEAR_TAX: &str = "year-tax";
/// Before the kind of an agreed deduction: `agreed:zakat`.
pub const AGREED: &str = "agreed:";
/// Before how and in which post somebody acts: `acting:plt:Camat Contoh`.
pub const ACTING: &str = "acting:";

/// What is known of a person on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDetails {
    /// Golongan.
    pub golongan: Option<String>,
    /// Family status for the tax.
    pub family: Option<String>,
    /// What is paid beside the Tpp.
    pub salary: Option<Salary>,
    /// Where the money goes.
    pub account: Option<BankAccount>,
    /// What the person agreed to, by kind.
    pub agreed: Vec<AgreedDeduction>,
    /// Posts acted in, also those of other days, by first day.
    pub acting: Vec<ActingPost>,
    /// The day service began.
    pub service_from: Option<Date>,
    /// Tax of the last period of this year.
    pub year_tax: Option<Rupiah>,
}

/// A bank account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAccount {
    /// Name of the bank.
    pub bank: String,
    /// Its digits, noughts in front included.
    pub number: String,
    /// Who holds it; empty where that is the person.
    pub holder: String,
}

/// A deduction that the person agreed to, as of the day asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedDeduction {
    /// Kind, a name under `[payout.agreed]`.
    pub kind: String,
    /// How much.
    pub much: Much,
    /// The day from which it holds.
    pub from: Date,
}

/// A post acted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActingPost {
    /// How.
    pub kind: ActingKind,
    /// Name of the post.
    pub post: String,
    /// First day.
    pub from: Date,
    /// Last day, if one is set.
    pub until: Option<Date>,
    /// Kelas jabatan of the post.
    pub class: u8,
    /// How the post stands to the own one; `None` for one below, which adds nothing.
    pub level: Option<Level>,
    /// The letter that says so.
    pub letter: String,
}

/// The salary list as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptSalary {
    pay: i64,
    family: i64,
    position: i64,
    premium: i64,
    employer_premium: i64,
    tax: i64,
}

/// A post acted in as it is kept, under a key that names kind and post.
#[derive(Serialize, Deserialize)]
struct KeptActing {
    until: Option<Date>,
    class: u8,
    level: String,
    letter: String,
}

impl PersonDetails {
    /// What holds on a day, out of the details of one person.
    ///
    /// # Errors
    ///
    /// [`StoreError::Inconsistent`] if a kept value is none that this program writes.
    pub fn of(rows: &[Detail], day: Date) -> Result<Self, StoreError> {
        let mut held: BTreeMap<&str, &Detail> = BTreeMap::new();
        let mut details = Self::default();
        for row in rows {
            if row.key.starts_with(ACTING) {
                // Each span is by itself: one that is over on the day may be paid on it.
                details.acting.extend(acting(row)?);
            } else if row.valid_from <= day
                && held.get(&*row.key).is_none_or(|other| other.valid_from <= row.valid_from)
            {
                held.insert(&row.key, row);
            }
        }
        details.acting.sort_by_key(|acting| acting.from);
        for row in held.into_values().filter(|row| !row.value.is_empty()) {
            details.take(row, day)?;
        }
        Ok(details)
    }

    fn take(&mut self, row: &Detail, day: Date) -> Result<(), StoreError> {
        let value = || row.value.clone();
        match row.key.as_str() {
            GOLONGAN => self.golongan = Some(value()),
            FAMILY => self.family = Some(value()),
            SALARY => self.salary = Some(salary(&json(row)?)),
            ACCOUNT => self.account = Some(json(row)?),
            SERVICE_FROM => self.service_from = Some(plain(row)?),
            // The tax of another year's last period says nothing about this year's.
            YEAR_TAX if row.valid_from.year() == day.year() => {
                self.year_tax = Some(Rupiah(plain(row)?));
            }
            key => {
                if let Some(kind) = key.strip_prefix(AGREED) {
                    let much = much_of(&row.value).ok_or_else(|| unreadable(row, "no amount"))?;
                    let (kind, from) = (kind.to_owned(), row.valid_from);
                    self.agreed.push(AgreedDeduction { kind, much, from });
                }
            }
        }
        Ok(())
    }
}

fn salary(kept: &KeptSalary) -> Salary {
    Salary {
        pay: Rupiah(kept.pay),
        family: Rupiah(kept.family),
        position: Rupiah(kept.position),
        premium: Rupiah(kept.premium),
        employer_premium: Rupiah(kept.employer_premium),
        tax: Rupiah(kept.tax),
    }
}

/// A salary as it is kept.
pub(super) fn kept_salary(salary: &Salary) -> String {
    written(&KeptSalary {
        pay: salary.pay.0,
        family: salary.family.0,
        position: salary.position.0,
        premium: salary.premium.0,
        employer_premium: salary.employer_premium.0,
        tax: salary.tax.0,
    })
}

/// An account as it is kept.
pub(super) fn kept_account(account: &BankAccount) -> String {
    written(account)
}

/// Key and value of a post acted in.
pub(super) fn kept_acting(post: &ActingPost) -> (String, String) {
    let level = match post.level {
        Some(Level::Above) => "above",
        Some(Level::Same) => "same",
        None => "below",
    };
    let (until, class, letter) = (post.until, post.class, post.letter.clone());
    let kept = KeptActing { until, class, level: level.to_owned(), letter };
    (format!("{ACTING}{}:{}", post.kind.code(), post.post), written(&kept))
}

fn acting(row: &Detail) -> Result<Option<ActingPost>, StoreError> {
    if row.value.is_empty() {
        return Ok(None);
    }
    let named = row.key.strip_prefix(ACTING).and_then(|rest| rest.split_once(':'));
    let (kind, post) = named.ok_or_else(|| unreadable(row, "no kind and post"))?;
    let kind = match kind {
        "plt" => ActingKind::Plt,
        "plh" => ActingKind::Plh,
        _ => return Err(unreadable(row, "no way to act")),
    };
    let kept: KeptActing = json(row)?;
    let level = match kept.level.as_str() {
        "above" => Some(Level::Above),
        "same" => Some(Level::Same),
        "below" => None,
        _ => return Err(unreadable(row, "no level")),
    };
    let KeptActing { until, class, letter, .. } = kept;
    let post = post.to_owned();
    Ok(Some(ActingPost { kind, post, from: row.valid_from, until, class, level, letter }))
}

/// How much of an agreed deduction, as it is kept: `proposed`, a share, or rupiah.
pub(super) fn kept_much(much: Much) -> String {
    match much {
        Much::AsProposed => "proposed".to_owned(),
        Much::Share(share) => share.to_string(),
        Much::Amount(amount) => amount.0.to_string(),
    }
}

fn much_of(value: &str) -> Option<Much> {
    if value == "proposed" {
        return Some(Much::AsProposed);
    }
    if value.contains(['%', '/']) {
        return value.parse::<Rate>().ok().map(Much::Share);
    }
    value.parse().ok().map(|amount| Much::Amount(Rupiah(amount)))
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain values can be written")
}

fn json<T: DeserializeOwned>(row: &Detail) -> Result<T, StoreError> {
    serde_json::from_str(&row.value).map_err(|error| unreadable(row, error))
}

fn plain<T: std::str::FromStr<Err: ToString>>(row: &Detail) -> Result<T, StoreError> {
    row.value.parse().map_err(|error: T::Err| unreadable(row, error))
}

/// The value itself is not said: it may be an account number.
#[expect(clippy::needless_pass_by_value, reason = "map_err hands errors over by value")]
fn unreadable(row: &Detail, reason: impl ToString) -> StoreError {
    let reason = format!("{} of {}: {}", row.key, row.valid_from, reason.to_string());
    StoreError::Inconsistent { what: "detail", reason }
}

impl Office {
    /// The details of people, as they are kept, put together by person: one query, however many.
    pub(crate) async fn details_of(
        &self,
        people: &People,
    ) -> Result<HashMap<PersonId, Vec<Detail>>, OfficeError> {
        let mut by_person: HashMap<PersonId, Vec<Detail>> = HashMap::new();
        for row in self.store.details(people).await? {
            by_person.entry(row.person).or_default().push(row);
        }
        Ok(by_person)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn row(key: &str, from: Date, value: &str) -> Detail {
        let (key, value) = (key.to_owned(), value.to_owned());
        Detail { person: PersonId(1), key, valid_from: from, value }
    }

    #[test]
    fn the_latest_not_after_the_day_holds_and_an_empty_one_ends_it() {
        let (january, april) = (date(2026, 1, 1), date(2026, 4, 1));
        let rows = [
            row(GOLONGAN, january, "III/a"),
            row(GOLONGAN, april, "III/b"),
            row("agreed:zakat", january, "2.5%"),
            row("agreed:zakat", april, ""),
            row(YEAR_TAX, january, "500000"),
        ];
        let march = PersonDetails::of(&rows, date(2026, 3, 31)).unwrap();
        assert_eq!(march.golongan.as_deref(), Some("III/a"));
        assert_eq!(march.agreed.len(), 1);
        let later = PersonDetails::of(&rows, april).unwrap();
        assert_eq!(later.golongan.as_deref(), Some("III/b"));
        assert_eq!(later.agreed, []);
        assert_eq!(later.year_tax, Some(Rupiah(500_000)));
        assert_eq!(PersonDetails::of(&rows, date(2027, 1, 1)).unwrap().year_tax, None);
        assert_eq!(PersonDetails::of(&rows, date(2025, 12, 31)).unwrap(), PersonDetails::default());
    }

    #[test]
    fn what_is_written_is_read_back() {
        let salary = Salary { pay: Rupiah(3_000_000), tax: Rupiah(7), ..Salary::default() };
        let account = BankAccount {
            bank: "Bank Contoh".to_owned(),
            number: "0012".to_owned(),
            holder: String::new(),
        };
        let post = ActingPost {
            kind: ActingKind::Plh,
            post: "Camat: Contoh".to_owned(),
            from: date(2026, 3, 2),
            until: None,
            class: 11,
            level: Some(Level::Above),
            letter: "SK 4".to_owned(),
        };
        let (key, value) = kept_acting(&post);
        let day = date(2026, 2, 1);
        let rows = [
            row(SALARY, day, &kept_salary(&salary)),
            row(ACCOUNT, day, &kept_account(&account)),
            row(&key, post.from, &value),
        ];
        let details = PersonDetails::of(&rows, day).unwrap();
        assert_eq!(details.salary, Some(salary));
        assert_eq!(details.account, Some(account));
        assert_eq!(details.acting, [post]);
        for much in [Much::AsProposed, Much::Amount(Rupiah(10_000)), Much::Share(Rate::new(1, 40))]
        {
            assert_eq!(much_of(&kept_much(much)), Some(much));
        }
        let broken = PersonDetails::of(&[row(SALARY, day, "{}")], day).unwrap_err();
        assert!(broken.to_string().contains("salary of 2026-02-01"), "{broken}");
    }
}
