//! The units: whose month is to be seen?

use askama::Template;
use jiff::civil::Date;

use crate::Frame;

/// The units, to choose from.
#[derive(Clone, Debug, Template)]
#[template(path = "presence/units.html")]
pub struct Units {
    /// What is around it.
    pub frame: Frame,
    /// Any day of the month that the links lead to.
    pub month: Date,
    /// The units by code.
    pub units: Vec<UnitLink>,
}

/// A unit to choose.
#[derive(Clone, Debug)]
pub struct UnitLink {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its month sheet.
    pub href: String,
    /// Its page of today.
    pub today: String,
}
