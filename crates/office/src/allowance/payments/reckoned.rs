//! What people are paid by statements that are at hand, stored or not, and what by another Tpp:
//! the law and the details are those that a payment list of the month rests on.

use std::collections::HashMap;

use civil::{Month, PersonId, Rupiah, Skpd};
use rules::payout::{PayoutLine, Section};
use storage::{people::PersonState, presence::People};

use super::{
    PayAsked, PayOpen, Payment, Taken,
    closed::Held,
    of_person::{Known, Paying},
    of_unit::Ground,
};
use crate::{Office, OfficeError, allowance::StatementDoc};

/// What comes between the Tpp after cuts and what a person is handed, in rupiah; what is taken is
/// negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Between {
    /// Acting posts.
    pub(crate) added: i64,
    /// The premium of BPJS Kesehatan.
    pub(crate) premium: i64,
    /// Income tax.
    pub(crate) tax: i64,
    /// Deductions that the person agreed to.
    pub(crate) agreed: i64,
    /// What was paid too much and comes back.
    pub(crate) repayment: i64,
}

impl Between {
    fn of(payment: &Payment) -> Self {
        let is_repayment = |line: &PayoutLine| line.code == "repayment";
        let repayment =
            payment.sum(|line| line.section == Section::Deduction && is_repayment(line));
        Self {
            added: payment.sum(|line| line.section == Section::Addition).0,
            premium: payment.taken(Taken::Premium).0,
            tax: payment.taken(Taken::Tax).0,
            agreed: payment.taken(Taken::Other).0 - repayment.0,
            repayment: repayment.0,
        }
    }

    /// All of it.
    pub(crate) fn sum(self) -> i64 {
        self.added + self.premium + self.tax + self.agreed + self.repayment
    }

    /// This, changed as `from` is to become `to`.
    pub(crate) fn changed(self, from: Self, to: Self) -> Self {
        Self {
            added: self.added + to.added - from.added,
            premium: self.premium + to.premium - from.premium,
            tax: self.tax + to.tax - from.tax,
            agreed: self.agreed + to.agreed - from.agreed,
            repayment: self.repayment + to.repayment - from.repayment,
        }
    }
}

/// What a person is handed for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Handed {
    /// In rupiah.
    pub(crate) net: i64,
    pub(crate) between: Between,
    /// Whether the law on paying out is silent, so that nothing of it could be computed.
    pub(crate) silent: bool,
}

/// Whose payout is asked for, and of which month of that person.
pub(crate) struct Reckoned<'s> {
    pub(crate) person: PersonId,
    pub(crate) state: &'s PersonState,
    pub(crate) statement: &'s StatementDoc,
}

/// What the payouts of a month rest on.
pub(crate) struct PayGround {
    ground: Ground,
    frozen: HashMap<PersonId, Held>,
}

/// Computes payouts one after the other.
pub(crate) struct PayDesk<'g> {
    office: &'g Office,
    ground: &'g PayGround,
    paying: HashMap<Skpd, Paying<'g>>,
}

impl Office {
    /// What the payouts of a month rest on: of one organisation, or of all.
    pub(crate) async fn pay_ground(
        &self,
        month: Month,
        skpd: Option<&Skpd>,
    ) -> Result<PayGround, OfficeError> {
        let asked = PayAsked { skpd: skpd.cloned(), month, paid: None, number: None };
        let ground = self.ground(&asked, &People::All).await?;
        let mut frozen = HashMap::new();
        for unit in self.store.skpds().await? {
            let closed = ground.is_closed(&unit.code);
            if closed && skpd.is_none_or(|skpd| *skpd == unit.code) {
                frozen.extend(self.frozen_by(ground.closings(), &unit.code).await?);
            }
        }
        Ok(PayGround { ground, frozen })
    }
}

impl PayGround {
    /// The statement that stands frozen of a person.
    pub(crate) fn frozen(&self, person: PersonId) -> Option<&StatementDoc> {
        self.frozen.get(&person).map(|held| &held.statement)
    }

    pub(crate) fn desk<'g>(&'g self, office: &'g Office) -> PayDesk<'g> {
        PayDesk { office, ground: self, paying: HashMap::new() }
    }
}

impl PayDesk<'_> {
    /// What the person is handed: as frozen with the statement where that was.
    pub(crate) fn handed(&mut self, of: &Reckoned<'_>) -> Result<Handed, OfficeError> {
        let frozen = self.ground.frozen.get(&of.person);
        let payout = frozen.and_then(|held| held.payout.clone());
        let payment = self.payment(of, of.statement.clone(), payout)?;
        Ok(handed(&payment))
    }

    /// What would come between if the Tpp after cuts were another; nothing where the law is silent
    /// about that.
    pub(crate) fn between(
        &mut self,
        of: &Reckoned<'_>,
        tpp_net: i64,
    ) -> Result<Option<Between>, OfficeError> {
        let cut = tpp_net - of.statement.tpp_net;
        let statement = StatementDoc {
            tpp_net,
            // More than the whole needs a larger whole.
            tpp_gross: of.statement.tpp_gross.max(tpp_net),
            deduction_total: of.statement.deduction_total + cut,
            ..of.statement.clone()
        };
        let handed = handed(&self.payment(of, statement, None)?);
        Ok((!handed.silent).then_some(handed.between))
    }

    fn payment(
        &mut self,
        of: &Reckoned<'_>,
        statement: StatementDoc,
        payout: Option<super::PayoutDoc>,
    ) -> Result<Payment, OfficeError> {
        let (skpd, ground) = (&of.state.skpd, &self.ground.ground);
        if !self.paying.contains_key(skpd) {
            self.paying.insert(skpd.clone(), self.office.paying(skpd, ground));
        }
        let paying = self.paying.get(skpd).expect("it was put there just now");
        let repayment: Rupiah = ground.due(of.person, skpd, paying.paid_on);
        let state = of.state.clone();
        let known = Known { person: of.person, state, statement, repayment, payout };
        paying.payment(known, ground.details_of(of.person))
    }
}

fn handed(payment: &Payment) -> Handed {
    Handed {
        net: payment.payout.net.0,
        between: Between::of(payment),
        silent: payment.open.iter().any(|open| matches!(open, PayOpen::Silent(_))),
    }
}
