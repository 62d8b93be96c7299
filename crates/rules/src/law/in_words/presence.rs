//! Scans, minutes, and work from elsewhere in words.

use super::text;
use crate::law::{
    Law,
    presence::{Counted, CountedFrom, Flex, Minutes, Scans, Single, Wfa, Which},
};

pub(super) fn scans(scans: &Scans, law: &Law) -> String {
    let mut parts = vec![
        which(scans),
        format!(
            "dihitung dari {} menit sebelum sampai {} menit sesudah jam kerja",
            scans.opens_minutes, scans.closes_minutes
        ),
    ];
    // With a leaving window, or the rest between them, the hour of a scan tells what it is.
    if scans.which == Which::FirstLast {
        parts.push(match scans.single {
            Single::In => "satu scan saja dibaca sebagai datang".to_owned(),
            Single::Nearest => {
                "satu scan saja dibaca sebagai datang atau pulang, menurut jam yang terdekat"
                    .to_owned()
            }
        });
        if scans.repeat_minutes > 0 {
            parts.push(format!(
                "scan pertama dan terakhir yang berselang sampai {} menit dianggap satu scan",
                scans.repeat_minutes
            ));
        }
    }
    let words = parts.join("; ");
    if scans.schedules.is_empty() {
        return words;
    }
    let schedules: Vec<_> =
        scans.schedules.iter().map(|name| format!("“{}”", law.schedule_title(name))).collect();
    format!("khusus {}: {words}", schedules.join(", "))
}

fn which(scans: &Scans) -> String {
    match scans.which {
        Which::FirstLast => "scan pertama = datang, terakhir = pulang".to_owned(),
        Which::FirstInLeavingWindow => {
            let opens = match scans.leaving_opens_minutes {
                0 => "jam pulang".to_owned(),
                minutes => format!("{minutes} menit sebelum jam pulang"),
            };
            format!("scan pertama sebelum {opens} = datang, scan pertama sejak saat itu = pulang")
        }
        Which::Four => {
            let window = match scans.rest_window_minutes {
                0 => "dalam jam istirahat".to_owned(),
                minutes => format!(
                    "dari {minutes} menit sebelum sampai {minutes} menit sesudah jam istirahat"
                ),
            };
            format!(
                "empat scan: datang, keluar istirahat, kembali dari istirahat, pulang; scan istirahat dicari {window}"
            )
        }
    }
}

pub(super) fn minutes(minutes: &Minutes) -> String {
    let counted = match minutes.counted {
        Counted::Whole => "menit penuh",
        Counted::Begun => "menit yang sudah mulai dihitung penuh",
    };
    let (late, early) = (minutes.late_grace_minutes, minutes.early_grace_minutes);
    let mut parts = vec![
        counted.to_owned(),
        format!("toleransi terlambat {late} menit, pulang cepat {early} menit"),
    ];
    if late > 0 || early > 0 {
        parts.push(match minutes.counted_from {
            CountedFrom::Start => "bila lewat toleransi, semua menit dihitung".to_owned(),
            CountedFrom::Grace => {
                "bila lewat toleransi, hanya menit kelebihannya dihitung".to_owned()
            }
        });
    }
    parts.extend(minutes.flex.map(flex));
    parts.extend(minutes.absent_over_minutes.map(|over| {
        format!("kekurangan di atas {} sehari dihitung tidak masuk", text::duration(over.into()))
    }));
    parts.join("; ")
}

fn flex(flex: Flex) -> String {
    let free = flex.free_events_month.map(|times| format!(", paling banyak {times} kali sebulan"));
    format!(
        "terlambat sampai {} menit tidak dipotong bila diganti sesudah jam pulang hari itu{}",
        flex.minutes,
        free.unwrap_or_default()
    )
}

pub(super) fn wfa(wfa: &Wfa) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        wfa.share_max
            .map(|share| format!("paling banyak {} pegawai setiap SKPD", text::percent(share))),
    );
    parts.extend(wfa.days_a_week_max.map(|days| format!("paling banyak {days} hari seminggu")));
    if !wfa.excluded.is_empty() {
        parts.push(format!("tidak untuk {}", wfa.excluded.join(", ")));
    }
    if parts.is_empty() { "batas tidak disebut".to_owned() } else { parts.join("; ") }
}
