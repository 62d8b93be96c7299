//! People.

use jiff::civil::{Date, date};
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, Paging,
        person::{Fact, FactValue, People, PersonPage, PersonRow},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "people", render: |lang| render(&people(lang)) },
    Sample { name: "people-none", render: |lang| render(&none(lang)) },
    Sample { name: "person", render: |lang| render(&person(lang)) },
];

fn people(lang: Lang) -> People {
    let row = |name: &str, nip: &str, employment: &str, class, schedule: &str, problem| PersonRow {
        name: name.to_owned(),
        nip: nip.to_owned(),
        href: "/samples/person".to_owned(),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        employment: Phrase::new(employment),
        class,
        schedule: (!schedule.is_empty()).then(|| schedule.to_owned()),
        problem,
    };
    let no_pin = Some(Phrase::new("page-person-no-pin"));
    let no_schedule = Some(Phrase::new("page-person-no-schedule"));
    let five = "Kantor 5 hari";
    People {
        frame: at(lang, Eyes::Bkpsdm, Area::People, "people"),
        problems: vec![
            (Phrase::new("page-people-no-pin").with("count", 12_i64), "/samples/people".to_owned()),
            (
                Phrase::new("page-people-no-schedule").with("count", 3_i64),
                "/samples/people".to_owned(),
            ),
        ],
        search: String::new(),
        units: vec![
            Choice::open("", words::Words::get(lang, "page-people-all-units")),
            Choice::chosen("3.27", "Dinas Pertanian dan Perkebunan"),
            Choice::open("1.02", "Dinas Kesehatan"),
        ],
        paging: Paging {
            first: 1,
            last: 5,
            total: 16_012,
            previous: None,
            next: Some("/samples/people?page=2".to_owned()),
        },
        rows: vec![
            row(
                "Dadang Kurnia",
                "198203052008011009",
                "role-employment-pns",
                Some(7),
                five,
                no_pin,
            ),
            row(
                "Indah Puspita",
                "199812122026212003",
                "role-employment-pppk-paruh-waktu",
                None,
                "",
                no_schedule,
            ),
            row("Siti Rahayu", "198504122010012007", "role-employment-pns", Some(7), five, None),
            row("Ujang Hidayat", "199502022024211001", "role-employment-pppk", Some(5), five, None),
            row("Yayan Supriatna", "THL-0042", "role-employment-non-asn", None, "Jaga kebun", None),
        ],
    }
}

fn none(lang: Lang) -> People {
    let mut page = people(lang);
    "/samples/people-none?search=xyz".clone_into(&mut page.frame.path);
    "xyz".clone_into(&mut page.search);
    page.problems.clear();
    page.rows.clear();
    page
}

fn person(lang: Lang) -> PersonPage {
    let value = |value: Phrase, valid_from: Date, recorded: Date, basis: &str| FactValue {
        value,
        valid_from,
        recorded_at: recorded.at(10, 12, 0, 0),
        basis: Some(basis.to_owned()),
    };
    let words = |text: &str| Phrase::verbatim(text);
    let fact = |title: &str, history: Vec<FactValue>| Fact {
        title: Phrase::new(title),
        now: history.first().cloned(),
        history,
    };
    let share = |numerator| {
        Phrase::new("page-person-eligible")
            .with("percent", Arg::Percent { numerator, denominator: 100 })
    };
    PersonPage {
        frame: at(lang, Eyes::Bkpsdm, Area::People, "person"),
        name: "Dadang Kurnia".to_owned(),
        nip: "198203052008011009".to_owned(),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        month: "/samples/my-month-shift".to_owned(),
        problems: vec![Phrase::new("page-person-no-pin")],
        facts: vec![
            fact(
                "page-person-unit",
                vec![
                    value(
                        words("Dinas Pertanian dan Perkebunan"),
                        date(2026, 9, 14),
                        date(2026, 10, 2),
                        "SK 800/114/2026 · Ratna Wulandari",
                    ),
                    value(
                        words("Kecamatan Sukamaju"),
                        date(2024, 1, 1),
                        date(2023, 12, 20),
                        "SK 800/871/2023 · impor",
                    ),
                ],
            ),
            fact(
                "page-person-employment",
                vec![value(
                    Phrase::new("role-employment-pns"),
                    date(2008, 1, 1),
                    date(2023, 12, 20),
                    "impor",
                )],
            ),
            fact(
                "page-person-eligibility",
                vec![
                    value(share(100), date(2009, 1, 1), date(2023, 12, 20), "impor"),
                    value(share(80), date(2008, 1, 1), date(2023, 12, 20), "impor"),
                ],
            ),
            Fact { title: Phrase::new("page-person-pin"), now: None, history: Vec::new() },
        ],
    }
}
