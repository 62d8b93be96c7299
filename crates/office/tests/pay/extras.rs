//! THR and the 13th allowance as lists of their own.

use civil::{Employment, Month, Role, Rupiah};
use office::{
    OfficeError,
    allowance::{
        BankAsked, BankFileRefused, ReportName, ReportRequest, StatementDoc,
        closing::Supplemented,
        payments::{PayAsked, PayOpen, UnitExtras},
    },
};
use reports::{BankFormat, BankRefused, Batch, Table};
use words::Lang;

use crate::{
    fixture::{BUDI, Desk, SITI, account, desk, nip},
    unit::{ANI, close_month, load_details, notes, settle, sign_law, sign_month, skpd, total},
};

/// From the fixture's 2 November 2026 back to 5 March, 08.00 WIB.
const BACK_TO_MARCH_SECONDS: i64 = -242 * 24 * 60 * 60;

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// On 5 March, with February's results of work.
async fn march_desk() -> Desk {
    let desk = desk();
    desk.clock.advance_seconds(BACK_TO_MARCH_SECONDS);
    settle(&desk, month("2026-02")).await;
    desk
}

async fn february(desk: &Desk, of: &str) -> StatementDoc {
    let statement = desk.office.statement(&desk.root, &nip(of), month("2026-02")).await;
    statement.expect("the month has facts")
}

async fn thr(desk: &Desk, code: Option<&str>) -> Vec<UnitExtras> {
    let asked =
        PayAsked { skpd: code.map(skpd), month: month("2026-03"), paid: None, number: None };
    let mut units = Vec::new();
    let terms = desk.office.paid_extra(&desk.root, ("thr", &asked), |unit, _| units.push(unit));
    assert_eq!(terms.await.expect("it is paid in March").rests_on, month("2026-02"));
    units
}

fn list(name: ReportName, in_month: &str) -> ReportRequest {
    ReportRequest { name, month: month(in_month), skpd: None, nip: None, paid: None, number: None }
}

async fn report(desk: &Desk, name: ReportName, in_month: &str) -> Table {
    desk.office.report(&desk.root, &list(name, in_month)).await.expect("there is a list")
}

fn net(units: &[UnitExtras], nip: &str) -> Rupiah {
    let mut people = units.iter().flat_map(|unit| &unit.paid.people);
    people.find(|payment| payment.statement.nip == nip).expect("is paid").payout.net
}

#[tokio::test]
async fn thr_is_one_months_tpp_less_tax_and_nothing_else() {
    let desk = march_desk().await;
    let units = thr(&desk, Some("DINKES")).await;
    let tpp = february(&desk, BUDI).await.tpp_net;
    assert!(tpp > 0);
    // Final by golongan III: 5 %, rounded down; no premium.
    assert_eq!(net(&units, BUDI), Rupiah(tpp - tpp * 5 / 100));
    let tpp = february(&desk, ANI).await.tpp_net;
    assert_eq!(net(&units, ANI), Rupiah(tpp - tpp * 15 / 100));
    let table = report(&desk, ReportName::Thr, "2026-03").await;
    assert_eq!(total(&table, "allowance") - total(&table, "tax"), total(&table, "net"));
    let said = notes(&table);
    assert!(said[0].contains("Februari 2026") && said[0].contains("5 Maret 2026"), "{said:?}");
    assert!(table.is_simulation());
}

