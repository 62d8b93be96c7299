//! What a data folder says of the demo in it: what it was invented from, and whether it was loaded
//! to its end. Loading goes on where it broke off, since loading the same again changes nothing.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::Context as _;
use civil::Wall;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use sim::Recipe;

/// Name of the file in the data folder.
const FILE: &str = "demo.json";

/// How far a demo is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// It was begun.
    Loading,
    /// Everything is there.
    Loaded,
}

/// The note of a demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note {
    seed: u64,
    people: u32,
    months: u8,
    /// The present of the invention, on the regency's wall.
    now: DateTime,
    pub(super) state: State,
}

impl Note {
    /// A demo to be loaded.
    pub(super) fn of(recipe: &Recipe) -> Self {
        let Recipe { seed, people, months, now } = *recipe;
        Self { seed, people, months, now: now.datetime(), state: State::Loading }
    }

    /// The same demo, loaded to its end.
    pub(super) fn loaded(self) -> Self {
        Self { state: State::Loaded, ..self }
    }

    /// What the demo is invented from.
    pub(super) fn recipe(&self) -> Recipe {
        let Self { seed, people, months, now, .. } = *self;
        Recipe { seed, people, months, now: Wall::of(now) }
    }

    /// The note of a data folder, if there is one.
    pub(super) fn read(data: &Path) -> anyhow::Result<Option<Self>> {
        let path = data.join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        let note = serde_json::from_str(&text).with_context(|| {
            format!(
                "{} is not what the demo wrote; choose an empty folder with --data",
                path.display()
            )
        })?;
        Ok(Some(note))
    }

    /// Writes the note.
    pub(super) fn write(self, data: &Path) -> anyhow::Result<()> {
        let path = data.join(FILE);
        fs::create_dir_all(data)
            .and_then(|()| fs::write(&path, serde_json::to_string_pretty(&self)? + "\n"))
            .with_context(|| {
                format!("cannot write {}; check its rights and free space", path.display())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written_and_anything_else_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Note::read(folder.path()).unwrap(), None);
        let now = Wall::of("2026-11-24T14:35:07".parse().unwrap());
        let note = Note::of(&Recipe { seed: u64::MAX, people: 50_000, months: 24, now });
        note.write(folder.path()).unwrap();
        assert_eq!(Note::read(folder.path()).unwrap(), Some(note));
        fs::write(folder.path().join(FILE), "{}").unwrap();
        let said = Note::read(folder.path()).unwrap_err().to_string();
        assert!(said.contains("demo.json is not what the demo wrote"), "{said}");
    }
}
