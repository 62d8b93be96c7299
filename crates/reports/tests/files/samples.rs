//! Sample rows of every report. Names, numbers and offices are invented.

use civil::{Month, Rate, Rupiah};
use jiff::civil::date;
use reports::{
    ABSENCES, AbsenceRow, AccountRow, ExtraRow, Frame, GAJI_13, LEAVE_BALANCES, LeaveBalanceRow,
    Note, PAYMENTS, PUNCTUALITY, PaymentRow, Period, Place, PunctualityRow, RECAP, RecapRow, SHEET,
    SIPD, SLIP, SPJ_ACCOUNTS, SPJ_TAX, SheetRow, Signature, SipdRow, SlipRow, THR, Table, TaxRow,
    YEAR_CARD, YearCardRow,
};
use words::Phrase;

/// A month of 28 days, so that a sheet is narrow.
pub(crate) fn month() -> Month {
    Month::of(date(2026, 2, 1))
}

pub(crate) fn frame(period: Period) -> Frame {
    Frame {
        office: "Pemerintah Kabupaten Contoh".to_owned(),
        about: Some("Dinas Pertanian".to_owned()),
        period,
        notes: vec![
            Note::Simulation,
            Note::LawVersion("contoh-3f2a".to_owned()),
            Note::Digest("9c1b".to_owned()),
            Note::Words(Phrase::verbatim("=1+1 bukan rumus")),
        ],
        signatures: vec![
            Signature {
                place: None,
                title: Phrase::verbatim("Kepala Dinas Pertanian"),
                name: "Siti Contoh".to_owned(),
                nip: Some("197504122000012003".to_owned()),
            },
            Signature {
                place: Some(Place { town: "Contoh".to_owned(), on: date(2026, 3, 5) }),
                title: Phrase::new("report-sign-treasurer"),
                name: "Budi Contoh".to_owned(),
                nip: None,
            },
        ],
    }
}

/// Names that break writers: separators, quotes, ends of lines, a formula, length, emoji.
pub(crate) fn hard_names() -> Vec<String> {
    vec![
        "Aminah, S.Pd.".to_owned(),
        "Budi; \"Bud\"".to_owned(),
        "Cici\nbaris dua".to_owned(),
        "=HYPERLINK(\"http://contoh.invalid\";\"klik\")".to_owned(),
        "D".repeat(300),
        "Eko 🌾👩🏽‍🌾".to_owned(),
        "@SUM(A1)".to_owned(),
        "-Fajar".to_owned(),
        "  Gita  ".to_owned(),
    ]
}

pub(crate) fn payment(index: usize, name: &str, unit: &str, gross: i64) -> PaymentRow {
    let (cut, tax) = (gross / 100, gross / 20);
    PaymentRow {
        unit: unit.to_owned(),
        nip: format!("19870412201001{index:04}"),
        name: name.to_owned(),
        class: 7,
        position: "Penyuluh Pertanian".to_owned(),
        gross: Rupiah(gross),
        cut: Rupiah(cut),
        plt: Rupiah(0),
        bpjs: Rupiah(gross / 100),
        tax: Rupiah(tax),
        other: Rupiah(10_000),
        net: Rupiah(gross - cut - gross / 100 - tax - 10_000),
        account: format!("00{index:08}"),
        link: Some(format!("/people/{index}")),
    }
}

pub(crate) fn payments() -> Table {
    let rows = [
        payment(1, "Aminah, S.Pd.", "Dinas Pertanian", 3_854_725),
        payment(2, "=HYPERLINK(\"http://contoh.invalid\")", "Dinas Kesehatan", 2_100_000),
        payment(3, "Cici \"Ci\" Contoh", "Dinas Pertanian", 4_000_001),
    ];
    PAYMENTS.grouped(&rows, |row| &row.unit, frame(Period::Month(month())))
}

fn recap() -> Table {
    let row = |group: &str, unit: &str, people, net| RecapRow {
        group: group.to_owned(),
        unit: unit.to_owned(),
        people,
        gross: Rupiah(net + 700),
        cut: Rupiah(500),
        plt: Rupiah(300),
        bpjs: Rupiah(200),
        tax: Rupiah(200),
        other: Rupiah(100),
        net: Rupiah(net),
        link: None,
    };
    let rows = [
        row("Dinas", "Dinas Pertanian", 120, 411_000_123),
        row("Kecamatan", "Kecamatan Contoh", 31, 99_000_001),
        row("Dinas", "Dinas Kesehatan", 88, 250_500_000),
    ];
    RECAP.grouped(&rows, |row| &row.group, frame(Period::Month(month())))
}

fn slip() -> Table {
    let row = |code: &str, what: Phrase, days: &str, rate: Option<Rate>, amount| SlipRow {
        code: code.to_owned(),
        what,
        days: days.to_owned(),
        base: rate.map(|_| Rupiah(1_541_890)),
        rate,
        amount: Rupiah(amount),
        article: "Perbup CONTOH 4/2026 Pasal 12".to_owned(),
        link: None,
    };
    let rows = [
        row("", Phrase::new("statement-gross"), "", None, 3_854_725),
        row("TL2", Phrase::new("status-late"), "5, 12", Some(Rate::basis_points(125)), -19_274),
        row("TK", Phrase::new("status-absent"), "17", Some(Rate::new(1, 22)), -70_086),
    ];
    SLIP.table(&rows, frame(Period::Month(month())))
}

