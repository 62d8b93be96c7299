//! What was paid too much is found by the closings, and comes back to the last rupiah.

use axum::http::{StatusCode, header};
use civil::Month;
use office::Actor;

use crate::{
    money::{close, in_order},
    office::{SITI, UJANG, Visitor},
};

const CLAIMS: &str = "/claims";

#[tokio::test]
async fn the_personnel_office_withdraws_a_claim_for_a_reason() {
    let (office, pages) = in_order().await;
    let root = Actor::command_line("test");
    let leave =
        format!("nip;jenis;mulai;sampai;surat\n{SITI};dinas-luar;2026-10-01;2026-10-31;ST 1\n");
    office.import_excuses(&root, "l.csv", leave.as_bytes(), false).await.expect("of use");
    let mut operator = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let mut bkpsdm = Visitor::signed_in(pages, "bkpsdm").await;
    close(&mut operator).await;
    let october: Month = "2026-10".parse().expect("a month");
    let half = format!("NIP;e-Kinerja\n{SITI};50\n");
    office.import_performance(&root, october, "k.csv", half.as_bytes(), false).await.expect("use");
    let form = |first: &str| {
        format!("nip={SITI}&from=2026-10&until=&why=LHP&monthly=&number=2&first={first}")
    };
    let far = operator.send(CLAIMS, CLAIMS, &form("9999-12")).await;
    assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(far.text.contains("angsuran pertama mulai"), "{}", far.text);
    let opened = operator.send(CLAIMS, CLAIMS, &form("2026-12")).await;
    let claim = opened.header(header::LOCATION).to_owned();
    let withdraw = format!("{claim}/withdraw");
    assert!(!operator.get(&claim).await.text.contains(&withdraw), "it is not the operator's");
    let refused = operator.send(&claim, &withdraw, "seen=0&why=x").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(bkpsdm.get(&claim).await.text.contains(&withdraw));

    let reopen = "/units/DISTAN/2026-10/closing/reopen";
    let closing = "/units/DISTAN/2026-10/closing";
    let resting = bkpsdm.send(closing, reopen, "reason=salah").await;
    assert_eq!(resting.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(resting.text.contains("bersandar pada penutupan ini"), "{}", resting.text);

    let silent = bkpsdm.send(&claim, &withdraw, "seen=0&why=+").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text.contains("tuliskan temuan atau alasannya"), "{}", silent.text);
    let done = bkpsdm.send(&claim, &withdraw, "seen=0&why=LHP+ditarik").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = bkpsdm.get(&claim).await.text;
    assert!(page.contains("Ditarik") && page.contains("LHP ditarik"), "{page}");
    assert!(!page.contains(&withdraw) && !page.contains("name=\"amount\""), "it has ended");
    assert_eq!(bkpsdm.send(closing, reopen, "reason=salah").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_overpayment_is_opened_paid_back_and_seen_by_whom_it_is_about() {
    let (office, pages) = in_order().await;
    let root = Actor::command_line("test");
    let leave =
        format!("nip;jenis;mulai;sampai;surat\n{SITI};dinas-luar;2026-10-01;2026-10-31;ST 1\n");
    let done = office.import_excuses(&root, "l.csv", leave.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let mut operator = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let mut siti = Visitor::signed_in(pages, SITI).await;
    let form = |nip: &str, wish: &str| {
        format!("nip={nip}&from=2026-10&until=&why=LHP+12%2F2026&{wish}&first=2026-12")
    };
    let early = operator.send(CLAIMS, CLAIMS, &form(SITI, "monthly=&number=2")).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "October is not closed");
    assert!(early.text.contains("belum ditutup"), "{}", early.text);
    assert!(early.text.contains("LHP 12/2026"), "what was typed stays: {}", early.text);
    let closed = close(&mut operator).await;
    assert!(closed.links().contains(&CLAIMS.to_owned()), "the closing page leads here");
    let nothing = operator.send(CLAIMS, CLAIMS, &form(SITI, "monthly=&number=2")).await;
    assert!(nothing.text.contains("tidak ada yang kelebihan dibayar"), "{}", nothing.text);
    assert!(!nothing.text.contains("nothing"), "no word of another language: {}", nothing.text);

    // Her results were half of what was said.
    let october: Month = "2026-10".parse().expect("a month");
    let half = format!("NIP;e-Kinerja\n{SITI};50\n");
    let done = office.import_performance(&root, october, "k.csv", half.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").loaded, 1);
    let both = operator.send(CLAIMS, CLAIMS, &form(SITI, "monthly=1000&number=2")).await;
    assert!(both.text.contains("salah satu"), "{}", both.text);
    let opened = operator.send(CLAIMS, CLAIMS, &form(SITI, "monthly=&number=2")).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
    let claim = opened.header(header::LOCATION).to_owned();
    let page = operator.get(&claim).await.text;
    for said in ["Siti Rahmawati", "LHP 12/2026", "Desember 2026", "Januari 2027", "Pasal 25"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let listed = office.list_claims(&root, None).await.expect("claims");
    let [one] = listed.as_slice() else { panic!("one claim: {listed:?}") };
    let total = one.total;
    assert!(total > 0 && page.contains(&words::format::rupiah(total)), "{page}");

    let receive = format!("{claim}/receive");
    for (form, said) in [
        (format!("seen=0&on=kemarin&amount={total}&number=STS+1"), "Tulis tanggal"),
        ("seen=0&on=02-11-2026&amount=sedikit&number=STS+1".to_owned(), "Tulis rupiah penuh"),
        (format!("seen=0&on=02-11-2026&amount={}&number=STS+1", total + 1), "yang belum kembali"),
        (format!("seen=0&on=01-01-1900&amount={total}&number=STS+1"), "tanggalnya antara"),
        (format!("seen=0&on=02-11-2026&amount={total}&number="), "isi nomor bukti"),
    ] {
        let wrong = operator.send(&claim, &receive, &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(wrong.text.contains(said), "{said}: {}", wrong.text);
    }
    let some = "seen=0&on=02-11-2026&amount=1.000&number=STS+1";
    assert_eq!(operator.send(&claim, &receive, some).await.status, StatusCode::SEE_OTHER);
    let again = operator.send(&claim, &receive, "seen=0&on=02-11-2026&amount=1&number=STS+2").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it was looked at before that");
    let rest = format!("seen=1&on=03-11-2026&amount={}&number=STS+2", total - 1_000);
    assert_eq!(operator.send(&claim, &receive, &rest).await.status, StatusCode::SEE_OTHER);
    let page = operator.get(&claim).await.text;
    assert!(page.contains("Lunas") && page.contains("STS 2"), "{page}");
    assert!(!page.contains("name=\"amount\""), "nothing more can come");

    let own = siti.get(CLAIMS).await;
    assert!(own.links().contains(&claim), "she sees her own: {}", own.text);
    assert!(!own.text.contains("name=\"why\""), "and opens none");
    assert_eq!(siti.get(&claim).await.status, StatusCode::OK);
    assert_eq!(siti.get(&format!("{CLAIMS}?nip={UJANG}")).await.status, StatusCode::FORBIDDEN);
    let slip = siti.get("/me/2026-10/slip").await;
    assert!(slip.links().contains(&format!("{CLAIMS}?nip={SITI}")), "{:?}", slip.links());
}
