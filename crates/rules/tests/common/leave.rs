//! What a case about leave says, and whether the law agrees. Working days are Monday to Friday, or
//! to Saturday with `six-days`, without holidays and joint leave of the law: what a reader counts
//! on a wall calendar.

use civil::{Employment, Month, PersonId};
use jiff::civil::{Date, Weekday};
use rules::{
    excuse::ExcuseKind,
    law::{
        Law, NotInForce,
        leave::{Applicant, Post, Proof},
    },
    leave::{
        LeaveFacts, Opening, Request, Seen, Surroundings, Taken, Value, Weight, WfaAsked, balance,
        chain, check, due, forecast, wfa_quota, working_days,
    },
};
use serde::Deserialize;

use super::{Case, compare};

/// The table `[case.leave]`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LeaveCase {
    #[serde(default = "pns")]
    employment: Employment,
    #[serde(default)]
    post: Post,
    #[serde(default = "long_ago")]
    service_from: Date,
    #[serde(default)]
    six_days: bool,
    #[serde(default)]
    taken: Vec<Entry>,
    #[serde(default)]
    joint_leave_worked: Vec<Date>,
    #[serde(default)]
    postponed: Vec<i16>,
    opening: Option<OpeningEntry>,

    request: Option<RequestEntry>,
    chain_of: Option<ExcuseKind>,
    #[serde(default)]
    applicant: Applicant,
    wfa: Option<WfaEntry>,
    forecast_on: Option<Date>,

    /// `"2025 6 2 0 4"`: granted in, days, used, reserved, left.
    lots: Option<Vec<String>>,
    left: Option<u32>,
    lapsing: Option<u32>,
    overdrawn: Option<u32>,
    entitled_from: Option<Date>,
    lapsed: Option<Vec<String>>,
    granted: Option<Vec<String>>,
    /// Working days of the request.
    days: Option<u32>,
    /// `"refuses balance-exceeded 2026 1"`.
    findings: Option<Vec<String>>,
    /// `"atasan 2"`.
    steps: Option<Vec<String>>,
    /// Last day of the first step, begun on the date of the case.
    due: Option<Date>,
    refused: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    kind: ExcuseKind,
    local: Option<String>,
    from: Date,
    until: Date,
    hours: Option<[i32; 2]>,
    #[serde(default)]
    travel_days: u16,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OpeningEntry {
    year: i16,
    lots: Vec<(i16, u32)>,
    #[serde(default)]
    unused_years: Vec<i16>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RequestEntry {
    kind: ExcuseKind,
    local: Option<String>,
    from: Date,
    until: Date,
    hours: Option<[i32; 2]>,
    #[serde(default)]
    travel_days: u16,
    #[serde(default)]
    proofs: Vec<Proof>,
    reason: Option<String>,
    child: Option<u8>,
    place: Option<String>,
    #[serde(default)]
    closed_months: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WfaEntry {
    unit: String,
    people: u32,
    /// People granted on the day.
    #[serde(default)]
    others: u32,
    /// Other days granted to the person.
    #[serde(default)]
    own: Vec<Date>,
}

fn pns() -> Employment {
    Employment::Pns
}

fn long_ago() -> Date {
    Date::constant(2010, 3, 1)
}

impl Entry {
    fn taken(&self) -> Taken<'_> {
        Taken {
            kind: self.kind,
            local: self.local.as_deref(),
            from: self.from,
            until: self.until,
            seconds: self.hours.map(|[from, until]| (from * 3600, until * 3600)),
            travel_days: self.travel_days,
        }
    }
}

impl LeaveCase {
    /// What is wrong, a sentence each.
    pub(super) fn failures(&self, case: &Case, law: &Law) -> Vec<String> {
        let seen = Seen { law, as_of: case.as_of() };
        let on = case.date.expect("a case about leave needs a date");
        let is_working = |date: Date| {
            let rests = match date.weekday() {
                Weekday::Saturday => !self.six_days,
                Weekday::Sunday => true,
                _ => false,
            };
            !rests && law.holiday(date, case.as_of()).is_none()
        };
        let taken: Vec<Taken<'_>> = self.taken.iter().map(Entry::taken).collect();
        let opening = self.opening.as_ref().map(|opening| Opening {
            year: opening.year,
            lots: &opening.lots,
            unused_years: &opening.unused_years,
        });
        let facts = LeaveFacts {
            employment: self.employment,
            post: self.post,
            service_from: self.service_from,
            taken: &taken,
            joint_leave_worked: &self.joint_leave_worked,
            postponed_years: &self.postponed,
            opening,
            is_working: &is_working,
        };
        let mut wrong = Vec::new();
        let refused = match (&self.request, self.chain_of, &self.wfa, self.forecast_on) {
            (Some(request), ..) => {
                self.check_request(seen, &facts, request, &mut wrong);
                Ok(())
            }
            (None, Some(kind), ..) => self.check_chain(seen, kind, on, &facts, &mut wrong),
            (None, None, Some(wfa), _) => self.check_wfa(seen, wfa, on, &mut wrong),
            (None, None, None, Some(future)) => {
                self.check_forecast(seen, &facts, (on, future), &mut wrong)
            }
            (None, None, None, None) => self.check_balance(seen, &facts, on, &mut wrong),
        };
        let refused = refused.err().map(|silent| format!("{} {}", silent.title, silent.date));
        compare("refused", &self.refused, &refused, &mut wrong);
        wrong
    }

    fn check_balance(
        &self,
        seen: Seen<'_>,
        facts: &LeaveFacts<'_>,
        on: Date,
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let got = balance(seen, facts, on)?;
        if let Some(lots) = &self.lots {
            let said = got.lots.iter().map(|lot| {
                let (year, days, used) = (lot.granted_in, lot.days, lot.used);
                format!("{year} {days} {used} {} {}", lot.reserved, lot.left)
            });
            compare("lots", lots, &said.collect(), wrong);
        }
        for (what, expected, got) in
            [("left", self.left, got.left), ("lapsing", self.lapsing, got.lapsing)]
        {
            if let Some(expected) = expected {
                compare(what, &expected, &got, wrong);
            }
        }
        compare("overdrawn", &self.overdrawn.unwrap_or(0), &got.overdrawn, wrong);
        compare("entitled-from", &self.entitled_from, &got.entitled_from, wrong);
        Ok(())
    }

    fn check_forecast(
        &self,
        seen: Seen<'_>,
        facts: &LeaveFacts<'_>,
        days: (Date, Date),
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let got = forecast(seen, facts, days)?;
        let lapsed =
            got.lapsed.iter().map(|one| format!("{} {} {}", one.on, one.granted_in, one.days));
        compare("lapsed", self.lapsed.as_ref().unwrap_or(&Vec::new()), &lapsed.collect(), wrong);
        let granted = got.granted.iter().map(|one| format!("{} {}", one.on, one.days));
        compare("granted", self.granted.as_ref().unwrap_or(&Vec::new()), &granted.collect(), wrong);
        compare("left", &self.left, &Some(got.balance.left), wrong);
        Ok(())
    }

    fn check_request(
        &self,
        seen: Seen<'_>,
        facts: &LeaveFacts<'_>,
        request: &RequestEntry,
        wrong: &mut Vec<String>,
    ) {
        let asked = Taken {
            kind: request.kind,
            local: request.local.as_deref(),
            from: request.from,
            until: request.until,
            seconds: request.hours.map(|[from, until]| (from * 3600, until * 3600)),
            travel_days: request.travel_days,
        };
        let months: Vec<Month> = request
            .closed_months
            .iter()
            .map(|month| month.parse().expect("a month is well formed"))
            .collect();
        let whole = Request {
            asked,
            proofs: &request.proofs,
            reason: request.reason.as_deref(),
            child: request.child,
            place: request.place.as_deref(),
        };
        let found = check(seen, facts, &whole, Surroundings { closed_months: &months });
        let said = found.iter().map(|finding| {
            let weight = match finding.weight {
                Weight::Refuses => "refuses",
                Weight::Notes => "notes",
            };
            let values = finding.what.values().into_iter().map(|(_, value)| text(&value));
            let parts = [weight.to_owned(), finding.what.code().to_owned()];
            parts.into_iter().chain(values).collect::<Vec<_>>().join(" ")
        });
        let expected = self.findings.as_ref().expect("a request has findings, or []");
        compare("findings", expected, &said.collect(), wrong);
        if let Some(days) = self.days {
            let got = working_days(request.from, request.until, facts.is_working);
            compare("days", &days, &got, wrong);
        }
    }

    fn check_chain(
        &self,
        seen: Seen<'_>,
        kind: ExcuseKind,
        on: Date,
        facts: &LeaveFacts<'_>,
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let got = chain(seen, kind, self.applicant, on)?;
        let said: Vec<_> = got
            .steps
            .iter()
            .map(|step| format!("{} {}", step.by.code(), step.working_days))
            .collect();
        compare("steps", &self.steps, &Some(said), wrong);
        if let Some(expected) = self.due {
            let first = got.steps.first().expect("a chain has steps");
            let until = due(on, first.working_days, facts.is_working);
            compare("due", &Some(expected), &until, wrong);
        }
        Ok(())
    }

    fn check_wfa(
        &self,
        seen: Seen<'_>,
        wfa: &WfaEntry,
        on: Date,
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let person = PersonId(0);
        let others = (1..=i64::from(wfa.others)).map(|number| (PersonId(number), on));
        let granted: Vec<_> = others.chain(wfa.own.iter().map(|day| (person, *day))).collect();
        let asked =
            WfaAsked { person, date: on, unit: &wfa.unit, people: wfa.people, granted: &granted };
        let (found, _) = wfa_quota(seen, &asked)?;
        let said: Vec<_> = found.iter().map(|one| one.code().to_owned()).collect();
        compare("findings", &self.findings, &Some(said), wrong);
        Ok(())
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Year(year) => year.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Kind(kind) => kind.code().to_owned(),
        Value::Proof(proof) => proof.code().to_owned(),
        Value::Employment(employment) => employment.code().to_owned(),
    }
}
