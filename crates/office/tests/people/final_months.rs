//! A month may be paid by only when every value that was applied is confirmed or signed off.

use civil::{Month, Nip};
use office::allowance::{PayStatus, StatementDoc};

use crate::fixture::{BUDI, Desk, SITI, desk, nip};

const OFFICER: &str = "198704122010012003";

/// A desk at which an officer has vouched for every act but one, and the work of a month is known.
async fn signed_but(open: &str, month: Month) -> Desk {
    let desk = desk();
    desk.load_two().await;
    for act in desk.office.lawbook().law().provisions.acts.keys().filter(|act| *act != open) {
        // An act may be cited by nothing.
        let _ = sign(&desk, act).await;
    }
    let csv = format!("NIP;e-Kinerja\n{BUDI};100\n{SITI};100\n");
    let done = desk.office.import_performance(&desk.root, month, "k.csv", csv.as_bytes(), false);
    assert_eq!(done.await.expect("the file is of use").loaded, 2);
    desk
}

async fn sign(desk: &Desk, act: &str) -> Result<office::law::Verified, office::OfficeError> {
    let officer: Nip = OFFICER.parse().expect("a Nip");
    desk.office.verify_law(&desk.root, act, officer, "the text, read in full").await
}

async fn statement(desk: &Desk, of: &str, month: Month) -> StatementDoc {
    let statement = desk.office.statement(&desk.root, &nip(of), month).await;
    statement.expect("the month has facts")
}

#[tokio::test]
async fn a_month_of_a_season_nobody_vouched_for_stays_simulasi() {
    let march: Month = "2026-03".parse().unwrap();
    let desk = signed_but("isbat", march).await;
    let open = statement(&desk, BUDI, march).await;
    assert_eq!(open.status, PayStatus::Simulasi);
    assert_eq!((open.open.as_slice(), open.unverified_values), (&["law-unverified".into()][..], 1));
    let first = "2026-03-02".parse().unwrap();
    let day = desk.office.explain_day(&desk.root, &nip(BUDI), first).await.unwrap();
    assert!(day.articles.iter().any(|article| article.topic == "season.ramadan"));
    sign(&desk, "isbat").await.unwrap();
    assert_eq!(statement(&desk, BUDI, march).await.status, PayStatus::Final);
}

#[tokio::test]
async fn only_whose_day_rests_on_work_from_elsewhere_waits_for_that_rule() {
    let may: Month = "2026-05".parse().unwrap();
    let desk = signed_but("permenpanrb-4-2025", may).await;
    let csv = format!("NIP;Jenis;Mulai;Surat\n{BUDI};wfa;2026-05-05;ST 9\n");
    let done = desk.office.import_excuses(&desk.root, "c.csv", csv.as_bytes(), false).await;
    assert_eq!(done.unwrap().loaded, 1);
    let (budi, siti) = (statement(&desk, BUDI, may).await, statement(&desk, SITI, may).await);
    assert_eq!((budi.status, budi.unverified_values), (PayStatus::Simulasi, 1));
    assert_eq!((siti.status, siti.unverified_values), (PayStatus::Final, 0));
    let fifth = "2026-05-05".parse().unwrap();
    let day = desk.office.explain_day(&desk.root, &nip(BUDI), fifth).await.unwrap();
    assert_eq!(day.verdict, "wfa");
    assert!(day.articles.iter().any(|article| article.topic == "wfa"));
    sign(&desk, "permenpanrb-4-2025").await.unwrap();
    assert_eq!(statement(&desk, BUDI, may).await.status, PayStatus::Final);
}
