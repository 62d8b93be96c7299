use civil::Role;
use office::{
    OfficeError,
    matter::{Asked, Cause, Outcome, Verdict},
    presence::{Attendance, EventRecorded, HeldEvent, OutageListed, OutageRequest},
    proof::NewProof,
};

use crate::unit::{AGUS, BUDI, RINA, SITI, Unit, day, unit};

fn photo() -> NewProof {
    NewProof { name: "daftar.pdf".to_owned(), bytes: b"%PDF-1.7\n%%EOF\n".to_vec() }
}

fn outage(list: &str) -> OutageRequest {
    OutageRequest {
        skpd: "DISTAN".parse().expect("a code"),
        from: day("2026-10-21"),
        until: day("2026-10-22"),
        cause: Cause::PowerCut,
        reason: "listrik padam sejak malam, PLN 123/2026".to_owned(),
        list: NewProof { name: "daftar.csv".to_owned(), bytes: list.as_bytes().to_vec() },
        proofs: vec![photo()],
    }
}

async fn hand_in(unit: &Unit, request: OutageRequest) -> Result<OutageListed, OfficeError> {
    unit.office.request_outage(&unit.root, request).await
}

/// As in Lebong: one act for the unit, a paper list, photos.
#[tokio::test]
async fn one_decision_with_a_paper_list_settles_everybodys_day() {
    let unit = unit(&["2026-10-21", "2026-10-22"]).await;
    let before = (unit.october_of(SITI).await, unit.october_of(BUDI).await);
    let list = format!(
        "nip;tanggal;datang;pulang\n{SITI};21-10-2026;07.25;\n{BUDI};21-10-2026;;\n\
         {SITI};22-10-2026;07.28;16.35\n{RINA};22-10-2026;07.20;\n"
    );
    let listed = hand_in(&unit, outage(&list)).await.unwrap();
    assert_eq!((listed.rows, listed.bad.len()), (4, 0), "{:?}", listed.bad);
    let opened = listed.opened.expect("it is opened");
    assert_eq!(opened.desk, "head:DISTAN");
    let agus = unit.pegawai(AGUS).await;
    let waiting = unit.office.waiting_matters(&agus).await.unwrap();
    let [row] = waiting.rows.as_slice() else { panic!("one waits: {waiting:?}") };
    assert_eq!((row.change.people, row.change.days.len()), (3, 4));
    let Asked::Outage(asked) = &row.asked else { panic!("an outage") };
    assert_eq!(asked.list.len(), 4);
    let effect = row.change.pay.expect("the law has values");
    assert_eq!(unit.decide(&agus, opened.id, Verdict::Grant, "").await, Outcome::Granted);
    let after = (unit.october_of(SITI).await, unit.october_of(BUDI).await);
    assert!(after.0.tpp_net > before.0.tpp_net && after.1.tpp_net > before.1.tpp_net);
    assert!(after.0.lines.iter().all(|line| !line.date.starts_with("2026-10-2")));
    let rina = unit.october_of(RINA).await;
    let gained = after.0.tpp_net - before.0.tpp_net + after.1.tpp_net - before.1.tpp_net;
    assert!(effect > gained && rina.lines.iter().all(|line| line.date != "2026-10-22"));
    let again = hand_in(&unit, outage(&list)).await.expect_err("the same days").to_string();
    assert!(again.contains("asked a moment ago"), "{again}");
}

#[tokio::test]
async fn a_list_that_cannot_be_is_told_row_by_row_and_opens_nothing() {
    let unit = unit(&["2026-10-21"]).await;
    let list = format!(
        "nip;tanggal;datang;pulang\n{SITI};21-10-2026;07.25;07.00\n{BUDI};23-10-2026;;\n\
         {AGUS};21-10-2026;07.10;\n{SITI};22-10-2026;siang;\n199912312020011001;21-10-2026;;\n"
    );
    let listed = hand_in(&unit, outage(&list)).await.unwrap();
    assert!(listed.opened.is_none());
    let said: Vec<_> = listed
        .bad
        .iter()
        .map(|bad| format!("{} {}: {}", bad.row.line, bad.row.column, bad.row.reason))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
    let twice = format!("nip;tanggal\n{SITI};21-10-2026\n{SITI};21-10-2026\n");
    assert_eq!(hand_in(&unit, outage(&twice)).await.unwrap().bad.len(), 1);
    let good = format!("nip;tanggal\n{SITI};21-10-2026\n");
    let bare = OutageRequest { proofs: Vec::new(), ..outage(&good) };
    let error = hand_in(&unit, bare).await.expect_err("no photo").to_string();
    assert_eq!(error, "hand in a photo of the signed list");
    let siti = unit.pegawai(SITI).await;
    let by_anybody = unit.office.request_outage(&siti, outage(&good)).await;
    assert!(matches!(by_anybody, Err(OfficeError::Forbidden(_))));
}

fn apel(attendance: Attendance) -> HeldEvent {
    HeldEvent {
        code: "apel".to_owned(),
        skpd: "DISTAN".parse().expect("a code"),
        date: day("2026-10-19"),
        minutes: (435, 450),
        attendance,
        letter: "Daftar hadir apel 19 Oktober 2026".to_owned(),
    }
}

