//! How many SQL statements the pages that people live in take, on SQLite. No page may need more than
//! ten, the session's included, however many people, days, terminals and lines there are.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex},
    thread::{self, ThreadId},
};

use civil::Role;
use office::{
    Actor, Office,
    access::NewAccount,
    allowance::{Problems, ReportName, ReportRequest, SheetFilter},
    discipline::{CaseEntry, DisciplineFilter, NewCase},
    matter::Cause,
    person::PeopleFilter,
    presence::{CorrectedDay, CorrectionRequest},
};
use rules::{
    discipline::case::{CaseEvent, Step, SummonsNumber},
    law::discipline::Post,
};
use storage::access::Account;
use storage_sql::SqlStore;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

use super::{NOW, common::office_over, common::owner, load, november};

/// Most statements of a page.
const PAGE_STATEMENTS_MAX: usize = 10;

/// Pages that work out what a month would come to, for as many people as wait.
const WORKED_OUT: [&str; 2] = ["decisions about a month", "a request that waits"];

/// Most statements of such a page where one month waits: the facts of the month are gathered anew.
const WORKED_OUT_MAX: usize = 18;

const PASSWORD: &str = "kopi susu dua gelas";
/// Why nothing of the example fails.
const READY: &str = "the example is in order";
const SITI: &str = "198504102010012007";

/// Hears every statement that a store logs on one thread: other tests run beside.
#[derive(Clone)]
struct Ear {
    thread: ThreadId,
    statements: Arc<Mutex<Vec<String>>>,
}

impl Ear {
    fn on_this_thread() -> Self {
        Self { thread: thread::current().id(), statements: Arc::default() }
    }

    /// The statements since it was asked last.
    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.statements.lock().expect("nothing panics while it listens"))
    }
}

impl Subscriber for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("storage_sql")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text(None);
        event.record(&mut text);
        if thread::current().id() == self.thread {
            self.statements.lock().expect("nothing panics while it listens").extend(text.0);
        }
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

