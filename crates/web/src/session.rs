//! Who is asking: the session cookie, and the token that every form carries.
//!
//! Every visitor gets a token; signing in replaces it and ties the new one to
//! an account. A form proves that it came from our own page by a second token
//! derived from the first, which another site can neither read nor guess.

use std::fmt;

use axum::{
    Form,
    body::{Body, to_bytes},
    extract::{FromRequest, Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use office::{access::Visitor, matter::Inbox};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use words::Phrase;

use crate::{PageError, Site, pages::error::ErrorKind};

/// The cookie that holds the [`SessionToken`].
pub const SESSION_COOKIE: &str = "abdi_session";

/// Largest body of a form, in bytes. The largest form has a few short fields.
const FORM_BYTES_MAX: usize = 64 * 1024;

/// The secret that a browser holds for one session, signed in or not: 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// The token that an office made.
    #[must_use]
    pub fn new(token: String) -> Self {
        Self(token)
    }

    /// The token a browser sent, or `None` if it has not the form of one.
    #[must_use]
    pub fn from_cookie(headers: &HeaderMap) -> Option<Self> {
        let value = cookie(headers, SESSION_COOKIE)?;
        let well_formed = value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
        well_formed.then(|| Self(value.to_owned()))
    }

    /// The token itself, for the office.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
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
    /// HTTPS, ended by a proxy: cookies are marked `Secure`.
    Encrypted,
    /// Plain HTTP, as on loopback or inside an office.
    Plain,
}

impl Transport {
    /// How this request came, as the proxy in front says. Who lies about it harms the own cookie
    /// only.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        match headers.get("x-forwarded-proto").map(header::HeaderValue::as_bytes) {
            Some(b"https") => Self::Encrypted,
            Some(_) | None => Self::Plain,
        }
    }

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

    pub(crate) fn matches(&self, sent: &str) -> bool {
        // Compared by digest: how far two texts agree must not show in the time it takes.
        derive("abdi compare", &self.0) == derive("abdi compare", sent)
    }
}

impl fmt::Display for Csrf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is known of whoever asks; in the extensions of the request and of the answer.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// The visitor's token, given now if there was none.
    pub(crate) token: SessionToken,
    /// How the request came.
    pub(crate) transport: Transport,
    /// Who is signed in, if anybody.
    pub(crate) visitor: Option<Visitor>,
    /// What waits for whoever is signed in.
    pub(crate) inbox: Inbox,
}

/// Middleware: finds the visit of each request and gives a newcomer a token.
pub(crate) async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let known = SessionToken::from_cookie(request.headers());
    let visitor = match &known {
        Some(token) => match site.office().session(token.as_str()).await {
            Ok(visitor) => visitor,
            Err(error) => return PageError::from(error).into_response(),
        },
        None => None,
    };
    let inbox = match &visitor {
        Some(visitor) => match site.office().inbox(&visitor.actor).await {
            Ok(inbox) => inbox,
            Err(error) => return PageError::from(error).into_response(),
        },
        None => Inbox::default(),
    };
    let newcomer = known.is_none();
    let token = known.unwrap_or_else(|| SessionToken::new(site.office().fresh_token()));
    let transport = Transport::of(request.headers());
    let visit = Visit { token, transport, visitor, inbox };
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    if let Some(visitor) = &visit.visitor {
        count_messages(&site, visitor);
    }
    // A handler that signs somebody in or out sets the cookie itself.
    if newcomer && !response.headers().contains_key(header::SET_COOKIE) {
        let cookie = visit.token.set_cookie(transport);
        let value = cookie.parse().expect("hexadecimal digits and attributes make a header");
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response.extensions_mut().insert(visit);
    response
}

/// Counts the messages that are new to somebody, for the pages to come. Beside this page, which
/// neither waits for it nor asks the store anything for it.
fn count_messages(site: &Site, visitor: &Visitor) {
    let (office, actor) = (site.office().clone(), visitor.actor.clone());
    if office.unread_is_old(&actor) {
        tokio::spawn(async move {
            if let Err(error) = office.messages(&actor).await {
                tracing::warn!(%error, "messages could not be counted");
            }
        });
    }
}

#[derive(Deserialize)]
struct CsrfField {
    #[serde(default)]
    csrf: String,
}

/// A form from one of our own pages: its `csrf` field agrees with the session.
#[derive(Clone, Debug)]
pub(crate) struct OwnForm<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Site> for OwnForm<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Site) -> Result<Self, PageError> {
        let unreadable = || PageError::new(ErrorKind::BadRequest);
        let foreign =
            || PageError::new(ErrorKind::Forbidden).because(Phrase::new("error-form-foreign"));
        let expected = request.extensions().get::<Visit>().map(|visit| Csrf::of(&visit.token));
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, FORM_BYTES_MAX).await.map_err(|_| unreadable())?;
        let again = || {
            let mut request = Request::new(Body::from(bytes.clone()));
            *request.method_mut() = parts.method.clone();
            *request.uri_mut() = parts.uri.clone();
            *request.headers_mut() = parts.headers.clone();
            request
        };
        let Form(sent) =
            Form::<CsrfField>::from_request(again(), site).await.map_err(|_| unreadable())?;
        if !expected.is_some_and(|csrf| csrf.matches(&sent.csrf)) {
            return Err(foreign());
        }
        let Form(form) = Form::<T>::from_request(again(), site).await.map_err(|_| unreadable())?;
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
