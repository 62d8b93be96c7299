//! Today: who should be here and is not, and which terminals are silent.

use civil::{Month, Skpd, Wall};
use jiff::civil::Date;
use rules::{
    day::Verdict,
    month::{InService, PresenceFacts, evaluate_days},
    plan::Plan,
};
use storage::presence::People;

use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    terminal::{ListedTerminal, TerminalHealth},
};

/// A unit today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day.
    pub date: Date,
    /// What the wall shows.
    pub now: Wall,
    /// People with a shift today.
    pub expected: u32,
    /// Those who have arrived.
    pub arrived: u32,
    /// Those who arrived late.
    pub late: u32,
    /// Those on leave, on duty or working from elsewhere.
    pub excused: u32,
    /// Those whose shift has begun and who have not arrived, by name.
    pub missing: Vec<MissingPerson>,
    /// Terminals with a problem.
    pub terminals: Vec<ListedTerminal>,
}

/// Somebody who should be here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPerson {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Unit inside the organisation.
    pub unit: String,
    /// When the shift began.
    pub since: Wall,
}

impl Office {
    /// Today in an organisation.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn today_in(&self, actor: &Actor, skpd: &Skpd) -> Result<Today, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let now = self.wall_now();
        let date = now.date();
        let mut today = Today {
            date,
            now,
            expected: 0,
            arrived: 0,
            late: 0,
            excused: 0,
            missing: Vec::new(),
            terminals: self.unit_terminals(actor, skpd).await?,
        };
        let law = self.lawbook.law();
        let mut plans = std::collections::HashMap::new();
        // The month's facts are few; its readings are not, so only those of the day are read.
        let unit = People::Of(skpd.clone());
        for person in self.gather_span(&unit, Month::of(date), (date, date)).await? {
            let Some(state) = person.state_on(date) else { continue };
            if !state.in_service || state.skpd != *skpd {
                continue;
            }
            let plan = plans
                .entry(state.schedule.clone())
                .or_insert_with(|| Plan::compile(law, &state.schedule, (date, date), date));
            let Ok(plan) = plan else { continue };
            let plan = plan.day(date).expect("a plan covers its day");
            let mut records = Vec::new();
            evaluate_days(
                &PresenceFacts {
                    plans: &[(plan, InService::Yes)],
                    readings: &person.readings,
                    excuses: &person.excuses,
                    now: Some(now),
                },
                &mut records,
            );
            let (Some(record), Some(shift)) = (records.pop(), plan.shifts.first()) else {
                continue;
            };
            let since = plan.midnight.plus_seconds(i64::from(shift.starts));
            today.expected += 1;
            match record.verdict {
                Verdict::Leave | Verdict::Duty | Verdict::Wfa => today.excused += 1,
                _ if record.arrived.or(record.left).is_some() => {
                    today.arrived += 1;
                    today.late += u32::from(record.late_minutes > 0);
                }
                _ if now >= since => today.missing.push(MissingPerson {
                    nip: state.nip.to_string(),
                    name: state.name.clone(),
                    unit: state.unit.clone(),
                    since,
                }),
                _ => {}
            }
        }
        today.missing.sort_by(|a, b| (&a.name, &a.nip).cmp(&(&b.name, &b.nip)));
        Ok(today)
    }

    async fn unit_terminals(
        &self,
        actor: &Actor,
        skpd: &Skpd,
    ) -> Result<Vec<ListedTerminal>, OfficeError> {
        let list = self.list_terminals(actor).await?;
        Ok(list
            .into_iter()
            .filter(|listed| {
                listed.health == TerminalHealth::Silent
                    && listed.terminal.skpd.as_ref() == Some(skpd)
            })
            .collect())
    }
}
