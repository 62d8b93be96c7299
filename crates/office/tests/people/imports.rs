//! Files of people.

use civil::Role;
use office::{OfficeError, person::PeopleImport};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use storage::presence::People;

use crate::fixture::{BUDI, SITI, account, desk, nip, options};

const HEAD: &str = "nip,name,skpd,employment,class,schedule,tpp,factor,reason,pin,valid_from\n";

#[tokio::test]
async fn good_rows_load_and_bad_ones_say_where_and_why() {
    let desk = desk();
    let csv = format!(
        "{HEAD}\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,ya,,,101,2026-01-01\n\
         19870412201001200,Kurang Satu,DINKES,PNS,7,lima-hari,,,,,\n\
         1.98704E+17,Excel,DINKES,PNS,7,lima-hari,,,,,\n\
         {SITI},Siti Aminah,DINAS KESEHATAN,PPPK,5,lima-hari,,,,,\n\
         199202022018011001,Kelas,DINKES,PNS,18,lima-hari,,,,,\n\
         199202022018011002,Pola,DINKES,PNS,7,tujuh-hari,,,,,\n\
         199202022018011003,Tanggal,DINKES,PNS,7,lima-hari,,,,,31/02/2026\n\
         199202022018011004,Alasan,DINKES,PNS,7,lima-hari,ya,,tgp,,\n\
         199202022018011005,Faktor,DINKES,PNS,7,lima-hari,ya,1.2,,,\n\
         199202022018011006,Jenis,DINKES,Wali,7,lima-hari,,,,,\n\
         199202022018011007,Pin,DINKES,PNS,7,lima-hari,,,,101,2026-02-01\n\
         199202022018011008,,DINKES,PNS,7,lima-hari,,,,,\n\
         {BUDI},Budi Santoso,DINKES,PNS,8,lima-hari,,,,,2026-01-01\n\
         199202022018011009,Rotasi,RSUD,PNS,7,rsud-rotasi:tiga,,,,,\n"
    );
    let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    let done = done.await.unwrap();
    let told: Vec<String> =
        done.bad.iter().map(|bad| format!("{} {}: {}", bad.line, bad.column, bad.reason)).collect();
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!((done.rows, done.loaded, done.people_new, done.pins), (14, 1, 1, 1));
    assert_eq!(u32::try_from(done.bad.len()).unwrap() + done.loaded, done.rows);
    let facts = desk.store.facts(&People::All).await.unwrap();
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].state.name, "Budi Santoso");
    assert_eq!(desk.audit(1).await[0].verb, "person.import_people");
}

