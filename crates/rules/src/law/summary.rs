//! Law values in short, with numbers and names as the files have them: the text sign-offs cover.
//!
//! A change here would end every sign-off. What people read is [`super::Law::in_words`].

mod hours;
mod in_words;
mod pay;
mod presence;
mod rule;
#[cfg(test)]
mod tests;
mod text;

use std::fmt::Write as _;

use super::{
    discipline::LadderValue,
    hours::{ScheduleValue, ShiftTimes, WeekRule},
    pay::{
        Base, CapValue, ClassAmounts, Factor, How, Of, Proration, ProrationBy, RoundingValue,
        RuleValue,
    },
    presence::{Counted, Minutes, Scans, Wfa, Which},
    read::Summary,
};

impl Summary for WeekRule {
    fn summary(&self) -> String {
        let mut text = format!("{}.{:02} / 7", self.minutes / 60, self.minutes % 60);
        if let Some(starts) = self.starts {
            let _ = write!(text, ", {starts}");
        }
        if let (Some(rest), Some(friday)) = (self.rest_minutes, self.friday_rest_minutes) {
            let _ = write!(text, ", {rest}/{friday}");
        }
        text
    }

    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

fn shift(times: &ShiftTimes) -> String {
    match times.rest {
        Some(rest) => {
            format!("{}–{} ({}–{})", times.starts, times.ends, rest.from, rest.until)
        }
        None => format!("{}–{}", times.starts, times.ends),
    }
}

impl Summary for ScheduleValue {
    fn summary(&self) -> String {
        let week = self.week.iter().map(|(key, shifts)| {
            format!("{key} {}", shifts.iter().map(shift).collect::<Vec<_>>().join(" + "))
        });
        let cycle = self.cycle.iter().map(|cycle| {
            let shifts: Vec<_> = self
                .shifts
                .iter()
                .map(|(letter, times)| format!("{letter} {}", shift(times)))
                .collect();
            format!("{cycle}: {}", shifts.join(", "))
        });
        week.chain(cycle).collect::<Vec<_>>().join("; ")
    }

    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

impl Summary for Scans {
    fn summary(&self) -> String {
        let which = match self.which {
            Which::FirstLast => "first-last",
            Which::FirstInLeavingWindow => "first-in-leaving-window",
            Which::Four => "four",
        };
        format!("{which}, −{}/+{}", self.opens_minutes, self.closes_minutes)
    }

    fn aspect(&self) -> Option<String> {
        (!self.schedules.is_empty()).then(|| self.schedules.join("+"))
    }
}

impl Summary for Minutes {
    fn summary(&self) -> String {
        let counted = match self.counted {
            Counted::Whole => "whole",
            Counted::Begun => "begun",
        };
        format!("{counted}, grace {}/{}", self.late_grace_minutes, self.early_grace_minutes)
    }
}

impl Summary for Wfa {
    fn summary(&self) -> String {
        self.share_max.clone().unwrap_or_default()
    }
}

impl Summary for ClassAmounts {
    fn summary(&self) -> String {
        let ends = self.amounts.iter().map(|(class, amount)| format!("{class}: {amount}"));
        ends.collect::<Vec<_>>().join(", ")
    }
}

impl Summary for Base {
    fn summary(&self) -> String {
        let of = match self.of {
            Of::Tpp => "tpp",
            Of::Class => "class",
        };
        format!("{} × {of}", self.share)
    }
}

impl Summary for Factor {
    fn summary(&self) -> String {
        self.factor.to_string()
    }
}

impl Summary for Proration {
    fn summary(&self) -> String {
        match self.by {
            ProrationBy::CalendarDays => "calendar-days",
            ProrationBy::FirstDay => "first-day",
        }
        .to_owned()
    }
}

impl Summary for RuleValue {
    fn summary(&self) -> String {
        self.bands.iter().map(|band| band.code.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

impl Summary for CapValue {
    fn summary(&self) -> String {
        format!("≤ {} × {}", self.max, self.base)
    }
}

impl Summary for RoundingValue {
    fn summary(&self) -> String {
        let how = match self.how {
            How::Down => "down",
            How::Up => "up",
            How::HalfUp => "half-up",
            How::HalfEven => "half-even",
        };
        format!("{how}, {}", self.to)
    }
}

impl Summary for LadderValue {
    fn summary(&self) -> String {
        self.rungs
            .iter()
            .map(|rung| {
                let to = rung.to.map_or("…".to_owned(), |to| to.to_string());
                format!("{}–{to}: {}", rung.from, rung.sanction)
            })
            .collect::<Vec<_>>()
            .join("; ")
    }
}
