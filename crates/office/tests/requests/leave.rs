use office::{
    OfficeError,
    leave::{CheckedLeave, LeaveRequest, Paper},
    matter::{OfficerVerdict, Outcome, Verdict},
    proof::NewProof,
};

use crate::unit::{AGUS, HADI, RINA, SITI, Unit, day, nip, unit};

fn leave(of: &str, kind: &str, from: &str, until: &str) -> LeaveRequest {
    LeaveRequest {
        nip: nip(of),
        kind: kind.to_owned(),
        from: day(from),
        until: day(until),
        minutes: None,
        reason: "keperluan keluarga".to_owned(),
        named_reason: None,
        child: None,
        place: "Rangkasbitung".to_owned(),
        letter: String::new(),
        papers: Vec::new(),
    }
}

async fn ask(unit: &Unit, request: LeaveRequest) -> CheckedLeave {
    let of = request.nip.to_string();
    let actor = unit.pegawai(&of).await;
    unit.office.request_leave(&actor, request).await.expect("it is looked at")
}

fn refusals(checked: &CheckedLeave) -> Vec<&str> {
    let refusing = checked.findings.iter().filter(|finding| finding.refuses);
    refusing.map(|finding| finding.noted.key.as_str()).collect()
}

async fn left(unit: &Unit, of: &str, on: &str) -> u32 {
    let balance = unit.office.leave_balance(&unit.root, &nip(of), day(on)).await;
    balance.expect("the law has a value").left
}

/// Siti's balance as the office handed it over: 6 days of 2025, none of 2024.
async fn opened(unit: &Unit) {
    let csv = format!("nip;tahun;sisa n-1;sisa n-2\n{SITI};2026;6;0\n{AGUS};2026;0;0\n");
    let done = unit.office.import_leave_openings(&unit.root, "s.csv", csv.as_bytes(), false).await;
    let done = done.expect("the file is of use");
    assert_eq!((done.loaded, done.bad.len()), (2, 0), "{:?}", done.bad);
}

#[tokio::test]
async fn annual_leave_is_asked_decided_and_taken_off_the_balance() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    assert_eq!(left(&unit, SITI, "2026-11-02").await, 18, "12 of the year and 6 carried over");
    let checked = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-09", "2026-11-13")).await;
    assert_eq!((checked.working_days, refusals(&checked)), (5, Vec::new()));
    let first = checked.opened.expect("it is opened");
    assert_eq!(first.desk, "head:DISTAN/Bidang A");
    assert!(first.due.is_some(), "by the order of the regency");

    let rina = unit.pegawai(RINA).await;
    let Outcome::Forwarded(next) = unit.decide(&rina, first.id, Verdict::Grant, "").await else {
        panic!("the head of the department is asked too");
    };
    assert_eq!(next, "head:DISTAN");
    let agus = unit.pegawai(AGUS).await;
    let waits = unit.office.matter_letter(&rina, first.id).await.expect("there is a letter");
    assert!(waits.decided().is_none() && waits.officers.len() == 2, "{waits:?}");
    assert_eq!(waits.officers[0].said.as_ref().map(|said| said.0), Some(OfficerVerdict::Agreed));
    assert_eq!((waits.officers[1].said.as_ref(), waits.person.nip.as_deref()), (None, Some(SITI)));
    assert!(!waits.officers[1].officer.name.is_empty(), "who holds the post signs");
    assert_eq!(unit.decide(&agus, first.id, Verdict::Grant, "Silakan").await, Outcome::Granted);
    let decided = unit.office.matter_letter(&agus, first.id).await.expect("there is a letter");
    let last = decided.decided().expect("it is decided");
    assert_eq!(last.officer.nip.as_deref(), Some(AGUS));
    let said = last.said.as_ref().expect("it was said");
    assert_eq!((said.0, said.1.as_str()), (OfficerVerdict::Agreed, "Silakan"));
    let stranger = unit.office.matter_letter(&unit.pegawai(HADI).await, first.id).await;
    assert!(matches!(stranger, Err(OfficeError::NotFound { .. })), "{stranger:?}");
    assert_eq!(left(&unit, SITI, "2026-11-30").await, 13);
    let ninth = excuse_of_siti(&unit, "2026-11-09").await;
    assert_eq!(ninth, Some("cuti-tahunan"));
    let ahead = unit.office.leave_balance(&unit.root, &nip(SITI), day("2027-01-04")).await.unwrap();
    let forecast = ahead.forecast.expect("a day to come");
    assert_eq!(forecast.granted, [(day("2027-01-01"), 12)]);
    assert!(forecast.left >= 12, "{forecast:?}");
}

