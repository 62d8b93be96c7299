//! The audit log of a month as CSV, newest first, for whoever examines it with other tools.

use civil::Wall;
use office::{
    audit::{AuditQuery, StoredAuditEntry},
    jobs::{JobContext, JobFailure, JobFile},
};
use reports::{Cell, Column, CsvStyle, Frame, Kind, Period, Report, csv};
use words::Lang;

/// Entries read at once.
const AT_ONCE: u32 = 1_000;

/// Most entries of a file: more than a spreadsheet shows helps nobody.
const ENTRIES_MAX: usize = 1_000_000;

/// An entry as the file shows it.
struct Line {
    number: String,
    at: String,
    entry: StoredAuditEntry,
}

static AUDIT_LOG: Report<Line> = Report {
    name: "audit-log",
    columns: &[
        Column::new("number", Kind::Text, 10, |line| Cell::text(&line.number)),
        Column::new("at", Kind::Text, 20, |line| Cell::text(&line.at)),
        Column::new("actor", Kind::Text, 24, |line| Cell::text(&line.entry.actor)),
        Column::new("verb", Kind::Text, 28, |line| Cell::text(&line.entry.verb)),
        Column::new("subject", Kind::Text, 28, |line| Cell::text(&line.entry.subject)),
        Column::new("detail", Kind::Text, 40, |line| Cell::text(&line.entry.detail)),
    ],
    link: |_| None,
};

/// Writes the file.
pub(super) async fn write(context: JobContext) -> Result<JobFile, JobFailure> {
    let JobContext { office, actor, month, .. } = &context;
    let zone = office.zone();
    let mut lines = Vec::new();
    let mut query = AuditQuery::newest(AT_ONCE);
    let (mut read, mut first) = (0_u32, None);
    loop {
        let entries = office.list_audit(actor, &query).await?;
        let Some(last) = entries.last() else { break };
        query.before = Some(last.number);
        let (oldest, newest) = (last.number, entries.first().map_or(last.number, |one| one.number));
        read = read.saturating_add(u32::try_from(entries.len()).unwrap_or(u32::MAX));
        let past = Wall::at(last.at, zone).date() < month.first();
        for entry in entries {
            let at = Wall::at(entry.at, zone);
            if month.contains(at.date()) {
                let (number, at) = (entry.number.to_string(), at.datetime().to_string());
                lines.push(Line { number, at, entry });
            }
        }
        if lines.len() > ENTRIES_MAX {
            let why = format!("the month has more than {ENTRIES_MAX} entries");
            return Err(JobFailure::File(why));
        }
        // Entries are numbered without gaps, so the newest number is how many there are.
        let of = u32::try_from(*first.get_or_insert(newest)).unwrap_or(u32::MAX);
        context.progress(read, of).await?;
        if past || oldest <= 1 {
            break;
        }
    }
    let frame = Frame {
        office: office.regency().to_string(),
        about: None,
        period: Period::Month(*month),
        notes: Vec::new(),
        signatures: Vec::new(),
    };
    let bytes = csv(&AUDIT_LOG.table(&lines, frame), Lang::Id, CsvStyle::Plain);
    Ok(JobFile { name: format!("catatan-audit-{month}.csv"), bytes })
}
