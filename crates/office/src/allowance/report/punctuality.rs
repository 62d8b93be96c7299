//! Ranks of punctuality of units, without a name.

use civil::Rate;
use reports::{PUNCTUALITY, Period, PunctualityRow, Table};
use rules::day::{DayRecord, Findings, Verdict};
use storage::organisation::SkpdEntry;

use super::{
    ReportRequest,
    ground::{StoredMonth, something},
};
use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// For everybody who signed in: there is nobody in it.
    pub(super) async fn report_punctuality(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        if !actor.may_somewhere(Permission::SeePerson) {
            actor.require(Permission::SeePerson, Scope::Regency)?;
        }
        // A rank is among all, so all are counted, whichever is asked for.
        self.bring_up(request.month, None).await?;
        let mut counted = Vec::new();
        for unit in self.units(None).await? {
            let stored = self.stored_of(&unit.code, request.month).await?;
            counted.extend(count(&stored, &unit));
        }
        let rows = something(ranked(counted), request.month)?;
        let frame = self.plain_frame(None, Period::Month(request.month));
        Ok(PUNCTUALITY.table(&rows, frame))
    }
}

/// What a unit comes to; nothing if nobody had a day of duty that is over.
fn count(stored: &[StoredMonth], unit: &SkpdEntry) -> Option<PunctualityRow> {
    let (mut people, mut workdays, mut on_time) = (0_u32, 0_u32, 0_u32);
    for (days, _) in stored {
        let due = days.iter().filter(|day| was_due(day)).count();
        let kept =
            days.iter().filter(|day| was_due(day) && day.verdict == Verdict::Present).count();
        people += u32::from(due > 0);
        workdays += u32::try_from(due).expect("a month has at most 31 days");
        on_time += u32::try_from(kept).expect("a month has at most 31 days");
    }
    (workdays > 0).then(|| PunctualityRow {
        rank: 0,
        unit: unit.name.clone(),
        people: i64::from(people),
        workdays: i64::from(workdays),
        on_time: i64::from(on_time),
        share: Some(Rate::new(on_time, workdays)),
    })
}

/// Whether the person had to be there on the day, and it is over.
fn was_due(day: &DayRecord) -> bool {
    let due = match day.verdict {
        Verdict::Present
        | Verdict::Late
        | Verdict::Early
        | Verdict::LateEarly
        | Verdict::Incomplete
        | Verdict::Absent => true,
        Verdict::Leave
        | Verdict::Duty
        | Verdict::Wfa
        | Verdict::Holiday
        | Verdict::JointLeave
        | Verdict::Off
        | Verdict::NotInService
        | Verdict::NotYet => false,
    };
    due && !day.findings.has(Findings::RUNNING)
}

/// The most punctual first; equal shares have the same rank, and the next is behind all of them.
fn ranked(mut rows: Vec<PunctualityRow>) -> Vec<PunctualityRow> {
    let product = |row: &PunctualityRow, other: &PunctualityRow| {
        i128::from(row.on_time) * i128::from(other.workdays)
    };
    rows.sort_by(|one, other| {
        product(other, one).cmp(&product(one, other)).then_with(|| one.unit.cmp(&other.unit))
    });
    let mut before: Option<(Option<Rate>, i64)> = None;
    for (place, row) in (1_i64..).zip(&mut rows) {
        row.rank = match before {
            Some((share, rank)) if share == row.share => rank,
            _ => place,
        };
        before = Some((row.share, row.rank));
    }
    rows
}
