//! What leave that a file brings stands beside: other leave, closed months, the balance.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Month, PersonId, Skpd};
use jiff::civil::Date;
use rules::{
    excuse::{ExcuseClass, ExcuseKind},
    leave::{LeaveFacts, Seen, Taken, balance},
};
use storage::presence::{NewExcuse, People};

use crate::{
    Office, OfficeError,
    person::Ledger,
    table::{BadRow, Reason},
};

/// What holds for people of a file already, and what rows above brought.
#[derive(Debug, Default)]
pub(super) struct HeldExcuses {
    by_person: HashMap<PersonId, Vec<Held>>,
}

#[derive(Debug)]
struct Held {
    excuse: NewExcuse,
    /// The line that brought it; what is recorded has none.
    line: Option<u32>,
}

/// A row that is to be taken.
pub(super) struct NewRow {
    pub(super) line: u32,
    pub(super) excuse: NewExcuse,
}

impl HeldExcuses {
    /// Adds what a row brings, unless it is there to the letter.
    ///
    /// # Errors
    ///
    /// What it overlaps, and what to do.
    pub(super) fn add(&mut self, line: u32, excuse: &NewExcuse) -> Result<(), Reason> {
        let held = self.by_person.entry(excuse.person).or_default();
        if held.iter().any(|held| held.excuse == *excuse) {
            return Ok(());
        }
        if let Some(other) = held.iter().find(|held| overlap(&held.excuse, excuse)) {
            let NewExcuse { kind, from, until, .. } = &other.excuse;
            let overlaps = match other.line {
                Some(line) => Reason::new("import-overlaps-line").with("line", line),
                None => Reason::new("import-overlaps"),
            };
            return Err(overlaps.with("kind", kind).with("from", from).with("until", until));
        }
        held.push(Held { excuse: excuse.clone(), line: Some(line) });
        Ok(())
    }
}

/// Whether both want the same time of a day. Who may come late may go early too.
fn overlap(one: &NewExcuse, other: &NewExcuse) -> bool {
    let same_days = one.from <= other.until && other.from <= one.until;
    let apart = match (one.minutes, other.minutes) {
        (Some((from, until)), Some((other_from, other_until))) => {
            until <= other_from || other_until <= from
        }
        (Some(_) | None, None) | (None, Some(_)) => false,
    };
    let permits = |excuse: &NewExcuse| {
        let kind = excuse.kind.parse::<ExcuseKind>();
        kind.is_ok_and(|kind| kind.class() == ExcuseClass::Permission)
    };
    let both_permit = one.kind != other.kind && permits(one) && permits(other);
    same_days && !apart && !both_permit
}

impl Office {
    /// What is recorded for the people of some excuses around their days.
    pub(super) async fn held_excuses(
        &self,
        excuses: &[NewExcuse],
    ) -> Result<HeldExcuses, OfficeError> {
        let mut held = HeldExcuses::default();
        let from = excuses.iter().map(|excuse| excuse.from).min();
        let until = excuses.iter().map(|excuse| excuse.until).max();
        let (Some(from), Some(until)) = (from, until) else { return Ok(held) };
        let people: BTreeSet<PersonId> = excuses.iter().map(|excuse| excuse.person).collect();
        let people = People::These(people.into_iter().collect());
        for row in self.store.excuses(&people, from, until).await? {
            let of_person = held.by_person.entry(row.excuse.person).or_default();
            of_person.push(Held { excuse: row.excuse, line: None });
        }
        Ok(held)
    }

    /// What is to be known about rows that are taken all the same, a line each: that they change a
    /// month that is closed, and that they take more of annual leave than there is. An office that
    /// imports years gone by may not have imported what was left before them.
    pub(super) async fn to_look_at(
        &self,
        rows: &[NewRow],
        ledger: &Ledger,
        columns: (&str, &str),
    ) -> Result<Vec<BadRow>, OfficeError> {
        let mut noted = self.closed_by(rows, ledger, columns.0).await?;
        noted.extend(self.beyond_balance(rows, columns.1).await?);
        noted.sort_by_key(|row| row.line);
        Ok(noted)
    }

