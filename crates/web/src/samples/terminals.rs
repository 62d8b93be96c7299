//! Terminals.

use jiff::civil::date;
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, Notice, NoticeKind,
    pages::{
        Choice, FormError, Rights,
        terminal::{
            HealthyTerminal, LastRequest, QuarantinedPunch, RefusedTerminal, SilentTerminal,
            TerminalPage, TerminalState, Terminals, UnknownPin, WaitingTerminal,
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

fn healthy(serial: &str, name: &str) -> HealthyTerminal {
    HealthyTerminal {
        serial: serial.to_owned(),
        name: name.to_owned(),
        unit: "Dinas Pertanian dan Perkebunan".to_owned(),
        href: "/samples/terminal".to_owned(),
        last_seen: Some(date(2026, 11, 24).at(9, 13, 41, 0)),
        last_delivery: Some(date(2026, 11, 24).at(9, 2, 7, 0)),
    }
}

fn terminals(lang: Lang) -> Terminals {
    let today = date(2026, 11, 24);
    let quarantined = |id: &str, pin: &str, raw: &str, reason: &str| QuarantinedPunch {
        id: id.to_owned(),
        terminal: "Dinas Pertanian 2".to_owned(),
        pin: pin.to_owned(),
        received_at: today.at(7, 31, 2, 0),
        raw: raw.to_owned(),
        reason: Phrase::new(reason),
        at: String::new(),
        why: String::new(),
    };
    Terminals {
        frame: at(lang, Eyes::Bkpsdm, Area::Terminals, "terminals"),
        may_decide: Rights::Change,
        may_repair: Rights::Change,
        may_map: Rights::Change,
        silent: vec![
            SilentTerminal {
                name: "Kecamatan Sukamaju 1".to_owned(),
                unit: "Kecamatan Sukamaju".to_owned(),
                href: "/samples/terminal".to_owned(),
                since: Some(today.at(7, 2, 0, 0)),
            },
            SilentTerminal {
                name: "SDN 3 Cikupa".to_owned(),
                unit: "Dinas Pendidikan".to_owned(),
                href: "/samples/terminal".to_owned(),
                since: None,
            },
        ],
        waiting: vec![WaitingTerminal {
            serial: "BRM9190760417".to_owned(),
            about: "Ver 8.0.4.3, 187 pegawai".to_owned(),
            first_seen: Some(today.at(6, 40, 0, 0)),
            last_seen: Some(today.at(9, 13, 0, 0)),
        }],
        refused: vec![RefusedTerminal {
            name: "BRM9190760999".to_owned(),
            href: "/samples/terminal".to_owned(),
        }],
        units: units(),
        quarantine: vec![
            quarantined(
                "17",
                "1043",
                "1043\t2000-01-01 00:04:12\t0\t1\t0\t0",
                "reason-before-2005",
            ),
            quarantined("18", "", "\t2026-02-30 07:29:55\t0\t1\t0\t0", "reason-impossible-date"),
        ],
        quarantine_total: 2,
        unknown_pins: vec![UnknownPin {
            terminal: "Dinas Pertanian 2".to_owned(),
            serial: "CEX7214560013".to_owned(),
            pin: "907".to_owned(),
            days: 14,
            first: date(2026, 11, 2),
            last: date(2026, 11, 23),
            nip: String::new(),
        }],
        unknown_pins_total: 1,
        healthy: vec![
            healthy("CEX7214560012", "Dinas Pertanian 1"),
            healthy("CEX7214560013", "Dinas Pertanian 2"),
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
        error("why-18", "page-terminals-why-missing"),
        error("nip-CEX7214560013-907", "page-terminals-nip-unknown"),
    ];
    page
}

fn calm(lang: Lang) -> Terminals {
    let mut page = terminals(lang);
    "/samples/terminals-calm".clone_into(&mut page.frame.path);
    page.frame.notices = vec![Notice {
        kind: NoticeKind::Done,
        text: Phrase::new("page-terminals-done-approved").with("to", "Kecamatan Sukamaju 1"),
    }];
    page.may_decide = Rights::Read;
    page.may_repair = Rights::Read;
    page.may_map = Rights::Read;
    page.silent.clear();
    page.waiting.clear();
    page.refused.clear();
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
            fact(
                "page-terminal-fact-last-seen",
                Phrase::new("verbatim").with("text", Arg::DateTime(seen)),
            ),
            fact("page-terminal-fact-pin-group", Phrase::verbatim("sukamaju")),
            fact("page-terminal-fact-info", Phrase::verbatim("Ver 8.0.4.3, 187 pegawai")),
        ],
        steps: vec![
            Phrase::new("page-terminal-step-power"),
            Phrase::new("page-terminal-step-cable"),
            Phrase::new("page-terminal-step-server"),
            Phrase::new("page-terminal-step-restart"),
        ],
        last_request: Some(LastRequest {
            at: seen,
            text: "POST /iclock/cdata?SN=CEX7214560031&table=ATTLOG&Stamp=9999 HTTP/1.1\n\
                   Host: 10.14.0.2:8081\nContent-Length: 37\n"
                .to_owned(),
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
    page.state = TerminalState::Waiting;
    page.steps.clear();
    page.units = units();
    page
}
