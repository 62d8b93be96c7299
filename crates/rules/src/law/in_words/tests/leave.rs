//! Leave, duty and permission, against what an officer should read.

use super::words;

fn kind(fields: &str) -> String {
    let text =
        format!("[leave.kind.cltn]\ntitle = \"T\"\n[[leave.kind.cltn.value]]\n@\n{fields}\n");
    let law = super::law(&text);
    let (id, _) = law.provisions.iter().next().expect("it has one value");
    law.in_words(id)
}

#[test]
fn annual_leave_says_what_lives_on_and_what_does_not() {
    assert_eq!(
        kind(
            r#"employment = ["pns"]
posts = ["guru"]
least-service-years = 1
shortest-working-days = 1
granted-by = "ppk"
annual = { days = 12, one-year-total-max = 18, two-years-total-max = 24, two-years-unused = "no-day-taken", postponed-total-max = 24, travel-days-max = 12, adds-joint-leave-worked = true }"#
        ),
        "untuk PNS (guru): 12 hari kerja setahun; bersama sisa tahun lalu paling banyak 18 hari, setelah dua tahun tanpa satu hari pun cuti tahunan paling banyak 24 hari, setelah tahun yang ditangguhkan paling banyak 24 hari; ke tempat yang sulit dijangkau ditambah paling lama 12 hari kalender; ditambah hari cuti bersama yang dipakai bertugas; setelah bekerja 1 tahun; paling singkat 1 hari kerja; diberikan oleh PPK"
    );
    assert_eq!(
        kind(
            r#"employment = ["pppk"]
annual = { days = 12, one-year-total-max = 12, two-years-total-max = 12, two-years-unused = "days-left", postponed-total-max = 12 }"#
        ),
        "untuk PPPK: 12 hari kerja setahun; sisanya tidak dibawa ke tahun berikutnya"
    );
}

#[test]
fn a_kind_says_length_proof_reason_and_who_grants() {
    assert_eq!(
        kind(
            r#"employment = ["pns", "cpns"]
longest = { years = 1 }
extension = { months = 6 }
children-max = 3
beyond-children = "cuti-besar"
proofs = [
  { from = 1, to = 1, proof = "surat-atasan" },
  { from = 2, to = 14, proof = "surat-dokter" },
  { from = 15, proof = "surat-dokter-pemerintah" },
]
reasons = [{ code = "haji-pertama", title = "haji pertama", longest = { days = 45 }, proof = "surat-keterangan", waives-service = true }]
needs-reason = true
needs-place = true
hours = true
closes-annual = true
granted-by = "ppk"
not-delegable = true"#
        ),
        "untuk PNS, CPNS: paling lama 1 tahun; dapat diperpanjang 6 bulan; sampai anak ke-3, sesudahnya dengan cuti besar; 1 hari: surat kepada atasan; 2–14 hari: surat dokter; 15 hari ke atas: surat dokter pemerintah; hanya untuk: haji pertama (paling lama 45 hari kalender, dengan surat keterangan, tanpa syarat masa kerja); tempatnya disebut; boleh menurut jam; tahun itu tanpa cuti tahunan; diberikan oleh PPK, tidak dapat didelegasikan"
    );
    assert_eq!(kind("employment = [\"pppk\"]\nclosed = true"), "untuk PPPK: tidak ada hak");
    assert_eq!(kind("employment = [\"non-asn\"]"), "untuk pegawai bukan ASN: tanpa batas");
}

#[test]
fn a_chain_names_its_steps_and_a_local_kind_what_it_counts_as() {
    let chain = r#"
[leave.chain.default]
title = "T"
[[leave.chain.default.value]]
@
applicant = "kepala-skpd"
steps = [{ by = "sekda", working-days = 5 }, { by = "bupati", working-days = 10 }]
"#;
    assert_eq!(
        words(chain, "leave.chain.default.kepala-skpd"),
        ["permohonan kepala SKPD: Sekda (5 hari kerja), lalu Bupati (10 hari kerja)"]
    );
    let local = r#"
[leave.local.adat]
title = "T"
[[leave.local.adat.value]]
@
counts-as = "cuti-alasan-penting"
employment = ["pns"]
longest = { working-days = 2 }
days-a-year-max = 3
proof = "surat-keterangan"
hours = true
"#;
    assert_eq!(
        words(local, "leave.local.adat"),
        [
            "dihitung sebagai cuti alasan penting; untuk PNS; paling lama 2 hari kerja; paling banyak 3 hari kerja setahun; dengan surat keterangan; boleh menurut jam"
        ]
    );
}
