//! Closing the month of a unit, and where the month of every unit stands.

use jiff::civil::date;
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        FormError, MonthLinks,
        closing::{
            CheckShown, ClosingPage, ClosingRow, ClosingShown, Closings, DriftShown, Frozen,
            NamedPerson, ReopenForm, Severity, SignForm, VerifiedShown,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "closing", render: |lang| render(&open(lang)) },
    Sample { name: "closing-reasons", render: |lang| render(&reasons(lang)) },
    Sample { name: "closing-closed", render: |lang| render(&closed(lang)) },
    Sample { name: "closings", render: |lang| render(&all(lang)) },
];

fn person(name: &str, nip: &str) -> NamedPerson {
    let href = "/samples/my-month".to_owned();
    NamedPerson { name: name.to_owned(), nip: nip.to_owned(), href }
}

fn check(code: &'static str, severity: Severity, count: u32) -> CheckShown {
    CheckShown {
        code,
        what: Phrase::new(format!("closing-check-{code}")),
        severity,
        count,
        href: Some("/samples/decisions".to_owned()),
        people: Vec::new(),
        reason: String::new(),
    }
}

fn open(lang: Lang) -> ClosingPage {
    let mut results = check("results-missing", Severity::Blocks, 12);
    results.href = None;
    let everybody = (1..=12).map(|number| {
        person(&format!("Pegawai Contoh {number}"), &format!("1985041020100120{number:02}"))
    });
    results.people = everybody.collect();
    let mut absent = check("absent-without-cut", Severity::Blocks, 1);
    absent.href = None;
    absent.people = vec![person("Asep Suryana", "198211122008011002")];
    let mut moved = check("moved-in-month", Severity::Acknowledge, 1);
    moved.href = None;
    moved.people = vec![person("Lilis Permata", "199003152014032001")];
    let mut unknown = check("unknown-pins", Severity::Warns, 2);
    unknown.href = Some("/samples/terminals#pins-title".to_owned());
    ClosingPage {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, "closing"),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        month: MonthLinks {
            month: date(2026, 10, 1),
            previous: Some("/samples/closing-closed".to_owned()),
            next: Some("/samples/closing".to_owned()),
        },
        sheet: "/samples/unit-month".to_owned(),
        payments: Some("/samples/payments".to_owned()),
        people: 112,
        state: Phrase::new("closing-state-open"),
        style: "waits",
        checks: vec![
            check("undecided-requests", Severity::Blocks, 3),
            results,
            absent,
            moved,
            unknown,
        ],
        close: None,
        closings: Vec::new(),
        drift: Vec::new(),
        drift_net: 0,
        supplement: None,
        reopen: None,
        reopened: Vec::new(),
        verified: None,
        errors: Vec::new(),
    }
}

/// Nothing stands in the way but what wants a reason, and none was given.
fn reasons(lang: Lang) -> ClosingPage {
    let mut page = open(lang);
    "/samples/closing-reasons".clone_into(&mut page.frame.path);
    page.checks.retain(|check| check.severity != Severity::Blocks);
    page.close = Some("/samples/closing-reasons".to_owned());
    let what = Phrase::new("closing-check-moved-in-month");
    page.errors = vec![FormError {
        field: "reason-moved-in-month".to_owned(),
        text: Phrase::new("page-closing-say-why").with("what", what),
    }];
    page
}

fn by(key: &str, who: &str, day: i8) -> Phrase {
    let when = Phrase::new("page-closing-at")
        .with("at", date(2026, 11, day).at(9, 14, 0, 0))
        .with("zone", "WIB");
    Phrase::new(key).with("who", who).with("at", when)
}

fn signed(role: &str, name: &str, nip: &str, day: i8) -> Phrase {
    let when = Phrase::new("page-closing-at")
        .with("at", date(2026, 11, day).at(10, 2, 0, 0))
        .with("zone", "WIB");
    Phrase::new("page-closing-signed")
        .with("role", Phrase::new(format!("role-{role}")))
        .with("name", name)
        .with("nip", nip)
        .with("at", when)
}

