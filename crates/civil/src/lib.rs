//! The words every other crate shares: who, when and how much.
