//! What every page has around its content, and how it says things to its reader.

use jiff::civil::{Date, DateTime, Time};
use words::{Arg, Lang, Phrase, Words, format};

use crate::{
    assets::{self, Vendor},
    session::Csrf,
};

/// What every page has around its content: whose regency, who reads, in which language.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The reader's language.
    pub lang: Lang,
    /// The regency's name as in a letter: `Kabupaten Contoh`.
    pub regency: String,
    /// Whether the data are a real regency's.
    pub data: DataKind,
    /// Path and query of this page, without `lang`: the language switch comes back here.
    pub path: String,
    /// Who is signed in, if anybody.
    pub reader: Option<Reader>,
    /// The token that the page's forms carry.
    pub csrf: Csrf,
    /// Where the reader may go, in order.
    pub areas: Vec<AreaLink>,
    /// The area this page belongs to.
    pub current: Option<Area>,
    /// What just happened, said once at the top.
    pub notices: Vec<Notice>,
    /// What the header leads to beside the areas.
    pub tools: Vec<AreaLink>,
}

/// Whether the data on a page are a real regency's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// A real regency's.
    Real,
    /// Invented, and every page says so.
    Example,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The person's name.
    pub name: String,
    /// The role in words, `role-operator` for example.
    pub role: Phrase,
}

/// What just happened, said once at the top of the next page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Done or not done.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: Phrase,
}

/// Done or not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// It was done.
    Done,
    /// It was not done, and the sentence says what to do.
    Failed,
}

/// A part of Abdi with a place in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// My month.
    MyMonth,
    /// What I asked for.
    Requests,
    /// What waits for a decision of mine.
    Decisions,
    /// The month sheet of a unit.
    UnitMonth,
    /// Today.
    Today,
    /// The people.
    People,
    /// Reports.
    Reports,
    /// The terminals.
    Terminals,
    /// Discipline.
    Discipline,
    /// The law in force.
    Law,
    /// The audit log.
    Audit,
    /// What there is to tell the reader.
    Messages,
    /// Files that are made in the background.
    Jobs,
}

impl Area {
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MyMonth => "page-my-month-nav",
            Self::Requests => "request-nav",
            Self::Decisions => "request-decisions-nav",
            Self::UnitMonth => "page-unit-month-nav",
            Self::Today => "page-today-nav",
            Self::People => "page-people-nav",
            Self::Reports => "page-reports-nav",
            Self::Terminals => "page-terminals-nav",
            Self::Discipline => "page-discipline-nav",
            Self::Law => "page-law-nav",
            Self::Audit => "page-audit-nav",
            Self::Messages => "message-nav",
            Self::Jobs => "message-jobs-nav",
        }
    }
}

/// A place in the navigation.
#[derive(Clone, Debug)]
pub struct AreaLink {
    /// Which area.
    pub area: Area,
    /// Its address for this reader.
    pub href: String,
    /// How much waits there for this reader.
    pub waits: u32,
}

impl Frame {
    /// A frame for a reader who is not signed in.
    #[must_use]
    pub fn new(lang: Lang, regency: impl Into<String>, data: DataKind, csrf: Csrf) -> Self {
        Self {
            lang,
            regency: regency.into(),
            data,
            path: "/".to_owned(),
            reader: None,
            csrf,
            areas: Vec::new(),
            current: None,
            notices: Vec::new(),
            tools: Vec::new(),
        }
    }

    /// Whether this reader is led to an area.
    #[must_use]
    pub fn leads_to(&self, area: Area) -> bool {
        self.areas.iter().any(|link| link.area == area)
    }

    /// The same frame around the page of `area` at `path` (with its query).
    #[must_use]
    pub fn at(mut self, area: Area, path: impl Into<String>) -> Self {
        self.current = Some(area);
        self.path = path.into();
        self
    }

    /// Says at the link to the messages how many are new.
    pub(crate) fn count_messages(&mut self, unread: u32) {
        for link in self.tools.iter_mut().filter(|link| link.area == Area::Messages) {
            link.waits = unread;
        }
    }

    pub(crate) fn is_example(&self) -> bool {
        self.data == DataKind::Example
    }

    pub(crate) fn is_current(&self, area: impl Given<Area>) -> bool {
        self.current == Some(area.given())
    }

