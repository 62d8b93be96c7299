//! The law on results of work: which predikat two expectations make (`PermenPANRB` 6/2022).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    aspect::Aspect,
    dated::{Dated as _, Topic, dated},
    discipline::words,
    read::Reading,
};

words! {
    /// How results of work, or behaviour, stand to what was expected (`PermenPANRB` 6/2022).
    Expectation {
        /// Above it.
        Above = "di-atas",
        /// As expected.
        Met = "sesuai",
        /// Below it.
        Below = "di-bawah",
    }
}

/// What two expectations make.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuadrantRow {
    /// Results of work.
    #[serde(rename = "hasil")]
    pub results: Expectation,
    /// Behaviour.
    #[serde(rename = "perilaku")]
    pub behaviour: Expectation,
    /// Predikat, as a code: `sangat-baik`.
    pub predikat: String,
}

dated! {
    /// Which predikat results and behaviour make together.
    Quadrant {
        /// Each of the nine pairs once.
        rows: Vec<QuadrantRow>,
    }
}

impl Aspect for Quadrant {}

impl Quadrant {
    /// The predikat of a pair.
    ///
    /// # Panics
    ///
    /// Never of a law that was read, which has every pair.
    #[must_use]
    pub fn predikat(&self, results: Expectation, behaviour: Expectation) -> &str {
        let row = self.rows.iter().find(|row| (row.results, row.behaviour) == (results, behaviour));
        &row.expect("every pair was checked when the law was read").predikat
    }
}

/// Each pair makes one predikat.
pub(super) fn check(topic: Option<&Topic<Quadrant>>, reading: &mut Reading<'_>) {
    for value in topic.iter().flat_map(|topic| &topic.values) {
        for results in Expectation::ALL {
            for behaviour in Expectation::ALL {
                let is_it =
                    |row: &&QuadrantRow| (row.results, row.behaviour) == (*results, *behaviour);
                let count = value.rows.iter().filter(is_it).count();
                if count != 1 {
                    let message = format!(
                        "names hasil {results} with perilaku {behaviour} {count} times; each pair \
                         makes one predikat"
                    );
                    reading.fault(value.head().place, message);
                }
            }
        }
    }
}
