//! Who gets where: every route for every role, and no link to anywhere else.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::Write as _,
};

use axum::http::{Method, StatusCode, header};

use crate::office::{ACCOUNTS, MAYA, SITI, Visitor, pages};

/// An address for a path of the table. What varies is of the operator's own unit.
fn example(path: &str) -> String {
    path.replace("/reports/{report}", "/reports/recap")
        .replace("/me/{month}", "/me/2026-11")
        .replace("{nip}", SITI)
        .replace("{month}", "2026-11")
        .replace("{skpd}", "DISTAN")
        .replace("{serial}", "CONTOH0001")
        .replace("{id}", "1")
        .replace("{digest}", "0")
        .replace("{case}", "1")
        .replace("/{layer}/{file}", "/regency/tpp.toml")
        .replace("{claim}", "1")
        .replace("{file}", "panggilan-1.pdf")
}

/// What a status means to the reader. A form without its fields is refused after the permission.
fn outcome(status: StatusCode) -> &'static str {
    match status.as_u16() {
        200 => "shown",
        303 => "sent on",
        400 | 422 => "form looked at",
        403 => "refused",
        404 => "not found",
        _ => "?",
    }
}

#[tokio::test]
async fn the_table_of_routes_and_roles() {
    let pages = pages().await;
    // Siti's request waits on the desk of the operator, who heads the organisation.
    let mut siti = Visitor::signed_in(pages.clone(), SITI).await;
    let asked = [("day", "03-11-2026"), ("arrived", "07.25"), ("cause", "forgot"), ("reason", "x")];
    assert_eq!(siti.hand_in(&asked, &[]).await.status, StatusCode::SEE_OTHER);
    let mut table = String::new();
    let mut visitors = vec![("stranger", Visitor::new(pages.clone()))];
    for (username, role, _, _) in ACCOUNTS {
        visitors.push((role.code(), Visitor::signed_in(pages.clone(), username).await));
    }
    for route in web::routes::table() {
        let path = example(route.path);
        // Signing out ends what the table still needs; the tests of sessions do it.
        if path == "/sign-out" {
            continue;
        }
        let _ = writeln!(table, "{} {} ({:?})", route.method, route.path, route.access);
        for (name, visitor) in &mut visitors {
            let answer = if route.method == Method::GET {
                visitor.get(&path).await
            } else {
                let from = if *name == "stranger" { "/sign-in" } else { "/law" };
                visitor.send(from, &path, "nothing=1").await
            };
            let _ = writeln!(table, "  {name:10} {}", outcome(answer.status));
        }
    }
    insta::with_settings!({omit_expression => true}, {
        insta::assert_snapshot!(table);
    });
}

#[tokio::test]
async fn what_is_another_units_is_refused_by_the_office_itself() {
    let pages = pages().await;
    let mut operator = Visitor::signed_in(pages.clone(), "operator.distan").await;
    let mut siti = Visitor::signed_in(pages, SITI).await;
    let elsewhere = [
        "/units/DINKES/2026-11".to_owned(),
        "/units/DINKES/today".to_owned(),
        "/today".to_owned(),
        "/people?unit=DINKES".to_owned(),
        format!("/people/{MAYA}"),
        format!("/people/{MAYA}/2026-11"),
    ];
    for path in elsewhere {
        assert_eq!(operator.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(siti.get(&format!("/people/{SITI}")).await.status, StatusCode::OK);
    assert_eq!(siti.get(&format!("/people/{MAYA}")).await.status, StatusCode::FORBIDDEN);
    let hidden = operator.get("/terminals/CONTOH0002").await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "it waits for the regency, not for a unit");
}

/// How an answer says that a report has nothing of its month.
const NOTHING_IN_MONTH: &str = "Belum ada data untuk";

/// How many addresses that differ only in their numbers are visited.
const VISITS_ALIKE: usize = 2;

#[tokio::test]
async fn no_link_leads_nowhere() {
    let pages = pages().await;
    for (username, _, _, _) in ACCOUNTS {
        let mut visitor = Visitor::signed_in(pages.clone(), username).await;
        let mut seen = BTreeSet::new();
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        let mut ahead = VecDeque::from([("/".to_owned(), String::new())]);
        while let Some((path, from)) = ahead.pop_front() {
            if !seen.insert(path.clone()) || path.starts_with("/assets/") {
                continue;
            }
            // Months and numbers go on without end; a few of each kind of page say enough.
            let visits = alike.entry(path.replace(|letter: char| letter.is_ascii_digit(), "0"));
            let visits = visits.or_default();
            *visits += 1;
            if *visits > VISITS_ALIKE {
                continue;
            }
            let answer = visitor.get(&path).await;
            match answer.status {
                StatusCode::SEE_OTHER => {
                    ahead.push_back((answer.header(header::LOCATION).to_owned(), path));
                }
                StatusCode::OK => ahead.extend(
                    answer
                        .links()
                        .into_iter()
                        .map(|link| link.split('#').next().unwrap_or_default().to_owned())
                        // The other language has the same links.
                        .filter(|link| !link.contains("lang="))
                        .map(|link| (link, path.clone())),
                ),
                // A file of a month that has nothing cannot be empty; it says so.
                StatusCode::NOT_FOUND if answer.text.contains(NOTHING_IN_MONTH) => {
                    assert!(path.starts_with("/reports/"), "{username}: {from} to {path}");
                }
                status => panic!("{username} is led from {from} to {path}: {status}"),
            }
        }
        assert!(seen.len() > 8, "{username} saw only {seen:?}");
    }
}

#[tokio::test]
async fn everybody_begins_on_a_page_that_is_open_to_them() {
    let pages = pages().await;
    let begins = [
        (SITI, "/me/2026-11"),
        ("operator.distan", "/units/DISTAN/2026-11"),
        ("bkpsdm", "/today"),
        ("inspektorat", "/today"),
        ("kepala.distan", "/units/DISTAN/2026-11"),
        ("bendahara.distan", "/units/DISTAN/2026-10/payments"),
    ];
    assert_eq!(begins.map(|(name, _)| name), ACCOUNTS.map(|(name, ..)| name));
    for (username, page) in begins {
        let mut visitor = Visitor::signed_in(pages.clone(), username).await;
        let home = visitor.get("/").await;
        assert_eq!(home.header(header::LOCATION), page, "{username}");
        assert_eq!(visitor.get(page).await.status, StatusCode::OK, "{username} at {page}");
    }
    // The unit's month says nothing about terminals to who may not look at them.
    let mut treasurer = Visitor::signed_in(pages, "bendahara.distan").await;
    let sheet = treasurer.get("/units/DISTAN/2026-11").await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(!sheet.text.contains("/terminals"), "{}", sheet.text);
}
