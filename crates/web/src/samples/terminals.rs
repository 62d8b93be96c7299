//! Terminals.

use jiff::civil::date;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, Notice, NoticeKind,
    pages::{
        Choice, FormError, Rights,
        terminal::{
            HealthyTerminal, LastRequest, QuarantinedPunch, SilentTerminal, TerminalPage,
            TerminalState, Terminals, UnknownPin, WaitingTerminal,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "terminals", render: |lang| render(&terminals(lang)) },
    Sample { name: "terminals-mistakes", render: |lang| render(&mistakes(lang)) },
    Sample { name: "terminals-calm", render: |lang| render(&calm(lang)) },
    Sample { name: "terminal", render: |lang| render(&terminal(lang)) },
    Sample { name: "terminal-waiting", render: |lang| render(&waiting(lang)) },
];

fn units() -> Vec<Choice> {
    vec![
        Choice::open("3.27", "Dinas Pertanian dan Perkebunan"),
        Choice::open("1.02", "Dinas Kesehatan"),
        Choice::open("7.01.04", "Kecamatan Sukamaju"),
    ]
}

fn healthy(serial: &str, name: &str, punches_today: u32) -> HealthyTerminal {
    HealthyTerminal {
        serial: serial.to_owned(),
        name: name.to_owned(),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        href: "/samples/terminal".to_owned(),
        last_seen: date(2026, 11, 24).at(9, 13, 41, 0),
        punches_today,
    }
}

fn terminals(lang: Lang) -> Terminals {
    let today = date(2026, 11, 24);
    let quarantined = |id: &str, pin: &str, raw: &str, reason: &str, at: &str| QuarantinedPunch {
        id: id.to_owned(),
        terminal: "Dinas Pertanian 2".to_owned(),
        pin: pin.to_owned(),
        received_at: today.at(7, 31, 2, 0),
        raw: raw.to_owned(),
        reason: Phrase::new(reason),
        at: at.to_owned(),
    };
    Terminals {
        frame: at(lang, Eyes::Bkpsdm, Area::Terminals, "terminals"),
        rights: Rights::Change,
        silent: vec![
            SilentTerminal {
                serial: "CEX7214560031".to_owned(),
                name: "Kecamatan Sukamaju 1".to_owned(),
                unit: "Kecamatan Sukamaju".to_owned(),
                href: "/samples/terminal".to_owned(),
                since: Some(today.at(7, 2, 0, 0)),
                advice: Phrase::new("page-terminals-advice-power"),
            },
            SilentTerminal {
                serial: "CEX7214560088".to_owned(),
                name: "SDN 3 Cikupa".to_owned(),
                unit: "Dinas Pendidikan".to_owned(),
                href: "/samples/terminal".to_owned(),
                since: None,
                advice: Phrase::new("page-terminals-advice-address"),
            },
        ],
        waiting: vec![WaitingTerminal {
            serial: "BRM9190760417".to_owned(),
            model: Some("X100-C, Ver 8.0.4".to_owned()),
            address: "10.14.2.77".to_owned(),
            first_seen: today.at(6, 40, 0, 0),
            last_seen: today.at(9, 13, 0, 0),
            refused: 31,
        }],
        units: units(),
        quarantine: vec![
            quarantined(
                "17",
                "1043",
                "1043\t2000-01-01 00:04:12\t0\t1\t0\t0",
                "reason-quarantine-before-2005",
                "24-11-2026 07.28.12",
            ),
            quarantined(
                "18",
                "22",
                "22\t2026-02-30 07:29:55\t0\t1\t0\t0",
                "reason-quarantine-no-such-date",
                "",
            ),
        ],
        quarantine_total: 2,
        unknown_pins: vec![UnknownPin {
            group: "pertanian".to_owned(),
            pin: "907".to_owned(),
            punches: 44,
            first: date(2026, 11, 2).at(7, 21, 0, 0),
            last: date(2026, 11, 23).at(16, 5, 0, 0),
            nip: String::new(),
        }],
        unknown_pins_total: 1,
        healthy: vec![
            healthy("CEX7214560012", "Dinas Pertanian 1", 187),
            healthy("CEX7214560013", "Dinas Pertanian 2", 64),
        ],
        errors: Vec::new(),
    }
}

