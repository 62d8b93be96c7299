use civil::{Month, PersonId, Role, Rupiah};

use super::{append, audit, evaluate_all, month, newcomer, nip, noon, person, read};
use crate::{
    AuditEntry, Store,
    access::{Account, Session},
    audit::OPERATION,
    law::SignOff,
    organisation::SkpdEntry,
    people::PersonState,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople, SkpdTotals},
};

pub(super) fn result(person: PersonId, month: Month, skpd: &str, net: i64) -> MonthResult {
    MonthResult {
        person,
        month,
        skpd: read(skpd),
        law_version: "law-a".to_owned(),
        facts_digest: "5f".repeat(32),
        evaluated: noon("11-01"),
        days: vec![0, 255, 10, 13],
        statement: Vec::new(),
        gross: Rupiah(4_000_000),
        net: Rupiah(net),
        problems: 2,
        absences: 2,
    }
}

/// Months are saved, replaced, summed and found to be of another law.
pub(super) async fn months<S: Store>(store: &S) {
    let mut gone = newcomer(4, "DINKES", None);
    gone.state = PersonState { in_service: false, ..gone.state };
    let facts = [newcomer(1, "DISHUB", None), newcomer(2, "DISHUB", None), gone];
    append(store, &facts, noon("10-01")).await;
    append(store, &[newcomer(3, "DINKES", None)], noon("10-01")).await;
    let (one, two, three) =
        (person(store, 1).await, person(store, 2).await, person(store, 3).await);
    let october = month("2026-10");
    let save = async |results: &[MonthResult]| {
        store.save_months(results, &[]).await.expect("months are saved");
    };
    let by_other_law = async |people: &People, law: &str| {
        store.months_outdated(people, october, law, noon("10-01")).await.expect("people")
    };
    assert_eq!(by_other_law(&People::All, "law-a").await, [one, two, three], "in service only");

    let third = result(three, october, "DINKES", -5);
    let first = result(one, october, "DISHUB", 3_900_000);
    let elsewhere = result(one, october.next(), "DISHUB", 1);
    save(&[third.clone(), first.clone(), elsewhere.clone()]).await;
    let read_back =
        async |month, people| store.months(&ResultFilter { month, people }).await.expect("months");
    assert_eq!(read_back(october, ResultPeople::All).await, [first.clone(), third.clone()]);
    let of = ResultPeople::Of(read("DINKES"));
    assert_eq!(read_back(october, of).await, std::slice::from_ref(&third));
    let these = ResultPeople::These(vec![three, two]);
    assert_eq!(read_back(october, these).await, [third]);
    assert_eq!(read_back(october.next(), ResultPeople::All).await, [elsewhere]);
    assert_eq!(by_other_law(&People::All, "law-a").await, [two]);
    let later = store.months_outdated(&People::All, october, "law-a", noon("11-02")).await;
    assert_eq!(later.expect("people"), [one, two, three], "computed before that instant");
    assert_eq!(by_other_law(&People::Of(read("DINKES")), "law-b").await, [three]);

    let replaced = MonthResult {
        law_version: "law-b".to_owned(),
        statement: b"{\"lines\":[]}".to_vec(),
        days: Vec::new(),
        problems: 0,
        ..result(one, october, "SETDA", 3_000_000)
    };
    save(&[replaced.clone(), result(two, october, "DISHUB", 7)]).await;
    let one_only = ResultPeople::These(vec![one]);
    assert_eq!(read_back(october, one_only).await, [replaced]);
    let totals = |skpd: &str, problems, net| SkpdTotals {
        skpd: read(skpd),
        people: 1,
        problems,
        gross: Rupiah(4_000_000),
        net: Rupiah(net),
    };
    let expected = [totals("DINKES", 2, -5), totals("DISHUB", 2, 7), totals("SETDA", 0, 3_000_000)];
    assert_eq!(store.month_totals(october).await.expect("totals"), expected);
    assert_eq!(store.month_totals(month("2026-01")).await.expect("totals"), []);
    let mut more = result(two, october, "DINKES", 5);
    more.problems = 3;
    save(&[more]).await;
    let sums = store.month_totals(october).await.expect("totals");
    let dinkes = sums.first().map(|sum| (sum.people, sum.problems, sum.gross, sum.net));
    assert_eq!(dinkes, Some((2, 5, Rupiah(8_000_000), Rupiah(0))));
    months_that_are_no_more(store, (one, two, three)).await;
    evaluate_all(store).await;
}

