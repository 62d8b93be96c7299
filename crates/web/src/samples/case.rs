//! A case of discipline.

use jiff::civil::{Date, date, datetime};
use words::{Arg, Lang, Phrase};

use super::{
    Eyes, Sample,
    discipline::{CUT, KGB, UNIT, days, frame, imposable},
    render,
};
use crate::pages::{
    Choice, FormError,
    discipline::{CasePage, Field, FieldKind, LetterShown, Said, StepForm, TimelineEvent},
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "discipline-case", render: |lang| render(&case(lang)) },
    Sample { name: "discipline-case-read", render: |lang| render(&read(lang)) },
];

fn said(name: &str, values: Vec<Phrase>) -> Said {
    Said { title: Phrase::new(format!("page-discipline-fact-{name}")), values }
}

fn one(name: &str, text: &str) -> Said {
    said(name, vec![Phrase::verbatim(text)])
}

fn dates(days: &[Date]) -> Vec<Phrase> {
    days.iter().map(|day| Phrase::new("verbatim").with("text", Arg::Date(*day))).collect()
}

fn events() -> Vec<TimelineEvent> {
    let event = |on: Date, step: &str, facts: Vec<Said>| TimelineEvent {
        on,
        what: Phrase::new(format!("discipline-step-{step}")),
        facts,
        recorded: on.at(9, 14, 0, 0),
        by: "Ratna Wulandari".to_owned(),
    };
    vec![
        event(
            date(2026, 8, 10),
            "raise",
            vec![
                one("rung", CUT),
                said("days", dates(&days())),
                said("post", vec![Phrase::new("discipline-post-pelaksana")]),
            ],
        ),
        event(
            date(2026, 8, 10),
            "summon-first",
            vec![
                one("number", "800.1.6/112"),
                said("examination", dates(&[date(2026, 8, 20)])),
                one("place", "Ruang rapat Dinas Pertanian dan Perkebunan"),
            ],
        ),
        event(date(2026, 8, 20), "not-come", Vec::new()),
    ]
}

fn case(lang: Lang) -> CasePage {
    let field = |name: &str, hint: Option<&str>, kind: FieldKind, value: &str| Field {
        name: name.to_owned(),
        label: Phrase::new(format!("page-discipline-field-{name}")),
        hint: hint.map(Phrase::new),
        kind,
        value: value.to_owned(),
    };
    let form = |step: &str, fields: Vec<Field>, open: bool| StepForm {
        step: step.to_owned(),
        title: Phrase::new(format!("discipline-step-{step}")),
        action: "/samples/discipline-case".to_owned(),
        seen: 2,
        fields,
        open,
    };
    let breach = |code: &str, words: &str| (Choice::chosen(code, code), Phrase::verbatim(words));
    let breaches = vec![breach("potong", CUT), breach("teguran", "teguran lisan")];
    let due = Phrase::new("discipline-due-by")
        .with("step", Phrase::new("discipline-step-summon-second"))
        .with("date", date(2026, 9, 1));
    let short = Phrase::new("discipline-refusal-examination-not-after-summons");
    let (line, at) = (FieldKind::Line, Some("page-hint-date"));
    let letter = |name: &str, values| Said {
        title: Phrase::new(format!("page-discipline-letter-{name}")),
        values,
    };
    CasePage {
        frame: frame(lang, Eyes::Bkpsdm, "discipline-case"),
        title: Phrase::new("page-discipline-case").with("number", "41"),
        list: Some("/samples/discipline".to_owned()),
        name: "Dadang Kurnia".to_owned(),
        nip: "198203052008011009".to_owned(),
        year: "/samples/discipline-year".to_owned(),
        unit: UNIT.to_owned(),
        stage: Phrase::new("discipline-stage-first-missed"),
        next: Some((due, Some("PP 94/2021 Pasal 26 ayat (3)".to_owned()))),
        late: true,
        imposable: Some(imposable(KGB)),
        waiting: Some(Phrase::new("page-discipline-waiting-for").with("sanction", CUT)),
        pay: None,
        pay_source: None,
        was_late: Vec::new(),
        unsaid: vec![Phrase::new("discipline-silent-team")],
        refused: None,
        events: events(),
        forms: vec![
            form(
                "summon-second",
                vec![
                    field("on", at, FieldKind::Short, "02-09-2026"),
                    field("letter", None, line.clone(), ""),
                    field("examination", at, FieldKind::Short, "02-09-2026"),
                    field("note", None, FieldKind::Lines, ""),
                ],
                true,
            ),
            form(
                "find",
                vec![
                    field(
                        "breaches",
                        Some("page-discipline-field-breaches-hint"),
                        FieldKind::Any(breaches),
                        "",
                    ),
                    field("sanction", None, FieldKind::Fixed(Phrase::verbatim(KGB)), "kgb"),
                ],
                true,
            ),
            form("cancel", vec![field("officer", None, line, "")], false),
        ],
        letters: vec![LetterShown {
            title: Phrase::new("discipline-letter-panggilan-1"),
            href: "/samples/discipline-case".to_owned(),
            facts: vec![
                letter("number", vec![Phrase::verbatim("800.1.6/112")]),
                letter("on", dates(&[date(2026, 8, 10)])),
                letter("absences", dates(&days())),
            ],
            blanks: vec![Phrase::new("page-discipline-letter-examiner")],
        }],
        errors: vec![FormError { field: "summon-second-examination".to_owned(), text: short }],
    }
}

/// As the person reads it when it is over.
fn read(lang: Lang) -> CasePage {
    let mut events = events();
    events.push(TimelineEvent {
        on: date(2026, 11, 2),
        what: Phrase::new("discipline-step-rehabilitate"),
        facts: vec![one("number", "800.1.6/201"), one("reason", "Surat sakit ditemukan")],
        recorded: datetime(2026, 11, 2, 10, 0, 0, 0),
        by: "Ratna Wulandari".to_owned(),
    });
    let late = Phrase::new("discipline-late")
        .with("step", Phrase::new("discipline-step-summon-second"))
        .with("date", date(2026, 9, 2))
        .with("due", date(2026, 9, 1));
    CasePage {
        frame: frame(lang, Eyes::Pegawai, "discipline-case-read"),
        list: None,
        stage: Phrase::new("discipline-stage-rehabilitated"),
        next: None,
        late: false,
        imposable: None,
        waiting: None,
        pay: Some(Phrase::new("discipline-pay-withdrawn")),
        pay_source: Some("Perbup CONTOH 12/2024, Pasal 16 ayat (1) huruf a".to_owned()),
        was_late: vec![late],
        unsaid: Vec::new(),
        events,
        forms: Vec::new(),
        letters: Vec::new(),
        errors: Vec::new(),
        ..case(lang)
    }
}
