//! A statement as it is kept, shown and printed: every word of it resolved, so that it stays what
//! it was when the law's files have long changed.

use civil::{Month, Wall};
use jiff::civil::Date;
use rules::{
    day::DayRecord,
    law::{Law, NotInForce},
    statement::{Component, Line, Statement},
};
use serde::{Deserialize, Serialize};
use storage::people::PersonState;
use words::Phrase;

/// Whether a statement may be paid by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum PayStatus {
    /// Part of the law behind it is neither confirmed nor signed off, the month is not over, or
    /// something is missing.
    Simulasi,
    /// May be paid.
    Final,
}

/// The statement of one person for one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementDoc {
    /// Number of the person.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// `2026-10`.
    pub month: String,
    /// Whether it may be paid by.
    pub status: PayStatus,
    /// Tpp before cuts, in rupiah.
    pub tpp_gross: i64,
    /// What makes up the Tpp, part of the month by part.
    pub parts: Vec<DocPart>,
    /// Components of the Tpp, by what cuts are a share of.
    pub components: Vec<DocComponent>,
    /// What of the Tpp each criterion gives; none where the law gives the class amount undivided.
    #[serde(default)]
    pub criteria: Vec<DocComponent>,
    /// Cuts, in order of day.
    pub lines: Vec<DocLine>,
    /// Sum of the lines; never positive.
    pub deduction_total: i64,
    /// What is paid.
    pub tpp_net: i64,
    /// Digest of the law.
    pub law_version: String,
    /// Digest of the facts.
    pub facts_digest: String,
    /// Values of the law behind it that are neither confirmed nor signed off.
    pub unverified_values: u64,
    /// What keeps it from being final, as codes: `law-unverified`, `month-not-over`,
    /// `productivity-missing`, `law-silent`.
    pub open: Vec<String>,
    /// What the law is silent about, if that stopped the computation.
    pub silent: Option<SilentLaw>,
}

/// Something that the law says nothing about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilentLaw {
    /// What was asked for, as the law files name it: `class-amounts 16`.
    pub what: String,
    /// The day asked about.
    pub on: Date,
}

impl SilentLaw {
    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        Phrase::new("statement-silent-about").with("what", &self.what).with("on", self.on)
    }
}

impl From<&NotInForce> for SilentLaw {
    fn from(silent: &NotInForce) -> Self {
        Self { what: silent.title.clone(), on: silent.date }
    }
}

impl From<SilentLaw> for NotInForce {
    fn from(silent: SilentLaw) -> Self {
        Self { title: silent.what, date: silent.on }
    }
}

/// A part of the month with one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocPart {
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Kelas jabatan.
    pub class: Option<u8>,
    /// Amount of the class for a whole month.
    pub class_amount: i64,
    /// Share left by employment and reason: `80%`.
    pub factor: String,
    /// Why, as a code.
    pub reason: Option<String>,
    /// Part of the month: `100%`, `16/31`.
    pub portion: String,
    /// What is due.
    pub amount: i64,
    /// Act and article of the amount.
    pub source: Option<(String, String)>,
    /// Act and article of the factor.
    pub factor_source: Option<(String, String)>,
}

/// A component of the Tpp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocComponent {
    /// Its name in the law files.
    pub name: String,
    /// How people call it.
    pub title: String,
    /// Before cuts.
    pub amount: i64,
}

/// One cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocLine {
    /// The day; for a sum over the month, the last day that added to it.
    pub date: String,
    /// What the act calls it: `TL2`.
    pub code: String,
    /// Name of the rule in the law files.
    pub rule: String,
    /// How people call the rule.
    pub title: String,
    /// Minutes, where the rule measures minutes; else 0.
    pub minutes: u32,
    /// How much was measured: minutes, days or cases.
    pub units: u32,
    /// Share of the base in basis points, to the nearest.
    pub rate_bp: i64,
    /// The share exactly: `0.5%`, `1/22`.
    pub rate: String,
    /// The base in rupiah.
    pub base: i64,
    /// Never positive, but for a cap, which gives back.
    pub amount: i64,
    /// Readings of the scans that count on the days that made it.
    pub punches: Vec<String>,
    /// Days of the month that made it.
    pub days: Vec<i8>,
    /// Act, as cited.
    pub act: String,
    /// Article.
    pub article: String,
    /// `confirmed`, `secondary` or `assumed`.
    pub law_status: String,
    /// Id of the value of the law.
    pub provision: String,
}

impl DocLine {
    /// What was measured, in words: the rule, its minutes, and over how many days where several
    /// made the line.
    #[must_use]
    pub fn what(&self) -> Phrase {
        let title = Phrase::verbatim(&self.title);
        let days = i64::try_from(self.days.len()).unwrap_or(i64::MAX);
        match (self.minutes, self.days.len()) {
            (0, 0 | 1) => title,
            (minutes, 0 | 1) => {
                Phrase::new("statement-line-minutes").with("title", title).with("minutes", minutes)
            }
            (0, _) => Phrase::new("statement-line-days").with("title", title).with("days", days),
            (minutes, _) => Phrase::new("statement-line-minutes-days")
                .with("title", title)
                .with("minutes", minutes)
                .with("days", days),
        }
    }

