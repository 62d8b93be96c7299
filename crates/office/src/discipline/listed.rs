//! Cases as lists show them.

use jiff::civil::Date;
use rules::discipline::case::{Stage, StepKind};
use serde::Serialize;
use storage::{matters::Matter, people::PersonState};

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedCase {
    /// Its number.
    pub id: i64,
    /// First day absent that it is about.
    pub from: Date,
    /// Last day absent that it is about.
    pub until: Date,
    /// Where it stands.
    pub stage: Stage,
    /// The step that is due next; none once it is over.
    pub next: Option<StepKind>,
    /// By which day, as far as the law says.
    pub due: Option<Date>,
    /// Whether that day is past.
    pub late: bool,
}

/// A case with the person it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedCase {
    /// Number of the person.
    pub nip: String,
    /// Name of the person.
    pub name: String,
    /// Organisation to which it belongs.
    pub skpd: String,
    /// The case.
    #[serde(flatten)]
    pub case: ListedCase,
}

impl ListedCase {
    /// A case as its matter says; a stage that nobody knows any more is that of a new one.
    pub(super) fn of(matter: &Matter, today: Date) -> Self {
        let standing = &matter.opened.standing;
        let stage = stage(matter);
        let waits = standing.desk.is_some();
        Self {
            id: matter.id,
            from: matter.opened.from,
            until: matter.opened.until,
            stage,
            next: stage.next().first().copied().filter(|_| waits),
            due: standing.due,
            late: waits && standing.due.is_some_and(|due| due < today),
        }
    }
}

impl NamedCase {
    pub(super) fn of(matter: &Matter, state: Option<&PersonState>, today: Date) -> Self {
        Self {
            nip: state.map_or_else(String::new, |state| state.nip.to_string()),
            name: state.map_or_else(String::new, |state| state.name.clone()),
            skpd: matter.opened.skpd.to_string(),
            case: ListedCase::of(matter, today),
        }
    }
}

/// Where the case of a matter stands.
pub(super) fn stage(matter: &Matter) -> Stage {
    let code = &matter.opened.standing.stage;
    Stage::ALL.iter().copied().find(|stage| stage.code() == code).unwrap_or(Stage::New)
}
