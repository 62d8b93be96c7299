//! Who is told before a rung is reached.

use civil::Role;
use office::{
    Actor,
    access::NewAccount,
    discipline::DisciplineFilter,
    message::{Destination, Topic},
};
use words::{Lang, Words};

use crate::{
    common::owner,
    fixture::{BUDI, DEDI, Desk, MAYA, RATNA, READY, UJANG, desk, nip},
};

/// Ratna heads the office in which Ujang works.
const POSTS: &str = "skpd;unit;nip;mulai\nDISTAN;;197503031999032001;2024-01-01\n";

/// What somebody is told of discipline: the code, whom it is about, and where it leads.
async fn told(desk: &Desk, actor: &Actor) -> Vec<(&'static str, Option<String>, Destination)> {
    let list = desk.office.messages(actor).await.expect("the example is in order");
    let of = list.rows.iter().filter(|row| row.message.topic() == Topic::Discipline);
    of.map(|row| {
        let message = &row.message;
        (message.code(), message.about().map(str::to_owned), message.destination())
    })
    .collect()
}

/// Somebody with an account of the store.
async fn reader(desk: &Desk, role: Role, skpd: Option<&str>, of: &str) -> Actor {
    let account = NewAccount {
        username: format!("{role}.{of}"),
        password: "sandi untuk uji coba".to_owned(),
        role,
        skpd: skpd.map(|skpd| skpd.parse().expect(READY)),
        nip: Some(nip(of)),
    };
    desk.office.put_account(&owner(), account).await.expect(READY);
    desk.account(role, skpd, of).await
}

#[tokio::test]
async fn the_person_and_the_superior_are_told_once_before_a_rung() {
    let desk = desk().await;
    let done = desk.office.import_posts(&owner(), "p.csv", POSTS.as_bytes(), false).await;
    assert_eq!(done.expect(READY).bad, []);
    // Three days absent: one more and the second rung is reached.
    let ujang = reader(&desk, Role::Pegawai, None, UJANG).await;
    let year = Destination::DisciplineYear(nip(UJANG), 2026);
    assert_eq!(told(&desk, &ujang).await, [("near-rung", None, year.clone())]);
    let list = desk.office.messages(&ujang).await.expect(READY);
    let row = list.rows.iter().find(|row| row.message.topic() == Topic::Discipline).expect(READY);
    assert_eq!(row.message.at.to_string(), "2026-07-31T17:00:00Z", "when the day was over");
    let said = Words::say(Lang::Id, &row.message.phrase());
    assert!(said.contains("1 hari lagi") && said.contains("teguran tertulis"), "{said}");
    // Siti and Maya lack three days and more; only Ujang is near.
    let ratna = reader(&desk, Role::Pimpinan, Some("DISTAN"), RATNA).await;
    let name = Some("Ujang Hidayat".to_owned());
    assert_eq!(told(&desk, &ratna).await, [("near-rung-other", name.clone(), year)]);
    // Days go by without another absence: it is the same line, no longer new.
    desk.office.look_at_messages(&ratna, desk.office.now()).await.expect(READY);
    desk.on("2026-08-14");
    desk.work("2026-08-10", "2026-08-13").await;
    let list = desk.office.messages(&ratna).await.expect(READY);
    let mut of = list.rows.iter().filter(|row| row.message.topic() == Topic::Discipline);
    let (first, more) = (of.next().expect(READY), of.next());
    assert!(!first.new && more.is_none(), "one line a step, not one a day");
    let said = Words::say(Lang::Id, &first.message.phrase());
    assert!(said.contains("Bidang Kebun") && !said.contains("Ujang"), "no name in letters: {said}");
}

#[tokio::test]
async fn who_may_not_read_of_others_is_led_to_the_list_and_nobody_else_is_told() {
    let desk = desk().await;
    let done = desk.office.import_posts(&owner(), "p.csv", POSTS.as_bytes(), false).await;
    assert_eq!(done.expect(READY).bad, []);
    // The server evaluates days as they end.
    let filter = DisciplineFilter { skpd: None, year: 2026, page: 1, rows_a_page: 50 };
    desk.office.discipline_list(&owner(), &filter).await.expect(READY);
    let ratna = reader(&desk, Role::Pegawai, None, RATNA).await;
    let name = Some("Ujang Hidayat".to_owned());
    assert_eq!(told(&desk, &ratna).await, [("near-rung-other", name, Destination::Messages)]);
    // Of the same unit, but heads nobody.
    let maya = reader(&desk, Role::Pegawai, None, MAYA).await;
    assert_eq!(told(&desk, &maya).await, []);
    // Nobody heads DINKES: the personnel office is told.
    let budi = reader(&desk, Role::Bkpsdm, None, BUDI).await;
    let of: Vec<_> = told(&desk, &budi).await.into_iter().map(|(_, who, _)| who).collect();
    assert_eq!(of, [Some("Dedi Kurnia".to_owned())]);
    let dedi = reader(&desk, Role::Pegawai, None, DEDI).await;
    assert_eq!(told(&desk, &dedi).await.len(), 1);
}
