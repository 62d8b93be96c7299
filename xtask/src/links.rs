//! Links between our own pages lead somewhere: the file is there, and so is the heading.

use crate::house::{Finding, House};

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in house.of_kind("md") {
        for (line, target) in links(text) {
            if let Some(message) = broken(house, path, &target) {
                findings.push(Finding::at(path, line, message));
            }
        }
    }
    findings
}

/// Why a link leads nowhere, if it does. Links to other sites are not ours to follow.
fn broken(house: &House, from: &str, target: &str) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (file, heading) = match target.split_once('#') {
        Some((file, heading)) => (file, Some(heading)),
        None => (target, None),
    };
    let file = if file.is_empty() {
        from.to_owned()
    } else {
        let Some(file) = resolve(from, file) else {
            return Some(format!("the link to {target} leaves the repository"));
        };
        file
    };
    if !house.has(&file) {
        return Some(format!("the link to {target} leads nowhere: there is no {file}"));
    }
    let heading = heading.filter(|_| House::is_kind(&file, "md"))?;
    let text = house.text(&file)?;
    if headings(text).any(|slug| slug == heading) {
        None
    } else {
        Some(format!("the link to {target} leads nowhere: {file} has no such heading"))
    }
}

/// The path from the root that `target` means in the file `from`; `None` above the root.
fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Lines outside fenced code, with their number from 1 and inline code blanked.
fn prose(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut fenced = false;
    (1..).zip(text.lines()).filter_map(move |(number, line)| {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            return None;
        }
        // Every second part between backticks is code.
        let parts = line.split('`').enumerate();
        let plain = parts.map(|(i, part)| if i % 2 == 0 { part } else { "" }).collect();
        (!fenced).then_some((number, plain))
    })
}

/// Targets of `[text](target)` and of `[name]: target`, with their line.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (number, line) in prose(text) {
        let mut rest = &*line;
        while let Some((_, after)) = rest.split_once("](") {
            let Some((inside, tail)) = after.split_once(')') else { break };
            links
                .extend(inside.split_whitespace().next().map(|target| (number, target.to_owned())));
            rest = tail;
        }
        if line.starts_with('[')
            && let Some((_, target)) = line.split_once("]: ")
        {
            links
                .extend(target.split_whitespace().next().map(|target| (number, target.to_owned())));
        }
    }
    links
}

/// The names by which headings are linked to, as forges make them.
fn headings(text: &str) -> impl Iterator<Item = String> {
    let mut fenced = false;
    text.lines().filter_map(move |line| {
        fenced ^= line.trim_start().starts_with("```");
        let title = line.strip_prefix('#').filter(|_| !fenced)?.trim_start_matches('#').trim();
        let kept = title
            .to_lowercase()
            .chars()
            .filter_map(|c| match c {
                ' ' => Some('-'),
                c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
                _ => None,
            })
            .collect();
        Some(kept)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let house = House::with(&[
            ("docs/a.md", source),
            ("docs/adr/0001.md", "# ADR 1: law is data\n```\n# no heading\n```\n"),
            ("README.md", ""),
        ]);
        check(&house).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn links_that_lead_somewhere_pass() {
        let source = "# Here\n[a](adr/0001.md) [b](../README.md \"title\") [c](adr) [d](#here)\n\
                      [e](adr/0001.md#adr-1-law-is-data) [f](https://x.go.id/a) ![g](./adr/0001.md)\n\
                      `[code](no.md)`\n```\n[fenced](no.md)\n```\n[h]: adr/0001.md\n";
        assert_eq!(texts(source), [""; 0]);
    }

    #[test]
    fn links_that_lead_nowhere_are_named() {
        assert_eq!(
            texts(
                "[a](adr/0002.md)\n[b](#there)\n[c](../../x.md)\n[d](adr/0001.md#no-heading)\n[e]: gone.md\n"
            ),
            [
                "docs/a.md:1: the link to adr/0002.md leads nowhere: there is no docs/adr/0002.md",
                "docs/a.md:2: the link to #there leads nowhere: docs/a.md has no such heading",
                "docs/a.md:3: the link to ../../x.md leaves the repository",
                "docs/a.md:4: the link to adr/0001.md#no-heading leads nowhere: docs/adr/0001.md has no such heading",
                "docs/a.md:5: the link to gone.md leads nowhere: there is no docs/gone.md",
            ]
        );
    }
}
