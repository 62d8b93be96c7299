//! What was found and what is frozen, laid out.

use civil::{Month, Skpd, Wall, Zone};
use jiff::Timestamp;
use office::{
    Actor, Permission,
    allowance::closing::{
        Check, CheckKind, Drifted, ShownClosing, Target, VerifiedClosing, Weight,
    },
};
use words::{Arg, Phrase};

use super::show::Typed;
use crate::{
    pages::closing::{
        CheckShown, ClosingShown, DriftShown, Frozen, NamedPerson, Severity, VerifiedShown,
    },
    paths,
    routes::audit::who,
};

/// Whose month is looked at, and by whom.
pub(super) struct Place<'a> {
    pub(super) actor: &'a Actor,
    pub(super) skpd: &'a Skpd,
    pub(super) month: Month,
    pub(super) zone: Zone,
}

pub(super) fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Place<'_> {
    fn person(&self, nip: &str, name: &str) -> NamedPerson {
        NamedPerson {
            name: name.to_owned(),
            nip: nip.to_owned(),
            href: paths::person_month(nip, self.month.first()),
        }
    }

    /// The page on which something found is mended, if there is one that the actor may open.
    fn mended_at(&self, target: Target) -> Option<String> {
        let first = self.month.first();
        let (permission, href) = match target {
            Target::Requests => (Permission::Decide, paths::DECISIONS.to_owned()),
            Target::Quarantine => {
                (Permission::SeeTerminals, format!("{}#quarantine-title", paths::TERMINALS))
            }
            Target::UnknownPins => {
                (Permission::SeeTerminals, format!("{}#pins-title", paths::TERMINALS))
            }
            Target::Terminals => {
                (Permission::SeeTerminals, format!("{}#silent-title", paths::TERMINALS))
            }
            Target::Law => {
                (Permission::SeeUnit, format!("{}?on={}", paths::LAW, self.month.last()))
            }
            Target::Sheet => (Permission::SeeUnit, paths::unit_month(self.skpd.as_str(), first)),
            Target::Results => {
                (Permission::SeeUnit, paths::unit_performance(self.skpd.as_str(), first))
            }
            // Each person is a link of its own; another unit's closing is asked of that unit.
            Target::People | Target::Closing => return None,
        };
        self.actor.may_somewhere(permission).then_some(href)
    }

    pub(super) fn check(&self, check: &Check, typed: &Typed) -> CheckShown {
        let code = check.code.code();
        let reason = typed.get(&format!("reason-{code}")).cloned().unwrap_or_default();
        CheckShown {
            code,
            what: check_said(code),
            severity: match check.weight {
                Weight::Blocks => Severity::Blocks,
                Weight::Acknowledge => Severity::Acknowledge,
                Weight::Warns => Severity::Warns,
            },
            count: number(check.count),
            href: self.mended_at(check.target),
            people: check.people.iter().map(|one| self.person(&one.nip, &one.name)).collect(),
            reason,
        }
    }

    pub(super) fn closing(&self, shown: &ShownClosing) -> ClosingShown {
        let count = |number: u32| Arg::Count(i64::from(number));
        let title = match shown.main {
            Some(main) => Phrase::new("closing-supplement-to").with("main", count(main)),
            None => Phrase::new("closing-number"),
        };
        // Beside "reopened" a bare name would be taken for who reopened it.
        let by_whom =
            |key: &str, by: &str, at| Phrase::new(key).with("who", who(by)).with("at", self.at(at));
        let mut by = match &shown.reopened_by {
            None => vec![by_whom("closing-by", &shown.by, shown.at)],
            Some(reopening) => vec![
                by_whom("closing-closed-by", &shown.by, shown.at),
                by_whom("closing-reopened-by", &reopening.by, reopening.at),
            ],
        };
        by.extend(
            shown.former.map(|of| Phrase::new("closing-in-place-of").with("number", count(of))),
        );
        let own = paths::closing(self.skpd.as_str(), self.month.first());
        let noted = shown.noted.iter().map(|noted| {
            let known = CheckKind::from_code(&noted.code);
            let what =
                known.map_or_else(|| Phrase::verbatim(&noted.code), |kind| check_said(kind.code()));
            (what, number(noted.count), noted.reason.clone())
        });
        let signatures = shown.signatures.iter().map(|signature| {
            Phrase::new("page-closing-signed")
                .with("role", Phrase::new(format!("role-{}", signature.role)))
                .with("name", &signature.name)
                .with("nip", &signature.nip)
                .with("at", self.at(signature.at))
        });
        ClosingShown {
            title: title.with("number", count(shown.number)),
            number: shown.number,
            state: state_said(&shown.stage),
            style: style(&shown.stage),
            by,
            frozen: Frozen {
                people: number(shown.people),
                gross: shown.gross,
                net: shown.net,
                digest: shown.digest.clone(),
                law_version: shown.law_version.clone(),
                engine: shown.engine.clone(),
                counts_until: shown.counts_until.as_ref().and_then(|day| day.parse().ok()),
            },
            noted: noted.collect(),
            signatures: signatures.collect(),
            waits: shown.waits_for(self.skpd).map(|role| {
                let role = Phrase::new(format!("role-{role}"));
                Phrase::new("closing-waits-for").with("desk", role)
            }),
            sign: None,
            verify: format!("{own}?verify={}#proof", shown.number),
            why_reopened: shown.reopened.clone(),
        }
    }

    fn at(&self, instant: Timestamp) -> Phrase {
        Phrase::new("page-closing-at")
            .with("at", Wall::at(instant, self.zone).datetime())
            .with("zone", self.zone.name())
    }

    pub(super) fn drift(&self, one: &Drifted) -> DriftShown {
        let said = |code: &str| Phrase::new(format!("closing-cause-{code}"));
        DriftShown {
            who: self.person(&one.nip, &one.name),
            causes: one.causes.iter().map(|cause| said(cause.code())).collect(),
            net: one.net,
        }
    }
}

pub(super) fn verified(proof: &VerifiedClosing) -> VerifiedShown {
    let count = |count: u64| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let mut said = Vec::new();
    if proof.digest == proof.digest_now {
        said.push(Phrase::new("page-closing-digest-same"));
    } else {
        let other = Phrase::new("page-closing-digest-other");
        said.push(other.with("digest", &proof.digest_now));
    }
    if !proof.signatures_agree {
        said.push(Phrase::new("page-closing-signatures-other"));
    }
    said.push(
        Phrase::new("page-closing-same")
            .with("same", count(proof.same))
            .with("count", count(proof.statements)),
    );
    if !proof.differ.is_empty() {
        said.push(
            Phrase::new("page-closing-differ").with("count", count(proof.differ.len() as u64)),
        );
    }
    if !proof.facts_changed.is_empty() {
        let changed = proof.facts_changed.len() as u64;
        said.push(Phrase::new("page-closing-facts-changed").with("count", count(changed)));
    }
    VerifiedShown { number: proof.number, holds: proof.holds(), said, differ: proof.differ.clone() }
}

fn check_said(code: &str) -> Phrase {
    Phrase::new(format!("closing-check-{code}"))
}

/// Where a closing stands, in words.
pub(super) fn state_said(stage: &str) -> Phrase {
    Phrase::new(format!("closing-state-{stage}"))
}

/// The style of its mark.
pub(super) fn style(stage: &str) -> &'static str {
    match stage {
        "signed" => "granted",
        "reopened" => "over",
        _ => "waits",
    }
}
