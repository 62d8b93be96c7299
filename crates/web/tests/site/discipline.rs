//! Discipline from the list to a case, as people click and type it.

use axum::http::{StatusCode, header};

use crate::office::{SITI, UJANG, Visitor, pages};

const DAYS: &str = "02-11-2026%0A03-11-2026%0A04-11-2026";

#[tokio::test]
async fn a_case_is_opened_summoned_and_read() {
    let pages = pages().await;
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let list = bkpsdm.get("/discipline").await.text;
    let (ujang, siti) = (list.find("Ujang Hidayat</a>"), list.find("Siti Rahmawati</a>"));
    assert!(ujang.is_some() && ujang < siti, "absent for weeks comes first: {list}");
    assert!(list.contains("Gaji dihentikan mulai 1 Desember 2026 tanpa menunggu keputusan"));
    assert!(list.contains("Sistem tidak memotong sendiri"));

    let year = format!("/people/{UJANG}/discipline?year=2026");
    let shown = bkpsdm.get(&year).await.text;
    assert!(shown.contains("Buka perkara") && shown.contains("pada 13 November 2026"), "{shown}");
    let open = |days: &str, rung: &str, post: &str| {
        format!("nip={UJANG}&on=27-11-2026&days={days}&rung={rung}&post={post}&note=")
    };
    let blank = bkpsdm.send(&year, "/discipline/open", &open("besok", "teguran-lisan", "")).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(blank.text.contains("Tulis hari seperti 05-10-2026, satu sebaris"));
    assert!(blank.text.contains("Pilih jabatan yang dipangku") && blank.text.contains("besok"));
    let high = open(DAYS, "teguran-tertulis", "pelaksana");
    let high = bkpsdm.send(&year, "/discipline/open", &high).await;
    assert!(high.text.contains("Hukuman itu untuk 4 hari tidak masuk, yang disebut 3 hari"));
    let opened = open(DAYS, "teguran-lisan", "pelaksana");
    let opened = bkpsdm.send(&year, "/discipline/open", &opened).await;
    assert_eq!(opened.header(header::LOCATION), "/discipline/1?done=opened");

    let case = "/discipline/1";
    let summons = |examination: &str, examiner: &str| {
        format!(
            "step=summon-first&seen=0&on=27-11-2026&letter=800%2F1&examination={examination}\
             &time=09.00&place=Aula&examiner={examiner}&note="
        )
    };
    let record = format!("{case}/record");
    let short = bkpsdm.send(case, &record, &summons("30-11-2026", SITI)).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The seventh working day after 27 November.
    assert!(short.text.contains("Tetapkan paling cepat 8 Desember 2026"), "{}", short.text);
    assert!(short.text.contains("value=\"30-11-2026\""), "what was typed stays");
    let himself = bkpsdm.send(case, &record, &summons("08-12-2026", UJANG)).await;
    assert!(himself.text.contains("tidak dapat memeriksa dirinya"));
    let done = bkpsdm.send(case, &record, &summons("08-12-2026", SITI)).await;
    assert_eq!(done.header(header::LOCATION), "/discipline/1?done=summon-first");
    let again = bkpsdm.send(case, &record, &summons("08-12-2026", SITI)).await;
    assert!(again.text.contains("Orang lain baru saja mencatat langkah dalam perkara ini"));

    let told = bkpsdm.get("/discipline/1?done=summon-first").await.text;
    assert!(told.contains("Dicatat: panggilan pertama"));
    assert!(told.contains("pemeriksaan pada 8 Desember 2026"));
    assert!(told.contains("Surat panggilan I, lengkap"), "{told}");

    let letter = "/discipline/1/letters/panggilan-1.pdf";
    assert!(told.contains(letter), "{told}");
    let set = bkpsdm.get(letter).await;
    assert_eq!(
        (set.status, set.header(header::CONTENT_TYPE)),
        (StatusCode::OK, "application/pdf"),
        "{}",
        set.text
    );
    assert_eq!(
        set.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"panggilan-1-1.pdf\""
    );
    assert!(set.text.starts_with("%PDF-"));
    // Its step has not come, and there is no such letter.
    for none in ["berita-acara-pemeriksaan.pdf", "panggilan-1", "sptjm.pdf"] {
        let answer = bkpsdm.get(&format!("/discipline/1/letters/{none}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{none}");
    }
    let mut siti = Visitor::signed_in(pages, SITI).await;
    assert_eq!(siti.get(letter).await.status, StatusCode::NOT_FOUND, "another's case");
}

#[tokio::test]
async fn others_read_and_nobody_else_is_told() {
    let pages = pages().await;
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let year = format!("/people/{UJANG}/discipline?year=2026");
    let form = format!("nip={UJANG}&on=27-11-2026&days={DAYS}&rung=teguran-lisan&post=pelaksana");
    bkpsdm.send(&year, "/discipline/open", &form).await;
    // Ujang himself keeps the month of his unit: he reads his own case and records nothing.
    let mut ujang = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let own = ujang.get("/discipline/1").await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(!own.text.contains("Catat yang terjadi"));
    assert!(ujang.get(&year).await.text.contains("Inilah yang tercatat tentang Anda"));
    let mut auditor = Visitor::signed_in(pages.clone(), "inspektorat").await;
    assert!(!auditor.get("/discipline/1").await.text.contains("Catat yang terjadi"));
    let mut siti = Visitor::signed_in(pages, SITI).await;
    assert_eq!(siti.get("/discipline/1").await.status, StatusCode::NOT_FOUND);
    assert_eq!(siti.get(&year).await.status, StatusCode::FORBIDDEN);
    let mine = siti.get(&format!("/people/{SITI}/discipline")).await;
    assert_eq!(mine.status, StatusCode::OK);
    assert_eq!(siti.get("/discipline/x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(bkpsdm.get("/discipline?year=2031").await.status, StatusCode::BAD_REQUEST);
}
