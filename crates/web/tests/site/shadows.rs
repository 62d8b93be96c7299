//! What the old system paid, held against what is computed here.

use axum::http::{StatusCode, header};

use crate::{
    money::in_order,
    office::{MAYA, SITI, UJANG, Visitor},
};

const PAGE: &str = "/shadow/2026-10";

#[tokio::test]
async fn every_difference_is_listed_with_its_cause_and_leads_to_the_month() {
    let (_, pages) = in_order().await;
    let mut bkpsdm = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let overview = bkpsdm.get("/closings/2026-10").await;
    assert!(overview.links().contains(&PAGE.to_owned()), "{:?}", overview.links());
    let nothing = bkpsdm.send_upload(PAGE, PAGE, &[("as", "page")], &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let useless = [("file", "x.csv", b"nip;x\n1;2\n".as_slice())];
    let useless = bkpsdm.send_upload(PAGE, PAGE, &[("as", "page")], &useless).await;
    assert_eq!(useless.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["Tidak dapat dibandingkan", "tpp_setelah_potongan", "Beri nama kolomnya"] {
        assert!(useless.text.contains(said), "{said}: {}", useless.text);
    }

    let csv =
        format!("NIP;Dibayar;Ket\n{SITI};9.000.000;a\n{UJANG};tiga;b\n197505052005011009;100;c\n");
    let file = [("file", "lama.csv", csv.as_bytes())];
    let told = bkpsdm.send_upload(PAGE, PAGE, &[("as", "page")], &file).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    for said in [
        "Siti Rahmawati",
        "Tidak dikenal atau tidak dibayar di sini",
        "Tidak ada di berkas lama",
        "Baris 3, kolom Dibayar: &#34;tiga&#34; bukan jumlah rupiah bulat",
        "Diterima pegawai",
        "Kolom yang dilewati: Ket",
        "Rp 9.000.100",
    ] {
        assert!(told.text.contains(said), "{said}: {}", told.text);
    }
    for nip in [SITI, MAYA] {
        assert!(told.links().contains(&format!("/people/{nip}/2026-10")), "{:?}", told.links());
    }
    let all = bkpsdm.send_upload(PAGE, PAGE, &[("as", "xlsx")], &file).await;
    assert_eq!(
        all.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"shadow-2026-10.xlsx\""
    );
    assert!(all.bytes.starts_with(b"PK"), "a workbook");
    let of_unit = [("as", "page"), ("unit", "DINKES")];
    let told = bkpsdm.send_upload(PAGE, PAGE, &of_unit, &file).await;
    assert!(told.text.contains("1 baris milik unit lain dilewati"), "{}", told.text);
    assert!(!told.text.contains("Siti Rahmawati"), "of another unit");
    let mut operator = Visitor::signed_in(pages, "operator.distan").await;
    assert_eq!(operator.get(PAGE).await.status, StatusCode::FORBIDDEN);
}
