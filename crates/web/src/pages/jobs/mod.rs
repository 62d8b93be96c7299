//! Files that are made in the background.

mod list;
mod one;

pub use list::{JobRow, Jobs};
pub use one::JobPage;
