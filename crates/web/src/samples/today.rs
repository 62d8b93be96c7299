//! Today.

use jiff::civil::{date, time};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::presence::{Missing, SilentToday, Today, TodayCounts, UnitToday},
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "today", render: |lang| render(&regency(lang)) },
    Sample { name: "today-unit", render: |lang| render(&unit(lang)) },
    Sample { name: "today-free", render: |lang| render(&free_day(lang)) },
];

fn counts(due: u32, late: u32, missing: u32, excused: u32) -> TodayCounts {
    TodayCounts { due, present: due - late - missing, late, excused, missing }
}

fn regency(lang: Lang) -> Today {
    let day = date(2026, 11, 24);
    let unit = |name: &str, counts| UnitToday {
        name: name.to_owned(),
        href: "/samples/today-unit".to_owned(),
        counts,
    };
    Today {
        frame: at(lang, Eyes::Bkpsdm, Area::Today, "today"),
        place: "Kabupaten Contoh".to_owned(),
        as_of: day.at(9, 14, 0, 0),
        zone: 7,
        counts: counts(14_212, 641, 1_204, 388),
        missing: Vec::new(),
        outage: None,
        silent: vec![
            SilentToday {
                name: "Kecamatan Sukamaju 1".to_owned(),
                unit: "Kecamatan Sukamaju".to_owned(),
                since: Some(day.at(7, 2, 0, 0)),
                href: Some("/samples/terminal".to_owned()),
            },
            SilentToday {
                name: "SDN 3 Cikupa".to_owned(),
                unit: "Dinas Pendidikan".to_owned(),
                since: Some(date(2026, 11, 23).at(15, 58, 0, 0)),
                href: Some("/samples/terminal".to_owned()),
            },
        ],
        units: vec![
            unit("Kecamatan Sukamaju", counts(42, 1, 38, 2)),
            unit("Dinas Pendidikan", counts(7_810, 302, 911, 140)),
            unit("Dinas Kesehatan", counts(2_344, 120, 160, 88)),
            unit("Dinas Pertanian dan Perkebunan", counts(212, 12, 7, 18)),
        ],
    }
}

fn unit(lang: Lang) -> Today {
    let mut page = regency(lang);
    page.frame = at(lang, Eyes::Operator, Area::Today, "today-unit");
    "Kecamatan Sukamaju".clone_into(&mut page.place);
    let hint = Phrase::new("page-today-hint-silent").with("since", time(7, 2, 0, 0));
    let missing = |name: &str, nip: &str, unit: &str| Missing {
        name: name.to_owned(),
        nip: nip.to_owned(),
        unit: unit.to_owned(),
        href: "/samples/my-month-shift".to_owned(),
        started: time(7, 30, 0, 0),
        hint: Some(hint.clone()),
    };
    page.missing = vec![
        missing("Agus Salim", "198203052008011009", "Seksi Pemerintahan"),
        missing("Maya Lestari", "199011022015042001", "Seksi Pelayanan"),
    ];
    page.counts = counts(42, 1, 38, 2);
    page.silent.truncate(1);
    page.units.clear();
    page.outage = Some("/samples/outage".to_owned());
    page
}

/// Nobody is due, as on a Sunday.
fn free_day(lang: Lang) -> Today {
    let mut page = unit(lang);
    "/samples/today-free".clone_into(&mut page.frame.path);
    page.as_of = date(2026, 12, 25).at(9, 14, 0, 0);
    page.counts = counts(0, 0, 0, 0);
    page.silent.clear();
    page.missing.clear();
    page
}