/// Months of who left service, or the Skpd, are found, and forgotten when told.
async fn months_that_are_no_more<S: Store>(
    store: &S,
    (one, two, three): (PersonId, PersonId, PersonId),
) {
    let october = month("2026-10");
    let found = async |people: &People| {
        store.months_outdated(people, october, "law-a", noon("10-01")).await.expect("people")
    };
    let all = async || {
        let filter = ResultFilter { month: october, people: ResultPeople::All };
        let results = store.months(&filter).await.expect("months");
        results.into_iter().map(|result| result.person).collect::<Vec<_>>()
    };
    let keep = [result(one, october, "DISHUB", 1), result(two, october, "DISHUB", 2)];
    store.save_months(&keep, &[]).await.expect("months are saved");
    assert_eq!(found(&People::All).await, []);

    // Two is of DISHUB; its month is kept under DINKES.
    store.save_months(&[result(two, october, "DINKES", 2)], &[]).await.expect("months are saved");
    assert_eq!(found(&People::Of(read("DINKES"))).await, [two], "kept where two never was");
    assert_eq!(found(&People::Of(read("DISHUB"))).await, []);
    store.save_months(&keep, &[]).await.expect("months are saved");

    let mut left = newcomer(3, "DINKES", None);
    left.state.in_service = false;
    append(store, &[left], noon("11-02")).await;
    for people in [People::All, People::Of(read("DINKES")), People::These(vec![three])] {
        assert_eq!(found(&people).await, [three], "of who never served: {people:?}");
    }
    store.remove_months(october, &[three, two, three]).await.expect("months are removed");
    assert_eq!(all().await, [one]);
    assert_eq!(found(&People::All).await, [two]);
    let elsewhere = ResultFilter { month: october.next(), people: ResultPeople::All };
    assert_eq!(store.months(&elsewhere).await.expect("months").len(), 1, "the other month stays");
    store.remove_months(october.next(), &[]).await.expect("nobody is passed over");
    assert_eq!(store.months(&elsewhere).await.expect("months").len(), 1);
}

