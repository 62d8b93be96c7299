//! A small office of 2026. Everybody comes each weekday but for the days that are named.

use std::{fmt::Write as _, sync::Arc};

use civil::{FixedClock, Nip, PersonId, Role};
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Weekday},
};
use office::{
    Actor, Office,
    discipline::{CaseAppended, CaseEntry, CaseError, CaseRefusal, EventWords, NewCase},
    person::PeopleImport,
};
use rules::{
    discipline::case::{CaseEvent, Officer, Step, Subject, SummonsNumber},
    law::discipline::{Capacity, Post},
};
use storage::access::Account;

use crate::common::{approve, office, owner};

/// Three days absent: a light sanction.
pub(crate) const UJANG: &str = "199001012015031004";
/// Eleven days absent: a medium one.
pub(crate) const SITI: &str = "198504102010012007";
/// Twenty-one days absent: a heavy one.
pub(crate) const MAYA: &str = "199011022015042001";
/// Head of the office; came every day.
pub(crate) const RATNA: &str = "197503031999032001";
/// Of the personnel office.
pub(crate) const BUDI: &str = "198704122010011003";
/// One day absent.
pub(crate) const DEDI: &str = "198001012005011002";

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
199001012015031004;Ujang Hidayat;DISTAN;Bidang Kebun;Pengolah data;7;PNS;1;lima-hari;2024-01-01
198504102010012007;Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;2;lima-hari;2024-01-01
199011022015042001;Maya Lestari;DISTAN;Bidang Kebun;Penyuluh;7;PNS;3;lima-hari;2024-01-01
197503031999032001;Ratna Wulandari;DISTAN;;Kepala Dinas;14;PNS;4;lima-hari;2024-01-01
198704122010011003;Budi Santoso;BKPSDM;;Analis SDM;8;PNS;5;lima-hari;2024-01-01
198001012005011002;Dedi Kurnia;DINKES;;Perawat;7;PPPK;6;lima-hari;2024-01-01
";

pub(crate) const UJANG_ABSENT: [&str; 3] = ["2026-07-06", "2026-07-15", "2026-07-31"];

/// Never more than five working days in a row.
pub(crate) const SITI_ABSENT: [&str; 11] = [
    "2026-07-06",
    "2026-07-07",
    "2026-07-08",
    "2026-07-09",
    "2026-07-10",
    "2026-07-14",
    "2026-07-15",
    "2026-07-16",
    "2026-07-21",
    "2026-07-22",
    "2026-07-28",
];

/// Ten in a row until the 14th; then never more than six.
pub(crate) const MAYA_ABSENT: [&str; 21] = [
    "2026-07-01",
    "2026-07-02",
    "2026-07-03",
    "2026-07-06",
    "2026-07-07",
    "2026-07-08",
    "2026-07-09",
    "2026-07-10",
    "2026-07-13",
    "2026-07-14",
    "2026-07-16",
    "2026-07-17",
    "2026-07-20",
    "2026-07-21",
    "2026-07-22",
    "2026-07-23",
    "2026-07-27",
    "2026-07-28",
    "2026-07-29",
    "2026-07-30",
    "2026-07-31",
];

pub(crate) const READY: &str = "the example is in order";

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect(READY)
}

pub(crate) fn days(texts: &[&str]) -> Vec<Date> {
    texts.iter().map(|text| day(text)).collect()
}

pub(crate) fn nip(text: &str) -> Nip {
    text.parse().expect(READY)
}

pub(crate) struct Desk {
    pub(crate) office: Office,
    clock: Arc<FixedClock>,
}

/// The office on Monday 10 August 2026, with July and the first week of August.
pub(crate) async fn desk() -> Desk {
    let (office, clock) = office("contoh", "2026-08-10T02:00:00Z");
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
    let done = office.import_people(&owner(), "p.csv", PEOPLE.as_bytes(), options).await;
    assert_eq!(done.expect(READY).bad, []);
    let desk = Desk { office, clock };
    desk.work("2026-07-01", "2026-08-07").await;
    desk
}

impl Desk {
    /// Everybody comes each weekday of a span, but for the days that are named.
    pub(crate) async fn work(&self, from: &str, until: &str) {
        let absent: [(u8, &[&str]); 6] = [
            (1, &UJANG_ABSENT),
            (2, &SITI_ABSENT),
            (3, &MAYA_ABSENT),
            (4, &[]),
            (5, &[]),
            (6, &["2026-07-20"]),
        ];
        self.come(&absent, from, until).await;
    }

    /// Only Ratna comes each weekday of a span.
    pub(crate) async fn only_ratna(&self, from: &str, until: &str) {
        self.come(&[(4, &[])], from, until).await;
    }

