//! ZKTeco push ("ADMS", "iclock"): what a terminal asks over HTTP and what is said back.
//!
//! The terminal is always the client. It introduces itself ([`handshake`]), uploads records
//! ([`att_log`], [`oper_log`], [`fields`] for the rest), asks for orders ([`command`], carrying
//! [`info`]) and reports what they came to ([`device_result`]). Terminals of the access-control line
//! talk [`security_push`], which answers differently: tell them apart by endpoint and `DeviceType`.
//!
//! Sources: Attendance PUSH 5.8 (2026-03), PUSH SDK manual 3.2.0 (2018-06), Security PUSH 3.1.2
//! (2021-09), and captures of real terminals.

pub mod att_log;
pub mod command;
pub mod device_result;
pub mod fields;
pub mod handshake;
pub mod info;
pub mod oper_log;
pub mod reply;
pub mod request;
pub mod security_push;
mod serial;
mod version;

pub use att_log::AttLog;
pub use fields::Fields;
pub use request::{Endpoint, Request, Table};
pub use serial::{BadSerial, Serial};
pub use version::{BadVersion, PushVersion};
