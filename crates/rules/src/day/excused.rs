//! What excuses leave of a day's shifts.

use super::{DayRecord, Findings};
use crate::{
    excuse::{Excuse, ExcuseClass, ExcuseKind},
    plan::Shift,
};

/// An excuse of the whole day that decides it. Leave comes before duty, duty before work from
/// elsewhere: the one that asks least of the person.
#[inline]
pub(super) fn whole_day_excuse(excuses: &[Excuse]) -> Option<ExcuseKind> {
    let rank = |kind: &ExcuseKind| match kind.class() {
        ExcuseClass::Leave => 0,
        ExcuseClass::Duty => 1,
        ExcuseClass::Wfa => 2,
        ExcuseClass::Permission => 3,
    };
    excuses
        .iter()
        .filter(|excuse| excuse.seconds.is_none() && excuse.kind.class() != ExcuseClass::Permission)
        .map(|excuse| excuse.kind)
        .min_by_key(rank)
}

/// The shift as it is asked once excused hours are taken off, `None` if nothing of it is left; and
/// whether any hour of it was excused.
///
/// Hours at its start and at its end shorten it. Hours that touch the rest lengthen the rest: who
/// is excused from eleven and rests from twelve may go at eleven. Other hours in the middle ask
/// for nothing less, since only arrival, rest and departure are scanned.
#[inline]
pub(super) fn part_excused(planned: &Shift, excuses: &[Excuse]) -> (Option<Shift>, bool) {
    if excuses.is_empty() {
        return (Some(*planned), false);
    }
    let mut shift = *planned;
    let mut any = false;
    loop {
        let before = shift;
        for (from, until) in hours(excuses) {
            any |= from < planned.ends && until > planned.starts;
            take_off(&mut shift, from, until);
        }
        // Excuses that adjoin one another act one after another.
        if shift == before || shift.starts >= shift.ends {
            break;
        }
    }
    // The leaving window keeps its distance from the end.
    shift.leaving_opens -= planned.ends - shift.ends;
    ((shift.starts < shift.ends).then_some(shift), any)
}

/// The hours excused; permissions excuse none, their minutes are counted apart.
fn hours(excuses: &[Excuse]) -> impl Iterator<Item = (i32, i32)> {
    excuses
        .iter()
        .filter(|excuse| excuse.kind.class() != ExcuseClass::Permission)
        .filter_map(|excuse| excuse.seconds)
}

fn take_off(shift: &mut Shift, from: i32, until: i32) {
    if from <= shift.starts && until > shift.starts {
        shift.starts = until;
    }
    if until >= shift.ends && from < shift.ends {
        shift.ends = from;
    }
    let Some((rest_from, rest_until)) = &mut shift.rest else { return };
    if from <= *rest_until && until >= *rest_from {
        (*rest_from, *rest_until) = ((*rest_from).min(from), (*rest_until).max(until));
    }
    // Hours excused up to the rest, or from it on, leave nobody to wait out the rest.
    if (*rest_from..*rest_until).contains(&shift.starts) {
        shift.starts = *rest_until;
    }
    if shift.ends > *rest_from && shift.ends <= *rest_until {
        shift.ends = *rest_from;
    }
    if shift.starts >= *rest_until || shift.ends <= *rest_from {
        shift.rest = None;
    }
}

/// Notes which of the counted minutes were permitted.
#[inline]
pub(super) fn permissions(excuses: &[Excuse], record: &mut DayRecord) {
    let permitted = |kind| excuses.iter().any(|excuse| excuse.kind == kind);
    if record.late_minutes > 0 && permitted(ExcuseKind::IzinTerlambat) {
        record.findings.add(Findings::LATE_PERMITTED);
    }
    if record.early_minutes > 0 && permitted(ExcuseKind::IzinPulangCepat) {
        record.findings.add(Findings::EARLY_PERMITTED);
    }
}
