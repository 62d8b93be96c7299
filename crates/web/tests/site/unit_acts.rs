//! What is done for a whole unit, and between two who work by turns: looked at first, then sent,
//! decided, and seen in the month.

use axum::{
    Router,
    http::{StatusCode, header},
};
use web::Site;

use crate::office::{MAYA, PDF, SITI, UJANG, Visitor, give_account, office, pages, take_in};

const OUTAGE: &str = "/units/DISTAN/outage";
const EVENT: &str = "/units/DISTAN/event";
const SWAP: &str = "/me/swaps/new";
const NURSE: &str = "199203042018012001";
const OTHER: &str = "198704122010012003";

const NURSES: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
199203042018012001;Dewi Permata;DISTAN;Pos Jaga;Petugas;7;PNS;1101;rsud-rotasi:0;2026-10-01
198704122010012003;Lilis Suryani;DISTAN;Pos Jaga;Petugas;7;PNS;1102;rsud-rotasi:2;2026-10-01
";

async fn with_nurses() -> Router {
    let office = office().await;
    take_in(&office, NURSES).await;
    for nip in [NURSE, OTHER] {
        give_account(&office, nip).await;
    }
    web::routes::router(Site::new(office))
}

/// A power cut on 4 November, on which Siti forgot to scan out.
fn cut<'f>(list: &'f str, step: &'f str) -> [(&'f str, &'f str); 6] {
    [
        ("from", "04-11-2026"),
        ("until", ""),
        ("cause", "power-cut"),
        ("reason", "Listrik padam."),
        ("list", list),
        ("step", step),
    ]
}

/// Grants what waits first in the list of decisions.
async fn grant(pages: &Router, username: &str) -> String {
    let mut visitor = Visitor::signed_in(pages.clone(), username).await;
    let list = visitor.get("/decisions").await;
    let matter = list.text.split("type=\"hidden\" name=\"matter\" value=\"").nth(1);
    let matter = matter.and_then(|rest| rest.split('"').next()).expect("something waits");
    let form = format!("matter={matter}&verdict=grant");
    let sent = visitor.send("/law", "/decisions", &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    visitor.get(sent.header(header::LOCATION)).await.text
}

#[tokio::test]
async fn an_outage_is_checked_handed_in_with_a_photo_and_decided() {
    let pages = pages().await;
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let mut operator = Visitor::signed_in(pages.clone(), "operator.distan").await;
    for page in ["/units/DISTAN/2026-11", "/units/DISTAN/today"] {
        assert!(operator.get(page).await.links().contains(&OUTAGE.to_owned()), "{page}");
    }
    assert!(operator.get(&format!("{OUTAGE}?day=2026-11-04")).await.text.contains("04-11-2026"));
    let list = format!("nip;datang;pulang\n{SITI};07.29;16.05;Siti\n");
    let checked = operator.send_form(OUTAGE, &cut(&list, "check"), &[]).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text);
    for said in ["1 hari pegawai", "Kepala Dinas Pertanian", "value=\"send\"", "07.29;16.05"] {
        assert!(checked.text.contains(said), "no {said} in {}", checked.text);
    }
    let bare = operator.send_form(OUTAGE, &cut(&list, "send"), &[]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text.contains("Lampirkan foto daftar"), "{}", bare.text);
    assert!(bare.text.contains("value=\"send\""), "only the photo is missing");
    // Whoever hands it in does not decide on it, so the personnel office does.
    let photo = [("files", "daftar.pdf", PDF)];
    let sent = bkpsdm.send_form(OUTAGE, &cut(&list, "send"), &photo).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let shown = bkpsdm.get(sent.header(header::LOCATION)).await.text;
    assert!(shown.contains("sudah dikirim kepada Kepala Dinas") && shown.contains("daftar.pdf"));
    assert!(shown.contains("letter.pdf"), "the act can be printed");
    let again = bkpsdm.send_form(OUTAGE, &cut(&list, "send"), &photo).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("sudah pernah diajukan"), "{}", again.text);
    assert!(again.text.contains("menunggu keputusan"), "it is listed below");
    assert!(grant(&pages, "operator.distan").await.contains("1 permohonan disetujui"));
    let day = operator.get(&format!("/people/{SITI}/2026-11?day=4")).await.text;
    assert!(day.contains("16.05"), "{day}");
}

