//! Each kind of value in words, against what an officer should read.

mod discipline;
mod leave;
mod payout;
mod rule;

use crate::law::{Law, LawFile, Layer};

/// Put for `@` in a value.
const HEAD: &str =
    "from = \"2025-01-01\"\nstatus = \"assumed\"\nsource = { act = \"a\", article = \"Pasal 1\" }";

fn law(text: &str) -> Law {
    let act = "title = \"T\"\n[act.a]\ncite = \"A\"\ntitle = \"A\"\n";
    let text = format!("{act}{}", text.replace('@', HEAD));
    let file = LawFile { path: "t.toml", text: &text, layer: Layer::Regency };
    Law::read(&[file]).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"))
}

/// All values of a topic in words, in order of file.
fn words(text: &str, topic: &str) -> Vec<String> {
    let law = law(text);
    let of_topic = law.provisions.iter().filter(|(_, provision)| provision.topic == topic);
    of_topic.map(|(id, _)| law.in_words(id)).collect()
}

/// The one value of a list such as `minutes`.
fn value(topic: &str, fields: &str) -> String {
    let text = format!("[{topic}]\ntitle = \"T\"\n[[{topic}.value]]\n@\n{fields}\n");
    words(&text, topic).remove(0)
}

#[test]
fn a_week_says_its_hours_and_rests() {
    assert_eq!(
        value(
            "week",
            "minutes = 2250\nstarts = \"07:30\"\nrest-minutes = 60\nfriday-rest-minutes = 90"
        ),
        "37 jam 30 menit seminggu, istirahat tidak dihitung; mulai paling awal pukul 07.30; istirahat Senin–Kamis 60 menit, Jumat 90 menit"
    );
    assert_eq!(value("week", "minutes = 2400"), "40 jam seminggu, istirahat tidak dihitung");
}

#[test]
fn a_schedule_goes_from_monday_to_sunday() {
    let schedule = |week: &str| {
        let text = format!("[schedule.s]\ntitle = \"S\"\n[[schedule.s.value]]\n@\n{week}\n");
        words(&text, "schedule.s").remove(0)
    };
    assert_eq!(
        schedule(
            r#"week.fri = [{ in = "07:30", out = "16:30", rest = "11:30-13:00" }]
week.sun = []
week.mon-thu = [{ in = "07:30", out = "16:00", rest = "12:00-13:00" }]
week.sat = [{ in = "08:00", out = "11:00" }, { in = "19:00", out = "01:00+1" }]"#
        ),
        "Senin–Kamis 07.30–16.00 (istirahat 12.00–13.00); Jumat 07.30–16.30 (istirahat 11.30–13.00); Sabtu 08.00–11.00 dan 19.00–01.00 hari berikutnya; Minggu tanpa jam kerja"
    );
}

#[test]
fn a_rotation_says_what_its_letters_are() {
    let text = r#"
[schedule.s]
title = "S"
[[schedule.s.value]]
@
shifts.M = { in = "21:00", out = "07:00+1" }
shifts.P = { in = "07:00", out = "14:00" }
cycle = "P P M -"
anchor = "2025-01-06"
"#;
    assert_eq!(
        words(text, "schedule.s"),
        [
            "giliran berulang setiap 4 hari: P P M – (P = 07.00–14.00; M = 21.00–07.00 hari berikutnya; – = tanpa giliran), putaran dihitung dari 6 Januari 2025"
        ]
    );
}

#[test]
fn hours_of_a_season_name_it_and_a_season_says_its_days() {
    let text = r#"
[season.ramadan]
title = "Ramadan"
[[season.ramadan.value]]
@
until = "2025-01-31"
[schedule.s]
title = "S"
[[schedule.s.value]]
@
season = "ramadan"
week.mon = [{ in = "08:00", out = "15:00" }]
"#;
    assert_eq!(words(text, "schedule.s.ramadan"), ["khusus Ramadan: Senin 08.00–15.00"]);
    assert_eq!(words(text, "season.ramadan"), ["1 Januari 2025 sampai 31 Januari 2025"]);
}

