//! What another law would do, and what an old system did, as text.

use std::fmt::Write as _;

use office::allowance::{ShadowMonth, ShadowStep, WhatIf, WhatIfSkpd};
use words::{Arg, Lang, Phrase, Words, format};

use crate::output;

/// Most people shown; `--json` has them all.
const PEOPLE_SHOWN: usize = 20;

/// What a month would come to under another law.
pub(crate) fn what_if(told: &WhatIf, lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let changed = Phrase::new("what-if-changed")
        .with("changed", count(told.changed))
        .with("people", count(told.people));
    let mut text =
        format!("{} · {} · {}\n", say("what-if-title"), told.month, Words::say(lang, &changed));
    let totals = [
        ("what-if-before", told.before),
        ("what-if-after", told.after),
        ("what-if-difference", told.after - told.before),
    ];
    let rows: Vec<Vec<String>> = totals
        .iter()
        .map(|(key, amount)| vec![format!("  {}", say(key)), format::rupiah(*amount)])
        .collect();
    text.push_str(&output::columns(&rows, &[1]));
    if told.changed > 0 {
        text.push('\n');
        text.push_str(&by_skpd(&told.by_skpd, lang));
        text.push('\n');
        let people = told.by_person.iter().take(PEOPLE_SHOWN).map(|one| {
            vec![
                one.nip.clone(),
                one.name.clone(),
                one.skpd.clone(),
                format::rupiah(one.after - one.before),
            ]
        });
        text.push_str(&output::columns(&people.collect::<Vec<_>>(), &[3]));
    }
    for (key, number) in [
        ("what-if-silent", told.silent.len() as u64),
        ("what-if-facts-changed", told.facts_changed),
    ] {
        if number > 0 {
            let said = Phrase::new(key).with("count", count(number));
            let _ = writeln!(text, "\n! {}", Words::say(lang, &said));
        }
    }
    text
}

fn count(number: u64) -> Arg {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn by_skpd(units: &[WhatIfSkpd], lang: Lang) -> String {
    let head = ["skpd", "people", "gain", "lose", "before", "after", "difference"];
    let mut rows: Vec<Vec<String>> =
        vec![head.iter().map(|column| Words::get(lang, &format!("what-if-{column}"))).collect()];
    rows.extend(units.iter().filter(|of| of.changed > 0).map(|of| {
        vec![
            of.skpd.clone(),
            of.people.to_string(),
            of.gain.to_string(),
            of.lose.to_string(),
            format::rupiah(of.before),
            format::rupiah(of.after),
            format::rupiah(of.after - of.before),
        ]
    }));
    output::columns(&rows, &[1, 2, 3, 4, 5, 6])
}

/// What the old system made of a month, held against what is computed.
pub(crate) fn shadow(told: &ShadowMonth, lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let same =
        Phrase::new("shadow-same").with("same", count(told.same)).with("rows", count(told.rows));
    let of = told.skpd.as_ref().map(|skpd| format!(" · {skpd}")).unwrap_or_default();
    let title = say("shadow-title");
    let mut text = format!("{title} · {}{of} · {}\n", told.month, Words::say(lang, &same));
    if told.elsewhere > 0 {
        let elsewhere = Phrase::new("shadow-elsewhere").with("count", count(told.elsewhere));
        let _ = writeln!(text, "{}", Words::say(lang, &elsewhere));
    }
    let step = |step: ShadowStep| Words::say(lang, &step.said());
    let cause = |code: &str| Words::get(lang, &format!("shadow-cause-{code}"));
    let mut rows = vec![heading(lang, "shadow-step", &[])];
    rows.extend(told.sums.iter().map(|sum| {
        let difference = format::rupiah(sum.theirs - sum.ours);
        vec![step(sum.step), format::rupiah(sum.theirs), format::rupiah(sum.ours), difference]
    }));
    let _ = write!(text, "\n{}", output::columns(&rows, &[1, 2, 3]));
    if !told.totals.is_empty() {
        let keys = ["shadow-step", "shadow-cause", "shadow-people", "shadow-amount"];
        let mut rows = vec![keys.map(say).to_vec()];
        rows.extend(told.totals.iter().map(|total| {
            let people = total.people.to_string();
            let amount = format::rupiah(total.amount);
            vec![step(total.step), cause(total.cause.code()), people, amount]
        }));
        let _ = write!(text, "\n{}\n", output::columns(&rows, &[2, 3]));
        let figure = |amount: Option<i64>| amount.map_or_else(|| "-".to_owned(), format::rupiah);
        let mut rows = vec![
            [vec!["NIP".to_owned()], heading(lang, "shadow-step", &["shadow-cause"])].concat(),
        ];
        for one in told.differences.iter().take(PEOPLE_SHOWN) {
            rows.extend(one.figures.iter().map(|of| {
                let causes: Vec<String> =
                    of.causes.iter().map(|found| cause(found.cause.code())).collect();
                vec![
                    one.nip.clone(),
                    step(of.step),
                    figure(of.theirs),
                    figure(of.ours),
                    format::rupiah(of.difference),
                    causes.join("; "),
                ]
            }));
        }
        text.push_str(&output::columns(&rows, &[2, 3, 4]));
    }
    for bad in &told.bad {
        let _ = writeln!(text, "! {}", Words::say(lang, &bad.said()));
    }
    text
}

/// Headings of amounts of both systems, with what stands before and after.
fn heading(lang: Lang, first: &str, more: &[&str]) -> Vec<String> {
    let both = ["shadow-theirs", "shadow-ours", "shadow-difference"];
    let keys = [first].into_iter().chain(both).chain(more.iter().copied());
    keys.map(|key| Words::get(lang, key)).collect()
}
