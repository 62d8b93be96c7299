//! The stores against the story, and against what breaks.

mod breaking;
mod postgres;
mod properties;
mod sqlite;
