//! Person by person: what both systems say, and what differs.

use std::collections::{BTreeMap, HashMap, HashSet};

use civil::{Month, Nip, Skpd};
use rules::day::DayRecord;

use super::{
    Ours, ShadowCause, ShadowDifference, ShadowFigure, ShadowMonth, ShadowReason, ShadowStep,
    ShadowSum, ShadowTotal, causes,
    read::{OldFile, Theirs},
    received::{self, Otherwise},
};
use crate::{
    OfficeError,
    allowance::{
        StatementDoc,
        payments::{PayDesk, Reckoned},
    },
    presence::PersonMonth,
};

/// What is being compared.
pub(super) struct Comparison {
    theirs: BTreeMap<Nip, Theirs>,
    steps: Vec<ShadowStep>,
    told: ShadowMonth,
}

impl Comparison {
    pub(super) fn of(
        month: Month,
        skpd: Option<&Skpd>,
        file: OldFile,
        others: &HashSet<Nip>,
    ) -> Self {
        let OldFile { people: mut theirs, bad, ignored, has_after_cuts, has_received } = file;
        let all = theirs.len();
        theirs.retain(|nip, _| !others.contains(nip));
        let steps = [(ShadowStep::AfterCuts, has_after_cuts), (ShadowStep::Received, has_received)];
        let steps: Vec<ShadowStep> =
            steps.into_iter().filter(|(_, has)| *has).map(|(step, _)| step).collect();
        let told = ShadowMonth {
            month: month.to_string(),
            skpd: skpd.map(ToString::to_string),
            rows: theirs.len() as u64,
            elsewhere: (all - theirs.len()) as u64,
            same: 0,
            sums: steps.iter().map(|step| ShadowSum { step: *step, theirs: 0, ours: 0 }).collect(),
            totals: Vec::new(),
            differences: Vec::new(),
            bad,
            ignored_columns: ignored,
        };
        Self { theirs, steps, told }
    }

    /// Compares somebody who is paid here.
    pub(super) fn person(
        &mut self,
        month: Month,
        (of, records, doc): (&PersonMonth, Vec<DayRecord>, StatementDoc),
        desk: &mut PayDesk<'_>,
    ) -> Result<(), OfficeError> {
        let Some(state) = of.state_in(month) else { return Ok(()) };
        let reckoned = Reckoned { person: of.person, state, statement: &doc };
        let handed = desk.handed(&reckoned)?;
        let ours = Ours { doc: doc.clone(), records, handed };
        let their = self.theirs.remove(&state.nip);
        let mut failed = None;
        let mut otherwise = |tpp_net| {
            let between = desk.between(&reckoned, tpp_net);
            between.unwrap_or_else(|error| {
                failed = Some(error);
                None
            })
        };
        self.compare(their.as_ref(), Some(&ours), &mut otherwise);
        failed.map_or(Ok(()), Err)
    }

    /// Compares every figure of a person, whom one of both may not know.
    fn compare(
        &mut self,
        theirs: Option<&Theirs>,
        ours: Option<&Ours>,
        otherwise: &mut Otherwise<'_>,
    ) {
        let mut figures = Vec::new();
        for (step, sum) in self.steps.iter().zip(&mut self.told.sums) {
            let their = theirs.map(|theirs| match step {
                ShadowStep::AfterCuts => theirs.after_cuts,
                ShadowStep::Received => theirs.received,
            });
            // A row that leaves a figure out says nothing of it.
            if their == Some(None) {
                continue;
            }
            let (their, our) = (their.flatten(), ours.map(|ours| ours.figure(*step)));
            sum.theirs += their.unwrap_or(0);
            sum.ours += our.unwrap_or(0);
            let difference = their.unwrap_or(0) - our.unwrap_or(0);
            if difference == 0 && !ours.is_some_and(|ours| ours.is_silent(*step)) {
                continue;
            }
            let whole = |reason| vec![ShadowCause::of(reason, Some(difference))];
            let causes = match (theirs.zip(their), ours) {
                (None, _) => whole(ShadowReason::UnknownThere),
                (Some(_), None) => whole(ShadowReason::UnknownHere),
                (Some(_), Some(ours)) if ours.is_silent(*step) => whole(ShadowReason::LawSilent),
                (Some((theirs, said)), Some(ours)) => match step {
                    ShadowStep::AfterCuts => {
                        causes::of_after_cuts((said, difference), theirs, ours)
                    }
                    ShadowStep::Received => {
                        received::of_received((said, difference), theirs, ours, otherwise)
                    }
                },
            };
            figures.push(ShadowFigure {
                step: *step,
                theirs: their,
                ours: our,
                difference,
                causes,
            });
        }
        if figures.is_empty() {
            // Who is paid nothing here and is missing there is no row that agrees.
            self.told.same += u64::from(theirs.is_some());
            return;
        }
        let nip = theirs.map(|theirs| theirs.nip.to_string());
        let doc = ours.map(|ours| &ours.doc);
        self.told.differences.push(ShadowDifference {
            nip: nip.or_else(|| doc.map(|doc| doc.nip.clone())).unwrap_or_default(),
            name: doc.map_or_else(String::new, |doc| doc.name.clone()),
            skpd: doc.map_or_else(String::new, |doc| doc.skpd.clone()),
            figures,
        });
    }

    /// What came of it, with those whom nobody here is.
    pub(super) fn told(mut self) -> ShadowMonth {
        for theirs in std::mem::take(&mut self.theirs).values() {
            self.compare(Some(theirs), None, &mut |_| None);
        }
        let mut told = self.told;
        let mut totals: HashMap<(ShadowStep, ShadowReason), (u64, i64)> = HashMap::new();
        for figure in told.differences.iter().flat_map(|difference| &difference.figures) {
            for cause in &figure.causes {
                let total = totals.entry((figure.step, cause.cause)).or_default();
                *total = (total.0 + 1, total.1 + cause.amount.unwrap_or(0));
            }
        }
        told.totals = totals
            .into_iter()
            .map(|((step, cause), (people, amount))| ShadowTotal { step, cause, people, amount })
            .collect();
        told.totals.sort_by_key(|total| (total.step, std::cmp::Reverse(total.people), total.cause));
        told.differences.sort_by(|a, b| (b.size(), &a.nip).cmp(&(a.size(), &b.nip)));
        told
    }
}
