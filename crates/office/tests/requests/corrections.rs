use civil::Role;
use office::{
    OfficeError,
    matter::{Asked, Cause, Outcome, Verdict, WitnessSays},
    presence::CorrectedDay,
    proof::NewProof,
};

use crate::unit::{AGUS, BUDI, RINA, SITI, correction, day, nip, unit};

/// Peers' users ask for it: "regularise by time, I was here at 07:25" (frappe/hrms 806 and 2839).
#[tokio::test]
async fn a_late_day_is_corrected_by_time_and_the_cut_is_gone() {
    let unit = unit(&["2026-10-21"]).await;
    let before = unit.october_of(SITI).await;
    assert!(before.lines.iter().any(|line| line.date == "2026-10-21"), "late on that day");

    let id = unit.ask(SITI, "2026-10-21").await;
    assert_eq!(unit.october_of(SITI).await, before, "asking changes nothing");
    let rina = unit.pegawai(RINA).await;
    let waiting = unit.office.waiting_matters(&rina).await.unwrap();
    let [row] = waiting.rows.as_slice() else { panic!("one waits: {waiting:?}") };
    let [change] = row.change.days.as_slice() else { panic!("one day: {:?}", row.change) };
    assert!(change.before.late_minutes > 0 && change.after.late_minutes == 0);
    let effect = row.change.pay.expect("the law has a value");
    assert!(effect > 0, "the supervisor sees what it changes before deciding");

    assert_eq!(unit.decide(&rina, id, Verdict::Grant, "").await, Outcome::Granted);
    let after = unit.october_of(SITI).await;
    assert_eq!(after.tpp_net - before.tpp_net, effect, "what was shown is what became of it");
    assert!(after.lines.iter().all(|line| line.date != "2026-10-21"));
    let shown = unit.office.explain_day(&unit.root, &nip(SITI), day("2026-10-21")).await.unwrap();
    let noted: Vec<_> = shown.scans.iter().filter(|scan| scan.source == "correction").collect();
    let [scan] = noted.as_slice() else { panic!("the scan is shown: {:?}", shown.scans) };
    assert_eq!((scan.at.as_str(), scan.pin.as_str()), ("2026-10-21 07:25:00", &*id.to_string()));
    assert!(scan.counts);
    assert_eq!(unit.office.my_matters(&unit.pegawai(SITI).await).await.unwrap().total, 1);
}

#[tokio::test]
async fn the_units_own_terminals_are_witnesses() {
    let unit = unit(&["2026-10-21"]).await;
    let says = async |date: &str| {
        let id = unit.ask(SITI, date).await;
        let shown = unit.office.matter(&unit.root, id).await.unwrap();
        let Asked::Correction(asked) = shown.matter.asked else { panic!("a correction") };
        asked.witnesses.first().cloned().expect("the unit has a terminal")
    };
    let dead = says("2026-10-21").await;
    assert_eq!((dead.says, dead.near, dead.usual), (WitnessSays::Down, 0, 4));
    assert_eq!(dead.name, "Mesin Dinas Pertanian");
    assert_eq!(dead.silent_until.expect("it came back").to_string(), "2026-10-21T09:10:02");
    let alive = says("2026-10-20").await;
    assert_eq!((alive.says, alive.near), (WitnessSays::Worked, 4), "four others punched on it");
}

#[tokio::test]
async fn colleagues_who_ask_the_same_are_counted_and_many_days_are_asked_at_once() {
    let unit = unit(&["2026-10-21", "2026-10-22"]).await;
    let siti = unit.pegawai(SITI).await;
    let days = ["2026-10-21", "2026-10-22"];
    let opened = unit.office.request_correction(&siti, correction(SITI, &days)).await.unwrap();
    assert_eq!(opened.len(), 2, "a matter a day, so that each is decided by itself");
    unit.ask(BUDI, "2026-10-21").await;
    let waiting = unit.office.waiting_matters(&unit.pegawai(RINA).await).await.unwrap();
    let others: Vec<_> = waiting.rows.iter().map(|row| (&*row.name, row.others)).collect();
    assert_eq!(others, [("Siti Aminah", 1), ("Siti Aminah", 0), ("Budi Santoso", 1)]);
}

