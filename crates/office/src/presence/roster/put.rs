//! Giving turns: many at once, all or none.

use std::collections::{BTreeSet, HashMap};

use civil::{Month, Nip, PersonId, Skpd};
use jiff::civil::Date;
use rules::roster::{OFF, Roster, Turn};
use serde::Serialize;
use storage::{people::PersonState, rosters::RosterCell};

use super::warn::{RosterNotice, notices};
use crate::{Actor, Office, OfficeError, Permission, Reason, Scope, person::Ledger};

/// Most turns given at once: a month of a thousand people.
const TURNS_MAX: usize = 31_000;

/// A turn to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTurn {
    /// To whom.
    pub nip: Nip,
    /// For which day.
    pub date: Date,
    /// Which; `None` lets the cycle hold again.
    pub turn: Option<Turn>,
}

/// A turn that cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadTurn {
    /// Whose it was to be.
    pub nip: String,
    /// For which day.
    pub date: Date,
    /// Why not, and what to do.
    pub reason: Reason,
}

/// What became of turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PutRoster {
    /// Turns that were new; none if any is bad.
    pub new: u32,
    /// Turns that cannot be given. If there is one, none was.
    pub bad: Vec<BadTurn>,
    /// What is to be warned of in the months they are of, as they would be.
    pub warnings: Vec<RosterNotice>,
}

/// What turns of an organisation are held against.
pub(super) struct Bounds<'a> {
    pub(super) office: &'a Office,
    pub(super) actor: &'a Actor,
    pub(super) skpd: &'a Skpd,
    pub(super) ledger: &'a Ledger,
    pub(super) closed: &'a BTreeSet<Month>,
}

impl Office {
    /// Gives turns to people of an organisation, all or none.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if they are too many;
    /// [`OfficeError::Store`].
    pub async fn put_roster(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        turns: &[NewTurn],
    ) -> Result<PutRoster, OfficeError> {
        actor.require(Permission::KeepRoster, Scope::Skpd(skpd))?;
        if turns.len() > TURNS_MAX {
            return Err(OfficeError::BadInput(format!("give at most {TURNS_MAX} turns at once")));
        }
        let dates: BTreeSet<Date> = turns.iter().map(|turn| turn.date).collect();
        let ledger = self.ledger().await?;
        let closed = self.closed_of_roster(skpd, &dates).await?;
        let bounds = Bounds { office: self, actor, skpd, ledger: &ledger, closed: &closed };
        let (mut cells, mut bad) = (Vec::with_capacity(turns.len()), Vec::new());
        for NewTurn { nip, date, turn } in turns {
            let person = ledger
                .carrier(nip)
                .ok_or_else(|| Reason::new("import-nip-nobody").with("nip", nip));
            let cell = person.and_then(|person| bounds.cell(person, *date, turn.as_ref()));
            match cell {
                Ok(cell) => cells.push(cell),
                Err(reason) => bad.push(BadTurn { nip: nip.to_string(), date: *date, reason }),
            }
        }
        if !bad.is_empty() {
            return Ok(PutRoster { new: 0, bad, warnings: Vec::new() });
        }
        let warnings = self.warnings_with(skpd, &cells).await?;
        let new = self.keep_turns(actor, skpd, &cells).await?;
        Ok(PutRoster { new, bad, warnings })
    }

