//! Every code that a day may carry has words in both languages.

use rules::{
    day::{Findings, Verdict},
    excuse::ExcuseKind,
    pairing::Use,
};
use words::{Arg, Lang, Words};

#[test]
fn whatever_a_day_says_can_be_said_in_both_languages() {
    let keys: Vec<String> = Verdict::ALL
        .map(|verdict| format!("explain-verdict-{}", verdict.code()))
        .into_iter()
        .chain(Findings::ALL.codes().map(|code| format!("explain-finding-{code}")))
        .chain(Use::ALL.map(|used| format!("explain-use-{}", used.code())))
        .chain(ExcuseKind::ALL.iter().map(|kind| format!("excuse-{}", kind.code())))
        .collect();
    assert!(keys.contains(&"explain-finding-running".to_owned()));
    let minutes = [("late", Arg::Count(42)), ("early", Arg::Count(15))];
    for key in keys {
        let [id, en] = [Lang::Id, Lang::En].map(|lang| Words::get_with(lang, &key, &minutes));
        assert!(id != key && en != key, "{key} has no words");
        // What English lacks would be said in Indonesian.
        assert!(id != en || id == "umrah", "{key} in English: {en}");
    }
}

/// The list of uses cannot be checked by the compiler; a new one must come into it.
#[test]
fn every_use_is_in_its_list_once() {
    for (place, used) in Use::ALL.into_iter().enumerate() {
        let expected = match used {
            Use::Arrived => 0,
            Use::RestOut => 1,
            Use::RestIn => 2,
            Use::Left => 3,
            Use::Between => 4,
            Use::Repeat => 5,
            Use::OutsideWindow => 6,
            Use::NoShift => 7,
            Use::DayBefore => 8,
            Use::DayAfter => 9,
        };
        assert_eq!(place, expected, "{}", used.code());
    }
}
