//! Closing: everybody's statement frozen with the law it rests on, under one digest.

use civil::{Month, Rupiah, Skpd};
use serde::Serialize;
use storage::{
    closings::{Frozen, LawText},
    matters::{Desk, MatterKind, NewMatter, Opened, Standing},
    presence::People,
};

use super::{
    Acknowledged, Check, ClosingKind, ClosingMistake, Noted,
    chain::Chain,
    check::settle,
    kept::{CLOSED, ClosingData, ENGINE, digest, frozen_bytes},
    unit::UnitMonth,
};
use crate::{Actor, Office, OfficeError, Permission, Scope, matter::REASON_CHARS_MAX};

/// A month that was closed, or a supplement that was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closed {
    /// Number of the matter.
    pub id: i64,
    /// Number among the closings of the organisation and month.
    pub number: u32,
    /// SHA-256 over everything that was frozen, in hexadecimal.
    pub digest: String,
    /// People.
    pub people: u64,
    /// Tpp before cuts, in rupiah; of a supplement the difference.
    pub gross: i64,
    /// Tpp after cuts, in rupiah; of a supplement the difference.
    pub net: i64,
}

/// What became of a month that was to be closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It is closed.
    Closed(Closed),
    /// This stands in the way; nothing was done.
    Hindered(Vec<Check>),
}

impl Office {
    /// Closes the month of an organisation: freezes the statement of everybody whose month belongs
    /// to it, the law's text, and what was left open.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for an unknown Skpd;
    /// [`OfficeError::BadInput`] if the month cannot be computed; [`OfficeError::Closing`] if it is
    /// closed or nobody's, or somebody else closed it this moment.
    pub async fn close_month(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
        acknowledged: &[Acknowledged],
    ) -> Result<Closing, OfficeError> {
        actor.require(Permission::CloseMonth, Scope::Skpd(skpd))?;
        self.require_skpd(skpd).await?;
        self.require_reach(month)?;
        check_reasons(acknowledged)?;
        let chain = self.closings(skpd, month).await?;
        if let Some(main) = chain.main() {
            let (skpd, number) = (skpd.clone(), main.data.number);
            return Err(ClosingMistake::Closed { month, skpd, number }.into());
        }
        self.refresh(month, &People::Of(skpd.clone())).await?;
        let unit = self.unit_month(skpd, month).await?;
        if unit.people.is_empty() {
            return Err(ClosingMistake::Nobody { month, skpd: skpd.clone() }.into());
        }
        let checks = self.checks(&unit).await?;
        let noted = match settle(&checks, acknowledged) {
            Ok(noted) => noted,
            Err(left) => return Ok(Closing::Hindered(left)),
        };
        let docs: Vec<_> = unit.people.iter().map(|of| (of.person, of.doc.clone())).collect();
        let payouts = self.payouts_to_freeze((skpd, month), &docs).await?;
        let statements = unit
            .people
            .iter()
            .map(|of| Frozen {
                person: of.person,
                statement: frozen_bytes(&of.doc, payouts.get(&of.person)),
                gross: Rupiah(of.doc.tpp_gross),
                net: Rupiah(of.doc.tpp_net),
            })
            .collect();
        let of = Freezing { kind: ClosingKind::Main, chain: &chain, noted, statements };
        Ok(Closing::Closed(self.freeze(actor, &unit, of).await?))
    }

    /// Freezes statements as the next closing of a month.
    pub(super) async fn freeze(
        &self,
        actor: &Actor,
        unit: &UnitMonth,
        of: Freezing<'_>,
    ) -> Result<Closed, OfficeError> {
        let Freezing { kind, chain, noted, statements } = of;
        let law = LawText {
            version: unit.applied.version.clone(),
            text: self.lawbook.pack(&self.regency, &unit.applied.payable),
        };
        let sum = |amount: fn(&Frozen) -> Rupiah| statements.iter().map(amount).sum::<Rupiah>().0;
        let number = chain.next_number();
        let main = chain.main().map(|main| main.data.number);
        let mut data = ClosingData {
            kind,
            skpd: unit.skpd.to_string(),
            month: unit.month.to_string(),
            number,
            former: if main.is_none() { chain.former() } else { None },
            main,
            engine: ENGINE.to_owned(),
            law_version: law.version.clone(),
            counts_until: unit.counts_until().map(|day| day.to_string()),
            people: statements.len() as u64,
            gross: sum(|frozen| frozen.gross),
            net: sum(|frozen| frozen.net),
            noted,
            digest: String::new(),
        };
        data.digest = digest(&data, &law.text, &statements)?;
        let (month, skpd) = (unit.month, &unit.skpd);
        let closing = NewMatter {
            kind: MatterKind::Closing,
            person: None,
            skpd: skpd.clone(),
            from: month.first(),
            until: month.last(),
            key: Some(format!("{month} {skpd} {number}")),
            data: serde_json::to_string(&data).expect("it has no map with keys that are no text"),
            standing: Standing {
                stage: CLOSED.to_owned(),
                desk: Some(Desk::operator(skpd)),
                due: None,
            },
        };
        let detail = format!(
            "number={number} people={} net={} digest={}",
            data.people, data.net, data.digest
        );
        let verb = match kind {
            ClosingKind::Main => "allowance.close_month",
            ClosingKind::Supplement => "allowance.supplement_month",
        };
        let audit = self.audit(actor, verb, format!("{month} {skpd}"), detail);
        match self.store.freeze(&closing, &law, &statements, audit).await? {
            Opened::New(id) => Ok(Closed {
                id,
                number,
                digest: data.digest,
                people: data.people,
                gross: data.gross,
                net: data.net,
            }),
            Opened::Known(_) => {
                Err(ClosingMistake::ClosedMeanwhile { month, skpd: skpd.clone() }.into())
            }
        }
    }

    /// Refuses an organisation that nobody knows.
    pub(crate) async fn require_skpd(&self, skpd: &Skpd) -> Result<String, OfficeError> {
        let skpds = self.store.skpds().await?;
        let entry = skpds.into_iter().find(|entry| entry.code == *skpd);
        let entry = entry.ok_or_else(|| OfficeError::not_found("skpd", skpd.to_string()))?;
        Ok(entry.name)
    }
}

/// What is frozen.
pub(super) struct Freezing<'c> {
    pub(super) kind: ClosingKind,
    pub(super) chain: &'c Chain,
    pub(super) noted: Vec<Noted>,
    pub(super) statements: Vec<Frozen>,
}

/// Refuses reasons that nobody would read.
pub(super) fn check_reasons(acknowledged: &[Acknowledged]) -> Result<(), OfficeError> {
    acknowledged.iter().try_for_each(|given| check_length(&given.reason))
}

/// Refuses a reason that is too long.
pub(super) fn check_length(reason: &str) -> Result<(), OfficeError> {
    if reason.trim().chars().count() > REASON_CHARS_MAX {
        return Err(ClosingMistake::ReasonTooLong { most: REASON_CHARS_MAX }.into());
    }
    Ok(())
}
