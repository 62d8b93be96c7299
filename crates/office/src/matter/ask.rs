//! Opening a matter: who asks, who is asked first, and by which day.

use civil::{PersonId, Skpd};
use jiff::civil::Date;
use storage::matters::{Desk, MatterKind, NewMatter, Opened, Standing};

use super::{Asked, Mistake};
use crate::{Actor, Office, OfficeError};

/// A matter that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedMatter {
    /// Its number.
    pub id: i64,
    /// Who is asked first.
    pub desk: String,
    /// By which day, if a rule says.
    pub due: Option<Date>,
}

/// Something to ask for.
#[derive(Clone, Debug)]
pub(crate) struct Asking {
    /// Whom it is about; `None` for a whole organisation.
    pub(crate) person: Option<PersonId>,
    /// The organisation it belongs to.
    pub(crate) skpd: Skpd,
    /// What the audit log calls it: the Nip, or the organisation.
    pub(crate) subject: String,
    /// First and last day it is about.
    pub(crate) span: (Date, Date),
    /// What no other matter of the kind may have.
    pub(crate) key: Option<String>,
    /// What is asked for.
    pub(crate) asked: Asked,
}

impl Office {
    /// Opens matters, each under its kind, and puts each on its first desk.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Mistake`] if one of them was opened by somebody else meanwhile; the others
    /// are opened all the same.
    pub(crate) async fn open(
        &self,
        actor: &Actor,
        verb: &'static str,
        asking: Vec<Asking>,
    ) -> Result<Vec<OpenedMatter>, OfficeError> {
        let mut matters = Vec::with_capacity(asking.len());
        for Asking { person, skpd, subject, span: (from, until), key, asked } in asking {
            let first = asked.chain().first().expect("a chain is never empty");
            let due = first.days.map(|days| self.office_days_after(self.today(), days));
            let standing =
                Standing { stage: "asked".to_owned(), desk: Some(Desk::named(&first.desk)), due };
            let detail = format!("{from} {until} desk={}", first.desk);
            let audit = self.audit(actor, verb, subject, detail);
            let kind = match asked {
                Asked::Correction(_) => MatterKind::Correction,
                Asked::Leave(_) => MatterKind::Leave,
                Asked::Outage(_) => MatterKind::Outage,
                Asked::Swap(_) => MatterKind::Swap,
            };
            let data = asked.to_text();
            matters
                .push((NewMatter { kind, person, skpd, from, until, key, data, standing }, audit));
        }
        let opened = self.store.open_matters(&matters).await?;
        self.inboxes.forget();
        let mut new = Vec::with_capacity(opened.len());
        for ((matter, _), opened) in matters.into_iter().zip(opened) {
            let Opened::New(id) = opened else {
                return Err(Mistake::AskedMeanwhile(matter.from).into());
            };
            let desk = matter.standing.desk.map_or_else(String::new, |desk| desk.to_string());
            new.push(OpenedMatter { id, desk, due: matter.standing.due });
        }
        Ok(new)
    }
}
