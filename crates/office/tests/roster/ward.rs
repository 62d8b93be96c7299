//! A ward of three nurses and their heads, a fireman, and a terminal.

use std::{fmt::Write as _, sync::Arc};

use civil::{Month, Nip, PersonId, Role, Skpd};
use jiff::civil::Date;
use office::{
    Actor, Office,
    allowance::StatementDoc,
    matter::{Decided, Decision, Outcome, Verdict},
    person::PeopleImport,
    presence::{ExplainedDay, NewTurn, PutRoster},
};
use storage::{Store, access::Account, memory::MemoryStore, presence::People};
use storage_sql::SqlStore;

use crate::common;

/// Nights on 31 October and 1 November 2026, then two days off.
pub(crate) const SITI: &str = "199001012015032001";
/// Two days ahead of Siti: off on both, mornings on 2 and 3 November.
pub(crate) const BUDI: &str = "198704122010012003";
/// Four days ahead of Siti: mornings on both.
pub(crate) const DEWI: &str = "199203042018012001";
/// Heads the ward.
pub(crate) const RINA: &str = "197802022005012004";
/// Fireman: 24 hours from 1 November, then from the 4th.
pub(crate) const JONO: &str = "198501012009011005";

pub(crate) struct Ward {
    pub(crate) office: Office,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) root: Actor,
    /// What the store on disk lies in.
    _folder: Option<tempfile::TempDir>,
}

/// The ward at an instant, over the store in memory and over SQLite.
pub(crate) async fn wards(now: &str) -> Vec<Ward> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("abdi.db");
    let regency = "contoh".parse().expect("a regency");
    let path = path.to_str().expect("a path of text");
    let sqlite = SqlStore::open(path, &regency).await.expect("a store on disk");
    let stores: [(Arc<dyn Store>, _); 2] =
        [(Arc::new(MemoryStore::new()), None), (Arc::new(sqlite), Some(folder))];
    let mut wards = Vec::new();
    for (store, folder) in stores {
        let (office, _) = common::office_over(store.clone(), "contoh", now);
        let ward = Ward { office, store, root: common::owner(), _folder: folder };
        ward.people().await;
        wards.push(ward);
    }
    wards
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

pub(crate) fn nip(text: &str) -> Nip {
    text.parse().expect("a Nip")
}

pub(crate) fn rsud() -> Skpd {
    "RSUD".parse().expect("a code")
}

pub(crate) fn turn(of: &str, date: &str, turn: &str) -> NewTurn {
    let turn = (!turn.is_empty()).then(|| turn.parse().expect("a turn"));
    NewTurn { nip: nip(of), date: day(date), turn }
}

impl Ward {
    async fn people(&self) {
        let csv = format!(
            "nip,nama,skpd,unit,jabatan,jenis pegawai,kelas,pola kerja,pin,tmt\n\
             {SITI},Siti Aminah,RSUD,Ruang Melati,Perawat,PNS,7,rsud-rotasi:0,101,2026-01-01\n\
             {BUDI},Budi Santoso,RSUD,Ruang Melati,Perawat,PNS,7,rsud-rotasi:2,102,2026-01-01\n\
             {DEWI},Dewi Lestari,RSUD,Ruang Melati,Perawat,PNS,7,rsud-rotasi:4,103,2026-01-01\n\
             {RINA},Rina Marlina,RSUD,Ruang Melati,Kepala Ruang,PNS,9,lima-hari,104,2026-01-01\n\
             {JONO},Jono,SATPOLPP,,Pemadam,PNS,6,damkar-jaga:0,105,2026-01-01\n"
        );
        let pin_group = "utama".parse().expect("a group");
        let options = PeopleImport { dry_run: false, pin_group };
        let done = self.office.import_people(&self.root, "p.csv", csv.as_bytes(), options).await;
        assert_eq!(done.expect("the file is of use").bad, []);
        let csv = format!("skpd;unit;nip;mulai\nRSUD;Ruang Melati;{RINA};2026-01-01\n");
        let done = self.office.import_posts(&self.root, "j.csv", csv.as_bytes(), false).await;
        assert_eq!(done.expect("the file is of use").loaded, 1);
    }

    /// Punches, each a PIN and a reading.
    pub(crate) async fn punched(&self, punches: &[(&str, &str)]) {
        let terminal = common::approve(&self.office, "T1").await;
        let mut lines = String::new();
        for (pin, at) in punches {
            writeln!(lines, "{pin}\t{at}\t0\t1\t0\t0").expect("a String takes every write");
        }
        let done = self.office.record_push(&terminal, lines.into_bytes()).await;
        assert_eq!(done.expect("punches are kept").recorded.stored as usize, punches.len());
    }

    pub(crate) async fn put(&self, turns: &[NewTurn]) -> PutRoster {
        let done = self.office.put_roster(&self.root, &rsud(), turns).await;
        done.expect("turns are given")
    }

    pub(crate) async fn explained(&self, of: &str, date: &str) -> ExplainedDay {
        let day = self.office.explain_day(&self.root, &nip(of), day(date)).await;
        day.expect("the day can be explained")
    }

    pub(crate) async fn statement(&self, of: &str, of_month: &str) -> StatementDoc {
        let done = self.office.statement(&self.root, &nip(of), month(of_month)).await;
        done.expect("the month has facts")
    }

    /// What is stored is what comes out from nothing.
    pub(crate) async fn is_as_from_nothing(&self, of: &str, of_month: &str) {
        let refreshed = self.statement(of, of_month).await;
        let done = self.office.evaluate_month(&self.root, month(of_month), &People::All).await;
        done.expect("the month is evaluated");
        assert_eq!(self.statement(of, of_month).await, refreshed, "{of} {of_month}");
    }

    pub(crate) async fn person(&self, of: &str) -> PersonId {
        let person = self.store.person_by_nip(&nip(of)).await.expect("people can be read");
        person.expect("the person was imported")
    }

    /// Whoever carries the Nip, signed in.
    pub(crate) async fn signed_in(&self, of: &str, role: Role) -> Actor {
        let bound = match role {
            Role::Operator | Role::Pimpinan => Some(rsud()),
            Role::Pegawai | Role::Bendahara | Role::Bkpsdm | Role::Auditor => None,
        };
        Actor::account(&Account {
            id: 1,
            username: of.to_owned(),
            password_hash: String::new(),
            role,
            skpd: bound,
            person: Some(self.person(of).await),
            active: true,
        })
    }

    /// The letters of a person in a month, and who gave them.
    pub(crate) async fn letters(&self, of: &str, of_month: &str) -> Vec<(String, &'static str)> {
        let roster = self.office.roster_month(&self.root, &rsud(), month(of_month)).await;
        let roster = roster.expect("a roster can be read");
        let row = roster.people.iter().find(|row| row.nip == of).expect("the person is there");
        let cells = row.cells.iter();
        cells.map(|cell| (cell.letter.clone().unwrap(), cell.by.unwrap())).collect()
    }

    pub(crate) async fn decide(&self, actor: &Actor, matter: i64, verdict: Verdict) -> Outcome {
        let shown = self.office.matter(&self.root, matter).await.expect("it is there");
        let decision = Decision { matter, seen: shown.matter.steps };
        let done = self.office.decide(actor, &[decision], verdict, "sudah dibicarakan").await;
        let Decided { outcome, .. } = done.expect("decided").pop().expect("one");
        outcome
    }
}
