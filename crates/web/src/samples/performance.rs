//! How the people of a unit worked.

use jiff::civil::date;
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError, MonthLinks, Paging,
        performance::{CutShown, PerformancePage, WorkRow},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "performance", render: |lang| render(&performance(lang, "performance")) },
    Sample { name: "performance-mistakes", render: |lang| render(&mistakes(lang)) },
    Sample { name: "performance-read", render: |lang| render(&read(lang)) },
];

fn predikat(code: &str) -> Phrase {
    Phrase::new(format!("performance-predikat-{code}"))
}

fn row(number: u32, name: &str) -> WorkRow {
    WorkRow {
        nip: format!("1985041020100120{number:02}"),
        name: name.to_owned(),
        href: "/samples/my-month".to_owned(),
        results: String::new(),
        behaviour: String::new(),
        productivity: String::new(),
        was: "  ".to_owned(),
        predikat: None,
        cut: Some(0),
        closed: None,
    }
}

fn performance(lang: Lang, name: &str) -> PerformancePage {
    let good = WorkRow {
        results: "sesuai".to_owned(),
        behaviour: "di-atas".to_owned(),
        productivity: "100".to_owned(),
        was: "sesuai di-atas 10000".to_owned(),
        predikat: Some(predikat("baik")),
        ..row(1, "Budi Santoso")
    };
    let less = WorkRow {
        results: "di-bawah".to_owned(),
        behaviour: "sesuai".to_owned(),
        productivity: "95,5".to_owned(),
        was: "di-bawah sesuai 9550".to_owned(),
        predikat: Some(predikat("butuh-perbaikan")),
        cut: Some(-223_574),
        ..row(2, "Dewi Permata")
    };
    let silent = WorkRow {
        cut: None,
        closed: Some(Phrase::new("performance-closed-oneself")),
        ..row(3, "Lilis Suryani")
    };
    let codes = ["di-atas", "sesuai", "di-bawah"];
    let made = [
        ["sangat-baik", "baik", "kurang"],
        ["baik", "baik", "kurang"],
        ["butuh-perbaikan", "butuh-perbaikan", "sangat-kurang"],
    ];
    let said = |code: &str| Phrase::new(format!("performance-expectation-{code}"));
    let pairs = codes.iter().zip(made).flat_map(|(results, made)| {
        codes.iter().zip(made).map(move |(behaviour, predikat)| (*results, *behaviour, predikat))
    });
    let cut = |code: &str, rate: &str| CutShown {
        predikat: predikat(code),
        rate: rate.to_owned(),
        base: "Produktivitas kerja".to_owned(),
        source: "Pasal I angka 4, Perbup CONTOH 14/2026".to_owned(),
        href: "/samples/law".to_owned(),
    };
    PerformancePage {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, name),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        month: MonthLinks {
            month: date(2026, 10, 1),
            previous: Some("/samples/performance".to_owned()),
            next: Some("/samples/performance".to_owned()),
        },
        sheet: "/samples/unit-month".to_owned(),
        enter: Some(format!("/samples/{name}")),
        import: Some((
            format!("/samples/{name}"),
            vec![Choice::open("contoh", "contoh: NIP, Predikat Kinerja")],
        )),
        missing: 2,
        asks_productivity: true,
        rows: vec![silent, row(4, "Siti Aminah"), good, less],
        paging: Paging { first: 1, last: 4, total: 4, previous: None, next: None },
        quadrant: pairs
            .map(|(results, behaviour, made)| (said(results), said(behaviour), predikat(made)))
            .collect(),
        cuts: vec![cut("butuh-perbaikan", "10%"), cut("kurang", "25%")],
        errors: Vec::new(),
    }
}

fn mistakes(lang: Lang) -> PerformancePage {
    let mut page = performance(lang, "performance-mistakes");
    let half = "198504102010012004";
    let bad_row = Phrase::new("performance-bad-row")
        .with("line", 6_u32)
        .with("column", "NIP")
        .with("reason", "serves in another unit; leave the row out");
    page.errors = vec![
        FormError {
            field: half.to_owned(),
            text: Phrase::new("performance-bad-half").with("nip", half),
        },
        FormError { field: "file".to_owned(), text: bad_row },
    ];
    for row in page.rows.iter_mut().filter(|row| row.nip == half) {
        "sesuai".clone_into(&mut row.results);
    }
    page
}

/// As somebody sees it who may look only, where the law takes nothing.
fn read(lang: Lang) -> PerformancePage {
    let mut page = performance(lang, "performance-read");
    page.frame = at(lang, Eyes::Auditor, Area::UnitMonth, "performance-read");
    (page.enter, page.import, page.missing) = (None, None, 0);
    page.rows.retain(|row| row.predikat.is_some());
    page.paging = Paging { first: 1, last: 2, total: 2, previous: None, next: None };
    page.cuts.clear();
    page.asks_productivity = false;
    page
}
