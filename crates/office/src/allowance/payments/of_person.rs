//! One person's month: from the statement and the details to what is paid out.

use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::civil::Date;
use rules::{
    law::{Law, NotInForce},
    payout::{
        self, Agreement, Beside, Cut, Earned, ExtraClaim, ExtraMonth, Payout, PayoutFacts, left_of,
    },
    tariff::Tariff,
};
use storage::{details::Detail, people::PersonState};

use super::{PayOpen, Payment, PayoutDoc, acting, frozen::ProvisionNames};
use crate::{
    OfficeError,
    allowance::{PayStatus, StatementDoc},
    person::PersonDetails,
};

/// What holds for everybody who is paid on a day.
pub(super) struct Paying<'o> {
    pub(super) law: &'o Law,
    /// The values of the law by their names, for what was frozen.
    pub(super) names: ProvisionNames<'o>,
    /// Which values of the law may be paid by.
    pub(super) payable: &'o [bool],
    /// The law on the Tpp of the month, for posts acted in.
    pub(super) tariff: &'o Tariff,
    /// The day of payment.
    pub(super) paid_on: Date,
    /// What of the law was known.
    pub(super) as_of: Date,
    /// Whether the month of the organisation is closed.
    pub(super) standing: Standing,
}

/// Whether a month is closed, and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// By all, also each supplement.
    Signed,
    /// Closed, but not everybody has signed.
    Unsigned(Skpd),
    Open,
}

/// What is known of a person who is to be paid.
pub(super) struct Known {
    pub(super) person: PersonId,
    pub(super) state: PersonState,
    pub(super) statement: StatementDoc,
    /// What this month takes of money that was paid too much.
    pub(super) repayment: Rupiah,
    /// What the person is paid, as it was frozen.
    pub(super) payout: Option<PayoutDoc>,
}

/// THR or the like of a person.
#[derive(Clone, Copy)]
pub(super) struct ExtraOf<'n> {
    /// Its name in the law.
    pub(super) name: &'n str,
    /// The month of the statement it rests on.
    pub(super) rests_on: Month,
    /// What the ordinary list pays in the same month.
    pub(super) beside: Beside,
}

impl Paying<'_> {
    /// What the person is paid.
    pub(super) fn payment(&self, known: Known, rows: &[Detail]) -> Result<Payment, OfficeError> {
        let details = PersonDetails::of(rows, self.paid_on)?;
        if let Some(frozen) = &known.payout {
            let payout = frozen.payout(self.tariff.month, &self.names);
            let account = frozen.account().cloned().or(details.account);
            let open = self.open(&known.statement);
            let Known { person, state, statement, .. } = known;
            return Ok(Payment { person, state, statement, payout, account, open });
        }
        let of = (&known.statement, known.repayment);
        let payout = self.payout(&known.state, of, &details);
        Ok(self.settled(known, details, payout))
    }

    /// What the person is paid as THR or the like.
    pub(super) fn extra(
        &self,
        known: Known,
        rows: &[Detail],
        of: ExtraOf<'_>,
    ) -> Result<Payment, OfficeError> {
        let details = PersonDetails::of(rows, self.paid_on)?;
        let statement = &known.statement;
        let (gross, net) = (Rupiah(statement.tpp_gross), Rupiah(statement.tpp_net));
        let due = by_criterion(statement, Cut { gross, net: gross, provision: None });
        let received = by_criterion(statement, Cut { gross, net, provision: None });
        let month = ExtraMonth { month: of.rests_on, due: &due, received: &received };
        let reason = known.state.tpp_reason.as_deref();
        let claims = [ExtraClaim { name: of.name, tpp: Some(month), reason }];
        let facts = PayoutFacts {
            month: Month::of(self.paid_on),
            extras: &claims,
            beside: of.beside,
            ..self.facts(&known.state, &details)
        };
        let payout = payout::payout(&facts, self.law);
        Ok(self.settled(known, details, payout))
    }

    /// What keeps a payout from being paid.
    fn settled(
        &self,
        known: Known,
        details: PersonDetails,
        payout: Result<Payout, NotInForce>,
    ) -> Payment {
        let Known { person, state, statement, .. } = known;
        let mut open = self.open(&statement);
        let payout = payout.unwrap_or_else(|silent| {
            open.push(PayOpen::Silent((&silent).into()));
            nothing(&self.facts(&state, &details), self.law)
        });
        let unverified =
            |id: &rules::law::ProvisionId| self.payable.get(usize::from(id.0)) != Some(&true);
        if payout.provisions.iter().any(unverified) {
            open.push(PayOpen::LawUnverified);
        }
        let blocking = payout.findings.iter().filter(|finding| finding.blocks());
        open.extend(blocking.cloned().map(PayOpen::Finding));
        let account = details.account;
        Payment { person, state, statement, payout, account, open }
    }

    /// What of the month and its statement keeps it from being paid.
    fn open(&self, statement: &StatementDoc) -> Vec<PayOpen> {
        let mut open = Vec::new();
        match &self.standing {
            Standing::Signed => {}
            Standing::Unsigned(skpd) => open.push(PayOpen::Unsigned(skpd.clone())),
            Standing::Open => open.push(PayOpen::NotClosed),
        }
        if statement.status != PayStatus::Final {
            open.extend(statement.open.iter().cloned().map(PayOpen::Statement));
        }
        open
    }

    fn payout(
        &self,
        state: &PersonState,
        (statement, repayment): (&StatementDoc, Rupiah),
        details: &PersonDetails,
    ) -> Result<Payout, NotInForce> {
        let cut = Cut {
            gross: Rupiah(statement.tpp_gross),
            net: Rupiah(statement.tpp_net),
            provision: None,
        };
        let tpp = by_criterion(statement, cut);
        let law = (self.law, self.as_of);
        let acting = acting::spans(&details.acting, state, self.tariff, law)?;
        let agreements: Vec<Agreement<'_>> = details
            .agreed
            .iter()
            .map(|agreed| Agreement {
                kind: &agreed.kind,
                much: agreed.much,
                from: agreed.from,
                until: None,
            })
            .collect();
        let facts = PayoutFacts {
            tpp: &tpp,
            acting: &acting,
            agreements: &agreements,
            repayment,
            ..self.facts(state, details)
        };
        payout::payout(&facts, self.law)
    }

    /// The facts without what is earned.
    fn facts<'p>(&self, state: &PersonState, details: &'p PersonDetails) -> PayoutFacts<'p> {
        PayoutFacts {
            month: self.tariff.month,
            paid_on: self.paid_on,
            as_of: self.as_of,
            employment: state.employment,
            golongan: details.golongan.as_deref(),
            family: details.family.as_deref(),
            tpp: &[],
            salary: details.salary,
            beside: Beside::default(),
            acting: &[],
            extras: &[],
            agreements: &[],
            repayment: Rupiah(0),
            year_end_tax: details.year_tax,
        }
    }
}

/// What a cut leaves of each criterion of a statement.
pub(super) fn by_criterion(statement: &StatementDoc, cut: Cut) -> Vec<Earned> {
    let criteria = statement.criteria.iter();
    left_of(
        cut,
        criteria.map(|part| (part.name.as_str(), part.title.as_str(), Rupiah(part.amount))),
    )
}

/// The payout of nothing, where the law is silent about the payout of something.
fn nothing(facts: &PayoutFacts<'_>, law: &Law) -> Payout {
    payout::payout(facts, law).expect("nothing is paid and nothing withheld, so nothing is asked")
}
