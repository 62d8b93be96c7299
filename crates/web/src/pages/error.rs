//! What went wrong and what to do.

use askama::Template;
use axum::http::StatusCode;
use words::Phrase;

use crate::Frame;

/// A page that says what went wrong and what to do.
#[derive(Clone, Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What is around it.
    pub frame: Frame,
    /// What went wrong.
    pub kind: ErrorKind,
    /// More about this case: which field, which law is missing.
    pub detail: Option<Phrase>,
    /// What the log calls this failure, for whoever is asked for help.
    pub reference: Option<String>,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400: the request makes no sense.
    BadRequest,
    /// 403: not for this reader.
    Forbidden,
    /// 404: nothing there.
    NotFound,
    /// 500: our fault.
    Internal,
    /// 503: the store does not answer now.
    Unavailable,
}

impl ErrorKind {
    /// The status of the answer.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "error-bad-request",
            Self::Forbidden => "error-forbidden",
            Self::NotFound => "error-not-found",
            Self::Internal => "error-internal",
            Self::Unavailable => "error-unavailable",
        }
    }

    fn what_to_do(self) -> &'static str {
        match self {
            Self::BadRequest => "error-bad-request-do",
            Self::Forbidden => "error-forbidden-do",
            Self::NotFound => "error-not-found-do",
            Self::Internal => "error-internal-do",
            Self::Unavailable => "error-unavailable-do",
        }
    }
}
