//! What a law file must not do: leave a value without source or day, overlap, run backwards,
//! leave a gap between bands, or name what does not exist.

use jiff::civil::Date;

use super::{
    Law,
    aspect::Aspect,
    dated::{Dated, Topic, on},
    discipline::LadderValue,
    hours::{Schedule, weekdays},
    pay::{Band, Base, ClassAmounts, Of, Rule},
    payout,
    provision::{Source, Status},
    read::Reading,
};

/// A topic without a value says nothing.
pub(super) fn not_empty<T>(values: &[T], place: usize, reading: &mut Reading<'_>) {
    if values.is_empty() {
        reading.fault(place, "has no dated value; add one, or name it under [[lacks]]");
    }
}

/// A value without act or article cannot be checked by anybody.
pub(super) fn sourced(source: &Source, place: usize, reading: &mut Reading<'_>) {
    if source.act.trim().is_empty() || source.article.trim().is_empty() {
        reading.fault(place, "has a source without act or article; name both");
    }
}

/// Values go from the oldest to the newest, and none begins before the one before it ends.
pub(super) fn dates<T: Dated + Aspect>(values: &[T], reading: &mut Reading<'_>) {
    for (index, value) in values.iter().enumerate() {
        let head = value.head();
        sourced(head.source, head.place, reading);
        if head.until.is_some_and(|until| until < head.from) {
            reading.fault(head.place, "ends before it begins; check from and until");
        }
        let before = values
            .iter()
            .take(index)
            .rev()
            .find(|other| other.aspect() == value.aspect())
            .map(Dated::head);
        if let Some(before) = before {
            if before.from >= head.from {
                reading.fault(
                    head.place,
                    format!(
                        "begins on {} but stands after the value of {}; put the oldest first",
                        head.from, before.from
                    ),
                );
            } else if before.until.is_some_and(|until| until >= head.from) {
                reading.fault(
                    head.place,
                    format!(
                        "begins on {} but overlaps the value of {}; end that one before",
                        head.from, before.from
                    ),
                );
            }
        }
    }
}

/// Bands are in order and without gaps; the last is open, unless the act ends there.
pub(super) fn rule(rule: &Rule, reading: &mut Reading<'_>) {
    not_empty(&rule.values, rule.title.span().start, reading);
    for value in &rule.values {
        let place = value.head().place;
        if value.bands.is_empty() {
            reading.fault(place, "has no band; add at least one");
        }
        if value.every == Some(0) {
            reading.fault(place, "counts every 0 units; use 1 or more");
        }
        for (number, band) in value.bands.iter().enumerate() {
            band_alone(band, place, reading);
            if value.bands.iter().take(number).any(|other| other.code == band.code) {
                reading
                    .fault(place, format!("has two bands {}; give each its own code", band.code));
            }
        }
        if let (true, Some(Band { to: Some(to), code, .. })) =
            (rule.measure.in_minutes(), value.bands.last())
        {
            reading.fault(
                place,
                format!("ends with {code} at {to}, so more costs nothing; leave its end open, or add a band with unknown = true where the source is silent"),
            );
        }
        for (band, next) in value.bands.iter().zip(value.bands.iter().skip(1)) {
            match band.to {
                None => reading.fault(
                    place,
                    format!("band {} is open, but {} follows; give it an end", band.code, next.code),
                ),
                Some(to) if next.from > to + 1 => reading.fault(
                    place,
                    format!(
                        "leaves a gap between {} ({to}) and {} ({}); where the source is silent, add a band with unknown = true",
                        band.code, next.code, next.from
                    ),
                ),
                Some(to) if next.from <= to => reading.fault(
                    place,
                    format!("band {} begins at {} inside {} (to {to})", next.code, next.from, band.code),
                ),
                Some(_) => {}
            }
        }
    }
}

fn band_alone(band: &Band, place: usize, reading: &mut Reading<'_>) {
    if band.rate.is_none() != band.unknown {
        reading.fault(place, format!("band {} needs either a rate or unknown = true", band.code));
    }
    if band.rate.is_some_and(|rate| rate.num() > rate.den()) {
        reading.fault(place, format!("band {} cuts more than 100%; check the comma", band.code));
    }
    if band.from == 0 || band.to.is_some_and(|to| to < band.from) {
        reading.fault(place, format!("band {} must run from 1 or more to its end", band.code));
    }
}

