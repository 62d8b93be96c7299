//! What people call a desk.

use storage::organisation::SkpdEntry;
use words::Phrase;

use crate::routes::units::unit_name;

/// A desk in words: `Kepala Bidang Pangan, Dinas Pertanian`.
pub(in crate::routes) fn desk(desk: &str, skpds: &[SkpdEntry]) -> Phrase {
    match desk.split_once(':') {
        Some(("head", place)) => match place.split_once('/') {
            Some((skpd, unit)) => Phrase::new("request-desk-unit-head")
                .with("unit", unit)
                .with("skpd", unit_name(skpds, skpd)),
            None => Phrase::new("request-desk-head").with("skpd", unit_name(skpds, place)),
        },
        Some(("operator", skpd)) => {
            Phrase::new("request-desk-operator").with("skpd", unit_name(skpds, skpd))
        }
        Some(("person", _)) => Phrase::new("request-desk-person"),
        None if matches!(desk, "sekda" | "bupati" | "bkpsdm") => {
            Phrase::new(format!("request-desk-{desk}"))
        }
        Some(_) | None => Phrase::verbatim(desk),
    }
}
