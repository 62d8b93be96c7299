//! Law files: those built into the binary, or those of a folder.

use std::{fs, path::Path};

use anyhow::Context as _;
use office::law::LawText;

/// The law folder of this repository, as it was when the program was built.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/law_files.rs"));

/// Largest law file, in bytes; ours are below 100 kB.
const FILE_BYTES_MAX: u64 = 8 << 20;

/// The files of `folder`, or those built in.
pub(crate) fn read(folder: Option<&Path>) -> anyhow::Result<Vec<LawText>> {
    let Some(folder) = folder else {
        return Ok(BUILT_IN
            .iter()
            .map(|(path, text)| LawText { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect());
    };
    let mut texts = Vec::new();
    collect(folder, folder, &mut texts)?;
    if texts.is_empty() {
        anyhow::bail!(
            "the law folder {} holds no .toml file; it should hold national/ and regency/NAME/",
            folder.display()
        );
    }
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(texts)
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<LawText>) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| {
        format!("cannot read the law folder {}; check what --law names", folder.display())
    })?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            if path != root.join("cases") {
                collect(root, &path, texts)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let found = path.metadata().with_context(|| format!("cannot read {name}"))?;
            anyhow::ensure!(found.is_file(), "{name} is no file; take it out of the law folder");
            anyhow::ensure!(found.len() <= FILE_BYTES_MAX, "{name} is too large");
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{name} is not UTF-8 text; save it as UTF-8"))?;
            texts.push(LawText { path: name, text });
        }
    }
    Ok(())
}

/// The regencies and examples a folder has law for.
pub(crate) fn regencies(texts: &[LawText]) -> Vec<String> {
    let mut names: Vec<String> = texts
        .iter()
        .filter_map(|text| {
            if let Some(rest) = text.path.strip_prefix("regency/") {
                let name = rest.split('/').next()?;
                return Some(name.trim_end_matches(".toml").to_owned());
            }
            let rest = text.path.strip_prefix("examples/")?;
            let name = rest.split('/').next()?;
            Some(format!("examples/{}", name.trim_end_matches(".toml")))
        })
        .collect();
    names.sort();
    names.dedup();
    names
}
