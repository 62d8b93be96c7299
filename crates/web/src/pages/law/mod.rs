//! The law.

mod in_force;
mod what_if;

pub use in_force::{LawInForce, LawState, MissingValue, OtherValue, Provision, Topic, TopicName};
pub use what_if::{WhatIf, WhatIfPerson, WhatIfStanding, WhatIfTold, WhatIfUnit};
