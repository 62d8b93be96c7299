//! Opening a case: from what a year came to, or by hand with the days.

use civil::{Month, Nip, PersonId};
use jiff::civil::Date;
use rules::{
    discipline::{
        case::{CaseEvent, CaseFile, Procedure, Punished, Step, Subject},
        days_absent, ladder_on,
    },
    law::{
        Law,
        discipline::{LadderValue, Post},
    },
};
use storage::{
    matters::{Matter, MatterFilter, MatterKind, NewMatter, Opened, Whose},
    people::PersonFact,
    presence::People,
};

use super::{
    CaseEntry, CaseError, CaseRefusal,
    case_law::{is_punished, standing},
    counted::{records, serves_in},
    listed::stage,
};
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// A case to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// Whom it is about.
    pub nip: Nip,
    /// The day on which it is opened.
    pub on: Date,
    /// The post that the person holds, which decides who may impose what.
    pub post: Post,
    /// Code of the rung that the days reach.
    pub rung: String,
    /// The days absent.
    pub absences: Vec<Date>,
    /// Anything to be remembered.
    pub note: String,
}

impl Office {
    /// Opens a case and gives its number. The ladder is that of the last day absent: old days are
    /// judged by the law of their time. A day by which something is known must be a day absent.
    ///
    /// # Errors
    ///
    /// [`CaseRefusal`] says what to do; [`OfficeError::NotFound`] for an unknown Nip;
    /// [`OfficeError::Forbidden`].
    pub async fn open_case(&self, actor: &Actor, new: NewCase) -> Result<i64, CaseError> {
        let facts = self.store.facts_by_nip(&new.nip).await?;
        let today = self.today();
        let state = state_on(&facts, today).or_else(|| facts.first().map(|fact| &fact.state));
        let (Some(state), Some(fact)) = (state, facts.first()) else {
            return Err(OfficeError::not_found("person with NIP", new.nip.to_string()).into());
        };
        let person = fact.person;
        actor.require(Permission::HandleDiscipline, Scope::Skpd(&state.skpd))?;
        if actor.person() == Some(person) {
            return Err(CaseRefusal::Oneself.into());
        }
        if new.on > today {
            return Err(CaseRefusal::InFuture.into());
        }
        let mut absences = new.absences.clone();
        absences.sort_unstable();
        absences.dedup();
        let cases = self.cases_about(person).await?;
        let entry = self.raised(&new, person, &absences, &facts)?;
        entry.check()?;
        let matter = self.opened_case(&entry, &cases, (person, state.skpd.clone()))?;
        self.were_absent(person, &facts, &absences).await?;
        let detail = format!("{} rung={} days={}", new.on, new.rung, absences.len());
        let audit = self.audit(actor, "discipline.open_case", new.nip.to_string(), detail);
        match self.store.open_matters(&[(matter, audit)]).await?.as_slice() {
            [Opened::New(id)] => Ok(*id),
            _ => Err(CaseRefusal::Overtaken.into()),
        }
    }

    /// All cases about a person.
    pub(super) async fn cases_about(&self, person: PersonId) -> Result<Vec<Matter>, OfficeError> {
        let kinds = vec![MatterKind::Case];
        let filter = MatterFilter { kinds, ..MatterFilter::of(Whose::Of(vec![person])) };
        Ok(self.store.matters(&filter).await?)
    }

