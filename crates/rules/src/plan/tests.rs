//! Every second belongs to one day, every scan to one shift, and every day to one value of the law.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::testing::{HOURS, MINUTES, SCANS, day, law, law_of_two, plan};

/// A law with one schedule of these shifts, and windows of so many minutes before and after.
fn law_of_shifts(schedule: &str, (opens, closes): (u16, u16)) -> Law {
    let scans = SCANS
        .replace("opens-minutes = 120", &format!("opens-minutes = {opens}"))
        .replace("closes-minutes = 120", &format!("closes-minutes = {closes}"));
    let schedule = format!(
        "[schedule.s]\ntitle = \"S\"\nholidays = \"work\"\n[[schedule.s.value]]\n@\n{schedule}\n"
    );
    law(&[&schedule, &scans, MINUTES])
}

/// What must hold of any plan.
fn holds(plan: &Plan) -> Result<(), TestCaseError> {
    let mut end_of_window = Wall(i64::MIN);
    let mut end_of_claim = None;
    for day in &plan.days {
        prop_assert!(end_of_claim.is_none_or(|end| end == day.claims.0), "{} is shared", day.date);
        prop_assert!(day.claims.0 <= day.claims.1);
        end_of_claim = Some(day.claims.1);
        for shift in &day.shifts {
            let at = |seconds: i32| day.midnight.plus_seconds(i64::from(seconds));
            prop_assert!(end_of_window <= at(shift.opens), "windows meet on {}", day.date);
            prop_assert!(shift.opens <= shift.starts && shift.ends <= shift.closes);
            prop_assert!(day.claims.0 <= at(shift.opens) && at(shift.closes) <= day.claims.1);
            end_of_window = at(shift.closes);
        }
    }
    Ok(())
}

/// Shifts of a cycle, none of which begins before the one of the day before it has ended.
fn cycles() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("P P S S M M - -"),
        Just("P S M -"),
        Just("M M - P P S S -"),
        Just("S S P P"),
        Just("M - M -"),
        Just("D - -"),
        Just("D -"),
        Just("D"),
        Just("P - - -"),
        Just("P Q - M"),
    ]
    .prop_map(|cycle| {
        format!(
            r#"shifts.P = {{ in = "07:00", out = "14:00" }}
shifts.Q = {{ in = "00:30", out = "08:30" }}
shifts.S = {{ in = "14:00", out = "21:00" }}
shifts.M = {{ in = "21:00", out = "07:00+1" }}
shifts.D = {{ in = "08:00", out = "08:00+1" }}
cycle = "{cycle}"
anchor = "2026-01-01""#
        )
    })
}

proptest! {
    #[test]
    fn every_second_belongs_to_one_day_and_every_scan_to_one_shift(
        cycle in cycles(),
        offset in 0_u32..12,
        windows in (0_u16..600, 0_u16..600),
        week in prop::bool::ANY,
    ) {
        let morning = r#"week = { mon-sat = [{ in = "07:00", out = "11:00" }] }"#;
        // A counter in the morning beside a cycle of evenings.
        let (schedule, pattern) = if week {
            (format!("{morning}\nshifts.S = {{ in = \"14:00\", out = \"19:00\" }}\ncycle = \"S - -\"\nanchor = \"2026-01-01\""), "s".to_owned())
        } else {
            (cycle, format!("s:{offset}"))
        };
        let law = law_of_shifts(&schedule, windows);
        let whole = plan(&law, &pattern, (date(2026, 1, 20), date(2026, 4, 10)));
        holds(&whole)?;
        // A month alone is the month in a longer span: nights over its end are where they were.
        let march = plan(&law, &pattern, (date(2026, 3, 1), date(2026, 3, 31)));
        for day in &march.days {
            prop_assert_eq!(Some(day), whole.day(day.date));
        }
    }
}

#[test]
fn a_night_over_the_end_of_the_month_belongs_to_the_day_it_began() {
    let night = r#"shifts.M = { in = "21:00", out = "07:00+1" }
cycle = "M -"
anchor = "2026-03-31""#;
    let law = law_of_shifts(night, (60, 120));
    let at = |date: Date, hour: i64| Wall::midnight(date).plus_seconds(hour * 3600);
    let april = plan(&law, "s", (date(2026, 4, 1), date(2026, 4, 30)));
    let march = plan(&law, "s", (date(2026, 3, 1), date(2026, 3, 31)));
    assert_eq!(march.days[30].claims, (at(date(2026, 3, 31), 0), at(date(2026, 4, 1), 9)));
    assert_eq!(april.days[0].claims.0, at(date(2026, 4, 1), 9));
}