/// The excuse of a day of Siti's.
async fn excuse_of_siti(unit: &Unit, date: &str) -> Option<&'static str> {
    let explained = unit.office.explain_day(&unit.root, &nip(SITI), day(date)).await;
    explained.expect("the day is known").excuse
}

#[tokio::test]
async fn what_the_law_refuses_is_not_even_asked() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let too_much = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-03", "2026-11-30")).await;
    assert_eq!(
        (too_much.working_days, refusals(&too_much)),
        (20, vec!["leave-finding-balance-exceeded"])
    );
    assert!(too_much.opened.is_none());
    let source = too_much.findings[0].source.clone().expect("the law says so");
    assert!(source.0.contains("11/2017"), "{source:?}");

    let half = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-03", "2026-11-13")).await;
    assert!(half.opened.is_some());
    let rest = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-16", "2026-12-04")).await;
    assert_eq!(refusals(&rest), ["leave-finding-balance-exceeded"], "what waits counts as taken");
    let same = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-13", "2026-11-13")).await;
    assert_eq!(refusals(&same), ["leave-finding-overlaps"]);
    let sick = ask(&unit, leave(SITI, "cuti-sakit", "2026-12-07", "2026-12-08")).await;
    assert_eq!(refusals(&sick), ["leave-finding-proof-missing"]);
    let file = NewProof { name: "dokter.pdf".to_owned(), bytes: b"%PDF-1.4\n%%EOF".to_vec() };
    let paper = Paper { kind: "surat-dokter".to_owned(), file };
    let request = leave(SITI, "cuti-sakit", "2026-12-07", "2026-12-08");
    let with = ask(&unit, LeaveRequest { papers: vec![paper], ..request }).await;
    assert_eq!(refusals(&with), [] as [&str; 0]);
    let backwards = ask(&unit, leave(SITI, "cuti-tahunan", "2026-12-08", "2026-12-07")).await;
    assert_eq!(refusals(&backwards), ["leave-finding-backwards"]);
}

/// "Dinas luar needs where to" (`OpenSID` 11378).
#[tokio::test]
async fn duty_needs_its_place_and_letter_and_goes_to_the_day() {
    let unit = unit(&[]).await;
    let bare = LeaveRequest {
        place: String::new(),
        ..leave(SITI, "dinas-luar", "2026-11-09", "2026-11-10")
    };
    let refused = ask(&unit, bare.clone()).await;
    let keys = refusals(&refused);
    assert!(keys.contains(&"leave-finding-place-missing"), "{keys:?}");
    assert!(keys.contains(&"leave-finding-proof-missing"), "{keys:?}");
    let whole =
        LeaveRequest { place: "Serang".to_owned(), letter: "ST 12/2026".to_owned(), ..bare };
    let asked = ask(&unit, whole).await;
    assert_eq!(refusals(&asked), [] as [&str; 0]);
}

/// Leave during the hours of a day, with where to and a letter (`OpenSID` 11378): the hours away are
/// no lateness, and those after them are.
#[tokio::test]
async fn duty_during_hours_excuses_those_hours_only() {
    let unit = unit(&["2026-10-21", "2026-10-22"]).await;
    let hours = |date: &str, until| LeaveRequest {
        minutes: Some((7 * 60, until)),
        place: "Serang".to_owned(),
        letter: "ST 12/2026".to_owned(),
        ..leave(SITI, "dinas-luar", date, date)
    };
    for (date, until) in [("2026-10-21", 9 * 60 + 30), ("2026-10-22", 9 * 60)] {
        let asked = ask(&unit, hours(date, until)).await;
        let id = asked.opened.expect("nothing is in the way").id;
        unit.decide(&unit.pegawai(RINA).await, id, Verdict::Grant, "").await;
        unit.decide(&unit.pegawai(AGUS).await, id, Verdict::Grant, "").await;
    }
    let late = async |date| {
        let shown = unit.office.explain_day(&unit.root, &nip(SITI), day(date)).await;
        shown.expect("the day is explained").late_minutes
    };
    assert_eq!(late("2026-10-21").await, 0);
    assert_eq!(late("2026-10-22").await, 10);
}

