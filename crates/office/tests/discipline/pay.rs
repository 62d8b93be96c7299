//! What a sanction does to the Tpp: by a rule of the regency from its day on, never the cut that
//! waits, and nothing of it once the person is rehabilitated.

use civil::Month;
use office::{allowance::StatementDoc, discipline::PayConsequence};
use rules::{discipline::case::Step, law::discipline::Capacity};

use crate::{
    common::owner,
    fixture::{Desk, RATNA, READY, SITI, SITI_ABSENT, UJANG, UJANG_ABSENT, day, desk, nip},
};

async fn statements(desk: &Desk, of: &str) -> Vec<StatementDoc> {
    let mut statements = Vec::new();
    for month in ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"] {
        let month: Month = month.parse().expect(READY);
        let statement = desk.office.statement(&owner(), &nip(of), month).await;
        statements.push(statement.expect(READY));
    }
    statements
}

/// The case of somebody decided on 20 August and handed over; in effect fifteen working days later,
/// on 11 September.
async fn decided(desk: &Desk, case: i64, rung: &str, sanction: &str, capacity: Capacity) {
    desk.to_finding(case, None, rung).await;
    let decided = desk.decided(sanction, RATNA, capacity).await;
    desk.record(case, decided).await.expect(READY);
    desk.record(case, Step::HandedOver).await.expect(READY);
    desk.on("2026-12-01");
    desk.work("2026-08-10", "2026-11-30").await;
}

#[tokio::test]
async fn a_rule_of_the_regency_charges_its_months_and_rehabilitation_restores_them_to_the_byte() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    decided(&desk, case, "teguran-lisan", "teguran-lisan", Capacity::AtasanLangsung).await;
    let before = statements(&desk, UJANG).await;
    let done = desk.record(case, Step::TookEffect).await.expect(READY);
    let Some(PayConsequence::ByRegency { from, source }) = done.pay else { panic!("{done:?}") };
    assert_eq!(from, day("2026-09-11"));
    assert!(source.contains("Pasal 16 ayat (1) huruf a"), "{source}");
    let charged = statements(&desk, UJANG).await;
    let differ: Vec<bool> = before.iter().zip(&charged).map(|(a, b)| a.lines != b.lines).collect();
    assert_eq!(differ, [false, false, true, false, false], "for one month from its day on");
    let september = charged.get(2).expect(READY);
    let line = september.lines.iter().find(|line| line.code == "HD-TL").expect(READY);
    assert_eq!(september.tpp_gross, 3_854_725);
    assert_eq!(line.amount, -385_473, "10 % of the Tpp, half a rupiah up");

    let rehabilitated = Step::Rehabilitated {
        by: desk.person(RATNA).await,
        number: "800/99".to_owned(),
        reason: "surat sakit ditemukan".to_owned(),
    };
    let done = desk.record(case, rehabilitated).await.expect(READY);
    assert_eq!(done.pay, Some(PayConsequence::Withdrawn));
    let after = statements(&desk, UJANG).await;
    let bytes = |of: &[StatementDoc]| serde_json::to_vec(of).expect(READY);
    assert_eq!(bytes(&after), bytes(&before));
}

#[tokio::test]
async fn a_cut_of_a_quarter_is_in_no_statement() {
    let desk = desk().await;
    let case = desk.open(SITI, "potong-tpp-6-bulan", &SITI_ABSENT).await.expect(READY);
    let shown = async || desk.office.show_case(&owner(), case).await.expect(READY);
    desk.to_finding(case, None, "potong-tpp-6-bulan").await;
    let waiting = shown().await;
    assert_eq!(waiting.imposable.expect(READY).code, "tunda-kgb-1-tahun");
    assert!(waiting.waiting.expect(READY).words.contains("25 %"));
    let cut = desk.decided("potong-tpp-6-bulan", RATNA, Capacity::Ppk).await;
    assert_eq!(desk.record(case, cut).await, Err("cut-waits".to_owned()));
    let instead = desk.decided("tunda-kgb-1-tahun", RATNA, Capacity::JptPratama).await;
    desk.record(case, instead).await.expect(READY);
    desk.record(case, Step::HandedOver).await.expect(READY);
    desk.on("2026-12-01");
    desk.work("2026-08-10", "2026-11-30").await;
    let before = statements(&desk, SITI).await;
    let done = desk.record(case, Step::TookEffect).await.expect(READY);
    assert_eq!(done.pay, Some(PayConsequence::Waits));
    assert_eq!(statements(&desk, SITI).await, before, "the system does not cut by itself");
    assert_eq!(shown().await.pay, Some(PayConsequence::Waits));
    // It runs twelve months from 11 September.
    let due = done.due.expect(READY);
    assert_eq!(due.by, Some(day("2027-09-11")));
    assert_eq!(desk.record(case, Step::Ended).await, Err("too-early 2027-09-11".to_owned()));
}
