//! The routes: one table of address, method and permission, and a folder an area behind it.
//!
//! Nothing is reachable that is not in the table, and no entry is without its permission. The
//! permission is asked before the handler runs; the verb of the office behind it asks again, about
//! the very data.

mod access;
mod audit;
mod claim;
mod closing;
mod discipline;
mod event;
mod jobs;
mod law;
mod leave;
mod letter;
mod message;
mod outage;
mod performance;
mod person;
mod presence;
mod report;
mod request;
mod roster;
mod shadow;
mod swap;
mod terminal;
mod units;
mod what_if;

pub(crate) use self::{discipline::blanks, units::unit_name};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
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
    paths,
    session::{self, Visit},
    site::to_sign_in,
    upload::UPLOAD_BYTES_MAX,
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
        Ask, CloseMonth, Decide, DecideTerminals, HandleDiscipline, KeepPeople, KeepPerformance,
        KeepRoster, MapPins, PayOut, ReadAudit, ReopenMonth, RepairPunches, SeePay, SeePerson,
        SeeTerminals, SeeUnit,
    };
    vec![
        get("/", SignedIn, access::home),
        get("/sign-in", Anybody, access::show_sign_in),
        post("/sign-in", Anybody, access::sign_in),
        post("/sign-out", Anybody, access::sign_out),
        get("/me/leave", May(Ask), leave::my_balance),
        get("/me/leave/new", May(Ask), leave::new_leave),
        upload("/me/leave/new", May(Ask), leave::ask_leave),
        get("/me/{month}", May(SeePerson), presence::my_month),
        get("/people", May(SeeUnit), person::people),
        get("/people/{nip}", May(SeePerson), person::person),
        get("/people/{nip}/{month}", May(SeePerson), presence::person_month),
        get("/people/{nip}/discipline", May(SeePerson), discipline::year),
        get("/discipline", May(SeeUnit), discipline::list),
        post("/discipline/open", May(HandleDiscipline), discipline::open),
        get("/discipline/{case}", May(SeePerson), discipline::case),
        post("/discipline/{case}/record", May(HandleDiscipline), discipline::record),
        get("/discipline/{case}/letters/{file}", May(SeePerson), letter::of_case),
        get("/units", May(SeeUnit), presence::units),
        get("/units/{skpd}/today", May(SeeUnit), presence::unit_today),
        get("/units/{skpd}/{month}", May(SeeUnit), presence::unit_month),
        get("/units/{skpd}/outage", May(CloseMonth), outage::new_outage),
        upload("/units/{skpd}/outage", May(CloseMonth), outage::ask_outage),
        get("/units/{skpd}/event", May(CloseMonth), event::new_event),
        post("/units/{skpd}/event", May(CloseMonth), event::keep_event),
        get("/units/{skpd}/{month}/closing", May(SeeUnit), closing::closing),
        post("/units/{skpd}/{month}/closing/close", May(CloseMonth), closing::close),
        post("/units/{skpd}/{month}/closing/sign", May(Decide), closing::sign),
        post("/units/{skpd}/{month}/closing/supplement", May(CloseMonth), closing::supplement),
        post("/units/{skpd}/{month}/closing/reopen", May(ReopenMonth), closing::reopen),
        get("/closings/{month}", May(SeeUnit), closing::closings),
        get("/units/{skpd}/{month}/payments", May(SeePay), report::unit_payments),
        get("/payments/{month}", May(SeePay), report::payments),
        get("/reports/{month}", May(SeePerson), report::reports),
        get("/reports/bank/{month}", May(PayOut), report::bank),
        get("/reports/{report}/{month}", May(SeePerson), report::named),
        get("/me/{month}/slip", May(SeePerson), report::my_slip),
        get("/people/{nip}/{month}/slip", May(SeePerson), report::person_slip),
        get("/units/{skpd}/{month}/roster", May(SeeUnit), roster::month),
        post("/units/{skpd}/{month}/roster", May(KeepRoster), roster::give),
        get("/shadow/{month}", May(KeepPeople), shadow::month),
        upload("/shadow/{month}", May(KeepPeople), shadow::compare),
        get("/claims", May(SeePerson), claim::list),
        post("/claims", May(CloseMonth), claim::open),
        get("/claims/{claim}", May(SeePerson), claim::one),
        post("/claims/{claim}/receive", May(CloseMonth), claim::receive),
        post("/claims/{claim}/withdraw", May(ReopenMonth), claim::withdraw),
        get("/units/{skpd}/{month}/performance", May(SeeUnit), performance::month),
        post("/units/{skpd}/{month}/performance", May(KeepPerformance), performance::enter),
        upload(
            "/units/{skpd}/{month}/performance/ekinerja",
            May(KeepPerformance),
            performance::import,
        ),
        get("/today", May(SeeUnit), presence::regency_today),
        get("/terminals", May(SeeTerminals), terminal::terminals),
        get("/terminals/{serial}", May(SeeTerminals), terminal::terminal),
        post("/terminals/{serial}/decide", May(DecideTerminals), terminal::decide),
        post("/quarantine/{id}/decide", May(RepairPunches), terminal::decide_quarantine),
        post("/pins/map", May(MapPins), terminal::map_pin),
        get("/law", SignedIn, law::in_force),
        get("/law/files/{layer}/{file}", SignedIn, what_if::file),
        get("/what-if", May(SeePay), what_if::form),
        upload("/what-if", May(SeePay), what_if::compare),
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
        get("/me/requests", May(Ask), request::mine),
        get("/me/corrections/new", May(Ask), request::new_correction),
        post("/me/corrections/new", May(Ask), request::one_day_more),
        upload("/me/corrections", May(Ask), request::ask_correction),
        get("/me/swaps/new", May(Ask), swap::new_swap),
        post("/me/swaps/new", May(Ask), swap::ask_swap),
        get("/decisions", May(Decide), request::decisions),
        post("/decisions", May(Decide), request::decide_listed),
        get("/requests/{id}", May(SeePerson), request::one),
        get("/requests/{id}/files/{digest}", May(SeePerson), request::file),
        get("/requests/{id}/letter.pdf", May(SeePerson), letter::of_request),
        get("/requests/{id}/decision.pdf", May(SeePerson), letter::of_decision),
        post("/requests/{id}/decide", May(Decide), request::decide_one),
        post("/requests/{id}/take-back", May(Ask), request::take_back),
        post("/requests/{id}/appeal", May(Ask), request::appeal),
    ]
}

fn get<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Site>) -> Route {
    Route { method: Method::GET, path, access, handler: on(MethodFilter::GET, handler) }
}

fn post<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Site>) -> Route {
    Route { method: Method::POST, path, access, handler: on(MethodFilter::POST, handler) }
}

/// A form with files: the only kind of body that may be large.
fn upload<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Site>) -> Route {
    let route = post(path, access, handler);
    Route { handler: route.handler.layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)), ..route }
}

/// Whether a form with files may come to this address.
pub(crate) fn takes_files(path: &str) -> bool {
    [paths::CORRECTIONS, paths::NEW_LEAVE, paths::WHAT_IF].contains(&path)
        || path.ends_with(paths::EKINERJA_FILE)
        || path.starts_with(paths::SHADOW)
        || paths::is_outage(path)
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
