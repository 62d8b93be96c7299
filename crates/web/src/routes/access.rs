//! Getting in and out.

use axum::{
    Extension,
    extract::{Query, State},
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use office::access::SignInError;
use serde::Deserialize;
use words::Phrase;

use crate::{
    Frame, Html, Notice, NoticeKind, PageError, Site,
    language::ReaderLang,
    pages::{FormError, access::SignIn},
    paths,
    session::{OwnForm, SessionToken, Visit},
    site::Caller,
};

/// Seconds of a minute.
const MINUTE_S: i64 = 60;

/// `/`: where the reader's role begins.
pub(super) async fn home(State(site): State<Site>, caller: Caller) -> Redirect {
    Redirect::to(&site.home(&caller.visitor))
}

/// What the sign-in page may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Where to go after.
    next: Option<String>,
    /// Whether the reader has just signed out.
    out: Option<String>,
}

/// The sign-in page.
pub(super) async fn show_sign_in(
    State(site): State<Site>,
    ReaderLang(lang): ReaderLang,
    Extension(visit): Extension<Visit>,
    Query(asked): Query<Asked>,
    uri: Uri,
) -> Response {
    if let Some(visitor) = &visit.visitor {
        return Redirect::to(&own_path(asked.next).unwrap_or_else(|| site.home(visitor)))
            .into_response();
    }
    let mut frame = site.frame(lang, Some(&visit), &uri);
    if asked.out.is_some() {
        let text = Phrase::new("page-signed-out");
        frame.notices.push(Notice { kind: NoticeKind::Done, text });
    }
    Html::ok(page(&site, frame, own_path(asked.next), String::new(), Vec::new())).into_response()
}

/// What the sign-in form sends.
#[derive(Debug, Deserialize)]
pub(super) struct SignInForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
}

/// Signs in, or shows the form again with what is wrong.
pub(super) async fn sign_in(
    State(site): State<Site>,
    ReaderLang(lang): ReaderLang,
    Extension(visit): Extension<Visit>,
    OwnForm(form): OwnForm<SignInForm>,
) -> Result<Response, PageError> {
    let name = form.name.trim().to_owned();
    let next = own_path(form.next);
    let missing = [
        (name.is_empty(), "name", "page-sign-in-name-missing"),
        (form.password.is_empty(), "password", "page-sign-in-password-missing"),
    ];
    let mut errors: Vec<FormError> = missing
        .into_iter()
        .filter(|(missing, _, _)| *missing)
        .map(|(_, field, key)| FormError { field: field.to_owned(), text: Phrase::new(key) })
        .collect();
    if errors.is_empty() {
        let text = match site.office().sign_in(&name, &form.password).await {
            Ok(signed_in) => {
                let cookie = SessionToken::new(signed_in.token).set_cookie(visit.transport);
                let to = next.unwrap_or_else(|| "/".to_owned());
                return Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&to)).into_response());
            }
            Err(SignInError::Store(error)) => return Err(error.into()),
            Err(SignInError::Refused) => Phrase::new("page-sign-in-refused"),
            Err(SignInError::TryLater { after, .. }) => {
                let seconds = after.duration_since(site.office().now()).as_secs();
                let minutes = seconds.max(1).saturating_add(MINUTE_S - 1) / MINUTE_S;
                Phrase::new("page-sign-in-wait").with("minutes", minutes)
            }
        };
        errors.push(FormError { field: "name".to_owned(), text });
    }
    let frame = site.frame(lang, Some(&visit), &Uri::from_static(paths::SIGN_IN));
    let page = page(&site, frame, next, name, errors);
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(
    site: &Site,
    frame: Frame,
    next: Option<String>,
    name: String,
    errors: Vec<FormError>,
) -> SignIn {
    SignIn { frame, next, name, errors, examples: site.examples() }
}

/// `path` if it leads to a page of ours. Another site must not be reachable by a link to our
/// sign-in page, so it starts with one slash and not with two, nor with the backslash that
/// browsers read as one.
fn own_path(path: Option<String>) -> Option<String> {
    path.filter(|path| {
        path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains('\\')
            && path.bytes().all(|byte| byte.is_ascii_graphic())
    })
}

/// What the sign-out form sends: nothing but its token.
#[derive(Debug, Deserialize)]
pub(super) struct SignOutForm {}

/// Signs out; the token is of no more use.
pub(super) async fn sign_out(
    State(site): State<Site>,
    Extension(visit): Extension<Visit>,
    OwnForm(SignOutForm {}): OwnForm<SignOutForm>,
) -> Result<Response, PageError> {
    site.office().sign_out(visit.token.as_str()).await?;
    let cookie = SessionToken::clear_cookie(visit.transport);
    let to = format!("{}?out=1", paths::SIGN_IN);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&to)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_come_after_signing_in() {
        let own = |path: &str| own_path(Some(path.to_owned())).is_some();
        assert!(own("/me/2026-11?day=5"));
        for elsewhere in
            ["//evil.example", "/\\evil.example", "https://evil.example", "", "evil", "/a\r\nb"]
        {
            assert!(!own(elsewhere), "{elsewhere}");
        }
    }
}
