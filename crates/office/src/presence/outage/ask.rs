//! Handing in the paper list of an outage, for the head of the organisation to decide once.

use civil::Skpd;
use jiff::civil::Date;
use storage::{matters::Desk, presence::People};

use super::list::{Bounds, Column};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::{Asked, Asking, Cause, Link, OpenedMatter, OutageAsked, Posts},
    proof::NewProof,
    table::{BadRow, ImportedRows, Table},
};

/// Longest outage that one act settles, in days: for a longer one there is another terminal.
const DAYS_MAX: i32 = 31;

/// Most letters of what happened.
const REASON_CHARS_MAX: usize = 500;

/// An outage of a whole organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageRequest {
    /// Of which organisation.
    pub skpd: Skpd,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why the terminals could not be used.
    pub cause: Cause,
    /// What happened.
    pub reason: String,
    /// Name and bytes of the typed list: `nip`, `tanggal`, and if they are known `datang` and
    /// `pulang`; of a mere signature the times are those of the schedule.
    pub list: NewProof,
    /// Photographs of the list and of what happened; at least one.
    pub proofs: Vec<NewProof>,
}

/// What became of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageListed {
    /// Days of people that it settles once it is granted.
    pub rows: u32,
    /// Rows that cannot be; while there are any, nothing is opened.
    pub bad: Vec<BadRow>,
    /// The matter, if it was opened.
    pub opened: Option<OpenedMatter>,
}

impl Office {
    /// Hands in an outage: the list is checked row by row, and opened as one matter only if every
    /// row can be.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for days or a file that cannot be, a
    /// missing photograph, or an outage of the same days that was handed in before.
    pub async fn request_outage(
        &self,
        actor: &Actor,
        request: OutageRequest,
    ) -> Result<OutageListed, OfficeError> {
        let OutageRequest { skpd, from, until, cause, reason, list, proofs } = request;
        actor.require(Permission::CloseMonth, Scope::Skpd(&skpd))?;
        let reason = reason.trim().to_owned();
        check(from, until, self.today(), &reason, proofs.len()).map_err(OfficeError::BadInput)?;
        let table = Table::<Column>::read(&list.bytes)
            .map_err(|error| OfficeError::bad_file(&list.name, error))?;
        let ledger = self.ledger().await?;
        let posts = self.posts().await?;
        let desk = self.outage_desk(&skpd, &posts);
        let decider = posts.holder(&desk, self.today());
        let rosters = self.rosters(&People::Of(skpd.clone()), (from, until)).await?;
        let bounds = Bounds { skpd: &skpd, from, until, now: self.wall_now(), rosters };
        let (imported, rows) = ImportedRows::read(&table, true, |row| {
            let read = self.outage_row(row, &ledger, &bounds)?;
            if Some(read.person) == decider {
                return Err(row.bad(
                    Column::Nip,
                    "decides on this list, and nobody decides on himself; let this person ask for \
                     a correction",
                ));
            }
            Ok(read)
        });
        let mut bad = imported.bad;
        let mut days: Vec<_> = rows.iter().map(|row| (row.person, row.date)).collect();
        days.sort_unstable();
        if let Some(pair) = days.windows(2).find(|pair| pair.first() == pair.last()) {
            let twice = pair.first().map_or_else(String::new, |(_, date)| date.to_string());
            let reason = format!("somebody is on the list twice for {twice}; keep one row");
            bad.push(BadRow { line: 0, column: String::new(), reason });
        }
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if !bad.is_empty() || rows.is_empty() {
            return Ok(OutageListed { rows: count, bad, opened: None });
        }
        let proofs = self.keep_proofs(proofs).await?;
        let chain = vec![Link { desk: desk.as_str().to_owned(), days: None }];
        let asked = OutageAsked { cause, reason, from, until, list: rows, proofs, chain };
        let asking = Asking {
            person: None,
            key: Some(format!("{skpd} {from} {until}")),
            subject: skpd.to_string(),
            skpd,
            span: (from, until),
            asked: Asked::Outage(asked),
        };
        let opened = self.open(actor, "presence.request_outage", vec![asking]).await?.pop();
        Ok(OutageListed { rows: count, bad, opened })
    }

    /// Who decides on an outage: the head of the organisation, else the Sekda, else the personnel
    /// office.
    fn outage_desk(&self, skpd: &Skpd, posts: &Posts) -> Desk {
        let today = self.today();
        [Desk::head(skpd), Desk::sekda()]
            .into_iter()
            .find(|desk| posts.holder(desk, today).is_some())
            .unwrap_or_else(Desk::bkpsdm)
    }
}

fn check(from: Date, until: Date, today: Date, reason: &str, proofs: usize) -> Result<(), String> {
    if until < from {
        return Err(format!("ends on {until}, before it begins on {from}"));
    }
    if until > today {
        return Err(format!("{until} has not come yet"));
    }
    if (until - from).get_days() >= DAYS_MAX {
        return Err(format!("one act settles at most {DAYS_MAX} days; divide it"));
    }
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(format!("say what happened, in at most {REASON_CHARS_MAX} letters"));
    }
    if proofs == 0 {
        return Err("hand in a photo of the signed list".to_owned());
    }
    Ok(())
}
