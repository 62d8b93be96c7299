//! A shadow month.

use jiff::civil::date;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError, MonthLinks,
        shadow::{CauseShown, CauseTotal, ShadowLine, ShadowPage, Told},
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

fn total(figure: &str, what: &str, amount: i64) -> CauseTotal {
    let figure = Phrase::new(format!("shadow-step-{figure}"));
    CauseTotal { figure, what: cause(what), people: 1, amount }
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
        units: vec![Choice::open("DISTAN", "Dinas Pertanian dan Perkebunan")],
        told: None,
        errors: vec![FormError { field: "file".to_owned(), text: Phrase::new("shadow-page-none") }],
    }
}

fn told(lang: Lang) -> ShadowPage {
    let leave = CauseShown {
        what: cause("leave-unknown-there"),
        amount: Some(-92_513),
        both: None,
        days: vec![date(2026, 10, 5), date(2026, 10, 6)],
    };
    let rounding =
        CauseShown { what: cause("rounding"), amount: Some(-465), both: None, days: Vec::new() };
    let unknown = CauseShown {
        what: cause("unknown-here"),
        amount: Some(2_100_000),
        both: None,
        days: Vec::new(),
    };
    let figure = |code: &str| Phrase::new(format!("shadow-step-{code}"));
    let follows = CauseShown {
        what: cause("after-cuts"),
        amount: Some(-92_978),
        both: None,
        days: Vec::new(),
    };
    let tax = CauseShown {
        what: cause("tax"),
        amount: Some(190_809),
        both: Some(
            Phrase::new("shadow-both")
                .with("theirs", Arg::Rupiah(0))
                .with("ours", Arg::Rupiah(-190_809)),
        ),
        days: Vec::new(),
    };
    let rows = vec![
        ShadowLine {
            name: "197001012000031001".to_owned(),
            nip: "197001012000031001".to_owned(),
            unit: String::new(),
            href: None,
            figure: figure("received"),
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
            figure: figure("after-cuts"),
            theirs: Some(3_723_200),
            ours: Some(3_816_178),
            difference: -92_978,
            causes: vec![leave, rounding],
        },
        ShadowLine {
            name: "Siti Aminah".to_owned(),
            nip: "198504102010012007".to_owned(),
            unit: "Dinas Pertanian dan Perkebunan".to_owned(),
            href: Some("/samples/my-month".to_owned()),
            figure: figure("received"),
            theirs: Some(3_723_200),
            ours: Some(3_625_369),
            difference: 97_831,
            causes: vec![follows, tax],
        },
    ];
    let bad = Phrase::new("shadow-page-bad-row")
        .with("line", "4")
        .with("column", "dibayar")
        .with("reason", Phrase::new("shadow-fault-no-amount").with("text", "tiga"));
    let mut page = none(lang);
    page.frame = at(lang, Eyes::Bkpsdm, Area::Reports, "shadow");
    page.errors.clear();
    page.told = Some(Told {
        same: Phrase::new("shadow-same").with("same", 110_i64).with("rows", 112_i64),
        elsewhere: 4,
        sums: vec![
            (figure("after-cuts"), 417_713_933, 417_806_911),
            (figure("received"), 419_906_911, 417_709_080),
        ],
        totals: vec![
            total("after-cuts", "leave-unknown-there", -92_513),
            total("after-cuts", "rounding", -465),
            total("received", "unknown-here", 2_100_000),
            total("received", "tax", 190_809),
            total("received", "after-cuts", -92_978),
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
