//! From a day as the office explains it to the panel that opens in place.

use jiff::civil::{Date, DateTime};
use office::{
    allowance::{DocLine, SilentLaw},
    presence::{Article, ExplainedDay, ExplainedScan},
};
use rules::day::{DayRecord, Findings, Verdict};
use words::Phrase;

use crate::{
    pages::{
        DayMark, Source, SourceStatus,
        presence::{AmountLine, DayPanel, Fix, Scan, ScanUse, Schedule},
    },
    paths,
    routes::law::topic_of,
};

/// How a day stands, as one mark.
pub(in crate::routes) fn mark(record: &DayRecord) -> DayMark {
    mark_of(record.verdict)
}

fn mark_of(verdict: Verdict) -> DayMark {
    match verdict {
        Verdict::Present => DayMark::Present,
        Verdict::Late | Verdict::LateEarly => DayMark::Late,
        Verdict::Early => DayMark::LeftEarly,
        Verdict::Incomplete => DayMark::NeedsLook,
        Verdict::Absent => DayMark::Absent,
        Verdict::Leave | Verdict::Duty | Verdict::Wfa => DayMark::Excused,
        Verdict::Holiday | Verdict::JointLeave | Verdict::Off | Verdict::NotInService => {
            DayMark::Off
        }
        Verdict::NotYet => DayMark::Ahead,
    }
}

/// Whether the person should look at the day: it has a problem, or its facts contradict each
/// other.
pub(super) fn needs_look(record: &DayRecord) -> bool {
    record.verdict.is_problem() || contradiction(record).is_some()
}

fn contradiction(record: &DayRecord) -> Option<&'static str> {
    [Findings::SCAN_DURING_EXCUSE, Findings::WFA_WITHOUT_RULE]
        .into_iter()
        .find(|finding| record.findings.has(*finding))
        .and_then(|finding| finding.codes().next())
}

/// What is to be known of a day in one sentence: the scan that is missing, the contradiction, else
/// the verdict.
pub(in crate::routes) fn in_short(record: &DayRecord) -> Phrase {
    let missing = [Findings::NO_IN, Findings::NO_OUT, Findings::NO_REST]
        .into_iter()
        .find(|finding| record.verdict == Verdict::Incomplete && record.findings.has(*finding))
        .and_then(|finding| finding.codes().next());
    match missing.or_else(|| contradiction(record)) {
        Some(code) => finding(code),
        None => verdict(
            record.verdict.code(),
            (record.late_minutes, record.early_minutes),
            record.excuse.map(rules::excuse::ExcuseKind::code),
        ),
    }
}

fn finding(code: &str) -> Phrase {
    Phrase::new(format!("explain-finding-{code}"))
}

fn verdict(code: &str, (late, early): (u16, u16), excuse: Option<&str>) -> Phrase {
    let verdict = Phrase::new(format!("explain-verdict-{code}"))
        .with("late", u32::from(late))
        .with("early", u32::from(early));
    // The kind of leave says already that it is leave.
    excuse.map_or(verdict, |excuse| Phrase::new(format!("excuse-{excuse}")))
}

fn named(what: Phrase, name: Phrase) -> Phrase {
    Phrase::new("page-day-named").with("what", what).with("name", name)
}

/// The panel of a day; `fix` is what its person can do about it, `close` the page without it.
pub(super) fn panel(day: &ExplainedDay, zone: i8, fix: Option<Fix>, close: String) -> DayPanel {
    let minutes = (day.late_minutes, day.early_minutes);
    let said = verdict(day.verdict, minutes, day.excuse);
    let known = Verdict::ALL.into_iter().find(|verdict| verdict.code() == day.verdict);
    let verdict = match holiday(day) {
        Some(holiday) => named(said, Phrase::verbatim(&holiday.title)),
        None => said,
    };
    DayPanel {
        date: day.date,
        mark: known.map_or(DayMark::NeedsLook, mark_of),
        schedule: schedule(day),
        verdict,
        findings: day.findings.iter().map(|code| finding(code)).collect(),
        zone,
        scans: day.scans.iter().filter_map(scan).collect(),
        lines: day.lines.iter().map(|line| amount_line(line, day.date)).collect(),
        sources: day.articles.iter().map(|article| of_article(article, day.date)).collect(),
        cut_so_far: -day.cut_so_far,
        silent: day.silent.as_ref().map(SilentLaw::said),
        fix,
        close,
    }
}

fn holiday(day: &ExplainedDay) -> Option<&Article> {
    day.articles.iter().find(|article| matches!(article.topic.as_str(), "holiday" | "joint-leave"))
}

fn schedule(day: &ExplainedDay) -> Schedule {
    let shifts: Vec<_> = day
        .shifts
        .iter()
        .filter_map(|shift| Some((reading(&shift.starts)?.time(), reading(&shift.ends)?.time())))
        .collect();
    if shifts.is_empty() {
        return Schedule::Free(Phrase::new("explain-no-shift"));
    }
    let hours = day.articles.iter().find(|article| article.topic.starts_with("schedule."));
    Schedule::Hours { name: hours.map(|article| article.title.clone()), shifts }
}

fn scan(scan: &ExplainedScan) -> Option<Scan> {
    // A reading that somebody vouched for has the number of the request in place of a PIN.
    let request = scan.pin.parse().ok().filter(|_| scan.source == "correction");
    Some(Scan {
        at: reading(&scan.at)?,
        terminal: scan.terminal_name.clone(),
        repaired: scan.source == "repair",
        vouched: request.map(paths::request),
        used: if scan.counts {
            ScanUse::As(Phrase::new(format!("page-day-scan-{}", scan.used)))
        } else {
            ScanUse::Ignored(Phrase::new(format!("page-day-ignored-{}", scan.used)))
        },
    })
}

/// A reading as the office writes it: `2026-10-05 07:30:59`.
fn reading(text: &str) -> Option<DateTime> {
    text.parse().ok()
}

fn amount_line(line: &DocLine, date: Date) -> AmountLine {
    AmountLine {
        code: line.code.clone(),
        what: line.what(),
        is_cap: line.is_cap(),
        rate: line.rate.clone(),
        base: line.base,
        amount: line.amount,
        source: Source {
            act: line.act.clone(),
            article: line.article.clone(),
            status: status(&line.law_status),
            href: Some(paths::law_on(date, topic_of(&format!("rule.{}", line.rule)).id())),
        },
    }
}

fn of_article(article: &Article, date: Date) -> Source {
    Source {
        act: article.act.clone(),
        article: article.article.clone(),
        status: status(article.status),
        href: Some(paths::law_on(date, topic_of(&article.topic).id())),
    }
}

/// How sure a value is, by its code.
pub(in crate::routes) fn status(code: &str) -> SourceStatus {
    match code {
        "confirmed" => SourceStatus::Confirmed,
        "secondary" => SourceStatus::Secondary,
        _ => SourceStatus::Assumed,
    }
}
