//! What users of other systems ask for in vain, as far as it is about requests and pay: threads of
//! Frappe HR, Horilla and others, named by their number.

use civil::Month;
use office::{
    matter::{Outcome, Verdict},
    presence::{CorrectedDay, CorrectionRequest},
};
use storage::presence::{NewExcuse, NewPunch};

use crate::unit::{BUDI, RINA, SITI, correction, day, nip, october, unit};

/// frappe/hrms 2884: a corrected day that is cancelled loses its check-ins.
#[tokio::test]
async fn a_correction_that_is_taken_back_leaves_the_day_its_own_scans() {
    let unit = unit(&["2026-10-21"]).await;
    let date = day("2026-10-21");
    let scans = async || {
        let shown = unit.office.explain_day(&unit.root, &nip(SITI), date).await.unwrap();
        shown.scans.into_iter().map(|scan| (scan.at, scan.used)).collect::<Vec<_>>()
    };
    let before = scans().await;
    let id = unit.ask(SITI, "2026-10-21").await;
    unit.decide(&unit.pegawai(RINA).await, id, Verdict::Grant, "").await;
    assert_eq!(scans().await.len(), before.len() + 1);
    unit.office.take_back(&unit.pegawai(SITI).await, id, "keliru").await.unwrap();
    assert_eq!(scans().await, before);
}

/// frappe/hrms 193, 901: an absence does not reach the slip; a back-dated one pulls other months.
#[tokio::test]
async fn what_is_decided_later_reaches_its_own_month_and_no_other() {
    let unit = unit(&[]).await;
    let september: Month = "2026-09".parse().unwrap();
    let other = async || unit.office.statement(&unit.root, &nip(SITI), september).await.unwrap();
    let (before, beside) = (unit.october_of(SITI).await, other().await);
    let excuse = NewExcuse {
        person: unit.person(SITI).await,
        kind: "cuti-besar".to_owned(),
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        minutes: None,
        reason: "keputusan yang datang terlambat".to_owned(),
    };
    unit.office.record_excuses(&unit.root, vec![excuse]).await.unwrap();
    let after = unit.october_of(SITI).await;
    assert!(after.tpp_net < before.tpp_net, "a long leave costs what the regency says");
    assert_eq!(other().await, beside, "no other month is touched");
}

/// horilla 180 and 21: a correction with a note to the supervisor, for a range of days at once.
#[tokio::test]
async fn a_range_of_days_is_asked_at_once_with_one_note() {
    let days = ["2026-10-19", "2026-10-20", "2026-10-21", "2026-10-22", "2026-10-23"];
    let unit = unit(&days).await;
    let before = unit.october_of(SITI).await;
    let siti = unit.pegawai(SITI).await;
    let opened = unit.office.request_correction(&siti, correction(SITI, &days)).await.unwrap();
    let rina = unit.pegawai(RINA).await;
    for matter in &opened {
        assert_eq!(unit.decide(&rina, matter.id, Verdict::Grant, "").await, Outcome::Granted);
    }
    let after = unit.october_of(SITI).await;
    let late = |lines: &[office::allowance::DocLine]| {
        lines.iter().filter(|line| line.rule == "late").count()
    };
    assert_eq!((late(&before.lines), late(&after.lines)), (5, 0));
}

/// odoo 29645, frappe/hrms 3859, `OpenSID` 6806: a forgotten departure never takes the next morning's
/// scan, and can be given by its time.
#[tokio::test]
async fn a_forgotten_departure_is_given_by_its_time() {
    let unit = unit(&[]).await;
    let siti = unit.pegawai(SITI).await;
    let request = CorrectionRequest {
        days: vec![CorrectedDay { date: day("2026-10-20"), arrived: None, left: Some(1_030) }],
        ..correction(SITI, &["2026-10-20"])
    };
    let id = unit.office.request_correction(&siti, request).await.unwrap()[0].id;
    unit.decide(&unit.pegawai(RINA).await, id, Verdict::Grant, "").await;
    let shown = unit.office.explain_day(&unit.root, &nip(SITI), day("2026-10-20")).await.unwrap();
    let left: Vec<_> = shown.scans.iter().filter(|scan| scan.used == "left").collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].at, "2026-10-20 17:10:00", "later than the terminal's, so it counts");
    let next = unit.office.explain_day(&unit.root, &nip(SITI), day("2026-10-21")).await.unwrap();
    assert_eq!(next.scans.iter().filter(|scan| scan.counts).count(), 2);
}

/// simpeg 3: "TPP tidak sinkron sama absensi hadir", the report shows the same for all.
#[tokio::test]
async fn the_allowance_follows_the_presence_of_each() {
    let unit = unit(&["2026-10-21"]).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    unit.decide(&unit.pegawai(RINA).await, id, Verdict::Grant, "").await;
    let (siti, budi) = (unit.october_of(SITI).await, unit.october_of(BUDI).await);
    assert_eq!(siti.tpp_gross, budi.tpp_gross, "the same class");
    assert!(siti.tpp_net > budi.tpp_net, "Budi was late that day and asked for nothing");
    for statement in [&siti, &budi] {
        let sum: i64 = statement.lines.iter().map(|line| line.amount).sum();
        assert_eq!(sum, statement.deduction_total);
        assert_eq!(statement.tpp_gross + sum, statement.tpp_net);
    }
    assert_eq!(siti.month, october().to_string());
}

/// horilla 1057, frappe/hrms 2858: records that come later never get their late marks.
#[tokio::test]
async fn what_a_terminal_hands_over_days_later_is_charged_all_the_same() {
    let unit = unit(&[]).await;
    unit.clock.advance_seconds(2 * 24 * 60 * 60);
    let november: Month = "2026-11".parse().unwrap();
    let rules = async || {
        let statement = unit.office.statement(&unit.root, &nip(SITI), november).await.unwrap();
        let of_monday = statement.lines.iter().filter(|line| line.days.contains(&2));
        of_monday.map(|line| line.rule.clone()).collect::<Vec<_>>()
    };
    let silent = rules().await;
    assert!(!silent.is_empty() && !silent.contains(&"late".to_owned()), "{silent:?}");
    let punch = |clock: &str| NewPunch {
        pin: "101".to_owned(),
        at: civil::Wall::of(format!("2026-11-02T{clock}").parse().unwrap()),
        status: None,
        verify: None,
        line: 1,
    };
    unit.deliver(vec![punch("09:10:00"), punch("16:35:00")]).await;
    assert_eq!(rules().await, ["late"]);
}
