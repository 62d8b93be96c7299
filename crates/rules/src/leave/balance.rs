//! The balance of annual leave on a day.

use jiff::civil::Date;

use super::{
    LeaveFacts, Seen,
    carry::{Counting, Part, Year},
    days::year_bounds,
};
use crate::law::{Dated as _, NotInForce, ProvisionId};

/// Days of one year's grant, in the calendar year that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// The year that granted them.
    pub granted_in: i16,
    /// Days that may be used in the year looked at: the grant, or what of it was carried over.
    pub days: u32,
    /// Used in the year looked at, up to the day asked about.
    pub used: u32,
    /// Granted for later days of that year.
    pub reserved: u32,
    /// What is left of them.
    pub left: u32,
    /// Of what is left, days that lapse when the year ends, if no more is taken.
    pub lapsing: u32,
    /// Last day on which any of it can be used, if leave is taken every year.
    pub expires: Date,
    /// What grants them, or carries them over.
    pub provision: ProvisionId,
}

/// The annual leave of a person on a day, in working days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The day.
    pub on: Date,
    /// By the year that granted them, the oldest first, which is the order of use.
    pub lots: Vec<Lot>,
    /// What may still be asked for in this calendar year.
    pub left: u32,
    /// Of it, what lapses when the year ends, if no more is taken.
    pub lapsing: u32,
    /// Days taken in this year beyond what there was. Never silently taken off `left`.
    pub overdrawn: u32,
    /// The day from which there is a right at all, if it is not reached.
    pub entitled_from: Option<Date>,
    /// The provision by which a long leave took this year's own days.
    pub closed_by: Option<ProvisionId>,
    /// The first year that was counted: leave taken before it plays no part.
    pub counted_from: i16,
    /// The provision on annual leave for this person on this day.
    pub provision: ProvisionId,
}

/// The annual leave of a person on a day.
///
/// A year grants its days once service is long enough; what is taken is taken off the oldest days.
/// At the end of a year the year's own days live on into the next within the totals of
/// [`crate::law::leave::Annual`], and everything else lapses. The year's law is that of the day
/// asked about, a past year's that of its last day.
///
/// Source: PP 11/2017 art. 310–341, Peraturan BKN 24/2017.
///
/// # Errors
///
/// [`NotInForce`] if the law says nothing of annual leave for this person on that day.
pub fn balance(seen: Seen<'_>, facts: &LeaveFacts<'_>, on: Date) -> Result<Balance, NotInForce> {
    let counting = Counting { seen, facts };
    let rule = counting.annual_rule(on)?;
    let (years, counted_from) = years_before(&counting, on);
    let [before_last, last] = &years;
    let year = counting.year([before_last, last], on, rule);
    let lapsing = lapsing(&counting, &[last, &year], on);
    let lots: Vec<Lot> =
        year.parts.iter().zip(lapsing).map(|(part, days)| lot(part, days, on)).collect();
    Ok(Balance {
        on,
        left: lots.iter().map(|lot| lot.left).sum(),
        lapsing: lots.iter().map(|lot| lot.lapsing).sum(),
        lots,
        overdrawn: year.overdrawn,
        entitled_from: year.entitled_from,
        closed_by: year.closed_by,
        counted_from,
        provision: rule.head().provision,
    })
}

/// The two years before that of `on`, each as it ended, and the first year that was counted.
fn years_before(counting: &Counting<'_>, on: Date) -> ([Year; 2], i16) {
    let opening = counting.facts.opening.filter(|opening| opening.year <= on.year());
    let first = opening.map_or_else(|| counting.facts.service_from.year(), |opening| opening.year);
    let unused = |year: i16| opening.is_some_and(|opening| opening.unused_years.contains(&year));
    let counted_from = first.min(on.year());
    let mut before_last = Year::handed_over(counted_from - 2, unused(counted_from - 2));
    let mut last = Year::handed_over(counted_from - 1, unused(counted_from - 1));
    for number in counted_from..on.year() {
        let (_, end) = year_bounds(number);
        let year = match counting.annual_rule(end) {
            Ok(rule) => counting.year([&before_last, &last], end, rule),
            // Before the first law there is nothing to carry over.
            Err(NotInForce { .. }) => Year::blank(number),
        };
        before_last = std::mem::replace(&mut last, year);
    }
    ([before_last, last], counted_from)
}

/// How much of each part lapses when the year ends, if no more is taken.
fn lapsing(counting: &Counting<'_>, years: &[&Year; 2], on: Date) -> Vec<u32> {
    let [_, year] = years;
    let next = year_bounds(on.year().saturating_add(1)).0;
    let annual = counting.annual_rule(next).ok().and_then(|rule| rule.annual);
    let kept = annual
        .map_or_else(Vec::new, |annual| counting.carried(*years, &annual, ProvisionId::default()));
    let kept_of = |part: &Part| {
        kept.iter().find(|kept| kept.granted_in == part.granted_in).map_or(0, |kept| kept.days)
    };
    year.parts.iter().map(|part| part.left() - kept_of(part)).collect()
}

fn lot(part: &Part, lapsing: u32, on: Date) -> Lot {
    let last_year = on.year().min(part.granted_in).saturating_add(1).max(on.year());
    Lot {
        granted_in: part.granted_in,
        days: part.days,
        used: part.used,
        reserved: part.reserved,
        left: part.left(),
        lapsing,
        expires: year_bounds(last_year).1,
        provision: part.provision,
    }
}
