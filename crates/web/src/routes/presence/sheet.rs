//! The month sheet of a unit.

use axum::extract::{Path, Query, State};
use civil::{Month, Skpd};
use jiff::civil::Date;
use office::{
    Permission, Scope,
    allowance::{
        MonthSheet, PayStatus as Paid, Problems, ROWS_A_PAGE, SheetFilter as Filter,
        SheetRow as Row, SheetTodo,
    },
};
use rules::day::DayRecord;
use serde::Deserialize;
use words::{Arg, Phrase};

use super::{
    day::{in_short, mark, needs_look},
    month::month_named,
};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        DayMark, MonthLinks, Paging, PayStatus,
        presence::{
            Closing, Problem, SheetCell, SheetDay, SheetFilter, SheetRow, SheetSums, UnitMonth,
        },
    },
    paths,
    routes::page_number,
    site::Caller,
};

/// What a sheet may be asked with.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::routes) struct Asked {
    /// `all`, else only those with a problem.
    show: Option<String>,
    /// Code of the thing to do that rows must be about.
    about: Option<String>,
    /// Part of a name or NIP.
    search: Option<String>,
    /// Page, from 1.
    page: Option<String>,
}

/// The month sheet of a unit.
pub(in crate::routes) async fn unit_month(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<UnitMonth>, PageError> {
    let month = month_named(&month)?;
    let skpd: Skpd = skpd.parse().map_err(|_| PageError::not_found())?;
    let filter = filter(&asked);
    let sheet = site.office().month_sheet(caller.actor(), &skpd, month, &filter).await?;
    let view = View { address: paths::unit_month(skpd.as_str(), month.first()), asked: &asked };
    let today = site.office().today();
    let mut page = page(&caller, &sheet, &filter, &view, today);
    if Month::of(today) == month {
        let near = site.office().near_in(caller.actor(), &skpd).await?;
        page.near = (near > 0).then(|| {
            let count = i64::try_from(near).unwrap_or(i64::MAX);
            let what = Phrase::new("page-near-unit").with("count", Arg::Count(count));
            Problem { what, href: paths::DISCIPLINE.to_owned() }
        });
    }
    Ok(Html::ok(page))
}

fn filter(asked: &Asked) -> Filter {
    let all = asked.show.as_deref() == Some("all");
    Filter {
        problems_only: if all { Problems::AndAll } else { Problems::Only },
        about: asked.about.as_deref().and_then(SheetTodo::from_code),
        search: asked.search.clone().unwrap_or_default(),
        page: page_number(asked.page.as_deref()),
    }
}

/// The sheet as it is looked at: its address, and what narrows it.
struct View<'a> {
    address: String,
    asked: &'a Asked,
}

impl View<'_> {
    /// Where the month of the unit is closed.
    fn closing(&self) -> String {
        format!("{}/closing", self.address)
    }

    /// This view with other values for some of what it is asked with.
    fn with(&self, changed: &[(&str, &str)]) -> String {
        let asked = |name: &str| {
            let value = match name {
                "show" => &self.asked.show,
                "about" => &self.asked.about,
                "search" => &self.asked.search,
                _ => &self.asked.page,
            };
            value.clone().unwrap_or_default()
        };
        let values = ["show", "about", "search", "page"].map(|name| {
            let other = changed.iter().find(|(changed, _)| *changed == name);
            (name, other.map_or_else(|| asked(name), |(_, value)| (*value).to_owned()))
        });
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        paths::with_query(&self.address, &values)
    }
}

