//! The three ways a band charges, on one law that differs in nothing else.

use crate::testing::{law_with, lines, records};

/// A rule on minutes late that charges in one way.
fn late(charge: &str) -> String {
    format!(
        r#"
[rule.late]
title = "Late"
measure = "late"
[[rule.late.value]]
@
per = "day"
charge = "{charge}"
base = "tpp"
bands = [
  {{ code = "A", from = 1, to = 10, rate = "0.1%" }},
  {{ code = "B", from = 11, rate = "0.2%" }},
]
"#
    )
}

/// Amounts of the lines of one day, twelve minutes late.
fn amounts(charge: &str) -> Vec<(String, u32, i64)> {
    let law = law_with(&late(charge));
    let days = records(&law, (2, 2), &["2 08:12", "2 16:00"], &[], None);
    let lines = lines(&law, &days, &[]);
    lines.into_iter().map(|(_, code, units, amount)| (code, units, amount)).collect()
}

#[test]
fn once_takes_the_rate_of_the_band_however_far_inside() {
    assert_eq!(amounts("once"), [("B".to_owned(), 12, -2_000)]);
}

#[test]
fn each_takes_the_rate_of_the_band_for_every_unit() {
    assert_eq!(amounts("each"), [("B".to_owned(), 12, -24_000)]);
}

#[test]
fn marginal_takes_each_unit_at_the_rate_of_its_own_band() {
    assert_eq!(amounts("marginal"), [("A".to_owned(), 10, -10_000), ("B".to_owned(), 2, -4_000)]);
}
