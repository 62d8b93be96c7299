//! Asking for leave, duty or permission.

use civil::{Nip, PersonId, Skpd};
use jiff::civil::Date;
use rules::{
    excuse::{ExcuseClass, ExcuseKind},
    law::leave::{Applicant, Proof as PaperKind},
    leave::{self, LeaveFacts, Request, Seen, Surroundings, Taken, working_days},
};
use storage::{
    matters::{Desk, MatterFilter, MatterKind, Waiting, Whose},
    people::PersonState,
};

use super::LeaveFinding;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::{Asked, Asking, LeaveAsked, Link, Mistake, OpenedMatter, Posts},
    proof::NewProof,
};

/// Most letters of a reason, a place or the number of a letter.
const WORDS_CHARS_MAX: usize = 500;

/// A paper that goes with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What it is, as the law names it: `surat-dokter`, `surat-tugas` …
    pub kind: String,
    /// The file.
    pub file: NewProof,
}

/// A request for leave, duty or permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveRequest {
    /// Whose.
    pub nip: Nip,
    /// Kind: a code of `rules::excuse`, or a kind of the regency's own.
    pub kind: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Minutes of the day it covers, from and until; `None` is the whole day.
    pub minutes: Option<(u16, u16)>,
    /// In the person's words.
    pub reason: String,
    /// A reason that the law names: `haji-pertama` …
    pub named_reason: Option<String>,
    /// Which child is born, from 1.
    pub child: Option<u8>,
    /// Where the duty is, or where the person can be reached.
    pub place: String,
    /// Number of the letter it rests on.
    pub letter: String,
    /// Papers with it.
    pub papers: Vec<Paper>,
}

/// A kind that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveKind {
    /// Its code.
    pub code: String,
    /// How people call it, where it is the regency's own; else its words are `excuse-CODE`.
    pub title: Option<String>,
    /// What it is to the day.
    pub counts_as: ExcuseKind,
}

/// A request held against law, balance and calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLeave {
    /// Working days it takes.
    pub working_days: u32,
    /// What it runs into, what refuses first.
    pub findings: Vec<LeaveFinding>,
    /// What is left of annual leave, if it takes of that.
    pub annual: Option<AnnualLeft>,
    /// The matter, if it was opened.
    pub opened: Option<OpenedMatter>,
}

/// Annual leave that can be used in the year of a request, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnualLeft {
    /// Left without the request.
    pub before: u32,
    /// Left with it.
    pub after: u32,
}

impl Office {
    /// The kinds that a person employed like this can ask for on a day, statutory ones first.
    #[must_use]
    pub fn leave_kinds(&self, employment: civil::Employment, date: Date) -> Vec<LeaveKind> {
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        let open = |kind: &ExcuseKind| {
            let post = rules::law::leave::Post::default();
            seen.rule(*kind, (employment, post), date).is_ok_and(|rule| !rule.closed)
        };
        let statutory = ExcuseKind::ALL.iter().copied().filter(open).map(|kind| LeaveKind {
            code: kind.code().to_owned(),
            title: None,
            counts_as: kind,
        });
        let local = seen.law.leave.locals.iter().filter_map(|(code, topic)| {
            let value = seen.local(code, date).ok()?;
            let fits = value.employment.is_empty() || value.employment.contains(&employment);
            let title = Some(topic.title.get_ref().clone());
            fits.then(|| LeaveKind { code: code.clone(), title, counts_as: value.counts_as })
        });
        statutory.chain(local).collect()
    }

    /// Holds a request against law, balance and calendar without asking for anything.
    ///
    /// # Errors
    ///
    /// As [`Office::request_leave`], but for what the check finds.
    pub async fn check_leave(
        &self,
        actor: &Actor,
        request: &LeaveRequest,
    ) -> Result<CheckedLeave, OfficeError> {
        let checked = self.checked(actor, request).await?;
        let Checked { working_days, findings, annual, .. } = checked;
        Ok(CheckedLeave { working_days, findings, annual, opened: None })
    }

