//! Letters as PDF.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use office::discipline::LetterKind;
use words::Phrase;

use crate::{
    PageError, Site,
    letter::{self, Draft, RequestPaper},
    pages::error::ErrorKind,
    site::Caller,
};

/// How the files end.
const ENDING: &str = ".pdf";

/// A letter of a discipline case.
pub(super) async fn of_case(
    State(site): State<Site>,
    caller: Caller,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let id: i64 = id.parse().map_err(|_| PageError::not_found())?;
    let kind = file.strip_suffix(ENDING).and_then(LetterKind::from_template);
    let kind = kind.ok_or_else(PageError::not_found)?;
    let draft = letter::of_case(site.office(), caller.actor(), id, kind).await?;
    answer(&site, draft).await
}

/// What a request asks for, on paper.
pub(super) async fn of_request(
    state: State<Site>,
    caller: Caller,
    path: Path<String>,
) -> Result<Response, PageError> {
    request(state, caller, path, RequestPaper::Request).await
}

/// What was decided about a leave, on paper.
pub(super) async fn of_decision(
    state: State<Site>,
    caller: Caller,
    path: Path<String>,
) -> Result<Response, PageError> {
    request(state, caller, path, RequestPaper::Decision).await
}

async fn request(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    which: RequestPaper,
) -> Result<Response, PageError> {
    let id: i64 = id.parse().map_err(|_| PageError::not_found())?;
    let draft = letter::of_request(site.office(), caller.actor(), id, which).await?;
    answer(&site, draft).await
}

/// Sets a draft and answers with the file.
///
/// # Errors
///
/// A page that says what is wrong with an office's own template.
pub(super) async fn answer(site: &Site, draft: Draft) -> Result<Response, PageError> {
    let name = format!("attachment; filename=\"{}{ENDING}\"", draft.name);
    let broken = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "a letter could not be set");
        PageError::new(ErrorKind::Internal).because(Phrase::verbatim(error.to_string()))
    };
    // One at a time: a long list takes memory while it is set.
    let turn = site.press_turn().acquire_owned().await.map_err(|error| broken(&error))?;
    let letters = site.clone();
    let set = tokio::task::spawn_blocking(move || {
        let set = draft.set(letters.letters());
        drop(turn);
        set
    });
    let pdf = set.await.map_err(|error| broken(&error))?.map_err(|error| broken(&error))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, pdf.bytes).into_response())
}
