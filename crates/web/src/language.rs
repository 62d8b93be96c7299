//! The reader's language: the cookie, else Indonesian.
//!
//! What the browser prefers is not asked: most office PCs and many phones here run in English
//! though their owners read Indonesian.

use std::str::FromStr;

use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use words::Lang;

use crate::session::cookie;

/// The cookie that keeps the choice.
pub const LANGUAGE_COOKIE: &str = "abdi_lang";

/// A year, in seconds: nobody should have to choose twice.
const KEPT_S: u32 = 31_536_000;

/// Middleware: `?lang=en` on any page keeps the choice and returns to the page without it.
///
/// A plain link is enough, so the switch works without scripts.
pub async fn layer(request: Request, next: Next) -> Response {
    let Some((lang, back)) = chosen(request.uri()) else { return next.run(request).await };
    let cookie = format!(
        "{LANGUAGE_COOKIE}={}; Path=/; Max-Age={KEPT_S}; SameSite=Lax; HttpOnly",
        lang.code()
    );
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, back)])
        .into_response()
}

/// The language that the address chooses, and the address without the choice.
fn chosen(uri: &Uri) -> Option<(Lang, String)> {
    let mut lang = None;
    let mut rest = Vec::new();
    for pair in uri.query()?.split('&') {
        match pair.strip_prefix("lang=").map(Lang::from_str) {
            Some(Ok(choice)) => lang = Some(choice),
            Some(Err(_)) => {}
            None => rest.push(pair),
        }
    }
    // The path starts with one slash only: two would send the reader to another site.
    let path = format!("/{}", uri.path().trim_start_matches('/'));
    let back = if rest.is_empty() { path } else { format!("{path}?{}", rest.join("&")) };
    lang.map(|lang| (lang, back))
}

/// The language of the reader of this request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderLang(pub Lang);

impl ReaderLang {
    /// The language that the request's headers ask for.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let kept = cookie(headers, LANGUAGE_COOKIE).and_then(|code| Lang::from_str(code).ok());
        Self(kept.unwrap_or_default())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ReaderLang {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_leaves_the_address() {
        for (uri, expected) in [
            ("/me/2026-11?lang=en", Some((Lang::En, "/me/2026-11"))),
            ("/law?on=2026-10-05&lang=id", Some((Lang::Id, "/law?on=2026-10-05"))),
            ("//evil.example/?lang=en", Some((Lang::En, "/evil.example/"))),
            ("/law?lang=fr", None),
            ("/law", None),
        ] {
            let uri: Uri = uri.parse().expect("the address is well formed");
            assert_eq!(chosen(&uri), expected.map(|(lang, back)| (lang, back.to_owned())));
        }
    }

    #[test]
    fn only_the_cookie_chooses() {
        let of = |cookie: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, header::HeaderValue::from_static(cookie));
            headers.insert(header::ACCEPT_LANGUAGE, header::HeaderValue::from_static("en-GB"));
            ReaderLang::of(&headers).0
        };
        assert_eq!(of("a=b; abdi_lang=en"), Lang::En);
        assert_eq!(of("a=b"), Lang::Id);
        assert_eq!(of("abdi_lang=xx"), Lang::Id);
        assert_eq!(ReaderLang::of(&HeaderMap::new()).0, Lang::Id);
    }
}
