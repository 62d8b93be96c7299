//! Asking for leave, duty or permission.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::Nip;
use office::{
    OfficeError,
    leave::{CheckedLeave, LeaveFinding, LeaveForm, LeaveKind, NotedValue, Paper},
    matter::{Mistake, REASON_CHARS_MAX},
};
use rules::excuse::ExcuseClass;
use serde::Deserialize;
use words::Phrase;

use super::typed::{OTHER_PAPER, Typed};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        FormError,
        leave::{Checked, CheckedFinding, KindGroup, LeaveAsk, LeaveKinds},
    },
    paths,
    routes::request::told,
    site::Caller,
    upload::OwnUpload,
};

/// Key of what is found where a paper is missing.
const PROOF_MISSING: &str = "leave-finding-proof-missing";

/// Which form is asked for.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// A kind; without one they are listed.
    kind: Option<String>,
}

/// The kinds to choose from, or the form of one.
pub(in crate::routes) async fn new_leave(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let nip = own_nip(&caller)?;
    let office = site.office();
    if let Some(kind) = asked.kind {
        let form = office.leave_form(caller.actor(), &nip, &kind).await?;
        let form = form.ok_or_else(PageError::not_found)?;
        let page = page(&caller, &form, &Typed::default(), (None, Vec::new()));
        return Ok(Html::ok(page).into_response());
    }
    let kinds = office.leave_choices(caller.actor(), &nip).await?;
    let page = LeaveKinds { frame: caller.frame_in(Area::Requests), groups: groups(&kinds) };
    Ok(Html::ok(page).into_response())
}

