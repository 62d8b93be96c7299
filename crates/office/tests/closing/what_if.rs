//! A draft law is tried on a month, closed or not, and nothing is stored.

use office::{Lawbook, OfficeError};
use storage::results::{ResultFilter, ResultPeople};

use crate::{
    common::{law_texts, owner},
    fixture::{BUDI, Desk, READY, SITI, UJANG, desk, distan, october},
};

/// The law of Contoh with a deduction of the present rule replaced.
fn draft(before: &str, after: &str) -> Lawbook {
    let mut texts = law_texts();
    let file =
        texts.iter_mut().find(|file| file.path == "regency/contoh/deductions.toml").expect(READY);
    assert!(file.text.contains(before), "the rule reads as it did");
    file.text = file.text.replace(before, after);
    Lawbook::read(&texts, &"contoh".parse().expect(READY)).expect(READY)
}

/// Everything that a question must leave as it is.
async fn stored(desk: &Desk) -> (usize, usize, usize) {
    let log = desk.store.audit(u32::MAX).await.expect(READY);
    let filter = ResultFilter { month: october(), people: ResultPeople::All };
    let marks =
        desk.store.stale_marks(&storage::presence::People::All, None, u32::MAX).await.expect(READY);
    (log.len(), desk.store.months(&filter).await.expect(READY).len(), marks.len())
}

#[tokio::test]
async fn who_gains_and_loses_is_told_by_unit_and_person_and_nothing_is_stored() {
    let desk = desk().await;
    // Ujang comes 42 minutes late; Siti and Budi never do.
    desk.excuse(SITI, "cuti-besar", "2026-10-05", "2026-10-06").await;
    let present = draft("rate = \"0.5%\"", "rate = \"0.5%\"");
    let before = stored(&desk).await;
    let none = desk.office.what_if(&owner(), october(), present).await.expect(READY);
    assert_eq!((none.people, none.changed, none.before), (5, 0, none.after));
    let rate = "bands = [\n  { code = \"CB\", from = 1, rate = \"3%\" },";
    let dearer = draft(rate, "bands = [\n  { code = \"CB\", from = 1, rate = \"4%\" },");
    let told = desk.office.what_if(&owner(), october(), dearer.clone()).await.expect(READY);
    assert_eq!((told.people, told.changed), (5, 1));
    // 1 % more of 40 % of 3,854,725, twice: 15,418.9 → 15,419 a day at 1 %, at 3 % 46,257 and at 4 % 61,676.
    assert_eq!(told.after - told.before, 2 * (46_257 - 61_676));
    let of_unit = told.by_skpd.iter().find(|of| of.skpd == "DISTAN").expect(READY);
    assert_eq!((of_unit.people, of_unit.lose, of_unit.gain, of_unit.closed), (3, 1, 0, false));
    let sums = |amount: fn(&office::allowance::WhatIfSkpd) -> i64| -> i64 {
        told.by_skpd.iter().map(amount).sum()
    };
    assert_eq!((sums(|of| of.before), sums(|of| of.after)), (told.before, told.after));
    let [siti] = told.by_person.as_slice() else { panic!("{:?}", told.by_person) };
    assert_eq!((siti.nip.as_str(), siti.changes.len()), (SITI, 2));
    assert_eq!(stored(&desk).await, before);

    desk.close(&distan()).await;
    let closed = stored(&desk).await;
    let of_closed = desk.office.what_if(&owner(), october(), dearer).await.expect(READY);
    assert_eq!((of_closed.before, of_closed.after), (told.before, told.after));
    assert!(of_closed.by_skpd.iter().any(|of| of.skpd == "DISTAN" && of.closed));
    assert_eq!(stored(&desk).await, closed);
    assert!(!of_closed.by_person.iter().any(|of| [UJANG, BUDI].contains(&of.nip.as_str())));
}

#[tokio::test]
async fn a_draft_counts_as_known_and_what_it_does_not_say_is_told() {
    let desk = desk().await;
    desk.excuse(SITI, "cuti-besar", "2026-10-05", "2026-10-06").await;
    let mut texts = law_texts();
    let acts = texts.iter_mut().find(|file| file.path == "regency/contoh/acts.toml").expect(READY);
    acts.text.push_str(
        "\n[act.draft]\ncite = \"Rancangan\"\ntitle = \"Rancangan\"\nknown = \"2027-03-01\"\n\
         invented = true\n",
    );
    let rules =
        texts.iter_mut().find(|file| file.path == "regency/contoh/deductions.toml").expect(READY);
    let place = rules.text.find("[rule.leave-penting]").expect(READY);
    rules.text.insert_str(
        place,
        "[[rule.leave-besar.value]]\nfrom = \"2026-10-01\"\nstatus = \"assumed\"\n\
         source = { act = \"draft\", article = \"Pasal 1\" }\nper = \"day\"\nbase = \"disiplin\"\n\
         bands = [\n  { code = \"CB\", from = 1, rate = \"2%\" },\n]\n\n",
    );
    let lawbook = Lawbook::read(&texts, &"contoh".parse().expect(READY)).expect(READY);
    let told = desk.office.what_if(&owner(), october(), lawbook).await.expect(READY);
    assert_eq!((told.changed, told.by_person[0].nip.as_str()), (1, SITI));
    assert!(told.after > told.before, "two in place of three percent");

    let silent = draft(
        "rate = \"3%\" },\n]\n\n[rule.leave-penting]",
        "unknown = true },\n]\n\n[rule.leave-penting]",
    );
    let told = desk.office.what_if(&owner(), october(), silent).await.expect(READY);
    assert_eq!((told.silent.len(), told.silent[0].nip.as_str(), told.changed), (1, SITI, 0));
    let far =
        desk.office.what_if(&owner(), "2027-05".parse().expect(READY), draft("CB", "CB")).await;
    assert!(matches!(far, Err(OfficeError::BadInput(_))));
}