#[tokio::test]
async fn what_cannot_be_is_refused_whole_and_says_what_to_do() {
    let unit = unit(&["2026-10-21"]).await;
    let siti = unit.pegawai(SITI).await;
    let refused = async |change: &dyn Fn(&mut office::presence::CorrectionRequest)| {
        let mut request = correction(SITI, &["2026-10-21"]);
        change(&mut request);
        let done = unit.office.request_correction(&siti, request).await;
        done.expect_err("it cannot be").to_string()
    };
    let tomorrow = CorrectedDay { date: day("2026-11-03"), arrived: Some(445), left: None };
    let said = [
        refused(&|request| request.days.clear()).await,
        refused(&|request| request.days.push(tomorrow)).await,
        refused(&|request| request.days.extend(request.days.clone())).await,
        refused(&|request| request.reason = "  ".to_owned()).await,
        refused(&|request| request.days = vec![CorrectedDay { arrived: None, ..request.days[0] }])
            .await,
        refused(&|request| {
            request.days = vec![CorrectedDay { left: Some(400), ..request.days[0] }];
        })
        .await,
        refused(&|request| {
            let lie =
                NewProof { name: "surat.pdf".to_owned(), bytes: b"MZ\x90 a program".to_vec() };
            request.proofs = vec![lie];
        })
        .await,
        refused(&|request| {
            request.days = vec![CorrectedDay { date: day("2024-10-21"), ..request.days[0] }];
        })
        .await,
    ];
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(unit.office.my_matters(&siti).await.unwrap().total, 0, "nothing was half asked");

    unit.ask(SITI, "2026-10-21").await;
    let twice = unit.office.request_correction(&siti, correction(SITI, &["2026-10-21"])).await;
    let twice = twice.expect_err("it waits already").to_string();
    assert!(twice.contains("waits already"), "{twice}");
}

#[tokio::test]
async fn nobody_corrects_for_others_and_a_file_is_seen_by_whom_it_concerns() {
    let unit = unit(&["2026-10-21"]).await;
    let budi = unit.pegawai(BUDI).await;
    let for_siti = unit.office.request_correction(&budi, correction(SITI, &["2026-10-21"])).await;
    assert!(matches!(for_siti, Err(OfficeError::Forbidden(_))), "{for_siti:?}");

    let siti = unit.pegawai(SITI).await;
    let bytes = b"%PDF-1.7\n%%EOF\n".to_vec();
    let proof = NewProof { name: "../../surat.pdf".to_owned(), bytes: bytes.clone() };
    let request = office::presence::CorrectionRequest {
        proofs: vec![proof],
        cause: Cause::PowerCut,
        ..correction(SITI, &["2026-10-21"])
    };
    let id = unit.office.request_correction(&siti, request).await.unwrap()[0].id;
    let shown = unit.office.matter(&siti, id).await.unwrap();
    let digest = shown.matter.asked.proofs()[0].digest.clone();
    let file = unit.office.matter_file(&siti, id, &digest).await.unwrap();
    assert_eq!(file, (office::proof::ProofKind::Pdf, bytes));
    let rina = unit.pegawai(RINA).await;
    assert!(unit.office.matter_file(&rina, id, &digest).await.is_ok(), "whoever is asked");
    let stranger = unit.office.matter_file(&budi, id, &digest).await;
    assert!(matches!(stranger, Err(OfficeError::NotFound { .. })), "{stranger:?}");
    let other = unit.office.matter_file(&siti, id, &"ab".repeat(32)).await;
    assert!(matches!(other, Err(OfficeError::NotFound { .. })));
    let auditor = unit.signed_in(AGUS, Role::Auditor).await;
    assert!(unit.office.matter(&auditor, id).await.is_ok(), "an auditor reads everything");
}
