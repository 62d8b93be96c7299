//! Positions by kind of site: class, titles, employment and hours.

use civil::Employment;

use crate::{chance::Chance, place::SiteKind};

/// A position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) title: &'static str,
    pub(super) class: u8,
    /// Title after the name; empty if none.
    pub(super) degree: &'static str,
    /// Whether the holder may draw the teachers' allowance.
    pub(super) teaches: Teaches,
    /// Working pattern.
    pub(super) hours: Hours,
}

/// Whether a position is a teacher's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Teaches {
    Yes,
    No,
}

/// Working patterns, and how many places a rotating one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hours {
    /// That of the site.
    OfSite,
    /// A rotating pattern: its name, and the days of its cycle.
    Rotating(&'static str, i64),
}

const fn position(
    title: &'static str,
    class: u8,
    degree: &'static str,
    teaches: Teaches,
    hours: Hours,
) -> Position {
    Position { title, class, degree, teaches, hours }
}

const fn desk(title: &'static str, class: u8, degree: &'static str) -> Position {
    position(title, class, degree, Teaches::No, Hours::OfSite)
}

const fn teacher(title: &'static str, class: u8) -> Position {
    position(title, class, "S.Pd.", Teaches::Yes, Hours::OfSite)
}

const fn nurse(title: &'static str, class: u8, degree: &'static str) -> Position {
    position(title, class, degree, Teaches::No, Hours::Rotating("rsud-rotasi", 8))
}

const fn midwife(title: &'static str, class: u8, degree: &'static str) -> Position {
    position(title, class, degree, Teaches::No, Hours::Rotating("puskesmas-loket-jaga", 14))
}

const OFFICE: &[(usize, Position)] = &[
    (10, desk("Analis Kebijakan Ahli Muda", 10, "S.Sos., M.Si.")),
    (14, desk("Perencana Ahli Pertama", 8, "S.E.")),
    (20, desk("Penelaah Teknis Kebijakan", 7, "S.A.P.")),
    (16, desk("Penata Layanan Operasional", 7, "S.Kom.")),
    (10, desk("Pengolah Data dan Informasi", 6, "A.Md.")),
    (8, desk("Arsiparis Terampil", 6, "A.Md.")),
    (14, desk("Pengadministrasi Perkantoran", 5, "")),
    (8, desk("Operator Layanan Operasional", 5, "")),
];

const AGRICULTURE: &[(usize, Position)] = &[
    (16, desk("Pengawas Mutu Hasil Pertanian Ahli Muda", 9, "S.P.")),
    (16, desk("Pengawas Benih Tanaman Ahli Pertama", 8, "S.P.")),
    (12, desk("Analis Pasar Hasil Pertanian Ahli Pertama", 8, "S.P.")),
    (20, desk("Penelaah Teknis Kebijakan", 7, "S.P., M.Si.")),
    (14, desk("Pengendali OPT Terampil", 6, "A.Md.P.")),
    (14, desk("Pengadministrasi Perkantoran", 5, "")),
    (8, desk("Operator Layanan Operasional", 5, "")),
];

const ORDER: &[(usize, Position)] = &[
    (30, desk("Polisi Pamong Praja Terampil", 6, "")),
    (14, desk("Polisi Pamong Praja Ahli Pertama", 8, "S.H.")),
    (
        40,
        position(
            "Pemadam Kebakaran Terampil",
            6,
            "",
            Teaches::No,
            Hours::Rotating("damkar-jaga", 3),
        ),
    ),
    (8, desk("Penelaah Teknis Kebijakan", 7, "S.H.")),
    (8, desk("Pengadministrasi Perkantoran", 5, "")),
];

const KECAMATAN: &[(usize, Position)] = &[
    (30, desk("Penelaah Teknis Kebijakan", 7, "S.A.P.")),
    (26, desk("Pengolah Data dan Informasi", 6, "A.Md.")),
    (30, desk("Pengadministrasi Perkantoran", 5, "")),
    (14, desk("Operator Layanan Operasional", 5, "")),
];

const SCHOOL: &[(usize, Position)] = &[
    (40, teacher("Guru Ahli Pertama", 8)),
    (32, teacher("Guru Ahli Muda", 9)),
    (13, teacher("Guru Ahli Madya", 11)),
    (9, desk("Tenaga Administrasi Sekolah", 5, "")),
    (6, desk("Penjaga Sekolah", 3, "")),
];

const PUSKESMAS: &[(usize, Position)] = &[
    (26, midwife("Bidan Terampil", 6, "A.Md.Keb.")),
    (20, midwife("Perawat Terampil", 6, "A.Md.Kep.")),
    (12, desk("Perawat Ahli Pertama", 8, "S.Kep., Ners")),
    (8, desk("Dokter Ahli Pertama", 10, "")),
    (6, desk("Dokter Gigi Ahli Pertama", 10, "")),
    (8, desk("Asisten Apoteker Terampil", 6, "A.Md.Farm.")),
    (6, desk("Nutrisionis Ahli Pertama", 8, "S.Gz.")),
    (6, desk("Sanitarian Terampil", 6, "A.Md.Kes.")),
    (8, desk("Pengadministrasi Perkantoran", 5, "")),
];

