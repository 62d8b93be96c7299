//! A day is corrected, a supervisor decides, the month changes; and nothing half is done when what
//! was sent is wrong.

use axum::{
    Router,
    body::Body,
    http::{Method, StatusCode, header},
};

use office::{Actor, leave::LeaveRequest};
use web::Site;

use crate::office::{Answer, MAYA, PDF, SITI, UJANG, Visitor, multipart, office, pages, png};

const OPERATOR: &str = "operator.distan";

/// Siti's late day.
const LATE: [(&str, &str); 4] = [
    ("day", "03-11-2026"),
    ("arrived", "07.25"),
    ("cause", "terminal-down"),
    ("reason", "Mesin mati sejak subuh."),
];

/// The same with the value of one field changed.
fn late_with<'f>(name: &str, value: &'f str) -> Vec<(&'f str, &'f str)> {
    LATE.into_iter().map(|(of, old)| (of, if of == name { value } else { old })).collect()
}

async fn asked(pages: &Router) -> Visitor {
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let answer = siti.hand_in(&LATE, &[("surat.pdf", PDF), ("layar.png", &png())]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    siti
}

/// What the forms of a list of decisions send about each request: `1:0`.
fn matters(page: &Answer) -> Vec<String> {
    let ours = page.text.split("type=\"hidden\" name=\"matter\" value=\"").skip(1);
    ours.filter_map(|rest| Some(rest.split('"').next()?.to_owned())).collect()
}

async fn decide(visitor: &mut Visitor, form: &str) -> Answer {
    let sent = visitor.send("/law", "/decisions", form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    visitor.get(sent.header(header::LOCATION)).await
}

#[tokio::test]
async fn a_late_day_is_corrected_and_decided_and_the_month_changes() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let month = siti.get("/me/2026-11").await.text;
    assert!(month.contains("href=\"/me/corrections/new?day=2026-11-03\""), "{month}");
    let form = siti.get("/me/corrections/new?day=2026-11-03").await.text;
    assert!(form.contains("value=\"03-11-2026\"") && form.contains("terlambat 42 menit"), "{form}");
    let mut siti = asked(&pages).await;
    let mine = siti.get("/me/requests").await.text;
    assert!(
        mine.contains("Permohonan untuk 1 hari sudah dikirim kepada Kepala Dinas Pertanian"),
        "{mine}"
    );
    assert!(!siti.get("/me/requests").await.text.contains("sudah dikirim"), "it is said once");
    let month = siti.get("/me/2026-11").await.text;
    assert!(month.contains("Menunggu keputusan"), "the day tells that it was asked for");

    let mut ujang = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let list = ujang.get("/decisions").await;
    for said in [
        "1 menunggu",
        "Siti Rahmawati",
        "Selasa, 3 November 2026",
        "terlambat 42 menit",
        "hadir tepat waktu",
        "07.25–16.04",
        "+Rp 15.419",
        "Mesin rusak atau mati",
        "Mesin mati sejak subuh.",
        "Dinas Pertanian 1, sekitar 07.25",
        "surat.pdf",
        "layar.png",
    ] {
        assert!(list.text.contains(said), "no {said} in {}", list.text);
    }
    let told = decide(&mut ujang, &format!("matter={}&verdict=grant", matters(&list)[0])).await;
    assert!(told.text.contains("1 permohonan disetujui: Siti Rahmawati (Sel 3)"), "{}", told.text);
    assert!(told.text.contains("Tidak ada yang menunggu keputusan Anda"));

    let day = siti.get("/me/2026-11?day=3").await.text;
    assert!(day.contains("hadir tepat waktu") && day.contains("07.25.00"), "{day}");
    assert!(day.contains("dinyatakan benar oleh atasan") && day.contains("href=\"/requests/1\""));
    assert!(!day.contains("KOREKSI"), "no terminal is named that there is not");
    let request = siti.get("/requests/1").await.text;
    assert!(request.contains("disetujui · Ujang Hidayat"), "{request}");
}

#[tokio::test]
async fn files_are_shown_to_whoever_may_see_the_request_and_run_nowhere() {
    let pages = pages().await;
    let mut siti = asked(&pages).await;
    let page = siti.get("/requests/1").await;
    let mut files = page.links();
    files.retain(|link| link.contains("/files/"));
    assert_eq!(files.len(), 2, "{files:?}");
    let mut kinds = Vec::new();
    for file in &files {
        let answer = siti.get(file).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(answer.header(header::CONTENT_SECURITY_POLICY), "sandbox");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        let shown =
            answer.header(header::CONTENT_DISPOSITION).split(';').next().unwrap_or_default();
        kinds.push(format!("{} {shown}", answer.header(header::CONTENT_TYPE)));
    }
    assert_eq!(kinds, ["application/pdf attachment", "image/png inline"]);
    let mut stranger = Visitor::new(pages.clone());
    assert_eq!(stranger.get(&files[0]).await.status, StatusCode::SEE_OTHER, "to sign in");
    for (account, status) in
        [(OPERATOR, StatusCode::OK), ("inspektorat", StatusCode::OK), ("bkpsdm", StatusCode::OK)]
    {
        let mut visitor = Visitor::signed_in(pages.clone(), account).await;
        assert_eq!(visitor.get(&files[0]).await.status, status, "{account}");
    }
    let unknown = format!("/requests/1/files/{}", "0".repeat(64));
    assert_eq!(siti.get(&unknown).await.status, StatusCode::NOT_FOUND);
    assert_eq!(siti.get("/requests/2").await.status, StatusCode::NOT_FOUND);
    assert_eq!(siti.get("/requests/x").await.status, StatusCode::NOT_FOUND);
}

/// Fields, files, and what the page says: at which field, in which words.
type Wrong<'w> = (Vec<(&'w str, &'w str)>, &'w [(&'w str, &'w [u8])], &'w str, &'w str);

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_asked() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages, SITI).await;
    let large = vec![0xFF; 6_000_000];
    let pdf: (&str, &[u8]) = ("surat.pdf", PDF);
    let six = [pdf; 6];
    let two = [LATE.as_slice(), &[("day", "3/11/2026"), ("left", "16.00")]].concat();
    let wrong: [Wrong<'_>; 15] = [
        (late_with("day", "31-11-2026"), &[], "day-1", "Isi tanggal yang ada"),
        (late_with("day", "28-11-2026"), &[], "day-1", "belum tiba"),
        (late_with("day", "03-11-2024"), &[], "day-1", "terlalu lama"),
        (late_with("day", "30-09-2026"), &[], "day-1", "belum atau tidak lagi bertugas"),
        (late_with("arrived", "tujuh"), &[], "arrived-1", "Isi jam dan menit"),
        (late_with("arrived", ""), &[], "arrived-1", "Isi jam datang, jam pulang"),
        (
            [late_with("", "").as_slice(), &[("left", "06.00")]].concat(),
            &[],
            "left-1",
            "sesudah jam datang",
        ),
        (two, &[], "day-2", "sudah ada di atas"),
        (late_with("cause", "because"), &[], "cause", "Pilih mengapa"),
        (late_with("reason", " "), &[], "reason", "Tulis apa yang terjadi"),
        (late_with("", ""), &[("foto.jpg", b"MZ a program")], "files", "bukan PDF, JPEG, atau PNG"),
        (late_with("", ""), &[("foto.jpg", &large)], "files", "lebih dari 5 MB"),
        (late_with("", ""), &six, "files", "paling banyak 5 berkas"),
        (late_with("", ""), &[pdf, ("kosong.pdf", b"")], "files", "kosong.pdf kosong"),
        (
            late_with("", ""),
            &[("x.pdf", b"%PDF-1.7\n/JavaScript\n%%EOF\n")],
            "files",
            "memuat program",
        ),
    ];
    for (fields, files, field, said) in wrong {
        let answer = siti.hand_in(&fields, files).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}: {}", answer.text);
        assert!(answer.text.contains(&format!("href=\"#{field}\">")), "{field}: {}", answer.text);
        assert!(answer.text.contains(&format!("id=\"{field}-error\"")), "{field}");
        assert!(answer.text.contains(said), "no {said} in {}", answer.text);
        let kept = fields.iter().find(|(name, _)| *name == "day").map_or("", |(_, day)| *day);
        assert!(answer.text.contains(&format!("value=\"{kept}\"")), "what was typed stays");
        let again = answer.text.contains("Pilih lagi berkasnya");
        assert_eq!(again, !files.is_empty(), "chosen files are not kept by a browser");
    }
    let mine = siti.get("/me/requests").await.text;
    assert!(mine.contains("Anda belum meminta apa pun"), "{mine}");
    // Rows without anything are passed over.
    let answer =
        siti.hand_in(&[&[("day", ""), ("left", " ")], LATE.as_slice()].concat(), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let twice = siti.hand_in(&LATE, &[]).await;
    assert!(twice.text.contains("sudah ada permohonan yang menunggu"), "{}", twice.text);
}

