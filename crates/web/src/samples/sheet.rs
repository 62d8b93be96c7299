//! The month sheet of a unit.

use jiff::{
    Span,
    civil::{Date, date},
};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        DayMark, MonthLinks, Paging, PayStatus,
        presence::{
            Closing, Problem, SheetCell, SheetDay, SheetFilter, SheetRow, SheetSums, UnitLink,
            UnitMonth, Units,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "unit-month", render: |lang| render(&unit_month(lang, "unit-month")) },
    Sample { name: "unit-month-unconfirmed", render: |lang| render(&unconfirmed(lang)) },
    Sample { name: "unit-month-none", render: |lang| render(&none(lang)) },
    Sample { name: "units", render: |lang| render(&units(lang)) },
];

const FIRST_NAMES: [&str; 10] =
    ["Siti", "Asep", "Dewi", "Ujang", "Rina", "Hendra", "Nurul", "Eko", "Lilis", "Wahyu"];
const LAST_NAMES: [&str; 5] = ["Rahayu", "Suryana", "Hidayat", "Permata", "Kusnadi"];

fn cell(person: i64, day: Date) -> SheetCell {
    let plain = |mark| SheetCell { mark, minutes: None, reason: None, cut: 0 };
    if day.day() >= 25 {
        return plain(DayMark::Ahead);
    }
    match (person * 7 + i64::from(day.day()) * 11) % 67 {
        3 => {
            let minutes = u32::try_from(8 + person % 50).expect("small");
            SheetCell {
                mark: DayMark::Late,
                minutes: Some(minutes),
                reason: Some(Phrase::new("explain-verdict-late").with("late", minutes)),
                cut: 15_419,
            }
        }
        9 => SheetCell {
            mark: DayMark::NeedsLook,
            minutes: None,
            reason: Some(Phrase::new("explain-finding-no-out")),
            cut: 23_128,
        },
        17 if person % 3 == 0 => SheetCell {
            mark: DayMark::Absent,
            minutes: None,
            reason: Some(Phrase::new("explain-verdict-absent")),
            cut: 46_257,
        },
        22 => SheetCell {
            mark: DayMark::LeftEarly,
            minutes: Some(15),
            reason: Some(Phrase::new("explain-verdict-early").with("early", 15_i64)),
            cut: 7_709,
        },
        30 | 31 => SheetCell {
            mark: DayMark::Excused,
            minutes: None,
            reason: Some(Phrase::new("explain-verdict-duty")),
            cut: 0,
        },
        _ => plain(DayMark::Present),
    }
}

fn row(person: i64, dates: &[Date]) -> SheetRow {
    let pick = |list: &[&str], index: i64| {
        let index = usize::try_from(index).expect("not negative") % list.len();
        list.get(index).map_or_else(String::new, |name| (*name).to_owned())
    };
    let cells: Vec<SheetCell> = dates.iter().map(|day| cell(person, *day)).collect();
    SheetRow {
        name: format!("{} {}", pick(&FIRST_NAMES, person), pick(&LAST_NAMES, person / 10)),
        nip: format!("1985{:02}{:02}20100120{:02}", 1 + person % 12, 1 + person % 28, person),
        href: "/samples/my-month-shift".to_owned(),
        day_href: "/samples/my-month-day?day=".to_owned(),
        late_minutes: cells
            .iter()
            .filter(|cell| cell.mark == DayMark::Late)
            .filter_map(|cell| cell.minutes)
            .sum(),
        absent_days: u32::try_from(
            cells.iter().filter(|cell| cell.mark == DayMark::Absent).count(),
        )
        .expect("a month has few days"),
        cut: Some(cells.iter().map(|cell| cell.cut).sum()),
        cells,
    }
}

