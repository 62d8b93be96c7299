//! The checks of an organisation: what waits, what is missing, what nobody vouched for.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use civil::{PersonId, Wall};
use rules::day::Findings;
use storage::{
    matters::{MatterFilter, MatterKind, Waiting, Whose},
    presence::{People, UnknownPinFilter},
};

use super::{
    check::{Check, CheckKind, Concerned},
    pre_audit::{self, concerned},
    unit::{PersonOfUnit, UnitMonth},
};
use crate::{Office, OfficeError, terminal::TerminalHealth};

/// Kinds of matters that change days once they are decided.
pub(super) const CHANGE_DAYS: [MatterKind; 3] =
    [MatterKind::Leave, MatterKind::Correction, MatterKind::Outage];

/// Most unknown PINs, lines in quarantine and marks that are looked at; a terminal can send as many
/// as it likes.
const COUNTED_MAX: u32 = 1_000;

impl Office {
    /// Everything that stands in the way of closing the month, and what auditors would find in it;
    /// what is in order is left out. Whoever calls has refreshed the month.
    pub(crate) async fn checks(&self, unit: &UnitMonth) -> Result<Vec<Check>, OfficeError> {
        let mut checks = vec![
            month_not_over(unit),
            self.undecided(unit).await?,
            Check::counted(CheckKind::Quarantine, self.quarantined(unit).await?),
            Check::counted(CheckKind::StaleDays, self.stale_days(unit).await?),
        ];
        checks.extend(statement_checks(&unit.people.iter().collect::<Vec<_>>()));
        checks.extend(self.people_checks(unit, &unit.people.iter().collect::<Vec<_>>()).await?);
        checks.extend(self.terminal_checks(unit).await?);
        checks.retain(|check| check.count > 0);
        checks.sort_by_key(|check| (check.weight, check.code));
        Ok(checks)
    }

    /// What a supplement is checked for: the same, of the people it is about alone.
    pub(crate) async fn checks_of(
        &self,
        unit: &UnitMonth,
        people: &[&PersonOfUnit],
    ) -> Result<Vec<Check>, OfficeError> {
        let mut checks = statement_checks(people);
        checks.push(month_not_over(unit));
        checks.extend(self.people_checks(unit, people).await?);
        checks.retain(|check| check.count > 0);
        checks.sort_by_key(|check| (check.weight, check.code));
        Ok(checks)
    }

    /// What auditors keep finding.
    async fn people_checks(
        &self,
        unit: &UnitMonth,
        people: &[&PersonOfUnit],
    ) -> Result<Vec<Check>, OfficeError> {
        let mut checks = pre_audit::findings(self.lawbook.law(), unit, people);
        checks.push(self.paid_twice(unit, people).await?);
        checks.push(self.shared_pins(unit, people).await?);
        Ok(checks)
    }

    /// Requests about the month, of the organisation or of whoever belongs to it, that wait.
    async fn undecided(&self, unit: &UnitMonth) -> Result<Check, OfficeError> {
        let ids: Vec<PersonId> = unit.people.iter().map(|of| of.person).collect();
        let mut waiting = BTreeMap::new();
        for whose in [Whose::In(unit.skpd.clone()), Whose::Of(ids)] {
            let filter = MatterFilter {
                kinds: CHANGE_DAYS.to_vec(),
                waiting: Waiting::Yes,
                between: Some((unit.month.first(), unit.month.last())),
                ..MatterFilter::of(whose)
            };
            let matters = self.store.matters(&filter).await?.into_iter();
            waiting.extend(matters.map(|matter| (matter.id, matter.opened.person)));
        }
        let whose: BTreeSet<PersonId> = waiting.values().copied().flatten().collect();
        let people = unit.people.iter().filter(|of| whose.contains(&of.person)).map(concerned);
        let count = waiting.len() as u64;
        let people = people.collect();
        Ok(Check { people, ..Check::counted(CheckKind::UndecidedRequests, count) })
    }

    /// Lines in quarantine that came in the month, or name a day of it.
    async fn quarantined(&self, unit: &UnitMonth) -> Result<u64, OfficeError> {
        let lines = self.store.quarantine(Some(&unit.skpd), COUNTED_MAX).await?;
        let of_month = lines.iter().filter(|line| {
            let raw = String::from_utf8_lossy(&line.raw).replace('/', "-");
            unit.month.contains(Wall::at(line.received, self.zone).date())
                || raw.contains(&format!("{}-", unit.month))
        });
        Ok(of_month.count() as u64)
    }

