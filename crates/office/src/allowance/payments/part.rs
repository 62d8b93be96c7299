//! What one closing of a month pays: of the main one everything it froze, of a supplement only the
//! people it is about, and the difference to what stood frozen before.

use civil::{PersonId, Rupiah};
use rules::payout::{Payout, PayoutLine, supplement::supplement};
use storage::{organisation::SkpdEntry, presence::People};

use super::{
    Payment, UnitPayments,
    closed::Held,
    frozen::of_lines,
    of_person::{Known, Paying, Standing},
    of_unit::{Ground, state_as_known},
};
use crate::{Office, OfficeError, allowance::StatementDoc, presence::facts_by_person};

/// What stood frozen of a person before a closing, and what does after it.
#[derive(Default)]
pub(crate) struct Step {
    /// None where nothing stood, or the month belonged elsewhere.
    pub(crate) before: Option<Held>,
    /// None where the month left the organisation.
    pub(crate) after: Option<Held>,
}

impl Office {
    /// What a closing of an organisation pays.
    pub(super) async fn part_paid(
        &self,
        unit: SkpdEntry,
        ground: &mut Ground,
        number: u32,
    ) -> Result<UnitPayments, OfficeError> {
        let (skpd, month) = (unit.code.clone(), ground.month());
        let (steps, at) = self.steps_of(ground.closings(), &skpd, number).await?;
        let people: Vec<PersonId> = steps.keys().copied().collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let by_person = facts_by_person(&facts);
        let standing = if ground.closings().is_signed_until(&skpd, number) {
            Standing::Signed
        } else {
            Standing::Unsigned(skpd.clone())
        };
        let mut paid = UnitPayments { skpd: unit, people: vec![], elsewhere: vec![] };
        for (person, step) in steps {
            let own = by_person.get(&person).copied().unwrap_or_default();
            if self.payer(person, own, &skpd, ground).await?.is_some() {
                continue;
            }
            let Some(state) = state_as_known(own, month, Some(at)) else { continue };
            let paying = Paying { standing: standing.clone(), ..self.paying(&skpd, ground) };
            let rows = ground.details_of(person);
            let repayment = ground.due(person, &skpd, paying.paid_on);
            let payment = |held: Option<Held>| {
                let known = |held: Held| Known {
                    person,
                    state: state.clone(),
                    statement: held.statement,
                    repayment,
                    payout: held.payout,
                };
                held.map(|held| paying.payment(known(held), rows)).transpose()
            };
            let (before, after) = (payment(step.before)?, payment(step.after)?);
            let payment = difference(before, after).filter(Payment::says_something);
            paid.people.extend(payment);
        }
        paid.sort();
        Ok(paid)
    }
}

/// What is paid beyond what was paid before; less than nothing where it is claimed back.
fn difference(before: Option<Payment>, after: Option<Payment>) -> Option<Payment> {
    let (before, after) = match (before, after) {
        (None, after) => return after,
        (Some(before), None) => {
            let nothing = Payment {
                statement: StatementDoc {
                    tpp_gross: 0,
                    tpp_net: 0,
                    deduction_total: 0,
                    ..before.statement.clone()
                },
                payout: of_lines(before.payout.month, before.payout.paid_on, Vec::new()),
                ..before.clone()
            };
            (before, nothing)
        }
        (Some(before), Some(after)) => (before, after),
    };
    let payout = beyond(&before.payout, &after.payout);
    let (was, is) = (&before.statement, &after.statement);
    let statement = StatementDoc {
        tpp_gross: is.tpp_gross - was.tpp_gross,
        tpp_net: is.tpp_net - was.tpp_net,
        deduction_total: is.deduction_total - was.deduction_total,
        ..is.clone()
    };
    let mut open = after.open;
    open.extend(before.open.into_iter().filter(|why| !open.contains(why)).collect::<Vec<_>>());
    Some(Payment { statement, payout, open, ..after })
}

fn beyond(before: &Payout, after: &Payout) -> Payout {
    let supplement = supplement(before, after).expect("both are of the month that was asked for");
    let lines = supplement.lines.into_iter().map(|line| {
        let amount = line.amount();
        PayoutLine {
            section: line.section,
            code: line.code,
            title: line.title,
            base: amount,
            rate: None,
            already: Rupiah(0),
            amount,
            provision: None,
            account: line.account,
        }
    });
    of_lines(after.month, after.paid_on, lines.collect())
}
