//! The law folder of this repository, put together as an office would.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rules::law::{BadLaw, Law, LawFile, Layer};

/// Where the law of this repository lies.
pub(crate) fn law_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law")
}

/// A law file in memory.
pub(crate) struct Loaded {
    pub(crate) path: String,
    pub(crate) body: String,
    pub(crate) layer: Layer,
}

/// The nation's law and that of `composition`: `contoh`, `lebak`, or `examples/<id>`.
pub(crate) fn texts(composition: &str) -> Vec<Loaded> {
    let mut texts = of_folder("national", Layer::National);
    if composition.starts_with("examples/") {
        texts.push(of_file(&format!("{composition}.toml"), Layer::Regency));
    } else {
        texts.extend(of_folder(&format!("regency/{composition}"), Layer::Regency));
    }
    texts
}

/// Reads the texts as one law.
pub(crate) fn read(texts: &[Loaded]) -> Result<Law, Vec<BadLaw>> {
    let files: Vec<_> = texts
        .iter()
        .map(|text| LawFile { path: &text.path, text: &text.body, layer: text.layer })
        .collect();
    Law::read(&files)
}

/// Every composition in the folder.
pub(crate) fn compositions() -> Vec<String> {
    let regencies = entries("regency");
    let examples = entries("examples");
    let example = |name: &String| format!("examples/{}", name.trim_end_matches(".toml"));
    regencies.iter().cloned().chain(examples.iter().map(example)).collect()
}

/// Names in a folder below the law folder, in order.
pub(crate) fn entries(folder: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(law_folder().join(folder))
        .unwrap_or_else(|error| panic!("law/{folder}: {error}"))
        .map(|entry| entry.expect("a folder can be listed").file_name())
        .map(|name| name.into_string().expect("law files have plain names"))
        .collect();
    names.sort();
    names
}

fn of_folder(folder: &str, layer: Layer) -> Vec<Loaded> {
    entries(folder).iter().map(|name| of_file(&format!("{folder}/{name}"), layer)).collect()
}

/// One file below the law folder.
pub(crate) fn of_file(path: &str, layer: Layer) -> Loaded {
    let body = fs::read_to_string(law_folder().join(path))
        .unwrap_or_else(|error| panic!("law/{path}: {error}"));
    Loaded { path: path.to_owned(), body, layer }
}
