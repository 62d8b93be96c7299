//! The styles and scripts, embedded by `build.rs`.
//!
//! Their address holds a hash of their content, so a browser keeps them for a
//! year and asks again only when they changed.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Whether the npm packages were there at build time. Only a debug build may lack them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// Pages look as designed.
    Present,
    /// Pages are plain and say why.
    Absent,
}

struct File {
    name: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
}

/// Where the page finds the file `name`.
pub(crate) fn href(name: &str) -> String {
    format!("/assets/{HASH}/{name}")
}

/// Serves the embedded files under `/assets/`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{hash}/{name}", get(file))
}

async fn file(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(file) = FILES.iter().find(|file| file.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A page from before an update asks with the old hash: it gets the file of today, unkept.
    let keep = if hash == HASH { "public, max-age=31536000, immutable" } else { "no-cache" };
    let common = [
        (header::CONTENT_TYPE, file.content_type),
        (header::CACHE_CONTROL, keep),
        (header::VARY, "accept-encoding"),
    ];
    let takes_gzip = headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| coding.trim().starts_with("gzip"));
    if takes_gzip {
        (common, [(header::CONTENT_ENCODING, "gzip")], file.gzip).into_response()
    } else {
        (common, file.plain).into_response()
    }
}
