//! Exchanging turns: one asks, the other consents, the superior decides.

use std::collections::BTreeSet;

use civil::{Month, Nip, PersonId};
use jiff::civil::Date;
use rules::{
    excuse::{ExcuseClass, ExcuseKind},
    roster::{Roster, RosterDay},
};
use storage::{
    matters::{Desk, Effect, Matter, MatterFilter, MatterKind, Whose},
    people::{PersonFact, PersonState},
    presence::People,
    rosters::{RosterCell, RosterChange},
};

use super::warn::RosterNotice;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    leave::{NotedFinding, NotedValue},
    matter::{Asked, Asking, Link, OpenedMatter, Posts, REASON_CHARS_MAX, SwapAsked, SwappedTurn},
    presence::state_on,
};

/// Most days of one exchange.
pub const DAYS_MAX: usize = 7;

/// What is said of an exchange without a day.
const NO_DAY: &str = "choose at least one day";

/// Turns to exchange with a colleague: on each of the days each takes the other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapRequest {
    /// Who asks.
    pub nip: Nip,
    /// Who is asked.
    pub with: Nip,
    /// On which days.
    pub dates: Vec<Date>,
    /// In the words of who asks.
    pub reason: String,
}

/// What became of a request to exchange turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapChecked {
    /// Why it cannot be asked for like this; then it was not.
    pub findings: Vec<NotedFinding>,
    /// What is to be warned of about the two, were it granted.
    pub warnings: Vec<RosterNotice>,
    /// The matter, if it was opened.
    pub opened: Option<OpenedMatter>,
}

/// Two people and what is known of them.
struct Pair {
    one: PersonId,
    other: PersonId,
    facts: (Vec<PersonFact>, Vec<PersonFact>),
}

/// An exchange that was looked at: what is asked for, unless something hinders it.
struct LookedAt {
    findings: Vec<NotedFinding>,
    warnings: Vec<RosterNotice>,
    asked: Option<(Pair, PersonState, SwapAsked)>,
}

impl Office {
    /// Looks at an exchange of turns as [`Self::request_swap`] does, and asks nobody.
    ///
    /// # Errors
    ///
    /// Those of [`Self::request_swap`].
    pub async fn check_swap(
        &self,
        actor: &Actor,
        request: &SwapRequest,
    ) -> Result<SwapChecked, OfficeError> {
        let LookedAt { findings, warnings, .. } = self.look_at_swap(actor, request).await?;
        Ok(SwapChecked { findings, warnings, opened: None })
    }

