//! The law on discipline in words.

use super::text;
use crate::law::{
    Law,
    discipline::{
        Authority, Capacity, Conversion, Grant, LadderValue, LeaveBetween, Level, Limit, Notice,
        Post, Team, TeamNeed, TimeLimits, Transition,
    },
};

pub(super) fn ladder(ladder: &LadderValue) -> String {
    let rungs = ladder.rungs.iter().map(|rung| {
        let days = text::range(rung.from, rung.to, "hari");
        let waits = if rung.waits { "; dapat menunggu peraturan lain" } else { "" };
        format!("{days}: {} ({}{waits})", rung.sanction, level(rung.level))
    });
    let in_a_row = ladder.in_a_row.iter().map(|run| {
        let salary = run.salary.as_ref().map(|salary| format!("; {}", salary.what));
        let leave = match run.leave_between {
            LeaveBetween::Breaks => "cuti di antaranya memutus",
            LeaveBetween::Spans => "cuti di antaranya tidak memutus",
        };
        format!(
            "{} hari kerja berturut-turut: {} ({}; {leave}{})",
            run.days,
            run.sanction,
            level(run.level),
            salary.unwrap_or_default()
        )
    });
    let parts: Vec<_> = rungs.chain(in_a_row).collect();
    let whom = match ladder.employment.as_slice() {
        [] => String::new(),
        some => {
            let kinds: Vec<_> =
                some.iter().map(|kind| text::key(kind.code()).to_uppercase()).collect();
            format!(" ({})", kinds.join(", "))
        }
    };
    format!("tidak masuk tanpa alasan sah dalam setahun kalender{whom} – {}", parts.join("; "))
}

pub(super) fn conversion(conversion: &Conversion) -> String {
    let length = text::duration(conversion.minutes_a_day);
    format!("{length} terlambat dan pulang cepat dalam setahun dihitung 1 hari tidak masuk")
}

pub(super) fn transition(transition: &Transition, law: &Law) -> String {
    if transition.replaces.is_empty() {
        return "tidak ada hukuman yang menunggu".to_owned();
    }
    let title = |code: &str| {
        let mut rungs = law.ladders.values().flat_map(|one| &one.values).flat_map(|v| &v.rungs);
        rungs.find(|rung| rung.code == code).map_or_else(|| text::key(code), |r| r.sanction.clone())
    };
    let parts: Vec<_> = transition
        .replaces
        .iter()
        .map(|one| format!("{} diganti {}", title(&one.waits), one.sanction))
        .collect();
    let until = transition.waits_for.as_ref().map(|act| format!("sampai {act} berlaku: "));
    format!("{}{}", until.unwrap_or_default(), parts.join("; "))
}

pub(super) fn limits(limits: &TimeLimits) -> String {
    let say = |limit: &Option<Limit>, before: &str, after: &str| {
        limit.as_ref().map(|limit| format!("{before} {} hari kerja {after}", limit.days))
    };
    let parts: Vec<_> = [
        say(&limits.summons, "panggilan pertama paling lambat", "sebelum pemeriksaan"),
        say(
            &limits.second_summons,
            "panggilan kedua paling lambat",
            "sesudah tanggal pemeriksaan pertama",
        ),
        say(&limits.handover, "keputusan disampaikan paling lambat", "sesudah ditetapkan"),
        say(&limits.sending, "bila tidak hadir, dikirim paling lambat", "sesudah penyampaian"),
        limits
            .effect
            .as_ref()
            .map(|limit| format!("berlaku pada hari kerja ke-{} sesudah diterima", limit.days)),
        say(&limits.objection, "keberatan paling lambat", "sesudah diterima"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { "batas waktu tidak disebut".to_owned() } else { parts.join("; ") }
}

pub(super) fn authority(authority: &Authority) -> String {
    let grant = |grant: &Grant| {
        let over = match grant.posts.as_slice() {
            [] => "semua pegawai".to_owned(),
            posts => posts.iter().map(|held| post(*held)).collect::<Vec<_>>().join(", "),
        };
        format!("hukuman {} bagi {over}", level(grant.level))
    };
    let grants: Vec<_> = authority.grants.iter().map(grant).collect();
    format!("{} menjatuhkan {}", capacity(authority.capacity), grants.join("; "))
}

pub(super) fn team(team: &Team) -> String {
    let parts: Vec<_> = Level::ALL
        .iter()
        .map(|heavy| {
            let need = match team.need(*heavy) {
                TeamNeed::None => "tanpa tim",
                TeamNeed::Optional => "tim boleh dibentuk",
                TeamNeed::Mandatory => "tim wajib dibentuk",
            };
            format!("{}: {need}", level(*heavy))
        })
        .collect();
    format!("pemeriksaan – {}", parts.join("; "))
}

pub(super) fn notice(notice: &Notice) -> String {
    let days: Vec<_> = notice.days_before.iter().map(ToString::to_string).collect();
    format!(
        "pegawai dan atasan diberi tahu {} hari sebelum jenjang berikutnya tercapai",
        days.join(" dan ")
    )
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Ringan => "ringan",
        Level::Sedang => "sedang",
        Level::Berat => "berat",
    }
}

fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Presiden => "Presiden",
        Capacity::Ppk => "PPK",
        Capacity::JptPratama => "pejabat pimpinan tinggi pratama di atasnya",
        Capacity::Administrator => "administrator di atasnya",
        Capacity::AtasanLangsung => "atasan langsung",
    }
}

fn post(post: Post) -> &'static str {
    match post {
        Post::JptUtama => "pimpinan tinggi utama",
        Post::JptMadya => "pimpinan tinggi madya",
        Post::JptPratama => "pimpinan tinggi pratama",
        Post::Administrator => "administrator",
        Post::Pengawas => "pengawas",
        Post::Pelaksana => "pelaksana",
        Post::Fungsional => "fungsional",
    }
}
