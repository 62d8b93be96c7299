//! What the law says about a day and a month, as pure functions of facts.