    /// People with these PINs come each weekday of a span, but for the days that are named.
    async fn come(&self, people: &[(u8, &[&str])], from: &str, until: &str) {
        let mut lines = String::new();
        let (from, until) = (day(from), day(until));
        for date in from.series(1.day()).take_while(|date| *date <= until) {
            let free = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
            for (pin, absent) in people.iter().filter(|_| !free) {
                if !absent.contains(&date.to_string().as_str()) {
                    let _ = writeln!(lines, "{pin}\t{date} 07:10:00\t0\t1");
                    let _ = writeln!(lines, "{pin}\t{date} 16:40:00\t1\t1");
                }
            }
        }
        let terminal = approve(&self.office, "T1").await;
        self.office.record_push(&terminal, lines.into_bytes()).await.expect(READY);
    }

    /// Moves the clock to a day, 09.00 WIB.
    pub(crate) fn on(&self, day: &str) {
        let then: Timestamp = format!("{day}T02:00:00Z").parse().expect(READY);
        let seconds = then.as_second() - self.office.now().as_second();
        assert!(seconds >= 0, "time goes forward");
        self.clock.advance_seconds(seconds);
    }

    pub(crate) async fn person(&self, of: &str) -> PersonId {
        self.office.show_person(&owner(), &nip(of)).await.expect(READY).person
    }

    /// Somebody who signed in, behind whom a person stands.
    pub(crate) async fn account(&self, role: Role, skpd: Option<&str>, of: &str) -> Actor {
        Actor::account(&Account {
            id: 1,
            username: format!("{role}.{of}"),
            password_hash: String::new(),
            role,
            skpd: skpd.map(|skpd| skpd.parse().expect(READY)),
            person: Some(self.person(of).await),
            active: true,
        })
    }

    /// Opens a case today.
    pub(crate) async fn open(
        &self,
        of: &str,
        rung: &str,
        absences: &[&str],
    ) -> Result<i64, String> {
        let new = NewCase {
            nip: nip(of),
            on: self.office.today(),
            post: Post::Pelaksana,
            rung: rung.to_owned(),
            absences: days(absences),
            note: String::new(),
        };
        self.office.open_case(&owner(), new).await.map_err(code)
    }

    /// Records what happened today in a case as it is now.
    pub(crate) async fn record(&self, case: i64, step: Step) -> Result<CaseAppended, String> {
        let seen = self.office.show_case(&owner(), case).await.expect(READY).steps;
        self.record_seen(case, seen, step).await
    }

    pub(crate) async fn record_seen(
        &self,
        case: i64,
        seen: u32,
        step: Step,
    ) -> Result<CaseAppended, String> {
        let words = EventWords {
            time: Some("09:00".parse().expect(READY)),
            place: "Ruang rapat".to_owned(),
            examiner: Some(self.person(RATNA).await),
            ..EventWords::default()
        };
        let entry = CaseEntry { event: CaseEvent { on: self.office.today(), step }, words };
        self.office.append_case_event(&owner(), case, seen, entry).await.map_err(code)
    }

    /// From the first summons to the finding, on the days that the law asks for.
    pub(crate) async fn to_finding(&self, case: i64, team: Option<&[PersonId]>, rung: &str) {
        self.record(case, summoned(SummonsNumber::First, "2026-08-20")).await.expect(READY);
        if let Some(team) = team {
            let decree = "800/10/TIM".to_owned();
            let formed = Step::TeamFormed { members: team.to_vec(), decree };
            self.record(case, formed).await.expect(READY);
        }
        self.on("2026-08-20");
        let by = match team {
            Some(team) => team.to_vec(),
            None => vec![self.person(RATNA).await],
        };
        self.record(case, Step::Examined { by, minutes: "BAP 1".to_owned() }).await.expect(READY);
        let found = Step::Found { breaches: vec![rung.to_owned()] };
        self.record(case, found).await.expect(READY);
    }

    pub(crate) async fn decided(&self, sanction: &str, by: &str, capacity: Capacity) -> Step {
        Step::Decided {
            sanction: sanction.to_owned(),
            by: Officer { person: self.person(by).await, capacity },
            number: "800/12/HD".to_owned(),
        }
    }
}

pub(crate) fn summoned(number: SummonsNumber, examination: &str) -> Step {
    Step::Summoned { number, examination: day(examination), letter: "800/11".to_owned() }
}

pub(crate) fn raised(person: PersonId) -> Step {
    Step::Raised {
        subject: Subject { person, post: Post::Pelaksana },
        ladder: "pp94".to_owned(),
        rung: "teguran-lisan".to_owned(),
        absences: days(&UJANG_ABSENT),
    }
}

/// The word of a refusal; anything else as it reads.
pub(crate) fn code(error: CaseError) -> String {
    match error {
        CaseError::Refused(CaseRefusal::Law(refusal)) => match refusal {
            rules::discipline::case::Refusal::SummonsTooShort { earliest }
            | rules::discipline::case::Refusal::TooEarly { earliest } => {
                format!("{} {earliest}", refusal.code())
            }
            _ => refusal.code().to_owned(),
        },
        CaseError::Refused(refusal) => refusal.code().to_owned(),
        CaseError::Office(error) => error.to_string(),
    }
}
