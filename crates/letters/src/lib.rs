//! PDF of letters, slips and lists, set from templates that an office can edit.
//!
//! The templates lie in `content/letters` and in the binary; an office's own copies win. Data reaches
//! a template as values, and a letter is set without disk, network or clock, so the same data gives
//! the same bytes.

pub mod data;
mod error;
mod letters;
mod list;
mod press;
mod templates;
mod world;

pub use error::LetterError;
pub use letters::{Letters, Pdf, digest};
pub use list::{Progress, Watch};
pub use press::Press;
pub use templates::Templates;
