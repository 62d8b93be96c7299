//! What people are paid, and what keeps them from it.

use civil::{Role, Rupiah};
use office::{
    OfficeError,
    allowance::{
        closing::{ClaimMistake, ClaimWish, ClaimWithdrawal, NewClaim, Supplemented},
        payments::{PayAsked, PayOpen, Payment},
    },
};
use rules::payout::Finding;

use crate::{
    fixture::{BUDI, SITI, account, nip},
    unit::{
        ANI, asked, close, close_in_order, freeze, load_details, october, paid_desk, payouts, sign,
        sign_law, skpd, statement, sum,
    },
};

fn of<'p>(people: &'p [Payment], nip: &str) -> &'p Payment {
    people.iter().find(|payment| payment.statement.nip == nip).expect("is paid")
}

#[tokio::test]
async fn from_the_tpp_to_the_rupiah_by_hand() {
    let desk = paid_desk().await;
    let units = payouts(&desk, Some("DINKES")).await;
    let budi = of(&units[0].people, BUDI);
    // Nobody punched, so October's 22 working days are absent.
    let tpp = statement(&desk, BUDI).await;
    assert_eq!(tpp.tpp_gross, 3_854_725);
    assert_eq!(budi.payout.gross, Rupiah(tpp.tpp_net));
    // BPJS: 1 % of salary and Tpp, at most of 12,000,000, less what the salary list took.
    let base = (3_200_000 + 320_000 + 185_000 + tpp.tpp_net).min(12_000_000);
    let premium = (base + 50) / 100 - 37_050;
    // Final by golongan III: 5 % of what is paid, rounded down.
    let tax = tpp.tpp_net * 5 / 100;
    assert_eq!(budi.payout.net, Rupiah(tpp.tpp_net - premium - tax));
    // Siti: class 5 has 2,790,000; 22 days absent at 3 % of the 40 % that is discipline take
    // 736,560. A PPPK is taxed by the income of the month: 3,203,600 + 185,000 + 2,053,440 and the
    // employer's premium of 217,682 are 5,659,722, of which category A (TK/0) takes 0.5 %.
    let units = payouts(&desk, Some("DISTAN")).await;
    let siti = of(&units[0].people, SITI);
    assert!(siti.payout.is_complete(), "{:?}", siti.payout.findings);
    assert_eq!(siti.payout.gross, Rupiah(2_053_440));
    // 1 % of 5,442,040 is 54,420, of which the salary list took 33,886.
    assert_eq!(siti.payout.net, Rupiah(2_053_440 - 20_534 - 28_298));
}

#[tokio::test]
async fn nothing_is_paid_before_the_month_is_closed_and_the_law_signed_off() {
    let desk = paid_desk().await;
    let open = |people: &[Payment]| of(people, BUDI).open.clone();
    let first = open(&payouts(&desk, Some("DINKES")).await[0].people);
    assert!(first.contains(&PayOpen::NotClosed) && first.contains(&PayOpen::LawUnverified));
    assert!(first.contains(&PayOpen::Statement("law-unverified".to_owned())));
    close(&desk, "DINKES").await;
    let closed = open(&payouts(&desk, Some("DINKES")).await[0].people);
    assert!(!closed.contains(&PayOpen::NotClosed) && closed.contains(&PayOpen::LawUnverified));
    let desk = paid_desk().await;
    sign_law(&desk).await;
    assert_eq!(open(&payouts(&desk, Some("DINKES")).await[0].people), [PayOpen::NotClosed]);
    close_in_order(&desk, "DINKES").await;
    let unsigned = PayOpen::Unsigned(skpd("DINKES"));
    assert_eq!(open(&payouts(&desk, Some("DINKES")).await[0].people), [unsigned]);
    sign(&desk, "DINKES").await;
    assert_eq!(open(&payouts(&desk, Some("DINKES")).await[0].people), []);
}

#[tokio::test]
async fn what_is_not_known_of_a_person_keeps_that_person_from_being_paid() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close(&desk, "DINKES").await;
    load_details(&desk, &format!("nip,mulai,golongan\n{BUDI},2026-10-01,\n")).await;
    let units = payouts(&desk, Some("DINKES")).await;
    assert_eq!(
        of(&units[0].people, BUDI).open,
        [PayOpen::Unsigned(skpd("DINKES")), PayOpen::Finding(Finding::GolonganMissing)],
    );
    let ani = of(&units[0].people, ANI);
    assert_eq!(ani.open, [PayOpen::Unsigned(skpd("DINKES"))], "it is missing of him only");
}

