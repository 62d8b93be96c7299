//! What is left of leave.

use jiff::civil::date;
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Source, SourceStatus,
        leave::{AheadStep, BalanceAhead, LeaveBalance, LeaveLot, LeaveUse},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "my-leave", render: |lang| render(&balance(lang)) },
    Sample { name: "my-leave-new", render: |lang| render(&newcomer(lang)) },
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
