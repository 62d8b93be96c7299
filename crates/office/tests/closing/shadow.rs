//! What the old system paid is held against what is computed, and every difference has its cause.

use office::allowance::ShadowReason;

use crate::{
    common::owner,
    fixture::{BUDI, DEWI, KEPALA, SITI, UJANG, desk, nip, october},
};

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
        "NIP;TPP;Dibayar;TK;Terlambat;Catatan\n\
         {SITI};{full};{};2;0;\n\
         {UJANG};{full};{full};0;0;\n\
         {BUDI};2.790.000;2.790.000;0;0;\n\
         {KEPALA};12.960.000;Rp 12.959.000,00;0;0;\n\
         197505052005011009;100;100;0;0;\n\
         {UJANG};1;1;0;0;\n\
         123;1;1;0;0;\n",
        full - 2 * 46_257
    );
    let told =
        desk.office.import_shadow(&owner(), october(), "lama.csv", csv.as_bytes()).await.unwrap();
    assert_eq!((told.rows, told.same, told.bad.len()), (5, 1, 2));
    assert_eq!(told.ignored_columns, ["Catatan"]);
    let of = |nip: &str| {
        let found = told.differences.iter().find(|one| one.nip == nip).unwrap();
        let causes: Vec<_> = found.causes.iter().map(|cause| cause.cause).collect();
        (causes, found.difference)
    };
    assert_eq!(of(SITI), (vec![ShadowReason::LeaveUnknownThere], -2 * 46_257));
    assert_eq!(of(BUDI), (vec![ShadowReason::ClassAmount], 2_790_000 - full));
    assert_eq!(of(DEWI).0, [ShadowReason::UnknownThere]);
    assert_eq!(of("197505052005011009"), (vec![ShadowReason::UnknownHere], 100));
    assert_eq!(of(KEPALA), (vec![ShadowReason::PresenceShare], -1_000));
    let sum: i64 = told.totals.iter().map(|total| total.amount).sum();
    let differences: i64 = told.differences.iter().map(|one| one.difference).sum();
    assert_eq!((sum, differences), (told.theirs - told.ours, told.theirs - told.ours));
    assert_eq!(desk.store.stale_count().await.unwrap(), stale);
    assert_eq!(desk.store.audit(1).await.unwrap()[0].verb, "allowance.import_shadow");
    let none = desk.office.import_shadow(&owner(), october(), "x.csv", b"nip;x\n1;2\n").await;
    assert!(none.is_err(), "no column says what was paid");
}
