//! Why two systems leave a person another Tpp after cuts, as far as it can be told from what the old
//! one says.
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

use super::{Ours, ShadowCause, ShadowReason, Theirs, dates};
use crate::allowance::StatementDoc;

/// Most rupiah that a system that rounds to thousands is off by.
const ROUNDED_TO: [i64; 3] = [1_000, 100, 10];

/// Why what is left after cuts is another. What both say differs by `difference`.
pub(super) fn of_after_cuts(
    (after_cuts, difference): (i64, i64),
    theirs: &Theirs,
    ours: &Ours,
) -> Vec<ShadowCause> {
    let doc = &ours.doc;
    let mut causes = known(theirs, ours);
    let explained: i64 = causes.iter().filter_map(|cause| cause.amount).sum();
    let rest = difference - explained;
    if rest == 0 {
        // Causes whose rupiah nobody knows explain nothing that is left.
        causes.retain(|cause| cause.amount.is_some());
        return causes;
    }
    if is_rounding(after_cuts, rest, doc) {
        causes.retain(|cause| cause.amount.is_some());
        causes.push(ShadowCause::of(ShadowReason::Rounding, Some(rest)));
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
    let cut = theirs.gross.map(|gross| after_cuts - gross);
    causes.push(ShadowCause {
        theirs: cut.filter(|_| agree),
        ours: agree.then_some(doc.deduction_total),
        ..ShadowCause::of(last, Some(rest))
    });
    causes
}

/// What the class, days, minutes and results of work tell, before what is left is.
pub(super) fn known(theirs: &Theirs, ours: &Ours) -> Vec<ShadowCause> {
    let mut causes = Vec::new();
    causes.extend(class_amount(theirs, &ours.doc));
    causes.extend(absent_days(theirs, ours));
    causes.extend(late_minutes(theirs, ours));
    if ours.doc.open.iter().any(|open| open == "productivity-missing") {
        causes.push(ShadowCause::of(ShadowReason::PerformanceMissing, None));
    }
    causes
}

/// Another Tpp before cuts: it, and its part of our cuts.
fn class_amount(theirs: &Theirs, doc: &StatementDoc) -> Option<ShadowCause> {
    let gross = theirs.gross.filter(|gross| *gross != doc.tpp_gross)?;
    Some(ShadowCause {
        theirs: Some(gross),
        ours: Some(doc.tpp_gross),
        ..ShadowCause::of(
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
    Some(ShadowCause { theirs, ours: own, days, ..ShadowCause::of(cause, amount) })
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
    Some(ShadowCause {
        theirs,
        ours: own,
        days,
        ..ShadowCause::of(ShadowReason::LateMinutes, amount)
    })
}

/// Whether a rest is what rounding leaves: one rupiah a line, or less than the tens, hundreds or
/// thousands to which the old system rounds.
pub(super) fn is_rounding(paid: i64, rest: i64, doc: &StatementDoc) -> bool {
    let lines = i64::try_from(doc.lines.len() + doc.components.len()).unwrap_or(i64::MAX);
    let to = ROUNDED_TO.iter().find(|unit| paid % **unit == 0).copied().unwrap_or(1);
    rest.abs() <= lines || rest.abs() < to
}

#[cfg(test)]
mod tests {
    use super::{super::read::silent, *};
    use crate::allowance::{
        closing::testing::{day, doc, line},
        payments::{Between, Handed},
    };

    /// 1,000,000 before cuts, absent on the 4th, late on the 5th.
    fn ours() -> Ours {
        let absent = DayRecord { verdict: Verdict::Absent, ..day(4) };
        let late = DayRecord { verdict: Verdict::Late, late_minutes: 42, ..day(5) };
        let lines = vec![line(4, "TK", -30_000), line(5, "TL2", -4_000)];
        let handed = Handed { net: 966_000, between: Between::default(), silent: false };
        Ours { doc: doc(1_000_000, lines), records: vec![day(3), absent, late], handed }
    }

    /// Causes with their amounts, which must add up to the difference.
    fn causes(after_cuts: i64, theirs: &Theirs, ours: &Ours) -> Vec<(ShadowReason, i64)> {
        let difference = after_cuts - ours.doc.tpp_net;
        let found = of_after_cuts((after_cuts, difference), theirs, ours);
        let sum: i64 = found.iter().filter_map(|cause| cause.amount).sum();
        assert_eq!(sum, difference, "{found:?}");
        found.iter().map(|cause| (cause.cause, cause.amount.unwrap_or(0))).collect()
    }

    #[test]
    fn another_class_scales_the_cuts_too() {
        let other = Theirs { gross: Some(2_000_000), ..silent() };
        assert_eq!(causes(1_932_000, &other, &ours()), [(ShadowReason::ClassAmount, 966_000)]);
    }

    #[test]
    fn days_and_minutes_that_differ_take_their_own_rupiah() {
        let none = Theirs { absent_days: Some(0), late_minutes: Some(42), ..silent() };
        assert_eq!(causes(996_000, &none, &ours()), [(ShadowReason::AbsentDays, 30_000)]);
        let never = Theirs { absent_days: Some(0), late_minutes: Some(0), ..silent() };
        let both = [(ShadowReason::AbsentDays, 30_000), (ShadowReason::LateMinutes, 4_000)];
        assert_eq!(causes(1_000_000, &never, &ours()), both);
        let fewer = Theirs { absent_days: Some(1), late_minutes: Some(20), ..silent() };
        assert_eq!(causes(968_000, &fewer, &ours()), [(ShadowReason::LateMinutes, 2_000)]);
    }

    #[test]
    fn leave_that_the_old_system_does_not_know_is_absence_there() {
        let mut ours = ours();
        let leave = rules::excuse::ExcuseKind::CutiTahunan;
        ours.records.push(DayRecord { verdict: Verdict::Leave, excuse: Some(leave), ..day(6) });
        let more = Theirs { absent_days: Some(2), ..silent() };
        let found = of_after_cuts((936_000, -30_000), &more, &ours);
        assert_eq!(found[0].days, ["2026-11-06".parse().unwrap()]);
        assert_eq!(causes(936_000, &more, &ours), [(ShadowReason::LeaveUnknownThere, -30_000)]);
    }

    #[test]
    fn rounding_presence_and_what_nobody_can_tell_are_kept_apart() {
        assert_eq!(causes(966_002, &silent(), &ours()), [(ShadowReason::Rounding, 2)]);
        let mut odd = ours();
        odd.doc.lines[0].amount = -30_450;
        odd.doc.tpp_net = 965_550;
        assert_eq!(causes(966_000, &silent(), &odd), [(ShadowReason::Rounding, 450)]);
        let counted = Theirs {
            gross: Some(1_000_000),
            absent_days: Some(1),
            late_minutes: Some(42),
            ..silent()
        };
        assert_eq!(causes(950_001, &counted, &ours()), [(ShadowReason::PresenceShare, -15_999)]);
        assert_eq!(causes(950_001, &silent(), &ours()), [(ShadowReason::Unexplained, -15_999)]);
        let mut missing = ours();
        missing.doc.open = vec!["productivity-missing".to_owned()];
        let found = causes(950_001, &silent(), &missing);
        assert_eq!(found, [(ShadowReason::PerformanceMissing, -15_999)]);
    }
}
