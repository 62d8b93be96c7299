//! Reports: the same sums in every form, who may see them, and what stands below.

use civil::{PersonId, Role};
use office::{
    Actor, OfficeError,
    allowance::{BankAsked, BankFileRefused, ReportName, payments::PayOpen},
};
use reports::{BankFormat, BankRefused, Batch, Cell, CsvStyle, Table, csv, json, xlsx};
use words::Lang;

use crate::{
    fixture::{BUDI, Desk, SITI, account},
    unit::{
        ANI, close_in_order, load_details, notes, october, paid_desk, payouts, report, request,
        sign, sign_law, statement, sum, total,
    },
};

/// The place of a column.
fn place(table: &Table, key: &str) -> usize {
    table.columns.iter().position(|column| column.key == key).expect("the column")
}

/// The sum of a column as a program reads it in CSV.
fn csv_sum(table: &Table, key: &str) -> i64 {
    let bytes = csv(table, Lang::Id, CsvStyle::Plain);
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let headers = reader.headers().expect("the file has headings");
    let place = headers.iter().position(|name| name == key).expect("the column");
    let amount =
        |row: ::csv::StringRecord| row.get(place).and_then(|cell| cell.parse::<i64>().ok());
    reader.records().map(|row| amount(row.expect("a row")).expect("an amount")).sum()
}

/// The sum of a column as a spreadsheet program reads it, of the rows with a number of a person.
fn xlsx_sum(table: &Table, key: &str) -> i64 {
    use calamine::{Data, Reader as _, Xlsx};
    let bytes = xlsx(table, Lang::Id).expect("a workbook");
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).expect("it opens");
    let range = book.worksheet_range_at(0).expect("it has a sheet").expect("it reads");
    let (place, nip) = (place(table, key), place(table, "nip"));
    let of_person = |row: &Data| match row {
        Data::String(text) => table
            .data()
            .any(|row| row.cells.get(nip).is_some_and(|cell| cell.plain(Lang::Id) == *text)),
        _ => false,
    };
    let amount = |cell: &Data| cell.to_string().parse::<i64>().expect("whole rupiah");
    range
        .rows()
        .filter(|row| row.get(nip).is_some_and(of_person))
        .filter_map(|row| row.get(place).map(amount))
        .sum()
}

#[tokio::test]
async fn every_form_of_the_payment_list_has_the_same_rupiah() {
    let desk = paid_desk().await;
    let units = payouts(&desk, None).await;
    let people = || units.iter().flat_map(|unit| &unit.people);
    let net = sum(people().map(|payment| payment.payout.net));
    let table = report(&desk, &request(ReportName::Payments, None, None)).await;
    assert_eq!(total(&table, "net"), net);
    let parts = ["cut", "bpjs", "tax", "other"].map(|key| total(&table, key)).iter().sum::<i64>();
    assert_eq!(total(&table, "gross") + total(&table, "plt") - parts, net);
    for key in ["gross", "cut", "plt", "bpjs", "tax", "other", "net"] {
        let sum = total(&table, key);
        assert_eq!(csv_sum(&table, key), sum, "{key}");
        assert_eq!(xlsx_sum(&table, key), sum, "{key}");
        let document: serde_json::Value = serde_json::from_str(&json(&table, Lang::Id)).unwrap();
        assert_eq!(document["total"][key].as_i64(), Some(sum), "{key}");
    }
    let recap = report(&desk, &request(ReportName::Recap, None, None)).await;
    assert_eq!((recap.data().count(), total(&recap, "net")), (2, net));
    let accounts = report(&desk, &request(ReportName::Spj, None, None)).await;
    assert_eq!(total(&accounts, "net"), net);
    let tax = report(&desk, &request(ReportName::SpjTax, None, None)).await;
    assert_eq!(total(&tax, "tax"), total(&table, "tax"));
    let codes = |key: &str| -> Vec<String> {
        let place = tax.columns.iter().position(|column| column.key == key).unwrap();
        tax.data().map(|row| row.cells[place].clone()).map(|cell| format!("{cell:?}")).collect()
    };
    // Final for PNS, by effective rates for PPPK, as Contoh chose.
    assert_eq!(codes("tax-code"), ["Text(\"411121\")", "Text(\"411121\")"]);
    assert_eq!(codes("deposit-code"), ["Text(\"402\")", "Text(\"100\")"]);
    let mut slips = 0;
    for nip in [BUDI, ANI, SITI] {
        slips += total(&report(&desk, &request(ReportName::Slip, None, Some(nip))).await, "amount");
    }
    assert_eq!(slips, net);
}

