//! A draft of the law.

use jiff::civil::date;
use words::{Arg, Lang, Phrase, Words, format};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError,
        law::{WhatIf, WhatIfPerson, WhatIfStanding, WhatIfTold, WhatIfUnit},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "what-if", render: |lang| render(&form(lang)) },
    Sample { name: "what-if-told", render: |lang| render(&told(lang)) },
    Sample { name: "what-if-same", render: |lang| render(&same(lang)) },
    Sample { name: "what-if-mistakes", render: |lang| render(&mistakes(lang)) },
];

fn form(lang: Lang) -> WhatIf {
    let layer = |word: &str| Phrase::new(format!("page-what-if-layer-{word}"));
    let named = |word: &str| Words::say(lang, &layer(word));
    let files = |names: &[&str]| -> Vec<(String, String)> {
        names.iter().map(|name| ((*name).to_owned(), "/samples/what-if".to_owned())).collect()
    };
    WhatIf {
        frame: at(lang, Eyes::Bkpsdm, Area::Law, "what-if"),
        months: vec![
            Choice::chosen("2026-10", format::month(lang, date(2026, 10, 1))),
            Choice::open("2026-09", format::month(lang, date(2026, 9, 1))),
        ],
        layers: vec![
            Choice::chosen("regency", named("regency")),
            Choice::open("national", named("national")),
        ],
        files_max: 20,
        in_force: vec![
            (layer("regency"), files(&["acts.toml", "deductions.toml", "tpp.toml"])),
            (layer("national"), files(&["acts.toml", "discipline.toml", "holidays.toml"])),
        ],
        errors: Vec::new(),
        faults: Vec::new(),
        more_faults: 0,
        told: None,
    }
}

fn told(lang: Lang) -> WhatIf {
    let person = |name: &str, unit: &str, before, after| WhatIfPerson {
        name: name.to_owned(),
        href: "/samples/my-month".to_owned(),
        unit: unit.to_owned(),
        before,
        after,
    };
    let (farms, health) = ("Dinas Pertanian dan Perkebunan", "Dinas Kesehatan");
    let unit = |name: &str, standing, people, (before, after)| WhatIfUnit {
        name: name.to_owned(),
        href: "/samples/unit-month".to_owned(),
        standing,
        people,
        gain: 1,
        lose: 2,
        before,
        after,
    };
    let changed = Phrase::new("what-if-changed")
        .with("changed", Arg::Count(6))
        .with("people", Arg::Count(1_000));
    let mut page = form(lang);
    "/samples/what-if-told".clone_into(&mut page.frame.path);
    page.told = Some(WhatIfTold {
        month: date(2026, 10, 1),
        changed,
        before: 3_812_400_000,
        after: 3_812_154_500,
        notes: vec![Phrase::new("what-if-silent").with("count", Arg::Count(2))],
        units: vec![
            unit(farms, WhatIfStanding::Closed, 412, (1_902_400_000, 1_902_100_000)),
            unit(health, WhatIfStanding::Open, 588, (1_910_000_000, 1_910_054_500)),
        ],
        losers: vec![
            person("Ujang Hidayat", farms, 3_854_725, 3_654_725),
            person("Siti Rahmawati", farms, 3_854_725, 3_754_725),
        ],
        gainers: vec![person("Maya Lestari", health, 3_800_225, 3_854_725)],
    });
    page
}

fn same(lang: Lang) -> WhatIf {
    let mut page = told(lang);
    "/samples/what-if-same".clone_into(&mut page.frame.path);
    if let Some(told) = &mut page.told {
        told.changed = Phrase::new("what-if-changed")
            .with("changed", Arg::Count(0))
            .with("people", Arg::Count(0));
        (told.before, told.after) = (0, 0);
        told.notes.clear();
        told.units.clear();
        told.losers.clear();
        told.gainers.clear();
    }
    page
}

fn mistakes(lang: Lang) -> WhatIf {
    let mut page = form(lang);
    "/samples/what-if-mistakes".clone_into(&mut page.frame.path);
    let error = |field: &str, key: &str| FormError {
        field: field.to_owned(),
        text: Phrase::new(format!("page-what-if-{key}")),
    };
    page.errors = vec![error("month", "no-month"), error("files", "unreadable")];
    page.faults = vec![
        "regency/contoh/deductions.toml:41: \"rate\" is no share; write it as \"1.25%\"".to_owned(),
        "regency/contoh/deductions.toml:52: the act \"perbup-baru\" is not in acts.toml".to_owned(),
    ];
    page.more_faults = 3;
    page
}
