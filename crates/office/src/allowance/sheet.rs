//! The month sheet of a unit: people × days, problems first.

use std::collections::HashSet;

use civil::{Month, Rupiah, Skpd};
use jiff::civil::Date;
use rules::day::{DayRecord, Findings, Verdict};
use storage::{
    StoreError,
    presence::{People, UnknownPinFilter},
    results::{MonthResult, ResultFilter, ResultPeople},
};

use super::{DocLine, PayStatus, SilentLaw, statement::read};
use crate::{Actor, Office, OfficeError, Permission, Scope, terminal::TerminalHealth};

/// Most unknown PINs that are counted; a terminal can send as many as it likes.
const UNKNOWN_PINS_MAX: u32 = 1_000;

/// Which rows of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetFilter {
    /// Only rows with a problem.
    pub problems_only: Problems,
    /// Only rows that a thing to do is about; things that are not about people narrow nothing.
    pub about: Option<SheetTodo>,
    /// Part of a name or Nip.
    pub search: String,
    /// Page, from 1.
    pub page: usize,
}

/// Whether to show everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Problems {
    /// Only people with a day to look at.
    #[default]
    Only,
    /// Everybody, problems first.
    AndAll,
}

/// Rows on a page.
pub const ROWS_A_PAGE: usize = 50;

/// A month sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthSheet {
    /// The organisation.
    pub skpd: Skpd,
    /// Its name.
    pub name: String,
    /// The month.
    pub month: Month,
    /// The days of the month.
    pub days: Vec<SheetDay>,
    /// Rows of the page.
    pub rows: Vec<SheetRow>,
    /// Page, from 1.
    pub page: usize,
    /// How many pages.
    pub pages: usize,
    /// People who pass the filter.
    pub people: usize,
    /// Totals over everybody of the unit.
    pub totals: SheetTotals,
    /// What is left to do, with how often.
    pub todo: Vec<(SheetTodo, u64)>,
}

/// A day over everybody of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetDay {
    /// The day.
    pub date: Date,
    /// People with a shift, whatever came of it.
    pub due: u32,
    /// People with a problem.
    pub problems: u32,
}

/// Totals of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetTotals {
    /// People.
    pub people: u64,
    /// Minutes late.
    pub late_minutes: u64,
    /// Minutes early.
    pub early_minutes: u64,
    /// Days absent.
    pub absent_days: u64,
    /// Tpp before cuts.
    pub gross: Rupiah,
    /// Cuts; never positive.
    pub cut: Rupiah,
    /// What is paid.
    pub net: Rupiah,
}

/// Something to do before a month can be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetTodo {
    /// Days absent without a reason.
    Absent,
    /// Days without an arrival scan.
    NoIn,
    /// Days without a departure scan.
    NoOut,
    /// Lines in quarantine, of the unit's terminals.
    Quarantine,
    /// PINs nobody has, of the unit's terminals.
    UnknownPins,
    /// Terminals of the unit that are silent.
    SilentTerminals,
    /// People whose month cannot be computed, because the law is silent.
    LawSilent,
    /// People whose statement cannot be final yet.
    Simulated,
}

impl SheetTodo {
    /// Every one, most urgent first.
    pub const ALL: [Self; 8] = [
        Self::Absent,
        Self::NoIn,
        Self::NoOut,
        Self::UnknownPins,
        Self::SilentTerminals,
        Self::Quarantine,
        Self::LawSilent,
        Self::Simulated,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::NoIn => "no-in",
            Self::NoOut => "no-out",
            Self::Quarantine => "quarantine",
            Self::UnknownPins => "unknown-pins",
            Self::SilentTerminals => "silent-terminals",
            Self::LawSilent => "law-silent",
            Self::Simulated => "simulated",
        }
    }

    /// The thing to do that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|todo| todo.code() == code)
    }

    /// Whether it is about days of people, and so can narrow a sheet.
    fn is_of_days(self) -> bool {
        matches!(self, Self::Absent | Self::NoIn | Self::NoOut)
    }

    /// Whether it is about this day of a person.
    fn is_about(self, day: &DayRecord) -> bool {
        match self {
            Self::Absent => day.verdict == Verdict::Absent,
            Self::NoIn => day.findings.has(Findings::NO_IN),
            Self::NoOut => day.findings.has(Findings::NO_OUT),
            Self::Quarantine
            | Self::UnknownPins
            | Self::SilentTerminals
            | Self::LawSilent
            | Self::Simulated => false,
        }
    }
}

