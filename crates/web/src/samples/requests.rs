//! Requests and decisions.

use jiff::civil::{Date, Time, date, time};
use office::matter::Cause;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, Notice, NoticeKind,
    pages::{
        ChoiceState, DayMark, FormError, Rights,
        request::{
            DayChange, DayLook, DecisionRow, Decisions, Due, Effect, MyRequests, OneRequest,
            OwnForms, ProofFile, RequestRow, Stage, Step, Who,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "requests", render: |lang| render(&mine(lang, "requests")) },
    Sample { name: "requests-none", render: |lang| render(&mine_none(lang)) },
    Sample { name: "request", render: |lang| render(&one(lang, "request")) },
    Sample { name: "my-request-refused", render: |lang| render(&refused(lang)) },
    Sample { name: "decision-one", render: |lang| render(&to_decide(lang)) },
    Sample { name: "decisions", render: |lang| render(&decisions(lang, "decisions")) },
    Sample { name: "decisions-many", render: |lang| render(&decisions_many(lang)) },
    Sample { name: "decisions-mistakes", render: |lang| render(&decisions_mistakes(lang)) },
    Sample { name: "decisions-none", render: |lang| render(&decisions_none(lang)) },
];

pub(super) fn error(field: &str, key: &str) -> FormError {
    FormError { field: field.to_owned(), text: Phrase::new(key) }
}

fn cause(cause: Cause) -> Phrase {
    Phrase::new(format!("request-cause-{}", cause.code()))
}

pub(super) fn late() -> Phrase {
    Phrase::new("explain-verdict-late").with("late", 42_i64)
}

fn look(mark: DayMark, what: Phrase, arrived: Option<Time>, left: Option<Time>) -> DayLook {
    DayLook { mark, what, arrived, left }
}

fn picture() -> ProofFile {
    ProofFile {
        href: "/samples/request".to_owned(),
        name: "layar-mesin.jpg".to_owned(),
        size: "214 kB".to_owned(),
        is_picture: true,
    }
}

fn document() -> ProofFile {
    ProofFile {
        href: "/samples/request".to_owned(),
        name: "surat-keterangan-operator.pdf".to_owned(),
        size: "1,2 MB".to_owned(),
        is_picture: false,
    }
}

/// The late day of the sample month, with the terminal dead and everybody saying so.
fn late_day(id: i64, name: &str) -> RequestRow {
    let day = date(2026, 11, 5);
    RequestRow {
        id,
        href: "/samples/request".to_owned(),
        seen: 0,
        who: Some(Who {
            name: name.to_owned(),
            nip: "198504102010012007".to_owned(),
            unit: "Bidang Pangan, Dinas Pertanian dan Perkebunan".to_owned(),
        }),
        kind: Phrase::new("request-kind-correction"),
        days: (day, day),
        what: Phrase::new("request-there-at").with("time", Arg::Time(time(7, 25, 0, 0))),
        effect: Some(Effect {
            days: vec![DayChange {
                whose: None,
                date: day,
                before: look(
                    DayMark::Late,
                    late(),
                    Some(time(8, 12, 31, 0)),
                    Some(time(16, 4, 2, 0)),
                ),
                after: look(
                    DayMark::Present,
                    Phrase::new("explain-verdict-present"),
                    Some(time(7, 25, 0, 0)),
                    Some(time(16, 4, 2, 0)),
                ),
            }],
            pay: Some(15_419),
        }),
        cause: Some(cause(Cause::TerminalDown)),
        facts: Vec::new(),
        noted: Vec::new(),
        reason: "Mesin mati sejak subuh, operator sudah diberi tahu pukul 07.30.".to_owned(),
        proofs: vec![document()],
        witnesses: vec![
            Phrase::new("request-witness-down")
                .with("terminal", "Dinas Pertanian 1")
                .with("time", Arg::Time(time(7, 25, 0, 0)))
                .with("from", Arg::Time(time(6, 50, 0, 0)))
                .with("until", Arg::Time(time(8, 5, 0, 0)))
                .with("near", 0_i64)
                .with("usual", 14_i64),
            Phrase::new("request-witness-others").with("count", 14_i64),
        ],
        stage: Stage::Asked,
        desk: Some(
            Phrase::new("request-desk-unit-head")
                .with("unit", "Bidang Pangan")
                .with("skpd", "Dinas Pertanian dan Perkebunan"),
        ),
        due: Due::Past(date(2026, 11, 20)),
    }
}

