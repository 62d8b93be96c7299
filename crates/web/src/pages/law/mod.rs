//! The law.

mod in_force;

pub use in_force::{LawInForce, LawState, MissingValue, OtherValue, Provision, Topic, TopicName};