    /// Months of the organisation that are closed for payment, among those of the days.
    pub(super) async fn closed_of_roster(
        &self,
        skpd: &Skpd,
        dates: &BTreeSet<Date>,
    ) -> Result<BTreeSet<Month>, OfficeError> {
        let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
            return Ok(BTreeSet::new());
        };
        Ok(self.closed_months(skpd, *first, *last).await?.into_iter().collect())
    }

    pub(super) async fn keep_turns(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        cells: &[RosterCell],
    ) -> Result<u32, OfficeError> {
        let dates = cells.iter().map(|cell| cell.date);
        let (Some(first), Some(last)) = (dates.clone().min(), dates.max()) else { return Ok(0) };
        let people: BTreeSet<PersonId> = cells.iter().map(|cell| cell.person).collect();
        let detail = format!("{first} {last} turns={} people={}", cells.len(), people.len());
        let audit = self.audit(actor, "roster.put", skpd.to_string(), detail);
        Ok(self.store.put_roster(cells, audit).await?)
    }

    /// What would be to be warned of in the months of the cells, if they held.
    pub(super) async fn warnings_with(
        &self,
        skpd: &Skpd,
        cells: &[RosterCell],
    ) -> Result<Vec<RosterNotice>, OfficeError> {
        let mut instead: HashMap<PersonId, Roster> = HashMap::new();
        for cell in cells {
            let given = super::turn(cell)?;
            instead.entry(cell.person).or_default().put(cell.date, given);
        }
        let months: BTreeSet<Month> = cells.iter().map(|cell| Month::of(cell.date)).collect();
        let mut warnings = Vec::new();
        for month in months {
            let gathered = self.gather_roster(skpd, month, &instead).await?;
            warnings.extend(notices(self.lawbook.law(), skpd, month, self.today(), &gathered));
        }
        Ok(warnings)
    }
}

impl<'a> Bounds<'a> {
    /// The cell of a turn, or why it cannot be given.
    pub(super) fn cell(
        &self,
        person: PersonId,
        date: Date,
        turn: Option<&Turn>,
    ) -> Result<RosterCell, Reason> {
        let state = self.served(person, date)?;
        if let Some(turn) = turn {
            let letters = self.letters(state, date);
            match turn {
                _ if letters.is_empty() => {
                    let schedule = &state.schedule;
                    return Err(Reason::new("import-no-shifts").with("schedule", schedule));
                }
                Turn::Shift(letter) if !letters.contains(&letter.as_str()) => {
                    let known = letters.join(", ");
                    return Err(Reason::new("import-shift")
                        .with("text", letter)
                        .with("known", known));
                }
                Turn::Shift(_) | Turn::Off => {}
            }
        }
        Ok(RosterCell { person, date, turn: turn.map(ToString::to_string) })
    }

    /// What holds about whoever is in service here on a day that may still be changed.
    pub(super) fn served(&self, person: PersonId, date: Date) -> Result<&'a PersonState, Reason> {
        let skpd = self.skpd;
        let state = self.ledger.state_on(person, date);
        let state = state.filter(|state| state.in_service && state.skpd == *skpd);
        let elsewhere = || Reason::new("import-not-in-service").with("skpd", skpd);
        let state = state.ok_or_else(|| elsewhere().with("date", date))?;
        let month = Month::of(date);
        if self.closed.contains(&month) {
            return Err(Reason::new("import-closed").with("month", month));
        }
        if self.actor.person() == Some(person) && date < self.office.today() {
            return Err(Reason::new("import-own-past").with("date", date));
        }
        Ok(state)
    }

    /// The letters of a person's pattern on a day.
    pub(super) fn letters(&self, state: &PersonState, date: Date) -> Vec<&'a str> {
        let (law, today) = (self.office.lawbook.law(), self.office.today());
        let value = law.schedule_value(state.schedule.pattern(), date, today);
        let shifts = value.map(|(_, value)| value.shifts.keys().map(String::as_str).collect());
        shifts.unwrap_or_default()
    }
}

/// Words for a day off in rosters of offices, where the pattern has no shift of that name.
const OFF_WORDS: [&str; 6] = [OFF, "L", "LIBUR", "OFF", "X", "LEPAS"];

/// Reads a cell as a unit writes it: a letter of the pattern in either case, or a word for off.
pub(super) fn read_turn(text: &str, letters: &[&str]) -> Result<Turn, Reason> {
    let letter = letters.iter().find(|letter| letter.eq_ignore_ascii_case(text));
    if let Some(letter) = letter {
        return Ok(Turn::Shift((*letter).to_owned()));
    }
    if OFF_WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return Ok(Turn::Off);
    }
    Ok(text.parse::<Turn>()?)
}
