//! People out of a file: who works where, as what, on which hours, from which day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Nip, PersonId, PinGroup, ScheduleKey, Skpd};
use jiff::civil::Date;
use serde::Serialize;
use storage::{
    organisation::SkpdEntry,
    people::{Appended, NewPersonFact, PersonState},
};
use terminal::Pin;

use super::{
    Ledger,
    columns::{Column, employment},
};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    table::{BadRow, Reason, Row, Table, value},
};

/// Facts kept in one transaction: large files are cut, so that terminals need not wait for them.
const FACTS_A_TRANSACTION: usize = 5_000;

/// Kelas jabatan.
const CLASSES: std::ops::RangeInclusive<u8> = 1..=17;

/// Most letters of a name, a unit or a position.
const WORDS_CHARS_MAX: usize = 200;

/// How to import people.
#[derive(Clone, Debug)]
pub struct PeopleImport {
    /// Whether only to say what would become of the file.
    pub dry_run: bool,
    /// The group of terminals that the PINs of the file are for.
    pub pin_group: PinGroup,
}

/// What became of a file of people; of a dry run what would become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportedPeople {
    /// Rows below the headings.
    pub rows: u32,
    /// Facts not known before.
    pub loaded: u32,
    /// Facts known already, to the letter.
    pub known: u32,
    /// People not known before.
    pub people_new: u32,
    /// PINs that got an owner.
    pub pins: u32,
    /// Organisations not known before: new ones, or a code mistyped.
    pub skpds_new: Vec<String>,
    /// Rows that were not taken, with the reason; one entry a row.
    pub bad: Vec<BadRow>,
    /// Columns that mean nothing here and were passed over.
    pub ignored_columns: Vec<String>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

impl Office {
    /// Imports people from CSV or XLSX. Columns are found by name (`nip`, `nama`, `skpd`, …, in
    /// Indonesian or English). A column that the file lacks keeps what holds about a known person;
    /// an empty cell says that there is nothing. Importing the same file again changes nothing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] if the file as a whole is of no use: no table, or a column that
    /// must be there is missing. [`OfficeError::Store`] if it could not be kept; importing again
    /// then loads what is missing.
    pub async fn import_people(
        &self,
        actor: &Actor,
        file_name: &str,
        bytes: &[u8],
        options: PeopleImport,
    ) -> Result<ImportedPeople, OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        let table = Table::<Column>::read(bytes)
            .map_err(|error| OfficeError::bad_table(file_name, error))?;
        let skpds = self.store.skpds().await?;
        let mut reader = Reader {
            office: self,
            table: &table,
            group: options.pin_group,
            skpds: &skpds,
            ledger: self.ledger().await?,
            seen: HashMap::new(),
            named: BTreeMap::new(),
            counted: Appended::default(),
        };
        let mut imported = ImportedPeople {
            ignored_columns: table.ignored(),
            dry_run: options.dry_run,
            ..ImportedPeople::default()
        };
        let mut facts = Vec::new();
        for row in table.rows() {
            imported.rows += 1;
            match reader.fact(&row) {
                Ok(fact) => facts.push(fact),
                Err(bad) => imported.bad.push(bad),
            }
        }
        let (counted, named) = (reader.counted, reader.named);
        imported.skpds_new = unknown_skpds(&facts, &skpds);
        let done = if options.dry_run {
            counted
        } else {
            self.keep(actor, file_name, &facts, named).await?
        };
        imported.loaded = done.facts;
        imported.known = done.known;
        imported.people_new = done.people;
        imported.pins = done.pins;
        Ok(imported)
    }

    /// Keeps the facts, part by part, and the names of organisations that had none.
    async fn keep(
        &self,
        actor: &Actor,
        file_name: &str,
        facts: &[NewPersonFact],
        named: BTreeMap<Skpd, String>,
    ) -> Result<Appended, OfficeError> {
        const VERB: &str = "person.import_people";
        if !named.is_empty() {
            let entries: Vec<_> =
                named.into_iter().map(|(code, name)| SkpdEntry { code, name }).collect();
            let detail = format!("skpd={}", entries.len());
            self.store.put_skpds(&entries, self.audit(actor, VERB, file_name, detail)).await?;
        }
        let mut done = Appended::default();
        for part in facts.chunks(FACTS_A_TRANSACTION) {
            let audit = self.audit(actor, VERB, file_name, format!("facts={}", part.len()));
            let Appended { people, facts, known, pins } =
                self.store.append_facts(part, self.now(), audit).await?;
            done.people += people;
            done.facts += facts;
            done.known += known;
            done.pins += pins;
        }
        Ok(done)
    }
}

