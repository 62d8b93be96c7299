//! An office over a store in memory, with the law folder of this repository.

use std::{fs, path::Path, sync::Arc};

use civil::{FixedClock, Random, Regency, Zone};
use office::{Actor, Lawbook, Office, Parts, law::LawText};
use storage::{
    Store,
    memory::MemoryStore,
    terminals::{Approval, TerminalState},
};

/// Chance that repeats.
pub(crate) struct Repeating;

impl Random for Repeating {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().enumerate().for_each(|(index, byte)| {
            *byte = u8::try_from(index % 251).expect("below 251");
        });
    }
}

/// An office whose clock stands at `now`, and the clock.
pub(crate) fn office(regency: &str, now: &str) -> (Office, Arc<FixedClock>) {
    office_over(Arc::new(MemoryStore::new()), regency, now)
}

/// The same over a store.
pub(crate) fn office_over(
    store: Arc<dyn Store>,
    regency: &str,
    now: &str,
) -> (Office, Arc<FixedClock>) {
    office_under(&law_texts(), store, regency, now)
}

/// The same under the law of these texts.
pub(crate) fn office_under(
    texts: &[LawText],
    store: Arc<dyn Store>,
    regency: &str,
    now: &str,
) -> (Office, Arc<FixedClock>) {
    let clock = Arc::new(FixedClock::at(now.parse().expect("an instant")));
    let regency: Regency = regency.parse().expect("a regency");
    let lawbook = Lawbook::read(texts, &regency).expect("the law folder is in order");
    let office = Office::new(Parts {
        store,
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook,
        clock: clock.clone(),
        random: Arc::new(Repeating),
        regency,
        zone: Zone::WIB,
    });
    (office, clock)
}

/// Whoever runs the tests.
pub(crate) fn owner() -> Actor {
    Actor::command_line("test")
}

/// Approves a terminal.
pub(crate) async fn approve(office: &Office, serial: &str) -> storage::terminals::Terminal {
    let approval = Approval {
        serial: serial.parse().expect("a serial"),
        state: TerminalState::Approved,
        name: None,
        skpd: None,
        group: None,
        zone: None,
    };
    office.decide_terminal(&owner(), approval).await.expect("approved")
}

pub(crate) fn law_texts() -> Vec<LawText> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    collect(&root, &root, &mut texts);
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    texts
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<LawText>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).expect("below the root");
            texts.push(LawText {
                path: name.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).expect("a text"),
            });
        }
    }
}
