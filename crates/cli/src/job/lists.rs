//! Long lists of a whole regency: payment list and month sheet as workbook, and as PDF every list
//! whose page has none because it would be too long.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use civil::Month;
use letters::{LetterError, Pdf, Press, Progress};
use office::{
    OfficeError, Permission,
    allowance::{ReportName, ReportRequest},
    jobs::{JobAbout, JobContext, JobFailure, JobFile, JobKind},
};
use reports::Table;
use tokio::time::interval;
use web::letter::Draft;
use words::Lang;

/// How often a book that is being set is asked how far it is.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// In which form a list is written.
#[derive(Clone, Copy)]
enum Form {
    Workbook,
    Pdf,
}

/// The kinds, which set PDF by these templates.
pub(super) fn kinds(press: &Arc<Press>) -> Vec<JobKind> {
    use ReportName::{Absences, Gaji13, LeaveBalances, Payments, Recap, Sheet, Thr};
    let unit = Permission::SeeUnit;
    let money = Permission::SeePay;
    [
        ("payments-xlsx", money, Payments, Form::Workbook),
        ("payments-pdf", money, Payments, Form::Pdf),
        ("recap-pdf", money, Recap, Form::Pdf),
        ("thr-pdf", money, Thr, Form::Pdf),
        ("gaji-13-pdf", money, Gaji13, Form::Pdf),
        ("sheet-xlsx", unit, Sheet, Form::Workbook),
        ("sheet-pdf", unit, Sheet, Form::Pdf),
        ("absences-pdf", unit, Absences, Form::Pdf),
        ("leave-balances-pdf", unit, LeaveBalances, Form::Pdf),
    ]
    .into_iter()
    .map(|(name, permission, report, form)| {
        let press = press.clone();
        JobKind::new(name, permission, JobAbout::Month, move |context| {
            write(context, report, form, press.clone())
        })
    })
    .collect()
}

async fn write(
    context: JobContext,
    report: ReportName,
    form: Form,
    press: Arc<Press>,
) -> Result<JobFile, JobFailure> {
    let month = context.month;
    match form {
        Form::Workbook => {
            context.progress(0, 2).await?;
            let request = whole(report, month);
            let table = context.office.report(&context.actor, &request).await?;
            context.progress(1, 2).await?;
            let set = tokio::task::spawn_blocking(move || reports::xlsx(&table, Lang::Id));
            let bytes = set.await.map_err(broken)?.map_err(broken)?;
            Ok(JobFile { name: format!("{}-{month}.xlsx", report.code()), bytes })
        }
        Form::Pdf => {
            let tables = by_unit(&context, report).await?;
            let pdf = set(&context, tables, press).await?;
            Ok(JobFile { name: format!("{}-{month}.pdf", report.code()), bytes: pdf.bytes })
        }
    }
}

/// A report of the whole regency.
fn whole(name: ReportName, month: Month) -> ReportRequest {
    ReportRequest { name, month, skpd: None, nip: None, paid: None, number: None }
}

