//! What went wrong, as a page: every refusal that leaves here is one, whoever refused.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use office::OfficeError;
use storage::StoreError;
use words::Phrase;

use crate::{
    Html, Site,
    language::ReaderLang,
    pages::error::{ErrorKind, ErrorPage},
    session::Visit,
};

/// Why a page could not be shown or a form not be taken.
#[derive(Clone, Debug)]
pub(crate) struct PageError {
    kind: ErrorKind,
    detail: Option<Phrase>,
    reference: Option<String>,
}

impl PageError {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self { kind, detail: None, reference: None }
    }

    pub(crate) fn not_found() -> Self {
        Self::new(ErrorKind::NotFound)
    }

    /// The same with what is particular about this case.
    pub(crate) fn because(mut self, detail: Phrase) -> Self {
        self.detail = Some(detail);
        self
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        // The log and the page name the failure alike, so that who is asked for help finds it.
        let reference = format!("{:08x}", fingerprint(&error.to_string()));
        tracing::error!(%error, %reference, "a page could not be shown");
        let kind = match error {
            StoreError::DiskFull | StoreError::Unavailable { .. } => ErrorKind::Unavailable,
            _ => ErrorKind::Internal,
        };
        Self { kind, detail: None, reference: Some(reference) }
    }
}

impl From<OfficeError> for PageError {
    fn from(error: OfficeError) -> Self {
        let because = |kind, error: &dyn std::fmt::Display| {
            Self::new(kind).because(Phrase::verbatim(error.to_string()))
        };
        match error {
            OfficeError::Store(error) => error.into(),
            OfficeError::Forbidden(_) => Self::new(ErrorKind::Forbidden),
            OfficeError::NotFound { name, .. } => {
                Self::not_found().because(Phrase::new("error-not-found-name").with("name", name))
            }
            OfficeError::Claim(mistake) => Self::new(ErrorKind::BadRequest).because(mistake.said()),
            OfficeError::Closing(mistake) => {
                Self::new(ErrorKind::BadRequest).because(mistake.said())
            }
            OfficeError::Table { why, .. } => Self::new(ErrorKind::BadRequest).because(why.said()),
            OfficeError::PayDay(unfit) => Self::new(ErrorKind::BadRequest).because(unfit.said()),
            OfficeError::LawSilent(silent) => because(ErrorKind::NotFound, &silent),
            other => because(ErrorKind::BadRequest, &other),
        }
    }
}

/// A number for a text: FNV-1a. The same failure has the same number.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl IntoResponse for PageError {
    /// The status alone; [`layer`] makes the page, because only it knows the reader.
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware: gives every refusal its page, in the reader's language and frame.
pub(crate) async fn layer(
    State(site): State<Site>,
    ReaderLang(lang): ReaderLang,
    request: Request,
    next: Next,
) -> Response {
    let uri = request.uri().clone();
    let response = next.run(request).await;
    let status = response.status();
    let told = response.extensions().get::<PageError>().cloned();
    let is_refusal = status.is_client_error() || status.is_server_error();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_refusal || is_page {
        return response;
    }
    let PageError { kind, detail, reference } =
        told.unwrap_or_else(|| PageError::new(kind_of(status)));
    let visit = response.extensions().get::<Visit>();
    let frame = site.frame(lang, visit, &uri);
    let mut page =
        Html::with_status(status, ErrorPage { frame, kind, detail, reference }).into_response();
    // Among them a newcomer's cookie, and which methods an address knows.
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            page.headers_mut().append(name, value.clone());
        }
    }
    page
}

fn kind_of(status: StatusCode) -> ErrorKind {
    match status {
        StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        StatusCode::NOT_FOUND => ErrorKind::NotFound,
        StatusCode::SERVICE_UNAVAILABLE => ErrorKind::Unavailable,
        status if status.is_client_error() => ErrorKind::BadRequest,
        _ => ErrorKind::Internal,
    }
}
