//! Bands of rules in words.

use super::words;

/// The bands of a rule `r` with a base, another rule, and a season to name.
fn bands(rule: &str, value: &str) -> Vec<String> {
    let text = format!(
        r#"
[season.ramadan]
title = "Ramadan"
[[season.ramadan.value]]
@
until = "2025-01-31"
[base.disiplin]
title = "Disiplin kerja"
[[base.disiplin.value]]
@
of = "tpp"
share = "40%"
[rule.other]
title = "Tidak masuk"
measure = "absent"
[[rule.other.value]]
@
per = "day"
base = "tpp"
bands = [{{ code = "TK", rate = "3%" }}]
[rule.r]
title = "R"
{rule}
[[rule.r.value]]
@
{value}
"#
    );
    words(&text, "rule.r")
}

#[test]
fn bands_of_minutes_say_what_each_costs() {
    assert_eq!(
        bands(
            "measure = \"late\"",
            r#"per = "day"
base = "disiplin"
bands = [
  { code = "TL0", from = 1, to = 1, rate = "0" },
  { code = "TL1", from = 2, to = 30, rate = "0.5%" },
  { code = "TL2", from = 31, to = 60, unknown = true },
  { code = "TL3", from = 61, rate = "1.25%", base = "tpp", no_scan = true },
]"#
        ),
        [
            "TL0 1 menit dalam sehari: tidak dipotong",
            "TL1 2–30 menit dalam sehari: 0,5 % dari disiplin kerja",
            "TL2 31–60 menit dalam sehari: bagian dari disiplin kerja tidak ada di sumber",
            "TL3 61 menit ke atas dalam sehari: 1,25 % dari TPP; juga bila tidak ada scan datang",
        ]
    );
}

#[test]
fn bands_say_how_they_charge() {
    let late = |value: &str| bands("measure = \"late\"", &format!("base = \"tpp\"\n{value}"));
    let two =
        r#"bands = [{ code = "A", to = 30, rate = "1%" }, { code = "B", from = 31, rate = "2%" }]"#;
    assert_eq!(
        late(&format!("per = \"month\"\n{two}")),
        [
            "A 1–30 menit dalam sebulan: 1 % dari TPP, satu kali",
            "B 31 menit ke atas dalam sebulan: 2 % dari TPP, satu kali",
        ]
    );
    assert_eq!(
        late(&format!("per = \"day\"\ncharge = \"each\"\n{two}")),
        [
            "A 1–30 menit dalam sehari: 1 % dari TPP untuk setiap menit",
            "B 31 menit ke atas dalam sehari: 2 % dari TPP untuk setiap menit",
        ]
    );
    assert_eq!(
        late(&format!("per = \"day\"\ncharge = \"marginal\"\n{two}")),
        [
            "A menit ke-1 sampai ke-30 dalam sehari: 1 % dari TPP untuk setiap menit",
            "B menit ke-31 dan seterusnya dalam sehari: 2 % dari TPP untuk setiap menit",
        ]
    );
    let every = |every: u32, charge: &str| {
        late(&format!(
            "per = \"month\"\nevery = {every}\ncharge = \"{charge}\"\nbands = [{{ code = \"A\", rate = \"1%\" }}]"
        ))
    };
    assert_eq!(every(60, "each"), ["A setiap jam penuh: 1 % dari TPP"]);
    assert_eq!(every(45, "each"), ["A setiap 45 menit penuh: 1 % dari TPP"]);
    assert_eq!(
        every(45, "once"),
        ["A 1 kali 45 menit penuh ke atas dalam sebulan: 1 % dari TPP, satu kali"]
    );
}

#[test]
fn bands_of_days_and_events_name_their_kinds() {
    let band = |rule: &str, value: &str| bands(rule, value).remove(0);
    assert_eq!(
        band(
            "measure = \"absent\"",
            r#"per = "day"
base = "tpp"
season = "ramadan"
replaces = ["other"]
bands = [{ code = "TK", rate = "3%" }]"#
        ),
        "TK setiap hari: 3 % dari TPP; khusus Ramadan; menggantikan potongan tidak masuk pada hari itu"
    );
    assert_eq!(
        band(
            "measure = \"missed\"\nkinds = [\"apel\", \"upacara\"]",
            r#"per = "day"
charge = "each"
base = "disiplin"
bands = [{ code = "APL", rate = "2%" }]"#
        ),
        "APL (apel, upacara) setiap kali: 2 % dari disiplin kerja"
    );
    assert_eq!(
        bands(
            "measure = \"leave\"\nkinds = [\"cuti-sakit\"]",
            r#"per = "month"
charge = "marginal"
base = "tpp"
bands = [{ code = "CS0", to = 2, rate = "0" }, { code = "CS", from = 3, rate = "1%" }]"#
        ),
        [
            "CS0 (cuti sakit) hari ke-1 sampai ke-2 dalam sebulan: tidak dipotong",
            "CS (cuti sakit) hari ke-3 dan seterusnya dalam sebulan: 1 % dari TPP untuk setiap hari",
        ]
    );
    assert_eq!(
        bands(
            "measure = \"absent\"",
            r#"per = "month"
base = "tpp"
employment = ["pns", "pppk-paruh-waktu"]
class-from = 5
class-to = 9
bands = [{ code = "TK1", to = 1, rate = "5%" }, { code = "TK2", from = 2, to = 4, rate = "10%" }]"#
        ),
        [
            "TK1 1 hari dalam sebulan: 5 % dari TPP, satu kali; hanya PNS, PPPK paruh waktu; hanya kelas 5–9",
            "TK2 2–4 hari dalam sebulan: 10 % dari TPP, satu kali; hanya PNS, PPPK paruh waktu; hanya kelas 5–9",
        ]
    );
}

#[test]
fn bands_of_a_whole_month_have_no_days() {
    let band = |rule: &str, value: &str| {
        bands(rule, &format!("per = \"month\"\nbase = \"tpp\"\n{value}")).remove(0)
    };
    let sanction = "measure = \"sanction\"\nkinds = [\"teguran-lisan\"]";
    let one = "bands = [{ code = \"HD\", rate = \"10%\" }]";
    assert_eq!(
        band(sanction, &format!("months = 2\n{one}")),
        "HD (teguran lisan): 10 % dari TPP sebulan; selama 2 bulan sejak bulan hukuman berlaku"
    );
    assert_eq!(
        band(sanction, one),
        "HD (teguran lisan): 10 % dari TPP sebulan; lamanya tidak disebut"
    );
    assert_eq!(
        band("measure = \"predikat\"\nkinds = [\"sangat-kurang\"]", one),
        "HD (sangat kurang): 10 % dari TPP"
    );
    let shortfall = "measure = \"productivity-shortfall\"";
    assert_eq!(
        band(shortfall, "charge = \"each\"\nbands = [{ code = \"PK\", rate = \"0.01%\" }]"),
        "PK setiap 0,01 % kekurangan capaian: 0,01 % dari TPP"
    );
    assert_eq!(
        band(shortfall, "bands = [{ code = \"PK\", from = 1001, to = 2550, rate = \"5%\" }]"),
        "PK kekurangan capaian 10,01 % sampai 25,5 %: 5 % dari TPP"
    );
}
