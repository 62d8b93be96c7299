//! From the text of law files to a [`Law`], or to every fault in them with file and line.

mod discipline_tables;

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use toml::Spanned;

use super::{
    Lack, Law,
    aspect::Aspect,
    calendar, check,
    dated::{Dated, Topic},
    discipline, hours, leave, pay, payout, performance, presence,
    provision::{Act, Layer, Provision, ProvisionId, Provisions},
    roster, signed,
};

/// A law file as text.
#[derive(Clone, Copy, Debug)]
pub struct LawFile<'a> {
    /// Its path below the law folder, for messages.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Whether it is the nation's or the regency's.
    pub layer: Layer,
}

/// A fault in a law file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct BadLaw {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong and what to do.
    pub message: String,
}

/// The shape of a law file. Every table is optional: a topic a file is a habit, not a rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    /// What the file is about.
    #[serde(rename = "title")]
    _title: String,
    #[serde(default)]
    pub act: BTreeMap<String, Act>,
    #[serde(default)]
    pub holiday: Vec<calendar::Holiday>,
    #[serde(default)]
    pub season: BTreeMap<String, calendar::Seasons>,
    pub week: Option<Topic<hours::WeekRule>>,
    #[serde(default)]
    pub schedule: BTreeMap<String, hours::Schedule>,
    pub scans: Option<Topic<presence::Scans>>,
    pub minutes: Option<Topic<presence::Minutes>>,
    pub wfa: Option<Topic<presence::Wfa>>,
    pub class_amounts: Option<Topic<pay::ClassAmounts>>,
    #[serde(default)]
    pub criterion: BTreeMap<String, Topic<pay::Criterion>>,
    #[serde(default)]
    pub payout: payout::PayoutFile,
    #[serde(default)]
    pub base: BTreeMap<String, Topic<pay::Base>>,
    #[serde(default)]
    pub employment_factor: BTreeMap<String, Topic<pay::Factor>>,
    #[serde(default)]
    pub reason_factor: BTreeMap<String, Topic<pay::Factor>>,
    pub proration: Option<Topic<pay::Proration>>,
    #[serde(default)]
    pub rule: BTreeMap<String, pay::Rule>,
    #[serde(default)]
    pub cap: BTreeMap<String, Topic<pay::CapValue>>,
    pub rounding: Option<Topic<pay::RoundingValue>>,
    pub gross_rounding: Option<Topic<pay::RoundingValue>>,
    pub predikat: Option<Topic<performance::Quadrant>>,
    #[serde(default)]
    pub ladder: BTreeMap<String, Topic<discipline::LadderValue>>,
    #[serde(default)]
    pub leave: leave::LeaveLaw,
    #[serde(default)]
    pub discipline: discipline_tables::DisciplineTables,
    #[serde(default)]
    pub roster: roster::RosterTables,
    #[serde(default)]
    pub lacks: Vec<LackEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LackEntry {
    topic: String,
    what: String,
}

/// One file while it is being read.
pub(super) struct Reading<'a> {
    pub file: LawFile<'a>,
    pub faults: Vec<BadLaw>,
    /// Block of the topic whose values are being settled.
    pub topic: String,
}

impl Reading<'_> {
    /// Line of a byte, from 1.
    pub(super) fn line(&self, place: usize) -> u32 {
        let before = self.file.text.get(..place).unwrap_or_default();
        1 + u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX)
    }

    /// Begins a topic, whose title stands at a byte.
    fn begin(&mut self, title: &Spanned<String>) {
        self.topic = signed::block(self.file.text, title.span().start);
    }

    /// Notes a fault at a byte.
    pub(super) fn fault(&mut self, place: usize, message: impl Into<String>) {
        let line = self.line(place);
        self.faults.push(BadLaw { file: self.file.path.to_owned(), line, message: message.into() });
    }
}

