//! The year card of a person.

use civil::{Month, Rupiah};
use reports::{Period, Table, YEAR_CARD, YearCardRow};
use rules::day::{DayRecord, Verdict};
use storage::presence::People;

use super::{
    ReportRequest,
    ground::{StoredMonth, month_page, something},
};
use crate::{Actor, Office, OfficeError, presence::Seen};

impl Office {
    pub(super) async fn report_year_card(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let nip = request.person()?;
        let Seen { person, state, .. } = self.seen_in(actor, nip, request.month).await?;
        let year = request.month.year();
        let mut rows = Vec::new();
        let mut month = request.month;
        while month.month() > 1 {
            month = month.previous();
        }
        let running = Month::of(self.today());
        while month.year() == year && month <= running {
            self.refresh(month, &People::These(vec![person])).await?;
            let stored = self.stored_month(person, month).await?;
            rows.extend(stored.map(|stored| row(&stored, month)));
            month = month.next();
        }
        let rows = something(rows, request.month)?;
        let about = format!("{}, NIP {}", state.name, state.nip);
        let frame = self.plain_frame(Some(about), Period::Year(year));
        Ok(YEAR_CARD.table(&rows, frame))
    }
}

fn row((days, doc): &StoredMonth, month: Month) -> YearCardRow {
    let count = |fits: fn(Verdict) -> bool| {
        let days = days.iter().filter(|day| fits(day.verdict)).count();
        i64::try_from(days).unwrap_or(i64::MAX)
    };
    let late = |day: &&DayRecord| matches!(day.verdict, Verdict::Late | Verdict::LateEarly);
    let early = |day: &&DayRecord| matches!(day.verdict, Verdict::Early | Verdict::LateEarly);
    YearCardRow {
        month,
        workdays: count(|verdict| !verdict.is_free() && verdict != Verdict::NotYet),
        present: count(is_present),
        late: count(|verdict| matches!(verdict, Verdict::Late | Verdict::LateEarly)),
        late_minutes: days.iter().filter(late).map(|day| u32::from(day.late_minutes)).sum(),
        early_minutes: days.iter().filter(early).map(|day| u32::from(day.early_minutes)).sum(),
        excused: count(|verdict| matches!(verdict, Verdict::Leave | Verdict::Duty | Verdict::Wfa)),
        absent: count(|verdict| verdict == Verdict::Absent),
        gross: Rupiah(doc.tpp_gross),
        cut: Rupiah(-doc.deduction_total),
        net: Rupiah(doc.tpp_net),
        link: Some(month_page(&doc.nip, month)),
    }
}

/// Whether the person was there, however long.
fn is_present(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Present
        | Verdict::Late
        | Verdict::Early
        | Verdict::LateEarly
        | Verdict::Incomplete => true,
        Verdict::Absent
        | Verdict::Leave
        | Verdict::Duty
        | Verdict::Wfa
        | Verdict::Holiday
        | Verdict::JointLeave
        | Verdict::Off
        | Verdict::NotInService
        | Verdict::NotYet => false,
    }
}