#[tokio::test]
async fn an_outage_with_a_mistake_opens_nothing_and_what_was_typed_stays() {
    let mut operator = Visitor::signed_in(pages().await, "operator.distan").await;
    let line = |text: &str| format!("{SITI};07.29;16.05\n{text}\n");
    let wrong = [
        (line("Siti;07.29"), "Baris 2: mulai dengan NIP"),
        (line(&format!("{MAYA};07.29")), "Baris 2: orang ini tidak bertugas di unit ini"),
        (line(&format!("{UJANG};07.29")), "Baris 2: orang ini yang memutuskan"),
        (line(&format!("{SITI};07.29")), "Baris 2: orang ini sudah ada"),
        (line("198504102010012008;07.29"), "Baris 2: tidak ada pegawai"),
        (format!("{SITI};siang"), "Baris 1: isi jam"),
        (format!("{SITI};16.00;07.00"), "Baris 1: jam pulang harus sesudah"),
        (String::new(), "Isi daftarnya"),
    ];
    for step in ["check", "send"] {
        for (list, said) in &wrong {
            let photo = [("files", "daftar.pdf", PDF)];
            let answer = operator.send_form(OUTAGE, &cut(list, step), &photo).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(answer.text.contains(said), "no {said} in {}", answer.text);
            assert!(answer.text.contains(list.trim_end()), "what was typed stays");
            assert!(answer.text.contains(">Listrik padam.</textarea>"));
        }
    }
    let days = [("05-11-2026", "Tukar"), ("28-11-2026", "belum tiba"), ("05-01-2026", "tukar")];
    for (from, _) in days {
        let fields = [("from", from), ("until", "04-11-2026"), ("step", "check")];
        let answer = operator.send_form(OUTAGE, &fields, &[]).await;
        let expected =
            if from == "05-01-2026" { "paling banyak 31 hari" } else { "tukar keduanya" };
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains(expected), "{from}: {}", answer.text);
        assert!(answer.text.contains("Tulis apa yang terjadi"), "all at once");
    }
    let filled = operator.send_form(OUTAGE, &cut("", "fill"), &[]).await;
    assert_eq!(filled.status, StatusCode::OK);
    assert!(filled.text.contains(&format!("{SITI};;;Siti Rahmawati")), "{}", filled.text);
    assert!(!filled.text.contains(&format!("{UJANG};")), "nobody decides on a list with oneself");
    assert!(!filled.text.contains("Yang sudah diajukan"), "nothing was opened");
    let other = operator.send_form("/units/DINKES/outage", &cut("", "check"), &[]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_event_is_looked_at_ticked_recorded_and_charged() {
    let mut operator = Visitor::signed_in(pages().await, "operator.distan").await;
    assert!(operator.get("/units/DISTAN/2026-11").await.links().contains(&EVENT.to_owned()));
    let apel = "kind=apel&date=04-11-2026&from=07.30&until=08.00&letter=Daftar+hadir";
    let checked = operator.send(EVENT, EVENT, &format!("{apel}&step=check")).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text);
    let ticks = |nip: &str| format!("name=\"present\" value=\"{nip}\"");
    assert!(checked.text.contains(&ticks(SITI)) && checked.text.contains(&ticks(UJANG)));
    let ticked = format!("{apel}&list=&present={SITI}&step=check");
    let ticked = operator.send(EVENT, EVENT, &ticked).await.text;
    assert!(!ticked.contains(&ticks(SITI)) && ticked.contains(&ticks(UJANG)), "{ticked}");
    let record = format!("{apel}&list={UJANG}&step=record");
    let sent = operator.send(EVENT, EVENT, &record).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let page = operator.get(sent.header(header::LOCATION)).await.text;
    assert!(page.contains("2 seharusnya hadir, 1 hadir, 1 tidak hadir"), "{page}");
    assert!(page.contains("Tercatat pada November 2026") && page.contains("07.30–08.00"));
    let month = operator.get(&format!("/people/{SITI}/2026-11?day=4")).await.text;
    assert!(month.contains("Tidak mengikuti apel"), "{month}");
    let wrong = [
        ("kind=&date=04-11-2026&from=07.30&until=08.00&letter=x", "Pilih kegiatannya"),
        ("kind=arisan&date=04-11-2026&from=07.30&until=08.00&letter=x", "Tidak ada aturan"),
        ("kind=apel&date=28-11-2026&from=07.30&until=08.00&letter=x", "belum selesai"),
        ("kind=apel&date=04-11-2026&from=08.30&until=08.00&letter=x", "harus sesudah jam mulai"),
        ("kind=apel&date=04-11-2026&from=07.30&until=08.00&letter=+", "Sebutkan surat"),
        ("kind=apel&date=04-11-2026&from=7&until=08.00&letter=x", "Isi jam dan menit"),
        ("kind=apel&date=04-11-2026&from=07.30&until=08.00&letter=x&list=siti", "Baris 1"),
        (
            "kind=apel&date=04-11-2026&from=07.30&until=08.00&letter=x&list=198504102010012008",
            "Tidak ada pegawai dengan NIP",
        ),
    ];
    for (form, said) in wrong {
        let answer = operator.send(EVENT, EVENT, &format!("{form}&step=record")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.text.contains(said), "no {said} in {}", answer.text);
    }
}

