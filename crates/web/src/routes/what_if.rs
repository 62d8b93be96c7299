//! A draft of the law tried on a month, by whoever may see what everybody is paid; and the files of
//! the law in force, to begin one from.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use civil::Month;
use office::{
    OfficeError, Permission, Scope,
    allowance::{WhatIf as Computed, WhatIfPerson as ComputedPerson},
    law::{DRAFT_BYTES_MAX, DRAFT_FILES_MAX, DraftFault, DraftFile},
};
use rules::law::Layer;
use words::{Arg, Phrase, Words, format};

use crate::{
    Area, Html, PageError, Site,
    pages::{
        Choice, FormError,
        error::ErrorKind,
        law::{WhatIf, WhatIfPerson, WhatIfStanding, WhatIfTold, WhatIfUnit},
    },
    paths,
    site::Caller,
    upload::OwnUpload,
};

/// Months before this one that a draft can be tried on.
const MONTHS: usize = 12;

/// Faults of a draft that are said; mending these often mends the others.
const FAULTS_MAX: usize = 20;

/// People who gain or lose most, of each.
const PEOPLE_MAX: usize = 10;

/// The layers, by their words in addresses and forms.
const LAYERS: [(&str, Layer); 2] = [("regency", Layer::Regency), ("national", Layer::National)];

/// What the form was filled with.
struct Typed {
    month: Option<Month>,
    layer: Layer,
}

