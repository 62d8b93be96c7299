//! Units: their names, and those that an address names.

use civil::{Month, Skpd};
use office::{Permission, Scope};
use storage::organisation::SkpdEntry;

use super::presence::month_named;
use crate::{
    PageError,
    pages::{Choice, error::ErrorKind},
    site::Caller,
};

/// The name of the unit with this code; the code where nobody has named it.
pub(crate) fn unit_name(skpds: &[SkpdEntry], code: &str) -> String {
    let named = skpds.iter().find(|entry| entry.code.as_str() == code);
    named.map_or_else(|| code.to_owned(), |entry| entry.name.clone())
}

/// A unit to choose, by its name.
pub(super) fn choice(entry: &SkpdEntry) -> Choice {
    Choice::open(entry.code.as_str(), &entry.name)
}

/// A unit and a month, as an address names them.
pub(super) struct MonthOfUnit {
    pub(super) skpd: Skpd,
    pub(super) month: Month,
}

impl MonthOfUnit {
    /// What `/units/{skpd}/{month}` names.
    pub(super) fn named(skpd: &str, month: &str) -> Result<Self, PageError> {
        let month = month_named(month)?;
        Ok(Self { skpd: skpd.parse().map_err(|_| PageError::not_found())?, month })
    }
}

/// The unit with this code, if the reader acts for it: records its events, hands in its outages.
pub(super) fn acted_for(caller: &Caller, skpd: &str) -> Result<Skpd, PageError> {
    let skpd: Skpd = skpd.parse().map_err(|_| PageError::not_found())?;
    if caller.actor().may(Permission::CloseMonth, Scope::Skpd(&skpd)) {
        Ok(skpd)
    } else {
        Err(PageError::new(ErrorKind::Forbidden))
    }
}
