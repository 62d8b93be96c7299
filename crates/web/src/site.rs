//! The site of one office: what its pages are made from.

use std::sync::{Arc, LazyLock};

use axum::{
    extract::FromRequestParts,
    http::{Uri, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Role, Skpd};
use letters::{Letters, Press};
use office::{
    Actor, Office, Permission, Scope, access::Visitor, allowance::EKinerjaMapping, matter::Inbox,
};
use reports::BankFormat;
use tokio::sync::Semaphore;
use words::{Lang, Phrase};

use crate::{
    Area, AreaLink, DataKind, Frame, Notice, Reader,
    flash::Flash,
    language::ReaderLang,
    pages::access::ExampleAccount,
    paths,
    session::{Csrf, SessionToken, Visit},
    upload::Room,
};

/// The pages of one office.
#[derive(Clone)]
pub struct Site {
    office: Office,
    examples: Arc<[ExampleAccount]>,
    flash: Arc<Flash>,
    room: Room,
    press: Arc<Press>,
    press_turn: Arc<Semaphore>,
    what_if_turn: Arc<Semaphore>,
    banks: Arc<[BankFormat]>,
    ekinerja: Arc<[EKinerjaMapping]>,
}

impl Site {
    /// The pages of `office`.
    #[must_use]
    pub fn new(office: Office) -> Self {
        Self {
            office,
            examples: Arc::new([]),
            flash: Arc::default(),
            room: Room::default(),
            press: built_in(),
            press_turn: Arc::new(Semaphore::new(1)),
            what_if_turn: Arc::new(Semaphore::new(1)),
            banks: Arc::new([]),
            ekinerja: Arc::new([]),
        }
    }

    /// The same pages, whose letters are set by an office's own templates.
    #[must_use]
    pub fn with_press(self, press: Arc<Press>) -> Self {
        Self { press, ..self }
    }

    /// The same pages, which write payment lists as the files of banks.
    #[must_use]
    pub fn with_banks(self, banks: Vec<BankFormat>) -> Self {
        Self { banks: banks.into(), ..self }
    }

    /// The same pages, whose sign-in page shows the accounts of an example regency.
    #[must_use]
    pub fn with_examples(self, examples: Vec<ExampleAccount>) -> Self {
        Self { examples: examples.into(), ..self }
    }

    /// The same pages, which read files of e-Kinerja by these mappings.
    #[must_use]
    pub fn with_ekinerja(self, mappings: Vec<EKinerjaMapping>) -> Self {
        Self { ekinerja: mappings.into(), ..self }
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// What sets letters, slips and lists; made ready when the first is wanted.
    pub(crate) fn letters(&self) -> &Letters {
        self.press.letters()
    }

    /// Whose turn it is to have something set.
    pub(crate) fn press_turn(&self) -> Arc<Semaphore> {
        self.press_turn.clone()
    }

    /// Whose turn it is to try a draft of the law.
    pub(crate) fn what_if_turn(&self) -> Arc<Semaphore> {
        self.what_if_turn.clone()
    }

    /// The formats of banks' files.
    pub(crate) fn banks(&self) -> &[BankFormat] {
        &self.banks
    }

    /// The mappings of files of e-Kinerja.
    pub(crate) fn ekinerja(&self) -> &[EKinerjaMapping] {
        &self.ekinerja
    }

    /// Room for what is being uploaded.
    pub(crate) fn room(&self) -> &Room {
        &self.room
    }

    /// Keeps what is to be said at the top of the next page of whoever did something.
    pub(crate) fn tell(&self, caller: &Caller, notices: Vec<Notice>) {
        self.flash.keep(&caller.token, notices);
    }

    /// The frame of a page that says what its reader has just done.
    pub(crate) fn frame_told(&self, caller: &Caller, area: Area) -> Frame {
        let mut frame = caller.frame_in(area);
        frame.notices.extend(self.flash.take(&caller.token));
        frame
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
        if let Some((visit, visitor)) =
            visit.and_then(|visit| Some((visit, visit.visitor.as_ref()?)))
        {
            frame.reader = Some(Reader {
                name: visitor.name.clone(),
                role: Phrase::new(format!("role-{}", visitor.account.role)),
            });
            frame.areas = self.areas(visitor, visit.inbox);
            frame.tools = self.tools(visitor);
        }
        frame
    }

    /// Where somebody may go, in order.
    fn areas(&self, visitor: &Visitor, inbox: Inbox) -> Vec<AreaLink> {
        let actor = &visitor.actor;
        let month = Month::of(self.office.today());
        let units = actor.may_somewhere(Permission::SeeUnit);
        [
            visitor.nip.map(|_| (Area::MyMonth, paths::my_month(month.first()))),
            visitor.nip.map(|_| (Area::Requests, paths::MY_REQUESTS.to_owned())),
            (inbox.waits > 0 || inbox.seated)
                .then(|| (Area::Decisions, paths::DECISIONS.to_owned())),
            units.then(|| (Area::UnitMonth, units_of(actor, month))),
            units.then(|| (Area::Today, today_of(actor))),
            units.then(|| (Area::People, paths::PEOPLE.to_owned())),
            Some((Area::Reports, paths::reports(month.first()))),
            actor
                .may_somewhere(Permission::SeeTerminals)
                .then(|| (Area::Terminals, paths::TERMINALS.to_owned())),
            self.discipline_of(visitor).map(|href| (Area::Discipline, href)),
            Some((Area::Law, paths::LAW.to_owned())),
            actor
                .may(Permission::ReadAudit, Scope::Regency)
                .then(|| (Area::Audit, paths::AUDIT.to_owned())),
        ]
        .into_iter()
        .flatten()
        .map(|(area, href)| {
            let waits = if area == Area::Decisions { inbox.waits } else { 0 };
            AreaLink { area, href, waits }
        })
        .collect()
    }

    /// What the header leads to: messages with how many are new, and files where there are any.
    fn tools(&self, visitor: &Visitor) -> Vec<AreaLink> {
        let actor = &visitor.actor;
        let unread = self.office.unread_messages(actor).unwrap_or(0);
        let link = |area, href: &str, waits| AreaLink { area, href: href.to_owned(), waits };
        let messages = link(Area::Messages, paths::MESSAGES, unread);
        let files = !self.office.job_kinds(actor).is_empty();
        let files = files.then(|| link(Area::Jobs, paths::JOBS, 0));
        std::iter::once(messages).chain(files).collect()
    }

    /// The list for who may see one, else one's own year.
    fn discipline_of(&self, visitor: &Visitor) -> Option<String> {
        if visitor.actor.may_somewhere(Permission::SeeUnit) {
            return Some(paths::DISCIPLINE.to_owned());
        }
        let year = self.office.today().year();
        visitor.nip.map(|nip| paths::person_discipline(nip.as_str(), year))
    }

    /// Where somebody begins: what the role is there for.
    pub(crate) fn home(&self, visitor: &Visitor) -> String {
        let actor = &visitor.actor;
        let month = Month::of(self.office.today());
        if visitor.account.role == Role::Bendahara {
            // What a treasurer has to pay is the month that is over.
            let skpd = actor.skpd().map(Skpd::as_str);
            return paths::payments(skpd, month.previous().first());
        }
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

/// The built-in templates, one press for every site of the program: each would parse them again.
fn built_in() -> Arc<Press> {
    static PRESS: LazyLock<Arc<Press>> = LazyLock::new(|| Arc::new(Press::built_in()));
    PRESS.clone()
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
    /// The session.
    pub(crate) token: SessionToken,
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
        let Some((visit, visitor)) = visit.and_then(|visit| Some((visit, visit.visitor.clone()?)))
        else {
            return Err(to_sign_in(&parts.uri));
        };
        let ReaderLang(lang) = ReaderLang::of(&parts.headers);
        let frame = site.frame(lang, Some(visit), &parts.uri);
        Ok(Self { visitor, frame, token: visit.token.clone() })
    }
}

/// Sends a stranger to sign in, and back to `uri` after it.
pub(crate) fn to_sign_in(uri: &Uri) -> Response {
    Redirect::to(&paths::sign_in_then(uri.path(), uri.query())).into_response()
}
