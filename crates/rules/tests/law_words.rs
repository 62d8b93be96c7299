//! Every value in the law folder can be said in words.

mod common;

#[test]
fn no_value_falls_back_to_its_title() {
    let mut said = 0;
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("the law of this folder reads");
        for (id, provision) in law.provisions.iter().filter(|(_, one)| one.topic != "holiday") {
            let words = law.in_words(id);
            assert_ne!(words, provision.title, "{composition}: {}", provision.id);
            let is_short = ["×", "≤", "…", "half-", "mon-", "−"].iter().any(|s| words.contains(s));
            assert!(!is_short, "{composition}: {}: {words}", provision.id);
            said += 1;
        }
    }
    assert!(said > 400, "only {said} values were said");
}
