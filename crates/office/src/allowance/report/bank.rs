//! The file of a bank: from a list that everybody signed, once for each closing, and written down.

use civil::{Month, Rupiah, Skpd};
use reports::{BankFormat, BankRefused, Batch, Cell, Table};
use words::Lang;

use super::{ReportName, ReportRequest};
use crate::{Actor, Office, OfficeError, Permission, Scope, allowance::closing::BANK_FILE};

/// What the file of a bank is asked with.
#[derive(Clone, Copy, Debug)]
pub struct BankAsked<'a> {
    /// What the bank reads.
    pub format: &'a BankFormat,
    /// The day of payment and the number of the file.
    pub batch: Batch,
    /// The language of words in it.
    pub lang: Lang,
}

/// Why there is no file for the bank.
#[derive(Debug, thiserror::Error)]
pub enum BankFileRefused {
    /// The list is refused.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The list may not be paid, or does not fit the bank's format.
    #[error(transparent)]
    List(#[from] BankRefused),
    /// The month has supplements: the list of all of it would pay people twice.
    #[error(
        "the month has supplements, and its whole list would pay people twice; choose the number \
         of a closing of one organisation: {closings}"
    )]
    SeveralClosings {
        /// Organisations with the numbers of their closings: `DISTAN 1, 2`.
        closings: String,
    },
}

impl Office {
    /// The file for the bank of a list of money, which the audit log then names with who had it.
    ///
    /// # Errors
    ///
    /// [`BankFileRefused`]: whatever refuses the list; a list that is SIMULASI, or that rests on a
    /// closing that not everybody has signed; a month with supplements without the number of one of
    /// its closings.
    pub async fn bank_file(
        &self,
        actor: &Actor,
        request: &ReportRequest,
        asked: BankAsked<'_>,
    ) -> Result<Vec<u8>, BankFileRefused> {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let scope = skpd.map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::PayOut, scope).map_err(OfficeError::from)?;
        let table = self.report(actor, request).await?;
        self.require_one_closing(actor, request).await?;
        let file = asked.format.file(&table, asked.batch, asked.lang)?;
        let (people, sum) = paid(&table);
        let whose = skpd.map_or_else(|| "*".to_owned(), ToString::to_string);
        let detail = format!(
            "report={} closing={} format={} day={} batch={} people={people} net={}",
            request.name.code(),
            request.number.map_or_else(|| "-".to_owned(), |number| number.to_string()),
            asked.format.name(),
            asked.batch.day,
            asked.batch.number,
            sum.0,
        );
        let subject = format!("{} {whose}", request.month);
        let audit = self.audit(actor, BANK_FILE, subject, detail);
        self.store.append_audit(audit).await.map_err(OfficeError::from)?;
        Ok(file)
    }

    /// The numbers of the closings that stand of the month a list of money of an organisation rests
    /// on: the main one, and each supplement; empty where the month is open, and for lists that are
    /// not paid by closing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] without the right to see what is paid there.
    pub async fn closing_numbers(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        request: &ReportRequest,
    ) -> Result<Vec<u32>, OfficeError> {
        actor.require(Permission::SeePay, Scope::Skpd(skpd))?;
        let Some(month) = self.rests_on(request) else { return Ok(Vec::new()) };
        let chain = self.closings(skpd, month).await?;
        Ok(chain.standing().map(|kept| kept.data.number).collect())
    }

    /// The month whose closings a list pays, each in its part; none where it is no such list, or
    /// the law has no such allowance.
    fn rests_on(&self, request: &ReportRequest) -> Option<Month> {
        if !request.name.is_paid_by_closing() {
            return None;
        }
        if !matches!(request.name, ReportName::Thr | ReportName::Gaji13) {
            return Some(request.month);
        }
        let terms = self.extra_terms(request.name.code(), &request.asked());
        terms.ok().map(|terms| terms.rests_on)
    }

    /// Refuses the whole list of a month that is paid in several parts.
    async fn require_one_closing(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<(), BankFileRefused> {
        let month = self.rests_on(request).filter(|_| request.number.is_none());
        let Some(month) = month else { return Ok(()) };
        let closings = self.standing_closings(month).await?;
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let several =
            closings.with_supplements().filter(|(of, _)| skpd.is_none_or(|own| own == *of));
        let several: Vec<String> = several
            .map(|(skpd, numbers)| {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                format!("{skpd} {}", numbers.join(", "))
            })
            .collect();
        if several.is_empty() {
            return Ok(());
        }
        Err(BankFileRefused::SeveralClosings { closings: several.join("; ") })
    }
}

/// How many people a list pays, and how much.
fn paid(table: &Table) -> (usize, Rupiah) {
    let place = table.columns.iter().position(|column| column.key == "net");
    let amounts = table.data().filter_map(|row| row.cells.get(place?).and_then(Cell::amount));
    amounts
        .filter(|amount| *amount > 0)
        .fold((0, Rupiah(0)), |(people, sum), amount| (people + 1, sum + Rupiah(amount)))
}
