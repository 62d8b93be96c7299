//! The columns of a file of people.

use civil::Employment;

use crate::table::{Heading, Reason};

/// What a column of a file of people can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Nip,
    FormerNip,
    Name,
    Skpd,
    SkpdName,
    Unit,
    Position,
    Class,
    Employment,
    Tpp,
    Factor,
    Reason,
    Pin,
    Schedule,
    ValidFrom,
    InService,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[
        Self::Nip,
        Self::Name,
        Self::Skpd,
        Self::Employment,
        Self::Schedule,
        Self::Unit,
        Self::Position,
        Self::Class,
        Self::Tpp,
        Self::Factor,
        Self::Reason,
        Self::Pin,
        Self::ValidFrom,
        Self::InService,
        Self::SkpdName,
        Self::FormerNip,
    ];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai", "nipbaru"],
            Self::FormerNip => &["formernip", "niplama", "nipsebelumnya"],
            Self::Name => &["name", "nama", "namalengkap", "namapegawai", "fullname"],
            Self::Skpd => &[
                "skpd",
                "kodeskpd",
                "skpdcode",
                "opd",
                "kodeopd",
                "perangkatdaerah",
                "kodeperangkatdaerah",
            ],
            Self::SkpdName => &["skpdname", "namaskpd", "namaopd", "namaperangkatdaerah"],
            Self::Unit => &["unit", "unitkerja", "namaunit", "subunit", "bidang"],
            Self::Position => &["position", "jabatan", "namajabatan"],
            Self::Class => &["class", "kelas", "kelasjabatan", "jobclass", "grade"],
            Self::Employment => &[
                "employment",
                "jenispegawai",
                "statuspegawai",
                "statuskepegawaian",
                "jeniskepegawaian",
                "employmentkind",
                "employmenttype",
            ],
            Self::Tpp => &[
                "tpp",
                "tppeligible",
                "tppeligibility",
                "eligible",
                "berhaktpp",
                "menerimatpp",
                "penerimatpp",
            ],
            Self::Factor => &["factor", "tppfactor", "faktor", "faktortpp", "besarantpp"],
            Self::Reason => &["reason", "tppreason", "alasan", "alasantpp", "keterangantpp"],
            Self::Pin => &["pin", "nopin", "nomorpin", "idfinger", "idabsen", "pinabsen"],
            Self::Schedule => {
                &["schedule", "polakerja", "jadwal", "jadwalkerja", "polajadwal", "workingpattern"]
            }
            Self::ValidFrom => &[
                "validfrom",
                "berlakusejak",
                "berlakumulai",
                "mulaiberlaku",
                "tmt",
                "sejak",
                "from",
            ],
            Self::InService => &["inservice", "aktif", "active", "statusaktif"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip | Self::Name | Self::Skpd | Self::Employment | Self::Schedule => true,
            Self::FormerNip
            | Self::SkpdName
            | Self::Unit
            | Self::Position
            | Self::Class
            | Self::Tpp
            | Self::Factor
            | Self::Reason
            | Self::Pin
            | Self::ValidFrom
            | Self::InService => false,
        }
    }
}

/// Reads an employment kind, also as offices call it.
pub(super) fn employment(text: &str) -> Result<Employment, Reason> {
    let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
    match plain.as_str() {
        "p3k" => Ok(Employment::Pppk),
        "pppk-pw" | "p3k-paruh-waktu" => Ok(Employment::PppkParuhWaktu),
        "nonasn" | "honorer" | "tenaga-honorer" | "thl" => Ok(Employment::NonAsn),
        _ => Ok(text.parse::<Employment>()?),
    }
}
