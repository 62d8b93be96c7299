//! What the old system made of a month is held against what is computed, figure by figure, and every
//! difference has its cause.

use office::{
    OfficeError,
    allowance::{ShadowAsked, ShadowFigure, ShadowMonth, ShadowReason, ShadowStep},
};

use crate::{
    common::owner,
    fixture::{BUDI, DEWI, Desk, KEPALA, READY, SITI, UJANG, desk, dinkes, distan, nip, october},
};

async fn shadow(desk: &Desk, csv: &str) -> ShadowMonth {
    let asked =
        ShadowAsked { month: october(), skpd: None, file_name: "lama.csv", bytes: csv.as_bytes() };
    desk.office.import_shadow(&owner(), asked).await.expect(READY)
}

fn figure<'t>(told: &'t ShadowMonth, nip: &str, step: ShadowStep) -> &'t ShadowFigure {
    let found = told.differences.iter().find(|one| one.nip == nip).expect(READY);
    found.figures.iter().find(|figure| figure.step == step).expect(READY)
}

fn causes(figure: &ShadowFigure) -> Vec<(ShadowReason, i64)> {
    figure.causes.iter().map(|cause| (cause.cause, cause.amount.unwrap_or(0))).collect()
}

#[tokio::test]
async fn every_difference_has_its_cause_and_nothing_but_the_trace_is_stored() {
    let desk = desk().await;
    desk.excuse(SITI, "cuti-tahunan", "2026-10-05", "2026-10-06").await;
    let full = 3_854_725_i64;
    let net = desk.office.statement(&owner(), &nip(SITI), october()).await.unwrap().tpp_net;
    assert_eq!(net, full);
    let stale = desk.store.stale_count().await.unwrap();
    // Siti: two days of leave counted as absence, 46,257 each. Budi: another class. Dewi is
    // missing, and somebody from elsewhere stands there.
    let csv = format!(
        "NIP;TPP;TPP setelah potongan;TK;Terlambat;Catatan\n\
         {SITI};{full};{};2;0;\n\
         {UJANG};{full};{full};0;0;\n\
         {BUDI};2.790.000;2.790.000;0;0;\n\
         {KEPALA};12.960.000;Rp 12.959.000,00;0;0;\n\
         197505052005011009;100;100;0;0;\n\
         {UJANG};1;1;0;0;\n\
         123;1;1;0;0;\n",
        full - 2 * 46_257
    );
    let told = shadow(&desk, &csv).await;
    assert_eq!((told.rows, told.same, told.bad.len()), (5, 1, 2));
    assert_eq!(told.ignored_columns, ["Catatan"]);
    let of = |nip: &str| {
        let found = figure(&told, nip, ShadowStep::AfterCuts);
        let causes: Vec<_> = found.causes.iter().map(|cause| cause.cause).collect();
        (causes, found.difference)
    };
    assert_eq!(of(SITI), (vec![ShadowReason::LeaveUnknownThere], -2 * 46_257));
    assert_eq!(of(BUDI), (vec![ShadowReason::ClassAmount], 2_790_000 - full));
    assert_eq!(of(DEWI).0, [ShadowReason::UnknownThere]);
    assert_eq!(of("197505052005011009"), (vec![ShadowReason::UnknownHere], 100));
    assert_eq!(of(KEPALA), (vec![ShadowReason::PresenceShare], -1_000));
    let sum: i64 = told.totals.iter().map(|total| total.amount).sum();
    let figures = told.differences.iter().flat_map(|one| &one.figures);
    let differences: i64 = figures.map(|one| one.difference).sum();
    assert_eq!(told.sums.len(), 1, "the file says nothing of what was handed out");
    let between = told.sums[0].theirs - told.sums[0].ours;
    assert_eq!((sum, differences), (between, between));
    assert_eq!(desk.store.stale_count().await.unwrap(), stale);
    assert_eq!(desk.store.audit(1).await.unwrap()[0].verb, "allowance.import_shadow");
    let asked =
        ShadowAsked { month: october(), skpd: None, file_name: "x.csv", bytes: b"nip;x\n1;2\n" };
    let none = desk.office.import_shadow(&owner(), asked).await;
    assert!(matches!(none, Err(OfficeError::Table { .. })), "no column says what was paid");
}

/// Siti of golongan IV/a pays 15 % of what is left after cuts.
#[tokio::test]
async fn what_was_handed_out_is_held_against_the_payment_list_and_not_against_the_tpp() {
    let desk = desk().await;
    let csv = format!("nip;mulai;golongan;status keluarga\n{SITI};2024-01-01;IV/a;TK/0\n");
    let done = desk.office.import_details(&owner(), "d.csv", csv.as_bytes(), false).await;
    assert_eq!(done.expect(READY).bad, []);
    let asked = office::allowance::payments::PayAsked {
        skpd: Some(distan()),
        month: october(),
        paid: None,
        number: None,
    };
    let payouts = desk.office.payouts(&owner(), &asked).await.expect(READY);
    let siti = payouts[0].people.iter().find(|one| one.statement.nip == SITI).expect(READY);
    let (left, net) = (siti.statement.tpp_net, siti.payout.net.0);
    let tax = siti.taken(office::allowance::payments::Taken::Tax).0;
    assert_eq!((left, tax), (3_854_725, -578_208), "15 % of 3,854,725, rounded down");

    // The same in both figures: nothing differs, though the two are not the same amount.
    let head = "NIP;TPP setelah potongan;Dibayar";
    let told = shadow(&desk, &format!("{head}\n{SITI};{left};{net}\n")).await;
    assert_eq!((told.same, told.sums.len()), (1, 2));
    assert!(told.differences.iter().all(|one| one.nip != SITI), "{:?}", told.differences);

    // The old system withholds no tax.
    let told = shadow(&desk, &format!("{head}\n{SITI};{left};{}\n", net - tax)).await;
    let received = figure(&told, SITI, ShadowStep::Received);
    assert_eq!(causes(received), [(ShadowReason::Tax, 578_208)]);
    assert_eq!(told.differences.iter().find(|one| one.nip == SITI).unwrap().figures.len(), 1);

    // It withholds 5 %, as its own column says: 192,736 in place of 578,208.
    let csv = format!("{head};PPh 21\n{SITI};{left};{};192.736\n", net - tax - 192_736);
    let told = shadow(&desk, &csv).await;
    let received = figure(&told, SITI, ShadowStep::Received);
    assert_eq!(causes(received), [(ShadowReason::Tax, 385_472)]);

    // One unit only: of the rest nothing is said.
    let asked = ShadowAsked {
        month: october(),
        skpd: Some(&dinkes()),
        file_name: "lama.csv",
        bytes: csv.as_bytes(),
    };
    let told = desk.office.import_shadow(&owner(), asked).await.unwrap();
    assert_eq!((told.rows, told.elsewhere), (0, 1));
    let nips: Vec<_> = told.differences.iter().map(|one| one.nip.as_str()).collect();
    assert_eq!(nips, [BUDI], "Budi of DINKES stands not in the file");
}
