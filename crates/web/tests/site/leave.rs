//! Leave is asked for: the check comes first, what was typed stays, a paper is asked for where the
//! law wants one, and the request reaches whoever decides.

use axum::{
    Router,
    http::{StatusCode, header},
};
use office::Actor;
use web::Site;

use crate::office::{Answer, MAYA, PDF, SITI, Visitor, give_account, office, pages};

const NEW: &str = "/me/leave/new";
const OPERATOR: &str = "operator.distan";

/// Annual leave of a day before the example's Friday.
const ANNUAL: [(&str, &str); 6] = [
    ("kind", "cuti-tahunan"),
    ("from", "26-11-2026"),
    ("until", ""),
    ("place", "Bandung"),
    ("reason", "Menikahkan adik."),
    ("step", "check"),
];

fn with<'f>(
    fields: &[(&'f str, &'f str)],
    changed: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let mut fields = fields.to_vec();
    fields.retain(|(name, _)| !changed.iter().any(|(of, _)| of == name));
    fields.extend(changed);
    fields
}

async fn told(visitor: &mut Visitor, sent: &Answer) -> String {
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    visitor.get(sent.header(header::LOCATION)).await.text
}

/// Grants what waits first in the list of decisions.
async fn grant(pages: &Router, username: &str) -> (Answer, Answer) {
    let mut visitor = Visitor::signed_in(pages.clone(), username).await;
    let list = visitor.get("/decisions").await;
    let matter = list.text.split("type=\"hidden\" name=\"matter\" value=\"").nth(1);
    let matter = matter.and_then(|rest| rest.split('"').next()).expect("something waits");
    let form = format!("matter={matter}&verdict=grant");
    let sent = visitor.send("/law", "/decisions", &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let after = visitor.get(sent.header(header::LOCATION)).await;
    (list, after)
}

#[tokio::test]
async fn annual_leave_is_checked_sent_granted_and_shown_in_the_month() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let requests = siti.get("/me/requests").await;
    assert!(requests.links().contains(&NEW.to_owned()) && requests.text.contains("/me/leave\""));
    assert!(siti.get("/me/leave").await.links().contains(&NEW.to_owned()));
    let kinds = siti.get(NEW).await;
    for kind in ["cuti-tahunan", "cuti-sakit", "dinas-luar", "dinas-dalam", "izin-terlambat"] {
        let href = format!("{NEW}?kind={kind}");
        assert!(kinds.links().contains(&href), "no {kind} in {}", kinds.text);
        assert_eq!(siti.get(&href).await.status, StatusCode::OK, "{kind}");
    }
    assert_eq!(siti.get("/me/leave/new?kind=jalan-jalan").await.status, StatusCode::NOT_FOUND);

    let checked = siti.send_form(NEW, &ANNUAL, &[]).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text);
    for said in [
        "Hasil pemeriksaan",
        "1 hari kerja",
        "Sisa cuti tahunan sekarang",
        "24 hari kerja",
        "23 hari kerja",
        "Permohonan belum dikirim",
        "value=\"26-11-2026\"",
        "value=\"Bandung\"",
        ">Menikahkan adik.</textarea>",
        "value=\"send\"",
    ] {
        assert!(checked.text.contains(said), "no {said} in {}", checked.text);
    }
    assert!(siti.get("/me/requests").await.text.contains("Anda belum meminta apa pun"));

    let sent = siti.send_form(NEW, &with(&ANNUAL, &[("step", "send")]), &[]).await;
    let mine = told(&mut siti, &sent).await;
    assert!(mine.contains("Permohonan sudah dikirim kepada Kepala Dinas Pertanian"), "{mine}");
    let again = siti.send_form(NEW, &with(&ANNUAL, &[("step", "send")]), &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("Pada waktu yang sama sudah ada cuti tahunan"), "{}", again.text);
    assert!(!again.text.contains("value=\"send\""), "what cannot be has no button");

    let (list, after) = grant(&pages, OPERATOR).await;
    assert!(list.text.contains("Menikahkan adik.") && list.text.contains("Bandung"));
    assert!(after.text.contains("1 permohonan disetujui"), "{}", after.text);
    let day = siti.get("/me/2026-11?day=26").await.text;
    assert!(day.contains("cuti tahunan"), "{day}");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let late = [("kind", "izin-terlambat"), ("from", "26-11-2026"), ("reason", "Ban bocor.")];
    let long = "x".repeat(501);
    let wrong = [
        (with(&ANNUAL, &[("from", "31-11-2026")]), "from", "Isi tanggal yang ada"),
        (with(&ANNUAL, &[("until", "besok")]), "until", "Isi tanggal yang ada"),
        (with(&ANNUAL, &[("reason", " ")]), "reason", "Tulis keperluannya"),
        (with(&ANNUAL, &[("reason", &long)]), "reason", "paling banyak 500 huruf"),
        (with(&late, &[("begins", "tujuh"), ("ends", "09.00")]), "begins", "Isi jam dan menit"),
        (with(&late, &[("begins", "09.00"), ("ends", "08.00")]), "ends", "sesudah jam mulai"),
    ];
    for step in ["check", "send"] {
        for (fields, field, said) in &wrong {
            let answer = siti.send_form(NEW, &with(fields, &[("step", step)]), &[]).await;
            let text = &answer.text;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}: {text}");
            assert!(text.contains(&format!("href=\"#{field}\">")), "{field}: {text}");
            assert!(text.contains(&format!("id=\"{field}-error\"")), "{field}");
            assert!(text.contains(said), "no {said} in {text}");
            let (_, from) = fields.iter().find(|(name, _)| *name == "from").expect("a day");
            assert!(text.contains(&format!("value=\"{from}\"")), "what was typed stays");
        }
    }
    assert!(siti.get("/me/requests").await.text.contains("Anda belum meminta apa pun"));
    let none = siti.send_form(NEW, &with(&ANNUAL, &[("kind", "tidur")]), &[]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_paper_is_asked_for_and_a_place_where_the_duty_is() {
    let pages = pages().await;
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let ill = with(
        &ANNUAL,
        &[
            ("kind", "cuti-sakit"),
            ("from", "24-11-2026"),
            ("until", "26-11-2026"),
            ("reason", "Demam."),
        ],
    );
    let checked = siti.send_form(NEW, &ill, &[]).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text);
    assert!(checked.text.contains("name=\"surat-dokter\""), "{}", checked.text);
    let handed_in = with(&ill, &[("step", "send")]);
    let bare = siti.send_form(NEW, &handed_in, &[]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text.contains("Lampirkan surat dokter") && bare.text.contains("href=\"#files\""));
    let program: &[u8] = b"MZ a program";
    let lies = siti.send_form(NEW, &handed_in, &[("surat-dokter", "surat.pdf", program)]).await;
    assert_eq!(lies.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(lies.text.contains("bukan PDF, JPEG, atau PNG"), "{}", lies.text);
    assert!(lies.text.contains("Pilih lagi berkasnya") && lies.text.contains(">Demam.</textarea>"));
    let sent = siti.send_form(NEW, &handed_in, &[("surat-dokter", "surat.pdf", PDF)]).await;
    told(&mut siti, &sent).await;
    assert!(siti.get("/requests/1").await.text.contains("surat.pdf"));

    let duty =
        [("kind", "dinas-luar"), ("from", "23-11-2026"), ("reason", "Rapat."), ("step", "check")];
    let checked = siti.send_form(NEW, &duty, &[]).await;
    assert!(checked.text.contains("Isi tempat tugasnya"), "{}", checked.text);
    let duty = with(&duty, &[("place", "Serang"), ("letter", "800/12/2026"), ("step", "send")]);
    let sent = siti.send_form(NEW, &duty, &[]).await;
    told(&mut siti, &sent).await;
    let (list, _) = grant(&pages, OPERATOR).await;
    assert!(list.text.contains("Serang") && list.text.contains("800/12/2026"), "{}", list.text);
}

#[tokio::test]
async fn a_head_of_department_asks_the_sekda() {
    let office = office().await;
    let root = Actor::command_line("test");
    let posts = format!("skpd;unit;kedudukan;nip;mulai\n;;sekda;{MAYA};2026-10-01\n");
    let done = office.import_posts(&root, "posts.csv", posts.as_bytes(), false).await;
    assert_eq!(done.expect("the example loads").bad, []);
    give_account(&office, MAYA).await;
    let pages = web::routes::router(Site::new(office));
    let mut ujang = Visitor::signed_in(pages.clone(), OPERATOR).await;
    let sent = ujang.send_form(NEW, &with(&ANNUAL, &[("step", "send")]), &[]).await;
    let mine = told(&mut ujang, &sent).await;
    assert!(mine.contains("Permohonan sudah dikirim kepada Sekretaris Daerah"), "{mine}");
    assert!(!ujang.get("/decisions").await.text.contains("name=\"matter\""), "not his own");
    let (list, after) = grant(&pages, MAYA).await;
    assert!(list.text.contains("Ujang Hidayat"), "{}", list.text);
    assert!(after.text.contains("1 permohonan disetujui"), "{}", after.text);
    assert!(ujang.get("/me/2026-11?day=26").await.text.contains("cuti tahunan"));
}