    /// The other languages, each with this page's address in it.
    pub(crate) fn other_languages(&self) -> Vec<(Lang, String)> {
        let joint = if self.path.contains('?') { '&' } else { '?' };
        Lang::ALL
            .into_iter()
            .filter(|lang| *lang != self.lang)
            .map(|lang| (lang, format!("{}{joint}lang={}", self.path, lang.code())))
            .collect()
    }

    /// The words under `key`.
    pub(crate) fn t(&self, key: &str) -> String {
        Words::get(self.lang, key)
    }

    /// The words under `key` with its `$count`.
    pub(crate) fn n(&self, key: &str, count: impl Quantity) -> String {
        Words::get_with(self.lang, key, &[("count", Arg::Count(count.quantity()))])
    }

    pub(crate) fn say(&self, phrase: &Phrase) -> String {
        Words::say(self.lang, phrase)
    }

    pub(crate) fn date(&self, date: impl Given<Date>) -> String {
        format::date(self.lang, date.given())
    }

    pub(crate) fn date_long(&self, date: impl Given<Date>) -> String {
        format::date_long(self.lang, date.given())
    }

    pub(crate) fn date_short(&self, date: impl Given<Date>) -> String {
        format::date_short(self.lang, date.given())
    }

    pub(crate) fn month(&self, date: impl Given<Date>) -> String {
        format::month(self.lang, date.given())
    }

    pub(crate) fn weekday_letters(&self, date: impl Given<Date>) -> &'static str {
        format::weekday_letters(self.lang, date.given().weekday())
    }

    pub(crate) fn weekday(&self, date: impl Given<Date>) -> &'static str {
        format::weekday(self.lang, date.given().weekday())
    }

    pub(crate) fn date_time(&self, at: impl Given<DateTime>) -> String {
        format::date_time(self.lang, at.given())
    }
}

#[expect(
    clippy::unused_self,
    reason = "templates ask the frame for everything, whatever it needs to know"
)]
impl Frame {
    pub(crate) fn lacks_vendor(&self) -> bool {
        assets::VENDOR == Vendor::Absent
    }

    pub(crate) fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    pub(crate) fn rupiah(&self, amount: impl Given<i64>) -> String {
        format::rupiah(amount.given())
    }

    /// Rupiah under a heading that names the currency.
    pub(crate) fn bare(&self, amount: impl Given<i64>) -> String {
        format::rupiah_bare(amount.given())
    }

    pub(crate) fn count(&self, count: impl Quantity) -> String {
        format::count(count.quantity())
    }

    pub(crate) fn time(&self, time: impl Given<Time>) -> String {
        format::time(time.given())
    }

    pub(crate) fn time_seconds(&self, time: impl Given<Time>) -> String {
        format::time_seconds(time.given())
    }

    pub(crate) fn zone(&self, offset_hours: impl Given<i8>) -> String {
        format::zone(offset_hours.given())
    }

    /// Rupiah with its sign, which is a minus and not a hyphen.
    pub(crate) fn signed(&self, amount: impl Given<i64>) -> String {
        let amount = amount.given();
        let sign = match amount.signum() {
            -1 => "−",
            0 => "",
            _ => "+",
        };
        format!("{sign}{}", format::rupiah(amount.saturating_abs()))
    }

    /// A rate as an act says it, with our decimal comma.
    pub(crate) fn rate(&self, rate: &str) -> String {
        format::rate(rate)
    }
}

/// A value as a template hands it over: itself, or behind the references of a loop or a match.
pub(crate) trait Given<T> {
    fn given(self) -> T;
}

impl<T: Copy> Given<T> for T {
    fn given(self) -> T {
        self
    }
}

impl<T: Copy> Given<T> for &T {
    fn given(self) -> T {
        *self
    }
}

impl<T: Copy> Given<T> for &&T {
    fn given(self) -> T {
        **self
    }
}

/// A number of things, of whatever width.
pub(crate) trait Quantity {
    fn quantity(&self) -> i64;
}

impl Quantity for u32 {
    fn quantity(&self) -> i64 {
        i64::from(*self)
    }
}

impl Quantity for usize {
    fn quantity(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<Q: Quantity> Quantity for &Q {
    fn quantity(&self) -> i64 {
        (*self).quantity()
    }
}