fn page(
    caller: &Caller,
    sheet: &MonthSheet,
    filter: &Filter,
    view: &View<'_>,
    today: Date,
) -> UnitMonth {
    let month = sheet.month;
    let link = |month: Month| paths::unit_month(sheet.skpd.as_str(), month.first());
    // A day on which nobody has a shift needs no column.
    let due: Vec<_> = sheet.days.iter().filter(|day| day.due > 0).collect();
    let dates: Vec<Date> = due.iter().map(|day| day.date).collect();
    let simulated = sheet.rows.iter().any(|row| row.status == Paid::Simulasi)
        || sheet.todo.iter().any(|(what, _)| *what == SheetTodo::Simulated);
    UnitMonth {
        frame: caller.frame_in(Area::UnitMonth),
        unit: sheet.name.clone(),
        month: MonthLinks {
            month: month.first(),
            // Before a month without anybody there is nothing to see.
            previous: (sheet.totals.people > 0).then(|| link(month.previous())),
            next: (month.last() < today).then(|| link(month.next())),
        },
        status: if simulated { PayStatus::Simulation } else { PayStatus::Final },
        closing: closing(sheet, today),
        close: paths::closing(sheet.skpd.as_str(), month.first()),
        payments: caller
            .actor()
            .may(Permission::SeePay, Scope::Skpd(&sheet.skpd))
            .then(|| paths::payments(Some(sheet.skpd.as_str()), month.first())),
        acts: caller
            .actor()
            .may(Permission::CloseMonth, Scope::Skpd(&sheet.skpd))
            .then(|| (paths::outage(sheet.skpd.as_str()), paths::event(sheet.skpd.as_str()))),
        near: None,
        problems: sheet.todo.iter().map(|(todo, count)| problem(*todo, *count, view)).collect(),
        filter: match filter.problems_only {
            Problems::Only => SheetFilter::Problems,
            Problems::AndAll => SheetFilter::All,
        },
        filter_all: view.with(&[("show", "all"), ("about", ""), ("page", "")]),
        filter_problems: view.with(&[("show", ""), ("about", ""), ("page", "")]),
        search: filter.search.clone(),
        address: view.address.clone(),
        paging: Paging::of(sheet.page, ROWS_A_PAGE, sheet.people, |page| {
            view.with(&[("page", &page.to_string())])
        }),
        days: SheetDay::columns(&dates),
        rows: sheet.rows.iter().map(|row| sheet_row(row, &dates, today, month)).collect(),
        sums: SheetSums {
            people: count(sheet.totals.people),
            by_day: due.iter().map(|day| day.problems).collect(),
            late_minutes: count(sheet.totals.late_minutes),
            absent_days: count(sheet.totals.absent_days),
            cut: -sheet.totals.cut.0,
        },
    }
}

fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn closing(sheet: &MonthSheet, today: Date) -> Closing {
    let left: u64 = sheet
        .todo
        .iter()
        .filter(|(what, _)| *what != SheetTodo::Simulated)
        .map(|(_, count)| count)
        .sum();
    if sheet.month.last() >= today {
        Closing::Running(count(left))
    } else if left > 0 {
        Closing::Left(count(left))
    } else if sheet.todo.is_empty() {
        Closing::Ready
    } else {
        Closing::LawUnconfirmed(format!("{}?on={}", paths::LAW, sheet.month.last()))
    }
}

fn problem(todo: SheetTodo, count: u64, view: &View<'_>) -> Problem {
    let code = todo.code();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let href = match todo {
        SheetTodo::Absent | SheetTodo::NoIn | SheetTodo::NoOut => {
            view.with(&[("about", code), ("page", "")])
        }
        SheetTodo::UnknownPins => format!("{}#pins-title", paths::TERMINALS),
        SheetTodo::SilentTerminals => format!("{}#silent-title", paths::TERMINALS),
        SheetTodo::Quarantine => format!("{}#quarantine-title", paths::TERMINALS),
        SheetTodo::LawSilent => paths::LAW.to_owned(),
        // What keeps each from being final is found where the month is closed.
        SheetTodo::Simulated => view.closing(),
    };
    let what = Phrase::new(format!("page-unit-month-todo-{code}")).with("count", Arg::Count(count));
    Problem { what, href }
}

fn sheet_row(row: &Row, dates: &[Date], today: Date, month: Month) -> SheetRow {
    let href = paths::person_month(&row.nip, month.first());
    SheetRow {
        name: row.name.clone(),
        nip: row.nip.clone(),
        day_href: format!("{href}?day="),
        href,
        cells: dates.iter().map(|date| cell(row, *date, today)).collect(),
        late_minutes: row.late_minutes,
        absent_days: row.absent_days,
        cut: row.silent.is_none().then_some(-row.cut.0),
    }
}

fn cell(row: &Row, date: Date, today: Date) -> SheetCell {
    let Some(record) = row.days.iter().find(|record| record.date == date) else {
        return SheetCell { mark: DayMark::Off, minutes: None, reason: None, cut: 0 };
    };
    let mark = mark(record);
    let to_say = date <= today && (needs_look(record) || mark == DayMark::Excused);
    let cut: i64 =
        row.lines.iter().filter(|line| line.days == [date.day()]).map(|line| line.amount).sum();
    SheetCell {
        mark,
        minutes: minutes(record),
        reason: to_say.then(|| in_short(record)),
        cut: -cut,
    }
}

/// Minutes to show beside the mark. Where a scan is missing they are what the act charges for it,
/// and say nothing about the day.
fn minutes(record: &DayRecord) -> Option<u32> {
    use rules::day::Verdict::{Early, Late, LateEarly};
    let minutes = record.late_minutes.max(record.early_minutes);
    matches!(record.verdict, Late | Early | LateEarly).then(|| u32::from(minutes))
}