#[test]
fn a_shift_past_the_next_midnight_but_one_keeps_its_hours() {
    let law = law_of_shifts(
        "shifts.X = { in = \"23:00\", out = \"24:00+1\" }\ncycle = \"X - -\"\nanchor = \"2026-03-01\"",
        (60, 120),
    );
    let plan = plan(&law, "s", (day(1), day(31)));
    holds(&plan).unwrap();
    let reach = Wall::midnight(day(3)).plus_seconds(2 * 3600);
    assert_eq!(plan.days[0].claims.1, reach);
    assert_eq!(plan.days[1].claims, (reach, reach), "the day between has nothing of its own");
    assert_eq!(plan.days[2].claims.0, reach);
}

#[test]
fn hours_of_a_season_come_before_the_ordinary_and_the_regency_before_the_nation() {
    let ramadan = r#"
[season.ramadan]
title = "Ramadan"
[[season.ramadan.value]]
@2026-03-05
until = "2026-03-10"
"#;
    let of_season = HOURS
        .replace("@\n", "@\nseason = \"ramadan\"\n")
        .replace("[schedule.s]\ntitle = \"S\"", "")
        .replace("08:00", "08:30");
    let starts = |law: &Law, date: Date| {
        let plan = plan(law, "s", (date, date));
        plan.days[0].shifts[0].starts / 60
    };
    let nation = law_of_two(&[HOURS, ramadan, &of_season], &[SCANS, MINUTES]);
    for (date, minutes) in [(4, 480), (5, 510), (10, 510), (11, 480)] {
        let date = day(date);
        assert_eq!(starts(&nation, date), minutes, "{date}");
    }
    // The regency's own ordinary hours give way to the nation's Ramadan, and come before its
    // ordinary ones.
    let own = HOURS.replace("08:00", "07:15").replace("@\n", "@2026-03-09\n");
    let both = law_of_two(&[HOURS, ramadan, &of_season], &[&own, SCANS, MINUTES]);
    for (date, minutes) in [(6, 510), (9, 510), (11, 435), (4, 480)] {
        let date = day(date);
        assert_eq!(starts(&both, date), minutes, "{date}");
    }
    // A newer national value does not come before the regency's.
    let newer = HOURS.replace("08:00", "09:00").replace("@\n", "@2026-03-16\n");
    let newer = newer.replace("[schedule.s]\ntitle = \"S\"", "");
    let all = law_of_two(&[HOURS, &newer], &[&own, SCANS, MINUTES]);
    assert_eq!(starts(&all, day(17)), 435);
}

#[test]
fn a_plan_rests_on_the_season_that_gave_it_hours_or_closed_it() {
    let season = |name: &str, from: &str, until: &str| {
        format!(
            "[season.{name}]\ntitle = \"S\"\n[[season.{name}.value]]\n@2026-03-{from}\n\
             until = \"2026-03-{until}\"\n"
        )
    };
    let of_season = HOURS
        .replace("@\n", "@\nseason = \"ramadan\"\n")
        .replace("[schedule.s]\ntitle = \"S\"", "");
    let hours = HOURS.replace("title = \"S\"\n", "title = \"S\"\nclosed = [\"semester\"]\n");
    // Wednesday to Friday; Friday to Sunday.
    let seasons = [season("ramadan", "04", "06"), season("semester", "06", "08")];
    let law = law(&[&hours, &of_season, &seasons[0], &seasons[1], SCANS, MINUTES]);
    let topics = |first: i8, last: i8| -> Vec<String> {
        let plan = plan(&law, "s", (day(first), day(last)));
        let ids = plan.provisions.iter().map(|id| law.provisions.get(*id).topic.clone());
        ids.filter(|topic| topic.starts_with("season.")).collect()
    };
    assert_eq!(topics(3, 3), [""; 0]);
    assert_eq!(topics(4, 4), ["season.ramadan"]);
    assert_eq!(topics(6, 6), ["season.semester"], "closed, so that its hours do not matter");
    assert_eq!(topics(7, 9), [""; 0], "no shift on a Saturday to be closed");
    assert_eq!(topics(1, 31), ["season.ramadan", "season.semester"]);
}

#[test]
fn a_day_before_the_law_is_not_in_force() {
    let law = law(&[HOURS, SCANS, MINUTES]);
    let key: ScheduleKey = "s".parse().unwrap();
    let span = (date(2025, 12, 31), date(2026, 1, 2));
    let silent = Plan::compile(&law, &key, span, span.1).unwrap_err();
    assert_eq!((silent.title.as_str(), silent.date), ("schedule.s", date(2025, 12, 31)));
    let unknown = Plan::compile(&law, &"t".parse().unwrap(), (day(2), day(2)), day(2)).unwrap_err();
    assert_eq!(unknown.title, "schedule.t");
}
