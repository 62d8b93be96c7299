//! The payment list, and its sums by unit.

use std::collections::BTreeMap;

use civil::Rupiah;
use reports::{PAYMENTS, PaymentRow, Period, RECAP, RecapRow, Table};
use rules::payout::Section;

use super::{
    ReportRequest,
    frame::Standing,
    ground::{month_page, something, unit_page},
};
use crate::{
    Actor, Office, OfficeError,
    allowance::payments::{PayAsked, Payment, Taken, UnitPayments},
};

impl ReportRequest {
    pub(super) fn asked(&self) -> PayAsked {
        PayAsked {
            skpd: self.skpd.clone(),
            month: self.month,
            paid: self.paid,
            number: self.number,
        }
    }
}

impl Office {
    pub(super) async fn report_payments(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let (mut rows, mut standing) = (Vec::new(), Standing::default());
        let mut about = About::default();
        self.each_unit_paid(actor, &request.asked(), |unit| {
            standing.of_unit(&unit);
            about.of(&unit);
            rows.extend(unit.people.iter().map(|payment| payment_row(payment, &unit)));
        })
        .await?;
        let rows = something(rows, request.month)?;
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, standing.notes()).await?;
        Ok(match skpd {
            Some(_) => PAYMENTS.table(&rows, frame),
            None => PAYMENTS.grouped(&rows, |row| &row.unit, frame),
        })
    }

    pub(super) async fn report_recap(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let (mut rows, mut standing) = (Vec::new(), Standing::default());
        let mut about = About::default();
        self.each_unit_paid(actor, &request.asked(), |unit| {
            standing.of_unit(&unit);
            about.of(&unit);
            let mut parts: BTreeMap<&str, RecapRow> = BTreeMap::new();
            for payment in &unit.people {
                // Of one organisation its own units, else the organisations.
                let name = if skpd.is_some() { &*payment.state.unit } else { "" };
                let row = parts.entry(name).or_insert_with(|| RecapRow {
                    unit: if name.is_empty() { unit.skpd.name.clone() } else { name.to_owned() },
                    link: Some(unit_page(&unit.skpd.code, request.month)),
                    ..RecapRow::default()
                });
                add(row, payment);
            }
            rows.extend(parts.into_values());
        })
        .await?;
        let rows = something(rows, request.month)?;
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, standing.notes()).await?;
        Ok(RECAP.table(&rows, frame))
    }
}

/// The name of the organisation a list is about, if it is about one.
#[derive(Default)]
pub(super) struct About {
    names: Vec<String>,
}

impl About {
    pub(super) fn of(&mut self, unit: &UnitPayments) {
        self.names.push(unit.skpd.name.clone());
    }

    pub(super) fn name(mut self) -> Option<String> {
        if self.names.len() == 1 { self.names.pop() } else { None }
    }
}

/// The amounts of a person as lists show them: what reduces the pay is positive.
struct Amounts {
    gross: Rupiah,
    cut: Rupiah,
    added: Rupiah,
    premium: Rupiah,
    tax: Rupiah,
    other: Rupiah,
    net: Rupiah,
}

fn amounts(payment: &Payment) -> Amounts {
    Amounts {
        gross: Rupiah(payment.statement.tpp_gross),
        cut: Rupiah(-payment.statement.deduction_total),
        added: payment.sum(|line| line.section == Section::Addition),
        premium: -payment.taken(Taken::Premium),
        tax: -payment.taken(Taken::Tax),
        other: -payment.taken(Taken::Other),
        net: payment.payout.net,
    }
}

fn payment_row(payment: &Payment, unit: &UnitPayments) -> PaymentRow {
    let Amounts { gross, cut, added, premium, tax, other, net } = amounts(payment);
    let statement = &payment.statement;
    let month = payment.payout.month;
    PaymentRow {
        unit: unit.skpd.name.clone(),
        nip: statement.nip.clone(),
        name: statement.name.clone(),
        class: payment.state.class.map_or(0, i64::from),
        position: payment.state.position.clone(),
        gross,
        cut,
        plt: added,
        bpjs: premium,
        tax,
        other,
        net,
        account: payment.account.as_ref().map(|to| to.number.clone()).unwrap_or_default(),
        link: Some(month_page(&statement.nip, month)),
    }
}

fn add(row: &mut RecapRow, payment: &Payment) {
    let Amounts { gross, cut, added, premium, tax, other, net } = amounts(payment);
    row.people += 1;
    row.gross = row.gross + gross;
    row.cut = row.cut + cut;
    row.plt = row.plt + added;
    row.bpjs = row.bpjs + premium;
    row.tax = row.tax + tax;
    row.other = row.other + other;
    row.net = row.net + net;
}
