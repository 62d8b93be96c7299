//! Why two systems pay a person otherwise, as far as it can be told from what the old one says.
//!
//! Each cause takes the rupiah that it explains from the difference, so that what all of them
//! explain is the difference itself. Of causes whose rupiah nobody can work out, the first takes the
//! rest.

use civil::{Exact, Rate, Rounding, Rupiah};
use jiff::civil::Date;
use rules::{
    day::{DayRecord, Verdict},
    excuse::ExcuseClass,
};
use serde::Serialize;

use super::{Ours, ShadowDifference, Theirs, dates};
use crate::allowance::StatementDoc;

/// Most rupiah that a system that rounds to thousands is off by.
const ROUNDED_TO: [i64; 3] = [1_000, 100, 10];

/// Why two systems pay a person otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShadowReason {
    /// The old system pays somebody who is not known or not paid here.
    UnknownHere,
    /// Somebody paid here does not stand in the file.
    UnknownThere,
    /// The law here is silent about the person.
    LawSilent,
    /// The Tpp before cuts is another: class, share, or days in service.
    ClassAmount,
    /// Leave or duty that the old system does not know, and counts as absence.
    LeaveUnknownThere,
    /// Days absent differ.
    AbsentDays,
    /// Minutes late differ.
    LateMinutes,
    /// No results of work are known here, so that the share for them was computed in full.
    PerformanceMissing,
    /// The same days and minutes cost otherwise: rate, base, or share of presence.
    PresenceShare,
    /// Whole rupiah, tens, hundreds or thousands.
    Rounding,
    /// Nothing of this.
    Unexplained,
}

impl ShadowReason {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::UnknownHere,
        Self::UnknownThere,
        Self::LawSilent,
        Self::ClassAmount,
        Self::LeaveUnknownThere,
        Self::AbsentDays,
        Self::LateMinutes,
        Self::PerformanceMissing,
        Self::PresenceShare,
        Self::Rounding,
        Self::Unexplained,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownHere => "unknown-here",
            Self::UnknownThere => "unknown-there",
            Self::LawSilent => "law-silent",
            Self::ClassAmount => "class-amount",
            Self::LeaveUnknownThere => "leave-unknown-there",
            Self::AbsentDays => "absent-days",
            Self::LateMinutes => "late-minutes",
            Self::PerformanceMissing => "performance-missing",
            Self::PresenceShare => "presence-share",
            Self::Rounding => "rounding",
            Self::Unexplained => "unexplained",
        }
    }
}

/// A cause of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowCause {
    /// Which.
    pub cause: ShadowReason,
    /// What of the difference it explains, in rupiah; none where that cannot be worked out.
    pub amount: Option<i64>,
    /// What the old system says: rupiah, days or minutes.
    pub theirs: Option<i64>,
    /// What this one says.
    pub ours: Option<i64>,
    /// Days here that bear on it.
    pub days: Vec<Date>,
}

/// The difference between two systems, if there is one.
pub(super) fn between(theirs: Option<&Theirs>, ours: Option<&Ours>) -> Option<ShadowDifference> {
    let (paid, comes) = (theirs.map(|theirs| theirs.amount), ours.map(|ours| ours.doc.tpp_net));
    let difference = paid.unwrap_or(0) - comes.unwrap_or(0);
    let silent = ours.is_some_and(|ours| ours.doc.silent.is_some());
    if difference == 0 && !silent {
        return None;
    }
    let whole = |cause| vec![cause_of(cause, Some(difference))];
    let causes = match (theirs, ours) {
        (None, _) => whole(ShadowReason::UnknownThere),
        (Some(_), None) => whole(ShadowReason::UnknownHere),
        (Some(_), Some(_)) if silent => whole(ShadowReason::LawSilent),
        (Some(theirs), Some(ours)) => told(theirs, ours, difference),
    };
    let nip = theirs.map(|theirs| theirs.nip.to_string());
    let doc = ours.map(|ours| &ours.doc);
    Some(ShadowDifference {
        nip: nip.or_else(|| doc.map(|doc| doc.nip.clone())).unwrap_or_default(),
        name: doc.map_or_else(String::new, |doc| doc.name.clone()),
        skpd: doc.map_or_else(String::new, |doc| doc.skpd.clone()),
        theirs: paid,
        ours: comes,
        difference,
        causes,
    })
}

