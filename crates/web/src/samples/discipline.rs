//! Discipline.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, AreaLink, Frame,
    pages::{
        Choice, DayMark, Paging,
        discipline::{
            CountedDay, Discipline, Field, FieldKind, OpenCase, PersonYear, Square, Standing,
            StepForm, StripMonth,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "discipline", render: |lang| render(&list(lang)) },
    Sample { name: "discipline-none", render: |lang| render(&nobody(lang)) },
    Sample { name: "discipline-year", render: |lang| render(&year(lang)) },
    Sample { name: "discipline-mine", render: |lang| render(&mine(lang)) },
];

pub(super) const UNIT: &str = "Dinas Pertanian dan Perkebunan";
pub(super) const KGB: &str = "penundaan kenaikan gaji berkala selama 1 tahun";
pub(super) const CUT: &str = "pemotongan tunjangan kinerja atau TPP 25 % selama 6 bulan";

pub(super) fn frame(lang: Lang, eyes: Eyes, name: &str) -> Frame {
    let mut frame = at(lang, eyes, Area::Discipline, name);
    let place = frame.areas.iter().position(|link| link.area == Area::Law).unwrap_or(0);
    let href = "/samples/discipline".to_owned();
    frame.areas.insert(place, AreaLink { area: Area::Discipline, href, waits: 0 });
    frame
}

pub(super) fn days() -> Vec<Date> {
    [6, 7, 8, 9, 10, 14, 15, 16, 21, 22, 28].map(|day| date(2026, 7, day)).to_vec()
}

fn alert(code: &str) -> Phrase {
    Phrase::new(format!("discipline-alert-{code}"))
}

fn rung(days: u32, sanction: &str, on: Date) -> Phrase {
    alert("rung").with("days", days).with("sanction", sanction).with("date", on)
}

pub(super) fn imposable(sanction: &str) -> Phrase {
    Phrase::new("page-discipline-imposable").with("sanction", sanction)
}

fn run(days: u32) -> Phrase {
    Phrase::new("page-discipline-in-a-row").with("days", days)
}

fn open_case(name: &str, unit: &str, late: bool) -> OpenCase {
    let step = Phrase::new("discipline-step-summon-second");
    let due = Phrase::new("discipline-due-by").with("step", step);
    OpenCase {
        title: Phrase::new("page-discipline-case").with("number", "41"),
        href: "/samples/discipline-case".to_owned(),
        name: name.to_owned(),
        unit: unit.to_owned(),
        about: Phrase::new("page-discipline-case-about")
            .with("from", date(2026, 7, 6))
            .with("until", date(2026, 7, 28)),
        stage: Phrase::new("discipline-stage-first-missed"),
        next: Some(due.with("date", date(2026, 9, 1))),
        late,
    }
}

fn list(lang: Lang) -> Discipline {
    let standing = |name: &str, nip: &str| Standing {
        name: name.to_owned(),
        nip: nip.to_owned(),
        href: "/samples/discipline-year".to_owned(),
        unit: UNIT.to_owned(),
        absences: days(),
        in_a_row: None,
        alerts: Vec::new(),
        counts: false,
        cases: Vec::new(),
    };
    let stop = alert("salary-stop").with("date", date(2026, 8, 1));
    let row = alert("in-a-row").with("days", 10_u32).with("date", date(2026, 7, 14));
    let stands = Phrase::new("page-discipline-stands")
        .with("number", "41")
        .with("stage", Phrase::new("discipline-stage-first-missed"));
    let (demotion, day) = ("penurunan jabatan setingkat lebih rendah selama 12 bulan", 31);
    Discipline {
        frame: frame(lang, Eyes::Bkpsdm, "discipline"),
        year: 2026,
        until: date(2026, 9, 2),
        years: vec![Choice::chosen("2026", "2026"), Choice::open("2025", "2025")],
        units: vec![Choice::open("3.27", UNIT), Choice::open("1.02", "Dinas Kesehatan")],
        all_units: true,
        mine: None,
        cases: vec![open_case("Dadang Kurnia", UNIT, true)],
        rows: vec![
            Standing {
                in_a_row: Some(run(10)),
                alerts: vec![row, stop, rung(21, demotion, date(2026, 7, day))],
                ..standing("Indah Puspita", "199812122026212003")
            },
            Standing {
                in_a_row: Some(run(5)),
                alerts: vec![
                    rung(11, CUT, date(2026, 7, 28)),
                    alert("cut-waits").with("sanction", KGB),
                ],
                cases: vec![(stands, "/samples/discipline-case".to_owned())],
                ..standing("Dadang Kurnia", "198203052008011009")
            },
            Standing {
                absences: vec![date(2026, 8, 3)],
                counts: true,
                alerts: vec![alert("soon").with("days", 2_u32).with("sanction", "teguran lisan")],
                ..standing("Ujang Hidayat", "199502022024211001")
            },
        ],
        paging: Paging { first: 1, last: 3, total: 3, previous: None, next: None },
    }
}

