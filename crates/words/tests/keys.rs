//! Both languages say the same things with the same values.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The keys of a language, each with the names of its values.
fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang);
    let mut keys = BTreeMap::new();
    for file in fs::read_dir(&folder).expect("the folder of a language is there") {
        let path = file.expect("a folder can be listed").path();
        let text = fs::read_to_string(&path).expect("a file of words is UTF-8");
        let mut current: Option<String> = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" = ")
                && !line.starts_with([' ', '}'])
            {
                let twice = keys.insert(key.to_owned(), BTreeSet::new());
                assert!(twice.is_none(), "{lang}: {key} is there twice");
                current = Some(key.to_owned());
            }
            let values = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>()
            });
            if let Some(key) = &current {
                keys.get_mut(key).expect("inserted above").extend(values);
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    let (id, en) = (keys("id"), keys("en"));
    assert!(id.len() > 200, "only {} keys were read", id.len());
    assert_eq!(id, en);
}

#[test]
fn every_key_reads_in_both_languages() {
    for lang in words::Lang::ALL {
        for (key, values) in keys(lang.code()) {
            let args: Vec<(&'static str, words::Arg)> =
                values.into_iter().map(|name| (&*name.leak(), words::Arg::Count(2))).collect();
            let text = words::Words::get_with(lang, &key, &args);
            assert_ne!(text, key, "{}", lang.code());
            assert!(!text.contains(['{', '}', '$']), "{}: {key} reads {text:?}", lang.code());
        }
    }
}

#[test]
fn english_counts_and_both_group_the_indonesian_way() {
    use words::{Arg, Lang, Phrase, Words};
    let look = |lang, count: i64| {
        Words::say(lang, &Phrase::new("page-my-month-look").with("count", count))
    };
    assert_eq!(look(Lang::En, 1), "1 day to look at");
    assert_eq!(look(Lang::En, 1_234), "1.234 days to look at");
    assert_eq!(look(Lang::Id, 1_234), "1.234 hari perlu dilihat");
    let share = Phrase::new("page-person-share").with("share", Arg::Rate("80%".to_owned()));
    assert_eq!(Words::say(Lang::Id, &share), "Berhak, 80 %");
    assert_eq!(Words::get(Lang::Id, "no-such-key"), "no-such-key");
}
