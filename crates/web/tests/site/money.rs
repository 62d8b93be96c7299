//! From the closing page to the files of the payment list: October of DISTAN is looked at, closed,
//! signed, paid, and every form of the list has the same rupiah.

use axum::{
    Router,
    http::{StatusCode, header},
};
use civil::{Month, Skpd};
use office::{
    Actor, Office, Permission,
    allowance::closing::{ClosingState, Signing},
    jobs::{JobAbout, JobContext, JobFile, JobKind, JobRunner},
};
use reports::BankFormat;
use web::Site;

use crate::office::{Answer, MAYA, SITI, UJANG, Visitor, office};

const OPERATOR: &str = "operator.distan";
const CLOSING: &str = "/units/DISTAN/2026-10/closing";
const PAYMENTS: &str = "/units/DISTAN/2026-10/payments";

/// The office with everything known that October needs, and a law that an officer vouched for.
pub(crate) async fn in_order() -> (Office, Router) {
    let office = office().await;
    let root = Actor::command_line("test");
    for act in office.lawbook().law().provisions.acts.keys() {
        // An act may be cited by nothing.
        let _ = office.verify_law(&root, act, UJANG.parse().expect("a NIP"), "read").await;
    }
    let results = format!("NIP;e-Kinerja\n{SITI};100\n{UJANG};100\n");
    let october: Month = "2026-10".parse().expect("a month");
    let done = office.import_performance(&root, october, "k.csv", results.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let details = format!(
        "NIP;Mulai;Golongan;PTKP;Gaji Pokok;Tunjangan Keluarga;Tunjangan Jabatan;BPJS Pegawai;\
         BPJS Pemberi Kerja;PPh Gaji;Bank;No. Rekening;Atas Nama\n\
         {SITI};2026-01-01;III/b;K/1;3.200.000;320.000;185.000;37.050;148.200;0;Bank Contoh;\
         0011223344;\n\
         {UJANG};2026-01-01;III/c;K/2;3.500.000;350.000;185.000;40.350;161.400;0;Bank Contoh;\
         0055667788;\n"
    );
    let done = office.import_details(&root, "d.csv", details.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let site = Site::new(office.clone()).with_banks(vec![bank()]);
    (office, web::routes::router(site))
}

fn bank() -> BankFormat {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/bank/contoh-csv.toml");
    let text = std::fs::read_to_string(path).expect("the format is there");
    BankFormat::read(&text).expect("the format is in order")
}

pub(crate) async fn close(operator: &mut Visitor) -> Answer {
    let closed = operator.send(CLOSING, &format!("{CLOSING}/close"), "nothing=1").await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
    operator.get(closed.header(header::LOCATION)).await
}

/// What stands in the row of sums below a table of the page, by the headings of its columns.
fn total(page: &str, heading: &str) -> i64 {
    let cells = |part: &str, tag: &str| -> Vec<String> {
        let row = page.split_once(&format!("<{part}>")).expect("the part").1;
        let row = row.split_once(&format!("</{part}>")).expect("it ends").0;
        let cells = row.split(['<']).filter(|cell| {
            cell.starts_with("td") || cell.starts_with("th ") || cell.starts_with(tag)
        });
        cells.map(|cell| cell.split_once('>').expect("a tag").1.to_owned()).collect()
    };
    let place = cells("thead", "th").iter().position(|cell| cell == heading);
    let sums = cells("tfoot", "th");
    let sum = sums.get(place.expect("the column")).expect("a sum");
    sum.replace('.', "").parse().expect("an amount")
}

#[tokio::test]
async fn what_is_left_is_listed_and_leads_to_where_it_is_mended() {
    let pages = crate::office::pages().await;
    let mut operator = Visitor::signed_in(pages, OPERATOR).await;
    let sheet = operator.get("/units/DISTAN/2026-10").await.text;
    assert!(sheet.contains(&format!("href=\"{CLOSING}\"")), "{sheet}");
    let page = operator.get(CLOSING).await.text;
    for said in ["Pegawai yang aturannya belum disahkan", "Pegawai tanpa capaian kinerja"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("href=\"/law?on=2026-10-31\""), "{page}");
    assert!(page.contains(&format!("href=\"/people/{SITI}/2026-10\"")), "{page}");
    assert!(!page.contains("/closing/close\""), "what blocks leaves no form");
    let forced = operator.send(CLOSING, &format!("{CLOSING}/close"), "nothing=1").await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forced.text.contains("selesaikan lebih dahulu"), "{}", forced.text);
}

#[tokio::test]
async fn a_month_is_closed_signed_proven_and_opened_again_for_a_reason() {
    let (_, pages) = in_order().await;
    let mut operator = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let page = close(&mut operator).await.text;
    assert!(page.contains("Ditutup dengan nomor 1") && page.contains("Tidak ada yang berbeda"));
    let again = operator.send(CLOSING, &format!("{CLOSING}/close"), "nothing=1").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it is closed");

    let digest = page.split_once("name=\"digest\" value=\"").expect("the operator signs").1;
    let digest = digest.split('"').next().unwrap_or_default().to_owned();
    assert!(!bkpsdm.get(CLOSING).await.text.contains("name=\"digest\""), "it is not their turn");
    let sign = format!("{CLOSING}/sign");
    let stale = operator.send(CLOSING, &sign, "number=1&digest=0000000000000000").await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", stale.text);
    let signed = operator.send(CLOSING, &sign, &format!("number=1&digest={digest}")).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
    let page = operator.get(CLOSING).await.text;
    assert!(page.contains("Operator unit: Ujang Hidayat"), "{page}");
    assert!(page.contains("Menunggu tanda tangan: Pimpinan"), "{page}");
    assert!(!page.contains("name=\"digest\""), "each signature is somebody else's");
    let proof = operator.get(&format!("{CLOSING}?verify=1")).await.text;
    assert!(proof.contains("Terbukti") && proof.contains("2 dari 2 perhitungan sama"), "{proof}");

    let all = bkpsdm.get("/closings/2026-10").await.text;
    let open = all.find("Dinas Kesehatan").expect("it is listed");
    let closed = all.find("Dinas Pertanian").expect("it is listed");
    assert!(open < closed, "what is open comes first");
    assert!(all.contains("Menunggu tanda tangan: Pimpinan"), "{all}");

    let reopen = format!("{CLOSING}/reopen");
    let refused = operator.send(CLOSING, &reopen, "reason=x").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let silent = bkpsdm.send(CLOSING, &reopen, "reason=+").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text.contains("Tuliskan alasan membuka kembali"), "{}", silent.text);
    let done = bkpsdm.send(CLOSING, &reopen, "reason=daftar+apel").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = bkpsdm.get(CLOSING).await.text;
    assert!(page.contains("Penutupan nomor 1 dibuka kembali: daftar apel"), "{page}");
    assert!(page.contains("Belum ditutup"), "{page}");
    assert!(page.contains("ditutup oleh operator.distan,"), "{page}");
    assert!(page.contains("dibuka kembali oleh bkpsdm,"), "{page}");
}

