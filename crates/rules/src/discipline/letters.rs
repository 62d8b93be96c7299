//! What each letter of a case needs to be written. Plain values: a template fills them in, and what
//! is blank is named before anybody signs.
//!
//! Source of the letters: PP 94/2021 art. 26–37, Peraturan BKN 6/2022 (forms in its annex, which
//! was not read).

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::case::SummonsNumber;
use crate::law::discipline::{Capacity, Level};

/// A person as a letter names one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPerson {
    /// Name with degrees.
    pub name: String,
    /// Nip, as digits; none for who has none.
    pub nip: Option<String>,
    /// Pangkat and golongan, in words.
    pub rank: String,
    /// Post.
    pub position: String,
    /// Unit.
    pub unit: String,
    /// Code of the organisation, whose letterhead the letters that this person signs have; blank
    /// where nobody is named.
    pub skpd: String,
}

impl LetterPerson {
    fn blanks(&self, blanks: &mut Vec<&'static str>, keys: [&'static str; 2]) {
        let [name, position] = keys;
        blank(&self.name, name, blanks);
        blank(&self.position, position, blanks);
    }
}

/// Surat panggilan I and II.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummonsLetter {
    /// Number of the letter.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// Which summons.
    pub which: SummonsNumber,
    /// Who is summoned.
    pub person: LetterPerson,
    /// Before whom.
    pub examiner: LetterPerson,
    /// The day of the examination.
    pub examination: Date,
    /// Its time.
    pub time: Time,
    /// Where.
    pub place: String,
    /// The days absent.
    pub absences: Vec<Date>,
    /// Number of the first letter, in the second.
    pub first_letter: Option<String>,
}

/// A question of the examination with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// Berita acara pemeriksaan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesLetter {
    /// Number of the minutes.
    pub number: String,
    /// The day of the examination.
    pub on: Date,
    /// Who was examined.
    pub person: LetterPerson,
    /// Who examined.
    pub examiners: Vec<LetterPerson>,
    /// Number of the decree that formed the team, if one examined.
    pub team_decree: Option<String>,
    /// The days absent.
    pub absences: Vec<Date>,
    /// What was asked and answered.
    pub exchanges: Vec<Exchange>,
}

/// Keputusan hukuman disiplin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionLetter {
    /// Number of the decision.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// Who is punished.
    pub person: LetterPerson,
    /// Who imposes it.
    pub officer: LetterPerson,
    /// As what.
    pub capacity: Capacity,
    /// How heavy.
    pub level: Level,
    /// The sanction, in the words of the act.
    pub sanction: String,
    /// Months it runs.
    pub months: Option<u32>,
    /// The days absent.
    pub absences: Vec<Date>,
    /// Article of the breach and of the sanction.
    pub article: String,
    /// The sanction that waits for another act, where this one stands in its place.
    pub in_place_of: Option<String>,
    /// Number of the minutes, or of both summonses where the person did not come.
    pub basis: Vec<String>,
}

/// Laporan hasil pemeriksaan, from the superior to the officer who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLetter {
    /// Number of the report.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// Who reports.
    pub reporter: LetterPerson,
    /// To whom.
    pub officer: LetterPerson,
    /// About whom.
    pub person: LetterPerson,
    /// The calendar year that was counted.
    pub year: i16,
    /// The days absent.
    pub absences: Vec<Date>,
    /// The longest run of working days.
    pub in_a_row: u32,
    /// The sanctions that the findings lead to, in the words of the act.
    pub proposed: Vec<String>,
    /// From when the salary is to be stopped, if it is.
    pub salary_stops: Option<Date>,
}

/// What a letter needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "kebab-case")]
pub enum LetterFacts {
    /// Surat panggilan.
    Summons(SummonsLetter),
    /// Berita acara pemeriksaan.
    Minutes(MinutesLetter),
    /// Keputusan hukuman disiplin.
    Decision(DecisionLetter),
    /// Laporan hasil pemeriksaan.
    Report(ReportLetter),
}

