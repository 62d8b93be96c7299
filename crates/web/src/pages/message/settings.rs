//! What is sent, and when.

use askama::Template;
use words::Phrase;

use crate::{Frame, pages::Choice, paths};

/// What a reader chose about the digest.
#[derive(Clone, Debug, Template)]
#[template(path = "message/settings.html")]
pub struct MessageSettingsPage {
    /// What is around it.
    pub frame: Frame,
    /// The hours; the first sends nothing.
    pub hours: Vec<Choice>,
    /// The languages.
    pub languages: Vec<Choice>,
    /// The channels, as headings: code and name.
    pub channels: Vec<(&'static str, Phrase)>,
    /// What can be sent.
    pub topics: Vec<TopicChoice>,
    /// Where letters go, if an address is recorded.
    pub address: Option<Phrase>,
}

/// A topic and where it goes.
#[derive(Clone, Debug)]
pub struct TopicChoice {
    /// Its code, as the form sends it.
    pub code: &'static str,
    /// Its name.
    pub name: Phrase,
    /// The channels: code, what goes where in words, and whether it goes there.
    pub channels: Vec<(&'static str, Phrase, bool)>,
}
