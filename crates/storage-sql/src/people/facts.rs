//! What holds about people.

use std::collections::{BTreeSet, HashMap, HashSet};

use civil::{Employment, Month, Nip, PersonId, Rate, Skpd, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use storage::{
    StoreError,
    people::{Appended, NewPersonFact, PersonFact, PersonState, PinMapping},
    presence::People,
    timeline::{Change, Timeline},
};

use super::{pins, rows_of};
use crate::{
    SqlStore,
    connection::{Row, args, day_number},
    directory::Whom,
    failure::unreadable,
    json::Rows,
    numbers::Kind,
    presence::marking::reach,
    writing::Writing,
};

/// Facts that fit; [`fact`] reads the rows.
macro_rules! select_facts {
    ($($narrowed:tt)*) => {
        concat!(
            "SELECT f.person, f.valid_from, f.recorded, f.nip, f.name, f.skpd, f.unit, ",
            "f.position, f.class, f.employment, f.schedule, f.tpp_eligible, f.tpp_factor_num, ",
            "f.tpp_factor_den, f.tpp_reason, f.in_service FROM fact f WHERE f.regency_id = $1 ",
            $($narrowed)*,
            " ORDER BY f.person, f.valid_from, f.id"
        )
    };
}

fn fact(row: &Row) -> Result<PersonFact, StoreError> {
    let part = |index| row.maybe_number::<u32>(index, "share of Tpp");
    let factor = match part(12)?.zip(part(13)?) {
        Some((_, 0)) => return Err(unreadable("share of Tpp", "it is parts of zero")),
        Some((num, den)) => Some(Rate::new(num, den)),
        None => None,
    };
    Ok(PersonFact {
        person: PersonId(row.int(0)?),
        valid_from: row.day(1)?,
        recorded: row.instant(2)?,
        state: PersonState {
            nip: row.parsed(3, "Nip")?,
            name: row.text(4)?,
            skpd: row.parsed(5, "skpd")?,
            unit: row.text(6)?,
            position: row.text(7)?,
            class: row.maybe_number(8, "class")?,
            employment: row.parsed::<Employment>(9, "employment kind")?,
            schedule: row.parsed(10, "schedule")?,
            tpp_eligible: row.int(11)? != 0,
            tpp_factor: factor,
            tpp_reason: row.maybe_text(14)?,
            in_service: row.int(15)? != 0,
        },
    })
}

impl SqlStore {
    pub(super) async fn list_facts_of(&self, nip: &Nip) -> Result<Vec<PersonFact>, StoreError> {
        let text = select_facts!("AND f.person = (", select_carrier!(), ")");
        let mut connection = self.read().await?;
        connection.rows(text, args![self.regency, nip.as_str()], fact).await
    }

    pub(super) async fn list_facts(&self, people: &People) -> Result<Vec<PersonFact>, StoreError> {
        let mut connection = self.read().await?;
        if let People::Of(skpd) = people {
            let text = select_facts!(
                "AND f.person IN (SELECT g.person FROM fact g \
                 WHERE g.regency_id = $1 AND g.skpd = $2)"
            );
            let args = args![self.regency, skpd.as_str()];
            let mut found = connection.rows(text, args, fact).await?;
            // A fact that another replaced from its first day on makes nobody a member.
            let members: HashSet<_> = found
                .chunk_by(|one, next| one.person == next.person)
                .filter(|facts| ever_belongs(facts, skpd))
                .flatten()
                .map(|fact| fact.person)
                .collect();
            found.retain(|fact| members.contains(&fact.person));
            return Ok(found);
        }
        let whom = Whom::find(&mut connection, self.regency, people, Date::MIN, Date::MAX).await?;
        if let Some(people) = whom.looked_up() {
            let text =
                select_facts!("AND f.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})");
            let args = vec![self.regency.into(), rows_of(people).into_arg()];
            return connection.rows(text, args, fact).await;
        }
        let all = connection.rows(select_facts!(""), args![self.regency], fact).await?;
        Ok(all.into_iter().filter(|fact| whom.includes(fact.person)).collect())
    }
}

/// Whether the facts of a person hold in the Skpd on any day.
fn ever_belongs(facts: &[PersonFact], skpd: &Skpd) -> bool {
    let mut line = Timeline::default();
    for fact in facts {
        line.append(fact.valid_from, &fact.state.skpd);
    }
    line.any_between(Date::MIN, Date::MAX, |of| *of == skpd)
}

/// What is known of the people that a batch is about.
#[derive(Default)]
struct Known {
    states: HashMap<PersonId, Timeline<PersonState>>,
    /// Who carries a Nip by the state that holds last.
    carriers: HashMap<Nip, BTreeSet<PersonId>>,
}

impl Known {
    async fn load(writing: &mut Writing, facts: &[NewPersonFact]) -> Result<Self, StoreError> {
        let mut known = Self::default();
        let nips: BTreeSet<_> = facts.iter().map(|fact| fact.state.nip).collect();
        let text = select_facts!(
            "AND f.person IN (SELECT g.person FROM fact g WHERE g.regency_id = $1 \
             AND g.nip IN (SELECT j.value->>0 FROM {rows}))"
        );
        let rows = Rows::of_texts(nips.iter().map(Nip::as_str));
        let args = vec![writing.regency.into(), rows.into_arg()];
        known.take(writing.connection.rows(text, args, fact).await?);

        let named: BTreeSet<_> = facts.iter().filter_map(|fact| fact.person).collect();
        let missing = named.iter().filter(|person| !known.states.contains_key(person));
        let text =
            select_facts!("AND f.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})");
        let args = vec![writing.regency.into(), rows_of(missing).into_arg()];
        let found = writing.connection.rows(text, args, fact).await?;
        known.take(found);
        Ok(known)
    }

    fn take(&mut self, facts: Vec<PersonFact>) {
        for fact in facts {
            self.append(fact.person, fact.valid_from, fact.state);
        }
    }

    fn append(&mut self, person: PersonId, from: Date, state: PersonState) -> Change<PersonState> {
        let line = self.states.entry(person).or_default();
        let before = line.newest().map(|state| state.nip);
        let change = line.append(from, state);
        let after = line.newest().map(|state| state.nip);
        if before != after {
            if let Some(carriers) = before.and_then(|nip| self.carriers.get_mut(&nip)) {
                carriers.remove(&person);
            }
            if let Some(nip) = after {
                self.carriers.entry(nip).or_default().insert(person);
            }
        }
        change
    }

    fn carrier(&self, nip: &Nip) -> Option<PersonId> {
        self.carriers.get(nip)?.first().copied()
    }
}

/// Appends facts in order, with their PINs, and marks what they change.
pub(super) async fn append(
    writing: &mut Writing,
    facts: &[NewPersonFact],
    recorded: Timestamp,
) -> Result<Appended, StoreError> {
    let mut done = Appended::default();
    let mut known = Known::load(writing, facts).await?;
    let now = Month::of(Wall::at(recorded, Zone::WIB).date());
    let reach = reach(writing, now).await?;
    let (mut rows, mut stale, mut pins) = (Rows::new(), Vec::new(), Vec::new());
    for fact in facts {
        let NewPersonFact { person, valid_from, state, pin } = fact;
        let person = person.or_else(|| known.carrier(&state.nip)).unwrap_or_else(|| {
            done.people += 1;
            PersonId(writing.numbers.next(Kind::Person))
        });
        match known.append(person, *valid_from, state.clone()) {
            Change::Known => done.known += 1,
            Change::New(span) => {
                done.facts += 1;
                let id = writing.numbers.next(Kind::Fact);
                write_fact(&mut rows, id, person, fact, recorded);
                if span.before.as_ref() != Some(state) {
                    let touched = span.touched(reach);
                    stale.extend(touched.map(|(from, until)| (person, from, until)));
                }
            }
        }
        if let Some((group, pin)) = pin {
            let (group, pin, valid_from) = (group.clone(), pin.clone(), *valid_from);
            pins.push(PinMapping { group, pin, person, valid_from });
        }
    }
    insert_facts(writing, rows).await?;
    register_skpds(writing, facts).await?;
    writing.mark_people(stale).await?;
    done.pins = pins::map(writing, &pins, recorded).await?;
    Ok(done)
}

fn write_fact(
    rows: &mut Rows,
    id: i64,
    person: PersonId,
    fact: &NewPersonFact,
    recorded: Timestamp,
) {
    let PersonState {
        nip,
        name,
        skpd,
        unit,
        position,
        class,
        employment,
        schedule,
        tpp_eligible,
        tpp_factor,
        tpp_reason,
        in_service,
    } = &fact.state;
    rows.row().int(person.0).int(day_number(fact.valid_from)).int(id);
    rows.int(recorded.as_microsecond()).text(nip.as_str()).text(name).text(skpd.as_str());
    rows.text(unit).text(position).maybe_int(class.map(i64::from)).text(employment.code());
    rows.text(schedule.as_str()).int(i64::from(*tpp_eligible));
    rows.maybe_int(tpp_factor.map(|factor| factor.num().into()));
    rows.maybe_int(tpp_factor.map(|factor| factor.den().into()));
    rows.maybe_text(tpp_reason.as_deref()).int(i64::from(*in_service));
}

async fn insert_facts(writing: &mut Writing, rows: Rows) -> Result<(), StoreError> {
    let text = "INSERT INTO fact (regency_id, person, valid_from, id, recorded, nip, name, skpd, \
                unit, position, class, employment, schedule, tpp_eligible, tpp_factor_num, \
                tpp_factor_den, tpp_reason, in_service) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), j.value->>4, \
                j.value->>5, j.value->>6, j.value->>7, j.value->>8, \
                CAST(j.value->>9 AS BIGINT), j.value->>10, j.value->>11, \
                CAST(j.value->>12 AS BIGINT), CAST(j.value->>13 AS BIGINT), \
                CAST(j.value->>14 AS BIGINT), j.value->>15, CAST(j.value->>16 AS BIGINT) \
                FROM {rows}";
    writing.with_rows(text, rows).await.map(drop)
}

async fn register_skpds(writing: &mut Writing, facts: &[NewPersonFact]) -> Result<(), StoreError> {
    let codes: BTreeSet<_> = facts.iter().map(|fact| fact.state.skpd.as_str()).collect();
    let text = "INSERT INTO skpd (regency_id, code, name) \
                SELECT $1, j.value->>0, j.value->>0 FROM {rows} WHERE true \
                ON CONFLICT (regency_id, code) DO NOTHING";
    writing.with_rows(text, Rows::of_texts(codes)).await.map(drop)
}
