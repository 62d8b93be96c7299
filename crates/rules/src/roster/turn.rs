//! A turn, and the turns of a person.

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::civil::Date;

/// How law files and rosters write a day off.
pub const OFF: &str = "-";

/// Longest letter, in bytes: some units write `P1` or `PAGI`.
const LETTER_BYTES_MAX: usize = 16;

/// What a person is given on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// No shift of the pattern.
    Off,
    /// The shift of this letter.
    Shift(String),
}

/// The text is no turn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no turn; write the letter of a shift, or - for a day off")]
pub struct InvalidTurn {
    /// What was given.
    pub text: String,
}

impl FromStr for Turn {
    type Err = InvalidTurn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let fits = text.len() <= LETTER_BYTES_MAX && text.chars().all(char::is_alphanumeric);
        match text {
            OFF => Ok(Self::Off),
            letter if fits && !letter.is_empty() => Ok(Self::Shift(letter.to_owned())),
            _ => Err(InvalidTurn { text: text.chars().take(40).collect() }),
        }
    }
}

impl Turn {
    /// As law files write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Off => OFF,
            Self::Shift(letter) => letter,
        }
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who gave the turn of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TurnBy {
    /// The cycle of the schedule.
    Cycle,
    /// The roster.
    Roster,
}

impl TurnBy {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Cycle => "cycle",
            Self::Roster => "roster",
        }
    }
}

/// The turns that a person was given. On any other day the cycle holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    turns: BTreeMap<Date, Turn>,
}

impl Roster {
    /// The turn given for a day.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<&Turn> {
        self.turns.get(&date)
    }

    /// Gives a turn for a day; `None` lets the cycle hold again.
    pub fn put(&mut self, date: Date, turn: Option<Turn>) {
        match turn {
            Some(turn) => drop(self.turns.insert(date, turn)),
            None => drop(self.turns.remove(&date)),
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// The turns in order of days.
    pub fn turns(&self) -> impl Iterator<Item = (Date, &Turn)> {
        self.turns.iter().map(|(date, turn)| (*date, turn))
    }
}

impl FromIterator<(Date, Turn)> for Roster {
    fn from_iter<T: IntoIterator<Item = (Date, Turn)>>(turns: T) -> Self {
        Self { turns: turns.into_iter().collect() }
    }
}