fn mistakes(lang: Lang) -> Terminals {
    let mut page = terminals(lang);
    "/samples/terminals-mistakes".clone_into(&mut page.frame.path);
    let error =
        |field: &str, key: &str| FormError { field: field.to_owned(), text: Phrase::new(key) };
    page.errors = vec![
        error("at-18", "page-terminals-time-bad"),
        error("nip-pertanian-907", "page-terminals-nip-unknown"),
    ];
    page
}

fn calm(lang: Lang) -> Terminals {
    let mut page = terminals(lang);
    "/samples/terminals-calm".clone_into(&mut page.frame.path);
    page.frame.notice = Some(Notice {
        kind: NoticeKind::Done,
        text: Phrase::new("page-terminals-approved")
            .with("serial", "BRM9190760417")
            .with("unit", "Kecamatan Sukamaju"),
    });
    page.rights = Rights::Read;
    page.silent.clear();
    page.waiting.clear();
    page.quarantine.clear();
    page.unknown_pins.clear();
    page
}

fn terminal(lang: Lang) -> TerminalPage {
    let seen = date(2026, 11, 24).at(7, 2, 0, 0);
    let fact = |title: &str, value: Phrase| (Phrase::new(title), value);
    TerminalPage {
        frame: at(lang, Eyes::Bkpsdm, Area::Terminals, "terminal"),
        rights: Rights::Change,
        serial: "CEX7214560031".to_owned(),
        name: "Kecamatan Sukamaju 1".to_owned(),
        unit: Some("Kecamatan Sukamaju".to_owned()),
        state: TerminalState::Silent(Some(seen)),
        facts: vec![
            fact("page-terminal-fact-model", Phrase::verbatim("X100-C")),
            fact("page-terminal-fact-firmware", Phrase::verbatim("Ver 8.0.4.3")),
            fact("page-terminal-fact-address", Phrase::verbatim("10.14.2.61")),
            fact(
                "page-terminal-fact-last-seen",
                Phrase::new("verbatim").with("text", Arg::DateTime(seen)),
            ),
            fact(
                "page-terminal-fact-stored",
                Phrase::new("page-terminals-punches").with("count", 18_204_i64),
            ),
            fact("page-terminal-fact-pin-group", Phrase::verbatim("sukamaju")),
        ],
        steps: vec![
            Phrase::new("page-terminal-step-power"),
            Phrase::new("page-terminal-step-cable"),
            Phrase::new("page-terminal-step-server")
                .with("address", "abdi.contoh.go.id")
                .with("port", "8081"),
            Phrase::new("page-terminal-step-restart"),
        ],
        last_request: Some(LastRequest {
            at: seen,
            text: "POST /iclock/cdata?SN=CEX7214560031&table=ATTLOG&Stamp=9999 HTTP/1.1\n\
                   Host: 10.14.0.2:8081\nContent-Length: 37\n\n\
                   1043\t2026-11-24 07:01:58\t0\t1\t0\t0\t0\n"
                .to_owned(),
            left_out_bytes: 0,
            answer: "OK: 1".to_owned(),
        }),
        units: Vec::new(),
    }
}

fn waiting(lang: Lang) -> TerminalPage {
    let mut page = terminal(lang);
    "/samples/terminal-waiting".clone_into(&mut page.frame.path);
    "BRM9190760417".clone_into(&mut page.serial);
    "BRM9190760417".clone_into(&mut page.name);
    page.unit = None;
    page.state = TerminalState::Waiting(31);
    page.steps.clear();
    page.units = units();
    if let Some(request) = &mut page.last_request {
        "403".clone_into(&mut request.answer);
        request.left_out_bytes = 2_048;
    }
    page
}
