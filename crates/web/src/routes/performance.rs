//! How the people of a unit worked in a month, and entering it: by hand, or out of a file of
//! e-Kinerja.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip};
use office::{
    BadRow, OfficeError, Permission, Scope,
    allowance::{BadWork, EKinerjaFile, EKinerjaMapping, PersonWork, UnitWork, Work, WorkEntry},
    proof::PROOF_BYTES_MAX,
};
use rules::law::performance::Expectation;
use serde::Deserialize;
use words::{Lang, Phrase, Words};

use super::{page_number, units::MonthOfUnit};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site, forms,
    pages::{
        Choice, FormError, MonthLinks, Paging,
        performance::{CutShown, PerformancePage, WorkRow},
    },
    paths,
    session::OwnForm,
    site::Caller,
    upload::OwnUpload,
};

/// People of a part of the list: with two choices each they weigh more than elsewhere.
const ROWS_A_PAGE: usize = 40;

/// Mistakes that are said at once.
const MISTAKES_MAX: usize = 20;

/// What the page may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Part, from 1.
    page: Option<String>,
}

fn address_of(place: &MonthOfUnit, month: Month) -> String {
    paths::unit_performance(place.skpd.as_str(), month.first())
}

/// A form of rows as it was sent: by the letter of the field and the NIP.
type Sent = BTreeMap<String, String>;

/// What was sent that was not taken.
#[derive(Default)]
struct Mistakes {
    sent: Sent,
    errors: Vec<FormError>,
}