#[tokio::test]
async fn a_head_of_department_asks_the_sekda_and_nobody_asks_for_others() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let asked = ask(&unit, leave(AGUS, "cuti-tahunan", "2026-11-09", "2026-11-10")).await;
    assert_eq!(asked.opened.expect("opened").desk, "sekda");
    let rina = unit.pegawai(RINA).await;
    let for_siti = leave(SITI, "cuti-tahunan", "2026-11-09", "2026-11-10");
    let done = unit.office.request_leave(&rina, for_siti).await;
    assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{done:?}");
    let unknown = leave(AGUS, "cuti-panen", "2026-11-09", "2026-11-10");
    let agus = unit.pegawai(AGUS).await;
    let error = unit.office.request_leave(&agus, unknown).await.unwrap_err().to_string();
    assert!(error.contains("is no kind of leave or duty"), "{error}");
}

#[tokio::test]
async fn two_requests_at_once_cannot_use_the_same_days() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let siti = unit.pegawai(SITI).await;
    let one = leave(SITI, "cuti-tahunan", "2026-11-03", "2026-11-13");
    let other = leave(SITI, "cuti-tahunan", "2026-11-16", "2026-12-04");
    let (one, other) = tokio::join!(
        unit.office.request_leave(&siti, one),
        unit.office.request_leave(&siti, other)
    );
    let opened = [one, other]
        .into_iter()
        .filter(|done| done.as_ref().is_ok_and(|checked| checked.opened.is_some()));
    assert_eq!(opened.count(), 1, "9 and 15 days are more than 18");
}

#[tokio::test]
async fn leave_that_was_recorded_meanwhile_hinders_the_grant_and_nothing_is_half_done() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let asked = ask(&unit, leave(AGUS, "cuti-tahunan", "2026-11-09", "2026-11-10")).await;
    let id = asked.opened.expect("opened").id;
    let duty = storage::presence::NewExcuse {
        person: unit.person(AGUS).await,
        kind: "dinas-luar".to_owned(),
        from: day("2026-11-10"),
        until: day("2026-11-11"),
        minutes: None,
        reason: "ST 90/2026".to_owned(),
    };
    unit.office.record_excuses(&unit.root, vec![duty]).await.unwrap();
    let hadi = unit.pegawai(HADI).await;
    let Outcome::Hindered(findings) = unit.decide(&hadi, id, Verdict::Grant, "").await else {
        panic!("both cannot be");
    };
    assert_eq!(findings[0].key, "leave-finding-overlaps");
    let said = words::Words::say(words::Lang::Id, &findings[0].said());
    assert!(said.contains("10 November 2026"), "{said}");
    assert!(unit.office.matter(&unit.root, id).await.unwrap().steps.is_empty());
    assert_eq!(unit.decide(&hadi, id, Verdict::Refuse, "sudah ada dinas").await, Outcome::Refused);
}

