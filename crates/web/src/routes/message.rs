//! What there is to tell the reader, and what of it is sent.

use std::collections::BTreeSet;

use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use civil::Wall;
use jiff::Timestamp;
use office::message::{Channel, DigestHour, ListedMessage, MessageSettings, Topic};
use serde::Deserialize;
use words::{Lang, Phrase, Words};

use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        Choice, ChoiceState,
        error::ErrorKind,
        message::{MessageRow, MessageSettingsPage, Messages, TopicChoice},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// Hours of a day.
const HOURS: u8 = 24;

/// What is new, and what still holds.
pub(super) async fn list(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<Messages>, PageError> {
    let list = site.office().messages(caller.actor()).await?;
    let zone = site.office().zone();
    let mut frame = caller.frame_in(Area::Messages);
    frame.count_messages(list.unread);
    let row = |ListedMessage { message, new }: &ListedMessage| MessageRow {
        at: Wall::at(message.at, zone).datetime(),
        new: *new,
        what: message.phrase(),
        who: message.about().map(str::to_owned),
        href: paths::destination(&message.destination()),
    };
    Ok(Html::ok(Messages {
        frame,
        unread: list.unread,
        until: list.until.as_microsecond(),
        zone: zone.0,
        rows: list.rows.iter().map(row).collect(),
    }))
}

/// What the form of the list sends.
#[derive(Debug, Deserialize)]
pub(super) struct LookedForm {
    /// The instant up to which the list was all, in microseconds since 1970.
    until: i64,
}

/// Marks everything that the list showed as seen.
pub(super) async fn look(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(form): OwnForm<LookedForm>,
) -> Result<Response, PageError> {
    let bad = |_| PageError::new(ErrorKind::BadRequest);
    let until = Timestamp::from_microsecond(form.until).map_err(bad)?;
    site.office().look_at_messages(caller.actor(), until).await?;
    Ok(Redirect::to(paths::MESSAGES).into_response())
}

/// What the settings may be shown with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Whether they were just saved.
    done: Option<String>,
}

/// What is sent, and when.
pub(super) async fn settings(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<MessageSettingsPage>, PageError> {
    let chosen = site.office().message_settings(caller.actor()).await?;
    let mut frame = caller.frame_in(Area::Messages);
    if asked.done.is_some() {
        let text = Phrase::new("message-settings-saved");
        frame.notices.push(Notice { kind: NoticeKind::Done, text });
        // The language switch must not say once more what was done once.
        paths::MESSAGE_SETTINGS.clone_into(&mut frame.path);
    }
    Ok(Html::ok(page(frame, &chosen.settings, chosen.address)))
}

fn page(
    frame: crate::Frame,
    settings: &MessageSettings,
    address: Option<String>,
) -> MessageSettingsPage {
    let at = match settings.digest {
        DigestHour::Off => None,
        DigestHour::At(hour) => Some(hour),
    };
    let choice = |value: String, name: String, chosen: bool| Choice {
        value,
        name,
        state: if chosen { ChoiceState::Chosen } else { ChoiceState::Open },
    };
    let off =
        choice(String::new(), Words::get(frame.lang, "message-settings-hour-off"), at.is_none());
    let hours =
        (0..HOURS).map(|hour| choice(hour.to_string(), format!("{hour:02}.00"), at == Some(hour)));
    let languages = Lang::ALL.into_iter().map(|lang| {
        choice(lang.code().to_owned(), lang.name().to_owned(), lang == settings.language())
    });
    let topics = Topic::ALL.into_iter().map(|topic| TopicChoice {
        code: topic.code(),
        name: Phrase::new(format!("message-topic-{}", topic.code())),
        channels: Channel::ALL
            .into_iter()
            .map(|channel| {
                let name = Phrase::new("message-settings-goes")
                    .with("topic", Phrase::new(format!("message-topic-{}", topic.code())))
                    .with("channel", Phrase::new(format!("message-settings-{channel}")));
                (channel.code(), name, settings.goes(topic, channel))
            })
            .collect(),
    });
    MessageSettingsPage {
        hours: std::iter::once(off).chain(hours).collect(),
        languages: languages.collect(),
        channels: Channel::ALL
            .into_iter()
            .map(|channel| (channel.code(), Phrase::new(format!("message-settings-{channel}"))))
            .collect(),
        topics: topics.collect(),
        address: address
            .map(|address| Phrase::new("message-settings-address").with("address", address)),
        frame,
    }
}

/// What the form of the settings sends: a field a box that is ticked, as `desk-email`.
#[derive(Debug, Deserialize)]
pub(super) struct SettingsForm {
    #[serde(default)]
    hour: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(flatten)]
    boxes: std::collections::BTreeMap<String, String>,
}

/// Keeps what the reader chose.
pub(super) async fn choose(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(form): OwnForm<SettingsForm>,
) -> Result<Response, PageError> {
    let bad = || PageError::new(ErrorKind::BadRequest);
    let digest = match form.hour.as_deref().ok_or_else(bad)? {
        "" => DigestHour::Off,
        hour => hour.parse().ok().and_then(DigestHour::at).ok_or_else(bad)?,
    };
    let language = form.language.ok_or_else(bad)?;
    let language = Lang::ALL.into_iter().find(|lang| lang.code() == language).ok_or_else(bad)?;
    let ticked: BTreeSet<&str> = form.boxes.keys().map(String::as_str).collect();
    let mut settings = MessageSettings::new(digest, language);
    for topic in Topic::ALL {
        for channel in Channel::ALL {
            if ticked.contains(format!("{}-{channel}", topic.code()).as_str()) {
                settings = settings.with(topic, channel);
            }
        }
    }
    site.office().choose_messages(caller.actor(), &settings).await?;
    let back = paths::with_query(paths::MESSAGE_SETTINGS, &[("done", "saved")]);
    Ok(Redirect::to(&back).into_response())
}
