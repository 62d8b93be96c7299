//! The lists of THR and of the 13th allowance.

use std::collections::BTreeMap;

use civil::{Month, Rupiah};
use reports::{ExtraRow, Note, Period, Report, Table};
use rules::payout::Section;
use words::{Arg, Phrase};

use super::{
    ReportRequest,
    frame::{Standing, count},
    ground::{month_page, something},
    pay::About,
};
use crate::{
    Actor, Office, OfficeError,
    allowance::payments::{Payment, Taken, UnitPayments},
};

impl Office {
    /// The list of an allowance; the name of the report is that of the allowance in the law.
    pub(super) async fn report_extras(
        &self,
        actor: &Actor,
        (request, report): (&ReportRequest, &Report<ExtraRow>),
    ) -> Result<Table, OfficeError> {
        let asked = request.asked();
        let (mut rows, mut standing) = (Vec::new(), Standing::default());
        let mut about = About::default();
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        let terms = self
            .paid_extra(actor, (report.name, &asked), |unit, rests_on| {
                standing.of_unit(&unit.paid);
                about.of(&unit.paid);
                let people = unit.paid.people.iter();
                rows.extend(people.map(|payment| row(payment, &unit.paid, rests_on)));
                for (why, people) in unit.left_out {
                    *left_out.entry(why).or_default() += people;
                }
            })
            .await?;
        let rows = something(rows, request.month)?;
        let basis = Phrase::new("payment-note-extra")
            .with("month", Arg::Month(terms.rests_on.first()))
            .with("day", terms.paid_on);
        let mut notes = vec![Note::Words(basis)];
        notes.extend(left_out.into_iter().map(|(why, people)| {
            let key = format!("payment-note-without-{why}");
            Note::Words(Phrase::new(key).with("people", count(people)))
        }));
        notes.extend(standing.notes());
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, notes).await?;
        Ok(match skpd {
            Some(_) => report.table(&rows, frame),
            None => report.grouped(&rows, |row| &row.unit, frame),
        })
    }
}

fn row(payment: &Payment, unit: &UnitPayments, rests_on: Month) -> ExtraRow {
    let statement = &payment.statement;
    let base = payment.payout.section(Section::Addition).map(|line| line.base).sum::<Rupiah>();
    ExtraRow {
        unit: unit.skpd.name.clone(),
        nip: statement.nip.clone(),
        name: statement.name.clone(),
        class: payment.state.class.map_or(0, i64::from),
        position: payment.state.position.clone(),
        base,
        allowance: payment.payout.gross,
        tax: -payment.taken(Taken::Tax),
        net: payment.payout.net,
        account: payment.account.as_ref().map(|to| to.number.clone()).unwrap_or_default(),
        link: Some(month_page(&statement.nip, rests_on)),
    }
}
