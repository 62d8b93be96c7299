//! My month.

use jiff::{
    Span,
    civil::{Date, date, time},
};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, law_href, render};
use crate::{
    Area, Notice, NoticeKind,
    pages::{
        DayMark, MonthLinks, PayStatus, Source, SourceStatus,
        presence::{
            AmountLine, DayPanel, Fix, LookAt, MadeOf, MonthDay, MyMonth, OtherCut, Pay, PayPart,
            Scan, ScanUse, Schedule, Whose,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "my-month", render: |lang| render(&my_month(lang, "my-month")) },
    Sample { name: "my-month-day", render: |lang| render(&with_day(lang)) },
    Sample { name: "my-month-calm", render: |lang| render(&calm(lang)) },
    Sample { name: "my-month-no-law", render: |lang| render(&no_law(lang)) },
    Sample { name: "my-month-shift", render: |lang| render(&shift(lang)) },
];

const BASE: i64 = 1_541_890;

fn made_of() -> MadeOf {
    MadeOf {
        parts: vec![PayPart {
            days: None,
            class: Some(9),
            class_amount: 4_818_406,
            shares: vec!["80%".to_owned()],
            amount: 3_854_725,
            source: Some(("Kepbup Contoh 900/Kep.120/2025".to_owned(), "Lampiran".to_owned())),
        }],
        components: vec![
            ("Disiplin kerja".to_owned(), 1_541_890),
            ("Produktivitas kerja".to_owned(), 2_312_835),
        ],
    }
}

fn day_href(day: i8) -> String {
    format!("/samples/my-month-day?day={day}")
}

fn late() -> Phrase {
    Phrase::new("explain-verdict-late").with("late", 42_i64)
}

fn mark(day: Date) -> DayMark {
    match day.day() {
        5 => DayMark::Late,
        13 => DayMark::NeedsLook,
        17 | 18 => DayMark::Excused,
        25.. => DayMark::Ahead,
        _ if day.weekday().to_monday_zero_offset() >= 5 => DayMark::Off,
        _ => DayMark::Present,
    }
}

fn my_month(lang: Lang, name: &str) -> MyMonth {
    let first = date(2026, 11, 1);
    let look_at = |day: i8, what: Phrase, cut: i64| LookAt {
        date: date(2026, 11, day),
        what,
        cut: Some(cut),
        href: day_href(day),
        fix: Some(if day == 5 {
            Fix::Ask("/samples/correction".to_owned())
        } else {
            Fix::Asked("/samples/request".to_owned())
        }),
    };
    MyMonth {
        frame: at(lang, Eyes::Pegawai, Area::MyMonth, name),
        whose: Whose::Mine,
        month: MonthLinks {
            month: first,
            previous: Some("/samples/my-month-calm".to_owned()),
            next: None,
        },
        slip: Some("/samples/slip".to_owned()),
        near: None,
        swap: None,
        pay: Pay::Counted {
            gross: 3_854_725,
            cut: 38_547,
            net: 3_816_178,
            status: PayStatus::Simulation,
            open: vec![
                Phrase::new("statement-open-law-unverified"),
                Phrase::new("statement-open-month-not-over"),
            ],
            made_of: Box::new(made_of()),
        },
        look_at: vec![
            look_at(5, late(), 15_419),
            look_at(13, Phrase::new("explain-finding-no-out"), 23_128),
        ],
        other_cuts: vec![OtherCut {
            title: "Tidak mengikuti apel".to_owned(),
            code: "APL".to_owned(),
            date: date(2026, 11, 16),
            href: day_href(16),
            amount: -77_094,
        }],
        days: first
            .series(Span::new().days(1))
            .take_while(|day| day.month() == 11)
            .map(|day| MonthDay {
                date: day,
                mark: mark(day),
                href: (mark(day) != DayMark::Ahead).then(|| day_href(day.day())),
            })
            .collect(),
        opened: None,
    }
}

fn source(act: &str, article: &str, status: SourceStatus) -> Source {
    Source {
        act: act.to_owned(),
        article: article.to_owned(),
        status,
        href: Some(law_href("deductions")),
    }
}

/// The day that the sketch of this page opens: 42 minutes late.
pub(super) fn late_day(close: &str) -> DayPanel {
    let day = date(2026, 11, 5);
    let scan = |hour, minute, second, terminal: &str, used| Scan {
        at: day.at(hour, minute, second, 0),
        terminal: terminal.to_owned(),
        repaired: minute == 4,
        vouched: None,
        used,
    };
    DayPanel {
        date: day,
        mark: DayMark::Late,
        verdict: late(),
        findings: vec![Phrase::new("explain-finding-scan-outside-window")],
        schedule: Schedule::Hours {
            name: Some("Lima hari kerja".to_owned()),
            shifts: vec![(time(7, 30, 0, 0), time(16, 0, 0, 0))],
        },
        zone: 7,
        scans: vec![
            scan(8, 12, 31, "Dinas Pertanian 1", ScanUse::As(Phrase::new("page-day-scan-arrived"))),
            scan(
                8,
                12,
                34,
                "Dinas Pertanian 1",
                ScanUse::Ignored(Phrase::new("page-day-ignored-repeat")),
            ),
            scan(
                12,
                2,
                10,
                "Dinas Pertanian 2",
                ScanUse::Ignored(Phrase::new("page-day-ignored-between")),
            ),
            scan(16, 4, 2, "Dinas Pertanian 1", ScanUse::As(Phrase::new("page-day-scan-left"))),
        ],
        lines: vec![AmountLine {
            is_cap: false,
            code: "TL2".to_owned(),
            what: Phrase::new("statement-line-minutes")
                .with("title", "Terlambat")
                .with("minutes", 42_i64),
            rate: "1%".to_owned(),
            base: BASE,
            amount: -15_419,
            source: source(
                "Perbup CONTOH 4/2026",
                "Pasal 12 ayat (2) huruf b",
                SourceStatus::Assumed,
            ),
        }],
        sources: vec![source("Perpres 21/2023", "Pasal 4 ayat (3)", SourceStatus::Confirmed)],
        cut_so_far: 15_419,
        silent: None,
        fix: Some(Fix::Ask("/samples/correction".to_owned())),
        close: close.to_owned(),
    }
}

fn with_day(lang: Lang) -> MyMonth {
    let mut page = my_month(lang, "my-month-day");
    "/samples/my-month-day?day=5".clone_into(&mut page.frame.path);
    page.opened = Some(late_day("/samples/my-month"));
    page
}

fn calm(lang: Lang) -> MyMonth {
    let mut page = my_month(lang, "my-month-calm");
    page.look_at.clear();
    page.other_cuts.clear();
    page.swap = Some("/samples/swap".to_owned());
    let near =
        Phrase::new("message-near-rung").with("days", 1_u32).with("sanction", "teguran lisan");
    page.near = Some((vec![near], "/samples/discipline-year".to_owned()));
    page.pay = Pay::Counted {
        gross: 3_854_725,
        cut: 0,
        net: 3_854_725,
        status: PayStatus::Final,
        open: Vec::new(),
        made_of: Box::new(made_of()),
    };
    for day in &mut page.days {
        if matches!(day.mark, DayMark::Late | DayMark::NeedsLook | DayMark::Ahead) {
            day.mark = DayMark::Present;
        }
    }
    page.month.next = Some("/samples/my-month".to_owned());
    page
}

fn no_law(lang: Lang) -> MyMonth {
    let mut page = my_month(lang, "my-month-no-law");
    page.pay = Pay::NoLaw(Phrase::verbatim("TPP Kabupaten Contoh belum ada"));
    page.look_at.iter_mut().for_each(|item| item.cut = None);
    page.frame.notices =
        vec![Notice { kind: NoticeKind::Failed, text: Phrase::new("error-form-foreign") }];
    page
}

/// Somebody else's night shift, with a day that ends on the next.
fn shift(lang: Lang) -> MyMonth {
    let mut page = my_month(lang, "my-month-shift");
    page.frame = at(lang, Eyes::Operator, Area::UnitMonth, "my-month-shift");
    page.whose = Whose::Of {
        name: "Bayu Anggara".to_owned(),
        nip: "199103152019031004".to_owned(),
        unit: "RSUD Contoh".to_owned(),
        href: "/samples/person".to_owned(),
    };
    page.pay = Pay::NotDue(
        Phrase::new("page-my-month-no-pay-reason").with("reason", Phrase::new("names-tpp-tpg")),
    );
    let day = date(2026, 11, 10);
    let scan = |at, key: &str| Scan {
        at,
        terminal: "RSUD Contoh 3".to_owned(),
        repaired: false,
        vouched: (at == day.at(20, 48, 5, 0)).then(|| "/samples/request".to_owned()),
        used: ScanUse::As(Phrase::new(key)),
    };
    page.opened = Some(DayPanel {
        date: day,
        mark: DayMark::Present,
        verdict: Phrase::new("explain-verdict-present"),
        findings: Vec::new(),
        schedule: Schedule::Hours {
            name: Some("Giliran jaga RSUD".to_owned()),
            shifts: vec![(time(21, 0, 0, 0), time(7, 0, 0, 0))],
        },
        zone: 8,
        scans: vec![
            scan(day.at(20, 48, 5, 0), "page-day-scan-arrived"),
            scan(date(2026, 11, 11).at(7, 3, 40, 0), "page-day-scan-left"),
        ],
        lines: Vec::new(),
        sources: Vec::new(),
        cut_so_far: 0,
        silent: None,
        fix: None,
        close: "/samples/my-month-shift".to_owned(),
    });
    page
}
