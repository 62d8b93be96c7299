//! An office in which October 2026 is over and everything of it is in order: three people of DISTAN
//! and one of DINKES, their punches, their results of work, and a law that an officer vouched for.

use std::sync::Arc;

use civil::{FixedClock, Month, Nip, Role, Skpd};
use office::{
    Actor, Office,
    allowance::closing::{Acknowledged, CheckKind, Closed, Closing, ClosingState, ClosingStatus},
    law::LawText,
    person::PeopleImport,
};
use storage::{
    Store,
    access::Account,
    memory::MemoryStore,
    terminals::{Approval, TerminalState},
};

use super::common::{law_texts, office_under, owner};

/// Why nothing of the example fails.
pub(crate) const READY: &str = "the example is in order";

/// When the example is looked at.
pub(crate) const NOW: &str = "2026-11-03T01:00:00Z";

pub(crate) const SITI: &str = "198504102010012007";
pub(crate) const UJANG: &str = "199001012015031004";
pub(crate) const KEPALA: &str = "197001012000031001";
pub(crate) const BUDI: &str = "198704122010012003";
/// Of the personnel office.
pub(crate) const DEWI: &str = "198001012005012001";

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
198504102010012007;Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;1001;lima-hari;2024-01-01
199001012015031004;Ujang Hidayat;DISTAN;Bidang Kebun;Pengolah data;7;PNS;1002;lima-hari;2024-01-01
197001012000031001;Kepala Dinas;DISTAN;;Kepala;14;PNS;1003;lima-hari;2024-01-01
198704122010012003;Budi Santoso;DINKES;;Analis;7;PNS;1004;lima-hari;2024-01-01
198001012005012001;Dewi Lestari;BKPSDM;;Analis;9;PNS;1005;lima-hari;2024-01-01
";

/// An office and what is beside it.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<FixedClock>,
}

pub(crate) fn october() -> Month {
    "2026-10".parse().expect(READY)
}

pub(crate) fn distan() -> Skpd {
    "DISTAN".parse().expect(READY)
}

pub(crate) fn dinkes() -> Skpd {
    "DINKES".parse().expect(READY)
}

pub(crate) fn nip(text: &str) -> Nip {
    text.parse().expect(READY)
}

/// The example over a store in memory.
pub(crate) async fn desk() -> Desk {
    desk_over(Arc::new(MemoryStore::new())).await
}

/// The example over a store.
pub(crate) async fn desk_over(store: Arc<dyn Store>) -> Desk {
    let desk = bare(store, NOW).await;
    desk.sign_law_but(&[]).await;
    desk.results(october(), &[SITI, UJANG, KEPALA, BUDI, DEWI]).await;
    desk
}

/// People, a terminal and punches; nobody vouched for the law, and no results of work are known.
pub(crate) async fn bare(store: Arc<dyn Store>, now: &str) -> Desk {
    bare_under(&law_texts(), store, now).await
}

/// The example under a law by which study alone does not end the Tpp: a decree does.
pub(crate) async fn desk_where_study_waits_for_a_decree() -> Desk {
    let mut texts = law_texts();
    for file in &mut texts {
        if file.path == "regency/contoh/tpp.toml" {
            let (before, study) =
                file.text.split_once("[reason-factor.tugas-belajar]").expect(READY);
            let study = study.replacen("by-excuse = true\n", "", 1);
            file.text = format!("{before}[reason-factor.tugas-belajar]{study}");
        }
    }
    let desk = bare_under(&texts, Arc::new(MemoryStore::new()), NOW).await;
    desk.sign_law_but(&[]).await;
    desk.results(october(), &[SITI, UJANG, KEPALA, BUDI, DEWI]).await;
    desk
}

async fn bare_under(texts: &[LawText], store: Arc<dyn Store>, now: &str) -> Desk {
    let (office, clock) = office_under(texts, store.clone(), "contoh", now);
    let desk = Desk { office, store, clock };
    desk.people(PEOPLE).await;
    for (serial, skpd) in [("T1", distan()), ("T2", dinkes())] {
        let approval = Approval {
            serial: serial.parse().expect(READY),
            state: TerminalState::Approved,
            name: None,
            skpd: Some(skpd),
            group: None,
            zone: None,
        };
        desk.office.decide_terminal(&owner(), approval).await.expect(READY);
    }
    desk.push("T1", &scans("2026-10", 1..=31, &["1001", "1002", "1003", "1004", "1005"])).await;
    desk
}

