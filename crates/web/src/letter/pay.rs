//! Money on paper: the slip of a person, the SPTJM and the SPJ bundle of an organisation, and every
//! other report as a list. All of it is taken from the tables of the reports, so that no sum differs
//! from that of the workbook.

use civil::{Month, Nip, Rupiah, Skpd};
use letters::{
    Letters,
    data::{Letter as _, PayLine, Person, Responsibility, Slip, Status, Sum},
};
use office::{
    Actor, Office, OfficeError,
    allowance::{ReportName, ReportRequest},
};
use reports::{Cell, Note, Row, Table};
use words::{Lang, Phrase, Words};

use super::{
    Draft, LANG,
    paper::{Paper, key, place, safe, say, signing},
};

/// A report as a list; a slip is set as a slip.
///
/// # Errors
///
/// As [`Office::report`].
pub async fn of_report(
    office: &Office,
    actor: &Actor,
    request: &ReportRequest,
    lang: Lang,
) -> Result<Draft, OfficeError> {
    if let (ReportName::Slip, Some(nip)) = (request.name, &request.nip) {
        return of_slip(office, actor, nip, request.month).await;
    }
    let table = office.report(actor, request).await?;
    let name = file_name(request.name.code(), request.skpd.as_ref(), request.month);
    Ok(Draft::list(name, table, lang))
}

/// The slip of a person.
///
/// # Errors
///
/// As [`Office::report`] for a slip.
pub async fn of_slip(
    office: &Office,
    actor: &Actor,
    nip: &Nip,
    month: Month,
) -> Result<Draft, OfficeError> {
    let request = ReportRequest {
        name: ReportName::Slip,
        month,
        skpd: None,
        nip: Some(*nip),
        paid: None,
        number: None,
    };
    let table = office.report(actor, &request).await?;
    let shown = office.show_person(actor, nip).await?;
    let fact = shown.facts.iter().rfind(|fact| fact.in_force).or(shown.facts.first());
    let skpds = office.skpds().await?;
    let skpd = fact.map_or(shown.skpd.as_str(), |fact| fact.skpd.as_str());
    let paper = Paper::of(office, &skpds, skpd);
    let person = Person {
        name: shown.name.clone(),
        nip: Some(*nip),
        rank: String::new(),
        post: fact.map(|fact| fact.position.clone()).unwrap_or_default(),
        unit: paper.unit(),
    };
    let signatures = match skpd.parse::<Skpd>() {
        Ok(skpd) => office.signatures(Some(&skpd)).await?,
        Err(_) => Vec::new(),
    };
    let parts = Parts::of(&table);
    let slip = Slip {
        letterhead: paper.letterhead(),
        place: String::new(),
        date: office.today(),
        status: status(&table),
        month,
        person,
        presence: Vec::new(),
        earned: sum(&parts.earnings),
        cut: sum(&parts.cuts),
        deducted: sum(&parts.deductions),
        paid: amount(total(&table, "amount")),
        law_version: version(&table),
        notes: notes(&table),
        official: signatures.first().map(signing).unwrap_or_default(),
        earnings: parts.earnings,
        cuts: parts.cuts,
        deductions: parts.deductions,
    };
    Ok(Draft::letter(format!("slip-{nip}-{month}"), slip))
}

/// What the head of an organisation answers for (SPTJM).
///
/// # Errors
///
/// As [`Office::report`] for a payment list; [`OfficeError::BadInput`] without an organisation.
pub async fn of_sptjm(
    office: &Office,
    actor: &Actor,
    request: &ReportRequest,
) -> Result<Draft, OfficeError> {
    let skpd = required(request.skpd.as_ref().or(actor.skpd()))?.clone();
    let payments = office.report(actor, &named(request, ReportName::Payments)).await?;
    let accounts = office.report(actor, &named(request, ReportName::Spj)).await?;
    let letter = responsibility(office, &skpd, request.month, (&payments, &accounts)).await?;
    Ok(Draft::letter(file_name("sptjm", Some(&skpd), request.month), letter))
}

/// What goes with a request for payment of an organisation (SPJ), as one file: recapitulation,
/// SPTJM, payment list, sums by account, tax.
///
/// # Errors
///
/// As [`of_sptjm`].
pub async fn of_spj(
    office: &Office,
    actor: &Actor,
    request: &ReportRequest,
    lang: Lang,
) -> Result<Draft, OfficeError> {
    let skpd = required(request.skpd.as_ref().or(actor.skpd()))?.clone();
    let recap = office.report(actor, &named(request, ReportName::Recap)).await?;
    let payments = office.report(actor, &named(request, ReportName::Payments)).await?;
    let accounts = office.report(actor, &named(request, ReportName::Spj)).await?;
    let tax = match office.report(actor, &named(request, ReportName::SpjTax)).await {
        Ok(table) => Some(table),
        // A unit of whose people nobody owes tax has no list of it.
        Err(OfficeError::BadInput(_)) => None,
        Err(error) => return Err(error),
    };
    let letter = responsibility(office, &skpd, request.month, (&payments, &accounts)).await?;
    let name = file_name("spj", Some(&skpd), request.month);
    let setting = move |letters: &Letters, _: letters::Watch<'_>| {
        let list = |table: &Table| Ok((title(table, lang), letters.table(table, lang)?));
        let mut parts = vec![list(&recap)?];
        parts.push((key("letter-sptjm"), letter.set(letters)?));
        parts.push(list(&payments)?);
        parts.push(list(&accounts)?);
        if let Some(tax) = &tax {
            parts.push(list(tax)?);
        }
        letters.bundle(parts)
    };
    Ok(Draft { name, setting: Box::new(setting) })
}

