//! The story every store must pass. A chapter is told on a fresh store and asserts as it goes; a
//! panic means that the store is wrong.

mod audit;
mod closings;
mod deliveries;
mod deskwork;
mod jobs;
mod marks;
mod matters;
mod messages;
mod people;
mod quarantine;
mod rosters;
mod terminals;
mod years;

use std::{fmt::Debug, str::FromStr};

use civil::{Employment, Month, PersonId, PinGroup, TerminalSerial, Wall, Zone};
use jiff::{Timestamp, civil::Date};

use crate::{
    AuditEntry, Store,
    people::{NewPersonFact, PersonState, PinMapping},
    presence::{Delivery, NewPunch, NewQuarantine, People, PunchSource, Recorded, StaleMark},
};

/// Tells every chapter. `fresh` opens an empty store, each time for another regency or in another
/// place; it is given the name of the chapter.
pub async fn every_store<S: Store>(fresh: impl AsyncFn(&'static str) -> S) {
    deliveries::repeats_change_nothing(&fresh("repeats").await).await;
    deliveries::lists_and_counts(&fresh("lists").await).await;
    deliveries::readings_of_people(&fresh("readings").await).await;
    quarantine::kept_once_and_decided_once(&fresh("quarantine").await).await;
    people::unknown_pins_wait(&fresh("unknown-pins").await).await;
    people::a_pin_changes_owner(&fresh("owners").await).await;
    people::facts_with_both_dates(&fresh("facts").await).await;
    people::work_and_occurrences(&fresh("work").await).await;
    marks::of_new_punches_only(&fresh("marks").await).await;
    marks::a_newer_mark_stays(&fresh("newer-marks").await).await;
    marks::of_facts(&fresh("fact-marks").await).await;
    terminals::from_waiting_to_approved(&fresh("terminals").await).await;
    terminals::a_group_changes_owners(&fresh("groups").await).await;
    terminals::a_pin_of_many_terminals(&fresh("many-terminals").await).await;
    deskwork::months(&fresh("months").await).await;
    years::counted_at_once(&fresh("years").await).await;
    deskwork::access(&fresh("access").await).await;
    deskwork::sign_offs_organisations_audit(&fresh("desk").await).await;
    audit::found_again(&fresh("audit").await).await;
    Box::pin(matters::opened_and_listed(&fresh("matters").await)).await;
    Box::pin(matters::steps_and_effects(&fresh("steps").await)).await;
    Box::pin(closings::details_and_posts(&fresh("details").await)).await;
    Box::pin(closings::frozen_once(&fresh("closings").await)).await;
    Box::pin(messages::readers_and_how_far(&fresh("messages").await)).await;
    Box::pin(jobs::from_waiting_to_done(&fresh("jobs").await)).await;
    Box::pin(jobs::unwanted_failed_forgotten(&fresh("jobs-ended").await)).await;
    Box::pin(rosters::the_last_given_holds(&fresh("rosters").await)).await;
    Box::pin(rosters::turns_change_hands(&fresh("swaps").await)).await;
}

/// Two stores of different regencies in one place never see each other.
pub async fn two_regencies<S: Store>(here: &S, there: &S) {
    deliveries::two_regencies(here, there).await;
}

/// Reads a value that the story itself wrote, so it is well formed.
fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the story writes well-formed values")
}

/// A reading of 2026, written `10-05 07:31:00`.
fn wall(text: &str) -> Wall {
    Wall::of(read(&format!("2026-{}", text.replace(' ', "T"))))
}

/// A day of 2026, written `10-05`.
fn day(text: &str) -> Date {
    read(&format!("2026-{text}"))
}

/// A noon of 2026 in UTC, written `10-05`.
fn noon(text: &str) -> Timestamp {
    read(&format!("2026-{text}T12:00:00Z"))
}

fn month(text: &str) -> Month {
    read(text)
}

fn audit(verb: &'static str) -> AuditEntry {
    AuditEntry {
        at: noon("10-31"),
        actor: "command-line:story".to_owned(),
        verb,
        subject: "the subject".to_owned(),
        detail: "\"quoted\" and ünïcode".to_owned(),
    }
}

