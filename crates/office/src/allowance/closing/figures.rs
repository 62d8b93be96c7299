//! Statements held side by side: which figures came out otherwise.

use serde::{Deserialize, Serialize};

use crate::allowance::{DocLine, StatementDoc};

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// The Tpp before cuts.
    Gross,
    /// A cut of a day.
    Cut,
}

impl FigureKind {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::Cut => "cut",
        }
    }
}

/// A figure that differs between two statements of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureChange {
    /// What it is.
    pub kind: FigureKind,
    /// The day of a cut.
    pub date: Option<String>,
    /// What the act calls a cut; empty for the gross.
    pub code: String,
    /// How people call the rule; empty for the gross.
    pub title: String,
    /// Rupiah before; zero where there was no such figure.
    pub before: i64,
    /// Rupiah after.
    pub after: i64,
    /// Values of the law behind it, before and after.
    pub provisions: Vec<String>,
}

impl FigureChange {
    /// What the person gets more by it, or, negative, less.
    #[must_use]
    pub fn amount(&self) -> i64 {
        self.after - self.before
    }
}

/// Figures that differ, the gross first, then the cuts in order of day; their amounts add up to the
/// difference of what is paid. A statement that is not there is one of nothing.
pub(crate) fn changes(
    before: Option<&StatementDoc>,
    after: Option<&StatementDoc>,
) -> Vec<FigureChange> {
    let gross = |doc: Option<&StatementDoc>| doc.map_or(0, |doc| doc.tpp_gross);
    let mut changes = vec![FigureChange {
        kind: FigureKind::Gross,
        date: None,
        code: String::new(),
        title: String::new(),
        before: gross(before),
        after: gross(after),
        provisions: Vec::new(),
    }];
    let lines = |doc: Option<&'_ StatementDoc>| -> Vec<DocLine> {
        doc.map_or_else(Vec::new, |doc| doc.lines.clone())
    };
    let (before, after) = (lines(before), lines(after));
    for line in before.iter().chain(&after) {
        let is_it = |other: &DocLine| other.date == line.date && other.code == line.code;
        let place = changes
            .iter()
            .position(|done| done.date.as_ref() == Some(&line.date) && done.code == line.code);
        if place.is_some() {
            continue;
        }
        let sum = |lines: &[DocLine]| {
            lines.iter().filter(|other| is_it(other)).map(|line| line.amount).sum()
        };
        let mut provisions: Vec<String> = before
            .iter()
            .chain(&after)
            .filter(|other| is_it(other))
            .map(|line| line.provision.clone())
            .collect();
        provisions.sort();
        provisions.dedup();
        changes.push(FigureChange {
            kind: FigureKind::Cut,
            date: Some(line.date.clone()),
            code: line.code.clone(),
            title: line.title.clone(),
            before: sum(&before),
            after: sum(&after),
            provisions,
        });
    }
    changes.retain(|change| change.before != change.after);
    changes.sort_by(|a, b| (a.kind, &a.date, &a.code).cmp(&(b.kind, &b.date, &b.code)));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allowance::closing::testing::{doc, line};

    #[test]
    fn differences_add_up_to_what_is_paid_more_or_less() {
        let before = doc(1_000, vec![line(3, "TL1", -10), line(4, "TK", -30)]);
        let after = doc(900, vec![line(3, "TL1", -10), line(3, "PSW1", -5), line(4, "TK", -27)]);
        let found = changes(Some(&before), Some(&after));
        let told: Vec<_> =
            found.iter().map(|change| (change.code.as_str(), change.amount())).collect();
        assert_eq!(told, [("", -100), ("PSW1", -5), ("TK", 3)]);
        let sum: i64 = found.iter().map(FigureChange::amount).sum();
        assert_eq!(sum, after.tpp_net - before.tpp_net);
        assert_eq!(changes(Some(&before), Some(&before)), []);
        let gone: i64 = changes(Some(&before), None).iter().map(FigureChange::amount).sum();
        assert_eq!(gone, -before.tpp_net);
    }
}
