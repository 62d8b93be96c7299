//! Closing a month: what stands in the way, what is frozen, who signs, what comes out otherwise
//! later, and what was paid too much.
//!
//! A closed month is a matter whose steps are its signatures; its statements and the law they rest
//! on are frozen beside it, and nothing ever changes them. What comes out otherwise is a closing of
//! its own that refers to the first.

mod chain;
mod check;
mod claim;
mod close_month;
mod figures;
mod kept;
mod mistake;
mod overview;
mod pre_audit;
mod reopen_month;
mod sign;
mod status;
mod supplement;
#[cfg(test)]
pub(crate) mod testing;
mod unit;
mod unit_checks;
mod verify;

pub(crate) use chain::Chain;
pub use check::{Acknowledged, Check, CheckKind, Concerned, Noted, Target, Weight};
pub use claim::{
    Claim, ClaimMistake, ClaimMonth, ClaimReceipt, ClaimWish, ClaimWithdrawal, NewClaim,
    NewReceipt, Withdrawn,
};
pub use close_month::{Closed, Closing};
pub(crate) use figures::changes;
pub use figures::{FigureChange, FigureKind};
pub use kept::{Cause, ClosingKind, SupplementDoc};
pub(crate) use kept::{FrozenDoc, FrozenPerson, Kept, REOPENED};
pub use mistake::ClosingMistake;
pub use overview::{UnitClosed, UnitClosing};
pub(crate) use reopen_month::BANK_FILE;
pub use sign::{Signed, Signing};
pub use status::{
    ClosingState, ClosingStatus, Drifted, FrozenStatement, Reopening, ShownClosing, Signature,
};
pub use supplement::{Supplemented, SupplementedMonth};
pub use verify::VerifiedClosing;
