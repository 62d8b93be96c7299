//! The units, to choose whose month to see.

use axum::extract::State;
use civil::Month;

use crate::{
    Area, Html, PageError, Site,
    pages::presence::{UnitLink, Units},
    paths,
    site::Caller,
};

/// The units that the reader may see.
pub(in crate::routes) async fn units(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<Units>, PageError> {
    let month = Month::of(site.office().today());
    let bound = caller.actor().skpd();
    let units = site.office().skpds().await?;
    Ok(Html::ok(Units {
        frame: caller.frame_in(Area::UnitMonth),
        month: month.first(),
        units: units
            .into_iter()
            .filter(|unit| bound.is_none_or(|bound| *bound == unit.code))
            .map(|unit| UnitLink {
                href: paths::unit_month(unit.code.as_str(), month.first()),
                today: paths::unit_today(unit.code.as_str()),
                code: unit.code.to_string(),
                name: unit.name,
            })
            .collect(),
    }))
}
