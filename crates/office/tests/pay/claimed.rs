//! What a claim asks back, against the lists of closings and supplements: nothing is taken twice,
//! and nothing is left out.

use civil::Month;
use office::{
    OfficeError,
    allowance::{
        ReportName, ReportRequest,
        closing::{
            Acknowledged, Cause, CheckKind, Claim, ClaimMistake, ClaimWish, ClaimWithdrawal,
            NewClaim, NewReceipt, Supplemented, SupplementedMonth,
        },
    },
};

use crate::{
    fixture::{BUDI, Desk, nip},
    parts::amount,
    unit::{
        close_in_order, close_month, october, paid_desk, report, request, settle, sign, sign_law,
        sign_month, skpd, total,
    },
};

fn list(month: Month, number: Option<u32>) -> ReportRequest {
    ReportRequest { month, number, ..request(ReportName::Payments, Some("DINKES"), None) }
}

/// October closed and signed by all.
async fn closed() -> Desk {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    sign(&desk, "DINKES").await;
    desk
}

/// The result of Budi's work turns out to be another: of 100, with which the month was closed.
async fn worked(desk: &Desk, percent: u32) {
    let results = format!("NIP;e-Kinerja\n{BUDI};{percent}\n");
    let (month, bytes) = (october(), results.as_bytes());
    let done = desk.office.import_performance(&desk.root, month, "k.csv", bytes, false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
}

async fn supplement(desk: &Desk) -> SupplementedMonth {
    let done = desk.office.supplement_month(&desk.root, &skpd("DINKES"), october(), &[]).await;
    let Ok(Supplemented::Frozen(done)) = done else { panic!("{done:?}") };
    sign(desk, "DINKES").await;
    done
}

async fn claim(desk: &Desk, first: &str) -> Result<Claim, OfficeError> {
    let new = NewClaim {
        nip: nip(BUDI),
        months: vec![october()],
        why: "LHP Inspektorat 12/2026".to_owned(),
        wish: ClaimWish::Number(2),
        first: first.parse().expect("a month"),
    };
    desk.office.open_claim(&desk.root, &new).await
}

fn nothing_more(done: &Result<Claim, OfficeError>) -> bool {
    matches!(done, Err(OfficeError::Claim(ClaimMistake::NothingOverpaid)))
}

/// The Tpp of a list: before cuts, less cuts.
async fn tpp(desk: &Desk, number: u32) -> i64 {
    let table = report(desk, &list(october(), Some(number))).await;
    amount(&table, BUDI, "gross") - amount(&table, BUDI, "cut")
}

#[tokio::test]
async fn the_list_of_a_supplement_takes_only_what_no_claim_asks_back() {
    let desk = closed().await;
    worked(&desk, 90).await;
    let first = claim(&desk, "2026-11").await.expect("paid too much");
    worked(&desk, 75).await;
    let second = supplement(&desk).await;
    assert!(second.people[0].causes.contains(&Cause::Claimed { amount: first.total }));
    assert!(second.closing.net < 0 && first.total > 0);
    assert_eq!(tpp(&desk, 2).await, second.closing.net, "only what came later");

    // The claim was taken account of once: what comes later is not lessened again.
    worked(&desk, 70).await;
    let third = supplement(&desk).await;
    assert_eq!(tpp(&desk, 3).await, third.closing.net);

    // Withdrawn, the first part is taken after all.
    let why = "LHP ditarik".to_owned();
    let new = ClaimWithdrawal { claim: first.id, seen: first.steps, why };
    desk.office.withdraw_claim(&desk.root, &new).await.expect("withdrawn");
    let fourth = supplement(&desk).await;
    assert_eq!(fourth.people[0].causes, [Cause::ClaimWithdrawn]);
    assert_eq!((fourth.closing.net, tpp(&desk, 4).await), (-first.total, -first.total));
    let all = report(&desk, &list(october(), None)).await;
    let (mut tpp_of_parts, mut net) = (0, 0);
    for number in 1..=4 {
        let part = report(&desk, &list(october(), Some(number))).await;
        tpp_of_parts += amount(&part, BUDI, "gross") - amount(&part, BUDI, "cut");
        net += amount(&part, BUDI, "net");
    }
    assert_eq!(tpp_of_parts, amount(&all, BUDI, "gross") - amount(&all, BUDI, "cut"));
    assert_eq!(net, amount(&all, BUDI, "net"), "the parts add up to the month");
}

#[tokio::test]
async fn what_a_supplement_takes_on_paper_is_claimed_once_as_its_list_says() {
    let desk = closed().await;
    worked(&desk, 90).await;
    supplement(&desk).await;
    let taken = -amount(&report(&desk, &list(october(), Some(2))).await, BUDI, "net");
    let first = claim(&desk, "2026-11").await.expect("no bank took it");
    assert_eq!((first.total, first.months[0].taken), (taken, taken));
    assert!(nothing_more(&claim(&desk, "2026-11").await), "it is claimed already");
    let still = desk.office.supplement_month(&desk.root, &skpd("DINKES"), october(), &[]).await;
    assert_eq!(still.expect("computed"), Supplemented::Nothing, "the claim changes no closing");

    // Of a claim that was withdrawn after a part came back, the rest can be claimed again.
    let receipt = NewReceipt {
        claim: first.id,
        seen: 0,
        on: "2026-11-02".parse().expect("a day"),
        amount: 1_000,
        number: "STS 1".to_owned(),
    };
    desk.office.receive_claim(&desk.root, &receipt).await.expect("received");
    let why = "diganti dengan angsuran lain".to_owned();
    let new = ClaimWithdrawal { claim: first.id, seen: 1, why };
    desk.office.withdraw_claim(&desk.root, &new).await.expect("withdrawn");
    let again = claim(&desk, "2026-12").await.expect("the rest");
    assert_eq!(again.total, taken - 1_000);
    let still = desk.office.supplement_month(&desk.root, &skpd("DINKES"), october(), &[]).await;
    assert_eq!(still.expect("computed"), Supplemented::Nothing);
}

/// Budi belongs to DISTAN from the middle of October, as a late decree says.
async fn moved(desk: &Desk) {
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt\n\
         {BUDI},Budi Santoso,DISTAN,PNS,7,lima-hari,2026-10-16\n"
    ))
    .await;
}