#[test]
fn scans_say_which_count_and_when() {
    let scans = |fields: &str| value("scans", fields);
    assert_eq!(
        scans(
            "which = \"first-last\"\nsingle = \"nearest\"\nopens-minutes = 120\ncloses-minutes = 240\nrepeat-minutes = 5"
        ),
        "scan pertama = datang, terakhir = pulang; dihitung dari 120 menit sebelum sampai 240 menit sesudah jam kerja; satu scan saja dibaca sebagai datang atau pulang, menurut jam yang terdekat; scan pertama dan terakhir yang berselang sampai 5 menit dianggap satu scan"
    );
    assert_eq!(
        scans("which = \"first-last\"\nopens-minutes = 60\ncloses-minutes = 90"),
        "scan pertama = datang, terakhir = pulang; dihitung dari 60 menit sebelum sampai 90 menit sesudah jam kerja; satu scan saja dibaca sebagai datang atau pulang, menurut jam yang terdekat"
    );
    assert_eq!(
        scans(
            "which = \"first-in-leaving-window\"\nopens-minutes = 90\ncloses-minutes = 120\nleaving-opens-minutes = 30"
        ),
        "scan pertama sebelum 30 menit sebelum jam pulang = datang, scan pertama sejak saat itu = pulang; dihitung dari 90 menit sebelum sampai 120 menit sesudah jam kerja"
    );
    assert_eq!(
        scans(
            "which = \"four\"\nopens-minutes = 60\ncloses-minutes = 60\nrest-window-minutes = 20"
        ),
        "empat scan: datang, keluar istirahat, kembali dari istirahat, pulang; scan istirahat dicari dari 20 menit sebelum sampai 20 menit sesudah jam istirahat; dihitung dari 60 menit sebelum sampai 60 menit sesudah jam kerja"
    );
}

#[test]
fn scans_of_some_schedules_name_them() {
    let text = r#"
[schedule.rsud]
title = "RSUD, tiga giliran"
[[schedule.rsud.value]]
@
week.mon = [{ in = "08:00", out = "15:00" }]
[scans]
title = "T"
[[scans.value]]
@
schedules = ["rsud"]
which = "first-in-leaving-window"
opens-minutes = 60
closes-minutes = 120
"#;
    assert_eq!(
        words(text, "scans.rsud"),
        [
            "khusus “RSUD, tiga giliran”: scan pertama sebelum jam pulang = datang, scan pertama sejak saat itu = pulang; dihitung dari 60 menit sebelum sampai 120 menit sesudah jam kerja"
        ]
    );
}

#[test]
fn minutes_say_what_is_forgiven() {
    assert_eq!(
        value("minutes", "counted = \"whole\""),
        "menit penuh; toleransi terlambat 0 menit, pulang cepat 0 menit"
    );
    assert_eq!(
        value(
            "minutes",
            "counted = \"begun\"\nlate-grace-minutes = 10\ncounted-from = \"grace\"\nflex = { minutes = 30, free-events-month = 5 }\nabsent-over-minutes = 450"
        ),
        "menit yang sudah mulai dihitung penuh; toleransi terlambat 10 menit, pulang cepat 0 menit; bila lewat toleransi, hanya menit kelebihannya dihitung; terlambat sampai 30 menit tidak dipotong bila diganti sesudah jam pulang hari itu, paling banyak 5 kali sebulan; kekurangan di atas 7 jam 30 menit sehari dihitung tidak masuk"
    );
    assert!(
        value("minutes", "counted = \"whole\"\nearly-grace-minutes = 5")
            .ends_with("pulang cepat 5 menit; bila lewat toleransi, semua menit dihitung")
    );
}

#[test]
fn wfa_says_how_many_how_often_and_who_not() {
    assert_eq!(
        value("wfa", "share-max = \"50%\"\ndays-a-week-max = 2\nexcluded = [\"BPBD\", \"RSUD\"]"),
        "paling banyak 50 % pegawai setiap SKPD; paling banyak 2 hari seminggu; tidak untuk BPBD, RSUD"
    );
    assert_eq!(value("wfa", ""), "batas tidak disebut");
}

