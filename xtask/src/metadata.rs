//! What `cargo metadata` says about our crates and about what they depend on.

use std::{collections::BTreeSet, path::Path, process::Command};

use anyhow::{Context, bail};
use serde::Deserialize;

/// Where Abdi runs: packages only for other systems are not ours to judge.
const PLATFORMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"];

/// The packages of the workspace and everything they need.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
    resolve: Resolve,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    /// SPDX expression of the manifest.
    pub(crate) license: Option<String>,
    /// `None` for a package in the workspace.
    pub(crate) source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    name: String,
    /// `None` is a normal dependency.
    kind: Option<String>,
    /// `None` is a path: a crate of a registry may have the name of one of ours.
    source: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
}

/// What a dependency is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    Normal,
    Dev,
    Build,
}

impl Metadata {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo fails, for example on a manifest that it cannot read.
    pub(crate) fn of(root: &Path) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(root).args(["metadata", "--format-version", "1"]);
        for platform in PLATFORMS {
            command.args(["--filter-platform", platform]);
        }
        let output = command.output().context("cannot run cargo metadata")?;
        if !output.status.success() {
            bail!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr));
        }
        serde_json::from_slice(&output.stdout).context("cannot read what cargo metadata printed")
    }

    pub(crate) fn len(&self) -> usize {
        self.resolve.nodes.len()
    }

    fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    /// Packages of others that are really built on our platforms.
    pub(crate) fn foreign(&self) -> impl Iterator<Item = &Package> {
        let built: BTreeSet<&str> = self.resolve.nodes.iter().map(|node| &*node.id).collect();
        self.packages.iter().filter(move |package| {
            !self.workspace_members.contains(&package.id) && built.contains(&*package.id)
        })
    }

    /// Dependencies between our own crates: from, to and what for.
    pub(crate) fn arrows(&self) -> BTreeSet<(String, String, Use)> {
        let names: BTreeSet<&str> = self.ours().map(|package| &*package.name).collect();
        let mut arrows = BTreeSet::new();
        for package in self.ours() {
            for dependency in &package.dependencies {
                // A crate's tests may name itself, to switch on a feature.
                let itself = dependency.name == package.name;
                if dependency.source.is_none() && !itself && names.contains(&*dependency.name) {
                    let purpose = match dependency.kind.as_deref() {
                        Some("dev") => Use::Dev,
                        Some("build") => Use::Build,
                        Some(_) | None => Use::Normal,
                    };
                    arrows.insert((package.name.clone(), dependency.name.clone(), purpose));
                }
            }
        }
        arrows
    }

    /// Metadata of a workspace with these arrows, written `from -> to`, and these packages of
    /// others, each a name, a licence and a source.
    #[cfg(test)]
    pub(crate) fn with(
        arrows: &[(&str, &str, Use)],
        foreign: &[(&str, Option<&str>, &str)],
    ) -> Self {
        let names: BTreeSet<&str> = arrows.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        let mut packages: Vec<Package> = names
            .iter()
            .map(|name| Package {
                id: (*name).to_owned(),
                name: (*name).to_owned(),
                version: "0.1.0".into(),
                license: None,
                source: None,
                dependencies: arrows
                    .iter()
                    .filter(|(from, ..)| from == name)
                    .map(|(_, to, purpose)| Dependency {
                        name: (*to).to_owned(),
                        source: None,
                        kind: match purpose {
                            Use::Normal => None,
                            Use::Dev => Some("dev".into()),
                            Use::Build => Some("build".into()),
                        },
                    })
                    .collect(),
            })
            .collect();
        packages.extend(foreign.iter().map(|(name, license, source)| Package {
            id: format!("{name} foreign"),
            name: (*name).to_owned(),
            version: "1.0.0".into(),
            license: license.map(str::to_owned),
            source: Some((*source).to_owned()),
            dependencies: Vec::new(),
        }));
        Self {
            resolve: Resolve {
                nodes: packages.iter().map(|package| Node { id: package.id.clone() }).collect(),
            },
            workspace_members: names.into_iter().map(str::to_owned).collect(),
            packages,
        }
    }
}
