//! A department with a head, a unit under it, and a terminal; 2 November 2026, 08.00 WIB.

use std::sync::Arc;

use civil::{Month, Nip, PersonId, PinGroup, Role};
use jiff::civil::Date;
use office::{
    Actor, Office,
    allowance::StatementDoc,
    matter::{Cause, Decided, Decision, Outcome, Verdict},
    person::PeopleImport,
    presence::{CorrectedDay, CorrectionRequest},
};
use storage::{
    Store,
    access::Account,
    memory::MemoryStore,
    presence::{Delivery, NewPunch, PunchSource},
    terminals::{Approval, TerminalState},
};

use crate::common;

/// Works in Bidang A.
pub(crate) const SITI: &str = "199001012015032001";
/// Works in Bidang A.
pub(crate) const BUDI: &str = "198704122010012003";
/// Heads Bidang A.
pub(crate) const RINA: &str = "197802022005012004";
/// Heads the department.
pub(crate) const AGUS: &str = "197003031995031005";
/// Sekda.
pub(crate) const HADI: &str = "196804041993031006";

pub(crate) struct Unit {
    pub(crate) office: Office,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<civil::FixedClock>,
    pub(crate) root: Actor,
}

/// The department with punches of October, all in time, but for what `missing` says: nobody's
/// punch before nine on those days.
pub(crate) async fn unit(dead_mornings: &[&str]) -> Unit {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let (office, clock) = common::office_over(store.clone(), "contoh", "2026-11-02T01:00:00Z");
    let unit = Unit { office, store, clock, root: common::owner() };
    unit.people().await;
    unit.posts().await;
    unit.punches(dead_mornings).await;
    unit
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn nip(text: &str) -> Nip {
    text.parse().expect("a Nip")
}

pub(crate) fn october() -> Month {
    "2026-10".parse().expect("a month")
}

impl Unit {
    async fn people(&self) {
        let csv = format!(
            "nip,nama,skpd,unit,jabatan,jenis pegawai,kelas,pola kerja,pin,tmt\n\
             {SITI},Siti Aminah,DISTAN,Bidang A,Penelaah,PNS,7,lima-hari,101,2026-01-01\n\
             {BUDI},Budi Santoso,DISTAN,Bidang A,Penelaah,PNS,7,lima-hari,102,2026-01-01\n\
             {RINA},Rina Marlina,DISTAN,Bidang A,Kepala Bidang,PNS,9,lima-hari,103,2026-01-01\n\
             {AGUS},Agus Salim,DISTAN,,Kepala Dinas,PNS,13,lima-hari,104,2026-01-01\n\
             {HADI},Hadi Wijaya,SETDA,,Sekretaris Daerah,PNS,15,lima-hari,105,2026-01-01\n"
        );
        let pin_group: PinGroup = "utama".parse().expect("a group");
        let options = PeopleImport { dry_run: false, pin_group };
        let done = self.office.import_people(&self.root, "p.csv", csv.as_bytes(), options).await;
        assert_eq!(done.expect("the file is of use").bad, []);
    }

    async fn posts(&self) {
        let csv = format!(
            "skpd;unit;kedudukan;nip;mulai;sebagai\n\
             DISTAN;Bidang A;;{RINA};2026-01-01;\n\
             DISTAN;;;{AGUS};2026-01-01;Plt.\n\
             ;;sekda;{HADI};2026-01-01;definitif\n"
        );
        let done = self.office.import_posts(&self.root, "j.csv", csv.as_bytes(), false).await;
        let done = done.expect("the file is of use");
        assert_eq!((done.loaded, done.bad.len()), (3, 0), "{:?}", done.bad);
    }

    async fn punches(&self, dead_mornings: &[&str]) {
        let approval = Approval {
            serial: "T1".parse().expect("a serial"),
            state: TerminalState::Approved,
            name: Some("Mesin Dinas Pertanian".to_owned()),
            skpd: Some("DISTAN".parse().expect("a code")),
            group: Some("utama".parse().expect("a group")),
            zone: Some(civil::Zone::WIB),
        };
        self.office.decide_terminal(&self.root, approval).await.expect("approved");
        let mut punches = Vec::new();
        for date in october().days() {
            for pin in 101..=105_u32 {
                let minute = |clock: &str| {
                    let at = format!("{date}T{clock}:{:02}", pin - 100);
                    civil::Wall::of(at.parse().expect("a reading"))
                };
                let mut punch = |clock: &str| {
                    punches.push(NewPunch {
                        pin: pin.to_string(),
                        at: minute(clock),
                        status: None,
                        verify: None,
                        line: 1,
                    });
                };
                let dead = dead_mornings.contains(&date.to_string().as_str());
                punch(if dead { "09:10" } else { "07:20" });
                punch("16:35");
            }
        }
        self.deliver(punches).await;
    }

    /// A terminal hands over what it kept.
    pub(crate) async fn deliver(&self, punches: Vec<NewPunch>) {
        let delivery = Delivery {
            terminal: "T1".parse().expect("a serial"),
            zone: civil::Zone::WIB,
            source: PunchSource::Push,
            received: self.office.now(),
            body: b"made up".to_vec(),
            punches,
            quarantined: Vec::new(),
        };
        let audit = storage::AuditEntry {
            at: self.office.now(),
            actor: "test".to_owned(),
            verb: "presence.record_punches",
            subject: String::new(),
            detail: String::new(),
        };
        self.store.record_delivery(delivery, audit).await.expect("punches are kept");
    }

    pub(crate) async fn person(&self, of: &str) -> PersonId {
        let person = self.store.person_by_nip(&nip(of)).await.expect("people can be read");
        person.expect("the person was imported")
    }

    /// Whoever carries the Nip, signed in.
    pub(crate) async fn signed_in(&self, of: &str, role: Role) -> Actor {
        Actor::account(&self.account(of, role).await)
    }

    /// The same with an account that is bound to an organisation.
    pub(crate) async fn signed_in_at(&self, of: &str, role: Role, skpd: &str) -> Actor {
        let skpd = Some(skpd.parse().expect("a code"));
        Actor::account(&Account { skpd, ..self.account(of, role).await })
    }

    async fn account(&self, of: &str, role: Role) -> Account {
        Account {
            id: 1,
            username: of.to_owned(),
            password_hash: String::new(),
            role,
            skpd: None,
            person: Some(self.person(of).await),
            active: true,
        }
    }

    pub(crate) async fn pegawai(&self, of: &str) -> Actor {
        self.signed_in(of, Role::Pegawai).await
    }

    /// Somebody of the personnel office, who is nobody in particular.
    pub(crate) fn bkpsdm() -> Actor {
        Actor::account(&Account {
            id: 2,
            username: "bkpsdm".to_owned(),
            password_hash: String::new(),
            role: Role::Bkpsdm,
            skpd: None,
            person: None,
            active: true,
        })
    }

    pub(crate) async fn october_of(&self, of: &str) -> StatementDoc {
        let statement = self.office.statement(&self.root, &nip(of), october()).await;
        statement.expect("October has facts")
    }

    /// Asks for an arrival at 07.25 on a day, for oneself.
    pub(crate) async fn ask(&self, of: &str, date: &str) -> i64 {
        let actor = self.pegawai(of).await;
        let opened = self.office.request_correction(&actor, correction(of, &[date])).await;
        opened.expect("it is asked").pop().expect("one day").id
    }

    pub(crate) async fn decide(
        &self,
        actor: &Actor,
        matter: i64,
        verdict: Verdict,
        reason: &str,
    ) -> Outcome {
        let seen = self.office.matter(&self.root, matter).await.expect("it is there").matter.steps;
        let decision = Decision { matter, seen };
        let done = self.office.decide(actor, &[decision], verdict, reason).await;
        let Decided { outcome, .. } = done.expect("decided").pop().expect("one");
        outcome
    }
}

/// An arrival at 07.25 on each of some days.
pub(crate) fn correction(of: &str, dates: &[&str]) -> CorrectionRequest {
    let day = |date: &&str| CorrectedDay { date: day(date), arrived: Some(445), left: None };
    CorrectionRequest {
        nip: nip(of),
        days: dates.iter().map(day).collect(),
        cause: Cause::TerminalDown,
        reason: "mesin mati, listrik padam".to_owned(),
        proofs: Vec::new(),
    }
}