#[tokio::test]
async fn indonesian_headings_in_any_order_behind_a_semicolon() {
    let desk = desk();
    let csv = format!(
        "\u{feff}No;Pola Kerja;Jenis Pegawai;Nama Pegawai;NIP;Kode SKPD;Nama SKPD;Kelas Jabatan;\
         Menerima TPP;Faktor TPP;Alasan;Berlaku Sejak;Aktif\r\n\
         1;Sekolah enam hari;P3K paruh waktu;\"Siti Aminah, S.Pd.\";'{SITI};DISDIK;\
         Dinas Pendidikan;-;tidak;80 %;TPG;5/10/2026;ya\r\n"
    );
    let csv = csv.replace("Sekolah enam hari", "sekolah enam hari");
    let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    let done = done.await.unwrap();
    assert_eq!((done.bad, done.loaded), (vec![], 1));
    assert_eq!(
        (done.ignored_columns, done.skpds_new),
        (vec!["No".to_owned()], vec!["DISDIK".to_owned()])
    );
    let again = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    assert!(again.await.unwrap().skpds_new.is_empty(), "it is known by now");
    let facts = desk.store.facts(&People::All).await.unwrap();
    let state = &facts[0].state;
    assert_eq!(facts[0].valid_from.to_string(), "2026-10-05");
    assert_eq!(state.name, "Siti Aminah, S.Pd.");
    assert_eq!(state.employment.code(), "pppk-paruh-waktu");
    assert_eq!(state.schedule.as_str(), "sekolah-enam-hari");
    assert_eq!((state.class, state.tpp_eligible), (None, false));
    assert_eq!(state.tpp_factor, Some(civil::Rate::basis_points(8_000)));
    assert_eq!(state.tpp_reason.as_deref(), Some("tpg"));
    let skpds = desk.office.skpds().await.unwrap();
    assert_eq!((skpds[0].code.as_str(), skpds[0].name.as_str()), ("DISDIK", "Dinas Pendidikan"));
    // Known by now, it may be called by its name.
    let csv = format!("{HEAD}{BUDI},Budi,dinas pendidikan,PNS,7,lima-hari,,,,,\n");
    let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    assert_eq!(done.await.unwrap().bad, []);
    assert_eq!(desk.office.skpds().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_workbook_loads_and_a_nip_that_became_a_number_is_told() {
    let desk = desk();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Daftar pegawai").unwrap();
    let headings = ["nip", "nama", "skpd", "jenis pegawai", "kelas", "pola kerja", "faktor", "tmt"];
    for (column, heading) in headings.into_iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), heading).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let since = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
    for (row, name) in [(3, "Budi"), (4, "Siti")] {
        sheet.write(row, 1, name).unwrap();
        sheet.write(row, 2, "DINKES").unwrap();
        sheet.write(row, 3, "CPNS").unwrap();
        sheet.write(row, 4, 7).unwrap();
        sheet.write(row, 5, "lima-hari").unwrap();
        sheet.write(row, 6, 0.8).unwrap();
        sheet.write_with_format(row, 7, &since, &day).unwrap();
    }
    sheet.write(3, 0, BUDI).unwrap();
    sheet.write_number(4, 0, 199_001_012_015_032_001_f64).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let done = desk.office.import_people(&desk.root, "p.xlsx", &bytes, options()).await.unwrap();
    assert_eq!((done.rows, done.loaded), (2, 1));
    assert_eq!((done.bad[0].line, done.bad[0].column.as_str()), (5, "nip"));
    assert!(
        done.bad[0].reason.to_string().contains("lost its last digits"),
        "{}",
        done.bad[0].reason
    );
    let facts = desk.store.facts(&People::All).await.unwrap();
    assert_eq!(facts[0].valid_from.to_string(), "2026-03-01");
    assert_eq!(facts[0].state.class, Some(7));
    assert_eq!(facts[0].state.tpp_factor, Some(civil::Rate::basis_points(8_000)));
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_writes_nothing() {
    let desk = desk();
    desk.load_two().await;
    let before = (desk.store.facts(&People::All).await.unwrap(), desk.audit(100).await);
    // Known, changed, new; a PIN that is known, one that is new, one that belongs to Siti.
    let csv = format!(
        "{HEAD}\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,,,,101,2026-01-01\n\
         {SITI},Siti Aminah,DISTAN,PPPK,6,lima-hari,,,,103,2026-07-01\n\
         199202022018011001,Baru,DISTAN,PNS,7,lima-hari,,,,104,\n\
         199202022018011001,Baru,DISTAN,PNS,8,lima-hari,,,,,2027-01-01\n\
         199202022018011002,Pin,DISTAN,PNS,7,lima-hari,,,,102,\n"
    );
    let dry = PeopleImport { dry_run: true, ..options() };
    let said = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), dry).await.unwrap();
    assert_eq!((said.loaded, said.known, said.people_new, said.pins), (3, 1, 1, 2));
    assert!(said.bad[0].reason.to_string().contains(SITI), "{}", said.bad[0].reason);
    assert_eq!(before, (desk.store.facts(&People::All).await.unwrap(), desk.audit(100).await));
    let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    let done = done.await.unwrap();
    assert_eq!(office::person::ImportedPeople { dry_run: true, ..done }, said);
    let again = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options());
    let again = again.await.unwrap();
    assert_eq!((again.loaded, again.known, again.people_new, again.pins), (0, 4, 0, 0));
}

