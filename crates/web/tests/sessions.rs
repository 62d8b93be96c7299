//! Sessions, forms and languages as a browser meets them.

use async_trait::async_trait;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use tower::ServiceExt as _;
use web::{
    assets, language,
    session::{
        self, Csrf, OwnForm, SESSION_COOKIE, SessionToken, Sessions, SessionsUnavailable, SignedIn,
        Transport,
    },
    with_headers,
};

/// One account, signed in with the token of 32 ones; the token of 32 nines breaks the store.
#[derive(Clone)]
struct OneAccount;

#[async_trait]
impl Sessions for OneAccount {
    type Account = &'static str;

    async fn account(
        &self,
        token: &SessionToken,
    ) -> Result<Option<&'static str>, SessionsUnavailable> {
        if *token == SessionToken::from_random([9; 32]) {
            return Err(SessionsUnavailable);
        }
        Ok((*token == SessionToken::from_random([1; 32])).then_some("Siti"))
    }

    fn fresh_token(&self) -> SessionToken {
        SessionToken::from_random([2; 32])
    }

    fn transport(&self) -> Transport {
        Transport::Encrypted
    }
}

#[derive(Deserialize)]
struct Words {
    text: String,
}

fn app() -> Router {
    let router = Router::new()
        .route("/me", get(|SignedIn(name): SignedIn<&'static str>| async move { name }))
        .route("/say", post(|OwnForm(words): OwnForm<Words>| async move { words.text }))
        .merge(assets::router())
        .layer(middleware::from_fn_with_state(OneAccount, session::layer::<OneAccount>))
        .layer(middleware::from_fn(language::layer));
    with_headers(router)
}

fn cookie(byte: u8) -> String {
    format!("{SESSION_COOKIE}={}", format!("{byte:02x}").repeat(32))
}

async fn get_with(path: &str, cookie: &str) -> Response {
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty());
    app().oneshot(request.expect("well formed")).await.expect("the router answers")
}

async fn say(cookie: &str, form: String) -> StatusCode {
    let request = Request::post("/say")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .expect("well formed");
    app().oneshot(request).await.expect("the router answers").status()
}

fn text(response: &Response, name: header::HeaderName) -> &str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[tokio::test]
async fn a_stranger_is_sent_to_sign_in_and_gets_a_token() {
    let response = get_with("/me?month=2026-11", "").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(text(&response, header::LOCATION), "/sign-in?next=%2Fme%3Fmonth%3D2026-11");
    let set = text(&response, header::SET_COOKIE);
    assert!(set.starts_with(&cookie(2)), "{set}");
    assert!(set.contains("HttpOnly; SameSite=Lax") && set.ends_with("Secure"), "{set}");
}

#[tokio::test]
async fn the_account_of_the_token_is_let_in() {
    let response = get_with("/me", &cookie(1)).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(text(&response, header::SET_COOKIE), "");
    assert_eq!(text(&response, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(text(&response, header::CONTENT_SECURITY_POLICY).starts_with("default-src 'self'"));
    assert_eq!(get_with("/me", &cookie(9)).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(get_with("/me", "abdi_session=' OR 1=1").await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_our_own_forms_are_taken() {
    let ours = Csrf::of(&SessionToken::from_random([1; 32]));
    let theirs = Csrf::of(&SessionToken::from_random([2; 32]));
    assert_eq!(say(&cookie(1), format!("csrf={ours}&text=hai")).await, StatusCode::OK);
    assert_eq!(say(&cookie(1), format!("csrf={theirs}&text=hai")).await, StatusCode::FORBIDDEN);
    assert_eq!(say(&cookie(1), "text=hai".to_owned()).await, StatusCode::FORBIDDEN);
    assert_eq!(say("", format!("csrf={ours}&text=hai")).await, StatusCode::FORBIDDEN);
    assert_eq!(say(&cookie(1), format!("csrf={ours}")).await, StatusCode::BAD_REQUEST);
    let huge = "x".repeat(100_000);
    assert_eq!(say(&cookie(1), format!("csrf={ours}&text={huge}")).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_language_switch_keeps_the_page() {
    let response = get_with("/me?month=2026-11&lang=en", "").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(text(&response, header::LOCATION), "/me?month=2026-11");
    assert!(text(&response, header::SET_COOKIE).starts_with("abdi_lang=en; Path=/; Max-Age="));
}

#[tokio::test]
async fn styles_are_kept_and_compressed() {
    let page = (web::samples::all().first().expect("there are samples").render)(words::Lang::Id);
    let href =
        page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    let href = href.expect("every page has a style sheet").to_owned();
    let request =
        Request::get(&href).header(header::ACCEPT_ENCODING, "br, gzip").body(Body::empty());
    let response = app().oneshot(request.expect("well formed")).await.expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(text(&response, header::CONTENT_ENCODING), "gzip");
    assert!(text(&response, header::CACHE_CONTROL).ends_with("immutable"));
    let stale = get_with("/assets/0000/abdi.css", "").await;
    assert_eq!(text(&stale, header::CACHE_CONTROL), "no-cache");
    assert_eq!(get_with("/assets/0000/passwd", "").await.status(), StatusCode::NOT_FOUND);
}