impl Typed {
    fn read(fields: &[(String, String)], months: &[Month]) -> Result<Self, PageError> {
        let field = |name: &str| {
            let value = fields.iter().find(|(key, _)| key == name);
            value.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let month = field("month").parse().ok().filter(|month| months.contains(month));
        let layer = layer(field("layer"));
        // The form has nothing else to choose.
        let layer = layer.ok_or_else(|| PageError::new(ErrorKind::BadRequest))?;
        Ok(Self { month, layer })
    }
}

fn layer(word: &str) -> Option<Layer> {
    LAYERS.iter().find(|(known, _)| *known == word).map(|(_, layer)| *layer)
}

/// The form.
pub(super) async fn form(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<WhatIf>, PageError> {
    require(&caller)?;
    let typed = Typed { month: None, layer: Layer::Regency };
    Ok(Html::ok(page(&site, &caller, &typed)))
}

/// Tries a draft, or shows the form again with what is wrong.
pub(super) async fn compare(
    State(site): State<Site>,
    caller: Caller,
    upload: OwnUpload,
) -> Result<Response, PageError> {
    require(&caller)?;
    let OwnUpload { fields, files, .. } = upload;
    let typed = Typed::read(&fields, &months(&site))?;
    let mut page = page(&site, &caller, &typed);
    let draft = files.into_iter().map(|file| DraftFile { name: file.name, bytes: file.bytes });
    let (draft, layer, office) = (draft.collect(), typed.layer, site.office().clone());
    // One at a time: it computes a month of everybody, and other readers are not to wait for two.
    let turn = site.what_if_turn().acquire_owned().await.map_err(|error| broken(&error))?;
    let read = tokio::task::spawn_blocking(move || office.draft_law(layer, draft)).await;
    let other = read.map_err(|error| broken(&error))?;
    match (typed.month, other) {
        (None, _) => page.errors.push(error("month", Phrase::new("page-what-if-no-month"))),
        (Some(_), Err(fault)) => refuse(&mut page, fault),
        (Some(month), Ok(other)) => {
            match site.office().what_if(caller.actor(), month, other).await {
                Ok(computed) => page.told = Some(told(month, &computed)),
                // Every month of the list is over, so it is one before there was anything.
                Err(OfficeError::BadInput(_)) => {
                    page.errors.push(error("month", Phrase::new("page-what-if-no-month")));
                }
                Err(other) => return Err(other.into()),
            }
        }
    }
    drop(turn);
    let status =
        if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(Html::with_status(status, page).into_response())
}

/// A file of the law in force.
pub(super) async fn file(
    State(site): State<Site>,
    _caller: Caller,
    Path((of, name)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let layer = layer(&of).ok_or_else(PageError::not_found)?;
    let mut texts = site.office().lawbook().texts(layer);
    let text = texts.find(|text| text.name() == name).ok_or_else(PageError::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", text.name())),
    ];
    Ok((headers, text.text.clone()).into_response())
}

/// What a draft does to everybody's pay is for whoever may see it.
fn require(caller: &Caller) -> Result<(), PageError> {
    let required = caller.actor().require(Permission::SeePay, Scope::Regency);
    required.map_err(|_| PageError::new(ErrorKind::Forbidden))
}

fn broken(error: &dyn std::fmt::Display) -> PageError {
    tracing::error!(%error, "a draft of the law could not be tried");
    PageError::new(ErrorKind::Internal)
}

fn error(field: &str, text: Phrase) -> FormError {
    FormError { field: field.to_owned(), text }
}

fn months(site: &Site) -> Vec<Month> {
    let this = Month::of(site.office().today());
    std::iter::successors(Some(this.previous()), |month| Some(month.previous()))
        .take(MONTHS)
        .collect()
}

fn page(site: &Site, caller: &Caller, typed: &Typed) -> WhatIf {
    let lang = caller.frame.lang;
    let choice = |value: String, name: String, chosen: Chosen| match chosen {
        Chosen::Yes => Choice::chosen(value, name),
        Chosen::No => Choice::open(value, name),
    };
    let months = months(site).into_iter().map(|month| {
        let name = format::month(lang, month.first());
        choice(month.to_string(), name, Chosen::of(&typed.month, &Some(month)))
    });
    let layers = LAYERS.into_iter().map(|(word, layer)| {
        let name = Words::get(lang, &layer_key(word));
        choice(word.to_owned(), name, Chosen::of(&typed.layer, &layer))
    });
    let in_force = LAYERS.into_iter().map(|(word, layer)| {
        let texts = site.office().lawbook().texts(layer);
        let file = |name: &str| (name.to_owned(), paths::law_file(word, name));
        (Phrase::new(layer_key(word)), texts.map(|text| file(text.name())).collect())
    });
    WhatIf {
        months: months.collect(),
        layers: layers.collect(),
        files_max: u32::try_from(DRAFT_FILES_MAX).unwrap_or(u32::MAX),
        in_force: in_force.collect(),
        errors: Vec::new(),
        faults: Vec::new(),
        more_faults: 0,
        told: None,
        frame: caller.frame_in(Area::Law),
    }
}

/// Whether a choice is the one that was made.
enum Chosen {
    Yes,
    No,
}

impl Chosen {
    fn of<T: PartialEq>(typed: &T, choice: &T) -> Self {
        if typed == choice { Self::Yes } else { Self::No }
    }
}

fn layer_key(word: &str) -> String {
    format!("page-what-if-layer-{word}")
}

/// Says at the files why the draft cannot be tried, and below it what the reader of the law found.
fn refuse(page: &mut WhatIf, fault: DraftFault) {
    let most_files = i64::try_from(DRAFT_FILES_MAX).unwrap_or(i64::MAX);
    let most_kilobytes = i64::try_from(DRAFT_BYTES_MAX / 1_024).unwrap_or(i64::MAX);
    let named = |key: &str, name: String| Phrase::new(key).with("name", name);
    let text = match fault {
        DraftFault::NoFiles => Phrase::new("page-what-if-no-files"),
        DraftFault::TooMany => Phrase::new("page-what-if-too-many").with("most", most_files),
        DraftFault::BadName(name) => named("page-what-if-bad-name", name),
        DraftFault::Twice(name) => named("page-what-if-twice", name),
        DraftFault::TooLarge(name) => {
            named("page-what-if-too-large", name).with("most", most_kilobytes)
        }
        DraftFault::NotText(name) => named("page-what-if-not-text", name),
        DraftFault::Unreadable(faults) => {
            page.faults = faults.iter().take(FAULTS_MAX).map(ToString::to_string).collect();
            page.more_faults = number(faults.len().saturating_sub(FAULTS_MAX) as u64);
            Phrase::new("page-what-if-unreadable")
        }
    };
    page.errors.push(error("files", text));
}

fn told(month: Month, computed: &Computed) -> WhatIfTold {
    let count = |count: u64| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let changed = Phrase::new("what-if-changed")
        .with("changed", count(computed.changed))
        .with("people", count(computed.people));
    let notes = [
        ("what-if-silent", computed.silent.len() as u64),
        ("what-if-facts-changed", computed.facts_changed),
    ];
    let notes = notes.into_iter().filter(|(_, number)| *number > 0);
    let notes = notes.map(|(key, number)| Phrase::new(key).with("count", count(number)));
    let person = |one: &ComputedPerson| WhatIfPerson {
        name: one.name.clone(),
        href: paths::person_month(&one.nip, month.first()),
        unit: unit_name(computed, &one.skpd),
        before: one.before,
        after: one.after,
    };
    // They come with who loses most first.
    let people = &computed.by_person;
    let losers = people.iter().take_while(|one| one.after < one.before).take(PEOPLE_MAX);
    let gainers = people.iter().rev().take_while(|one| one.after > one.before).take(PEOPLE_MAX);
    let (losers, gainers) = (losers.map(person).collect(), gainers.map(person).collect());
    let mut units: Vec<WhatIfUnit> = computed
        .by_skpd
        .iter()
        .map(|of| WhatIfUnit {
            name: unit_name(computed, &of.skpd),
            href: paths::unit_month(&of.skpd, month.first()),
            standing: if of.closed { WhatIfStanding::Closed } else { WhatIfStanding::Open },
            people: number(of.people),
            gain: number(of.gain),
            lose: number(of.lose),
            before: of.before,
            after: of.after,
        })
        .collect();
    units.sort_by(|a, b| {
        (a.after - a.before, a.name.as_str()).cmp(&(b.after - b.before, b.name.as_str()))
    });
    WhatIfTold {
        month: month.first(),
        changed,
        before: computed.before,
        after: computed.after,
        notes: notes.collect(),
        units,
        losers,
        gainers,
    }
}

/// The name of a unit; the code where nobody has named it.
fn unit_name(computed: &Computed, code: &str) -> String {
    let named = computed.by_skpd.iter().find(|of| of.skpd == code && !of.name.is_empty());
    named.map_or_else(|| code.to_owned(), |of| of.name.clone())
}

fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
