//! What people are told, in the list and in digests.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use civil::Role;
use office::{
    Actor,
    matter::{Outcome, Verdict},
    message::{
        Carrier, Channel, Courier, Digest, DigestHour, MessageSettings, Round, Told, Topic,
        Undelivered,
    },
};
use storage::{AuditEntry, access::Account, terminals::Sighting};
use words::{Lang, Words};

use crate::unit::{RINA, SITI, Unit, day, unit};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

fn audit(unit: &Unit) -> AuditEntry {
    AuditEntry {
        at: unit.office.now(),
        actor: "test".to_owned(),
        verb: "test",
        subject: String::new(),
        detail: String::new(),
    }
}

/// Somebody with an account; of the whole regency unless `skpd` binds it.
async fn account(unit: &Unit, of: &str, role: Role, skpd: Option<&str>) -> Actor {
    let account = Account {
        id: 0,
        username: of.to_owned(),
        password_hash: String::new(),
        role,
        skpd: skpd.map(|code| code.parse().expect("the example is in order")),
        person: if of.len() == 18 { Some(unit.person(of).await) } else { None },
        active: true,
    };
    unit.store.put_accounts(&[account], audit(unit)).await.expect("the example is in order");
    let kept = unit
        .store
        .account_by_username(of)
        .await
        .expect("the example is in order")
        .expect("the example is in order");
    Actor::account(&kept)
}

async fn address(unit: &Unit, of: &str, value: &str, from: &str) {
    let csv = format!("nip;mulai;surel\n{of};{from};{value}\n");
    let owner = crate::common::owner();
    let done = unit.office.import_details(&owner, "surel.csv", csv.as_bytes(), false).await;
    assert_eq!(done.expect("the example is in order").bad, []);
}

/// The codes of the messages of a list, the newest first, and how many are new.
async fn told(unit: &Unit, actor: &Actor) -> (Vec<&'static str>, u32) {
    let list = unit.office.messages(actor).await.expect("the example is in order");
    (list.rows.iter().map(|row| row.message.code()).collect(), list.unread)
}

/// The codes of what waits on desks, the newest first.
async fn on_desk(unit: &Unit, actor: &Actor) -> Vec<&'static str> {
    let rows = unit.office.messages(actor).await.expect("the example is in order").rows;
    let desk = rows.iter().filter(|row| row.message.topic() == Topic::Desk);
    desk.map(|row| row.message.code()).collect()
}

/// Remembers what it was given, and takes it or not.
struct Recorder {
    channel: Channel,
    taken: Mutex<Vec<Digest>>,
    answer: Mutex<Result<(), Undelivered>>,
}

impl Recorder {
    fn new(channel: Channel) -> Arc<Self> {
        Arc::new(Self { channel, taken: Mutex::default(), answer: Mutex::new(Ok(())) })
    }

    fn answers(&self, answer: Result<(), Undelivered>) {
        *self.answer.lock().expect("the example is in order") = answer;
    }

    fn take(&self) -> Vec<Digest> {
        std::mem::take(&mut self.taken.lock().expect("the example is in order"))
    }
}

#[async_trait]
impl Carrier for Recorder {
    fn channel(&self) -> Channel {
        self.channel
    }

    async fn carry(&self, digest: &Digest) -> Result<(), Undelivered> {
        self.taken.lock().expect("the example is in order").push(digest.clone());
        self.answer.lock().expect("the example is in order").clone()
    }
}

fn courier(unit: &Unit, by: &[&Arc<Recorder>]) -> Courier {
    let carriers = by.iter().map(|one| Arc::clone(one) as Arc<dyn Carrier>).collect();
    Courier::new(unit.office.clone(), carriers)
}

const NOTHING: Round = Round { sent: 0, nothing: 0, failed: 0 };
const ONE: Round = Round { sent: 1, ..NOTHING };