#[tokio::test]
async fn a_form_with_files_is_looked_at_only_with_its_token() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages, SITI).await;
    let kind = "multipart/form-data; boundary=x-boundary-x";
    let send = async |siti: &mut Visitor, fields: &[(&str, &str)], kind: &str| {
        let body = Body::from(multipart(fields, &[]));
        siti.send_body(Method::POST, "/me/corrections", kind, body).await.status
    };
    let forged = [&[("csrf", "0")], LATE.as_slice()].concat();
    assert_eq!(send(&mut siti, &forged, kind).await, StatusCode::FORBIDDEN);
    assert_eq!(send(&mut siti, &LATE, kind).await, StatusCode::FORBIDDEN);
    assert_eq!(send(&mut siti, &[], kind).await, StatusCode::FORBIDDEN);
    assert_eq!(send(&mut siti, &LATE, "text/plain").await, StatusCode::BAD_REQUEST);
    // More than files and text may be together is not read to its end.
    let six_large = vec![("foto.jpg", vec![0xFF; 5_000_000]); 6];
    let files: Vec<(&str, &[u8])> =
        six_large.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let answer = siti.hand_in(&LATE, &files).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text.contains("terlalu banyak atau terlalu besar"), "{}", answer.text);
    let long = "x".repeat(70_000);
    let answer = siti.hand_in(&late_with("reason", &long), &[]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "other fields keep their small limit");
}

