//! What we depend on has a licence that `deny.toml` allows, comes from the public registries, and is
//! not banned. cargo-deny reads the same file and says more; this check needs nothing installed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    house::{Finding, House},
    metadata::Metadata,
};

const DENY: &str = "deny.toml";
const NPM_LOCK: &str = "crates/web/package-lock.json";
const NPM_REGISTRY: &str = "https://registry.npmjs.org/";

/// The part of cargo-deny's file that is checked here.
#[derive(Debug, Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Debug, Deserialize)]
struct Licenses {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

/// More licences for one crate.
#[derive(Debug, Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Debug, Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

pub(crate) fn check(house: &House, metadata: &Metadata) -> Vec<Finding> {
    let Some(text) = house.text(DENY) else {
        return vec![Finding::of_file(DENY, "is missing: it says which licences we may use")];
    };
    let deny: Deny = match toml::from_str(text) {
        Ok(deny) => deny,
        Err(error) => return vec![Finding::of_file(DENY, error.to_string())],
    };
    let mut findings = crates(&deny, metadata);
    findings.extend(npm_packages(&deny, house));
    findings
}

fn crates(deny: &Deny, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut say = |message: String| findings.push(Finding::of_file("Cargo.lock", message));
    for package in metadata.foreign() {
        let name = format!("{} {}", package.name, package.version);
        if let Some(banned) = deny.bans.deny.iter().find(|banned| banned.name == package.name) {
            say(format!("{name} is banned by {DENY}: {}", banned.reason));
        }
        let source = package.source.as_deref().unwrap_or("a folder outside the workspace");
        if !deny.sources.allow_registry.iter().any(|url| source == format!("registry+{url}")) {
            say(format!("{name} comes from {source}, which {DENY} does not allow"));
        }
        match package.license.as_deref() {
            None => say(format!("{name} states no licence")),
            Some(licence) if !deny.allows(&package.name, licence) => {
                say(format!("{name} is under {licence}, which {DENY} does not allow"));
            }
            Some(_) => {}
        }
    }
    findings
}

/// The part of npm's lock file that is checked here.
#[derive(Debug, Deserialize)]
struct NpmLock {
    #[serde(default)]
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Debug, Deserialize)]
struct NpmPackage {
    license: Option<String>,
    resolved: Option<String>,
    integrity: Option<String>,
}

fn npm_packages(deny: &Deny, house: &House) -> Vec<Finding> {
    let Some(text) = house.text(NPM_LOCK) else { return Vec::new() };
    let lock: NpmLock = match serde_json::from_str(text) {
        Ok(lock) => lock,
        Err(error) => return vec![Finding::at(NPM_LOCK, error.line(), error.to_string())],
    };
    let mut findings = Vec::new();
    let mut say = |message: String| findings.push(Finding::of_file(NPM_LOCK, message));
    for (path, package) in &lock.packages {
        // The empty path is our own package.
        let Some((_, name)) = path.rsplit_once("node_modules/") else { continue };
        match package.license.as_deref() {
            None => say(format!("{name} states no licence")),
            Some(licence) if !deny.allows(name, licence) => {
                say(format!("{name} is under {licence}, which {DENY} does not allow"));
            }
            Some(_) => {}
        }
        // Without an address npm asks its registry, and the integrity still holds.
        if package.resolved.as_deref().is_some_and(|url| !url.starts_with(NPM_REGISTRY)) {
            say(format!("{name} does not come from {NPM_REGISTRY}"));
        }
        if package.integrity.is_none() {
            say(format!("{name} has no integrity: its content is not locked"));
        }
    }
    findings
}

impl Deny {
    fn allows(&self, package: &str, licence: &str) -> bool {
        let exceptions = self.licenses.exceptions.iter().filter(|one| one.name == package);
        let allowed: Vec<&str> = exceptions
            .flat_map(|one| &one.allow)
            .chain(&self.licenses.allow)
            .map(String::as_str)
            .collect();
        Expression::satisfied_by(licence, &allowed)
    }
}

/// Reads an SPDX expression and judges it in one pass: `OR` needs one side, `AND` both and binds
/// tighter. The slash of old manifests is `OR`.
struct Expression<'a> {
    words: Vec<&'a str>,
    at: usize,
    allowed: &'a [&'a str],
}