    /// Asks a colleague to exchange turns.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] for anybody else's turns; [`OfficeError::NotFound`];
    /// [`OfficeError::BadInput`] if the days or the reason cannot be.
    pub async fn request_swap(
        &self,
        actor: &Actor,
        request: SwapRequest,
    ) -> Result<SwapChecked, OfficeError> {
        let LookedAt { findings, warnings, asked } = self.look_at_swap(actor, &request).await?;
        let Some((pair, state, asked)) = asked else {
            return Ok(SwapChecked { findings, warnings, opened: None });
        };
        let days = || asked.turns.iter().map(|turn| turn.date);
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return Err(OfficeError::BadInput(NO_DAY.to_owned()));
        };
        let before = self.swaps_of(pair.one).await?;
        let asking = Asking {
            person: Some(pair.one),
            subject: state.nip.to_string(),
            skpd: state.skpd.clone(),
            span: (first, last),
            key: Some(format!("{} {before}", pair.one.0)),
            asked: Asked::Swap(asked),
        };
        let opened = self.open(actor, "roster.request_swap", vec![asking]).await?.pop();
        Ok(SwapChecked { findings, warnings, opened })
    }

    async fn look_at_swap(
        &self,
        actor: &Actor,
        request: &SwapRequest,
    ) -> Result<LookedAt, OfficeError> {
        let dates: BTreeSet<Date> = request.dates.iter().copied().collect();
        let first = dates.first().copied();
        let first = first.ok_or_else(|| OfficeError::BadInput(NO_DAY.to_owned()))?;
        let pair = self.pair(request).await?;
        let state = state_on(&pair.facts.0, first).filter(|state| state.in_service);
        let state = state.cloned().ok_or_else(|| {
            OfficeError::BadInput(format!("on {first} you are not in service here"))
        })?;
        actor.require(Permission::Ask, Scope::Person(pair.one, &state.skpd))?;
        check(request, dates.len()).map_err(OfficeError::BadInput)?;
        let (turns, findings) = self.swapped(&pair, &dates).await?;
        if !findings.is_empty() {
            return Ok(LookedAt { findings, warnings: Vec::new(), asked: None });
        }
        let posts = self.posts().await?;
        let with = pair.facts.1.last().map(|fact| &fact.state).expect("the other is known");
        let asked = SwapAsked {
            with: pair.other,
            with_nip: with.nip.to_string(),
            with_name: with.name.clone(),
            turns,
            reason: request.reason.trim().to_owned(),
            chain: self.swap_chain(&pair, &state, &posts),
        };
        let cells: Vec<RosterCell> = changes(pair.one, &asked).map(|change| change.cell).collect();
        let mut warnings = self.warnings_with(&state.skpd, &cells).await?;
        let of_pair = [state.nip.to_string(), asked.with_nip.clone()];
        warnings.retain(|one| one.nip.as_ref().is_some_and(|nip| of_pair.contains(nip)));
        Ok(LookedAt { findings, warnings, asked: Some((pair, state, asked)) })
    }

    async fn pair(&self, request: &SwapRequest) -> Result<Pair, OfficeError> {
        let of = async |nip: &Nip| {
            let facts = self.store.facts_by_nip(nip).await?;
            match facts.first().map(|fact| fact.person) {
                Some(person) => Ok((person, facts)),
                None => Err(OfficeError::not_found("person with NIP", nip.to_string())),
            }
        };
        let (one, of_one) = of(&request.nip).await?;
        let (other, of_other) = of(&request.with).await?;
        if one == other {
            return Err(OfficeError::BadInput("choose a colleague, not yourself".to_owned()));
        }
        Ok(Pair { one, other, facts: (of_one, of_other) })
    }

    /// The colleague first, then the superior: of who asks, else of the colleague, where the
    /// superior is the colleague.
    fn swap_chain(&self, pair: &Pair, state: &PersonState, posts: &Posts) -> Vec<Link> {
        let today = self.today();
        let superior = posts.superior(pair.one, state, today);
        let superior = if posts.holder(&superior, today) == Some(pair.other) {
            let of_other = state_on(&pair.facts.1, today).unwrap_or(state);
            posts.superior(pair.other, of_other, today)
        } else {
            superior
        };
        let link = |desk: Desk| Link { desk: desk.as_str().to_owned(), days: None };
        vec![link(Desk::person(pair.other)), link(superior)]
    }

    async fn swaps_of(&self, person: PersonId) -> Result<usize, OfficeError> {
        let kinds = vec![MatterKind::Swap];
        let filter = MatterFilter { kinds, ..MatterFilter::of(Whose::Of(vec![person])) };
        Ok(self.store.matters(&filter).await?.len())
    }

    /// What came between since an exchange was asked for.
    pub(crate) async fn recheck_swap(
        &self,
        matter: &Matter,
        asked: &SwapAsked,
    ) -> Result<Vec<NotedFinding>, OfficeError> {
        let Some(one) = matter.opened.person else { return Ok(Vec::new()) };
        let facts = self.store.facts(&People::These(vec![one, asked.with])).await?;
        let (of_one, of_other) = facts.into_iter().partition(|fact| fact.person == one);
        let pair = Pair { one, other: asked.with, facts: (of_one, of_other) };
        let dates: BTreeSet<Date> = asked.turns.iter().map(|turn| turn.date).collect();
        let (turns, mut findings) = self.swapped(&pair, &dates).await?;
        if findings.is_empty() {
            let changed = asked.turns.iter().filter(|turn| !turns.contains(turn));
            findings.extend(changed.map(|turn| finding("changed", turn.date)));
        }
        Ok(findings)
    }

    /// The turns of two people on each day, and why they cannot be exchanged.
    async fn swapped(
        &self,
        pair: &Pair,
        dates: &BTreeSet<Date>,
    ) -> Result<(Vec<SwappedTurn>, Vec<NotedFinding>), OfficeError> {
        let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let people = People::These(vec![pair.one, pair.other]);
        let rosters = self.rosters(&people, (*first, *last)).await?;
        let roster = |person| rosters.get(&person).cloned().unwrap_or_default();
        let (of_one, of_other) = (roster(pair.one), roster(pair.other));
        let away = self.away(&people, dates).await?;
        let (mut turns, mut findings) = (Vec::new(), Vec::new());
        let mut closed = BTreeSet::new();
        if let Some(state) = state_on(&pair.facts.0, *first) {
            closed = self.closed_of_roster(&state.skpd, dates).await?;
        }
        for date in dates.iter().copied() {
            let states = (state_on(&pair.facts.0, date), state_on(&pair.facts.1, date));
            let turn = self.exchanged(states, (&of_one, &of_other), date);
            let hinders = [
                (date < self.today(), "past"),
                (closed.contains(&Month::of(date)), "closed"),
                (away.contains(&date), "away"),
                (turn.is_none(), "pattern"),
                (turn.as_ref().is_some_and(|turn| turn.mine == turn.theirs), "same"),
            ];
            let hinders = hinders.into_iter().filter(|(holds, _)| *holds);
            findings.extend(hinders.map(|(_, code)| finding(code, date)));
            turns.extend(turn);
        }
        Ok((turns, findings))
    }

    /// Days on which one of the people is on leave or duty, all day.
    async fn away(
        &self,
        people: &People,
        dates: &BTreeSet<Date>,
    ) -> Result<BTreeSet<Date>, OfficeError> {
        let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
            return Ok(BTreeSet::new());
        };
        let mut excuses = self.store.excuses(people, *first, *last).await?;
        excuses.retain(|row| {
            let class = row.excuse.kind.parse().map(ExcuseKind::class);
            let away = matches!(class, Ok(ExcuseClass::Leave | ExcuseClass::Duty));
            away && row.excuse.minutes.is_none()
        });
        let is_away = |date: &Date| {
            excuses.iter().any(|row| (row.excuse.from..=row.excuse.until).contains(date))
        };
        Ok(dates.iter().copied().filter(is_away).collect())
    }

    /// The two turns of a day; `None` unless both are in service in one organisation by one pattern
    /// with letters.
    fn exchanged(
        &self,
        (one, other): (Option<&PersonState>, Option<&PersonState>),
        (of_one, of_other): (&Roster, &Roster),
        date: Date,
    ) -> Option<SwappedTurn> {
        let (one, other) = (one.filter(|s| s.in_service)?, other.filter(|s| s.in_service)?);
        let alike = one.skpd == other.skpd && one.schedule.pattern() == other.schedule.pattern();
        let letter = |state: &PersonState, roster: &Roster| {
            let held = (&state.schedule, roster);
            RosterDay::of(self.lawbook.law(), held, date, self.today()).ok()?.letter
        };
        let seen = |roster: &Roster| roster.on(date).map(ToString::to_string);
        let turn = SwappedTurn {
            date,
            mine: letter(one, of_one)?,
            theirs: letter(other, of_other)?,
            mine_seen: seen(of_one),
            theirs_seen: seen(of_other),
        };
        alike.then_some(turn)
    }
}

