//! The values themselves, as a law file writes them.

use std::collections::BTreeMap;

use civil::{Employment, Rate};
use serde::Deserialize;

use crate::law::{
    dated::dated,
    pay::{How, ProrationBy, one},
};

/// What counts towards the base of a premium or the income of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Income {
    /// Base pay.
    Pay,
    /// Family allowance.
    Family,
    /// Allowance of the post, or the general one.
    Position,
    /// The Tpp of the month with what an acting post adds.
    Tpp,
    /// THR, 13th and the like.
    Extra,
    /// What the employer pays of the premium.
    EmployerPremium,
}

dated! {
    /// Premium of BPJS Kesehatan (Perpres 75/2019 art 30 and 33).
    Bpjs {
        /// Share of the base that the person pays.
        employee: Rate,
        /// Share of the base that the employer pays.
        employer: Rate,
        /// What makes the base.
        of: Vec<Income>,
        /// How fractions end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

dated! {
    /// The most the base of the premium may be (Perpres 64/2020 art 32).
    BpjsCap {
        /// Rupiah a month.
        max: u32,
    }
}

/// How PPh 21 is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaxMethod {
    /// Final, by golongan (PP 80/2010).
    Final,
    /// By the effective rates of the month's income (PP 58/2023).
    Ter,
}

/// The month whose tax is that of the whole year, less what was withheld before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct YearEnd {
    /// Month of the year, 1 to 12, in which is paid.
    pub month: i8,
}

dated! {
    /// How a regency withholds PPh 21 from the Tpp.
    TaxMethodValue {
        /// The method, unless the kind of employment has its own.
        method: TaxMethod,
        /// Methods by kind of employment.
        #[serde(default)]
        by_employment: BTreeMap<Employment, TaxMethod>,
        /// What makes the month's income, where the method is `ter`.
        #[serde(default)]
        income: Vec<Income>,
        /// Where the method is `ter`: the month of the year whose tax is worked out over the year.
        year_end: Option<YearEnd>,
        /// How fractions of the tax end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

dated! {
    /// Final PPh 21 by golongan (PP 80/2010).
    FinalTax {
        /// Golongan of a Pns (`I` to `IV`) to the share.
        rates: BTreeMap<String, Rate>,
        /// Golongan of a Pppk (`I` to `XVII`) to the share; they are other golongan.
        #[serde(default)]
        pppk: BTreeMap<String, Rate>,
    }
}

/// A row of effective rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerRow {
    /// Income up to this, included, in rupiah; the last row has none.
    pub to: Option<u32>,
    /// Share of the whole income.
    pub rate: Rate,
}

dated! {
    /// Effective rates of a category (PP 58/2023, annex). Each row taxes the whole income, so that
    /// a rupiah more than a row's end can cost more than a rupiah.
    Ter {
        /// Rows from the least income to the most.
        rows: Vec<TerRow>,
    }
}

dated! {
    /// Family status (`TK/0`, `K/1`) to the category of effective rates.
    TerCategories {
        /// Status to name of the table.
        categories: BTreeMap<String, String>,
    }
}

dated! {
    /// A deduction that a person may agree to. What the person agreed comes first.
    Agreed {
        /// Share of what is paid, where the agreement names neither.
        share: Option<Rate>,
        /// Rupiah a month, where the agreement names neither.
        amount: Option<u32>,
        /// Account code.
        account: Option<String>,
        /// How fractions end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

/// Of which Tpp the share of an acting post at the same level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SameOf {
    /// That of the own post.
    Own,
    /// That of the post acted in.
    Post,
    /// The lower of the two.
    Lower,
    /// The higher of the two.
    Higher,
}

dated! {
    /// What a Plt. or Plh. gets.
    Acting {
        /// Fewer working days give nothing.
        min_working_days: u32,
        /// At the same level: this share is added.
        same_share: Rate,
        /// Of what.
        same_of: SameOf,
        /// How a part of a month is counted. In a post above, the higher Tpp takes the place of the
        /// own: what is added is the difference.
        by: ProrationBy,
        /// How fractions end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

dated! {
    /// The most that THR and 13th may be, as a share of one month's Tpp (PP 11/2025).
    ExtraCap {
        /// The share.
        max: Rate,
    }
}

/// Which Tpp of the month an extra allowance is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExtraOf {
    /// That before cuts.
    Due,
    /// That after cuts for presence and performance.
    Received,
}

dated! {
    /// THR, 13th and the like.
    Extra {
        /// Share of the month's Tpp; the cap bounds it.
        share: Rate,
        /// Of which Tpp.
        of: ExtraOf,
        /// The criteria of the Tpp that count; all where none is named.
        #[serde(default)]
        components: Vec<String>,
        /// Who is entitled.
        employment: Vec<Employment>,
        /// Who is not, by the reason kept with the Tpp on the day of payment (`cltn`).
        #[serde(default)]
        without_reasons: Vec<String>,
        /// The month of the year whose Tpp it rests on, 1 to 12.
        rests_on_month: i8,
        /// The month of the year in which it is paid, 1 to 12, where the act names one.
        pays_in_month: Option<i8>,
        /// How fractions end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

/// What becomes of the days of December after those that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountsFor {
    /// Paid in December as if worked in full; what was not is settled later.
    FullPresence,
    /// The whole month is paid in January, when all its days are known.
    January,
}

dated! {
    /// How December is paid.
    December {
        /// What becomes of the days that are not over.
        rest: CountsFor,
        /// Last day of December whose facts count; needed with `full-presence`.
        counts_until_day: Option<i8>,
    }
}

dated! {
    /// Account code (kode rekening) of a line.
    Account {
        /// The code of everyone.
        code: Option<String>,
        /// By kind of employment; comes before that of everyone.
        #[serde(default)]
        codes: BTreeMap<Employment, String>,
    }
}

dated! {
    /// The codes by which a tax is paid in: those of the billing list.
    TaxCode {
        /// Kode akun pajak (KAP).
        account: String,
        /// Kode jenis setoran (KJS).
        deposit: String,
    }
}

dated! {
    /// How an overpayment is paid back.
    Instalment {
        /// At most this share of a month's net.
        max_share: Rate,
        /// At most so many instalments.
        months_max: Option<u16>,
        /// Instalments are multiples of how many rupiah; the last takes the rest.
        #[serde(default = "one")]
        to: u32,
    }
}
