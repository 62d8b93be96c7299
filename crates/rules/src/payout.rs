//! From a person's Tpp of a month to what is paid out.
//!
//! First what is earned (the Tpp after cuts, acting posts, THR), then what the law takes (premium
//! of BPJS Kesehatan, PPh 21), then an overpayment paid back, then what the person agreed to. The
//! law is that of the day of payment. Every step is a line, and the lines add up to the rupiah.
//!
//! What is not known is a [`Finding`], never a guess: a payout with one that
//! [blocks](Finding::blocks) is no basis for paying.
//!
//! Effective rates (TER) jump: a row taxes the whole income, so a rupiah more than the end of a row
//! can lower the net by more than a rupiah. Within a row more income never gives less, but for the
//! rounding of premium and tax to whole rupiah.

mod acting;
mod agreed;
pub mod december;
mod extra;
mod finding;
pub mod instalment;
mod line;
mod premium;
pub mod supplement;
mod tax;
mod tpp;

use civil::{Employment, Month, Rate, Rupiah};
use jiff::civil::Date;

use crate::law::{Dated, Law, NotInForce, ProvisionId};

pub use acting::{ActingKind, ActingSpan, Level};
pub use agreed::{Agreement, Much};
pub use extra::{ExtraClaim, ExtraMonth};
pub use finding::Finding;
pub use line::{PayoutLine, Section};
pub use tpp::{Cut, Earned, earned, left_of};

/// What is paid beside the Tpp in the month of payment, and what was taken from that already. All
/// in rupiah.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salary {
    /// Base pay.
    pub pay: Rupiah,
    /// Family allowance.
    pub family: Rupiah,
    /// Allowance of the post, or the general one.
    pub position: Rupiah,
    /// The person's premium of BPJS Kesehatan taken from it.
    pub premium: Rupiah,
    /// The employer's premium paid for it.
    pub employer_premium: Rupiah,
    /// PPh 21 withheld from it.
    pub tax: Rupiah,
}

/// What another list pays of the Tpp in the same month, and what that list takes of it. All in
/// rupiah, none negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Tpp after cuts, with what acting posts add.
    pub tpp: Rupiah,
    /// The employer's premium paid for it.
    pub employer_premium: Rupiah,
    /// PPh 21 withheld from it.
    pub tax: Rupiah,
}

/// Everything the law needs to know to pay a person's Tpp out.
#[derive(Clone, Copy, Debug)]
pub struct PayoutFacts<'a> {
    /// The month the Tpp is for.
    pub month: Month,
    /// The day of payment; its law holds.
    pub paid_on: Date,
    /// What of the law was known.
    pub as_of: Date,
    /// How employed.
    pub employment: Employment,
    /// Golongan as written, `III/c`, or `IX` of a Pppk.
    pub golongan: Option<&'a str>,
    /// Family status for the tax, `TK/0` to `K/3`.
    pub family: Option<&'a str>,
    /// The Tpp after cuts, by component; see [`earned`].
    pub tpp: &'a [Earned],
    /// What is paid beside it; `None` where it is not known.
    pub salary: Option<Salary>,
    /// What another list pays in the same month, such as the ordinary one beside that of THR.
    pub beside: Beside,
    /// Posts acted in.
    pub acting: &'a [ActingSpan],
    /// THR, 13th and the like that are paid with it.
    pub extras: &'a [ExtraClaim<'a>],
    /// What the person agreed to, in the order in which it is taken.
    pub agreements: &'a [Agreement<'a>],
    /// Instalment of an overpayment that is due; zero if none.
    pub repayment: Rupiah,
    /// The tax of the last period of the year, worked out over the year; where the law wants it.
    pub year_end_tax: Option<Rupiah>,
}

/// What is paid out to a person for a month, with every line that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The month the Tpp is for.
    pub month: Month,
    /// The day of payment.
    pub paid_on: Date,
    /// Lines: components, additions, what the employer pays beside, deductions.
    pub lines: Vec<PayoutLine>,
    /// Components and additions.
    pub gross: Rupiah,
    /// Sum of the deductions; never positive.
    pub deduction: Rupiah,
    /// What the employer pays beside, which is no part of the net.
    pub employer: Rupiah,
    /// What reaches the person; never negative.
    pub net: Rupiah,
    /// What is missing or needs a look.
    pub findings: Vec<Finding>,
    /// Every provision it rests on, each once.
    pub provisions: Vec<ProvisionId>,
}

