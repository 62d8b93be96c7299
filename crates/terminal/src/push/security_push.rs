//! Security PUSH: what access-control terminals ask for, as far as attendance needs it.
//!
//! The order (Security PUSH 3.1.2, 4): handshake → a bare `OK` while unregistered, or
//! [`Config::handshake_reply`]; `POST /iclock/registry` → [`registry_reply`], or status 406 to refuse;
//! `POST /iclock/push` → [`Config::emit`]; then events as `table=rtlog` and people as
//! `table=tabledata`, which is acknowledged with [`super::reply::table_count`], not with `OK`.
//! Encryption needs a closed library and begins with 3.1.1, so less is offered.

use std::fmt;
use std::str::FromStr;

use super::{Fields, PushVersion};
use crate::lines::RawLines;
use crate::{At, BadLine, Line, pin};

/// A code of 1 to 32 letters and digits that a terminal is registered under, or a session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code(String);

impl FromStr for Code {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let fits =
            (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if fits { Ok(Self(text.to_owned())) } else { Err(BadCode) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not a [`Code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code must be 1 to 32 letters or digits")]
pub struct BadCode;

/// The answer to `POST /iclock/registry`: `RegistryCode=..`.
#[must_use]
pub fn registry_reply(code: &Code) -> String {
    format!("RegistryCode={code}")
}

/// The settings an access-control terminal works by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Pause before the next try after a failure, in seconds.
    pub error_delay_s: u16,
    /// Pause between polls for commands, in seconds.
    pub request_delay_s: u16,
    /// Pause between uploads, in minutes.
    pub trans_interval_min: u16,
    /// The session, made by the caller.
    pub session: Code,
    /// How long the terminal waits for an answer, in seconds.
    pub timeout_s: u16,
}

impl Config {
    /// What we answer by default.
    #[must_use]
    pub fn new(session: Code) -> Self {
        Self {
            error_delay_s: 30,
            request_delay_s: 10,
            trans_interval_min: 1,
            session,
            timeout_s: 10,
        }
    }

    /// The answer to `POST /iclock/push`, lines ended by LF.
    #[must_use]
    pub fn emit(&self) -> String {
        format!(
            "ServerVersion={version}\nServerName=Abdi\nPushProtVer={version}\nErrorDelay={}\n\
             RequestDelay={}\nTransTimes=00:00;14:05\nTransInterval={}\n\
             TransTables=User Transaction\nRealtime=1\nSessionID={}\nTimeoutSec={}\n",
            self.error_delay_s,
            self.request_delay_s,
            self.trans_interval_min,
            self.session,
            self.timeout_s,
            version = PushVersion::SECURITY,
        )
    }

    /// The answer to the handshake of a terminal that is registered under this code.
    #[must_use]
    pub fn handshake_reply(&self, code: &Code) -> String {
        format!("registry=ok\nRegistryCode={code}\n{}", self.emit())
    }
}

/// One event of an access-control terminal (`table=rtlog`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RtLog<'a> {
    /// Who; `None` when the terminal says `0`, which is nobody: an event of the door, not a punch.
    pub pin: Option<&'a str>,
    /// Wall clock of the terminal.
    pub at: At,
    /// What happened: below 256 by the vendor's table, 4000s normal, 5000s abnormal, 6000s warnings.
    pub event: Option<u32>,
    /// 0 in, 1 out, others as on the terminal.
    pub in_out: Option<u32>,
    /// How the person was recognised.
    pub verify: Option<u32>,
    /// The terminal's own number of the event, unique there.
    pub index: Option<u64>,
}

impl<'a> RtLog<'a> {
    /// Reads one line without its line end.
    ///
    /// # Errors
    ///
    /// For the time, and for a PIN that is there but unreadable.
    pub fn parse(line: &'a [u8]) -> Result<Self, BadLine> {
        if line.first() == Some(&0) {
            return Err(BadLine::NulBytes);
        }
        let fields = Fields::tabbed(line);
        let who = match fields.get("pin").map(pin::read) {
            None | Some(Err(BadLine::NoPin) | Ok("0")) => None,
            Some(read) => Some(read?),
        };
        Ok(Self {
            pin: who,
            at: At::parse(fields.get("time").ok_or(BadLine::NoTime)?)?,
            event: fields.number("event"),
            in_out: fields.number("inoutstatus"),
            verify: fields.number("verifytype"),
            index: fields.number("index"),
        })
    }
}

/// Every event of an upload, good or bad, in order.
pub fn rt_log_lines(body: &[u8]) -> impl Iterator<Item = Line<'_, RtLog<'_>>> {
    RawLines::of(body).read(RtLog::parse)
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn replies_are_as_documented() {
        let code: Code = "Reg7".parse().unwrap();
        assert_eq!(registry_reply(&code), "RegistryCode=Reg7");
        let config = Config::new("abc123".parse().unwrap());
        let reply = config.handshake_reply(&code);
        assert!(
            reply.starts_with("registry=ok\nRegistryCode=Reg7\nServerVersion=3.0.1\n"),
            "{reply}"
        );
        assert!(reply.contains("\nSessionID=abc123\n"));
        assert!(config.emit().contains("TransTables=User Transaction\n"));
        for bad in ["", "a b", "a\n", &"x".repeat(33)] {
            assert_eq!(bad.parse::<Code>(), Err(BadCode));
        }
    }

    #[test]
    fn an_event_without_a_person_is_no_punch() {
        let door = b"time=2026-10-05 07:31:04\tpin=0\tcardno=0\tevent=27\tinoutstatus=1\tverifytype=0\tindex=9";
        let door = RtLog::parse(door).unwrap();
        assert_eq!((door.pin, door.event, door.index), (None, Some(27), Some(9)));
        let person =
            RtLog::parse(b"time=2026-10-05 07:31:04\tpin=88\tevent=0\tverifytype=1").unwrap();
        assert_eq!((person.pin, person.verify, person.in_out), (Some("88"), Some(1), None));
        assert_eq!(person.at, At::Wall(datetime(2026, 10, 5, 7, 31, 4, 0)));
        assert_eq!(RtLog::parse(b"pin=88"), Err(BadLine::NoTime));
        assert_eq!(
            RtLog::parse(b"pin=8\x07\ttime=2026-10-05 07:31:04"),
            Err(BadLine::UnreadablePin)
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..200)) {
            rt_log_lines(&body).for_each(drop);
        }
    }
}