fn unit_month(lang: Lang, name: &str) -> UnitMonth {
    let first = date(2026, 11, 1);
    let dates: Vec<Date> = first
        .series(Span::new().days(1))
        .take_while(|day| day.month() == 11)
        .filter(|day| day.weekday().to_monday_zero_offset() < 5)
        .collect();
    let mut rows: Vec<SheetRow> = (0..48).map(|person| row(person, &dates)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.cut));
    let by_day = (0..dates.len())
        .map(|column| {
            let has_cut = |row: &&SheetRow| row.cells.get(column).is_some_and(|c| c.cut > 0);
            u32::try_from(rows.iter().filter(has_cut).count()).expect("a unit has few people")
        })
        .collect();
    let problem = |what, href: &str| Problem { what, href: href.to_owned() };
    UnitMonth {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, name),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        month: MonthLinks {
            month: first,
            previous: Some("/samples/unit-month-none".to_owned()),
            next: None,
        },
        status: PayStatus::Simulation,
        closing: Closing::Running(7),
        close: "/samples/closing".to_owned(),
        acts: Some(("/samples/outage".to_owned(), "/samples/event".to_owned())),
        near: Some(Problem {
            what: Phrase::new("page-near-unit").with("count", 2_i64),
            href: "/samples/discipline".to_owned(),
        }),
        payments: Some("/samples/payments".to_owned()),
        problems: vec![
            problem(
                Phrase::new("page-unit-month-todo-silent-terminals").with("count", 1_i64),
                "/samples/terminals#silent-title",
            ),
            problem(
                Phrase::new("page-unit-month-todo-no-out").with("count", 3_i64),
                "/samples/unit-month",
            ),
            problem(
                Phrase::new("page-unit-month-todo-unknown-pins").with("count", 1_i64),
                "/samples/terminals#pins-title",
            ),
            problem(
                Phrase::new("page-unit-month-todo-quarantine").with("count", 2_i64),
                "/samples/terminals#quarantine-title",
            ),
        ],
        filter: SheetFilter::All,
        filter_all: "/samples/unit-month".to_owned(),
        filter_problems: "/samples/unit-month-none".to_owned(),
        search: String::new(),
        address: "/samples/unit-month".to_owned(),
        paging: Paging {
            first: 1,
            last: 48,
            total: 112,
            previous: None,
            next: Some("/samples/unit-month?page=2".to_owned()),
        },
        days: SheetDay::columns(&dates),
        sums: SheetSums {
            people: 112,
            by_day,
            late_minutes: rows.iter().map(|row| row.late_minutes).sum(),
            absent_days: rows.iter().map(|row| row.absent_days).sum(),
            cut: rows.iter().filter_map(|row| row.cut).sum(),
        },
        rows,
    }
}

fn unconfirmed(lang: Lang) -> UnitMonth {
    let mut page = unit_month(lang, "unit-month-unconfirmed");
    page.rows.truncate(3);
    if let Some(first) = page.rows.first_mut() {
        first.cut = None;
    }
    page.problems.insert(
        0,
        Problem {
            what: Phrase::new("page-unit-month-todo-law-silent").with("count", 1_i64),
            href: "/samples/law".to_owned(),
        },
    );
    page.closing = Closing::LawUnconfirmed("/samples/law".to_owned());
    page
}

fn none(lang: Lang) -> UnitMonth {
    let mut page = unit_month(lang, "unit-month-none");
    page.filter = SheetFilter::Problems;
    page.problems.clear();
    page.rows.clear();
    page.status = PayStatus::Final;
    page.closing = Closing::Ready;
    page
}

fn units(lang: Lang) -> Units {
    let unit = |code: &str, name: &str| UnitLink {
        code: code.to_owned(),
        name: name.to_owned(),
        href: "/samples/unit-month".to_owned(),
        today: "/samples/today-unit".to_owned(),
    };
    Units {
        frame: at(lang, Eyes::Bkpsdm, Area::UnitMonth, "units"),
        month: date(2026, 11, 1),
        units: vec![
            unit("1.02", "Dinas Kesehatan"),
            unit("3.27", "Dinas Pertanian dan Perkebunan"),
            unit("7.01.04", "Kecamatan Sukamaju"),
        ],
    }
}