async fn record(unit: &Unit, event: HeldEvent) -> EventRecorded {
    unit.office.record_event(&unit.root, event).await.expect("it is recorded")
}

#[tokio::test]
async fn whoever_misses_the_apel_is_charged_and_recording_again_takes_its_place() {
    let unit = unit(&[]).await;
    let before = unit.october_of(SITI).await;
    let list = Attendance::List {
        name: "apel.csv".to_owned(),
        bytes: format!("nip\n{BUDI}\n{RINA}\n{AGUS}\n").into_bytes(),
    };
    let recorded = record(&unit, apel(list)).await;
    assert_eq!((recorded.turnout.expected, recorded.turnout.present), (4, 3));
    let missed: Vec<_> =
        recorded.turnout.missed.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(missed, ["Siti Aminah"]);
    let charged = unit.october_of(SITI).await;
    assert!(charged.lines.iter().any(|line| line.rule == "apel" && line.date == "2026-10-19"));

    // The terminal knows better: all of them punched at 07.20.
    let terminal = Attendance::Terminals(vec!["T1".parse().expect("a serial")]);
    let again = record(&unit, apel(terminal)).await;
    assert_eq!((again.matter, again.turnout.missed.len()), (recorded.matter, 0));
    assert_eq!(unit.october_of(SITI).await, before, "nothing is charged twice, or for ever");
}

/// Who is at the office before the apel scans once, on the way in.
#[tokio::test]
async fn whoever_arrives_before_the_apel_is_not_cut_for_missing_it() {
    let unit = unit(&[]).await;
    let terminal = Attendance::Terminals(vec!["T1".parse().expect("a serial")]);
    // All of them punched at 07.20 and at 16.35, and nobody between.
    let later = HeldEvent { minutes: (450, 465), ..apel(terminal.clone()) };
    let before = unit.october_of(SITI).await;
    let recorded = record(&unit, later.clone()).await;
    assert_eq!((recorded.turnout.expected, recorded.turnout.present), (4, 4));
    assert_eq!(unit.october_of(SITI).await, before, "nobody pays for coming early");

    // After the last scan of the day nobody is here any more; before the first not yet.
    let evening = HeldEvent { minutes: (1_000, 1_010), ..apel(terminal.clone()) };
    let dawn = HeldEvent { minutes: (420, 435), ..apel(terminal) };
    let expected = async |event: &HeldEvent| {
        let turnout = unit.office.check_event(&unit.root, event).await.expect("it is looked at");
        (turnout.expected, turnout.present)
    };
    assert_eq!(expected(&dawn).await, (4, 0));
    assert_eq!(expected(&evening).await.1, 0);
    // Nor does a scan elsewhere show that somebody was at an event with terminals of its own.
    let elsewhere = Attendance::Terminals(vec!["T9".parse().expect("a serial")]);
    let of_its_own = HeldEvent { attendance: elsewhere, ..later };
    assert_eq!(expected(&of_its_own).await, (4, 0));
}

#[tokio::test]
async fn before_an_event_is_recorded_each_cut_and_the_nearest_scan_are_shown() {
    let unit = unit(&[]).await;
    let nobody = Attendance::Seen { terminals: Vec::new(), people: Vec::new() };
    let looked_at = unit.office.check_event(&unit.root, &apel(nobody.clone())).await.unwrap();
    let siti = looked_at.missed.iter().find(|one| one.nip == SITI).expect("she is missed");
    let scanned = siti.nearest_scan.expect("she scanned that day");
    assert_eq!(scanned.to_string(), "2026-10-19 07:20:01");
    let cost = siti.cost.expect("the law has values");
    let before = unit.october_of(SITI).await.tpp_net;
    record(&unit, apel(nobody.clone())).await;
    let after = unit.october_of(SITI).await.tpp_net;
    assert!(cost.0 > 0);
    assert_eq!(before - after, cost.0, "what was shown is what is taken");
    let again = unit.office.check_event(&unit.root, &apel(nobody)).await.unwrap();
    assert_eq!(again.missed, looked_at.missed, "looked at again it costs the same");
}

#[tokio::test]
async fn an_event_that_cannot_be_is_refused() {
    let unit = unit(&[]).await;
    let terminal = Attendance::Terminals(vec!["T1".parse().expect("a serial")]);
    let said = async |change: &dyn Fn(&mut HeldEvent)| {
        let mut event = apel(terminal.clone());
        change(&mut event);
        unit.office.record_event(&unit.root, event).await.expect_err("it cannot be").to_string()
    };
    let all = [
        said(&|event| event.code = "arisan".to_owned()).await,
        said(&|event| event.date = day("2026-11-03")).await,
        said(&|event| event.minutes = (450, 450)).await,
        said(&|event| event.letter = " ".to_owned()).await,
    ];
    insta::assert_snapshot!(all.join("\n"));
    let operator = unit.signed_in(SITI, Role::Pegawai).await;
    let done = unit.office.record_event(&operator, apel(terminal)).await;
    assert!(matches!(done, Err(OfficeError::Forbidden(_))));
}
