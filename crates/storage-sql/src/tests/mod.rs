//! The stores against the story, against each other, and against what breaks.

mod sqlite;
