//! Every template is set, read back, and tried with data that is meant to break it.

#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on fails the test")]

mod lists;
mod samples;
mod templates;

use letters::{Letters, Pdf, Templates, data::*, digest};
use samples::{HOSTILE, Sampled, person};

fn letters() -> Letters {
    Letters::new(Templates::built_in())
}

/// The words of a PDF with one space between them.
fn text(pdf: &Pdf) -> String {
    let document = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let pages: Vec<u32> = (1..=u32::try_from(pdf.pages).unwrap()).collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sets both samples; the usual one must say all of these, the bare one must be set too.
#[track_caller]
fn check<L: Sampled>(says: &[&str]) {
    let letters = letters();
    let usual = L::usual().set(&letters).unwrap();
    let said = text(&usual);
    for phrase in says {
        assert!(said.contains(phrase), "{} does not say {phrase:?}:\n{said}", L::TEMPLATE);
    }
    assert!(said.contains(&format!("Sidik data: {}", usual.digest)));
    assert_eq!(usual.warnings, [""; 0]);
    assert_eq!(usual.digest, digest(L::TEMPLATE, &L::usual()).unwrap());
    let bare = L::bare().set(&letters).unwrap();
    assert!(bare.pages >= 1);
    assert_eq!(bare.warnings, [""; 0]);
    assert_ne!(bare.digest, usual.digest);
    if let Ok(folder) = std::env::var("LETTERS_LOOK") {
        for (kind, pdf) in [("usual", usual), ("bare", bare)] {
            std::fs::write(format!("{folder}/{}-{kind}.pdf", L::TEMPLATE), pdf.bytes).unwrap();
        }
    }
}

#[test]
fn a_leave_request_has_its_six_parts() {
    check::<LeaveRequest>(&[
        "PEMERINTAH KABUPATEN CONTOH",
        "Kota Contoh, 5 November 2026",
        "19870412 201001 2 003",
        "16 November 2026 s.d. 20 November 2026",
        "7 hari kerja",
        "V. Pertimbangan atasan langsung X Disetujui",
        "VI. Keputusan pejabat",
    ]);
}

#[test]
fn a_leave_decision_says_what_is_decided() {
    check::<LeaveDecision>(&[
        "SURAT KEPUTUSAN CUTI TAHUNAN",
        "bagi pegawai di bawah ini diberikan",
        "5 hari kerja, yaitu 16 November 2026",
        "NIP. 19750101 200003 1 002",
        "Tembusan: 1. Bupati Contoh",
    ]);
    let refused = LeaveDecision { outcome: LeaveOutcome::Refused, ..LeaveDecision::usual() };
    assert!(text(&refused.set(&letters()).unwrap()).contains("tidak diberikan"));
}

#[test]
fn a_second_summons_names_the_first() {
    check::<Summons>(&[
        "Hal : Panggilan I",
        "Hari, tanggal : Selasa, 17 November 2026",
        "Pukul : 09.00 WIB",
        "Pasal 4 huruf f PP 94/2021",
    ]);
    let earlier = Some(Reference {
        number: "800/1/2026".to_owned(),
        date: Some(jiff::civil::date(2026, 11, 5)),
    });
    let second = Summons { earlier, ..Summons::usual() }.set(&letters()).unwrap();
    let said = text(&second);
    assert!(said.contains("Hal : Panggilan II"), "{said}");
    assert!(said.contains("panggilan kami nomor 800/1/2026 tanggal 5 November 2026"), "{said}");
}

#[test]
fn minutes_have_questions_and_all_signatures() {
    check::<Examination>(&[
        "Pada hari Kamis, 5 November 2026",
        "Apakah Saudara sehat?",
        "Ya, saya sehat.",
        "Yang diperiksa, Siti Rahmawati, S.P.",
        "Pemeriksa 2, Ir. Budi Contoh",
    ]);
}

#[test]
fn a_sanction_is_marked_until_decided() {
    check::<ExaminationReport>(&[
        "Tahun yang dihitung : 2026",
        "12 hari kerja",
        "pernyataan tidak puas secara tertulis",
        "dihentikan mulai 1 Desember 2026",
    ]);
    let unfinished = text(&ExaminationReport::bare().set(&letters()).unwrap());
    assert!(unfinished.contains("Isi sebelum ditandatangani: nomor surat."), "{unfinished}");
    check::<Sanction>(&["KONSEP", "MEMUTUSKAN:", "KESATU", "teguran tertulis", "KEDUA"]);
    let decided = Sanction { status: Status::Final, ..Sanction::usual() };
    assert!(!text(&decided.set(&letters()).unwrap()).contains("KONSEP"));
}

#[test]
fn an_early_notice_says_what_is_left() {
    check::<EarlyNotice>(&["5 dan 12 Oktober 2026", "teguran lisan", "tersisa 1 hari kerja"]);
}

#[test]
fn an_outage_act_lists_everybody() {
    check::<OutageAct>(&[
        "presensi 60 pegawai dalam lampiran",
        "pukul 06.00 s.d. 12.00 WIB",
        "Pegawai Contoh 1 ",
        "Pegawai Contoh 60",
        "Halaman 2 dari",
    ]);
}

#[test]
fn a_statement_of_responsibility_adds_words_to_the_sum() {
    check::<Responsibility>(&[
        "1.248 orang",
        "−Rp 123.456.789",
        "Rp 3.800.000.417",
        "tiga miliar delapan ratus juta empat ratus tujuh belas rupiah",
        "Oktober 2026",
    ]);
}

#[test]
fn a_receipt_says_the_instalment_and_the_rest() {
    check::<RepaymentReceipt>(&[
        "Rp 1.215.111",
        "satu juta dua ratus lima belas ribu seratus sebelas rupiah",
        "ke-2 dari 6",
        "Rp 5.000.000",
    ]);
}

#[test]
fn a_slip_is_one_page_and_names_days_and_articles() {
    check::<Slip>(&[
        "SIMULASI",
        "5 dan 12 Oktober · Perbup Contoh 4/2026 Pasal 12",
        "2 × 1,00 % 90.000",
        "Dibayarkan 4.189.500",
    ]);
    let slip = Slip { status: Status::Final, ..Slip::usual() }.set(&letters()).unwrap();
    assert_eq!(slip.pages, 1);
    assert!(!text(&slip).contains("SIMULASI"));
}

#[test]
fn a_name_is_never_read_as_a_template() {
    let slip = Slip { person: person(HOSTILE), ..Slip::usual() }.set(&letters()).unwrap();
    let said = text(&slip);
    assert!(said.contains(HOSTILE), "{said}");
}

#[test]
fn the_same_data_gives_the_same_bytes_whatever_was_set_between() {
    let letters = letters();
    let first = Slip::usual().set(&letters).unwrap();
    Summons::usual().set(&letters).unwrap();
    let again = Slip::usual().set(&letters).unwrap();
    let elsewhere =
        std::thread::spawn(|| Slip::usual().set(&Letters::new(Templates::built_in())).unwrap());
    assert_eq!(first, again);
    assert_eq!(first, elsewhere.join().unwrap());
}

#[test]
fn the_day_of_the_file_is_the_day_of_the_letter() {
    let pdf = Slip::usual().set(&letters()).unwrap();
    let document = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).unwrap().1;
    let made = info.as_dict().unwrap().get(b"CreationDate").unwrap().as_str().unwrap();
    assert!(made.starts_with(b"D:20261105"), "{}", String::from_utf8_lossy(made));
}