/// The report of every organisation, each with who signs there; those that pay nobody are left out.
async fn by_unit(context: &JobContext, report: ReportName) -> Result<Vec<Table>, JobFailure> {
    let JobContext { office, actor, month, .. } = context;
    let units = office.skpds().await?;
    // Setting takes longer than computing, and is counted after it.
    let of = u32::try_from(units.len() * 2).unwrap_or(u32::MAX);
    let mut tables = Vec::new();
    for (done, unit) in (0..).zip(&units) {
        context.progress(done, of).await?;
        let skpd = Some(unit.code.clone());
        let request = ReportRequest { skpd, ..whole(report, *month) };
        match office.report(actor, &request).await {
            Ok(table) => tables.push(table),
            Err(OfficeError::BadInput(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    // The sums of all units stand once more at the end, with what they come to together.
    if report == ReportName::Payments && !tables.is_empty() {
        tables.push(office.report(actor, &whole(ReportName::Recap, *month)).await?);
    }
    if tables.is_empty() {
        let why = format!("nothing is known of {month} that could be reported; check the month");
        return Err(OfficeError::BadInput(why).into());
    }
    Ok(tables)
}

/// Sets the book beside, says how far it is, and stops it when nobody wants it any more.
async fn set(
    context: &JobContext,
    tables: Vec<Table>,
    press: Arc<Press>,
) -> Result<Pdf, JobFailure> {
    let (far, unwanted) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
    let all = Arc::new(AtomicU32::new(1));
    let draft = Draft::book(String::new(), tables, Lang::Id);
    let mut setting = tokio::task::spawn_blocking({
        let (far, all, unwanted) = (far.clone(), all.clone(), unwanted.clone());
        move || {
            let watch = |Progress { done, of }: Progress| {
                far.fetch_max(u32::try_from(done).unwrap_or(u32::MAX), Ordering::Relaxed);
                all.store(u32::try_from(of).unwrap_or(u32::MAX), Ordering::Relaxed);
                if unwanted.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            draft.set_watched(press.letters(), &watch)
        }
    });
    let mut looks = interval(LOOK_EVERY);
    loop {
        tokio::select! {
            set = &mut setting => {
                return match set.map_err(broken)? {
                    Ok(pdf) => Ok(pdf),
                    Err(LetterError::Cancelled) => Err(JobFailure::Unwanted),
                    Err(error) => Err(broken(error)),
                };
            }
            _ = looks.tick() => {
                let (far, all) = (far.load(Ordering::Relaxed), all.load(Ordering::Relaxed));
                // The first half was computing.
                match context.progress(all.saturating_add(far), all.saturating_mul(2)).await {
                    Ok(()) => {}
                    // It stops after the part it is at; the parts in memory are let go then.
                    Err(JobFailure::Unwanted) => unwanted.store(true, Ordering::Relaxed),
                    Err(failure) => return Err(failure),
                }
            }
        }
    }
}

fn broken(error: impl std::fmt::Display) -> JobFailure {
    JobFailure::File(error.to_string())
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;
    use office::{
        Actor,
        jobs::{JobOrder, JobRunner},
        person::PeopleImport,
    };
    use reports::Cell;

    use super::*;
    use crate::{args::Args, opening};

    const PEOPLE: &str = "nip;nama;skpd;nama skpd;jabatan;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
         198503302003121002;Orang Satu;DISTAN;Dinas Pertanian;Analis;8;pns;lima-hari;2026-01-01\n\
         198704122010012003;Orang Dua;DINKES;Dinas Kesehatan;Analis;7;pns;lima-hari;2026-01-01\n";

    #[tokio::test]
    async fn the_payment_list_of_the_regency_ends_with_what_all_units_come_to() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().to_str().unwrap();
        let args = Args::parse_from(["abdi", "--data", data, "law", "check"]);
        let opening::Opened { office, store } = opening::open(&args).await.unwrap();
        let actor = Actor::command_line("test");
        let options = PeopleImport { dry_run: false, pin_group: "utama".parse().unwrap() };
        let done = office.import_people(&actor, "p.csv", PEOPLE.as_bytes(), options).await;
        assert_eq!(done.unwrap().bad, []);
        let month: Month = "2026-10".parse().unwrap();
        let order = JobOrder { kind: "payments-pdf".to_owned(), skpd: None, month };
        let asked = office.ask_job(&actor, &order).await.unwrap();
        let runner = JobRunner::begin(office.clone()).await.unwrap();
        assert!(runner.run_next().await.unwrap());
        let file = office.job_file(&actor, asked.id).await.unwrap();
        let document = lopdf::Document::load_mem(&file.bytes).expect("a PDF");
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        let said = document.extract_text(&pages).expect("text");

        // The XLSX of the regency is of this table.
        let table = office.report(&actor, &whole(ReportName::Payments, month)).await.unwrap();
        let column = table.columns.iter().position(|column| column.key == "net").unwrap();
        let total = &table.total.as_ref().unwrap()[column];
        let Cell::Rupiah(total) = total else { panic!("{total:?}") };
        let shown = words::format::rupiah_bare(total.0);
        assert!(said.contains(&shown), "{shown}: {said}");
        store.close().await;
    }
}
