//! Short names that stand for things kept elsewhere. A name in hand is well formed; whether the
//! thing exists is a question for the store.

use std::{fmt, str::FromStr};

/// Longest name, in bytes.
const NAME_BYTES_MAX: usize = 64;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $what:literal, $extra:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let text = text.trim();
                let fits = |c: char| c.is_ascii_alphanumeric() || $extra.contains(c);
                if text.is_empty() || text.len() > NAME_BYTES_MAX || !text.chars().all(fits) {
                    return Err(InvalidName { what: $what, text: text.to_owned(), extra: $extra });
                }
                Ok(Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(
    /// A regency, as its folder in `law/regency` is called: `contoh`, `lebak`. Every stored row
    /// belongs to one. A folder of `law/examples` is written `examples/sumedang`.
    Regency, "regency", "-_/"
);
name!(
    /// Code of an Skpd (satuan kerja perangkat daerah), an organisation of the regency.
    Skpd, "skpd code", "-_."
);
name!(
    /// Serial number of a terminal, as it says it itself.
    TerminalSerial, "terminal serial", "-_"
);
name!(
    /// Terminals that share one numbering of people. A PIN means somebody only within a group.
    PinGroup, "pin group", "-_."
);
name!(
    /// A working pattern that the law names, with a place in its cycle where it rotates:
    /// `lima-hari`, `rsud-rotasi:3`.
    ScheduleKey, "schedule", "-_.:"
);

impl ScheduleKey {
    /// The pattern's name, without the place in its cycle.
    #[must_use]
    pub fn pattern(&self) -> &str {
        self.0.split_once(':').map_or(&self.0, |(pattern, _)| pattern)
    }

    /// Days by which this person is ahead in the cycle; 0 where none is given.
    #[must_use]
    pub fn offset_days(&self) -> u32 {
        self.0.split_once(':').and_then(|(_, offset)| offset.parse().ok()).unwrap_or(0)
    }
}

/// The text cannot be such a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" cannot be a {what}; use 1 to 64 letters, digits or any of {extra}")]
pub struct InvalidName {
    /// What it should have named.
    pub what: &'static str,
    /// What was given.
    pub text: String,
    /// Characters allowed beside letters and digits.
    pub extra: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_names_its_pattern_and_place() {
        let key: ScheduleKey = "rsud-rotasi:3".parse().unwrap();
        assert_eq!((key.pattern(), key.offset_days()), ("rsud-rotasi", 3));
        let key: ScheduleKey = "lima-hari".parse().unwrap();
        assert_eq!((key.pattern(), key.offset_days()), ("lima-hari", 0));
    }

    #[test]
    fn names_refuse_what_could_harm_a_path_or_a_reply() {
        for text in ["", " ", "a b", "../x", "a\nb", "é", &"x".repeat(65)] {
            assert!(text.parse::<TerminalSerial>().is_err(), "{text:?}");
        }
        assert_eq!(" BOCK200961014 ".parse::<TerminalSerial>().unwrap().as_str(), "BOCK200961014");
    }
}
