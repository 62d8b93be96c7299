//! Sockets and HTTP for terminals, and what is said back to them.
//!
//! A terminal is always the client (ZKTeco push, "ADMS"): it introduces itself, delivers, and asks
//! for orders. [`serve`] answers on a socket; [`Gateway::answer`] answers one request.
//!
//! What holds here:
//!
//! - `OK: n` is said only after the punches are on disk. Whatever keeps them from it — a failing
//!   store, a body that was cut short, a terminal nobody has approved — is answered so that the
//!   terminal keeps them and sends them again.
//! - Every valid serial number gets a handshake, so that a new terminal stays on line while it waits
//!   for approval; nothing it delivers is taken until then.
//! - No request costs a write of its own but a delivery: when terminals were heard is gathered in
//!   memory and noted for all of them at once.
//! - Templates and photographs are acknowledged and dropped: they are personal data that attendance
//!   does not need.
//! - Everything that comes in has a limit ([`Limits`]).

mod answer;
mod body;
mod gateway;
mod limits;
mod refusal;
mod roll;
mod security;
mod serve;
mod sightings;
mod upload;
mod watched;

pub use answer::{NoAnswer, Reply};
pub use gateway::{Gateway, Parts};
pub use limits::Limits;
pub use serve::serve;
