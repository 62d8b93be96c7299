//! What a month would come to by a draft of the law: the form, and what came out.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError},
    paths,
};

/// A draft of the law, tried on a month.
#[derive(Clone, Debug, Template)]
#[template(path = "law/what_if.html")]
pub struct WhatIf {
    /// What is around it.
    pub frame: Frame,
    /// The months it can be tried on.
    pub months: Vec<Choice>,
    /// Whose law the files change.
    pub layers: Vec<Choice>,
    /// Files that a draft may have.
    pub files_max: u32,
    /// The files in force: of whom, and each with its name and where it is.
    pub in_force: Vec<(Phrase, Vec<(String, String)>)>,
    /// What was wrong with the form.
    pub errors: Vec<FormError>,
    /// Faults of the draft as the reader of the law says them, with file and line.
    pub faults: Vec<String>,
    /// How many more there are.
    pub more_faults: u32,
    /// What came out.
    pub told: Option<WhatIfTold>,
}

/// What a month would come to, in rupiah.
#[derive(Clone, Debug)]
pub struct WhatIfTold {
    /// The month.
    pub month: Date,
    /// Of how many people something comes out otherwise.
    pub changed: Phrase,
    /// What is paid.
    pub before: i64,
    /// What would be paid.
    pub after: i64,
    /// What keeps the sums from being the law's doing alone.
    pub notes: Vec<Phrase>,
    /// By unit, who loses most first.
    pub units: Vec<WhatIfUnit>,
    /// The people who lose most.
    pub losers: Vec<WhatIfPerson>,
    /// The people who gain most.
    pub gainers: Vec<WhatIfPerson>,
}

/// A unit under a draft.
#[derive(Clone, Debug)]
pub struct WhatIfUnit {
    /// Its name.
    pub name: String,
    /// Its month.
    pub href: String,
    /// Whether the month is closed, and so compared with what is frozen.
    pub standing: WhatIfStanding,
    /// People.
    pub people: u32,
    /// People who would get more.
    pub gain: u32,
    /// People who would get less.
    pub lose: u32,
    /// What is paid, in rupiah.
    pub before: i64,
    /// What would be paid, in rupiah.
    pub after: i64,
}

/// What a draft is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfStanding {
    /// With what is frozen.
    Closed,
    /// With what the law in force gives today.
    Open,
}

/// A person under a draft.
#[derive(Clone, Debug)]
pub struct WhatIfPerson {
    /// Name.
    pub name: String,
    /// The month.
    pub href: String,
    /// Name of the unit.
    pub unit: String,
    /// What is paid, in rupiah.
    pub before: i64,
    /// What would be paid, in rupiah.
    pub after: i64,
}

impl WhatIf {
    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    fn has_more_faults(&self) -> bool {
        self.more_faults > 0
    }
}

impl WhatIfTold {
    fn people(&self) -> u32 {
        self.units.iter().map(|unit| unit.people).sum()
    }

    fn gain(&self) -> u32 {
        self.units.iter().map(|unit| unit.gain).sum()
    }

    fn lose(&self) -> u32 {
        self.units.iter().map(|unit| unit.lose).sum()
    }

    /// The people by what the draft does to them, each group under the key of its heading.
    fn groups(&self) -> [(&'static str, &[WhatIfPerson]); 2] {
        [("page-what-if-losers", &self.losers), ("page-what-if-gainers", &self.gainers)]
    }
}

impl WhatIfUnit {
    fn is_closed(&self) -> bool {
        self.standing == WhatIfStanding::Closed
    }
}
