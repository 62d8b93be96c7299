//! Accounts, signing in, sessions.

#[path = "people/fixture.rs"]
mod fixture;

use civil::Role;
use fixture::{BUDI, Desk, account, desk, nip};
use office::{
    OfficeError, Permission, Scope,
    access::{NewAccount, SignInError},
};

const PASSWORD: &str = "kopi susu dua gelas";

fn operator() -> NewAccount {
    NewAccount {
        username: " Operator.Dinkes ".to_owned(),
        password: PASSWORD.to_owned(),
        role: Role::Operator,
        skpd: Some("DINKES".parse().expect("the example is in order")),
        nip: None,
    }
}

async fn with_operator() -> Desk {
    let desk = desk();
    desk.load_two().await;
    desk.office.put_account(&desk.root, operator()).await.expect("the example is in order");
    desk
}

#[tokio::test]
async fn who_signs_in_is_known_by_the_token_until_signing_out() {
    let desk = with_operator().await;
    let signed_in = desk.office.sign_in("OPERATOR.dinkes", PASSWORD).await.unwrap();
    assert_eq!(signed_in.token.len(), 64);
    assert_eq!(signed_in.expires.to_string(), "2026-11-02T09:00:00Z");
    let visitor = desk.office.session(&signed_in.token).await.unwrap().unwrap();
    assert_eq!(visitor.actor.name(), "operator.dinkes");
    assert_eq!((visitor.name.as_str(), visitor.nip), ("operator.dinkes", None), "nobody behind it");
    let (own, other) = ("DINKES".parse().unwrap(), "DISTAN".parse().unwrap());
    assert!(visitor.actor.may(Permission::SeeUnit, Scope::Skpd(&own)));
    assert!(!visitor.actor.may(Permission::SeeUnit, Scope::Skpd(&other)));
    for wrong in ["", "x", &"0".repeat(64), &signed_in.token.to_uppercase()] {
        if *wrong != signed_in.token {
            assert_eq!(desk.office.session(wrong).await.unwrap(), None, "{wrong}");
        }
    }
    desk.office.sign_out(&signed_in.token).await.unwrap();
    assert_eq!(desk.office.session(&signed_in.token).await.unwrap(), None);
    desk.office.sign_out(&signed_in.token).await.unwrap();
    let verbs: Vec<_> = desk.audit(2).await.into_iter().map(|entry| entry.verb).collect();
    assert_eq!(verbs, ["access.sign_out", "access.sign_in"]);
}

#[tokio::test]
async fn a_session_ends_by_itself_after_eight_hours() {
    let desk = with_operator().await;
    let token = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap().token;
    desk.clock.advance_seconds(8 * 3600 - 1);
    assert!(desk.office.session(&token).await.unwrap().is_some());
    desk.clock.advance_seconds(1);
    assert_eq!(desk.office.session(&token).await.unwrap(), None);
}

#[tokio::test]
async fn nothing_that_is_kept_holds_a_password_or_a_token() {
    let desk = with_operator().await;
    let token = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap().token;
    let refused = desk.office.sign_in("kopi-susu-rahasia", PASSWORD).await;
    assert_eq!(refused.unwrap_err(), SignInError::Refused);
    let kept = desk.store.account_by_username("operator.dinkes").await.unwrap().unwrap();
    assert!(kept.password_hash.starts_with("$argon2id$"));
    let entries = format!("{:?}", desk.audit(100).await);
    for secret in [PASSWORD, &token, "kopi-susu-rahasia", "argon2"] {
        assert!(!entries.contains(secret), "{secret}");
    }
    assert!(!format!("{:?} {kept:?}", operator()).contains(PASSWORD));
}

#[tokio::test]
async fn wrong_names_and_wrong_passwords_are_refused_alike_and_noted() {
    let desk = with_operator().await;
    for (name, password) in [
        ("operator.dinkes", "kopi susu dua gela"),
        ("operator.distan", PASSWORD),
        ("", PASSWORD),
        ("'; drop table", PASSWORD),
    ] {
        let refused = desk.office.sign_in(name, password).await.unwrap_err();
        assert_eq!(refused, SignInError::Refused, "{name}");
        assert_eq!(desk.audit(1).await[0].verb, "access.refuse_sign_in");
    }
    let entries = desk.audit(4).await;
    assert_eq!(entries[3].subject, "operator.dinkes");
    assert_eq!(entries[2].subject, "unknown");
}

#[tokio::test]
async fn five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour() {
    let desk = with_operator().await;
    for _ in 0..5 {
        let refused = desk.office.sign_in("operator.dinkes", "salah sekali").await.unwrap_err();
        assert_eq!(refused, SignInError::Refused);
    }
    let refused = desk.office.sign_in("Operator.Dinkes", PASSWORD).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "too many attempts; try again after 2026-11-02 08:15:00",
        "also with the right password"
    );
    desk.clock.advance_seconds(15 * 60);
    desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap();
}

