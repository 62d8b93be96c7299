//! People as letters name them: name, number, rank, post and unit as of a day.

use std::collections::HashMap;

use civil::PersonId;
use jiff::civil::Date;
use rules::discipline::letters::LetterPerson;
use storage::{details::Detail, people::PersonState};

/// Detail of a person that says pangkat and golongan.
const RANK: &str = "golongan";

/// Who is who in letters.
pub(crate) struct Named<'a> {
    /// What holds about people.
    pub(crate) names: &'a HashMap<PersonId, PersonState>,
    /// Their details, the oldest first.
    pub(crate) details: &'a [Detail],
}

impl Named<'_> {
    /// A person as a letter of a day names one; blank where nobody is named.
    pub(crate) fn person(&self, person: Option<PersonId>, on: Date) -> LetterPerson {
        let found = person.and_then(|person| Some((person, self.names.get(&person)?)));
        let Some((person, state)) = found else { return LetterPerson::default() };
        let mut held = self.details.iter().filter(|detail| {
            detail.person == person && detail.key == RANK && detail.valid_from <= on
        });
        let unit = [state.unit.as_str(), state.skpd.as_str()];
        let unit: Vec<&str> = unit.into_iter().filter(|part| !part.is_empty()).collect();
        LetterPerson {
            name: state.name.clone(),
            nip: Some(state.nip.to_string()),
            rank: held.next_back().map_or_else(String::new, |detail| detail.value.clone()),
            position: state.position.clone(),
            unit: unit.join(", "),
            skpd: state.skpd.to_string(),
        }
    }
}
