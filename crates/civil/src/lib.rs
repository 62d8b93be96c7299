//! The words every other crate shares: who, when and how much.
//!
//! Nothing here knows a rule, a table or a terminal. A type belongs in this
//! crate only if at least two others must agree on its meaning.

mod clock;
mod month;
mod name;
mod nip;
mod person;
mod random;
mod rate;
mod rupiah;
mod wall;

pub use clock::{Clock, FixedClock};
pub use month::{InvalidMonth, Month};
pub use name::{InvalidName, PinGroup, Regency, ScheduleKey, Skpd, TerminalSerial};
pub use nip::{InvalidNip, Nip};
pub use person::{Employment, PersonId, Role, UnknownWord};
pub use random::Random;
pub use rate::{InvalidRate, Rate};
pub use rupiah::{Exact, Rounding, Rupiah};
pub use wall::{Wall, Zone};
