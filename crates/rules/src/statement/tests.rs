//! What cases in `law/cases` cannot see of charges, caps and what is due.

use civil::{Employment, Rounding};

use super::*;
use crate::{
    day::Findings,
    excuse::{Excuse, ExcuseKind},
    law::Law,
    month::ExcusedDays,
    testing::{
        HOURS, MINUTES, PAY, SCANS, Short, day, law, law_with, lines, lines_in, march, record,
        records, state,
    },
};

/// A rule on minutes late by day, with `head` before its bands.
fn late(head: &str, bands: &str) -> String {
    rule("late", "late", head, bands)
}

fn rule(name: &str, measure: &str, head: &str, bands: &str) -> String {
    let per = if head.contains("per =") { "" } else { "per = \"day\"\n" };
    let base = if head.contains("base =") { "" } else { "base = \"tpp\"\n" };
    format!(
        "[rule.{name}]\ntitle = \"R\"\nmeasure = \"{measure}\"\n[[rule.{name}.value]]\n@\n{per}{base}{head}\nbands = [{bands}]\n"
    )
}

fn cap(name: &str, per: &str, max: &str, rules: &str) -> String {
    format!(
        "[cap.{name}]\ntitle = \"C\"\n[[cap.{name}.value]]\n@\nper = \"{per}\"\nmax = \"{max}\"\nbase = \"tpp\"\nrules = [{rules}]\n"
    )
}

fn short(lines: &[(i8, &str, u32, i64)]) -> Vec<Short> {
    lines
        .iter()
        .map(|(day, code, units, amount)| (*day, (*code).to_owned(), *units, *amount))
        .collect()
}

const TWO_BANDS: &str =
    r#"{ code = "A", from = 1, to = 30, rate = "1%" }, { code = "B", from = 31, rate = "2%" }"#;

#[test]
fn a_band_charges_once_or_for_each_unit_or_each_unit_by_its_own_band() {
    let charged = |charge: &str, at: &str| {
        let law = law_with(&late(charge, TWO_BANDS));
        lines(&law, &[record(&law, 2, &[at, "2 16:00"])], &[])
    };
    assert_eq!(charged("charge = \"once\"", "2 08:30"), short(&[(2, "A", 30, -10_000)]));
    assert_eq!(charged("charge = \"once\"", "2 08:31"), short(&[(2, "B", 31, -20_000)]));
    assert_eq!(charged("charge = \"each\"", "2 08:31"), short(&[(2, "B", 31, -620_000)]));
    assert_eq!(
        charged("charge = \"marginal\"", "2 08:32"),
        short(&[(2, "A", 30, -300_000), (2, "B", 2, -40_000)])
    );
    // Only whole units of so many minutes count.
    for (at, lines) in [
        ("2 08:29", vec![]),
        ("2 08:30", vec![(2, "A", 30, -10_000)]),
        ("2 08:59", vec![(2, "A", 59, -10_000)]),
        ("2 09:00", vec![(2, "A", 60, -20_000)]),
    ] {
        assert_eq!(charged("charge = \"each\"\nevery = 30", at), short(&lines), "{at}");
    }
}

#[test]
fn a_month_sums_its_minutes_and_charges_missing_scans_by_their_day() {
    let bands = r#"{ code = "A", from = 1, to = 30, rate = "1%" }, { code = "B", from = 31, rate = "2%", no_scan = true }"#;
    let law = law_with(&late("per = \"month\"", bands));
    let scans = ["2 08:10", "2 16:00", "3 08:15", "3 16:00", "4 15:00", "5 08:05", "5 16:00"];
    let nearest = SCANS.replace("first-last\"", "first-last\"\nsingle = \"nearest\"");
    let with_nearest =
        crate::testing::law(&[HOURS, &nearest, MINUTES, PAY, &late("per = \"month\"", bands)]);
    let days = records(&with_nearest, (2, 5), &scans, &[], None);
    assert!(days[2].findings.has(Findings::NO_IN));
    // 10 + 15 + 5 minutes, and the day without an arrival apart.
    assert_eq!(lines(&law, &days, &[]), short(&[(4, "B", 0, -20_000), (5, "A", 30, -10_000)]));
}

