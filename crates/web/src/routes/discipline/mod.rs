//! Discipline: the list, a person's year, a case, and what people record in it.

mod case;
mod fields;
mod letters;
mod list;
mod open;
mod read;
mod record;
mod year;

pub(super) use case::case;
pub(crate) use letters::blanks;
pub(super) use list::list;
pub(super) use open::open;
pub(super) use record::record;
pub(super) use year::year;

use std::collections::BTreeMap;

use office::discipline::{DisciplineAlert, DueStep, ListedCase, YearCounted};
use words::Phrase;

use crate::{
    pages::{FormError, discipline::OpenCase},
    paths,
};

/// What a form sent, by the names of its fields.
type Typed = BTreeMap<String, String>;

/// What a form of a step sent, and what is wrong with it.
struct Mistakes {
    step: String,
    typed: Typed,
    errors: Vec<FormError>,
}

/// A step in words.
fn step_said(code: &str) -> Phrase {
    Phrase::new(format!("discipline-step-{code}"))
}

/// A case of a list.
fn open_case(case: &ListedCase, name: &str, unit: &str) -> OpenCase {
    let next =
        case.next.map(|step| DueStep { step, by: case.due, article: None, late: case.late }.said());
    OpenCase {
        title: numbered("page-discipline-case", case.id),
        href: paths::discipline_case(case.id),
        name: name.to_owned(),
        unit: unit.to_owned(),
        about: Phrase::new("page-discipline-case-about")
            .with("from", case.from)
            .with("until", case.until),
        stage: stage_said(case.stage.code()),
        next,
        late: case.late,
    }
}

/// A sentence with the number of a case, which is a name and not a quantity.
fn numbered(key: &str, case: i64) -> Phrase {
    Phrase::new(key).with("number", case.to_string())
}

fn stage_said(code: &str) -> Phrase {
    Phrase::new(format!("discipline-stage-{code}"))
}

/// What is told of a year, the gravest first.
fn told(counted: &YearCounted) -> Vec<Phrase> {
    let mut alerts: Vec<Phrase> = counted.alerts.iter().map(DisciplineAlert::said).collect();
    if counted.silent.is_some() {
        alerts.push(Phrase::new("page-discipline-no-ladder"));
    }
    alerts
}

/// The longest run, where it is more than a day.
fn in_a_row(counted: &YearCounted) -> Option<Phrase> {
    let days = counted.in_a_row;
    (days > 1).then(|| Phrase::new("page-discipline-in-a-row").with("days", days))
}
