//! What a form for leave, duty or permission has to ask for, so that nobody fills in what the kind
//! does not need.

use civil::{Nip, PersonId};
use jiff::civil::Date;
use rules::{
    excuse::ExcuseClass,
    law::leave::{KindRule, LocalKind, Post, Proof},
    leave::Seen,
};
use storage::people::PersonState;

use super::{LeaveKind, ledger::post_of};
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// What one kind asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveForm {
    /// The kind.
    pub kind: LeaveKind,
    /// Whether it may be asked for by hours.
    pub hours: bool,
    /// Which place is asked for.
    pub place: LeavePlace,
    /// Whether it rests on a letter whose number is asked for.
    pub letter: bool,
    /// Whether it is asked which child is born.
    pub child: bool,
    /// Reasons that the law names.
    pub reasons: NamedReasons,
}

/// Reasons for a kind that the law names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedReasons {
    /// Their word and how people call them.
    pub named: Vec<(String, String)>,
    /// Whether one of them must be given.
    pub required: bool,
}

/// Which place a kind asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavePlace {
    /// None.
    None,
    /// Where the person can be reached during leave.
    Address,
    /// Where the work is.
    Work,
}

impl LeavePlace {
    fn of(class: ExcuseClass) -> Self {
        match class {
            ExcuseClass::Leave => Self::Address,
            ExcuseClass::Duty | ExcuseClass::Wfa => Self::Work,
            ExcuseClass::Permission => Self::None,
        }
    }
}

impl Office {
    /// The kinds that a person can ask for today, statutory ones first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`].
    pub async fn leave_choices(
        &self,
        actor: &Actor,
        nip: &Nip,
    ) -> Result<Vec<LeaveKind>, OfficeError> {
        let state = self.asking_state(actor, nip).await?;
        Ok(self.leave_kinds(state.employment, self.today()))
    }

    /// What one of those kinds asks the person for; `None` for a kind that is not among them.
    ///
    /// # Errors
    ///
    /// As [`Office::leave_choices`].
    pub async fn leave_form(
        &self,
        actor: &Actor,
        nip: &Nip,
        code: &str,
    ) -> Result<Option<LeaveForm>, OfficeError> {
        let state = self.asking_state(actor, nip).await?;
        let today = self.today();
        let kinds = self.leave_kinds(state.employment, today);
        let kind = kinds.into_iter().find(|kind| kind.code == code);
        Ok(kind.map(|kind| self.form_of(kind, &state, today)))
    }

    fn form_of(&self, kind: LeaveKind, state: &PersonState, on: Date) -> LeaveForm {
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        let class = kind.counts_as.class();
        let form = LeaveForm {
            hours: false,
            place: LeavePlace::of(class),
            letter: class == ExcuseClass::Duty,
            child: false,
            reasons: NamedReasons::default(),
            kind,
        };
        if form.kind.title.is_some() {
            return match seen.local(&form.kind.code, on) {
                Ok(local) => form.with_local(local),
                Err(_) => form,
            };
        }
        let post: Post = post_of(state);
        match seen.rule(form.kind.counts_as, (state.employment, post), on) {
            Ok(rule) => form.with_rule(rule),
            Err(_) => form,
        }
    }

    /// What holds today about a person who may be asked for by the actor.
    async fn asking_state(&self, actor: &Actor, nip: &Nip) -> Result<PersonState, OfficeError> {
        let facts = self.store.facts_by_nip(nip).await?;
        let last = facts.last().map(|fact| (fact.person, &fact.state));
        let Some((person, last)): Option<(PersonId, &PersonState)> = last else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        let state = state_on(&facts, self.today()).unwrap_or(last).clone();
        actor.require(Permission::Ask, Scope::Person(person, &state.skpd))?;
        Ok(state)
    }
}

impl LeaveForm {
    fn with_rule(self, rule: &KindRule) -> Self {
        let title =
            |reason: &rules::law::leave::Reason| (reason.code.clone(), reason.title.clone());
        let place = if rule.needs_place { LeavePlace::Work } else { self.place };
        Self {
            hours: rule.hours,
            place,
            letter: self.letter || rule.proofs.iter().any(|tier| tier.proof == Proof::SuratTugas),
            child: rule.children_max.is_some(),
            reasons: NamedReasons {
                named: rule.reasons.iter().map(title).collect(),
                required: rule.needs_reason,
            },
            ..self
        }
    }

    fn with_local(self, local: &LocalKind) -> Self {
        let letter = self.letter || local.proof == Some(Proof::SuratTugas);
        Self { hours: local.hours, letter, ..self }
    }
}