#[test]
fn a_rate_that_no_source_gives_is_never_nothing() {
    let law = law_with(&late(
        "",
        r#"{ code = "A", from = 1, to = 30, rate = "1%" }, { code = "B", from = 31, unknown = true }"#,
    ));
    let tariff = Tariff::compile(&law, march(), day(31));
    let of = |at: &str| {
        let days = [record(&law, 2, &[at, "2 16:00"])];
        let states = [state(1, 31, Employment::Pns)];
        let facts = MonthFacts {
            days: &days,
            states: &states,
            occurrences: &[],
            productivity_bp: None,
            predikat: None,
        };
        Statement::of(&facts, &tariff).map(|statement| statement.deduction)
    };
    assert_eq!(of("2 08:30"), Ok(Rupiah(-10_000)));
    let silent = of("2 08:31").unwrap_err();
    assert_eq!((silent.title.as_str(), silent.date), ("rule.late B", day(2)));
}

#[test]
fn made_up_lateness_is_free_so_often() {
    let minutes = format!("{MINUTES}flex = {{ minutes = 30, free-events-month = 2 }}\n");
    let law = law(&[HOURS, SCANS, &minutes, PAY, &late("", TWO_BANDS)]);
    let scans: Vec<String> =
        (2..=5).flat_map(|day| [format!("{day} 08:10"), format!("{day} 16:10")]).collect();
    let scans: Vec<&str> = scans.iter().map(String::as_str).collect();
    let days = records(&law, (2, 5), &scans, &[], None);
    assert!(days.iter().all(|day| day.findings.has(Findings::MADE_UP)));
    assert_eq!(lines(&law, &days, &[]), short(&[(4, "A", 10, -10_000), (5, "A", 10, -10_000)]));
    assert_eq!(lines(&law, &days[..2], &[]), short(&[]));
}

#[test]
fn permitted_lateness_is_charged_by_its_own_rule_only() {
    let permitted = rule("p", "late-permitted", "", r#"{ code = "P", rate = "0.5%" }"#);
    let law = law_with(&format!("{}{permitted}", late("", TWO_BANDS)));
    let permission = ExcusedDays {
        from: day(2),
        until: day(2),
        excuse: Excuse { kind: ExcuseKind::IzinTerlambat, seconds: None },
    };
    let scans = ["2 08:10", "2 16:00", "3 08:10", "3 16:00"];
    let days = records(&law, (2, 3), &scans, &[permission], None);
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "P", 10, -5_000), (3, "A", 10, -10_000)]));
}

#[test]
fn a_running_day_is_charged_nothing() {
    let absent = rule("absent", "absent", "", r#"{ code = "TK", rate = "3%" }"#);
    let missed = rule("apel", "missed", "", r#"{ code = "APL", rate = "2%" }"#);
    let law = law_with(&format!("{}{absent}{missed}", late("", TWO_BANDS)));
    let apel = [Occurrence { date: day(3), code: "missed:apel".to_owned(), amount: 1 }];
    for (now, wanted) in [
        (Some("3 12:00"), vec![(2, "TK", 1, -30_000)]),
        (None, vec![(2, "TK", 1, -30_000), (3, "APL", 1, -20_000), (3, "A", 20, -10_000)]),
    ] {
        let days = records(&law, (2, 4), &["3 08:20", "3 16:00", "4 08:00", "4 16:00"], &[], now);
        let days = if now.is_some() { records(&law, (2, 4), &["3 08:20"], &[], now) } else { days };
        assert_eq!(lines(&law, &days, &apel), short(&wanted), "{now:?}");
    }
}

#[test]
fn a_rule_replaces_another_only_where_it_charges() {
    let special = |replaces: &str| {
        rule("special", "late", replaces, r#"{ code = "S", from = 20, rate = "5%" }"#)
    };
    let law = law_with(&format!("{}{}", late("", TWO_BANDS), special("replaces = [\"late\"]")));
    let scans = ["2 08:10", "2 16:00", "3 08:20", "3 16:00"];
    let days = records(&law, (2, 3), &scans, &[], None);
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "A", 10, -10_000), (3, "S", 20, -50_000)]));
    // The same in a sum over the month: the replaced day adds nothing to it.
    let law = law_with(&format!(
        "{}{}",
        late("per = \"month\"", TWO_BANDS),
        special("replaces = [\"late\"]")
    ));
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "A", 10, -10_000), (3, "S", 20, -50_000)]));
}

/// Names are in the order that would be wrong.
#[test]
fn a_chain_of_replacements_goes_from_its_head() {
    let one = |name: &str, replaces: &str, code: &str| {
        let bands = format!(r#"{{ code = "{code}", rate = "1%" }}"#);
        rule(name, "late", &format!("replaces = [{replaces}]"), &bands)
    };
    let law = law_with(&format!(
        "{}{}{}",
        one("a", "", "A"),
        one("b", "\"a\"", "B"),
        one("c", "\"b\", \"a\"", "C")
    ));
    let days = [record(&law, 2, &["2 08:10", "2 16:00"])];
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "C", 10, -10_000)]));
}

