//! A band of a rule that cuts, in words.

use civil::{Employment, Rate};

use super::text;
use crate::law::{
    Law,
    pay::{Band, Charge, Measure, Per, Rule, RuleValue},
};

/// `TL2 31–60 menit dalam sehari: 1 % dari disiplin kerja`.
pub(super) fn band(band: &Band, value: &RuleValue, rule: &Rule, law: &Law) -> String {
    let kinds: Vec<_> = rule.kinds.iter().map(|kind| text::key(kind)).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
    let extent = extent(band, value, rule.measure);
    let extent = if extent.is_empty() { extent } else { format!(" {extent}") };
    let mut parts =
        vec![format!("{}{kinds}{extent}: {}", band.code, amount(band, value, rule.measure, law))];
    if band.no_scan {
        parts.extend(no_scan(rule.measure).map(str::to_owned));
    }
    parts.extend(months(value, rule.measure));
    parts.extend(for_whom(value));
    parts.extend(
        value.season.as_deref().map(|season| format!("khusus {}", law.season_title(season))),
    );
    if !value.replaces.is_empty() {
        let replaced: Vec<_> = value.replaces.iter().map(|name| law.rule_title(name)).collect();
        parts.push(format!("menggantikan potongan {} pada hari itu", replaced.join(", ")));
    }
    parts.join("; ")
}

/// Whether the band holds whatever the measure.
fn is_all(band: &Band) -> bool {
    band.from == 1 && band.to.is_none()
}

/// Whether each unit is charged.
fn is_by_unit(value: &RuleValue) -> bool {
    match value.charge {
        Charge::Each | Charge::Marginal => true,
        Charge::Once => false,
    }
}

/// How much of the measure the band is for; empty where there is only one of it.
fn extent(band: &Band, value: &RuleValue, measure: Measure) -> String {
    let unit = unit(value, measure);
    if measure == Measure::ProductivityShortfall {
        return shortfall(band, value);
    }
    let per = match value.per {
        _ if measure.of_month() => "",
        Per::Day => " dalam sehari",
        Per::Month => " dalam sebulan",
    };
    let is_a_day = value.per == Per::Day && unit == "hari" && band.from == 1;
    match (is_all(band), value.charge) {
        (true, Charge::Each | Charge::Marginal) => format!("setiap {unit}"),
        (true, Charge::Once) if measure.of_month() => String::new(),
        (_, Charge::Once | Charge::Each) if is_a_day => "setiap hari".to_owned(),
        (false, Charge::Marginal) => match band.to {
            Some(to) if to == band.from => format!("{unit} ke-{to}{per}"),
            Some(to) => format!("{unit} ke-{} sampai ke-{to}{per}", band.from),
            None => format!("{unit} ke-{} dan seterusnya{per}", band.from),
        },
        (_, Charge::Once | Charge::Each) => {
            format!("{}{per}", text::range(band.from, band.to, &counted(value, measure)))
        }
    }
}

/// What the rule counts.
fn unit(value: &RuleValue, measure: Measure) -> String {
    let unit = match measure {
        Measure::Late
        | Measure::Early
        | Measure::LateAndEarly
        | Measure::Away
        | Measure::Short
        | Measure::LatePermitted
        | Measure::EarlyPermitted => "menit",
        Measure::LateDays
        | Measure::Absent
        | Measure::NoIn
        | Measure::NoOut
        | Measure::NoRest
        | Measure::Leave => "hari",
        Measure::Missed => "kali",
        Measure::Sanction => "hukuman",
        Measure::Predikat => "predikat",
        Measure::ProductivityShortfall => return percent_of_points(value.every.unwrap_or(1)),
    };
    match value.every {
        None | Some(1) => unit.to_owned(),
        Some(60) if measure.in_minutes() => "jam penuh".to_owned(),
        Some(every) => format!("{every} {unit} penuh"),
    }
}

