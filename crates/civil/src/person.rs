//! People and what they are to the regency.

use std::{fmt, str::FromStr};

/// A person, whatever number the person carries today. A Nip changes and is mistyped; this does
/// not.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize,
)]
#[serde(transparent)]
pub struct PersonId(pub i64);

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal, { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word in files and on the command line.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let plain = text.trim().to_ascii_lowercase().replace([' ', '_'], "-");
                Self::ALL.iter().copied().find(|word| word.code() == plain).ok_or_else(|| UnknownWord {
                    what: $what,
                    text: text.to_owned(),
                    known: Self::ALL.iter().map(|word| word.code()).collect::<Vec<_>>().join(", "),
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

words!(
    /// How a person is employed. Presence counts for all of them, whatever the pay.
    Employment, "employment kind", {
        /// Pegawai negeri sipil.
        Pns = "pns",
        /// Calon Pns, in the trial year.
        Cpns = "cpns",
        /// Pegawai pemerintah dengan perjanjian kerja.
        Pppk = "pppk",
        /// Pppk working part of the week.
        PppkParuhWaktu = "pppk-paruh-waktu",
        /// Not Asn, but presence is recorded.
        NonAsn = "non-asn",
    }
);

words!(
    /// What an account may see and do. Scope (which unit) is kept beside it.
    Role, "role", {
        /// Sees the own month.
        Pegawai = "pegawai",
        /// Keeps the month sheet of a unit.
        Operator = "operator",
        /// Heads an organisation: sees it whole, and decides what waits on the post held.
        Pimpinan = "pimpinan",
        /// Pays: payment lists, and what goes with them.
        Bendahara = "bendahara",
        /// Personnel office: people, rules, terminals.
        Bkpsdm = "bkpsdm",
        /// Reads everything, changes nothing.
        Auditor = "auditor",
    }
);

/// A word that is not in a closed list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a known {what}; use one of {known}")]
pub struct UnknownWord {
    /// What it should have been.
    pub what: &'static str,
    /// What was given.
    pub text: String,
    /// The words that are known.
    pub known: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_people_write_them() {
        assert_eq!("PPPK Paruh Waktu".parse(), Ok(Employment::PppkParuhWaktu));
        assert_eq!(" pns ".parse(), Ok(Employment::Pns));
        let unknown = "honorer".parse::<Employment>().unwrap_err();
        assert!(unknown.to_string().contains("use one of pns, cpns"), "{unknown}");
    }
}
