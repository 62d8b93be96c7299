//! Closings as they are kept: what each holds, and its digest.

use civil::{Month, Skpd};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use storage::{StoreError, closings::Frozen, matters::Matter};

use super::{FigureChange, Noted};
use crate::{
    allowance::{StatementDoc, payments::PayoutDoc},
    hex,
};

/// The version of the program that computed a closing.
pub(crate) const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Stage of a closing that nobody has signed.
pub(crate) const CLOSED: &str = "closed";
/// Stage of a closing that everybody has signed.
pub(crate) const SIGNED: &str = "signed";
/// Stage of a closing that no longer stands.
pub(crate) const REOPENED: &str = "reopened";

/// What a closing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosingKind {
    /// The month of everybody of an organisation.
    Main,
    /// What came out otherwise since.
    Supplement,
}

impl ClosingKind {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Supplement => "supplement",
        }
    }
}

/// What is kept of a closing beside its statements and its law. No instant and no name: the same
/// facts closed by the same law give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ClosingData {
    pub(crate) kind: ClosingKind,
    pub(crate) skpd: String,
    pub(crate) month: String,
    /// From 1, through all closings of the organisation and month.
    pub(crate) number: u32,
    /// Number of the reopened closing in whose place it stands.
    pub(crate) former: Option<u32>,
    /// Number of the closing that it supplements.
    pub(crate) main: Option<u32>,
    pub(crate) engine: String,
    pub(crate) law_version: String,
    /// Last day whose facts count, where the month was paid before its end.
    pub(crate) counts_until: Option<String>,
    pub(crate) people: u64,
    pub(crate) gross: i64,
    pub(crate) net: i64,
    /// What was left open or acknowledged.
    pub(crate) noted: Vec<Noted>,
    /// Digest of all this, the law and the statements.
    pub(crate) digest: String,
}

/// A closing as it was kept, with where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) at: Timestamp,
    pub(crate) by: String,
    pub(crate) steps: u32,
    pub(crate) stage: String,
    pub(crate) desk: Option<String>,
    pub(crate) skpd: Skpd,
    pub(crate) month: Month,
    pub(crate) data: ClosingData,
}

impl Kept {
    /// Whether everybody has signed it.
    pub(crate) fn is_signed(&self) -> bool {
        self.stage == SIGNED
    }

    pub(crate) fn of(matter: Matter) -> Result<Self, StoreError> {
        let data = serde_json::from_str(&matter.opened.data).map_err(|error| {
            let reason = format!("{}: {error}", matter.id);
            StoreError::Inconsistent { what: "closing", reason }
        })?;
        Ok(Self {
            id: matter.id,
            at: matter.at,
            by: matter.by,
            steps: matter.steps,
            stage: matter.opened.standing.stage,
            desk: matter.opened.standing.desk.map(|desk| desk.to_string()),
            skpd: matter.opened.skpd,
            month: Month::of(matter.opened.from),
            data,
        })
    }
}

/// A statement of a person by which the person's month came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementDoc {
    /// Number of the person.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Figures that differ from those frozen before.
    pub changes: Vec<FigureChange>,
    /// Why.
    pub causes: Vec<Cause>,
    /// The whole statement as it is now; none if the person's month no longer belongs to the
    /// organisation.
    pub statement: Option<StatementDoc>,
}

/// Why a statement came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Cause {
    /// The facts are others: late punches, leave, decrees, results of work.
    Facts,
    /// The law is another (rapel); ids of the values behind the figures that differ, or of all that
    /// differ if none is behind them alone.
    Law {
        /// Ids as `law show` prints them.
        provisions: Vec<String>,
    },
    /// The days that were paid before they came are known.
    RestOfMonth,
    /// The person's month belongs to another organisation, or to none.
    Moved,
    /// The person's month came to this organisation after it was closed.
    Joined,
    /// Another version of the program.
    Engine,
    /// A claim that asked it back was withdrawn, so that the closings take it after all.
    ClaimWithdrawn,
    /// Claims ask back a part of what was paid, or ask back too much; the difference leaves that
    /// part out.
    Claimed {
        /// What they ask back, in rupiah.
        amount: i64,
    },
}

impl Cause {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Law { .. } => "law",
            Self::RestOfMonth => "rest-of-month",
            Self::Moved => "moved",
            Self::Joined => "joined",
            Self::Engine => "engine",
            Self::ClaimWithdrawn => "claim-withdrawn",
            Self::Claimed { .. } => "claimed",
        }
    }
}

