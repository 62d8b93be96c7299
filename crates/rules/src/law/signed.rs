//! What an officer vouches for in a value: its block of the law file, and that of its topic.

/// The block of a law file that a byte lies in: from its header to the next, without comments,
/// remarks and the status, none of which changes what holds.
pub(super) fn block(text: &str, place: usize) -> String {
    let is_header = |line: &str| line.starts_with('[');
    let before = text.get(..place).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let here = before.matches('\n').count();
    let first = lines.iter().take(here + 1).rposition(|line| is_header(line)).unwrap_or(0);
    let block = lines.iter().skip(first).enumerate();
    block
        .take_while(|(number, line)| *number == 0 || !is_header(line))
        .map(|(_, line)| line.trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter(|line| {
            !["status", "note"].contains(&line.split(['=', ' ']).next().unwrap_or_default())
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
title = \"x\"

[scans]
title = \"Scans\"
# why

[[scans.value]]
from = \"2024-04-12\"
status = \"assumed\"
note = \"[not a header]\"
bands = [
  { code = \"A\" },
]
single = \"in\"

[minutes]
title = \"Minutes\"
";

    #[test]
    fn a_block_is_all_that_holds_and_nothing_beside() {
        let at = |needle: &str| block(FILE, FILE.find(needle).expect("it is there"));
        let value = "[[scans.value]]\nfrom = \"2024-04-12\"\nbands = [\n{ code = \"A\" },\n]\nsingle = \"in\"";
        assert_eq!(at("from ="), value);
        assert_eq!(at("single"), value);
        assert_eq!(at("title = \"Scans\""), "[scans]\ntitle = \"Scans\"");
        assert_eq!(at("title = \"Minutes\""), "[minutes]\ntitle = \"Minutes\"");
        assert_eq!(at("title = \"x\""), "title = \"x\"");
    }
}