#[tokio::test]
async fn two_lists_of_a_month_are_taxed_as_one_income_of_a_pppk() {
    let desk = march_desk().await;
    sign_law(&desk).await;
    close_month(&desk, "DISTAN", month("2026-02")).await;
    let tpp = february(&desk, SITI).await.tpp_net;
    let asked = PayAsked { skpd: None, month: month("2026-02"), paid: None, number: None };
    let ordinary = desk.office.payouts(&desk.root, &asked).await.expect("paid out");
    let ordinary = ordinary.iter().flat_map(|unit| &unit.people);
    let siti = ordinary.into_iter().find(|payment| payment.statement.nip == SITI).unwrap();
    let withheld: i64 = siti
        .payout
        .lines
        .iter()
        .filter(|line| line.code == "pph21-ter")
        .map(|line| -line.amount.0)
        .sum();
    // Salary 3,203,600 + 185,000, Tpp and THR of the same amount, employer's premium of 4 % of
    // salary and Tpp: over 7,500,000 and not over 8,550,000, where category A takes 1.5 %.
    let salary = 3_203_600 + 185_000;
    let premium = ((salary + tpp) * 4 + 50) / 100;
    let income = salary + tpp + tpp + premium;
    assert!((7_500_001..=8_550_000).contains(&income), "{income}");
    let tax = income * 15 / 1000 - withheld;
    assert_eq!(net(&thr(&desk, Some("DISTAN")).await, SITI), Rupiah(tpp - tax));
}

#[tokio::test]
async fn a_bank_file_comes_of_it_once_the_month_it_rests_on_is_closed_and_the_law_signed_off() {
    let desk = march_desk().await;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/bank/contoh-csv.toml");
    let text = std::fs::read_to_string(path).expect("the format is there");
    let bank = BankFormat::read(&text).expect("the format is in order");
    let batch = Batch { day: desk.office.today(), number: 1 };
    let table = report(&desk, ReportName::Thr, "2026-03").await;
    assert_eq!(bank.file(&table, batch, Lang::Id), Err(BankRefused::Simulation));
    sign_law(&desk).await;
    let open = thr(&desk, Some("DINKES")).await;
    assert_eq!(open[0].paid.people[0].open, [PayOpen::NotClosed]);
    for code in ["DINKES", "DISTAN"] {
        close_month(&desk, code, month("2026-02")).await;
    }
    let table = report(&desk, ReportName::Thr, "2026-03").await;
    assert!(matches!(bank.file(&table, batch, Lang::Id), Err(BankRefused::Unsigned { .. })));
    for code in ["DINKES", "DISTAN"] {
        sign_month(&desk, code, month("2026-02")).await;
    }
    let table = report(&desk, ReportName::Thr, "2026-03").await;
    assert!(!table.is_simulation(), "{:#?}", notes(&table));
    let file = String::from_utf8(bank.file(&table, batch, Lang::Id).unwrap()).unwrap();
    let paid = file.lines().skip(1).map(|line| line.split(',').nth(2).unwrap());
    let paid: i64 = paid.map(|net| net.trim_end_matches(".00").parse::<i64>().unwrap()).sum();
    assert_eq!(paid, total(&table, "net"));
    // Nothing known later of February changes what was closed.
    let leave =
        format!("nip;jenis;mulai;sampai;surat\n{BUDI};dinas-luar;2026-02-02;2026-02-27;S\n");
    let done = desk.office.import_excuses(&desk.root, "l.csv", leave.as_bytes(), false).await;
    assert_eq!(done.unwrap().bad, []);
    let again = report(&desk, ReportName::Thr, "2026-03").await;
    assert_eq!(total(&again, "net"), total(&table, "net"));
}

#[tokio::test]
async fn who_is_not_entitled_or_has_left_is_counted_and_not_paid() {
    let desk = march_desk().await;
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt,aktif,tpp,alasan tpp\n\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,2026-03-01,tidak,ya,\n\
         {SITI},Siti Aminah,DISTAN,{},5,lima-hari,2026-03-01,ya,ya,\n\
         {ANI},Ani,DINKES,PNS,9,lima-hari,2026-03-01,ya,tidak,cltn\n",
        Employment::PppkParuhWaktu.code()
    ))
    .await;
    let units = thr(&desk, None).await;
    assert!(units.iter().all(|unit| unit.paid.people.is_empty()));
    let left_out: Vec<_> = units.iter().flat_map(|unit| unit.left_out.clone()).collect();
    assert_eq!(left_out, [("extra-excluded", 1), ("left-service", 1), ("extra-not-entitled", 1)]);
}

