//! A digest in words.

use office::message::{Destination, Digest};
use web::paths;
use words::{Lang, Phrase, Words};

/// Most messages that a letter spells out.
const SPELT_OUT_MAX: usize = 20;

/// Where the pages are, as people reach them.
#[derive(Clone, Debug)]
pub(super) struct Links {
    base: String,
}

impl Links {
    /// Links below an address; without one they are paths, which say where to look all the same.
    pub(super) fn new(base: &str) -> Self {
        Self { base: base.trim().trim_end_matches('/').to_owned() }
    }

    pub(super) fn to(&self, destination: &Destination) -> String {
        format!("{}{}", self.base, paths::destination(destination))
    }

    fn to_path(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// The subject: a count and a day, so that nothing about anybody shows on a locked screen.
pub(super) fn subject(digest: &Digest) -> String {
    let count = i64::try_from(digest.messages.len()).unwrap_or(i64::MAX);
    let subject = Phrase::new("message-mail-subject").with("count", count).with("date", digest.day);
    Words::say(digest.language, &subject)
}

/// The whole text.
pub(super) fn text(digest: &Digest, links: &Links) -> String {
    let say = |phrase: Phrase| Words::say(digest.language, &phrase);
    let mut text = say(Phrase::new("message-mail-begin"));
    text.push_str("\n\n");
    for message in digest.messages.iter().take(SPELT_OUT_MAX) {
        text.extend(["- ", &say(message.phrase()), "\n  "]);
        text.extend([links.to(&message.destination()).as_str(), "\n"]);
    }
    if let Some(more) = digest.messages.len().checked_sub(SPELT_OUT_MAX).filter(|more| *more > 0) {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        text.extend(["- ", &say(Phrase::new("message-mail-more").with("count", more)), "\n  "]);
        text.extend([links.to_path(paths::MESSAGES).as_str(), "\n"]);
    }
    let settings = links.to_path(paths::MESSAGE_SETTINGS);
    text.push('\n');
    text.push_str(&say(Phrase::new("message-mail-end").with("settings", settings)));
    text.push('\n');
    text
}

/// One message in words.
pub(super) fn sentence(language: Lang, message: &office::message::Message) -> String {
    Words::say(language, &message.phrase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carriers::testing::digest;

    #[test]
    fn a_letter_says_what_and_where_in_both_languages() {
        let links = Links::new("https://abdi.contoh.go.id/");
        let indonesian = text(&digest(Lang::Id), &links);
        assert_eq!(
            indonesian,
            "Yang baru sejak ringkasan terakhir:\n\n\
             - DISTAN: September 2026 sudah selesai dan dapat ditutup.\n  \
             https://abdi.contoh.go.id/units/DISTAN/2026-09/closing\n\
             - DISTAN: Oktober 2026 sudah selesai dan dapat ditutup.\n  \
             https://abdi.contoh.go.id/units/DISTAN/2026-10/closing\n\n\
             Surat ini dikirim sekali pada hari kerja. Jam dan isinya dapat diubah di \
             https://abdi.contoh.go.id/me/settings.\n"
        );
        let english = text(&digest(Lang::En), &Links::new(""));
        assert!(english.contains("\n  /units/DISTAN/2026-10/closing\n"), "{english}");
        assert!(english.starts_with("New since the last digest:"), "{english}");
    }

    #[test]
    fn no_subject_names_anybody() {
        assert_eq!(subject(&digest(Lang::Id)), "Abdi: 2 hal perlu dilihat, 3 November 2026");
        let mut long = digest(Lang::En);
        let first = long.messages[0].clone();
        long.messages.resize(25, first);
        assert_eq!(subject(&long), "Abdi: 25 things to look at, 3 November 2026");
        let said = text(&long, &Links::new(""));
        assert!(said.contains("- and 5 more in the list of messages\n  /messages\n"), "{said}");
        for lang in Lang::ALL {
            let said = subject(&digest(lang));
            assert!(!said.contains("199001012015032001") && !said.contains("Rp"), "{said}");
        }
    }
}
