//! The slip of a person: from the Tpp to what reaches the person, each line with day and article.

use civil::{Month, Rupiah};
use reports::{Note, Period, SLIP, SlipRow, Table};
use rules::{
    law::Law,
    payout::{PayoutLine, Section},
};
use words::{Arg, Phrase};

use super::{ReportRequest, frame::Standing, ground::month_page};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{DocLine, StatementDoc, payments::Payment},
    presence::Seen,
};

impl Office {
    pub(super) async fn report_slip(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let nip = request.person()?;
        let Seen { person, state, .. } = self.seen_in(actor, nip, request.month).await?;
        if actor.person() != Some(person) {
            actor.require(Permission::SeePay, Scope::Person(person, &state.skpd))?;
        }
        let paid = self.person_paid(person, &state.skpd, &request.asked()).await?;
        let nothing = || OfficeError::not_found("pay of", format!("{nip} {}", request.month));
        let payment = paid.ok_or_else(nothing)?;
        let mut standing = Standing::default();
        standing.of(&payment);
        let rows = rows(&payment, self.lawbook.law());
        let statement = &payment.statement;
        let about = format!("{}, NIP {}", statement.name, statement.nip);
        let mut frame = self.plain_frame(Some(about), Period::Month(request.month));
        frame.notes = standing.notes();
        let employer = payment.payout.employer;
        if employer > Rupiah(0) {
            let said = Phrase::new("payment-note-employer");
            frame.notes.push(Note::Words(said.with("amount", Arg::Rupiah(employer.0))));
        }
        Ok(SLIP.table(&rows, frame))
    }
}

fn rows(payment: &Payment, law: &Law) -> Vec<SlipRow> {
    let statement = &payment.statement;
    let month = payment.payout.month;
    let mut rows = due(statement);
    rows.extend(statement.lines.iter().map(|line| cut(line, statement, month)));
    let lines = payment.payout.lines.iter();
    rows.extend(lines.filter_map(|line| paid(line, law)));
    rows
}

/// What makes up the Tpp before cuts: its criteria, or the parts of the month.
fn due(statement: &StatementDoc) -> Vec<SlipRow> {
    let article = |source: &Option<(String, String)>| {
        source.as_ref().map(|(act, article)| format!("{act}, {article}")).unwrap_or_default()
    };
    let row = |what, days, base, amount, article| SlipRow {
        code: "TPP".to_owned(),
        what,
        days,
        base,
        rate: None,
        amount: Rupiah(amount),
        article,
        link: None,
    };
    if !statement.criteria.is_empty() {
        let source = statement.parts.iter().find_map(|part| part.source.as_ref()).cloned();
        let article = article(&source);
        let criteria = statement.criteria.iter();
        return criteria
            .map(|part| {
                let what = Phrase::verbatim(&part.title);
                row(what, String::new(), None, part.amount, article.clone())
            })
            .collect();
    }
    let parts = statement.parts.iter();
    parts
        .map(|part| {
            let what = Phrase::new("payment-line-part")
                .with("class", part.class.map_or_else(|| "-".to_owned(), |class| class.to_string()))
                .with("factor", Arg::Rate(part.factor.clone()))
                .with("portion", Arg::Rate(part.portion.clone()));
            let day = |date: &str| date.rsplit('-').next().unwrap_or(date).to_owned();
            let days = format!("{}-{}", day(&part.from), day(&part.until));
            row(what, days, Some(Rupiah(part.class_amount)), part.amount, article(&part.source))
        })
        .collect()
}

/// A cut of the statement, with the page of its day.
fn cut(line: &DocLine, statement: &StatementDoc, month: Month) -> SlipRow {
    let page = month_page(&statement.nip, month);
    let day_link = match line.days.as_slice() {
        [day] => format!("{page}?day={day}"),
        _ => page,
    };
    let days: Vec<String> = line.days.iter().map(i8::to_string).collect();
    SlipRow {
        code: line.code.clone(),
        what: line.what(),
        days: days.join(", "),
        base: Some(Rupiah(line.base)),
        rate: line.rate.parse().ok(),
        amount: Rupiah(line.amount),
        article: format!("{}, {}", line.act, line.article),
        link: Some(day_link),
    }
}

/// A line of the payout beyond the Tpp. What the employer pays beside reaches nobody, and the
/// components stand above already, before cuts.
fn paid(line: &PayoutLine, law: &Law) -> Option<SlipRow> {
    match line.section {
        Section::Addition | Section::Deduction => {}
        Section::Component | Section::Employer => return None,
    }
    let article = line
        .provision
        .map(|id| format!("{}, {}", law.provisions.cite(id), law.provisions.get(id).article));
    Some(SlipRow {
        code: String::new(),
        what: what(line),
        days: String::new(),
        base: line.rate.map(|_| line.base),
        rate: line.rate,
        amount: line.amount,
        article: article.unwrap_or_default(),
        link: None,
    })
}

/// What a line of a payout is for.
pub(super) fn what(line: &PayoutLine) -> Phrase {
    let name = match &line.title {
        Some(title) => Phrase::verbatim(title),
        None => Phrase::new(format!("payout-line-{}", line.code)),
    };
    if line.already == Rupiah(0) {
        return name;
    }
    let already = Phrase::new("payout-line-already").with("amount", Arg::Rupiah(line.already.0));
    Phrase::new("payment-line-less").with("what", name).with("already", already)
}
