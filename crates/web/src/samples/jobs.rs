//! Files that are made in the background.

use jiff::civil::{date, datetime};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area, AreaLink, Frame,
    pages::{
        Choice, FormError,
        jobs::{JobPage, JobRow, Jobs},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "jobs", render: |lang| render(&list(lang)) },
    Sample { name: "jobs-none", render: |lang| render(&none(lang)) },
    Sample { name: "job-running", render: |lang| render(&one(lang, "job-running", running())) },
    Sample { name: "job-done", render: |lang| render(&one(lang, "job-done", done())) },
    Sample { name: "job-failed", render: |lang| render(&one(lang, "job-failed", failed())) },
];

fn framed(lang: Lang, name: &str) -> Frame {
    let mut frame = at(lang, Eyes::Auditor, Area::Jobs, name);
    frame.tools.push(AreaLink { area: Area::Jobs, href: "/samples/jobs".to_owned(), waits: 0 });
    frame
}

fn running() -> JobRow {
    JobRow {
        id: 12,
        href: "/samples/job-running".to_owned(),
        kind: Phrase::new("message-jobs-kind-audit-log"),
        unit: String::new(),
        month: date(2026, 10, 1),
        by: "inspektorat".to_owned(),
        at: datetime(2026, 11, 24, 9, 2, 0, 0),
        state: Phrase::new("message-jobs-state-running"),
        progress: Some(
            Phrase::new("message-jobs-progress-of").with("done", 12_000_u32).with("of", 48_210_u32),
        ),
        reason: None,
        file: None,
        open: true,
        cancel: Some("/samples/job-running".to_owned()),
    }
}

fn done() -> JobRow {
    JobRow {
        id: 11,
        href: "/samples/job-done".to_owned(),
        state: Phrase::new("message-jobs-state-done"),
        progress: None,
        file: Some((
            "/samples/job-done".to_owned(),
            Phrase::new("message-jobs-fetch").with("name", "catatan-audit-2026-10.csv"),
        )),
        open: false,
        cancel: None,
        ..running()
    }
}

fn failed() -> JobRow {
    JobRow {
        id: 10,
        href: "/samples/job-failed".to_owned(),
        state: Phrase::new("message-jobs-state-failed"),
        reason: Some(Phrase::new("message-jobs-reason-restarted")),
        file: None,
        ..done()
    }
}

fn list(lang: Lang) -> Jobs {
    let frame = framed(lang, "jobs");
    Jobs {
        zone: 7,
        kinds: vec![Choice::open("example", frame.t("message-jobs-kind-audit-log"))],
        units: vec![Choice::open("", frame.t("message-jobs-whole"))],
        months: vec![
            Choice::open("2026-11", words::format::month(lang, date(2026, 11, 1))),
            Choice::chosen("2026-10", words::format::month(lang, date(2026, 10, 1))),
        ],
        errors: Vec::new(),
        rows: vec![running(), done(), failed()],
        frame,
    }
}

fn none(lang: Lang) -> Jobs {
    let text = Phrase::new("message-jobs-month-bad");
    let errors = vec![FormError { field: "month".to_owned(), text }];
    Jobs { frame: framed(lang, "jobs-none"), errors, rows: Vec::new(), ..list(lang) }
}

fn one(lang: Lang, name: &str, job: JobRow) -> JobPage {
    JobPage { frame: framed(lang, name), zone: 7, job }
}
