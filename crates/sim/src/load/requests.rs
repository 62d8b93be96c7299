//! What people with the example's superior ask for: some days of the last whole month that look wrong.

use civil::{Month, Role};
use office::{
    Actor, Office, OfficeError,
    matter::{Cause, Mistake},
    presence::{CorrectedDay, CorrectionRequest},
};
use rules::day::Findings;
use storage::access::Account;

use crate::{Regency, person::Person};

/// How many people ask.
const PEOPLE_MAX: usize = 6;

/// Most days one of them asks for.
const DAYS_MAX: usize = 2;

/// When they say to have come: 07.25.
const ARRIVED_MINUTE: u16 = 445;

/// When they say to have left: 16.35.
const LEFT_MINUTE: u16 = 995;

/// Why the terminal does not know, in their words.
const REASONS: [(Cause, &str); 3] = [
    (Cause::TerminalDown, "Mesin mati pagi itu, saya sudah di kantor."),
    (Cause::Forgot, "Lupa mencatat pulang; rekan satu ruangan dapat menerangkan."),
    (Cause::FingerUnread, "Jari tidak terbaca setelah beberapa kali dicoba."),
];

/// Asks for corrected days in the names of people with the example's superior, once the month is
/// evaluated. Gives how many days are asked for; a second time nothing is.
///
/// # Errors
///
/// As the office's verbs.
pub async fn ask_for_corrections(office: &Office, regency: &Regency) -> Result<usize, OfficeError> {
    let Some(month) = regency.last_whole_month() else { return Ok(0) };
    let example = regency.example();
    let posts = regency.held_posts();
    let superior = regency.superior_of(example, &posts);
    let colleagues = regency.people().iter().filter(|person| {
        let asks_the_same = || regency.superior_of(person, &posts) == superior;
        person.known && person.nip != example.nip && asks_the_same()
    });
    let mut asked = 0;
    let mut people = 0;
    for person in colleagues {
        if people == PEOPLE_MAX {
            break;
        }
        let days = days_to_correct(office, person, month).await?;
        if days.is_empty() {
            continue;
        }
        let [first, ..] = REASONS;
        let (cause, reason) = REASONS.get(people % REASONS.len()).copied().unwrap_or(first);
        people += 1;
        let request = CorrectionRequest {
            nip: person.nip,
            days,
            cause,
            reason: reason.to_owned(),
            proofs: Vec::new(),
        };
        let actor = in_the_name_of(office, person).await?;
        match office.request_correction(&actor, request).await {
            Ok(opened) => asked += opened.len(),
            // They wait already: this regency was told before.
            Err(OfficeError::Mistake(Mistake::WaitsAlready(_))) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(asked)
}

/// Days on which the arrival or the departure is missing or late, with the times of the schedule.
async fn days_to_correct(
    office: &Office,
    person: &Person,
    month: Month,
) -> Result<Vec<CorrectedDay>, OfficeError> {
    let actor = Actor::command_line("demo");
    let Some(shown) = office.my_month(&actor, &person.nip, month, None).await? else {
        return Ok(Vec::new());
    };
    let day = |record: &rules::day::DayRecord| {
        let no_out = record.findings.has(Findings::NO_OUT);
        let wrong = record.late_minutes > 0 || record.findings.has(Findings::NO_IN) || no_out;
        wrong.then_some(CorrectedDay {
            date: record.date,
            arrived: (!no_out).then_some(ARRIVED_MINUTE),
            left: no_out.then_some(LEFT_MINUTE),
        })
    };
    Ok(shown.days.iter().filter_map(day).take(DAYS_MAX).collect())
}

/// The person, as if signed in.
async fn in_the_name_of(office: &Office, person: &Person) -> Result<Actor, OfficeError> {
    let shown = office.show_person(&Actor::command_line("demo"), &person.nip).await?;
    Ok(Actor::account(&Account {
        id: 0,
        username: person.nip.to_string(),
        password_hash: String::new(),
        role: Role::Pegawai,
        skpd: None,
        person: Some(shown.person),
        active: true,
    }))
}