async fn responsibility(
    office: &Office,
    skpd: &Skpd,
    month: Month,
    (payments, accounts): (&Table, &Table),
) -> Result<Responsibility, OfficeError> {
    let skpds = office.skpds().await?;
    let paper = Paper::of(office, &skpds, skpd.as_str());
    let signatures = office.signatures(Some(skpd)).await?;
    let official = signatures.last().map(signing).unwrap_or_default();
    let mut heading = paper.heading("", office.today());
    heading.blanks.push(key("letter-blank-number"));
    if official.name.is_empty() {
        heading.blanks.push(key("letter-blank-officer"));
    }
    let part = |column: &'static str| {
        let label = payments.columns.iter().find(|heading| heading.key == column);
        let label = label.map(|heading| say(&heading.words)).unwrap_or_default();
        let amount = amount(total(payments, column));
        let takes = TAKING.contains(&column);
        let amount = if takes { -amount } else { amount };
        Sum { label: label.replace(" (Rp)", ""), amount }
    };
    let codes: Vec<&str> = accounts.data().filter_map(|row| text(accounts, row, "code")).collect();
    let account = match codes.as_slice() {
        [code] => (*code).to_owned(),
        _ => String::new(),
    };
    Ok(Responsibility {
        heading,
        status: status(payments),
        month,
        unit: paper.unit(),
        account,
        people: u32::try_from(payments.data().count()).unwrap_or(u32::MAX),
        sums: PARTS.into_iter().map(part).collect(),
        paid: amount(total(payments, "net")),
        official,
    })
}

/// Columns of the payment list that lead from what is due to what is paid.
const PARTS: [&str; 6] = ["gross", "cut", "plt", "bpjs", "tax", "other"];
/// Those of them that reduce it; the list shows them as positive amounts.
const TAKING: [&str; 4] = ["cut", "bpjs", "tax", "other"];

/// The lines of a slip by what they do; what reduces the pay is positive here.
#[derive(Default)]
struct Parts {
    earnings: Vec<PayLine>,
    cuts: Vec<PayLine>,
    deductions: Vec<PayLine>,
}

impl Parts {
    fn of(table: &Table) -> Self {
        let mut parts = Self::default();
        for row in table.data() {
            let amount = amount(cell(table, row, "amount"));
            let shown = |key| cell(table, row, key).map(|cell| cell.say(LANG)).unwrap_or_default();
            let rate = shown("rate");
            let line = PayLine {
                label: shown("what"),
                days: shown("days"),
                article: shown("article"),
                rate: match shown("base") {
                    base if rate.is_empty() || base.is_empty() => String::new(),
                    base => format!("{rate} × {base}"),
                },
                amount: Rupiah(amount.0.abs()),
            };
            let own = text(table, row, "code").is_some_and(|code| !code.is_empty());
            let list = match (amount.0 < 0, own) {
                (false, _) => &mut parts.earnings,
                (true, true) => &mut parts.cuts,
                (true, false) => &mut parts.deductions,
            };
            list.push(line);
        }
        parts
    }
}

fn sum(lines: &[PayLine]) -> Rupiah {
    lines.iter().fold(Rupiah(0), |sum, line| sum + line.amount)
}

fn status(table: &Table) -> Status {
    let payable = !table.is_simulation() && table.unsigned().next().is_none();
    if payable { Status::Final } else { Status::Draft }
}

fn version(table: &Table) -> String {
    let versions = table.notes.iter().filter_map(|note| match note {
        Note::LawVersion(version) => Some(version.as_str()),
        Note::Simulation | Note::Unsigned(_) | Note::Digest(_) | Note::Words(_) => None,
    });
    versions.collect::<Vec<_>>().join(", ")
}

fn notes(table: &Table) -> Vec<String> {
    let notes = table.notes.iter().filter(|note| match note {
        Note::LawVersion(_) => false,
        Note::Simulation | Note::Unsigned(_) | Note::Digest(_) | Note::Words(_) => true,
    });
    notes.map(|note| say(&note.phrase())).collect()
}

fn place_of(table: &Table, key: &str) -> Option<usize> {
    table.columns.iter().position(|heading| heading.key == key)
}

fn cell<'t>(table: &Table, row: &'t Row, key: &str) -> Option<&'t Cell> {
    row.cells.get(place_of(table, key)?)
}

fn text<'t>(table: &Table, row: &'t Row, key: &str) -> Option<&'t str> {
    match cell(table, row, key)? {
        Cell::Text(text) => Some(text),
        Cell::Empty => Some(""),
        Cell::Words(_)
        | Cell::Rupiah(_)
        | Cell::Number(_)
        | Cell::Share(_)
        | Cell::Minutes(_)
        | Cell::Date(_)
        | Cell::Month(_) => None,
    }
}

fn total<'t>(table: &'t Table, key: &str) -> Option<&'t Cell> {
    table.total.as_ref()?.get(place_of(table, key)?)
}

fn amount(cell: Option<&Cell>) -> Rupiah {
    if let Some(Cell::Rupiah(amount)) = cell { *amount } else { Rupiah(0) }
}

fn title(table: &Table, lang: Lang) -> String {
    let title = table.heading.get(1).or(table.heading.first());
    title.map_or_else(String::new, |title: &Phrase| Words::say(lang, title))
}

fn named(request: &ReportRequest, name: ReportName) -> ReportRequest {
    ReportRequest { name, nip: None, ..request.clone() }
}

fn required(skpd: Option<&Skpd>) -> Result<&Skpd, OfficeError> {
    skpd.ok_or_else(|| {
        let why = "this is what the head of one organisation signs; name the organisation";
        OfficeError::BadInput(why.to_owned())
    })
}

fn file_name(what: &str, skpd: Option<&Skpd>, month: Month) -> String {
    format!("{}{}-{month}", safe(what), place(skpd))
}