impl Payout {
    /// The lines of a section, in order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &PayoutLine> {
        self.lines.iter().filter(move |line| line.section == section)
    }

    /// Whether nothing is missing that the amounts rest on.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.findings.iter().any(Finding::blocks)
    }
}

/// Pays a person's Tpp out by the law of the day of payment.
///
/// # Errors
///
/// [`NotInForce`] if something is to be paid or withheld for which the law has no value.
pub fn payout(facts: &PayoutFacts<'_>, law: &Law) -> Result<Payout, NotInForce> {
    let mut draft = Draft { facts, law, lines: Vec::new(), findings: Vec::new(), rests_on: vec![] };
    draft.earn();
    acting::add(&mut draft)?;
    extra::add(&mut draft)?;
    if draft.sum(Section::is_gross) > Rupiah(0) {
        let premium = premium::add(&mut draft)?;
        tax::add(&mut draft, premium)?;
        draft.pay_back();
        agreed::add(&mut draft)?;
    }
    Ok(draft.payout())
}

/// A payout in the making.
struct Draft<'a> {
    facts: &'a PayoutFacts<'a>,
    law: &'a Law,
    lines: Vec<PayoutLine>,
    findings: Vec<Finding>,
    rests_on: Vec<ProvisionId>,
}

impl<'a> Draft<'a> {
    /// The value that holds on the day of payment.
    fn value<T: Dated>(&mut self, values: &'a [T], topic: &str) -> Result<&'a T, NotInForce> {
        let title = format!("payout.{topic}");
        let value = self.law.value_on(values, &title, self.facts.paid_on, self.facts.as_of)?;
        self.rests_on.push(value.head().provision);
        Ok(value)
    }

    /// Adds a line, with its account code and, where its kind is data, its title.
    fn push(&mut self, mut line: PayoutLine) {
        let payout = &self.law.payout;
        let dates = (self.facts.paid_on, self.facts.as_of);
        if line.account.is_none() {
            let account = payout.account_on(&line.code, self.facts.employment, dates);
            line.account = account.map(str::to_owned);
        }
        line.title = line.title.or_else(|| payout.title(&line.code).map(str::to_owned));
        self.lines.push(line);
    }

    /// Takes a deduction, at most what is left, and says how much of it was not taken.
    fn take(&mut self, mut line: PayoutLine) -> Rupiah {
        let wanted = line.amount;
        line.amount = -wanted.min(self.left());
        let missing = wanted + line.amount;
        if line.amount != Rupiah(0) {
            self.push(line);
        }
        missing
    }

    fn sum(&self, counts: impl Fn(Section) -> bool) -> Rupiah {
        self.lines.iter().filter(|line| counts(line.section)).map(|line| line.amount).sum()
    }

    /// What is left to take from.
    fn left(&self) -> Rupiah {
        self.sum(|section| section.is_gross() || section == Section::Deduction)
    }

    fn earn(&mut self) {
        for earned in self.facts.tpp.iter().filter(|earned| earned.amount != Rupiah(0)) {
            self.push(PayoutLine {
                title: earned.title.clone(),
                provision: earned.provision,
                ..PayoutLine::of(Section::Component, &earned.name, earned.amount)
            });
        }
    }

    fn pay_back(&mut self) {
        if self.facts.repayment > Rupiah(0) {
            let due = self.facts.repayment;
            let missing = self.take(PayoutLine::of(Section::Deduction, "repayment", due));
            if missing > Rupiah(0) {
                self.findings.push(Finding::RepaymentShort { missing });
            }
        }
    }

    fn payout(mut self) -> Payout {
        let gross = self.sum(Section::is_gross);
        let deduction = self.sum(|section| section == Section::Deduction);
        let employer = self.sum(|section| section == Section::Employer);
        self.rests_on.extend(self.lines.iter().filter_map(|line| line.provision));
        self.rests_on.sort_unstable();
        self.rests_on.dedup();
        Payout {
            month: self.facts.month,
            paid_on: self.facts.paid_on,
            lines: self.lines,
            gross,
            deduction,
            employer,
            net: gross + deduction,
            findings: self.findings,
            provisions: self.rests_on,
        }
    }
}

/// Part of a month that a span of days covers.
fn covered(month: Month, from: Date, until: Date) -> Rate {
    let days = month.days().filter(|day| (from..=until).contains(day)).count();
    let all = month.days().count();
    let count = |days: usize| u32::try_from(days).expect("a month has at most 31 days");
    Rate::new(count(days), count(all))
}
