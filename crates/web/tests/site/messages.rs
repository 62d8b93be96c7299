//! Messages, what of them is sent, and files made in the background.

use axum::http::{StatusCode, header};
use office::{
    Actor, Permission,
    jobs::{JobAbout, JobFile, JobKind, JobRunner},
};
use web::Site;

use crate::office::{SITI, Visitor, office, pages};

#[tokio::test]
async fn what_is_new_is_counted_listed_and_marked_as_seen() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let list = siti.get("/messages").await;
    assert!(list.text.contains("3 November 2026: terlambat."), "{}", list.text);
    assert!(list.links().contains(&"/me/2026-11?day=3".to_owned()), "{:?}", list.links());
    let count = list.text.matches("<strong>Baru</strong>").count();
    assert!(count > 1 && list.text.contains(&format!("({count} baru)")), "{}", list.text);
    // The count stays in the navigation of other pages, without being counted for them.
    assert!(siti.get("/law").await.text.contains(&format!("({count} baru)")));

    let until = list.text.split_once("name=\"until\" value=\"").unwrap().1;
    let until = until.split('"').next().unwrap().to_owned();
    let seen = siti.send("/messages", "/messages", &format!("until={until}")).await;
    assert_eq!((seen.status, seen.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/messages"));
    let list = siti.get("/messages").await.text;
    assert!(list.contains("Tidak ada pesan baru.") && list.contains("terlambat."), "{list}");
    assert!(!list.contains("<strong>Baru</strong>"), "{list}");
    assert!(!siti.get("/law").await.text.contains("baru)"));
    let broken = siti.send("/messages", "/messages", "until=99999999999999999999").await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_digest_is_set_up_by_a_form() {
    let mut siti = Visitor::signed_in(pages().await, SITI).await;
    let page = siti.get("/me/settings").await.text;
    assert!(page.contains("<option value=\"7\" selected>07.00</option>"), "{page}");
    assert!(page.contains("Alamat surel Anda belum dicatat"), "{page}");
    assert_eq!(page.matches(" checked").count(), 6, "everything by e-mail");
    let form = "hour=&language=en&days-webhook=yes&days-sms=yes";
    let saved = siti.send("/me/settings", "/me/settings", form).await;
    let to = saved.header(header::LOCATION).to_owned();
    assert_eq!((saved.status, to.as_str()), (StatusCode::SEE_OTHER, "/me/settings?done=saved"));
    let page = siti.get(&to).await.text;
    assert!(page.contains("Pilihan disimpan."), "{page}");
    assert!(page.contains("<option value=\"\" selected>Jangan kirim</option>"), "{page}");
    assert!(page.contains("<option value=\"en\" selected>"), "{page}");
    assert_eq!(page.matches(" checked").count(), 1);
    for form in ["hour=24&language=id", "hour=x&language=id", "hour=7&language=xx", "hour=7"] {
        let done = siti.send("/me/settings", "/me/settings", form).await;
        assert_eq!(done.status, StatusCode::BAD_REQUEST, "{form}");
    }
}

#[tokio::test]
async fn a_file_is_asked_for_made_and_fetched() {
    let kind = JobKind::new("audit-log", Permission::ReadAudit, JobAbout::Month, async |context| {
        context.progress(1, 2).await?;
        let bytes = context.month.to_string().into_bytes();
        Ok(JobFile { name: "catatan \"audit\".csv".to_owned(), bytes })
    });
    let office = office().await.with_jobs(vec![kind]);
    let runner = JobRunner::begin(office.clone()).await.unwrap();
    let pages = web::routes::router(Site::new(office.clone()));
    let mut auditor = Visitor::signed_in(pages.clone(), "inspektorat").await;
    assert!(auditor.get("/law").await.links().contains(&"/jobs".to_owned()));
    let wrong = [
        ("kind=audit-log&month=Oktober", "Pilih bulannya."),
        ("kind=audit-log&month=2026-10&unit=DISTAN", "jangan pilih unit"),
        ("kind=unknown&month=2026-10", "Pilih berkas dan unit dari daftar."),
    ];
    for (form, said) in wrong {
        let done = auditor.send("/jobs", "/jobs", form).await;
        assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}: {}", done.text);
        assert!(done.text.contains(said), "{form}: {}", done.text);
    }
    let ask = "kind=audit-log&month=2026-10&unit=";
    let asked = auditor.send("/jobs", "/jobs", ask).await;
    let to = asked.header(header::LOCATION).to_owned();
    assert_eq!((asked.status, to.as_str()), (StatusCode::SEE_OTHER, "/jobs/1?done=asked"));
    let again = auditor.send("/jobs", "/jobs", ask).await;
    assert_eq!(again.header(header::LOCATION), "/jobs/1?done=known");
    let page = auditor.get(&to).await.text;
    assert!(page.contains("Menunggu giliran") && page.contains("Hentikan"), "{page}");
    assert_eq!(auditor.get("/jobs/1/file").await.status, StatusCode::NOT_FOUND);

    assert!(runner.run_next().await.unwrap());
    let page = auditor.get("/jobs/1").await.text;
    assert!(page.contains("Siap diunduh") && !page.contains("Hentikan"), "{page}");
    let late = auditor.send("/law", "/jobs/1/cancel", "x=1").await;
    assert_eq!(late.header(header::LOCATION), "/jobs/1?done=too-late");
    let file = auditor.get("/jobs/1/file").await;
    assert_eq!(file.text, "2026-10");
    let named = file.header(header::CONTENT_DISPOSITION);
    assert_eq!(named, "attachment; filename=\"catatanaudit.csv\"", "nothing breaks out of it");

    let asked = office
        .ask_job(
            &Actor::command_line("test"),
            &office::jobs::JobOrder {
                kind: "audit-log".to_owned(),
                skpd: None,
                month: "2026-11".parse().unwrap(),
            },
        )
        .await
        .unwrap();
    let theirs = auditor.send("/law", &format!("/jobs/{}/cancel", asked.id), "x=1").await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND, "only who asked for it stops it");
    let mut siti = Visitor::signed_in(pages, SITI).await;
    assert!(!siti.get("/law").await.links().contains(&"/jobs".to_owned()));
    assert_eq!(siti.get("/jobs/1/file").await.status, StatusCode::NOT_FOUND);
    assert_eq!(siti.send("/jobs", "/jobs", ask).await.status, StatusCode::FORBIDDEN);
}
