//! The organisations of an invented regency: the kinds every regency has, with invented places.

/// An organisation as the invention knows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// Its code.
    pub(super) code: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// What its head is called, and the head's class.
    pub(super) head: (&'static str, u8),
    /// Its share of the people of offices.
    pub(super) weight: u32,
    /// Its units.
    pub(super) units: &'static [&'static str],
}

const fn kind(
    code: &'static str,
    name: &'static str,
    head: (&'static str, u8),
    weight: u32,
    units: &'static [&'static str],
) -> Kind {
    Kind { code, name, head, weight, units }
}

const DINAS: (&str, u8) = ("Kepala Dinas", 14);
const BADAN: (&str, u8) = ("Kepala Badan", 14);

const USUAL: &[&str] = &[
    "Sekretariat",
    "Bidang Perencanaan",
    "Bidang Pelayanan",
    "Bidang Pembinaan",
    "Bidang Pengendalian",
];

/// The education office: schools belong to it.
pub(super) const EDUCATION: &str = "DISDIK";
/// The health office: puskesmas belong to it.
pub(super) const HEALTH: &str = "DINKES";
/// The hospital.
pub(super) const HOSPITAL: &str = "RSUD";
/// The municipal police and the fire brigade.
pub(super) const ORDER: &str = "SATPOLPP";
/// The agriculture office: the example accounts are about it.
pub(super) const AGRICULTURE: &str = "DISTAN";

/// Organisations other than kecamatan, those first that also a very small regency fills.
pub(super) const KINDS: &[Kind] = &[
    kind(
        AGRICULTURE,
        "Dinas Pertanian dan Perkebunan",
        DINAS,
        7,
        &[
            "Sekretariat",
            "Bidang Tanaman Pangan",
            "Bidang Hortikultura",
            "Bidang Perkebunan",
            "Bidang Prasarana dan Sarana",
            "UPTD Balai Benih",
        ],
    ),
    kind(
        "BKPSDM",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        BADAN,
        4,
        &[
            "Sekretariat",
            "Bidang Mutasi dan Promosi",
            "Bidang Kinerja dan Disiplin",
            "Bidang Pengembangan Kompetensi",
        ],
    ),
    kind(
        "SETDA",
        "Sekretariat Daerah",
        ("Sekretaris Daerah", 15),
        9,
        &[
            "Bagian Umum",
            "Bagian Hukum",
            "Bagian Organisasi",
            "Bagian Pemerintahan",
            "Bagian Kesejahteraan Rakyat",
            "Bagian Pengadaan Barang dan Jasa",
        ],
    ),
    kind(
        ORDER,
        "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
        ("Kepala Satuan", 14),
        12,
        &[
            "Sekretariat",
            "Bidang Ketertiban Umum",
            "Bidang Penegakan Peraturan Daerah",
            "Bidang Pemadam Kebakaran",
        ],
    ),
    kind(
        "INSPEKTORAT",
        "Inspektorat",
        ("Inspektur", 14),
        4,
        &[
            "Sekretariat",
            "Inspektur Pembantu I",
            "Inspektur Pembantu II",
            "Inspektur Pembantu III",
            "Inspektur Pembantu IV",
        ],
    ),
    kind(
        "SETWAN",
        "Sekretariat DPRD",
        ("Sekretaris DPRD", 14),
        4,
        &["Bagian Umum", "Bagian Persidangan", "Bagian Keuangan"],
    ),
    kind("BAPPEDA", "Badan Perencanaan Pembangunan Daerah", BADAN, 4, USUAL),
    kind(
        "BPKAD",
        "Badan Pengelolaan Keuangan dan Aset Daerah",
        BADAN,
        5,
        &[
            "Sekretariat",
            "Bidang Anggaran",
            "Bidang Perbendaharaan",
            "Bidang Akuntansi",
            "Bidang Aset",
        ],
    ),
    kind("BAPENDA", "Badan Pendapatan Daerah", BADAN, 5, USUAL),
    kind("BRIDA", "Badan Riset dan Inovasi Daerah", BADAN, 2, USUAL),
    kind("BPBD", "Badan Penanggulangan Bencana Daerah", ("Kepala Pelaksana", 14), 4, USUAL),
    kind("KESBANGPOL", "Badan Kesatuan Bangsa dan Politik", BADAN, 2, USUAL),
    kind(
        "DPUPR",
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        DINAS,
        8,
        &[
            "Sekretariat",
            "Bidang Bina Marga",
            "Bidang Sumber Daya Air",
            "Bidang Cipta Karya",
            "Bidang Tata Ruang",
            "UPTD Jalan dan Jembatan",
        ],
    ),
    kind("DISPERKIM", "Dinas Perumahan dan Kawasan Permukiman", DINAS, 4, USUAL),
    kind("DKP", "Dinas Ketahanan Pangan", DINAS, 3, USUAL),
    kind("DISKAN", "Dinas Perikanan", DINAS, 4, USUAL),
    kind("DISNAK", "Dinas Peternakan dan Kesehatan Hewan", DINAS, 4, USUAL),
    kind("DINSOS", "Dinas Sosial", DINAS, 3, USUAL),
    kind("DISHUB", "Dinas Perhubungan", DINAS, 6, USUAL),
    kind("DISKOMINFO", "Dinas Komunikasi, Informatika, Statistik, dan Persandian", DINAS, 4, USUAL),
    kind("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", DINAS, 3, USUAL),
    kind("DISDUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil", DINAS, 5, USUAL),
    kind("DISPERINDAG", "Dinas Perindustrian dan Perdagangan", DINAS, 5, USUAL),
    kind("DISKOPUKM", "Dinas Koperasi, Usaha Kecil, dan Menengah", DINAS, 3, USUAL),
    kind("DISNAKER", "Dinas Tenaga Kerja", DINAS, 3, USUAL),
    kind("DLH", "Dinas Lingkungan Hidup", DINAS, 7, USUAL),
    kind("DPMD", "Dinas Pemberdayaan Masyarakat dan Desa", DINAS, 3, USUAL),
    kind(
        "DP3AP2KB",
        "Dinas Pengendalian Penduduk, Keluarga Berencana, dan Pemberdayaan Perempuan",
        DINAS,
        5,
        USUAL,
    ),
    kind("DISPARBUD", "Dinas Pariwisata dan Kebudayaan", DINAS, 3, USUAL),
    kind("DISPORA", "Dinas Pemuda dan Olahraga", DINAS, 2, USUAL),
    kind("DISARPUS", "Dinas Perpustakaan dan Kearsipan", DINAS, 3, USUAL),
    // The people of these three come from the shares of teachers and of health.
    kind(
        EDUCATION,
        "Dinas Pendidikan",
        DINAS,
        0,
        &[
            "Sekretariat",
            "Bidang Sekolah Dasar",
            "Bidang Sekolah Menengah Pertama",
            "Bidang Guru dan Tenaga Kependidikan",
        ],
    ),
    kind(
        HEALTH,
        "Dinas Kesehatan",
        DINAS,
        0,
        &[
            "Sekretariat",
            "Bidang Kesehatan Masyarakat",
            "Bidang Pencegahan Penyakit",
            "Bidang Pelayanan Kesehatan",
        ],
    ),
    kind(
        HOSPITAL,
        "Rumah Sakit Umum Daerah Contoh",
        ("Direktur", 14),
        0,
        &[
            "Instalasi Gawat Darurat",
            "Rawat Inap Anggrek",
            "Rawat Inap Melati",
            "Rawat Jalan",
            "Laboratorium",
            "Instalasi Farmasi",
            "Tata Usaha",
        ],
    ),
];

