//! The file of a case.

use axum::extract::{Path, Query, State};
use civil::Wall;
use office::{
    Permission,
    discipline::{EventFact, LetterKind, PayConsequence, ShownCase, ShownEvent},
};
use serde::Deserialize;
use words::{Arg, Phrase};

use super::{Mistakes, fields, letters, numbered, record::done, stage_said, step_said};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::discipline::{CasePage, LetterShown, Said, TimelineEvent},
    paths,
    routes::units::unit_name,
    site::Caller,
};

/// What the page may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// The word of what was just done.
    done: Option<String>,
}

/// A case.
pub(in crate::routes) async fn case(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<CasePage>, PageError> {
    let id: i64 = id.parse().map_err(|_| PageError::not_found())?;
    let mut page = page(&site, &caller, id, None).await?;
    let said = asked.done.as_deref().and_then(done);
    page.frame.notices.extend(said.map(|text| Notice { kind: NoticeKind::Done, text }));
    // The language switch must not say once more what was done once.
    page.frame.path = paths::discipline_case(id);
    Ok(Html::ok(page))
}

/// The page, with the mistakes of the form that was sent.
pub(super) async fn page(
    site: &Site,
    caller: &Caller,
    id: i64,
    mistakes: Option<Mistakes>,
) -> Result<CasePage, PageError> {
    let (case, letters) = site.office().show_case_with_letters(caller.actor(), id).await?;
    let skpds = site.office().skpds().await?;
    let sees_list = caller.actor().may_somewhere(Permission::SeeUnit);
    let year = case.absences.iter().max().map_or(site.office().today().year(), |day| day.year());
    let zone = site.office().zone();
    let source = match &case.pay {
        Some(PayConsequence::ByRegency { source, .. }) => Some(source.clone()),
        Some(PayConsequence::Waits | PayConsequence::NoRule | PayConsequence::Withdrawn) | None => {
            None
        }
    };
    Ok(CasePage {
        title: numbered("page-discipline-case", case.id),
        list: sees_list.then(|| paths::DISCIPLINE.to_owned()),
        name: case.name.clone(),
        nip: case.nip.clone(),
        year: paths::person_discipline(&case.nip, year),
        unit: unit_name(&skpds, &case.skpd),
        stage: stage_said(case.stage.code()),
        next: case.due.as_ref().map(|due| (due.said(), due.article.clone())),
        late: case.due.as_ref().is_some_and(|due| due.late),
        imposable: case
            .imposable
            .as_ref()
            .filter(|_| case.pay.is_none())
            .map(|one| Phrase::new("page-discipline-imposable").with("sanction", &one.words)),
        waiting: case.waiting.as_ref().map(|waiting| {
            Phrase::new("page-discipline-waiting-for").with("sanction", &waiting.words)
        }),
        pay: case.pay.as_ref().map(PayConsequence::said),
        pay_source: source,
        was_late: was_late(&case),
        unsaid: case
            .silent
            .iter()
            .map(|silent| Phrase::new(format!("discipline-silent-{silent}")))
            .collect(),
        refused: case.refused.clone(),
        events: case.events.iter().map(|event| happened(event, zone)).collect(),
        forms: fields::forms(&case, site.office().today(), mistakes.as_ref()),
        letters: letters
            .iter()
            .map(|(kind, facts)| LetterShown {
                title: letter_said(*kind),
                href: paths::case_letter(id, kind.template()),
                facts: letters::facts(facts),
                blanks: letters::blanks(facts),
            })
            .collect(),
        errors: mistakes.map_or_else(Vec::new, |mistakes| mistakes.errors),
        frame: caller.frame_in(Area::Discipline),
    })
}

fn letter_said(kind: LetterKind) -> Phrase {
    Phrase::new(format!("discipline-letter-{}", kind.template()))
}

fn was_late(case: &ShownCase) -> Vec<Phrase> {
    let late = case.late.iter();
    late.map(|late| {
        Phrase::new("discipline-late")
            .with("step", step_said(late.step.code()))
            .with("date", late.on)
            .with("due", late.due)
    })
    .collect()
}

fn happened(event: &ShownEvent, zone: civil::Zone) -> TimelineEvent {
    TimelineEvent {
        on: event.on,
        what: step_said(event.step.code()),
        facts: event.facts.iter().map(said).collect(),
        recorded: Wall::at(event.recorded, zone).datetime(),
        by: event.by.clone(),
    }
}

/// A fact of an event in words.
fn said(fact: &EventFact) -> Said {
    let value = |arg: Arg| Phrase::new("verbatim").with("text", arg);
    let text = |text: &String| vec![Phrase::verbatim(text)];
    let texts = |texts: &[String]| texts.iter().map(Phrase::verbatim).collect::<Vec<_>>();
    let key = |area: &str, code: &str| vec![Phrase::new(format!("{area}-{code}"))];
    let (name, values) = match fact {
        EventFact::Post(post) => ("post", key("discipline-post", post.code())),
        EventFact::Rung(words) => ("rung", text(words)),
        EventFact::Days(days) => ("days", days.iter().map(|day| value(Arg::Date(*day))).collect()),
        EventFact::Number(number) => ("number", text(number)),
        EventFact::Examination(day) => ("examination", vec![value(Arg::Date(*day))]),
        EventFact::Time(time) => ("time", vec![value(Arg::Time(*time))]),
        EventFact::Place(place) => ("place", text(place)),
        EventFact::Examiner(name) => ("examiner", text(name)),
        EventFact::Members(names) => ("members", texts(names)),
        EventFact::Examiners(names) => ("examiners", texts(names)),
        EventFact::Questions(count) => {
            ("questions", vec![value(Arg::Count(i64::try_from(*count).unwrap_or(i64::MAX)))])
        }
        EventFact::Breaches(words) if words.is_empty() => {
            ("breaches", vec![Phrase::new("page-discipline-fact-nothing")])
        }
        EventFact::Breaches(words) => ("breaches", texts(words)),
        EventFact::Report(number) => ("report", text(number)),
        EventFact::Sanction(words) => ("sanction", text(words)),
        EventFact::Officer(name) => ("officer", text(name)),
        EventFact::Capacity(capacity) => ("capacity", key("discipline-capacity", capacity.code())),
        EventFact::Answer(code) => {
            ("answer", vec![Phrase::new(format!("page-discipline-answer-{code}"))])
        }
        EventFact::Reason(reason) => ("reason", text(reason)),
        EventFact::Note(note) => ("note", text(note)),
    };
    Said { title: Phrase::new(format!("page-discipline-fact-{name}")), values }
}