/// A unit's people share an account at eight o'clock, or a script signs in for every download.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_at_once_with_the_right_password_all_come_in() {
    let desk = with_operator().await;
    let sign_in = async |password: &'static str| {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let office = desk.office.clone();
            tasks.spawn(async move { office.sign_in("operator.dinkes", password).await });
        }
        tasks.join_all().await
    };
    let came_in = sign_in(PASSWORD).await;
    assert!(came_in.iter().all(Result::is_ok), "{came_in:?}");
    let refused = sign_in("salah sekali").await;
    let tried = refused.iter().filter(|done| matches!(done, Err(SignInError::Refused))).count();
    let kept_out = refused.iter().filter(|done| matches!(done, Err(SignInError::TryLater { .. })));
    assert_eq!((tried, kept_out.count()), (5, 15), "guessing many at once gains nothing");
}

#[tokio::test]
async fn a_suspended_account_is_out_at_once() {
    let desk = with_operator().await;
    let token = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap().token;
    desk.office.suspend_account(&desk.root, "Operator.Dinkes").await.unwrap();
    assert_eq!(desk.office.session(&token).await.unwrap(), None);
    let refused = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap_err();
    assert_eq!(refused, SignInError::Refused);
    assert_eq!(desk.audit(1).await[0].detail, "suspended");
    let nobody = desk.office.suspend_account(&desk.root, "nobody").await;
    assert!(matches!(nobody, Err(OfficeError::NotFound { .. })));
}

#[tokio::test]
async fn another_password_ends_what_was_open_by_the_old_one() {
    let desk = with_operator().await;
    let token = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap().token;
    let other = "teh manis satu gelas";
    let new = NewAccount { password: other.to_owned(), ..operator() };
    desk.office.put_account(&desk.root, new).await.unwrap();
    assert_eq!(desk.office.session(&token).await.unwrap(), None);
    let refused = desk.office.sign_in("operator.dinkes", PASSWORD).await.unwrap_err();
    assert_eq!(refused, SignInError::Refused);
    let token = desk.office.sign_in("operator.dinkes", other).await.unwrap().token;
    assert!(desk.office.session(&token).await.unwrap().is_some());
}

#[tokio::test]
async fn accounts_that_cannot_be_are_refused() {
    let desk = with_operator().await;
    let long = "x".repeat(1_001);
    for (new, part) in [
        (NewAccount { password: "sembilan9".to_owned(), ..operator() }, "at least 10"),
        (NewAccount { password: long, ..operator() }, "at most"),
        (NewAccount { password: "operator.DINKES".to_owned(), ..operator() }, "not be the name"),
        (NewAccount { username: "ab".to_owned(), ..operator() }, "3 to 64"),
        (NewAccount { username: "a b c".to_owned(), ..operator() }, "3 to 64"),
        (NewAccount { skpd: None, ..operator() }, "needs an organisation"),
        (NewAccount { role: Role::Pegawai, ..operator() }, "needs the NIP"),
        (NewAccount { skpd: Some("NONE".parse().unwrap()), ..operator() }, "no skpd"),
        (NewAccount { nip: Some(nip("199202022018011001")), ..operator() }, "no person"),
    ] {
        let said = format!("{new:?}");
        let error = desk.office.put_account(&desk.root, new).await.unwrap_err().to_string();
        assert!(error.contains(part), "{error} for {said}");
    }
    for actor in [account(Role::Operator, Some("DINKES")), account(Role::Auditor, None)] {
        let done = desk.office.put_account(&actor, operator()).await;
        assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{}", actor.name());
    }
}

#[tokio::test]
async fn a_pegawai_sees_the_own_person_only() {
    let desk = with_operator().await;
    let new = NewAccount {
        username: BUDI.to_owned(),
        password: PASSWORD.to_owned(),
        role: Role::Pegawai,
        skpd: None,
        nip: Some(nip(BUDI)),
    };
    desk.office.put_account(&desk.root, new).await.unwrap();
    let token = desk.office.sign_in(BUDI, PASSWORD).await.unwrap().token;
    let visitor = desk.office.session(&token).await.unwrap().unwrap();
    assert_eq!((visitor.name.as_str(), visitor.nip), ("Budi Santoso", Some(nip(BUDI))));
    let budi = visitor.actor;
    desk.office.show_person(&budi, &nip(BUDI)).await.unwrap();
    let other = desk.office.show_person(&budi, &nip(fixture::SITI)).await;
    assert!(matches!(other, Err(OfficeError::Forbidden(_))));
}
