//! A message: what became so, when, and where to look.

use civil::{Month, Nip, Skpd, TerminalSerial};
use jiff::{Timestamp, civil::Date};
use rules::day::Verdict;
use serde::{Deserialize, Serialize};
use storage::matters::MatterKind;
use words::{Arg, Phrase};

use crate::discipline::Near;

/// What messages are about, so that a reader can choose among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What waits on the reader's desks.
    Desk,
    /// What became of the reader's own requests.
    Requests,
    /// The reader's own days.
    Days,
    /// Months of the reader's organisation.
    Months,
    /// Terminals of the reader's organisation.
    Terminals,
    /// Steps of discipline that are near.
    Discipline,
}

impl Topic {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Desk, Self::Requests, Self::Days, Self::Months, Self::Terminals, Self::Discipline];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Requests => "requests",
            Self::Days => "days",
            Self::Months => "months",
            Self::Terminals => "terminals",
            Self::Discipline => "discipline",
        }
    }
}

/// Something that became so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A matter came to a desk of the reader's.
    Came(OnDesk),
    /// It has waited, and must be decided tomorrow.
    DueTomorrow(OnDesk),
    /// It has waited, and its day is past.
    Overdue(OnDesk),
    /// Something was done about the reader's own matter.
    Step {
        /// Its number.
        matter: i64,
        /// What it is about.
        kind: MatterKind,
        /// First day it is about.
        from: Date,
        /// Last day it is about.
        until: Date,
        /// What was done, as a code of matters: `granted`, `forwarded`, `refused`.
        verb: String,
    },
    /// A day of the reader's looks wrong.
    WrongDay {
        /// The day.
        date: Date,
        /// How.
        verdict: Verdict,
    },
    /// A month is over and can be closed.
    MonthOver {
        /// Of which organisation.
        skpd: Skpd,
        /// The month.
        month: Month,
    },
    /// A month was closed.
    MonthClosed {
        /// Of which organisation.
        skpd: Skpd,
        /// The month.
        month: Month,
    },
    /// A month that was closed before came out otherwise.
    MonthAgain {
        /// Of which organisation.
        skpd: Skpd,
        /// The month.
        month: Month,
    },
    /// A month that was closed was opened again.
    MonthReopened {
        /// Of which organisation.
        skpd: Skpd,
        /// The month.
        month: Month,
    },
    /// A terminal is silent in the hours of offices.
    TerminalSilent {
        /// Which.
        serial: TerminalSerial,
        /// What people call it.
        name: String,
        /// Since when, on the regency's wall.
        since: jiff::civil::DateTime,
    },
    /// A step of discipline is near: the reader's own, or of somebody the reader heads.
    NearRung {
        /// The number of whom it is about.
        nip: Nip,
        /// Whom the reader heads; `None` if it is the reader.
        who: Option<Subordinate>,
        /// The calendar year.
        year: i16,
        /// What is near.
        near: Near,
    },
}

/// Somebody the reader heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subordinate {
    /// Name.
    pub name: String,
    /// The unit inside the organisation, or the organisation.
    pub unit: String,
    /// Whether the reader may read of the person's year.
    pub seen: Seen,
}

/// Whether a reader may read of somebody's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It may be read.
    Open,
    /// It may not; the personnel office tells.
    Closed,
}

/// A matter that waits on a desk of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDesk {
    /// Its number.
    pub matter: i64,
    /// What it is about.
    pub kind: MatterKind,
    /// To which organisation it belongs.
    pub skpd: Skpd,
    /// First day it is about.
    pub from: Date,
    /// Last day it is about.
    pub until: Date,
    /// By which day somebody must act, if one is set.
    pub due: Option<Date>,
}

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A request.
    Matter(i64),
    /// Money paid too much that comes back.
    Claim(i64),
    /// A case of discipline.
    Case(i64),
    /// The closing of a month of an organisation.
    Closing(Skpd, Month),
    /// The reader's own month, at a day.
    MyDay(Date),
    /// A terminal.
    Terminal(TerminalSerial),
    /// Discipline in a year of a person.
    DisciplineYear(Nip, i16),
    /// Nothing but the list of messages.
    Messages,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// When it became so.
    pub at: Timestamp,
    /// What.
    pub told: Told,
}

