//! Every page filled with invented values: what snapshots, the accessibility test and the preview
//! show. Behind the feature `samples`, so no binary that an office runs holds them.

mod access;
mod audit;
mod case;
mod claim;
mod closing;
mod correction;
mod discipline;
mod jobs;
mod law;
mod leave;
mod message;
mod money;
mod month;
mod people;
mod performance;
mod requests;
mod roster;
mod shadow;
mod sheet;
mod terminals;
mod today;
mod unit_act;
mod what_if;

use askama::Template;
use axum::{
    Router,
    extract::Path,
    http::StatusCode,
    middleware,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use words::{Lang, Phrase};

use crate::{
    Area, AreaLink, DataKind, Frame, Reader, assets,
    language::{self, ReaderLang},
    session::{Csrf, SessionToken},
    with_headers,
};

/// A page filled with invented values.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Names it in addresses and snapshots.
    pub name: &'static str,
    /// The page in a language.
    pub render: fn(Lang) -> String,
}

/// All samples: every page, and those of its states that look different.
#[must_use]
pub fn all() -> Vec<Sample> {
    [
        access::ALL,
        month::ALL,
        sheet::ALL,
        today::ALL,
        people::ALL,
        terminals::ALL,
        law::ALL,
        leave::ALL,
        audit::ALL,
        correction::ALL,
        requests::ALL,
        discipline::ALL,
        case::ALL,
        closing::ALL,
        money::ALL,
        message::ALL,
        jobs::ALL,
        roster::ALL,
        what_if::ALL,
        performance::ALL,
        claim::ALL,
        shadow::ALL,
        unit_act::ALL,
    ]
    .concat()
}

/// Serves all samples under `/samples/`, with the styles and scripts, and a list of them at `/`.
pub fn router() -> Router {
    let pages = Router::new()
        .route("/", get(index))
        .route("/samples/{name}", get(sample))
        .merge(assets::router())
        .layer(middleware::from_fn(language::layer));
    with_headers(pages)
}

async fn index() -> Html<String> {
    let mut items = String::new();
    for Sample { name, .. } in all() {
        items.extend(["<li><a href=\"/samples/", name, "\">", name, "</a></li>"]);
    }
    Html(format!("<!doctype html><title>Samples</title><ul>{items}</ul>"))
}

async fn sample(Path(name): Path<String>, lang: ReaderLang) -> Response {
    match all().iter().find(|sample| sample.name == name) {
        Some(sample) => Html((sample.render)(lang.0)).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Whose eyes a sample is seen with.
#[derive(Clone, Copy, Debug)]
enum Eyes {
    Visitor,
    Pegawai,
    Operator,
    Bkpsdm,
    Auditor,
}

fn render(page: &impl Template) -> String {
    page.render().expect("a page of plain values renders")
}

fn frame(lang: Lang, eyes: Eyes, name: &str) -> Frame {
    let csrf = Csrf::of(&SessionToken::new("07".repeat(32)));
    let mut frame = Frame::new(lang, "Kabupaten Contoh", DataKind::Example, csrf);
    frame.path = format!("/samples/{name}");
    let (reader, role, areas): (&str, &str, &[(Area, &str)]) = match eyes {
        Eyes::Visitor => return frame,
        Eyes::Pegawai => (
            "Siti Rahayu",
            "role-pegawai",
            &[
                (Area::MyMonth, "/samples/my-month"),
                (Area::Requests, "/samples/requests"),
                (Area::Law, "/samples/law"),
            ],
        ),
        Eyes::Operator => (
            "Yusuf Maulana",
            "role-operator",
            &[
                (Area::MyMonth, "/samples/my-month"),
                (Area::Requests, "/samples/requests"),
                (Area::Decisions, "/samples/decisions"),
                (Area::UnitMonth, "/samples/unit-month"),
                (Area::Today, "/samples/today-unit"),
                (Area::People, "/samples/people"),
                (Area::Terminals, "/samples/terminals"),
                (Area::Law, "/samples/law"),
            ],
        ),
        Eyes::Bkpsdm => (
            "Ratna Wulandari",
            "role-bkpsdm",
            &[
                (Area::UnitMonth, "/samples/units"),
                (Area::Today, "/samples/today"),
                (Area::People, "/samples/people"),
                (Area::Terminals, "/samples/terminals"),
                (Area::Law, "/samples/law"),
            ],
        ),
        Eyes::Auditor => (
            "Hendra Gunawan",
            "role-auditor",
            &[
                (Area::UnitMonth, "/samples/units"),
                (Area::Today, "/samples/today"),
                (Area::People, "/samples/people"),
                (Area::Terminals, "/samples/terminals"),
                (Area::Law, "/samples/law"),
                (Area::Audit, "/samples/audit"),
            ],
        ),
    };
    frame.reader = Some(Reader { name: reader.to_owned(), role: Phrase::new(role) });
    frame.areas = areas
        .iter()
        .map(|(area, href)| {
            let waits = if *area == Area::Decisions { 3 } else { 0 };
            AreaLink { area: *area, href: (*href).to_owned(), waits }
        })
        .collect();
    let messages =
        AreaLink { area: Area::Messages, href: "/samples/messages".to_owned(), waits: 2 };
    frame.tools.push(messages);
    frame
}

fn at(lang: Lang, eyes: Eyes, area: Area, name: &str) -> Frame {
    frame(lang, eyes, name).at(area, format!("/samples/{name}"))
}

/// Where a sample's source can be read.
fn law_href(anchor: &str) -> String {
    format!("/samples/law#{anchor}")
}
