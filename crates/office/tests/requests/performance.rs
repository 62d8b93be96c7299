use civil::{Role, Skpd};
use office::allowance::{BadWork, EKinerjaFile, EKinerjaMapping, Work, WorkEntry};
use rules::law::performance::Expectation;

use crate::unit::{AGUS, BUDI, RINA, SITI, nip, october, unit};

fn entry(of: &str) -> WorkEntry {
    let now = Work {
        results: Some(Expectation::Above),
        behaviour: Some(Expectation::Above),
        productivity_bp: Some(10_000),
    };
    WorkEntry { nip: nip(of), was: Work::default(), now }
}

#[tokio::test]
async fn nobody_says_how_well_he_worked_himself() {
    let unit = unit(&[]).await;
    let distan: Skpd = "DISTAN".parse().expect("a code");
    let whose = (&distan, october());
    let operator = unit.signed_in_at(SITI, Role::Operator, "DISTAN").await;
    let head = unit.signed_in_at(RINA, Role::Pimpinan, "DISTAN").await;
    for (actor, own) in [(&operator, SITI), (&head, RINA)] {
        let put = unit.office.put_performance(actor, whose, &[entry(own), entry(BUDI)]).await;
        let put = put.expect("the month has begun");
        assert_eq!((put.changed, put.bad), (0, vec![(nip(own), BadWork::Oneself)]));
        let shown = unit.office.unit_performance(actor, &distan, october()).await.unwrap();
        let closed = shown.people.iter().filter(|person| person.closed == Some(BadWork::Oneself));
        assert_eq!(closed.map(|person| person.nip.as_str()).collect::<Vec<_>>(), [own]);
    }
    let put = unit.office.put_performance(&head, whose, &[entry(SITI)]).await.unwrap();
    assert_eq!((put.changed, put.bad), (1, vec![]), "the head enters the operator's");
    let bkpsdm = crate::unit::Unit::bkpsdm();
    let put = unit.office.put_performance(&bkpsdm, whose, &[entry(RINA)]).await.unwrap();
    assert_eq!((put.changed, put.bad), (1, vec![]), "and BKPSDM the head's");
}

#[tokio::test]
async fn the_head_of_a_unit_is_rated_by_the_personnel_office_and_not_by_the_unit() {
    let unit = unit(&[]).await;
    let distan: Skpd = "DISTAN".parse().expect("a code");
    let whose = (&distan, october());
    let operator = unit.signed_in_at(SITI, Role::Operator, "DISTAN").await;
    let put = unit.office.put_performance(&operator, whose, &[entry(AGUS), entry(BUDI)]).await;
    let put = put.expect("the month has begun");
    assert_eq!((put.changed, put.bad), (0, vec![(nip(AGUS), BadWork::Head)]));
    let shown = unit.office.unit_performance(&operator, &distan, october()).await.unwrap();
    let head = shown.people.iter().find(|person| person.nip == AGUS).expect("is listed");
    assert_eq!(head.closed, Some(BadWork::Head));

    // Nor by a file of the unit's own.
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [(0, ["NIP", "Predikat"]), (1, [AGUS, "Baik"]), (2, [BUDI, "Baik"])] {
        sheet.write(row, 0, cells[0]).unwrap().write(row, 1, cells[1]).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let mapping = "name = \"x\"\nnote = \"x\"\nheader_row = 1\n[columns]\nnip = \"NIP\"\n\
                   predikat = \"Predikat\"\n";
    let mapping = EKinerjaMapping::read(mapping).expect("is a mapping");
    let file = EKinerjaFile { name: "e.xlsx", bytes: &bytes, mapping: &mapping };
    let read = unit.office.import_unit_ekinerja(&operator, whose, &file).await.expect("of use");
    let reasons: Vec<String> = read.bad.iter().map(|bad| bad.reason.to_string()).collect();
    assert_eq!(reasons, ["heads the unit; leave the row out, and let BKPSDM enter it"]);

    let bkpsdm = crate::unit::Unit::bkpsdm();
    let read = unit.office.import_unit_ekinerja(&bkpsdm, whose, &file).await.expect("of use");
    assert_eq!((read.loaded, read.bad), (2, vec![]));
}

#[tokio::test]
async fn a_predikat_that_the_law_does_not_know_is_a_bad_row() {
    let unit = unit(&[]).await;
    let csv = format!("nip;predikat\n{SITI};hacked\n{BUDI};Butuh Perbaikan\n");
    let import = async |name: &str, csv: &str| {
        let done =
            unit.office.import_performance(&unit.root, october(), name, csv.as_bytes(), false);
        done.await.expect("the file is of use")
    };
    let done = import("e.csv", &csv).await;
    assert_eq!((done.loaded, done.bad.len()), (1, 1));
    let bad = done.bad.first().expect("one");
    assert_eq!((bad.line, bad.column.as_str()), (2, "predikat"));
    let said = bad.reason.to_string();
    assert!(said.starts_with("\"hacked\" is no predikat; write one of: "), "{said}");
    // Without the column nothing of the kind is asked of the law.
    let done = import("p.csv", &format!("nip;produktivitas\n{RINA};90\n")).await;
    assert_eq!((done.loaded, done.bad.len()), (1, 0));
}
