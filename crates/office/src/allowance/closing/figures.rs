//! Statements held side by side: which figures came out otherwise.

use std::collections::{BTreeMap, BTreeSet};

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

/// A cut of a day as two statements have it.
#[derive(Default)]
struct Cut<'d> {
    title: &'d str,
    before: i64,
    after: i64,
    provisions: BTreeSet<&'d str>,
}

impl<'d> Cut<'d> {
    /// The cut that a line is part of.
    fn of<'c>(cuts: &'c mut Cuts<'d>, line: &'d DocLine) -> &'c mut Self {
        let cut = cuts
            .entry((&line.date, &line.code))
            .or_insert_with(|| Self { title: &line.title, ..Self::default() });
        cut.provisions.insert(&line.provision);
        cut
    }
}

/// Cuts by day and code.
type Cuts<'d> = BTreeMap<(&'d str, &'d str), Cut<'d>>;

/// Figures that differ, the gross first, then the cuts in order of day; their amounts add up to the
/// difference of what is paid. A statement that is not there is one of nothing.
pub(crate) fn changes(
    before: Option<&StatementDoc>,
    after: Option<&StatementDoc>,
) -> Vec<FigureChange> {
    let gross = |doc: Option<&StatementDoc>| doc.map_or(0, |doc| doc.tpp_gross);
    let mut changes = Vec::new();
    let (was, is) = (gross(before), gross(after));
    if was != is {
        changes.push(FigureChange {
            kind: FigureKind::Gross,
            date: None,
            code: String::new(),
            title: String::new(),
            before: was,
            after: is,
            provisions: Vec::new(),
        });
    }
    let mut cuts = Cuts::new();
    for line in before.iter().flat_map(|doc| &doc.lines) {
        Cut::of(&mut cuts, line).before += line.amount;
    }
    for line in after.iter().flat_map(|doc| &doc.lines) {
        Cut::of(&mut cuts, line).after += line.amount;
    }
    let differing = cuts.into_iter().filter(|(_, cut)| cut.before != cut.after);
    changes.extend(differing.map(|((date, code), cut)| FigureChange {
        kind: FigureKind::Cut,
        date: Some(date.to_owned()),
        code: code.to_owned(),
        title: cut.title.to_owned(),
        before: cut.before,
        after: cut.after,
        provisions: cut.provisions.into_iter().map(str::to_owned).collect(),
    }));
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
