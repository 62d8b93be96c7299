//! What one closing of a month pays: of the main one everything it froze, of a supplement only the
//! people it is about, and the difference to what stood frozen before.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::Timestamp;
use rules::payout::{Cut, Payout, PayoutLine, Section, supplement::supplement};
use storage::{matters::Whose, organisation::SkpdEntry, presence::People};

use super::{
    PayAsked, Payment, UnitPayments,
    closed::Held,
    frozen::of_lines,
    of_person::{Known, Paying, by_criterion},
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
    /// What the closing was frozen with: the Tpp that it pays or takes.
    pub(crate) net: Rupiah,
}

impl Step {
    /// What of the difference of the statements claims ask back already, so that the closing does
    /// not take it; negative where it takes what a claim that was withdrawn left.
    fn claimed(&self) -> Rupiah {
        let net = |held: &Option<Held>| held.as_ref().map_or(0, |held| held.statement.tpp_net);
        self.net - Rupiah(net(&self.after) - net(&self.before))
    }
}

/// Code of the line by which a supplement settles what earlier ones took on paper.
const SETTLED: &str = "settled";

/// A closing and the people it is about.
struct Part {
    number: u32,
    at: Timestamp,
    steps: BTreeMap<PersonId, Step>,
}

impl Office {
    /// What a closing of an organisation pays. What earlier supplements took on paper, and nobody
    /// collected, is settled first.
    pub(super) async fn part_paid(
        &self,
        unit: SkpdEntry,
        ground: &mut Ground,
        number: u32,
    ) -> Result<UnitPayments, OfficeError> {
        let (steps, at) = self.steps_of(ground.closings(), &unit.code, number).await?;
        let about: BTreeSet<PersonId> = steps.keys().copied().collect();
        let mut people = self.steps_paid(&unit.code, ground, Part { number, at, steps }).await?;
        let owed = self.uncollected(&about, &unit.code, ground, Some((number, at))).await?;
        for payment in &mut people {
            let owed = owed.get(&payment.person).copied().unwrap_or_default();
            payment.settle(owed.min(payment.payout.net));
        }
        let mut paid = UnitPayments { skpd: unit, people, elsewhere: vec![] };
        paid.sort();
        Ok(paid)
    }

    /// What supplements of a month took from a person on paper, and neither a claim nor a later
    /// supplement collects.
    pub(crate) async fn uncollected_of(
        &self,
        person: PersonId,
        skpd: &Skpd,
        month: Month,
    ) -> Result<Rupiah, OfficeError> {
        let asked = PayAsked { skpd: Some(skpd.clone()), month, paid: None, number: None };
        let mut ground = self.ground(&asked, &People::These(vec![person])).await?;
        let about = BTreeSet::from([person]);
        let owed = self.uncollected(&about, skpd, &mut ground, None).await?;
        Ok(owed.get(&person).copied().unwrap_or_default())
    }

    /// The same of people, as it stood before a closing.
    async fn uncollected(
        &self,
        about: &BTreeSet<PersonId>,
        skpd: &Skpd,
        ground: &mut Ground,
        before: Option<(u32, Timestamp)>,
    ) -> Result<BTreeMap<PersonId, Rupiah>, OfficeError> {
        let mut owed: BTreeMap<PersonId, i64> = BTreeMap::new();
        let numbers = ground.closings().supplements(skpd).into_iter();
        let earlier: Vec<u32> =
            numbers.filter(|one| before.is_none_or(|(number, _)| *one < number)).collect();
        if earlier.is_empty() {
            return Ok(BTreeMap::new());
        }
        let claims = self.asked_back(Whose::All, ground.month()).await?;
        let claimed = |person: PersonId, at: Timestamp| -> i64 {
            let own =
                claims.iter().filter(|asked| asked.person == person && asked.skpd == skpd.as_str());
            own.map(|asked| asked.taken_at(at)).sum()
        };
        for number in earlier {
            let (mut steps, at) = self.steps_of(ground.closings(), skpd, number).await?;
            steps.retain(|of, _| about.contains(of));
            for payment in self.steps_paid(skpd, ground, Part { number, at, steps }).await? {
                let owed = owed.entry(payment.person).or_default();
                let net = payment.payout.net.0;
                let settled = (*owed - claimed(payment.person, at)).clamp(0, net.max(0));
                *owed -= settled + net.min(0);
            }
        }
        let at = before.map_or(Timestamp::MAX, |(_, at)| at);
        let left = owed
            .into_iter()
            .map(|(person, owed)| (person, Rupiah((owed - claimed(person, at)).max(0))));
        Ok(left.collect())
    }