    async fn closed_by(
        &self,
        rows: &[NewRow],
        ledger: &Ledger,
        column: &str,
    ) -> Result<Vec<BadRow>, OfficeError> {
        let from = rows.iter().map(|row| row.excuse.from).min();
        let until = rows.iter().map(|row| row.excuse.until).max();
        let (Some(from), Some(until)) = (from, until) else { return Ok(Vec::new()) };
        let skpd_on =
            |person: PersonId, day: Date| ledger.state_on(person, day).map(|state| &state.skpd);
        let of_rows = rows.iter().flat_map(|NewRow { excuse, .. }| {
            [skpd_on(excuse.person, excuse.from), skpd_on(excuse.person, excuse.until)]
        });
        let skpds: BTreeSet<&Skpd> = of_rows.flatten().collect();
        let mut closed: BTreeMap<&Skpd, BTreeSet<Month>> = BTreeMap::new();
        for skpd in skpds {
            let months = self.closed_months(skpd, from, until).await?;
            closed.insert(skpd, months.into_iter().collect());
        }
        let mut noted = Vec::new();
        for NewRow { line, excuse } in rows {
            let (first, last) = (Month::of(excuse.from), Month::of(excuse.until));
            let serves = |month: Month| skpd_on(excuse.person, month.last().min(excuse.until));
            let is_closed = |month: &Month| {
                let of_skpd = serves(*month).and_then(|skpd| closed.get(skpd));
                of_skpd.is_some_and(|months| months.contains(month))
            };
            let all = closed.values().flatten().copied().collect::<BTreeSet<Month>>();
            let months = all.into_iter().filter(|month| (first..=last).contains(month));
            let months: Vec<String> =
                months.filter(is_closed).map(|month| month.to_string()).collect();
            if !months.is_empty() {
                let reason = Reason::new("import-changes-closed").with("months", months.join(", "));
                noted.push(BadRow { line: *line, column: column.to_owned(), reason });
            }
        }
        Ok(noted)
    }

    async fn beyond_balance(
        &self,
        rows: &[NewRow],
        column: &str,
    ) -> Result<Vec<BadRow>, OfficeError> {
        let annual = ExcuseKind::CutiTahunan;
        let of_annual = |row: &&NewRow| row.excuse.kind == annual.code();
        let mut by_person: BTreeMap<PersonId, Vec<&NewRow>> = BTreeMap::new();
        for row in rows.iter().filter(of_annual) {
            by_person.entry(row.excuse.person).or_default().push(row);
        }
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        let mut noted = Vec::new();
        let people: Vec<PersonId> = by_person.keys().copied().collect();
        for ledger in self.leave_ledgers_of(people).await? {
            let mut before: Vec<Taken<'_>> = Vec::new();
            for NewRow { line, excuse } in by_person.remove(&ledger.person).unwrap_or_default() {
                let (from, until) = (excuse.from, excuse.until);
                let asked =
                    Taken { kind: annual, local: None, from, until, seconds: None, travel_days: 0 };
                for year in from.year()..=until.year() {
                    let end = Date::constant(year, 12, 31);
                    let overdrawn = |more: &[Taken<'_>]| {
                        ledger.with_facts(end.min(until), |facts| {
                            let taken: Vec<Taken<'_>> =
                                facts.taken.iter().chain(&before).chain(more).copied().collect();
                            let facts = LeaveFacts { taken: &taken, ..*facts };
                            balance(seen, &facts, end).ok().map(|balance| balance.overdrawn)
                        })
                    };
                    let (Some(without), Some(with_it)) = (overdrawn(&[]), overdrawn(&[asked]))
                    else {
                        continue;
                    };
                    let days = with_it.saturating_sub(without);
                    if days > 0 {
                        let reason = Reason::new("import-beyond-balance").with("days", days);
                        let reason = reason.with("year", year);
                        noted.push(BadRow { line: *line, column: column.to_owned(), reason });
                    }
                }
                before.push(asked);
            }
        }
        Ok(noted)
    }
}