fn cause_of(cause: ShadowReason, amount: Option<i64>) -> ShadowCause {
    ShadowCause { cause, amount, theirs: None, ours: None, days: Vec::new() }
}

/// The causes of a difference between two systems that both know the person.
fn told(theirs: &Theirs, ours: &Ours, difference: i64) -> Vec<ShadowCause> {
    let doc = &ours.doc;
    let mut causes = Vec::new();
    causes.extend(class_amount(theirs, doc));
    causes.extend(absent_days(theirs, ours));
    causes.extend(late_minutes(theirs, ours));
    if doc.open.iter().any(|open| open == "productivity-missing") {
        causes.push(cause_of(ShadowReason::PerformanceMissing, None));
    }
    let explained: i64 = causes.iter().filter_map(|cause| cause.amount).sum();
    let rest = difference - explained;
    if rest == 0 {
        // Causes whose rupiah nobody knows explain nothing that is left.
        causes.retain(|cause| cause.amount.is_some());
        return causes;
    }
    if is_rounding(theirs.amount, rest, doc) {
        causes.retain(|cause| cause.amount.is_some());
        causes.push(cause_of(ShadowReason::Rounding, Some(rest)));
        return causes;
    }
    if let Some(first) = causes.iter_mut().find(|cause| cause.amount.is_none()) {
        first.amount = Some(rest);
        return causes;
    }
    let counted = theirs.absent_days.is_some() && theirs.late_minutes.is_some();
    let same_gross = theirs.gross == Some(doc.tpp_gross);
    let agree = causes.is_empty() && counted && same_gross;
    let last = if agree { ShadowReason::PresenceShare } else { ShadowReason::Unexplained };
    let cut = theirs.gross.map(|gross| theirs.amount - gross);
    causes.push(ShadowCause {
        theirs: cut.filter(|_| agree),
        ours: agree.then_some(doc.deduction_total),
        ..cause_of(last, Some(rest))
    });
    causes
}

/// Another Tpp before cuts: it, and its part of our cuts.
fn class_amount(theirs: &Theirs, doc: &StatementDoc) -> Option<ShadowCause> {
    let gross = theirs.gross.filter(|gross| *gross != doc.tpp_gross)?;
    Some(ShadowCause {
        theirs: Some(gross),
        ours: Some(doc.tpp_gross),
        ..cause_of(
            ShadowReason::ClassAmount,
            Some(
                gross - doc.tpp_gross + scaled(doc.deduction_total, gross, doc.tpp_gross)
                    - doc.deduction_total,
            ),
        )
    })
}

/// A cut of ours as it would be of another Tpp.
fn scaled(cut: i64, gross: i64, of: i64) -> i64 {
    match (u32::try_from(gross), u32::try_from(of)) {
        (Ok(gross), Ok(of)) if of > 0 => {
            -Exact::from(Rupiah(-cut)).share(Rate::new(gross, of)).round(Rounding::HalfUp, 1).0
        }
        _ => cut,
    }
}

