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
        Destination::MyDay(date) => {
            with_query(&my_month(*date), &[("day", &date.day().to_string())])
        }
        Destination::UnitMonth(skpd, month) => unit_month(skpd.as_str(), month.first()),
        Destination::Terminal(serial) => terminal(serial.as_str()),
    }
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