const HOSPITAL: &[(usize, Position)] = &[
    (34, nurse("Perawat Terampil", 6, "A.Md.Kep.")),
    (22, nurse("Perawat Ahli Pertama", 8, "S.Kep., Ners")),
    (12, nurse("Bidan Terampil", 6, "A.Md.Keb.")),
    (8, desk("Dokter Ahli Muda", 11, "")),
    (6, nurse("Pranata Laboratorium Kesehatan Terampil", 6, "A.Md.AK.")),
    (6, desk("Apoteker Ahli Pertama", 9, "S.Farm., Apt.")),
    (12, desk("Pengadministrasi Perkantoran", 5, "")),
];

/// Those next to the head, in order: title and class.
const LEADERS: &[(SiteKind, &[Position])] = &[
    (
        SiteKind::Office,
        &[
            desk("Sekretaris", 12, "S.Sos., M.Si."),
            desk("Kepala Bidang", 11, "S.T., M.Si."),
            desk("Kepala Subbagian Umum dan Kepegawaian", 9, "S.E."),
            desk("Kepala Bidang", 11, "S.P., M.Si."),
            desk("Kepala Bidang", 11, "S.H., M.Si."),
        ],
    ),
    (
        SiteKind::Order,
        &[
            desk("Sekretaris", 12, "S.IP., M.Si."),
            desk("Kepala Bidang", 11, "S.H."),
            desk("Kepala Bidang", 11, "S.Sos."),
        ],
    ),
    (
        SiteKind::Kecamatan,
        &[
            desk("Sekretaris Kecamatan", 11, "S.IP."),
            desk("Kepala Seksi", 9, "S.Sos."),
            desk("Kepala Seksi", 9, "S.A.P."),
        ],
    ),
    (SiteKind::Puskesmas, &[desk("Kepala Subbagian Tata Usaha", 8, "S.K.M.")]),
    (
        SiteKind::Hospital,
        &[
            desk("Wakil Direktur Pelayanan", 12, "M.Kes."),
            desk("Kepala Bidang Keperawatan", 11, "S.Kep., M.Kes."),
        ],
    ),
];

/// The position of the `rank`th of a site after its head.
pub(super) fn position_at(
    chance: &mut Chance,
    kind: SiteKind,
    skpd: &str,
    rank: usize,
) -> Position {
    let leaders = LEADERS.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, list)| *list);
    // Always drawn, so that a leader more or less changes nobody else.
    let drawn = *chance.weighted(list(kind, skpd));
    leaders.get(rank).copied().unwrap_or(drawn)
}

/// The head of a site.
pub(super) fn degree_of_head(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Office | SiteKind::Order | SiteKind::Kecamatan => "S.Sos., M.Si.",
        SiteKind::Primary | SiteKind::Secondary => "S.Pd., M.Pd.",
        SiteKind::Puskesmas => "S.K.M., M.Kes.",
        SiteKind::Hospital => "Sp.PD.",
    }
}

fn list(kind: SiteKind, skpd: &str) -> &'static [(usize, Position)] {
    match kind {
        SiteKind::Office if skpd == super::skpds::AGRICULTURE => AGRICULTURE,
        SiteKind::Office => OFFICE,
        SiteKind::Order => ORDER,
        SiteKind::Kecamatan => KECAMATAN,
        SiteKind::Primary | SiteKind::Secondary => SCHOOL,
        SiteKind::Puskesmas => PUSKESMAS,
        SiteKind::Hospital => HOSPITAL,
    }
}

/// How somebody is employed who is no head.
pub(super) fn employment(chance: &mut Chance, kind: SiteKind) -> Employment {
    use Employment::{Cpns, NonAsn, Pns, Pppk, PppkParuhWaktu};
    let list: &[(usize, Employment)] = match kind {
        SiteKind::Office | SiteKind::Order | SiteKind::Kecamatan => {
            &[(60, Pns), (4, Cpns), (18, Pppk), (15, PppkParuhWaktu), (3, NonAsn)]
        }
        SiteKind::Primary | SiteKind::Secondary => {
            &[(47, Pns), (3, Cpns), (37, Pppk), (13, PppkParuhWaktu)]
        }
        SiteKind::Puskesmas | SiteKind::Hospital => {
            &[(50, Pns), (4, Cpns), (33, Pppk), (10, PppkParuhWaktu), (3, NonAsn)]
        }
    };
    *chance.weighted(list)
}

/// The working pattern of a site.
pub(super) fn hours_of_site(chance: &mut Chance, kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Office | SiteKind::Order | SiteKind::Kecamatan => "lima-hari",
        SiteKind::Secondary if chance.permille(350) => "lima-hari",
        SiteKind::Primary | SiteKind::Secondary => "sekolah-enam-hari",
        SiteKind::Puskesmas => "puskesmas-loket",
        SiteKind::Hospital => "enam-hari",
    }
}

/// The share of women among those who work there, in thousandths.
pub(super) fn women_permille(kind: SiteKind) -> usize {
    match kind {
        SiteKind::Order => 150,
        SiteKind::Office | SiteKind::Kecamatan => 420,
        SiteKind::Primary | SiteKind::Secondary => 620,
        SiteKind::Puskesmas | SiteKind::Hospital => 720,
    }
}
