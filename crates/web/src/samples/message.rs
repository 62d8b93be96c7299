//! Messages and what of them is sent.

use jiff::civil::{Date, DateTime, date, datetime};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, Frame, Notice, NoticeKind,
    pages::{
        Choice, ChoiceState,
        message::{MessageRow, MessageSettingsPage, Messages, TopicChoice},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "messages", render: |lang| render(&list(lang)) },
    Sample { name: "messages-none", render: |lang| render(&none(lang)) },
    Sample { name: "message-settings", render: |lang| render(&settings(lang)) },
];

fn framed(lang: Lang, name: &str) -> Frame {
    at(lang, Eyes::Operator, Area::Messages, name)
}

fn list(lang: Lang) -> Messages {
    let row = |at: DateTime, new, what: Phrase, href: &str| MessageRow {
        at,
        new,
        what,
        who: None,
        href: href.to_owned(),
    };
    let about = |key: &str, kind: &str, day: Date| {
        Phrase::new(key).with("kind", Phrase::new(kind)).with("date", day)
    };
    let due = date(2026, 11, 25);
    let waits = about("message-due-tomorrow", "message-kind-leave", date(2026, 12, 1));
    let refused = about("message-refused", "message-kind-correction", date(2026, 11, 19));
    let wrong = Phrase::new("message-wrong-day")
        .with("date", date(2026, 11, 20))
        .with("verdict", Phrase::new("message-day-incomplete"));
    let silent = Phrase::new("message-terminal-silent")
        .with("name", "Kantor Dinas Pertanian")
        .with("since", datetime(2026, 11, 19, 15, 2, 0, 0));
    Messages {
        frame: framed(lang, "messages"),
        unread: 3,
        until: 1_795_593_600_000_000,
        zone: 7,
        rows: vec![
            near(),
            row(datetime(2026, 11, 24, 0, 0, 0, 0), true, waits.with("due", due), "/samples/day"),
            row(datetime(2026, 11, 23, 14, 12, 0, 0), true, refused, "/samples/my-month"),
            row(datetime(2026, 11, 21, 0, 0, 0, 0), false, wrong, "/samples/my-month"),
            row(datetime(2026, 11, 20, 7, 30, 0, 0), false, silent, "/samples/terminal"),
        ],
    }
}

/// Somebody whom the reader heads.
fn near() -> MessageRow {
    let what = Phrase::new("message-near-rung-other")
        .with("unit", "Bidang Tanaman Pangan")
        .with("days", 1_u32)
        .with("sanction", "teguran lisan");
    MessageRow {
        at: datetime(2026, 11, 24, 0, 0, 0, 0),
        new: true,
        what,
        who: Some("Dedi Kurniawan".to_owned()),
        href: "/samples/discipline-year".to_owned(),
    }
}

fn none(lang: Lang) -> Messages {
    let mut frame = framed(lang, "messages-none");
    frame.count_messages(0);
    Messages { frame, unread: 0, rows: Vec::new(), ..list(lang) }
}

fn settings(lang: Lang) -> MessageSettingsPage {
    let mut frame = framed(lang, "message-settings");
    let text = Phrase::new("message-settings-saved");
    frame.notices.push(Notice { kind: NoticeKind::Done, text });
    let choice = |value: &str, name: &str, state| Choice {
        value: value.to_owned(),
        name: name.to_owned(),
        state,
    };
    let goes = |code: &str, channel: &str| {
        Phrase::new("message-settings-goes")
            .with("topic", Phrase::new(format!("message-topic-{code}")))
            .with("channel", Phrase::new(format!("message-settings-{channel}")))
    };
    let topic = |code: &'static str, mail: bool| TopicChoice {
        code,
        name: Phrase::new(format!("message-topic-{code}")),
        channels: vec![
            ("email", goes(code, "email"), mail),
            ("webhook", goes(code, "webhook"), false),
        ],
    };
    MessageSettingsPage {
        hours: vec![
            choice("", &frame.t("message-settings-hour-off"), ChoiceState::Open),
            choice("6", "06.00", ChoiceState::Open),
            choice("7", "07.00", ChoiceState::Chosen),
        ],
        languages: vec![
            choice("id", "Bahasa Indonesia", ChoiceState::Chosen),
            choice("en", "English", ChoiceState::Open),
        ],
        channels: (["email", "webhook"]
            .map(|code| (code, Phrase::new(format!("message-settings-{code}")))))
        .to_vec(),
        topics: vec![topic("desk", true), topic("days", false)],
        address: Some(
            Phrase::new("message-settings-address").with("address", "yusuf.maulana@contoh.go.id"),
        ),
        frame,
    }
}