/// How the bytes of a statement begin with which a payout is kept.
const WITH_PAYOUT: &[u8] = b"{\"frozen\":";

/// What is kept of a person where nothing was missing for paying.
#[derive(Serialize)]
struct WithPayout<'a, T> {
    frozen: &'a T,
    payout: &'a PayoutDoc,
}

/// The same, read.
#[derive(Deserialize)]
struct ReadWithPayout<T> {
    frozen: T,
    payout: PayoutDoc,
}

/// The bytes that are frozen of a person: the document alone, or with what it pays.
pub(super) fn frozen_bytes<T: Serialize>(frozen: &T, payout: Option<&PayoutDoc>) -> Vec<u8> {
    let bytes = match payout {
        Some(payout) => serde_json::to_vec(&WithPayout { frozen, payout }),
        None => serde_json::to_vec(frozen),
    };
    bytes.expect("it has no map with keys that are no text")
}

fn read_frozen<T: DeserializeOwned>(
    bytes: &[u8],
) -> Result<(T, Option<PayoutDoc>), serde_json::Error> {
    if bytes.starts_with(WITH_PAYOUT) {
        let ReadWithPayout { frozen, payout } = serde_json::from_slice(bytes)?;
        return Ok((frozen, Some(payout)));
    }
    Ok((serde_json::from_slice(bytes)?, None))
}

/// What was frozen of a person, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FrozenPerson {
    pub(crate) doc: FrozenDoc,
    /// What the statement pays; none of closings made before payouts were frozen, and of people of
    /// whom something was missing.
    pub(crate) payout: Option<PayoutDoc>,
}

impl FrozenPerson {
    pub(crate) fn of(kind: ClosingKind, bytes: &[u8]) -> Result<Self, StoreError> {
        let read = match kind {
            ClosingKind::Main => {
                read_frozen(bytes).map(|(doc, payout)| (FrozenDoc::Main(doc), payout))
            }
            ClosingKind::Supplement => {
                read_frozen(bytes).map(|(doc, payout)| (FrozenDoc::Supplement(doc), payout))
            }
        };
        let (doc, payout) = read.map_err(|error| StoreError::Inconsistent {
            what: "frozen statement",
            reason: error.to_string(),
        })?;
        Ok(Self { doc, payout })
    }
}

/// A frozen statement, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FrozenDoc {
    Main(StatementDoc),
    Supplement(SupplementDoc),
}

impl FrozenDoc {
    pub(crate) fn of(kind: ClosingKind, bytes: &[u8]) -> Result<Self, StoreError> {
        Ok(FrozenPerson::of(kind, bytes)?.doc)
    }

    pub(crate) fn nip(&self) -> &str {
        match self {
            Self::Main(doc) => &doc.nip,
            Self::Supplement(doc) => &doc.nip,
        }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Main(doc) => &doc.name,
            Self::Supplement(doc) => &doc.name,
        }
    }

    /// The same, and nothing else of it.
    pub(crate) fn into_statement(self) -> Option<StatementDoc> {
        match self {
            Self::Main(doc) => Some(doc),
            Self::Supplement(doc) => doc.statement,
        }
    }

    /// The whole statement that it says holds.
    pub(crate) fn statement(&self) -> Option<&StatementDoc> {
        match self {
            Self::Main(doc) => Some(doc),
            Self::Supplement(doc) => doc.statement.as_ref(),
        }
    }
}

/// The digest of a closing: of what is kept of it without the digest itself, of the law's text, and
/// of the statements in order of Nip.
pub(crate) fn digest(
    data: &ClosingData,
    law: &[u8],
    statements: &[Frozen],
) -> Result<String, StoreError> {
    let mut digest = Sha256::new();
    let mut part = |bytes: &[u8]| {
        digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(bytes);
    };
    let head = ClosingData { digest: String::new(), ..data.clone() };
    part(&serde_json::to_vec(&head).expect("it has no map with keys that are no text"));
    part(law);
    let mut ordered = Vec::with_capacity(statements.len());
    for frozen in statements {
        let doc = FrozenDoc::of(data.kind, &frozen.statement)?;
        ordered.push((doc.nip().to_owned(), frozen));
    }
    ordered.sort_by(|(a, one), (b, other)| (a, &one.statement).cmp(&(b, &other.statement)));
    for (nip, frozen) in ordered {
        part(nip.as_bytes());
        part(&frozen.gross.0.to_le_bytes());
        part(&frozen.net.0.to_le_bytes());
        part(&frozen.statement);
    }
    Ok(hex::of_digest(digest))
}
