//! From pushed bytes to a statement and an explained day, in the invented regency.

#[path = "month/at_once.rs"]
mod at_once;
mod common;
#[path = "month/no_more.rs"]
mod no_more;
#[path = "month/out_of_reach.rs"]
mod out_of_reach;
#[path = "month/schedules_meet.rs"]
mod schedules_meet;
#[path = "month/statements.rs"]
mod statements;

use civil::Month;
use common::{approve, office, owner};
use office::{
    allowance::{PayStatus, Problems, SheetFilter, SheetRow, SheetTodo},
    person::PeopleImport,
    presence::NewPin,
};
use rules::day::Findings;
use storage::presence::People;

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
198504102010012007;Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;1001;lima-hari;2024-01-01
199001012015031004;Ujang Hidayat;DISTAN;Bidang Kebun;Pengolah data;7;PNS;1002;lima-hari;2024-01-01
";

const PUSHED: &str = "\
1001\t2026-11-02 07:25:10\t0\t1
1001\t2026-11-02 16:01:30\t1\t1
1001\t2026-11-03 08:12:00\t0\t1
1001\t2026-11-03 16:04:00\t1\t1
1001\t2026-11-04 07:29:59\t255\t1
1003\t2026-11-04 07:29:59\t255\t1
1002\t2000-01-01 00:00:00\t0\t1
";

/// When the example is looked at: November is over.
const NOW: &str = "2026-12-05T03:00:00Z";

async fn loaded() -> (office::Office, std::sync::Arc<civil::FixedClock>) {
    let (office, clock) = office("contoh", NOW);
    load(&office).await;
    (office, clock)
}

async fn load(office: &office::Office) {
    let options =
        PeopleImport { dry_run: false, pin_group: "utama".parse().expect("the example loads") };
    let imported = office
        .import_people(&owner(), "people.csv", PEOPLE.as_bytes(), options)
        .await
        .expect("the example loads");
    assert_eq!((imported.people_new, imported.bad.len()), (2, 0), "{:?}", imported.bad);
    let terminal = approve(office, "T1").await;
    let pushed =
        office.record_push(&terminal, PUSHED.as_bytes().to_vec()).await.expect("the example loads");
    assert_eq!(pushed.records, 7);
    assert_eq!((pushed.recorded.stored, pushed.recorded.quarantined), (6, 1));
}

fn november() -> Month {
    "2026-11".parse().expect("the example loads")
}

#[tokio::test]
async fn a_statement_leads_from_rupiah_to_scan_and_article() {
    let (office, _) = loaded().await;
    let nip = "198504102010012007".parse().unwrap();
    let statement = office.statement(&owner(), &nip, november()).await.unwrap();
    assert_eq!(statement.tpp_gross, 3_854_725);
    assert_eq!(statement.status, PayStatus::Simulasi);
    let lines: i64 = statement.lines.iter().map(|line| line.amount).sum();
    assert_eq!(lines, statement.deduction_total);
    assert_eq!(statement.tpp_net, statement.tpp_gross + statement.deduction_total);
    let late = statement.lines.iter().find(|line| line.date == "2026-11-03").unwrap();
    assert_eq!((late.code.as_str(), late.minutes, late.base), ("TL2", 42, 1_541_890));
    assert_eq!(late.punches, ["2026-11-03 08:12:00", "2026-11-03 16:04:00"]);
    assert!(!late.act.is_empty() && !late.article.is_empty());
    let forgotten = statement.lines.iter().find(|line| line.date == "2026-11-04").unwrap();
    assert_eq!(forgotten.code, "PSW4", "no departure scan is charged as the longest");
}

#[tokio::test]
async fn replaying_a_push_changes_nothing() {
    let (office, _) = loaded().await;
    office.refresh(november(), &People::All).await.unwrap();
    let nip = "198504102010012007".parse().unwrap();
    let before = office.statement(&owner(), &nip, november()).await.unwrap();
    let terminal = approve(&office, "T1").await;
    let again = office.record_push(&terminal, PUSHED.as_bytes().to_vec()).await.unwrap();
    assert_eq!((again.records, again.recorded.stored, again.recorded.known), (7, 0, 6));
    let done = office.refresh(november(), &People::All).await.unwrap();
    assert_eq!(done.days, 0, "nothing is stale");
    assert_eq!(office.statement(&owner(), &nip, november()).await.unwrap(), before);
}

#[tokio::test]
async fn a_late_punch_evaluates_its_day_and_its_neighbours_only() {
    let (office, _) = loaded().await;
    office.refresh(november(), &People::All).await.unwrap();
    let terminal = approve(&office, "T1").await;
    let late = b"1001\t2026-11-04 16:02:00\t1\t1\n".to_vec();
    office.record_push(&terminal, late).await.unwrap();
    let done = office.refresh(november(), &People::All).await.unwrap();
    assert_eq!((done.people, done.days, done.changed), (1, 3, 1));
    let nip = "198504102010012007".parse().unwrap();
    let patched = office.statement(&owner(), &nip, november()).await.unwrap();
    office.evaluate_month(&owner(), november(), &People::All).await.unwrap();
    let anew = office.statement(&owner(), &nip, november()).await.unwrap();
    assert_eq!(patched, anew, "recomputing from nothing gives the stored result");
}

