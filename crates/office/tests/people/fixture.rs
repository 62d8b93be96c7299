//! An office over a store in memory, with the law of the invented regency, on 2 November 2026,
//! 08.00 WIB.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use civil::{FixedClock, Nip, PinGroup, Random, Regency, Role, Skpd, Zone};
use office::{Actor, Lawbook, Office, Parts, law::LawText, person::PeopleImport};
use storage::{Store, access::Account, audit::StoredAuditEntry, memory::MemoryStore};

/// Chance that repeats, but never within one test.
#[derive(Default)]
struct Counting(AtomicU8);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0.fetch_add(1, Ordering::SeqCst));
    }
}

/// The instant at which the clock stands.
pub(crate) const NOW: &str = "2026-11-02T01:00:00Z";

/// Two people in an order of their Nip.
pub(crate) const BUDI: &str = "198704122010012003";
pub(crate) const SITI: &str = "199001012015032001";

pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<FixedClock>,
    /// May do everything.
    pub(crate) root: Actor,
}

pub(crate) fn desk() -> Desk {
    let clock = Arc::new(FixedClock::at(NOW.parse().expect("an instant")));
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let regency: Regency = "contoh".parse().expect("a regency");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    for folder in ["national", "regency/contoh"] {
        for entry in fs::read_dir(root.join(folder)).expect("the law folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.file_name().expect("a file").to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).expect("a text");
                texts.push(LawText { path: format!("{folder}/{name}"), text });
            }
        }
    }
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    let lawbook = Lawbook::read(&texts, &regency).expect("the law is in order");
    let office = Office::new(Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook,
        clock: clock.clone(),
        random: Arc::new(Counting::default()),
        regency,
        zone: Zone::WIB,
    });
    Desk { office, store, clock, root: Actor::command_line("test") }
}

impl Desk {
    /// The newest entries of the audit log, newest first.
    pub(crate) async fn audit(&self, limit: u32) -> Vec<StoredAuditEntry> {
        self.store.audit(limit).await.expect("the store in memory does not fail")
    }

    /// Loads people who must all be good.
    pub(crate) async fn load(&self, csv: &str) {
        let done = self.office.import_people(&self.root, "people.csv", csv.as_bytes(), options());
        let done = done.await.expect("the file is of use");
        assert_eq!(done.bad, []);
    }

    /// Budi in DINKES and Siti in DISTAN, since January.
    pub(crate) async fn load_two(&self) {
        self.load(&format!(
            "nip,nama,skpd,jenis pegawai,kelas,pola kerja,pin,tmt\n\
             {BUDI},Budi Santoso,DINKES,PNS,7,lima-hari,101,2026-01-01\n\
             {SITI},Siti Aminah,DISTAN,PPPK,5,lima-hari,102,2026-01-01\n"
        ))
        .await;
    }
}

pub(crate) fn options() -> PeopleImport {
    PeopleImport { dry_run: false, pin_group: group() }
}

pub(crate) fn group() -> PinGroup {
    "utama".parse().expect("a group")
}

pub(crate) fn nip(text: &str) -> Nip {
    text.parse().expect("a Nip")
}

/// Somebody who signed in.
pub(crate) fn account(role: Role, skpd: Option<&str>) -> Actor {
    let skpd: Option<Skpd> = skpd.map(|skpd| skpd.parse().expect("a code"));
    let username = format!("{role}-of-{}", skpd.as_ref().map_or("all", Skpd::as_str));
    Actor::account(&Account {
        id: 1,
        username,
        password_hash: String::new(),
        role,
        skpd,
        person: None,
        active: true,
    })
}
