//! What was paid too much and comes back.

use civil::Month;
use jiff::civil::date;
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError,
        claim::{
            ClaimForm, ClaimMonthShown, ClaimPage, ClaimRow, Claims, PartShown, ReceiptForm,
            WithdrawForm,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "claims", render: |lang| render(&list(lang)) },
    Sample { name: "claims-none", render: |lang| render(&none(lang)) },
    Sample { name: "claim", render: |lang| render(&open(lang)) },
    Sample { name: "claim-withdrawable", render: |lang| render(&withdrawable(lang)) },
    Sample { name: "claim-withdrawn", render: |lang| render(&withdrawn(lang)) },
    Sample { name: "claim-done", render: |lang| render(&done(lang)) },
];

fn list(lang: Lang) -> Claims {
    let row = |id: i64, name: &str, open: i64| ClaimRow {
        id,
        name: name.to_owned(),
        nip: format!("1985041020100120{id:02}"),
        href: "/samples/claim".to_owned(),
        months: vec![date(2026, 9, 1), date(2026, 10, 1)],
        total: 462_570,
        open,
        ended: (open == 0).then(|| Phrase::new("claim-done")),
    };
    let months = |of: [i8; 2], chosen: &str| {
        Choice::months(lang, of.map(|month| Month::of(date(2026, month, 1))), chosen)
    };
    Claims {
        frame: at(lang, Eyes::Operator, Area::Reports, "claims"),
        whose: "Dinas Pertanian dan Perkebunan".to_owned(),
        open: 308_380,
        rows: vec![row(7, "Siti Aminah", 308_380), row(4, "Budi Santoso", 0)],
        form: Some(ClaimForm {
            nip: "19850410".to_owned(),
            from: months([10, 9], "2026-10"),
            until: months([10, 9], ""),
            first: months([11, 12], "2026-12"),
            ..ClaimForm::default()
        }),
        errors: vec![
            FormError { field: "nip".to_owned(), text: Phrase::new("claim-bad-nip") },
            FormError { field: "why".to_owned(), text: Phrase::new("claim-bad-why") },
            FormError { field: "monthly".to_owned(), text: Phrase::new("claim-bad-wish") },
        ],
    }
}

fn none(lang: Lang) -> Claims {
    let frame = at(lang, Eyes::Pegawai, Area::Reports, "claims-none");
    let whose = "Siti Rahayu".to_owned();
    Claims { frame, whose, open: 0, rows: Vec::new(), form: None, errors: Vec::new() }
}

fn open(lang: Lang) -> ClaimPage {
    let part = |month, received| PartShown { month: date(2026, month, 1), due: 154_190, received };
    let month = ClaimMonthShown {
        month: date(2026, 10, 1),
        href: "/samples/my-month".to_owned(),
        paid: 3_854_725,
        right: 3_392_155,
        claimed: 0,
        overpaid: 462_570,
        taken: 0,
        changes: vec![
            (Phrase::verbatim("CB Cuti besar"), Some(date(2026, 10, 5)), -231_285),
            (Phrase::verbatim("CB Cuti besar"), Some(date(2026, 10, 6)), -231_285),
        ],
    };
    ClaimPage {
        frame: at(lang, Eyes::Operator, Area::Reports, "claim"),
        id: 7,
        name: "Siti Aminah".to_owned(),
        nip: "198504102010012007".to_owned(),
        why: "LHP Inspektorat 12/2026".to_owned(),
        total: 462_570,
        received: 154_190,
        open: 308_380,
        ended: None,
        why_withdrawn: None,
        months: vec![month],
        parts: vec![part(10, 154_190), part(11, 0), part(12, 0)],
        findings: vec![
            Phrase::new("payout-plan-capped").with("most", "Rp 848.038"),
            Phrase::new("payout-plan-too-long").with("most", 24_i64),
        ],
        source: "Pasal 25, Perbup CONTOH 12/2024".to_owned(),
        receipts: vec![(date(2026, 11, 2), "STS 1/2026".to_owned(), 154_190)],
        form: Some(ReceiptForm {
            action: "/samples/claim".to_owned(),
            seen: 1,
            on: "kemarin".to_owned(),
            amount: "154.190".to_owned(),
            number: String::new(),
        }),
        withdraw: None,
        errors: vec![FormError { field: "on".to_owned(), text: Phrase::new("claim-bad-date") }],
    }
}

/// As the personnel office sees it, with what it may withdraw.
fn withdrawable(lang: Lang) -> ClaimPage {
    let mut page = open(lang);
    page.frame = at(lang, Eyes::Bkpsdm, Area::Reports, "claim-withdrawable");
    page.withdraw =
        Some(WithdrawForm { action: "/samples/claim".to_owned(), seen: 1, why: String::new() });
    let why = Phrase::new("claim-refused").with("why", Phrase::new("claim-mistake-no-reason"));
    page.errors = vec![FormError { field: "why".to_owned(), text: why }];
    page
}

fn withdrawn(lang: Lang) -> ClaimPage {
    let mut page = open(lang);
    page.frame = at(lang, Eyes::Pegawai, Area::Reports, "claim-withdrawn");
    page.form = None;
    page.errors.clear();
    page.open = 0;
    page.ended = Some(Phrase::new("claim-withdrawn"));
    page.why_withdrawn = Some("LHP 12/2026 ditarik oleh Inspektorat".to_owned());
    page
}

fn done(lang: Lang) -> ClaimPage {
    let mut page = open(lang);
    page.frame = at(lang, Eyes::Pegawai, Area::Reports, "claim-done");
    page.form = None;
    page.errors.clear();
    page.findings.clear();
    (page.received, page.open) = (page.total, 0);
    page.ended = Some(Phrase::new("claim-done"));
    page.receipts.push((date(2026, 11, 9), "STS 2/2026".to_owned(), 308_380));
    page
}