#[test]
fn a_value_of_a_season_takes_the_place_of_the_ordinary_one() {
    let season =
        "[season.x]\ntitle = \"X\"\n[[season.x.value]]\n@2026-03-03\nuntil = \"2026-03-03\"\n";
    let value = "[[rule.late.value]]\n@\nseason = \"x\"\nper = \"day\"\nbase = \"tpp\"\nbands = [{ code = \"X\", rate = \"5%\" }]\n";
    let law = law_with(&format!("{season}{}{value}", late("", TWO_BANDS)));
    let scans = ["2 08:10", "2 16:00", "3 08:10", "3 16:00"];
    let days = records(&law, (2, 3), &scans, &[], None);
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "A", 10, -10_000), (3, "X", 10, -50_000)]));
}

#[test]
fn the_cap_of_a_day_comes_before_that_of_the_month_whatever_their_names() {
    let rules = late("", r#"{ code = "A", rate = "4%" }"#);
    // 4 % on each of three days; a day at most 3 %, the month at most 8 %.
    let law =
        law_with(&format!("{rules}{}{}", cap("a", "month", "8%", ""), cap("b", "day", "3%", "")));
    let scans = ["2 08:10", "2 16:00", "3 08:10", "3 16:00", "4 08:10", "4 16:00"];
    let days = records(&law, (2, 4), &scans, &[], None);
    assert_eq!(
        lines(&law, &days, &[]),
        short(&[
            (2, "A", 10, -40_000),
            (2, "BATAS", 0, 10_000),
            (3, "A", 10, -40_000),
            (3, "BATAS", 0, 10_000),
            (4, "A", 10, -40_000),
            (4, "BATAS", 0, 10_000),
            (31, "BATAS", 0, 10_000),
        ])
    );
}

#[test]
fn what_one_cap_gives_back_lessens_only_what_it_bounds() {
    let early = rule("early", "early", "", r#"{ code = "E", rate = "6%" }"#);
    let rules = format!("{}{early}", late("", r#"{ code = "A", rate = "4%" }"#));
    let days = |law: &Law| [record(law, 2, &["2 08:10", "2 15:50"])];
    // A day's cap on lateness gives back 3 %; the month's cap on going early still sees 6 %.
    let apart = law_with(&format!(
        "{rules}{}{}",
        cap("a", "day", "1%", "\"late\""),
        cap("b", "month", "5%", "\"early\"")
    ));
    let wanted = [
        (2, "E", 10, -60_000),
        (2, "A", 10, -40_000),
        (2, "BATAS", 0, 30_000),
        (31, "BATAS", 0, 10_000),
    ];
    assert_eq!(lines(&apart, &days(&apart), &[]), short(&wanted));
    // The narrow cap before the wide: 6 + 1 % is above 6 % by one, not by four.
    let nested = law_with(&format!(
        "{rules}{}{}",
        cap("a", "month", "6%", ""),
        cap("b", "month", "1%", "\"late\"")
    ));
    let total: i64 = lines(&nested, &days(&nested), &[]).iter().map(|line| line.3).sum();
    assert_eq!(total, -60_000);
}

#[test]
fn the_cap_of_a_day_leaves_sums_of_the_month_alone() {
    let law = law_with(&format!(
        "{}{}",
        late("per = \"month\"", r#"{ code = "A", rate = "4%" }"#),
        cap("b", "day", "3%", "")
    ));
    let days = [record(&law, 2, &["2 08:10", "2 16:00"])];
    assert_eq!(lines(&law, &days, &[]), short(&[(2, "A", 10, -40_000)]));
}

#[test]
fn a_rule_for_some_people_follows_what_the_person_is_on_the_day() {
    let law = law_with(&late("employment = [\"cpns\"]", TWO_BANDS));
    let scans = ["2 08:10", "2 16:00", "17 08:10", "17 16:00"];
    let days = records(&law, (2, 17), &scans, &[], None);
    let late: Vec<_> = days.into_iter().filter(|day| day.late_minutes > 0).collect();
    let states = [state(1, 16, Employment::Cpns), state(17, 31, Employment::Pns)];
    // 1,000,000 × 80 % × 16/31 + 1,000,000 × 15/31 = 896,774.19, to the nearest 896,774; 1 %.
    assert_eq!(lines_in(&law, &late, &[], &states), short(&[(2, "A", 10, -8_968)]));
}

#[test]
fn a_month_is_divided_where_the_amounts_change_in_it() {
    let newer = "[[class-amounts.value]]\n@2026-03-17\namounts = { \"1\" = 1310000 }\n";
    let pay = PAY.replace("[employment-factor.pns]", &format!("{newer}[employment-factor.pns]"));
    let law = law(&[HOURS, SCANS, MINUTES, &pay]);
    let tariff = Tariff::compile(&law, march(), day(31));
    let states = [state(1, 31, Employment::Pns)];
    let facts = MonthFacts {
        days: &[],
        states: &states,
        occurrences: &[],
        productivity_bp: None,
        predikat: None,
    };
    let statement = Statement::of(&facts, &tariff).unwrap();
    let parts: Vec<_> = statement
        .parts
        .iter()
        .map(|part| (part.from.day(), part.until.day(), part.amount.0))
        .collect();
    // 1,000,000 × 16/31 = 516,129.03 and 1,310,000 × 15/31 = 633,870.97: together 1,150,000.
    assert_eq!(parts, [(1, 16, 516_129), (17, 31, 633_871)]);
    assert_eq!(statement.gross, Rupiah(1_150_000));
}

#[test]
fn from_nothing_nothing_is_cut_and_components_share_out_the_whole() {
    let half = |name: &str| {
        format!(
            "[base.{name}]\ntitle = \"{name}\"\n[[base.{name}.value]]\n@\nof = \"tpp\"\nshare = \"50%\"\ncomponent = true\n"
        )
    };
    let pay = PAY.replace("\"1\" = 1000000", "\"1\" = 1000001");
    let rules = late("base = \"class\"", TWO_BANDS);
    let law = law(&[HOURS, SCANS, MINUTES, &pay, &half("x"), &half("y"), &rules]);
    let tariff = Tariff::compile(&law, march(), day(31));
    let days = [record(&law, 2, &["2 08:10", "2 16:00"])];
    let of = |eligible: bool| {
        let states = [PayState { eligible, ..state(1, 31, Employment::Pns) }];
        let facts = MonthFacts {
            days: &days,
            states: &states,
            occurrences: &[],
            productivity_bp: None,
            predikat: None,
        };
        Statement::of(&facts, &tariff).unwrap()
    };
    assert_eq!((of(false).gross, of(false).net), (Rupiah(0), Rupiah(0)));
    let paid = of(true);
    assert_eq!(paid.net, Rupiah(1_000_001 - 10_000));
    let components: Vec<i64> = paid.components.iter().map(|part| part.amount.0).collect();
    assert_eq!(components, [500_001, 500_000]);
}

/// One [`Statements`] for many people gives each what a fresh one gives.
#[test]
fn nobody_gets_what_was_left_by_the_person_before() {
    let law = law_with(&format!("{}{}", late("", TWO_BANDS), cap("b", "day", "1%", "")));
    let tariff = Tariff::compile(&law, march(), day(31));
    let mut many = Statements::under(&tariff);
    for turn in 0..600_u32 {
        let minute = turn * 7 % 60;
        let at = format!("2 08:{minute:02}");
        let days = [record(&law, 2, &[&at, "2 16:00"])];
        let employment = [Employment::Pns, Employment::Cpns][(turn % 2) as usize];
        let mut only = state(1, 31, employment);
        only.class = Some(u8::from(turn % 3 == 0) + 1);
        only.factor = (turn % 5 == 0).then(|| Rate::new(turn % 400, 400));
        let facts = MonthFacts {
            days: &days,
            states: std::slice::from_ref(&only),
            occurrences: &[],
            productivity_bp: None,
            predikat: None,
        };
        assert_eq!(many.of(&facts), Statement::of(&facts, &tariff), "{turn}");
    }
}

#[test]
fn a_cut_is_rounded_as_a_sum_or_line_by_line() {
    let law_of = |at: &str| {
        let pay = PAY.replace("\"1\" = 1000000", "\"1\" = 1000050");
        let rounding = pay.rfind("at = \"total\"").unwrap();
        let pay = format!("{}at = \"{at}\"\n", &pay[..rounding]);
        law(&[HOURS, SCANS, MINUTES, &pay, &late("", TWO_BANDS)])
    };
    let amounts = |at: &str| {
        let law = law_of(at);
        let scans = ["2 08:10", "2 16:00", "3 08:10", "3 16:00"];
        let days = records(&law, (2, 3), &scans, &[], None);
        lines(&law, &days, &[]).iter().map(|line| line.3).collect::<Vec<_>>()
    };
    // 1 % is 10,000.5 each: as a sum 20,001, line by line 10,001 and 10,001.
    assert_eq!(amounts("total"), [-10_001, -10_000]);
    assert_eq!(amounts("line"), [-10_001, -10_001]);
    assert_eq!(Rupiah(1_000_050).portion(Rate::new(1, 100), Rounding::HalfUp, 1), Rupiah(10_001));
}
