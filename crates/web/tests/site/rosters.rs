//! The roster of a unit, seen and changed without scripts.

use axum::http::{StatusCode, header};
use web::Site;

use crate::office::{SITI, Visitor, office, take_in};

const PAGE: &str = "/units/DISTAN/2026-12/roster";
const NURSE: &str = "199203042018012001";
const OTHER: &str = "198704122010012003";

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
199203042018012001;Dewi Permata;DISTAN;Pos Jaga;Petugas;7;PNS;1101;rsud-rotasi:0;2026-10-01
198704122010012003;Lilis Suryani;DISTAN;Pos Jaga;Petugas;7;PNS;1102;rsud-rotasi:0;2026-10-01
";

async fn operator() -> Visitor {
    let office = office().await;
    take_in(&office, PEOPLE).await;
    Visitor::signed_in(web::routes::router(Site::new(office)), "operator.distan").await
}

#[tokio::test]
async fn a_rotation_is_given_to_chosen_people_and_shown() {
    let mut operator = operator().await;
    let sheet = operator.get("/units/DISTAN/2026-11").await;
    assert!(sheet.links().contains(&"/units/DISTAN/2026-11/roster".to_owned()));
    let page = operator.get(PAGE).await.text;
    assert!(page.contains("Dewi Permata") && page.contains("Jadwal giliran 2 orang"), "{page}");
    assert!(!page.contains("Siti Rahmawati"), "she works no shifts");
    assert!(page.contains("RSUD, tiga giliran") && !page.contains("rsud-rotasi"), "{page}");
    assert!(page.contains("M 21.00 sampai 07.00 hari berikutnya"), "{page}");
    let form = format!("nip={NURSE}&nip={OTHER}&from=1&until=4&turns=P+M+L&shift=1");
    let done = operator.send(PAGE, PAGE, &form).await;
    assert_eq!((done.status, done.header(header::LOCATION)), (StatusCode::SEE_OTHER, PAGE));
    let page = operator.get(PAGE).await.text;
    assert!(page.contains("8 giliran disimpan."), "{page}");
    // In order of the NIP Lilis first, and Dewi one turn ahead.
    let row = |name: &str| {
        let row = page.split("<tr>").skip(1).find(|row| row.contains(name)).unwrap();
        row.split("<strong>").skip(1).map(|cell| cell[..1].to_owned()).collect::<String>()
    };
    assert_eq!((row("Lilis"), row("Dewi")), ("PM-P".to_owned(), "M-PM".to_owned()));
    let back = operator.send(PAGE, PAGE, &format!("nip={NURSE}&from=1&until=4&turns=%3D")).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(operator.get(PAGE).await.text.contains("4 giliran disimpan."));
}

#[tokio::test]
async fn mistakes_are_said_with_what_was_typed_and_nothing_is_given() {
    let mut operator = operator().await;
    let wrong = [
        (format!("nip={NURSE}&from=9&until=4&turns=P"), "Tukar keduanya"),
        (format!("nip={NURSE}&from=1&until=31&turns=P!"), "huruf giliran dengan spasi"),
        ("from=1&until=4&turns=P".to_owned(), "Centang paling sedikit satu orang"),
        (format!("nip={NURSE}&from=1&until=4&turns=Z"), " bukan giliran; tulis"),
        (format!("nip={SITI}&from=1&until=4&turns=P"), "tidak punya giliran untuk dipilih"),
        ("pasted=apa".to_owned(), "Jadwal tidak dapat dibaca"),
        (format!("pasted=nip%3B1%3B2%0A{NURSE}%3BP%3BZ%0A"), " bukan giliran; tulis"),
    ];
    for (form, said) in wrong {
        let done = operator.send(PAGE, PAGE, &form).await;
        assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(done.text.contains(said), "{form}: {}", done.text);
        let ticks = form.starts_with(&format!("nip={NURSE}"));
        assert!(!ticks || done.text.contains(" checked"), "{form}: what was ticked stays");
    }
    assert!(!operator.get(PAGE).await.text.contains("<strong>P</strong>"));
    let good = format!("pasted=nip%3B1%3B2%0A{NURSE}%3BP%3BL%0A");
    assert_eq!(operator.send(PAGE, PAGE, &good).await.status, StatusCode::SEE_OTHER);
    assert!(operator.get(PAGE).await.text.contains("<strong>P</strong>"));
    let other = operator.get("/units/DINKES/2026-12/roster").await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
}