#[tokio::test]
async fn an_unknown_pin_is_attached_when_it_is_mapped() {
    let (office, _) = loaded().await;
    office.refresh(november(), &People::All).await.unwrap();
    let unknown = office.unknown_pins(&owner(), 10).await.unwrap();
    assert_eq!(unknown.iter().map(|pin| pin.pin.as_str()).collect::<Vec<_>>(), ["1003"]);
    let nip = "199001012015031004".parse().unwrap();
    let pin = NewPin {
        group: "utama".parse().unwrap(),
        pin: "1003".parse().unwrap(),
        nip,
        valid_from: "2026-11-01".parse().unwrap(),
    };
    office.map_pins(&owner(), &[pin]).await.unwrap();
    let done = office.refresh(november(), &People::All).await.unwrap();
    assert_eq!((done.people, done.changed), (1, 1));
    let day = office.explain_day(&owner(), &nip, "2026-11-04".parse().unwrap()).await.unwrap();
    assert_eq!(day.verdict, "incomplete");
    assert_eq!(day.scans.len(), 1);
}

#[tokio::test]
async fn a_day_is_explained_to_the_scan() {
    let (office, _) = loaded().await;
    let nip = "198504102010012007".parse().unwrap();
    let day = office.explain_day(&owner(), &nip, "2026-11-03".parse().unwrap()).await.unwrap();
    assert_eq!((day.verdict, day.late_minutes, day.early_minutes), ("late", 42, 0));
    let used: Vec<_> = day.scans.iter().map(|scan| (scan.at.as_str(), scan.used)).collect();
    assert_eq!(used, [("2026-11-03 08:12:00", "arrived"), ("2026-11-03 16:04:00", "left")]);
    assert_eq!(day.lines.len(), 1);
    assert!(day.articles.iter().any(|article| article.act.contains("Perpres 21/2023")));
}

#[tokio::test]
async fn the_sheet_of_a_unit_shows_problems_first() {
    let (office, _) = loaded().await;
    let skpd = "DISTAN".parse().unwrap();
    let filter = SheetFilter { problems_only: Problems::AndAll, ..SheetFilter::default() };
    let sheet = office.month_sheet(&owner(), &skpd, november(), &filter).await.unwrap();
    assert_eq!((sheet.people, sheet.rows.len(), sheet.days.len()), (2, 2, 30));
    assert_eq!(sheet.rows[0].name, "Ujang Hidayat", "absent all month, so first");
    assert_eq!(sheet.totals.people, 2);
    assert!(sheet.rows.is_sorted_by_key(|row| (row.problems == 0, row.cut)));
    assert_eq!(sheet.totals.net, sheet.totals.gross + sheet.totals.cut);
    let by_day: u32 = sheet.days.iter().map(|day| day.problems).sum();
    assert_eq!(by_day, sheet.rows.iter().map(|row| row.problems).sum::<u32>());
    assert!(sheet.days.iter().all(|day| day.due == 0 || day.due == 2), "one pattern for both");
    for (todo, finding) in [("no-in", Findings::NO_IN), ("no-out", Findings::NO_OUT)] {
        let concerned = |row: &&SheetRow| row.days.iter().any(|day| day.findings.has(finding));
        let people = sheet.rows.iter().filter(concerned).count();
        let only = SheetFilter { about: SheetTodo::from_code(todo), ..filter.clone() };
        let only = office.month_sheet(&owner(), &skpd, november(), &only).await.unwrap();
        assert_eq!(only.people, people, "{todo}");
        assert!(people < sheet.people, "{todo} narrows");
    }
}

/// A night shift begins in one month and ends in the next, so a scan at the edge of a month makes
/// the other stale too: where the other is stored, and only until both are evaluated.
#[tokio::test]
async fn a_scan_at_the_edge_of_a_month_reaches_the_month_beside_it() {
    let (office, _) = loaded().await;
    let terminal = approve(&office, "T1").await;
    let push = async |lines: &str| {
        let done = office.record_push(&terminal, lines.as_bytes().to_vec()).await;
        assert!(done.unwrap().recorded.stored > 0, "{lines}");
    };
    let evaluated = async || office.refresh_all(&owner()).await.unwrap().people;
    assert_eq!(evaluated().await, 4, "both people in November and in the running month");
    push("1001\t2026-11-01 00:10:00\t1\t1\n").await;
    assert_eq!(evaluated().await, 1, "in November; of October nothing is stored");

    let october = november().previous();
    push("1001\t2026-10-31 21:55:00\t0\t1\n").await;
    assert_eq!(evaluated().await, 2, "in October, and in November, which it reaches");
    push("1001\t2026-11-01 00:20:00\t1\t1\n").await;
    assert_eq!(evaluated().await, 2, "in both");
    assert_eq!(evaluated().await, 0);

    push("1001\t2026-11-01 00:30:00\t1\t1\n").await;
    office.evaluate_month(&owner(), november(), &People::All).await.unwrap();
    assert_eq!(evaluated().await, 2, "October was not evaluated, so its edge is stale still");
    push("1001\t2026-10-31 22:00:00\t1\t1\n1001\t2026-11-01 00:40:00\t1\t1\n").await;
    let both = [october, november()];
    let done = office.evaluate_months(&owner(), &both, &People::All).await.unwrap();
    assert_eq!(
        done.iter().map(|month| (month.people, month.days)).collect::<Vec<_>>(),
        [(2, 62), (2, 60)]
    );
    assert_eq!(evaluated().await, 0, "both were evaluated at once");
}