/// Keys are weekdays, shifts do not overlap, and a cycle names its shifts and its first day.
pub(super) fn schedule(schedule: &Schedule, reading: &mut Reading<'_>) {
    not_empty(&schedule.values, schedule.title.span().start, reading);
    for value in &schedule.values {
        let place = value.head().place;
        for (key, shifts) in &value.week {
            if weekdays(key).is_none() {
                reading.fault(place, format!("\"{key}\" is no weekday; write mon, or mon-thu"));
            }
            for (shift, next) in shifts.iter().zip(shifts.iter().skip(1)) {
                if next.starts < shift.ends {
                    reading.fault(place, format!("shifts of {key} overlap at {}", next.starts));
                }
            }
        }
        let all = value.week.values().flatten().chain(value.shifts.values());
        for shift in all {
            if shift.ends <= shift.starts {
                reading.fault(
                    place,
                    format!("a shift ends at {} before it starts at {}; write the next day's time as 07:00+1", shift.ends, shift.starts),
                );
            }
        }
        if let Some(cycle) = &value.cycle {
            if value.anchor.is_none() {
                reading.fault(place, "has a cycle without anchor; name a day on which it begins");
            }
            for letter in cycle.split_whitespace().filter(|letter| *letter != "-") {
                if !value.shifts.contains_key(letter) {
                    reading.fault(place, format!("cycle names shift {letter}, which has no times"));
                }
            }
        }
        if value.week.is_empty() && value.cycle.is_none() {
            reading.fault(place, "has neither week nor cycle");
        }
    }
}

/// Amounts times indices are seldom whole rupiah.
pub(super) fn indices(amounts: Option<&Topic<ClassAmounts>>, reading: &mut Reading<'_>) {
    for value in amounts.iter().flat_map(|topic| &topic.values) {
        if !value.indices.is_empty() && value.how.is_none() {
            reading.fault(value.head().place, "has indices without how; say how fractions end");
        }
    }
}

/// Rungs are in order and without gaps.
pub(super) fn ladder(ladder: &Topic<LadderValue>, reading: &mut Reading<'_>) {
    for value in &ladder.values {
        let place = value.head().place;
        for (rung, next) in value.rungs.iter().zip(value.rungs.iter().skip(1)) {
            if rung.to.is_none_or(|to| next.from != to + 1) {
                reading.fault(
                    place,
                    format!("rung from {} does not follow the rung from {}", next.from, rung.from),
                );
            }
        }
    }
}

/// A rung that may wait has a topic that says what stands in its place, and what replaces names a
/// rung of the ladder that waits.
fn replacements_fit(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    let mut say = |id, message: String| {
        let provision = law.provisions.get(id);
        wrong.push((provision.file.clone(), provision.line, message));
    };
    for (name, ladder) in &law.ladders {
        for value in &ladder.values {
            let waits = value.rungs.iter().any(|rung| rung.waits);
            if waits && !law.discipline.transitions.contains_key(name) {
                let message = format!(
                    "has a rung that waits, but nothing says what stands in its place; add [discipline.transition.{name}]"
                );
                say(value.head().provision, message);
            }
        }
    }
    for (name, transition) in &law.discipline.transitions {
        let ladder = law.ladders.get(name);
        let waits = |code: &str| {
            let mut rungs = ladder.iter().flat_map(|ladder| &ladder.values).flat_map(|v| &v.rungs);
            rungs.any(|rung| rung.waits && rung.code == code)
        };
        for value in &transition.values {
            for replacement in value.replaces.iter().filter(|one| !waits(&one.waits)) {
                let message = format!(
                    "replaces \"{}\", which is no waiting rung of ladder {name}; check the code",
                    replacement.waits
                );
                say(value.head().provision, message);
            }
        }
    }
    for (name, conversion) in &law.discipline.conversions {
        for value in conversion.values.iter().filter(|value| value.minutes_a_day == 0) {
            let message = format!("makes a day of 0 minutes in ladder {name}; use 1 or more");
            say(value.head().provision, message);
        }
    }
}

