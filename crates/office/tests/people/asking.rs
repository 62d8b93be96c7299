//! Who may not see a month has nothing computed for the asking.

use civil::{Month, Role};
use office::{Actor, OfficeError};
use storage::{
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use crate::fixture::{BUDI, Desk, account, desk, nip};

async fn asked(desk: &Desk, actor: &Actor) -> Vec<Result<(), OfficeError>> {
    let (budi, month) = (nip(BUDI), october());
    vec![
        desk.office.statement(actor, &budi, month).await.map(drop),
        desk.office.my_month(actor, &budi, month, None).await.map(drop),
        desk.office.explain_day(actor, &budi, month.first()).await.map(drop),
    ]
}

async fn months_kept(desk: &Desk) -> usize {
    let filter = ResultFilter { month: october(), people: ResultPeople::All };
    desk.store.months(&filter).await.expect("the store in memory does not fail").len()
}

fn october() -> Month {
    "2026-10".parse().expect("a month")
}

#[tokio::test]
async fn a_refusal_comes_before_the_work() {
    let desk = desk();
    desk.load_two().await;
    let stale = desk.store.stale_marks(&People::All, None, 100).await.unwrap();
    for stranger in [account(Role::Pegawai, None), account(Role::Operator, Some("DISTAN"))] {
        for answer in asked(&desk, &stranger).await {
            assert!(matches!(answer, Err(OfficeError::Forbidden(_))), "{answer:?}");
        }
    }
    assert_eq!(months_kept(&desk).await, 0, "nothing was computed");
    assert_eq!(desk.store.stale_marks(&People::All, None, 100).await.unwrap(), stale);
    for answer in asked(&desk, &account(Role::Operator, Some("DINKES"))).await {
        assert!(answer.is_ok(), "{answer:?}");
    }
    assert_eq!(months_kept(&desk).await, 1, "what is allowed is computed");
}
