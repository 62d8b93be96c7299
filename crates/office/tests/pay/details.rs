//! Details of people out of files.

use civil::Role;
use office::{OfficeError, person::PersonDetails};
use storage::presence::People;

use crate::{
    fixture::{BUDI, SITI, account, desk},
    unit::{details, load_details, paid_desk},
};

#[tokio::test]
async fn bad_rows_say_where_and_why_and_lose_nobody_else() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!(
        "NIP;TMT;Golongan;Status Keluarga;Bank;Rekening\n\
         {BUDI};2026-01-01;III/b;k/1;Bank Contoh;0012345\n\
         {SITI};2026-01-01;3b;K/1;Bank Contoh;0012345\n\
         {SITI};2026-01-01;IX;K/9;Bank Contoh;0012345\n\
         {SITI};2026-01-01;IX;TK/0;Bank Contoh;12-AB\n\
         {SITI};2026-01-01;IX;TK/0;;0012345\n\
         199999999999999999;2026-01-01;IX;TK/0;Bank Contoh;0012345\n\
         {BUDI};2026-01-01;III/c;K/1;Bank Contoh;0012345\n"
    );
    let done =
        desk.office.import_details(&desk.root, "d.csv", csv.as_bytes(), false).await.unwrap();
    let told: Vec<String> =
        done.bad.iter().map(|bad| format!("{} {}: {}", bad.line, bad.column, bad.reason)).collect();
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!((done.rows, done.loaded, done.known), (7, 1, 0));
    let again =
        desk.office.import_details(&desk.root, "d.csv", csv.as_bytes(), false).await.unwrap();
    assert_eq!((again.loaded, again.known), (0, 1));
    let entry = &desk.audit(1).await[0];
    assert_eq!(entry.verb, "person.import_details");
    assert!(!format!("{entry:?}").contains("0012345"), "an account number is nobody's to read");
}

#[tokio::test]
async fn a_dry_run_writes_nothing_and_only_who_keeps_people_may_import() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!("nip,golongan\n{BUDI},III/b\n");
    let import = |actor, dry| desk.office.import_details(actor, "d.csv", csv.as_bytes(), dry);
    assert_eq!(import(&desk.root, true).await.unwrap().loaded, 1);
    assert_eq!(desk.store.details(&People::All).await.unwrap(), []);
    let operator = account(Role::Operator, Some("DINKES"));
    assert!(matches!(import(&operator, false).await, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn columns_that_belong_together_and_files_that_say_nothing_are_refused_whole() {
    let desk = desk();
    desk.load_two().await;
    for (csv, said) in [
        ("nip,nama\n", "no column says anything"),
        ("nip,bank\n", "\"nomorrekening\""),
        ("nip,gaji pokok,tunjangan keluarga\n", "\"tunjanganjabatan\""),
        ("nip,jenis potongan\n", "\"besarpotongan\""),
    ] {
        let done = desk.office.import_details(&desk.root, "d.csv", csv.as_bytes(), false).await;
        assert!(
            matches!(&done, Err(OfficeError::BadInput(text)) if text.contains(said)),
            "{csv}: {done:?}"
        );
    }
}

#[tokio::test]
async fn agreements_and_posts_are_read_on_their_days() {
    let desk = paid_desk().await;
    load_details(
        &desk,
        &format!(
            "nip;mulai;jenis potongan;besar potongan;plt;jabatan yang dirangkap;\
             kelas yang dirangkap;jenjang;sampai;surat\n\
             {BUDI};2026-02-01;zakat;2,5%;;;;;;\n\
             {BUDI};2026-02-01;korpri;usulan;;;;;;\n\
             {BUDI};2026-11-01;zakat;;;;;;;\n\
             {BUDI};2026-09-01;;;plt.;Kepala Seksi;9;lebih tinggi;2026-10-15;SP 3/2026\n"
        ),
    )
    .await;
    let rows = desk.store.details(&People::All).await.unwrap();
    let own: Vec<_> = rows.iter().filter(|row| row.person.0 == 1).cloned().collect();
    let on = |day: &str| PersonDetails::of(&own, day.parse().unwrap()).unwrap();
    let kinds = |day: &str| -> Vec<String> {
        on(day).agreed.into_iter().map(|agreed| agreed.kind).collect()
    };
    assert_eq!(kinds("2026-01-31"), [""; 0]);
    assert_eq!(kinds("2026-10-31"), ["korpri", "zakat"]);
    assert_eq!(kinds("2026-11-01"), ["korpri"]);
    let acting = on("2026-11-30").acting;
    assert_eq!((acting.len(), acting[0].class, acting[0].post.as_str()), (1, 9, "Kepala Seksi"));
    assert!(details().contains("0011223344"));
    assert_eq!(on("2026-10-31").account.unwrap().number, "0011223344");
}
