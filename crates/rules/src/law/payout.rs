//! The law on what becomes of the Tpp on its way to the person: premium, tax, deductions agreed,
//! acting posts, THR and the 13th, December, account codes, repayment. All of it data.

mod read;
mod values;

use std::collections::BTreeMap;

use civil::Employment;
use jiff::civil::Date;
use serde::Deserialize;

use super::dated::{Dated, Topic, on};
pub(super) use read::names_exist;
pub use values::{
    Account, Acting, Agreed, Bpjs, BpjsCap, CountsFor, December, Extra, ExtraCap, ExtraOf,
    FinalTax, Income, Instalment, SameOf, TaxCode, TaxMethod, TaxMethodValue, Ter, TerCategories,
    TerRow, YearEnd,
};

/// The tables under `[payout]` of a law file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct PayoutFile {
    bpjs: Option<Topic<Bpjs>>,
    bpjs_cap: Option<Topic<BpjsCap>>,
    tax_method: Option<Topic<TaxMethodValue>>,
    final_tax: Option<Topic<FinalTax>>,
    ter: BTreeMap<String, Topic<Ter>>,
    ter_category: Option<Topic<TerCategories>>,
    agreed: BTreeMap<String, Topic<Agreed>>,
    acting: Option<Topic<Acting>>,
    extra_cap: Option<Topic<ExtraCap>>,
    extra: BTreeMap<String, Topic<Extra>>,
    december: Option<Topic<December>>,
    account: BTreeMap<String, Topic<Account>>,
    tax_code: BTreeMap<String, Topic<TaxCode>>,
    instalment: Option<Topic<Instalment>>,
}

/// All that is known of the law on paying out.
#[derive(Clone, Debug, Default)]
pub struct PayoutLaw {
    /// Premium of BPJS Kesehatan.
    pub bpjs: Vec<Bpjs>,
    /// The most its base may be.
    pub bpjs_cap: Vec<BpjsCap>,
    /// How PPh 21 is withheld: a choice of the regency.
    pub tax_method: Vec<TaxMethodValue>,
    /// Final PPh 21 by golongan.
    pub final_tax: Vec<FinalTax>,
    /// Tables of effective rates by category.
    pub ter: BTreeMap<String, Topic<Ter>>,
    /// Which family status is in which category.
    pub ter_category: Vec<TerCategories>,
    /// Deductions a person may agree to, by kind.
    pub agreed: BTreeMap<String, Topic<Agreed>>,
    /// Plt. and Plh.
    pub acting: Vec<Acting>,
    /// The most THR and 13th may be.
    pub extra_cap: Vec<ExtraCap>,
    /// THR, 13th and the like, by name.
    pub extra: BTreeMap<String, Topic<Extra>>,
    /// December paid before it ends.
    pub december: Vec<December>,
    /// Account codes by the code of the line.
    pub account: BTreeMap<String, Topic<Account>>,
    /// Codes by which a tax is paid in, by its line: `pph21-final`, `pph21-ter`, `pph21-year`.
    pub tax_code: BTreeMap<String, Topic<TaxCode>>,
    /// How an overpayment is paid back.
    pub instalment: Vec<Instalment>,
}

impl PayoutLaw {
    /// Account code of a line for a kind of employment; `None` where the law names none.
    #[must_use]
    pub fn account_on(
        &self,
        line: &str,
        employment: Employment,
        (date, as_of): (Date, Date),
    ) -> Option<&str> {
        let account = on(&self.account.get(line)?.values, date, as_of)?;
        let own = account.codes.get(&employment).or(account.code.as_ref());
        own.map(String::as_str)
    }

    /// By which codes the tax of a line is paid in; `None` where the law names none.
    #[must_use]
    pub fn tax_code_on(&self, line: &str, (date, as_of): (Date, Date)) -> Option<&TaxCode> {
        on(&self.tax_code.get(line)?.values, date, as_of)
    }

    /// How people call the kind of a line that is data: an agreed deduction or an extra allowance.
    #[must_use]
    pub fn title(&self, kind: &str) -> Option<&str> {
        let agreed = self.agreed.get(kind).map(|topic| topic.title.get_ref().as_str());
        agreed.or_else(|| self.extra.get(kind).map(|topic| topic.title.get_ref().as_str()))
    }

    /// Every dated value of the law on paying out, by its topic: what a guard of changes looks at.
    #[must_use]
    pub fn heads(&self) -> Vec<(String, super::Head<'_>)> {
        fn list<'v, T: Dated>(
            topic: &str,
            values: &'v [T],
        ) -> impl Iterator<Item = (String, super::Head<'v>)> + use<'v, T> {
            let topic = format!("payout.{topic}");
            values.iter().map(move |value| (topic.clone(), value.head()))
        }
        fn named<'v, T: Dated>(
            kind: &'static str,
            topics: &'v BTreeMap<String, Topic<T>>,
        ) -> impl Iterator<Item = (String, super::Head<'v>)> {
            topics
                .iter()
                .flat_map(move |(name, topic)| list(&format!("{kind}.{name}"), &topic.values))
        }
        list("bpjs", &self.bpjs)
            .chain(list("bpjs-cap", &self.bpjs_cap))
            .chain(list("tax-method", &self.tax_method))
            .chain(list("final-tax", &self.final_tax))
            .chain(named("ter", &self.ter))
            .chain(list("ter-category", &self.ter_category))
            .chain(named("agreed", &self.agreed))
            .chain(list("acting", &self.acting))
            .chain(list("extra-cap", &self.extra_cap))
            .chain(named("extra", &self.extra))
            .chain(list("december", &self.december))
            .chain(named("account", &self.account))
            .chain(named("tax-code", &self.tax_code))
            .chain(list("instalment", &self.instalment))
            .collect()
    }
}
