//! My month, and that of somebody whose month the reader may see.

use axum::extract::{Path, Query, State};
use civil::{Month, Nip, Skpd};
use jiff::civil::Date;
use office::{
    Permission, Scope,
    allowance::{self, DocLine, DocPart, PayStatus as Paid, StatementDoc},
    discipline::Near,
};
use rules::day::DayRecord;
use serde::Deserialize;
use words::Phrase;

use super::day::{in_short, mark, needs_look, panel};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        DayMark, MonthLinks, PayStatus,
        presence::{Fix, LookAt, MadeOf, MonthDay, MyMonth, OtherCut, Pay, PayPart, Whose},
    },
    paths,
    routes::units::unit_name,
    site::Caller,
};

/// What a month may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// The number of the day to open.
    day: Option<String>,
}

/// The reader's own month.
pub(in crate::routes) async fn my_month(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<MyMonth>, PageError> {
    let month = month_named(&month)?;
    // An account without a person behind it has no month of its own.
    let nip = caller.visitor.nip.ok_or_else(PageError::not_found)?;
    page(&site, &caller, &nip, month, &asked, None).await
}

/// The month of a person.
pub(in crate::routes) async fn person_month(
    State(site): State<Site>,
    caller: Caller,
    Path((nip, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<MyMonth>, PageError> {
    let month = month_named(&month)?;
    let nip: Nip = nip.parse().map_err(|_| PageError::not_found())?;
    page(&site, &caller, &nip, month, &asked, Some(nip)).await
}

/// The month that an address names.
pub(in crate::routes) fn month_named(text: &str) -> Result<Month, PageError> {
    text.parse().map_err(|_| {
        PageError::not_found().because(Phrase::new("error-no-such-month").with("text", text))
    })
}

/// The day of a month that an address names by its number.
fn day_named(month: Month, number: &str) -> Option<Date> {
    let number: i8 = number.parse().ok()?;
    month.days().find(|date| date.day() == number)
}

async fn page(
    site: &Site,
    caller: &Caller,
    nip: &Nip,
    month: Month,
    asked: &Asked,
    other: Option<Nip>,
) -> Result<Html<MyMonth>, PageError> {
    let nothing = || {
        let nothing = Phrase::new("error-nothing-in-month").with("month", month.first());
        PageError::not_found().because(nothing)
    };
    if month.first() > site.office().today() {
        return Err(nothing());
    }
    let open = asked.day.as_deref().and_then(|day| day_named(month, day));
    let reckoned = site.office().my_month(caller.actor(), nip, month, open).await?;
    let reckoned = reckoned.ok_or_else(nothing)?;
    let address = |month: Month| match other {
        None => paths::my_month(month.first()),
        Some(nip) => paths::person_month(nip.as_str(), month.first()),
    };
    let own = address(month);
    let asked_for = match other {
        None => site.office().days_asked_for(caller.actor(), month).await?,
        Some(_) => Vec::new(),
    };
    let oldest = site.office().oldest_to_correct();
    let fix = |date: Date| {
        let asked = asked_for.iter().find(|(day, _)| *day == date);
        let asked = asked.map(|(_, request)| Fix::Asked(paths::request(*request)));
        let ask = || Fix::Ask(paths::correct_day(date));
        let open = other.is_none() && date >= oldest && date <= reckoned.today;
        open.then(|| asked.unwrap_or_else(ask))
    };
    let zone = site.office().zone().0;
    let opened = reckoned.opened.as_ref().map(|day| panel(day, zone, fix(day.date), own.clone()));
    let whose = match other {
        None => Whose::Mine,
        Some(nip) => Whose::Of {
            name: reckoned.name.clone(),
            nip: nip.to_string(),
            unit: unit_name(&site.office().skpds().await?, &reckoned.skpd),
            href: paths::person(nip.as_str()),
        },
    };
    let frame = match other {
        None => caller.frame_in(Area::MyMonth),
        Some(_) => caller.frame_in(Area::People),
    };
    let slip = slip_of(caller, month, other, &reckoned.skpd);
    let near = if other.is_none() && Month::of(reckoned.today) == month {
        near(site, caller, nip, reckoned.today).await?
    } else {
        None
    };
    let swap = (other.is_none() && reckoned.by_turns).then(|| paths::NEW_SWAP.to_owned());
    let day_href = |day: i8| format!("{own}?day={day}");
    Ok(Html::ok(MyMonth {
        frame,
        whose,
        month: MonthLinks {
            month: month.first(),
            previous: (reckoned.since < month.first()).then(|| address(month.previous())),
            next: (month.last() < reckoned.today).then(|| address(month.next())),
        },
        slip,
        near,
        swap,
        pay: pay(&reckoned.statement),
        look_at: reckoned
            .days
            .iter()
            .filter(|record| record.date <= reckoned.today && needs_look(record))
            .map(|record| LookAt {
                date: record.date,
                what: in_short(record),
                cut: Some(-reckoned.cut_of(record.date)).filter(|cut| *cut != 0),
                href: day_href(record.date.day()),
                fix: fix(record.date),
            })
            .collect(),
        other_cuts: reckoned
            .statement
            .lines
            .iter()
            .filter(|line| !is_of_day_to_look_at(line, &reckoned.days))
            .map(|line| other_cut(line, month, day_href))
            .collect(),
        days: calendar(month, &reckoned, day_href),
        opened,
    }))
}

/// Where the slip of this month is, for whoever may see it.
fn slip_of(caller: &Caller, month: Month, other: Option<Nip>, skpd: &str) -> Option<String> {
    let Some(nip) = other else {
        return Some(paths::my_slip(month.first()));
    };
    let skpd: Skpd = skpd.parse().ok()?;
    let may = caller.actor().may(Permission::SeePay, Scope::Skpd(&skpd));
    may.then(|| paths::person_slip(nip.as_str(), month.first()))
}

/// Which steps of discipline are near, and where the year is that says why.
async fn near(
    site: &Site,
    caller: &Caller,
    nip: &Nip,
    today: Date,
) -> Result<Option<(Vec<Phrase>, String)>, PageError> {
    let near = site.office().near_of(caller.actor(), nip).await?;
    let year = paths::person_discipline(nip.as_str(), today.year());
    Ok((!near.is_empty()).then(|| (near.iter().map(near_said).collect(), year)))
}

fn calendar(
    month: Month,
    reckoned: &allowance::MyMonth,
    day_href: impl Fn(i8) -> String,
) -> Vec<MonthDay> {
    let day = |date: Date| {
        let record = reckoned.days.iter().find(|record| record.date == date);
        let ahead = date > reckoned.today;
        MonthDay {
            date,
            mark: record.map_or(DayMark::Off, mark),
            href: (record.is_some() && !ahead).then(|| day_href(date.day())),
        }
    };
    month.days().map(day).collect()
}

/// What of discipline is near, in a sentence.
fn near_said(near: &Near) -> Phrase {
    match near {
        Near::Rung { days, sanction } => {
            Phrase::new("message-near-rung").with("days", *days).with("sanction", sanction)
        }
        Near::InARow { days } => Phrase::new("message-near-row").with("days", *days),
    }
}

/// Whether a cut is of one day, and that day is among those to look at.
fn is_of_day_to_look_at(line: &DocLine, days: &[DayRecord]) -> bool {
    let [day] = line.days.as_slice() else { return false };
    days.iter().any(|record| record.date.day() == *day && needs_look(record))
}

fn other_cut(line: &DocLine, month: Month, day_href: impl Fn(i8) -> String) -> OtherCut {
    let date: Date = line.date.parse().unwrap_or_else(|_| month.last());
    OtherCut {
        title: line.title.clone(),
        code: line.code.clone(),
        date,
        href: day_href(date.day()),
        amount: line.amount,
    }
}

fn pay(statement: &StatementDoc) -> Pay {
    if let Some(silent) = &statement.silent {
        return Pay::NoLaw(silent.said());
    }
    if statement.tpp_gross == 0 {
        let reason = statement.parts.iter().find_map(|part| part.reason.as_deref());
        return Pay::NotDue(not_due(reason));
    }
    Pay::Counted {
        gross: statement.tpp_gross,
        cut: -statement.deduction_total,
        net: statement.tpp_net,
        status: status(statement.status),
        open: statement.open.iter().map(|code| open(code)).collect(),
        made_of: Box::new(made_of(statement)),
    }
}

fn made_of(statement: &StatementDoc) -> MadeOf {
    let whole = statement.parts.len() == 1;
    let part = |part: &DocPart| PayPart {
        days: part.from.parse().ok().zip(part.until.parse().ok()).filter(|_| !whole),
        class: part.class,
        class_amount: part.class_amount,
        shares: [&part.factor, &part.portion]
            .into_iter()
            .filter(|share| *share != "100%")
            .cloned()
            .collect(),
        amount: part.amount,
        source: part.source.clone(),
    };
    MadeOf {
        parts: statement.parts.iter().map(part).collect(),
        components: statement
            .components
            .iter()
            .map(|component| (component.title.clone(), component.amount))
            .collect(),
    }
}

/// What keeps a month from being paid, by its code.
fn open(code: &str) -> Phrase {
    Phrase::new(format!("statement-open-{code}"))
}

/// Whether a month may be paid by.
pub(super) fn status(paid: Paid) -> PayStatus {
    match paid {
        Paid::Simulasi => PayStatus::Simulation,
        Paid::Final => PayStatus::Final,
    }
}

/// Why no allowance is due.
fn not_due(reason: Option<&str>) -> Phrase {
    match reason {
        Some(reason) => {
            Phrase::new("page-my-month-no-pay-reason").with("reason", tpp_reason(reason))
        }
        None => Phrase::new("page-my-month-no-pay"),
    }
}

/// A reason of eligibility in words; as it was written where it is not of the known ones.
pub(in crate::routes) fn tpp_reason(code: &str) -> Phrase {
    const KNOWN: [&str; 7] =
        ["tpg", "blud", "tugas-belajar", "cltn", "mpp", "diberhentikan-sementara", "diperbantukan"];
    if KNOWN.contains(&code) {
        Phrase::new(format!("names-tpp-{code}"))
    } else {
        Phrase::verbatim(code)
    }
}
