//! Amounts, shares, caps and rounding in words.

use super::text;
use crate::law::{
    Law,
    pay::{
        At, Base, CapValue, ClassAmounts, Factor, How, Of, Per, Proration, ProrationBy,
        RoundingValue,
    },
};

pub(super) fn class_amounts(value: &ClassAmounts) -> String {
    let mut classes: Vec<_> = value.amounts.iter().collect();
    // Keys are texts, in which 10 comes before 2.
    classes.sort_by_key(|(class, _)| class.parse::<u32>().unwrap_or(u32::MAX));
    let amounts: Vec<_> = classes
        .iter()
        .map(|(class, amount)| format!("kelas {class}: {}", text::count(**amount)))
        .collect();
    let indices: Vec<_> = value
        .indices
        .iter()
        .map(|(name, index)| format!("{} {}", name.to_uppercase(), text::percent(*index)))
        .collect();
    let indices = match indices.as_slice() {
        [] => String::new(),
        indices => format!(", dikalikan {}", indices.join(", ")),
    };
    format!("rupiah sebulan{indices} – {}", amounts.join("; "))
}

pub(super) fn base(base: &Base) -> String {
    let of = match base.of {
        Of::Tpp => "TPP",
        Of::Class => "besaran kelas jabatan",
    };
    let component = if base.component { ", komponen TPP" } else { "" };
    format!("{} dari {of}{component}", text::percent(base.share))
}

pub(super) fn factor(factor: &Factor) -> String {
    let by = if factor.by_excuse { ", cukup dengan izin cutinya" } else { "" };
    format!("menerima {} dari TPP{by}", text::percent(factor.factor))
}

pub(super) fn proration(proration: &Proration) -> String {
    match proration.by {
        ProrationBy::CalendarDays => "menurut hari kalender".to_owned(),
        ProrationBy::FirstDay => {
            "keadaan pada hari pertama bulan berlaku untuk sebulan penuh".to_owned()
        }
    }
}

pub(super) fn cap(cap: &CapValue, law: &Law) -> String {
    let per = match cap.per {
        Per::Day => "sehari",
        Per::Month => "sebulan",
    };
    let rules: Vec<_> = cap.rules.iter().map(|rule| law.rule_title(rule)).collect();
    let rules = if rules.is_empty() { "semua potongan".to_owned() } else { rules.join("; ") };
    let most = text::percent(cap.max);
    format!("paling banyak {most} dari {} {per}, untuk: {rules}", law.base_title(&cap.base))
}

pub(super) fn rounding(rounding: &RoundingValue) -> String {
    let unit = match rounding.to {
        1 => "rupiah".to_owned(),
        to => format!("kelipatan {} rupiah", text::count(to)),
    };
    let how = match rounding.how {
        How::Down => format!("ke bawah ke {unit}"),
        How::Up => format!("ke atas ke {unit}"),
        How::HalfUp => format!("ke {unit} terdekat (setengah ke atas)"),
        How::HalfEven => format!("ke {unit} terdekat (setengah ke bilangan genap)"),
    };
    let at = match rounding.at {
        At::Line => "setiap baris",
        At::Total => "jumlah sebulan",
    };
    format!("{at} dibulatkan {how}")
}