/// What can be seen only when all files are read: names that must exist somewhere.
pub(super) fn across_files(law: &Law, readings: &mut [Reading<'_>]) {
    let mut wrong = Vec::new();
    for (_, provision) in law.provisions.iter() {
        let mut say =
            |message: String| wrong.push((provision.file.clone(), provision.line, message));
        match law.provisions.acts.get(&provision.act) {
            None => say(format!(
                "cites act \"{}\", which no file declares; add [act.{}]",
                provision.act, provision.act
            )),
            Some(act) if provision.status == Status::Confirmed && act.read_at.is_none() => {
                say(format!(
                    "is confirmed, but act \"{}\" does not say where its text was read; add read_at",
                    provision.act
                ));
            }
            Some(_) => {}
        }
    }
    for season in law.seasons.values().flat_map(|seasons| &seasons.values) {
        if season.head().until.is_none() {
            let provision = law.provisions.get(season.head().provision);
            wrong.push((provision.file.clone(), provision.line, "a season needs until".to_owned()));
        }
    }
    names_exist(law, &mut wrong);
    components_fit(law, &mut wrong);
    super::leave::across_files(law, &mut wrong);
    payout::names_exist(law, &mut wrong);
    super::roster::names_exist(law, &mut wrong);
    replacements_fit(law, &mut wrong);
    for (file, line, message) in wrong {
        if let Some(reading) = readings.iter_mut().find(|reading| reading.file.path == file) {
            reading.faults.push(super::BadLaw { file, line, message });
        }
    }
}

/// The components of the Tpp are together no more than the Tpp. They may be less: a source may give
/// some of them only.
fn components_fit(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    let components = |base: &&Base| base.component && base.of == Of::Tpp;
    for value in law.bases.values().flat_map(|base| &base.values).filter(components) {
        let from = value.head().from;
        let parts = law.bases.values().filter_map(|base| on(&base.values, from, Date::MAX));
        let (mut num, mut den) = (0_u128, 1_u128);
        for share in parts.filter(components).map(|part| part.share) {
            num = num * u128::from(share.den()) + u128::from(share.num()) * den;
            den *= u128::from(share.den());
        }
        if num > den {
            let provision = law.provisions.get(value.head().provision);
            let message = format!(
                "makes the components of the Tpp more than 100% from {from} on; check the shares"
            );
            wrong.push((provision.file.clone(), provision.line, message));
        }
    }
}

fn names_exist(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    let base_exists = |name: &str| matches!(name, "tpp" | "class") || law.bases.contains_key(name);
    // A value without bands has no provision to speak of; it is a fault already.
    let ruled = law.rules.values().flat_map(|rule| &rule.values);
    for value in ruled.filter(|value| !value.bands.is_empty()) {
        let provision = law.provisions.get(value.head().provision);
        let mut say =
            |message: String| wrong.push((provision.file.clone(), provision.line, message));
        let bases = value.bands.iter().filter_map(|band| band.base.as_ref()).chain([&value.base]);
        for base in bases.filter(|base| !base_exists(base)) {
            say(format!("names base \"{base}\", which does not exist; add [base.{base}]"));
        }
        for name in value.replaces.iter().filter(|name| !law.rules.contains_key(*name)) {
            say(format!("replaces rule \"{name}\", which does not exist"));
        }
        if let Some(season) = value.season.as_ref().filter(|name| !law.seasons.contains_key(*name))
        {
            say(format!(
                "holds in season \"{season}\", which does not exist; add [season.{season}]"
            ));
        }
    }
    for value in law.caps.values().flat_map(|cap| &cap.values) {
        let provision = law.provisions.get(value.head().provision);
        if !base_exists(&value.base) {
            let message = format!("names base \"{}\", which does not exist", value.base);
            wrong.push((provision.file.clone(), provision.line, message));
        }
        for name in value.rules.iter().filter(|name| !law.rules.contains_key(*name)) {
            let message = format!("caps rule \"{name}\", which does not exist");
            wrong.push((provision.file.clone(), provision.line, message));
        }
    }
    for (schedule, value) in
        law.schedules.values().flat_map(|s| s.values.iter().map(move |value| (s, value)))
    {
        let provision = law.provisions.get(value.head().provision);
        for season in schedule.closed.iter().chain(&value.season) {
            if !law.seasons.contains_key(season) {
                let message = format!("names season \"{season}\", which does not exist");
                wrong.push((provision.file.clone(), provision.line, message));
            }
        }
    }
}
