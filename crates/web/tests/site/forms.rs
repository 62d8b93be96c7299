//! What the pages say about this office, and what its forms do to it.

use axum::http::{StatusCode, header};

use crate::office::{SITI, UJANG, Visitor, pages};

#[tokio::test]
async fn my_month_leads_from_the_rupiah_to_the_scan_and_the_article() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let home = siti.get("/").await;
    assert_eq!(home.header(header::LOCATION), "/me/2026-11");
    let month = siti.get("/me/2026-11").await.text;
    assert!(month.contains("Rp 3.854.725"), "the whole allowance: {month}");
    assert!(month.contains("terlambat 42 menit") && month.contains("tidak ada scan pulang"));
    assert!(month.contains("SIMULASI") && month.contains("Bulan ini belum selesai"));
    let day = siti.get("/me/2026-11?day=3").await.text;
    for said in [
        "Selasa, 3 November 2026",
        "07.30–16.00",
        "08.12.00",
        "masuk",
        "Dinas Pertanian 1",
        "di antara masuk dan pulang",
        "TL2",
        "1 % × Rp 1.541.890",
        "−Rp 15.419",
        "Pasal 12 ayat (2) huruf b",
        "Perpres 21/2023",
    ] {
        assert!(day.contains(said), "no {said} in {day}");
    }
    // A day to come opens nothing, and no day at all is no error.
    for nothing in ["day=28", "day=31", "day=x", "day="] {
        let page = siti.get(&format!("/me/2026-11?{nothing}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Pilih satu hari"), "{nothing}");
    }
}

#[tokio::test]
async fn the_sheet_shows_problems_first_and_narrows() {
    let mut operator = Visitor::signed_in(pages().await, "operator.distan").await;
    let home = operator.get("/").await.header(header::LOCATION).to_owned();
    assert_eq!(home, "/units/DISTAN/2026-11");
    let sheet = operator.get(&home).await.text;
    let (ujang, siti) = (sheet.find("Ujang Hidayat</a>"), sheet.find("Siti Rahmawati</a>"));
    assert!(ujang < siti, "absent for weeks comes before late once");
    assert!(sheet.contains("1 PIN tak dikenal") && sheet.contains("1 scan di karantina"));
    assert!(sheet.contains("1 mesin diam"));
    let one = operator.get(&format!("{home}?about=no-out")).await.text;
    assert!(one.contains("Siti Rahmawati</a>") && !one.contains("Ujang Hidayat</a>"));
    let found = operator.get(&format!("{home}?show=all&search=ujang")).await.text;
    assert!(found.contains("Ujang Hidayat</a>") && !found.contains("Siti Rahmawati</a>"));
    let day = format!("/people/{SITI}/2026-11?day=3");
    assert!(sheet.contains(&format!("href=\"{day}#day\"")));
    assert!(operator.get(&day).await.text.contains("−Rp 15.419"));
}

#[tokio::test]
async fn today_tells_who_is_missing_and_why_perhaps() {
    let pages = pages().await;
    let mut operator = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let today = operator.get("/units/DISTAN/today").await.text;
    assert!(today.contains("1 orang belum scan") && today.contains("Ujang Hidayat"));
    assert!(today.contains("Mesin unit ini diam sejak 27 November 2026"), "{today}");
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let today = bkpsdm.get("/today").await.text;
    assert!(today.contains("Dinas Kesehatan") && today.contains("/units/DINKES/today"));
}

