//! Why a terminal is not given what it asked for.

use hyper::StatusCode;
use office::OfficeError;
use terminal::push::BadSerial;

/// A request that is not carried out. Whatever came with it was not taken: the terminal keeps it.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// No path that a terminal asks for.
    NotForTerminals,
    /// Neither GET nor POST.
    Method,
    /// There is no usable serial number.
    Serial(BadSerial),
    /// Nobody has approved the terminal yet.
    Waiting,
    /// An officer has refused the terminal.
    Refused,
    /// Records were to come, and nothing tells where they end.
    Length,
    /// The body is larger than any delivery.
    TooLarge,
    /// Too many large bodies at once.
    Busy,
    /// The name of a table that cannot be said back.
    TableName,
    /// Encryption, which is not offered.
    Encryption,
    /// An access-control terminal that may not register.
    Registration,
    /// The store failed.
    Store(OfficeError),
    /// The connection ended, or broke the rules of HTTP, within a body. Nothing is said back.
    Cut(String),
    /// The body came too slowly. Nothing is said back.
    Slow,
}

impl Refusal {
    /// The status and the words to answer with; `None` if nothing may be said back.
    pub(crate) fn answer(&self) -> Option<(StatusCode, &'static str)> {
        Some(match self {
            Self::NotForTerminals => (
                StatusCode::NOT_FOUND,
                "this address is for attendance terminals only; people find their pages at the other one",
            ),
            Self::Method => (StatusCode::METHOD_NOT_ALLOWED, "terminals use GET and POST only"),
            Self::Serial(BadSerial::Empty) => (
                StatusCode::BAD_REQUEST,
                "SN is missing: set the serial number of the terminal in its menu, as on its label",
            ),
            Self::Serial(BadSerial::Character(_) | BadSerial::TooLong(_)) => (
                StatusCode::BAD_REQUEST,
                "SN is not a serial number: it has at most 64 letters, digits, - and _; copy it from the label",
            ),
            Self::Waiting => (
                StatusCode::FORBIDDEN,
                "this terminal waits for approval; keep the records, they are taken once it is approved",
            ),
            Self::Refused => (StatusCode::FORBIDDEN, "this terminal was refused by the office"),
            Self::Length => (
                StatusCode::LENGTH_REQUIRED,
                "say how long the records are with Content-Length; none were taken",
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "more than is taken at once; send fewer records in one request",
            ),
            Self::Busy => {
                (StatusCode::SERVICE_UNAVAILABLE, "too much at once; send it again later")
            }
            Self::TableName => {
                (StatusCode::BAD_REQUEST, "tablename must be 1 to 32 letters, digits or _")
            }
            Self::Encryption => (
                StatusCode::NOT_FOUND,
                "encryption is not offered; use push version 3.0.1 or older",
            ),
            Self::Registration => {
                (StatusCode::NOT_ACCEPTABLE, "this terminal was refused by the office")
            }
            Self::Store(_) => (
                StatusCode::SERVICE_UNAVAILABLE,
                "the records cannot be kept now; keep them and send them again",
            ),
            Self::Cut(_) | Self::Slow => return None,
        })
    }

    /// Says in the log that and why a request was refused. No PINs, nothing that came unchecked.
    pub(crate) fn log(&self, serial: Option<&str>, endpoint: &str) {
        let serial = serial.unwrap_or("-");
        match self {
            Self::Store(error) => {
                tracing::error!(serial, endpoint, %error, "a terminal was sent away: the store failed");
            }
            Self::Cut(reason) => {
                tracing::warn!(
                    serial,
                    endpoint,
                    reason,
                    "a request was cut short; nothing was taken"
                );
            }
            Self::Slow => {
                tracing::warn!(serial, endpoint, "a request came too slowly; nothing was taken");
            }
            told => {
                let reason = told.answer().map_or("", |(_, words)| words);
                tracing::info!(serial, endpoint, reason, "a terminal was refused");
            }
        }
    }
}

impl From<OfficeError> for Refusal {
    fn from(error: OfficeError) -> Self {
        Self::Store(error)
    }
}