#[tokio::test]
async fn a_request_is_told_to_the_desk_and_its_outcome_to_who_asked() {
    let unit = unit(&["2026-10-21"]).await;
    let (siti, rina) = (
        account(&unit, SITI, Role::Pegawai, None).await,
        account(&unit, RINA, Role::Pegawai, None).await,
    );
    let (codes, _) = told(&unit, &siti).await;
    assert_eq!(codes, ["wrong-day"], "the 21st looks wrong");
    assert_eq!(told(&unit, &rina).await.0, ["wrong-day"], "hers too");
    unit.clock.advance_seconds(60);
    let id = unit.ask(SITI, "2026-10-21").await;
    let list = unit.office.messages(&rina).await.expect("the example is in order");
    let Told::Came(on) = &list.rows[0].message.told else { panic!("{list:?}") };
    assert_eq!((on.matter, on.from, list.unread), (id, day("2026-10-21"), 2));
    assert_eq!(told(&unit, &siti).await.0, ["wrong-day"], "what one asks oneself is no news");

    unit.office.look_at_messages(&rina, list.until).await.expect("the example is in order");
    assert_eq!(unit.office.unread_messages(&rina), Some(0));
    assert!(!unit.office.unread_is_old(&rina));
    unit.clock.advance_seconds(HOUR);
    assert!(unit.office.unread_is_old(&rina));
    assert_eq!(unit.decide(&rina, id, Verdict::Grant, "").await, Outcome::Granted);
    assert_eq!(told(&unit, &siti).await, (vec!["granted"], 1), "and the day is right now");
    assert_eq!(told(&unit, &rina).await, (vec!["wrong-day"], 0), "it no longer waits");
    assert!(unit.office.messages(&unit.root).await.is_err(), "a command line has no list");
}

#[tokio::test]
async fn a_deadline_is_told_on_its_eve_and_once_it_is_past() {
    let unit = unit(&[]).await;
    let rina = account(&unit, RINA, Role::Pegawai, None).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    let matter = unit
        .store
        .matter(id)
        .await
        .expect("the example is in order")
        .expect("the example is in order");
    let due = matter.opened.standing.due.expect("the example has deadlines");
    let days = i64::from((due - unit.office.today()).get_days());
    assert!(days > 1, "{due}");
    assert_eq!(on_desk(&unit, &rina).await, ["came-due"]);
    unit.clock.advance_seconds((days - 1) * DAY);
    assert_eq!(on_desk(&unit, &rina).await, ["due-tomorrow", "came-due"]);
    unit.clock.advance_seconds(2 * DAY);
    assert_eq!(on_desk(&unit, &rina).await, ["overdue", "due-tomorrow", "came-due"]);
}

#[tokio::test]
async fn the_operator_is_told_of_the_month_and_of_a_silent_terminal_in_working_hours() {
    let unit = unit(&[]).await;
    let operator = account(&unit, "operator.distan", Role::Operator, Some("DISTAN")).await;
    assert_eq!(told(&unit, &operator).await.0, ["month-over"]);
    // Monday 20.00 it is last heard; it is missed when offices open on Tuesday.
    let at: jiff::Timestamp = "2026-11-02T13:00:00Z".parse().expect("the example is in order");
    let heard = Sighting {
        serial: "T1".parse().expect("the example is in order"),
        at,
        delivered: false,
        request: None,
        info: None,
    };
    unit.store.note_sightings(&[heard], 10).await.expect("the example is in order");
    unit.clock.advance_seconds(16 * HOUR);
    assert_eq!(told(&unit, &operator).await.0, ["month-over"], "Monday, midnight");
    unit.clock.advance_seconds(9 * HOUR);
    let list = unit.office.messages(&operator).await.expect("the example is in order");
    assert_eq!(list.rows[0].message.code(), "terminal-silent");
    let seven_thirty: jiff::Timestamp =
        "2026-11-03T00:30:00Z".parse().expect("the example is in order");
    assert_eq!(list.rows[0].message.at, seven_thirty, "when the office opened");
    let other = account(&unit, "operator.setda", Role::Operator, Some("SETDA")).await;
    assert_eq!(told(&unit, &other).await.0, ["month-over"], "not another's terminal");
}

