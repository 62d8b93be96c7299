//! The addresses of the pages, so that none is spelt twice.

use jiff::civil::Date;
use office::message::Destination;

/// The sign-in page.
pub const SIGN_IN: &str = "/sign-in";
/// Signing out, by POST.
pub const SIGN_OUT: &str = "/sign-out";
/// The people.
pub const PEOPLE: &str = "/people";
/// The terminals.
pub const TERMINALS: &str = "/terminals";
/// The law in force.
pub const LAW: &str = "/law";
/// A draft of the law, tried on a month; by POST it is.
pub const WHAT_IF: &str = "/what-if";
/// The audit log.
pub const AUDIT: &str = "/audit";
/// Today in the whole regency.
pub const TODAY: &str = "/today";
/// The units, to choose whose month to see.
pub const UNITS: &str = "/units";
/// My leave: what is left, and what will be.
pub const MY_LEAVE: &str = "/me/leave";
/// Asking for leave, duty or permission: the kinds, and by `kind` the form of one; sent by POST.
pub const NEW_LEAVE: &str = "/me/leave/new";
/// Tying an unknown PIN to a person, by POST.
pub const MAP_PIN: &str = "/pins/map";

/// What I asked for and what became of it.
pub const MY_REQUESTS: &str = "/me/requests";
/// The form of a request for corrected days; by POST it is shown again with one day more.
pub const NEW_CORRECTION: &str = "/me/corrections/new";
/// Sending a request for corrected days, by POST.
pub const CORRECTIONS: &str = "/me/corrections";
/// Asking a colleague to exchange turns; sent by POST.
pub const NEW_SWAP: &str = "/me/swaps/new";
/// What waits for a decision of mine; by POST it is decided.
pub const DECISIONS: &str = "/decisions";

/// The form of a request for a corrected day.
#[must_use]
pub fn correct_day(date: Date) -> String {
    format!("{NEW_CORRECTION}?day={date}")
}

/// The form of a request for leave of a kind.
#[must_use]
pub fn new_leave(kind: &str) -> String {
    with_query(NEW_LEAVE, &[("kind", kind)])
}

/// The request with number `id`.
#[must_use]
pub fn request(id: i64) -> String {
    format!("/requests/{id}")
}

/// A file of the request with number `id`.
#[must_use]
pub fn request_file(id: i64, digest: &str) -> String {
    format!("/requests/{id}/files/{}", encode(digest))
}

/// A letter of the case with number `id`, by the name of its kind.
#[must_use]
pub fn case_letter(id: i64, kind: &str) -> String {
    format!("{DISCIPLINE}/{id}/letters/{kind}.pdf")
}

/// What the request with number `id` asks for, on paper.
#[must_use]
pub fn request_letter(id: i64) -> String {
    format!("/requests/{id}/letter.pdf")
}

/// What was decided about the request with number `id`, on paper.
#[must_use]
pub fn request_decision(id: i64) -> String {
    format!("/requests/{id}/decision.pdf")
}

/// Deciding the request with number `id` on its own page, by POST.
#[must_use]
pub fn decide_request(id: i64) -> String {
    format!("/requests/{id}/decide")
}

/// Taking the request with number `id` back, by POST.
#[must_use]
pub fn take_back_request(id: i64) -> String {
    format!("/requests/{id}/take-back")
}

/// Putting the request with number `id` before the personnel office, by POST.
#[must_use]
pub fn appeal_request(id: i64) -> String {
    format!("/requests/{id}/appeal")
}
/// Discipline: who is near a rung or on one, and the cases that run.
pub const DISCIPLINE: &str = "/discipline";
/// Opening a case, by POST.
pub const OPEN_CASE: &str = "/discipline/open";

/// What there is to tell the reader.
pub const MESSAGES: &str = "/messages";
/// What of it is sent, and when.
pub const MESSAGE_SETTINGS: &str = "/me/settings";
/// Files that are made in the background.
pub const JOBS: &str = "/jobs";