fn sheet() -> Table {
    let row = |name: &str, codes: &[&str], cut| SheetRow {
        unit: "Dinas Pertanian".to_owned(),
        nip: "198704122010012003".to_owned(),
        name: name.to_owned(),
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        missed_minutes: 42,
        cut: Rupiah(cut),
        link: None,
    };
    let rows = [row("Aminah", &["", "H", "TL", "-"], 15_419), row("Budi", &["", "TK"], 70_086)];
    SHEET.table(&rows, frame(Period::Month(month())))
}

fn absences() -> Table {
    let row = |unit: &str, cause: &str, people, days| AbsenceRow {
        unit: unit.to_owned(),
        cause: Phrase::new(cause),
        people,
        days,
        link: None,
    };
    let rows = [
        row("Dinas Pertanian", "excuse-cuti-sakit", 4, 9),
        row("Dinas Pertanian", "status-absent", 1, 2),
        row("Dinas Kesehatan", "excuse-dinas-luar", 7, 21),
    ];
    ABSENCES.grouped(&rows, |row| &row.unit, frame(Period::Month(month())))
}

fn year_card() -> Table {
    let row = |month: i8, late, net| YearCardRow {
        month: Month::of(date(2026, month, 1)),
        workdays: 20,
        present: 18,
        late,
        late_minutes: 42,
        early_minutes: 0,
        excused: 1,
        absent: 1,
        gross: Rupiah(3_854_725),
        cut: Rupiah(3_854_725 - net),
        net: Rupiah(net),
        link: Some(format!("/me/2026-{month:02}")),
    };
    YEAR_CARD.table(&[row(1, 1, 3_816_178), row(2, 0, 3_854_725)], frame(Period::Year(2026)))
}

fn punctuality() -> Table {
    let row = |rank, unit: &str, on_time: u32| PunctualityRow {
        rank,
        unit: unit.to_owned(),
        people: 30,
        workdays: 600,
        on_time: i64::from(on_time),
        share: Some(Rate::new(on_time, 600)),
    };
    let rows = [row(1, "Dinas Pertanian", 591), row(2, "Kecamatan Contoh", 517)];
    PUNCTUALITY.table(&rows, frame(Period::Month(month())))
}

fn leave_balances() -> Table {
    let row = |name: &str, taken| LeaveBalanceRow {
        unit: "Dinas Pertanian".to_owned(),
        nip: "198704122010012003".to_owned(),
        name: name.to_owned(),
        kind: Phrase::new("excuse-cuti-tahunan"),
        carried: 6,
        entitled: 12,
        taken,
        pending: 1,
        left: 17 - taken,
        link: None,
        employment: Phrase::new("role-employment-pns"),
        at_year_end: 17 - taken,
        lapsing: 11 - taken,
    };
    LEAVE_BALANCES.table(&[row("Aminah", 3), row("Budi", 0)], frame(Period::Day(date(2026, 10, 5))))
}

fn spj_accounts() -> Table {
    let row = |code: &str, name: &str, gross| AccountRow {
        code: code.to_owned(),
        name: name.to_owned(),
        people: 120,
        gross: Rupiah(gross),
        bpjs: Rupiah(10_000),
        tax: Rupiah(20_000),
        other: Rupiah(0),
        net: Rupiah(gross - 30_000),
    };
    let rows = [
        row("1.2.3.04", "Rekening contoh beban kerja", 300_000_000),
        row("1.2.3.05", "Rekening contoh kondisi kerja", 45_000_500),
    ];
    SPJ_ACCOUNTS.table(&rows, frame(Period::Month(month())))
}

fn spj_tax() -> Table {
    let row = |billing: &str, tax| TaxRow {
        tax_code: "000001".to_owned(),
        deposit_code: "002".to_owned(),
        month: month(),
        people: 12,
        base: Rupiah(tax * 20),
        tax: Rupiah(tax),
        billing: billing.to_owned(),
        receipt: String::new(),
    };
    SPJ_TAX.table(&[row("012345678901234", 1_500_000), row("", 77)], frame(Period::Month(month())))
}

fn sipd() -> Table {
    let row = |code: &str, budget, now| SipdRow {
        activity: "9.99.01".to_owned(),
        code: code.to_owned(),
        name: "Rekening contoh".to_owned(),
        budget: Some(Rupiah(budget)),
        before: Rupiah(1_000),
        now: Rupiah(now),
        spent: Rupiah(1_000 + now),
        left: Some(Rupiah(budget - 1_000 - now)),
    };
    SIPD.table(&[row("1.2.3.04", 900_000, 75_000), row("1.2.3.05", 10, 20)], {
        frame(Period::Month(month()))
    })
}

fn extras(report: &'static reports::Report<ExtraRow>) -> Table {
    let names = hard_names().into_iter().take(2);
    let rows: Vec<ExtraRow> = names
        .map(|name| ExtraRow {
            unit: "Dinas Pertanian".to_owned(),
            nip: "199001012015032001".to_owned(),
            name,
            class: 7,
            position: "Penyuluh".to_owned(),
            base: Rupiah(3_816_178),
            allowance: Rupiah(3_816_178),
            tax: Rupiah(190_808),
            net: Rupiah(3_625_370),
            account: "0011223344".to_owned(),
            link: Some("/people/199001012015032001/2026-02".to_owned()),
        })
        .collect();
    report.grouped(&rows, |row| &row.unit, frame(Period::Month(month())))
}

/// A table of each report.
pub(crate) fn tables() -> Vec<Table> {
    vec![
        payments(),
        extras(&THR),
        extras(&GAJI_13),
        recap(),
        slip(),
        sheet(),
        absences(),
        year_card(),
        punctuality(),
        leave_balances(),
        spj_accounts(),
        spj_tax(),
        sipd(),
    ]
}
