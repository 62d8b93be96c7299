//! Which fields the form of a step has, and what they hold at first.

use jiff::civil::Date;
use office::discipline::{SanctionSaid, ShownCase};
use rules::discipline::case::StepKind;
use words::Phrase;

use super::{Mistakes, Typed, step_said, year::choice};
use crate::{
    forms,
    pages::discipline::{Field, FieldKind, StepForm},
    paths,
};

/// The forms of the steps that may come next, the one that is due first open.
pub(super) fn forms(case: &ShownCase, today: Date, mistakes: Option<&Mistakes>) -> Vec<StepForm> {
    let nothing = Typed::new();
    let due = case.due.as_ref().map(|due| due.step);
    case.next
        .iter()
        .map(|step| {
            let sent = mistakes.filter(|mistakes| mistakes.step == step.code());
            let typed = sent.map_or(&nothing, |mistakes| &mistakes.typed);
            let writing = Writing { case, typed };
            let mut fields = vec![on(writing.typed("on", &forms::date_text(today)))];
            fields.extend(writing.of(*step));
            fields.push(writing.lines("note", None));
            let open = if mistakes.is_some() { sent.is_some() } else { due == Some(*step) };
            StepForm {
                step: step.code().to_owned(),
                title: step_said(step.code()),
                action: paths::record_in_case(case.id),
                seen: case.steps,
                fields,
                open,
            }
        })
        .collect()
}

/// The day of the act.
pub(super) fn on(value: String) -> Field {
    Field {
        name: "on".to_owned(),
        label: label("on"),
        hint: Some(Phrase::new("page-hint-date")),
        kind: FieldKind::Short,
        value,
    }
}

fn label(name: &str) -> Phrase {
    Phrase::new(format!("page-discipline-field-{name}"))
}

/// The fields of a case, with what was typed into them before.
struct Writing<'a> {
    case: &'a ShownCase,
    typed: &'a Typed,
}

impl Writing<'_> {
    /// The fields of a step, without its day and its note.
    fn of(&self, step: StepKind) -> Vec<Field> {
        match step {
            StepKind::SummonFirst | StepKind::SummonSecond => vec![
                self.line("letter"),
                self.short("examination", "page-hint-date"),
                self.short("time", "page-discipline-field-time-hint"),
                self.line("place"),
                self.line("examiner"),
            ],
            StepKind::FormTeam => vec![self.line("decree"), self.lines("members", None)],
            StepKind::Examine => vec![
                self.line("minutes"),
                self.lines("people", None),
                self.lines("exchanges", Some("page-discipline-field-exchanges-hint")),
            ],
            StepKind::Find => vec![self.breaches(), self.line("report")],
            StepKind::Decide => {
                let mut fields = vec![self.imposable()];
                fields.extend([self.line("officer"), self.capacity(), self.line("number")]);
                fields
            }
            StepKind::Object => vec![self.line("letter")],
            StepKind::Answer => vec![self.answer(), self.sanction(), self.line("number")],
            StepKind::Cancel => vec![self.line("officer"), self.lines("reason", None)],
            StepKind::Rehabilitate => {
                vec![self.line("officer"), self.line("number"), self.lines("reason", None)]
            }
            StepKind::Raise
            | StepKind::NotCome
            | StepKind::HandOver
            | StepKind::NotThere
            | StepKind::Send
            | StepKind::Receive
            | StepKind::TakeEffect
            | StepKind::End => Vec::new(),
        }
    }

    fn typed(&self, name: &str, otherwise: &str) -> String {
        self.typed.get(name).cloned().unwrap_or_else(|| otherwise.to_owned())
    }

    fn field(&self, name: &str, hint: Option<&str>, kind: FieldKind) -> Field {
        Field {
            name: name.to_owned(),
            label: label(name),
            hint: hint.map(Phrase::new),
            kind,
            value: self.typed(name, ""),
        }
    }

    fn line(&self, name: &str) -> Field {
        self.field(name, None, FieldKind::Line)
    }

    fn short(&self, name: &str, hint: &str) -> Field {
        self.field(name, Some(hint), FieldKind::Short)
    }

    fn lines(&self, name: &str, hint: Option<&str>) -> Field {
        self.field(name, hint, FieldKind::Lines)
    }

    /// What may have been proven: every sanction of the ladder, that of the case ticked.
    fn breaches(&self) -> Field {
        let suspected = self.case.suspected.as_ref().map(|one| one.code.as_str());
        let any = self.typed.is_empty();
        let choices = self.case.ladder_sanctions.iter().map(|one| {
            let ticked = self.typed.contains_key(&format!("breaches-{}", one.code));
            let chosen = ticked || any && suspected == Some(one.code.as_str());
            let code = one.code.as_str();
            (choice(code, if chosen { code } else { "" }), said(one))
        });
        let kind = FieldKind::Any(choices.collect());
        self.field("breaches", Some("page-discipline-field-breaches-hint"), kind)
    }

    /// The one sanction that may be imposed.
    fn imposable(&self) -> Field {
        let (code, shown) = self.case.imposable.as_ref().map_or_else(
            || (String::new(), Phrase::new("page-discipline-fact-nothing")),
            |one| (one.code.clone(), said(one)),
        );
        let mut field = self.field("sanction", None, FieldKind::Fixed(shown));
        field.value = code;
        field
    }

    /// Sanctions to which an objection may change it.
    fn sanction(&self) -> Field {
        let chosen = self.typed("sanction", "");
        let sanctions = &self.case.ladder_sanctions;
        let choices = sanctions.iter().map(|one| (choice(&one.code, &chosen), said(one)));
        self.field("sanction", None, FieldKind::One(choices.collect()))
    }

    fn capacity(&self) -> Field {
        let chosen = self.typed("capacity", "");
        let choices = self.case.officers.iter().map(|one| {
            let words = Phrase::new(format!("discipline-capacity-{}", one.code()));
            (choice(one.code(), &chosen), words)
        });
        self.field("capacity", None, FieldKind::One(choices.collect()))
    }

    fn answer(&self) -> Field {
        let chosen = self.typed("answer", "");
        let choices = ["upheld", "changed", "annulled"].map(|code| {
            (choice(code, &chosen), Phrase::new(format!("page-discipline-answer-{code}")))
        });
        self.field("answer", None, FieldKind::One(choices.to_vec()))
    }
}

fn said(sanction: &SanctionSaid) -> Phrase {
    Phrase::verbatim(&sanction.words)
}
