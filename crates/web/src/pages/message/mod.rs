//! What there is to tell the reader, and what of it is sent.

mod list;
mod settings;

pub use list::{MessageRow, Messages};
pub use settings::{MessageSettingsPage, TopicChoice};
