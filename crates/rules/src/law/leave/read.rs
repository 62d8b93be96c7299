//! Settling the tables below `[leave]`, and what they must not do.

use super::{Approver, Chain, KindRule, LeaveLaw, LocalKind, ProofTier};
use crate::{
    excuse::ExcuseKind,
    law::{
        Law, Topic,
        aspect::Aspect,
        dated::Dated,
        read::{Reading, named},
    },
};

/// Name of the chain of every kind without one of its own.
pub(crate) const DEFAULT_CHAIN: &str = "default";

impl Aspect for KindRule {
    fn aspect(&self) -> Option<String> {
        let people = self.employment.iter().map(|employment| employment.code());
        let posts = self.posts.iter().map(|post| post.code());
        Some(people.chain(posts).collect::<Vec<_>>().join("+"))
    }
}

impl Aspect for Chain {
    fn aspect(&self) -> Option<String> {
        Some(self.applicant.code().to_owned())
    }
}

impl Aspect for LocalKind {}

/// Checks the tables of a file, numbers their values, and puts them beside those already read.
pub(in crate::law) fn merge(law: &mut Law, file: LeaveLaw, reading: &mut Reading<'_>) {
    for (name, topic) in &file.kinds {
        kind_exists(name, topic, reading);
        for value in &topic.values {
            kind(value, reading);
        }
        for_one_value_each(topic, reading);
    }
    for (name, topic) in &file.chains {
        if name != DEFAULT_CHAIN {
            kind_exists(name, topic, reading);
        }
        for value in topic.values.iter().filter(|value| value.steps.is_empty()) {
            reading.fault(value.head().place, "has no step; add at least one");
        }
    }
    let provisions = &mut law.provisions;
    named(&mut law.leave.kinds, file.kinds, "leave.kind", provisions, reading);
    named(&mut law.leave.chains, file.chains, "leave.chain", provisions, reading);
    named(&mut law.leave.locals, file.locals, "leave.local", provisions, reading);
}

fn kind_exists<T>(name: &str, topic: &Topic<T>, reading: &mut Reading<'_>) {
    if let Err(error) = name.parse::<ExcuseKind>() {
        let message = format!("{error}; a kind of your own goes to [leave.local.{name}]");
        reading.fault(topic.title.span().start, message);
    }
}

fn kind(value: &KindRule, reading: &mut Reading<'_>) {
    let place = value.head().place;
    if value.employment.is_empty() {
        reading.fault(place, "is for nobody; name the kinds of employment");
    }
    let open = value.longest.is_some() || value.annual.is_some() || !value.proofs.is_empty();
    if value.closed && open {
        reading.fault(place, "is closed, so it has no length, grant or proof; take them out");
    }
    if value.needs_reason && value.reasons.is_empty() {
        reading.fault(place, "needs a reason but names none; list them under reasons");
    }
    if let Some(annual) = &value.annual {
        let totals =
            [annual.one_year_total_max, annual.two_years_total_max, annual.postponed_total_max];
        if totals.iter().any(|total| *total < annual.days) {
            reading.fault(place, "carries over to fewer days than a year grants; check the totals");
        }
    }
    proofs(&value.proofs, place, reading);
}

fn proofs(tiers: &[ProofTier], place: usize, reading: &mut Reading<'_>) {
    let mut next = Some(1);
    for tier in tiers {
        if next != Some(tier.from) || tier.to.is_some_and(|to| to < tier.from) {
            let message = format!(
                "proof from {} days does not follow the one before; begin at 1, leave no gap",
                tier.from
            );
            reading.fault(place, message);
        }
        next = tier.to.and_then(|to| to.checked_add(1));
    }
    if !tiers.is_empty() && next.is_some() {
        reading.fault(place, "asks for no proof of the longest leave; leave the last end open");
    }
}

/// Two values for the same people on the same day would leave it to chance which holds.
fn for_one_value_each(topic: &Topic<KindRule>, reading: &mut Reading<'_>) {
    let same_people = |a: &KindRule, b: &KindRule| {
        a.aspect() != b.aspect()
            && a.employment.iter().any(|employment| b.employment.contains(employment))
            && a.posts.is_empty() == b.posts.is_empty()
            && (a.posts.is_empty() || a.posts.iter().any(|post| b.posts.contains(post)))
    };
    for (index, value) in topic.values.iter().enumerate() {
        let head = value.head();
        let clash = topic.values.iter().take(index).find(|other| {
            let other_head = other.head();
            same_people(value, other)
                && other_head.until.is_none_or(|until| head.from <= until)
                && head.until.is_none_or(|until| other_head.from <= until)
        });
        if let Some(clash) = clash {
            let message = format!(
                "is for people whom the value of {} is for too; give each their own, or end that one",
                clash.head().from
            );
            reading.fault(head.place, message);
        }
    }
}

/// What may not be delegated is decided by the Bupati; found when all files are read.
pub(in crate::law) fn across_files(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    for (name, topic) in &law.leave.kinds {
        if !topic.values.iter().any(|value| value.not_delegable) {
            continue;
        }
        let values = |name: &str| {
            law.leave.chains.get(name).map_or(&[][..], |topic| topic.values.as_slice())
        };
        let own = values(name);
        // The default decides for whom the kind has no chain of its own.
        let default = values(DEFAULT_CHAIN)
            .iter()
            .filter(|chain| !own.iter().any(|own| own.applicant == chain.applicant));
        for chain in own.iter().chain(default) {
            let last = chain.steps.last().map(|step| step.by);
            if last.is_some_and(|last| last != Approver::Bupati) {
                let provision = law.provisions.get(chain.head().provision);
                let message = format!(
                    "lets another than the Bupati grant {name}, which may not be delegated; end \
                     [leave.chain.{name}] at bupati for {}",
                    chain.applicant.code()
                );
                wrong.push((provision.file.clone(), provision.line, message));
            }
        }
    }
}
