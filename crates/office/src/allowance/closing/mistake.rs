//! Why a month cannot be closed, signed, supplemented or opened again, as codes that are said
//! elsewhere.

use civil::{Month, Nip, Skpd};
use jiff::civil::Date;
use words::{Arg, Phrase};

/// Why a month cannot be closed, signed, supplemented or opened again. Nothing of it was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClosingMistake {
    /// The month is closed.
    #[error(
        "{month} of {skpd} is closed (number {number}); what came out otherwise goes into a \
         supplement"
    )]
    Closed {
        /// The month.
        month: Month,
        /// Whose.
        skpd: Skpd,
        /// Number of the closing.
        number: u32,
    },
    /// Nobody's month belongs to the organisation.
    #[error("nobody's {month} belongs to {skpd}; there is nothing to close")]
    Nobody {
        /// The month.
        month: Month,
        /// Whose.
        skpd: Skpd,
    },
    /// Somebody closed it at the same moment.
    #[error("{month} of {skpd} was closed by somebody else a moment ago; look at it again first")]
    ClosedMeanwhile {
        /// The month.
        month: Month,
        /// Whose.
        skpd: Skpd,
    },
    /// Somebody signed or reopened it at the same moment.
    #[error("it was signed or reopened a moment ago; look at it again first")]
    SignedMeanwhile,
    /// What is signed is not what is closed.
    #[error(
        "the closing's digest begins with {begins}; look at the closing again and sign what it shows"
    )]
    OtherDigest {
        /// The first letters of the digest.
        begins: String,
    },
    /// A second signature of the same person.
    #[error("this person has signed it already; each signature is somebody else's")]
    SignedAlready,
    /// The account names no person.
    #[error("this account names no person; link it to the NIP of who signs")]
    NoPerson,
    /// Nobody is named who signed on paper.
    #[error("name the NIP of who signed on paper")]
    NoSigner,
    /// The person does not sit at the desk that signs next.
    #[error(
        "{nip} does not sit at the desk that signs next, {desk}; fill the post or name its holder"
    )]
    OtherDesk {
        /// Whose signature it is.
        nip: Nip,
        /// The desk.
        desk: String,
    },
    /// A month is to be opened again without a reason.
    #[error("a closed month is opened again only for a reason; say which")]
    NoReason,
    /// A reason too long to be read.
    #[error("a reason has at most {most} letters")]
    ReasonTooLong {
        /// How many letters may be.
        most: usize,
    },
    /// A bank has its file: closed again, the month would pay everybody a second time.
    #[error(
        "the bank's file of this month was taken on {on}; what came out otherwise goes into a \
         supplement"
    )]
    PaidOut {
        /// The day, on the regency's wall.
        on: Date,
    },
    /// Claims rest on the closing.
    #[error("claims rest on this closing: {}; withdraw them first, or make a supplement", numbers(.claims))]
    Claimed {
        /// Their numbers.
        claims: Vec<i64>,
    },
}

impl ClosingMistake {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Closed { .. } => "closed",
            Self::Nobody { .. } => "nobody",
            Self::ClosedMeanwhile { .. } => "closed-meanwhile",
            Self::SignedMeanwhile => "signed-meanwhile",
            Self::OtherDigest { .. } => "other-digest",
            Self::SignedAlready => "signed-already",
            Self::NoPerson => "no-person",
            Self::NoSigner => "no-signer",
            Self::OtherDesk { .. } => "other-desk",
            Self::NoReason => "no-reason",
            Self::ReasonTooLong { .. } => "reason-too-long",
            Self::PaidOut { .. } => "paid-out",
            Self::Claimed { .. } => "claimed",
        }
    }

    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let said = Phrase::new(format!("closing-mistake-{}", self.code()));
        match self {
            Self::Closed { month, skpd, number } => {
                of_unit(said, *month, skpd).with("number", Arg::Count(i64::from(*number)))
            }
            Self::Nobody { month, skpd } | Self::ClosedMeanwhile { month, skpd } => {
                of_unit(said, *month, skpd)
            }
            Self::OtherDigest { begins } => said.with("digest", begins),
            Self::OtherDesk { nip, .. } => said.with("nip", nip.to_string()),
            Self::ReasonTooLong { most } => {
                said.with("most", Arg::Count(i64::try_from(*most).unwrap_or(i64::MAX)))
            }
            Self::PaidOut { on } => said.with("date", *on),
            Self::Claimed { claims } => said.with("claims", numbers(claims)),
            Self::SignedMeanwhile
            | Self::SignedAlready
            | Self::NoPerson
            | Self::NoSigner
            | Self::NoReason => said,
        }
    }
}

fn of_unit(said: Phrase, month: Month, skpd: &Skpd) -> Phrase {
    said.with("month", Arg::Month(month.first())).with("skpd", skpd.as_str())
}

fn numbers(claims: &[i64]) -> String {
    claims.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}
