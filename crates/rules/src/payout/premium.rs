//! The premium of BPJS Kesehatan. The base of a regional Pns includes the Tpp (Perpres 75/2019
//! art 33(1)), and it is one base: what was taken from the salary is part of the same premium.

use civil::{Rate, Rupiah};

use super::{Draft, Finding, PayoutLine, Salary, Section};
use crate::law::{Dated, NotInForce, payout::Income};

/// Adds the employer's and the person's lines and gives the premium that the employer pays for the
/// whole month, salary included; `None` where it cannot be known.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<Option<Rupiah>, NotInForce> {
    // THR and 13th alone are no pay of a month.
    if income(draft, &[Income::Tpp], Rupiah(0)) == Rupiah(0) {
        let beside = draft.facts.beside.employer_premium;
        return Ok(draft.facts.salary.map(|salary| salary.employer_premium + beside));
    }
    let law = &draft.law.payout;
    let rule = draft.value(&law.bpjs, "bpjs")?;
    let cap = draft.value(&law.bpjs_cap, "bpjs-cap")?;
    let Some(salary) = draft.facts.salary else {
        draft.findings.push(Finding::SalaryMissing);
        return Ok(None);
    };
    let base = income(draft, &rule.of, Rupiah(0)).min(Rupiah(i64::from(cap.max)));
    let premium = |rate: Rate| base.portion(rate, rule.how.into(), rule.to);
    let line = |section, code, rate: Rate, already: Rupiah| PayoutLine {
        base,
        rate: Some(rate),
        already,
        provision: Some(rule.head().provision),
        ..PayoutLine::of(section, code, (premium(rate) - already).max(Rupiah(0)))
    };
    let employer = line(Section::Employer, "bpjs-employer", rule.employer, salary.employer_premium);
    if employer.amount > Rupiah(0) {
        draft.push(employer);
    }
    let missing =
        draft.take(line(Section::Deduction, "bpjs-employee", rule.employee, salary.premium));
    if missing > Rupiah(0) {
        draft.findings.push(Finding::PremiumShort { missing });
    }
    Ok(Some(premium(rule.employer).max(salary.employer_premium)))
}

/// The sum of what counts. Where the salary is not known it counts for nothing; who asks says so.
pub(super) fn income(draft: &Draft<'_>, of: &[Income], employer_premium: Rupiah) -> Rupiah {
    let salary = draft.facts.salary.unwrap_or_default();
    of.iter().map(|part| amount(draft, *part, &salary, employer_premium)).sum()
}

fn amount(draft: &Draft<'_>, part: Income, salary: &Salary, employer_premium: Rupiah) -> Rupiah {
    let is_extra = |code: &str| draft.facts.extras.iter().any(|extra| extra.name == code);
    let lines = draft.lines.iter().filter(|line| line.section.is_gross());
    match part {
        Income::Pay => salary.pay,
        Income::Family => salary.family,
        Income::Position => salary.position,
        Income::Tpp => lines.filter(|line| !is_extra(&line.code)).map(|line| line.amount).sum(),
        Income::Extra => lines.filter(|line| is_extra(&line.code)).map(|line| line.amount).sum(),
        Income::EmployerPremium => employer_premium,
    }
}