async fn supplement_of(desk: &Desk, code: &str) {
    let moved = Acknowledged { code: CheckKind::MovedInMonth, reason: "a decree".to_owned() };
    let done = desk.office.supplement_month(&desk.root, &skpd(code), october(), &[moved]).await;
    assert!(matches!(done, Ok(Supplemented::Frozen(_))), "{done:?}");
}

#[tokio::test]
async fn a_late_move_to_a_unit_that_closed_earlier_changes_no_list_that_was_paid() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    // The unit that gets him closes first.
    for code in ["DISTAN", "DINKES"] {
        close_in_order(&desk, code).await;
        sign(&desk, code).await;
    }
    let first = report(&desk, &list(october(), Some(1))).await;
    let paid = amount(&first, BUDI, "net");
    desk.clock.advance_seconds(60);
    moved(&desk).await;
    let hindered = desk.office.supplement_month(&desk.root, &skpd("DISTAN"), october(), &[]).await;
    let Ok(Supplemented::Hindered(checks)) = hindered else { panic!("{hindered:?}") };
    assert!(checks.iter().any(|check| check.code == CheckKind::PaidTwice), "{checks:?}");
    supplement_of(&desk, "DINKES").await;
    let second = report(&desk, &list(october(), Some(2))).await;
    supplement_of(&desk, "DISTAN").await;

    assert_eq!(report(&desk, &list(october(), Some(1))).await, first, "it was paid");
    assert_eq!(report(&desk, &list(october(), Some(2))).await, second);
    assert_eq!(amount(&second, BUDI, "net"), -paid);
    let there = ReportRequest { skpd: Some(skpd("DISTAN")), ..list(october(), Some(2)) };
    assert!(amount(&report(&desk, &there).await, BUDI, "net") > 0);
    let claim = claim(&desk, "2026-11").await.expect("no bank took it");
    assert_eq!((claim.total, claim.months[0].taken), (paid, paid));
}

#[tokio::test]
async fn what_was_taken_on_paper_only_is_settled_before_anything_is_paid() {
    let desk = closed().await;
    let net =
        async |number| amount(&report(&desk, &list(october(), Some(number))).await, BUDI, "net");
    worked(&desk, 60).await;
    supplement(&desk).await;
    let taken = -net(2).await;
    desk.clock.advance_seconds(60);
    // Half of it was wrong, and then all of it.
    worked(&desk, 80).await;
    supplement(&desk).await;
    let third = report(&desk, &list(october(), Some(3))).await;
    assert_eq!(net(3).await, 0, "nothing was collected, so nothing is paid");
    let settled = amount(&third, BUDI, "other");
    assert!(0 < settled && settled < taken);
    let claim = claim(&desk, "2026-11").await.expect("the rest was paid too much");
    assert_eq!(claim.total, taken - settled);
    desk.clock.advance_seconds(60);
    worked(&desk, 100).await;
    supplement(&desk).await;
    assert_eq!(net(4).await, taken - settled, "the claim collects it, so it is paid back");
    assert_eq!((-net(2).await, net(3).await), (taken, 0), "lists stay what they were");
}

