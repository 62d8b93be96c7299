//! An office's own templates: they win, they cannot reach out, and their mistakes are named.

use std::{fs, path::Path};

use letters::{LetterError, Letters, Pdf, Templates};
use serde_json::json;
use tempfile::TempDir;

use crate::text;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn set(folder: &Path, template: &str) -> Result<Pdf, LetterError> {
    let letters = Letters::new(Templates::with_folder(folder).unwrap());
    letters.set(template, &json!({ "date": "2026-11-05", "name": "Ani" }))
}

/// What is said when a folder's only template holds this text.
#[track_caller]
fn mistake(content: &str) -> String {
    set(folder(&[("coba.typ", content)]).path(), "coba").unwrap_err().to_string()
}

#[test]
fn an_offices_copy_wins_over_the_built_in_one() {
    let own = folder(&[("slip.typ", "#import \"kop.typ\": *\nSlip kami: #data.name")]);
    let said = text(&set(own.path(), "slip").unwrap());
    assert_eq!(said, "Slip kami: Ani");
}

#[test]
fn an_offices_crest_stands_at_the_top() {
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
        <rect width="9" height="9" fill="green"/></svg>"#;
    let template = "#import \"kop.typ\": *\n#berkas.crest";
    let own = folder(&[("lambang.svg", picture), ("coba.typ", template)]);
    assert_eq!(text(&set(own.path(), "coba").unwrap()), "lambang.svg");
}

#[test]
fn a_mistake_is_named_by_file_and_line() {
    assert_eq!(
        mistake("Baris satu\n\n#nama"),
        "coba.typ line 3: unknown variable: nama; mend the office's copy, or remove it to have the \
         built-in one back"
    );
    let said = mistake("#import \"kop.typ\": *\n#data.nip");
    assert!(said.starts_with("coba.typ line 2: "), "{said}");
    assert!(said.contains("nip") && said.contains("content/letters/README.md"), "{said}");
}

#[test]
fn an_unknown_template_is_told_those_there_are() {
    let error = set(folder(&[]).path(), "slipp").unwrap_err().to_string();
    assert!(error.starts_with("there is no template slipp; there are berita-acara, "), "{error}");
    assert!(!error.contains("kop"), "{error}");
}

#[test]
fn a_template_reaches_nothing_outside_its_folder() {
    let outside = folder(&[("rahasia.typ", "rahasia"), ("rahasia.txt", "rahasia")]);
    let path = outside.path().display();
    for content in [
        format!("#include \"{path}/rahasia.typ\""),
        format!("#read(\"{path}/rahasia.txt\")"),
        "#read(\"/etc/passwd\")".to_owned(),
        "#read(\"../../etc/passwd\")".to_owned(),
        "#import \"@preview/tablex:0.0.9\": *".to_owned(),
        "#datetime.today()".to_owned(),
    ] {
        let said = mistake(&content);
        assert!(said.starts_with("coba.typ line 1: "), "{content}: {said}");
    }
    #[cfg(unix)]
    {
        let own = folder(&[]);
        let link = own.path().join("rahasia.typ");
        std::os::unix::fs::symlink(outside.path().join("rahasia.typ"), link).unwrap();
        let error = set(own.path(), "rahasia").unwrap_err();
        assert!(matches!(error, LetterError::UnknownTemplate { .. }), "{error}");
    }
}

#[test]
fn a_template_without_end_is_given_up() {
    assert!(mistake("#let f(n) = f(n + 1)\n#f(0)").contains("line 1: maximum function call depth"));
    let endless = "#let i = 0\n#while i < 1 { i = i * 2 }";
    assert!(mistake(endless).contains("infinite"), "{}", mistake(endless));
}

#[test]
fn a_file_that_lies_about_itself_is_refused() {
    let refused = |name: &str, bytes: &[u8]| {
        let own = folder(&[]);
        fs::write(own.path().join(name), bytes).unwrap();
        Templates::with_folder(own.path()).unwrap_err().to_string()
    };
    assert!(
        refused("coba.typ", &[0xff, 0xfe]).ends_with("coba.typ is not UTF-8; save it as UTF-8")
    );
    assert!(refused("arial.ttf", b"not a font").ends_with("arial.ttf is no font; remove it"));
    assert!(refused("lambang.png", &vec![0; 5 << 20]).contains("is larger than 4 MB"));
    let absent = Templates::with_folder(Path::new("/no/such/folder")).unwrap_err().to_string();
    assert!(absent.starts_with("cannot read /no/such/folder: "), "{absent}");
}