#[tokio::test]
async fn history_is_kept_with_both_dates() {
    let desk = desk();
    desk.load_two().await;
    desk.clock.advance_seconds(86_400);
    // A late decree: another class since May, recorded after what was known of January.
    desk.load(&format!("{HEAD}{BUDI},Budi Santoso,DINKES,PNS,8,lima-hari,,,,,01/05/2026\n")).await;
    // And a correction of January itself.
    desk.clock.advance_seconds(86_400);
    desk.load(&format!("{HEAD}{BUDI},Budi Santosa,DINKES,PNS,7,lima-hari,,,,,2026-01-01\n")).await;
    let shown = desk.office.show_person(&desk.root, &nip(BUDI)).await.unwrap();
    let told: Vec<_> = shown
        .facts
        .iter()
        .map(|fact| {
            let (from, recorded) = (fact.valid_from.to_string(), fact.recorded.to_string());
            (from, recorded, fact.class, fact.in_force, fact.superseded)
        })
        .collect();
    let row = |from: &str, recorded: &str, class, in_force, superseded| {
        (from.to_owned(), recorded.to_owned(), Some(class), in_force, superseded)
    };
    assert_eq!(
        told,
        [
            row("2026-01-01", "2026-11-02T01:00:00Z", 7, false, true),
            row("2026-01-01", "2026-11-04T01:00:00Z", 7, false, false),
            row("2026-05-01", "2026-11-03T01:00:00Z", 8, true, false),
        ]
    );
    assert_eq!(shown.pins.len(), 1);
}

#[tokio::test]
async fn a_column_that_the_file_lacks_keeps_what_holds() {
    let desk = desk();
    desk.load(&format!("{HEAD}{BUDI},Budi,DISDIK,PNS,9,lima-hari,tidak,,tpg,,2026-01-01\n")).await;
    let short = "nip,name,skpd,employment,schedule,valid_from\n";
    desk.load(&format!("{short}{BUDI},Budi,DINKES,PNS,enam-hari,2026-06-01\n")).await;
    let facts = desk.store.facts(&People::All).await.unwrap();
    let state = &facts[1].state;
    assert_eq!((state.skpd.as_str(), state.schedule.as_str()), ("DINKES", "enam-hari"));
    assert_eq!((state.class, state.tpp_eligible), (Some(9), false));
    assert_eq!(state.tpp_reason.as_deref(), Some("tpg"));
    // An empty cell says that there is nothing.
    desk.load(&format!("{HEAD}{BUDI},Budi,DINKES,PNS,,enam-hari,,,,,2026-07-01\n")).await;
    let state = &desk.store.facts(&People::All).await.unwrap()[2].state;
    assert_eq!((state.class, state.tpp_eligible, &state.tpp_reason), (None, true, &None));
}

#[tokio::test]
async fn a_pin_may_pass_on_when_its_owner_has_left() {
    let desk = desk();
    desk.load_two().await;
    let head = HEAD.replace("valid_from", "valid_from,aktif");
    desk.load(&format!(
        "{head}\
         {SITI},Siti Aminah,DISTAN,PPPK,5,lima-hari,,,,,2026-06-01,tidak\n\
         199202022018011001,Baru,DISTAN,PNS,7,lima-hari,,,,102,2026-06-01,ya\n"
    ))
    .await;
    let pins = desk.store.pins(&People::All).await.unwrap();
    assert_eq!(pins.iter().filter(|pin| pin.pin == "102").count(), 2);
}

#[tokio::test]
async fn a_nip_that_changes_stays_with_the_person() {
    let desk = desk();
    desk.load_two().await;
    let head = HEAD.replace("nip,", "nip lama,nip,");
    let new = "198704122010011003";
    let csv = format!("{head}{BUDI},{new},Budi,DINKES,PNS,7,lima-hari,,,,,2026-06-01\n");
    desk.load(&csv).await;
    desk.load(&csv).await;
    assert_eq!(desk.store.person_by_nip(&nip(BUDI)).await.unwrap(), None);
    let shown = desk.office.show_person(&desk.root, &nip(new)).await.unwrap();
    assert_eq!(shown.facts.len(), 2);
    let wrong = format!("{head}{SITI},{new},Budi,DINKES,PNS,7,lima-hari,,,,,2026-07-01\n");
    let done = desk.office.import_people(&desk.root, "p.csv", wrong.as_bytes(), options());
    let done = done.await.unwrap();
    assert!(done.bad[0].reason.to_string().contains("two people"), "{:?}", done.bad);
}