#[tokio::test]
async fn late_facts_become_a_supplement() {
    let (office, pages) = in_order().await;
    let mut operator = Visitor::signed_in(pages, OPERATOR).await;
    close(&mut operator).await;
    let leave =
        format!("nip;jenis;mulai;sampai;surat\n{SITI};dinas-luar;2026-10-01;2026-10-31;ST 1\n");
    let root = Actor::command_line("test");
    let done = office.import_excuses(&root, "l.csv", leave.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let page = operator.get(CLOSING).await.text;
    assert!(page.contains("1 pegawai akan berbeda") && page.contains("fakta terlambat"), "{page}");
    let done = operator.send(CLOSING, &format!("{CLOSING}/supplement"), "nothing=1").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = operator.get(CLOSING).await.text;
    assert!(page.contains("Susulan nomor 2 atas nomor 1"), "{page}");
}

#[tokio::test]
async fn the_screen_and_every_file_have_the_same_rupiah() {
    let (office, pages) = in_order().await;
    let mut operator = Visitor::signed_in(pages.clone(), OPERATOR).await;
    close(&mut operator).await;
    let page = operator.get(PAYMENTS).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains(&format!("href=\"/people/{SITI}/2026-10/slip\"")));
    let columns = [
        ("TPP bruto (Rp)", "gross"),
        ("Potongan (Rp)", "cut"),
        ("BPJS (Rp)", "bpjs"),
        ("PPh 21 (Rp)", "tax"),
        ("Dibayarkan (Rp)", "net"),
    ];
    let json = operator.get("/reports/payments/2026-10.json?skpd=DISTAN").await;
    let json: serde_json::Value = serde_json::from_str(&json.text).expect("JSON");
    let sheet = operator.get("/reports/payments/2026-10.csv?skpd=DISTAN").await;
    let kept = sheet.header(header::CONTENT_DISPOSITION);
    assert_eq!(kept, "attachment; filename=\"payments-DISTAN-2026-10.csv\"");
    let sheet = sheet.text.trim_start_matches('\u{feff}').to_owned();
    let lines = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(sheet.as_bytes())
        .into_records()
        .map(|line| line.expect("CSV"))
        .collect::<Vec<_>>();
    let book = operator.get("/reports/payments/2026-10.xlsx?skpd=DISTAN").await.bytes;
    for (heading, key) in columns {
        let sum = total(&page.text, heading);
        assert!(sum > 0 || key == "cut", "{heading}");
        assert_eq!(json["total"][key].as_i64(), Some(sum), "{heading} in JSON");
        let head = lines.iter().find(|line| line.iter().any(|cell| cell == heading));
        let place = head.expect("the headings").iter().position(|cell| cell == heading);
        let of_people = lines
            .iter()
            .filter(|line| line.iter().any(|cell| cell.contains(SITI) || cell.contains(UJANG)));
        let amount = |line: &csv::StringRecord| {
            line[place.expect("the column")].parse::<i64>().expect("whole rupiah")
        };
        assert_eq!(of_people.map(amount).sum::<i64>(), sum, "{heading} in CSV");
        assert_eq!(xlsx_sum(&book, heading), sum, "{heading} in XLSX");
    }
    let mut slips = 0;
    for nip in [SITI, UJANG] {
        slips +=
            total(&operator.get(&format!("/people/{nip}/2026-10/slip")).await.text, "Jumlah (Rp)");
    }
    assert_eq!(slips, total(&page.text, "Dibayarkan (Rp)"));
    let pdf = operator.get("/reports/payments/2026-10.pdf?skpd=DISTAN").await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.bytes.starts_with(b"%PDF-"));

    let asked = "/reports/bank/2026-10?skpd=DISTAN&format=contoh-csv&batch=1&paid=";
    assert!(page.text.contains("DITUTUP, BELUM DITANDATANGANI"), "{}", page.text);
    assert!(!page.text.contains("/reports/bank/"), "the treasurer pays, not the operator");
    let forbidden = operator.get(&format!("{asked}05-11-2026")).await;
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let unsigned = bkpsdm.get(&format!("{asked}05-11-2026")).await;
    assert_eq!(unsigned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsigned.text.contains("Belum ditandatangani: DISTAN"), "{}", unsigned.text);
    signed_by_all(&office).await;
    assert!(bkpsdm.get(PAYMENTS).await.text.contains("FINAL"), "everybody signed");
    let wrong = bkpsdm.get(&format!("{asked}kemarin")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("value=\"kemarin\"") && wrong.text.contains("Tulis tanggal bayar"));
    let long_ago = bkpsdm.get(&format!("{asked}25-11-1900")).await;
    assert_eq!(long_ago.status, StatusCode::UNPROCESSABLE_ENTITY);
    let possible = "Isi tanggal bayar dari 1 Oktober 2026 sampai 31 Oktober 2027";
    assert!(long_ago.text.contains(possible), "{}", long_ago.text);
    for (day, said) in [("25-11-1900", possible), ("9999", "Tulis tanggal bayar")] {
        for report in ["payments/2026-10?", "spj/2026-10.xlsx?skpd=DISTAN&"] {
            let refused = bkpsdm.get(&format!("/reports/{report}paid={day}")).await;
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{report} {day}");
            assert!(refused.text.contains(said), "{}", refused.text);
        }
    }
    let file = bkpsdm.get(&format!("{asked}05-11-2026")).await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.text);
    let paid = file.text.lines().skip(1).filter_map(|line| line.split(',').nth(2));
    let paid: i64 =
        paid.map(|net| net.trim_end_matches(".00").parse::<i64>().expect("rupiah")).sum();
    assert_eq!(paid, total(&page.text, "Dibayarkan (Rp)"), "{}", file.text);
}