/// One person of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The days in order.
    pub days: Vec<DayRecord>,
    /// Cuts.
    pub lines: Vec<DocLine>,
    /// Minutes late.
    pub late_minutes: u32,
    /// Minutes early.
    pub early_minutes: u32,
    /// Days absent.
    pub absent_days: u32,
    /// Days to look at.
    pub problems: u32,
    /// Cuts; never positive.
    pub cut: Rupiah,
    /// What is paid.
    pub net: Rupiah,
    /// Whether it may be paid by.
    pub status: PayStatus,
    /// What the law is silent about, if that stopped the computation of pay.
    pub silent: Option<SilentLaw>,
}

impl Office {
    /// The month sheet of a unit, brought up to date first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Skpd or a month after the next one;
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn month_sheet(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
        filter: &SheetFilter,
    ) -> Result<MonthSheet, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let skpds = self.store.skpds().await?;
        let entry = skpds.into_iter().find(|entry| entry.code == *skpd);
        let entry = entry.ok_or_else(|| OfficeError::not_found("skpd", skpd.to_string()))?;
        if !self.reaches(month) {
            return Err(OfficeError::not_found("month that can be computed", month.to_string()));
        }
        self.refresh(month, &People::Of(skpd.clone())).await?;
        let results = self
            .store
            .months(&ResultFilter { month, people: ResultPeople::Of(skpd.clone()) })
            .await?;
        let mut totals = SheetTotals::default();
        let mut by_day: Vec<SheetDay> =
            month.days().map(|date| SheetDay { date, due: 0, problems: 0 }).collect();
        let mut counts = Counts::default();
        // Of the largest unit only what orders the rows is held, and the page's rows are read again.
        let mut places = Vec::new();
        for result in &results {
            let row = sheet_row(result)?;
            counts.add(&row);
            totals.add(&row, result.gross);
            for record in &row.days {
                let place = usize::from(record.date.day().unsigned_abs()) - 1;
                if let Some(day) = by_day.get_mut(place) {
                    day.count(record.verdict);
                }
            }
            if passes(&row, filter) {
                places.push(((row.problems == 0, row.cut), (row.name, row.nip), result));
            }
        }
        let todo = self.todo(actor, skpd, &counts).await?;
        places.sort_unstable_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        let people = places.len();
        let pages = people.div_ceil(ROWS_A_PAGE).max(1);
        let page = filter.page.clamp(1, pages);
        let of_page = places.iter().skip((page - 1) * ROWS_A_PAGE).take(ROWS_A_PAGE);
        let rows = of_page.map(|(.., result)| sheet_row(result)).collect::<Result<_, _>>()?;
        Ok(MonthSheet {
            skpd: skpd.clone(),
            name: entry.name,
            month,
            days: by_day,
            rows,
            page,
            pages,
            people,
            totals,
            todo,
        })
    }

    /// What is left to do, most urgent first; things that are done are left out.
    async fn todo(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        counts: &Counts,
    ) -> Result<Vec<(SheetTodo, u64)>, OfficeError> {
        // Who may not look at terminals has nothing to do about them, and still sees the sheet.
        let sees_terminals = actor.may(Permission::SeeTerminals, Scope::Skpd(skpd));
        let (mut terminals, mut unknown) = (Vec::new(), Vec::new());
        if sees_terminals {
            terminals = self.list_terminals(actor).await?;
            terminals.retain(|listed| listed.terminal.skpd.as_ref() == Some(skpd));
            let filter = UnknownPinFilter { skpd: Some(skpd.clone()), pin: None };
            unknown = self.store.unknown_pins(&filter, UNKNOWN_PINS_MAX).await?;
        }
        let ours: HashSet<_> = terminals.iter().map(|listed| &listed.terminal.serial).collect();
        let quarantine = self.store.quarantine_by_terminal().await?;
        let quarantined = quarantine.iter().filter(|(terminal, _)| ours.contains(terminal));
        let silent = terminals.iter().filter(|listed| listed.health == TerminalHealth::Silent);
        let todo = [
            (SheetTodo::Absent, counts.absent),
            (SheetTodo::NoIn, counts.no_in),
            (SheetTodo::NoOut, counts.no_out),
            (SheetTodo::UnknownPins, unknown.len() as u64),
            (SheetTodo::SilentTerminals, silent.count() as u64),
            (SheetTodo::Quarantine, quarantined.map(|(_, lines)| lines).sum()),
            (SheetTodo::LawSilent, counts.law_silent),
            (SheetTodo::Simulated, counts.simulated),
        ];
        Ok(todo.into_iter().filter(|(_, count)| *count > 0).collect())
    }
}

