//! A case as a file: what happened, what is next and by when, what came late.

use std::collections::HashMap;

use civil::PersonId;
use jiff::civil::Date;
use rules::{
    discipline::{
        case::{CaseFile, CaseState, Due, Late, Objection, Procedure, Silent, Stage, StepKind},
        letters::LetterFacts,
    },
    law::discipline::{Capacity, Post},
};
use serde::Serialize;
use storage::people::PersonState;

use super::{
    CutWaiting, LetterKind, PayConsequence, SanctionSaid, ShownEvent,
    case_law::{KeptCase, fold},
    entry::people_in,
    event::SaidBy,
    letter::letters_of,
};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownCase {
    /// Its number.
    pub id: i64,
    /// How many steps followed on its opening: what an event has to have seen.
    pub steps: u32,
    /// Number of the person.
    pub nip: String,
    /// Name of the person.
    pub name: String,
    /// Organisation to which it belongs.
    pub skpd: String,
    /// The post held when it was opened.
    pub post: Option<Post>,
    /// Where it stands.
    pub stage: Stage,
    /// The ladder by which it is judged.
    pub ladder: String,
    /// The days absent.
    pub absences: Vec<Date>,
    /// The sanction for which it was opened, as the ladder has it.
    pub suspected: Option<SanctionSaid>,
    /// What happened, in order.
    pub events: Vec<ShownEvent>,
    /// What is due next.
    pub due: Option<DueStep>,
    /// Steps that came after their last day.
    pub late: Vec<LateStep>,
    /// What the law did not say when a step needed it.
    pub silent: Vec<Silent>,
    /// Steps that may come next, for who may record them.
    pub next: Vec<StepKind>,
    /// The event from which on the law as it is kept now refuses the case, from 1, and why.
    pub refused: Option<String>,
    /// What may be imposed for what was found.
    pub imposable: Option<SanctionSaid>,
    /// The cut in whose place it stands.
    pub waiting: Option<CutWaiting>,
    /// Who may impose it.
    pub officers: Vec<Capacity>,
    /// Sanctions of the ladder.
    #[serde(skip)]
    pub ladder_sanctions: Vec<SanctionSaid>,
    /// What the sanction decided does to the Tpp.
    pub pay: Option<PayConsequence>,
    /// Letters that can be written now.
    pub letters: Vec<LetterKind>,
    /// What the reader may do.
    #[serde(skip)]
    pub rights: CaseRights,
    /// Whether it is about the reader.
    #[serde(skip)]
    pub own: bool,
    /// Everything the law knows of it.
    #[serde(skip)]
    pub state: CaseState,
}

/// What a reader may do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRights {
    /// Read it.
    Read,
    /// Record what happens.
    Record,
}

/// The step that is due next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueStep {
    /// Which.
    pub step: StepKind,
    /// By which day, as far as the law says.
    pub by: Option<Date>,
    /// Article of the limit.
    pub article: Option<String>,
    /// Whether that day is past.
    pub late: bool,
}

impl DueStep {
    pub(super) fn of(due: &Due<'_>, today: Date) -> Self {
        let article = due.article.map(str::to_owned);
        Self { step: due.step, by: due.by, article, late: due.is_late(today) }
    }
}

/// A step that came after its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LateStep {
    /// Which.
    pub step: StepKind,
    /// Its last day.
    pub due: Date,
    /// When it came.
    pub on: Date,
}

impl Office {
    /// A case, for who may see the person: who handles discipline, the unit, an auditor, the person.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`], also for whoever may not see it: whether there is one is not told.
    pub async fn show_case(&self, actor: &Actor, id: i64) -> Result<ShownCase, OfficeError> {
        let kept = self.seen_case(actor, id).await?;
        let names = self.case_people(&kept).await?;
        self.shown_case(actor, &kept, &names)
    }

    /// A case as [`Office::show_case`] shows it, with what each of its letters says, in the order of
    /// the case.
    ///
    /// # Errors
    ///
    /// As [`Office::show_case`].
    pub async fn show_case_with_letters(
        &self,
        actor: &Actor,
        id: i64,
    ) -> Result<(ShownCase, Vec<(LetterKind, LetterFacts)>), OfficeError> {
        let kept = self.seen_case(actor, id).await?;
        let names = self.case_people(&kept).await?;
        let case = self.shown_case(actor, &kept, &names)?;
        let letters = self.letters(&kept, &names, &case.letters).await?;
        Ok((case, letters))
    }