#[tokio::test]
async fn a_closed_month_is_paid_by_the_frozen_statement_and_the_latest_supplement() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    close_in_order(&desk, "DINKES").await;
    let before = statement(&desk, BUDI).await;
    // Late facts change today's statement, and not what was closed.
    let leave =
        format!("nip;jenis;mulai;sampai;surat\n{BUDI};dinas-luar;2026-10-01;2026-10-31;ST 1\n");
    let done = desk.office.import_excuses(&desk.root, "l.csv", leave.as_bytes(), false).await;
    assert_eq!(done.unwrap().bad, []);
    let after = statement(&desk, BUDI).await;
    assert!(after.tpp_net > before.tpp_net);
    let gross = async || of(&payouts(&desk, Some("DINKES")).await[0].people, BUDI).payout.gross;
    assert_eq!(gross().await, Rupiah(before.tpp_net));
    let dinkes = skpd("DINKES");
    let done = desk.office.supplement_month(&desk.root, &dinkes, october(), &[]).await;
    assert!(matches!(done, Ok(Supplemented::Frozen(_))), "{done:?}");
    assert_eq!(gross().await, Rupiah(after.tpp_net));
}

#[tokio::test]
async fn who_retires_within_the_month_is_paid_until_that_day() {
    let desk = paid_desk().await;
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt,aktif\n\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,2026-10-11,tidak\n"
    ))
    .await;
    let units = payouts(&desk, Some("DINKES")).await;
    let budi = of(&units[0].people, BUDI);
    // 10 of 31 days, as Pasal 10 of the invented act divides a month.
    assert_eq!(budi.statement.tpp_gross, (3_854_725 * 10 * 2 + 31) / 62);
    assert_eq!(budi.payout.gross, Rupiah(budi.statement.tpp_net));
    // In November he is not on the list at all.
    let november = office::allowance::payments::PayAsked {
        month: "2026-11".parse().unwrap(),
        ..asked(Some("DINKES"))
    };
    let units = desk.office.payouts(&desk.root, &november).await.unwrap();
    assert!(units[0].people.iter().all(|payment| payment.statement.nip != BUDI));
}

#[tokio::test]
async fn who_moved_is_paid_once_by_who_closed_first() {
    let desk = paid_desk().await;
    close(&desk, "DINKES").await;
    // A decree that came late moves Budi from 16 October.
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt\n\
         {BUDI},Budi Santoso,DISTAN,PNS,7,lima-hari,2026-10-16\n"
    ))
    .await;
    let count = |units: &[office::allowance::payments::UnitPayments]| {
        let all = units.iter().flat_map(|unit| &unit.people);
        all.filter(|payment| payment.statement.nip == BUDI).count()
    };
    let all = payouts(&desk, None).await;
    assert_eq!(count(&all), 1);
    let distan = payouts(&desk, Some("DISTAN")).await;
    assert_eq!(count(&distan), 0);
    assert_eq!(distan[0].elsewhere.len(), 1);
    assert_eq!(distan[0].elsewhere[0].skpd, skpd("DINKES"));
    close(&desk, "DISTAN").await;
    assert_eq!(count(&payouts(&desk, None).await), 1, "also when both are closed");
}

#[tokio::test]
async fn a_plt_of_a_higher_post_gets_the_difference_for_the_days() {
    let desk = paid_desk().await;
    load_details(
        &desk,
        &format!(
            "nip;mulai;plt;jabatan yang dirangkap;kelas yang dirangkap;jenjang;sampai\n\
             {BUDI};2026-09-01;plt;Kepala Seksi;9;lebih tinggi;2026-10-15\n"
        ),
    )
    .await;
    let units = payouts(&desk, Some("DINKES")).await;
    let budi = of(&units[0].people, BUDI);
    let line = budi.payout.lines.iter().find(|line| line.code == "plt").expect("an addition");
    // Class 9 has 5,440,000, class 7 has 3,854,725: the difference for 15 of 31 days.
    assert_eq!(line.amount, Rupiah((1_585_275 * 15 * 2 + 31) / 62));
}

