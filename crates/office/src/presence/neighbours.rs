//! The days beside a day or a month on which another schedule holds for a person. Where two
//! schedules meet they may claim the same hours, and whose a scan is hangs on both.

use civil::ScheduleKey;
use jiff::civil::Date;
use rules::{law::Law, month::Beside, plan::Plan, roster::Roster};
use storage::people::PersonFact;

use super::state_on;

/// What is asked of a person beside a span; nothing where the schedule is that of the span's edge,
/// whose plan knows its own neighbours, and where the person is not in service.
#[derive(Debug, Default)]
pub(crate) struct Neighbours {
    eve: Option<(ScheduleKey, Plan)>,
    morrow: Option<(ScheduleKey, Plan)>,
}

impl Neighbours {
    /// The neighbours of a span that begins and ends with these schedules, for a person with this
    /// roster. Where the law has no hours for one, it claims nothing.
    pub(crate) fn of(
        law: &Law,
        (facts, roster): (&[PersonFact], &Roster),
        (first, on_first): (Date, &ScheduleKey),
        (last, on_last): (Date, &ScheduleKey),
        as_of: Date,
    ) -> Self {
        let plan = |date: Date, beside: &ScheduleKey| {
            let state = state_on(facts, date)?;
            let differs = state.in_service && state.schedule != *beside;
            let plan = differs
                .then(|| Plan::rostered(law, (&state.schedule, roster), (date, date), as_of))?;
            Some((state.schedule.clone(), plan.ok()?))
        };
        Self {
            eve: first.yesterday().ok().and_then(|date| plan(date, on_first)),
            morrow: last.tomorrow().ok().and_then(|date| plan(date, on_last)),
        }
    }

    /// Their days.
    pub(crate) fn beside(&self) -> Beside<'_> {
        Beside {
            eve: self.eve.as_ref().and_then(|(_, plan)| plan.days.first()),
            morrow: self.morrow.as_ref().and_then(|(_, plan)| plan.days.first()),
        }
    }

    /// Their schedules, each with the word for its day.
    pub(crate) fn schedules(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let of = [("eve", &self.eve), ("morrow", &self.morrow)];
        of.into_iter().filter_map(|(day, held)| Some((day, held.as_ref()?.0.as_str())))
    }
}
