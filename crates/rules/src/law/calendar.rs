//! Holidays and seasons.

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    dated::{Topic, dated},
    provision::{ProvisionId, Source, Status},
};

/// What kind of day off a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayKind {
    /// National holiday.
    LiburNasional,
    /// Joint leave, which a presidential decision adds for Asn.
    CutiBersama,
    /// A day off of the regency or province.
    LiburDaerah,
}

/// A day off.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub date: toml::Spanned<Date>,
    /// Its name in Indonesian.
    pub name: String,
    /// What kind.
    pub kind: HolidayKind,
    /// The day it became known. Before that, nobody could know it was off.
    pub known: Date,
    /// How well it is known.
    pub status: Status,
    /// Decree.
    pub source: Source,
    /// Remarks.
    pub note: Option<String>,
    #[serde(skip)]
    pub(crate) provision: ProvisionId,
}

impl Holiday {
    /// The number of its provision.
    #[must_use]
    pub fn provision(&self) -> ProvisionId {
        self.provision
    }
}

dated! {
    /// A span of days with a name: Ramadan, a school's semester holiday, the days after Lebaran.
    /// `until` is required.
    Season {}
}

/// All spans of one name.
pub type Seasons = Topic<Season>;