impl Message {
    /// What it is about.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match &self.told {
            Told::Came(_) | Told::DueTomorrow(_) | Told::Overdue(_) => Topic::Desk,
            Told::Step { .. } => Topic::Requests,
            Told::WrongDay { .. } => Topic::Days,
            Told::MonthOver { .. }
            | Told::MonthClosed { .. }
            | Told::MonthAgain { .. }
            | Told::MonthReopened { .. } => Topic::Months,
            Told::TerminalSilent { .. } => Topic::Terminals,
            Told::NearRung { .. } => Topic::Discipline,
        }
    }

    /// The word for what became so.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.told {
            Told::Came(OnDesk { kind: MatterKind::Closing, .. }) => "came-closing",
            Told::Came(OnDesk { due: None, .. }) => "came",
            Told::Came(OnDesk { due: Some(_), .. }) => "came-due",
            Told::DueTomorrow(_) => "due-tomorrow",
            Told::Overdue(_) => "overdue",
            Told::Step { verb, .. } => match verb.as_str() {
                "granted" => "granted",
                "forwarded" => "forwarded",
                "refused" => "refused",
                _ => "step",
            },
            Told::WrongDay { .. } => "wrong-day",
            Told::MonthOver { .. } => "month-over",
            Told::MonthClosed { .. } => "month-closed",
            Told::MonthAgain { .. } => "month-again",
            Told::MonthReopened { .. } => "month-reopened",
            Told::TerminalSilent { .. } => "terminal-silent",
            Told::NearRung { who: None, near: Near::Rung { .. }, .. } => "near-rung",
            Told::NearRung { who: None, near: Near::InARow { .. }, .. } => "near-row",
            Told::NearRung { who: Some(_), near: Near::Rung { .. }, .. } => "near-rung-other",
            Told::NearRung { who: Some(_), near: Near::InARow { .. }, .. } => "near-row-other",
        }
    }

    /// Where to look.
    #[must_use]
    pub fn destination(&self) -> Destination {
        match &self.told {
            Told::Came(on) | Told::DueTomorrow(on) | Told::Overdue(on) => {
                destination_of(on.kind, on.matter, &on.skpd, on.from)
            }
            Told::Step { matter, kind: MatterKind::Claim, .. } => Destination::Claim(*matter),
            Told::Step { matter, kind: MatterKind::Case, .. } => Destination::Case(*matter),
            Told::Step { matter, .. } => Destination::Matter(*matter),
            Told::WrongDay { date, .. } => Destination::MyDay(*date),
            Told::MonthOver { skpd, month }
            | Told::MonthClosed { skpd, month }
            | Told::MonthAgain { skpd, month }
            | Told::MonthReopened { skpd, month } => Destination::Closing(skpd.clone(), *month),
            Told::TerminalSilent { serial, .. } => Destination::Terminal(serial.clone()),
            Told::NearRung { who: Some(Subordinate { seen: Seen::Closed, .. }), .. } => {
                Destination::Messages
            }
            Told::NearRung { nip, year, .. } => Destination::DisciplineYear(*nip, *year),
        }
    }

    /// The sentence. No name, NIP or rupiah is in it: letters are read over shoulders.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let said = Phrase::new(format!("message-{}", self.code()));
        match &self.told {
            Told::Came(on) | Told::DueTomorrow(on) | Told::Overdue(on) => {
                let said = said
                    .with("kind", kind_phrase(on.kind))
                    .with("date", Arg::Days(on.from, on.until));
                match on.due {
                    Some(due) => said.with("due", due),
                    None => said,
                }
            }
            Told::Step { kind, from, until, .. } => {
                said.with("kind", kind_phrase(*kind)).with("date", Arg::Days(*from, *until))
            }
            Told::WrongDay { date, verdict } => said
                .with("date", *date)
                .with("verdict", Phrase::new(format!("message-day-{}", verdict.code()))),
            Told::MonthOver { skpd, month }
            | Told::MonthClosed { skpd, month }
            | Told::MonthAgain { skpd, month }
            | Told::MonthReopened { skpd, month } => {
                said.with("skpd", skpd.as_str()).with("month", Arg::Month(month.first()))
            }
            Told::TerminalSilent { name, since, .. } => {
                said.with("name", name).with("since", *since)
            }
            Told::NearRung { who, near, .. } => {
                let said = match who {
                    Some(Subordinate { unit, .. }) => said.with("unit", unit),
                    None => said,
                };
                match near {
                    Near::Rung { days, sanction } => {
                        said.with("days", *days).with("sanction", sanction)
                    }
                    Near::InARow { days } => said.with("days", *days),
                }
            }
        }
    }

    /// Whose matter it is where the reader heads somebody: for the list behind the sign-in, never
    /// for a letter.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        match &self.told {
            Told::NearRung { who: Some(who), .. } => Some(&who.name),
            Told::NearRung { who: None, .. }
            | Told::Came(_)
            | Told::DueTomorrow(_)
            | Told::Overdue(_)
            | Told::Step { .. }
            | Told::WrongDay { .. }
            | Told::MonthOver { .. }
            | Told::MonthClosed { .. }
            | Told::MonthAgain { .. }
            | Told::MonthReopened { .. }
            | Told::TerminalSilent { .. } => None,
        }
    }
}

/// Where a matter of a kind is looked at: what is about a whole organisation and no request, at its
/// month.
fn destination_of(kind: MatterKind, matter: i64, skpd: &Skpd, from: Date) -> Destination {
    match kind {
        MatterKind::Closing => Destination::Closing(skpd.clone(), Month::of(from)),
        MatterKind::Leave
        | MatterKind::Correction
        | MatterKind::Outage
        | MatterKind::Event
        | MatterKind::Swap => Destination::Matter(matter),
        MatterKind::Case => Destination::Case(matter),
        MatterKind::Claim => Destination::Claim(matter),
    }
}

fn kind_phrase(kind: MatterKind) -> Phrase {
    Phrase::new(format!("message-kind-{}", kind.code()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_said_of_a_claim_leads_to_the_claim() {
        let skpd: Skpd = "DISTAN".parse().expect("a code");
        let (matter, kind, from, due) = (7, MatterKind::Claim, date(2026, 10, 1), None);
        let until = date(2026, 11, 2);
        let on = OnDesk { matter, kind, skpd, from, until, due };
        let step = Told::Step { matter, kind, from, until, verb: "received".to_owned() };
        for told in [Told::Came(on.clone()), Told::DueTomorrow(on.clone()), Told::Overdue(on), step]
        {
            let message = Message { at: Timestamp::UNIX_EPOCH, told };
            assert_eq!(message.destination(), Destination::Claim(7), "{message:?}");
        }
    }

    #[test]
    fn a_leave_of_several_days_is_named_by_all_of_them() {
        let (from, until) = (date(2026, 10, 5), date(2026, 10, 9));
        let (kind, verb) = (MatterKind::Leave, "granted".to_owned());
        let told = Told::Step { matter: 7, kind, from, until, verb };
        let message = Message { at: Timestamp::UNIX_EPOCH, told };
        let said = words::Words::say(words::Lang::Id, &message.phrase());
        assert!(said.contains("5–9 Oktober 2026"), "{said}");
    }
}
