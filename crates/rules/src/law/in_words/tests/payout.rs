//! The law on paying out in words.

use super::{value, words};

fn payout(topic: &str, fields: &str) -> String {
    value(&format!("payout.{topic}"), fields)
}

fn named(topic: &str, fields: &str) -> String {
    words(&format!("[{topic}]\ntitle = \"T\"\n[[{topic}.value]]\n@\n{fields}\n"), topic).remove(0)
}

#[test]
fn premiums_say_who_pays_what_of_what() {
    assert_eq!(
        payout(
            "bpjs",
            "employee = \"1%\"\nemployer = \"4%\"\nof = [\"pay\", \"family\", \"position\", \"tpp\"]\nhow = \"half-up\""
        ),
        "pegawai 1 %, pemberi kerja 4 %, dari gaji pokok + tunjangan keluarga + tunjangan jabatan atau umum + TPP; dibulatkan ke rupiah terdekat (setengah ke atas)"
    );
    assert_eq!(payout("bpjs-cap", "max = 12000000"), "paling banyak 12.000.000 rupiah");
}

#[test]
fn taxes_say_their_method_and_their_rates() {
    assert_eq!(
        payout(
            "tax-method",
            "method = \"final\"\nby-employment = { pppk = \"ter\" }\nincome = [\"tpp\", \"extra\", \"employer-premium\"]\nyear-end = { month = 12 }\nhow = \"down\""
        ),
        "final menurut golongan; PPPK: tarif efektif bulanan (TER); penghasilan sebulan untuk TER: TPP + THR dan ketiga belas + iuran pemberi kerja; pada pembayaran bulan ke-12 pajaknya dihitung setahun; dibulatkan ke bawah ke rupiah"
    );
    assert_eq!(
        payout("final-tax", "rates = { I = \"0%\", III = \"5%\" }\npppk = { IX = \"5%\" }"),
        "menurut golongan – I: 0 %; III: 5 %; golongan PPPK – IX: 5 %"
    );
    assert_eq!(
        named("payout.ter.a", "rows = [{ to = 5400000, rate = \"0%\" }, { rate = \"0.25%\" }]"),
        "dari seluruh penghasilan sebulan, rupiah – sampai 5.400.000: 0 %; selebihnya: 0,25 %"
    );
    let text = r#"
[payout.ter.a]
title = "A"
[[payout.ter.a.value]]
@
rows = [{ rate = "1%" }]
[payout.ter-category]
title = "K"
[[payout.ter-category.value]]
@
categories = { "TK/0" = "a", "K/0" = "a" }
"#;
    assert_eq!(words(text, "payout.ter-category"), ["kategori A: K/0, TK/0"]);
}

#[test]
fn what_is_added_says_how_much_of_what() {
    assert_eq!(
        payout(
            "acting",
            "min-working-days = 20\nsame-share = \"20%\"\nsame-of = \"lower\"\nby = \"calendar-days\"\nhow = \"half-up\"\nto = 100"
        ),
        "kurang dari 20 hari kerja tidak ada; setingkat: tambahan 20 % dari TPP yang lebih rendah; di atasnya: TPP jabatan yang lebih tinggi menggantikan; bagian bulan menurut hari kalender; dibulatkan ke kelipatan 100 rupiah terdekat (setengah ke atas)"
    );
    assert_eq!(payout("extra-cap", "max = \"100%\""), "paling banyak 100 % dari TPP satu bulan");
    assert_eq!(
        named(
            "payout.extra.thr",
            "share = \"50%\"\nof = \"due\"\nemployment = [\"pns\", \"pppk\"]\nrests-on-month = 2\nhow = \"down\""
        ),
        "50 % dari TPP sebelum potongan bulan ke-2 tahun itu, untuk PNS, PPPK; dibulatkan ke bawah ke rupiah"
    );
    assert_eq!(
        named(
            "payout.extra.gaji-13",
            "share = \"100%\"\nof = \"received\"\nemployment = [\"pns\"]\nwithout-reasons = [\"cltn\", \"mpp\"]\nrests-on-month = 5\npays-in-month = 6\nhow = \"down\""
        ),
        "100 % dari TPP sesudah potongan bulan ke-5 tahun itu, untuk PNS, kecuali cltn, mpp; dibayar pada bulan ke-6; dibulatkan ke bawah ke rupiah"
    );
    assert_eq!(
        payout("december", "rest = \"full-presence\"\ncounts-until-day = 15"),
        "dibayar sebelum tahun berakhir: kehadiran dihitung sampai tanggal 15, sisanya dianggap hadir penuh dan diselesaikan kemudian"
    );
    assert_eq!(
        payout("december", "rest = \"january\""),
        "dibayar pada Januari dari anggaran tahun berikutnya, sesudah semua hari diketahui"
    );
}

#[test]
fn what_is_agreed_or_paid_back_says_how_much() {
    assert_eq!(
        named("payout.agreed.zakat", "share = \"2.5%\"\naccount = \"2.1\"\nhow = \"half-up\""),
        "hanya dengan persetujuan pegawai; 2,5 % dari yang tersisa sesudah iuran dan pajak, kecuali disepakati lain; dibulatkan ke rupiah terdekat (setengah ke atas); rekening 2.1"
    );
    assert_eq!(
        named("payout.agreed.korpri", "amount = 10000\nhow = \"down\""),
        "hanya dengan persetujuan pegawai; 10.000 rupiah sebulan, kecuali disepakati lain; dibulatkan ke bawah ke rupiah"
    );
    assert_eq!(
        payout("instalment", "max-share = \"25%\"\nmonths-max = 24\nto = 1000"),
        "paling banyak 25 % dari yang dibayarkan sebulan; paling lama 24 bulan; kelipatan 1.000 rupiah; angsuran terakhir sebesar sisanya"
    );
    assert_eq!(named("payout.account.thr", "code = \"5.1\""), "rekening 5.1");
    assert_eq!(
        named("payout.tax-code.pph21-ter", "account = \"411121\"\ndeposit = \"100\""),
        "kode akun pajak 411121, kode jenis setoran 100"
    );
    assert_eq!(
        named("payout.account.x", "code = \"5.1\"\ncodes = { pns = \"5.2\" }"),
        "PNS: 5.2; lainnya: 5.1"
    );
}

#[test]
fn criteria_say_whose_share_is_which() {
    assert_eq!(
        named(
            "criterion.c",
            "share = \"5%\"\nclasses = { 10 = \"20%\", 9 = \"10%\" }\ngroups = { \"puskesmas-terpencil\" = \"25%\" }"
        ),
        "bagian dari besaran kelas jabatan – puskesmas terpencil: 25 %; kelas 9: 10 %; kelas 10: 20 %; lainnya: 5 %"
    );
    assert_eq!(named("criterion.c", "share = \"60%\""), "bagian dari besaran kelas jabatan – 60 %");
    assert_eq!(
        value(
            "class-amounts",
            "amounts = { \"1\" = 900000 }\nindices = { ikfd = \"90%\", ikk = \"105%\" }\nhow = \"down\""
        ),
        "rupiah sebulan, dikalikan IKFD 90 %, IKK 105 % – kelas 1: 900.000"
    );
}
