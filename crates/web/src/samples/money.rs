//! Payment lists, slips, and the list of reports, from tables as the office lays them out.

use civil::{Month, Rate, Rupiah};
use jiff::civil::date;
use reports::{
    Frame as Around, Note, PAYMENTS, PaymentRow, Period, RECAP, RecapRow, SLIP, Signature, SlipRow,
    Table,
};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, FormError, MonthLinks, PayStatus,
        report::{
            BankForm, Download, DownloadWay, ReportKind, ReportLink, ReportPage, ReportWhose,
            Reports, TableView,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "payments", render: |lang| render(&payments(lang)) },
    Sample { name: "payments-all", render: |lang| render(&recap(lang)) },
    Sample { name: "slip", render: |lang| render(&slip(lang)) },
    Sample { name: "report-nothing", render: |lang| render(&nothing(lang)) },
    Sample { name: "reports", render: |lang| render(&list(lang)) },
];

fn october() -> Month {
    Month::of(date(2026, 10, 1))
}

fn around(about: &str, notes: Vec<Note>) -> Around {
    let signature = |title: &str, name: &str| Signature {
        place: None,
        title: Phrase::new(title),
        name: name.to_owned(),
        nip: Some("197001012000031001".to_owned()),
    };
    Around {
        office: "Pemerintah Kabupaten Contoh".to_owned(),
        about: Some(about.to_owned()),
        period: Period::Month(october()),
        notes,
        signatures: vec![
            signature("report-sign-treasurer", "Wahyu Kusnadi"),
            signature("report-sign-head", "Nurul Hidayat"),
        ],
    }
}

fn downloads() -> Vec<Download> {
    [("XLSX", "xlsx"), ("PDF", "pdf"), ("CSV", "csv"), ("JSON", "json")]
        .map(|(name, ending)| Download {
            name,
            href: format!("/samples/payments?as={ending}"),
            way: DownloadWay::Now,
        })
        .to_vec()
}

/// Of a list of the whole regency, whose PDF is long.
fn long_downloads() -> Vec<Download> {
    let mut files = downloads();
    for file in files.iter_mut().filter(|file| file.name == "PDF") {
        "/samples/jobs".clone_into(&mut file.href);
        file.way = DownloadWay::Later;
    }
    files
}

fn months(name: &str) -> MonthLinks {
    let previous = Some(format!("/samples/{name}"));
    MonthLinks { month: date(2026, 10, 1), previous, next: None }
}

fn page(lang: Lang, name: &str, table: &Table, eyes: (Eyes, Area)) -> ReportPage {
    let key = if table.name == "slip" { "amount" } else { "net" };
    let place = table.columns.iter().position(|column| column.key == key);
    let total = table.total.as_deref().zip(place);
    let net = total.and_then(|(cells, place)| cells.get(place)?.amount());
    let status = if table.is_simulation() { PayStatus::Simulation } else { PayStatus::Final };
    ReportPage {
        frame: at(lang, eyes.0, eyes.1, name),
        title: Phrase::new(format!("report-title-{}", table.name)),
        whose: ReportWhose {
            name: "Dinas Pertanian dan Perkebunan".to_owned(),
            href: Some("/samples/unit-month".to_owned()),
        },
        month: months(name),
        kind: ReportKind::Money(status),
        net,
        by_closing: Vec::new(),
        beside: vec![
            (Phrase::new("page-closing-link"), "/samples/closing".to_owned()),
            (Phrase::new("page-reports-nav"), "/samples/reports".to_owned()),
        ],
        downloads: downloads(),
        bank: None,
        table: TableView::of(
            table,
            lang,
            |_| "/samples/slip".to_owned(),
            (1, |page| format!("/samples/payments?page={page}")),
        ),
        errors: Vec::new(),
    }
}

fn payments(lang: Lang) -> ReportPage {
    let row = |number: i64| PaymentRow {
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        nip: format!("1985041020100120{:02}", number % 100),
        name: format!("Pegawai Contoh {number}"),
        class: 7,
        position: "Analis Ketahanan Pangan".to_owned(),
        gross: Rupiah(3_854_725),
        cut: Rupiah(15_419 * (number % 4)),
        plt: Rupiah(0),
        bpjs: Rupiah(38_547),
        tax: Rupiah(190_809),
        other: Rupiah(25_000),
        net: Rupiah(3_854_725 - 15_419 * (number % 4) - 38_547 - 190_809 - 25_000),
        account: format!("00112233{number:02}"),
        link: Some("/people/x/2026-10".to_owned()),
    };
    let rows: Vec<PaymentRow> = (1..=64).map(row).collect();
    let version = Note::LawVersion("3d0c5a7e91b2f468".to_owned());
    let table = PAYMENTS.table(&rows, around("Dinas Pertanian dan Perkebunan", vec![version]));
    let mut page = page(lang, "payments", &table, (Eyes::Operator, Area::Reports));
    page.bank = Some(BankForm {
        action: "/samples/payments".to_owned(),
        skpd: "DISTAN".to_owned(),
        number: String::new(),
        formats: vec![
            Choice::open("contoh-csv", "contoh-csv"),
            Choice::chosen("contoh-lebar-tetap", "contoh-lebar-tetap"),
        ],
        day: "kemarin".to_owned(),
        batch: "1".to_owned(),
    });
    page.errors =
        vec![FormError { field: "paid".to_owned(), text: Phrase::new("page-report-bank-no-day") }];
    page
}