/// Other days absent; where the old system counts more, and no more than there is leave here, it
/// does not know the leave.
fn absent_days(theirs: &Theirs, ours: &Ours) -> Option<ShadowCause> {
    let count = theirs.absent_days?;
    let absent = dates(&ours.records, |day| day.verdict == Verdict::Absent);
    let own = u32::try_from(absent.len()).unwrap_or(u32::MAX);
    if count == own {
        return None;
    }
    let excused = dates(&ours.records, |day| {
        day.excuse.is_some_and(|kind| kind.class() != ExcuseClass::Permission)
    });
    let more = usize::try_from(count.saturating_sub(own)).unwrap_or(usize::MAX);
    let leave = more > 0 && more <= excused.len();
    let (cause, days) = if leave {
        (ShadowReason::LeaveUnknownThere, excused)
    } else {
        (ShadowReason::AbsentDays, absent.clone())
    };
    let amount = cost_of_a_day(&ours.doc, &absent).map(|cost| {
        let cost = scaled(cost, theirs.gross.unwrap_or(ours.doc.tpp_gross), ours.doc.tpp_gross);
        cost * (i64::from(count) - i64::from(own))
    });
    let (theirs, own) = (Some(i64::from(count)), Some(i64::from(own)));
    Some(ShadowCause { theirs, ours: own, days, ..cause_of(cause, amount) })
}

/// What a day absent costs here, if each costs the same; never positive.
fn cost_of_a_day(doc: &StatementDoc, absent: &[Date]) -> Option<i64> {
    let cost = |date: &Date| -> i64 {
        let of_day = doc.lines.iter().filter(|line| line.days == [date.day()]);
        of_day.map(|line| line.amount).sum()
    };
    let first = cost(absent.first()?);
    absent.iter().all(|date| cost(date) == first).then_some(first)
}

/// Other minutes late; where the old system counts none, all that is cut for them here.
fn late_minutes(theirs: &Theirs, ours: &Ours) -> Option<ShadowCause> {
    let minutes = theirs.late_minutes?;
    let own: u32 = ours.records.iter().map(|day| u32::from(day.late_minutes)).sum();
    if minutes == own {
        return None;
    }
    let is_late = |day: &DayRecord| day.late_minutes > 0;
    let days = dates(&ours.records, is_late);
    // A line of such a day may be for something else; only where nothing else is, all of it is.
    let late_only = ours
        .records
        .iter()
        .filter(|day| is_late(day))
        .all(|day| matches!(day.verdict, Verdict::Late));
    let cut = |date: &Date| -> i64 {
        let of_day = ours.doc.lines.iter().filter(|line| line.days == [date.day()]);
        of_day.map(|line| line.amount).sum()
    };
    let all: i64 = days.iter().map(cut).sum();
    let gross = theirs.gross.unwrap_or(ours.doc.tpp_gross);
    let amount = (minutes == 0 && late_only).then(|| -scaled(all, gross, ours.doc.tpp_gross));
    let (theirs, own) = (Some(i64::from(minutes)), Some(i64::from(own)));
    Some(ShadowCause { theirs, ours: own, days, ..cause_of(ShadowReason::LateMinutes, amount) })
}