/// Where a message leads.
#[must_use]
pub fn destination(destination: &Destination) -> String {
    match destination {
        Destination::Matter(id) => format!("/requests/{id}"),
        Destination::Claim(id) => claim(*id),
        Destination::Case(id) => discipline_case(*id),
        Destination::Closing(skpd, month) => closing(skpd.as_str(), month.first()),
        Destination::MyDay(date) => {
            with_query(&my_month(*date), &[("day", &date.day().to_string())])
        }
        Destination::Terminal(serial) => terminal(serial.as_str()),
        Destination::DisciplineYear(nip, year) => person_discipline(nip.as_str(), *year),
        Destination::Messages => MESSAGES.to_owned(),
    }
}

/// Asking for a file of a month, with its kind chosen.
#[must_use]
pub fn ask_job(kind: &str, month: Date) -> String {
    with_query(JOBS, &[("kind", kind), ("month", &month.strftime("%Y-%m").to_string())])
}

/// A job.
#[must_use]
pub fn job(id: i64) -> String {
    format!("{JOBS}/{id}")
}

/// No longer wanting a job, by POST.
#[must_use]
pub fn cancel_job(id: i64) -> String {
    format!("{JOBS}/{id}/cancel")
}

/// The file of a job.
#[must_use]
pub fn job_file(id: i64) -> String {
    format!("{JOBS}/{id}/file")
}

/// The sign-in page that leads back to `path` and `query`.
#[must_use]
pub fn sign_in_then(path: &str, query: Option<&str>) -> String {
    let back = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    format!("{SIGN_IN}?next={}", encode(&back))
}

/// My month; `month` is any day of it.
#[must_use]
pub fn my_month(month: Date) -> String {
    format!("/me/{}", month.strftime("%Y-%m"))
}

/// The month of the person with `id`.
#[must_use]
pub fn person_month(id: &str, month: Date) -> String {
    format!("/people/{}/{}", encode(id), month.strftime("%Y-%m"))
}

/// The page of the person with `id`.
#[must_use]
pub fn person(id: &str) -> String {
    format!("/people/{}", encode(id))
}

/// The month sheet of a unit; `month` is any day of it.
#[must_use]
pub fn unit_month(skpd: &str, month: Date) -> String {
    format!("/units/{}/{}", encode(skpd), month.strftime("%Y-%m"))
}

/// Closing the month of a unit; `month` is any day of it.
#[must_use]
pub fn closing(skpd: &str, month: Date) -> String {
    format!("{}/closing", unit_month(skpd, month))
}

/// A deed of closing, by POST: `close`, `sign`, `supplement` or `reopen`.
#[must_use]
pub fn closing_deed(skpd: &str, month: Date, deed: &str) -> String {
    format!("{}/{deed}", closing(skpd, month))
}

/// Where the month of every unit stands.
#[must_use]
pub fn closings(month: Date) -> String {
    format!("/closings/{}", month.strftime("%Y-%m"))
}

/// The payment list of a unit, or of the regency.
#[must_use]
pub fn payments(skpd: Option<&str>, month: Date) -> String {
    match skpd {
        Some(skpd) => format!("{}/payments", unit_month(skpd, month)),
        None => format!("/payments/{}", month.strftime("%Y-%m")),
    }
}

/// The reports of a month.
#[must_use]
pub fn reports(month: Date) -> String {
    format!("/reports/{}", month.strftime("%Y-%m"))
}

/// A report on the screen, or, with the ending of a file, as that file.
#[must_use]
pub fn report(name: &str, month: Date, ending: Option<&str>) -> String {
    let month = month.strftime("%Y-%m");
    match ending {
        Some(ending) => format!("/reports/{name}/{month}.{ending}"),
        None => format!("/reports/{name}/{month}"),
    }
}

/// The payment list as the file of a bank.
#[must_use]
pub fn bank_file(month: Date) -> String {
    format!("/reports/bank/{}", month.strftime("%Y-%m"))
}

/// The reader's slip.
#[must_use]
pub fn my_slip(month: Date) -> String {
    format!("{}/slip", my_month(month))
}

