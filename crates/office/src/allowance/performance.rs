//! How the people of a unit worked in a month: what is known, the predikat it makes, what the law
//! takes for it, and entering it.

use std::collections::{BTreeMap, HashMap};

use civil::{Month, Nip, PersonId, Rupiah, Skpd};
use rules::{
    law::{
        pay::Measure,
        performance::{Expectation, Quadrant},
    },
    tariff::Tariff,
};
use storage::{
    matters::Desk,
    people::{Performance, Rated},
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use super::statement::read;
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_in};

/// What is entered of how somebody worked in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Results of work.
    pub results: Option<Expectation>,
    /// Behaviour.
    pub behaviour: Option<Expectation>,
    /// Productivity reached, in basis points of what was planned, 0 to 10,000.
    pub productivity_bp: Option<u32>,
}

/// How the people of a unit worked in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitWork {
    /// The unit's name.
    pub name: String,
    /// The predikat of each pair, in order of results, then behaviour.
    pub quadrant: Vec<(Expectation, Expectation, String)>,
    /// What the law takes for a predikat; a predikat that is not here costs nothing.
    pub cuts: Vec<PredikatCut>,
    /// Whether the law of the month takes something for lacking productivity.
    pub asks_productivity: bool,
    /// The people whose month belongs to the unit: those of whom something is missing first, then
    /// by name and Nip.
    pub people: Vec<PersonWork>,
}

/// What a predikat costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PredikatCut {
    /// The predikat, as a code.
    pub predikat: String,
    /// The share that is cut, exactly: `10%`.
    pub rate: String,
    /// Of what: the component, by its title, or the name of the base.
    pub base: String,
    /// Act, as cited.
    pub act: String,
    /// Article.
    pub article: String,
}

/// How a person worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonWork {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// What is known.
    pub work: Work,
    /// The predikat, as a code. It may be known without what made it.
    pub predikat: Option<String>,
    /// What the month takes for predikat and productivity, in rupiah; never positive. `None` where
    /// the law is silent about the person's pay.
    pub cut: Option<Rupiah>,
    /// Whether nothing is missing that the law of the month asks for.
    pub complete: bool,
    /// Why whoever looks does not enter it; `None` if that one may.
    pub closed: Option<BadWork>,
}

/// What is to be entered of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkEntry {
    /// Whose.
    pub nip: Nip,
    /// What was known when it was looked at.
    pub was: Work,
    /// What is to hold.
    pub now: Work,
}

/// Why an entry cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadWork {
    /// Of results and behaviour only one is given.
    Half,
    /// Productivity beyond what was planned.
    Productivity,
    /// The person's month belongs to another unit.
    Elsewhere,
    /// Somebody else entered something of the person in the meantime.
    Overtaken,
    /// It is whoever enters it; nobody says how well he worked himself.
    Oneself,
    /// It heads the unit, and nobody of the unit rates its head: the personnel office enters it.
    Head,
}

impl BadWork {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Productivity => "productivity",
            Self::Elsewhere => "elsewhere",
            Self::Overtaken => "overtaken",
            Self::Oneself => "oneself",
            Self::Head => "head",
        }
    }
}

/// What became of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PutWork {
    /// People of whom something else holds now; none if any entry is bad.
    pub changed: u32,
    /// Entries that cannot be kept. If there is one, none was.
    pub bad: Vec<(Nip, BadWork)>,
}

