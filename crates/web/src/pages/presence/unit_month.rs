//! The month sheet of a unit: what is left before the month can be closed?

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{DayMark, MonthLinks, Paging, PayStatus},
};

/// The month sheet of a unit: problems, then people × days.
#[derive(Clone, Debug, Template)]
#[template(path = "presence/unit_month.html")]
pub struct UnitMonth {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// Which month.
    pub month: MonthLinks,
    /// Whether the amounts may be paid.
    pub status: PayStatus,
    /// How far the month is from closed.
    pub closing: Closing,
    /// The page on which it is closed.
    pub close: String,
    /// The payment list, for who may see it.
    pub payments: Option<String>,
    /// Handing in an outage and recording an event, for who may.
    pub acts: Option<(String, String)>,
    /// How many people are near a rung of discipline or on one, and where they are listed.
    pub near: Option<Problem>,
    /// What is left to do, most urgent first.
    pub problems: Vec<Problem>,
    /// Which people are shown.
    pub filter: SheetFilter,
    /// The sheet with all people, and with the problems only.
    pub filter_all: String,
    /// The sheet with the people with problems only.
    pub filter_problems: String,
    /// What was searched for.
    pub search: String,
    /// Address of the sheet, to which the search is added.
    pub address: String,
    /// Which people are shown.
    pub paging: Paging,
    /// The columns: days on which anybody has duty.
    pub days: Vec<SheetDay>,
    /// The people on this page, problems first.
    pub rows: Vec<SheetRow>,
    /// Sums over everybody in the unit, not only this page.
    pub sums: SheetSums,
}

/// How far a month is from closed.
#[derive(Clone, Debug)]
pub enum Closing {
    /// Things are left to do.
    Left(u32),
    /// The month is not over; so many things are left to do already.
    Running(u32),
    /// Nothing is left.
    Ready,
    /// The law is not confirmed, so it cannot be closed: the page of the law.
    LawUnconfirmed(String),
}

/// Something left to do in the month.
#[derive(Clone, Debug)]
pub struct Problem {
    /// How many of what, `page-unit-month-todo-*`.
    pub what: Phrase,
    /// Where it is mended.
    pub href: String,
}

/// Which people a sheet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFilter {
    /// Those with something to look at.
    Problems,
    /// Everybody.
    All,
}

/// A column of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetDay {
    /// The day.
    pub date: Date,
    /// Whether it begins a week in the sheet.
    pub edge: WeekEdge,
}

/// Whether a day begins a week in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekEdge {
    /// The first day shown of its week: a line stands before it.
    First,
    /// Any other.
    Inside,
}

impl SheetDay {
    /// The columns for `dates`, in order.
    #[must_use]
    pub fn columns(dates: &[Date]) -> Vec<Self> {
        let mut before: Option<Date> = None;
        dates
            .iter()
            .map(|&date| {
                let week = |day: Date| day.iso_week_date().week();
                let first = before.replace(date).is_some_and(|earlier| week(earlier) != week(date));
                Self { date, edge: if first { WeekEdge::First } else { WeekEdge::Inside } }
            })
            .collect()
    }

    pub(crate) fn begins_week(self) -> bool {
        self.edge == WeekEdge::First
    }
}

/// A person in the sheet.
#[derive(Clone, Debug)]
pub struct SheetRow {
    /// The name.
    pub name: String,
    /// The NIP, or what else identifies the person.
    pub nip: String,
    /// The person's month.
    pub href: String,
    /// The person's month with a day opened: the number of the day is added at the end.
    pub day_href: String,
    /// One cell a column.
    pub cells: Vec<SheetCell>,
    /// Minutes late in the month.
    pub late_minutes: u32,
    /// Days absent without reason.
    pub absent_days: u32,
    /// Cut, in rupiah, not negative; nothing where the law is silent.
    pub cut: Option<i64>,
}

impl SheetRow {
    pub(crate) fn columns<'a>(
        &'a self,
        days: &'a [SheetDay],
    ) -> impl Iterator<Item = (&'a SheetDay, &'a SheetCell)> {
        days.iter().zip(&self.cells)
    }
}

/// A day of a person in the sheet.
#[derive(Clone, Debug)]
pub struct SheetCell {
    /// How it stands.
    pub mark: DayMark,
    /// Minutes to show beside the mark.
    pub minutes: Option<u32>,
    /// What the reader should know, `verdict-*` or `finding-*`; nothing for an ordinary day.
    pub reason: Option<Phrase>,
    /// Cut, in rupiah, not negative.
    pub cut: i64,
}

impl SheetCell {
    pub(crate) fn has_cut(&self) -> bool {
        self.cut != 0
    }
}

/// Sums over everybody in the unit.
#[derive(Clone, Debug)]
pub struct SheetSums {
    /// People in the unit.
    pub people: u32,
    /// A column each: people late or absent that day.
    pub by_day: Vec<u32>,
    /// Minutes late.
    pub late_minutes: u32,
    /// Days absent without reason.
    pub absent_days: u32,
    /// Cut, in rupiah, not negative.
    pub cut: i64,
}

impl SheetSums {
    pub(crate) fn columns<'a>(
        &'a self,
        days: &'a [SheetDay],
    ) -> impl Iterator<Item = (&'a SheetDay, &'a u32)> {
        days.iter().zip(&self.by_day)
    }
}

impl UnitMonth {
    pub(crate) fn is_filtered(&self) -> bool {
        self.filter == SheetFilter::Problems
    }

    /// The roster of the unit over the same month.
    pub(crate) fn roster_href(&self) -> String {
        format!("{}/roster", self.address)
    }

    /// How the people of the unit worked in the same month.
    pub(crate) fn performance_href(&self) -> String {
        format!("{}/performance", self.address)
    }

    pub(crate) fn legend() -> [DayMark; 7] {
        DayMark::LEGEND
    }
}