fn shown(number: u32) -> ClosingShown {
    ClosingShown {
        title: Phrase::new("closing-number").with("number", number),
        number,
        state: Phrase::new("closing-state-closed"),
        style: "waits",
        by: vec![by("closing-by", "operator.distan", 3)],
        frozen: Frozen {
            people: 112,
            gross: 431_729_200,
            net: 417_806_911,
            digest: "9f2c61d07be44a0c8d1f55e2b7a3c6904e18fd20a6b97c35d4e0812f6a7bc391".to_owned(),
            law_version: "3d0c5a7e91b2f468".to_owned(),
            engine: "0.1.0".to_owned(),
            counts_until: None,
        },
        noted: vec![(
            Phrase::new("closing-check-moved-in-month"),
            1,
            "SK mutasi 824/112/2026 sudah diterima".to_owned(),
        )],
        signatures: vec![signed("operator", "Yusuf Maulana", "198807072015031002", 3)],
        waits: Some(Phrase::new("closing-waits-for").with("desk", Phrase::new("role-pimpinan"))),
        sign: None,
        verify: "/samples/closing-closed#proof".to_owned(),
        why_reopened: None,
    }
}

fn closed(lang: Lang) -> ClosingPage {
    let mut page = open(lang);
    page.frame = at(lang, Eyes::Bkpsdm, Area::UnitMonth, "closing-closed");
    page.checks.clear();
    page.state = Phrase::new("closing-state-closed");
    let mut standing = shown(2);
    standing.by.push(Phrase::new("closing-in-place-of").with("number", 1_i64));
    standing.sign = Some(SignForm {
        action: "/samples/closing-closed".to_owned(),
        digest: standing.frozen.digest.clone(),
    });
    page.closings = vec![standing];
    page.drift = vec![DriftShown {
        who: person("Siti Rahayu", "198504102010012007"),
        causes: vec![Phrase::new("closing-cause-facts"), Phrase::new("closing-cause-law")],
        net: 15_419,
    }];
    page.drift_net = 15_419;
    page.supplement = Some("/samples/closing-closed".to_owned());
    page.reopen =
        Some(ReopenForm { action: "/samples/closing-closed".to_owned(), reason: String::new() });
    let mut former = shown(1);
    former.state = Phrase::new("closing-state-reopened");
    former.style = "over";
    former.waits = None;
    former.signatures.clear();
    former.by =
        vec![by("closing-closed-by", "operator.distan", 3), by("closing-reopened-by", "bkpsdm", 4)];
    former.why_reopened = Some("Daftar hadir apel 5 Oktober baru diterima".to_owned());
    page.reopened = vec![former];
    page.verified = Some(VerifiedShown {
        number: 2,
        holds: true,
        said: vec![
            Phrase::new("page-closing-digest-same"),
            Phrase::new("page-closing-same").with("same", 111_i64).with("count", 112_i64),
            Phrase::new("page-closing-facts-changed").with("count", 1_i64),
        ],
        differ: Vec::new(),
    });
    page
}

fn all(lang: Lang) -> Closings {
    let row = |name: &str, state: &str, style, left, people, net| ClosingRow {
        name: name.to_owned(),
        href: "/samples/closing".to_owned(),
        state: Phrase::new(format!("closing-state-{state}")),
        style,
        left,
        people,
        net,
    };
    let waits = Phrase::new("closing-waits-for").with("desk", Phrase::new("role-bkpsdm"));
    Closings {
        frame: at(lang, Eyes::Bkpsdm, Area::UnitMonth, "closings"),
        month: MonthLinks {
            month: date(2026, 10, 1),
            previous: Some("/samples/closings".to_owned()),
            next: None,
        },
        open: 1,
        unsigned: 1,
        payments: Some("/samples/payments-all".to_owned()),
        shadow: Some("/samples/shadow-none".to_owned()),
        rows: vec![
            row(
                "Dinas Kesehatan",
                "open",
                "refused",
                vec![
                    Phrase::new("page-closings-undecided").with("count", 3_i64),
                    Phrase::new("page-closings-days").with("count", 41_i64),
                    Phrase::new("page-closings-reopened"),
                ],
                640,
                2_310_442_118,
            ),
            row("Dinas Pertanian dan Perkebunan", "closed", "waits", vec![waits], 112, 417_806_911),
            row(
                "Kecamatan Sukamaju",
                "signed",
                "granted",
                vec![Phrase::new("page-closings-supplements").with("count", 1_i64)],
                31,
                98_214_300,
            ),
        ],
    }
}