    /// Asks for leave, duty or permission: opened unless the check finds something that refuses it.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] for anybody else; [`OfficeError::BadInput`] for a kind nobody
    /// knows, a reason or a file that cannot be.
    pub async fn request_leave(
        &self,
        actor: &Actor,
        request: LeaveRequest,
    ) -> Result<CheckedLeave, OfficeError> {
        let checked = self.checked(actor, &request).await?;
        let Checked { person, state, counts_as, working_days, findings, annual, asked_before } =
            checked;
        if findings.iter().any(|finding| finding.refuses) {
            return Ok(CheckedLeave { working_days, findings, annual, opened: None });
        }
        let files = request.papers.into_iter().map(|paper| paper.file).collect();
        let proofs = self.keep_proofs(files).await?;
        let posts = self.posts().await?;
        let chain = self.leave_chain((person, &state), counts_as, &posts);
        let asked = LeaveAsked {
            kind: request.kind.trim().to_owned(),
            counts_as: counts_as.code().to_owned(),
            from: request.from,
            until: request.until,
            minutes: request.minutes,
            working_days,
            reason: request.reason.trim().to_owned(),
            place: request.place.trim().to_owned(),
            letter: request.letter.trim().to_owned(),
            proofs,
            noted: findings.iter().map(|finding| finding.noted.clone()).collect(),
            chain,
        };
        let asking = Asking {
            person: Some(person),
            subject: state.nip.to_string(),
            skpd: state.skpd,
            span: (request.from, request.until),
            // Two that are asked at once would each be held against the balance without the other.
            key: Some(format!("{} {asked_before}", person.0)),
            asked: Asked::Leave(asked),
        };
        let opened = self.open(actor, "leave.request", vec![asking]).await?.pop();
        Ok(CheckedLeave { working_days, findings, annual, opened })
    }

    /// Who decides on a kind of leave of a person, by the order of the regency; the direct superior
    /// where it has none.
    fn leave_chain(
        &self,
        (person, state): (PersonId, &PersonState),
        kind: ExcuseKind,
        posts: &Posts,
    ) -> Vec<Link> {
        let today = self.today();
        let seen = Seen { law: self.lawbook.law(), as_of: today };
        let applicant = applicant((person, state), posts, today);
        let steps = leave::chain(seen, kind, applicant, today).map(|chain| &chain.steps[..]);
        let positions: Vec<_> = steps
            .unwrap_or_default()
            .iter()
            .map(|step| (step.by.code().to_owned(), Some(u32::from(step.working_days))))
            .collect();
        posts.chain(person, state, today, &positions)
    }

    /// Who decides on a corrected day: whoever is asked first about leave of all kinds, alone.
    pub(crate) fn correction_chain(
        &self,
        (person, state): (PersonId, &PersonState),
        posts: &Posts,
    ) -> Vec<Link> {
        // A kind without an order of its own has that of all kinds.
        let mut chain = self.leave_chain((person, state), ExcuseKind::IzinTerlambat, posts);
        chain.truncate(1);
        chain
    }

    async fn checked(&self, actor: &Actor, request: &LeaveRequest) -> Result<Checked, OfficeError> {
        check_words(request).map_err(OfficeError::BadInput)?;
        let ledger = self.leave_ledger(&request.nip, None).await?;
        let state = ledger.state_on(request.from).clone();
        actor.require(Permission::Ask, Scope::Person(ledger.person, &state.skpd))?;
        if !state.in_service {
            return Err(Mistake::NotInService(request.from).into());
        }
        let oldest = self.oldest_to_correct();
        // What is older is history, and imported as such.
        if request.from < oldest {
            return Err(Mistake::LeaveTooLongAgo { date: request.from, oldest }.into());
        }
        let (counts_as, local) = self.kind_asked(request)?;
        let today = self.today();
        let seen = Seen { law: self.lawbook.law(), as_of: today };
        let closed_months = self.closed_months(&state.skpd, request.from, request.until).await?;
        let papers = papers_of(request)?;
        let seconds =
            request.minutes.map(|(from, until)| (i32::from(from) * 60, i32::from(until) * 60));
        let asked = Taken {
            kind: counts_as,
            local: local.as_deref(),
            from: request.from,
            until: request.until,
            seconds,
            travel_days: 0,
        };
        let place = Some(request.place.trim()).filter(|place| !place.is_empty());
        let found = ledger.with_facts(request.from, |facts| {
            let request = Request {
                asked,
                proofs: &papers,
                reason: request.named_reason.as_deref(),
                child: request.child,
                place,
            };
            leave::check(seen, facts, &request, Surroundings { closed_months: &closed_months })
        });
        let mut findings: Vec<LeaveFinding> =
            found.iter().map(|finding| LeaveFinding::of(finding, seen.law)).collect();
        // Of a request whose dates cannot be, nothing more is asked.
        let dates_cannot_be = found.iter().any(|finding| {
            matches!(finding.what, leave::What::Backwards | leave::What::ImplausibleDates)
        });
        let annual = if dates_cannot_be || counts_as != ExcuseKind::CutiTahunan {
            None
        } else {
            ledger.with_facts(request.from, |facts| annual_left(seen, facts, &asked))
        };
        if !dates_cannot_be && counts_as.class() == ExcuseClass::Wfa {
            findings.extend(self.wfa_findings(&ledger, &state, request).await?);
        }
        let is_working = |date| ledger.is_working(date);
        let all = MatterFilter {
            kinds: vec![MatterKind::Leave],
            ..MatterFilter::of(Whose::Of(vec![ledger.person]))
        };
        Ok(Checked {
            person: ledger.person,
            counts_as,
            working_days: working_days(request.from, request.until, &is_working),
            findings,
            annual,
            asked_before: self.store.matters(&all).await?.len(),
            state,
        })
    }

