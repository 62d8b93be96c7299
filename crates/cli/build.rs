//! Puts the law folder, and the mappings of the content folder, into the binary, file by file, so
//! that a changed file is seen.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

fn main() {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../..");
    let law = root.join("law");
    put(&law, &[""], "law_files.rs");
    put(&root.join("content"), &["bank", "ekinerja"], "content_files.rs");
}

/// Writes a list of the files of some folders below `root`: path and text.
fn put(root: &Path, folders: &[&str], list: &str) {
    let mut files = Vec::new();
    for folder in folders {
        let folder = root.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut files);
    }
    files.sort();
    let entries: Vec<String> = files
        .iter()
        .map(|file| {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.strip_prefix(root).expect("below the root").to_string_lossy();
            let path = file.canonicalize().expect("it was just listed");
            let path = path.to_str().expect("this repository's paths are UTF-8");
            format!("({:?}, include_str!({path:?})),\n", name.replace('\\', "/"))
        })
        .collect();
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join(list);
    fs::write(out, format!("&[\n{}]", entries.concat())).expect("the build folder is writable");
}

/// TOML files, without the cases of the law, which are tests.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("cases") {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
}