#[tokio::test]
async fn a_digest_goes_once_a_working_day_and_only_with_something_to_say() {
    let unit = unit(&[]).await;
    account(&unit, SITI, Role::Pegawai, None).await;
    let mail = Recorder::new(Channel::Email);
    let first = courier(&unit, &[&mail]);
    assert_eq!(
        first.round().await.expect("the example is in order"),
        NOTHING,
        "no address, no letter"
    );
    address(&unit, SITI, "lama@contoh.go.id", "2026-01-01").await;
    address(&unit, SITI, "siti@contoh.go.id", "2026-06-01").await;
    address(&unit, SITI, "nanti@contoh.go.id", "2027-01-01").await;
    // Monday 08.00: all days of October are in order.
    assert_eq!(
        first.round().await.expect("the example is in order"),
        Round { nothing: 1, ..NOTHING }
    );
    assert_eq!(
        first.round().await.expect("the example is in order"),
        NOTHING,
        "nothing is told once too"
    );
    let matter = unit.ask(SITI, "2026-10-30").await;
    let rina = account(&unit, RINA, Role::Pegawai, None).await;
    unit.decide(&rina, matter, Verdict::Refuse, "tidak yakin").await;
    assert_eq!(
        first.round().await.expect("the example is in order"),
        NOTHING,
        "it waits for tomorrow"
    );

    unit.clock.advance_seconds(DAY - 2 * HOUR);
    assert_eq!(
        first.round().await.expect("the example is in order"),
        NOTHING,
        "Tuesday 06.00 is too early"
    );
    unit.clock.advance_seconds(HOUR);
    assert_eq!(first.round().await.expect("the example is in order"), ONE);
    assert_eq!(first.round().await.expect("the example is in order"), NOTHING);
    let restarted = courier(&unit, &[&mail]);
    assert_eq!(
        restarted.round().await.expect("the example is in order"),
        NOTHING,
        "a restart sends nothing twice"
    );
    let sent = mail.take();
    let [digest] = sent.as_slice() else { panic!("{sent:?}") };
    assert_eq!(digest.address.as_deref(), Some("siti@contoh.go.id"));
    assert_eq!((digest.day, digest.language), (day("2026-11-03"), Lang::Id));
    let codes: Vec<_> = digest.messages.iter().map(office::message::Message::code).collect();
    assert_eq!(codes, ["refused", "wrong-day"], "and Monday is over without a reading");
    let said = Words::say(Lang::Id, &digest.messages[0].phrase());
    assert_eq!(said, "Perbaikan jam, 30 Oktober 2026: ditolak. Alasannya ada di permohonan.");
}

#[tokio::test]
async fn readers_choose_hour_language_and_what_goes_where() {
    let unit = unit(&[]).await;
    let siti = account(&unit, SITI, Role::Pegawai, None).await;
    address(&unit, SITI, "siti@contoh.go.id", "2026-01-01").await;
    let chosen = unit.office.message_settings(&siti).await.expect("the example is in order");
    assert_eq!(chosen.settings, MessageSettings::default());
    assert_eq!(chosen.address.as_deref(), Some("siti@contoh.go.id"));
    assert!(chosen.settings.goes(Topic::Desk, Channel::Email));
    assert!(!chosen.settings.uses(Channel::Webhook));
    assert_eq!(DigestHour::at(24), None);

    let choose = async |settings: MessageSettings| {
        unit.office.choose_messages(&siti, &settings).await.expect("the example is in order");
        assert_eq!(
            unit.office.message_settings(&siti).await.expect("the example is in order").settings,
            settings
        );
    };
    let (mail, hook) = (Recorder::new(Channel::Email), Recorder::new(Channel::Webhook));
    let courier = courier(&unit, &[&mail, &hook]);
    choose(MessageSettings::new(DigestHour::Off, Lang::En).with(Topic::Days, Channel::Email)).await;
    assert_eq!(courier.round().await.expect("the example is in order"), NOTHING);
    let hooked = MessageSettings::new(DigestHour::At(8), Lang::En)
        .with(Topic::Days, Channel::Webhook)
        .with(Topic::Desk, Channel::Email);
    choose(hooked).await;
    // Monday 2 November, 08.00: of the days only those of Sunday and before are over, so the
    // absent Monday is told on Tuesday.
    unit.clock.advance_seconds(DAY);
    let round = courier.round().await.expect("the example is in order");
    assert_eq!(round, Round { sent: 1, nothing: 1, failed: 0 });
    assert_eq!(mail.take(), []);
    let [digest] = hook.take().try_into().expect("the example is in order");
    assert_eq!((digest.language, digest.address), (Lang::En, None));
    let said = Words::say(Lang::En, &digest.messages[0].phrase());
    assert!(said.starts_with("2 November 2026: absent"), "{said}");
    let log = unit.store.audit(100).await.expect("the example is in order");
    assert_eq!(log.iter().filter(|entry| entry.verb == "message.choose").count(), 2);
}

