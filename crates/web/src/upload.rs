//! A form with files from one of our own pages: read piece by piece under limits, and not at all
//! before its token was found to be ours.

use std::sync::Arc;

use axum::{
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use office::proof::{NewProof, PROOF_BYTES_MAX, PROOFS_MAX};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use words::Phrase;

use crate::{
    PageError, Site,
    pages::error::ErrorKind,
    session::{Csrf, Visit},
};

/// Largest text of a form with files, all fields together, in bytes.
const TEXT_BYTES_MAX: usize = 64 * 1024;

/// Largest body of a form with files, in bytes: as many files as a request may have, the text, and
/// what stands between the parts.
pub(crate) const UPLOAD_BYTES_MAX: usize = PROOFS_MAX * PROOF_BYTES_MAX + 2 * TEXT_BYTES_MAX;

/// Most that is held in memory of all files under way, in KiB: some twenty requests with one photo
/// too large each, while a regency has to fit into 200 MB.
const ROOM_KIB: usize = 96 * 1024;

/// Longest name of a file that is read, in bytes; less of it is kept.
const NAME_BYTES_MAX: usize = 1_024;

/// Room for the files that are being uploaded. Who finds none is told to try again, and holds up
/// nobody who is at it.
#[derive(Clone, Debug)]
pub(crate) struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(ROOM_KIB)))
    }
}

impl Room {
    /// Takes room for so many bytes, beside what `held` has already.
    fn take(&self, held: &mut Option<OwnedSemaphorePermit>, bytes: usize) -> Result<(), PageError> {
        let kib = u32::try_from(bytes.div_ceil(1_024)).unwrap_or(u32::MAX);
        let more = self.0.clone().try_acquire_many_owned(kib).map_err(|_| {
            PageError::new(ErrorKind::Unavailable).because(Phrase::new("error-upload-no-room"))
        })?;
        match held {
            Some(held) => held.merge(more),
            None => *held = Some(more),
        }
        Ok(())
    }
}

/// A form with files from one of our own pages.
pub(crate) struct OwnUpload {
    /// The fields of text in their order, without the token.
    pub(crate) fields: Vec<(String, String)>,
    /// The files in their order. One that is too large is there with as many bytes as show it.
    pub(crate) files: Vec<NewProof>,
    /// By which field each of them came.
    pub(crate) file_fields: Vec<String>,
    /// Given back when the form has been attended to.
    _room: Option<OwnedSemaphorePermit>,
}

impl FromRequest<Site> for OwnUpload {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Site) -> Result<Self, PageError> {
        let expected = request.extensions().get::<Visit>().map(|visit| Csrf::of(&visit.token));
        let form = Multipart::from_request(request, site).await;
        let mut form = form.map_err(|_| PageError::new(ErrorKind::BadRequest))?;
        let mut held = None;
        let mut fields = Vec::new();
        let mut files = Vec::new();
        let mut file_fields = Vec::new();
        let mut text_left = TEXT_BYTES_MAX;
        let mut proven = false;
        while let Some(field) = form.next_field().await.map_err(|error| refused(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if !proven {
                // The token stands first in our forms, so that nothing is read of a foreign one.
                let sent = text(field, &mut text_left).await?;
                proven =
                    name == "csrf" && expected.as_ref().is_some_and(|csrf| csrf.matches(&sent));
                if !proven {
                    return Err(foreign());
                }
                continue;
            }
            if let Some(file_name) = field.file_name().map(str::to_owned) {
                let bytes = file(field, site.room(), &mut held).await?;
                // A browser sends an empty part where no file was chosen.
                if !(file_name.is_empty() && bytes.is_empty()) {
                    let file_name = start_of(&file_name, NAME_BYTES_MAX).to_owned();
                    files.push(NewProof { name: file_name, bytes });
                    file_fields.push(start_of(&name, NAME_BYTES_MAX).to_owned());
                }
            } else {
                text_left = text_left.checked_sub(name.len()).ok_or_else(too_large)?;
                fields.push((name, text(field, &mut text_left).await?));
            }
        }
        if proven { Ok(Self { fields, files, file_fields, _room: held }) } else { Err(foreign()) }
    }
}

/// The first bytes of a text, at most so many, ending between two letters.
fn start_of(text: &str, bytes_max: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes_max)).unwrap_or(text)
}

/// A field of text.
async fn text(mut field: Field<'_>, left: &mut usize) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| refused(&error))? {
        *left = left.checked_sub(piece.len()).ok_or_else(too_large)?;
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| PageError::new(ErrorKind::BadRequest))
}

/// A file: what is beyond the largest that can be taken is read and dropped, so that the form can
/// be shown again with what was typed.
async fn file(
    mut field: Field<'_>,
    room: &Room,
    held: &mut Option<OwnedSemaphorePermit>,
) -> Result<Vec<u8>, PageError> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| refused(&error))? {
        let wanted = (PROOF_BYTES_MAX + 1).saturating_sub(bytes.len());
        let piece = piece.get(..wanted).unwrap_or(&piece);
        if !piece.is_empty() {
            room.take(held, piece.len())?;
            bytes.extend_from_slice(piece);
        }
    }
    Ok(bytes)
}

fn foreign() -> PageError {
    PageError::new(ErrorKind::Forbidden).because(Phrase::new("error-form-foreign"))
}

fn too_large() -> PageError {
    PageError::new(ErrorKind::BadRequest).because(Phrase::new("error-upload-too-large"))
}

fn refused(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        too_large()
    } else {
        PageError::new(ErrorKind::BadRequest)
    }
}
