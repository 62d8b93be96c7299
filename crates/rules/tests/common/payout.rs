//! What a case in `law/cases/payout.toml` says, and whether the law agrees.

use std::collections::BTreeMap;

use civil::{Employment, Month, Rate, Rupiah};
use jiff::civil::{Date, date};
use rules::{
    law::{Law, Layer},
    payout::{
        ActingKind, ActingSpan, Agreement, Beside, Earned, ExtraClaim, ExtraMonth, Level, Much,
        Payout, PayoutFacts, Salary, december, earned, instalment, payout, supplement,
    },
    statement::{MonthFacts, PayState, Statement},
    tariff::Tariff,
};
use serde::Deserialize;

use crate::common::{Loaded, of_file, read, texts};

const FILE: &str = "cases/payout.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "title")]
    _title: String,
    #[serde(default)]
    overlay: BTreeMap<String, Overlay>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
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
    pub(crate) overlay: Option<String>,
    composition: Option<String>,
    /// The month the Tpp is for.
    month: Option<String>,
    /// The day of payment.
    pub(crate) paid: Option<Date>,
    #[serde(default)]
    facts: Facts,
    /// What is known later; what it does not name stays.
    then: Option<Facts>,
    debt: Option<DebtEntry>,

    gross: Option<i64>,
    lines: Option<Vec<String>>,
    net: Option<i64>,
    findings: Option<Vec<String>>,
    accounts: Option<Vec<String>>,
    supplement: Option<Vec<String>>,
    supplement_net: Option<i64>,
    refused: Option<String>,
    month_end: Option<String>,
    parts: Option<Vec<String>>,
    open: Option<i64>,
    beyond: Option<i64>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Facts {
    employment: Option<Employment>,
    golongan: Option<String>,
    family: Option<String>,
    /// Tpp after cuts, undivided.
    tpp: Option<i64>,
    /// Or the class and the days of it, for the whole way from the class.
    class: Option<u8>,
    from: Option<Date>,
    until: Option<Date>,
    group: Option<String>,
    salary: Option<SalaryEntry>,
    acting: Option<Vec<ActingEntry>>,
    extras: Option<Vec<ExtraEntry>>,
    beside: Option<BesideEntry>,
    agreements: Option<Vec<AgreementEntry>>,
    repayment: Option<i64>,
    year_end_tax: Option<i64>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SalaryEntry {
    pay: i64,
    #[serde(default)]
    family: i64,
    #[serde(default)]
    position: i64,
    #[serde(default)]
    premium: i64,
    #[serde(default)]
    employer_premium: i64,
    #[serde(default)]
    tax: i64,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ActingEntry {
    kind: String,
    from: Date,
    until: Date,
    working_days: u32,
    level: String,
    own: i64,
    post: Option<i64>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtraEntry {
    name: String,
    month: Option<String>,
    /// Tpp of that month, undivided and without cuts.
    tpp: Option<i64>,
    /// Or by criterion, before and after cuts.
    #[serde(default)]
    due: BTreeMap<String, i64>,
    #[serde(default)]
    received: BTreeMap<String, i64>,
    reason: Option<String>,
}

/// What another list pays in the same month.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct BesideEntry {
    tpp: i64,
    employer_premium: i64,
    tax: i64,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementEntry {
    kind: String,
    amount: Option<i64>,
    share: Option<Rate>,
    from: Date,
    until: Option<Date>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DebtEntry {
    total: i64,
    monthly: Option<i64>,
    number: Option<u32>,
    net: i64,
    first: String,
    #[serde(default)]
    receipts: Vec<(Date, i64)>,
}

/// Every case, and the law of each overlay.
pub(crate) struct PayoutCases {
    pub(crate) all: Vec<Case>,
    pub(crate) laws: BTreeMap<Option<String>, Law>,
    lebak: Law,
}

impl PayoutCases {
    pub(crate) fn read() -> Self {
        let text = of_file(FILE, Layer::Regency).body;
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{FILE}: {error}"));
        let law = |overlay: Option<&Overlay>| {
            let mut all = texts("contoh");
            all.extend(overlay.map(|overlay| Loaded {
                path: "overlay".to_owned(),
                body: overlay.law.clone(),
                layer: Layer::Regency,
            }));
            read(&all).unwrap_or_else(|faults| panic!("{faults:?}"))
        };
        let mut laws = BTreeMap::from([(None, law(None))]);
        for (name, overlay) in &file.overlay {
            laws.insert(Some(name.clone()), law(Some(overlay)));
        }
        let lebak = read(&texts("lebak")).expect("lebak reads");
        Self { all: file.case, laws, lebak }
    }

    pub(crate) fn law(&self, case: &Case) -> &Law {
        match case.composition.as_deref() {
            Some("lebak") => &self.lebak,
            Some(other) => panic!("{}: no composition {other}", case.name),
            None => self.laws.get(&case.overlay).expect("the law of every overlay was read"),
        }
    }
}

impl Case {
    pub(crate) fn expects_something(&self) -> bool {
        self.net.is_some()
            || self.lines.is_some()
            || self.findings.is_some()
            || self.refused.is_some()
            || self.supplement.is_some()
            || self.month_end.is_some()
            || self.parts.is_some()
    }

    /// First day of the December whose end it asks about.
    pub(crate) fn december(&self) -> Option<Date> {
        self.month_end.as_ref().map(|_| self.month().first()).filter(|first| first.month() == 12)
    }

    /// What is wrong, a sentence each.
    pub(crate) fn failures(&self, law: &Law) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Some(debt) = &self.debt {
            self.check_debt(debt, law, &mut wrong);
        } else if let Some(expected) = &self.month_end {
            let got = match december::month_end(law, self.month(), as_of()) {
                Err(refused) => format!("refused {}", refused.title),
                Ok(december::MonthEnd::Ordinary) => "ordinary".to_owned(),
                Ok(december::MonthEnd::Early { counts_until, .. }) => {
                    format!("early {counts_until}")
                }
                Ok(december::MonthEnd::NextYear { pays_from, .. }) => {
                    format!("next-year {pays_from}")
                }
            };
            compare("month-end", expected, &got, &mut wrong);
        } else {
            self.check_payout(law, &mut wrong);
        }
        wrong
    }

    fn month(&self) -> Month {
        let month = self.month.as_deref().unwrap_or_else(|| panic!("{}: no month", self.name));
        month.parse().unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    fn check_payout(&self, law: &Law, wrong: &mut Vec<String>) {
        let paid = match self.payout(law, &self.facts) {
            Ok(paid) => paid,
            Err(refused) => {
                compare("refused", &self.refused, &Some(refused), wrong);
                return;
            }
        };
        compare("refused", &self.refused, &None, wrong);
        let sum: i64 = paid
            .lines
            .iter()
            .filter(|line| line.section != rules::payout::Section::Employer)
            .map(|line| line.amount.0)
            .sum();
        compare("sum of the lines", &paid.net.0, &sum, wrong);
        if let Some(expected) = &self.lines {
            let lines: Vec<String> =
                paid.lines.iter().map(|line| format!("{} {}", line.code, line.amount.0)).collect();
            compare("lines", expected, &lines, wrong);
        }
        if let Some(expected) = &self.accounts {
            let accounts: Vec<String> = paid
                .lines
                .iter()
                .map(|line| format!("{} {}", line.code, line.account.as_deref().unwrap_or("-")))
                .collect();
            compare("accounts", expected, &accounts, wrong);
        }
        let findings: Vec<&str> = paid.findings.iter().map(rules::payout::Finding::code).collect();
        let expected = self.findings.clone().unwrap_or_default();
        compare("findings", &expected.iter().map(String::as_str).collect(), &findings, wrong);
        for (what, expected, got) in
            [("gross", self.gross, paid.gross), ("net", self.net, paid.net)]
        {
            if let Some(expected) = expected {
                compare(what, &expected, &got.0, wrong);
            }
        }
        if let Some(then) = &self.then {
            self.check_supplement(law, then, &paid, wrong);
        }
    }

    fn check_supplement(&self, law: &Law, then: &Facts, before: &Payout, wrong: &mut Vec<String>) {
        let later = self.facts.clone().with(then.clone());
        let after =
            self.payout(law, &later).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        let difference = supplement::supplement(before, &after).expect("it is one month");
        let lines: Vec<String> = difference
            .lines
            .iter()
            .map(|line| format!("{} {}", line.code, line.amount().0))
            .collect();
        compare("supplement", self.supplement.as_ref().expect("it says so"), &lines, wrong);
        compare("supplement-net", &self.supplement_net, &Some(difference.net.0), wrong);
    }

    fn payout(&self, law: &Law, facts: &Facts) -> Result<Payout, String> {
        let month = self.month();
        let tpp = facts.tpp(law, month);
        let date_paid = self.paid.unwrap_or_else(|| panic!("{}: no day of payment", self.name));
        let acting: Vec<_> = facts.acting.iter().flatten().map(ActingEntry::span).collect();
        let months: Vec<_> = facts.extras.iter().flatten().map(ExtraEntry::months).collect();
        let entries = facts.extras.iter().flatten().zip(&months);
        let extras: Vec<_> = entries.map(|(entry, months)| entry.claim(months)).collect();
        let beside = facts.beside.as_ref().map(BesideEntry::beside);
        let agreements: Vec<_> =
            facts.agreements.iter().flatten().map(AgreementEntry::agreement).collect();
        let facts = PayoutFacts {
            month,
            paid_on: date_paid,
            as_of: as_of(),
            employment: facts.employment.unwrap_or(Employment::Pns),
            golongan: facts.golongan.as_deref(),
            family: facts.family.as_deref(),
            tpp: &tpp,
            salary: facts.salary.as_ref().map(SalaryEntry::salary),
            acting: &acting,
            beside: beside.unwrap_or_default(),
            extras: &extras,
            agreements: &agreements,
            repayment: Rupiah(facts.repayment.unwrap_or(0)),
            year_end_tax: facts.year_end_tax.map(Rupiah),
        };
        payout(&facts, law).map_err(|refused| format!("{} {}", refused.title, refused.date))
    }

    fn check_debt(&self, debt: &DebtEntry, law: &Law, wrong: &mut Vec<String>) {
        let receipts: Vec<_> = debt
            .receipts
            .iter()
            .map(|(on, amount)| instalment::Receipt { on: *on, amount: Rupiah(*amount) })
            .collect();
        let wish = match (debt.monthly, debt.number) {
            (Some(amount), None) => instalment::Wish::Monthly(Rupiah(amount)),
            (None, Some(number)) => instalment::Wish::Number(number),
            (Some(_), Some(_)) | (None, None) => panic!("{}: one wish", self.name),
        };
        let first = debt.first.parse().expect("it is a month");
        let debt = instalment::Debt {
            total: Rupiah(debt.total),
            wish,
            net: Rupiah(debt.net),
            first,
            receipts: &receipts,
        };
        match instalment::plan(&debt, law, as_of()) {
            Err(refused) => compare("refused", &self.refused, &Some(refused.to_string()), wrong),
            Ok(plan) => {
                compare("refused", &self.refused, &None, wrong);
                let parts: Vec<String> = plan
                    .parts
                    .iter()
                    .map(|part| format!("{} {} {}", part.month, part.due.0, part.received.0))
                    .collect();
                compare("parts", self.parts.as_ref().expect("it says so"), &parts, wrong);
                let sum: i64 = plan.parts.iter().map(|part| part.due.0).sum();
                compare("sum of the parts", &debt.total.0, &sum, wrong);
                compare("open", &self.open, &Some(plan.open.0), wrong);
                compare("beyond", &self.beyond.unwrap_or(0), &plan.beyond.0, wrong);
                let findings: Vec<&str> =
                    plan.findings.iter().map(|finding| finding.code()).collect();
                let expected = self.findings.clone().unwrap_or_default();
                compare(
                    "findings",
                    &expected.iter().map(String::as_str).collect(),
                    &findings,
                    wrong,
                );
            }
        }
    }
}

impl Facts {
    fn with(self, later: Self) -> Self {
        Self {
            employment: later.employment.or(self.employment),
            golongan: later.golongan.or(self.golongan),
            family: later.family.or(self.family),
            tpp: later.tpp.or(self.tpp),
            class: later.class.or(self.class),
            from: later.from.or(self.from),
            until: later.until.or(self.until),
            group: later.group.or(self.group),
            salary: later.salary.or(self.salary),
            acting: later.acting.or(self.acting),
            extras: later.extras.or(self.extras),
            beside: later.beside.or(self.beside),
            agreements: later.agreements.or(self.agreements),
            repayment: later.repayment.or(self.repayment),
            year_end_tax: later.year_end_tax.or(self.year_end_tax),
        }
    }

    fn tpp(&self, law: &Law, month: Month) -> Vec<Earned> {
        if let Some(amount) = self.tpp {
            let name = "tpp".to_owned();
            return vec![Earned { name, title: None, amount: Rupiah(amount), provision: None }];
        }
        let Some(class) = self.class else { return Vec::new() };
        let state = PayState {
            from: self.from.unwrap_or(month.first()),
            until: self.until.unwrap_or(month.last()),
            class: Some(class),
            employment: self.employment.unwrap_or(Employment::Pns),
            eligible: true,
            factor: None,
            reason: None,
            group: self.group.clone(),
        };
        let facts = MonthFacts {
            days: &[],
            states: &[state],
            occurrences: &[],
            productivity_bp: Some(10_000),
            predikat: None,
        };
        let tariff = Tariff::compile(law, month, as_of());
        earned(&Statement::of(&facts, &tariff).expect("the law covers the month"))
    }
}

impl SalaryEntry {
    fn salary(&self) -> Salary {
        Salary {
            pay: Rupiah(self.pay),
            family: Rupiah(self.family),
            position: Rupiah(self.position),
            premium: Rupiah(self.premium),
            employer_premium: Rupiah(self.employer_premium),
            tax: Rupiah(self.tax),
        }
    }
}

impl ActingEntry {
    fn span(&self) -> ActingSpan {
        ActingSpan {
            kind: match self.kind.as_str() {
                "plt" => ActingKind::Plt,
                "plh" => ActingKind::Plh,
                other => panic!("{other} is neither plt nor plh"),
            },
            from: self.from,
            until: self.until,
            working_days: self.working_days,
            level: match self.level.as_str() {
                "same" => Level::Same,
                "above" => Level::Above,
                other => panic!("{other} is neither same nor above"),
            },
            own: Rupiah(self.own),
            post: self.post.map(Rupiah),
        }
    }
}

impl ExtraEntry {
    /// The Tpp of the month before and after cuts.
    fn months(&self) -> [Vec<Earned>; 2] {
        let part = |name: &str, amount: i64| Earned {
            name: name.to_owned(),
            title: None,
            amount: Rupiah(amount),
            provision: None,
        };
        if let Some(tpp) = self.tpp {
            return [vec![part("tpp", tpp)], vec![part("tpp", tpp)]];
        }
        [&self.due, &self.received]
            .map(|parts| parts.iter().map(|(name, amount)| part(name, *amount)).collect())
    }

    fn claim<'a>(&'a self, [due, received]: &'a [Vec<Earned>; 2]) -> ExtraClaim<'a> {
        let month = self.month.as_deref().map(|month| month.parse().expect("it is a month"));
        let known = !due.is_empty() || !received.is_empty();
        let tpp = month.filter(|_| known).map(|month| ExtraMonth { month, due, received });
        ExtraClaim { name: &self.name, tpp, reason: self.reason.as_deref() }
    }
}

impl BesideEntry {
    fn beside(&self) -> Beside {
        Beside {
            tpp: Rupiah(self.tpp),
            employer_premium: Rupiah(self.employer_premium),
            tax: Rupiah(self.tax),
        }
    }
}

impl AgreementEntry {
    fn agreement(&self) -> Agreement<'_> {
        let much = match (self.amount, self.share) {
            (Some(amount), None) => Much::Amount(Rupiah(amount)),
            (None, Some(share)) => Much::Share(share),
            (None, None) => Much::AsProposed,
            (Some(_), Some(_)) => panic!("{} has an amount and a share", self.kind),
        };
        Agreement { kind: &self.kind, much, from: self.from, until: self.until }
    }
}

fn as_of() -> Date {
    date(2027, 12, 31)
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