impl<'a> Expression<'a> {
    /// Whether a user of the package may keep to allowed licences only; false when unreadable.
    fn satisfied_by(text: &str, allowed: &[&str]) -> bool {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let words = spaced.split_whitespace().collect();
        let mut expression = Expression { words, at: 0, allowed };
        expression.any() == Some(true) && expression.at == expression.words.len()
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.get(self.at) == Some(&word);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> Option<bool> {
        let mut result = self.all()?;
        while self.take("OR") {
            result |= self.all()?;
        }
        Some(result)
    }

    fn all(&mut self) -> Option<bool> {
        let mut result = self.one()?;
        while self.take("AND") {
            result &= self.one()?;
        }
        Some(result)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let inner = self.any()?;
            return self.take(")").then_some(inner);
        }
        let licence = self.next().filter(|word| !["OR", "AND", "WITH", ")"].contains(word))?;
        if self.take("WITH") {
            let whole = format!("{licence} WITH {}", self.next()?);
            return Some(self.allowed.contains(&&*whole));
        }
        Some(self.allowed.contains(&licence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
[licenses]
allow = [\"MIT\", \"Apache-2.0\", \"Apache-2.0 WITH LLVM-exception\"]
exceptions = [{ crate = \"odd\", allow = [\"OFL-1.1\"] }]
[bans]
deny = [{ crate = \"openssl\", reason = \"rustls\" }]
[sources]
allow-registry = [\"https://index\"]
";

    #[test]
    fn expressions_are_judged_as_spdx_means_them() {
        let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"];
        for (text, fine) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("MIT OR GPL-3.0", true),
            ("MIT/GPL-3.0", true),
            ("MIT AND GPL-3.0", false),
            ("MIT OR GPL-3.0 AND LGPL-3.0", true),
            ("(MIT OR GPL-3.0) AND GPL-2.0", false),
            ("(MIT OR GPL-3.0) AND Apache-2.0", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("GPL-3.0 OR Apache-2.0 WITH LLVM-exception", true),
            ("", false),
            ("MIT OR", false),
            ("(MIT", false),
            ("MIT MIT", false),
            ("AND", false),
        ] {
            assert_eq!(Expression::satisfied_by(text, &allowed), fine, "{text:?}");
        }
    }

    #[test]
    fn crates_are_judged_by_licence_ban_and_source() {
        let metadata = Metadata::with(
            &[],
            &[
                ("fine", Some("MIT OR GPL-3.0"), "registry+https://index"),
                ("odd", Some("OFL-1.1"), "registry+https://index"),
                ("strong", Some("AGPL-3.0"), "registry+https://index"),
                ("silent", None, "registry+https://index"),
                ("openssl", Some("MIT"), "git+https://elsewhere"),
            ],
        );
        let found: Vec<String> = check(&House::with(&[(DENY, FILE)]), &metadata)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            found,
            [
                "Cargo.lock: strong 1.0.0 is under AGPL-3.0, which deny.toml does not allow",
                "Cargo.lock: silent 1.0.0 states no licence",
                "Cargo.lock: openssl 1.0.0 is banned by deny.toml: rustls",
                "Cargo.lock: openssl 1.0.0 comes from git+https://elsewhere, which deny.toml does not allow",
            ]
        );
    }

    #[test]
    fn npm_packages_are_judged_by_licence_registry_and_integrity() {
        let lock = r#"{"packages": {
            "": {"license": "MIT"},
            "node_modules/a": {"license": "MIT", "resolved": "https://registry.npmjs.org/a", "integrity": "sha512-x"},
            "node_modules/b": {"license": "MIT", "integrity": "sha512-x"},
            "node_modules/a/node_modules/@b/c": {"license": "GPL-3.0", "resolved": "https://mirror/c"}
        }}"#;
        let house = House::with(&[(DENY, FILE), (NPM_LOCK, lock)]);
        let found: Vec<String> =
            check(&house, &Metadata::with(&[], &[])).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "crates/web/package-lock.json: @b/c is under GPL-3.0, which deny.toml does not allow",
                "crates/web/package-lock.json: @b/c does not come from https://registry.npmjs.org/",
                "crates/web/package-lock.json: @b/c has no integrity: its content is not locked",
            ]
        );
    }

    #[test]
    fn a_missing_or_unreadable_file_of_rules_is_said() {
        let metadata = Metadata::with(&[], &[]);
        assert_eq!(check(&House::with(&[]), &metadata).len(), 1);
        assert_eq!(check(&House::with(&[(DENY, "licenses = 1")]), &metadata).len(), 1);
    }
}