#[tokio::test]
async fn a_name_that_is_a_formula_is_text_in_every_file() {
    let desk = paid_desk().await;
    let table = report(&desk, &request(ReportName::Payments, Some("DINKES"), None)).await;
    for style in [CsvStyle::Plain, CsvStyle::Spreadsheet] {
        let text = String::from_utf8(csv(&table, Lang::Id, style)).unwrap();
        assert!(text.contains("'=HYPERLINK"), "{text}");
        assert!(!text.contains(";=") && !text.contains(",=") && !text.contains("\"="), "{text}");
    }
}

#[tokio::test]
async fn a_list_says_that_it_is_a_simulation_and_why_and_names_who_lacks_what() {
    let desk = paid_desk().await;
    load_details(&desk, &format!("nip,mulai,golongan\n{BUDI},2026-10-01,\n")).await;
    let table = report(&desk, &request(ReportName::Payments, Some("DINKES"), None)).await;
    assert!(table.is_simulation());
    let notes = notes(&table);
    let has = |text: &str| notes.iter().any(|note| note.contains(text));
    assert!(has("bulan belum ditutup (2 orang)"), "{notes:#?}");
    assert!(has("aturan pembayaran"), "{notes:#?}");
    assert!(has(&format!("Budi Santoso (NIP {BUDI}): Golongan belum tercatat")), "{notes:#?}");
}

fn bank() -> BankFormat {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/bank/contoh-csv.toml");
    let text = std::fs::read_to_string(path).expect("the format is there");
    BankFormat::read(&text).expect("the format is in order")
}

#[tokio::test]
async fn a_bank_file_waits_for_every_signature_and_the_log_says_who_had_it() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    let (format, list) = (bank(), request(ReportName::Payments, Some("DINKES"), None));
    let batch = Batch { day: desk.office.today(), number: 1 };
    let asked = BankAsked { format: &format, batch, lang: Lang::Id };
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    let table = report(&desk, &list).await;
    assert!(!table.is_simulation() && table.unsigned().eq(["DINKES"]), "{:#?}", notes(&table));
    assert!(notes(&table).iter().any(|note| note.contains("belum ditandatangani semua: DINKES")));
    let refused = desk.office.bank_file(&treasurer, &list, asked).await;
    let unsigned = BankRefused::Unsigned { units: "DINKES".to_owned() };
    assert!(matches!(&refused, Err(BankFileRefused::List(why)) if *why == unsigned), "{refused:?}");
    sign(&desk, "DINKES").await;
    for (role, unit) in [(Role::Operator, "DINKES"), (Role::Bendahara, "DISTAN")] {
        let other = account(role, Some(unit));
        let refused = desk.office.bank_file(&other, &list, asked).await;
        let forbidden = matches!(refused, Err(BankFileRefused::Office(OfficeError::Forbidden(_))));
        assert!(forbidden, "{role} of {unit}: {refused:?}");
    }
    let before = desk.store.audit(100).await.unwrap().len();
    let file = desk.office.bank_file(&treasurer, &list, asked).await.expect("everybody signed");
    assert!(String::from_utf8(file).unwrap().contains("0011223344,Budi Santoso,"));
    let log = desk.store.audit(100).await.unwrap();
    assert_eq!(log.len(), before + 1);
    let entry = log.iter().find(|entry| entry.verb == "allowance.bank_file").expect("written down");
    let net = total(&report(&desk, &list).await, "net");
    assert_eq!(entry.subject, "2026-10 DINKES");
    assert!(entry.detail.ends_with(&format!("people=2 net={net}")), "{}", entry.detail);
}

