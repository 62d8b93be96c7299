//! Results of commands, posted to `/iclock/devicecmd`.
//!
//! Several in one body, each in one of three forms:
//!
//! ```text
//! ID=info8487&Return=0&CMD=DATA          one line
//! ID=13&Return=0&CMD=INFO                one line, then settings a line each
//! ~DeviceName=..
//! ID=32 \n Return=0 \n CMD=Shell \n Content=..    a line a field; a file after Content= is binary
//! ```

use super::Fields;
use super::command::{BadCommand, CommandId};

/// What became of one command. It borrows from the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceResult<'a> {
    /// The id the command was sent under.
    pub id: &'a str,
    /// The terminal's return code.
    pub code: ReturnCode,
    /// The command as the terminal repeats it, often only its first word.
    pub command: Option<&'a str>,
    /// The lines of this result, for [`DeviceResult::field`].
    lines: &'a [u8],
    /// What follows `Content=`, any bytes.
    pub content: Option<&'a [u8]>,
}

/// A return code of a terminal (Attendance PUSH 5.8, appendix 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReturnCode(pub i32);

impl ReturnCode {
    /// A stable name for summaries and words; `unknown` for codes without one.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            0.. => "ok",
            -1 => "bad_parameter",
            -2 => "photo_size_mismatch",
            -3 => "io",
            -4 => "no_data",
            -5 => "full",
            -9 => "template_size",
            -10 => "no_such_pin",
            -11 | -12 => "bad_template",
            -22 => "unknown_error",
            -30 => "algorithm_version_mismatch",
            -1001 => "capacity",
            -1002 => "unsupported",
            -1003 => "timeout",
            -1004 => "data_config_mismatch",
            -1005 => "busy",
            -1006 => "too_long",
            -1007 => "memory",
            -1008 => "fetch_failed",
            _ => "unknown",
        }
    }
}

impl<'a> DeviceResult<'a> {
    /// Whether the command was carried out.
    ///
    /// Positive codes are sizes and counts, except of an enrolment, where they are failures.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let enrols = self.command.is_some_and(|c| c.to_ascii_uppercase().starts_with("ENROLL"));
        if enrols { self.code.0 == 0 } else { self.code.0 >= 0 }
    }

    /// Another field of the result, such as `AttlogSum`, or a setting after `INFO`.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'a str> {
        find(self.lines, key)
    }

    /// The one-line form, as simulated terminals send it.
    #[must_use]
    pub fn emit(id: &CommandId, code: ReturnCode, command: &str) -> String {
        format!("ID={id}&Return={}&CMD={command}\n", code.0)
    }
}

/// Every result in a body, in order; what precedes the first `ID=` is one bad result.
pub fn results(body: &[u8]) -> impl Iterator<Item = Result<DeviceResult<'_>, BadResult>> {
    Blocks { rest: body }.map(parse)
}

/// Why a part of a body is no [`DeviceResult`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadResult {
    /// There is no `ID=`, or it is none that we gave.
    #[error("result has no readable ID")]
    Id,
    /// There is no number after `Return=`.
    #[error("result has no readable return code")]
    Return,
}

impl From<BadCommand> for BadResult {
    fn from(_: BadCommand) -> Self {
        Self::Id
    }
}

fn parse(block: &[u8]) -> Result<DeviceResult<'_>, BadResult> {
    let (lines, content) = split_content(block);
    let id = find(lines, "ID").ok_or(BadResult::Id)?;
    id.parse::<CommandId>()?;
    let code = find(lines, "Return").and_then(|code| code.parse().ok()).ok_or(BadResult::Return)?;
    Ok(DeviceResult { id, code: ReturnCode(code), command: find(lines, "CMD"), lines, content })
}

fn find<'a>(lines: &'a [u8], key: &str) -> Option<&'a str> {
    lines.split(|&byte| byte == b'\n').find_map(|line| {
        // A setting may hold `&`; only the first line of a result joins its fields with it.
        let fields =
            if starts_result(line) { Fields::ampersands(line) } else { Fields::tabbed(line) };
        fields.text(key)
    })
}

/// Cuts a body before each line that begins with `ID=`; a file after `Content=` runs to the end.
struct Blocks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Blocks<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        self.rest = self.rest.trim_ascii_start();
        if self.rest.is_empty() {
            return None;
        }
        let mut len = 0;
        let mut is_file = false;
        for line in self.rest.split_inclusive(|&byte| byte == b'\n') {
            if len > 0 && starts_result(line) {
                break;
            }
            len += line.len();
            is_file |= is_get_file(line);
            if is_file && starts_with_key(line, b"Content=") {
                len = self.rest.len();
                break;
            }
        }
        let (block, rest) = self.rest.split_at(len);
        self.rest = rest;
        Some(block)
    }
}

