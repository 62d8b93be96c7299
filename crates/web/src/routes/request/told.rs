//! What the office found wrong, and what became of decisions, in words.

use jiff::civil::Date;
use office::{
    OfficeError,
    leave::NotedFinding,
    matter::{Decided, Mistake, OpenedMatter, Outcome, REASON_CHARS_MAX},
    proof::{NewProof, PROOF_BYTES_MAX, PROOFS_MAX, ProofFault},
};
use storage::organisation::SkpdEntry;
use words::{Arg, Phrase};

use super::desk::desk;
use crate::{Notice, NoticeKind, PageError};

/// Most names in one sentence; the rest are counted.
const NAMED_MAX: usize = 10;

/// What is wrong, in words.
pub(in crate::routes) fn mistake(mistake: &Mistake) -> Phrase {
    let said = Phrase::new(format!("request-mistake-{}", mistake.code()));
    match mistake {
        Mistake::TooManyDays { days, most } | Mistake::TooManyDecisions { count: days, most } => {
            said.with("count", counted(*days)).with("most", counted(*most))
        }
        Mistake::TooLongAgo { oldest, .. } | Mistake::LeaveTooLongAgo { oldest, .. } => {
            said.with("oldest", *oldest)
        }
        Mistake::ReasonTooLong(most) => said.with("most", counted(*most)),
        _ => said,
    }
}

/// Why a file cannot be taken, in words.
pub(in crate::routes) fn proof_fault(name: &str, fault: ProofFault) -> Phrase {
    Phrase::new(format!("request-file-{}", fault.code()))
        .with("name", name)
        .with("most", counted(PROOFS_MAX))
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What is wrong with a reason, before it is asked with.
pub(in crate::routes) fn reason_fault(reason: &str) -> Option<Phrase> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Some(mistake(&Mistake::NoReason));
    }
    let long = reason.chars().count() > REASON_CHARS_MAX;
    long.then(|| mistake(&Mistake::ReasonTooLong(REASON_CHARS_MAX)))
}

/// What is wrong with how many files there are, and how large.
pub(in crate::routes) fn files_fault<'f>(
    mut files: impl ExactSizeIterator<Item = &'f NewProof>,
) -> Option<Phrase> {
    if files.len() > PROOFS_MAX {
        return Some(proof_fault("", ProofFault::TooMany));
    }
    let large = files.find(|file| file.bytes.len() > PROOF_BYTES_MAX)?;
    Some(proof_fault(&large.name, ProofFault::TooLarge))
}

/// A refusal of the office as a sentence for a form, or as the page that ends it.
pub(super) fn of_form(error: OfficeError) -> Result<Phrase, PageError> {
    match error {
        OfficeError::Mistake(wrong) => Ok(mistake(&wrong)),
        other => Err(other.into()),
    }
}

/// To whom requests went.
pub(in crate::routes) fn asked(opened: &[OpenedMatter], skpds: &[SkpdEntry]) -> Vec<Notice> {
    let mut by_desk: Vec<(&str, Option<Date>, usize)> = Vec::new();
    for OpenedMatter { desk, due, .. } in opened {
        match by_desk.iter_mut().find(|(known, by, _)| known == desk && by == due) {
            Some((_, _, count)) => *count += 1,
            None => by_desk.push((desk, *due, 1)),
        }
    }
    let said = |(code, due, count): (&str, Option<Date>, usize)| {
        let key = if due.is_some() { "request-told-asked-due" } else { "request-told-asked" };
        let text = Phrase::new(key).with("count", counted(count)).with("desk", desk(code, skpds));
        let text = due.into_iter().fold(text, |text, due| text.with("due", Arg::Date(due)));
        Notice { kind: NoticeKind::Done, text }
    };
    by_desk.into_iter().map(said).collect()
}

/// To whom a request for leave went.
pub(in crate::routes) fn leave_asked(opened: &OpenedMatter, skpds: &[SkpdEntry]) -> Notice {
    let OpenedMatter { desk: code, due, .. } = opened;
    let key = if due.is_some() { "page-leave-told-due" } else { "page-leave-told" };
    let text = Phrase::new(key).with("desk", desk(code, skpds));
    let text = due.iter().fold(text, |text, due| text.with("due", Arg::Date(*due)));
    Notice { kind: NoticeKind::Done, text }
}

/// What became of decisions: a sentence for all of which the same became.
pub(super) fn decided(
    decided: &[Decided],
    skpds: &[SkpdEntry],
    short: impl Fn(Date) -> String,
) -> Vec<Notice> {
    let mut groups: Vec<(&Outcome, Vec<String>)> = Vec::new();
    for Decided { matter, outcome, about } in decided {
        let whose = match about {
            Some((name, date)) => format!("{name} ({})", short(*date)),
            None => format!("#{matter}"),
        };
        match groups.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, names)) => names.push(whose),
            None => groups.push((outcome, vec![whose])),
        }
    }
    groups.into_iter().map(|(outcome, names)| became(outcome, &names, skpds)).collect()
}

fn became(outcome: &Outcome, names: &[String], skpds: &[SkpdEntry]) -> Notice {
    let (kind, key) = match outcome {
        Outcome::Granted => (NoticeKind::Done, "request-told-granted"),
        Outcome::Forwarded(_) => (NoticeKind::Done, "request-told-forwarded"),
        Outcome::Refused => (NoticeKind::Done, "request-told-refused"),
        Outcome::Overtaken => (NoticeKind::Failed, "request-told-overtaken"),
        Outcome::NotYours => (NoticeKind::Failed, "request-told-not-yours"),
        Outcome::Oneself => (NoticeKind::Failed, "request-told-oneself"),
        Outcome::Hindered(_) => (NoticeKind::Failed, "request-told-hindered"),
        Outcome::Unknown => (NoticeKind::Failed, "request-told-unknown"),
    };
    let shown = names.iter().take(NAMED_MAX).cloned().collect::<Vec<_>>().join(", ");
    let more = if names.len() > NAMED_MAX { ", …" } else { "" };
    let mut text =
        Phrase::new(key).with("count", counted(names.len())).with("who", format!("{shown}{more}"));
    match outcome {
        Outcome::Forwarded(to) => text = text.with("desk", desk(to, skpds)),
        Outcome::Hindered(findings) => {
            let first = findings.first().map_or_else(|| Phrase::verbatim(""), NotedFinding::said);
            text = text.with("why", first);
        }
        Outcome::Granted
        | Outcome::Refused
        | Outcome::Overtaken
        | Outcome::NotYours
        | Outcome::Oneself
        | Outcome::Unknown => {}
    }
    Notice { kind, text }
}