impl Office {
    /// How the people of a unit worked in a month, brought up to date first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for an unknown unit or a month out of
    /// reach; [`OfficeError::LawSilent`] if the law has no quadrant that month.
    pub async fn unit_performance(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
    ) -> Result<UnitWork, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let entry = self.store.skpds().await?.into_iter().find(|entry| entry.code == *skpd);
        let entry = entry.ok_or_else(|| OfficeError::not_found("skpd", skpd.to_string()))?;
        if !self.reaches(month) {
            return Err(OfficeError::not_found("month that can be computed", month.to_string()));
        }
        let quadrant = self.quadrant(month)?;
        let tariff = Tariff::compile(self.lawbook.law(), month, self.today());
        let people = People::Of(skpd.clone());
        self.refresh(month, &people).await?;
        let held: HashMap<_, _> = self
            .store
            .performance(&people, month)
            .await?
            .into_iter()
            .map(|row| (row.person, row))
            .collect();
        let of_unit = ResultFilter { month, people: ResultPeople::Of(skpd.clone()) };
        let measured = |measure| {
            let rules = tariff.rules.iter().filter(move |rule| rule.measure == measure);
            rules.map(|rule| &*rule.name).collect::<Vec<&str>>()
        };
        let asks_productivity = !measured(Measure::ProductivityShortfall).is_empty();
        let rules =
            [measured(Measure::Predikat), measured(Measure::ProductivityShortfall)].concat();
        let raters = self.raters(actor, skpd, month).await?;
        let mut people = Vec::new();
        for result in self.store.months(&of_unit).await? {
            let (_, doc) = read(&result)?;
            let row = held.get(&result.person);
            let work = row.map(work_of).unwrap_or_default();
            let predikat = row.and_then(|row| row.predikat.clone());
            let lines = doc.lines.iter().filter(|line| rules.contains(&line.rule.as_str()));
            let cut = Rupiah(lines.map(|line| line.amount).sum());
            people.push(PersonWork {
                complete: predikat.is_some()
                    && (work.productivity_bp.is_some() || !asks_productivity),
                cut: doc.silent.is_none().then_some(cut),
                nip: doc.nip,
                name: doc.name,
                work,
                predikat,
                closed: raters.refused(result.person).err(),
            });
        }
        people.sort_by(|a, b| (a.complete, &a.name, &a.nip).cmp(&(b.complete, &b.name, &b.nip)));
        let pairs = Expectation::ALL.iter().flat_map(|results| {
            Expectation::ALL.iter().map(move |behaviour| (*results, *behaviour))
        });
        let named = |(results, behaviour)| {
            (results, behaviour, quadrant.predikat(results, behaviour).to_owned())
        };
        let quadrant = pairs.map(named).collect();
        let cuts = self.predikat_cuts(&tariff);
        Ok(UnitWork { name: entry.name, quadrant, cuts, asks_productivity, people })
    }

    /// Keeps how people of a unit worked in a month: all of it or nothing. The actor's own is for
    /// somebody else to enter: the unit's head or the personnel office; that of the unit's head is
    /// for the personnel office alone. An entry that changes
    /// nothing is passed over, whatever somebody else entered in the meantime.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the month has not begun;
    /// [`OfficeError::LawSilent`] if the law has no quadrant that month.
    pub async fn put_performance(
        &self,
        actor: &Actor,
        (skpd, month): (&Skpd, Month),
        entries: &[WorkEntry],
    ) -> Result<PutWork, OfficeError> {
        actor.require(Permission::KeepPerformance, Scope::Skpd(skpd))?;
        self.require_begun(month)?;
        let quadrant = self.quadrant(month)?;
        let people = People::Of(skpd.clone());
        let mut facts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for fact in self.store.facts(&people).await? {
            facts.entry(fact.person).or_default().push(fact);
        }
        let ours = facts.iter().filter_map(|(person, facts)| {
            let state = state_in(facts, month).filter(|state| state.skpd == *skpd)?;
            Some((state.nip, *person))
        });
        let ours: HashMap<Nip, _> = ours.collect();
        let held = self.store.performance(&people, month).await?;
        let held: HashMap<_, _> = held.into_iter().map(|row| (row.person, row)).collect();
        let raters = self.raters(actor, skpd, month).await?;
        let (mut rows, mut said, mut bad) = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries.iter().filter(|entry| entry.now != entry.was) {
            let person = ours.get(&entry.nip);
            let known = person.and_then(|person| held.get(person));
            let checked = match person {
                None => Err(BadWork::Elsewhere),
                Some(person) => raters.refused(*person).and_then(|()| {
                    if known.map(work_of).unwrap_or_default() != entry.was {
                        return Err(BadWork::Overtaken);
                    }
                    kept(entry, known, quadrant).map(|kept| (*person, kept))
                }),
            };
            match checked {
                Ok((person, (predikat, rated))) => {
                    said.push(format!("{}={}", entry.nip, predikat.as_deref().unwrap_or("-")));
                    let productivity_bp = entry.now.productivity_bp;
                    rows.push(Performance { person, month, productivity_bp, predikat, rated });
                }
                Err(why) => bad.push((entry.nip, why)),
            }
        }
        if bad.is_empty() && !rows.is_empty() {
            let detail = format!("month={month} {}", said.join(" "));
            let audit = self.audit(actor, "allowance.put_performance", skpd.to_string(), detail);
            self.store.add_performance(&rows, self.now(), audit).await?;
        }
        let changed = if bad.is_empty() { rows.len() } else { 0 };
        Ok(PutWork { changed: u32::try_from(changed).unwrap_or(u32::MAX), bad })
    }

    /// Whom of a unit the actor does not rate in a month.
    pub(super) async fn raters(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
    ) -> Result<Raters, OfficeError> {
        let of_regency = actor.may(Permission::KeepPerformance, Scope::Regency);
        let head = if of_regency {
            None
        } else {
            self.posts().await?.holder(&Desk::head(skpd), month.last())
        };
        Ok(Raters { oneself: actor.person(), head })
    }

    /// Which predikat results and behaviour make in a month, by the law of its last day.
    pub(super) fn quadrant(&self, month: Month) -> Result<&Quadrant, OfficeError> {
        let law = self.lawbook.law();
        Ok(law.value_on(&law.predikat, "predikat", month.last(), self.today())?)
    }

    /// What predikat cost at the end of the month, in order of the law.
    fn predikat_cuts(&self, tariff: &Tariff) -> Vec<PredikatCut> {
        let provisions = &self.lawbook.law().provisions;
        let mut cuts = Vec::new();
        for rule in tariff.rules.iter().filter(|rule| rule.measure == Measure::Predikat) {
            let Some(band) = rule.band(1) else { continue };
            let Some(rate) = band.rate else { continue };
            let provision = provisions.get(band.provision);
            let base = tariff.bases.get(band.base);
            let base = base.map(|base| base.component.as_ref().unwrap_or(&base.name).to_string());
            cuts.extend(rule.kinds.iter().map(|predikat| PredikatCut {
                predikat: predikat.clone(),
                rate: rate.to_string(),
                base: base.clone().unwrap_or_default(),
                act: provisions.cite(band.provision).to_owned(),
                article: provision.article.clone(),
            }));
        }
        cuts
    }
}

