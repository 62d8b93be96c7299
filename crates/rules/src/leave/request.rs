//! What is asked for.

use civil::Month;

use super::Taken;
use crate::law::leave::Proof;

/// A request for leave, duty or permission.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What it would be if it were granted.
    pub asked: Taken<'a>,
    /// Papers handed in with it.
    pub proofs: &'a [Proof],
    /// The word of a reason that the law names, such as `haji-pertama`.
    pub reason: Option<&'a str>,
    /// Which child is born, from 1.
    pub child: Option<u8>,
    /// Where a duty is.
    pub place: Option<&'a str>,
}

/// What else stands in the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// Months of the person's unit that are closed for payment.
    pub closed_months: &'a [Month],
}