#[tokio::test]
async fn a_day_more_keeps_what_was_typed() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let typed = "day=03-11-2026&arrived=07.25&left=&cause=forgot&reason=Lupa";
    let form = siti.send("/me/corrections/new", "/me/corrections/new", typed).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text.contains("id=\"day-2\"") && form.text.contains("value=\"07.25\""));
    assert!(
        form.text.contains("value=\"forgot\" checked") && form.text.contains(">Lupa</textarea>")
    );
    let many = ["day=03-11-2026&arrived=07.25"; 31].join("&");
    let form = siti.send("/me/corrections/new", "/me/corrections/new", &many).await;
    assert!(form.text.contains("id=\"day-31\"") && !form.text.contains("id=\"day-32\""));
    assert!(!form.text.contains("Tambah hari"), "a request has at most 31 days");
    let many: Vec<(&str, &str)> = [("day", "03-11-2026"), ("arrived", "07.25")].repeat(40);
    let answer = siti.hand_in(&[&many, &LATE[2..]].concat(), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("paling banyak 31 hari sekaligus"), "{}", answer.text);
}

#[tokio::test]
async fn of_two_who_decide_at_once_the_second_is_told() {
    let pages = pages().await;
    asked(&pages).await;
    let mut ujang = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let mut other = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let seen = matters(&ujang.get("/decisions").await);
    let (first, second) = (
        format!("matter={}&verdict=grant", seen[0]),
        format!("matter={}&verdict=refuse&reason=Tidak", seen[0]),
    );
    let told = decide(&mut ujang, &first).await.text;
    assert!(told.contains("1 permohonan disetujui"), "{told}");
    let told = decide(&mut other, &second).await.text;
    assert!(
        told.contains("orang lain sudah memutuskannya") && told.contains("Siti Rahmawati (Sel 3)"),
        "{told}"
    );
    // The same form sent twice, and the same request twice in one form.
    let told = decide(&mut ujang, &first).await.text;
    assert!(told.contains("orang lain sudah memutuskannya"), "{told}");
    let mut siti = Visitor::signed_in(pages, SITI).await;
    let page = siti.get("/requests/1").await.text;
    assert!(page.contains("disetujui · Ujang Hidayat") && !page.contains("ditolak ·"), "{page}");
}

