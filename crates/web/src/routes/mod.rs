//! The routes: one table of address, method and permission, and a folder an area behind it.
//!
//! Nothing is reachable that is not in the table, and no entry is without its permission. The
//! permission is asked before the handler runs; the verb of the office behind it asks again, about
//! the very data.

mod access;
mod audit;
mod jobs;
mod law;
mod message;
mod person;
mod presence;
mod terminal;
mod units;

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    http::Method,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, on},
};
use office::Permission;

use crate::{
    PageError, Site, assets, language, page_error,
    pages::error::ErrorKind,
    session::{self, Visit},
    site::to_sign_in,
    with_headers,
};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, also strangers.
    Anybody,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever's role has the permission somewhere.
    May(Permission),
}

/// A line of the table.
pub struct Route {
    /// `GET` or `POST`.
    pub method: Method,
    /// The address, with `{}` around what varies.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
    handler: MethodRouter<Site>,
}

/// Every route there is, but for the styles and scripts.
#[must_use]
pub fn table() -> Vec<Route> {
    use Access::{Anybody, May, SignedIn};
    use Permission::{
        DecideTerminals, MapPins, ReadAudit, RepairPunches, SeePerson, SeeTerminals, SeeUnit,
    };
    vec![
        get("/", SignedIn, access::home),
        get("/sign-in", Anybody, access::show_sign_in),
        post("/sign-in", Anybody, access::sign_in),
        post("/sign-out", Anybody, access::sign_out),
        get("/me/{month}", May(SeePerson), presence::my_month),
        get("/people", May(SeeUnit), person::people),
        get("/people/{nip}", May(SeePerson), person::person),
        get("/people/{nip}/{month}", May(SeePerson), presence::person_month),
        get("/units", May(SeeUnit), presence::units),
        get("/units/{skpd}/today", May(SeeUnit), presence::unit_today),
        get("/units/{skpd}/{month}", May(SeeUnit), presence::unit_month),
        get("/today", May(SeeUnit), presence::regency_today),
        get("/terminals", May(SeeTerminals), terminal::terminals),
        get("/terminals/{serial}", May(SeeTerminals), terminal::terminal),
        post("/terminals/{serial}/decide", May(DecideTerminals), terminal::decide),
        post("/quarantine/{id}/decide", May(RepairPunches), terminal::decide_quarantine),
        post("/pins/map", May(MapPins), terminal::map_pin),
        get("/law", SignedIn, law::in_force),
        get("/messages", SignedIn, message::list),
        post("/messages", SignedIn, message::look),
        get("/me/settings", SignedIn, message::settings),
        post("/me/settings", SignedIn, message::choose),
        get("/jobs", SignedIn, jobs::list),
        post("/jobs", SignedIn, jobs::ask),
        get("/jobs/{id}", SignedIn, jobs::one),
        post("/jobs/{id}/cancel", SignedIn, jobs::cancel),
        get("/jobs/{id}/file", SignedIn, jobs::file),
        get("/audit", May(ReadAudit), audit::list),
    ]
}

fn get<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Site>) -> Route {
    Route { method: Method::GET, path, access, handler: on(MethodFilter::GET, handler) }
}

fn post<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Site>) -> Route {
    Route { method: Method::POST, path, access, handler: on(MethodFilter::POST, handler) }
}

/// Everything the site answers.
pub fn router(site: Site) -> Router {
    let mut router = Router::new();
    for Route { path, access, handler, .. } in table() {
        let guarded = handler
            .route_layer(middleware::from_fn(move |request, next| guard(access, request, next)));
        router = router.route(path, guarded);
    }
    let pages = router
        .fallback(async || PageError::not_found())
        .layer(middleware::from_fn_with_state(site.clone(), session::layer))
        .layer(middleware::from_fn_with_state(site.clone(), page_error::layer))
        .layer(middleware::from_fn(language::layer))
        .merge(assets::router());
    with_headers(pages).with_state(site)
}

/// Lets through whom the table lets through.
async fn guard(access: Access, request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Visit>().and_then(|visit| visit.visitor.as_ref());
    let may = match (access, visitor) {
        (Access::Anybody, _) | (Access::SignedIn, Some(_)) => true,
        (Access::May(permission), Some(visitor)) => visitor.actor.may_somewhere(permission),
        (Access::SignedIn | Access::May(_), None) => return stranger(&request),
    };
    if may { next.run(request).await } else { PageError::new(ErrorKind::Forbidden).into_response() }
}

/// Somebody who is not signed in: sent to sign in, but a form is not, since it would be lost.
fn stranger(request: &Request) -> Response {
    if request.method() == Method::GET {
        to_sign_in(request.uri())
    } else {
        PageError::new(ErrorKind::Forbidden)
            .because(words::Phrase::new("error-form-foreign"))
            .into_response()
    }
}

/// The page of a list that an address asks for, from 1; what is no number is the first.
fn page_number(asked: Option<&str>) -> usize {
    asked.and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
}