pub(super) fn read(files: &[LawFile<'_>]) -> Result<Law, Vec<BadLaw>> {
    let mut law = empty(files);
    let mut readings = Vec::new();
    let mut all_read = true;
    for file in files {
        let mut reading = Reading { file: *file, faults: Vec::new(), topic: String::new() };
        match toml::from_str::<File>(file.text) {
            Ok(parsed) => merge(&mut law, parsed, &mut reading),
            Err(error) => {
                let place = error.span().map_or(0, |span| span.start);
                let message = error.message().replace('\n', "; ");
                let dotted = ["invalid float", "invalid integer"];
                let advice = if dotted.iter().any(|start| message.starts_with(start)) {
                    "; write a number of rupiah without dots, 3854725"
                } else {
                    ""
                };
                reading.fault(place, message + advice);
                all_read = false;
            }
        }
        readings.push(reading);
    }
    // Of a file that could not be read nothing is known, so nothing can be missed from it.
    if all_read {
        check::across_files(&law, &mut readings);
    }
    let mut faults: Vec<BadLaw> = readings.into_iter().flat_map(|reading| reading.faults).collect();
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    faults.dedup();
    if faults.is_empty() { Ok(law) } else { Err(faults) }
}

fn empty(files: &[LawFile<'_>]) -> Law {
    let mut digest = Sha256::new();
    for file in files {
        for part in [file.path, file.text] {
            digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            digest.update(part.as_bytes());
        }
    }
    let version = digest.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    Law {
        version,
        provisions: Provisions::default(),
        holidays: Vec::new(),
        seasons: BTreeMap::new(),
        week: Vec::new(),
        schedules: BTreeMap::new(),
        scans: Vec::new(),
        minutes: Vec::new(),
        wfa: Vec::new(),
        class_amounts: Vec::new(),
        criteria: BTreeMap::new(),
        payout: payout::PayoutLaw::default(),
        bases: BTreeMap::new(),
        employment_factors: BTreeMap::new(),
        reason_factors: BTreeMap::new(),
        proration: Vec::new(),
        rules: BTreeMap::new(),
        caps: BTreeMap::new(),
        rounding: Vec::new(),
        gross_rounding: Vec::new(),
        predikat: Vec::new(),
        ladders: BTreeMap::new(),
        leave: leave::LeaveLaw::default(),
        discipline: discipline::DisciplineLaw::default(),
        roster: roster::RosterLaw::default(),
        lacks: Vec::new(),
    }
}

/// Settles the values of a file and puts them beside those already read.
fn merge(law: &mut Law, file: File, reading: &mut Reading<'_>) {
    let provisions = &mut law.provisions;
    for (key, act) in file.act {
        if provisions.acts.insert(key.clone(), act).is_some() {
            reading.fault(0, format!("act {key} is declared twice; give it another key"));
        }
    }
    for holiday in file.holiday {
        law.holidays.push(settle_holiday(holiday, provisions, reading));
    }
    law.holidays.sort_by_key(|holiday| *holiday.date.get_ref());
    named(&mut law.seasons, file.season, "season", provisions, reading);
    listed(&mut law.week, file.week, "week", provisions, reading);
    for (name, mut schedule) in file.schedule {
        let topic = format!("schedule.{name}");
        check::schedule(&schedule, reading);
        reading.begin(&schedule.title);
        let title = schedule.title.get_ref().clone();
        settle(&mut schedule.values, &topic, &title, provisions, reading);
        match law.schedules.get_mut(&name) {
            Some(known) => known.values.extend(schedule.values),
            None => drop(law.schedules.insert(name, schedule)),
        }
    }
    listed(&mut law.scans, file.scans, "scans", provisions, reading);
    listed(&mut law.minutes, file.minutes, "minutes", provisions, reading);
    listed(&mut law.wfa, file.wfa, "wfa", provisions, reading);
    check::indices(file.class_amounts.as_ref(), reading);
    listed(&mut law.class_amounts, file.class_amounts, "class-amounts", provisions, reading);
    named(&mut law.criteria, file.criterion, "criterion", provisions, reading);
    law.payout.merge(file.payout, provisions, reading);
    named(&mut law.bases, file.base, "base", provisions, reading);
    let factors = &mut law.employment_factors;
    named(factors, file.employment_factor, "employment-factor", provisions, reading);
    named(&mut law.reason_factors, file.reason_factor, "reason-factor", provisions, reading);
    listed(&mut law.proration, file.proration, "proration", provisions, reading);
    for (name, mut rule) in file.rule {
        check::rule(&rule, reading);
        settle_rule(&name, &mut rule, provisions, reading);
        match law.rules.get_mut(&name) {
            Some(known) => known.values.extend(rule.values),
            None => drop(law.rules.insert(name, rule)),
        }
    }
    named(&mut law.caps, file.cap, "cap", provisions, reading);
    listed(&mut law.rounding, file.rounding, "rounding", provisions, reading);
    listed(&mut law.gross_rounding, file.gross_rounding, "gross-rounding", provisions, reading);
    performance::check(file.predikat.as_ref(), reading);
    listed(&mut law.predikat, file.predikat, "predikat", provisions, reading);
    for ladder in file.ladder.values() {
        check::ladder(ladder, reading);
    }
    named(&mut law.ladders, file.ladder, "ladder", provisions, reading);
    discipline_tables::merge(&mut law.discipline, file.discipline, provisions, reading);
    law.roster.merge(file.roster, provisions, reading);
    leave::merge(law, file.leave, reading);
    law.lacks.extend(file.lacks.into_iter().map(|lack| Lack {
        topic: lack.topic,
        what: lack.what,
        file: reading.file.path.to_owned(),
    }));
}

pub(super) fn named<T: Dated + Aspect>(
    into: &mut BTreeMap<String, Topic<T>>,
    topics: BTreeMap<String, Topic<T>>,
    kind: &str,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) {
    for (name, mut topic) in topics {
        reading.begin(&topic.title);
        let title = topic.title.get_ref().clone();
        check::not_empty(&topic.values, topic.title.span().start, reading);
        settle(&mut topic.values, &format!("{kind}.{name}"), &title, provisions, reading);
        match into.get_mut(&name) {
            Some(known) => known.values.extend(topic.values),
            None => drop(into.insert(name, topic)),
        }
    }
}

pub(super) fn listed<T: Dated + Aspect>(
    into: &mut Vec<T>,
    topic: Option<Topic<T>>,
    name: &str,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) {
    if let Some(mut topic) = topic {
        reading.begin(&topic.title);
        let title = topic.title.get_ref().clone();
        check::not_empty(&topic.values, topic.title.span().start, reading);
        settle(&mut topic.values, name, &title, provisions, reading);
        into.extend(topic.values);
    }
}

fn settle<T: Dated + Aspect>(
    values: &mut [T],
    topic: &str,
    title: &str,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) {
    check::dates(values, reading);
    for value in values {
        let topic = match value.aspect() {
            Some(aspect) => format!("{topic}.{aspect}"),
            None => topic.to_owned(),
        };
        let id = add(value, &topic, title, provisions, reading);
        value.settle(reading.file.layer, id);
    }
}

fn add<T: Dated + Aspect>(
    value: &T,
    topic: &str,
    title: &str,
    provisions: &mut Provisions,
    reading: &Reading<'_>,
) -> ProvisionId {
    let head = value.head();
    provisions.add(Provision {
        id: format!("{topic}@{}", head.from),
        topic: topic.to_owned(),
        title: title.to_owned(),
        from: head.from,
        until: head.until,
        known: head.known,
        status: head.status,
        act: head.source.act.clone(),
        article: head.source.article.clone(),
        note: head.note.map(str::to_owned),
        layer: reading.file.layer,
        file: reading.file.path.to_owned(),
        line: reading.line(head.place),
        signed: format!("{}\n{}", reading.topic, signed::block(reading.file.text, head.place)),
    })
}

/// A rule is one provision a band, so that a line can name the letter of the article.
fn settle_rule(
    name: &str,
    rule: &mut pay::Rule,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) {
    check::dates(&rule.values, reading);
    reading.begin(&rule.title);
    for value in &mut rule.values {
        let mut first = None;
        for band in &value.bands {
            let id = add(value, &format!("rule.{name}"), rule.title.get_ref(), provisions, reading);
            provisions.refine(id, |provision| {
                provision.id = format!("{}#{}", provision.id, band.code);
                if let Some(article) = &band.article {
                    provision.article.clone_from(article);
                }
            });
            first.get_or_insert(id);
        }
        if let Some(first) = first {
            value.settle(reading.file.layer, first);
        }
    }
}

fn settle_holiday(
    mut holiday: calendar::Holiday,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) -> calendar::Holiday {
    let date = *holiday.date.get_ref();
    check::sourced(&holiday.source, holiday.date.span().start, reading);
    holiday.provision = provisions.add(Provision {
        id: format!("holiday@{date}"),
        topic: "holiday".to_owned(),
        title: holiday.name.clone(),
        from: date,
        until: Some(date),
        known: Some(holiday.known),
        status: holiday.status,
        act: holiday.source.act.clone(),
        article: holiday.source.article.clone(),
        note: holiday.note.clone(),
        layer: reading.file.layer,
        file: reading.file.path.to_owned(),
        line: reading.line(holiday.date.span().start),
        signed: signed::block(reading.file.text, holiday.date.span().start),
    });
    holiday
}
