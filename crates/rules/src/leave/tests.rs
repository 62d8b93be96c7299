//! Small things that no case of law needs.