    /// Whether it gives back what a cap does not allow: its share and base are the most that may
    /// be cut, not the amount.
    #[must_use]
    pub fn is_cap(&self) -> bool {
        self.amount > 0
    }
}

impl StatementDoc {
    /// Resolves a statement.
    pub(crate) fn of(
        statement: &Statement<'_>,
        state: &PersonState,
        records: &[DayRecord],
        law: &Law,
        unverified: usize,
        (law_version, facts_digest): (&str, &str),
        month_over: bool,
    ) -> Self {
        let source = |id| {
            let provision = law.provisions.get(id);
            (law.provisions.cite(id).to_owned(), provision.article.clone())
        };
        let open: Vec<String> = [
            (unverified > 0, "law-unverified"),
            (!month_over, "month-not-over"),
            (statement.productivity_missing, "productivity-missing"),
        ]
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, code)| code.to_owned())
        .collect();
        Self {
            status: if open.is_empty() { PayStatus::Final } else { PayStatus::Simulasi },
            tpp_gross: statement.gross.0,
            parts: statement
                .parts
                .iter()
                .map(|part| DocPart {
                    from: part.from.to_string(),
                    until: part.until.to_string(),
                    class: part.class,
                    class_amount: part.class_amount.0,
                    factor: part.factor.to_string(),
                    reason: part.reason.map(str::to_owned),
                    portion: part.portion.to_string(),
                    amount: part.amount.0,
                    source: part.provision.map(source),
                    factor_source: part.factor_provision.map(source),
                })
                .collect(),
            components: components(&statement.components),
            criteria: components(&statement.criteria),
            lines: statement.lines.iter().map(|line| doc_line(line, records, law)).collect(),
            deduction_total: statement.deduction.0,
            tpp_net: statement.net.0,
            unverified_values: unverified as u64,
            open,
            ..Self::blank(state, statement.month, law_version, facts_digest)
        }
    }

    /// A statement that could not be computed, because the law is silent.
    pub(crate) fn silent(
        state: &PersonState,
        month: Month,
        silent: &NotInForce,
        (law_version, facts_digest): (&str, &str),
    ) -> Self {
        Self {
            open: vec!["law-silent".to_owned()],
            silent: Some(silent.into()),
            ..Self::blank(state, month, law_version, facts_digest)
        }
    }

    fn blank(state: &PersonState, month: Month, law_version: &str, facts_digest: &str) -> Self {
        Self {
            nip: state.nip.to_string(),
            name: state.name.clone(),
            skpd: state.skpd.to_string(),
            month: month.to_string(),
            status: PayStatus::Simulasi,
            tpp_gross: 0,
            parts: Vec::new(),
            components: Vec::new(),
            criteria: Vec::new(),
            lines: Vec::new(),
            deduction_total: 0,
            tpp_net: 0,
            law_version: law_version.to_owned(),
            facts_digest: facts_digest.to_owned(),
            unverified_values: 0,
            open: Vec::new(),
            silent: None,
        }
    }

    /// Its canonical bytes: the same statement gives the same bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a statement has no map with keys that are no text")
    }

    /// Reads what [`StatementDoc::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// What serde says if the bytes are of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

fn components(of: &[Component<'_>]) -> Vec<DocComponent> {
    let component = |component: &Component<'_>| DocComponent {
        name: component.name.to_owned(),
        title: component.title.to_owned(),
        amount: component.amount.0,
    };
    of.iter().map(component).collect()
}

fn doc_line(line: &Line<'_>, records: &[DayRecord], law: &Law) -> DocLine {
    let provision = law.provisions.get(line.provision);
    let punches = records
        .iter()
        .filter(|record| line.days.has(record.date))
        .flat_map(|record| {
            let at = |second: i32| {
                Wall::midnight(record.date).plus_seconds(i64::from(second)).to_string()
            };
            [record.arrived.map(at), record.left.map(at)].into_iter().flatten()
        })
        .collect();
    DocLine {
        date: line.date.to_string(),
        code: line.code.to_owned(),
        rule: line.rule.to_owned(),
        title: provision.title.clone(),
        minutes: if line.in_minutes { line.units } else { 0 },
        units: line.units,
        rate_bp: line.rate.rounded_basis_points(),
        rate: line.rate.to_string(),
        base: line.base.0,
        amount: line.amount.0,
        punches,
        days: line.days.iter().collect(),
        act: law.provisions.cite(line.provision).to_owned(),
        article: provision.article.clone(),
        law_status: provision.status.code().to_owned(),
        provision: provision.id.clone(),
    }
}