/// The organisations of facts that are not registered, each once.
fn unknown_skpds(facts: &[NewPersonFact], known: &[SkpdEntry]) -> Vec<String> {
    let of_facts: BTreeSet<&Skpd> = facts.iter().map(|fact| &fact.state.skpd).collect();
    let unknown =
        of_facts.into_iter().filter(|skpd| known.iter().all(|entry| entry.code != **skpd));
    unknown.map(Skpd::to_string).collect()
}

/// Reads rows in the light of what is known and of the rows before.
struct Reader<'a> {
    office: &'a Office,
    table: &'a Table<Column>,
    group: PinGroup,
    skpds: &'a [SkpdEntry],
    ledger: Ledger,
    /// The line in which a Nip stood with a first day.
    seen: HashMap<(Nip, Date), u32>,
    /// Names of organisations that had none.
    named: BTreeMap<Skpd, String>,
    counted: Appended,
}

impl Reader<'_> {
    /// The fact of a row, if it is good; it counts from the next row on.
    fn fact(&mut self, row: &Row<'_, Column>) -> Result<NewPersonFact, BadRow> {
        let nip = row.get(Column::Nip, value::nip)?;
        let today = self.office.today();
        let valid_from = row.get_if_given(Column::ValidFrom, value::date)?.unwrap_or(today);
        if let Some(line) = self.seen.get(&(nip, valid_from)) {
            let reason = Reason::new("import-nip-in-line").with("line", line);
            return Err(row.bad(Column::Nip, reason));
        }
        let person = self.person(row, &nip)?;
        let held = person.and_then(|person| self.ledger.state_on(person, valid_from)).cloned();
        let state = self.state(row, nip, held.as_ref())?;
        let pin = self.pin(row, person, valid_from)?;
        let named = self.name_of_skpd(row, &state.skpd)?;
        // The store finds people by their Nip, but for one whose Nip itself changes.
        let person = person.filter(|_| self.ledger.carrier(&nip).is_none());
        let fact = NewPersonFact { person, valid_from, state, pin };
        self.seen.insert((nip, valid_from), row.line());
        self.named.extend(named);
        self.ledger.append(&fact, &mut self.counted);
        Ok(fact)
    }

    /// The person of a row: who carries the Nip, or carried the former one.
    fn person(&self, row: &Row<'_, Column>, nip: &Nip) -> Result<Option<PersonId>, BadRow> {
        let carrier = self.ledger.carrier(nip);
        let Some(former) = row.get_if_given(Column::FormerNip, value::nip)? else {
            return Ok(carrier);
        };
        match (carrier, self.ledger.carrier(&former)) {
            (Some(carrier), Some(other)) if carrier != other => {
                Err(row.bad(Column::FormerNip, Reason::new("import-two-people")))
            }
            (Some(carrier), _) => Ok(Some(carrier)),
            (None, Some(person)) if person.0 > 0 => Ok(Some(person)),
            (None, Some(_)) => Err(row.bad(Column::FormerNip, Reason::new("import-former-new"))),
            (None, None) => Err(row.bad(Column::FormerNip, Reason::new("import-former-nobody"))),
        }
    }

    fn state(
        &self,
        row: &Row<'_, Column>,
        nip: Nip,
        held: Option<&PersonState>,
    ) -> Result<PersonState, BadRow> {
        let text = |column, held: Option<&String>| match held {
            Some(held) if !self.table.has(column) => Ok(held.clone()),
            _ => row.get(column, |text| value::words(text, WORDS_CHARS_MAX)),
        };
        // What a column says, or what holds where the file has no such column.
        let kept = |column| held.filter(|_| !self.table.has(column));
        let state = PersonState {
            nip,
            name: row.get(Column::Name, |text| value::words_given(text, WORDS_CHARS_MAX))?,
            skpd: row.get(Column::Skpd, |text| self.skpd(text))?,
            unit: text(Column::Unit, held.map(|held| &held.unit))?,
            position: text(Column::Position, held.map(|held| &held.position))?,
            class: match kept(Column::Class) {
                Some(held) => held.class,
                None => row.get_if_given(Column::Class, class)?,
            },
            employment: row.get(Column::Employment, employment)?,
            schedule: row.get(Column::Schedule, |text| self.schedule(text))?,
            tpp_eligible: match kept(Column::Tpp) {
                Some(held) => held.tpp_eligible,
                None => row.get_if_given(Column::Tpp, value::yes_no)?.unwrap_or(true),
            },
            tpp_factor: match kept(Column::Factor) {
                Some(held) => held.tpp_factor,
                None => row.get_if_given(Column::Factor, value::factor)?,
            },
            tpp_reason: match kept(Column::Reason) {
                Some(held) => held.tpp_reason.clone(),
                None => row.get_if_given(Column::Reason, value::code)?,
            },
            in_service: match kept(Column::InService) {
                Some(held) => held.in_service,
                None => row.get_if_given(Column::InService, value::yes_no)?.unwrap_or(true),
            },
        };
        self.check_reason(row, &state)?;
        Ok(state)
    }

    /// A reason that the law does not know would silently pay in full.
    fn check_reason(&self, row: &Row<'_, Column>, state: &PersonState) -> Result<(), BadRow> {
        let known = &self.office.lawbook.law().reason_factors;
        match &state.tpp_reason {
            Some(reason)
                if state.tpp_eligible
                    && state.tpp_factor.is_none()
                    && !known.contains_key(reason) =>
            {
                let known: Vec<_> = known.keys().map(String::as_str).collect();
                let silent = Reason::new("import-tpp-reason").with("text", reason);
                Err(row.bad(Column::Reason, silent.with("known", known.join(", "))))
            }
            _ => Ok(()),
        }
    }

    /// The organisation by its code, or by its name where one is known by it.
    fn skpd(&self, text: &str) -> Result<Skpd, Reason> {
        let called = |entry: &&SkpdEntry| entry.name.to_lowercase() == text.to_lowercase();
        match self.skpds.iter().find(called) {
            Some(entry) => Ok(entry.code.clone()),
            None => Ok(text.parse::<Skpd>()?),
        }
    }

    /// The name a row gives to an organisation that has none but its code.
    fn name_of_skpd(
        &self,
        row: &Row<'_, Column>,
        code: &Skpd,
    ) -> Result<Option<(Skpd, String)>, BadRow> {
        let name = row.get(Column::SkpdName, |text| value::words(text, WORDS_CHARS_MAX))?;
        let named = self.named.contains_key(code)
            || self.skpds.iter().any(|known| known.code == *code && known.name != code.as_str());
        Ok((!named && !name.is_empty()).then(|| (code.clone(), name)))
    }

    /// A working pattern of the law, with a place in its cycle if it has one.
    fn schedule(&self, text: &str) -> Result<ScheduleKey, Reason> {
        let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
        let key: ScheduleKey = plain.parse()?;
        let known = &self.office.lawbook.law().schedules;
        if !known.contains_key(key.pattern()) {
            let known: Vec<_> = known.keys().map(String::as_str).collect();
            let unknown = Reason::new("import-schedule").with("text", key.pattern());
            return Err(unknown.with("known", known.join(", ")));
        }
        match key.as_str().split_once(':') {
            Some((_, place)) if place.parse::<u32>().is_err() => {
                Err(Reason::new("import-cycle-place").with("text", place))
            }
            _ => Ok(key),
        }
    }

    /// The PIN, unless it means somebody else who is still in service.
    fn pin(
        &self,
        row: &Row<'_, Column>,
        person: Option<PersonId>,
        valid_from: Date,
    ) -> Result<Option<(PinGroup, String)>, BadRow> {
        let Some(pin) = row.get_if_given(Column::Pin, str::parse::<Pin>)? else {
            return Ok(None);
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !pin.as_str().chars().all(fits) {
            let reason = Reason::new("import-pin").with("text", pin.as_str());
            return Err(row.bad(Column::Pin, reason));
        }
        let owner = self.ledger.owner(&self.group, pin.as_str(), valid_from);
        if let Some(owner) = owner.filter(|owner| Some(*owner) != person) {
            let state = self.ledger.state_on(owner, valid_from);
            if state.is_some_and(|state| state.in_service) {
                let nip = self.ledger.nip(owner).map_or("", Nip::as_str);
                let taken = Reason::new("import-pin-taken").with("pin", pin.as_str());
                let taken = taken.with("group", &self.group).with("nip", nip);
                return Err(row.bad(Column::Pin, taken));
            }
        }
        Ok(Some((self.group.clone(), pin.as_str().to_owned())))
    }
}

fn class(text: &str) -> Result<u8, Reason> {
    let class = text.parse::<u8>().ok().filter(|class| CLASSES.contains(class));
    class.ok_or_else(|| Reason::new("import-class").with("text", text))
}
