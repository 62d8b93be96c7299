//! Days between two values of a topic on which none of them holds.

use std::collections::BTreeMap;

use super::{BadLaw, Law, Provision};

/// Topics that hold on some days only: between two Lebarans there is no gap.
const OF_SOME_DAYS: [&str; 5] = ["holiday", "joint-leave", "season.", "week", "wfa"];

impl Law {
    /// The gaps between the dated values of each topic, at the value after the gap. An act may mean
    /// one, so it is no fault; but a date mistyped by a month would drop every cut in it.
    #[must_use]
    pub fn gaps(&self) -> Vec<BadLaw> {
        let mut topics: BTreeMap<(&str, &str), Vec<&Provision>> = BTreeMap::new();
        for (_, provision) in self.provisions.iter() {
            if !OF_SOME_DAYS.iter().any(|some| provision.topic.starts_with(some)) {
                let folder = provision.file.rsplit_once('/').map_or("", |(folder, _)| folder);
                topics.entry((folder, &provision.topic)).or_default().push(provision);
            }
        }
        topics.into_values().flat_map(gaps_of).collect()
    }
}

fn gaps_of(mut values: Vec<&Provision>) -> Vec<BadLaw> {
    values.sort_by_key(|value| value.from);
    let mut gaps = Vec::new();
    let Some((earliest, later)) = values.split_first() else { return gaps };
    let mut held_until = earliest.until;
    for value in later {
        if let Some(until) = held_until
            && let Ok(first) = until.tomorrow()
            && let Ok(last) = value.from.yesterday()
            && first <= last
        {
            gaps.push(BadLaw {
                file: value.file.clone(),
                line: value.line,
                message: format!(
                    "no value of {} holds from {first} to {last}; if that is not meant, mend the \
                     dates",
                    value.topic
                ),
            });
        }
        held_until = held_until.zip(value.until).map(|(held, until)| held.max(until));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use crate::law::{Law, LawFile, Layer};

    fn gaps(dates: &[&str]) -> Vec<String> {
        let values = dates.iter().map(|dates| {
            format!(
                "[[rounding.value]]\n{dates}\nstatus = \"assumed\"\nhow = \"down\"\nat = \"line\"\n\
                 source = {{ act = \"a\", article = \"Pasal 1\" }}\n"
            )
        });
        let head = "title = \"Aturan\"\n[act.a]\ncite = \"A\"\ntitle = \"Peraturan A\"\nknown = \"2025-01-01\"\n[rounding]\ntitle = \"Pembulatan\"\n";
        let text = [head.to_owned()].into_iter().chain(values).collect::<Vec<_>>().concat();
        let law = Law::read(&[LawFile {
            path: "regency/x/pay.toml",
            text: &text,
            layer: Layer::Regency,
        }])
        .unwrap();
        law.gaps().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_between_two_values_are_told() {
        assert_eq!(
            gaps(&["from = \"2026-01-01\"\nuntil = \"2026-08-31\"", "from = \"2026-09-16\""]),
            [
                "regency/x/pay.toml:16: no value of rounding holds from 2026-09-01 to 2026-09-15; if \
                 that is not meant, mend the dates"
            ]
        );
        for whole in [
            &["from = \"2026-01-01\"", "from = \"2026-09-16\""][..],
            &["from = \"2026-01-01\"\nuntil = \"2026-09-15\"", "from = \"2026-09-16\""],
            &["from = \"2026-01-01\"\nuntil = \"2026-09-15\""],
        ] {
            assert_eq!(gaps(whole), Vec::<String>::new(), "{whole:?}");
        }
    }
}