    /// The event that opens the case, by the ladder of the last day absent.
    fn raised(
        &self,
        new: &NewCase,
        person: PersonId,
        absences: &[Date],
        facts: &[PersonFact],
    ) -> Result<CaseEntry, CaseError> {
        let law = self.lawbook.law();
        let last = absences.last().copied().unwrap_or(new.on);
        let employment = state_on(facts, last).or_else(|| facts.first().map(|fact| &fact.state));
        let employment = employment.map_or(civil::Employment::Pns, |state| state.employment);
        let (ladder, value) = ladder_on(law, employment, last)?;
        let has = u32::try_from(absences.len()).unwrap_or(u32::MAX);
        let needs = days_needed(value, &new.rung);
        // Where minutes become days, fewer days than the rung takes may reach it.
        let by_days = !law.discipline.conversions.contains_key(ladder);
        if let Some(needs) = needs.filter(|needs| by_days && !absences.is_empty() && has < *needs) {
            return Err(CaseRefusal::RungNotReached { needs, has }.into());
        }
        let step = Step::Raised {
            subject: Subject { person, post: new.post },
            ladder: ladder.to_owned(),
            rung: new.rung.clone(),
            absences: absences.to_vec(),
        };
        let mut entry = CaseEntry::plain(CaseEvent { on: new.on, step });
        new.note.trim().clone_into(&mut entry.words.note);
        Ok(entry)
    }

    /// The matter of a new case, if the law lets it be opened beside the person's others.
    fn opened_case(
        &self,
        entry: &CaseEntry,
        cases: &[Matter],
        (person, skpd): (PersonId, civil::Skpd),
    ) -> Result<NewMatter, CaseError> {
        let events = std::slice::from_ref(&entry.event);
        let calendar = self.case_calendar(events)?;
        let is_working = |day| calendar.is_working(day);
        let punished = punished(cases)?;
        let law: &Law = self.lawbook.law();
        let procedure = Procedure { law, is_working: &is_working, punished: &punished };
        let file = CaseFile::of(events, procedure).map_err(|refused| refused.refusal)?;
        let absences = &file.state().absences;
        let open = cases.iter().filter(|matter| matter.opened.standing.desk.is_some());
        for matter in open {
            let days = absences_of(matter)?;
            if absences.iter().all(|day| days.contains(day)) {
                return Err(CaseRefusal::OpenAlready { case: matter.id }.into());
            }
        }
        let (from, until) = (absences.iter().min(), absences.iter().max());
        Ok(NewMatter {
            kind: MatterKind::Case,
            person: Some(person),
            skpd,
            from: from.copied().unwrap_or(entry.event.on),
            until: until.copied().unwrap_or(entry.event.on),
            // Of two who open the person's next case at once only one does.
            key: Some(format!("{} {}", person.0, cases.len())),
            data: entry.to_text(),
            standing: standing(&file),
        })
    }

    /// Refuses a day that is known and was no day absent.
    async fn were_absent(
        &self,
        person: PersonId,
        facts: &[PersonFact],
        absences: &[Date],
    ) -> Result<(), CaseError> {
        let (Some(first), Some(last)) = (absences.first(), absences.last()) else { return Ok(()) };
        let span = (Month::of(*first), Month::of(*last));
        let people = People::These(vec![person]);
        let serving = |month| u64::from(serves_in(facts, month));
        let known = self.refresh_span(&people, &serving, span).await?;
        let days = self.store.days(&[person], span).await?;
        for record in records(&days, person, &known)? {
            let day = record.date;
            if absences.contains(&day) && days_absent(&[record]) == 0 {
                return Err(CaseRefusal::NotAbsent { day }.into());
            }
        }
        Ok(())
    }
}

/// How many days absent a sanction takes: those of its rung or of the row, whichever are fewer.
fn days_needed(ladder: &LadderValue, code: &str) -> Option<u32> {
    let rung = ladder.rungs.iter().find(|rung| rung.code == code).map(|rung| rung.from);
    let row = ladder.in_a_row.as_ref().filter(|row| row.code == code).map(|row| row.days);
    rung.into_iter().chain(row).min()
}

/// What the person was punished for in these cases.
fn punished(cases: &[Matter]) -> Result<Vec<Punished>, OfficeError> {
    let decided = cases.iter().filter(|matter| is_punished(stage(matter)));
    decided.map(|matter| Ok(Punished { absences: absences_of(matter)? })).collect()
}

fn absences_of(matter: &Matter) -> Result<Vec<Date>, OfficeError> {
    let step = CaseEntry::from_text(&matter.opened.data)?.event.step;
    Ok(if let Step::Raised { absences, .. } = step { absences } else { Vec::new() })
}
