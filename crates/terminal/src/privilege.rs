//! What a person may do on a terminal.

/// The role of an enrolled person, as the terminal numbers it (`Pri`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Privilege {
    /// 0: punches only.
    #[default]
    User,
    /// 2: may enrol others.
    Enroller,
    /// 6: manages the terminal.
    Manager,
    /// 10: a role defined on the terminal.
    Custom,
    /// 14: may do everything.
    Super,
    /// A number without a known meaning.
    Other(u8),
}

impl Privilege {
    /// The number on the wire.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::User => 0,
            Self::Enroller => 2,
            Self::Manager => 6,
            Self::Custom => 10,
            Self::Super => 14,
            Self::Other(number) => number,
        }
    }
}

impl From<u8> for Privilege {
    fn from(number: u8) -> Self {
        match number {
            0 => Self::User,
            2 => Self::Enroller,
            6 => Self::Manager,
            10 => Self::Custom,
            14 => Self::Super,
            other => Self::Other(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_back() {
        for number in 0..=u8::MAX {
            assert_eq!(Privilege::from(number).number(), number);
        }
    }
}
