//! What must hold of every balance of annual leave, whatever was taken.

mod common;

use std::sync::LazyLock;

use civil::Employment;
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use proptest::prelude::*;
use rules::{
    excuse::ExcuseKind,
    law::{
        Law, Layer,
        leave::{Length, Post, Proof},
    },
    leave::{
        Balance, LeaveFacts, Request, Seen, Surroundings, Taken, What, balance, check, due,
        forecast, working_days,
    },
};

static CONTOH: LazyLock<Law> =
    LazyLock::new(|| common::read(&common::texts("contoh")).expect("contoh reads"));

/// The same law, where years count as unused by the days they left.
static DAYS_LEFT: LazyLock<Law> = LazyLock::new(|| {
    let mut texts = common::texts("contoh");
    let mut changed = 0;
    for text in texts.iter_mut().filter(|text| text.layer == Layer::National) {
        changed += text.body.matches("\"no-day-taken\"").count();
        text.body = text.body.replace("\"no-day-taken\"", "\"days-left\"");
    }
    assert!(changed > 0, "the nation says which years count as unused");
    common::read(&texts).expect("it reads")
});

/// First day of service in all of these.
const SERVICE_FROM: Date = date(2022, 1, 3);

fn monday_to_friday(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn taken(kind: ExcuseKind, from: Date, days: i64) -> Taken<'static> {
    let until = from.saturating_add((days - 1).days());
    Taken { kind, local: None, from, until, seconds: None, travel_days: 0 }
}

fn facts<'a>(taken: &'a [Taken<'a>], postponed_years: &'a [i16]) -> LeaveFacts<'a> {
    LeaveFacts {
        employment: Employment::Pns,
        post: Post::Lain,
        service_from: SERVICE_FROM,
        taken,
        joint_leave_worked: &[],
        postponed_years,
        opening: None,
        is_working: &monday_to_friday,
    }
}

fn balance_of(law: &Law, taken: &[Taken<'_>], postponed: &[i16], on: Date) -> Balance {
    let seen = Seen { law, as_of: date(2027, 12, 31) };
    balance(seen, &facts(taken, postponed), on).expect("annual leave of a Pns is known")
}

/// One leave of one to twenty days between 2023 and 2027, now and then a long one.
fn leave() -> impl Strategy<Value = Taken<'static>> {
    let kind = prop_oneof![
        8 => Just(ExcuseKind::CutiTahunan),
        1 => Just(ExcuseKind::CutiBesar),
        1 => Just(ExcuseKind::CutiSakit),
    ];
    (kind, 0_i64..1_700, 1_i64..20)
        .prop_map(|(kind, start, days)| taken(kind, date(2023, 1, 3) + start.days(), days))
}

fn case() -> impl Strategy<Value = (Vec<Taken<'static>>, Vec<i16>, Date)> {
    let list = prop::collection::vec(leave(), 0..12);
    let postponed = prop::collection::vec(2023_i16..2027, 0..2);
    (list, postponed, 0_i64..2_000)
        .prop_map(|(list, postponed, on)| (list, postponed, date(2022, 6, 1) + on.days()))
}