#[tokio::test]
async fn who_is_paid_nothing_more_pays_it_in() {
    let desk = closed().await;
    let paid = amount(&report(&desk, &list(october(), Some(1))).await, BUDI, "net");
    desk.clock.advance_seconds(60);
    // He had retired before the month.
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt,aktif\n\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,2026-10-01,tidak\n"
    ))
    .await;
    supplement_of(&desk, "DINKES").await;
    assert_eq!(amount(&report(&desk, &list(october(), Some(2))).await, BUDI, "net"), -paid);
    let new = NewClaim {
        nip: nip(BUDI),
        months: vec![october()],
        why: "LHP Inspektorat 12/2026".to_owned(),
        wish: ClaimWish::Number(3),
        first: "2026-11".parse().expect("a month"),
    };
    let refused = desk.office.open_claim(&desk.root, &new).await;
    assert!(matches!(refused, Err(OfficeError::Claim(_))), "there is no Tpp to take it from");
    let new = NewClaim { wish: ClaimWish::PaidIn, ..new };
    let claim = desk.office.open_claim(&desk.root, &new).await.expect("it can be paid in");
    assert_eq!((claim.total, claim.open, claim.plan.parts.len()), (paid, paid, 0));
    let receipt = NewReceipt {
        claim: claim.id,
        seen: 0,
        on: "2026-11-02".parse().expect("a day"),
        amount: paid,
        number: "STS 1".to_owned(),
    };
    assert_eq!(desk.office.receive_claim(&desk.root, &receipt).await.expect("received").open, 0);
}

#[tokio::test]
async fn recapitulation_spj_and_tax_are_had_of_each_closing() {
    let desk = closed().await;
    let of = |name, number| ReportRequest { name, ..list(october(), number) };
    let names = [ReportName::Recap, ReportName::Spj, ReportName::SpjTax];
    let mut before = Vec::new();
    for name in names {
        before.push(report(&desk, &of(name, None)).await);
    }
    worked(&desk, 60).await;
    supplement(&desk).await;
    for (name, before) in names.into_iter().zip(&before) {
        let first = report(&desk, &of(name, Some(1))).await;
        let second = report(&desk, &of(name, Some(2))).await;
        let all = report(&desk, &of(name, None)).await;
        let key = if name == ReportName::SpjTax { "tax" } else { "net" };
        assert_eq!(total(&first, key), total(before, key), "{name:?}");
        assert_eq!(total(&first, key) + total(&second, key), total(&all, key), "{name:?}");
        assert!(total(&second, key) < 0, "{name:?}");
    }
    let sipd = desk.office.report(&desk.root, &of(ReportName::Sipd, Some(1))).await;
    assert!(sipd.is_err(), "SIPD asks for the year as it stands");
}

#[tokio::test]
async fn an_instalment_is_frozen_with_the_month_and_the_next_one_is_the_rest() {
    let desk = closed().await;
    worked(&desk, 90).await;
    let claim = claim(&desk, "2026-11").await.expect("paid too much");
    let dues: Vec<i64> = claim.plan.parts.iter().map(|part| part.due.0).collect();
    let [first, second] = dues[..] else { panic!("two instalments: {dues:?}") };
    let (november, december): (Month, Month) =
        ("2026-11".parse().expect("a month"), "2026-12".parse().expect("a month"));

    desk.clock.advance_seconds(30 * 86_400);
    settle(&desk, november).await;
    close_month(&desk, "DINKES", november).await;
    sign_month(&desk, "DINKES", november).await;
    let other = async |month| amount(&report(&desk, &list(month, None)).await, BUDI, "other");
    assert_eq!(other(november).await, first);
    let before = report(&desk, &list(november, None)).await;
    // What comes back by the list, and beyond it, changes nothing of what was signed.
    let receipt = |seen, amount, number: &str| NewReceipt {
        claim: claim.id,
        seen,
        on: "2026-12-02".parse().expect("a day"),
        amount,
        number: number.to_owned(),
    };
    for (seen, amount, number) in [(0, first, "daftar November"), (1, 1_000, "STS 1")] {
        desk.office
            .receive_claim(&desk.root, &receipt(seen, amount, number))
            .await
            .expect("received");
    }
    assert_eq!(report(&desk, &list(november, None)).await, before);

    desk.clock.advance_seconds(31 * 86_400);
    settle(&desk, december).await;
    close_month(&desk, "DINKES", december).await;
    assert_eq!(other(december).await, second - 1_000, "what came beyond the first is of the next");
}