#[tokio::test]
async fn no_bank_file_comes_from_a_simulation_and_a_final_one_pays_to_the_rupiah() {
    let desk = paid_desk().await;
    let batch = Batch { day: desk.office.today(), number: 1 };
    let list = request(ReportName::Payments, Some("DINKES"), None);
    let refused = bank().file(&report(&desk, &list).await, batch, Lang::Id);
    assert_eq!(refused, Err(BankRefused::Simulation));
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    sign(&desk, "DINKES").await;
    let table = report(&desk, &list).await;
    assert!(!table.is_simulation(), "{:#?}", notes(&table));
    let file = String::from_utf8(bank().file(&table, batch, Lang::Id).unwrap()).unwrap();
    assert!(file.contains("0011223344,Budi Santoso,"), "{file}");
    let paid = file.lines().skip(1).map(|line| line.split(',').nth(2).unwrap());
    let paid: i64 = paid.map(|net| net.trim_end_matches(".00").parse::<i64>().unwrap()).sum();
    assert_eq!(paid, total(&table, "net"));
}

/// Somebody with an account, who is one of the people.
fn pegawai(person: i64) -> Actor {
    Actor::account(&storage::access::Account {
        id: 9,
        username: "pegawai".to_owned(),
        password_hash: String::new(),
        role: Role::Pegawai,
        skpd: None,
        person: Some(PersonId(person)),
        active: true,
    })
}

async fn ask(
    desk: &Desk,
    actor: &Actor,
    name: ReportName,
    nip: Option<&str>,
) -> Result<Table, OfficeError> {
    desk.office.report(actor, &request(name, None, nip)).await
}