fn nobody(lang: Lang) -> Discipline {
    Discipline {
        frame: frame(lang, Eyes::Operator, "discipline-none"),
        units: vec![Choice::chosen("3.27", UNIT)],
        all_units: false,
        mine: Some("/samples/discipline-mine".to_owned()),
        cases: Vec::new(),
        rows: Vec::new(),
        paging: Paging { first: 0, last: 0, total: 0, previous: None, next: None },
        ..list(lang)
    }
}

/// January to August with the days absent; before June nothing is known.
fn strip() -> Vec<StripMonth> {
    let mark = |day: Date| match day.weekday() {
        _ if day.month() < 6 => None,
        Weekday::Saturday | Weekday::Sunday => Some(DayMark::Off),
        _ if days().contains(&day) => Some(DayMark::Absent),
        _ if day.month() == 8 && day.day() < 6 => Some(DayMark::Excused),
        _ => Some(DayMark::Present),
    };
    (1..=12)
        .map(|month| {
            let first = date(2026, month, 1);
            let of_month = first.series(1.day()).take_while(|day| day.month() == month);
            let gone = of_month.take_while(|day| *day <= date(2026, 9, 2));
            let squares = gone.map(|day| Square { day: day.day(), mark: mark(day) }).collect();
            StripMonth { month: first, squares }
        })
        .filter(|month: &StripMonth| !month.squares.is_empty())
        .collect()
}

fn year(lang: Lang) -> PersonYear {
    let reached = |day: Date| match day.day() {
        8 => Some(("teguran lisan".to_owned(), "Pasal 9 ayat (2) huruf e angka 1".to_owned())),
        28 => Some((CUT.to_owned(), "Pasal 10 ayat (2) huruf f angka 1".to_owned())),
        _ => None,
    };
    let counted = days().into_iter().map(|day| CountedDay {
        date: day,
        href: "/samples/my-month-day".to_owned(),
        reached: reached(day),
    });
    let field = |name: &str, label: &str, kind: FieldKind, value: &str| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: None,
        kind,
        value: value.to_owned(),
    };
    let posts = ["pengawas", "pelaksana"]
        .map(|code| (Choice::open(code, code), Phrase::new(format!("discipline-post-{code}"))));
    PersonYear {
        frame: frame(lang, Eyes::Bkpsdm, "discipline-year"),
        own: false,
        name: "Dadang Kurnia".to_owned(),
        nip: "198203052008011009".to_owned(),
        unit: format!("{UNIT} · Analis pangan"),
        list: Some("/samples/discipline".to_owned()),
        year: 2026,
        until: date(2026, 9, 2),
        previous: Some("/samples/discipline-year?year=2025".to_owned()),
        next_year: None,
        in_a_row: Some(run(5)),
        alerts: vec![
            rung(11, CUT, date(2026, 7, 28)),
            alert("cut-waits").with("sanction", KGB),
            alert("unknown-days").with("days", 151_u32),
        ],
        next: Some(
            Phrase::new("page-discipline-next")
                .with("days", 3_u32)
                .with("sanction", "pemotongan tunjangan kinerja atau TPP 25 % selama 9 bulan"),
        ),
        strip: strip(),
        days: counted.collect(),
        cases: vec![open_case("", "", true)],
        open: Some(StepForm {
            step: "open".to_owned(),
            title: Phrase::new("page-discipline-open"),
            action: "/samples/discipline-year".to_owned(),
            seen: 0,
            open: true,
            fields: vec![
                field("nip", "page-name", FieldKind::Hidden, "198203052008011009"),
                field("on", "page-discipline-field-on", FieldKind::Short, "02-09-2026"),
                field("days", "page-discipline-open-days", FieldKind::Lines, "06-07-2026"),
                field("post", "page-discipline-open-post", FieldKind::One(posts.to_vec()), ""),
            ],
        }),
        errors: Vec::new(),
    }
}

fn mine(lang: Lang) -> PersonYear {
    let mut page = PersonYear {
        frame: frame(lang, Eyes::Pegawai, "discipline-mine"),
        own: true,
        name: "Siti Rahayu".to_owned(),
        nip: "198504102010012007".to_owned(),
        unit: format!("{UNIT} · Penyuluh"),
        list: None,
        in_a_row: None,
        alerts: Vec::new(),
        next: Some(
            Phrase::new("page-discipline-next")
                .with("days", 3_u32)
                .with("sanction", "teguran lisan"),
        ),
        days: Vec::new(),
        cases: Vec::new(),
        open: None,
        ..year(lang)
    };
    for month in &mut page.strip {
        for square in month.squares.iter_mut().filter(|one| one.mark == Some(DayMark::Absent)) {
            square.mark = Some(DayMark::Present);
        }
    }
    page
}