/// Everybody signs the closing of October of DISTAN that waits, as an officer records it.
async fn signed_by_all(office: &Office) {
    let root = Actor::command_line("test");
    let (skpd, month): (Skpd, Month) =
        ("DISTAN".parse().expect("a code"), "2026-10".parse().expect("a month"));
    let status = office.closing_status(&root, &skpd, month).await.expect("it is known");
    let ClosingState::Closed { closing, .. } = status.state else { panic!("it is closed") };
    for signer in [SITI, UJANG, MAYA] {
        let signing = Signing {
            skpd: skpd.clone(),
            month,
            number: Some(closing.number),
            digest: closing.digest.clone(),
            signer: Some(signer.parse().expect("a NIP")),
        };
        office.sign_closing(&root, &signing).await.expect("signed");
    }
}

/// The sum of a column as a spreadsheet program reads it, of the rows of people.
fn xlsx_sum(book: &[u8], heading: &str) -> i64 {
    use calamine::{Reader as _, Xlsx};
    let mut book = Xlsx::new(std::io::Cursor::new(book)).expect("it opens");
    let range = book.worksheet_range_at(0).expect("it has a sheet").expect("it reads");
    let of = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = range.rows().map(of).collect();
    let place = rows.iter().find_map(|row| row.iter().position(|cell| cell == heading));
    let place = place.expect("the column");
    let people = rows.iter().filter(|row| row.iter().any(|cell| cell == SITI || cell == UJANG));
    let amount = |row: &Vec<String>| row.get(place).and_then(|cell| cell.parse::<i64>().ok());
    people.map(|row| amount(row).expect("whole rupiah")).sum()
}

