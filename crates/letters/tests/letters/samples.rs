//! An invented office and what it writes: once as usual, once with nothing filled in or with more
//! than fits a line.

use civil::{Month, Rupiah};
use jiff::civil::{Date, date};
use letters::data::*;

/// A name that would be a command, a comment or mathematics if it were read as a template.
pub(crate) const HOSTILE: &str = r#"#eval("1+1") *Ani* $x$ ] \ // <b> "kutip" @a"#;
const DAY: Date = date(2026, 11, 5);
const LONG: &str = "Prof. Dr. dr. Muhammad Abdurrahman Wahid Hasyim Asy'ari Nusantara Kusumawardhana \
                    Sastrodiningrat, Sp.PD-KGEH., M.Kes., FINASIM";

pub(crate) fn heading() -> Heading {
    Heading {
        letterhead: letterhead("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
        number: "800/123/BKPSDM".to_owned(),
        classification: "Biasa".to_owned(),
        enclosure: "1 berkas".to_owned(),
        place: "Kota Contoh".to_owned(),
        date: DAY,
        addressee: vec!["Kepala Dinas Pertanian".to_owned(), "di Kota Contoh".to_owned()],
        copies: vec!["Bupati Contoh sebagai laporan".to_owned()],
        blanks: Vec::new(),
    }
}

fn letterhead(office: &str) -> Letterhead {
    Letterhead {
        government: "Pemerintah Kabupaten Contoh".to_owned(),
        office: office.to_owned(),
        address: "Jalan Merdeka Nomor 1, Kota Contoh 40000".to_owned(),
        contact: "Telepon (0000) 123456 · bkpsdm@contoh.example".to_owned(),
    }
}

/// A register without number, copies and addressee.
fn bare_heading() -> Heading {
    Heading {
        letterhead: Letterhead { office: LONG.to_owned(), ..Letterhead::default() },
        number: String::new(),
        enclosure: String::new(),
        place: String::new(),
        classification: String::new(),
        addressee: Vec::new(),
        copies: Vec::new(),
        blanks: texts(&["nomor surat"]),
        ..heading()
    }
}

pub(crate) fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        nip: Some("198704122010012003".parse().unwrap()),
        rank: "Penata Tingkat I, III/d".to_owned(),
        post: "Penyuluh Pertanian Ahli Muda".to_owned(),
        unit: "Dinas Pertanian".to_owned(),
    }
}

fn bare_person() -> Person {
    Person {
        name: LONG.to_owned(),
        post: LONG.to_owned(),
        unit: LONG.to_owned(),
        ..Person::default()
    }
}

fn official(post: &str) -> Official {
    Official {
        on_behalf: String::new(),
        post: post.to_owned(),
        name: "Ir. Budi Contoh".to_owned(),
        rank: "Pembina, IV/a".to_owned(),
        nip: Some("197501012000031002".parse().unwrap()),
    }
}

fn reference() -> Reference {
    Reference { number: "700/12/INSP".to_owned(), date: Some(date(2026, 9, 1)) }
}

fn no_reference() -> Reference {
    Reference { number: String::new(), date: None }
}

