//! Tables of the SPJ bundle of a unit, and the figures for SIPD. Codes of accounts are data.

use civil::{Month, Rupiah};

use crate::{Cell, Column, Kind, Report};

/// One account code of the recapitulation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountRow {
    /// Code of the account.
    pub code: String,
    /// Name of the account.
    pub name: String,
    /// People paid from it.
    pub people: i64,
    /// What is spent: the Tpp after cuts, with what the employer pays beside.
    pub gross: Rupiah,
    /// The people's share of BPJS.
    pub bpjs: Rupiah,
    /// Income tax, `PPh` 21.
    pub tax: Rupiah,
    /// Deductions that the people agreed to.
    pub other: Rupiah,
    /// What is paid.
    pub net: Rupiah,
}

/// The recapitulation by account code. One person may be paid from several, so people are not
/// added up.
pub static SPJ_ACCOUNTS: Report<AccountRow> = Report {
    name: "spj-accounts",
    columns: &[
        Column::new("account-code", Kind::Text, 22, |row| Cell::text(&row.code)),
        Column::labelled("account-name", Kind::Text, 44, |row| Cell::text(&row.name)),
        Column::new("people", Kind::Number, 9, |row| Cell::Number(row.people)),
        Column::summed("spending", Kind::Rupiah, 16, |row| Cell::Rupiah(row.gross)),
        Column::summed("bpjs", Kind::Rupiah, 14, |row| Cell::Rupiah(row.bpjs)),
        Column::summed("tax", Kind::Rupiah, 14, |row| Cell::Rupiah(row.tax)),
        Column::summed("other", Kind::Rupiah, 14, |row| Cell::Rupiah(row.other)),
        Column::summed("net", Kind::Rupiah, 16, |row| Cell::Rupiah(row.net)),
    ],
    link: |_| None,
};

/// One payment of tax to the treasury.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRow {
    /// Code of the kind of tax.
    pub tax_code: String,
    /// Code of the kind of deposit.
    pub deposit_code: String,
    /// The month that it is for.
    pub month: Month,
    /// People whose tax it is.
    pub people: i64,
    /// Income that is taxed.
    pub base: Rupiah,
    /// The tax.
    pub tax: Rupiah,
    /// Billing code; empty before it is made.
    pub billing: String,
    /// Number of the receipt of the treasury (NTPN); empty before it is paid.
    pub receipt: String,
}

/// The tax billing list.
pub static SPJ_TAX: Report<TaxRow> = Report {
    name: "spj-tax",
    columns: &[
        Column::position(),
        Column::labelled("tax-code", Kind::Text, 12, |row| Cell::text(&row.tax_code)),
        Column::new("deposit-code", Kind::Text, 12, |row| Cell::text(&row.deposit_code)),
        Column::new("tax-month", Kind::Month, 16, |row| Cell::Month(row.month)),
        Column::summed("people", Kind::Number, 9, |row| Cell::Number(row.people)),
        Column::summed("tax-base", Kind::Rupiah, 17, |row| Cell::Rupiah(row.base)),
        Column::summed("tax", Kind::Rupiah, 15, |row| Cell::Rupiah(row.tax)),
        Column::new("billing", Kind::Text, 20, |row| Cell::text(&row.billing)),
        Column::new("receipt", Kind::Text, 20, |row| Cell::text(&row.receipt)),
    ],
    link: |_| None,
};

/// The figures of one account of one activity, as they are typed into SIPD.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SipdRow {
    /// Code of the activity; empty where it is not known.
    pub activity: String,
    /// Code of the account.
    pub code: String,
    /// Name of the account.
    pub name: String,
    /// The year's budget, where it is known.
    pub budget: Option<Rupiah>,
    /// Spent in the months before.
    pub before: Rupiah,
    /// Spent in this month.
    pub now: Rupiah,
    /// Spent until the end of this month.
    pub spent: Rupiah,
    /// Left of the budget, where it is known; negative if more was spent.
    pub left: Option<Rupiah>,
}

fn known(amount: Option<Rupiah>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Rupiah)
}

/// The figures for SIPD.
pub static SIPD: Report<SipdRow> = Report {
    name: "sipd",
    columns: &[
        Column::new("activity", Kind::Text, 22, |row| Cell::text(&row.activity)),
        Column::new("account-code", Kind::Text, 22, |row| Cell::text(&row.code)),
        Column::labelled("account-name", Kind::Text, 44, |row| Cell::text(&row.name)),
        Column::new("budget", Kind::Rupiah, 17, |row| known(row.budget)),
        Column::summed("spent-before", Kind::Rupiah, 17, |row| Cell::Rupiah(row.before)),
        Column::summed("spent-now", Kind::Rupiah, 17, |row| Cell::Rupiah(row.now)),
        Column::summed("spent", Kind::Rupiah, 17, |row| Cell::Rupiah(row.spent)),
        Column::new("budget-left", Kind::Rupiah, 17, |row| known(row.left)),
    ],
    link: |_| None,
};
