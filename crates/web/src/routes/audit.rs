//! The audit log.

use axum::extract::{Query, State};
use civil::{Wall, Zone};
use office::audit::{AuditQuery, StoredAuditEntry};
use serde::Deserialize;
use words::{Lang, Phrase, Words};

use crate::{
    Area, Html, PageError, Site,
    pages::audit::{AuditLog, AuditRow},
    paths,
    site::Caller,
};

/// Entries on a page of the log.
const ROWS_A_PAGE: u32 = 50;

/// What the log may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Part of what the entries are about.
    subject: Option<String>,
    /// Number of the entry before which the page begins.
    before: Option<String>,
}

/// Who did what, newest first.
pub(super) async fn list(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<AuditLog>, PageError> {
    let search = asked.subject.unwrap_or_default();
    let before = asked.before.as_deref().and_then(|number| number.parse().ok());
    // One more than the page shows, to know whether there are older ones.
    let query = AuditQuery { before, subject: search.clone(), limit: ROWS_A_PAGE + 1 };
    let mut entries = site.office().list_audit(caller.actor(), &query).await?;
    let shown = usize::try_from(ROWS_A_PAGE).unwrap_or(usize::MAX);
    let has_older = entries.len() > shown;
    entries.truncate(shown);
    let to = |before: &str| {
        paths::with_query(paths::AUDIT, &[("subject", search.as_str()), ("before", before)])
    };
    let older = entries.last().filter(|_| has_older).map(|last| to(&last.number.to_string()));
    let newest = before.map(|_| to(""));
    let frame = caller.frame_in(Area::Audit);
    let zone = site.office().zone();
    let rows = entries.into_iter().map(|entry| row(entry, zone, frame.lang)).collect();
    Ok(Html::ok(AuditLog { frame, search, zone: zone.0, rows, newest, older }))
}

fn row(entry: StoredAuditEntry, zone: Zone, lang: Lang) -> AuditRow {
    AuditRow {
        at: Wall::at(entry.at, zone).datetime(),
        who: who(&entry.actor),
        what: what(&entry.verb, lang),
        about: entry.subject,
        detail: entry.detail,
    }
}

/// Who acted: an account by its name, anything else in words.
pub(super) fn who(actor: &str) -> Phrase {
    let named = |key: &str, name: &str| Phrase::new(key).with("name", name);
    match (actor, actor.split_once(':')) {
        ("program", _) => Phrase::new("audit-who-program"),
        ("visitor", _) => Phrase::new("audit-who-visitor"),
        (_, Some(("terminal", serial))) => named("audit-who-terminal", serial),
        (_, Some(("command-line", "unknown"))) => Phrase::new("audit-who-command-line-nobody"),
        (_, Some(("command-line", user))) => named("audit-who-command-line", user),
        (name, _) => Phrase::verbatim(name),
    }
}

/// What was done. A verb of another version of the program may have no words.
fn what(verb: &str, lang: Lang) -> Phrase {
    let key = format!("audit-verb-{}", verb.replace(['.', '_'], "-"));
    if Words::get(lang, &key) == key { Phrase::verbatim(verb) } else { Phrase::new(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_said_in_words_and_an_unknown_one_as_it_is() {
        let said = |verb| Words::say(Lang::Id, &what(verb, Lang::Id));
        assert_eq!(said("presence.map_pins"), "menghubungkan PIN");
        assert_eq!(said("presence.of_tomorrow"), "presence.of_tomorrow");
    }

    #[test]
    fn who_has_no_account_is_said_in_words() {
        let said = |actor| Words::say(Lang::Id, &who(actor));
        assert_eq!(said("bkpsdm"), "bkpsdm");
        assert_eq!(said("terminal:CONTOH0001"), "mesin CONTOH0001");
        assert_eq!(said("command-line:root"), "root, lewat perintah di server");
        assert_eq!(said("command-line:unknown"), "pengelola, lewat perintah di server");
        assert_eq!(said("visitor"), "pengunjung yang belum masuk");
        assert_eq!(said("program"), "Abdi sendiri");
        assert_eq!(said("other:x"), "other:x");
    }
}
