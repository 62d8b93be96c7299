use civil::Role;
use office::OfficeError;

use crate::ward::{BUDI, DEWI, JONO, RINA, SITI, day, month, nip, rsud, turn, wards};

const NOW: &str = "2026-11-20T03:00:00Z";

#[tokio::test]
async fn a_night_that_changed_hands_is_judged_by_whoever_has_it_over_the_end_of_the_month() {
    for ward in wards(NOW).await {
        ward.punched(&[("102", "2026-10-31 21:16:00"), ("102", "2026-11-01 07:00:00")]).await;
        assert_eq!(ward.explained(SITI, "2026-10-31").await.verdict, "absent");
        let before = ward.explained(BUDI, "2026-10-31").await;
        assert_eq!((before.verdict, before.turn), ("off", None));

        let done = ward.put(&[turn(SITI, "2026-10-31", "-"), turn(BUDI, "2026-10-31", "M")]).await;
        assert_eq!((done.new, done.bad.len()), (2, 0), "{:?}", done.bad);
        assert_eq!(ward.explained(SITI, "2026-10-31").await.verdict, "off");
        let night = ward.explained(BUDI, "2026-10-31").await;
        assert_eq!((night.verdict, night.late_minutes), ("late", 16));
        assert_eq!(night.turn.as_deref(), Some("M"));
        assert_eq!(night.shifts[0].ends, "2026-11-01 07:00:00");
        let used: Vec<_> = night.scans.iter().map(|scan| scan.used).collect();
        assert_eq!(used, ["arrived", "left"]);
        // The morning scan of November is of the night of October.
        let next = ward.explained(BUDI, "2026-11-01").await;
        assert_eq!(next.verdict, "off");
        let october = ward.statement(BUDI, "2026-10").await;
        let of_night: Vec<_> = october.lines.iter().filter(|l| l.date == "2026-10-31").collect();
        assert_eq!(of_night.iter().map(|line| line.minutes).collect::<Vec<_>>(), [16]);
        for of in [SITI, BUDI] {
            ward.is_as_from_nothing(of, "2026-10").await;
            ward.is_as_from_nothing(of, "2026-11").await;
        }
        // A turn on a day off that nobody comes to.
        ward.put(&[turn(SITI, "2026-11-02", "S")]).await;
        assert_eq!(ward.explained(SITI, "2026-11-02").await.verdict, "absent");
        // Taken away again, the cycle holds.
        ward.put(&[turn(SITI, "2026-11-02", ""), turn(SITI, "2026-10-31", "")]).await;
        assert_eq!(ward.explained(SITI, "2026-11-02").await.verdict, "off");
        assert_eq!(ward.explained(SITI, "2026-10-31").await.verdict, "absent");
        ward.is_as_from_nothing(SITI, "2026-11").await;
    }
}

#[tokio::test]
async fn a_duty_of_24_hours_is_judged_on_the_day_it_was_moved_to() {
    for ward in wards(NOW).await {
        ward.punched(&[("105", "2026-11-02 07:55:00"), ("105", "2026-11-03 08:03:00")]).await;
        // By the cycle the morning of the second is the end of the duty of the first.
        assert_eq!(ward.explained(JONO, "2026-11-01").await.verdict, "incomplete");
        let satpolpp = "SATPOLPP".parse().unwrap();
        let turns = [turn(JONO, "2026-11-01", "-"), turn(JONO, "2026-11-02", "D")];
        let done = ward.office.put_roster(&ward.root, &satpolpp, &turns).await.unwrap();
        assert_eq!((done.new, done.bad), (2, vec![]));
        let short = done.warnings.iter().find(|one| one.code == "short-rest").unwrap();
        assert_eq!((short.date, short.found, short.limit), (day("2026-11-04"), 1_440, 2_880));
        assert_eq!(short.nip.as_deref(), Some(JONO));
        assert!(short.source.contains("Diktum Keenam"), "{}", short.source);
        assert_eq!(ward.explained(JONO, "2026-11-01").await.verdict, "off");
        let duty = ward.explained(JONO, "2026-11-02").await;
        assert_eq!((duty.verdict, duty.shifts.len()), ("present", 1));
        assert_eq!(ward.explained(JONO, "2026-11-03").await.verdict, "off");
        ward.is_as_from_nothing(JONO, "2026-11").await;
    }
}