#[test]
fn amounts_are_in_order_of_class() {
    assert_eq!(
        value("class-amounts", "amounts = { \"10\" = 6250000, \"2\" = 1130000, \"1\" = 900000 }"),
        "rupiah sebulan – kelas 1: 900.000; kelas 2: 1.130.000; kelas 10: 6.250.000"
    );
}

#[test]
fn shares_say_of_what() {
    let named = |topic: &str, fields: &str| {
        let text = format!("[{topic}.n]\ntitle = \"N\"\n[[{topic}.n.value]]\n@\n{fields}\n");
        words(&text, &format!("{topic}.n")).remove(0)
    };
    let base = |fields: &str| named("base", fields);
    assert_eq!(
        base("of = \"tpp\"\nshare = \"40%\"\ncomponent = true"),
        "40 % dari TPP, komponen TPP"
    );
    assert_eq!(base("of = \"class\"\nshare = \"1/22\""), "1/22 dari besaran kelas jabatan");
    assert_eq!(named("employment-factor", "factor = \"80%\""), "menerima 80 % dari TPP");
    assert_eq!(named("reason-factor", "factor = \"0%\""), "menerima 0 % dari TPP");
}

#[test]
fn months_are_divided_and_amounts_rounded() {
    assert_eq!(value("proration", "by = \"calendar-days\""), "menurut hari kalender");
    assert_eq!(
        value("proration", "by = \"first-day\""),
        "keadaan pada hari pertama bulan berlaku untuk sebulan penuh"
    );
    let rounding = |fields: &str| value("rounding", fields);
    assert_eq!(
        rounding("how = \"half-up\"\nat = \"line\""),
        "setiap baris dibulatkan ke rupiah terdekat (setengah ke atas)"
    );
    assert_eq!(
        rounding("how = \"half-even\"\nto = 100\nat = \"total\""),
        "jumlah sebulan dibulatkan ke kelipatan 100 rupiah terdekat (setengah ke bilangan genap)"
    );
    assert_eq!(
        rounding("how = \"down\"\nto = 1000\nat = \"line\""),
        "setiap baris dibulatkan ke bawah ke kelipatan 1.000 rupiah"
    );
    assert_eq!(
        value("gross-rounding", "how = \"up\"\nat = \"total\""),
        "jumlah sebulan dibulatkan ke atas ke rupiah"
    );
}

#[test]
fn caps_name_what_they_bound() {
    let cap = |fields: &str| {
        let text = format!(
            r#"
[base.disiplin]
title = "Disiplin kerja"
[[base.disiplin.value]]
@
of = "tpp"
share = "40%"
[rule.late]
title = "Terlambat"
measure = "late"
[[rule.late.value]]
@
per = "day"
base = "tpp"
bands = [{{ code = "TL", rate = "1%" }}]
[cap.c]
title = "C"
[[cap.c.value]]
@
{fields}
"#
        );
        words(&text, "cap.c").remove(0)
    };
    assert_eq!(
        cap("per = \"day\"\nmax = \"2.5%\"\nbase = \"disiplin\"\nrules = [\"late\"]"),
        "paling banyak 2,5 % dari disiplin kerja sehari, untuk: terlambat"
    );
    assert_eq!(
        cap("per = \"month\"\nmax = \"100%\"\nbase = \"tpp\""),
        "paling banyak 100 % dari TPP sebulan, untuk: semua potongan"
    );
}

#[test]
fn a_holiday_is_its_name_and_a_signed_text_is_all_that_the_file_says_of_a_value() {
    let text = r#"
[[holiday]]
date = "2025-01-01"
name = "Tahun Baru"
kind = "libur-nasional"
known = "2024-10-14"
status = "assumed"
source = { act = "a", article = "Lampiran" }
[minutes]
title = "Menit"
[[minutes.value]]
@
counted = "whole"
"#;
    assert_eq!(words(text, "holiday"), ["Tahun Baru"]);
    let law = law(text);
    let (_, minutes) = law.provisions.iter().find(|(_, one)| one.topic == "minutes").unwrap();
    let signed = minutes.signed_text();
    assert!(
        signed.starts_with("minutes@2025-01-01\n[minutes]\ntitle = \"Menit\"\n[[minutes.value]]\n")
    );
    assert!(signed.ends_with("\ncounted = \"whole\""), "{signed}");
}
