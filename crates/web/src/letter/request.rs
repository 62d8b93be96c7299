//! The letters of a request: leave as asked, leave as decided, the act on an outage.

use letters::data::{
    Balance, LeaveDecision, LeaveOutcome, LeaveRequest, Official, Reference, View,
};
use office::{
    Actor, Office, OfficeError,
    leave::LeaveLot,
    matter::{Asked, LeaveAsked, MatterLetter, OfficerSays, OfficerVerdict},
};
use words::{Phrase, Words};

use super::{
    Draft, LANG,
    outage::outage,
    paper::{Paper, key, say, working_days},
};

/// Which letter of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestPaper {
    /// What is asked for; of an outage the act itself.
    Request,
    /// What was decided about a leave.
    Decision,
}

/// A letter of a request, for whoever may see the request.
///
/// # Errors
///
/// [`OfficeError::NotFound`], also for a request that has no letter, and for a decision that is
/// still to come.
pub async fn of_request(
    office: &Office,
    actor: &Actor,
    id: i64,
    which: RequestPaper,
) -> Result<Draft, OfficeError> {
    let letter = office.matter_letter(actor, id).await?;
    let skpds = office.skpds().await?;
    let paper = Paper::of(office, &skpds, letter.skpd.as_str());
    let nothing = || OfficeError::not_found("letter of the request", id.to_string());
    match (&letter.asked, which) {
        (Asked::Leave(asked), RequestPaper::Request) => {
            let title = title(office, asked);
            let request = request(&paper, &letter, asked, &title);
            Ok(Draft::letter(format!("permohonan-{id}"), request))
        }
        (Asked::Leave(asked), RequestPaper::Decision) => {
            let said = letter.decided().ok_or_else(nothing)?;
            let title = title(office, asked);
            let decision = decision(&paper, &letter, (asked, title), said).ok_or_else(nothing)?;
            Ok(Draft::letter(format!("keputusan-{id}"), decision))
        }
        (Asked::Outage(asked), RequestPaper::Request) => {
            Ok(Draft::letter(format!("keadaan-luar-biasa-{id}"), outage(&paper, &letter, asked)))
        }
        (Asked::Outage(_), RequestPaper::Decision) | (Asked::Correction(_) | Asked::Swap(_), _) => {
            Err(nothing())
        }
    }
}

/// How people call the kind, inside a sentence.
fn title(office: &Office, asked: &LeaveAsked) -> String {
    let local = office.lawbook().law().leave.locals.get(&asked.kind);
    local.map_or_else(
        || Words::get(LANG, &format!("excuse-{}", asked.kind)),
        |topic| topic.title.get_ref().clone(),
    )
}

fn request(paper: &Paper, letter: &MatterLetter, asked: &LeaveAsked, kind: &str) -> LeaveRequest {
    let mut heading = paper.heading(&asked.letter, letter.on);
    let last = letter.officers.last();
    heading.addressee = last.map(|one| one.officer.position.clone()).into_iter().collect();
    heading.addressee.retain(|line| !line.is_empty());
    let number = asked.letter.trim().is_empty().then(|| key("letter-blank-number"));
    let nobody = letter.officers.iter().any(|one| one.officer.name.is_empty());
    heading.blanks =
        number.into_iter().chain(nobody.then(|| key("letter-blank-officer"))).collect();
    let first = letter.officers.first();
    LeaveRequest {
        heading,
        person: paper.person(&letter.person),
        service: String::new(),
        kind: capital(kind),
        reason: asked.reason.clone(),
        length: working_days(asked.working_days),
        first: asked.from,
        last: asked.until,
        balances: letter.balance.iter().flat_map(|balance| balance.lots.iter().map(lot)).collect(),
        address: asked.place.clone(),
        telephone: String::new(),
        superior: first.map(view).unwrap_or_default(),
        authority: last.map(view).unwrap_or_default(),
    }
}

fn lot(lot: &LeaveLot) -> Balance {
    let year = lot.granted_in.to_string();
    Balance {
        label: say(&Phrase::new("letter-annual-leave").with("year", year)),
        left: working_days(lot.left),
        note: say(&Phrase::new("letter-lapses").with("date", lot.expires)),
    }
}

fn view(says: &OfficerSays) -> View {
    View {
        outcome: says.said.as_ref().map(|(verdict, _, _)| outcome(*verdict)),
        reason: says.said.as_ref().map(|(_, reason, _)| reason.clone()).unwrap_or_default(),
        official: Paper::official(&says.officer),
    }
}

fn outcome(verdict: OfficerVerdict) -> LeaveOutcome {
    match verdict {
        OfficerVerdict::Agreed => LeaveOutcome::Granted,
        OfficerVerdict::Refused => LeaveOutcome::Refused,
    }
}

fn decision(
    paper: &Paper,
    letter: &MatterLetter,
    (asked, kind): (&LeaveAsked, String),
    says: &OfficerSays,
) -> Option<LeaveDecision> {
    let (verdict, reason, day) = says.said.as_ref()?;
    let mut heading = paper.heading("", *day);
    heading.blanks = vec![key("letter-blank-number")];
    let official: Official = Paper::official(&says.officer);
    if official.name.is_empty() {
        heading.blanks.push(key("letter-blank-officer"));
    }
    // A refusal has its reason; a remark beside an approval was meant for the person, and binds nobody.
    let conditions = match verdict {
        OfficerVerdict::Refused if !reason.is_empty() => vec![reason.clone()],
        OfficerVerdict::Refused | OfficerVerdict::Agreed => Vec::new(),
    };
    let number = if asked.letter.is_empty() { letter.id.to_string() } else { asked.letter.clone() };
    Some(LeaveDecision {
        heading,
        basis: Vec::new(),
        request: Reference { number, date: Some(letter.on) },
        person: paper.person(&letter.person),
        kind,
        outcome: outcome(*verdict),
        length: working_days(asked.working_days),
        first: asked.from,
        last: asked.until,
        conditions,
        official,
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
