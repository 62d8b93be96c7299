//! A page as an answer, and the headers of all answers.

use askama::Template;
use axum::{
    Router,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{self, IntoResponse, Response},
};
use tower_http::{compression::CompressionLayer, set_header::SetResponseHeaderLayer};

/// A page with its status.
#[derive(Clone, Debug)]
pub struct Html<P> {
    status: StatusCode,
    page: P,
}

impl<P: Template> Html<P> {
    /// The page, found.
    pub fn ok(page: P) -> Self {
        Self { status: StatusCode::OK, page }
    }

    /// The page with another status: 404 for what is not there, 422 for a form with mistakes.
    pub fn with_status(status: StatusCode, page: P) -> Self {
        Self { status, page }
    }
}

impl<P: Template> IntoResponse for Html<P> {
    fn into_response(self) -> Response {
        match self.page.render() {
            Ok(html) => {
                // What one person may see must not stay in an office PC's cache for the next.
                let cache = [(header::CACHE_CONTROL, "no-store")];
                (self.status, cache, response::Html(html)).into_response()
            }
            Err(error) => {
                tracing::error!(%error, "template");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// Everything comes from this server, nothing is inline, nobody frames us.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// `router` with the headers that every answer carries, compressed where the browser takes it.
pub fn with_headers<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    router
        .layer(fixed(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        .layer(CompressionLayer::new())
}
