//! The month sheet, and days missed by cause.

use std::collections::BTreeMap;

use civil::Rupiah;
use reports::{ABSENCES, AbsenceRow, Period, SHEET, SheetRow, Table};
use rules::{
    day::{DayRecord, Verdict},
    excuse::{ExcuseClass, ExcuseKind},
};
use storage::organisation::SkpdEntry;
use words::Phrase;

use super::{
    ReportRequest,
    ground::{StoredMonth, month_page, something, unit_page},
};
use crate::{Actor, Office, OfficeError};

impl Office {
    pub(super) async fn report_sheet(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let units = self.units_seen(actor, skpd).await?;
        self.bring_up(request.month, skpd).await?;
        let mut rows = Vec::new();
        for unit in &units {
            let mut stored = self.stored_of(&unit.code, request.month).await?;
            stored.sort_by_cached_key(|(_, doc)| (doc.name.to_lowercase(), doc.nip.clone()));
            rows.extend(stored.iter().map(|month| sheet_row(month, unit, request)));
        }
        let rows = something(rows, request.month)?;
        let frame = self.plain_frame(one_name(&units), Period::Month(request.month));
        Ok(match skpd {
            Some(_) => SHEET.table(&rows, frame),
            None => SHEET.grouped(&rows, |row| &row.unit, frame),
        })
    }

    pub(super) async fn report_absences(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let units = self.units_seen(actor, skpd).await?;
        self.bring_up(request.month, skpd).await?;
        let (mut rows, mut people) = (Vec::new(), 0);
        for unit in &units {
            let stored = self.stored_of(&unit.code, request.month).await?;
            people += stored.len();
            rows.extend(absences(&stored, unit, request));
        }
        // A month in which nobody was away is one to report.
        if people == 0 {
            something(Vec::<()>::new(), request.month)?;
        }
        let frame = self.plain_frame(one_name(&units), Period::Month(request.month));
        Ok(ABSENCES.grouped(&rows, |row| &row.unit, frame))
    }
}

/// The name of the organisation, if it is one.
pub(super) fn one_name(units: &[SkpdEntry]) -> Option<String> {
    match units {
        [unit] => Some(unit.name.clone()),
        _ => None,
    }
}

fn sheet_row((days, doc): &StoredMonth, unit: &SkpdEntry, request: &ReportRequest) -> SheetRow {
    // Where a scan is missing the minutes are what the act charges, and say nothing of the day.
    let measured = |day: &&DayRecord| {
        matches!(day.verdict, Verdict::Late | Verdict::Early | Verdict::LateEarly)
    };
    let missed = |day: &DayRecord| u32::from(day.late_minutes) + u32::from(day.early_minutes);
    SheetRow {
        unit: unit.name.clone(),
        nip: doc.nip.clone(),
        name: doc.name.clone(),
        codes: days.iter().map(|day| mark(day).to_owned()).collect(),
        missed_minutes: days.iter().filter(measured).map(missed).sum(),
        cut: Rupiah(-doc.deduction_total),
        link: Some(month_page(&doc.nip, request.month)),
    }
}

/// The mark of a day on a month sheet, as offices write it; nothing for a day off or to come.
fn mark(day: &DayRecord) -> &'static str {
    match day.verdict {
        Verdict::Present => "H",
        Verdict::Late => "TL",
        Verdict::Early => "PSW",
        Verdict::LateEarly => "TLP",
        Verdict::Incomplete => "TS",
        Verdict::Absent => "TK",
        Verdict::Leave => day.excuse.map_or("C", leave_mark),
        Verdict::Duty => "D",
        Verdict::Wfa => "WFA",
        Verdict::Holiday | Verdict::JointLeave | Verdict::Off | Verdict::NotYet => "",
        Verdict::NotInService => "-",
    }
}

fn leave_mark(kind: ExcuseKind) -> &'static str {
    match kind.class() {
        ExcuseClass::Permission => "I",
        ExcuseClass::Leave | ExcuseClass::Duty | ExcuseClass::Wfa => {
            let sick = [
                ExcuseKind::CutiSakit,
                ExcuseKind::CutiSakitRawatInap,
                ExcuseKind::CutiSakitKecelakaan,
            ];
            if sick.contains(&kind) { "S" } else { "C" }
        }
    }
}

/// People and days by cause, the most days first, those without a reason before all.
fn absences(stored: &[StoredMonth], unit: &SkpdEntry, request: &ReportRequest) -> Vec<AbsenceRow> {
    let mut by_cause: BTreeMap<Option<&'static str>, (i64, i64)> = BTreeMap::new();
    for (days, _) in stored {
        let mut own: BTreeMap<Option<&'static str>, i64> = BTreeMap::new();
        for day in days {
            if day.verdict == Verdict::Absent {
                *own.entry(None).or_default() += 1;
            } else if let (Verdict::Leave, Some(kind)) = (day.verdict, day.excuse) {
                *own.entry(Some(kind.code())).or_default() += 1;
            }
        }
        for (cause, days) in own {
            let sum = by_cause.entry(cause).or_default();
            *sum = (sum.0 + 1, sum.1 + days);
        }
    }
    let mut causes: Vec<_> = by_cause.into_iter().collect();
    causes.sort_by_key(|(cause, (_, days))| (cause.is_some(), -days));
    let row = |(cause, (people, days)): (Option<&str>, (i64, i64))| AbsenceRow {
        unit: unit.name.clone(),
        cause: cause.map_or_else(
            || Phrase::new("status-absent"),
            |kind| Phrase::new(format!("excuse-{kind}")),
        ),
        people,
        days,
        link: Some(unit_page(&unit.code, request.month)),
    };
    causes.into_iter().map(row).collect()
}
