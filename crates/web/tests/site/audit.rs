//! The audit log as the auditor reads it.

use axum::http::StatusCode;
use office::{
    Actor,
    terminal::{Approval, TerminalState},
};
use web::Site;

use crate::office::{Visitor, office, pages};

#[tokio::test]
async fn an_auditor_reads_who_did_what_in_plain_words() {
    let mut auditor = Visitor::signed_in(pages().await, "inspektorat").await;
    assert!(auditor.get("/today").await.links().contains(&"/audit".to_owned()));
    let log = auditor.get("/audit").await.text;
    for said in [
        "Waktu (WIB)",
        "27 November 2026 09.14.00",
        "menyetujui mesin",
        "mesin CONTOH0001",
        "records=9",
        "test, lewat perintah di server",
    ] {
        assert!(log.contains(said), "no {said} in {log}");
    }
    let found = auditor.get("/audit?subject=contoh0001").await.text;
    assert_eq!(found.matches("<tr><th scope=\"row\"").count(), 2, "{found}");
    assert!(found.contains("value=\"contoh0001\""), "{found}");
    let none = auditor.get("/audit?subject=%25&before=x").await.text;
    assert!(none.contains("Tidak ada yang cocok"), "{none}");
    let endless = auditor.get(&format!("/audit?subject={}", "9".repeat(201))).await;
    assert_eq!(endless.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_long_log_is_read_backwards_page_by_page() {
    let office = office().await;
    let root = Actor::command_line("test");
    for number in 0..60 {
        let approval = Approval {
            serial: format!("LAIN{number:04}").parse().unwrap(),
            state: TerminalState::Refused,
            name: None,
            skpd: None,
            group: None,
            zone: None,
        };
        office.decide_terminal(&root, approval).await.unwrap();
    }
    let mut bkpsdm = Visitor::signed_in(web::routes::router(Site::new(office)), "bkpsdm").await;
    let mut path = "/audit?subject=LAIN".to_owned();
    let mut seen = Vec::new();
    for rows in [50, 10] {
        let page = bkpsdm.get(&path).await;
        let part: Vec<String> = page
            .text
            .split("<td data-label=\"Tentang\">")
            .skip(1)
            .map(|rest| rest[..8].to_owned())
            .collect();
        assert_eq!(part.len(), rows);
        seen.extend(part);
        let older = page
            .links()
            .into_iter()
            .find(|link| link.contains("before=") && !link.contains("lang="));
        match older {
            Some(older) => path = older,
            None => assert!(page.links().contains(&"/audit?subject=LAIN".to_owned())),
        }
    }
    let expected: Vec<_> = (0..60).rev().map(|number| format!("LAIN{number:04}")).collect();
    assert_eq!(seen, expected);
}