/// Everybody on time from day to day, the weekends too.
pub(crate) fn scans(month: &str, days: std::ops::RangeInclusive<u32>, pins: &[&str]) -> String {
    let day = |day: u32| {
        let of = |pin: &&str| {
            format!(
                "{pin}\t{month}-{day:02} 07:25:00\t0\t1\n{pin}\t{month}-{day:02} 16:31:00\t1\t1\n"
            )
        };
        pins.iter().map(of).collect::<String>()
    };
    days.map(day).collect()
}

impl Desk {
    pub(crate) async fn people(&self, csv: &str) {
        let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
        let done = self.office.import_people(&owner(), "people.csv", csv.as_bytes(), options).await;
        assert_eq!(done.expect(READY).bad, []);
    }

    pub(crate) async fn push(&self, serial: &str, lines: &str) {
        let terminal = self.store.terminal(&serial.parse().expect(READY)).await.expect(READY);
        let bytes = lines.as_bytes().to_vec();
        self.office.record_push(&terminal.expect(READY), bytes).await.expect(READY);
    }

    /// Imports an excuse, and says what is to be looked at about it.
    pub(crate) async fn excuse(
        &self,
        of: &str,
        kind: &str,
        from: &str,
        until: &str,
    ) -> Vec<String> {
        let csv = format!("NIP;Jenis;Mulai;Sampai;Surat\n{of};{kind};{from};{until};SK 1\n");
        let done = self.office.import_excuses(&owner(), "c.csv", csv.as_bytes(), false).await;
        let done = done.expect(READY);
        assert_eq!(done.loaded, 1);
        done.noted.into_iter().map(|row| row.reason.to_string()).collect()
    }

    /// An officer vouches for every act but these.
    pub(crate) async fn sign_law_but(&self, open: &[&str]) {
        for act in self.office.lawbook().law().provisions.acts.keys() {
            if !open.contains(&act.as_str()) {
                // An act may be cited by nothing.
                let _ = self.office.verify_law(&owner(), act, nip(DEWI), "read in full").await;
            }
        }
    }

    /// All results of work in full.
    pub(crate) async fn results(&self, month: Month, of: &[&str]) {
        let rows = of.iter().map(|nip| format!("{nip};100\n")).collect::<Vec<_>>().concat();
        let csv = format!("NIP;e-Kinerja\n{rows}");
        let done =
            self.office.import_performance(&owner(), month, "k.csv", csv.as_bytes(), false).await;
        assert_eq!(done.expect(READY).bad, []);
    }

    /// The head of DISTAN takes the post.
    pub(crate) async fn fill_head(&self) {
        let csv = format!("skpd;nip;mulai\nDISTAN;{KEPALA};2026-01-01\n");
        let done = self.office.import_posts(&owner(), "posts.csv", csv.as_bytes(), false).await;
        assert_eq!(done.expect(READY).loaded, 1);
    }

    /// Somebody who signed in, with the person behind the account.
    pub(crate) async fn account(&self, role: Role, skpd: Option<Skpd>, of: &str) -> Actor {
        let person = self.store.person_by_nip(&nip(of)).await.expect(READY);
        Actor::account(&Account {
            id: 1,
            username: format!("{role}-{of}"),
            password_hash: String::new(),
            role,
            skpd,
            person,
            active: true,
        })
    }

    /// What stands in the way of closing October of DISTAN.
    pub(crate) async fn hindered(&self) -> Vec<CheckKind> {
        match self.office.close_month(&owner(), &distan(), october(), &[]).await.expect(READY) {
            Closing::Closed(closed) => panic!("nothing stood in the way: {closed:?}"),
            Closing::Hindered(checks) => checks.iter().map(|check| check.code).collect(),
        }
    }

    /// Closes October, acknowledging what may be.
    pub(crate) async fn close(&self, skpd: &Skpd) -> Closed {
        let acknowledged: Vec<Acknowledged> = CheckKind::ALL
            .iter()
            .map(|code| Acknowledged { code: *code, reason: "looked at".to_owned() })
            .collect();
        match self.office.close_month(&owner(), skpd, october(), &acknowledged).await {
            Ok(Closing::Closed(closed)) => closed,
            other => panic!("October is in order: {other:?}"),
        }
    }

    pub(crate) async fn status(&self) -> ClosingStatus {
        self.office.closing_status(&owner(), &distan(), october()).await.expect(READY)
    }

    /// How many people of DISTAN would come out otherwise now.
    pub(crate) async fn drift(&self) -> usize {
        match self.status().await.state {
            ClosingState::Closed { drift, .. } => drift.len(),
            ClosingState::Open { checks } => panic!("October is closed: {checks:?}"),
        }
    }
}
