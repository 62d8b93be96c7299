//! Closing the month of a unit: what is left, what is frozen, who signed, what came out otherwise.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{FormError, MonthLinks},
};

/// Most people named at once below something found; the others are folded.
const PEOPLE_SHOWN: usize = 10;

/// The month of a unit, open or closed.
#[derive(Clone, Debug, Template)]
#[template(path = "closing/unit.html")]
pub struct ClosingPage {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// Which month.
    pub month: MonthLinks,
    /// The month sheet.
    pub sheet: String,
    /// The payment list, for who may see it.
    pub payments: Option<String>,
    /// People whose month belongs to it.
    pub people: u32,
    /// Where the month stands.
    pub state: Phrase,
    /// Style of the mark of where it stands.
    pub style: &'static str,
    /// What was found, what stands in the way first.
    pub checks: Vec<CheckShown>,
    /// The form that closes, for who may, where nothing stands in the way: where it is sent.
    pub close: Option<String>,
    /// The closing that stands and its supplements, oldest first.
    pub closings: Vec<ClosingShown>,
    /// Whose month would come out otherwise now.
    pub drift: Vec<DriftShown>,
    /// What they would be paid more or less in all, in rupiah.
    pub drift_net: i64,
    /// The form that freezes what came out otherwise, for who may: where it is sent.
    pub supplement: Option<String>,
    /// The form that opens the month again, for who may.
    pub reopen: Option<ReopenForm>,
    /// Closings that no longer stand.
    pub reopened: Vec<ClosingShown>,
    /// What a proof of a closing came to.
    pub verified: Option<VerifiedShown>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// How much something found stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The month cannot be closed with it.
    Blocks,
    /// It must be acknowledged with a reason.
    Acknowledge,
    /// It is told.
    Warns,
}

impl Severity {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Blocks => "closing-weight-blocks",
            Self::Acknowledge => "closing-weight-acknowledge",
            Self::Warns => "closing-weight-warns",
        }
    }

    pub(crate) fn shape(self) -> &'static str {
        match self {
            Self::Blocks => "absent",
            Self::Acknowledge => "look",
            Self::Warns => "off",
        }
    }
}

/// Something found.
#[derive(Clone, Debug)]
pub struct CheckShown {
    /// Its code: names the field of its reason.
    pub code: &'static str,
    /// What.
    pub what: Phrase,
    /// How much it stands in the way.
    pub severity: Severity,
    /// How often.
    pub count: u32,
    /// Where it is mended, if there is a page for it that the reader may open.
    pub href: Option<String>,
    /// Whom it is about.
    pub people: Vec<NamedPerson>,
    /// Why the month may be closed with it, as typed.
    pub reason: String,
}

impl CheckShown {
    pub(crate) fn asks(&self) -> bool {
        self.severity == Severity::Acknowledge
    }

    pub(crate) fn field(&self) -> String {
        format!("reason-{}", self.code)
    }

    pub(crate) fn first(&self) -> &[NamedPerson] {
        self.people.get(..PEOPLE_SHOWN).unwrap_or(&self.people)
    }

    pub(crate) fn others(&self) -> &[NamedPerson] {
        self.people.get(PEOPLE_SHOWN..).unwrap_or_default()
    }
}

/// Somebody whom something found is about.
#[derive(Clone, Debug)]
pub struct NamedPerson {
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The person's month.
    pub href: String,
}

/// A closing.
#[derive(Clone, Debug)]
pub struct ClosingShown {
    /// Its number and what it supplements.
    pub title: Phrase,
    /// The same closing as a part of ids of the page.
    pub number: u32,
    /// Where it stands.
    pub state: Phrase,
    /// Style of the mark of where it stands.
    pub style: &'static str,
    /// By whom and when, and in whose place.
    pub by: Vec<Phrase>,
    /// What is frozen.
    pub frozen: Frozen,
    /// What was left open or acknowledged, each with its reason.
    pub noted: Vec<(Phrase, u32, String)>,
    /// Who signed, in order.
    pub signatures: Vec<Phrase>,
    /// Who signs next.
    pub waits: Option<Phrase>,
    /// The form of a signature, for who signs next.
    pub sign: Option<SignForm>,
    /// The page with the proof of this closing.
    pub verify: String,
    /// Why it was reopened.
    pub why_reopened: Option<String>,
}

/// What a closing has frozen.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// People.
    pub people: u32,
    /// Tpp before cuts, in rupiah; of a supplement the difference.
    pub gross: i64,
    /// Tpp after cuts, in rupiah; of a supplement the difference.
    pub net: i64,
    /// SHA-256 over everything.
    pub digest: String,
    /// Version of the law.
    pub law_version: String,
    /// Version of the program.
    pub engine: String,
    /// Last day whose facts count, where it was closed before its end.
    pub counts_until: Option<Date>,
}

/// The form of a signature.
#[derive(Clone, Debug)]
pub struct SignForm {
    /// Where it is sent.
    pub action: String,
    /// The digest that is signed.
    pub digest: String,
}

/// The form that opens a month again.
#[derive(Clone, Debug)]
pub struct ReopenForm {
    /// Where it is sent.
    pub action: String,
    /// The reason, as typed.
    pub reason: String,
}

/// Somebody whose month would come out otherwise now.
#[derive(Clone, Debug)]
pub struct DriftShown {
    /// Who.
    pub who: NamedPerson,
    /// Why.
    pub causes: Vec<Phrase>,
    /// What would be paid more, or, negative, less, in rupiah.
    pub net: i64,
}

/// What a proof of a closing came to.
#[derive(Clone, Debug)]
pub struct VerifiedShown {
    /// Number of the closing.
    pub number: u32,
    /// Whether nothing speaks against it.
    pub holds: bool,
    /// What was found, each a sentence.
    pub said: Vec<Phrase>,
    /// Numbers of people whose statement comes out otherwise from the same facts.
    pub differ: Vec<String>,
}

impl ClosingPage {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.t("closing-title"), self.frame.month(self.month.month))
    }

    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    fn asks(&self) -> bool {
        self.checks.iter().any(CheckShown::asks)
    }

    fn verified(&self, number: u32) -> Option<&VerifiedShown> {
        self.verified.as_ref().filter(|verified| verified.number == number)
    }
}