    /// What the people a closing is about are paid by it.
    async fn steps_paid(
        &self,
        skpd: &Skpd,
        ground: &mut Ground,
        part: Part,
    ) -> Result<Vec<Payment>, OfficeError> {
        let month = ground.month();
        let people: Vec<PersonId> = part.steps.keys().copied().collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let by_person = facts_by_person(&facts);
        let mut elsewhere = BTreeSet::new();
        for (&person, own) in &by_person {
            if self.payer(person, own, skpd, ground).await?.is_some() {
                elsewhere.insert(person);
            }
        }
        let standing = ground.standing_until(skpd, part.number);
        let paying = Paying { standing, ..self.paying(skpd, ground) };
        let mut paid = Vec::with_capacity(part.steps.len());
        for (person, step) in part.steps {
            if elsewhere.contains(&person) {
                continue;
            }
            let own = by_person.get(&person).copied().unwrap_or_default();
            let Some(state) = state_as_known(own, month, Some(part.at)) else { continue };
            let rows = ground.details_of(person);
            let repayment = ground.due(person, skpd, paying.paid_on);
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
            let claimed = step.claimed();
            let (before, after) = (payment(step.before)?, payment(step.after)?);
            let before = before.map(|before| before.less(claimed));
            paid.extend(difference(before, after).filter(Payment::says_something));
        }
        Ok(paid)
    }
}

impl Payment {
    /// Keeps so much of it for what earlier supplements took on paper.
    fn settle(&mut self, owed: Rupiah) {
        if owed.0 <= 0 {
            return;
        }
        let Payout { month, paid_on, ref mut lines, .. } = self.payout;
        let mut lines = std::mem::take(lines);
        lines.push(PayoutLine {
            section: Section::Deduction,
            code: SETTLED.to_owned(),
            title: None,
            base: owed,
            rate: None,
            already: Rupiah(0),
            amount: Rupiah(0) - owed,
            provision: None,
            account: None,
        });
        self.payout = of_lines(month, paid_on, lines);
    }

    /// As if so much less of the Tpp had been paid, because a claim asks it back. The tax that was
    /// withheld stays: a claim asks for the Tpp before tax.
    fn less(mut self, claimed: Rupiah) -> Self {
        if claimed == Rupiah(0) {
            return self;
        }
        self.statement.tpp_net -= claimed.0;
        self.statement.deduction_total -= claimed.0;
        let (gross, net) = (Rupiah(self.statement.tpp_gross), Rupiah(self.statement.tpp_net));
        let left = by_criterion(&self.statement, Cut { gross, net, provision: None });
        let Payout { month, paid_on, mut lines, .. } = self.payout;
        for line in lines.iter_mut().filter(|line| line.section == Section::Component) {
            let of_it = left.iter().find(|earned| earned.name == line.code);
            line.amount = of_it.map_or(line.amount, |earned| earned.amount);
        }
        self.payout = of_lines(month, paid_on, lines);
        self
    }
}

/// What is paid beyond what was paid before; less than nothing where it is claimed back.
pub(super) fn difference(before: Option<Payment>, after: Option<Payment>) -> Option<Payment> {
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