fn recap(lang: Lang) -> ReportPage {
    let row = |unit: &str, people: i64| RecapRow {
        unit: unit.to_owned(),
        people,
        gross: Rupiah(3_854_725 * people),
        cut: Rupiah(15_419 * people),
        bpjs: Rupiah(38_547 * people),
        tax: Rupiah(190_809 * people),
        net: Rupiah((3_854_725 - 15_419 - 38_547 - 190_809) * people),
        link: Some("/units/x/2026-10".to_owned()),
        ..RecapRow::default()
    };
    let rows = [
        row("Dinas Kesehatan", 640),
        row("Dinas Pertanian dan Perkebunan", 112),
        row("Kecamatan Sukamaju", 31),
    ];
    let why = Phrase::new("payment-note-reason")
        .with("what", Phrase::new("payment-open-not-closed"))
        .with("people", 671_i64);
    let notes = vec![Note::Simulation, Note::Words(why)];
    let table = RECAP.table(&rows, around("Kabupaten Contoh", notes));
    let mut page = page(lang, "payments-all", &table, (Eyes::Bkpsdm, Area::Reports));
    page.whose = ReportWhose { name: "Kabupaten Contoh".to_owned(), href: None };
    page
}

fn slip(lang: Lang) -> ReportPage {
    let row = |code: &str, what: Phrase, amount: i64| SlipRow {
        code: code.to_owned(),
        what,
        days: String::new(),
        base: None,
        rate: None,
        amount: Rupiah(amount),
        article: "Perbup CONTOH 4/2026, Pasal 8".to_owned(),
        link: None,
    };
    let late = SlipRow {
        days: "5".to_owned(),
        base: Some(Rupiah(1_541_890)),
        rate: Some(Rate::new(1, 100)),
        article: "Perbup CONTOH 4/2026, Pasal 12 ayat (2) huruf b".to_owned(),
        link: Some("/people/x/2026-10?day=5".to_owned()),
        ..row("TL2", Phrase::verbatim("Terlambat 31 sampai 60 menit"), -15_419)
    };
    let rows = [
        row("TPP", Phrase::verbatim("Beban kerja"), 2_312_835),
        row("TPP", Phrase::verbatim("Prestasi kerja"), 1_541_890),
        late,
        row("", Phrase::new("payout-line-bpjs-employee"), -38_547),
        row("", Phrase::new("payout-line-pph21-final"), -190_038),
        row("", Phrase::verbatim("Zakat profesi"), -96_368),
    ];
    let why = Phrase::new("payment-note-reason")
        .with("what", Phrase::new("payment-open-payout-law"))
        .with("people", 1_i64);
    let notes = vec![Note::Simulation, Note::Words(why)];
    let about = "Siti Rahayu, NIP 198504102010012007";
    let mut table = SLIP.table(&rows, around(about, notes));
    table.signatures.clear();
    let mut page = page(lang, "slip", &table, (Eyes::Pegawai, Area::MyMonth));
    page.whose = ReportWhose { name: about.to_owned(), href: Some("/samples/my-month".to_owned()) };
    page.beside.remove(0);
    page
}

fn nothing(lang: Lang) -> ReportPage {
    let mut page = slip(lang);
    "/samples/report-nothing".clone_into(&mut page.frame.path);
    page.kind = ReportKind::Other;
    page.net = None;
    page.downloads.clear();
    page.month.previous = None;
    page.table = TableView::nothing();
    page
}

fn list(lang: Lang) -> Reports {
    let row = |title: &str, code: &str| ReportLink {
        name: Phrase::new(format!("report-title-{title}")),
        about: Phrase::new(format!("page-report-about-{code}")),
        href: "/samples/payments".to_owned(),
        downloads: downloads(),
    };
    let mut sheet = row("sheet", "sheet");
    sheet.downloads = long_downloads();
    Reports {
        frame: at(lang, Eyes::Bkpsdm, Area::Reports, "reports"),
        month: months("reports"),
        address: "/samples/reports".to_owned(),
        units: vec![
            Choice::open("DINKES", "Dinas Kesehatan"),
            Choice::chosen("DISTAN", "Dinas Pertanian dan Perkebunan"),
        ],
        rows: vec![
            row("payments", "payments"),
            row("recap", "recap"),
            row("spj-accounts", "spj"),
            row("spj-tax", "spj-tax"),
            sheet,
            row("punctuality", "punctuality"),
        ],
    }
}
