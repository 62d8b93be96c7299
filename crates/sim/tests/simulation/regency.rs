//! What is invented looks like a regency, and is the same each time.

use crate::served::{lawbook, now};
use civil::Employment;
use sim::{Mishap, Recipe, Regency, SimError, Standing, Wave};

fn invent(seed: u64, people: u32, months: u8) -> Result<Regency, SimError> {
    Regency::invent(&Recipe { seed, people, months, now: now() }, lawbook().law())
}

#[test]
fn the_same_seed_gives_the_same_regency_and_another_another() {
    let [one, same, other] = [3, 3, 4].map(|seed| invent(seed, 60, 1).unwrap());
    let punches = |regency: &Regency| {
        let waves = regency.waves();
        let sites = 0..regency.sites().len();
        sites
            .flat_map(|site| {
                waves.iter().flat_map(move |wave| regency.punches(site, *wave)).collect::<Vec<_>>()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(punches(&one), punches(&same));
    assert_ne!(punches(&one), punches(&other));
    let names = |regency: &Regency| {
        regency.people().iter().map(|one| (one.nip, one.name.clone())).collect::<Vec<_>>()
    };
    assert_eq!(names(&one), names(&same));
    assert_ne!(names(&one), names(&other));
}

#[test]
fn a_thousand_people_in_three_months_punch_as_often_as_people_do() {
    let regency = invent(42, 1_000, 3).unwrap();
    assert_eq!(regency.people().len(), 1_001, "one of them nobody has enrolled");
    let count = regency.punch_count();
    assert!((110_000..260_000).contains(&count), "{count}");
    let mishaps: Vec<Mishap> =
        regency.terminals().iter().filter_map(|terminal| terminal.mishap).collect();
    assert_eq!(mishaps.len(), 4, "{mishaps:?}");
    let silent = mishaps.iter().filter(|one| matches!(one, Mishap::FellSilent { .. }));
    assert_eq!(silent.count(), 2);
    let waiting = regency.terminals().iter().filter(|one| one.standing == Standing::Waiting);
    assert_eq!(waiting.count(), 1);
    assert!(regency.occurrences().len() > 20);
    let results = regency.productivity().count();
    assert!((1_900..2_000).contains(&results), "two months are over, a few are missing: {results}");
}

#[test]
fn people_are_employed_in_every_way_and_many_teachers_draw_their_own_allowance() {
    let regency = invent(42, 1_000, 3).unwrap();
    let posts = || regency.people().iter().filter_map(|person| person.posts.first());
    for employment in Employment::ALL {
        assert!(posts().any(|(_, post)| post.employment == *employment), "{employment}");
    }
    let tpg = posts().filter(|(_, post)| post.tpp_reason == Some("tpg")).count();
    assert!((150..350).contains(&tpg), "{tpg}");
    for pattern in ["damkar-jaga", "rsud-rotasi", "puskesmas-loket-jaga", "sekolah-enam-hari"] {
        assert!(posts().any(|(_, post)| post.schedule.pattern() == pattern), "{pattern}");
    }
    let moved = regency.people().iter().filter(|person| person.posts.len() > 1).count();
    let leaves = regency.people().iter().filter(|person| !person.excuses.is_empty()).count();
    assert!(moved >= 5 && leaves > 300, "{moved} {leaves}");
}

#[test]
fn nobody_has_punched_in_the_future() {
    let regency = invent(5, 80, 1).unwrap();
    for wave in regency.waves() {
        for site in 0..regency.sites().len() {
            assert!(regency.punches(site, wave).iter().all(|punch| punch.at <= now()));
        }
    }
}

#[test]
fn terminals_that_fell_silent_say_nothing_after_it_and_call_no_more() {
    for people in [30, 80, 1_000] {
        let regency = invent(5, people, 1).unwrap();
        let since = regency.silent_since();
        // A Wednesday at eleven: the second working day before is a Monday.
        assert_eq!(since.to_string(), "2026-10-19 13:08:00");
        let silent = |terminal: &usize| regency.terminals()[*terminal].is_silent();
        let mut said = 0;
        for wave in regency.waves() {
            for site in 0..regency.sites().len() {
                let punches = regency.punches(site, wave);
                let of_silent = punches.iter().filter(|punch| silent(&punch.terminal));
                let (in_time, late): (Vec<_>, Vec<_>) = of_silent.partition(|one| one.at <= since);
                assert!(late.is_empty());
                assert!(in_time.is_empty() || wave == Wave::BeforeSilence);
                said += in_time.len();
            }
        }
        assert!(said > 0, "{people}");
        let callers = regency.callers();
        let count = (0..regency.terminals().len()).filter(|one| !silent(one)).count();
        assert_eq!(callers.len(), count);
        assert!(count < regency.terminals().len(), "{people}: none is silent");
    }
}

#[test]
fn numbers_that_make_no_regency_are_refused() {
    assert!(matches!(invent(1, 5, 3), Err(SimError::People { .. })));
    assert!(matches!(invent(1, 100, 0), Err(SimError::Months { .. })));
}