#[tokio::test]
async fn a_month_is_read_with_its_holidays_and_what_is_to_be_warned_of() {
    for ward in wards(NOW).await {
        let december = month("2026-12");
        let roster = ward.office.roster_month(&ward.root, &rsud(), december).await.unwrap();
        let names: Vec<_> = roster.people.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Budi Santoso", "Dewi Lestari", "Siti Aminah"]);
        assert_eq!(roster.others, 1, "the head works five days");
        let letters: Vec<_> = roster.patterns["rsud-rotasi"].iter().map(|s| &*s.letter).collect();
        assert_eq!(letters, ["M", "P", "S"]);
        let christmas = roster.days[24].holiday.as_ref().unwrap();
        assert_eq!(christmas.kind, "libur-nasional");
        assert!(!roster.warnings.iter().any(|one| one.code == "holiday-unstaffed"));
        // Three nurses cannot fill shifts that need ten.
        assert!(roster.warnings.iter().any(|one| one.code == "uncovered-shift"));

        let off = [SITI, BUDI, DEWI].map(|of| turn(of, "2026-12-25", "-"));
        let done = ward.put(&off).await;
        let nobody: Vec<_> =
            done.warnings.iter().filter(|one| one.code == "holiday-unstaffed").collect();
        assert_eq!(nobody.len(), 1, "{nobody:?}");
        assert_eq!((nobody[0].date, nobody[0].unit.as_deref()), (day("2026-12-25"), Some("RSUD")));
        let roster = ward.office.roster_month(&ward.root, &rsud(), december).await.unwrap();
        assert!(roster.warnings.iter().any(|one| one.code == "holiday-unstaffed"));
    }
}

#[tokio::test]
async fn turns_are_given_all_or_none_and_by_whoever_keeps_the_roster() {
    for ward in wards(NOW).await {
        let bad = [
            turn(SITI, "2026-11-25", "P"),
            turn(SITI, "2026-11-26", "D"),
            turn(RINA, "2026-11-26", "P"),
            turn(JONO, "2026-11-26", "D"),
        ];
        let done = ward.put(&bad).await;
        let told: Vec<_> =
            done.bad.iter().map(|bad| (bad.nip.as_str(), bad.reason.to_string())).collect();
        let expected = [
            (SITI, "\"D\" is no shift; write M, P, S, or L for off"),
            (RINA, "lima-hari has no shifts to choose; change the schedule"),
            (JONO, "is not in service in RSUD on 2026-11-26"),
        ]
        .map(|(nip, why)| (nip, why.to_owned()));
        assert_eq!((done.new, &told[..]), (0, &expected[..]));
        assert!(ward.letters(SITI, "2026-11").await.iter().all(|(_, by)| *by == "cycle"));

        let one = [turn(SITI, "2026-11-25", "P")];
        for (role, may) in [
            (Role::Operator, true),
            (Role::Pimpinan, true),
            (Role::Bkpsdm, true),
            (Role::Pegawai, false),
            (Role::Bendahara, false),
            (Role::Auditor, false),
        ] {
            let actor = ward.signed_in(RINA, role).await;
            let done = ward.office.put_roster(&actor, &rsud(), &one).await;
            assert_eq!(done.is_ok(), may, "{role}");
            if !may {
                assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{role}");
            }
            let elsewhere = ward.office.put_roster(&actor, &"DINKES".parse().unwrap(), &[]).await;
            assert_eq!(elsewhere.is_ok(), role == Role::Bkpsdm, "{role} elsewhere");
        }
        // Nobody makes a past day of his own better.
        let siti = ward.signed_in(SITI, Role::Operator).await;
        let past = [turn(SITI, "2026-11-19", "-")];
        let done = ward.office.put_roster(&siti, &rsud(), &past).await.unwrap();
        assert_eq!((done.new, done.bad.len()), (0, 1));
        let log = ward.store.audit(1).await.unwrap();
        let entry = (log[0].verb.as_str(), log[0].subject.as_str(), log[0].detail.as_str());
        assert_eq!(entry, ("roster.put", "RSUD", "2026-11-25 2026-11-25 turns=1 people=1"));
    }
}

#[tokio::test]
async fn a_day_given_off_is_no_day_of_leave_and_who_is_on_leave_fills_no_shift() {
    for ward in wards(NOW).await {
        let person = ward.person(SITI).await;
        let excuse = storage::presence::NewExcuse {
            person,
            kind: "cuti-tahunan".to_owned(),
            from: day("2026-12-01"),
            until: day("2026-12-03"),
            minutes: None,
            reason: "keluarga".to_owned(),
        };
        let audit = storage::AuditEntry {
            at: ward.office.now(),
            actor: "test".to_owned(),
            verb: "presence.record_excuses",
            subject: String::new(),
            detail: String::new(),
        };
        ward.store.add_excuses(&[excuse], audit).await.unwrap();
        let december = month("2026-12");
        let roster = ward.office.roster_month(&ward.root, &rsud(), december).await.unwrap();
        let row = roster.people.iter().find(|row| row.nip == SITI).unwrap();
        assert_eq!(row.cells[0].excuse, Some("cuti-tahunan"));
        let letter = row.cells[0].letter.clone().unwrap();
        let missing = roster
            .warnings
            .iter()
            .find(|one| one.date == day("2026-12-01") && one.letter.as_ref() == Some(&letter));
        assert_eq!(missing.map(|one| one.found), Some(0), "{letter}");
        assert_eq!(nip(SITI).to_string(), row.nip);
    }
}
