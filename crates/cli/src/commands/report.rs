//! `abdi report …`

use std::{fs, io::Write as _, path::Path};

use anyhow::Context as _;
use letters::Press;
use office::{
    Actor, Office,
    allowance::{BankAsked, ReportName, ReportRequest},
};
use reports::{BankFormat, Batch, CsvStyle, Table};

use web::letter::{self, Draft};

use crate::{
    args::{FileFormat, Report, ReportKind},
    content, output,
};

/// The file name that means standard output.
const STANDARD_OUTPUT: &str = "-";

pub(crate) async fn run(office: &Office, actor: &Actor, args: &Report) -> anyhow::Result<()> {
    let printed = args.output == Path::new(STANDARD_OUTPUT);
    // What cannot be written is not computed.
    anyhow::ensure!(
        !printed || args.format != Some(FileFormat::Xlsx),
        "a workbook cannot be printed; name a file with -o"
    );
    if !printed {
        check_place(&args.output)?;
    }
    if args.format == Some(FileFormat::Pdf) {
        return printed_letter(office, actor, args).await;
    }
    let bank = args.bank.as_deref().map(bank_format).transpose()?;
    anyhow::ensure!(
        args.name != ReportKind::Sptjm,
        "the report sptjm is a letter; ask for --format pdf"
    );
    let (name, pays) = report_name(args.name);
    anyhow::ensure!(
        pays || bank.is_none(),
        "--bank is for the reports bank, thr and gaji-13; leave it out, or ask for one of them"
    );
    let request = asked(name, args);
    if let Some(format) = &bank {
        let day = args.paid.unwrap_or_else(|| office.today());
        let batch = Batch { day, number: args.batch };
        let asked = BankAsked { format, batch, lang: args.lang.into() };
        let bytes = office.bank_file(actor, &request, asked).await?;
        if printed {
            return output::print_bytes(&bytes);
        }
        write(&args.output, &bytes)?;
        output::progress(&format!("{}: {} bytes\n", args.output.display(), bytes.len()));
        return Ok(());
    }
    let table = office.report(actor, &request).await?;
    let bytes = written(&table, args)?;
    if printed {
        return output::print_bytes(&bytes);
    }
    write(&args.output, &bytes)?;
    let said = if table.is_simulation() { "SIMULASI, " } else { "" };
    output::progress(&format!(
        "{}: {said}{} rows, {} bytes\n",
        args.output.display(),
        table.data().count(),
        bytes.len()
    ));
    Ok(())
}

fn asked(name: ReportName, args: &Report) -> ReportRequest {
    ReportRequest {
        name,
        month: args.month,
        skpd: args.skpd.clone(),
        nip: args.nip,
        paid: args.paid,
        number: args.number,
    }
}

/// A report as PDF.
async fn printed_letter(office: &Office, actor: &Actor, args: &Report) -> anyhow::Result<()> {
    let (name, _) = report_name(args.name);
    anyhow::ensure!(
        args.name != ReportKind::Bank && args.bank.is_none(),
        "a bank's file has its own form; leave --format out"
    );
    let press = args.letters.press()?;
    let (request, lang) = (asked(name, args), args.lang.into());
    let draft = match args.name {
        ReportKind::Spj => letter::of_spj(office, actor, &request, lang).await?,
        ReportKind::Sptjm => letter::of_sptjm(office, actor, &request).await?,
        ReportKind::Payments
        | ReportKind::Thr
        | ReportKind::Gaji13
        | ReportKind::Recap
        | ReportKind::Sheet
        | ReportKind::Slip
        | ReportKind::SpjTax
        | ReportKind::Sipd
        | ReportKind::Absences
        | ReportKind::LeaveBalances
        | ReportKind::YearCard
        | ReportKind::Punctuality
        | ReportKind::Bank => letter::of_report(office, actor, &request, lang).await?,
    };
    write_letter(draft, &press, &args.output)
}

/// Sets a letter and writes it, or prints it; nothing is overwritten.
pub(super) fn write_letter(draft: Draft, press: &Press, file: &Path) -> anyhow::Result<()> {
    let printed = file == Path::new(STANDARD_OUTPUT);
    if !printed {
        check_place(file)?;
    }
    let pdf = draft.set(press.letters())?;
    for warning in &pdf.warnings {
        output::progress(&format!("{warning}\n"));
    }
    if printed {
        return output::print_bytes(&pdf.bytes);
    }
    write(file, &pdf.bytes)?;
    output::progress(&format!(
        "{}: {} pages, {} bytes\n",
        file.display(),
        pdf.pages,
        pdf.bytes.len()
    ));
    Ok(())
}

/// The office's report, and whether a bank's file can be made of it.
fn report_name(kind: ReportKind) -> (ReportName, bool) {
    let name = match kind {
        ReportKind::Payments | ReportKind::Bank => ReportName::Payments,
        ReportKind::Thr => ReportName::Thr,
        ReportKind::Gaji13 => ReportName::Gaji13,
        ReportKind::Recap => ReportName::Recap,
        ReportKind::Sheet => ReportName::Sheet,
        ReportKind::Slip => ReportName::Slip,
        ReportKind::Spj | ReportKind::Sptjm => ReportName::Spj,
        ReportKind::SpjTax => ReportName::SpjTax,
        ReportKind::Sipd => ReportName::Sipd,
        ReportKind::Absences => ReportName::Absences,
        ReportKind::LeaveBalances => ReportName::LeaveBalances,
        ReportKind::YearCard => ReportName::YearCard,
        ReportKind::Punctuality => ReportName::Punctuality,
    };
    (name, matches!(kind, ReportKind::Bank | ReportKind::Thr | ReportKind::Gaji13))
}

fn written(table: &Table, args: &Report) -> anyhow::Result<Vec<u8>> {
    let lang = args.lang.into();
    let style = if args.spreadsheet { CsvStyle::Spreadsheet } else { CsvStyle::Plain };
    match args.format {
        Some(FileFormat::Csv) => Ok(reports::csv(table, lang, style)),
        Some(FileFormat::Xlsx) => Ok(reports::xlsx(table, lang)?),
        Some(FileFormat::Json) => Ok(reports::json(table, lang).into_bytes()),
        Some(FileFormat::Pdf) | None => {
            anyhow::bail!("say in which form: --format csv, xlsx, json or pdf")
        }
    }
}

/// A bank's format by its name in `content/bank`, or out of a file.
fn bank_format(name: &str) -> anyhow::Result<BankFormat> {
    let text = content::read("bank", name)?;
    BankFormat::read(&text).with_context(|| format!("the bank format \"{name}\" cannot be used"))
}

/// Nothing is overwritten: what lies there may be what the treasurer paid by.
fn check_place(file: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(
        !file.exists(),
        "{} is there already; take it away or name another file",
        file.display()
    );
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    anyhow::ensure!(
        folder.is_none_or(Path::is_dir),
        "the folder of {} is not there; create it first",
        file.display()
    );
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let new = fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = new.with_context(|| format!("cannot write {}", path.display()))?;
    let done = file.write_all(bytes).and_then(|()| file.sync_all());
    if done.is_err() {
        // Half a list is worse than none. If it cannot be taken away, the failure is said all the same.
        let _ = fs::remove_file(path);
    }
    done.with_context(|| format!("cannot write {}", path.display()))
}