/// The unit after a number: `2 jam penuh`, but `2 kali 45 menit penuh`.
fn counted(value: &RuleValue, measure: Measure) -> String {
    let unit = unit(value, measure);
    if unit.starts_with(|first: char| first.is_ascii_digit()) {
        format!("kali {unit}")
    } else {
        unit
    }
}

/// Productivity is measured in hundredths of a percent, which people do not count.
fn shortfall(band: &Band, value: &RuleValue) -> String {
    let every = value.every.unwrap_or(1);
    if is_all(band) && is_by_unit(value) {
        return format!("setiap {} kekurangan capaian", percent_of_points(every));
    }
    let from = percent_of_points(band.from.saturating_mul(every));
    let last = band.to.map(|to| to.saturating_add(1).saturating_mul(every).saturating_sub(1));
    match last.map(percent_of_points) {
        Some(last) if last == from => format!("kekurangan capaian {from}"),
        Some(last) => format!("kekurangan capaian {from} sampai {last}"),
        None => format!("kekurangan capaian {from} ke atas"),
    }
}

fn percent_of_points(points: u32) -> String {
    text::percent(Rate::basis_points(points))
}

fn amount(band: &Band, value: &RuleValue, measure: Measure, law: &Law) -> String {
    let base = law.base_title(band.base.as_ref().unwrap_or(&value.base));
    let share = match band.rate {
        None => return format!("bagian dari {base} tidak ada di sumber"),
        Some(Rate::ZERO) => return "tidak dipotong".to_owned(),
        Some(rate) => format!("{} dari {base}", text::percent(rate)),
    };
    if measure == Measure::Sanction {
        return format!("{share} sebulan");
    }
    match value.charge {
        Charge::Each | Charge::Marginal if is_all(band) => share,
        Charge::Each | Charge::Marginal => format!("{share} untuk setiap {}", unit(value, measure)),
        // A sum of the month charged once could be taken for one charged by its units.
        Charge::Once if value.per == Per::Month && !measure.of_month() => {
            format!("{share}, satu kali")
        }
        Charge::Once => share,
    }
}

fn no_scan(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Late => Some("juga bila tidak ada scan datang"),
        Measure::Early => Some("juga bila tidak ada scan pulang"),
        Measure::LateAndEarly | Measure::Short => {
            Some("juga bila tidak ada scan datang atau scan pulang")
        }
        Measure::Away => Some("juga bila tidak ada scan istirahat"),
        Measure::LatePermitted
        | Measure::EarlyPermitted
        | Measure::LateDays
        | Measure::Absent
        | Measure::NoIn
        | Measure::NoOut
        | Measure::NoRest
        | Measure::Leave
        | Measure::Missed
        | Measure::Sanction
        | Measure::ProductivityShortfall
        | Measure::Predikat => None,
    }
}

/// How long a sanction cuts.
fn months(value: &RuleValue, measure: Measure) -> Option<String> {
    (measure == Measure::Sanction).then(|| match value.months {
        Some(months) => format!("selama {months} bulan sejak bulan hukuman berlaku"),
        None => "lamanya tidak disebut".to_owned(),
    })
}

fn for_whom(value: &RuleValue) -> Vec<String> {
    let employment = |kind: &Employment| match kind {
        Employment::Pns => "PNS",
        Employment::Cpns => "CPNS",
        Employment::Pppk => "PPPK",
        Employment::PppkParuhWaktu => "PPPK paruh waktu",
        Employment::NonAsn => "bukan ASN",
    };
    let kinds: Vec<_> = value.employment.iter().map(employment).collect();
    let classes = match (value.class_from, value.class_to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("hanya kelas {from} ke atas")),
        (None, Some(to)) => Some(format!("hanya kelas {to} ke bawah")),
        (Some(from), Some(to)) if from == to => Some(format!("hanya kelas {from}")),
        (Some(from), Some(to)) => Some(format!("hanya kelas {from}–{to}")),
    };
    let kinds = (!kinds.is_empty()).then(|| format!("hanya {}", kinds.join(", ")));
    kinds.into_iter().chain(classes).collect()
}
