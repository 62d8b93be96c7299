//! A month cannot be closed while anything that would make it wrong is open.

use civil::Role;
use office::{
    OfficeError,
    allowance::closing::{
        Acknowledged, CheckKind, Closing, ClosingMistake, ClosingState, Target, Weight,
    },
};
use storage::{
    AuditEntry,
    matters::{Desk as Place, MatterKind, NewMatter, Standing},
    memory::MemoryStore,
    people::Occurrence,
};

use crate::{
    common::owner,
    fixture::{
        BUDI, DEWI, Desk, KEPALA, NOW, READY, SITI, UJANG, bare, desk,
        desk_where_study_waits_for_a_decree, dinkes, distan, nip, october,
    },
};

/// Of whom nobody saw a punch.
const ADI: &str = "199203032017031002";

fn audit() -> AuditEntry {
    AuditEntry {
        at: NOW.parse().expect(READY),
        actor: "test".to_owned(),
        verb: "test",
        subject: String::new(),
        detail: String::new(),
    }
}

#[tokio::test]
async fn a_month_in_order_closes_and_a_second_closing_is_refused() {
    let desk = desk().await;
    let closed = desk.close(&distan()).await;
    assert_eq!((closed.number, closed.people, closed.digest.len()), (1, 3, 64));
    let again = desk.office.close_month(&owner(), &distan(), october(), &[]).await;
    assert!(matches!(again, Err(OfficeError::Closing(ClosingMistake::Closed { number: 1, .. }))));
    let head = desk.office.frozen_statements(&owner(), closed.id).await.unwrap();
    assert_eq!(head.iter().map(|frozen| frozen.net).sum::<i64>(), closed.net);
    let log = desk.store.audit(1).await.unwrap();
    assert_eq!(log[0].verb, "allowance.close_month");
    assert!(log[0].detail.contains(&closed.digest));
    let nobody = desk.office.close_month(&owner(), &"TIADA".parse().unwrap(), october(), &[]).await;
    assert!(matches!(nobody, Err(OfficeError::NotFound { .. })));
}

#[tokio::test]
async fn what_waits_or_is_missing_blocks() {
    let desk = bare(std::sync::Arc::new(MemoryStore::new()), NOW).await;
    assert_eq!(desk.hindered().await, [CheckKind::LawUnverified, CheckKind::ResultsMissing]);
    desk.results(october(), &[SITI, UJANG, BUDI, DEWI]).await;
    desk.sign_law_but(&["perbup-contoh-14-2026"]).await;
    assert_eq!(desk.hindered().await, [CheckKind::LawUnverified, CheckKind::ResultsMissing]);
    desk.sign_law_but(&[]).await;
    assert_eq!(desk.hindered().await, [CheckKind::ResultsMissing], "the head has none");
    desk.results(october(), &[KEPALA]).await;

    let person = desk.store.person_by_nip(&nip(SITI)).await.unwrap();
    let asked = NewMatter {
        kind: MatterKind::Leave,
        person,
        skpd: distan(),
        from: "2026-10-05".parse().unwrap(),
        until: "2026-10-06".parse().unwrap(),
        key: None,
        data: "{}".to_owned(),
        standing: Standing { stage: "asked".into(), desk: Some(Place::bkpsdm()), due: None },
    };
    let opened = desk.store.open_matters(&[(asked, audit())]).await.unwrap();
    desk.push("T1", "1002\t2026-10-40 07:29:59\t255\t1\n").await;
    let stands = [CheckKind::UndecidedRequests, CheckKind::Quarantine];
    assert_eq!(desk.hindered().await, stands);
    let ClosingState::Open { checks } = desk.status().await.state else { panic!("it is open") };
    let told: Vec<_> = checks.iter().map(|check| (check.target, check.count)).collect();
    assert_eq!(told, [(Target::Requests, 1), (Target::Quarantine, 1)]);
    assert_eq!(opened.len(), 1);
}

#[tokio::test]
async fn a_month_that_is_not_over_or_law_that_is_silent_blocks() {
    let desk = desk().await;
    let november = "2026-11".parse().unwrap();
    let closing = desk.office.close_month(&owner(), &distan(), november, &[]).await.unwrap();
    let Closing::Hindered(checks) = closing else { panic!("November is running") };
    assert!(checks.iter().any(|check| check.code == CheckKind::MonthNotOver), "{checks:?}");
    desk.people(&format!(
        "nip;nama;skpd;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
         {SITI};Siti Rahmawati;DISTAN;16;PNS;lima-hari;2026-10-01\n"
    ))
    .await;
    assert_eq!(desk.hindered().await, [CheckKind::LawSilent], "no class 16 in Contoh");
}