#[tokio::test]
async fn a_slip_is_ones_own_and_leads_to_days_and_articles() {
    let desk = paid_desk().await;
    let budi = pegawai(1);
    let own = ask(&desk, &budi, ReportName::Slip, Some(BUDI)).await.unwrap();
    let other = ask(&desk, &budi, ReportName::Slip, Some(SITI)).await;
    assert!(matches!(other, Err(OfficeError::Forbidden(_))));
    let list = ask(&desk, &budi, ReportName::Payments, None).await;
    assert!(matches!(list, Err(OfficeError::Forbidden(_))));
    let link = own.data().find_map(|row| row.link.as_deref()).expect("a cut has a page");
    assert_eq!(link, format!("/people/{BUDI}/2026-10?day=1"));
    let articles = own
        .data()
        .filter(|row| matches!(&row.cells[6], Cell::Text(text) if text.contains("Pasal")));
    assert!(articles.count() > 3);
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    assert!(ask(&desk, &treasurer, ReportName::Slip, Some(BUDI)).await.is_ok());
    let stranger = ask(&desk, &treasurer, ReportName::Slip, Some(SITI)).await;
    assert!(matches!(stranger, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn ranks_are_for_everybody_and_have_nobody_in_them() {
    let desk = paid_desk().await;
    let table = ask(&desk, &pegawai(1), ReportName::Punctuality, None).await.unwrap();
    let text = json(&table, Lang::Id);
    for secret in [BUDI, SITI, "Budi", "Siti"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(table.data().count(), 2);
    let nobody = ask(&desk, &Actor::program(), ReportName::Punctuality, None).await;
    assert!(matches!(nobody, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn presence_is_reported_as_it_was_counted() {
    let desk = paid_desk().await;
    let sheet = report(&desk, &request(ReportName::Sheet, Some("DINKES"), None)).await;
    let marks = sheet.data().next().unwrap().cells.iter();
    let absent = marks.filter(|cell| **cell == Cell::Text("TK".to_owned())).count();
    let cut =
        statement(&desk, ANI).await.deduction_total + statement(&desk, BUDI).await.deduction_total;
    assert_eq!((absent, total(&sheet, "cut")), (22, -cut));
    let absences = report(&desk, &request(ReportName::Absences, Some("DINKES"), None)).await;
    assert_eq!(total(&absences, "day-count"), 44);
    let card = report(&desk, &request(ReportName::YearCard, None, Some(BUDI))).await;
    assert_eq!(card.data().count(), 11, "January to the running month");
    let ranks = report(&desk, &request(ReportName::Punctuality, None, None)).await;
    assert_eq!((total(&ranks, "workdays"), total(&ranks, "on-time")), (66, 0));
}

#[tokio::test]
async fn the_year_is_spent_month_by_month_and_a_budget_nobody_knows_is_left_blank() {
    let desk = paid_desk().await;
    let sipd = report(&desk, &request(ReportName::Sipd, Some("DINKES"), None)).await;
    assert_eq!(total(&sipd, "spent-before"), 0, "no month before is closed");
    let accounts = report(&desk, &request(ReportName::Spj, Some("DINKES"), None)).await;
    assert_eq!(total(&sipd, "spent-now"), total(&accounts, "spending"));
    let said = notes(&accounts);
    assert!(said[0].contains("SPTJM") && said[0].contains("2 orang"), "{said:?}");
    let budget = sipd.columns.iter().position(|column| column.key == "budget").unwrap();
    assert!(sipd.data().all(|row| row.cells[budget] == Cell::Empty));
}

#[tokio::test]
async fn who_signs_is_who_holds_the_post_and_else_a_dotted_line() {
    let desk = paid_desk().await;
    let posts = format!(
        "skpd;kedudukan;nip;mulai;sebagai\nDINKES;;{ANI};2026-01-01;plt\n\
         DINKES;bendahara;{BUDI};2026-01-01;\n"
    );
    let done =
        desk.office.import_posts(&desk.root, "p.csv", posts.as_bytes(), false).await.unwrap();
    assert_eq!(done.bad, []);
    let table = report(&desk, &request(ReportName::Payments, Some("DINKES"), None)).await;
    let signs: Vec<(String, String)> = table
        .signatures
        .iter()
        .map(|sign| (words::Words::say(Lang::Id, &sign.title), sign.name.clone()))
        .collect();
    assert_eq!(signs[0], ("Bendahara Pengeluaran".to_owned(), "Budi Santoso".to_owned()));
    assert_eq!(signs[1].0, "Plt. Kepala");
    let other = report(&desk, &request(ReportName::Payments, Some("DISTAN"), None)).await;
    assert!(
        other.signatures.iter().all(|sign| sign.name.starts_with("....") && sign.nip.is_none())
    );
}

#[tokio::test]
async fn a_month_without_data_an_unknown_unit_and_a_missing_nip_are_said() {
    let desk = paid_desk().await;
    let mut early = request(ReportName::Payments, None, None);
    early.month = "2020-01".parse().unwrap();
    let nothing = desk.office.report(&desk.root, &early).await.unwrap_err();
    assert!(nothing.to_string().contains("2020-01"), "{nothing}");
    let unknown =
        desk.office.report(&desk.root, &request(ReportName::Sheet, Some("NIHIL"), None)).await;
    assert!(matches!(unknown, Err(OfficeError::NotFound { .. })));
    let slip = ask(&desk, &desk.root, ReportName::Slip, None).await.unwrap_err();
    assert!(slip.to_string().contains("give a NIP"), "{slip}");
    let mut late = request(ReportName::Sheet, None, None);
    late.month = october().next().next().next();
    assert!(desk.office.report(&desk.root, &late).await.is_err());
}

#[test]
fn every_sentence_about_paying_is_in_both_languages() {
    let codes = ["law-unverified", "month-not-over", "productivity-missing", "law-silent"];
    let mut said: Vec<words::Phrase> =
        codes.map(|code| PayOpen::Statement(code.to_owned()).said()).to_vec();
    said.extend([PayOpen::NotClosed.said(), PayOpen::LawUnverified.said()]);
    for phrase in said {
        for lang in Lang::ALL {
            assert_ne!(words::Words::say(lang, &phrase), phrase.key(), "{}", lang.code());
        }
    }
}
