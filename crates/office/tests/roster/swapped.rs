use civil::Role;
use office::{
    OfficeError,
    matter::{Decision, Mistake, Outcome, Verdict},
    presence::{SwapChecked, SwapRequest},
};
use storage::{
    AuditEntry,
    matters::{MatterKind, NewMatter, Standing},
    presence::NewExcuse,
};

use crate::ward::{BUDI, DEWI, JONO, RINA, SITI, Ward, day, nip, rsud, turn, wards};

/// 20 October 2026.
const NOW: &str = "2026-10-20T03:00:00Z";

fn request(of: &str, with: &str, dates: &[&str]) -> SwapRequest {
    SwapRequest {
        nip: nip(of),
        with: nip(with),
        dates: dates.iter().map(|date| day(date)).collect(),
        reason: "wisuda adik".to_owned(),
    }
}

impl Ward {
    async fn swap(&self, of: &str, with: &str, dates: &[&str]) -> SwapChecked {
        let actor = self.signed_in(of, Role::Pegawai).await;
        let asked = self.office.request_swap(&actor, request(of, with, dates)).await;
        asked.expect("it can be asked about")
    }

    async fn opened(&self, of: &str, with: &str, dates: &[&str]) -> i64 {
        let checked = self.swap(of, with, dates).await;
        assert_eq!(checked.findings, []);
        checked.opened.expect("nothing hinders it").id
    }

    async fn hindered(&self, of: &str, with: &str, dates: &[&str]) -> Vec<String> {
        let checked = self.swap(of, with, dates).await;
        assert_eq!(checked.opened, None);
        checked.findings.into_iter().map(|finding| finding.key).collect()
    }

    async fn on(&self, of: &str, date: &str) -> (String, &'static str) {
        let place = usize::try_from(day(date).day() - 1).expect("days count from 1");
        self.letters(of, &date[..7]).await.swap_remove(place)
    }
}

fn audit(ward: &Ward) -> AuditEntry {
    AuditEntry {
        at: ward.office.now(),
        actor: "test".to_owned(),
        verb: "test",
        subject: String::new(),
        detail: String::new(),
    }
}

