//! Reasons not to be at the terminal that somebody decided: leave, duty, work from elsewhere,
//! permission.

use std::{fmt, str::FromStr};

/// What kind of reason it is to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExcuseClass {
    /// Not at work, by right.
    Leave,
    /// At work, in another place.
    Duty,
    /// At work, from elsewhere.
    Wfa,
    /// At work, but may come late or go early; the minutes are still counted, apart.
    Permission,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $class:ident;)+) => {
        /// Kinds of excuse. The seven kinds of leave are those of PP 11/2017 art. 310.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum ExcuseKind { $($(#[$doc])* $variant,)+ }

        impl ExcuseKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word in files, in the store and in law.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What it is to the day.
            #[must_use]
            pub fn class(self) -> ExcuseClass {
                match self { $(Self::$variant => ExcuseClass::$class,)+ }
            }
        }
    };
}

kinds! {
    /// Annual leave.
    CutiTahunan = "cuti-tahunan", Leave;
    /// Long leave.
    CutiBesar = "cuti-besar", Leave;
    /// Sick leave with a doctor's letter.
    CutiSakit = "cuti-sakit", Leave;
    /// Sick leave as an inpatient.
    CutiSakitRawatInap = "cuti-sakit-rawat-inap", Leave;
    /// Sick leave after an accident at work.
    CutiSakitKecelakaan = "cuti-sakit-kecelakaan", Leave;
    /// Maternity leave.
    CutiMelahirkan = "cuti-melahirkan", Leave;
    /// Leave for an important reason.
    CutiAlasanPenting = "cuti-alasan-penting", Leave;
    /// Leave outside the dependants of the state.
    Cltn = "cltn", Leave;
    /// Hajj, where a regency counts it apart from long leave.
    Haji = "haji", Leave;
    /// Umrah, where a regency counts it apart.
    Umrah = "umrah", Leave;
    /// Preparation for retirement.
    Mpp = "mpp", Leave;
    /// Study by order, full time.
    TugasBelajar = "tugas-belajar", Duty;
    /// Duty outside the regency's offices.
    DinasLuar = "dinas-luar", Duty;
    /// Duty in another office of the regency.
    DinasDalam = "dinas-dalam", Duty;
    /// Training.
    Diklat = "diklat", Duty;
    /// Work from anywhere.
    Wfa = "wfa", Wfa;
    /// Permission to come late.
    IzinTerlambat = "izin-terlambat", Permission;
    /// Permission to go early.
    IzinPulangCepat = "izin-pulang-cepat", Permission;
}

impl FromStr for ExcuseKind {
    type Err = UnknownExcuse;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = text.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.code() == plain)
            .ok_or_else(|| UnknownExcuse { text: text.to_owned() })
    }
}

impl<'de> serde::Deserialize<'de> for ExcuseKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for ExcuseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no kind of excuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{text}\" is no kind of leave or duty; use one of {}",
    ExcuseKind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ")
)]
pub struct UnknownExcuse {
    /// What was given.
    pub text: String,
}

/// An excuse as it bears on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Excuse {
    /// What kind.
    pub kind: ExcuseKind,
    /// Seconds after midnight it covers, from and until; `None` is the whole day.
    pub seconds: Option<(i32, i32)>,
}
