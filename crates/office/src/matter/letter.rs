//! What the letters of a matter say: who asks, who is asked, what each said.

use std::collections::HashMap;

use civil::{PersonId, Skpd, Wall};
use jiff::civil::Date;
use rules::discipline::letters::LetterPerson;
use storage::{
    matters::{Desk, Step},
    presence::People,
};

use super::{Asked, Posts, ShownMatter};
use crate::{Actor, Office, OfficeError, leave::LeaveBalance, person::Named};

/// What an officer decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficerVerdict {
    /// Agreed: it holds, or went on to the next desk.
    Agreed,
    /// Refused.
    Refused,
}

/// An officer who is asked, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerSays {
    /// Who said it, else who holds the post today; blank where nobody is known.
    pub officer: LetterPerson,
    /// What was said, with the reason and the day; `None` while it waits.
    pub said: Option<(OfficerVerdict, String, Date)>,
}

/// What the letters of a matter need, filled with names, posts and dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterLetter {
    /// Number of the matter.
    pub id: i64,
    /// The day it was asked.
    pub on: Date,
    /// Organisation.
    pub skpd: Skpd,
    /// Whom it is about; blank for a whole organisation.
    pub person: LetterPerson,
    /// What is asked for.
    pub asked: Asked,
    /// Where it stands: `asked`, `forwarded`, `granted`, `refused`, `taken-back`, `appealed`.
    pub stage: String,
    /// Who is asked, in order, and what each said.
    pub officers: Vec<OfficerSays>,
    /// Posts of the people on the list of an outage.
    pub posts: HashMap<PersonId, String>,
    /// What is left of annual leave on the day it was asked; `None` where it is no leave or the
    /// law says nothing of it.
    pub balance: Option<LeaveBalance>,
}

impl MatterLetter {
    /// The last thing that was said, once the matter is granted or refused.
    #[must_use]
    pub fn decided(&self) -> Option<&OfficerSays> {
        let settled = matches!(self.stage.as_str(), "granted" | "refused");
        let said = self.officers.iter().rev().find(|officer| officer.said.is_some());
        said.filter(|_| settled)
    }
}

impl Office {
    /// What the letters of a request need, for whoever may see it.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`], also for whoever may not see it, and for a request that has no
    /// letter: a correction, a swap.
    pub async fn matter_letter(&self, actor: &Actor, id: i64) -> Result<MatterLetter, OfficeError> {
        let ShownMatter { matter, .. } = self.matter(actor, id).await?;
        let nothing = || OfficeError::not_found("letter of the request", id.to_string());
        let mut list: Vec<PersonId> = match &matter.asked {
            Asked::Leave(_) => Vec::new(),
            Asked::Outage(asked) => asked.list.iter().map(|row| row.person).collect(),
            Asked::Correction(_) | Asked::Swap(_) => return Err(nothing()),
        };
        let kept = self.store.matter(id).await?.ok_or_else(nothing)?;
        let steps = self.store.steps(id).await?;
        let posts = self.posts().await?;
        let today = self.today();
        let asked_of: Vec<Option<PersonId>> = matter
            .asked
            .chain()
            .iter()
            .map(|link| holder(&posts, &Desk::named(&link.desk), today))
            .collect();
        let named = asked_of.iter().flatten().copied().chain(kept.opened.person);
        let spoke = steps.iter().filter_map(|step| step.person);
        let mut people: Vec<PersonId> = named.chain(spoke).collect();
        let with_rank = People::These(people.clone());
        people.append(&mut list);
        people.sort_unstable();
        people.dedup();
        let states = self.states_today(people).await?;
        let details = self.store.details(&with_rank).await?;
        let naming = Named { names: &states, details: &details };
        let (zone, on) = (self.zone(), Wall::at(kept.at, self.zone()).date());
        let day = |step: &Step| Wall::at(step.at, zone).date();
        let mut said = steps.iter().filter_map(|step| Some((step, verdict(&step.verb)?)));
        let mut officers: Vec<OfficerSays> = asked_of
            .iter()
            .map(|holder| match said.next() {
                Some((step, verdict)) => OfficerSays {
                    officer: naming.person(step.person.or(*holder), day(step)),
                    said: Some((verdict, step.data.clone(), day(step))),
                },
                None => OfficerSays { officer: naming.person(*holder, today), said: None },
            })
            .collect();
        // What followed an appeal was said by a desk that the order did not name.
        officers.extend(said.map(|(step, verdict)| OfficerSays {
            officer: naming.person(step.person, day(step)),
            said: Some((verdict, step.data.clone(), day(step))),
        }));
        let balance = match &matter.asked {
            Asked::Leave(_) => self.balance_for_letter(actor, &matter.nip, on).await?,
            Asked::Correction(_) | Asked::Outage(_) | Asked::Swap(_) => None,
        };
        Ok(MatterLetter {
            id,
            on,
            skpd: kept.opened.skpd,
            person: naming.person(kept.opened.person, on),
            posts: states.iter().map(|(person, state)| (*person, state.position.clone())).collect(),
            stage: matter.stage,
            asked: matter.asked,
            officers,
            balance,
        })
    }

    /// The balance as far as the reader may see it and the law speaks of it.
    async fn balance_for_letter(
        &self,
        actor: &Actor,
        nip: &str,
        on: Date,
    ) -> Result<Option<LeaveBalance>, OfficeError> {
        let Ok(nip) = nip.parse() else { return Ok(None) };
        match self.leave_balance(actor, &nip, on).await {
            Ok(balance) => Ok(Some(balance)),
            Err(OfficeError::LawSilent(_) | OfficeError::Forbidden(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Who sits at a desk; a desk may be a person.
fn holder(posts: &Posts, desk: &Desk, day: Date) -> Option<PersonId> {
    let person = desk.as_str().strip_prefix("person:").and_then(|id| id.parse().ok());
    person.map(PersonId).or_else(|| posts.holder(desk, day))
}

fn verdict(verb: &str) -> Option<OfficerVerdict> {
    match verb {
        "granted" | "forwarded" => Some(OfficerVerdict::Agreed),
        "refused" => Some(OfficerVerdict::Refused),
        _ => None,
    }
}