    /// Days of the organisation's people that changed after they were computed.
    async fn stale_days(&self, unit: &UnitMonth) -> Result<u64, OfficeError> {
        let people = People::These(unit.people.iter().map(|of| of.person).collect());
        let marks = self.store.stale_marks(&people, Some(unit.month), COUNTED_MAX).await?;
        let (first, last) = (unit.month.first(), unit.month.last());
        let own = marks.iter().filter(|mark| mark.from <= last && first <= mark.until);
        Ok(own.count() as u64)
    }

    async fn terminal_checks(&self, unit: &UnitMonth) -> Result<[Check; 2], OfficeError> {
        let (first, last) = (unit.month.first(), unit.month.last());
        let filter = UnknownPinFilter { skpd: Some(unit.skpd.clone()), pin: None };
        let mut unknown = self.store.unknown_pins(&filter, COUNTED_MAX).await?;
        unknown.retain(|pin| pin.first <= last && first <= pin.last);
        let fleet = self.fleet().await?;
        let silent = fleet.iter().filter(|listed| {
            listed.health == TerminalHealth::Silent
                && listed.terminal.skpd.as_ref() == Some(&unit.skpd)
        });
        Ok([
            Check::counted(CheckKind::UnknownPins, unknown.len() as u64),
            Check::counted(CheckKind::SilentTerminals, silent.count() as u64),
        ])
    }

    /// People whom another organisation's closing of the month pays already: only those whose facts
    /// ever said that their month was another's can be.
    async fn paid_twice(
        &self,
        unit: &UnitMonth,
        people: &[&PersonOfUnit],
    ) -> Result<Check, OfficeError> {
        let mut elsewhere = BTreeSet::new();
        for of in people {
            elsewhere.extend(pre_audit::organisations(&of.facts, unit.month));
        }
        elsewhere.remove(&unit.skpd);
        let mut twice = Vec::new();
        for skpd in elsewhere {
            let chain = self.closings(&skpd, unit.month).await?;
            let standing = self.standing(&chain).await?;
            let frozen =
                |of: &&&PersonOfUnit| standing.get(&of.person).is_some_and(|held| held.gross != 0);
            twice.extend(people.iter().filter(frozen).map(|of| concerned(of)));
        }
        Ok(Check::about(CheckKind::PaidTwice, twice))
    }

    /// People of whom a PIN meant somebody else too in the month.
    async fn shared_pins(
        &self,
        unit: &UnitMonth,
        people: &[&PersonOfUnit],
    ) -> Result<Check, OfficeError> {
        let ids: Vec<PersonId> = people.iter().map(|of| of.person).collect();
        let pins = self.store.pins(&People::These(ids)).await?;
        let shared: HashSet<PersonId> = pins
            .chunk_by(|a, b| (&a.group, &a.pin) == (&b.group, &b.pin))
            .flat_map(|of_pin| pre_audit::sharers(of_pin, unit.month))
            .collect();
        let about = people.iter().filter(|of| shared.contains(&of.person));
        Ok(Check::about(CheckKind::SharedPin, about.map(|of| concerned(of)).collect()))
    }
}

/// Days that count are to come, or shifts of them still run.
fn month_not_over(unit: &UnitMonth) -> Check {
    if !unit.applied.is_over(unit.month) {
        return Check::counted(CheckKind::MonthNotOver, 1);
    }
    let runs = |of: &&PersonOfUnit| {
        let mut days = unit.counted(of).iter();
        days.any(|day| day.findings.has(Findings::RUNNING))
    };
    let running = unit.people.iter().filter(runs).map(concerned).collect();
    Check::about(CheckKind::MonthNotOver, running)
}

/// What keeps statements from being final.
fn statement_checks(people: &[&PersonOfUnit]) -> Vec<Check> {
    let open = |code: &str| -> Vec<Concerned> {
        let holds = |of: &&&PersonOfUnit| of.doc.open.iter().any(|open| open == code);
        people.iter().filter(holds).map(|of| concerned(of)).collect()
    };
    vec![
        Check::about(CheckKind::LawSilent, open("law-silent")),
        Check::about(CheckKind::LawUnverified, open("law-unverified")),
        Check::about(CheckKind::ResultsMissing, open("productivity-missing")),
    ]
}