/// Somebody who forgot, while the terminal worked.
fn forgotten(id: i64) -> RequestRow {
    let day = date(2026, 11, 13);
    RequestRow {
        days: (day, day),
        what: Phrase::new("request-there-at").with("time", Arg::Time(time(16, 10, 0, 0))),
        effect: Some(Effect {
            days: vec![DayChange {
                whose: None,
                date: day,
                before: look(
                    DayMark::NeedsLook,
                    Phrase::new("explain-finding-no-out"),
                    Some(time(7, 22, 0, 0)),
                    None,
                ),
                after: look(
                    DayMark::Present,
                    Phrase::new("explain-verdict-present"),
                    Some(time(7, 22, 0, 0)),
                    Some(time(16, 10, 0, 0)),
                ),
            }],
            pay: Some(23_128),
        }),
        cause: Some(cause(Cause::Forgot)),
        reason: "Rapat di ruang bupati sampai 16.00, langsung pulang.".to_owned(),
        proofs: vec![picture()],
        witnesses: vec![
            Phrase::new("request-witness-worked")
                .with("terminal", "Dinas Pertanian 1")
                .with("time", Arg::Time(time(16, 10, 0, 0)))
                .with("near", 11_i64)
                .with("usual", 12_i64),
        ],
        stage: Stage::Appealed,
        desk: Some(Phrase::new("request-desk-bkpsdm")),
        due: Due::By(date(2026, 11, 27)),
        ..late_day(id, "Bayu Anggara")
    }
}

/// Leave of some days, which changes no day that has come.
fn leave(id: i64) -> RequestRow {
    RequestRow {
        kind: Phrase::new("excuse-cuti-tahunan"),
        days: (date(2026, 12, 7), date(2026, 12, 9)),
        what: Phrase::new("request-leave-days").with("count", 3_i64),
        effect: Some(Effect { days: Vec::new(), pay: None }),
        cause: None,
        facts: vec![(Phrase::new("request-place"), Phrase::verbatim("Bandung"))],
        noted: vec![
            Phrase::new("leave-finding-needs-extension").with("date", Arg::Date(date(2026, 12, 8))),
        ],
        reason: "Menikahkan adik.".to_owned(),
        proofs: Vec::new(),
        witnesses: Vec::new(),
        due: Due::Open,
        ..late_day(id, "Nurul Permata")
    }
}

fn decisions(lang: Lang, name: &str) -> Decisions {
    let row = |request| DecisionRow { request, reason: String::new(), ticked: ChoiceState::Open };
    Decisions {
        frame: at(lang, Eyes::Operator, Area::Decisions, name),
        rows: vec![row(late_day(17, "Siti Rahayu")), row(forgotten(18)), row(leave(19))],
        total: 3,
        reason: String::new(),
        errors: Vec::new(),
    }
}

/// A full page: a morning on which the terminal was dead.
fn decisions_many(lang: Lang) -> Decisions {
    let rows = (101..151).map(|id| DecisionRow {
        request: late_day(id, "Siti Rahayu"),
        reason: String::new(),
        ticked: ChoiceState::Open,
    });
    Decisions { rows: rows.collect(), total: 187, ..decisions(lang, "decisions-many") }
}

