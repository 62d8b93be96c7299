//! Everything people read, by Fluent key.