/// The row of a person.
fn sheet_row(result: &MonthResult) -> Result<SheetRow, StoreError> {
    let (days, statement) = read(result)?;
    Ok(SheetRow {
        late_minutes: days.iter().map(|day| u32::from(day.late_minutes)).sum(),
        early_minutes: days.iter().map(|day| u32::from(day.early_minutes)).sum(),
        absent_days: count(&days, |day| day.verdict == Verdict::Absent),
        problems: result.problems,
        cut: result.net - result.gross,
        net: result.net,
        status: statement.status,
        silent: statement.silent,
        nip: statement.nip,
        name: statement.name,
        lines: statement.lines,
        days,
    })
}

impl SheetTotals {
    fn add(&mut self, row: &SheetRow, gross: Rupiah) {
        self.people += 1;
        self.late_minutes += u64::from(row.late_minutes);
        self.early_minutes += u64::from(row.early_minutes);
        self.absent_days += u64::from(row.absent_days);
        self.gross = self.gross + gross;
        self.cut = self.cut + row.cut;
        self.net = self.net + row.net;
    }
}

impl SheetDay {
    fn count(&mut self, verdict: Verdict) {
        self.due += u32::from(!verdict.is_free());
        self.problems += u32::from(verdict.is_problem());
    }
}

#[derive(Default)]
struct Counts {
    absent: u64,
    no_in: u64,
    no_out: u64,
    law_silent: u64,
    simulated: u64,
}

impl Counts {
    fn add(&mut self, row: &SheetRow) {
        let days_of = |todo: SheetTodo| u64::from(count(&row.days, |day| todo.is_about(day)));
        self.absent += days_of(SheetTodo::Absent);
        self.no_in += days_of(SheetTodo::NoIn);
        self.no_out += days_of(SheetTodo::NoOut);
        self.law_silent += u64::from(row.silent.is_some());
        self.simulated += u64::from(row.status == PayStatus::Simulasi);
    }
}

fn count(days: &[DayRecord], holds: impl Fn(&DayRecord) -> bool) -> u32 {
    u32::try_from(days.iter().filter(|day| holds(day)).count()).unwrap_or(u32::MAX)
}

fn passes(row: &SheetRow, filter: &SheetFilter) -> bool {
    let search = filter.search.trim().to_lowercase();
    let found = search.is_empty()
        || row.name.to_lowercase().contains(&search)
        || row.nip.contains(&search.replace(' ', ""));
    let about = filter
        .about
        .is_none_or(|todo| !todo.is_of_days() || row.days.iter().any(|day| todo.is_about(day)));
    found && about && (filter.problems_only == Problems::AndAll || row.problems > 0)
}
