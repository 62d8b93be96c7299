//! The site of one office: what its pages are made from.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{Uri, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use civil::Month;
use office::{Actor, Office, Permission, Scope, access::Visitor};
use words::{Lang, Phrase};

use crate::{
    Area, AreaLink, DataKind, Frame, Reader,
    language::ReaderLang,
    pages::access::ExampleAccount,
    paths,
    session::{Csrf, SessionToken, Visit},
};

/// The pages of one office.
#[derive(Clone)]
pub struct Site {
    office: Office,
    examples: Arc<[ExampleAccount]>,
}

impl Site {
    /// The pages of `office`.
    #[must_use]
    pub fn new(office: Office) -> Self {
        Self { office, examples: Arc::new([]) }
    }

    /// The same pages, whose sign-in page shows the accounts of an example regency.
    #[must_use]
    pub fn with_examples(self, examples: Vec<ExampleAccount>) -> Self {
        Self { examples: examples.into(), ..self }
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    pub(crate) fn examples(&self) -> Vec<ExampleAccount> {
        self.examples.to_vec()
    }

    /// The regency's name as in a letter.
    pub(crate) fn regency(&self) -> String {
        let name = self.office.regency().as_str();
        let capital = |word: &str| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect::<String>()
            })
        };
        match name.strip_prefix("examples/") {
            Some(example) => capital(example),
            None => format!("Kabupaten {}", capital(name)),
        }
    }

    fn data_kind(&self) -> DataKind {
        let name = self.office.regency().as_str();
        if name == "contoh" || name.starts_with("examples/") {
            DataKind::Example
        } else {
            DataKind::Real
        }
    }

    /// The frame of the page at `uri` for whoever is visiting.
    pub(crate) fn frame(&self, lang: Lang, visit: Option<&Visit>, uri: &Uri) -> Frame {
        // Without a visit there is no form to prove, but a frame has a token all the same.
        let token = visit.map(|visit| visit.token.clone());
        let token = token.unwrap_or_else(|| SessionToken::new(self.office.fresh_token()));
        let mut frame = Frame::new(lang, self.regency(), self.data_kind(), Csrf::of(&token));
        frame.path = uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        if let Some(visitor) = visit.and_then(|visit| visit.visitor.as_ref()) {
            frame.reader = Some(Reader {
                name: visitor.name.clone(),
                role: Phrase::new(format!("role-{}", visitor.account.role)),
            });
            frame.areas = self.areas(visitor);
            frame.unread = self.office.unread_messages(&visitor.actor);
        }
        frame
    }

    /// Where somebody may go, in order.
    fn areas(&self, visitor: &Visitor) -> Vec<AreaLink> {
        let actor = &visitor.actor;
        let month = Month::of(self.office.today());
        let units = actor.may_somewhere(Permission::SeeUnit);
        [
            visitor.nip.map(|_| (Area::MyMonth, paths::my_month(month.first()))),
            Some((Area::Messages, paths::MESSAGES.to_owned())),
            units.then(|| (Area::UnitMonth, units_of(actor, month))),
            units.then(|| (Area::Today, today_of(actor))),
            units.then(|| (Area::People, paths::PEOPLE.to_owned())),
            actor
                .may_somewhere(Permission::SeeTerminals)
                .then(|| (Area::Terminals, paths::TERMINALS.to_owned())),
            Some((Area::Law, paths::LAW.to_owned())),
            (!self.office.job_kinds(actor).is_empty())
                .then(|| (Area::Jobs, paths::JOBS.to_owned())),
            actor
                .may(Permission::ReadAudit, Scope::Regency)
                .then(|| (Area::Audit, paths::AUDIT.to_owned())),
        ]
        .into_iter()
        .flatten()
        .map(|(area, href)| AreaLink { area, href })
        .collect()
    }

    /// Where somebody begins: what the role is there for.
    pub(crate) fn home(&self, visitor: &Visitor) -> String {
        let actor = &visitor.actor;
        let month = Month::of(self.office.today());
        if actor.may_somewhere(Permission::SeeUnit) {
            return match actor.skpd() {
                Some(_) => units_of(actor, month),
                None => today_of(actor),
            };
        }
        match visitor.nip {
            Some(_) => paths::my_month(month.first()),
            None => paths::LAW.to_owned(),
        }
    }
}

fn units_of(actor: &Actor, month: Month) -> String {
    match actor.skpd() {
        Some(skpd) => paths::unit_month(skpd.as_str(), month.first()),
        None => paths::UNITS.to_owned(),
    }
}

fn today_of(actor: &Actor) -> String {
    match actor.skpd() {
        Some(skpd) => paths::unit_today(skpd.as_str()),
        None => paths::TODAY.to_owned(),
    }
}

/// A signed-in reader and the frame of the page asked for. Anybody else is sent to sign in, and
/// comes back after it.
pub(crate) struct Caller {
    /// Who.
    pub(crate) visitor: Visitor,
    /// The frame.
    pub(crate) frame: Frame,
}

impl Caller {
    /// Who acts.
    pub(crate) fn actor(&self) -> &Actor {
        &self.visitor.actor
    }

    /// The frame of this page, which lies in `area`.
    pub(crate) fn frame_in(&self, area: Area) -> Frame {
        let mut frame = self.frame.clone();
        frame.current = Some(area);
        frame
    }
}

impl FromRequestParts<Site> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let visit = parts.extensions.get::<Visit>();
        let Some(visitor) = visit.and_then(|visit| visit.visitor.clone()) else {
            return Err(to_sign_in(&parts.uri));
        };
        let ReaderLang(lang) = ReaderLang::of(&parts.headers);
        Ok(Self { visitor, frame: site.frame(lang, visit, &parts.uri) })
    }
}

/// Sends a stranger to sign in, and back to `uri` after it.
pub(crate) fn to_sign_in(uri: &Uri) -> Response {
    Redirect::to(&paths::sign_in_then(uri.path(), uri.query())).into_response()
}
