use civil::{PersonId, PinGroup, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use proptest::prelude::*;
use storage::{
    AuditEntry, MemoryStore, Store,
    people::PinMapping,
    presence::{
        Delivery, NewPunch, People, PersonPunches, PunchFilter, PunchSource, StoredPunch,
        UnknownPinFilter,
    },
};

use crate::SqlStore;

/// Something that may happen.
#[derive(Clone, Debug)]
enum Event {
    /// Punches of a terminal: PIN and quarter of a day.
    Delivered(u8, Vec<(u8, i64)>),
    /// A PIN of the group means a person from a day on.
    Mapped(u8, i64, i64),
    /// Everything stale is evaluated.
    Evaluated,
}

fn event() -> impl Strategy<Value = Event> {
    let punches = proptest::collection::vec((0_u8..4, 0_i64..160), 0..12);
    prop_oneof![
        4 => (0_u8..3, punches).prop_map(|(terminal, punches)| Event::Delivered(terminal, punches)),
        3 => (0_u8..4, 1_i64..4, 0_i64..40)
            .prop_map(|(pin, person, day)| Event::Mapped(pin, person, day)),
        1 => Just(Event::Evaluated),
    ]
}

/// Midnight of the day after so many days; the forty days lie in two months.
fn midnight(day: i64) -> Wall {
    Wall::midnight(Date::constant(2026, 9, 15)).plus_seconds(day * 86_400)
}

fn audit() -> AuditEntry {
    AuditEntry {
        at: Timestamp::UNIX_EPOCH,
        actor: "command-line:test".to_owned(),
        verb: "test.property",
        subject: String::new(),
        detail: String::new(),
    }
}

/// A mark, as who and which days.
type Mark = (Option<PersonId>, Date, Date);

/// Everything that can be seen.
type Seen = (Vec<StoredPunch>, Vec<PersonPunches>, Vec<Mark>, usize);

async fn happen<S: Store>(store: &S, events: &[Event]) -> Vec<Seen> {
    let mut seen = Vec::new();
    for event in events {
        match event {
            Event::Delivered(terminal, punches) => {
                let punch = |(pin, quarter): &(u8, i64)| NewPunch {
                    pin: format!("{pin}"),
                    at: midnight(0).plus_seconds(quarter * 21_600),
                    status: None,
                    verify: None,
                    line: 1,
                };
                let delivery = Delivery {
                    terminal: format!("T{terminal}").parse().unwrap(),
                    zone: Zone::WIB,
                    source: PunchSource::Push,
                    received: Timestamp::UNIX_EPOCH,
                    body: Vec::new(),
                    punches: punches.iter().map(punch).collect(),
                    quarantined: Vec::new(),
                };
                store.record_delivery(delivery, audit()).await.unwrap();
            }
            Event::Mapped(pin, person, day) => {
                let group: PinGroup = "utama".parse().unwrap();
                let (person, valid_from) = (PersonId(*person), midnight(*day).date());
                let mapping = PinMapping { group, pin: format!("{pin}"), person, valid_from };
                store.map_pins(&[mapping], Timestamp::UNIX_EPOCH, audit()).await.unwrap();
            }
            Event::Evaluated => {
                let marks = store.stale_marks(&People::All, None, u32::MAX).await.unwrap();
                let ids: Vec<_> = marks.iter().map(|mark| mark.id).collect();
                store.save_months(&[], &ids).await.unwrap();
            }
        }
        seen.push(look(store).await);
    }
    seen
}

async fn look<S: Store>(store: &S) -> Seen {
    let punches = store.punches(&PunchFilter::default()).await.unwrap();
    let readings = store.readings(&People::All, midnight(0), midnight(40)).await.unwrap();
    let marks = store.stale_marks(&People::All, None, u32::MAX).await.unwrap();
    let mut marks: Vec<_> =
        marks.into_iter().map(|mark| (mark.person, mark.from, mark.until)).collect();
    marks.sort_unstable();
    marks.dedup();
    let unknown = store.unknown_pins(&UnknownPinFilter::default(), u32::MAX).await.unwrap().len();
    (punches, readings, marks, unknown)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever happens, SQLite shows what the store in memory shows.
    #[test]
    fn sqlite_and_memory_agree(events in proptest::collection::vec(event(), 1..20)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (ours, theirs) = runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("abdi.db");
            let regency = "contoh".parse().unwrap();
            let sqlite = SqlStore::open(path.to_str().unwrap(), &regency).await.unwrap();
            let ours = happen(&sqlite, &events).await;
            sqlite.close().await;
            (ours, happen(&MemoryStore::new(), &events).await)
        });
        prop_assert_eq!(ours, theirs);
    }
}
