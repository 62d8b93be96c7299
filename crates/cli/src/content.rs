//! What is neither law nor code: mappings built into the binary, or an office's own file.

use std::path::Path;

use anyhow::Context as _;
use office::allowance::EKinerjaMapping;
use reports::BankFormat;

/// The mappings of `content/`, as they were when the program was built.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/content_files.rs"));

/// Largest mapping, in bytes; ours are below 10 kB.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// The formats of banks' files that are built in.
pub(crate) fn banks() -> anyhow::Result<Vec<BankFormat>> {
    let of_banks = BUILT_IN.iter().filter(|(path, _)| path.starts_with("bank/"));
    of_banks
        .map(|(path, text)| {
            BankFormat::read(text).with_context(|| format!("{path} cannot be used"))
        })
        .collect()
}

/// The mappings of files of e-Kinerja that are built in.
pub(crate) fn ekinerja() -> anyhow::Result<Vec<EKinerjaMapping>> {
    let of_files = BUILT_IN.iter().filter(|(path, _)| path.starts_with("ekinerja/"));
    of_files
        .map(|(path, text)| {
            EKinerjaMapping::read(text).with_context(|| format!("{path} cannot be used"))
        })
        .collect()
}

/// The text of a mapping: `name` is one of the folder that is built in, or the path of a file.
pub(crate) fn read(folder: &str, name: &str) -> anyhow::Result<String> {
    let built_in = format!("{folder}/{name}.toml");
    if let Some((_, text)) = BUILT_IN.iter().find(|(path, _)| *path == built_in) {
        return Ok((*text).to_owned());
    }
    let path = Path::new(name);
    let Ok(found) = path.metadata() else {
        let known: Vec<&str> = BUILT_IN
            .iter()
            .filter_map(|(path, _)| path.strip_prefix(folder)?.strip_prefix('/'))
            .filter_map(|name| name.strip_suffix(".toml"))
            .collect();
        anyhow::bail!(
            "no mapping \"{name}\"; name a file, or one that is built in: {}",
            known.join(", ")
        );
    };
    anyhow::ensure!(found.is_file(), "{name} is no file; name the mapping itself");
    anyhow::ensure!(found.len() <= FILE_BYTES_MAX, "{name} is too large to be a mapping");
    std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))
}
