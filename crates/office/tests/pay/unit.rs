//! A unit whose October can be paid: its people, what is known of them, and a closing.

use civil::{Month, Nip, Rupiah, Skpd};
use office::allowance::{
    ReportName, ReportRequest, StatementDoc,
    closing::{Acknowledged, CheckKind, Closing, ClosingState, Signing},
    payments::{PayAsked, UnitPayments},
};
use reports::Table;
use storage::{
    closings::{Frozen, LawText},
    matters::{MatterKind, NewMatter, Opened, Standing},
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use crate::fixture::{BUDI, Desk, SITI, desk, nip};

/// Ani, a PNS of DINKES in class 9, whose name a spreadsheet would run.
pub(crate) const ANI: &str = "198002022005012002";

pub(crate) fn october() -> Month {
    "2026-10".parse().expect("a month")
}

pub(crate) fn skpd(code: &str) -> Skpd {
    code.parse().expect("a code")
}

/// Details that leave nothing open: a PNS of golongan III, of IV, and a PPPK.
pub(crate) fn details() -> String {
    format!(
        "NIP;Mulai;Golongan;PTKP;Gaji Pokok;Tunjangan Keluarga;Tunjangan Jabatan;BPJS Pegawai;\
         BPJS Pemberi Kerja;PPh Gaji;Bank;No. Rekening;Atas Nama\n\
         {BUDI};2026-01-01;III/b;K/1;3.200.000;320.000;185.000;37.050;148.200;0;Bank Contoh;\
         0011223344;\n\
         {ANI};2026-01-01;IV/a;K/2;4.500.000;450.000;540.000;54.900;219.600;0;Bank Contoh;\
         0055667788;\n\
         {SITI};2026-01-01;IX;TK/0;3.203.600;0;185.000;33.886;135.544;0;Bank Contoh;\
         0099887766;Siti Aminah\n"
    )
}

/// Budi and Ani in DINKES, Siti in DISTAN, with October's results of work and all details.
pub(crate) async fn paid_desk() -> Desk {
    let desk = desk();
    settle(&desk, october()).await;
    desk
}

/// The same people, with a month's results of work and all details.
pub(crate) async fn settle(desk: &Desk, month: Month) {
    desk.load(&format!(
        "nip,nama,skpd,nama skpd,unit,jabatan,jenis pegawai,kelas,pola kerja,tmt\n\
         {BUDI},Budi Santoso,DINKES,Dinas Kesehatan,Sekretariat,Pengolah Data,PNS,7,lima-hari,2026-01-01\n\
         {ANI},\"=HYPERLINK(\"\"x\"\")\",DINKES,Dinas Kesehatan,Bidang P2P,Analis,PNS,9,lima-hari,2026-01-01\n\
         {SITI},Siti Aminah,DISTAN,Dinas Pertanian,,Penyuluh,PPPK,5,lima-hari,2026-01-01\n"
    ))
    .await;
    let results = format!("NIP;e-Kinerja\n{BUDI};100\n{ANI};100\n{SITI};100\n");
    let done =
        desk.office.import_performance(&desk.root, month, "k.csv", results.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    load_details(desk, &details()).await;
}

pub(crate) async fn load_details(desk: &Desk, csv: &str) {
    let done = desk.office.import_details(&desk.root, "d.csv", csv.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
}

/// An officer vouches for every act.
pub(crate) async fn sign_law(desk: &Desk) {
    for act in desk.office.lawbook().law().provisions.acts.keys() {
        // An act may be cited by nothing.
        let _ = desk.office.verify_law(&desk.root, act, nip(BUDI), "the text, read in full").await;
    }
}

/// Closes October of an organisation with the statements of today, whatever speaks against it.
pub(crate) async fn close(desk: &Desk, code: &str) {
    desk.office.refresh(october(), &People::All).await.expect("evaluated");
    let people = ResultPeople::Of(skpd(code));
    let results = desk.store.months(&ResultFilter { month: october(), people }).await;
    let statements: Vec<Frozen> = results
        .expect("the store in memory does not fail")
        .into_iter()
        .map(|result| Frozen {
            person: result.person,
            statement: result.statement,
            gross: result.gross,
            net: result.net,
        })
        .collect();
    freeze(desk, code, &statements).await;
}

/// The same by the verb that offices use, which wants law that is signed off.
pub(crate) async fn close_in_order(desk: &Desk, code: &str) {
    close_month(desk, code, october()).await;
}

/// The same of a month.
pub(crate) async fn close_month(desk: &Desk, code: &str, month: Month) {
    let moved = Acknowledged { code: CheckKind::MovedInMonth, reason: "a decree".to_owned() };
    let done = desk.office.close_month(&desk.root, &skpd(code), month, &[moved]).await;
    assert!(matches!(done, Ok(Closing::Closed(_))), "{done:?}");
}

/// Everybody signs every closing of October that waits, as an officer records it.
pub(crate) async fn sign(desk: &Desk, code: &str) {
    sign_month(desk, code, october()).await;
}

/// The same of a month.
pub(crate) async fn sign_month(desk: &Desk, code: &str, month: Month) {
    let (operator, head, third) =
        if code == "DISTAN" { (SITI, ANI, BUDI) } else { (BUDI, ANI, SITI) };
    let posts = format!("skpd;nip;mulai\n{code};{head};2026-01-01\n");
    let done = desk.office.import_posts(&desk.root, "posts.csv", posts.as_bytes(), false).await;
    assert_eq!(done.expect("the file is of use").bad, []);
    let status = desk.office.closing_status(&desk.root, &skpd(code), month).await;
    let ClosingState::Closed { closing, supplements, .. } = status.expect("known").state else {
        panic!("{code} is closed");
    };
    for waiting in supplements.iter().chain([&*closing]).filter(|one| one.desk.is_some()) {
        for signer in [operator, head, third] {
            let signing = Signing {
                skpd: skpd(code),
                month,
                number: Some(waiting.number),
                digest: waiting.digest.clone(),
                signer: Some(nip(signer)),
            };
            desk.office.sign_closing(&desk.root, &signing).await.expect("signed");
        }
    }
}

pub(crate) async fn freeze(desk: &Desk, code: &str, statements: &[Frozen]) {
    let data = serde_json::json!({
        "kind": "main", "skpd": code, "month": "2026-10", "number": 1, "former": null,
        "main": null, "engine": "test", "law_version": "law", "counts_until": null,
        "people": statements.len(), "gross": 0, "net": 0, "noted": [], "digest": "",
    });
    let closing = NewMatter {
        kind: MatterKind::Closing,
        person: None,
        skpd: skpd(code),
        from: october().first(),
        until: october().last(),
        key: Some(format!("{code} 1")),
        data: data.to_string(),
        standing: Standing { stage: "closed".to_owned(), desk: None, due: None },
    };
    let law = LawText { version: "law".to_owned(), text: vec![] };
    let audit = storage::AuditEntry {
        at: desk.office.now(),
        actor: "test".to_owned(),
        verb: "allowance.close",
        subject: code.to_owned(),
        detail: String::new(),
    };
    let done = desk.store.freeze(&closing, &law, statements, audit).await;
    assert!(matches!(done, Ok(Opened::New(_))), "{done:?}");
}

pub(crate) fn asked(code: Option<&str>) -> PayAsked {
    PayAsked { skpd: code.map(skpd), month: october(), paid: None, number: None }
}

pub(crate) async fn payouts(desk: &Desk, code: Option<&str>) -> Vec<UnitPayments> {
    desk.office.payouts(&desk.root, &asked(code)).await.expect("paid out")
}

pub(crate) async fn statement(desk: &Desk, of: &str) -> StatementDoc {
    desk.office.statement(&desk.root, &nip(of), october()).await.expect("the month has facts")
}

pub(crate) fn request(name: ReportName, code: Option<&str>, of: Option<&str>) -> ReportRequest {
    let nip: Option<Nip> = of.map(nip);
    ReportRequest { name, month: october(), skpd: code.map(skpd), nip, paid: None, number: None }
}

pub(crate) async fn report(desk: &Desk, request: &ReportRequest) -> Table {
    desk.office.report(&desk.root, request).await.expect("there is something to report")
}

/// The sum below a column.
pub(crate) fn total(table: &Table, key: &str) -> i64 {
    let place = table.columns.iter().position(|column| column.key == key).expect("the column");
    let cells = table.total.as_ref().expect("it adds up");
    cells.get(place).and_then(reports::Cell::amount).expect("an amount")
}

pub(crate) fn sum(amounts: impl Iterator<Item = Rupiah>) -> i64 {
    amounts.sum::<Rupiah>().0
}

/// The notes below a table, as they are read.
pub(crate) fn notes(table: &Table) -> Vec<String> {
    let say = |note: &reports::Note| words::Words::say(words::Lang::Id, &note.phrase());
    table.notes.iter().map(say).collect()
}
