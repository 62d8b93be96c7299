//! What all letters share: who writes, to whom, and how people and days are named.

use civil::Skpd;
use jiff::civil::Date;
use letters::data::{Heading, Letterhead, Official, Person};
use office::Office;
use reports::Signature;
use rules::discipline::letters::LetterPerson;
use storage::organisation::SkpdEntry;
use words::{Arg, Phrase, Words};

use super::LANG;
use crate::routes::unit_name;

/// What a letter of an organisation begins with.
pub(super) struct Paper {
    government: String,
    skpds: Vec<SkpdEntry>,
    name: String,
}

impl Paper {
    pub(super) fn of(office: &Office, skpds: &[SkpdEntry], skpd: &str) -> Self {
        Self::named(office.office_name(), skpds, skpd)
    }

    /// A paper of the organisation with this code among those there are.
    pub(super) fn named(government: String, skpds: &[SkpdEntry], skpd: &str) -> Self {
        Self { government, skpds: skpds.to_vec(), name: unit_name(skpds, skpd) }
    }

    /// Name of the organisation.
    pub(super) fn unit(&self) -> String {
        self.name.clone()
    }

    pub(super) fn letterhead(&self) -> Letterhead {
        Letterhead {
            government: self.government.clone(),
            office: self.name.clone(),
            ..Letterhead::default()
        }
    }

    /// A register with what the office knows; the rest is left to be written.
    pub(super) fn heading(&self, number: &str, date: Date) -> Heading {
        Heading {
            letterhead: self.letterhead(),
            number: number.to_owned(),
            classification: String::new(),
            enclosure: String::new(),
            place: String::new(),
            date,
            addressee: Vec::new(),
            copies: Vec::new(),
            blanks: Vec::new(),
        }
    }

    pub(super) fn person(&self, person: &LetterPerson) -> Person {
        Person {
            name: person.name.clone(),
            nip: person.nip.as_deref().and_then(|nip| nip.parse().ok()),
            rank: person.rank.clone(),
            post: person.position.clone(),
            unit: self.unit_of(person),
        }
    }

    pub(super) fn official(person: &LetterPerson) -> Official {
        Official {
            on_behalf: String::new(),
            post: person.position.clone(),
            name: person.name.clone(),
            rank: person.rank.clone(),
            nip: person.nip.as_deref().and_then(|nip| nip.parse().ok()),
        }
    }

    /// The unit with the name of the person's organisation in place of its code.
    fn unit_of(&self, person: &LetterPerson) -> String {
        let code = person.skpd.as_str();
        match person.unit.strip_suffix(code) {
            Some(unit) if !code.is_empty() => format!("{unit}{}", unit_name(&self.skpds, code)),
            Some(_) | None => person.unit.clone(),
        }
    }
}

/// Who signs a list, as a letter names one. Where nobody is known the list has dots, and so has the
/// letter.
pub(super) fn signing(signature: &Signature) -> Official {
    Official {
        post: Words::say(LANG, &signature.title),
        name: if signature.nip.is_some() { signature.name.clone() } else { String::new() },
        nip: signature.nip.as_deref().and_then(|nip| nip.parse().ok()),
        ..Official::default()
    }
}

pub(super) fn say(phrase: &Phrase) -> String {
    Words::say(LANG, phrase)
}

pub(super) fn key(key: &str) -> String {
    Words::get(LANG, key)
}

/// Days one after the other: `5 Oktober 2026, 12 Oktober 2026`.
pub(super) fn days(days: &[Date]) -> String {
    let said: Vec<String> = days.iter().map(|day| words::format::date(LANG, *day)).collect();
    said.join(", ")
}

/// `5 hari kerja`.
pub(super) fn working_days(days: u32) -> String {
    say(&Phrase::new("letter-working-days").with("days", Arg::Count(i64::from(days))))
}

/// A part of a file's name: of a code only what every system takes.
pub(super) fn safe(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// A part of a file's name for an organisation, or for all of them.
pub(super) fn place(skpd: Option<&Skpd>) -> String {
    skpd.map_or_else(String::new, |skpd| format!("-{}", safe(skpd.as_str())))
}