impl LetterFacts {
    /// The name of its template.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Summons(SummonsLetter { which: SummonsNumber::First, .. }) => "panggilan-1",
            Self::Summons(SummonsLetter { which: SummonsNumber::Second, .. }) => "panggilan-2",
            Self::Minutes(_) => "berita-acara-pemeriksaan",
            Self::Decision(_) => "keputusan-hukuman-disiplin",
            Self::Report(_) => "laporan-hasil-pemeriksaan",
        }
    }

    /// Fields without which the letter must not be signed and that are blank, by their names.
    #[must_use]
    pub fn blanks(&self) -> Vec<&'static str> {
        const PERSON: [&str; 2] = ["person.name", "person.position"];
        const OFFICER: [&str; 2] = ["officer.name", "officer.position"];
        let mut blanks = Vec::new();
        let found = &mut blanks;
        match self {
            Self::Summons(letter) => {
                blank(&letter.number, "number", found);
                letter.person.blanks(found, PERSON);
                letter.examiner.blanks(found, ["examiner.name", "examiner.position"]);
                blank(&letter.place, "place", found);
                empty(&letter.absences, "absences", found);
                if letter.which == SummonsNumber::Second {
                    blank(letter.first_letter.as_deref().unwrap_or(""), "first_letter", found);
                }
            }
            Self::Minutes(letter) => {
                blank(&letter.number, "number", found);
                letter.person.blanks(found, PERSON);
                empty(&letter.examiners, "examiners", found);
                empty(&letter.absences, "absences", found);
                empty(&letter.exchanges, "exchanges", found);
            }
            Self::Decision(letter) => {
                blank(&letter.number, "number", found);
                letter.person.blanks(found, PERSON);
                letter.officer.blanks(found, OFFICER);
                blank(&letter.sanction, "sanction", found);
                blank(&letter.article, "article", found);
                empty(&letter.absences, "absences", found);
                empty(&letter.basis, "basis", found);
            }
            Self::Report(letter) => {
                blank(&letter.number, "number", found);
                letter.person.blanks(found, PERSON);
                letter.officer.blanks(found, OFFICER);
                letter.reporter.blanks(found, ["reporter.name", "reporter.position"]);
                empty(&letter.absences, "absences", found);
            }
        }
        blanks
    }
}

fn blank(text: &str, name: &'static str, blanks: &mut Vec<&'static str>) {
    if text.trim().is_empty() {
        blanks.push(name);
    }
}

fn empty<T>(list: &[T], name: &'static str, blanks: &mut Vec<&'static str>) {
    if list.is_empty() {
        blanks.push(name);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn person(name: &str) -> LetterPerson {
        LetterPerson {
            name: name.to_owned(),
            nip: Some("199001012015031001".to_owned()),
            rank: "Penata, III/c".to_owned(),
            position: "Pengelola Kepegawaian".to_owned(),
            unit: "Dinas Contoh".to_owned(),
            skpd: "DINAS".to_owned(),
        }
    }

    fn summons(which: SummonsNumber) -> SummonsLetter {
        SummonsLetter {
            number: "800/1".to_owned(),
            on: date(2026, 11, 2),
            which,
            person: person("Pegawai Contoh"),
            examiner: person("Atasan Contoh"),
            examination: date(2026, 11, 12),
            time: time(9, 0, 0, 0),
            place: "Ruang rapat".to_owned(),
            absences: vec![date(2026, 10, 5)],
            first_letter: None,
        }
    }

    #[test]
    fn the_second_summons_names_the_first() {
        let first = LetterFacts::Summons(summons(SummonsNumber::First));
        let second = LetterFacts::Summons(summons(SummonsNumber::Second));
        assert_eq!((first.template(), first.blanks()), ("panggilan-1", vec![]));
        assert_eq!((second.template(), second.blanks()), ("panggilan-2", vec!["first_letter"]));
    }

    #[test]
    fn what_is_blank_is_named() {
        let mut letter = summons(SummonsNumber::First);
        letter.person.name = "  ".to_owned();
        letter.place = String::new();
        letter.absences.clear();
        let blanks = LetterFacts::Summons(letter).blanks();
        assert_eq!(blanks, ["person.name", "place", "absences"]);
        let minutes = LetterFacts::Minutes(MinutesLetter {
            number: String::new(),
            on: date(2026, 11, 12),
            person: person("Pegawai Contoh"),
            examiners: vec![],
            team_decree: None,
            absences: vec![date(2026, 10, 5)],
            exchanges: vec![],
        });
        assert_eq!(minutes.blanks(), ["number", "examiners", "exchanges"]);
        let report = LetterFacts::Report(ReportLetter {
            number: "1".to_owned(),
            on: date(2026, 11, 12),
            reporter: LetterPerson::default(),
            officer: person("Bupati Contoh"),
            person: person("Pegawai Contoh"),
            year: 2026,
            absences: vec![date(2026, 10, 5)],
            in_a_row: 1,
            proposed: vec![],
            salary_stops: None,
        });
        assert_eq!(report.blanks(), ["reporter.name", "reporter.position"]);
    }

    #[test]
    fn a_letter_survives_storage() {
        let decision = LetterFacts::Decision(DecisionLetter {
            number: "800/9".to_owned(),
            on: date(2026, 11, 20),
            person: person("Pegawai Contoh"),
            officer: person("Kepala Dinas Contoh"),
            capacity: Capacity::JptPratama,
            level: Level::Sedang,
            sanction: "penundaan kenaikan gaji berkala selama 1 tahun".to_owned(),
            months: Some(12),
            absences: vec![date(2026, 10, 5)],
            article: "Pasal 42".to_owned(),
            in_place_of: Some("pemotongan TPP 25 % selama 6 bulan".to_owned()),
            basis: vec!["BAP 1".to_owned()],
        });
        assert_eq!(decision.blanks(), Vec::<&str>::new());
        let text = serde_json::to_string(&decision).unwrap();
        assert!(text.starts_with("{\"letter\":\"decision\",\"number\":\"800/9\""), "{text}");
        assert_eq!(serde_json::from_str::<LetterFacts>(&text).unwrap(), decision);
    }
}
