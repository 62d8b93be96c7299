use civil::{PersonId, Rupiah};

use super::{append, audit, day, newcomer, noon, person, read};
use crate::{
    Store,
    closings::{Frozen, LawText},
    details::{Detail, Post},
    matters::{Desk, MatterKind, NewMatter, Opened, Standing},
    presence::People,
};

/// Details of people and holders of posts: the last recorded of a day holds, repeats are known.
pub(super) async fn details_and_posts<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", None), newcomer(2, "DINKES", None)], noon("10-01")).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let detail = |person, key: &str, from, value: &str| Detail {
        person,
        key: key.to_owned(),
        valid_from: day(from),
        value: value.to_owned(),
    };
    let rows = [
        detail(two, "ptkp", "01-01", "K/1"),
        detail(one, "golongan", "04-01", "III/b"),
        detail(one, "golongan", "01-01", "III/a"),
    ];
    let add = async |rows: &[Detail]| {
        store.add_details(rows, audit("person.details")).await.expect("details are kept")
    };
    assert_eq!(add(&rows).await, 3);
    assert_eq!(add(&rows).await, 0, "known to the letter");
    assert_eq!(add(&[detail(one, "golongan", "04-01", "III/c")]).await, 1);
    assert_eq!(add(&[detail(one, "golongan", "04-01", "III/b")]).await, 1, "taken back");
    let held = store.details(&People::All).await.expect("details");
    let [two_ptkp, one_later, one_first] = rows;
    assert_eq!(held, [one_first, one_later, two_ptkp.clone()]);
    let of = store.details(&People::Of(read("DINKES"))).await.expect("details");
    assert_eq!(of, std::slice::from_ref(&two_ptkp));
    let these = store.details(&People::These(vec![two])).await.expect("details");
    assert_eq!(these, [two_ptkp]);
    let log = store.audit(u32::MAX).await.expect("audit");
    assert_eq!(log.iter().filter(|entry| entry.verb == "person.details").count(), 3);

    let post = |desk, from, holder: Option<PersonId>, capacity: &str| Post {
        desk,
        valid_from: day(from),
        holder,
        capacity: capacity.to_owned(),
    };
    let posts = [
        post(Desk::sekda(), "01-01", Some(two), "definitif"),
        post(Desk::head(&read("DISHUB")), "06-01", None, "definitif"),
        post(Desk::head(&read("DISHUB")), "01-01", Some(one), "plt"),
    ];
    let fill = async |posts: &[Post]| {
        store.fill_posts(posts, audit("organisation.posts")).await.expect("posts are filled")
    };
    assert_eq!(fill(&posts).await, 3);
    assert_eq!(fill(&posts).await, 0);
    let [sekda, vacant, dishub] = posts;
    assert_eq!(store.posts().await.expect("posts"), [dishub, vacant, sekda]);
}

/// A month is frozen once a key, whole, with the law it rests on.
pub(super) async fn frozen_once<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", None), newcomer(2, "DISHUB", None)], noon("10-01")).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let closing = |key: &str| NewMatter {
        kind: MatterKind::Closing,
        person: None,
        skpd: read("DISHUB"),
        from: day("10-01"),
        until: day("10-31"),
        key: Some(key.to_owned()),
        data: "{}".to_owned(),
        standing: Standing { stage: "closed".to_owned(), desk: None, due: None },
    };
    let law = LawText { version: "law-a".to_owned(), text: b"[rule.late]\n\0".to_vec() };
    let statement = |person, net| Frozen {
        person,
        statement: b"{\"name\":\"\xe2\x98\x83\"}".to_vec(),
        gross: Rupiah(4_000_000),
        net: Rupiah(net),
    };
    let freeze = async |key: &str, law: &LawText, rows: &[Frozen]| {
        let done = store.freeze(&closing(key), law, rows, audit("allowance.close")).await;
        done.expect("a month is frozen")
    };
    let rows = [statement(two, -7), statement(one, 3_900_000)];
    let Opened::New(first) = freeze("2026-10 DISHUB 1", &law, &rows).await else {
        panic!("nobody closed it before");
    };
    let again = freeze("2026-10 DISHUB 1", &law, &[statement(one, 1)]).await;
    assert_eq!(again, Opened::Known(first));
    let other = LawText { text: b"another".to_vec(), ..law.clone() };
    let Opened::New(second) = freeze("2026-10 DISHUB 2", &other, &[]).await else {
        panic!("another key is another closing");
    };
    let [of_two, of_one] = rows;
    let all = store.frozen(&[second, first]).await.expect("statements");
    assert_eq!(all, [(first, of_one), (first, of_two)]);
    assert_eq!(store.frozen(&[second]).await.expect("statements"), []);
    assert_eq!(store.law_text("law-a").await.expect("law"), Some(law), "kept as it first was");
    assert_eq!(store.law_text("law-b").await.expect("law"), None);
}