#[tokio::test]
async fn turns_change_hands_once_the_colleague_consents_and_the_superior_agrees() {
    for ward in wards(NOW).await {
        let id = ward.opened(SITI, BUDI, &["2026-10-31", "2026-11-02"]).await;
        let (siti, budi) =
            (ward.signed_in(SITI, Role::Pegawai).await, ward.signed_in(BUDI, Role::Pegawai).await);
        let rina = ward.signed_in(RINA, Role::Pimpinan).await;
        assert_eq!(ward.decide(&rina, id, Verdict::Grant).await, Outcome::NotYours);
        assert_eq!(ward.decide(&siti, id, Verdict::Grant).await, Outcome::Oneself);
        let waiting = ward.office.waiting_matters(&budi).await.unwrap();
        assert_eq!(waiting.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        assert!(!waiting.rows[0].change.days.is_empty(), "the effect is seen beforehand");
        let forwarded = Outcome::Forwarded("head:RSUD/Ruang Melati".to_owned());
        assert_eq!(ward.decide(&budi, id, Verdict::Grant).await, forwarded);
        assert_eq!(ward.on(SITI, "2026-10-31").await, ("M".to_owned(), "cycle"));
        assert_eq!(ward.decide(&rina, id, Verdict::Grant).await, Outcome::Granted);
        for (of, date, letter) in [
            (SITI, "2026-10-31", "-"),
            (BUDI, "2026-10-31", "M"),
            (SITI, "2026-11-02", "P"),
            (BUDI, "2026-11-02", "-"),
        ] {
            assert_eq!(ward.on(of, date).await, (letter.to_owned(), "roster"), "{of} {date}");
        }
        assert_eq!(ward.on(SITI, "2026-11-01").await, ("M".to_owned(), "cycle"));
        // What two agreed on, one does not undo.
        let back = ward.office.take_back(&siti, id, "berubah pikiran").await;
        assert!(matches!(back, Err(OfficeError::Mistake(Mistake::TurnsExchanged))), "{back:?}");
        let again = ward.opened(SITI, BUDI, &["2026-10-31", "2026-11-02"]).await;
        ward.decide(&budi, again, Verdict::Grant).await;
        assert_eq!(ward.decide(&rina, again, Verdict::Grant).await, Outcome::Granted);
        assert_eq!(ward.on(SITI, "2026-10-31").await, ("M".to_owned(), "roster"));
    }
}

#[tokio::test]
async fn nobody_swaps_for_others_and_without_consent_nothing_is_put_before_anybody() {
    for ward in wards(NOW).await {
        let dewi = ward.signed_in(DEWI, Role::Pegawai).await;
        let asked = ward.office.request_swap(&dewi, request(SITI, BUDI, &["2026-10-31"])).await;
        assert!(matches!(asked, Err(OfficeError::Forbidden(_))), "{asked:?}");
        let rina = ward.signed_in(RINA, Role::Operator).await;
        let asked = ward.office.request_swap(&rina, request(SITI, BUDI, &["2026-10-31"])).await;
        assert!(matches!(asked, Err(OfficeError::Forbidden(_))), "{asked:?}");
        let id = ward.opened(SITI, BUDI, &["2026-10-31"]).await;
        let budi = ward.signed_in(BUDI, Role::Pegawai).await;
        assert_eq!(ward.decide(&budi, id, Verdict::Refuse).await, Outcome::Refused);
        let siti = ward.signed_in(SITI, Role::Pegawai).await;
        let appeal = ward.office.appeal(&siti, id, "tolong").await;
        assert!(matches!(appeal, Err(OfficeError::Mistake(Mistake::NoAppealOfSwap))), "{appeal:?}");
        // Taken back before it is decided, it is over.
        let id = ward.opened(SITI, BUDI, &["2026-10-31"]).await;
        ward.office.take_back(&siti, id, "").await.unwrap();
        assert_eq!(ward.decide(&budi, id, Verdict::Grant).await, Outcome::Overtaken);
        assert_eq!(ward.on(SITI, "2026-10-31").await, ("M".to_owned(), "cycle"));
    }
}

#[tokio::test]
async fn of_two_swaps_of_one_night_the_second_is_told() {
    for ward in wards(NOW).await {
        let rina = ward.signed_in(RINA, Role::Pimpinan).await;
        let mut ids = Vec::new();
        for with in [BUDI, DEWI] {
            let id = ward.opened(SITI, with, &["2026-10-31"]).await;
            let colleague = ward.signed_in(with, Role::Pegawai).await;
            ward.decide(&colleague, id, Verdict::Grant).await;
            ids.push([Decision { matter: id, seen: 1 }]);
        }
        let grant = |decision| ward.office.decide(&rina, decision, Verdict::Grant, "baik");
        let (one, other) = tokio::join!(grant(&ids[0]), grant(&ids[1]));
        let outcomes = [one.unwrap().remove(0).outcome, other.unwrap().remove(0).outcome];
        let granted = outcomes.iter().filter(|outcome| **outcome == Outcome::Granted).count();
        assert_eq!(granted, 1, "{outcomes:?}");
        let lost = usize::from(outcomes[0] == Outcome::Granted);
        let again = ward.decide(&rina, ids[lost][0].matter, Verdict::Grant).await;
        let Outcome::Hindered(findings) = again else { panic!("{again:?}") };
        assert_eq!(findings[0].key, "roster-swap-changed");
        let with = [BUDI, DEWI][1 - lost];
        assert_eq!(ward.on(with, "2026-10-31").await, ("M".to_owned(), "roster"));
        assert_eq!(ward.on([BUDI, DEWI][lost], "2026-10-31").await.1, "cycle");
    }
}

#[tokio::test]
async fn what_hinders_a_swap_is_told() {
    for ward in wards(NOW).await {
        assert_eq!(ward.hindered(SITI, BUDI, &["2026-10-19"]).await, ["roster-swap-past"]);
        assert_eq!(ward.hindered(SITI, JONO, &["2026-10-31"]).await, ["roster-swap-pattern"]);
        assert_eq!(ward.hindered(SITI, RINA, &["2026-10-31"]).await, ["roster-swap-pattern"]);
        ward.put(&[turn(DEWI, "2026-10-31", "M")]).await;
        assert_eq!(ward.hindered(SITI, DEWI, &["2026-10-31"]).await, ["roster-swap-same"]);
        let id = ward.opened(SITI, BUDI, &["2026-10-31"]).await;
        let budi = ward.signed_in(BUDI, Role::Pegawai).await;
        ward.decide(&budi, id, Verdict::Grant).await;

        let excuse = NewExcuse {
            person: ward.person(BUDI).await,
            kind: "cuti-tahunan".to_owned(),
            from: day("2026-10-30"),
            until: day("2026-10-31"),
            minutes: None,
            reason: String::new(),
        };
        ward.store.add_excuses(&[excuse], audit(&ward)).await.unwrap();
        assert_eq!(ward.hindered(SITI, BUDI, &["2026-10-31"]).await, ["roster-swap-away"]);
        // What came between is told to whoever decides.
        let rina = ward.signed_in(RINA, Role::Pimpinan).await;
        let outcome = ward.decide(&rina, id, Verdict::Grant).await;
        let Outcome::Hindered(findings) = outcome else { panic!("{outcome:?}") };
        assert_eq!(findings[0].key, "roster-swap-away");

        let closing = NewMatter {
            kind: MatterKind::Closing,
            person: None,
            skpd: rsud(),
            from: day("2026-11-01"),
            until: day("2026-11-30"),
            key: Some("2026-11 RSUD".to_owned()),
            data: "{}".to_owned(),
            standing: Standing { stage: "closed".to_owned(), desk: None, due: None },
        };
        ward.store.open_matters(&[(closing, audit(&ward))]).await.unwrap();
        assert_eq!(ward.hindered(SITI, BUDI, &["2026-11-02"]).await, ["roster-swap-closed"]);
        let done = ward.put(&[turn(SITI, "2026-11-02", "P")]).await;
        assert_eq!((done.new, done.bad.len()), (0, 1), "a closed month is as it is");
    }
}
