//! What a case in `law/cases` says, and whether the law agrees.

mod discipline;
mod facts;
#[path = "leave.rs"]
mod leave;

use std::collections::{BTreeMap, BTreeSet};

use civil::{Employment, Month, Rate};
use jiff::civil::{Date, date};
use rules::{
    day::DayRecord,
    discipline::{AbsenceCount, standing},
    law::{Law, Layer, NotInForce},
    statement::{MonthFacts, Statement, with_excuses},
    tariff::Tariff,
};
use serde::Deserialize;

use crate::common::{Loaded, entries, of_file, read, texts};

/// Cases of another shape, which `payout_cases` runs.
const OF_PAYOUT: &str = "payout.toml";

/// Cases of results of work, which have a form and a test of their own.
const OF_PERFORMANCE: &str = "performance.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "title")]
    _title: String,
    #[serde(default)]
    overlay: BTreeMap<String, Overlay>,
    case: Vec<Case>,
}

/// Law assumed for some cases only.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Overlay {
    law: String,
}

/// One sentence of law read aloud, with facts and the outcome.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) cite: String,
    #[serde(skip)]
    pub(crate) file: String,
    #[serde(default = "contoh")]
    pub(crate) composition: String,
    pub(crate) overlay: Option<String>,
    /// The day that is looked at.
    pub(crate) date: Option<Date>,
    /// The month; that of `date` if absent.
    month: Option<String>,
    #[serde(default = "lima_hari")]
    pub(crate) schedule: String,
    /// Readings that belong to `date`; absent means worked in full.
    pub(crate) punches: Option<Vec<String>>,
    /// Readings of other days, in the same form.
    #[serde(default)]
    pub(crate) days: BTreeMap<Date, Vec<String>>,
    #[serde(default)]
    excuses: Vec<ExcuseEntry>,
    /// Turns given for days, in place of the cycle's.
    #[serde(default)]
    pub(crate) roster: BTreeMap<Date, String>,
    #[serde(default)]
    occurrences: Vec<OccurrenceEntry>,
    class: Option<u8>,
    employment: Option<Employment>,
    reason: Option<String>,
    factor: Option<Rate>,
    eligible: Option<bool>,
    /// States one after another, instead of one for the whole month.
    #[serde(default)]
    states: Vec<StateEntry>,
    productivity_bp: Option<u32>,
    #[serde(default)]
    productivity_unknown: bool,
    predikat: Option<String>,
    now: Option<String>,
    as_of: Option<Date>,
    ladder: Option<String>,
    leave: Option<leave::LeaveCase>,
    #[serde(default)]
    absent_days: u32,
    #[serde(default)]
    absent_in_a_row: u32,
    #[serde(default)]
    short_minutes: u32,
    /// A calendar year of absences up to `date`.
    year: Option<discipline::YearCase>,
    /// Working days counted from `date`.
    working_days: Option<discipline::WorkingDaysCase>,
    /// What may be imposed, and by whom, on `date`.
    imposed: Option<discipline::ImposedCase>,
    /// A case file, looked at on `date`.
    procedure: Option<discipline::ProcedureCase>,

    verdict: Option<String>,
    late: Option<u16>,
    early: Option<u16>,
    away: Option<u16>,
    findings: Option<Vec<String>>,
    week_minutes: Option<u32>,
    gross: Option<i64>,
    lines: Option<Vec<String>>,
    deduction: Option<i64>,
    net: Option<i64>,
    refused: Option<String>,
    sanction: Option<String>,
    instead: Option<String>,
    in_a_row: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExcuseEntry {
    kind: String,
    from: Option<Date>,
    until: Option<Date>,
    hours: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct OccurrenceEntry {
    date: Option<Date>,
    until: Option<Date>,
    code: String,
    #[serde(default = "one")]
    amount: u32,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateEntry {
    from: Date,
    until: Option<Date>,
    schedule: Option<String>,
    class: Option<u8>,
    employment: Option<Employment>,
    reason: Option<String>,
    factor: Option<Rate>,
    eligible: Option<bool>,
}

fn contoh() -> String {
    "contoh".to_owned()
}

fn lima_hari() -> String {
    "lima-hari".to_owned()
}

fn one() -> u32 {
    1
}

/// Every case in the folder, and the overlays they name.
pub(crate) struct Cases {
    pub(crate) all: Vec<Case>,
    overlays: BTreeMap<String, Overlay>,
    laws: BTreeMap<(String, Option<String>), Law>,
}

impl Cases {
    pub(crate) fn read() -> Self {
        let mut all = Vec::new();
        let mut overlays = BTreeMap::new();
        for name in
            entries("cases").into_iter().filter(|name| name != OF_PAYOUT && name != OF_PERFORMANCE)
        {
            let path = format!("cases/{name}");
            let text = of_file(&path, Layer::Regency).body;
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            overlays.extend(file.overlay);
            all.extend(file.case.into_iter().map(|case| Case { file: path.clone(), ..case }));
        }
        let mut cases = Self { all, overlays, laws: BTreeMap::new() };
        let wanted: BTreeSet<_> = cases.all.iter().map(Case::law_key).collect();
        for key in wanted {
            let law = cases.law_of(&key);
            cases.laws.insert(key, law);
        }
        cases
    }

    /// The law of a case: composition and, over it, the overlay.
    pub(crate) fn law(&self, case: &Case) -> &Law {
        self.laws.get(&case.law_key()).expect("the law of every case was read")
    }

    fn law_of(&self, (composition, overlay): &(String, Option<String>)) -> Law {
        let mut texts = texts(composition);
        if let Some(name) = overlay {
            let overlay = self.overlays.get(name).unwrap_or_else(|| panic!("no overlay {name}"));
            texts.push(Loaded {
                path: format!("overlay {name}"),
                body: overlay.law.clone(),
                layer: Layer::Regency,
            });
        }
        read(&texts).unwrap_or_else(|faults| {
            let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
            panic!("{composition}: {}", faults.join("\n"))
        })
    }
}

/// What a case came to.
struct Outcome {
    day: Option<DayRecord>,
    statement: Result<Money, NotInForce>,
}

/// The statement in the words of cases.
struct Money {
    lines: Vec<String>,
    gross: i64,
    deduction: i64,
    net: i64,
}

impl Case {
    fn law_key(&self) -> (String, Option<String>) {
        (self.composition.clone(), self.overlay.clone())
    }

    pub(crate) fn month(&self) -> Month {
        match (&self.month, self.date) {
            (Some(month), _) => month.parse().unwrap_or_else(|_| panic!("{}: month", self.name)),
            (None, Some(date)) => Month::of(date),
            (None, None) => panic!("{}: neither date nor month", self.name),
        }
    }

    pub(crate) fn as_of(&self) -> Date {
        self.as_of.unwrap_or(date(2027, 12, 31))
    }

    pub(crate) fn is_about_leave(&self) -> bool {
        self.leave.is_some()
    }

    /// Days the case looks at closely.
    pub(crate) fn looks_at(&self) -> impl Iterator<Item = Date> {
        self.date.into_iter().chain(self.days.keys().copied())
    }

    /// What is wrong, a sentence each.
    pub(crate) fn failures(&self, law: &Law) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Some(leave) = &self.leave {
            return leave.failures(self, law);
        }
        if let Some(ladder) = &self.ladder {
            self.check_ladder(law, ladder, &mut wrong);
            return wrong;
        }
        if self.check_discipline(law, &mut wrong) {
            return wrong;
        }
        match self.outcome(law) {
            Err(refused) => self.check_refused(&refused, &mut wrong),
            Ok(outcome) => {
                if let Some(day) = &outcome.day {
                    self.check_day(day, &mut wrong);
                }
                match outcome.statement {
                    Ok(lines) => self.check_money(&lines, &mut wrong),
                    Err(refused) if self.asks_for_money() => {
                        self.check_refused(&refused, &mut wrong);
                    }
                    Err(_) => {}
                }
            }
        }
        if let Some(expected) = self.week_minutes {
            let day = self.date.expect("a week needs a date");
            let value = law.schedule_value(&self.schedule, day, self.as_of());
            let got = value.map(|(_, value)| value.week_minutes());
            compare("week-minutes", &Ok(Some(expected)), &got, &mut wrong);
        }
        wrong
    }

    fn asks_for_money(&self) -> bool {
        self.lines.is_some()
            || self.gross.is_some()
            || self.net.is_some()
            || self.deduction.is_some()
            || self.refused.is_some()
    }

    fn check_refused(&self, refused: &NotInForce, wrong: &mut Vec<String>) {
        let got = format!("{} {}", refused.title, refused.date);
        if self.refused.as_ref() != Some(&got) {
            let expected = self.refused.as_deref().unwrap_or("an answer");
            wrong.push(format!("wanted {expected}, but refused: {got}"));
        }
    }

    fn check_day(&self, day: &DayRecord, wrong: &mut Vec<String>) {
        let verdict = self.verdict.as_deref();
        if self.refused.is_none() || verdict.is_some() {
            compare("verdict", &verdict, &Some(day.verdict.code()), wrong);
            compare("late", &self.late.unwrap_or(0), &day.late_minutes, wrong);
            compare("early", &self.early.unwrap_or(0), &day.early_minutes, wrong);
            compare("away", &self.away.unwrap_or(0), &day.away_minutes, wrong);
            let findings: Vec<String> = day.findings.codes().map(str::to_owned).collect();
            compare("findings", &self.findings.clone().unwrap_or_default(), &findings, wrong);
        }
    }

    fn check_money(&self, got: &Money, wrong: &mut Vec<String>) {
        if let Some(refused) = &self.refused {
            wrong.push(format!("wanted a refusal ({refused}), but got {:?}", got.lines));
        }
        if let Some(expected) = &self.lines {
            let dated = |line: &String| match (line.starts_with("20"), self.date) {
                (false, Some(date)) => format!("{date} {line}"),
                _ => line.clone(),
            };
            let mut expected: Vec<String> = expected.iter().map(dated).collect();
            expected.sort();
            let mut lines = got.lines.clone();
            lines.sort();
            compare("lines", &expected, &lines, wrong);
        }
        for (what, expected, got) in [
            ("gross", self.gross, got.gross),
            ("deduction", self.deduction, got.deduction),
            ("net", self.net, got.net),
        ] {
            if let Some(expected) = expected {
                compare(what, &expected, &got, wrong);
            }
        }
    }

    fn check_ladder(&self, law: &Law, ladder: &str, wrong: &mut Vec<String>) {
        let count = AbsenceCount {
            days: self.absent_days,
            in_a_row: self.absent_in_a_row,
            minutes: self.short_minutes,
        };
        match standing(law, ladder, self.date.expect("a ladder needs a date"), count) {
            Err(refused) => self.check_refused(&refused, wrong),
            Ok(stands) => {
                let rung = stands.rung;
                compare("sanction", &self.sanction, &rung.map(|rung| rung.sanction.clone()), wrong);
                let instead = stands.imposable.as_ref().filter(|one| one.waiting.is_some());
                let instead = instead.map(|one| one.sanction.to_owned());
                compare("instead", &self.instead, &instead, wrong);
                let row = stands.in_a_row.map(|row| row.sanction.clone());
                compare("in-a-row", &self.in_a_row, &row, wrong);
                if let Some(refused) = &self.refused {
                    wrong.push(format!("wanted a refusal: {refused}"));
                }
            }
        }
    }

    fn outcome(&self, law: &Law) -> Result<Outcome, NotInForce> {
        let (states, schedules) = self.states();
        let records = self.records(law, &schedules)?;
        let day = self.date.and_then(|date| records.iter().find(|day| day.date == date)).copied();
        let occurrences = self.occurrences();
        let tariff = Tariff::compile(law, self.month(), self.as_of());
        let states = with_excuses(states, &self.excuses(), &tariff);
        let unknown = self.productivity_unknown;
        let facts = MonthFacts {
            days: &records,
            states: &states,
            occurrences: &occurrences,
            productivity_bp: (!unknown).then_some(self.productivity_bp.unwrap_or(10_000)),
            predikat: self.predikat.as_deref(),
        };
        let statement = Statement::of(&facts, &tariff).map(|statement| {
            let lines = &statement.lines;
            let sum: i64 = lines.iter().map(|line| line.amount.0).sum();
            assert_eq!(sum, statement.deduction.0, "{}: the lines are the total", self.name);
            Money {
                lines: lines
                    .iter()
                    .map(|line| format!("{} {} {}", line.date, line.code, line.amount.0))
                    .collect(),
                gross: statement.gross.0,
                deduction: statement.deduction.0,
                net: statement.net.0,
            }
        });
        Ok(Outcome { day, statement })
    }
}

fn compare<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: &T,
    got: &T,
    wrong: &mut Vec<String>,
) {
    if expected != got {
        wrong.push(format!("{what}: wanted {expected:?}, got {got:?}"));
    }
}
