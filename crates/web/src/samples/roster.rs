//! The roster of a unit.

use civil::Month;
use jiff::civil::date;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        FormError, MonthLinks, Paging,
        roster::{RosterCellShown, RosterColumn, RosterLine, RosterPage, RosterTyped},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "roster", render: |lang| render(&roster(lang, "roster")) },
    Sample { name: "roster-mistakes", render: |lang| render(&mistakes(lang)) },
    Sample { name: "roster-none", render: |lang| render(&none(lang)) },
];

const CYCLE: [&str; 8] = ["P", "P", "S", "S", "M", "M", "-", "-"];

fn short_rest() -> Phrase {
    Phrase::new("roster-warning-short-rest")
        .with("date", date(2026, 11, 12))
        .with("found", Arg::Minutes(600))
        .with("limit", Arg::Minutes(660))
}

fn line(ahead: usize, name: &str) -> RosterLine {
    let cells = (0..30).zip(CYCLE.iter().cycle().skip(ahead)).map(|(day, letter)| {
        let mut cell =
            RosterCellShown { letter: (*letter).to_owned(), ..RosterCellShown::default() };
        match (ahead, day) {
            (0, 11) => cell.warning = Some(short_rest()),
            (2, 4) => cell.excuse = Some(Phrase::new("excuse-cuti-tahunan")),
            (4, 3..7) => cell.given = true,
            _ => {}
        }
        cell
    });
    RosterLine {
        nip: format!("19900101201503200{ahead}"),
        name: name.to_owned(),
        place: "Ruang Melati · rsud-rotasi".to_owned(),
        chosen: false,
        cells: cells.collect(),
    }
}

fn roster(lang: Lang, name: &str) -> RosterPage {
    let shift = |letter: &str, starts: &str, ends: &str| {
        Phrase::new("roster-pattern-shift")
            .with("letter", letter)
            .with("starts", starts)
            .with("ends", ends)
    };
    let november = Month::of(date(2026, 11, 1));
    RosterPage {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, name),
        unit: "RSUD Contoh".to_owned(),
        month: MonthLinks {
            month: november.first(),
            previous: Some("/samples/roster".to_owned()),
            next: Some("/samples/roster".to_owned()),
        },
        address: format!("/samples/{name}"),
        sheet: "/samples/unit-month".to_owned(),
        swap: Some("/samples/swap".to_owned()),
        days: november
            .days()
            .map(|day| RosterColumn {
                date: day,
                holiday: (day.day() == 8).then(|| "Libur rekaan".to_owned()),
            })
            .collect(),
        patterns: vec![(
            "rsud-rotasi".to_owned(),
            vec![
                shift("M", "21.00", "07.00+1"),
                shift("P", "07.00", "14.00"),
                shift("S", "14.00", "21.00"),
            ],
        )],
        rows: vec![line(0, "Siti Aminah"), line(2, "Budi Santoso"), line(4, "Dewi Permata")],
        paging: Paging { first: 1, last: 3, total: 3, previous: None, next: None },
        warnings: vec![("Siti Aminah".to_owned(), short_rest())],
        more_warnings: 0,
        may_give: true,
        typed: RosterTyped {
            from: "1".to_owned(),
            until: "30".to_owned(),
            ..RosterTyped::default()
        },
        errors: Vec::new(),
    }
}

fn mistakes(lang: Lang) -> RosterPage {
    let error =
        |field: &str, key: &str| FormError { field: field.to_owned(), text: Phrase::new(key) };
    let mut page = roster(lang, "roster-mistakes");
    page.errors = vec![error("until", "roster-day-order"), error("turns", "roster-turns-bad")];
    "12".clone_into(&mut page.typed.from);
    "7".clone_into(&mut page.typed.until);
    page.more_warnings = 3;
    for row in &mut page.rows {
        row.chosen = true;
    }
    page
}

fn none(lang: Lang) -> RosterPage {
    let paging = Paging { first: 0, last: 0, total: 0, previous: None, next: None };
    let mut page = RosterPage { paging, rows: Vec::new(), ..roster(lang, "roster-none") };
    page.warnings.clear();
    page
}
