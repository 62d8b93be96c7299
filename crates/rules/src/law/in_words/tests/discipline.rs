//! The law on discipline says days, sanctions, limits and who.

use super::words;

const LADDER: &str = r#"
[ladder.l]
title = "L"
[[ladder.l.value]]
@
employment = ["pns", "cpns"]
rungs = [
  { from = 3, to = 3, level = "ringan", code = "lisan", sanction = "teguran lisan", article = "P" },
  { from = 4, to = 10, level = "sedang", code = "potong", sanction = "potongan", article = "P", waits = true },
  { from = 11, level = "berat", code = "berhenti", sanction = "pemberhentian", article = "P" },
]
in-a-row = { days = 10, level = "berat", code = "berhenti", sanction = "pemberhentian", article = "P", leave_between = "breaks", salary = { from = "next-month", what = "gaji dihentikan", article = "P" } }
[discipline.transition.l]
title = "T"
[[discipline.transition.l.value]]
@
waits-for = "peraturan tentang gaji"
replaces = [{ waits = "potong", code = "tunda", sanction = "penundaan" }]
"#;

#[test]
fn ladders_say_days_and_sanctions_and_transitions_what_stands_in_their_place() {
    assert_eq!(
        words(LADDER, "ladder.l"),
        [
            "tidak masuk tanpa alasan sah dalam setahun kalender (PNS, CPNS) – 3 hari: teguran lisan (ringan); 4–10 hari: potongan (sedang; dapat menunggu peraturan lain); 11 hari ke atas: pemberhentian (berat); 10 hari kerja berturut-turut: pemberhentian (berat; cuti di antaranya memutus; gaji dihentikan)"
        ]
    );
    assert_eq!(
        words(LADDER, "discipline.transition.l"),
        ["sampai peraturan tentang gaji berlaku: potongan diganti penundaan"]
    );
}

fn value(topic: &str, fields: &str) -> String {
    let topic = format!("discipline.{topic}");
    let text = format!("[{topic}]\ntitle = \"T\"\n[[{topic}.value]]\n@\n{fields}\n");
    words(&text, &topic).remove(0)
}

#[test]
fn minutes_limits_teams_and_notices_are_said() {
    assert_eq!(
        value("conversion.l", "minutes-a-day = 450"),
        "7 jam 30 menit terlambat dan pulang cepat dalam setahun dihitung 1 hari tidak masuk"
    );
    assert_eq!(value("transition.l", ""), "tidak ada hukuman yang menunggu");
    assert_eq!(
        value(
            "limits",
            "summons = { days = 7, article = \"P\" }\neffect = { days = 15, article = \"P\" }"
        ),
        "panggilan pertama paling lambat 7 hari kerja sebelum pemeriksaan; berlaku pada hari kerja ke-15 sesudah diterima"
    );
    assert_eq!(value("limits", ""), "batas waktu tidak disebut");
    assert_eq!(
        value("team", "ringan = \"none\"\nsedang = \"optional\"\nberat = \"mandatory\""),
        "pemeriksaan – ringan: tanpa tim; sedang: tim boleh dibentuk; berat: tim wajib dibentuk"
    );
    assert_eq!(
        value("notice", "days-before = [2, 1]"),
        "pegawai dan atasan diberi tahu 2 dan 1 hari sebelum jenjang berikutnya tercapai"
    );
    assert_eq!(
        value(
            "authority.x",
            "capacity = \"ppk\"\ngrants = [{ level = \"ringan\", posts = [\"jpt-pratama\"], article = \"P\" }, { level = \"berat\", article = \"P\" }]"
        ),
        "PPK menjatuhkan hukuman ringan bagi pimpinan tinggi pratama; hukuman berat bagi semua pegawai"
    );
}