#[tokio::test]
async fn a_useless_file_is_refused_whole() {
    let desk = desk();
    for (bytes, part) in [
        (&b"nip,nama,skpd,jenis pegawai\n"[..], "no column \"schedule\""),
        (b"\0\x01\x02", "no text"),
        (b"", "empty"),
    ] {
        let error = desk.office.import_people(&desk.root, "p.csv", bytes, options()).await;
        match error.unwrap_err() {
            error @ OfficeError::Table { .. } => {
                let text = error.to_string();
                assert!(text.starts_with("p.csv: ") && text.contains(part), "{text}");
            }
            other => panic!("{other}"),
        }
    }
}

/// What a file holds may steer the screen of whoever reads the message about it.
#[tokio::test]
async fn messages_show_what_a_file_holds_as_escapes_and_in_short() {
    let desk = desk();
    let long = "x".repeat(3_000);
    let csv = format!(
        "nip,nama,skpd,jenis pegawai,pola kerja,\x1b[2Jcatatan{long}\n\
         {BUDI},Budi,\x1b]0;{long}\x07,PNS,lima-hari,\n"
    );
    let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options()).await;
    let done = done.unwrap();
    let serial = "T1".parse().unwrap();
    let scans = format!("Nama \u{202e};\u{9b}2J{long};Waktu\n1;2;3\n");
    let form = office::presence::FileForm::default();
    let import = desk.office.import_punches(&desk.root, &serial, "a.csv", scans.as_bytes(), &form);
    let table = desk.office.import_excuses(&desk.root, "\x1b[2J", b"a,b\n", true).await;
    let nobody = desk.office.suspend_account(&desk.root, "\x1b[2J").await;
    let said = [
        done.ignored_columns[0].clone(),
        done.bad[0].reason.to_string(),
        import.await.unwrap_err().to_string(),
        table.unwrap_err().to_string(),
        nobody.unwrap_err().to_string(),
    ];
    for text in said {
        assert!(text.contains("\\u{"), "{text}");
        assert!(!text.chars().any(char::is_control), "{text:?}");
        assert!(!text.contains('\u{202e}') && text.chars().count() < 600, "{text:?}");
    }
    assert!(
        done.bad[0].reason.to_string().ends_with("letters, digits or any of -_."),
        "{:?}",
        done.bad[0]
    );
}

#[tokio::test]
async fn a_pin_that_a_spreadsheet_spoilt_is_no_pin() {
    let desk = desk();
    for (pin, good) in [("1.08E+03", false), ("1.080", false), ("#N/A", false), ("A-1_0", true)] {
        let csv = format!("{HEAD}{BUDI},Budi,DINKES,PNS,7,lima-hari,,,,{pin},\n");
        let done = desk.office.import_people(&desk.root, "p.csv", csv.as_bytes(), options()).await;
        let done = done.unwrap();
        assert_eq!((done.loaded, done.pins), (u32::from(good), u32::from(good)), "{pin}");
        assert!(
            good || done.bad[0].reason.to_string().contains("format the column as text"),
            "{done:?}"
        );
    }
}

#[tokio::test]
async fn only_bkpsdm_of_the_regency_imports() {
    let desk = desk();
    let csv = format!("{HEAD}{BUDI},Budi,DINKES,PNS,7,lima-hari,,,,,\n");
    for actor in [
        account(Role::Pegawai, None),
        account(Role::Operator, Some("DINKES")),
        account(Role::Auditor, None),
        account(Role::Bkpsdm, Some("DINKES")),
    ] {
        let done = desk.office.import_people(&actor, "p.csv", csv.as_bytes(), options()).await;
        assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{}", actor.name());
    }
    assert_eq!(desk.store.facts(&People::All).await.unwrap(), []);
    let actor = account(Role::Bkpsdm, None);
    desk.office.import_people(&actor, "p.csv", csv.as_bytes(), options()).await.unwrap();
    assert_eq!(desk.audit(1).await[0].actor, "bkpsdm-of-all");
}
