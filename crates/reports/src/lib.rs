//! Columns and tables, and the files that are written from a table.

mod table;

pub use table::{Align, Cell, Heading, Kind, Level, Note, Place, Row, Signature, Table, Total};
