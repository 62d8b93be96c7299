//! Who is asking: the session cookie, and the token that every form carries.
//!
//! Every visitor gets a token; signing in replaces it and ties the new one to
//! an account. A form proves that it came from our own page by a second token
//! derived from the first, which another site can neither read nor guess.

use std::fmt;

use async_trait::async_trait;
use axum::{
    Form,
    body::{Body, to_bytes},
    extract::{FromRequest, FromRequestParts, Request, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// The cookie that holds the [`SessionToken`].
pub const SESSION_COOKIE: &str = "abdi_session";

/// Largest body of a form, in bytes. The largest form has a few short fields.
const FORM_BYTES_MAX: usize = 64 * 1024;

/// The secret that a browser holds for one session, signed in or not.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A token from 32 random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(hex(&bytes))
    }

    /// The token a browser sent, or `None` if it has not the form of one.
    #[must_use]
    pub fn from_cookie(headers: &HeaderMap) -> Option<Self> {
        let value = cookie(headers, SESSION_COOKIE)?;
        let well_formed = value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
        well_formed.then(|| Self(value.to_owned()))
    }

    /// What a store keeps instead of the token, so that a stolen table opens no session.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        derive("abdi session", &self.0)
    }

    /// The `Set-Cookie` value that gives the token to the browser.
    #[must_use]
    pub fn set_cookie(&self, transport: Transport) -> String {
        let secure = transport.cookie_attribute();
        format!("{SESSION_COOKIE}={}; Path=/; HttpOnly; SameSite=Lax{secure}", self.0)
    }

    /// The `Set-Cookie` value that takes the token away.
    #[must_use]
    pub fn clear_cookie(transport: Transport) -> String {
        let secure = transport.cookie_attribute();
        format!("{SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}")
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(secret)")
    }
}

/// How browsers reach the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// HTTPS, perhaps ended by a proxy: cookies are marked `Secure`.
    Encrypted,
    /// Plain HTTP, as on loopback or inside an office.
    Plain,
}

impl Transport {
    fn cookie_attribute(self) -> &'static str {
        match self {
            Self::Encrypted => "; Secure",
            Self::Plain => "",
        }
    }
}

/// The token that a page's forms carry in the field `csrf`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csrf(String);

impl Csrf {
    /// The token of the forms of one session.
    #[must_use]
    pub fn of(token: &SessionToken) -> Self {
        Self(hex(&derive("abdi csrf", &token.0)))
    }

    fn matches(&self, sent: &str) -> bool {
        // Compared by digest: how far two texts agree must not show in the time it takes.
        derive("abdi compare", &self.0) == derive("abdi compare", sent)
    }
}

impl fmt::Display for Csrf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where sessions are kept and where new tokens come from.
#[async_trait]
pub trait Sessions: Send + Sync + 'static {
    /// Who is signed in.
    type Account: Clone + Send + Sync + 'static;

    /// The account of a session that is signed in and not over.
    ///
    /// # Errors
    ///
    /// [`SessionsUnavailable`] if the store does not answer.
    async fn account(
        &self,
        token: &SessionToken,
    ) -> Result<Option<Self::Account>, SessionsUnavailable>;

    /// A token nobody has had before.
    fn fresh_token(&self) -> SessionToken;

    /// How browsers reach this server.
    fn transport(&self) -> Transport;
}

/// The store of sessions does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sessions cannot be read; try again in a minute")]
pub struct SessionsUnavailable;

/// What the middleware learnt about the visitor; in the request's extensions.
#[derive(Clone, Debug)]
pub struct Visit<A> {
    /// The visitor's token, given now if there was none.
    pub token: SessionToken,
    /// The account, if signed in.
    pub account: Option<A>,
}

/// Middleware: finds the visit of each request and gives a newcomer a token.
///
/// Use with `axum::middleware::from_fn_with_state(sessions, session::layer::<S>)`.
pub async fn layer<S: Sessions + Clone>(
    State(sessions): State<S>,
    mut request: Request,
    next: Next,
) -> Response {
    let known = SessionToken::from_cookie(request.headers());
    let account = match &known {
        Some(token) => match sessions.account(token).await {
            Ok(account) => account,
            Err(error) => {
                tracing::error!(%error, "session");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
        None => None,
    };
    let newcomer = known.is_none();
    let token = known.unwrap_or_else(|| sessions.fresh_token());
    request.extensions_mut().insert(FormToken(Csrf::of(&token)));
    request.extensions_mut().insert(Visit { token: token.clone(), account });
    let mut response = next.run(request).await;
    // A handler that signs somebody in or out sets the cookie itself.
    if newcomer && !response.headers().contains_key(header::SET_COOKIE) {
        let cookie = token.set_cookie(sessions.transport());
        let value = cookie.parse().expect("hexadecimal digits and attributes make a header");
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// The signed-in account; anybody else is sent to the sign-in page and comes back after it.
#[derive(Clone, Debug)]
pub struct SignedIn<A>(pub A);

impl<A: Clone + Send + Sync + 'static, S: Send + Sync> FromRequestParts<S> for SignedIn<A> {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Redirect> {
        let account = parts.extensions.get::<Visit<A>>().and_then(|visit| visit.account.clone());
        account.map(Self).ok_or_else(|| {
            Redirect::to(&crate::paths::sign_in_then(parts.uri.path(), parts.uri.query()))
        })
    }
}

/// The csrf token that this visit's forms must carry; put there by [`layer`].
#[derive(Clone, Debug)]
struct FormToken(Csrf);

#[derive(Deserialize)]
struct CsrfField {
    #[serde(default)]
    csrf: String,
}

/// A form from one of our own pages: its `csrf` field agrees with the session.
#[derive(Clone, Debug)]
pub struct OwnForm<T>(pub T);

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormRefused {
    /// Larger than any form of ours, or cut off.
    #[error("form is too large or was cut off; send it again")]
    Unreadable,
    /// The token is missing or of another session.
    #[error("form is from an older session; open the page again and send it once more")]
    Foreign,
    /// A field is missing or has the wrong form.
    #[error("form lacks a field; open the page again and send it once more")]
    Fields,
}

impl IntoResponse for FormRefused {
    fn into_response(self) -> Response {
        let status = match self {
            Self::Unreadable | Self::Fields => StatusCode::BAD_REQUEST,
            Self::Foreign => StatusCode::FORBIDDEN,
        };
        (status, self.to_string()).into_response()
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for OwnForm<T> {
    type Rejection = FormRefused;

    async fn from_request(request: Request, state: &S) -> Result<Self, FormRefused> {
        let expected = request.extensions().get::<FormToken>().cloned();
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, FORM_BYTES_MAX).await.map_err(|_| FormRefused::Unreadable)?;
        let again = || {
            let mut request = Request::new(Body::from(bytes.clone()));
            *request.method_mut() = parts.method.clone();
            *request.uri_mut() = parts.uri.clone();
            *request.headers_mut() = parts.headers.clone();
            request
        };
        let Form(sent) = Form::<CsrfField>::from_request(again(), state)
            .await
            .map_err(|_| FormRefused::Unreadable)?;
        if !expected.is_some_and(|FormToken(csrf)| csrf.matches(&sent.csrf)) {
            return Err(FormRefused::Foreign);
        }
        let Form(form) =
            Form::<T>::from_request(again(), state).await.map_err(|_| FormRefused::Fields)?;
        Ok(Self(form))
    }
}

/// The value of the cookie `name`.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

fn derive(purpose: &str, secret: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(purpose);
    hash.update([0]);
    hash.update(secret);
    hash.finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).expect("half a byte is one digit");
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
