//! What is frozen stays as it was signed, and a month with supplements is paid part by part.

use civil::Role;
use office::{
    OfficeError,
    allowance::{
        BankAsked, BankFileRefused, ReportName, ReportRequest,
        closing::{ClosingMistake, Supplemented},
    },
};
use reports::{BankFormat, BankRefused, Batch, Cell, Table};
use words::Lang;

use crate::{
    fixture::{BUDI, Desk, account},
    unit::{
        ANI, close, close_in_order, load_details, october, paid_desk, payouts, report, request,
        sign, sign_law, skpd, total,
    },
};

const AMOUNTS: [&str; 7] = ["gross", "cut", "plt", "bpjs", "tax", "other", "net"];

fn list(number: Option<u32>) -> ReportRequest {
    ReportRequest { number, ..request(ReportName::Payments, Some("DINKES"), None) }
}

fn bank() -> BankFormat {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/bank/contoh-csv.toml");
    let text = std::fs::read_to_string(path).expect("the format is there");
    BankFormat::read(&text).expect("the format is in order")
}

async fn bank_file(desk: &Desk, number: Option<u32>) -> Result<String, BankFileRefused> {
    let format = bank();
    let batch = Batch { day: desk.office.today(), number: 1 };
    let asked = BankAsked { format: &format, batch, lang: Lang::Id };
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    let file = desk.office.bank_file(&treasurer, &list(number), asked).await?;
    Ok(String::from_utf8(file).expect("the example is UTF-8"))
}

/// The sum of a bank's file, in rupiah.
fn sum(file: &str) -> i64 {
    let amount = |line: &str| {
        let net = line.split(',').nth(2).expect("the amount");
        net.trim_end_matches(".00").parse::<i64>().expect("rupiah")
    };
    file.lines().skip(1).map(amount).sum()
}

/// The amount of a person in a list.
pub(crate) fn amount(table: &Table, of: &str, key: &str) -> i64 {
    let place =
        |key: &str| table.columns.iter().position(|column| column.key == key).expect("a column");
    let (nip, key) = (place("nip"), place(key));
    let row = table
        .data()
        .find(|row| row.cells.get(nip).is_some_and(|cell| cell.plain(Lang::Id) == of))
        .expect("listed");
    row.cells.get(key).and_then(Cell::amount).expect("an amount")
}

/// Details of Budi from within October: another golongan, another account.
async fn promote(desk: &Desk) {
    let row = format!("{BUDI};2026-10-15;IV/a;Bank Contoh;9999999999;\n");
    load_details(desk, &format!("NIP;Mulai;Golongan;Bank;No. Rekening;Atas Nama\n{row}")).await;
}

#[tokio::test]
async fn what_is_recorded_after_a_closing_changes_neither_tax_nor_account() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    sign(&desk, "DINKES").await;
    let before = (report(&desk, &list(None)).await, bank_file(&desk, None).await.unwrap());
    let reopened = desk.office.reopen_month(&desk.root, &skpd("DINKES"), october(), "why").await;
    let paid_out = OfficeError::Closing(ClosingMistake::PaidOut { on: desk.office.today() });
    assert_eq!(reopened.unwrap_err().to_string(), paid_out.to_string(), "all would be paid twice");
    assert!(before.1.contains("0011223344,Budi Santoso,"), "{}", before.1);
    promote(&desk).await;
    let after = (report(&desk, &list(None)).await, bank_file(&desk, None).await.unwrap());
    assert_eq!(after, before);
    let slip = request(ReportName::Slip, None, Some(BUDI));
    assert_eq!(total(&report(&desk, &slip).await, "amount"), amount(&before.0, BUDI, "net"));
}

#[tokio::test]
async fn a_closing_from_before_payouts_were_frozen_pays_by_the_details_of_today() {
    let desk = paid_desk().await;
    close(&desk, "DINKES").await;
    let tax = |units: &[office::allowance::payments::UnitPayments]| {
        let budi = units[0].people.iter().find(|payment| payment.statement.nip == BUDI).unwrap();
        (budi.payout.deduction, budi.account.as_ref().unwrap().number.clone())
    };
    let before = tax(&payouts(&desk, Some("DINKES")).await);
    promote(&desk).await;
    let after = tax(&payouts(&desk, Some("DINKES")).await);
    assert!(after.0 < before.0, "golongan IV is taxed three times as much");
    assert_eq!(after.1, "9999999999");
}

#[tokio::test]
async fn a_supplement_pays_the_difference_alone_and_the_parts_add_up_to_the_month() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    sign(&desk, "DINKES").await;
    let main = (report(&desk, &list(None)).await, bank_file(&desk, None).await.unwrap());
    // Budi was on duty, which excuses days; Ani's result turns out to be worse.
    let duty = format!("nip;jenis;mulai;sampai;surat\n{BUDI};dinas-luar;2026-10-05;2026-10-16;S\n");
    let done = desk.office.import_excuses(&desk.root, "l.csv", duty.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let worse = format!("NIP;e-Kinerja\n{ANI};60\n");
    let done = desk
        .office
        .import_performance(&desk.root, october(), "k.csv", worse.as_bytes(), false)
        .await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let done = desk.office.supplement_month(&desk.root, &skpd("DINKES"), october(), &[]).await;
    assert!(matches!(done, Ok(Supplemented::Frozen(_))), "{done:?}");

    let first = report(&desk, &list(Some(1))).await;
    for key in AMOUNTS {
        assert_eq!(total(&first, key), total(&main.0, key), "{key} of what was closed first");
    }
    assert_eq!(bank_file(&desk, Some(1)).await.unwrap(), main.1, "it is signed");
    let unsigned = bank_file(&desk, Some(2)).await;
    let is_unsigned = matches!(
        &unsigned,
        Err(BankFileRefused::List(BankRefused::Unsigned { units })) if units == "DINKES"
    );
    assert!(is_unsigned, "{unsigned:?}");
    sign(&desk, "DINKES").await;
    let whole = bank_file(&desk, None).await;
    let several = matches!(
        &whole,
        Err(BankFileRefused::SeveralClosings { closings }) if closings == "DINKES 1, 2"
    );
    assert!(several, "everybody would be paid twice: {whole:?}");
    let all = report(&desk, &list(None)).await;
    let second = report(&desk, &list(Some(2))).await;
    for key in AMOUNTS {
        assert_eq!(total(&first, key) + total(&second, key), total(&all, key), "{key}");
    }
    let (owed, claimed) = (amount(&second, BUDI, "net"), amount(&second, ANI, "net"));
    assert!(owed > 0 && claimed < 0, "{owed} {claimed}");
    let file = bank_file(&desk, Some(2)).await.unwrap();
    assert_eq!(sum(&file), owed, "what is claimed back is no transfer: {file}");
    assert!(file.contains("Budi Santoso") && !file.contains("HYPERLINK"), "{file}");
    // There is no third one, and a number is one of an organisation.
    assert!(desk.office.report(&desk.root, &list(Some(3))).await.is_err());
    let nobodys = ReportRequest { skpd: None, ..list(Some(1)) };
    assert!(desk.office.report(&desk.root, &nobodys).await.is_err());
}
