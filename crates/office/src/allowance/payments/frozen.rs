//! A payout as it is frozen with a closing: what reaches the person, and on which account, whatever
//! is recorded about the person afterwards.

use std::collections::HashMap;

use civil::{Month, PersonId, Rate, Rupiah, Skpd};
use jiff::civil::Date;
use rules::{
    law::{Law, ProvisionId},
    payout::{Payout, PayoutLine, Section},
};
use serde::{Deserialize, Serialize};
use storage::presence::People;

use super::{
    PayAsked,
    of_person::{Known, Paying, Standing},
};
use crate::{
    Office, OfficeError,
    allowance::StatementDoc,
    person::BankAccount,
    presence::{facts_by_person, state_in},
};

/// What a person is paid, as it is kept. No provision has a number here: the law may grow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PayoutDoc {
    /// The day whose law and details it rests on.
    paid_on: Date,
    lines: Vec<LineDoc>,
    /// Where the money goes; none where that was not known.
    account: Option<BankAccount>,
}

/// The values of a law by their names.
pub(super) type ProvisionNames<'l> = HashMap<&'l str, ProvisionId>;

/// The values of a law by their names; of two with one name the first.
pub(super) fn provision_names(law: &Law) -> ProvisionNames<'_> {
    let mut names = HashMap::new();
    for (id, provision) in law.provisions.iter() {
        names.entry(provision.id.as_str()).or_insert(id);
    }
    names
}

/// A line of a payout; amounts in rupiah.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct LineDoc {
    section: String,
    code: String,
    title: Option<String>,
    base: i64,
    /// Numerator and denominator of the share.
    rate: Option<(u32, u32)>,
    already: i64,
    amount: i64,
    /// Name of the value of the law that says so.
    provision: Option<String>,
    account: Option<String>,
}

impl PayoutDoc {
    fn of(payout: &Payout, account: Option<BankAccount>, law: &Law) -> Self {
        let line = |line: &PayoutLine| LineDoc {
            section: line.section.code().to_owned(),
            code: line.code.clone(),
            title: line.title.clone(),
            base: line.base.0,
            rate: line.rate.map(|rate| (rate.num(), rate.den())),
            already: line.already.0,
            amount: line.amount.0,
            provision: line.provision.map(|id| law.provisions.get(id).id.clone()),
            account: line.account.clone(),
        };
        Self { paid_on: payout.paid_on, lines: payout.lines.iter().map(line).collect(), account }
    }

    /// Where the money goes.
    pub(super) fn account(&self) -> Option<&BankAccount> {
        self.account.as_ref()
    }

    /// The payout of a month. Lines name what the law still has of the values they rest on.
    pub(super) fn payout(&self, month: Month, named: &ProvisionNames<'_>) -> Payout {
        let lines = self.lines.iter().map(|line| line.line(named));
        of_lines(month, self.paid_on, lines.collect())
    }
}

impl LineDoc {
    fn line(&self, named: &ProvisionNames<'_>) -> PayoutLine {
        let section = Section::ALL.into_iter().find(|section| section.code() == self.section);
        PayoutLine {
            section: section.expect("only sections were written, and the digest covers them"),
            code: self.code.clone(),
            title: self.title.clone(),
            base: Rupiah(self.base),
            rate: self.rate.filter(|(_, den)| *den != 0).map(|(num, den)| Rate::new(num, den)),
            already: Rupiah(self.already),
            amount: Rupiah(self.amount),
            provision: self.provision.as_deref().and_then(|name| named.get(name).copied()),
            account: self.account.clone(),
        }
    }
}

/// A payout of these lines, of which nothing is missing.
pub(super) fn of_lines(month: Month, paid_on: Date, lines: Vec<PayoutLine>) -> Payout {
    let sum = |fits: fn(Section) -> bool| -> Rupiah {
        lines.iter().filter(|line| fits(line.section)).map(|line| line.amount).sum()
    };
    let (gross, deduction) = (sum(Section::is_gross), sum(|of| of == Section::Deduction));
    let employer = sum(|of| of == Section::Employer);
    let net = gross + deduction;
    let (findings, provisions) = (Vec::new(), Vec::new());
    Payout { month, paid_on, lines, gross, deduction, employer, net, findings, provisions }
}

impl Office {
    /// What people are paid by statements that are about to be frozen. Who has something missing
    /// has none: such a person is paid only once that is mended, by what is known then.
    pub(crate) async fn payouts_to_freeze(
        &self,
        (skpd, month): (&Skpd, Month),
        statements: &[(PersonId, StatementDoc)],
    ) -> Result<HashMap<PersonId, PayoutDoc>, OfficeError> {
        let people = People::These(statements.iter().map(|(person, _)| *person).collect());
        let asked = PayAsked { skpd: Some(skpd.clone()), month, paid: None, number: None };
        let ground = self.ground(&asked, &people).await?;
        let facts = self.store.facts(&people).await?;
        let paying = Paying { standing: Standing::Signed, ..self.paying(skpd, &ground) };
        let mut payouts = HashMap::new();
        let by_person = facts_by_person(&facts);
        for (person, statement) in statements {
            let own = by_person.get(person).copied().unwrap_or_default();
            let Some(state) = state_in(own, month).cloned() else { continue };
            let repayment = ground.due(*person, skpd, paying.paid_on);
            let statement = statement.clone();
            let known = Known { person: *person, state, statement, repayment, payout: None };
            let payment = paying.payment(known, ground.details_of(*person))?;
            if payment.open.is_empty() {
                let doc = PayoutDoc::of(&payment.payout, payment.account, self.lawbook.law());
                payouts.insert(*person, doc);
            }
        }
        Ok(payouts)
    }
}