#[tokio::test]
async fn what_is_not_known_of_a_person_is_said_with_the_name() {
    let desk = march_desk().await;
    load_details(&desk, &format!("nip,mulai,golongan\n{BUDI},2026-03-01,\n")).await;
    let said = notes(&report(&desk, ReportName::Thr, "2026-03").await);
    let has = |text: &str| said.iter().any(|note| note.contains(text));
    assert!(has(&format!("Budi Santoso (NIP {BUDI}): Golongan belum tercatat")), "{said:#?}");
}

#[tokio::test]
async fn another_month_another_day_and_another_unit_are_refused() {
    let desk = march_desk().await;
    let said = async |request: ReportRequest| {
        desk.office.report(&desk.root, &request).await.expect_err("refused").to_string()
    };
    assert!(said(list(ReportName::Thr, "2026-02")).await.contains("not paid in 2026-02"));
    assert!(said(list(ReportName::Gaji13, "2026-03")).await.contains("month 6"));
    let mut late = list(ReportName::Thr, "2026-03");
    late.paid = Some("2026-04-01".parse().unwrap());
    assert!(said(late).await.contains("2026-04-01 is not in 2026-03"));
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    let mut other = list(ReportName::Thr, "2026-03");
    other.skpd = Some(skpd("DISTAN"));
    let refused = desk.office.report(&treasurer, &other).await;
    assert!(matches!(refused, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn after_a_supplement_of_the_month_it_rests_on_only_the_difference_is_paid() {
    let desk = march_desk().await;
    sign_law(&desk).await;
    close_month(&desk, "DINKES", month("2026-02")).await;
    sign_month(&desk, "DINKES", month("2026-02")).await;
    let of = |number| ReportRequest {
        skpd: Some(skpd("DINKES")),
        number,
        ..list(ReportName::Thr, "2026-03")
    };
    let report = async |number| desk.office.report(&desk.root, &of(number)).await.expect("a list");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/bank/contoh-csv.toml");
    let text = std::fs::read_to_string(path).expect("the format is there");
    let format = BankFormat::read(&text).expect("the format is in order");
    let batch = Batch { day: desk.office.today(), number: 1 };
    let asked = BankAsked { format: &format, batch, lang: Lang::Id };
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    let paid = report(None).await;
    let file = desk.office.bank_file(&treasurer, &of(None), asked).await.expect("signed");

    // The result of Budi's work turns out to be worse, that of Ani is what it was.
    let worse = format!("NIP;e-Kinerja\n{BUDI};60\n");
    let (february, bytes) = (month("2026-02"), worse.as_bytes());
    let done = desk.office.import_performance(&desk.root, february, "k.csv", bytes, false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let done = desk.office.supplement_month(&desk.root, &skpd("DINKES"), february, &[]).await;
    assert!(matches!(done, Ok(Supplemented::Frozen(_))), "{done:?}");
    sign_month(&desk, "DINKES", february).await;
    let whole = desk.office.bank_file(&treasurer, &of(None), asked).await;
    let several = matches!(
        &whole,
        Err(BankFileRefused::SeveralClosings { closings }) if closings == "DINKES 1, 2"
    );
    assert!(several, "everybody would be paid twice: {whole:?}");
    assert_eq!(desk.office.bank_file(&treasurer, &of(Some(1)), asked).await.expect("signed"), file);
    let (first, second, all) = (report(Some(1)).await, report(Some(2)).await, report(None).await);
    for key in ["allowance", "tax", "net"] {
        assert_eq!(total(&first, key), total(&paid, key), "{key} of what was paid");
        assert_eq!(total(&first, key) + total(&second, key), total(&all, key), "{key}");
    }
    assert!(total(&second, "net") < 0);
    assert_eq!(second.data().count(), 1, "nothing of Ani's is otherwise");
    let nobody = desk.office.bank_file(&treasurer, &of(Some(2)), asked).await;
    assert!(matches!(nobody, Err(BankFileRefused::List(BankRefused::NobodyToPay))), "{nobody:?}");
    assert!(desk.office.report(&desk.root, &of(Some(3))).await.is_err(), "there is no third one");
    let numbers = desk.office.closing_numbers(&treasurer, &skpd("DINKES"), &of(None)).await;
    assert_eq!(numbers.expect("may see"), [1, 2]);
}
