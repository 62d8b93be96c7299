//! Every page in both languages: what it looks like as HTML, what it weighs, which words it uses.

use std::{collections::BTreeSet, fs, io::Write as _, path::Path};

use flate2::{Compression, write::GzEncoder};
use web::samples;
use words::Lang;

/// The page without what changes with every edit of a style, so that a snapshot changes only with
/// the page, and without the notice of a build that lacks the npm packages.
fn settled(html: &str) -> String {
    let mut settled = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("/assets/") {
        let name = after.split_once('/').expect("an asset's address is /assets/HASH/NAME").1;
        settled.push_str(before);
        settled.push_str("/assets/HASH/");
        rest = name;
    }
    settled.push_str(rest);
    if let Some((before, notice)) = settled.split_once("<section class=\"plain\"") {
        let (_, after) = notice.split_once("</section>").expect("the notice ends");
        settled = format!("{before}{after}");
    }
    settled.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn compressed_bytes(text: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail").len()
}

#[test]
fn pages_are_as_reviewed() {
    for sample in samples::all() {
        for lang in Lang::ALL {
            let html = settled(&(sample.render)(lang));
            insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(format!("{}-{}", sample.name, lang.code()), html);
            });
        }
    }
}

#[test]
fn no_snapshot_is_left_over() {
    let expected: BTreeSet<String> = samples::all()
        .iter()
        .flat_map(|sample| Lang::ALL.map(|lang| format!("{}-{}.snap", sample.name, lang.code())))
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for entry in fs::read_dir(folder).expect("the snapshots are there") {
        let name = entry.expect("a folder can be listed").file_name();
        let name = name.to_string_lossy().into_owned();
        assert!(
            name.ends_with(".snap.new") || expected.contains(&name),
            "{name} belongs to no sample"
        );
    }
}

#[test]
fn names_and_titles_are_unique() {
    let samples = samples::all();
    let names: BTreeSet<&str> = samples.iter().map(|sample| sample.name).collect();
    assert_eq!(names.len(), samples.len());
    for lang in Lang::ALL {
        let mut titles = BTreeSet::new();
        for sample in &samples {
            let html = (sample.render)(lang);
            let title =
                html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
            let (title, _) = title.expect("every page has a title");
            titles.insert(title.to_owned());
            let first = title.split(" · ").next().unwrap_or_default();
            assert!(!first.trim().is_empty(), "{} has an empty title", sample.name);
        }
        // States of one page may share a title; pages may not. The samples have 14 pages.
        assert!(titles.len() >= 14, "{titles:#?}");
    }
}

#[test]
fn pages_keep_to_the_budget() {
    const FIRST_LOAD_BYTES_MAX: usize = 60 * 1024;
    const PAGE_BYTES_MAX: usize = 20 * 1024;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let assets: usize = [
        "vendor/theme.css",
        "abdi.css",
        "vendor/htmx.min.js",
        "abdi.js",
        "sheet.js",
        "decisions.js",
    ]
    .iter()
    .map(|name| {
        let bytes = fs::read(folder.join(name)).unwrap_or_else(|error| {
            panic!("{name}: {error}; run `./dev build`, which fetches and builds the assets")
        });
        compressed_bytes(&bytes)
    })
    .sum();
    for sample in samples::all() {
        let page = compressed_bytes((sample.render)(Lang::Id).as_bytes());
        assert!(page <= PAGE_BYTES_MAX, "{} has {page} bytes", sample.name);
        assert!(page + assets <= FIRST_LOAD_BYTES_MAX, "{} loads {}", sample.name, page + assets);
    }
}

#[test]
fn nothing_is_inline() {
    for sample in samples::all() {
        let html = (sample.render)(Lang::Id);
        for forbidden in
            [" style=\"", "<style", "onclick", "hx-on", "javascript:", "http://", "https://"]
        {
            assert!(!html.contains(forbidden), "{} contains {forbidden}", sample.name);
        }
        assert_eq!(html.matches("<script").count(), html.matches("<script src=").count());
        assert!(html.contains("DATA CONTOH"), "{} does not say that it is an example", sample.name);
        let posts = html.matches("method=\"post\"").count();
        assert_eq!(html.matches("name=\"csrf\"").count(), posts, "{}", sample.name);
    }
}

/// All files below `folder` whose name ends so.
fn files(folder: &Path, extension: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            texts.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            texts.push(fs::read_to_string(&path).expect("our sources are UTF-8"));
        }
    }
    texts
}

#[test]
fn every_key_exists() {
    const AREAS: [&str; 9] = [
        "page-",
        "status-",
        "role-",
        "error-",
        "names-",
        "explain-",
        "statement-",
        "audit-",
        "request-",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let templates = files(&root.join("templates"), "html");
    let mut keys = BTreeSet::new();
    for text in &templates {
        for call in ["frame.t(\"", "frame.n(\""] {
            keys.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()));
        }
    }
    let sources = files(&root.join("src"), "rs");
    for text in &sources {
        let literals = text.split('"').skip(1).step_by(2);
        keys.extend(literals.filter(|literal| {
            AREAS.iter().any(|area| literal.len() > area.len() && literal.starts_with(area))
                && literal
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        }));
    }
    assert!(keys.len() > 150, "only {} keys were found", keys.len());
    let words = files(&root.join("../words/locales/id"), "ftl").concat();
    let known: BTreeSet<&str> =
        words.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    let unknown: Vec<&&str> = keys.iter().filter(|key| !known.contains(**key)).collect();
    assert!(unknown.is_empty(), "no words for {unknown:?}");
}