#[tokio::test]
async fn nobody_decides_on_himself_or_what_is_not_his() {
    let pages = pages().await;
    let mut ujang = Visitor::signed_in(pages.clone(), OPERATOR).await;
    assert_eq!(ujang.hand_in(&LATE, &[]).await.status, StatusCode::SEE_OTHER);
    let list = ujang.get("/decisions").await.text;
    assert!(list.contains("Tidak ada yang menunggu keputusan Anda"), "{list}");
    let told = decide(&mut ujang, "matter=1:0&verdict=grant").await.text;
    assert!(told.contains("Tidak seorang pun memutuskan untuk dirinya"), "{told}");
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let told = decide(&mut siti, "matter=1:0&matter=9:0&verdict=refuse&reason=Tidak").await.text;
    assert!(told.contains("tidak menunggu keputusan Anda: #1"), "{told}");
    assert!(told.contains("1 permohonan tidak ditemukan: #9"), "{told}");
    assert!(!told.contains("Ujang"), "whose it is, is not told");
    assert_eq!(siti.get("/requests/1").await.status, StatusCode::NOT_FOUND);
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let list = bkpsdm.get("/decisions").await;
    assert!(list.text.contains("Ujang Hidayat"), "{}", list.text);
    let told = decide(&mut bkpsdm, &format!("matter={}&verdict=grant", matters(&list)[0])).await;
    assert!(told.text.contains("1 permohonan disetujui: Ujang Hidayat"), "{}", told.text);
    assert!(UJANG.starts_with("1990"));
}

#[tokio::test]
async fn many_are_decided_with_one_reason() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let days = ["05-11-2026", "06-11-2026", "09-11-2026"];
    let rows: Vec<(&str, &str)> = days
        .iter()
        .flat_map(|day| [("day", *day), ("arrived", "07.20"), ("left", "16.30")])
        .chain([("cause", "elsewhere"), ("reason", "Panen raya di lapangan.")])
        .collect();
    assert_eq!(siti.hand_in(&rows, &[]).await.status, StatusCode::SEE_OTHER);
    let mut ujang = Visitor::signed_in(pages, OPERATOR).await;
    let list = ujang.get("/decisions").await;
    assert!(list.text.contains("(3 menunggu)"), "{}", list.text);
    let seen = matters(&list);
    assert_eq!(seen.len(), 3);
    let two = format!("matter={}&matter={}", seen[0], seen[1]);
    let send = async |ujang: &mut Visitor, form: String| {
        ujang.send("/decisions", "/decisions", &form).await
    };
    let wrong = send(&mut ujang, format!("of=many&{two}&verdict=grant&reason=")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Tulis satu alasan untuk semua yang dipilih"), "{}", wrong.text);
    assert_eq!(wrong.text.matches(" checked data-tick").count(), 2, "the ticks stay");
    let wrong = send(&mut ujang, "of=many&verdict=grant&reason=Sesuai".to_owned()).await;
    assert!(wrong.text.contains("Centang dahulu") && wrong.text.contains(">Sesuai</textarea>"));
    let wrong = send(&mut ujang, format!("matter={}&verdict=refuse&reason=", seen[2])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Tulis alasan penolakan"), "{}", wrong.text);
    for bad in ["verdict=grant", "matter=1&verdict=grant", "matter=1:0", "matter=1:0&verdict=both"]
    {
        assert_eq!(send(&mut ujang, bad.to_owned()).await.status, StatusCode::BAD_REQUEST, "{bad}");
    }
    let told =
        decide(&mut ujang, &format!("of=many&{two}&verdict=grant&reason=Sesuai+notula")).await;
    assert!(
        told.text
            .contains("2 permohonan disetujui: Siti Rahmawati (Kam 5), Siti Rahmawati (Jum 6)"),
        "{}",
        told.text
    );
    let told =
        decide(&mut ujang, &format!("matter={}&verdict=refuse&reason=Libur+panen", seen[2])).await;
    assert!(told.text.contains("1 permohonan ditolak"), "{}", told.text);
}

#[tokio::test]
async fn what_was_refused_is_appealed_once_and_what_was_granted_is_given_up() {
    let pages = pages().await;
    let mut siti = asked(&pages).await;
    let mut ujang = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let sent =
        ujang.send("/requests/1", "/requests/1/decide", "matter=1:0&verdict=refuse&reason=").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.text.contains("Tulis alasan penolakan"), "{}", sent.text);
    let other = ujang.send("/requests/1", "/requests/1/decide", "matter=2:0&verdict=grant").await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST, "the page decides its own request only");
    let sent = ujang
        .send("/requests/1", "/requests/1/decide", "matter=1:0&verdict=refuse&reason=Mesin+bekerja")
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let page = siti.get("/requests/1").await.text;
    assert!(page.contains("Mesin bekerja") && page.contains("Ajukan keberatan"), "{page}");
    let empty = siti.send("/requests/1", "/requests/1/appeal", "reason=").await;
    assert!(empty.text.contains("Tulis apa yang terlewat dalam penolakan itu"), "{}", empty.text);
    let sent = siti.send("/requests/1", "/requests/1/appeal", "reason=Listrik+padam").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert!(siti.get("/me/requests").await.text.contains("Keberatan sudah dikirim kepada BKPSDM"));
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    let list = bkpsdm.get("/decisions").await;
    assert!(list.text.contains("keberatan, menunggu BKPSDM"), "{}", list.text);
    decide(&mut bkpsdm, &format!("matter={}&verdict=grant", matters(&list)[0])).await;
    assert!(siti.get("/me/2026-11?day=3").await.text.contains("hadir tepat waktu"));
    let foreign = ujang.send("/requests/1", "/requests/1/take-back", "reason=").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN, "another's is not taken back");
    let sent = siti.send("/requests/1", "/requests/1/take-back", "reason=keliru").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert!(siti.get("/me/2026-11?day=3").await.text.contains("terlambat 42 menit"));
    let again = siti.send("/requests/1", "/requests/1/take-back", "reason=").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("Permohonan ini sudah berakhir"), "{}", again.text);
    let again = siti.send("/requests/1", "/requests/1/appeal", "reason=lagi").await;
    assert!(again.text.contains("Keberatan hanya untuk permohonan yang ditolak"), "{}", again.text);
}

