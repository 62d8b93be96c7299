//! The files of the checkout, read once, and what a check says about one of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::Path,
    process::Command,
};

use anyhow::Context;

/// Folders that are never ours, for a checkout without git.
const SKIPPED: [&str; 4] = [".git", "node_modules", "vendor", "abdi-data"];

/// The files of a checkout by their path from its root, with `/` between folders.
#[derive(Debug, Default)]
pub(crate) struct House {
    /// Text of each file; empty for a file that is not UTF-8.
    texts: BTreeMap<String, String>,
    /// What git keeps. A file that is there but not kept is only on this machine.
    tracked: BTreeSet<String>,
}

/// One thing that is wrong, in one place. Sorts by path, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) path: String,
    /// First line is 1; 0 is the whole file.
    pub(crate) line: usize,
    pub(crate) message: String,
}

impl Finding {
    pub(crate) fn at(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }

    pub(crate) fn of_file(path: &str, message: impl Into<String>) -> Self {
        Self::at(path, 0, message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.message),
            line => write!(f, "{}:{line}: {}", self.path, self.message),
        }
    }
}

impl House {
    /// Reads the files that git keeps or would keep; without git, all but what is built or fetched.
    ///
    /// # Errors
    /// When a file that is listed cannot be read.
    pub(crate) fn read(root: &Path) -> anyhow::Result<Self> {
        let mut house = Self::default();
        let paths = if let Some(tracked) = git_files(root, &["--cached"]) {
            house.tracked = tracked;
            git_files(root, &["--cached", "--others", "--exclude-standard"]).unwrap_or_default()
        } else {
            let mut found = BTreeSet::new();
            walk(root, "", &mut found)?;
            house.tracked.clone_from(&found);
            found
        };
        for path in paths {
            let full = root.join(&path);
            // Listed but deleted, or a submodule.
            if !full.is_file() {
                continue;
            }
            let bytes = fs::read(&full).with_context(|| format!("cannot read {path}"))?;
            house.texts.insert(path, String::from_utf8(bytes).unwrap_or_default());
        }
        Ok(house)
    }

    /// A house of these texts by path, all kept by git.
    #[cfg(test)]
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        Self {
            texts: files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect(),
            tracked: files.iter().map(|(p, _)| (*p).to_owned()).collect(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Paths and texts of the files with this extension, given without its dot.
    pub(crate) fn of_kind<'a>(
        &'a self,
        extension: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts
            .iter()
            .filter(move |(path, _)| Self::is_kind(path, extension))
            .map(|(path, text)| (&**path, &**text))
    }

    /// Whether the name of a file ends with a dot and these letters.
    pub(crate) fn is_kind(path: &str, extension: &str) -> bool {
        Path::new(path).extension().is_some_and(|is| is == extension)
    }

    /// Paths of all files below a folder, given without a `/` at its end.
    pub(crate) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.texts
            .keys()
            .filter(move |path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
            .map(String::as_str)
    }

    pub(crate) fn tracked(&self) -> impl Iterator<Item = &str> {
        self.tracked.iter().map(String::as_str)
    }

    /// Whether there is such a file, or a folder with a file in it.
    pub(crate) fn has(&self, path: &str) -> bool {
        path.is_empty() || self.texts.contains_key(path) || self.below(path).next().is_some()
    }
}

fn git_files(root: &Path, options: &[&str]) -> Option<BTreeSet<String>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["ls-files", "-z"])
        .args(options)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

fn walk(root: &Path, folder: &str, found: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.file_type()?.is_dir() {
            let built = folder.is_empty() && (name == "target" || name.starts_with("target-"));
            if !built && !SKIPPED.contains(&&*name) {
                walk(root, &path, found)?;
            }
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_file_and_line() {
        assert_eq!(Finding::at("a.rs", 3, "wrong").to_string(), "a.rs:3: wrong");
        assert_eq!(Finding::of_file("a.rs", "wrong").to_string(), "a.rs: wrong");
    }

    #[test]
    fn folders_are_found_by_whole_names() {
        let house = House::with(&[("docs/adr/0001.md", ""), ("docs/adrs.md", "")]);
        assert!(house.has("docs/adr") && house.has("docs") && house.has("docs/adrs.md"));
        assert!(!house.has("docs/ad") && !house.has("doc"));
        assert_eq!(house.below("docs/adr").collect::<Vec<_>>(), ["docs/adr/0001.md"]);
    }

    #[test]
    fn a_walk_without_git_leaves_out_what_is_built_or_fetched() {
        let root = std::env::temp_dir().join(format!("abdi-house-{}", std::process::id()));
        for folder in ["src", "target/debug", "target-x", "web/node_modules/a", "web/assets/vendor"]
        {
            fs::create_dir_all(root.join(folder)).unwrap();
            fs::write(root.join(folder).join("file.rs"), "x").unwrap();
        }
        let mut found = BTreeSet::new();
        walk(&root, "", &mut found).unwrap();
        fs::remove_dir_all(&root).unwrap();
        assert_eq!(found, BTreeSet::from(["src/file.rs".to_owned()]));
    }
}
