//! SQLite and PostgreSQL behind the traits of storage.
