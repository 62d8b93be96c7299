//! What a Plt. or Plh. gets for the post acted in.

use civil::{Exact, Rate, Rupiah};
use jiff::civil::Date;

use super::{Draft, Finding, PayoutLine, Section, covered};
use crate::law::{
    Dated, NotInForce,
    pay::ProrationBy,
    payout::{Acting, SameOf},
};

/// How somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActingKind {
    /// Pelaksana tugas: the post is vacant.
    Plt,
    /// Pelaksana harian: its holder is away.
    Plh,
}

impl ActingKind {
    /// The code of its line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plt => "plt",
            Self::Plh => "plh",
        }
    }
}

/// How the post acted in stands to the own one. A post below adds nothing by any source, and is not
/// handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// At the same level.
    Same,
    /// Above.
    Above,
}

/// A span of acting in a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActingSpan {
    /// How.
    pub kind: ActingKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Working days of the whole span, also of those in other months.
    pub working_days: u32,
    /// How the post stands to the own one.
    pub level: Level,
    /// Tpp of the own post for a whole month.
    pub own: Rupiah,
    /// Tpp of the post acted in for a whole month; `None` where it is not known.
    pub post: Option<Rupiah>,
}

/// Adds a line for each span that reaches into the month.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), NotInForce> {
    let month = draft.facts.month;
    for span in draft.facts.acting {
        if span.until < month.first() || span.from > month.last() {
            continue;
        }
        let rule = draft.value(&draft.law.payout.acting, "acting")?;
        if span.working_days < rule.min_working_days {
            let working_days = span.working_days;
            draft.findings.push(Finding::ActingTooShort { working_days });
            continue;
        }
        let portion = match rule.by {
            ProrationBy::CalendarDays => covered(month, span.from, span.until),
            ProrationBy::FirstDay if span.from <= month.first() => Rate::ONE,
            ProrationBy::FirstDay => continue,
        };
        let Some((base, rate)) = of_month(span, rule) else {
            draft.findings.push(Finding::ActingPostMissing);
            continue;
        };
        let exact = Exact::portion(base, rate).share(portion);
        let amount = exact.round(rule.how.into(), rule.to);
        if amount > Rupiah(0) {
            draft.push(PayoutLine {
                base,
                rate: Some(rate.of(portion)),
                provision: Some(rule.head().provision),
                ..PayoutLine::of(Section::Addition, span.kind.code(), amount)
            });
        }
    }
    Ok(())
}

/// What is added for a whole month: a share of one, or all of the other. In a post above that is
/// what its Tpp has more than the own.
fn of_month(span: &ActingSpan, rule: &Acting) -> Option<(Rupiah, Rate)> {
    match span.level {
        Level::Above => Some(((span.post? - span.own).max(Rupiah(0)), Rate::ONE)),
        Level::Same => {
            let base = match rule.same_of {
                SameOf::Own => span.own,
                SameOf::Post => span.post?,
                SameOf::Lower => span.own.min(span.post?),
                SameOf::Higher => span.own.max(span.post?),
            };
            Some((base, rule.same_share))
        }
    }
}
