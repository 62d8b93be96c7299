//! The names of units.

use storage::organisation::SkpdEntry;

use crate::pages::Choice;

/// The name of the unit with this code; the code where nobody has named it.
pub(crate) fn unit_name(skpds: &[SkpdEntry], code: &str) -> String {
    let named = skpds.iter().find(|entry| entry.code.as_str() == code);
    named.map_or_else(|| code.to_owned(), |entry| entry.name.clone())
}

/// A unit to choose, by its name.
pub(super) fn choice(entry: &SkpdEntry) -> Choice {
    Choice::open(entry.code.as_str(), &entry.name)
}
