//! Files a terminal writes to a USB stick (Standalone SDK manual 2.1, section 6.3).
//!
//! - [`AttLogFile`]: `<serial or number>_attlog.dat`, the punches;
//! - [`users`]: `user.dat`, the people;
//! - templates are recognised by [`is_templates`] and refused: they are personal data that the
//!   import of attendance has no use for.

mod att_log;
mod templates;
pub mod users;

pub use att_log::{AttLogFile, BadAttLogFile, UsbAttLog};
pub use templates::is_templates;
pub use users::{BadUserFile, UserRecord};
