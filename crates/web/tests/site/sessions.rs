//! Sessions, forms, languages and refusals as a browser meets them.

use axum::http::{Method, StatusCode, header};
use web::session::SESSION_COOKIE;

use crate::office::{PASSWORD, SITI, Visitor, pages};

#[tokio::test]
async fn a_stranger_is_sent_to_sign_in_and_comes_back_after_it() {
    let mut visitor = Visitor::new(pages().await);
    let answer = visitor.get("/me/2026-11?day=3").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let sign_in = answer.header(header::LOCATION).to_owned();
    assert_eq!(sign_in, "/sign-in?next=%2Fme%2F2026-11%3Fday%3D3");
    let cookie = answer.header(header::SET_COOKIE);
    assert!(cookie.starts_with(SESSION_COOKIE), "{cookie}");
    assert!(cookie.ends_with("Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    let form = visitor.get(&sign_in).await;
    assert!(form.text.contains("name=\"next\" value=\"/me/2026-11?day=3\""), "{}", form.text);
    let password = PASSWORD.replace(' ', "+");
    let filled =
        format!("csrf={}&name={SITI}&password={password}&next=/me/2026-11?day=3", form.csrf());
    let answer = visitor.post("/sign-in", filled).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header(header::LOCATION), "/me/2026-11?day=3");
    let month = visitor.get("/me/2026-11?day=3").await;
    assert_eq!(month.status, StatusCode::OK);
    assert_eq!(month.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(month.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(month.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'self'"));
}

#[tokio::test]
async fn signing_in_changes_the_token_and_signing_out_ends_it() {
    let pages = pages().await;
    let mut visitor = Visitor::new(pages.clone());
    let before = visitor.get("/sign-in").await;
    let stranger = before.header(header::SET_COOKIE).to_owned();
    let signed_in = visitor.sign_in(SITI, PASSWORD).await;
    let known = signed_in.header(header::SET_COOKIE).to_owned();
    assert_ne!(stranger, known, "a token planted before signing in must not become the session's");
    let gone = visitor.send("/law", "/sign-out", "").await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert_eq!(gone.header(header::LOCATION), "/sign-in?out=1");
    assert!(visitor.get("/sign-in?out=1").await.text.contains("Anda sudah keluar."));
    // Who kept a copy of the token gets in no more.
    let token = known.split(';').next().expect("a cookie").to_owned();
    let request = axum::http::Request::get("/law")
        .header(header::COOKIE, token)
        .body(axum::body::Body::empty())
        .expect("well formed");
    let answer = tower::ServiceExt::oneshot(pages, request).await.expect("the router answers");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_wrong_password_says_what_to_do_and_keeps_the_name() {
    let mut visitor = Visitor::new(pages().await);
    let answer = visitor.sign_in("operator.distan", "sandi-keliru").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("NIP atau kata sandi tidak cocok"), "{}", answer.text);
    assert!(answer.text.contains("value=\"operator.distan\""));
    assert!(!answer.text.contains("sandi-keliru"), "the password is not said again");
    for _ in 0..4 {
        visitor.sign_in("operator.distan", "sandi-keliru").await;
    }
    let answer = visitor.sign_in("operator.distan", PASSWORD).await;
    assert!(answer.text.contains("Tunggu 15 menit"), "{}", answer.text);
    let empty = visitor.sign_in("", "").await;
    assert!(empty.text.contains("Isi NIP atau nama akun") && empty.text.contains("Isi kata sandi"));
}

#[tokio::test]
async fn only_our_own_forms_are_taken() {
    let pages = pages().await;
    let mut visitor = Visitor::signed_in(pages.clone(), "bkpsdm").await;
    let theirs = Visitor::new(pages).get("/sign-in").await.csrf();
    let path = "/terminals/CONTOH0002/decide";
    for form in [format!("csrf={theirs}&decision=refuse"), "decision=refuse".to_owned()] {
        let answer = visitor.post(path, form).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.text.contains("sesi yang sudah berakhir"), "{}", answer.text);
    }
    assert!(visitor.get("/terminals").await.text.contains("1 mesin menunggu persetujuan"));
    let huge = format!("csrf={theirs}&decision={}", "x".repeat(100_000));
    assert_eq!(visitor.post(path, huge).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn every_refusal_is_a_page_in_the_readers_language() {
    let mut visitor = Visitor::signed_in(pages().await, SITI).await;
    let cases = [
        (Method::GET, "/nowhere", StatusCode::NOT_FOUND, "Halaman tidak ditemukan"),
        (Method::GET, "/me/2026-13", StatusCode::NOT_FOUND, "Tulis bulan seperti 2026-10"),
        (Method::GET, "/me/2026-09", StatusCode::NOT_FOUND, "Belum ada data untuk"),
        (Method::GET, "/terminals", StatusCode::FORBIDDEN, "bukan untuk akun Anda"),
        (Method::DELETE, "/law", StatusCode::METHOD_NOT_ALLOWED, "tidak dapat dibaca"),
        (Method::GET, "/people/%00", StatusCode::NOT_FOUND, "Halaman tidak ditemukan"),
    ];
    for (method, path, status, words) in cases {
        let answer = visitor.ask(method, path, String::new()).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.text.contains(words), "{path}: {}", answer.text);
        assert!(answer.text.contains("DATA CONTOH"), "{path} is a page like the others");
        assert!(answer.text.contains("Siti Rahmawati"), "{path} knows its reader");
    }
    let switch = visitor.get("/nowhere?lang=en").await;
    assert_eq!(switch.header(header::LOCATION), "/nowhere");
    assert!(visitor.get("/nowhere").await.text.contains("Page not found"));
}

#[tokio::test]
async fn styles_are_kept_and_compressed() {
    let mut visitor = Visitor::new(pages().await);
    let page = visitor.get("/sign-in").await.text;
    let href =
        page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    let styles = visitor.get(href.expect("every page has a style sheet")).await;
    assert_eq!(styles.status, StatusCode::OK);
    assert!(styles.header(header::CACHE_CONTROL).ends_with("immutable"));
    let stale = visitor.get("/assets/0000/abdi.css").await;
    assert_eq!(stale.header(header::CACHE_CONTROL), "no-cache");
    assert_eq!(visitor.get("/assets/0000/passwd").await.status, StatusCode::NOT_FOUND);
}