fn is_get_file(lines: &[u8]) -> bool {
    find(lines, "CMD").is_some_and(|command| command.eq_ignore_ascii_case("GetFile"))
}

fn starts_result(line: &[u8]) -> bool {
    starts_with_key(line, b"ID=")
}

fn starts_with_key(line: &[u8], key: &[u8]) -> bool {
    line.split_at_checked(key.len()).is_some_and(|(start, _)| start.eq_ignore_ascii_case(key))
}

/// The lines before `Content=` and what follows it; text loses its line end, a file keeps all bytes.
fn split_content(block: &[u8]) -> (&[u8], Option<&[u8]>) {
    let mut len = 0;
    for line in block.split_inclusive(|&byte| byte == b'\n') {
        if starts_with_key(line, b"Content=") {
            let (lines, content) = block.split_at(len);
            let content = content.get(b"Content=".len()..).unwrap_or_default();
            let is_file = is_get_file(lines);
            return (lines, Some(if is_file { content } else { content.trim_ascii_end() }));
        }
        len += line.len();
    }
    (block, None)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &[u8]) -> Vec<(&str, i32, Option<&str>)> {
        results(body).map(|r| r.unwrap()).map(|r| (r.id, r.code.0, r.command)).collect()
    }

    #[test]
    fn several_results_in_one_body() {
        let body = b"ID=u12&Return=0&CMD=DATA\nID=13&SN=A1&Return=-1002&CMD=USER\r\n";
        assert_eq!(read(body), [("u12", 0, Some("DATA")), ("13", -1002, Some("USER"))]);
        assert_eq!(read(b""), []);
        assert_eq!(read(b"ID=1&Return=0&CMD=DATA UPDATE"), [("1", 0, Some("DATA UPDATE"))]);
    }

    #[test]
    fn settings_follow_info() {
        let body =
            b"ID=13&Return=0&CMD=INFO\n~DeviceName=X&9\nUserCount=25\nID=14&Return=-1&CMD=DATA\n";
        let all: Vec<_> = results(body).map(|r| r.unwrap()).collect();
        assert_eq!(all[0].field("UserCount"), Some("25"));
        assert_eq!(all[0].field("DeviceName"), Some("X&9"));
        assert_eq!(
            (all[1].id, all[1].code.name(), all[1].is_done()),
            ("14", "bad_parameter", false)
        );
    }

    #[test]
    fn a_line_a_field_with_text_or_file() {
        let body =
            b"ID=32\nReturn=0\nCMD=Shell\nContent=Mon Oct 5\nmore\nID=33&Return=0&CMD=INFO\n";
        let all: Vec<_> = results(body).map(|r| r.unwrap()).collect();
        assert_eq!(
            (all[0].command, all[0].content),
            (Some("Shell"), Some(&b"Mon Oct 5\nmore"[..]))
        );
        assert_eq!(all[1].id, "33");
        let file =
            b"ID=20\nSN=A1\nFILENAME=x.dat\nCMD=GetFile\nReturn=9\nContent=\x01\nID=7\n\x00\n";
        let all: Vec<_> = results(file).map(|r| r.unwrap()).collect();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].content, Some(&b"\x01\nID=7\n\x00\n"[..]));
        assert!(all[0].is_done());
    }

    #[test]
    fn sums_are_found() {
        let body = b"ID=9&Return=0&CMD=VERIFY SUM&StartTime=2026-10-01 00:00:00&AttlogSum=57\n";
        assert_eq!(results(body).next().unwrap().unwrap().field("AttlogSum"), Some("57"));
    }

    #[test]
    fn enrolment_fails_with_positive_codes() {
        let body = b"ID=1&Return=4&CMD=ENROLL_FP\nID=2&Return=12&CMD=DATA\n";
        let done: Vec<_> = results(body).map(|r| r.unwrap().is_done()).collect();
        assert_eq!(done, [false, true]);
    }

    #[test]
    fn one_bad_result_does_not_lose_the_others() {
        let body = b"hello\nID=../x&Return=0\nID=5&CMD=DATA\nID=6&Return=0&CMD=DATA\n";
        let all: Vec<_> = results(body).map(|r| r.map(|r| r.id)).collect();
        assert_eq!(all, [Err(BadResult::Id), Err(BadResult::Id), Err(BadResult::Return), Ok("6")]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..200)) {
            results(&body).for_each(drop);
        }

        #[test]
        fn nearly_results_are_read(body in "((ID=|Content=|CMD=GetFile|Return=)[a-z0-9&\n]{0,6}){0,9}") {
            results(body.as_bytes()).for_each(drop);
        }

        #[test]
        fn parse_undoes_emit(id in "[A-Za-z0-9]{1,16}", code: i32) {
            let body = DeviceResult::emit(&id.parse().unwrap(), ReturnCode(code), "DATA");
            prop_assert_eq!(read(body.as_bytes()), [(id.as_str(), code, Some("DATA"))]);
        }
    }
}
