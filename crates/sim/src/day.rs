//! What a person does on a day, by the plan the law makes of it.

use civil::Wall;
use jiff::civil::Date;
use rules::{
    excuse::ExcuseClass,
    plan::{DayPlan, Shift},
};

use crate::{
    Regency,
    chance::{Chance, Stream},
    habits::{self, Habits},
    person::Excuse,
};

/// What somebody means by a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Arrives,
    Leaves,
    Rests,
    Returns,
}

/// A finger on a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scan {
    pub(crate) at: Wall,
    pub(crate) means: Meaning,
    /// Which of the site's terminals, counted on from the person's own.
    pub(crate) aside: usize,
}

/// Of a thousand scans, how many are repeated at once, and how many at another terminal.
const TWICE_PERMILLE: usize = 40;
const ASIDE_PERMILLE: usize = 60;
/// Of a thousand days off, how many somebody comes in on.
const DAY_OFF_PERMILLE: usize = 3;
/// Of a thousand days of duty elsewhere, how many begin at the own terminal.
const DUTY_PERMILLE: usize = 100;

const HOUR: i64 = 3_600;

impl Regency {
    /// The scans of a person on a day; a night's departure lies on the day after.
    pub(crate) fn scans(&self, index: usize, day: Date, out: &mut Vec<Scan>) {
        let Some(person) = self.people.get(index) else { return };
        let Some(post) = person.post_on(day) else { return };
        let Some(plan) = self.calendar.day(&post.schedule, day) else { return };
        let number = crate::calendar::day_number(day);
        let mut chance = Chance::of(self.recipe.seed, Stream::Day, index, number);
        let before = out.len();
        let mut scans = Vec::new();
        if plan.shifts.is_empty() {
            if chance.permille(DAY_OFF_PERMILLE) {
                let comes = plan.midnight.plus_seconds(chance.between(8 * HOUR, 10 * HOUR));
                scans.push((comes, Meaning::Arrives));
                scans.push((comes.plus_seconds(chance.between(HOUR, 4 * HOUR)), Meaning::Leaves));
            }
        } else {
            works(&mut chance, person.habits, plan, person.excuse_on(day), &mut scans);
        }
        for (at, means) in scans {
            let aside = usize::from(chance.permille(ASIDE_PERMILLE));
            out.push(Scan { at, means, aside });
            if chance.permille(TWICE_PERMILLE) {
                let at = at.plus_seconds(chance.between(2, 40));
                out.push(Scan { at, means, aside });
            }
        }
        let now = self.recipe.now;
        let mut place = 0;
        out.retain(|scan| {
            place += 1;
            place <= before || scan.at <= now
        });
    }
}

fn works(
    chance: &mut Chance,
    habits: Habits,
    plan: &DayPlan,
    excuse: Option<&Excuse>,
    scans: &mut Vec<(Wall, Meaning)>,
) {
    let absent = chance.permille(habits.absent);
    match excuse.map(|excuse| (excuse.kind.class(), excuse.minutes)) {
        Some((ExcuseClass::Leave | ExcuseClass::Wfa, _)) => {}
        Some((ExcuseClass::Duty, _)) => {
            if let Some(shift) = plan.shifts.first()
                && chance.permille(DUTY_PERMILLE)
            {
                let at = i64::from(shift.starts) - habits::ahead_seconds(chance);
                scans.push((plan.midnight.plus_seconds(at), Meaning::Arrives));
            }
        }
        Some((ExcuseClass::Permission, minutes)) => {
            for shift in &plan.shifts {
                let permitted = minutes.map(|(from, until)| (seconds(from), seconds(until)));
                attends(chance, habits, plan.midnight, shift, permitted, scans);
            }
        }
        None if absent => {}
        None => {
            for shift in &plan.shifts {
                attends(chance, habits, plan.midnight, shift, None, scans);
            }
        }
    }
}

fn seconds(minutes: u16) -> i64 {
    i64::from(minutes) * 60
}

/// One shift. `permitted` are the seconds of the day somebody may be away.
fn attends(
    chance: &mut Chance,
    habits: Habits,
    midnight: Wall,
    shift: &Shift,
    permitted: Option<(i64, i64)>,
    scans: &mut Vec<(Wall, Meaning)>,
) {
    let (starts, ends) = (i64::from(shift.starts), i64::from(shift.ends));
    let half = (ends - starts) / 2;
    let late = chance.permille(habits.late);
    let mut arrives = if late {
        starts + habits::late_seconds(chance).min(half)
    } else {
        starts - habits::ahead_seconds(chance)
    };
    let early = chance.permille(habits.early);
    let mut leaves = if early {
        ends - habits::early_seconds(chance).min(half - 60)
    } else {
        ends + habits::after_seconds(chance)
    };
    if let Some((from, until)) = permitted {
        if from <= starts && until > starts {
            arrives = (until - chance.between(60, 1_200)).min(starts + half);
        } else if from < ends && until >= ends {
            leaves = (from + chance.between(60, 1_200)).max(ends - half + 60);
        }
    }
    arrives = arrives.max(i64::from(shift.opens));
    leaves = leaves.min(i64::from(shift.closes) - 1);
    if !chance.permille(habits.no_arrival) {
        scans.push((midnight.plus_seconds(arrives), Meaning::Arrives));
    }
    if let Some((from, until)) = shift.rest
        && chance.permille(habits.rests)
    {
        let goes = i64::from(from) + chance.between(0, 600);
        scans.push((midnight.plus_seconds(goes), Meaning::Rests));
        // Coming back is what people forget.
        if !chance.permille(90) {
            let back = i64::from(until) + chance.between(-600, 240);
            scans.push((midnight.plus_seconds(back), Meaning::Returns));
        }
    }
    if !chance.permille(habits.no_departure) {
        scans.push((midnight.plus_seconds(leaves), Meaning::Leaves));
    }
}
