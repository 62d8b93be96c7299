//! Files people bring: read whole under a limit, and what became of them said the same way.

use std::{fmt::Write as _, path::Path};

use anyhow::Context as _;
use office::{Actor, BadRow, ImportedRows, Office, allowance::EKinerjaMapping};

use crate::{
    args::{Import, Performance, Post},
    content, output,
};

/// Largest file, in bytes.
const FILE_BYTES_MAX: u64 = 256 << 20;

/// The name and bytes of a file.
pub(crate) fn read(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let name =
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let found = path
        .metadata()
        .with_context(|| format!("cannot read {}; check its path", path.display()))?;
    // What has no end, as a device, is not read to its end.
    anyhow::ensure!(found.is_file(), "{} is no file; save it on the disk first", path.display());
    anyhow::ensure!(
        found.len() <= FILE_BYTES_MAX,
        "{} is larger than {} MiB; cut it into parts",
        path.display(),
        FILE_BYTES_MAX >> 20
    );
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok((name, bytes))
}

/// What columns are called that mean nothing here.
pub(super) const COLUMNS_IGNORED: &str = "columns passed over";

/// Says what became of a file: totals, then the bad rows.
///
/// `beside` are things that were found beside the rows: what, and which.
pub(crate) fn summary(
    name: &str,
    totals: &[(&str, u32)],
    beside: &[(&str, &[String])],
    bad: &[BadRow],
    dry_run: bool,
) -> String {
    let totals: Vec<String> =
        totals.iter().map(|(what, count)| format!("{what} {count}")).collect();
    let mut text = format!("{name}: {}", totals.join(", "));
    if dry_run {
        text.push_str(" (dry run: nothing was written)");
    }
    text.push('\n');
    for (what, which) in beside.iter().filter(|(_, which)| !which.is_empty()) {
        let _ = writeln!(text, "  {what}: {}", which.join(", "));
    }
    for row in bad {
        let column =
            if row.column.is_empty() { String::new() } else { format!(" {}:", row.column) };
        let _ = writeln!(text, "  line {}:{column} {}", row.line, row.reason);
    }
    text
}

/// A file of which nothing was taken and something was bad is a failure, so that a script of the
/// office notices. Call it after what became of the file is printed.
pub(crate) fn something_taken(name: &str, rows_taken: u32, bad: &[BadRow]) -> anyhow::Result<()> {
    anyhow::ensure!(
        rows_taken > 0 || bad.is_empty(),
        "nothing of {name} was taken; mend the bad rows and import it again"
    );
    Ok(())
}

/// `abdi post …`
pub(crate) async fn post(office: &Office, actor: &Actor, command: Post) -> anyhow::Result<()> {
    let Post::Import { file, import } = command;
    let (name, bytes) = read(&file)?;
    report(&name, &office.import_posts(actor, &name, &bytes, import.dry_run).await?, import)
}

/// `abdi performance …`
pub(crate) async fn performance(
    office: &Office,
    actor: &Actor,
    command: Performance,
) -> anyhow::Result<()> {
    let Performance::Import { file, month, mapping, import } = command;
    let (name, bytes) = read(&file)?;
    let done = match mapping {
        Some(mapping) => {
            let text = content::read("ekinerja", &mapping)?;
            let mapping = EKinerjaMapping::read(&text)?;
            let file = (name.as_str(), bytes.as_slice());
            office.import_ekinerja(actor, month, file, &mapping, import.dry_run).await?
        }
        None => office.import_performance(actor, month, &name, &bytes, import.dry_run).await?,
    };
    report(&name, &done, import)
}

pub(super) fn report(name: &str, done: &ImportedRows, import: Import) -> anyhow::Result<()> {
    if import.json.json {
        output::print_json(done)?;
    } else {
        let bad = u32::try_from(done.bad.len())?;
        let totals = [("rows", done.rows), ("loaded", done.loaded), ("bad", bad)];
        let beside = [(COLUMNS_IGNORED, done.ignored_columns.as_slice())];
        let mut text = summary(name, &totals, &beside, &done.bad, import.dry_run);
        for BadRow { line, column, reason } in &done.noted {
            let _ = writeln!(text, "  line {line}, taken: {column}: {reason}");
        }
        output::print(&text)?;
    }
    something_taken(name, done.loaded + done.known, &done.bad)
}
