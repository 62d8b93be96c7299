//! What an organisation answers for: sums by account code, tax to be paid, figures for SIPD.

use std::collections::BTreeMap;

use civil::{Month, Rupiah, Skpd};
use reports::{AccountRow, Note, Period, SIPD, SPJ_ACCOUNTS, SPJ_TAX, SipdRow, Table, TaxRow};
use rules::payout::{PayoutLine, Section};
use words::{Arg, Phrase};

use super::{
    ReportRequest,
    frame::{Standing, count},
    ground::something,
    pay::About,
};
use crate::{
    Actor, Office, OfficeError,
    allowance::payments::{PayAsked, Payment, Taken},
};

/// Sums by account code; one without a code of its own is by the line it is for.
type Accounts = BTreeMap<(String, String), AccountRow>;

/// What a list of several people comes to.
#[derive(Default)]
struct Sum {
    people: usize,
    gross: Rupiah,
    deduction: Rupiah,
    net: Rupiah,
}

impl Sum {
    fn add(&mut self, payment: &Payment) {
        self.people += 1;
        self.gross = self.gross + payment.payout.gross;
        self.deduction = self.deduction - payment.payout.deduction;
        self.net = self.net + payment.payout.net;
    }

    /// What the head answers for with all responsibility (SPTJM), in a sentence.
    fn answered_for(&self, month: Month) -> Note {
        Note::Words(
            Phrase::new("payment-note-sptjm")
                .with("month", Arg::Month(month.first()))
                .with("people", count(self.people))
                .with("gross", Arg::Rupiah(self.gross.0))
                .with("deduction", Arg::Rupiah(self.deduction.0))
                .with("net", Arg::Rupiah(self.net.0)),
        )
    }
}

