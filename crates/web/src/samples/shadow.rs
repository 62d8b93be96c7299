//! A shadow month.

use jiff::civil::date;
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        FormError, MonthLinks,
        shadow::{CauseShown, ShadowLine, ShadowPage, Told},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "shadow", render: |lang| render(&told(lang)) },
    Sample { name: "shadow-none", render: |lang| render(&none(lang)) },
    Sample { name: "shadow-same", render: |lang| render(&same(lang)) },
];

fn cause(code: &str) -> Phrase {
    Phrase::new(format!("shadow-cause-{code}"))
}

fn none(lang: Lang) -> ShadowPage {
    ShadowPage {
        frame: at(lang, Eyes::Bkpsdm, Area::Reports, "shadow-none"),
        month: MonthLinks {
            month: date(2026, 10, 1),
            previous: Some("/samples/shadow".to_owned()),
            next: None,
        },
        action: "/samples/shadow".to_owned(),
        told: None,
        errors: vec![FormError { field: "file".to_owned(), text: Phrase::new("shadow-page-none") }],
    }
}

fn told(lang: Lang) -> ShadowPage {
    let leave = CauseShown {
        what: cause("leave-unknown-there"),
        amount: Some(-92_513),
        days: vec![date(2026, 10, 5), date(2026, 10, 6)],
    };
    let rounding = CauseShown { what: cause("rounding"), amount: Some(-465), days: Vec::new() };
    let unknown =
        CauseShown { what: cause("unknown-here"), amount: Some(2_100_000), days: Vec::new() };
    let rows = vec![
        ShadowLine {
            name: "197001012000031001".to_owned(),
            nip: "197001012000031001".to_owned(),
            unit: String::new(),
            href: None,
            theirs: Some(2_100_000),
            ours: None,
            difference: 2_100_000,
            causes: vec![unknown],
        },
        ShadowLine {
            name: "Siti Aminah".to_owned(),
            nip: "198504102010012007".to_owned(),
            unit: "Dinas Pertanian dan Perkebunan".to_owned(),
            href: Some("/samples/my-month".to_owned()),
            theirs: Some(3_723_200),
            ours: Some(3_816_178),
            difference: -92_978,
            causes: vec![leave, rounding],
        },
    ];
    let bad = Phrase::new("shadow-page-bad-row")
        .with("line", 4_u32)
        .with("column", "dibayar")
        .with("reason", "\"tiga\" is no amount in whole rupiah; write it as 3816178");
    let mut page = none(lang);
    page.frame = at(lang, Eyes::Bkpsdm, Area::Reports, "shadow");
    page.errors.clear();
    page.told = Some(Told {
        same: Phrase::new("shadow-same").with("same", 110_i64).with("rows", 112_i64),
        theirs: 419_906_911,
        ours: 417_806_911,
        totals: vec![
            (cause("unknown-here"), 1, 2_100_000),
            (cause("leave-unknown-there"), 1, -92_513),
            (cause("rounding"), 1, -465),
        ],
        rows,
        more: 3,
        bad: vec![bad],
        more_bad: 2,
        ignored: "Gol, Ket".to_owned(),
    });
    page
}

fn same(lang: Lang) -> ShadowPage {
    let mut page = told(lang);
    page.frame = at(lang, Eyes::Bkpsdm, Area::Reports, "shadow-same");
    page.told = page.told.map(|told| Told {
        rows: Vec::new(),
        totals: Vec::new(),
        bad: Vec::new(),
        more: 0,
        more_bad: 0,
        ignored: String::new(),
        ..told
    });
    page
}