#[tokio::test]
async fn what_auditors_find_is_found_before_the_money_goes() {
    let desk = desk_where_study_waits_for_a_decree().await;
    desk.excuse(UJANG, "tugas-belajar", "2026-10-05", "2026-10-09").await;
    let charged = vec![Occurrence {
        person: desk.store.person_by_nip(&nip(KEPALA)).await.unwrap().unwrap(),
        date: "2026-10-02".parse().unwrap(),
        code: "sanction:penurunan-jabatan".to_owned(),
        amount: 1,
        reason: "SK 9".to_owned(),
    }];
    desk.office.record_occurrences(&owner(), charged).await.unwrap();
    let found = [CheckKind::PaidWhileTugasBelajar, CheckKind::SanctionWithoutEffect];
    assert_eq!(desk.hindered().await, found);
    let ClosingState::Open { checks } = desk.status().await.state else { panic!("it is open") };
    let who: Vec<_> = checks.iter().map(|check| check.people[0].nip.as_str()).collect();
    assert_eq!(who, [UJANG, KEPALA]);
    assert!(checks.iter().all(|check| check.weight == Weight::Blocks));
}

#[tokio::test]
async fn long_leave_that_the_law_cuts_for_and_a_sanction_that_cuts_are_in_order() {
    let desk = desk().await;
    desk.excuse(SITI, "cuti-besar", "2026-10-05", "2026-10-09").await;
    let charged = vec![Occurrence {
        person: desk.store.person_by_nip(&nip(KEPALA)).await.unwrap().unwrap(),
        date: "2026-09-20".parse().unwrap(),
        code: "sanction:teguran-tertulis".to_owned(),
        amount: 1,
        reason: "SK 9".to_owned(),
    }];
    desk.office.record_occurrences(&owner(), charged).await.unwrap();
    let closed = desk.close(&distan()).await;
    let frozen = desk.office.frozen_statements(&owner(), closed.id).await.unwrap();
    let cuts = |of: &str, rule: &str| {
        let of = frozen.iter().find(|frozen| frozen.nip == of).unwrap();
        let lines = &of.statement.as_ref().unwrap().lines;
        lines.iter().filter(|line| line.rule == rule).count()
    };
    assert_eq!(cuts(SITI, "leave-besar"), 5);
    assert_eq!(cuts(KEPALA, "sanction-teguran-tertulis"), 1);
}

/// The statement that a closing froze of somebody.
async fn frozen(desk: &Desk, closing: i64, of: &str) -> office::allowance::StatementDoc {
    let all = desk.office.frozen_statements(&owner(), closing).await.expect(READY);
    let of = all.into_iter().find(|frozen| frozen.nip == of).expect(READY);
    of.statement.expect(READY)
}

#[tokio::test]
async fn leave_at_nobodys_expense_and_study_are_never_paid_decree_or_none() {
    let desk = desk().await;
    desk.excuse(SITI, "cltn", "2026-10-01", "2026-10-31").await;
    desk.excuse(UJANG, "tugas-belajar", "2026-10-17", "2026-12-31").await;
    let closed = desk.close(&distan()).await;
    let siti = frozen(&desk, closed.id, SITI).await;
    assert_eq!((siti.tpp_gross, siti.tpp_net), (0, 0));
    // 16 of 31 days, as Pasal 10 of the invented act divides a month.
    let ujang = frozen(&desk, closed.id, UJANG).await;
    assert_eq!(ujang.tpp_gross, (3_854_725 * 16 * 2 + 31) / 62);
    assert!(ujang.parts.iter().all(|part| part.amount == 0 || part.until.as_str() < "2026-10-17"));
}

#[tokio::test]
async fn study_that_a_decree_releases_for_is_paid_until_that_day_and_closes() {
    let desk = desk_where_study_waits_for_a_decree().await;
    desk.excuse(UJANG, "tugas-belajar", "2026-10-17", "2026-10-31").await;
    assert_eq!(desk.hindered().await, [CheckKind::PaidWhileTugasBelajar]);
    desk.people(&format!(
        "nip;nama;skpd;kelas;jenis pegawai;pola kerja;berlaku sejak;tpp;alasan tpp\n\
         {UJANG};Ujang Hidayat;DISTAN;7;PNS;lima-hari;2026-10-17;tidak;tugas-belajar\n"
    ))
    .await;
    let closed = desk.close(&distan()).await;
    let ujang = frozen(&desk, closed.id, UJANG).await;
    assert_eq!(ujang.tpp_gross, (3_854_725 * 16 * 2 + 31) / 62);
}

#[tokio::test]
async fn a_day_absent_is_cut_before_the_month_can_close() {
    let desk = bare(std::sync::Arc::new(MemoryStore::new()), NOW).await;
    desk.sign_law_but(&[]).await;
    desk.results(october(), &[SITI, UJANG, KEPALA, BUDI, DEWI]).await;
    desk.people(&format!(
        "nip;nama;skpd;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
         {ADI};Adi Pratama;DISTAN;7;PNS;lima-hari;2026-10-01\n"
    ))
    .await;
    desk.results(october(), &[ADI]).await;
    let closed = desk.close(&distan()).await;
    let adi = frozen(&desk, closed.id, ADI).await;
    // He never punched: each of October's 22 working days costs 3 % of the 40 % that is discipline.
    let lines: Vec<_> = adi.lines.iter().filter(|line| line.amount < 0).collect();
    assert_eq!(lines.iter().map(|line| line.days.len()).sum::<usize>(), 22);
    assert_eq!(adi.tpp_net, adi.tpp_gross + lines.iter().map(|line| line.amount).sum::<i64>());
}