    /// What a kind is to the day, and its code where it is the regency's own.
    fn kind_asked(
        &self,
        request: &LeaveRequest,
    ) -> Result<(ExcuseKind, Option<String>), OfficeError> {
        let code = request.kind.trim();
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        if let Ok(local) = seen.local(code, request.from) {
            return Ok((local.counts_as, Some(code.to_owned())));
        }
        let kind = code.parse().map_err(|error: rules::excuse::UnknownExcuse| {
            OfficeError::BadInput(error.to_string())
        })?;
        Ok((kind, None))
    }

    /// Months of the organisation that are closed for payment and that days between two touch.
    pub(crate) async fn closed_months(
        &self,
        skpd: &Skpd,
        from: Date,
        until: Date,
    ) -> Result<Vec<civil::Month>, OfficeError> {
        let filter = MatterFilter {
            kinds: vec![MatterKind::Closing],
            waiting: Waiting::Any,
            between: Some((from, until)),
            ..MatterFilter::of(Whose::In(skpd.clone()))
        };
        let closings = self.store.matters(&filter).await?;
        let standing = closings.iter().filter(|one| one.opened.standing.stage != "reopened");
        Ok(standing.map(|closing| civil::Month::of(closing.opened.from)).collect())
    }
}

/// A request that was held against everything.
struct Checked {
    person: PersonId,
    state: PersonState,
    counts_as: ExcuseKind,
    working_days: u32,
    findings: Vec<LeaveFinding>,
    annual: Option<AnnualLeft>,
    /// How many requests the person made before.
    asked_before: usize,
}

/// Annual leave of the year in which a request begins, without it and with it; nothing where the law
/// is silent about it.
fn annual_left(seen: Seen<'_>, facts: &LeaveFacts<'_>, asked: &Taken<'_>) -> Option<AnnualLeft> {
    let before = leave::balance(seen, facts, asked.from).ok()?.left;
    let taken: Vec<Taken<'_>> = facts.taken.iter().copied().chain([*asked]).collect();
    let with_it = LeaveFacts { taken: &taken, ..*facts };
    let after = leave::balance(seen, &with_it, asked.from).ok()?.left;
    Some(AnnualLeft { before, after })
}

/// Whose request it is, as far as that changes who decides.
fn applicant((person, state): (PersonId, &PersonState), posts: &Posts, day: Date) -> Applicant {
    let holds = |desk: Desk| posts.holder(&desk, day) == Some(person);
    if holds(Desk::sekda()) {
        Applicant::Sekda
    } else if holds(Desk::head(&state.skpd)) {
        Applicant::KepalaSkpd
    } else {
        Applicant::Pegawai
    }
}

/// The papers that are there. The request itself is a letter to the superior, and a letter whose
/// number is given can be looked up.
fn papers_of(request: &LeaveRequest) -> Result<Vec<PaperKind>, OfficeError> {
    let mut papers = vec![PaperKind::SuratAtasan];
    if !request.letter.trim().is_empty() {
        papers.push(PaperKind::SuratTugas);
    }
    for paper in &request.papers {
        let kind = PaperKind::ALL.into_iter().find(|kind| kind.code() == paper.kind);
        papers.push(kind.ok_or_else(|| {
            let known: Vec<_> = PaperKind::ALL.iter().map(|kind| kind.code()).collect();
            let known = known.join(", ");
            OfficeError::BadInput(format!(
                "\"{}\" is no kind of paper; use one of {known}",
                paper.kind
            ))
        })?);
    }
    Ok(papers)
}

fn check_words(request: &LeaveRequest) -> Result<(), String> {
    if request.reason.trim().is_empty() {
        return Err("say what it is for, in a sentence".to_owned());
    }
    let words = [&request.reason, &request.place, &request.letter];
    if words.iter().any(|text| text.chars().count() > WORDS_CHARS_MAX) {
        return Err(format!(
            "reason, place and letter have at most {WORDS_CHARS_MAX} letters each"
        ));
    }
    match request.minutes {
        Some((from, until)) if until <= from || until > 1440 => {
            Err("the time it ends must come after the time it begins".to_owned())
        }
        Some(_) | None => Ok(()),
    }
}
