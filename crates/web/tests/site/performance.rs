//! How the people of a unit worked: entered by hand and out of a file, all or nothing.

use axum::http::{StatusCode, header};
use office::{Office, allowance::EKinerjaMapping};
use rust_xlsxwriter::Workbook;
use web::Site;

use crate::office::{MAYA, SITI, UJANG, Visitor, office};

const PAGE: &str = "/units/DISTAN/2026-10/performance";
const MAPPING: &str = include_str!("../../../../content/ekinerja/contoh.toml");

/// The unit's operator, who is Ujang.
async fn operator() -> (Office, Visitor) {
    signed_in("operator.distan").await
}

async fn signed_in(name: &str) -> (Office, Visitor) {
    let office = office().await;
    let mapping = EKinerjaMapping::read(MAPPING).expect("the mapping is in order");
    let site = Site::new(office.clone()).with_ekinerja(vec![mapping]);
    (office, Visitor::signed_in(web::routes::router(site), name).await)
}

/// The row of a person on the page.
fn row<'p>(page: &'p str, nip: &str) -> &'p str {
    page.split("<tr>").find(|row| row.contains(nip)).expect("the person is listed")
}

/// A workbook of e-Kinerja as the mapping describes it.
fn workbook(rows: &[[&str; 4]]) -> Vec<u8> {
    let head = ["NIP", "Rating Hasil Kerja", "Rating Perilaku Kerja", "Predikat Kinerja"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Predikat").expect("the workbook is in order");
    for (line, cells) in (2_u32..).zip(std::iter::once(&head).chain(rows)) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write(line, column, *cell).expect("the workbook is in order");
        }
    }
    book.save_to_buffer().expect("the workbook is in order")
}