#[tokio::test]
async fn only_who_may_see_pay_sees_it_and_the_treasurer_of_a_unit_that_unit() {
    let desk = paid_desk().await;
    let treasurer = account(Role::Bendahara, Some("DINKES"));
    let own = desk.office.payouts(&treasurer, &asked(None)).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].skpd.code, skpd("DINKES"));
    let other = desk.office.payouts(&treasurer, &asked(Some("DISTAN"))).await;
    assert!(matches!(other, Err(OfficeError::Forbidden(_))));
    let person = account(Role::Pegawai, None);
    let list = desk.office.payouts(&person, &asked(Some("DINKES"))).await;
    assert!(matches!(list, Err(OfficeError::Forbidden(_))));
    let unknown = desk.office.payouts(&desk.root, &asked(Some("NIHIL"))).await;
    assert!(matches!(unknown, Err(OfficeError::NotFound { .. })));
}

#[tokio::test]
async fn the_sum_of_payouts_is_the_sum_of_statements() {
    let desk = paid_desk().await;
    let units = payouts(&desk, None).await;
    let people = || units.iter().flat_map(|unit| &unit.people);
    assert_eq!(people().count(), 3);
    let mut net = 0;
    for nip in [BUDI, ANI, SITI] {
        net += statement(&desk, nip).await.tpp_net;
    }
    assert_eq!(sum(people().map(|payment| payment.payout.gross)), net);
}

#[tokio::test]
async fn a_statement_of_another_program_is_an_error_and_no_pay() {
    let desk = paid_desk().await;
    let frozen = storage::closings::Frozen {
        person: civil::PersonId(1),
        statement: b"{}".to_vec(),
        gross: Rupiah(1),
        net: Rupiah(1),
    };
    freeze(&desk, "DINKES", &[frozen]).await;
    let paid = desk.office.payouts(&desk.root, &asked(Some("DINKES"))).await;
    assert!(matches!(paid, Err(OfficeError::Store(_))), "{paid:?}");
}

#[tokio::test]
async fn an_overpayment_comes_back_in_instalments_out_of_the_months_pay() {
    let desk = paid_desk().await;
    sign_law(&desk).await;
    // Without payouts: what a closing froze takes nothing more.
    close(&desk, "DINKES").await;
    let frozen = statement(&desk, BUDI).await.tpp_net;
    // A decree that came late: he was out of service from 11 October on.
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,kelas,pola kerja,tmt,aktif\n\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,2026-10-11,tidak\n\
         {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,2026-11-01,ya\n"
    ))
    .await;
    let right = statement(&desk, BUDI).await.tpp_net;
    let claim = NewClaim {
        nip: nip(BUDI),
        months: vec![october()],
        why: "LHP 1/2026".to_owned(),
        wish: ClaimWish::Number(10),
        first: october(),
    };
    let past = desk.office.open_claim(&desk.root, &claim).await;
    assert!(
        matches!(past, Err(OfficeError::Claim(ClaimMistake::FirstOutside { .. }))),
        "October was signed without an instalment: {past:?}"
    );
    let signed = payouts(&desk, Some("DINKES")).await;
    let claim = NewClaim { first: october().next(), ..claim };
    let claim = desk.office.open_claim(&desk.root, &claim).await.expect("a claim");
    assert_eq!(payouts(&desk, Some("DINKES")).await, signed, "the list that was signed stays");
    assert_eq!(claim.total, frozen - right);
    // A tenth, upwards to whole rupiah.
    let instalment = (claim.total + 9) / 10;
    let november = PayAsked { month: october().next(), ..asked(Some("DINKES")) };
    let units = desk.office.payouts(&desk.root, &november).await.expect("November's pay");
    let budi = of(&units[0].people, BUDI);
    let line = budi.payout.lines.iter().find(|line| line.code == "repayment").expect("is taken");
    assert_eq!(line.amount, Rupiah(-instalment));
    // Withdrawn, nothing more of it is taken.
    let why = "LHP ditarik".to_owned();
    let withdrawal = ClaimWithdrawal { claim: claim.id, seen: claim.steps, why };
    desk.office.withdraw_claim(&desk.root, &withdrawal).await.expect("it is open");
    let units = desk.office.payouts(&desk.root, &november).await.expect("November's pay");
    let budi = of(&units[0].people, BUDI);
    assert!(budi.payout.lines.iter().all(|line| line.code != "repayment"));
}
