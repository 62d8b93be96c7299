//! A draft of the law is made from a file in force, tried on a month, and changes nothing.

use axum::http::{StatusCode, header};
use civil::Month;
use office::Actor;
use web::Site;

use crate::office::{Answer, SITI, Visitor, office};

const PAGE: &str = "/what-if";

/// Tries one file of the regency's law on October.
async fn attempt(visitor: &mut Visitor, name: &str, bytes: &[u8]) -> Answer {
    let fields = [("month", "2026-10"), ("layer", "regency")];
    visitor.send_form(PAGE, &fields, &[("files", name, bytes)]).await
}

#[tokio::test]
async fn a_file_in_force_is_changed_and_tried_and_nothing_is_kept() {
    let office = office().await;
    let pages = web::routes::router(Site::new(office.clone()));
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    assert!(bkpsdm.get("/law").await.links().contains(&PAGE.to_owned()));
    let form = bkpsdm.get(PAGE).await;
    assert!(form.text.contains("value=\"2026-10\""), "{}", form.text);
    let file = "/law/files/regency/tpp.toml".to_owned();
    assert!(form.links().contains(&file), "{:?}", form.links());
    let in_force = bkpsdm.get(&file).await;
    assert_eq!(in_force.header(header::CONTENT_DISPOSITION), "attachment; filename=\"tpp.toml\"");

    let same = attempt(&mut bkpsdm, "tpp.toml", &in_force.bytes).await;
    assert_eq!(same.status, StatusCode::OK, "{}", same.text);
    assert!(same.text.contains("0 dari 3 pegawai berbeda"), "{}", same.text);

    // Class 7 is what all three people have.
    let amounts = AMOUNT;
    assert!(in_force.text.contains(amounts.0), "{}", in_force.text);
    let dearer = in_force.text.replace(amounts.0, amounts.1);
    let root = Actor::command_line("test");
    let october: Month = "2026-10".parse().expect("a month");
    let report = office::allowance::ReportRequest {
        name: office::allowance::ReportName::Payments,
        month: october,
        skpd: None,
        nip: None,
        paid: None,
        number: None,
    };
    let before = office.report(&root, &report).await.expect("a list");
    let told = attempt(&mut bkpsdm, "tpp.toml", dearer.as_bytes()).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    for said in ["3 dari 3 pegawai berbeda", "tidak ada yang disimpan", "Paling naik"] {
        assert!(told.text.contains(said), "{said}: {}", told.text);
    }
    assert!(!told.text.contains("Paling turun"), "{}", told.text);
    let links = told.links();
    for link in [format!("/people/{SITI}/2026-10"), "/units/DISTAN/2026-10".to_owned()] {
        assert!(links.contains(&link), "{link}: {links:?}");
        assert_eq!(bkpsdm.get(&link).await.status, StatusCode::OK, "{link}");
    }
    assert_eq!(office.report(&root, &report).await.expect("a list"), before);
    assert_eq!(bkpsdm.get(&file).await.bytes, in_force.bytes);
}

/// An amount of class 7, and a larger one.
const AMOUNT: (&str, &str) = ("7 = 3854725", "7 = 4854725");

#[tokio::test]
async fn a_draft_that_cannot_be_tried_says_why_and_the_form_stays_filled() {
    let office = office().await;
    let pages = web::routes::router(Site::new(office.clone()));
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let large = vec![b'#'; office::law::DRAFT_BYTES_MAX + 1];
    let cases: [(&str, &[u8], &str); 4] = [
        ("tpp (1).toml", b"title = \"x\"", "tpp (1).toml bukan berkas aturan"),
        ("tpp.toml", &large, "tpp.toml terlalu besar"),
        ("tpp.toml", b"\xff\xfe", "tpp.toml bukan teks UTF-8"),
        ("tpp.toml", b"title = \"x\"\n\nnonsense = 1\n", "regency/contoh/tpp.toml:3:"),
    ];
    for (name, bytes, said) in cases {
        let answer = attempt(&mut bkpsdm, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.text.contains(said), "{said}: {}", answer.text);
        assert!(answer.text.contains("value=\"2026-10\" selected"), "{said}");
    }
    let fields = [("month", "2026-10"), ("layer", "national")];
    let none = bkpsdm.send_form(PAGE, &fields, &[]).await;
    assert!(none.text.contains("Pilih paling sedikit satu berkas"), "{}", none.text);
    assert!(none.text.contains("value=\"national\" selected"), "{}", none.text);
    let file: &[u8] = b"title = \"x\"\n";
    let twice = [("files", "baru.toml", file), ("files", "baru.toml", file)];
    let twice = bkpsdm.send_form(PAGE, &fields, &twice).await;
    assert!(twice.text.contains("baru.toml dipilih dua kali"), "{}", twice.text);
    let fields = [("month", "2031-01"), ("layer", "national")];
    let ahead = bkpsdm.send_form(PAGE, &fields, &[("files", "baru.toml", file)]).await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(ahead.text.contains("Pilih bulan dari daftar"), "{}", ahead.text);
}

#[tokio::test]
async fn it_is_for_whoever_sees_what_everybody_is_paid() {
    let pages = crate::office::pages().await;
    let mut inspector = Visitor::signed_in(pages.clone(), "inspektorat").await;
    assert_eq!(inspector.get(PAGE).await.status, StatusCode::OK);
    for (username, whose) in [(SITI, "one's own"), ("operator.distan", "a unit's")] {
        let mut visitor = Visitor::signed_in(pages.clone(), username).await;
        assert_eq!(visitor.get(PAGE).await.status, StatusCode::FORBIDDEN, "{whose}");
        let answer = attempt(&mut visitor, "tpp.toml", b"title = \"x\"\n").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{whose}");
        assert!(!visitor.get("/law").await.links().contains(&PAGE.to_owned()), "{whose}");
        // The law itself is everybody's to read.
        let file = visitor.get("/law/files/national/hours.toml").await;
        assert_eq!(file.status, StatusCode::OK, "{whose}");
    }
    let unknown = inspector.get("/law/files/regency/..%2Fnational%2Fhours.toml").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