#[tokio::test]
async fn results_and_behaviour_make_the_predikat_and_what_it_pays() {
    let (_, mut bkpsdm) = signed_in("bkpsdm").await;
    let sheet = bkpsdm.get("/units/DISTAN/2026-10").await;
    assert!(sheet.links().contains(&PAGE.to_owned()), "the month sheet leads here");
    let closing = bkpsdm.get("/units/DISTAN/2026-10/closing").await;
    assert!(closing.links().contains(&PAGE.to_owned()), "so does what is missing before closing");
    let page = bkpsdm.get(PAGE).await.text;
    assert!(page.contains("2 pegawai belum lengkap"), "{page}");
    let layout = "judul di baris 3; kolom NIP, Rating Hasil Kerja, Rating Perilaku Kerja";
    assert!(page.contains(layout) && page.contains("minta BKPSDM menyiapkannya"), "{page}");
    assert!(page.contains("Butuh perbaikan: dipotong 10 %"), "{page}");

    let form = format!(
        "w{SITI}=++&r{SITI}=di-bawah&b{SITI}=sesuai&p{SITI}=95%2C5&\
         w{UJANG}=++&r{UJANG}=di-atas&b{UJANG}=di-atas&p{UJANG}=100"
    );
    let done = bkpsdm.send(PAGE, PAGE, &form).await;
    assert_eq!((done.status, done.header(header::LOCATION)), (StatusCode::SEE_OTHER, PAGE));
    let page = bkpsdm.get(PAGE).await.text;
    assert!(page.contains("Predikat 2 pegawai disimpan.") && page.contains("sudah lengkap"));
    let siti = row(&page, SITI);
    assert!(siti.contains("Butuh perbaikan") && siti.contains("value=\"95,5\""), "{siti}");
    assert!(siti.contains("value=\"di-bawah sesuai 9550\""), "{siti}");
    // 10 % and 4,5 % of her productivity.
    assert!(siti.contains("−Rp "), "{siti}");
    let ujang = row(&page, UJANG);
    assert!(ujang.contains("Sangat baik") && ujang.contains("Rp 0"), "{ujang}");
    let again = bkpsdm.send(PAGE, PAGE, &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it was looked at before that");
    assert!(again.text.contains("sudah diisi orang lain"), "{}", again.text);
}

#[tokio::test]
async fn mistakes_keep_what_was_chosen_and_nothing_is_saved() {
    let (_, mut bkpsdm) = signed_in("bkpsdm").await;
    let wrong = [
        (format!("w{SITI}=++&r{SITI}=sesuai&b{SITI}="), "keduanya"),
        (format!("w{SITI}=++&r{SITI}=sesuai&b{SITI}=sesuai&p{SITI}=101"), "0 sampai 100"),
        (format!("w{SITI}=++&r{SITI}=sesuai&b{SITI}=sesuai&p{SITI}=lima"), "0 sampai 100"),
        (format!("w{MAYA}=++&r{MAYA}=sesuai&b{MAYA}=sesuai"), "bukan pegawai unit ini"),
    ];
    for (bad, said) in wrong {
        let form = format!("{bad}&w{UJANG}=++&r{UJANG}=di-bawah&b{UJANG}=sesuai");
        let done = bkpsdm.send(PAGE, PAGE, &form).await;
        assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(done.text.contains(said), "{said}: {}", done.text);
        let ujang = row(&done.text, UJANG);
        assert!(ujang.contains("value=\"di-bawah\" selected"), "what was chosen stays: {ujang}");
    }
    assert!(bkpsdm.get(PAGE).await.text.contains("2 pegawai belum lengkap"));
    let ahead = "/units/DISTAN/2026-12/performance";
    assert!(!bkpsdm.get(ahead).await.text.contains("name=\"r"), "December has not begun");
    let (_, mut operator) = operator().await;
    let other = operator.get("/units/DINKES/2026-10/performance").await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_file_of_ekinerja_is_taken_whole_or_not_at_all() {
    let (_, mut bkpsdm) = signed_in("bkpsdm").await;
    let to = format!("{PAGE}/ekinerja");
    let rows = [
        [SITI, "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Baik"],
        [MAYA, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"],
        [UJANG, "Sesuai Ekspektasi", "luar biasa", "Baik"],
    ];
    let fields = [("mapping", "contoh")];
    let bad = workbook(&rows);
    let done = bkpsdm.send_form(&to, &fields, &[("file", "okt.xlsx", &bad)]).await;
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = [
        "Baris 5, kolom NIP: bertugas di unit lain; hapus barisnya",
        "Baris 6, kolom Rating Perilaku Kerja",
        " bukan ekspektasi; tulis di atas",
    ];
    for said in told {
        assert!(done.text.contains(said), "{said}: {}", done.text);
    }
    assert!(bkpsdm.get(PAGE).await.text.contains("2 pegawai belum lengkap"));
    let nothing = bkpsdm.send_form(&to, &fields, &[]).await;
    assert!(nothing.text.contains("Pilih berkas"), "{}", nothing.text);
    let none = bkpsdm.send_form(&to, &fields, &[("file", "a.xlsx", b"apa")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        none.text.contains("Berkasnya bukan lembar kerja; simpan sebagai .xlsx"),
        "{}",
        none.text
    );

    let good = workbook(&rows[..1]);
    let done = bkpsdm.send_form(&to, &fields, &[("file", "okt.xlsx", &good)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = bkpsdm.get(PAGE).await.text;
    assert!(page.contains("1 baris dibaca; predikat 1 pegawai disimpan."), "{page}");
    let siti = row(&page, SITI);
    assert!(siti.contains("value=\"sesuai\" selected") && siti.contains("Baik"), "{siti}");
}

#[tokio::test]
async fn the_operators_own_row_is_closed_and_refused_if_forged() {
    let (_, mut operator) = operator().await;
    let page = operator.get(PAGE).await.text;
    assert!(page.contains(&format!("name=\"r{SITI}\"")));
    assert!(!page.contains(&format!("name=\"r{UJANG}\"")));
    let own = row(&page, UJANG);
    assert!(own.contains("Anda sendiri"), "{own}");
    let forged = format!("w{UJANG}=++&r{UJANG}=di-atas&b{UJANG}=di-atas&p{UJANG}=100");
    let done = operator.send(PAGE, PAGE, &forged).await;
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(done.text.contains("ini Anda sendiri"), "{}", done.text);
    let book = workbook(&[[UJANG, "Di Atas Ekspektasi", "Di Atas Ekspektasi", "Sangat Baik"]]);
    let file = [("file", "okt.xlsx", book.as_slice())];
    let to = format!("{PAGE}/ekinerja");
    let done = operator.send_form(&to, &[("mapping", "contoh")], &file).await;
    assert!(
        done.text.contains("Baris 4, kolom NIP: ini Anda sendiri; hapus barisnya"),
        "{}",
        done.text
    );
    assert!(operator.get(PAGE).await.text.contains("2 pegawai belum lengkap"));
}
