//! Use cases: one folder an area, one file a verb.