fn decisions_mistakes(lang: Lang) -> Decisions {
    let mut page = decisions(lang, "decisions-mistakes");
    page.errors = vec![
        error("reason-18", "request-mistake-refusal-without-reason"),
        error("reason-many", "request-mistake-several-without-reason"),
        error("many", "request-mistake-none-ticked"),
    ];
    page.frame.notices = vec![
        Notice {
            kind: NoticeKind::Done,
            text: Phrase::new("request-told-granted")
                .with("count", 2_i64)
                .with("who", "Siti Rahayu (Kam 5), Bayu Anggara (Jum 13)"),
        },
        Notice {
            kind: NoticeKind::Failed,
            text: Phrase::new("request-told-overtaken")
                .with("count", 1_i64)
                .with("who", "Nurul Permata (Sen 7)"),
        },
    ];
    if let Some(first) = page.rows.first_mut() {
        first.ticked = ChoiceState::Chosen;
    }
    page
}

fn decisions_none(lang: Lang) -> Decisions {
    let mut page = decisions(lang, "decisions-none");
    page.rows.clear();
    page.total = 0;
    for link in &mut page.frame.areas {
        link.waits = 0;
    }
    page
}

fn mine(lang: Lang, name: &str) -> MyRequests {
    let own = |row: RequestRow, stage: Stage| RequestRow {
        who: None,
        effect: None,
        stage,
        desk: row.desk.clone().filter(|_| stage == Stage::Asked),
        due: if stage == Stage::Asked { row.due } else { Due::Open },
        ..row
    };
    let mut frame = at(lang, Eyes::Pegawai, Area::Requests, name);
    frame.notices = vec![Notice {
        kind: NoticeKind::Done,
        text: Phrase::new("request-told-asked").with("count", 1_i64).with(
            "desk",
            Phrase::new("request-desk-head").with("skpd", "Dinas Pertanian dan Perkebunan"),
        ),
    }];
    MyRequests {
        frame,
        rows: vec![
            own(late_day(17, "Siti Rahayu"), Stage::Asked),
            own(leave(14), Stage::Granted),
            own(forgotten(11), Stage::Refused),
        ],
        total: 3,
    }
}

fn mine_none(lang: Lang) -> MyRequests {
    let mut page = mine(lang, "requests-none");
    page.rows.clear();
    page.frame.notices.clear();
    page.total = 0;
    page
}

fn step(day: Date, by: &str, what: &str, said: &str) -> Step {
    Step {
        at: day.at(9, 14, 0, 0),
        by: by.to_owned(),
        what: Phrase::new(format!("request-step-{what}")),
        said: said.to_owned(),
    }
}

fn one(lang: Lang, name: &str) -> OneRequest {
    OneRequest {
        frame: at(lang, Eyes::Pegawai, Area::Requests, name),
        request: late_day(17, "Siti Rahayu"),
        at: date(2026, 11, 6).at(7, 41, 0, 0),
        steps: Vec::new(),
        decides: Rights::Read,
        own: OwnForms::TakeBack,
        month: Some("/samples/my-month".to_owned()),
        letters: Vec::new(),
        reason: String::new(),
        errors: Vec::new(),
    }
}

fn refused(lang: Lang) -> OneRequest {
    OneRequest {
        request: RequestRow {
            stage: Stage::Refused,
            effect: None,
            desk: None,
            due: Due::Open,
            ..forgotten(11)
        },
        steps: vec![step(
            date(2026, 11, 16),
            "Asep Hidayat",
            "refused",
            "Rapat selesai 14.30 menurut notula; mesin bekerja.",
        )],
        own: OwnForms::Appeal,
        errors: vec![error("appeal", "request-mistake-appeal-without-reason")],
        ..one(lang, "my-request-refused")
    }
}

fn to_decide(lang: Lang) -> OneRequest {
    OneRequest {
        frame: at(lang, Eyes::Operator, Area::Decisions, "decision-one"),
        request: forgotten(18),
        steps: vec![
            step(date(2026, 11, 16), "Asep Hidayat", "refused", "Tidak ada surat tugas."),
            step(
                date(2026, 11, 17),
                "Bayu Anggara",
                "appealed",
                "Surat tugas menyusul, terlampir.",
            ),
        ],
        decides: Rights::Change,
        own: OwnForms::NotOwn,
        month: None,
        ..one(lang, "decision-one")
    }
}
