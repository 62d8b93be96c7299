//! The columns of a file of details.

use crate::table::Heading;

/// What a column of a file of details can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Nip,
    From,
    Golongan,
    Family,
    Pay,
    FamilyPay,
    PositionPay,
    Premium,
    EmployerPremium,
    Tax,
    Bank,
    Account,
    Holder,
    Email,
    ServiceFrom,
    YearTax,
    Agreed,
    Much,
    Acting,
    ActingPost,
    ActingClass,
    ActingLevel,
    ActingUntil,
    ActingLetter,
}

impl Column {
    /// What a salary list says, all of it or nothing.
    pub(super) const SALARY: [Self; 6] = [
        Self::Pay,
        Self::FamilyPay,
        Self::PositionPay,
        Self::Premium,
        Self::EmployerPremium,
        Self::Tax,
    ];

    /// The columns that say something, by what they say; each is of no use without the others.
    pub(super) const TOGETHER: [&[Self]; 4] = [
        &Self::SALARY,
        &[Self::Bank, Self::Account],
        &[Self::Agreed, Self::Much],
        &[Self::Acting, Self::ActingPost, Self::ActingClass, Self::ActingLevel],
    ];
}

impl Heading for Column {
    const ALL: &'static [Self] = &[
        Self::Nip,
        Self::From,
        Self::Golongan,
        Self::Family,
        Self::Pay,
        Self::FamilyPay,
        Self::PositionPay,
        Self::Premium,
        Self::EmployerPremium,
        Self::Tax,
        Self::Bank,
        Self::Account,
        Self::Holder,
        Self::Email,
        Self::ServiceFrom,
        Self::YearTax,
        Self::Agreed,
        Self::Much,
        Self::Acting,
        Self::ActingPost,
        Self::ActingClass,
        Self::ActingLevel,
        Self::ActingUntil,
        Self::ActingLetter,
    ];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai", "nipbaru"],
            Self::From => &["mulai", "validfrom", "from", "berlakusejak", "berlakumulai", "tmt"],
            Self::Golongan => &["golongan", "gol", "golonganruang", "golruang", "pangkatgolongan"],
            Self::Family => &["statuskeluarga", "ptkp", "statusptkp", "statuspajak", "family"],
            Self::Pay => &["gajipokok", "gapok", "pay", "basicpay"],
            Self::FamilyPay => &["tunjangankeluarga", "tunjkeluarga", "familyallowance"],
            Self::PositionPay => &[
                "tunjanganjabatan",
                "tunjjabatan",
                "tunjanganjabatanatauumum",
                "positionallowance",
            ],
            Self::Premium => &["bpjspegawai", "bpjs1", "iuranbpjspegawai", "bpjsemployee"],
            Self::EmployerPremium => {
                &["bpjspemberikerja", "bpjs4", "iuranbpjspemberikerja", "bpjsemployer"]
            }
            Self::Tax => &["pphgaji", "pph21gaji", "pajakgaji", "salarytax"],
            Self::Bank => &["bank", "namabank"],
            Self::Account => {
                &["nomorrekening", "norekening", "norek", "rekening", "account", "accountnumber"]
            }
            Self::Holder => {
                &["pemilikrekening", "atasnama", "namapemilikrekening", "accountholder", "holder"]
            }
            Self::Email => &["surel", "alamatsurel", "email", "alamatemail", "emaildinas"],
            Self::ServiceFrom => {
                &["mulaibekerja", "tmtkerja", "tmtcpns", "mulaidinas", "servicefrom"]
            }
            Self::YearTax => &["pajakmasaterakhir", "pph21masaterakhir", "yearendtax", "yeartax"],
            Self::Agreed => &["jenispotongan", "potongan", "agreed", "deduction"],
            Self::Much => &["besarpotongan", "besaran", "besar", "much"],
            Self::Acting => &["plt", "pltplh", "sebagai", "acting"],
            Self::ActingPost => &["jabatanyangdirangkap", "jabatanplt", "jabatanplh", "actingpost"],
            Self::ActingClass => &["kelasyangdirangkap", "kelasplt", "kelasplh", "actingclass"],
            Self::ActingLevel => &["jenjang", "jenjangjabatan", "actinglevel"],
            Self::ActingUntil => &["sampai", "selesai", "until", "berakhir"],
            Self::ActingLetter => &["surat", "nomorsurat", "suratperintah", "sk", "letter"],
        }
    }

    fn required(self) -> bool {
        self == Self::Nip
    }
}