proptest! {
    /// Lots add up, nothing is below nothing, and no year allows more than the act's totals.
    #[test]
    fn a_balance_adds_up((list, postponed, on) in case()) {
        for law in [&*CONTOH, &*DAYS_LEFT] {
            let got = balance_of(law, &list, &postponed, on);
            prop_assert_eq!(got.left, got.lots.iter().map(|lot| lot.left).sum::<u32>());
            for lot in &got.lots {
                prop_assert_eq!(lot.days, lot.used + lot.reserved + lot.left);
                prop_assert!(lot.lapsing <= lot.left && lot.expires >= on && lot.granted_in <= on.year());
            }
            prop_assert!(got.lots.iter().map(|lot| lot.days).sum::<u32>() <= 24);
            let in_order = got.lots.windows(2).all(|pair| pair[0].granted_in < pair[1].granted_in);
            prop_assert!(in_order, "{:?}", got.lots);
        }
    }

    /// Taking one leave less, or one day less of it, never leaves less.
    #[test]
    fn less_leave_never_leaves_less((list, postponed, on) in case(), which in any::<prop::sample::Index>()) {
        prop_assume!(!list.is_empty());
        let which = which.index(list.len());
        prop_assume!(list[which].kind == ExcuseKind::CutiTahunan);
        let mut without = list.clone();
        let removed = without.remove(which);
        let mut shorter = list.clone();
        shorter[which].until = removed.until.saturating_sub(1.day());
        for law in [&*CONTOH, &*DAYS_LEFT] {
            let with = balance_of(law, &list, &postponed, on);
            for less in [&without, &shorter] {
                let less = balance_of(law, less, &postponed, on);
                prop_assert!(less.left >= with.left, "{less:?}\n{with:?}");
                prop_assert!(less.overdrawn <= with.overdrawn);
            }
        }
    }

    /// The order in which leave was written down plays no part, nor does writing it down twice.
    #[test]
    fn order_and_repeats_change_nothing((list, postponed, on) in case()) {
        let got = balance_of(&CONTOH, &list, &postponed, on);
        let backwards: Vec<_> = list.iter().rev().copied().collect();
        prop_assert_eq!(&balance_of(&CONTOH, &backwards, &postponed, on), &got);
        let twice: Vec<_> = list.iter().chain(&list).copied().collect();
        prop_assert_eq!(&balance_of(&CONTOH, &twice, &postponed, on), &got);
    }

    /// A forecast is the balance of that day, and tells every day that goes and comes on the way.
    #[test]
    fn a_forecast_balances((list, postponed, on) in case(), later in 0_i64..800) {
        let future = on + later.days();
        let seen = Seen { law: &CONTOH, as_of: date(2027, 12, 31) };
        let told = forecast(seen, &facts(&list, &postponed), (on, future)).expect("it is known");
        let then = balance_of(&CONTOH, &list, &postponed, future);
        prop_assert_eq!(&told.balance, &then);
        let crossed = on.year() < future.year();
        prop_assert!(crossed || told.lapsed.is_empty());
        for lapsed in &told.lapsed {
            let eve = balance_of(&CONTOH, &list, &postponed, lapsed.on.yesterday().expect("days go back"));
            let day = balance_of(&CONTOH, &list, &postponed, lapsed.on);
            let of_year = |balance: &Balance| {
                balance.lots.iter().find(|lot| lot.granted_in == lapsed.granted_in).copied()
            };
            let before = of_year(&eve).expect("only what was there lapses");
            let carried = of_year(&day).map_or(0, |lot| lot.days);
            prop_assert_eq!(before.left, carried + lapsed.days);
        }
    }

    /// A request that fits the balance is not refused for it, and one day more is.
    #[test]
    fn the_balance_is_the_limit((list, postponed, _) in case(), start in 0_i64..365) {
        let from = date(2027, 1, 4) + start.days();
        let list: Vec<_> = list.into_iter().filter(|one| one.until < from).collect();
        let all = facts(&list, &postponed);
        let left = balance_of(&CONTOH, &list, &postponed, date(2027, 12, 31)).left;
        let seen = Seen { law: &CONTOH, as_of: date(2027, 12, 31) };
        for days in [left, left + 1] {
            let until = Length::WorkingDays(u16::try_from(days).expect("few")).last_day(from, &monday_to_friday);
            prop_assume!(days > 0 && until.year() == 2027);
            let asked = Taken { until, ..taken(ExcuseKind::CutiTahunan, from, 1) };
            let request = Request { asked, proofs: &[], reason: None, child: None, place: None };
            let found = check(seen, &all, &request, Surroundings::default());
            let exceeded = found.iter().find_map(|one| match one.what {
                What::BalanceExceeded { year: 2027, days } => Some(days),
                _ => None,
            });
            prop_assert_eq!(working_days(from, until, &monday_to_friday), days);
            prop_assert_eq!(exceeded, (days > left).then_some(1));
        }
    }

    /// Any dates give an answer.
    #[test]
    fn a_check_never_panics(
        years in prop::array::uniform2(-9_999_i16..=9_999),
        months in prop::array::uniform2(1_i8..=12),
        travel_days in any::<u16>(),
        kind in prop::sample::select(ExcuseKind::ALL),
    ) {
        let [from, until] = [0, 1].map(|index| date(years[index], months[index], 28));
        let asked = Taken { kind, local: None, from, until, seconds: None, travel_days };
        let request = Request { asked, proofs: &Proof::ALL, reason: None, child: Some(1), place: Some("x") };
        let seen = Seen { law: &CONTOH, as_of: date(2027, 12, 31) };
        let found = check(seen, &facts(&[], &[]), &request, Surroundings::default());
        prop_assert!(until >= from || found.len() == 1);
    }
}

/// The nation's law on annual leave is there whatever a regency adds.
#[test]
fn every_composition_knows_the_annual_leave_of_a_pns() {
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("it reads");
        let got = balance_of(&law, &[], &[], date(2026, 11, 24));
        assert_eq!(got.left, 24, "{composition}");
        assert_eq!(got.counted_from, 2022, "{composition}");
    }
}

#[test]
fn a_forecast_goes_ten_years_ahead_and_no_further() {
    let seen = Seen { law: &CONTOH, as_of: date(2027, 12, 31) };
    let told = forecast(seen, &facts(&[], &[]), (date(2026, 11, 24), Date::MAX)).expect("known");
    assert_eq!(told.balance.on, date(2036, 11, 24));
    assert_eq!(told.granted.len(), 10);
}

#[test]
fn a_stronger_paper_does_for_a_weaker_one() {
    assert!(Proof::SuratDokterPemerintah.serves(Proof::SuratDokter));
    assert!(Proof::SuratRawatInap.serves(Proof::SuratAtasan));
    assert!(!Proof::SuratDokter.serves(Proof::SuratDokterPemerintah));
    assert!(!Proof::SuratKeterangan.serves(Proof::SuratAtasan));
    assert!(Proof::ALL.iter().all(|proof| proof.serves(*proof)));
}

#[test]
fn a_calendar_without_working_days_has_no_deadline() {
    assert_eq!(due(date(2026, 11, 24), 2, &|_| false), None);
    assert_eq!(due(date(2026, 11, 24), 0, &|_| false), Some(date(2026, 11, 24)));
    assert_eq!(due(Date::MAX, 1, &|_| true), None);
}

#[test]
fn lengths_end_on_the_eve_of_the_day_they_reach() {
    let from = date(2026, 1, 31);
    for (length, last) in [
        (Length::Days(1), from),
        (Length::WorkingDays(2), date(2026, 2, 3)),
        (Length::Months(1), date(2026, 2, 27)),
        (Length::Years(1), date(2027, 1, 30)),
    ] {
        assert_eq!(length.last_day(from, &monday_to_friday), last, "{length:?}");
    }
}