/// Whom an actor does not rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raters {
    oneself: Option<PersonId>,
    /// The head of the unit, where the actor is bound to it.
    head: Option<PersonId>,
}

impl Raters {
    /// Refuses whom the actor does not rate.
    pub(super) fn refused(&self, person: PersonId) -> Result<(), BadWork> {
        if self.oneself == Some(person) {
            return Err(BadWork::Oneself);
        }
        if self.head == Some(person) {
            return Err(BadWork::Head);
        }
        Ok(())
    }
}

/// What a row of the store says of what was entered.
fn work_of(row: &Performance) -> Work {
    let read = |code: &String| Expectation::ALL.iter().copied().find(|known| known.code() == code);
    Work {
        results: row.rated.as_ref().and_then(|rated| read(&rated.results)),
        behaviour: row.rated.as_ref().and_then(|rated| read(&rated.behaviour)),
        productivity_bp: row.productivity_bp,
    }
}

/// The predikat that an entry leaves, and what made it.
fn kept(
    entry: &WorkEntry,
    known: Option<&Performance>,
    quadrant: &Quadrant,
) -> Result<(Option<String>, Option<Rated>), BadWork> {
    if entry.now.productivity_bp.is_some_and(|reached| reached > 10_000) {
        return Err(BadWork::Productivity);
    }
    match (entry.now.results, entry.now.behaviour) {
        (Some(results), Some(behaviour)) => Ok((
            Some(quadrant.predikat(results, behaviour).to_owned()),
            Some(rated(results, behaviour)),
        )),
        // A predikat that came without its ground stays, where no ground was taken back.
        (None, None) if entry.was.results.is_none() => {
            Ok((known.and_then(|row| row.predikat.clone()), None))
        }
        (None, None) => Ok((None, None)),
        (Some(_), None) | (None, Some(_)) => Err(BadWork::Half),
    }
}

/// A pair as it is kept.
pub(super) fn rated(results: Expectation, behaviour: Expectation) -> Rated {
    Rated { results: results.code().to_owned(), behaviour: behaviour.code().to_owned() }
}
