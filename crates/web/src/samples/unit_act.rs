//! An outage of a unit, an event, an exchange of turns.

use jiff::civil::{date, time};
use office::{matter::REASON_CHARS_MAX, presence::SWAP_DAYS_MAX};
use words::{Arg, Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Choice, ChoiceState, FormError, MonthLinks,
        request::{CauseChoice, Stage},
        swap::{SwapDayRow, SwapForm},
        unit_act::{
            EventChecked, EventForm, KnownEventRow, KnownOutageRow, OutageChecked, OutageForm,
            PersonLine,
        },
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "outage", render: |lang| render(&outage(lang, "outage")) },
    Sample { name: "outage-checked", render: |lang| render(&outage_checked(lang)) },
    Sample { name: "outage-mistakes", render: |lang| render(&outage_mistakes(lang)) },
    Sample { name: "event", render: |lang| render(&event(lang, "event")) },
    Sample { name: "event-checked", render: |lang| render(&event_checked(lang)) },
    Sample { name: "event-mistakes", render: |lang| render(&event_mistakes(lang)) },
    Sample { name: "event-no-rule", render: |lang| render(&event_no_rule(lang)) },
    Sample { name: "swap", render: |lang| render(&swap(lang, "swap")) },
    Sample { name: "swap-checked", render: |lang| render(&swap_checked(lang)) },
    Sample { name: "swap-mistakes", render: |lang| render(&swap_mistakes(lang)) },
    Sample { name: "swap-nobody", render: |lang| render(&swap_nobody(lang)) },
];

const UNIT: &str = "Dinas Pertanian dan Perkebunan";
const LIST: &str = "198504102010012007;07.25;16.00;Siti Rahmawati\n199001012015031004;;;Ujang";

fn wrong(field: &str, text: Phrase) -> FormError {
    FormError { field: field.to_owned(), text }
}

fn outage(lang: Lang, name: &str) -> OutageForm {
    let cause = |code| CauseChoice {
        code,
        name: Phrase::new(format!("page-outage-cause-{code}")),
        state: if code == "power-cut" { ChoiceState::Chosen } else { ChoiceState::Open },
    };
    OutageForm {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, name),
        unit: UNIT.to_owned(),
        address: "/samples/outage".to_owned(),
        sheet: "/samples/unit-month".to_owned(),
        from: "03-11-2026".to_owned(),
        until: String::new(),
        causes: ["power-cut", "terminal-down", "elsewhere", "other"].map(cause).to_vec(),
        reason: "Listrik padam sejak malam.".to_owned(),
        reason_chars_max: REASON_CHARS_MAX,
        list: LIST.to_owned(),
        checked: None,
        files_again: false,
        known: vec![KnownOutageRow {
            href: "/samples/request".to_owned(),
            days: (date(2026, 10, 21), date(2026, 10, 22)),
            cause: Phrase::new("request-cause-power-cut"),
            rows: 96,
            stage: Stage::Granted,
        }],
        errors: Vec::new(),
    }
}

fn outage_checked(lang: Lang) -> OutageForm {
    let desk = Phrase::new("request-desk-head").with("skpd", UNIT);
    OutageForm {
        checked: Some(OutageChecked { rows: 2, desk }),
        known: Vec::new(),
        ..outage(lang, "outage-checked")
    }
}

fn outage_mistakes(lang: Lang) -> OutageForm {
    let line = |key: &str, line: i64| Phrase::new(key).with("line", line);
    let here =
        line("page-outage-fault-not-in-service", 2).with("date", Arg::Date(date(2026, 11, 3)));
    OutageForm {
        files_again: true,
        errors: vec![
            wrong("reason", Phrase::new("request-mistake-no-reason")),
            wrong("list", line("page-outage-line-nip", 1)),
            wrong("list", here),
        ],
        reason: String::new(),
        ..outage(lang, "outage-mistakes")
    }
}

