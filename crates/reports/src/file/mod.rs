//! Files from a table, one format a module.

pub(crate) mod bank;
pub(crate) mod csv;
pub(crate) mod formula;
pub(crate) mod json;
pub(crate) mod xlsx;

use crate::{Cell, Level, Row, Table};

/// The rows of people or things, each with the name of its group.
fn data_by_group(table: &Table) -> impl Iterator<Item = (Option<&Cell>, &Row)> {
    let mut group = None;
    table.rows.iter().filter_map(move |row| match row.level {
        Level::Group => {
            group = row.cells.first();
            None
        }
        Level::Data => Some((group, row)),
        Level::Subtotal => None,
    })
}

/// Whether the table has groups.
fn is_grouped(table: &Table) -> bool {
    table.rows.iter().any(|row| row.level == Level::Group)
}
