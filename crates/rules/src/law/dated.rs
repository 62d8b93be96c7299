//! A value with the days it holds, the day it became known, its source and its status.

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::provision::{Layer, ProvisionId, Source, Status};

/// Defines a dated value: the fields every value has, and its own. (serde cannot both flatten a
/// common part and refuse unknown keys, and unknown keys must be refused.)
macro_rules! dated {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            from: toml::Spanned<jiff::civil::Date>,
            until: Option<jiff::civil::Date>,
            known: Option<jiff::civil::Date>,
            status: $crate::law::provision::Status,
            source: $crate::law::provision::Source,
            note: Option<String>,
            #[serde(skip, default = "crate::law::dated::regency")]
            layer: $crate::law::provision::Layer,
            #[serde(skip)]
            provision: $crate::law::provision::ProvisionId,
            $($(#[$fdoc])* pub $field: $type,)*
        }

        impl $crate::law::dated::Dated for $name {
            fn head(&self) -> $crate::law::dated::Head<'_> {
                $crate::law::dated::Head {
                    from: *self.from.get_ref(),
                    place: self.from.span().start,
                    until: self.until,
                    known: self.known,
                    status: self.status,
                    source: &self.source,
                    note: self.note.as_deref(),
                    layer: self.layer,
                    provision: self.provision,
                }
            }

            fn settle(
                &mut self,
                layer: $crate::law::provision::Layer,
                provision: $crate::law::provision::ProvisionId,
            ) {
                self.layer = layer;
                self.provision = provision;
            }
        }
    };
}
pub(crate) use dated;

/// What a value is before it is settled: serde needs some layer.
pub(crate) fn regency() -> Layer {
    Layer::Regency
}

/// What every dated value says about itself.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// First day it holds.
    pub from: Date,
    /// Byte in its file at which `from` stands.
    pub place: usize,
    /// Last day it holds, if it says.
    pub until: Option<Date>,
    /// The day it became known; `None` if it was never late.
    pub known: Option<Date>,
    /// How well it is known.
    pub status: Status,
    /// Act and article.
    pub source: &'a Source,
    /// Remarks.
    pub note: Option<&'a str>,
    /// Which folder it is from.
    pub layer: Layer,
    /// Its number.
    pub provision: ProvisionId,
}

impl Head<'_> {
    /// Whether it holds on `date`, seen from what was known on `as_of`.
    #[must_use]
    pub fn holds(&self, date: Date, as_of: Date) -> bool {
        self.from <= date
            && self.until.is_none_or(|until| date <= until)
            && self.known.is_none_or(|known| known <= as_of)
    }
}

/// A dated value.
pub trait Dated {
    /// What it says about itself.
    fn head(&self) -> Head<'_>;
    /// Tells it where it stands, once its file is read.
    fn settle(&mut self, layer: Layer, provision: ProvisionId);
}

/// The value that holds on `date`: the regency's before the nation's, and the latest of those.
pub(crate) fn on<'v, T: Dated>(
    values: impl IntoIterator<Item = &'v T>,
    date: Date,
    as_of: Date,
) -> Option<&'v T> {
    values
        .into_iter()
        .filter(|value| value.head().holds(date, as_of))
        .min_by_key(|value| (value.head().layer, std::cmp::Reverse(value.head().from)))
}

/// A topic with nothing but a title and its values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "T: Deserialize<'de>")]
pub struct Topic<T> {
    /// How people call it.
    pub title: Spanned<String>,
    /// Its values, oldest first.
    #[serde(rename = "value", default = "Vec::new")]
    pub values: Vec<T>,
}