/// How a unit worked.
pub(super) async fn month(
    State(site): State<Site>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<PerformancePage>, PageError> {
    let place = MonthOfUnit::named(&named.0, &named.1)?;
    let number = page_number(asked.page.as_deref());
    Ok(Html::ok(page(&site, &caller, (&place, number), Mistakes::default()).await?))
}

/// Keeps what was chosen, all or nothing.
pub(super) async fn enter(
    State(site): State<Site>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Sent>,
) -> Result<Response, PageError> {
    let place = MonthOfUnit::named(&named.0, &named.1)?;
    let number = page_number(asked.page.as_deref());
    let (entries, mut errors) = entries(&sent);
    if errors.is_empty() {
        let whose = (&place.skpd, place.month);
        match site.office().put_performance(caller.actor(), whose, &entries).await {
            Ok(put) if put.bad.is_empty() => {
                let text = Phrase::new("performance-entered").with("count", put.changed);
                return Ok(done(&site, &caller, &place, text));
            }
            Ok(put) => errors.extend(put.bad.iter().map(|(nip, why)| wrong(nip, *why))),
            Err(OfficeError::BadInput(why)) => {
                let text = Phrase::new("performance-refused").with("why", why);
                errors.push(FormError { field: "work".to_owned(), text });
            }
            Err(error) => return Err(error.into()),
        }
    }
    answer(&site, &caller, (&place, number), Mistakes { sent, errors }).await
}

/// Takes a file of e-Kinerja, all or nothing.
pub(super) async fn import(
    State(site): State<Site>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    form: OwnUpload,
) -> Result<Response, PageError> {
    let place = MonthOfUnit::named(&named.0, &named.1)?;
    let wrong = |text: Phrase| FormError { field: "file".to_owned(), text };
    let asked = form.fields.iter().find(|(name, _)| name == "mapping").map(|(_, value)| value);
    let mapping = site.ekinerja().iter().find(|mapping| Some(&mapping.name) == asked);
    let errors = match (form.files.first(), mapping) {
        (Some(file), Some(_)) if file.bytes.len() > PROOF_BYTES_MAX => {
            vec![wrong(Phrase::new("performance-file-large"))]
        }
        (Some(file), Some(mapping)) => {
            let file = EKinerjaFile { name: &file.name, bytes: &file.bytes, mapping };
            let whose = (&place.skpd, place.month);
            match site.office().import_unit_ekinerja(caller.actor(), whose, &file).await {
                Ok(read) if read.bad.is_empty() => {
                    let text = Phrase::new("performance-imported")
                        .with("count", read.loaded)
                        .with("rows", read.rows);
                    return Ok(done(&site, &caller, &place, text));
                }
                Ok(read) => bad_rows(&read.bad),
                Err(OfficeError::Table { why, .. }) => vec![wrong(why.said())],
                Err(OfficeError::BadInput(why)) => {
                    vec![wrong(Phrase::new("performance-refused").with("why", why))]
                }
                Err(error) => return Err(error.into()),
            }
        }
        (None, _) | (_, None) => vec![wrong(Phrase::new("performance-file-none"))],
    };
    let sent = Sent::new();
    answer(&site, &caller, (&place, 1), Mistakes { sent, errors }).await
}

fn done(site: &Site, caller: &Caller, place: &MonthOfUnit, text: Phrase) -> Response {
    site.tell(caller, vec![Notice { kind: NoticeKind::Done, text }]);
    Redirect::to(&address_of(place, place.month)).into_response()
}

async fn answer(
    site: &Site,
    caller: &Caller,
    place: (&MonthOfUnit, usize),
    mistakes: Mistakes,
) -> Result<Response, PageError> {
    let page = page(site, caller, place, mistakes).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The bad rows of a file, the first of them.
fn bad_rows(bad: &[BadRow]) -> Vec<FormError> {
    let said = bad.iter().take(MISTAKES_MAX).map(|bad| {
        Phrase::new("performance-bad-row")
            .with("line", bad.line)
            .with("column", &bad.column)
            .with("reason", bad.reason.said())
    });
    let more = bad.len().saturating_sub(MISTAKES_MAX);
    let more = u32::try_from(more).unwrap_or(u32::MAX);
    let more = (more > 0).then(|| Phrase::new("performance-bad-more").with("count", more));
    said.chain(more).map(|text| FormError { field: "file".to_owned(), text }).collect()
}

fn wrong(nip: &Nip, why: BadWork) -> FormError {
    let text = Phrase::new(format!("performance-bad-{}", why.code())).with("nip", nip.as_str());
    FormError { field: nip.to_string(), text }
}

/// What the form asks for, row by row.
fn entries(sent: &Sent) -> (Vec<WorkEntry>, Vec<FormError>) {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    for (field, was) in sent {
        let Some(nip) = field.strip_prefix('w').and_then(|nip| nip.parse::<Nip>().ok()) else {
            continue;
        };
        let was = read_was(was);
        let typed = |letter: char| sent.get(&format!("{letter}{nip}")).map_or("", String::as_str);
        let productivity_bp = match sent.get(&format!("p{nip}")).map(|text| text.trim()) {
            // Where the law does not ask for it there is no field, and what is known stays.
            None => was.productivity_bp,
            Some("") => None,
            Some(text) => {
                let read = forms::percent_bp(text);
                if read.is_none() {
                    errors.push(wrong(&nip, BadWork::Productivity));
                }
                read
            }
        };
        let (results, behaviour) = (rating(typed('r')), rating(typed('b')));
        let now = Work { results, behaviour, productivity_bp };
        entries.push(WorkEntry { nip, was, now });
    }
    (entries, errors)
}

fn rating(code: &str) -> Option<Expectation> {
    Expectation::ALL.iter().copied().find(|known| known.code() == code)
}

/// What was known, as one field: codes and basis points.
fn write_was(work: Work) -> String {
    let code = |rating: Option<Expectation>| rating.map_or("", Expectation::code);
    let points = work.productivity_bp.map(|points| points.to_string()).unwrap_or_default();
    [code(work.results), code(work.behaviour), &points].join(" ")
}

fn read_was(text: &str) -> Work {
    let mut parts = text.split(' ');
    let mut next = || parts.next().unwrap_or_default();
    let (results, behaviour) = (rating(next()), rating(next()));
    Work { results, behaviour, productivity_bp: next().parse().ok() }
}

async fn page(
    site: &Site,
    caller: &Caller,
    (place, number): (&MonthOfUnit, usize),
    Mistakes { sent, errors }: Mistakes,
) -> Result<PerformancePage, PageError> {
    let (office, actor) = (site.office(), caller.actor());
    let of_unit = office.unit_performance(actor, &place.skpd, place.month).await?;
    let total = of_unit.people.len();
    let number = number.clamp(1, total.div_ceil(ROWS_A_PAGE).max(1));
    let address = address_of(place, place.month);
    let to = |page: usize| paths::with_query(&address, &[("page", &page.to_string())]);
    let begun = place.month.first() <= office.today();
    let may = begun && actor.may(Permission::KeepPerformance, Scope::Skpd(&place.skpd));
    let people = of_unit.people.iter().skip((number - 1) * ROWS_A_PAGE).take(ROWS_A_PAGE);
    let missing = of_unit.people.iter().filter(|person| !person.complete).count();
    let mut frame = site.frame_told(caller, Area::UnitMonth);
    frame.path.clone_from(&address);
    Ok(PerformancePage {
        frame,
        month: MonthLinks {
            month: place.month.first(),
            previous: (total > 0).then(|| address_of(place, place.month.previous())),
            next: (place.month.last() < office.today())
                .then(|| address_of(place, place.month.next())),
        },
        sheet: paths::unit_month(place.skpd.as_str(), place.month.first()),
        enter: may.then(|| to(number)),
        import: (may && !site.ekinerja().is_empty()).then(|| {
            let (lang, mappings) = (caller.frame.lang, site.ekinerja().iter());
            let choices = mappings.map(|mapping| mapping_choice(lang, mapping)).collect();
            (format!("{address}/ekinerja"), choices)
        }),
        missing: u32::try_from(missing).unwrap_or(u32::MAX),
        asks_productivity: of_unit.asks_productivity,
        rows: people.map(|person| row(person, place.month, &sent)).collect(),
        paging: Paging::of(number, ROWS_A_PAGE, total, to),
        quadrant: of_unit
            .quadrant
            .iter()
            .map(|(results, behaviour, predikat)| {
                (expectation(*results), expectation(*behaviour), predikat_said(predikat))
            })
            .collect(),
        cuts: cuts(&of_unit, place.month),
        unit: of_unit.name,
        errors,
    })
}

/// A layout by what a clerk sees of the file: the row of its headings, and what they are called.
fn mapping_choice(lang: Lang, mapping: &EKinerjaMapping) -> Choice {
    let said = Phrase::new("performance-mapping-choice")
        .with("name", &mapping.name)
        .with("row", mapping.header_row)
        .with("columns", mapping.headings().join(", "));
    Choice::open(&mapping.name, Words::say(lang, &said))
}

fn expectation(rating: Expectation) -> Phrase {
    Phrase::new(format!("performance-expectation-{rating}"))
}

/// A predikat in words; one that only a regency's act knows, as its code.
fn predikat_said(code: &str) -> Phrase {
    match code {
        "sangat-baik" | "baik" | "butuh-perbaikan" | "kurang" | "sangat-kurang" => {
            Phrase::new(format!("performance-predikat-{code}"))
        }
        other => Phrase::verbatim(other),
    }
}

fn cuts(of_unit: &UnitWork, month: Month) -> Vec<CutShown> {
    let shown = of_unit.cuts.iter().map(|cut| CutShown {
        predikat: predikat_said(&cut.predikat),
        rate: cut.rate.clone(),
        base: cut.base.clone(),
        source: format!("{}, {}", cut.article, cut.act),
        href: paths::law_on(month.last(), "deductions"),
    });
    shown.collect()
}

/// A person, with what was typed where something was.
fn row(person: &PersonWork, month: Month, sent: &Sent) -> WorkRow {
    let code = |rating: Option<Expectation>| rating.map_or("", Expectation::code).to_owned();
    let typed = |letter: char, known: String| {
        sent.get(&format!("{letter}{}", person.nip)).cloned().unwrap_or(known)
    };
    let points = person.work.productivity_bp.map(forms::percent_text).unwrap_or_default();
    WorkRow {
        href: paths::person_month(&person.nip, month.first()),
        name: person.name.clone(),
        results: typed('r', code(person.work.results)),
        behaviour: typed('b', code(person.work.behaviour)),
        productivity: typed('p', points),
        was: write_was(person.work),
        predikat: person.predikat.as_deref().map(predikat_said),
        cut: person.cut.map(|cut| cut.0),
        closed: person.closed.map(|why| Phrase::new(format!("performance-closed-{}", why.code()))),
        nip: person.nip.clone(),
    }
}