/// Moves Siti from DISTAN to DINKES by a decree.
async fn moves(desk: &Desk, from: &str) {
    desk.people(&format!(
        "nip;nama;skpd;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
         {SITI};Siti Rahmawati;DINKES;7;PNS;lima-hari;{from}\n"
    ))
    .await;
}

#[tokio::test]
async fn nobody_is_paid_twice_after_a_move() {
    let desk = desk().await;
    let first = desk.close(&distan()).await;
    desk.clock.advance_seconds(60);
    moves(&desk, "2026-10-01").await;
    let closing = desk.office.close_month(&owner(), &dinkes(), october(), &[]).await.unwrap();
    let Closing::Hindered(checks) = closing else { panic!("she is paid already") };
    assert_eq!(checks.len(), 1);
    assert_eq!((checks[0].code, checks[0].people[0].nip.as_str()), (CheckKind::PaidTwice, SITI));
    // DISTAN gives her month back, then DINKES may pay it.
    let done = desk.office.supplement_month(&owner(), &distan(), october(), &[]).await.unwrap();
    let office::allowance::closing::Supplemented::Frozen(done) = done else { panic!("{done:?}") };
    assert_eq!(done.people.len(), 1);
    assert_eq!(done.people[0].causes[0].code(), "moved");
    let statements = desk.office.frozen_statements(&owner(), first.id).await.unwrap();
    let held = statements.iter().find(|frozen| frozen.nip == SITI).unwrap();
    assert_eq!(done.closing.net, -held.net);
    let second = desk.close(&dinkes()).await;
    assert_eq!(second.people, 2);
}

#[tokio::test]
async fn a_move_in_the_month_and_a_shared_pin_need_a_reason() {
    let desk = desk().await;
    moves(&desk, "2026-10-12").await;
    let pin = office::presence::NewPin {
        group: "utama".parse().unwrap(),
        pin: "1004".parse().unwrap(),
        nip: nip(UJANG),
        valid_from: "2026-10-20".parse().unwrap(),
    };
    desk.office.map_pins(&owner(), &[pin]).await.unwrap();
    let close = async |acknowledged: &[Acknowledged]| {
        desk.office.close_month(&owner(), &dinkes(), october(), acknowledged).await.unwrap()
    };
    let Closing::Hindered(checks) = close(&[]).await else { panic!("two things are open") };
    let codes: Vec<_> = checks.iter().map(|check| check.code).collect();
    assert_eq!(codes, [CheckKind::SharedPin, CheckKind::MovedInMonth]);
    let one = |code, reason: &str| Acknowledged { code, reason: reason.to_owned() };
    let blank = [one(CheckKind::SharedPin, " "), one(CheckKind::MovedInMonth, "SK 4")];
    let Closing::Hindered(left) = close(&blank).await else { panic!("a reason is blank") };
    assert_eq!(left.len(), 1);
    let given = [one(CheckKind::SharedPin, "PIN lama"), one(CheckKind::MovedInMonth, "SK 4")];
    let Closing::Closed(_) = close(&given).await else { panic!("both have a reason") };
    let status = desk.office.closing_status(&owner(), &dinkes(), october()).await.unwrap();
    let ClosingState::Closed { closing, .. } = status.state else { panic!("it is closed") };
    let noted: Vec<_> =
        closing.noted.iter().map(|noted| (noted.code.as_str(), noted.reason.as_str())).collect();
    assert_eq!(noted, [("shared-pin", "PIN lama"), ("moved-in-month", "SK 4")]);
}

#[tokio::test]
async fn unknown_pins_are_told_and_kept_and_an_operator_closes_only_the_own() {
    let desk = desk().await;
    desk.push("T1", "7777\t2026-10-06 07:20:00\t0\t1\n").await;
    let operator = desk.account(Role::Operator, Some(distan()), UJANG).await;
    let other = desk.office.close_month(&operator, &dinkes(), october(), &[]).await;
    assert!(matches!(other, Err(OfficeError::Forbidden(_))));
    let done = desk.office.close_month(&operator, &distan(), october(), &[]).await.unwrap();
    assert!(matches!(done, Closing::Closed(_)), "{done:?}");
    let ClosingState::Closed { closing, .. } = desk.status().await.state else { panic!("closed") };
    assert_eq!(closing.noted.len(), 1);
    assert_eq!((closing.noted[0].code.as_str(), closing.noted[0].count), ("unknown-pins", 1));
}