#[tokio::test]
async fn the_list_of_a_unit_says_what_each_balance_says() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let checked = ask(&unit, leave(SITI, "cuti-tahunan", "2026-11-09", "2026-11-13")).await;
    assert!(checked.opened.is_some());
    let (skpd, today) = ("DISTAN".parse().expect("a code"), day("2026-11-02"));
    let people = unit.office.unit_leave(&unit.root, &skpd, today).await.expect("it may");
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Agus Salim", "Budi Santoso", "Rina Marlina", "Siti Aminah"]);
    for person in &people {
        let days = person.days.expect("the law has annual leave of a Pns");
        assert_eq!(days.left, left(&unit, &person.nip, "2026-11-02").await, "{}", person.name);
        assert_eq!(days.left, days.carried + days.granted - days.taken - days.pending);
    }
    // Siti: 12 of the year and 6 carried over; 5 wait for a decision. At the year's end the 12 less
    // what is asked for of them live on up to 6, and what was carried over lapses.
    let siti = people.last().and_then(|person| person.days).expect("she is listed");
    assert_eq!(
        (siti.carried, siti.granted, siti.taken, siti.pending, siti.left, siti.at_year_end),
        (6, 12, 0, 5, 13, 13)
    );
    // 13 left: 1 of 2025 and 12 of 2026, of which 6 may be carried into 2027.
    assert_eq!(siti.lapsing, 7);
    let of_others = unit.pegawai(SITI).await;
    let refused = unit.office.unit_leave(&of_others, &skpd, today).await;
    assert!(matches!(refused, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn the_report_of_leave_is_of_the_units_people_on_a_day() {
    use office::allowance::{ReportName, ReportRequest};
    let unit = unit(&[]).await;
    opened(&unit).await;
    let skpd = Some("DISTAN".parse().expect("a code"));
    let month = "2026-11".parse().expect("a month");
    let name = ReportName::LeaveBalances;
    let request = ReportRequest { name, month, skpd, nip: None, paid: None, number: None };
    let table = unit.office.report(&unit.root, &request).await.expect("there are people");
    assert_eq!(table.data().count(), 4);
    let all = ReportRequest { skpd: None, ..request.clone() };
    let table = unit.office.report(&unit.root, &all).await.expect("there are people");
    assert_eq!(table.data().count(), 5, "the Sekda too");
    let early = ReportRequest { month: "2024-01".parse().expect("a month"), ..request };
    let nobody = unit.office.report(&unit.root, &early).await;
    assert!(nobody.is_err_and(|error| error.to_string().contains("2024-01")));
}

#[tokio::test]
async fn leave_cannot_be_asked_for_further_back_than_days_are_corrected() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let siti = unit.pegawai(SITI).await;
    let oldest = unit.office.oldest_to_correct();
    let eve = oldest.yesterday().expect("there is a day before").to_string();
    for from in ["1990-01-02", eve.as_str()] {
        let request = leave(SITI, "cuti-tahunan", from, from);
        let refused = unit.office.check_leave(&siti, &request).await.expect_err("too long ago");
        assert!(refused.to_string().contains("is too long ago; leave from"), "{refused}");
    }
    let day = oldest.to_string();
    let checked = unit.office.check_leave(&siti, &leave(SITI, "cuti-sakit", &day, &day)).await;
    assert!(checked.is_ok(), "{checked:?}");
}

#[tokio::test]
async fn an_import_names_rows_that_overlap_and_notes_those_beyond_the_balance() {
    let unit = unit(&[]).await;
    opened(&unit).await;
    let import = async |rows: &str| {
        let csv = format!("nip;jenis;mulai;sampai;jam mulai;jam selesai;surat\n{rows}");
        let done = unit.office.import_excuses(&unit.root, "c.csv", csv.as_bytes(), false).await;
        done.expect("the file is of use")
    };
    let first = format!("{SITI};cuti-tahunan;2026-10-05;2026-10-09;;;SK 1\n");
    let done = import(&first).await;
    assert_eq!((done.loaded, done.bad.len(), done.noted.len()), (1, 0, 0));
    // To the letter the same, over what is recorded, beside it, twice in the file, apart by hours.
    let done = import(&format!(
        "{first}{SITI};cuti-sakit;2026-10-09;2026-10-12;;;SK 2\n\
         {SITI};dinas-luar;2026-10-13;2026-10-14;;;ST 3\n\
         {SITI};cuti-sakit;2026-10-14;;;;SK 4\n\
         {SITI};dinas-luar;2026-10-15;;08:00;10:00;ST 5\n\
         {SITI};dinas-luar;2026-10-15;;10:00;12:00;ST 6\n\
         {SITI};dinas-luar;2026-10-15;;11:00;13:00;ST 7\n\
         {SITI};izin-terlambat;2026-10-16;;;;I 8\n\
         {SITI};izin-pulang-cepat;2026-10-16;;;;I 9\n"
    ))
    .await;
    assert_eq!((done.loaded, done.known), (5, 1), "{:?}", done.bad);
    let said = |rows: &[office::BadRow]| -> Vec<String> {
        rows.iter().map(|row| format!("{} {}: {}", row.line, row.column, row.reason)).collect()
    };
    assert_eq!(
        said(&done.bad),
        [
            "3 mulai: overlaps cuti-tahunan from 2026-10-05 to 2026-10-09, which is recorded; \
             leave the row out, or have that taken back first",
            "5 mulai: overlaps dinas-luar from 2026-10-13 to 2026-10-14 of line 4; keep one",
            "8 mulai: overlaps dinas-luar from 2026-10-15 to 2026-10-15 of line 7; keep one",
        ]
    );
    // 13 days are left; 12 go, then 5 of which one is there.
    let done = import(&format!(
        "{SITI};cuti-tahunan;2026-08-03;2026-08-19;;;SK 10\n\
         {SITI};cuti-tahunan;2026-09-07;2026-09-11;;;SK 11\n"
    ))
    .await;
    assert_eq!((done.loaded, done.bad.len()), (2, 0));
    assert_eq!(
        said(&done.noted),
        [
            "3 jenis: 4 working days more than are left of annual leave in 2026; look at the days, or \
          import what was left (leave opening)"
        ]
    );
}
