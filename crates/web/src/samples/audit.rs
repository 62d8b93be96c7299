//! The audit log.

use jiff::civil::{DateTime, datetime};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::audit::{AuditLog, AuditRow},
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "audit", render: |lang| render(&log(lang)) },
    Sample { name: "empty-audit", render: |lang| render(&none(lang)) },
];

fn log(lang: Lang) -> AuditLog {
    let row = |at: DateTime, who: Phrase, what: &str, about: &str, detail: &str| AuditRow {
        at,
        who,
        what: Phrase::new(what),
        about: about.to_owned(),
        detail: detail.to_owned(),
    };
    let terminal = Phrase::new("audit-who-terminal").with("name", "CONTOH0001");
    let command = Phrase::new("audit-who-command-line").with("name", "admin");
    AuditLog {
        frame: at(lang, Eyes::Auditor, Area::Audit, "audit"),
        search: String::new(),
        zone: 7,
        newest: Some("/samples/audit".to_owned()),
        older: Some("/samples/audit?before=4711".to_owned()),
        rows: vec![
            row(
                datetime(2026, 11, 27, 9, 2, 17, 0),
                Phrase::verbatim("operator.distan"),
                "audit-verb-presence-map-pins",
                "utama 1043",
                "utama 1043=198203052008011009 from 2026-09-14",
            ),
            row(
                datetime(2026, 11, 27, 8, 59, 40, 0),
                Phrase::new("audit-who-visitor"),
                "audit-verb-access-refuse-sign-in",
                "operator.distan",
                "wrong password",
            ),
            row(
                datetime(2026, 11, 27, 7, 31, 5, 0),
                terminal,
                "audit-verb-presence-record-push",
                "CONTOH0001",
                "records=12",
            ),
            row(
                datetime(2026, 11, 26, 16, 10, 0, 0),
                command,
                "audit-verb-terminal-refuse",
                "CONTOH0009",
                "",
            ),
        ],
    }
}

fn none(lang: Lang) -> AuditLog {
    let mut page = log(lang);
    "/samples/empty-audit?subject=xyz".clone_into(&mut page.frame.path);
    "xyz".clone_into(&mut page.search);
    (page.newest, page.older) = (None, None);
    page.rows.clear();
    page
}