fn punch(pin: &str, at: &str) -> NewPunch {
    NewPunch { pin: pin.to_owned(), at: wall(at), status: Some(255), verify: Some(1), line: 1 }
}

fn delivery(terminal: &str, punches: &[NewPunch]) -> Delivery {
    Delivery {
        terminal: read(terminal),
        zone: Zone::WIB,
        source: PunchSource::Push,
        received: noon("10-31"),
        body: b"the bytes\0as they came\xff".to_vec(),
        punches: punches.to_vec(),
        quarantined: Vec::new(),
    }
}

fn bad_line(line: u32, raw: &[u8]) -> NewQuarantine {
    NewQuarantine {
        line,
        reason: "impossible_date",
        pin: Some("7".to_owned()),
        raw: raw.to_vec(),
        // Any text that is the same for the same line will do.
        digest: raw.escape_ascii().to_string(),
    }
}

async fn deliver<S: Store>(store: &S, delivery: Delivery) -> Recorded {
    let done = store.record_delivery(delivery, audit("presence.record_punches")).await;
    done.expect("a delivery is kept")
}

fn nip(of: u8) -> civil::Nip {
    read(&format!("19800101201001{}{:03}", 1 + of % 2, of))
}

/// What holds about an invented person.
fn state(of: u8, skpd: &str) -> PersonState {
    PersonState {
        nip: nip(of),
        name: format!("Pegawai {of}"),
        skpd: read(skpd),
        unit: String::new(),
        position: "Pelaksana".to_owned(),
        class: Some(7),
        employment: Employment::Pns,
        schedule: read("lima-hari"),
        tpp_eligible: true,
        tpp_factor: None,
        tpp_reason: None,
        in_service: true,
    }
}

/// A person in service from the first of January on, with a PIN in the group `utama` if given.
fn newcomer(of: u8, skpd: &str, pin: Option<&str>) -> NewPersonFact {
    let pin = pin.map(|pin| (utama(), pin.to_owned()));
    NewPersonFact { person: None, valid_from: day("01-01"), state: state(of, skpd), pin }
}

fn utama() -> PinGroup {
    read("utama")
}

async fn append<S: Store>(store: &S, facts: &[NewPersonFact], recorded: Timestamp) {
    let done = store.append_facts(facts, recorded, audit("person.import")).await;
    done.expect("facts are appended");
}

async fn person<S: Store>(store: &S, of: u8) -> PersonId {
    let person = store.person_by_nip(&nip(of)).await.expect("a person can be looked up");
    person.expect("the person was registered before")
}

async fn map<S: Store>(store: &S, pin: &str, person: PersonId, from: &str) -> u32 {
    let pin = pin.to_owned();
    let mapping = PinMapping { group: utama(), pin, person, valid_from: day(from) };
    let done = store.map_pins(&[mapping], noon("10-31"), audit("person.map_pins")).await;
    done.expect("PINs are mapped")
}

/// All marks, oldest first.
async fn all_marks<S: Store>(store: &S) -> Vec<StaleMark> {
    store.stale_marks(&People::All, None, u32::MAX).await.expect("marks can be read")
}

/// The marks as who and when, without their order and without repeats.
async fn stale<S: Store>(store: &S) -> Vec<(PersonId, Date, Date)> {
    let mut marks: Vec<_> = all_marks(store)
        .await
        .into_iter()
        .map(|mark| (mark.person.expect("listed marks have a person"), mark.from, mark.until))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

async fn clear<S: Store>(store: &S, marks: &[StaleMark]) {
    let ids: Vec<_> = marks.iter().map(|mark| mark.id).collect();
    store.save_months(&[], &ids).await.expect("marks are cleared");
}

/// Clears all marks there are.
async fn evaluate_all<S: Store>(store: &S) {
    let marks = all_marks(store).await;
    clear(store, &marks).await;
    assert_eq!(all_marks(store).await, [], "cleared marks are gone");
}

fn known_terminal(text: &str) -> TerminalSerial {
    read(text)
}
