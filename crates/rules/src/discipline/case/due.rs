//! The step that is due next and by when.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Procedure,
    event::StepKind,
    state::{CaseState, Stage},
};
use crate::{
    discipline::working_days_after,
    law::{
        Dated as _, ProvisionId,
        discipline::{Limit, TimeLimits},
        holding,
    },
};

/// The step that is due next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'l> {
    /// Which.
    pub step: StepKind,
    /// The day of it, or the last day for it; `None` where the law gives none.
    pub by: Option<Date>,
    /// Article of the limit, where one was read.
    pub article: Option<&'l str>,
    /// The provision of the limit.
    pub provision: Option<ProvisionId>,
}

impl Due<'_> {
    /// Whether it should have been taken before `today`.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.by.is_some_and(|by| by < today)
    }
}

/// A limit with its provision.
#[derive(Clone, Copy)]
pub(super) struct Known<'l> {
    pub(super) limit: &'l Limit,
    provision: ProvisionId,
}

impl<'l> Known<'l> {
    /// The limit that `choose` picks from those in force on `date`.
    pub(super) fn on(
        date: Date,
        procedure: &Procedure<'l>,
        choose: impl Fn(&'l TimeLimits) -> Option<&'l Limit>,
    ) -> Option<Self> {
        let limits = holding(&procedure.law.discipline.limits, date, date)?;
        Some(Self { limit: choose(limits)?, provision: limits.head().provision })
    }

    /// The last day of it, counted from `date`.
    pub(super) fn after(self, date: Date, procedure: &Procedure<'_>) -> Option<Date> {
        working_days_after(date, self.limit.days, procedure.is_working)
    }
}

pub(super) fn due<'l>(state: &CaseState, procedure: &Procedure<'l>) -> Option<Due<'l>> {
    let last = state.last?;
    let plain = |step, by| Due { step, by, article: None, provision: None };
    let counted = |step, choose: fn(&'l TimeLimits) -> Option<&'l Limit>, from: Date| {
        let known = Known::on(from, procedure, choose);
        Due {
            step,
            by: known.and_then(|known| known.after(from, procedure)),
            article: known.map(|known| known.limit.article.as_str()),
            provision: known.map(|known| known.provision),
        }
    };
    match state.stage {
        Stage::Raised => Some(plain(StepKind::SummonFirst, None)),
        Stage::Summoned | Stage::SummonedAgain => {
            Some(plain(StepKind::Examine, state.summons.map(|summons| summons.examination)))
        }
        Stage::FirstMissed => {
            let from = state.summons?.examination;
            Some(counted(StepKind::SummonSecond, |l| l.second_summons.as_ref(), from))
        }
        Stage::SecondMissed | Stage::Examined => Some(plain(StepKind::Find, None)),
        Stage::Found => Some(plain(StepKind::Decide, None)),
        Stage::Decided => {
            let from = state.decision.as_ref()?.on;
            Some(counted(StepKind::HandOver, |l| l.handover.as_ref(), from))
        }
        Stage::NotThere => Some(counted(StepKind::Send, |l| l.sending.as_ref(), last)),
        Stage::Sent => Some(plain(StepKind::Receive, None)),
        Stage::Received => {
            Some(counted(StepKind::TakeEffect, |l| l.effect.as_ref(), state.received?))
        }
        Stage::InEffect => Some(plain(StepKind::End, end(state))),
        Stage::New
        | Stage::NothingProven
        | Stage::Ended
        | Stage::Cancelled
        | Stage::Rehabilitated => None,
    }
}

/// The first day after a sanction that runs some months.
pub(super) fn end(state: &CaseState) -> Option<Date> {
    let months = state.decision.as_ref()?.months?;
    state.effect?.checked_add(i64::from(months).months()).ok()
}