/// What the head of a kecamatan is called, and the class.
pub(super) const CAMAT: (&str, u8) = ("Camat", 12);

/// Units of a kecamatan.
pub(super) const KECAMATAN_UNITS: &[&str] =
    &["Sekretariat", "Seksi Pemerintahan", "Seksi Pelayanan Umum", "Seksi Pemberdayaan Masyarakat"];

/// The 28 kecamatan, all invented.
pub(super) const KECAMATAN: &[&str] = &[
    "Contoh Kota",
    "Contoh Utara",
    "Contoh Selatan",
    "Contoh Barat",
    "Contoh Timur",
    "Padi Agung",
    "Padi Makmur",
    "Jati Indah",
    "Jati Rukun",
    "Randu Sari",
    "Randu Jaya",
    "Kelapa Sari",
    "Kelapa Tiga",
    "Melati Jaya",
    "Melati Asri",
    "Kenanga Mulya",
    "Cempaka Mekar",
    "Beringin Rukun",
    "Beringin Jaya",
    "Telaga Bening",
    "Telaga Indah",
    "Bukit Harapan",
    "Bukit Rimba",
    "Muara Bakti",
    "Muara Damai",
    "Pasir Mutiara",
    "Lembah Sentosa",
    "Lembah Ceria",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_as_many_organisations_as_in_a_regency_of_its_size() {
        assert_eq!((KINDS.len(), KECAMATAN.len()), (34, 28));
        let codes: HashSet<_> = KINDS.iter().map(|kind| kind.code).collect();
        let places: HashSet<_> = KECAMATAN.iter().collect();
        assert_eq!((codes.len(), places.len()), (34, 28), "each is there once");
    }
}