#[tokio::test]
async fn what_is_not_taken_is_offered_again_with_pauses_and_never_lost() {
    let unit = unit(&[]).await;
    account(&unit, SITI, Role::Pegawai, None).await;
    address(&unit, SITI, "siti@contoh.go.id", "2026-01-01").await;
    let mail = Recorder::new(Channel::Email);
    let courier = courier(&unit, &[&mail]);
    // Tuesday 08.00: Monday is told as a day without reason, if the relay takes it.
    unit.clock.advance_seconds(DAY);
    mail.answers(Err(Undelivered::Later("no route".to_owned())));
    let failed = Round { failed: 1, ..NOTHING };
    assert_eq!(courier.round().await.expect("the example is in order"), failed);
    assert_eq!(courier.round().await.expect("the example is in order"), NOTHING, "not at once");
    for pause in [1, 2, 4, 8, 16] {
        unit.clock.advance_seconds(60 * pause);
        assert_eq!(
            courier.round().await.expect("the example is in order"),
            failed,
            "after {pause} minutes"
        );
        assert_eq!(courier.round().await.expect("the example is in order"), NOTHING);
    }
    unit.clock.advance_seconds(6 * HOUR);
    assert_eq!(
        courier.round().await.expect("the example is in order"),
        NOTHING,
        "enough for today"
    );
    let ids: Vec<String> = mail.take().into_iter().map(|digest| digest.id).collect();
    assert_eq!(ids.len(), 6);
    assert!(ids.iter().all(|id| *id == ids[0]), "whoever gets it twice can tell");

    unit.clock.advance_seconds(18 * HOUR);
    mail.answers(Err(Undelivered::Refused("no such mailbox".to_owned())));
    assert_eq!(courier.round().await.expect("the example is in order"), failed);
    unit.clock.advance_seconds(4 * HOUR);
    assert_eq!(
        courier.round().await.expect("the example is in order"),
        NOTHING,
        "a refusal holds for the day"
    );
    mail.take();
    unit.clock.advance_seconds(20 * HOUR);
    mail.answers(Ok(()));
    assert_eq!(courier.round().await.expect("the example is in order"), ONE);
    let [digest] = mail.take().try_into().expect("the example is in order");
    assert_eq!(digest.messages.len(), 3, "Monday, Tuesday and Wednesday: {digest:?}");
    // Saturday and Sunday.
    unit.clock.advance_seconds(2 * DAY);
    assert_eq!(courier.round().await.expect("the example is in order"), NOTHING);
    assert_eq!(mail.take(), []);
}

#[tokio::test]
async fn no_message_names_a_person_or_money() {
    let unit = unit(&["2026-10-21"]).await;
    let rina = account(&unit, RINA, Role::Pegawai, None).await;
    unit.ask(SITI, "2026-10-21").await;
    for row in unit.office.messages(&rina).await.expect("the example is in order").rows {
        for lang in Lang::ALL {
            let said = Words::say(lang, &row.message.phrase());
            assert!(
                !said.contains(SITI) && !said.contains("Siti") && !said.contains("Rp"),
                "{said}"
            );
            assert!(!said.contains("message-"), "{said}");
        }
    }
}
