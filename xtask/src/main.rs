//! `cargo run -p xtask -- tidy`: the checks of the house itself, which no compiler makes.
//!
//! Each check is a pure function from a [`house::House`] (the files of the checkout) or from what
//! `cargo metadata` says to [`house::Finding`]s; `tidy` runs them all and fails when one finds
//! something. A check whose input does not exist finds nothing.

mod arrows;
mod cases;
mod code;
mod glossary;
mod house;
mod licences;
mod links;
mod metadata;
mod migrations;
mod sizes;
mod spelling;
mod third_party;
mod tokens;

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::Context;
use house::{Finding, House};
use metadata::Metadata;

const USAGE: &str = "\
usage: cargo run -q -p xtask -- tidy [--write-arrows]

  tidy                  check arrows, sizes, spellings, licences, law cases and links
  tidy --write-arrows   write xtask/arrows.txt from the manifests: a new arrow is a visible change
";

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no folder above it")?;
    match arguments.as_slice() {
        ["tidy"] => tidy(root),
        ["tidy", "--write-arrows"] => write_arrows(root),
        _ => {
            io::stderr().write_all(USAGE.as_bytes())?;
            Ok(ExitCode::from(2))
        }
    }
}

fn tidy(root: &Path) -> anyhow::Result<ExitCode> {
    let house = House::read(root)?;
    let metadata = Metadata::of(root)?;
    let findings = findings(&house, &metadata);
    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    if findings.is_empty() {
        writeln!(
            out,
            "tidy: {} files and {} packages, nothing found",
            house.len(),
            metadata.len()
        )?;
        Ok(ExitCode::SUCCESS)
    } else {
        writeln!(out, "tidy: {} found", findings.len())?;
        Ok(ExitCode::FAILURE)
    }
}

/// All that is wrong, in the order of the files.
fn findings(house: &House, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(arrows::check(house, metadata));
    findings.extend(licences::check(house, metadata));
    findings.extend(sizes::check(house));
    findings.extend(glossary::check(house));
    findings.extend(spelling::check(house));
    findings.extend(code::check(house));
    findings.extend(cases::check(house));
    findings.extend(third_party::check(house));
    findings.extend(links::check(house));
    findings.extend(migrations::check(house));
    findings.sort();
    findings
}

fn write_arrows(root: &Path) -> anyhow::Result<ExitCode> {
    let metadata = Metadata::of(root)?;
    let path = root.join(arrows::LIST);
    std::fs::write(&path, arrows::list_text(&metadata))
        .with_context(|| format!("cannot write {}", path.display()))?;
    writeln!(io::stderr(), "wrote {}", arrows::LIST)?;
    Ok(ExitCode::SUCCESS)
}
