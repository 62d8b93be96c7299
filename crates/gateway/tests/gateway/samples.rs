//! The collected requests of terminals, where they lie beside the checkout: captures and examples
//! of vendors that are no part of this repository. Without them the test says so and passes; the
//! other tests here hold requests of the same kinds.

#![expect(clippy::print_stdout, reason = "a test that was skipped says so")]

use std::path::PathBuf;

use crate::harness::Running;

/// Requests that may be answered otherwise than the collection expects, by the number they begin
/// with, and why. There are none: 82 of its 83 requests expect an answer and get it.
///
/// - `095` offers encryption and expects nothing in particular; it is answered with 404, and is not
///   counted. A terminal that was told push version 3.0.1 does not send it.
/// - `006` expects a bare `OK`, which asks an access-control terminal to register. One that has
///   registered since the server began is answered with its registration instead, so replaying the
///   collection a second time against the same server finds this one difference.
/// - Every terminal of the collection is approved first: of others, punches and operations are
///   refused.
///
/// The expectations are a reading of the documents, not what a vendor's server said.
const DIFFERENCES: [(&str, &str); 0] = [];

fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let samples = std::env::var_os("ABDI_SAMPLES").map_or(beside, PathBuf::from);
    let folder = samples.join("terminals/adms");
    if folder.join("index.json").is_file() {
        return Some(folder);
    }
    println!("skipped: no samples at {}", folder.display());
    None
}

/// What the collection expects of a reply: alternatives of `^` literal `$` with a few classes.
fn fits(pattern: &str, body: &str) -> bool {
    pattern.split('|').any(|one| fits_one(one, body))
}

fn fits_one(pattern: &str, body: &str) -> bool {
    let Some(pattern) = pattern.strip_prefix('^') else { return body.contains(pattern) };
    let (pattern, whole) = pattern.strip_suffix('$').map_or((pattern, false), |p| (p, true));
    let mut rest = body;
    let mut pattern = pattern;
    while !pattern.is_empty() {
        let (piece, after) = piece_of(pattern);
        let Some(len) = piece.len_in(rest) else { return false };
        rest = &rest[len..];
        pattern = after;
    }
    !whole || rest.trim_end_matches(['\r', '\n']).is_empty()
}

enum Piece<'a> {
    Literal(&'a str),
    /// A blank or none.
    MaybeBlank,
    /// So many digits.
    Digits(std::ops::RangeInclusive<usize>),
    /// 1 to 32 letters and digits.
    Code,
    /// `+` or `-`.
    Sign,
}

fn piece_of(pattern: &str) -> (Piece<'_>, &str) {
    for (text, piece) in [
        (" ?", Piece::MaybeBlank),
        ("\\d{4}", Piece::Digits(4..=4)),
        ("\\d+", Piece::Digits(1..=99)),
        ("\\d", Piece::Digits(1..=1)),
        ("[A-Za-z0-9]{1,32}", Piece::Code),
        ("[+-]", Piece::Sign),
    ] {
        if let Some(after) = pattern.strip_prefix(text) {
            return (piece, after);
        }
    }
    let end = pattern.char_indices().nth(1).map_or(pattern.len(), |(at, _)| at);
    (Piece::Literal(&pattern[..end]), &pattern[end..])
}

impl Piece<'_> {
    fn len_in(&self, text: &str) -> Option<usize> {
        let run = |fits: fn(char) -> bool, max: usize| {
            text.chars().take(max).take_while(|c| fits(*c)).count()
        };
        match self {
            Self::Literal(literal) => text.starts_with(literal).then_some(literal.len()),
            Self::MaybeBlank => Some(usize::from(text.starts_with(' '))),
            Self::Digits(range) => {
                let digits = run(|c| c.is_ascii_digit(), *range.end());
                range.contains(&digits).then_some(digits)
            }
            Self::Code => Some(run(|c| c.is_ascii_alphanumeric(), 32)).filter(|n| *n > 0),
            Self::Sign => text.starts_with(['+', '-']).then_some(1),
        }
    }
}

#[test]
fn the_patterns_of_the_collection_are_understood() {
    assert!(fits("^OK: ?3$", "OK: 3") && fits("^OK: ?3$", "OK:3") && !fits("^OK: ?3$", "OK: 31"));
    assert!(fits("^OK$|^C:", "C:1:INFO") && !fits("^OK$|^C:", "OK: 1"));
    assert!(fits("^DateTime=\\d+,ServerTZ=[+-]\\d{4}$", "DateTime=12,ServerTZ=+0700"));
    assert!(!fits("^RegistryCode=[A-Za-z0-9]{1,32}$", "RegistryCode="));
    assert!(fits("ServerVersion=", "x\nServerVersion=3"));
}

#[tokio::test]
async fn the_collected_requests_are_answered_as_expected() {
    let Some(folder) = folder() else { return };
    let index = std::fs::read(folder.join("index.json")).expect("the index can be read");
    let index: serde_json::Value = serde_json::from_slice(&index).expect("the index is JSON");
    let gateway = Running::in_memory().await;
    let (mut fit, mut differ) = (0, Vec::new());
    for entry in index.as_array().expect("the index is a list") {
        let file = entry["file"].as_str().expect("an entry names a file");
        let Some(status) = entry["expect_status"].as_u64() else { continue };
        let request = std::fs::read(folder.join(file)).expect("the sample can be read");
        let target = String::from_utf8_lossy(&request).split(' ').nth(1).unwrap_or("").to_owned();
        if let Ok(serial) = terminal::push::Request::parse(&target).serial() {
            gateway.approve(serial.as_str()).await;
        }
        let answer = gateway.ask(&request).await;
        let wanted = entry["expect_reply"].as_str();
        let good = u64::from(answer.status) == status
            && wanted.is_none_or(|wanted| fits(wanted, &answer.body));
        if good {
            fit += 1;
        } else {
            differ.push((file.to_owned(), answer, wanted.map(str::to_owned)));
        }
        let records = entry["attlog_records"].as_u64().filter(|_| target.contains("ATTLOG"));
        if let Some(records) = records {
            assert!(gateway.pins().await.len() as u64 >= u64::from(records > 0), "{file}");
        }
    }
    println!("{fit} requests answered as expected, {} otherwise: {differ:?}", differ.len());
    for (file, answer, wanted) in &differ {
        let explained = DIFFERENCES.iter().any(|(known, _)| file.starts_with(known));
        assert!(explained, "{file}: wanted {wanted:?}, said {answer:?}");
    }
    assert!(fit >= 80, "{differ:?}");
}
