//! People.

use jiff::civil::{Date, date};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, Paging,
        person::{Fact, FactValue, HeldPin, People, PersonPage, PersonRow},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "people", render: |lang| render(&people(lang)) },
    Sample { name: "people-none", render: |lang| render(&none(lang)) },
    Sample { name: "person", render: |lang| render(&person(lang)) },
];

fn people(lang: Lang) -> People {
    let row = |name: &str, nip: &str, position: &str, employment: &str, class, schedule: &str| {
        PersonRow {
            name: name.to_owned(),
            nip: nip.to_owned(),
            href: "/samples/person".to_owned(),
            unit: "Dinas Pertanian dan Perkebunan".to_owned(),
            position: position.to_owned(),
            employment: Phrase::new(employment),
            class,
            schedule: schedule.to_owned(),
        }
    };
    let (pns, pppk) = ("role-employment-pns", "role-employment-pppk");
    People {
        frame: at(lang, Eyes::Bkpsdm, Area::People, "people"),
        search: String::new(),
        units: vec![
            Choice::chosen("3.27", "Dinas Pertanian dan Perkebunan"),
            Choice::open("1.02", "Dinas Kesehatan"),
        ],
        paging: Paging {
            first: 1,
            last: 4,
            total: 16_012,
            previous: None,
            next: Some("/samples/people?page=2".to_owned()),
        },
        rows: vec![
            row("Dadang Kurnia", "198203052008011009", "Analis pangan", pns, Some(7), "lima-hari"),
            row(
                "Indah Puspita",
                "199812122026212003",
                "",
                "role-employment-pppk-paruh-waktu",
                None,
                "pppk-paruh-waktu",
            ),
            row("Siti Rahayu", "198504122010012007", "Penyuluh", pns, Some(7), "lima-hari"),
            row("Ujang Hidayat", "199502022024211001", "Penyuluh", pppk, Some(5), "lima-hari"),
        ],
    }
}

fn none(lang: Lang) -> People {
    let mut page = people(lang);
    "/samples/people-none?search=xyz".clone_into(&mut page.frame.path);
    "xyz".clone_into(&mut page.search);
    page.rows.clear();
    page
}

fn person(lang: Lang) -> PersonPage {
    let value = |value: Phrase, valid_from: Date, recorded: Date| FactValue {
        value,
        valid_from,
        recorded_at: recorded.at(10, 12, 0, 0),
        superseded: false,
        ahead: false,
    };
    let words = |text: &str| Phrase::verbatim(text);
    let fact = |title: &str, history| Fact::new(Phrase::new(title), history);
    let share = |share: &str| Phrase::new("page-person-share").with("share", share);
    let recorded = date(2023, 12, 20);
    let mistyped = FactValue {
        superseded: true,
        ..value(words("Kecamatan Sukamandi"), date(2024, 1, 1), recorded)
    };
    let next = FactValue {
        ahead: true,
        ..value(words("Kepala seksi"), date(2027, 1, 1), date(2026, 11, 20))
    };
    PersonPage {
        claims: Some("/samples/claims".to_owned()),
        frame: at(lang, Eyes::Bkpsdm, Area::People, "person"),
        name: "Dadang Kurnia".to_owned(),
        nip: "198203052008011009".to_owned(),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        month: "/samples/my-month-shift".to_owned(),
        problems: vec![Phrase::new("page-person-no-pin")],
        pins: vec![
            HeldPin {
                pin: "1043".to_owned(),
                group: "utama".to_owned(),
                from: date(2026, 9, 14),
                until: None,
            },
            HeldPin {
                pin: "88".to_owned(),
                group: "utama".to_owned(),
                from: date(2026, 1, 2),
                until: Some(date(2026, 9, 13)),
            },
        ],
        facts: vec![
            fact(
                "page-unit",
                vec![
                    value(
                        words("Dinas Pertanian dan Perkebunan"),
                        date(2026, 9, 14),
                        date(2026, 10, 2),
                    ),
                    value(words("Kecamatan Sukamaju"), date(2024, 1, 1), date(2024, 1, 5)),
                    mistyped,
                ],
            ),
            fact(
                "page-person-position",
                vec![next, value(words("Analis pangan"), date(2024, 1, 1), recorded)],
            ),
            fact(
                "page-person-employment",
                vec![value(Phrase::new("role-employment-pns"), date(2008, 1, 1), recorded)],
            ),
            fact(
                "page-person-eligibility",
                vec![
                    value(share("100 %"), date(2009, 1, 1), recorded),
                    value(share("80 %"), date(2008, 1, 1), recorded),
                ],
            ),
        ],
    }
}