fn month() -> Month {
    Month::of(date(2026, 10, 1))
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// A letter with its usual sample and its bare one.
pub(crate) trait Sampled: Letter {
    fn usual() -> Self;
    fn bare() -> Self;
}

impl Sampled for LeaveRequest {
    fn usual() -> Self {
        Self {
            heading: heading(),
            person: person("Siti Rahmawati, S.P."),
            service: "16 tahun 9 bulan".to_owned(),
            kind: "Cuti tahunan".to_owned(),
            reason: "Menghadiri pernikahan adik di Yogyakarta".to_owned(),
            length: "5 hari kerja".to_owned(),
            first: date(2026, 11, 16),
            last: date(2026, 11, 20),
            balances: vec![Balance {
                label: "Cuti tahunan 2026".to_owned(),
                left: "7 hari kerja".to_owned(),
                note: String::new(),
            }],
            address: "Jalan Kaliurang Km 5, Yogyakarta".to_owned(),
            telephone: "0812 0000 0000".to_owned(),
            superior: View {
                outcome: Some(LeaveOutcome::Granted),
                reason: String::new(),
                official: official("Kepala Bidang Penyuluhan"),
            },
            authority: View { official: official("Kepala Dinas"), ..View::default() },
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            person: bare_person(),
            service: String::new(),
            reason: LONG.to_owned(),
            balances: Vec::new(),
            address: String::new(),
            telephone: String::new(),
            superior: View::default(),
            authority: View {
                outcome: Some(LeaveOutcome::Refused),
                reason: LONG.to_owned(),
                official: Official::default(),
            },
            ..Self::usual()
        }
    }
}

impl Sampled for LeaveDecision {
    fn usual() -> Self {
        Self {
            heading: heading(),
            basis: texts(&["Peraturan BKN 24/2017"]),
            request: reference(),
            person: person("Siti Rahmawati, S.P."),
            kind: "cuti tahunan".to_owned(),
            outcome: LeaveOutcome::Granted,
            length: "5 hari kerja".to_owned(),
            first: date(2026, 11, 16),
            last: date(2026, 11, 20),
            conditions: texts(&["Pekerjaan diserahkan kepada atasan langsung."]),
            official: official("Kepala Badan"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            basis: Vec::new(),
            request: no_reference(),
            person: bare_person(),
            outcome: LeaveOutcome::Postponed,
            conditions: Vec::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for Summons {
    fn usual() -> Self {
        Self {
            heading: heading(),
            earlier: None,
            person: person("Siti Rahmawati, S.P."),
            day: date(2026, 11, 17),
            time: "09.00 WIB".to_owned(),
            room: "Ruang Rapat Dinas Pertanian".to_owned(),
            examiner: official("Kepala Bidang Penyuluhan"),
            matter: "tidak masuk kerja tanpa alasan yang sah".to_owned(),
            article: "Pasal 4 huruf f PP 94/2021".to_owned(),
            official: official("Kepala Dinas"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            earlier: Some(no_reference()),
            person: bare_person(),
            room: String::new(),
            matter: LONG.repeat(8),
            article: String::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for ExaminationReport {
    fn usual() -> Self {
        Self {
            heading: heading(),
            person: person("Siti Rahmawati, S.P."),
            year: 2026,
            counted: "12 hari kerja".to_owned(),
            days: "5 Oktober 2026, 12 Oktober 2026".to_owned(),
            in_a_row: "4 hari kerja".to_owned(),
            proposed: texts(&["pernyataan tidak puas secara tertulis"]),
            salary_stops: Some(date(2026, 12, 1)),
            official: official("Kepala Bidang Penyuluhan"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            person: bare_person(),
            days: String::new(),
            proposed: Vec::new(),
            salary_stops: None,
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for Examination {
    fn usual() -> Self {
        let exchange = |question: &str, answer: &str| Exchange {
            question: question.to_owned(),
            answer: answer.to_owned(),
        };
        Self {
            heading: heading(),
            order: reference(),
            examiners: vec![official("Kepala Bidang Penyuluhan"), official("Kepala Subbagian")],
            person: person("Siti Rahmawati, S.P."),
            matter: "tidak masuk kerja tanpa alasan yang sah".to_owned(),
            exchanges: vec![
                exchange("Apakah Saudara sehat?", "Ya, saya sehat."),
                exchange("Adakah yang ingin ditambahkan?", ""),
            ],
            refusal: String::new(),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            order: no_reference(),
            examiners: vec![Official::default()],
            person: bare_person(),
            exchanges: Vec::new(),
            refusal: LONG.to_owned(),
            ..Self::usual()
        }
    }
}

impl Sampled for Sanction {
    fn usual() -> Self {
        Self {
            heading: heading(),
            status: Status::Draft,
            authority: "Kepala Dinas Pertanian".to_owned(),
            findings: texts(&["bahwa pegawai tersebut tidak masuk kerja 4 hari;"]),
            basis: texts(&["Peraturan Pemerintah Nomor 94 Tahun 2021;"]),
            person: person("Siti Rahmawati, S.P."),
            sanction: "teguran tertulis".to_owned(),
            violation: "tidak masuk kerja tanpa alasan yang sah".to_owned(),
            points: texts(&["Keputusan ini berlaku pada hari kerja kelima belas."]),
            official: official("Kepala Dinas"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            status: Status::Final,
            findings: Vec::new(),
            basis: Vec::new(),
            person: bare_person(),
            points: vec![LONG.to_owned(); 12],
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for EarlyNotice {
    fn usual() -> Self {
        Self {
            heading: heading(),
            person: person("Siti Rahmawati, S.P."),
            counted_from: date(2026, 1, 1),
            counted_to: date(2026, 11, 4),
            counts: vec![Notice {
                label: "Tidak masuk kerja tanpa alasan yang sah".to_owned(),
                amount: "2 hari kerja".to_owned(),
                days: "5 dan 12 Oktober 2026".to_owned(),
            }],
            next_step: "teguran lisan".to_owned(),
            threshold: "3 hari kerja dalam satu tahun".to_owned(),
            article: "PP 94/2021".to_owned(),
            remaining: "1 hari kerja".to_owned(),
            official: official("Kepala Bidang Penyuluhan"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            person: bare_person(),
            counts: Vec::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for OutageAct {
    fn usual() -> Self {
        let concerned = |number: i32| Concerned {
            name: format!("Pegawai Contoh {number}"),
            number: "198704122010012003".to_owned(),
            post: "Penyuluh Pertanian".to_owned(),
            settled: "Hadir 07.25–16.05".to_owned(),
        };
        Self {
            heading: heading(),
            unit: "Dinas Pertanian".to_owned(),
            cause: "listrik padam".to_owned(),
            first: date(2026, 10, 12),
            last: date(2026, 10, 12),
            hours: "06.00 s.d. 12.00 WIB".to_owned(),
            proofs: texts(&["Daftar hadir kertas"]),
            article: "Pasal 12 Peraturan Bupati Contoh 4/2026".to_owned(),
            people: (1..=60).map(concerned).collect(),
            official: official("Kepala Badan"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            hours: String::new(),
            proofs: Vec::new(),
            article: String::new(),
            people: Vec::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for Responsibility {
    fn usual() -> Self {
        Self {
            heading: heading(),
            status: Status::Final,
            month: month(),
            unit: "Dinas Pertanian".to_owned(),
            account: "5.1.01.02.01".to_owned(),
            people: 1248,
            sums: vec![Sum { label: "Pemotongan".to_owned(), amount: Rupiah(-123_456_789) }],
            paid: Rupiah(3_800_000_417),
            official: official("Kepala Dinas"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            account: String::new(),
            sums: Vec::new(),
            paid: Rupiah(0),
            official: Official { post: LONG.to_owned(), ..Official::default() },
            ..Self::usual()
        }
    }
}

impl Sampled for RepaymentReceipt {
    fn usual() -> Self {
        Self {
            heading: heading(),
            person: person("Siti Rahmawati, S.P."),
            purpose: "Kelebihan pembayaran TPP Maret 2026".to_owned(),
            finding: reference(),
            instalment: 2,
            instalments: 6,
            amount: Rupiah(1_215_111),
            owed: Rupiah(7_500_000),
            remaining: Rupiah(5_000_000),
            means: "Setor ke kas daerah, bukti 0123".to_owned(),
            official: official("Bendahara Pengeluaran"),
        }
    }

    fn bare() -> Self {
        Self {
            heading: bare_heading(),
            person: bare_person(),
            purpose: LONG.to_owned(),
            finding: no_reference(),
            means: String::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}

impl Sampled for Slip {
    fn usual() -> Self {
        let line = |label: &str, days: &str, article: &str, rate: &str, amount| PayLine {
            label: label.to_owned(),
            days: days.to_owned(),
            article: article.to_owned(),
            rate: rate.to_owned(),
            amount: Rupiah(amount),
        };
        Self {
            letterhead: letterhead("Dinas Pertanian"),
            place: "Kota Contoh".to_owned(),
            date: DAY,
            status: Status::Draft,
            month: month(),
            person: person("Siti Rahmawati, S.P."),
            presence: vec![Fact { label: "Hari kerja".to_owned(), value: "22 hari".to_owned() }],
            earnings: vec![line("Beban kerja", "", "Perbup Contoh 4/2026", "", 4_500_000)],
            earned: Rupiah(4_500_000),
            cuts: vec![line(
                "Terlambat 31 sampai 60 menit",
                "5 dan 12 Oktober",
                "Perbup Contoh 4/2026 Pasal 12",
                "2 × 1,00 %",
                90_000,
            )],
            cut: Rupiah(90_000),
            deductions: vec![line("PPh Pasal 21", "", "PP 58/2023", "5 %", 220_500)],
            deducted: Rupiah(220_500),
            paid: Rupiah(4_189_500),
            law_version: "a1b2c3d4".to_owned(),
            notes: texts(&["Aturan pemotongan belum dikonfirmasi."]),
            official: official("Bendahara Pengeluaran"),
        }
    }

    fn bare() -> Self {
        Self {
            letterhead: Letterhead::default(),
            status: Status::Final,
            person: bare_person(),
            presence: Vec::new(),
            cuts: Vec::new(),
            cut: Rupiah(0),
            deductions: Vec::new(),
            deducted: Rupiah(0),
            law_version: String::new(),
            notes: Vec::new(),
            official: Official::default(),
            ..Self::usual()
        }
    }
}
