//! The law on paying out from its file, and what such a file must not do.

use super::{
    CountsFor, PayoutFile, PayoutLaw,
    values::{Agreed, December, Extra, TaxMethodValue, Ter, TerRow},
};
use crate::law::{
    Law,
    aspect::Aspect,
    dated::{Dated, Topic},
    provision::Provisions,
    read::{Reading, listed, named},
};

impl Aspect for super::Bpjs {}
impl Aspect for super::BpjsCap {}
impl Aspect for TaxMethodValue {}
impl Aspect for super::FinalTax {}
impl Aspect for Ter {}
impl Aspect for super::TerCategories {}
impl Aspect for Agreed {}
impl Aspect for super::Acting {}
impl Aspect for super::ExtraCap {}
impl Aspect for Extra {}
impl Aspect for December {}
impl Aspect for super::Account {}
impl Aspect for super::TaxCode {}
impl Aspect for super::Instalment {}

impl PayoutLaw {
    /// Settles the values of a file and puts them beside those already read.
    pub(in crate::law) fn merge(
        &mut self,
        file: PayoutFile,
        provisions: &mut Provisions,
        reading: &mut Reading<'_>,
    ) {
        file.ter.values().for_each(|topic| ter(topic, reading));
        file.agreed.values().for_each(|topic| agreed(topic, reading));
        file.extra.values().for_each(|topic| extra(topic, reading));
        file.december.iter().for_each(|topic| december(topic, reading));
        file.tax_method.iter().for_each(|topic| tax_method(topic, reading));
        let read = reading;
        listed(&mut self.bpjs, file.bpjs, "payout.bpjs", provisions, read);
        listed(&mut self.bpjs_cap, file.bpjs_cap, "payout.bpjs-cap", provisions, read);
        listed(&mut self.tax_method, file.tax_method, "payout.tax-method", provisions, read);
        listed(&mut self.final_tax, file.final_tax, "payout.final-tax", provisions, read);
        named(&mut self.ter, file.ter, "payout.ter", provisions, read);
        listed(&mut self.ter_category, file.ter_category, "payout.ter-category", provisions, read);
        named(&mut self.agreed, file.agreed, "payout.agreed", provisions, read);
        listed(&mut self.acting, file.acting, "payout.acting", provisions, read);
        listed(&mut self.extra_cap, file.extra_cap, "payout.extra-cap", provisions, read);
        named(&mut self.extra, file.extra, "payout.extra", provisions, read);
        listed(&mut self.december, file.december, "payout.december", provisions, read);
        named(&mut self.account, file.account, "payout.account", provisions, read);
        named(&mut self.tax_code, file.tax_code, "payout.tax-code", provisions, read);
        listed(&mut self.instalment, file.instalment, "payout.instalment", provisions, read);
    }
}

/// Rows go upwards; the last, and only it, is open.
fn ter(topic: &Topic<Ter>, reading: &mut Reading<'_>) {
    for value in &topic.values {
        let place = value.head().place;
        if value.rows.last().is_none_or(|row| row.to.is_some()) {
            reading.fault(place, "needs a last row without an end; more income has a rate too");
        }
        for (row, next) in value.rows.iter().zip(value.rows.iter().skip(1)) {
            match (row.to, next.to) {
                (None, _) => {
                    reading.fault(place, "has an open row before the last; give it an end");
                }
                (Some(to), Some(next)) if next <= to => reading.fault(
                    place,
                    format!(
                        "has a row to {next} after the one to {to}; put the least income first"
                    ),
                ),
                (Some(_), Some(_) | None) => {}
            }
        }
        let too_much = |row: &&TerRow| row.rate.num() > row.rate.den();
        if let Some(row) = value.rows.iter().find(too_much) {
            reading.fault(place, format!("taxes {} of the income; check the comma", row.rate));
        }
    }
}

fn agreed(topic: &Topic<Agreed>, reading: &mut Reading<'_>) {
    for value in &topic.values {
        if value.share.is_some() && value.amount.is_some() {
            reading.fault(value.head().place, "has a share and an amount; keep one of them");
        }
    }
}

fn extra(topic: &Topic<Extra>, reading: &mut Reading<'_>) {
    let is_month = |month: i8| (1..=12).contains(&month);
    for value in &topic.values {
        let place = value.head().place;
        if !is_month(value.rests_on_month) {
            reading.fault(place, "rests on a month outside 1 to 12");
        }
        if value.pays_in_month.is_some_and(|month| !is_month(month)) {
            reading.fault(place, "is paid in a month outside 1 to 12");
        }
    }
}

fn december(topic: &Topic<December>, reading: &mut Reading<'_>) {
    for value in &topic.values {
        let fits = match value.rest {
            CountsFor::FullPresence => {
                value.counts_until_day.is_some_and(|day| (1..=31).contains(&day))
            }
            CountsFor::January => value.counts_until_day.is_none(),
        };
        if !fits {
            reading.fault(
                value.head().place,
                "needs counts-until-day from 1 to 31 with full-presence, and none with january",
            );
        }
    }
}

fn tax_method(topic: &Topic<TaxMethodValue>, reading: &mut Reading<'_>) {
    let is_ter = |value: &&TaxMethodValue| {
        let all = value.by_employment.values().chain([&value.method]);
        all.into_iter().any(|method| *method == super::TaxMethod::Ter)
    };
    for value in topic.values.iter().filter(is_ter) {
        if value.income.is_empty() {
            reading.fault(value.head().place, "uses ter without income; say what makes the income");
        }
    }
}

/// Categories of family status name tables that exist, and THR and the like criteria that do.
pub(in crate::law) fn names_exist(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    for (name, topic) in &law.payout.extra {
        for value in &topic.values {
            let provision = law.provisions.get(value.head().provision);
            let unknown = |part: &&String| !law.criteria.contains_key(*part);
            for part in value.components.iter().filter(unknown) {
                let message = format!(
                    "counts \"{part}\" towards {name}, which does not exist; add [criterion.{part}]"
                );
                wrong.push((provision.file.clone(), provision.line, message));
            }
        }
    }
    for value in &law.payout.ter_category {
        let provision = law.provisions.get(value.head().provision);
        for (status, name) in &value.categories {
            if !law.payout.ter.contains_key(name) {
                let message = format!(
                    "puts {status} in category \"{name}\", which does not exist; add [payout.ter.{name}]"
                );
                wrong.push((provision.file.clone(), provision.line, message));
            }
        }
    }
}