/// The slip of the person with `id`.
#[must_use]
pub fn person_slip(id: &str, month: Date) -> String {
    format!("{}/slip", person_month(id, month))
}

/// Claims of what was paid too much, by unit; opening one, by POST.
pub const CLAIMS: &str = "/claims";

/// The claim with number `id`.
#[must_use]
pub fn claim(id: i64) -> String {
    format!("{CLAIMS}/{id}")
}

/// Recording what came back of the claim with number `id`, by POST.
#[must_use]
pub fn receive_claim(id: i64) -> String {
    format!("{CLAIMS}/{id}/receive")
}

/// Withdrawing the claim with number `id`, by POST.
#[must_use]
pub fn withdraw_claim(id: i64) -> String {
    format!("{CLAIMS}/{id}/withdraw")
}

/// The roster of a unit; `month` is any day of it.
#[must_use]
pub fn unit_roster(skpd: &str, month: Date) -> String {
    format!("{}/roster", unit_month(skpd, month))
}

/// How the people of a unit worked; `month` is any day of it.
#[must_use]
pub fn unit_performance(skpd: &str, month: Date) -> String {
    format!("{}/performance", unit_month(skpd, month))
}

/// Where the shadow months lie.
pub const SHADOW: &str = "/shadow/";

/// What the old system paid in a month against what is computed here; a file comes by POST.
#[must_use]
pub fn shadow(month: Date) -> String {
    format!("{SHADOW}{}", month.strftime("%Y-%m"))
}

/// The end of the address that takes a unit's file of e-Kinerja.
pub const EKINERJA_FILE: &str = "/performance/ekinerja";

/// Handing in the outage of a unit.
#[must_use]
pub fn outage(skpd: &str) -> String {
    format!("/units/{}/outage", encode(skpd))
}

/// Whether a path is that of handing in an outage, whose form has files.
pub(crate) fn is_outage(path: &str) -> bool {
    path.starts_with("/units/") && path.ends_with("/outage")
}

/// Recording an event of a unit.
#[must_use]
pub fn event(skpd: &str) -> String {
    format!("/units/{}/event", encode(skpd))
}

/// Today in a unit.
#[must_use]
pub fn unit_today(skpd: &str) -> String {
    format!("/units/{}/today", encode(skpd))
}

/// The page of the terminal with serial number `serial`.
#[must_use]
pub fn terminal(serial: &str) -> String {
    format!("/terminals/{}", encode(serial))
}

/// Approving or refusing a terminal, by POST.
#[must_use]
pub fn decide_terminal(serial: &str) -> String {
    format!("/terminals/{}/decide", encode(serial))
}

/// Repairing or discarding a line in quarantine, by POST.
#[must_use]
pub fn decide_quarantine(id: &str) -> String {
    format!("/quarantine/{}/decide", encode(id))
}

/// Where a person stands in a year.
#[must_use]
pub fn person_discipline(id: &str, year: i16) -> String {
    format!("/people/{}/discipline?year={year}", encode(id))
}

/// The page of a case.
#[must_use]
pub fn discipline_case(id: i64) -> String {
    format!("{DISCIPLINE}/{id}")
}

/// Recording what happened in a case, by POST.
#[must_use]
pub fn record_in_case(id: i64) -> String {
    format!("{DISCIPLINE}/{id}/record")
}

/// A file of the law in force, `regency` or `national`.
#[must_use]
pub fn law_file(layer: &str, name: &str) -> String {
    format!("{LAW}/files/{layer}/{}", encode(name))
}

/// The law of a day, at a topic.
#[must_use]
pub fn law_on(date: Date, topic: &str) -> String {
    format!("{LAW}?on={date}#{topic}")
}

/// `path` with the values that are given, as a query.
#[must_use]
pub fn with_query(path: &str, values: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.extend([name, "=", &encode(value)]);
    }
    address
}

/// `text` as one segment of a path or one value of a query.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                let digit =
                    char::from_digit(u32::from(half), 16).expect("half a byte is one digit");
                encoded.push(digit.to_ascii_uppercase());
            }
        }
    }
    encoded
}
