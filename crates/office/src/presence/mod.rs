//! From punches to days: what arrives, what is kept, what it means.

mod correct;
mod deliver;
mod evaluate;
mod event;
mod explain;
mod gather;
mod held_excuses;
mod import_punches;
mod list_punches;
mod map_pin;
mod neighbours;
mod outage;
mod reach;
mod record_excuses;
mod record_occurrences;
mod record_push;
mod repair_quarantine;
mod roster;
mod today;

pub use correct::{CorrectedDay, CorrectionRequest, DAYS_MAX as CORRECTED_DAYS_MAX};
pub(crate) use evaluate::Applied;
pub use evaluate::{Evaluated, Silent};
pub use event::{
    Attendance, EventFault, EventKind, EventRecorded, EventTurnout, HeldEvent, KnownEvent,
    MissedPerson,
};
pub use explain::{Article, ExplainedDay, ExplainedScan, ExplainedShift};
pub use gather::PersonMonth;
pub(crate) use gather::{Seen, facts_by_person, state_in, state_on};
pub use import_punches::{DateOrder, FileForm, ImportedPunches, Mapping};
pub use list_punches::{ListedPunch, PunchQuery};
pub use map_pin::NewPin;
pub(crate) use neighbours::Neighbours;
pub use outage::{
    BadOutageRow, DAYS_MAX as OUTAGE_DAYS_MAX, KnownOutage, OutageFault, OutageListed,
    OutageRequest,
};
pub use record_push::PushRecorded;
pub use repair_quarantine::{QuarantineDecision, QuarantinedLine};
pub(crate) use roster::swap_effects;
pub use roster::{
    BadTurn, ImportedRoster, NewTurn, PutRoster, RosterDate, RosterHoliday, RosterMonth,
    RosterNotice, RosterPerson, RosterShift, RosterSquare, SWAP_DAYS_MAX, SwapChecked, SwapChoices,
    SwapColleague, SwapDay, SwapRequest,
};
pub use terminal::Pin;
pub use today::{MissingPerson, RegencyToday, Today, Turnout, UnitToday};