#[tokio::test]
async fn turns_are_exchanged_once_the_colleague_and_the_superior_agree() {
    let pages = with_nurses().await;
    let mut dewi = Visitor::signed_in(pages.clone(), NURSE).await;
    let choose = dewi.get(&format!("{SWAP}?month=2026-12")).await.text;
    assert!(choose.contains("Lilis Suryani") && !choose.contains("Siti Rahmawati"), "{choose}");
    let page = format!("{SWAP}?month=2026-12&with={OTHER}");
    let days = dewi.get(&page).await.text;
    let day = days.split("name=\"day\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let day = day.expect("their turns differ").to_owned();
    let form = |step: &str, reason: &str| {
        format!("month=2026-12&with={OTHER}&day={day}&reason={reason}&step={step}")
    };
    let bare = dewi.send(&page, SWAP, &form("send", "+")).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text.contains("Tulis alasannya") && bare.text.contains("checked"));
    let none = format!("month=2026-12&with={OTHER}&reason=x&step=send");
    assert!(dewi.send(&page, SWAP, &none).await.text.contains("Centang paling sedikit satu hari"));
    let checked = dewi.send(&page, SWAP, &form("check", "Wisuda")).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text);
    assert!(checked.text.contains("Minta rekan menyetujui"), "{}", checked.text);
    let sent = dewi.send(&page, SWAP, &form("send", "Wisuda")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let mine = dewi.get(sent.header(header::LOCATION)).await.text;
    assert!(mine.contains("Permintaan tukar giliran sudah dikirim"), "{mine}");
    // The colleague is led to it, and agrees; then the superior decides.
    let mut lilis = Visitor::signed_in(pages.clone(), OTHER).await;
    assert!(lilis.get("/me/requests").await.links().contains(&"/decisions".to_owned()));
    assert!(grant(&pages, OTHER).await.contains("disetujui dan diteruskan kepada Kepala Dinas"));
    assert!(grant(&pages, "operator.distan").await.contains("1 permohonan disetujui"));
    let request = dewi.get("/requests/1").await.text;
    assert!(request.contains("disetujui") && !request.contains("take-back"), "{request}");
    // Somebody without turns has nobody to exchange with.
    let mut siti = Visitor::signed_in(pages, SITI).await;
    assert!(siti.get(SWAP).await.text.contains("Tidak ada rekan untuk bertukar"));
}
