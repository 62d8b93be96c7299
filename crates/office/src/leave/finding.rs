//! What a request for leave runs into, as it is told and kept.

use rules::{
    law::Law,
    leave::{Finding, Value, Weight, WfaFinding, What},
};
use serde::{Deserialize, Serialize};
use words::{Arg, Phrase};

/// Something that a request runs into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveFinding {
    /// What, so that it can be kept.
    pub noted: NotedFinding,
    /// Whether it cannot be asked for like this; else whoever decides should know it.
    pub refuses: bool,
    /// Act and article, where a value of the law says so.
    pub source: Option<(String, String)>,
}

/// A finding as it is kept with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedFinding {
    /// Key of its sentence in `words`.
    pub key: String,
    /// Values of the sentence, by name.
    pub values: Vec<(String, NotedValue)>,
}

/// A value of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotedValue {
    /// A number.
    Count(i64),
    /// Words as they are.
    Text(String),
    /// A day.
    Date(jiff::civil::Date),
    /// The month that a day lies in.
    Month(jiff::civil::Date),
    /// Key of a sentence of its own.
    Key(String),
}

impl NotedFinding {
    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let named = |name: &str| NAMES.into_iter().find(|known| *known == name);
        let values = self.values.iter().filter_map(|(name, value)| Some((named(name)?, value)));
        values.fold(Phrase::new(&*self.key), |phrase, (name, value)| {
            let arg = match value {
                NotedValue::Count(count) => Arg::Count(*count),
                NotedValue::Text(text) => Arg::Text(text.clone()),
                NotedValue::Date(date) => Arg::Date(*date),
                NotedValue::Month(first) => Arg::Month(*first),
                NotedValue::Key(key) => Arg::Phrase(Phrase::new(&**key)),
            };
            phrase.with(name, arg)
        })
    }
}

/// Names of values in sentences on findings.
const NAMES: [&str; 12] = [
    "employment",
    "date",
    "month",
    "year",
    "days",
    "kind",
    "from",
    "until",
    "limit",
    "proof",
    "most",
    "count",
];

impl LeaveFinding {
    pub(super) fn of(finding: &Finding, law: &Law) -> Self {
        let source = finding
            .provision
            .map(|id| (law.provisions.cite(id).to_owned(), law.provisions.get(id).article.clone()));
        Self {
            noted: NotedFinding::of(&finding.what),
            refuses: finding.weight == Weight::Refuses,
            source,
        }
    }

    pub(super) fn of_wfa(finding: WfaFinding, source: (String, String)) -> Self {
        let count = match finding {
            WfaFinding::UnitExcluded => None,
            WfaFinding::ShareReached(count) => Some(i64::from(count)),
            WfaFinding::WeekReached(count) => Some(i64::from(count)),
        };
        let values = count.map(|count| ("count".to_owned(), NotedValue::Count(count)));
        let key = format!("leave-wfa-{}", finding.code());
        let noted = NotedFinding { key, values: values.into_iter().collect() };
        Self { noted, refuses: true, source: Some(source) }
    }
}

impl NotedFinding {
    pub(super) fn of(what: &What) -> Self {
        let value = |value| match value {
            Value::Count(count) => NotedValue::Count(count.into()),
            Value::Year(year) => NotedValue::Text(year.to_string()),
            Value::Date(date) => NotedValue::Date(date),
            Value::Month(month) => NotedValue::Month(month.first()),
            Value::Kind(kind) => NotedValue::Key(format!("excuse-{}", kind.code())),
            Value::Proof(proof) => NotedValue::Key(format!("leave-proof-{}", proof.code())),
            Value::Employment(employment) => {
                NotedValue::Key(format!("role-employment-{}", employment.code()))
            }
        };
        let values = what.values().into_iter();
        Self {
            key: format!("leave-finding-{}", what.code()),
            values: values.map(|(name, of)| (name.to_owned(), value(of))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use civil::Employment;
    use jiff::civil::date;
    use rules::{excuse::ExcuseKind, law::leave::Proof};
    use words::{Lang, Words};

    use super::*;

    /// One of each finding.
    fn findings() -> Vec<What> {
        let (day, kind) = (date(2026, 10, 5), ExcuseKind::CutiTahunan);
        vec![
            What::Backwards,
            What::ImplausibleDates,
            What::NoRule(Employment::Pns),
            What::NotOpen(Employment::Pns),
            What::ServiceTooShort(day),
            What::BalanceExceeded { year: 2026, days: 2 },
            What::AnnualClosed(2026),
            What::AnnualOverdrawn { year: 2026, days: 2 },
            What::Overlaps { kind, from: day, until: day },
            What::TooLong { last: day, days: 2 },
            What::NeedsExtension(day),
            What::TooShort(3),
            What::TravelTooLong(3),
            What::YearlyLimit { year: 2026, limit: 3, days: 2 },
            What::ProofMissing(Proof::SuratDokter),
            What::ReasonMissing,
            What::ChildMissing,
            What::ChildBeyond { most: 3, instead: None },
            What::ChildBeyond { most: 3, instead: Some(kind) },
            What::HoursNotAllowed,
            What::HoursOverDays,
            What::PlaceMissing,
            What::ClosedMonth("2026-10".parse().unwrap()),
        ]
    }

    #[test]
    fn every_finding_is_a_sentence_in_both_languages() {
        let codes: BTreeSet<_> = findings().iter().map(What::code).collect();
        assert_eq!(codes, What::CODES.iter().copied().collect(), "one of each is tried");
        for what in findings() {
            let noted = NotedFinding::of(&what);
            for lang in Lang::ALL {
                let said = Words::say(lang, &noted.said());
                let raw = said.contains(&noted.key) || said.contains('{');
                assert!(!raw, "{} {}: {said}", lang.code(), what.code());
                let within = noted.values.iter().filter_map(|(_, value)| match value {
                    NotedValue::Key(key) => Some(key),
                    _ => None,
                });
                for key in within {
                    assert!(!said.contains(key.as_str()), "{}: {said}", lang.code());
                }
            }
        }
        let closed = NotedFinding::of(&What::ClosedMonth("2026-10".parse().unwrap()));
        assert!(Words::say(Lang::Id, &closed.said()).contains("Bulan Oktober 2026 sudah ditutup"));
    }
}