/// Accounts, sessions and their end.
pub(super) async fn access<S: Store>(store: &S) {
    let account = |username: &str| Account {
        id: 0,
        username: username.to_owned(),
        password_hash: "$argon2id$v=19$x".to_owned(),
        role: Role::Operator,
        skpd: Some(read("DISHUB")),
        person: Some(PersonId(1)),
        active: true,
    };
    let plain = Account { skpd: None, person: None, role: Role::Auditor, ..account("b") };
    let put = async |accounts: &[Account]| {
        store.put_accounts(accounts, audit("access.put")).await.expect("accounts are put");
    };
    put(&[plain.clone(), account("a")]).await;
    let accounts = store.accounts().await.expect("accounts");
    let names: Vec<_> = accounts.iter().map(|account| account.username.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    let found = async |name: &str| store.account_by_username(name).await.expect("account");
    let (a, b) = (found("a").await.expect("a"), found("b").await.expect("b"));
    assert_ne!(a.id, b.id);
    assert_eq!(a, Account { id: a.id, ..account("a") });
    assert_eq!(b, Account { id: b.id, ..plain });
    assert_eq!(found("A").await, None);
    put(&[Account { password_hash: "new".to_owned(), ..account("a") }]).await;
    let a = Account { password_hash: "new".to_owned(), ..a };
    assert_eq!(found("a").await, Some(a.clone()), "replaced under its number");

    let session = |digest: &str, created, expires| Session {
        token_digest: digest.to_owned(),
        account: a.id,
        created: noon(created),
        expires: noon(expires),
    };
    let begin = async |session: &Session| {
        store.begin_session(session.clone(), audit("access.sign_in")).await.expect("a session");
    };
    let at = async |digest: &str, now| store.session(digest, noon(now)).await.expect("session");
    let first = session("d1", "10-01", "10-03");
    begin(&first).await;
    assert_eq!(at("d1", "10-02").await, Some((first, a.clone())));
    assert_eq!(at("d1", "10-03").await, None, "ended");
    assert_eq!(at("d2", "10-02").await, None, "never begun");
    begin(&session("d2", "10-02", "10-05")).await;
    assert!(at("d1", "10-02").await.is_some(), "one account, two browsers");
    begin(&session("d3", "10-04", "10-06")).await;
    assert_eq!(at("d1", "10-01").await, None, "what had ended was removed");
    store.end_session("d2", audit("access.sign_out")).await.expect("the session ends");
    assert_eq!(at("d2", "10-04").await, None);
    assert!(at("d3", "10-04").await.is_some());
    put(&[Account { active: false, ..account("a") }]).await;
    assert_eq!(at("d3", "10-04").await, None, "a closed account has no sessions");
    put(&[account("a")]).await;
    assert_eq!(at("d3", "10-04").await, None, "one that is opened again has none of before");
    let of_b = Session { account: b.id, ..session("d5", "10-04", "10-06") };
    for begun in [&session("d4", "10-04", "10-06"), &of_b] {
        begin(begun).await;
    }
    assert!(at("d4", "10-04").await.is_some());
    put(&[Account { password_hash: "newer".to_owned(), ..account("a") }]).await;
    assert_eq!(at("d4", "10-04").await, None, "another password ends them");
    assert!(at("d5", "10-04").await.is_some(), "but no one else's");
    assert_eq!(store.audit(100).await.expect("audit").len(), 11);
}

/// Sign-offs, organisations, and what was done by whom.
pub(super) async fn sign_offs_organisations_audit<S: Store>(store: &S) {
    let sign_off = |value: &str, at| SignOff {
        value: value.to_owned(),
        digest: "ab12".to_owned(),
        by: nip(1).to_string(),
        basis: "Perbup 4/2026, read in full".to_owned(),
        at: noon(at),
    };
    let (late, early) = (sign_off("late.tier_1", "10-02"), sign_off("hours.start", "10-01"));
    let add = async |sign_offs: &[SignOff]| {
        store.add_sign_offs(sign_offs, audit("law.verify")).await.expect("sign-offs are kept");
    };
    add(std::slice::from_ref(&late)).await;
    add(std::slice::from_ref(&early)).await;
    assert_eq!(store.sign_offs().await.expect("sign-offs"), [early, late]);

    let skpd = |code: &str, name: &str| SkpdEntry { code: read(code), name: name.to_owned() };
    let put = async |entries: &[SkpdEntry]| {
        store.put_skpds(entries, audit("organisation.put")).await.expect("organisations");
    };
    put(&[skpd("SETDA", "Sekretariat"), skpd("DISHUB", "Dinas Perhubungan")]).await;
    put(&[skpd("SETDA", "Sekretariat Daerah")]).await;
    let all = store.skpds().await.expect("organisations");
    assert_eq!(all, [skpd("DISHUB", "Dinas Perhubungan"), skpd("SETDA", "Sekretariat Daerah")]);

    let cleared =
        |at: &str| AuditEntry { detail: format!("data_cleared at={at}"), ..audit(OPERATION) };
    let (first, second) = (cleared("1"), cleared("2"));
    let told = [first.clone(), first.clone()];
    let tell =
        async |entries: &[AuditEntry]| store.append_operations(entries).await.expect("audit");
    // A like entry of another verb is another thing.
    store
        .append_audit(AuditEntry { verb: "access.refused", ..second.clone() })
        .await
        .expect("audit");
    let counts = [tell(&told).await, tell(&[second.clone(), first]).await, tell(&[second]).await];
    assert_eq!(counts, [1, 1, 0], "told again, it leaves no second trace");
    let log = store.audit(3).await.expect("audit");
    let details: Vec<_> = log.iter().rev().map(|entry| entry.detail.as_str()).collect();
    assert_eq!(details, ["data_cleared at=2", "data_cleared at=1", "data_cleared at=2"]);

    store.append_audit(audit("access.refused")).await.expect("audit");
    let log = store.audit(100).await.expect("audit");
    let verbs: Vec<_> = log.iter().map(|entry| (entry.number, entry.verb.as_str())).collect();
    let expected = [
        (8, "access.refused"),
        (7, OPERATION),
        (6, OPERATION),
        (5, "access.refused"),
        (4, "organisation.put"),
        (3, "organisation.put"),
        (2, "law.verify"),
        (1, "law.verify"),
    ];
    assert_eq!(verbs, expected, "newest first, numbered without gaps");
    let newest = log.first().expect("eight");
    let told = audit("access.refused");
    assert_eq!((newest.at, &newest.actor), (told.at, &told.actor));
    assert_eq!((&newest.subject, &newest.detail), (&told.subject, &told.detail));
    assert_eq!(store.audit(2).await.expect("audit"), log.get(..2).expect("eight"));
}