impl Office {
    pub(super) async fn report_accounts(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let (mut accounts, mut sum) = (Accounts::new(), Sum::default());
        let (mut standing, mut about) = (Standing::default(), About::default());
        self.each_unit_paid(actor, &request.asked(), |unit| {
            standing.of_unit(&unit);
            about.of(&unit);
            for payment in &unit.people {
                sum.add(payment);
                self.book(&mut accounts, payment);
            }
        })
        .await?;
        let rows = something(accounts.into_values().collect(), request.month)?;
        let mut notes = vec![sum.answered_for(request.month)];
        notes.extend(standing.notes());
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, notes).await?;
        Ok(SPJ_ACCOUNTS.table(&rows, frame))
    }

    pub(super) async fn report_tax(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let mut taxes: BTreeMap<(String, Month), TaxRow> = BTreeMap::new();
        let (mut standing, mut about) = (Standing::default(), About::default());
        self.each_unit_paid(actor, &request.asked(), |unit| {
            standing.of_unit(&unit);
            about.of(&unit);
            unit.people.iter().for_each(|payment| self.add_tax(&mut taxes, payment));
        })
        .await?;
        let rows = something(taxes.into_values().collect(), request.month)?;
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, standing.notes()).await?;
        Ok(SPJ_TAX.table(&rows, frame))
    }

    /// The year's spending by account: of the months before what was closed, of this month what is
    /// to be paid. Activity and budget stand in SIPD and are not known here.
    pub(super) async fn report_sipd(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Table, OfficeError> {
        let (mut now, mut standing) = (Accounts::new(), Standing::default());
        let mut about = About::default();
        self.each_unit_paid(actor, &request.asked(), |unit| {
            standing.of_unit(&unit);
            about.of(&unit);
            unit.people.iter().for_each(|payment| self.book(&mut now, payment));
        })
        .await?;
        let before = self.spent_before(actor, request).await?;
        let keys: std::collections::BTreeSet<_> = now.keys().chain(before.keys()).collect();
        let rows = keys.into_iter().map(|key| {
            let gross = |of: &Accounts| of.get(key).map_or(Rupiah(0), |row| row.gross);
            let (before, now) = (gross(&before), gross(&now));
            let (code, name) = key.clone();
            SipdRow { code, name, before, now, spent: before + now, ..SipdRow::default() }
        });
        let rows = something(rows.collect(), request.month)?;
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let period = Period::Month(request.month);
        let frame = self.signed_frame(about.name(), skpd, period, standing.notes()).await?;
        Ok(SIPD.table(&rows, frame))
    }

    /// What closed months of the year before this one spent.
    async fn spent_before(
        &self,
        actor: &Actor,
        request: &ReportRequest,
    ) -> Result<Accounts, OfficeError> {
        let mut accounts = Accounts::new();
        let mut month = request.month;
        while month.month() > 1 {
            month = month.previous();
            let closings = self.standing_closings(month).await?;
            let units = self.units(request.skpd.as_ref().or(actor.skpd())).await?;
            for unit in units.iter().filter(|unit| closings.is_closed(&unit.code)) {
                let skpd: Option<Skpd> = Some(unit.code.clone());
                let asked = PayAsked { skpd, month, paid: None, number: None };
                self.each_unit_paid(actor, &asked, |unit| {
                    unit.people.iter().for_each(|payment| self.book(&mut accounts, payment));
                })
                .await?;
            }
        }
        Ok(accounts)
    }

    /// Adds what a person is paid to the accounts it is paid from.
    fn book(&self, accounts: &mut Accounts, payment: &Payment) {
        let lines: Vec<&PayoutLine> = payment.payout.lines.iter().collect();
        let gross: Vec<&PayoutLine> =
            lines.iter().filter(|line| line.section.is_gross()).copied().collect();
        let taken: Vec<Vec<Rupiah>> = Taken::ALL
            .iter()
            .map(|part| shared_out(-payment.taken(*part), payment.payout.gross, &gross))
            .collect();
        let mut booked: Vec<(String, String)> = Vec::new();
        for (place, line) in gross.iter().enumerate() {
            let of = |part: usize| {
                taken.get(part).and_then(|shares| shares.get(place)).copied().unwrap_or_default()
            };
            let key = self.charged_to(line);
            let row = accounts.entry(key.clone()).or_insert_with(|| blank(&key));
            let (bpjs, tax, other) = (of(0), of(1), of(2));
            row.gross = row.gross + line.amount;
            row.bpjs = row.bpjs + bpjs;
            row.tax = row.tax + tax;
            row.other = row.other + other;
            row.net = row.net + line.amount - bpjs - tax - other;
            // A person with two lines of one account is one person of it.
            row.people += i64::from(!booked.contains(&key));
            booked.push(key);
        }
        for line in payment.payout.section(Section::Employer) {
            let key = self.charged_to(line);
            let row = accounts.entry(key.clone()).or_insert_with(|| blank(&key));
            row.gross = row.gross + line.amount;
            row.bpjs = row.bpjs + line.amount;
            row.people += i64::from(!booked.contains(&key));
            booked.push(key);
        }
    }

    /// Adds what was withheld; the tax is of the month in which it is paid, and paid in by the codes
    /// of that day.
    fn add_tax(&self, taxes: &mut BTreeMap<(String, Month), TaxRow>, payment: &Payment) {
        let day = payment.payout.paid_on;
        let (law, dates) = (&self.lawbook.law().payout, (day, self.today()));
        let lines = payment.payout.section(Section::Deduction);
        for line in lines.filter(|line| line.code.starts_with("pph21")) {
            let month = Month::of(day);
            let row = taxes.entry((line.code.clone(), month)).or_insert_with(|| {
                let code = law.tax_code_on(&line.code, dates);
                TaxRow {
                    // Where the law names no code, the kind of tax tells the treasurer which.
                    tax_code: code.map_or_else(|| line.code.clone(), |code| code.account.clone()),
                    deposit_code: code.map(|code| code.deposit.clone()).unwrap_or_default(),
                    month,
                    people: 0,
                    base: Rupiah(0),
                    tax: Rupiah(0),
                    billing: String::new(),
                    receipt: String::new(),
                }
            });
            row.people += 1;
            row.base = row.base + line.base;
            row.tax = row.tax - line.amount;
        }
    }

    /// Code and name of the account of a line.
    fn charged_to(&self, line: &PayoutLine) -> (String, String) {
        let law = &self.lawbook.law().payout;
        let code = line.account.clone().unwrap_or_default();
        let named = law.account.get(&line.code).map(|topic| topic.title.get_ref().clone());
        let name = named.or_else(|| line.title.clone()).unwrap_or_else(|| line.code.clone());
        (code, name)
    }
}

fn blank((code, name): &(String, String)) -> AccountRow {
    AccountRow { code: code.clone(), name: name.clone(), ..AccountRow::default() }
}

/// A deduction is one of all that is paid, so each line bears its share: what it adds to the
/// rounded sum of those before it, so that the shares add up exactly.
fn shared_out(taken: Rupiah, gross: Rupiah, lines: &[&PayoutLine]) -> Vec<Rupiah> {
    // What a supplement takes is less than nothing: turned round, it is shared out the same way.
    let turned = if gross.0 < 0 { -1 } else { 1 };
    let (taken, gross) = (i128::from(taken.0), turned * i128::from(gross.0));
    let (mut sum, mut before) = (0_i128, 0_i128);
    lines
        .iter()
        .map(|line| {
            if gross == 0 {
                return Rupiah(0);
            }
            sum += turned * i128::from(line.amount.0);
            let rounded = (2 * taken * sum + gross).div_euclid(2 * gross);
            let share = i64::try_from(rounded - before).expect("no share is more than the whole");
            before = rounded;
            Rupiah(share)
        })
        .collect()
}
