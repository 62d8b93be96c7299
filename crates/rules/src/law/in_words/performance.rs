//! The law on results of work in words.

use super::text;
use crate::law::performance::Quadrant;

pub(super) fn quadrant(quadrant: &Quadrant) -> String {
    let rows: Vec<String> = quadrant
        .rows
        .iter()
        .map(|row| {
            format!(
                "hasil {} dan perilaku {} ekspektasi: {}",
                text::key(row.results.code()),
                text::key(row.behaviour.code()),
                text::key(&row.predikat)
            )
        })
        .collect();
    rows.join("; ")
}
