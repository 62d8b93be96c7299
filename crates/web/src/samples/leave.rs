//! What is left of leave.

use jiff::civil::date;
use office::matter::REASON_CHARS_MAX;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError, Source, SourceStatus,
        leave::{
            AheadStep, BalanceAhead, Checked, CheckedFinding, KindGroup, LeaveAsk, LeaveBalance,
            LeaveField, LeaveKinds, LeaveLot, LeaveUse,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "my-leave", render: |lang| render(&balance(lang)) },
    Sample { name: "my-leave-new", render: |lang| render(&newcomer(lang)) },
    Sample { name: "leave-kinds", render: |lang| render(&kinds(lang)) },
    Sample { name: "leave-form", render: |lang| render(&form(lang)) },
    Sample { name: "leave-checked", render: |lang| render(&checked(lang)) },
    Sample { name: "leave-hindered", render: |lang| render(&hindered(lang)) },
];

fn source() -> Source {
    Source {
        act: "PP 11/2017".to_owned(),
        article: "Pasal 312".to_owned(),
        status: SourceStatus::Secondary,
        href: None,
    }
}

fn balance(lang: Lang) -> LeaveBalance {
    let lot = |granted_in, days, used, reserved, left| LeaveLot {
        granted_in,
        days,
        used,
        reserved,
        left,
        expires: date(2026, 12, 31),
        source: source(),
    };
    let lapsed = Phrase::new("page-leave-step-lapsed").with("year", "2025").with("days", 1_i64);
    let granted = Phrase::new("page-leave-step-granted").with("days", 12_i64);
    LeaveBalance {
        frame: at(lang, Eyes::Pegawai, Area::MyMonth, "my-leave"),
        on: date(2026, 11, 27),
        left: 13,
        lapsing: 7,
        overdrawn: 0,
        entitled_from: None,
        closed_by: None,
        lots: vec![lot(2025, 6, 5, 0, 1), lot(2026, 12, 0, 0, 12)],
        uses: vec![
            LeaveUse { from: date(2026, 4, 6), until: date(2026, 4, 10), days: 5 },
            LeaveUse { from: date(2026, 12, 24), until: date(2026, 12, 24), days: 0 },
        ],
        ahead_text: "04-01-2027".to_owned(),
        ahead_error: None,
        ahead: Some(BalanceAhead {
            on: date(2027, 1, 4),
            left: 18,
            steps: vec![
                AheadStep { on: date(2027, 1, 1), what: lapsed },
                AheadStep { on: date(2027, 1, 1), what: granted },
            ],
        }),
    }
}

/// Somebody who cannot take any yet, and typed no date.
fn newcomer(lang: Lang) -> LeaveBalance {
    LeaveBalance {
        frame: at(lang, Eyes::Pegawai, Area::MyMonth, "my-leave-new"),
        left: 0,
        lapsing: 0,
        overdrawn: 2,
        entitled_from: Some(date(2027, 3, 1)),
        closed_by: Some(source()),
        lots: Vec::new(),
        uses: Vec::new(),
        ahead_text: "kapan-kapan".to_owned(),
        ahead_error: Some(Phrase::new("page-leave-ahead-no-date")),
        ahead: None,
        ..balance(lang)
    }
}

fn kinds(lang: Lang) -> LeaveKinds {
    let group = |title: &str, codes: &[&str]| KindGroup {
        title: Phrase::new(title),
        kinds: codes
            .iter()
            .map(|code| (Phrase::new(format!("excuse-{code}")), "/samples/leave-form".to_owned()))
            .collect(),
    };
    let leave = ["cuti-tahunan", "cuti-besar", "cuti-sakit", "cuti-alasan-penting"];
    LeaveKinds {
        frame: at(lang, Eyes::Pegawai, Area::Requests, "leave-kinds"),
        groups: vec![
            group("page-leave-group-leave", &leave),
            group("page-leave-group-duty", &["dinas-luar", "dinas-dalam"]),
            group("page-leave-group-wfa", &["wfa"]),
            group("page-leave-group-permission", &["izin-terlambat"]),
        ],
    }
}

fn field(name: &'static str, words: &str, value: &str) -> LeaveField {
    LeaveField {
        name,
        label: Phrase::new(format!("page-leave-field-{words}")),
        hint: Phrase::new(format!("page-leave-hint-{words}")),
        value: value.to_owned(),
        digits: !["place", "letter"].contains(&name),
    }
}

/// Annual leave, nothing typed.
fn form(lang: Lang) -> LeaveAsk {
    LeaveAsk {
        frame: at(lang, Eyes::Pegawai, Area::Requests, "leave-form"),
        kind: "cuti-tahunan".to_owned(),
        title: Phrase::new("excuse-cuti-tahunan"),
        fields: vec![
            field("from", "from", ""),
            field("until", "until", ""),
            field("place", "address", ""),
        ],
        named: Vec::new(),
        reason: String::new(),
        chars_max: REASON_CHARS_MAX,
        checked: None,
        errors: Vec::new(),
    }
}

/// Annual leave that can be sent, with a note for whoever decides.
fn checked(lang: Lang) -> LeaveAsk {
    let until = date(2026, 12, 8);
    let extension = Phrase::new("leave-finding-needs-extension").with("date", Arg::Date(until));
    LeaveAsk {
        frame: at(lang, Eyes::Pegawai, Area::Requests, "leave-checked"),
        fields: vec![
            field("from", "from", "07-12-2026"),
            field("until", "until", "09-12-2026"),
            field("place", "address", "Bandung"),
        ],
        reason: "Menikahkan adik.".to_owned(),
        checked: Some(Checked {
            working_days: 3,
            annual: Some((13, 10)),
            hinders: Vec::new(),
            notes: vec![CheckedFinding { said: extension, source: None }],
            papers: vec![(Phrase::new("page-leave-other-paper"), "surat-keterangan".to_owned())],
            files_again: false,
        }),
        ..form(lang)
    }
}

/// Leave for an important reason, in the days of another, by hours that cannot be.
fn hindered(lang: Lang) -> LeaveAsk {
    let overlaps = Phrase::new("leave-finding-overlaps")
        .with("kind", Arg::Phrase(Phrase::new("excuse-dinas-luar")))
        .with("from", Arg::Date(date(2026, 12, 8)))
        .with("until", Arg::Date(date(2026, 12, 9)));
    let source = Some(("PP 11/2017".to_owned(), "Pasal 330".to_owned()));
    LeaveAsk {
        frame: at(lang, Eyes::Pegawai, Area::Requests, "leave-hindered"),
        kind: "cuti-alasan-penting".to_owned(),
        title: Phrase::new("excuse-cuti-alasan-penting"),
        fields: vec![
            field("from", "from", "07-12-2026"),
            field("until", "until", "09-12-2026"),
            field("begins", "begins", "setengah delapan"),
            field("ends", "ends", ""),
            field("child", "child", ""),
            field("place", "place", ""),
            field("letter", "letter", "800/12/2026"),
        ],
        named: vec![Choice::open("menikah", "Melangsungkan perkawinan"), Choice::chosen("", "")],
        checked: Some(Checked {
            working_days: 3,
            annual: None,
            hinders: vec![CheckedFinding { said: overlaps, source }],
            notes: Vec::new(),
            papers: Vec::new(),
            files_again: true,
        }),
        errors: vec![
            FormError { field: "begins".to_owned(), text: Phrase::new("request-mistake-time") },
            FormError {
                field: "reason".to_owned(),
                text: Phrase::new("page-leave-mistake-reason"),
            },
        ],
        ..form(lang)
    }
}
