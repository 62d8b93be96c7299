//! PPh 21 by the method that the regency chose: final by golongan (PP 80/2010), or by effective
//! rates of the month's income (PP 58/2023).

use civil::Rupiah;

use super::{Draft, Finding, PayoutLine, Section, premium::income};
use crate::law::{
    Dated, NotInForce,
    payout::{FinalTax, Income, TaxMethod, TaxMethodValue},
};
use civil::Employment;

/// Adds the line of the tax. `employer_premium` is that of the whole month.
pub(super) fn add(
    draft: &mut Draft<'_>,
    employer_premium: Option<Rupiah>,
) -> Result<(), NotInForce> {
    let chosen = draft.value(&draft.law.payout.tax_method, "tax-method")?;
    let own = chosen.by_employment.get(&draft.facts.employment);
    match own.copied().unwrap_or(chosen.method) {
        TaxMethod::Final => of_golongan(draft, chosen),
        TaxMethod::Ter if ends_year(draft, chosen) => {
            of_year(draft, chosen);
            Ok(())
        }
        TaxMethod::Ter => of_income(draft, chosen, employer_premium),
    }
}

fn ends_year(draft: &Draft<'_>, chosen: &TaxMethodValue) -> bool {
    chosen.year_end.is_some_and(|end| end.month == draft.facts.paid_on.month())
}

/// Final: a share of all that is paid, by golongan.
fn of_golongan(draft: &mut Draft<'_>, chosen: &TaxMethodValue) -> Result<(), NotInForce> {
    let law = draft.value(&draft.law.payout.final_tax, "final-tax")?;
    let Some(golongan) = draft.facts.golongan else {
        draft.findings.push(Finding::GolonganMissing);
        return Ok(());
    };
    let Some(rate) = rate_of(law, draft.facts.employment, golongan) else {
        draft.findings.push(Finding::GolonganUnknown { golongan: golongan.to_owned() });
        return Ok(());
    };
    let base = draft.sum(Section::is_gross);
    let tax = base.portion(rate, chosen.how.into(), chosen.to);
    withhold(
        draft,
        PayoutLine {
            base,
            rate: Some(rate),
            provision: Some(law.head().provision),
            ..PayoutLine::of(Section::Deduction, "pph21-final", tax)
        },
    );
    Ok(())
}

/// The rate of a golongan: its Roman number decides, not the letter after it. Those of a Pppk are
/// others of the same name.
fn rate_of(law: &FinalTax, employment: Employment, golongan: &str) -> Option<civil::Rate> {
    let number = golongan.split('/').next().unwrap_or_default().trim().to_ascii_uppercase();
    let rates = match employment {
        Employment::Pns | Employment::Cpns => &law.rates,
        Employment::Pppk | Employment::PppkParuhWaktu => &law.pppk,
        Employment::NonAsn => return None,
    };
    rates.get(&number).copied()
}

/// By effective rates: the tax of the whole income of the month, less what the salary was taxed.
fn of_income(
    draft: &mut Draft<'_>,
    chosen: &TaxMethodValue,
    employer_premium: Option<Rupiah>,
) -> Result<(), NotInForce> {
    let categories = draft.value(&draft.law.payout.ter_category, "ter-category")?;
    let beside = |part: &Income| match part {
        Income::Pay | Income::Family | Income::Position | Income::EmployerPremium => true,
        Income::Tpp | Income::Extra => false,
    };
    let with_salary = chosen.income.iter().any(beside);
    if with_salary && draft.facts.salary.is_none() {
        if !draft.findings.contains(&Finding::SalaryMissing) {
            draft.findings.push(Finding::SalaryMissing);
        }
        return Ok(());
    }
    let Some(family) = draft.facts.family else {
        draft.findings.push(Finding::FamilyMissing);
        return Ok(());
    };
    let Some(name) = categories.categories.get(family) else {
        draft.findings.push(Finding::FamilyUnknown { family: family.to_owned() });
        return Ok(());
    };
    let values = draft.law.payout.ter.get(name).map_or(&[][..], |topic| &topic.values);
    let table = draft.value(values, &format!("ter.{name}"))?;
    let of_list = income(draft, &chosen.income, employer_premium.unwrap_or_default());
    let counts_tpp = chosen.income.contains(&Income::Tpp);
    // The month's income is one, however many lists pay it.
    let beside = if counts_tpp { draft.facts.beside } else { super::Beside::default() };
    let base = of_list + beside.tpp;
    let is_in = |to: Option<u32>| to.is_none_or(|to| base <= Rupiah(i64::from(to)));
    let row = table.rows.iter().find(|row| is_in(row.to)).expect("the last row is open");
    let already = match draft.facts.salary {
        Some(salary) if with_salary => salary.tax,
        Some(_) | None => Rupiah(0),
    } + beside.tax;
    let tax = base.portion(row.rate, chosen.how.into(), chosen.to);
    withhold(
        draft,
        PayoutLine {
            base,
            rate: Some(row.rate),
            already,
            provision: Some(table.head().provision),
            ..PayoutLine::of(Section::Deduction, "pph21-ter", (tax - already).max(Rupiah(0)))
        },
    );
    Ok(())
}

/// In the last period of the year the tax is that of the year, worked out by whoever knows all of
/// the year's income.
fn of_year(draft: &mut Draft<'_>, chosen: &TaxMethodValue) {
    match draft.facts.year_end_tax {
        None => draft.findings.push(Finding::YearEndTaxMissing),
        Some(tax) => withhold(
            draft,
            PayoutLine {
                provision: Some(chosen.head().provision),
                ..PayoutLine::of(Section::Deduction, "pph21-year", tax.max(Rupiah(0)))
            },
        ),
    }
}

fn withhold(draft: &mut Draft<'_>, line: PayoutLine) {
    let missing = draft.take(line);
    if missing > Rupiah(0) {
        draft.findings.push(Finding::TaxShort { missing });
    }
}
