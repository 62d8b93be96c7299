use crate::ward::{BUDI, RINA, SITI, day, month, rsud, wards};

const NOW: &str = "2026-11-20T03:00:00Z";

#[tokio::test]
async fn a_roster_in_the_usual_form_is_read_and_again_says_nothing_new() {
    let csv = format!(
        "DAFTAR JAGA RUANG MELATI DESEMBER 2026\n\
         No;NIP;Nama;1;2;3;4;05;Tgl 6\n\
         1;{SITI};Siti Aminah;P;p;L;;libur;M\n\
         2;{BUDI};Budi Santoso;S;M;-;P;;\n"
    );
    for ward in wards(NOW).await {
        let import = async |dry_run| {
            let place = (&rsud(), month("2026-12"));
            let file = ("jaga.csv", csv.as_bytes());
            ward.office.import_roster(&ward.root, place, file, dry_run).await.unwrap()
        };
        let dry = import(true).await;
        assert_eq!((dry.rows, dry.turns, dry.new, dry.bad.len()), (2, 9, 0, 0), "{:?}", dry.bad);
        assert!(ward.letters(SITI, "2026-12").await.iter().all(|(_, by)| *by == "cycle"));
        let done = import(false).await;
        assert_eq!((done.rows, done.turns, done.new, done.bad.len()), (2, 9, 9, 0));
        assert_eq!(done.ignored_columns, ["No", "Nama"]);
        assert_eq!(done.warnings, dry.warnings);
        let letters = ward.letters(SITI, "2026-12").await;
        let first: Vec<_> = letters.iter().take(6).map(|(letter, by)| (&**letter, *by)).collect();
        let given = |letter| (letter, "roster");
        assert_eq!(first[..3], [given("P"), given("P"), given("-")]);
        assert_eq!(first[3].1, "cycle", "an empty cell leaves what holds");
        assert_eq!(first[4..], [given("-"), given("M")]);
        // November's evening until 21.00, then a morning; its night until 07.00, then an evening.
        let short = done.warnings.iter().filter(|one| one.date < day("2026-12-04"));
        let short = short.filter(|one| one.code == "short-rest");
        let short: Vec<_> = short.map(|one| (one.nip.as_deref(), one.date, one.found)).collect();
        let first = day("2026-12-01");
        assert_eq!(short, [(Some(BUDI), first, 420), (Some(SITI), first, 600)]);
        assert_eq!(import(false).await.new, 0);
    }
}

#[tokio::test]
async fn bad_cells_are_told_row_by_row_and_nothing_is_taken() {
    let csv = format!(
        "nip,1,2,30,31\n\
         {SITI},P,Q,,\n\
         {BUDI},P,,,P\n\
         {SITI},P,,,\n\
         {RINA},P,,,\n\
         198001012010011999,P,,,\n"
    );
    for ward in wards(NOW).await {
        let place = (&rsud(), month("2026-11"));
        let file = ("jaga.csv", csv.as_bytes());
        let done = ward.office.import_roster(&ward.root, place, file, false).await.unwrap();
        let told: Vec<_> =
            done.bad.iter().map(|bad| (bad.line, &*bad.column, bad.reason.to_string())).collect();
        insta::assert_debug_snapshot!("bad_cells", told);
        assert_eq!((done.rows, done.turns, done.new), (5, 2, 0));
        assert!(ward.letters(BUDI, "2026-11").await.iter().all(|(_, by)| *by == "cycle"));
        let file = ("jaga.csv", &b"nama,jaga\nSiti,P\n"[..]);
        assert!(ward.office.import_roster(&ward.root, place, file, false).await.is_err());
    }
}
