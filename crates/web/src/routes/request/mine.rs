//! What I asked for, and what became of it.

use axum::extract::State;

use super::row::{Seen, row};
use crate::{Area, Html, PageError, Site, pages::request::MyRequests, site::Caller};

/// The reader's own requests.
pub(in crate::routes) async fn mine(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<MyRequests>, PageError> {
    // An account without a person behind it asks for nothing.
    caller.visitor.nip.ok_or_else(PageError::not_found)?;
    let list = site.office().my_matters(caller.actor()).await?;
    let skpds = site.office().skpds().await?;
    Ok(Html::ok(MyRequests {
        frame: site.frame_told(&caller, Area::Requests),
        rows: list.rows.iter().map(|matter| row(matter, &skpds, Seen::ByOneself)).collect(),
        total: list.total,
    }))
}