    /// A case that the actor may see.
    pub(super) async fn seen_case(&self, actor: &Actor, id: i64) -> Result<KeptCase, OfficeError> {
        let kept = self.kept_case(id).await?;
        let scope = Scope::Person(kept.person, &kept.matter.opened.skpd);
        if actor.may(Permission::SeePerson, scope) {
            Ok(kept)
        } else {
            Err(OfficeError::not_found("case", id.to_string()))
        }
    }

    /// What holds about everybody that a case names.
    pub(super) async fn case_people(
        &self,
        kept: &KeptCase,
    ) -> Result<HashMap<PersonId, PersonState>, OfficeError> {
        let mut people: Vec<PersonId> =
            kept.entries.iter().flat_map(|kept| people_in(&kept.entry)).collect();
        people.extend(kept.entries.iter().filter_map(|kept| kept.recorder));
        people.push(kept.person);
        people.sort_unstable();
        people.dedup();
        self.states_today(people).await
    }

    fn shown_case(
        &self,
        actor: &Actor,
        kept: &KeptCase,
        names: &HashMap<PersonId, PersonState>,
    ) -> Result<ShownCase, OfficeError> {
        let events = kept.events();
        let calendar = self.case_calendar(&events)?;
        let is_working = |day| calendar.is_working(day);
        let law = self.lawbook.law();
        let procedure = Procedure { law, is_working: &is_working, punished: &[] };
        let (file, refused) = fold(&events, procedure);
        let (today, state) = (self.today(), file.state().clone());
        let own = actor.person() == Some(kept.person);
        let skpd = &kept.matter.opened.skpd;
        let may = !own && actor.may(Permission::HandleDiscipline, Scope::Skpd(skpd));
        let open = may && refused.is_none();
        let person = names.get(&kept.person);
        let said = SaidBy { law, state: &state, names };
        let imposable = file.imposable(today).ok().flatten();
        let ladder_sanctions = said.ladder_sanctions();
        Ok(ShownCase {
            id: kept.matter.id,
            steps: kept.matter.steps,
            nip: person.map_or_else(String::new, |person| person.nip.to_string()),
            name: person.map_or_else(String::new, |person| person.name.clone()),
            skpd: skpd.to_string(),
            post: state.subject.map(|subject| subject.post),
            stage: state.stage,
            ladder: state.ladder.clone(),
            absences: state.absences.clone(),
            suspected: ladder_sanctions.iter().find(|one| one.code == state.rung).cloned(),
            events: kept.entries.iter().map(|entry| said.event(entry)).collect(),
            due: file.due().map(|due| DueStep::of(&due, today)),
            late: state.late.iter().map(|late| LateStep::of(*late)).collect(),
            silent: state.silent.clone(),
            next: if open { next(&file, today) } else { Vec::new() },
            refused: refused.map(|refused| refused.to_string()),
            waiting: imposable.as_ref().and_then(CutWaiting::of),
            officers: said.officers(imposable.as_ref().map(|one| one.level), today),
            imposable: imposable.as_ref().map(SanctionSaid::of),
            ladder_sanctions,
            pay: said.pay(&file, today),
            letters: letters_of(kept, state.stage),
            rights: if may { CaseRights::Record } else { CaseRights::Read },
            own,
            state,
        })
    }
}

impl LateStep {
    fn of(late: Late) -> Self {
        Self { step: late.step, due: late.due, on: late.on }
    }
}

/// The steps that may come next; of objecting and answering the one that can.
fn next(file: &CaseFile<'_>, today: Date) -> Vec<StepKind> {
    let open = file.state().objection == Objection::Open;
    let end = file.due().and_then(|due| due.by);
    let mut next = file.state().next().to_vec();
    let has_come = end.is_none_or(|end| end <= today);
    next.retain(|step| {
        !(*step == StepKind::Object && open
            || *step == StepKind::Answer && !open
            || matches!(step, StepKind::TakeEffect | StepKind::End) && !has_come)
    });
    next
}