fn event(lang: Lang, name: &str) -> EventForm {
    EventForm {
        frame: at(lang, Eyes::Operator, Area::UnitMonth, name),
        unit: UNIT.to_owned(),
        address: "/samples/event".to_owned(),
        sheet: "/samples/unit-month".to_owned(),
        kinds: vec![
            Choice::chosen("apel", "apel · Tidak mengikuti apel atau upacara"),
            Choice::open("upacara", "upacara · Tidak mengikuti apel atau upacara"),
        ],
        date: "16-11-2026".to_owned(),
        from: "07.15".to_owned(),
        until: "07.45".to_owned(),
        letter: "Daftar hadir apel 16 November".to_owned(),
        terminals: vec![Choice::chosen("CONTOH0001", "Dinas Pertanian 1 · CONTOH0001")],
        list: "198504102010012007".to_owned(),
        checked: None,
        month: date(2026, 11, 1),
        known: vec![KnownEventRow {
            kind: "apel".to_owned(),
            date: date(2026, 11, 9),
            times: (time(7, 15, 0, 0), time(7, 45, 0, 0)),
            letter: "Daftar hadir apel 9 November".to_owned(),
            times_recorded: 2,
        }],
        errors: Vec::new(),
    }
}

fn event_checked(lang: Lang) -> EventForm {
    let missed = [
        ("199001012015031004", "Ujang Hidayat", Some(time(7, 58, 12, 0)), Some(107_250)),
        ("199203042018012001", "Dewi Permata", None, None),
    ];
    let missed = missed.map(|(nip, name, nearest_scan, cost)| PersonLine {
        nip: nip.to_owned(),
        name: name.to_owned(),
        nearest_scan,
        cost,
    });
    EventForm {
        checked: Some(EventChecked { expected: 96, present: 94, missed: missed.to_vec() }),
        known: Vec::new(),
        ..event(lang, "event-checked")
    }
}

fn event_mistakes(lang: Lang) -> EventForm {
    EventForm {
        date: "kemarin".to_owned(),
        letter: String::new(),
        errors: vec![
            wrong("date", Phrase::new("request-mistake-date")),
            wrong("letter", Phrase::new("page-event-fault-no-letter")),
            wrong("list", Phrase::new("page-event-unknown").with("nips", "198504102010012008")),
        ],
        ..event(lang, "event-mistakes")
    }
}

fn event_no_rule(lang: Lang) -> EventForm {
    EventForm { kinds: Vec::new(), known: Vec::new(), ..event(lang, "event-no-rule") }
}

fn swap(lang: Lang, name: &str) -> SwapForm {
    let letter = |text: &str| Some(text.to_owned()).filter(|text| text != "-");
    let day = |day, mine, theirs, state| SwapDayRow {
        date: date(2026, 12, day),
        mine: letter(mine),
        theirs: letter(theirs),
        state,
    };
    SwapForm {
        frame: at(lang, Eyes::Pegawai, Area::Requests, name),
        month: MonthLinks {
            month: date(2026, 12, 1),
            previous: Some("/samples/swap".to_owned()),
            next: Some("/samples/swap".to_owned()),
        },
        colleagues: vec![
            Choice::open("199203042018012001", "Dewi Permata · 199203042018012001"),
            Choice::chosen("198704122010012003", "Lilis Suryani · 198704122010012003"),
        ],
        with: Some(("198704122010012003".to_owned(), "Lilis Suryani".to_owned())),
        days: vec![
            day(3, "P", "-", ChoiceState::Chosen),
            day(4, "M", "P", ChoiceState::Open),
            day(5, "-", "S", ChoiceState::Open),
        ],
        days_max: SWAP_DAYS_MAX,
        reason: "Wisuda adik.".to_owned(),
        reason_chars_max: REASON_CHARS_MAX,
        checked: None,
        errors: Vec::new(),
    }
}

fn swap_checked(lang: Lang) -> SwapForm {
    let rest = Phrase::new("roster-warning-short-rest")
        .with("date", Arg::Date(date(2026, 12, 4)))
        .with("found", Arg::Minutes(600))
        .with("limit", Arg::Minutes(660));
    SwapForm {
        checked: Some(vec![("Lilis Suryani".to_owned(), rest)]),
        ..swap(lang, "swap-checked")
    }
}

fn swap_mistakes(lang: Lang) -> SwapForm {
    let away = Phrase::new("roster-swap-away").with("date", Arg::Date(date(2026, 12, 3)));
    SwapForm {
        reason: String::new(),
        errors: vec![wrong("days", away), wrong("reason", Phrase::new("page-swap-no-reason"))],
        ..swap(lang, "swap-mistakes")
    }
}

fn swap_nobody(lang: Lang) -> SwapForm {
    SwapForm { colleagues: Vec::new(), with: None, days: Vec::new(), ..swap(lang, "swap-nobody") }
}