#[tokio::test]
async fn a_leave_has_its_letter_and_once_decided_the_decision() {
    let office = office().await;
    let opening = format!("nip;tahun;sisa n-1;sisa n-2\n{SITI};2026;6;0\n");
    let root = Actor::command_line("test");
    let opening = office.import_leave_openings(&root, "s.csv", opening.as_bytes(), false).await;
    assert_eq!(opening.expect("the file is of use").bad, []);
    let request = LeaveRequest {
        nip: SITI.parse().expect("a NIP"),
        kind: "cuti-tahunan".to_owned(),
        from: "2026-12-07".parse().expect("a day"),
        until: "2026-12-09".parse().expect("a day"),
        minutes: None,
        reason: "keperluan keluarga".to_owned(),
        named_reason: None,
        child: None,
        place: "Kota Contoh".to_owned(),
        letter: String::new(),
        papers: Vec::new(),
    };
    let asked = office.request_leave(&root, request).await.expect("it is looked at");
    let id = asked.opened.expect("nothing refuses it").id;
    let pages = web::routes::router(Site::new(office));
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let (page, letter) = (format!("/requests/{id}"), format!("/requests/{id}/letter.pdf"));
    let decision = format!("/requests/{id}/decision.pdf");
    let shown = siti.get(&page).await.text;
    assert!(shown.contains(&letter) && !shown.contains(&decision), "{shown}");
    let set = siti.get(&letter).await;
    assert_eq!((set.status, set.text.starts_with("%PDF-")), (StatusCode::OK, true), "{}", set.text);
    assert_eq!(siti.get(&decision).await.status, StatusCode::NOT_FOUND, "nobody decided yet");

    let mut ujang = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let form = format!("matter={id}%3A0&verdict=grant&reason=");
    ujang.send(&page, &format!("{page}/decide"), &form).await;
    let shown = siti.get(&page).await.text;
    assert!(shown.contains(&decision), "{shown}");
    assert!(siti.get(&decision).await.text.starts_with("%PDF-"));
    let own = "/me/2026-11/slip";
    let links = siti.get(own).await.links();
    let slip = links.iter().find(|link| link.starts_with("/reports/slip/2026-11.pdf"));
    let slip = siti.get(slip.expect("the page of the slip leads to its PDF")).await;
    assert_eq!((slip.status, slip.text.starts_with("%PDF-")), (StatusCode::OK, true));
    let another = siti.get(&format!("/reports/slip/2026-11.pdf?nip={MAYA}")).await;
    assert!(another.status.is_client_error(), "{}", another.status);
    for gone in ["/me/2026-11/slip.pdf", "/people/198504102010012007/2026-11/slip.pdf"] {
        assert_eq!(siti.get(gone).await.status, StatusCode::NOT_FOUND, "one way is enough");
    }
    let mut stranger = Visitor::new(pages);
    assert_eq!(stranger.get(&letter).await.status, StatusCode::SEE_OTHER, "sent to sign in");
}