/// The text of a statement; other events have none.
struct Text(Option<String>);

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "text" {
            self.0 = Some(value.to_owned());
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// Somebody of DISTAN who may see all that an operator sees, signed in; gives the token.
async fn signed_in(office: &Office) -> String {
    let account = NewAccount {
        username: "siti".to_owned(),
        password: PASSWORD.to_owned(),
        role: Role::Operator,
        skpd: Some("DISTAN".parse().expect(READY)),
        nip: Some(SITI.parse().expect(READY)),
    };
    office.put_account(&owner(), account).await.expect(READY);
    office.sign_in("siti", PASSWORD).await.expect(READY).token
}

/// What each page asks of the office, and so of the store.
async fn asked(
    office: &Office,
    ear: &Ear,
    actor: &Actor,
    token: &str,
) -> Vec<(&'static str, Vec<String>)> {
    let (nip, skpd) = (SITI.parse().expect(READY), "DISTAN".parse().expect(READY));
    let day = Some("2026-11-03".parse().expect(READY));
    let all = SheetFilter { problems_only: Problems::AndAll, ..SheetFilter::default() };
    let mut pages = Vec::new();
    let mut count = |page| pages.push((page, ear.heard()));
    office.session(token).await.expect(READY).expect(READY);
    count("session");
    office.my_month(actor, &nip, november(), None).await.expect(READY).expect(READY);
    count("my month");
    let opened = office.my_month(actor, &nip, november(), day).await.expect(READY).expect(READY);
    assert_eq!(opened.opened.map(|day| day.scans.len()), Some(2));
    count("my month, a day opened");
    office.my_month(actor, &nip, november(), day).await.expect(READY).expect(READY);
    office.skpds().await.expect(READY);
    count("a person's month, a day opened");
    let sheet = office.month_sheet(actor, &skpd, november(), &all).await.expect(READY);
    assert_eq!(sheet.rows.len(), 2);
    count("unit sheet");
    office.today_in(actor, &skpd).await.expect(READY);
    office.skpds().await.expect(READY);
    count("today in a unit");
    office.today_everywhere(&owner()).await.expect(READY);
    count("today in the regency");
    office.show_person(actor, &nip).await.expect(READY);
    office.skpds().await.expect(READY);
    count("person");
    let filter = PeopleFilter { skpd: Some(skpd), on: office.today(), search: String::new() };
    office.list_people(actor, &filter).await.expect(READY);
    office.skpds().await.expect(READY);
    count("people");
    office.list_terminals(actor).await.expect(READY);
    office.unknown_pins(actor, 1_000).await.expect(READY);
    office.list_quarantine(actor, 1_000).await.expect(READY);
    office.skpds().await.expect(READY);
    count("terminals");
    discipline(office, actor, &nip).await;
    office.skpds().await.expect(READY);
    count("discipline of a unit");
    discipline(office, &owner(), &nip).await;
    office.skpds().await.expect(READY);
    count("discipline of the regency");
    office.discipline_year(actor, &nip, 2026).await.expect(READY);
    office.skpds().await.expect(READY);
    count("discipline of a person");
    leave_balances(office, actor).await;
    office.skpds().await.expect(READY);
    count("leave of a unit");
    let case = open_case(office, &nip).await;
    ear.heard();
    let shown = office.show_case_with_letters(actor, case).await.expect(READY);
    assert_eq!(shown.1.len(), 1);
    office.skpds().await.expect(READY);
    count("case of discipline");
    let request = correction(office, actor, nip).await;
    ear.heard();
    assert_eq!(office.my_matters(actor).await.expect(READY).rows.len(), 1);
    count("my requests");
    let clerk = bkpsdm();
    let waiting = office.waiting_matters(&clerk).await.expect(READY);
    assert_eq!(waiting.rows.first().map(|row| row.change.days.len()), Some(1), "{waiting:?}");
    count("decisions about a month");
    office.matter(&clerk, request).await.expect(READY);
    count("a request that waits");
    pages
}

/// The annual leave of the two who work in the unit.
async fn leave_balances(office: &Office, actor: &Actor) {
    let (skpd, name) = (Some("DISTAN".parse().expect(READY)), ReportName::LeaveBalances);
    let request =
        ReportRequest { name, month: november(), skpd, nip: None, paid: None, number: None };
    let table = office.report(actor, &request).await.expect(READY);
    assert_eq!(table.data().count(), 2);
}

/// The list of whoever the actor may see; the person is on it.
async fn discipline(office: &Office, actor: &Actor, nip: &civil::Nip) {
    let filter = DisciplineFilter { skpd: None, year: 2026, page: 1, rows_a_page: 50 };
    let list = office.discipline_list(actor, &filter).await.expect(READY);
    assert!(list.rows.iter().any(|row| row.nip == nip.as_str()), "{list:?}");
}

/// A case about the days absent of the year, summoned once.
async fn open_case(office: &Office, nip: &civil::Nip) -> i64 {
    let year = office.discipline_year(&owner(), nip, 2026).await.expect(READY);
    let new = NewCase {
        nip: *nip,
        on: office.today(),
        post: Post::Pelaksana,
        rung: "teguran-lisan".to_owned(),
        absences: year.counted.absences,
        note: String::new(),
    };
    let case = office.open_case(&owner(), new).await.expect(READY);
    let step = Step::Summoned {
        number: SummonsNumber::First,
        examination: "2026-12-21".parse().expect(READY),
        letter: "1".to_owned(),
    };
    let mut entry = CaseEntry::plain(CaseEvent { on: office.today(), step });
    entry.words.time = Some("09:00".parse().expect(READY));
    office.append_case_event(&owner(), case, 0, entry).await.expect(READY);
    case
}

/// A day to correct, asked for by the person.
async fn correction(office: &Office, actor: &Actor, nip: civil::Nip) -> i64 {
    let request = CorrectionRequest {
        nip,
        days: vec![CorrectedDay {
            date: "2026-11-03".parse().expect(READY),
            arrived: Some(445),
            left: Some(965),
        }],
        cause: Cause::Forgot,
        reason: "Lupa mencatat, rekan dapat menerangkan".to_owned(),
        proofs: Vec::new(),
    };
    let opened = office.request_correction(actor, request).await.expect(READY);
    opened.first().expect(READY).id
}

/// Somebody of the personnel office, who decides where a person has no superior.
fn bkpsdm() -> Actor {
    Actor::account(&Account {
        id: 0,
        username: "petugas".to_owned(),
        password_hash: String::new(),
        role: Role::Bkpsdm,
        skpd: None,
        person: None,
        active: true,
    })
}

#[tokio::test]
async fn no_page_needs_more_than_ten_statements() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("abdi.sqlite");
    let store = SqlStore::open(path.to_str().unwrap(), &"contoh".parse().unwrap()).await.unwrap();
    let store = Arc::new(store);
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    let token = signed_in(&office).await;
    let actor = office.session(&token).await.unwrap().unwrap().actor;
    office.refresh_all(&owner()).await.unwrap();
    office.refresh(november(), &storage::presence::People::All).await.unwrap();

    let ear = Ear::on_this_thread();
    // For the whole process: what is logged where nobody listens may be switched off for all.
    tracing::subscriber::set_global_default(ear.clone()).unwrap();
    let pages = asked(&office, &ear, &actor, &token).await;
    store.close().await;

    let counts: Vec<_> = pages.iter().map(|(page, asked)| (*page, asked.len())).collect();
    let session = counts[0].1;
    for (page, statements) in &counts[1..] {
        let most = if WORKED_OUT.contains(page) { WORKED_OUT_MAX } else { PAGE_STATEMENTS_MAX };
        assert!(session + statements <= most, "{page}: {pages:#?}");
    }
    // Fewer is welcome; more is to be said here.
    let committed = [
        ("session", 2),
        ("my month", 5),
        ("my month, a day opened", 7),
        ("a person's month, a day opened", 8),
        ("unit sheet", 8),
        ("today in a unit", 8),
        ("today in the regency", 8),
        ("person", 3),
        ("people", 2),
        ("terminals", 4),
        ("discipline of a unit", 8),
        ("discipline of the regency", 8),
        ("discipline of a person", 7),
        ("leave of a unit", 7),
        ("case of discipline", 5),
        ("my requests", 2),
        ("decisions about a month", 13),
        ("a request that waits", 14),
    ];
    assert_eq!(counts, committed, "{pages:#?}");
}
