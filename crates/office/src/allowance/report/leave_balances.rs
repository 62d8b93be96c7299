//! The annual leave of people of units.

use civil::Month;
use jiff::civil::Date;
use reports::{LEAVE_BALANCES, LeaveBalanceRow, Note, Period, Table};
use rules::excuse::ExcuseKind;
use storage::organisation::SkpdEntry;
use words::Phrase;

use super::{
    ReportRequest,
    frame::count,
    ground::{month_page, something},
    presence::one_name,
};
use crate::{
    Actor, Office, OfficeError,
    leave::{LeaveDays, UnitLeave},
};

impl Office {
    /// Of a month that is over as of its last day, of the running one as of today, of one to come as
    /// of its last day, if nothing more is asked for.
    pub(super) async fn report_leave_balances(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let units = self.units_seen(actor, skpd).await?;
        let today = self.today();
        let running = request.month == Month::of(today);
        let on = if running { today } else { request.month.last() };
        let (mut rows, mut silent) = (Vec::new(), 0);
        for unit in &units {
            for person in self.unit_leave(actor, &unit.code, on).await? {
                match person.days {
                    Some(days) => rows.push(row(person, days, (unit, on))),
                    None => silent += 1,
                }
            }
        }
        let rows = something(rows, request.month)?;
        let mut frame = self.plain_frame(one_name(&units), Period::Day(on));
        if silent > 0 {
            let said = Phrase::new("leave-note-law-silent").with("people", count(silent));
            frame.notes.push(Note::Words(said));
        }
        Ok(match skpd {
            Some(_) => LEAVE_BALANCES.table(&rows, frame),
            None => LEAVE_BALANCES.grouped(&rows, |row| &row.unit, frame),
        })
    }
}

fn row(person: UnitLeave, days: LeaveDays, (unit, on): (&SkpdEntry, Date)) -> LeaveBalanceRow {
    let employment = person.employment.code();
    let link = month_page(&person.nip, Month::of(on));
    LeaveBalanceRow {
        unit: unit.name.clone(),
        nip: person.nip,
        name: person.name,
        kind: Phrase::new(format!("excuse-{}", ExcuseKind::CutiTahunan.code())),
        carried: i64::from(days.carried),
        entitled: i64::from(days.granted),
        taken: i64::from(days.taken),
        pending: i64::from(days.pending),
        left: i64::from(days.left),
        link: Some(link),
        employment: Phrase::new(format!("role-employment-{employment}")),
        at_year_end: i64::from(days.at_year_end),
        lapsing: i64::from(days.lapsing),
    }
}