/// Checks a request, or sends it if nothing stands in the way; the form comes back otherwise.
pub(in crate::routes) async fn ask_leave(
    State(site): State<Site>,
    caller: Caller,
    upload: OwnUpload,
) -> Result<Response, PageError> {
    let nip = own_nip(&caller)?;
    let OwnUpload { fields, files, file_fields, .. } = upload;
    let typed = Typed::read(fields);
    let office = site.office();
    let form = office.leave_form(caller.actor(), &nip, &typed.kind).await?;
    let form = form.ok_or_else(PageError::not_found)?;
    let handed_in = !files.is_empty();
    let papers = file_fields.into_iter().zip(files);
    let papers: Vec<Paper> = papers.map(|(kind, file)| Paper { kind, file }).collect();
    // Only the first form can have been without papers: they are asked for by what is found.
    let bare = typed.request(nip, &form, Vec::new());
    let sent = if typed.send { Some(typed.request(nip, &form, papers)) } else { None };
    let errors = match sent {
        None => Vec::new(),
        Some(Err(errors)) => errors,
        Some(Ok(request)) => match office.request_leave(caller.actor(), request).await {
            Ok(CheckedLeave { opened: Some(opened), .. }) => {
                let skpds = office.skpds().await?;
                site.tell(&caller, vec![told::leave_asked(&opened, &skpds)]);
                return Ok(Redirect::to(paths::MY_REQUESTS).into_response());
            }
            Ok(refused) => refusals(&refused),
            Err(error) => of_form(error)?,
        },
    };
    let (checked, errors) = match bare {
        Err(bare) if errors.is_empty() => (None, bare),
        Err(_) => (None, errors),
        Ok(request) => match office.check_leave(caller.actor(), &request).await {
            Ok(found) => (Some(checked(found, handed_in)), errors),
            Err(error) => (None, of_form(error)?),
        },
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(&caller, &form, &typed, (checked, errors));
    Ok(Html::with_status(status, page).into_response())
}

/// Whose form it is; an account without a person behind it has none.
fn own_nip(caller: &Caller) -> Result<Nip, PageError> {
    caller.visitor.nip.ok_or_else(PageError::not_found)
}

/// A refusal of the office at its field, or as the page that ends it.
fn of_form(error: OfficeError) -> Result<Vec<FormError>, PageError> {
    let (field, text) = match error {
        OfficeError::Mistake(mistake) => {
            let at_days =
                matches!(mistake, Mistake::NotInService(_) | Mistake::LeaveTooLongAgo { .. });
            let field = if at_days { "from" } else { "reason" };
            (field, told::mistake(&mistake))
        }
        OfficeError::Proof(bad) => ("files", told::proof_fault(&bad.name, bad.fault)),
        other => return Err(other.into()),
    };
    Ok(vec![FormError { field: field.to_owned(), text }])
}

/// What refused a request that was sent: a paper at the files, the rest at what the check found.
fn refusals(refused: &CheckedLeave) -> Vec<FormError> {
    let refusing = refused.findings.iter().filter(|finding| finding.refuses);
    let error = |finding: &LeaveFinding| {
        let field = if finding.noted.key == PROOF_MISSING { "files" } else { "checked" };
        FormError { field: field.to_owned(), text: finding.noted.said() }
    };
    refusing.map(error).collect()
}

/// What a check without papers found: a paper that is missing is asked for, and hinders nothing yet.
fn checked(found: CheckedLeave, files_again: bool) -> Checked {
    let CheckedLeave { working_days, findings, annual, .. } = found;
    let mut papers: Vec<(Phrase, String)> = findings.iter().filter_map(paper).collect();
    papers.retain(|(_, code)| code != OTHER_PAPER);
    let needs_other = findings.iter().filter_map(paper).any(|(_, code)| code == OTHER_PAPER);
    let other = if needs_other { "leave-proof-surat-keterangan" } else { "page-leave-other-paper" };
    papers.push((Phrase::new(other), OTHER_PAPER.to_owned()));
    let findings = findings.into_iter().filter(|finding| finding.noted.key != PROOF_MISSING);
    let (hinders, notes): (Vec<_>, Vec<_>) = findings.partition(|finding| finding.refuses);
    let shown = |finding: LeaveFinding| CheckedFinding {
        said: finding.noted.said(),
        source: finding.source,
    };
    Checked {
        working_days,
        annual: annual.map(|annual| (annual.before, annual.after)),
        hinders: hinders.into_iter().map(shown).collect(),
        notes: notes.into_iter().map(shown).collect(),
        papers,
        files_again,
    }
}

/// The paper whose lack was found: its words, and its code.
fn paper(finding: &LeaveFinding) -> Option<(Phrase, String)> {
    let (_, value) = finding.noted.values.iter().find(|(name, _)| name == "proof")?;
    let NotedValue::Key(key) = value else { return None };
    let code = key.strip_prefix("leave-proof-")?;
    Some((Phrase::new(key.clone()), code.to_owned()))
}

fn page(
    caller: &Caller,
    form: &LeaveForm,
    typed: &Typed,
    (checked, errors): (Option<Checked>, Vec<FormError>),
) -> LeaveAsk {
    let mut frame = caller.frame_in(Area::Requests);
    // The other language shows the form of the same kind, whichever way this one was reached.
    frame.path = paths::new_leave(&form.kind.code);
    LeaveAsk {
        frame,
        kind: form.kind.code.clone(),
        title: name(&form.kind),
        fields: typed.fields(form),
        named: typed.named(form),
        reason: typed.reason.clone(),
        chars_max: REASON_CHARS_MAX,
        checked,
        errors,
    }
}

fn name(kind: &LeaveKind) -> Phrase {
    match &kind.title {
        Some(title) => Phrase::verbatim(title.clone()),
        None => Phrase::new(format!("excuse-{}", kind.counts_as.code())),
    }
}

fn groups(kinds: &[LeaveKind]) -> Vec<KindGroup> {
    let titles = [
        (ExcuseClass::Leave, "page-leave-group-leave"),
        (ExcuseClass::Duty, "page-leave-group-duty"),
        (ExcuseClass::Wfa, "page-leave-group-wfa"),
        (ExcuseClass::Permission, "page-leave-group-permission"),
    ];
    let group = |(class, title): (ExcuseClass, &str)| KindGroup {
        title: Phrase::new(title),
        kinds: kinds
            .iter()
            .filter(|kind| kind.counts_as.class() == class)
            .map(|kind| (name(kind), paths::new_leave(&kind.code)))
            .collect(),
    };
    titles.into_iter().map(group).filter(|group| !group.kinds.is_empty()).collect()
}
