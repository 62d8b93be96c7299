//! A sentence before it is in a language.

use fluent_templates::fluent_bundle::FluentValue;
use jiff::civil::{Date, DateTime, Time};

use crate::{Lang, Words, format};

/// A sentence before it is in a language: a Fluent key and its values.
///
/// Use cases hand these out, so that one result can be read in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    key: String,
    args: Vec<(&'static str, Arg)>,
}

impl Phrase {
    /// The sentence under `key`, without values.
    #[must_use]
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// Words as they are, in no language of ours: a name, a quotation.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::new("verbatim").with("text", Arg::Text(text.into()))
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// The same sentence with each text in it as `change` makes it: for texts from outside.
    #[must_use]
    pub fn map_texts(mut self, change: fn(&str) -> String) -> Self {
        for (_, arg) in &mut self.args {
            match arg {
                Arg::Text(text) => *text = change(text),
                Arg::Phrase(phrase) => *phrase = phrase.clone().map_texts(change),
                Arg::Count(_)
                | Arg::Minutes(_)
                | Arg::Rupiah(_)
                | Arg::Date(_)
                | Arg::Days(_, _)
                | Arg::Month(_)
                | Arg::Time(_)
                | Arg::DateTime(_)
                | Arg::Rate(_) => {}
            }
        }
        self
    }

    /// The Fluent key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The values by name.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }
}

/// A value inside a sentence, written out only when the language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words as they are.
    Text(String),
    /// A count; chooses singular or plural too.
    Count(i64),
    /// Minutes, as hours and minutes.
    Minutes(u32),
    /// Whole rupiah.
    Rupiah(i64),
    /// A day.
    Date(Date),
    /// Days in a row: the first and the last.
    Days(Date, Date),
    /// The month that a day lies in.
    Month(Date),
    /// A time of day, to the minute.
    Time(Time),
    /// A day and a time, to the minute.
    DateTime(DateTime),
    /// A share as the law writes it: `1.25%`, `1/22`.
    Rate(String),
    /// A sentence or name inside the sentence.
    Phrase(Phrase),
}

impl Arg {
    pub(crate) fn value(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Count(count) => FluentValue::from(*count),
            Self::Minutes(minutes) => FluentValue::from(format::minutes(lang, *minutes)),
            Self::Rupiah(amount) => FluentValue::from(format::rupiah(*amount)),
            Self::Date(date) => FluentValue::from(format::date(lang, *date)),
            Self::Days(from, until) => FluentValue::from(format::days(lang, *from, *until)),
            Self::Month(day) => FluentValue::from(format::month(lang, *day)),
            Self::Time(time) => FluentValue::from(format::time(*time)),
            Self::DateTime(at) => FluentValue::from(format::date_time(lang, *at)),
            Self::Rate(share) => FluentValue::from(format::rate(share)),
            Self::Phrase(phrase) => FluentValue::from(Words::say(lang, phrase)),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Time> for Arg {
    fn from(time: Time) -> Self {
        Self::Time(time)
    }
}

impl From<DateTime> for Arg {
    fn from(at: DateTime) -> Self {
        Self::DateTime(at)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}
