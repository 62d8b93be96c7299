//! What attendance terminals say, turned into values and back. No sockets, no clock.
//!
//! One module a dialect:
//!
//! - [`push`]: ZKTeco push ("ADMS"), attendance and security, over HTTP;
//! - [`usb`]: the files a terminal writes to a USB stick;
//! - [`delimited`]: CSV and TSV with named columns, as programs of offices export them.
//!
//! Every parser is total: any bytes give a value or a named error, never a panic. A body of many
//! records cannot fail as a whole, because one bad line must not lose its neighbours: it is read as
//! [`Line`]s, each with its raw bytes and its own result.
//!
//! Times are the wall clock of the terminal, which carries no zone ([`At`]). Whether a time is
//! plausible is for the caller to decide: this crate reads no clock.

mod at;
mod bad_line;
mod card;
mod columns;
pub mod delimited;
mod lines;
mod pin;
mod privilege;
pub mod push;
mod recognise;
mod secret;
mod text;
pub mod usb;
mod zk_time;

pub use at::At;
pub use bad_line::BadLine;
pub use card::Card;
pub use lines::Line;
pub use pin::{PIN_BYTES_MAX, Pin};
pub use privilege::Privilege;
pub use recognise::{FileKind, recognise};
pub use secret::Secret;
pub use text::{decode_name, shown};
pub use zk_time::ZkTime;