#[tokio::test]
async fn a_waiting_terminal_is_approved() {
    let mut bkpsdm = Visitor::signed_in(pages().await, "bkpsdm").await;
    let path = "/terminals/CONTOH0002/decide";
    let nowhere = bkpsdm.send("/terminals", path, "decision=approve&skpd=").await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nowhere.text.contains("Pilih unit kerja tempat mesin dipasang"));
    let form = "decision=approve&skpd=DINKES&name=Dinas+Kesehatan+1";
    let answer = bkpsdm.send("/terminals", path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let list = bkpsdm.get(answer.header(header::LOCATION)).await.text;
    assert!(list.contains("Mesin Dinas Kesehatan 1 disetujui."), "{list}");
    assert!(!list.contains("menunggu persetujuan"));
    let unknown = bkpsdm.send("/terminals", "/terminals/NOBODY/decide", form).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND, "a page approves only what has called");
    let wrong = bkpsdm.send("/terminals", path, "decision=approve&skpd=NOWHERE").await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_line_in_quarantine_is_repaired_once() {
    let mut bkpsdm = Visitor::signed_in(pages().await, "bkpsdm").await;
    let list = bkpsdm.get("/terminals").await.text;
    let id = list.split("/quarantine/").nth(1).and_then(|rest| rest.split('/').next());
    let path = format!("/quarantine/{}/decide", id.expect("a line waits"));
    let mistakes = bkpsdm.send("/terminals", &path, "decision=repair&pin=1001&at=kemarin").await;
    assert_eq!(mistakes.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        mistakes.text.contains("Isi waktu yang benar") && mistakes.text.contains("Isi alasannya")
    );
    assert!(mistakes.text.contains("value=\"kemarin\""), "what was typed stays");
    let future = "decision=repair&pin=1001&at=05-10-2031+07.30&why=jam+mesin";
    let refused = bkpsdm.send("/terminals", &path, future).await;
    assert!(refused.text.contains("Waktu ini juga tidak masuk akal"));
    let right = "decision=repair&pin=1001&at=04-11-2026+16.02&why=jam+mesin+kembali+ke+awal";
    let done = bkpsdm.send("/terminals", &path, right).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let day = bkpsdm.get(&format!("/people/{SITI}/2026-11?day=4")).await.text;
    assert!(day.contains("16.02.00") && day.contains("hadir tepat waktu"), "{day}");
    assert!(day.contains("waktunya diperbaiki petugas"), "a scan set right is not like the others");
    let again = bkpsdm.send("/terminals", &path, right).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST, "somebody decided it before");
    let none = bkpsdm.send("/terminals", "/quarantine/abc/decide", right).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_unknown_pin_is_connected_by_the_operator() {
    let mut operator = Visitor::signed_in(pages().await, "operator.distan").await;
    let form = |nip: &str| format!("serial=CONTOH0001&pin=1003&from=2026-11-04&nip={nip}");
    let wrong = operator.send("/terminals", "/pins/map", &form("123")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Tidak ada pegawai dengan NIP ini"));
    let elsewhere = operator.send("/terminals", "/pins/map", &form(crate::office::MAYA)).await;
    assert!(elsewhere.text.contains("dari unit lain"), "{}", elsewhere.text);
    let done = operator.send("/terminals", "/pins/map", &form(UJANG)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let day = operator.get(&format!("/people/{UJANG}/2026-11?day=4")).await.text;
    assert!(day.contains("07.29.59"), "{day}");
    // Once it has an owner, and for a PIN that always had one, the form is of no use.
    let again = operator.send("/terminals", "/pins/map", &form(SITI)).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);
    let taken = format!("serial=CONTOH0001&pin=1001&from=2026-11-01&nip={UJANG}");
    let taken = operator.send("/terminals", "/pins/map", &taken).await;
    assert!(taken.text.contains("PIN ini sudah dimiliki seseorang"), "{}", taken.text);
}

#[tokio::test]
async fn the_law_of_a_day_is_shown_with_its_source() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let law = siti.get("/law?on=05-10-2026").await.text;
    assert!(law.contains("Senin, 5 Oktober 2026") && law.contains("Perpres 21/2023"));
    assert!(law.contains("rule.late@2026-09-16"), "the tariff of mid-September");
    let before = siti.get("/law?on=2026-09-15").await.text;
    assert!(!before.contains("rule.late@2026-09-16"));
    let wrong = siti.get("/law?on=31-02-2026").await.text;
    assert!(wrong.contains("Isi tanggal yang ada") && wrong.contains("value=\"31-02-2026\""));
}