/// Whether a rest is what rounding leaves: one rupiah a line, or less than the tens, hundreds or
/// thousands to which the old system rounds.
fn is_rounding(paid: i64, rest: i64, doc: &StatementDoc) -> bool {
    let lines = i64::try_from(doc.lines.len() + doc.components.len()).unwrap_or(i64::MAX);
    let to = ROUNDED_TO.iter().find(|unit| paid % **unit == 0).copied().unwrap_or(1);
    rest.abs() <= lines || rest.abs() < to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allowance::closing::testing::{day, doc, line};

    fn theirs(amount: i64) -> Theirs {
        let nip = "199001012015031004".parse().unwrap();
        Theirs { nip, amount, gross: None, absent_days: None, late_minutes: None }
    }

    /// 1,000,000 before cuts, absent on the 4th, late on the 5th.
    fn ours() -> Ours {
        let absent = DayRecord { verdict: Verdict::Absent, ..day(4) };
        let late = DayRecord { verdict: Verdict::Late, late_minutes: 42, ..day(5) };
        let lines = vec![line(4, "TK", -30_000), line(5, "TL2", -4_000)];
        Ours { doc: doc(1_000_000, lines), records: vec![day(3), absent, late] }
    }

    /// Causes with their amounts, which must add up to the difference.
    fn causes(theirs: &Theirs, ours: &Ours) -> Vec<(ShadowReason, i64)> {
        let found = between(Some(theirs), Some(ours)).unwrap();
        let sum: i64 = found.causes.iter().filter_map(|cause| cause.amount).sum();
        assert_eq!(sum, found.difference, "{found:?}");
        found.causes.iter().map(|cause| (cause.cause, cause.amount.unwrap_or(0))).collect()
    }

    #[test]
    fn the_same_rupiah_is_no_difference_and_who_is_missing_is_said() {
        assert_eq!(between(Some(&theirs(966_000)), Some(&ours())), None);
        let here = between(Some(&theirs(5)), None).unwrap();
        assert_eq!((here.causes[0].cause, here.difference), (ShadowReason::UnknownHere, 5));
        let there = between(None, Some(&ours())).unwrap();
        assert_eq!(
            (there.causes[0].cause, there.difference),
            (ShadowReason::UnknownThere, -966_000)
        );
    }

    #[test]
    fn another_class_scales_the_cuts_too() {
        let other = Theirs { gross: Some(2_000_000), ..theirs(1_932_000) };
        assert_eq!(causes(&other, &ours()), [(ShadowReason::ClassAmount, 966_000)]);
    }

    #[test]
    fn days_and_minutes_that_differ_take_their_own_rupiah() {
        let none = Theirs { absent_days: Some(0), late_minutes: Some(42), ..theirs(996_000) };
        assert_eq!(causes(&none, &ours()), [(ShadowReason::AbsentDays, 30_000)]);
        let never = Theirs { absent_days: Some(0), late_minutes: Some(0), ..theirs(1_000_000) };
        let both = [(ShadowReason::AbsentDays, 30_000), (ShadowReason::LateMinutes, 4_000)];
        assert_eq!(causes(&never, &ours()), both);
        let fewer = Theirs { absent_days: Some(1), late_minutes: Some(20), ..theirs(968_000) };
        assert_eq!(causes(&fewer, &ours()), [(ShadowReason::LateMinutes, 2_000)]);
    }

    #[test]
    fn leave_that_the_old_system_does_not_know_is_absence_there() {
        let mut ours = ours();
        let leave = rules::excuse::ExcuseKind::CutiTahunan;
        ours.records.push(DayRecord { verdict: Verdict::Leave, excuse: Some(leave), ..day(6) });
        let more = Theirs { absent_days: Some(2), ..theirs(936_000) };
        let found = between(Some(&more), Some(&ours)).unwrap();
        assert_eq!(found.causes[0].cause, ShadowReason::LeaveUnknownThere);
        assert_eq!(found.causes[0].days, ["2026-11-06".parse().unwrap()]);
        assert_eq!(causes(&more, &ours), [(ShadowReason::LeaveUnknownThere, -30_000)]);
    }

    #[test]
    fn rounding_presence_and_what_nobody_can_tell_are_kept_apart() {
        assert_eq!(causes(&theirs(966_002), &ours()), [(ShadowReason::Rounding, 2)]);
        let mut odd = ours();
        odd.doc.lines[0].amount = -30_450;
        odd.doc.tpp_net = 965_550;
        assert_eq!(causes(&theirs(966_000), &odd), [(ShadowReason::Rounding, 450)]);
        let counted = Theirs {
            gross: Some(1_000_000),
            absent_days: Some(1),
            late_minutes: Some(42),
            ..theirs(950_001)
        };
        assert_eq!(causes(&counted, &ours()), [(ShadowReason::PresenceShare, -15_999)]);
        assert_eq!(causes(&theirs(950_001), &ours()), [(ShadowReason::Unexplained, -15_999)]);
        let mut missing = ours();
        missing.doc.open = vec!["productivity-missing".to_owned()];
        let found = causes(&theirs(950_001), &missing);
        assert_eq!(found, [(ShadowReason::PerformanceMissing, -15_999)]);
    }
}
