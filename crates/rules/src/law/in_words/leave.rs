//! Leave, duty and permission in words.

use civil::Employment;

use super::text;
use crate::law::leave::{
    Annual, Applicant, Approver, Chain, Grantor, KindRule, Length, LocalKind, Post, Proof,
    ProofTier, Reason, Unused,
};

pub(super) fn kind(rule: &KindRule) -> String {
    let people = people(&rule.employment, &rule.posts);
    if rule.closed {
        return format!("untuk {people}: tidak ada hak");
    }
    let mut parts = Vec::new();
    parts.extend(rule.annual.as_ref().map(annual));
    parts.extend(rule.longest.map(|longest| format!("paling lama {}", length(longest))));
    parts.extend(rule.extension.map(|more| format!("dapat diperpanjang {}", length(more))));
    if rule.least_service_years > 0 {
        parts.push(format!("setelah bekerja {} tahun", rule.least_service_years));
    }
    if rule.shortest_working_days > 0 {
        parts.push(format!("paling singkat {} hari kerja", rule.shortest_working_days));
    }
    parts.extend(rule.children_max.map(|most| match rule.beyond_children {
        Some(kind) => {
            format!("sampai anak ke-{most}, sesudahnya dengan {}", text::key(kind.code()))
        }
        None => format!("sampai anak ke-{most}"),
    }));
    parts.extend(rule.proofs.iter().map(tier));
    if !rule.reasons.is_empty() {
        let list = rule.reasons.iter().map(reason).collect::<Vec<_>>().join("; ");
        let what = if rule.needs_reason { "hanya untuk" } else { "khusus untuk" };
        parts.push(format!("{what}: {list}"));
    }
    if rule.needs_place {
        parts.push("tempatnya disebut".to_owned());
    }
    if rule.hours {
        parts.push("boleh menurut jam".to_owned());
    }
    if rule.closes_annual {
        parts.push("tahun itu tanpa cuti tahunan".to_owned());
    }
    let delegation = if rule.not_delegable { ", tidak dapat didelegasikan" } else { "" };
    parts.extend(rule.granted_by.map(|Grantor::Ppk| format!("diberikan oleh PPK{delegation}")));
    if parts.is_empty() {
        parts.push("tanpa batas".to_owned());
    }
    format!("untuk {people}: {}", parts.join("; "))
}

pub(super) fn chain(chain: &Chain) -> String {
    let who = match chain.applicant {
        Applicant::Pegawai => "pegawai",
        Applicant::KepalaSkpd => "kepala SKPD",
        Applicant::Sekda => "Sekda",
    };
    let steps = chain.steps.iter().map(|step| {
        let by = match step.by {
            Approver::Atasan => "atasan langsung",
            Approver::KepalaSkpd => "kepala SKPD",
            Approver::Bkpsdm => "BKPSDM",
            Approver::Sekda => "Sekda",
            Approver::Bupati => "Bupati",
        };
        format!("{by} ({} hari kerja)", step.working_days)
    });
    format!("permohonan {who}: {}", steps.collect::<Vec<_>>().join(", lalu "))
}

pub(super) fn local(local: &LocalKind) -> String {
    let mut parts = vec![format!("dihitung sebagai {}", text::key(local.counts_as.code()))];
    if !local.employment.is_empty() {
        parts.push(format!("untuk {}", people(&local.employment, &[])));
    }
    parts.extend(local.longest.map(|longest| format!("paling lama {}", length(longest))));
    parts.extend(
        local.days_a_year_max.map(|days| format!("paling banyak {days} hari kerja setahun")),
    );
    parts.extend(local.proof.map(|paper| format!("dengan {}", proof(paper))));
    if local.hours {
        parts.push("boleh menurut jam".to_owned());
    }
    parts.join("; ")
}

fn annual(annual: &Annual) -> String {
    let unused = match annual.two_years_unused {
        Unused::NoDayTaken => "tanpa satu hari pun cuti tahunan",
        Unused::DaysLeft => "yang masih bersisa",
    };
    let mut parts = vec![format!("{} hari kerja setahun", annual.days)];
    let carries =
        [annual.one_year_total_max, annual.two_years_total_max, annual.postponed_total_max]
            .iter()
            .any(|total| *total > annual.days);
    if carries {
        parts.push(format!(
            "bersama sisa tahun lalu paling banyak {} hari, setelah dua tahun {unused} paling banyak {} hari, setelah tahun yang ditangguhkan paling banyak {} hari",
            annual.one_year_total_max, annual.two_years_total_max, annual.postponed_total_max
        ));
    } else {
        parts.push("sisanya tidak dibawa ke tahun berikutnya".to_owned());
    }
    if annual.travel_days_max > 0 {
        parts.push(format!(
            "ke tempat yang sulit dijangkau ditambah paling lama {} hari kalender",
            annual.travel_days_max
        ));
    }
    if annual.adds_joint_leave_worked {
        parts.push("ditambah hari cuti bersama yang dipakai bertugas".to_owned());
    }
    parts.join("; ")
}

fn people(employment: &[Employment], posts: &[Post]) -> String {
    let employment = employment.iter().map(|employment| match employment {
        Employment::Pns => "PNS",
        Employment::Cpns => "CPNS",
        Employment::Pppk => "PPPK",
        Employment::PppkParuhWaktu => "PPPK paruh waktu",
        Employment::NonAsn => "pegawai bukan ASN",
    });
    let people = employment.collect::<Vec<_>>().join(", ");
    let posts = posts.iter().map(|post| match post {
        Post::Guru => "guru",
        Post::Lain => "jabatan lain",
    });
    match posts.collect::<Vec<_>>().join(", ") {
        posts if posts.is_empty() => people,
        posts => format!("{people} ({posts})"),
    }
}

fn length(length: Length) -> String {
    match length {
        Length::WorkingDays(days) => format!("{days} hari kerja"),
        Length::Days(days) => format!("{days} hari kalender"),
        Length::Months(months) => format!("{months} bulan"),
        Length::Years(years) => format!("{years} tahun"),
    }
}

fn tier(tier: &ProofTier) -> String {
    match (tier.from, tier.to) {
        (1, None) => format!("dengan {}", proof(tier.proof)),
        (from, to) => format!("{}: {}", text::range(from, to, "hari"), proof(tier.proof)),
    }
}

fn reason(reason: &Reason) -> String {
    let mut words = reason.title.clone();
    let mut parts = Vec::new();
    parts.extend(reason.longest.map(|longest| format!("paling lama {}", length(longest))));
    parts.extend(reason.proof.map(|paper| format!("dengan {}", proof(paper))));
    if reason.waives_service {
        parts.push("tanpa syarat masa kerja".to_owned());
    }
    if !parts.is_empty() {
        words = format!("{words} ({})", parts.join(", "));
    }
    words
}

fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::SuratAtasan => "surat kepada atasan",
        Proof::SuratKeterangan => "surat keterangan",
        Proof::SuratDokter => "surat dokter",
        Proof::SuratDokterPemerintah => "surat dokter pemerintah",
        Proof::SuratRawatInap => "surat rawat inap rumah sakit",
        Proof::SuratTugas => "surat tugas",
    }
}