fn check(request: &SwapRequest, days: usize) -> Result<(), String> {
    let reason = request.reason.trim();
    if days > DAYS_MAX {
        return Err(format!("exchange at most {DAYS_MAX} days at once, not {days}"));
    }
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(format!("say why, in at most {REASON_CHARS_MAX} letters"));
    }
    Ok(())
}

fn finding(code: &str, date: Date) -> NotedFinding {
    let values = vec![("date".to_owned(), NotedValue::Date(date))];
    NotedFinding { key: format!("roster-swap-{code}"), values }
}

/// What a granted exchange changes in the rosters of the two.
pub(crate) fn swap_effects(one: PersonId, asked: &SwapAsked) -> Vec<Effect> {
    changes(one, asked).map(Effect::Roster).collect()
}

fn changes(one: PersonId, asked: &SwapAsked) -> impl Iterator<Item = RosterChange> {
    let other = asked.with;
    asked.turns.iter().flat_map(move |turn| {
        let change = |person, gets: &str, seen: &Option<String>| RosterChange {
            cell: RosterCell { person, date: turn.date, turn: Some(gets.to_owned()) },
            seen: seen.clone(),
        };
        [change(one, &turn.theirs, &turn.mine_seen), change(other, &turn.mine, &turn.theirs_seen)]
    })
}
