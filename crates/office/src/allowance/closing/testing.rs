//! Statements and days for tests, of November 2026.

use jiff::civil::date;
use rules::{
    day::{DayRecord, Findings, Verdict},
    law::ProvisionId,
};

use crate::allowance::{DocLine, DocPart, PayStatus, StatementDoc};

/// A day on time to the end.
pub(crate) fn day(of: i8) -> DayRecord {
    DayRecord {
        date: date(2026, 11, of),
        verdict: Verdict::Present,
        excuse: None,
        findings: Findings::NONE,
        late_minutes: 0,
        early_minutes: 0,
        away_minutes: 0,
        arrived: None,
        left: None,
        basis: ProvisionId(0),
    }
}

/// A cut of a day.
pub(crate) fn line(of: i8, code: &str, amount: i64) -> DocLine {
    DocLine {
        date: date(2026, 11, of).to_string(),
        code: code.to_owned(),
        rule: code.to_lowercase(),
        title: code.to_owned(),
        minutes: 0,
        units: 1,
        rate_bp: 0,
        rate: "1%".to_owned(),
        base: 0,
        amount,
        punches: Vec::new(),
        days: vec![of],
        act: "Perbup".to_owned(),
        article: "Pasal 1".to_owned(),
        law_status: "assumed".to_owned(),
        provision: format!("rule.{code}"),
    }
}

/// A part of the month that pays an amount.
pub(crate) fn part(from: i8, until: i8, amount: i64) -> DocPart {
    DocPart {
        from: date(2026, 11, from).to_string(),
        until: date(2026, 11, until).to_string(),
        class: Some(7),
        class_amount: amount,
        factor: "100%".to_owned(),
        reason: None,
        portion: "100%".to_owned(),
        amount,
        source: None,
        factor_source: None,
    }
}

/// A statement with these cuts.
pub(crate) fn doc(gross: i64, lines: Vec<DocLine>) -> StatementDoc {
    let deduction_total = lines.iter().map(|line| line.amount).sum();
    StatementDoc {
        nip: "199001012015031004".to_owned(),
        name: "Ujang".to_owned(),
        skpd: "DISTAN".to_owned(),
        month: "2026-11".to_owned(),
        status: PayStatus::Final,
        tpp_gross: gross,
        parts: Vec::new(),
        components: Vec::new(),
        criteria: Vec::new(),
        lines,
        deduction_total,
        tpp_net: gross + deduction_total,
        law_version: "law".to_owned(),
        facts_digest: "facts".to_owned(),
        unverified_values: 0,
        open: Vec::new(),
        silent: None,
    }
}