#[tokio::test]
async fn everybody_has_the_own_slip_and_nobody_anothers() {
    let (_, pages) = in_order().await;
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let month = siti.get("/me/2026-10").await.text;
    assert!(month.contains("href=\"/me/2026-10/slip\""), "{month}");
    let slip = siti.get("/me/2026-10/slip").await.text;
    assert!(slip.contains("SIMULASI") && slip.contains("bulan belum ditutup"), "{slip}");
    assert!(slip.contains("href=\"/me/2026-10?day=") && slip.contains("#day\""), "{slip}");
    assert!(slip.contains("PPh 21 final") && slip.contains("Iuran BPJS"), "{slip}");
    for closed in [PAYMENTS, "/payments/2026-10", CLOSING, "/closings/2026-10"] {
        assert_eq!(siti.get(closed).await.status, StatusCode::FORBIDDEN, "{closed}");
    }
    let other = siti.get(&format!("/people/{UJANG}/2026-10/slip")).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let list = siti.get("/reports/payments/2026-10.csv").await;
    assert_eq!(list.status, StatusCode::FORBIDDEN);
    let mine = siti.get("/reports/2026-10").await.text;
    assert!(mine.contains("Slip TPP") && mine.contains("Peringkat"), "{mine}");
    assert!(!mine.contains("Daftar pembayaran TPP"), "{mine}");
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let all = bkpsdm.get("/payments/2026-10").await.text;
    assert!(all.contains(&format!("href=\"{PAYMENTS}\"")), "{all}");
    let long = bkpsdm.get("/reports/payments/2026-10.pdf").await;
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_goes_with_a_request_for_payment_is_fetched_from_the_report() {
    let (_, pages) = in_order().await;
    let mut operator = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let page = operator.get("/reports/spj/2026-10").await;
    assert!(page.text.contains("SPTJM (PDF)"), "{}", page.text);
    let links: Vec<String> =
        page.links().into_iter().filter(|link| link.contains(".pdf")).collect();
    assert_eq!(links, ["/reports/spj/2026-10.pdf", "/reports/sptjm/2026-10.pdf"]);
    let (bundle, letter) = (operator.get(&links[0]).await, operator.get(&links[1]).await);
    for (answer, name) in [(&bundle, "spj-distan-2026-10"), (&letter, "sptjm-distan-2026-10")] {
        assert_eq!(answer.status, StatusCode::OK, "{name}: {}", answer.text);
        assert!(answer.bytes.starts_with(b"%PDF-"), "{name}");
        let kept = answer.header(header::CONTENT_DISPOSITION).to_lowercase();
        assert_eq!(kept, format!("attachment; filename=\"{name}.pdf\""));
    }
    assert!(bundle.bytes.len() > letter.bytes.len(), "the statement is one part of the bundle");

    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let of_unit = bkpsdm.get("/reports/sptjm/2026-10.pdf?skpd=DISTAN").await;
    assert_eq!(of_unit.status, StatusCode::OK);
    // Nobody signs for a regency, for a month without pay, or in another form.
    for none in ["2026-10.pdf", "2024-01.pdf?skpd=DISTAN", "2026-10.csv?skpd=DISTAN", "2026-10"] {
        let answer = bkpsdm.get(&format!("/reports/sptjm/{none}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{none}");
    }
    let mut siti = Visitor::signed_in(pages, SITI).await;
    for theirs in ["/reports/sptjm/2026-10.pdf?skpd=DISTAN", "/reports/spj/2026-10.pdf?skpd=DISTAN"]
    {
        assert_eq!(siti.get(theirs).await.status, StatusCode::FORBIDDEN, "{theirs}");
    }
}

#[tokio::test]
async fn a_list_that_is_long_is_asked_for_as_a_job() {
    let made = async |context: JobContext| {
        let name = format!("payments-{}.pdf", context.month);
        Ok(JobFile { name, bytes: b"%PDF-".to_vec() })
    };
    let kinds = ["payments-pdf", "audit-log"];
    let kinds = kinds.map(|name| JobKind::new(name, Permission::SeePay, JobAbout::Month, made));
    let office = office().await.with_jobs(kinds.to_vec());
    let pages = web::routes::router(Site::new(office.clone()));
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let form = "/jobs?kind=payments-pdf&month=2026-10";
    let page = bkpsdm.get("/reports/payments/2026-10").await;
    assert!(page.links().contains(&form.to_owned()), "{}", page.text);
    assert!(bkpsdm.get("/reports/2026-10").await.links().contains(&form.to_owned()));
    let typed = bkpsdm.get("/reports/payments/2026-10.pdf").await;
    assert_eq!((typed.status, typed.header(header::LOCATION)), (StatusCode::SEE_OTHER, form));
    let chosen = bkpsdm.get(form).await.text;
    assert!(chosen.contains("value=\"payments-pdf\" selected"), "{chosen}");
    assert!(chosen.contains("value=\"2026-10\" selected>Oktober 2026<"), "{chosen}");
    assert!(!chosen.contains("Misalnya 2026-10"), "a month is chosen and not typed");
    let older = bkpsdm.get("/jobs?kind=payments-pdf&month=2019-03").await.text;
    assert!(older.contains("value=\"2019-03\" selected>Maret 2019<"), "{older}");
    let asked = bkpsdm.send(form, "/jobs", "kind=payments-pdf&unit=&month=2026-10").await;
    let job = asked.header(header::LOCATION).to_owned();
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
    let runner = JobRunner::begin(office).await.expect("the runner begins");
    assert!(runner.run_next().await.expect("it runs"));
    let file = bkpsdm.get(&job).await.links().into_iter().find(|link| link.ends_with("/file"));
    assert_eq!(bkpsdm.get(&file.expect("the file is led to")).await.bytes, b"%PDF-");
    // A sheet is nobody's job here, and a unit's list is short.
    let sheet = bkpsdm.get("/reports/sheet/2026-10.pdf").await;
    assert_eq!(sheet.status, StatusCode::BAD_REQUEST);
    let mut operator = Visitor::signed_in(pages, OPERATOR).await;
    let own = operator.get("/reports/payments/2026-10").await.links();
    assert!(own.contains(&"/reports/payments/2026-10.pdf".to_owned()), "{own:?}");
}
