//! Everything people read, by Fluent key, Indonesian first.
//!
//! Rules and use cases emit codes; a code becomes a sentence only here, at the
//! moment somebody reads it. A sentence that is not yet in a language is a
//! [`Phrase`]: a key with its values. [`mod@format`] writes money, dates, times
//! and counts the way an office writes them.

pub mod format;
mod lang;
mod phrase;

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};

pub use lang::Lang;
pub use phrase::{Arg, Phrase};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "id",
        // Direction marks around values are for mixed scripts; both languages here are Latin, and the
        // marks would end up in copied text and in files.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(format::grouped(&number.as_string())),
                FluentValue::String(_)
                | FluentValue::Custom(_)
                | FluentValue::None
                | FluentValue::Error => None,
            }));
        },
    };
}

/// The sentences of all areas in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Words;

impl Words {
    /// The words under `key`; the key itself if there are none or if they need a value, so that a
    /// page with a gap still reads and the gap is seen.
    #[must_use]
    pub fn get(lang: Lang, key: &str) -> String {
        Self::get_with(lang, key, &[])
    }

    /// The words under `key` with its values filled in. See [`Words::get`] for an unknown key.
    #[must_use]
    pub fn get_with(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
        let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
            args.iter().map(|(name, arg)| (Cow::Borrowed(*name), arg.value(lang))).collect();
        LOCALES
            .try_lookup_with_args(lang.identifier(), key, &args)
            .unwrap_or_else(|| key.to_owned())
    }

    /// `phrase` said in `lang`.
    #[must_use]
    pub fn say(lang: Lang, phrase: &Phrase) -> String {
        Self::get_with(lang, phrase.key(), phrase.args())
    }
}
