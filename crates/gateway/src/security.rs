//! Terminals of the access-control line, as far as attendance needs them: they register, are told
//! their settings, and deliver events, some of which are punches.

use std::fmt::Display;

use civil::TerminalSerial;
use hyper::body::{Body, Bytes};
use terminal::push::{
    AttLog, reply,
    security_push::{Config, registry_reply, rt_log_lines},
};

use crate::{
    Gateway,
    answer::{Call, INFO_CHARS_MAX},
    refusal::Refusal,
    roll::{Registration, Standing},
};

/// Events from here on are abnormal or warnings (Security PUSH 3.1.2: 5000s and 6000s).
const EVENT_ABNORMAL: u32 = 5_000;

impl Gateway {
    /// The handshake: a bare `OK` asks the terminal to register.
    pub(crate) fn introduce_security(&self, terminal: &TerminalSerial) -> String {
        match self.roll.registration(terminal) {
            Some(Registration { code, session }) => Config::new(session).handshake_reply(&code),
            None => reply::OK.to_owned(),
        }
    }

    /// `registry`: waiting terminals register too, so that they stay on line.
    pub(crate) async fn registry<B>(&self, call: Call<'_>, body: B) -> Result<String, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        let about = self.whole(body).await?.text(INFO_CHARS_MAX);
        let registration = self.register(&call.terminal, &call.standing?)?;
        self.roll.about(&call.terminal, about);
        Ok(registry_reply(&registration.code))
    }

    /// `push`: the settings it works by.
    pub(crate) fn push_config(&self, call: Call<'_>) -> Result<String, Refusal> {
        let registration = self.register(&call.terminal, &call.standing?)?;
        Ok(Config::new(registration.session).emit())
    }

    fn register(
        &self,
        terminal: &TerminalSerial,
        standing: &Standing,
    ) -> Result<Registration, Refusal> {
        let make = || Registration { code: self.new_code(), session: self.new_code() };
        match standing {
            Standing::Approved(_) | Standing::Waiting(_) => {
                self.roll.register(terminal, make).ok_or(Refusal::Registration)
            }
            Standing::Refused(_) | Standing::Stranger => Err(Refusal::Registration),
        }
    }
}

/// The events of a body that are punches, as lines of `ATTLOG`; each ends with its own raw line, so
/// that nothing the terminal said is lost. What cannot be read goes along as it is, to quarantine.
///
/// An event of a door has no person. A person whom the door turned away stood before it all the
/// same, so only what the vendor counts as abnormal is left out.
pub(crate) fn punches_of_events(body: &[u8]) -> Vec<u8> {
    let mut lines = Vec::new();
    for line in rt_log_lines(body) {
        match line.record {
            Ok(event) => {
                let Some(pin) = event.pin else { continue };
                if event.event.is_some_and(|event| event >= EVENT_ABNORMAL) {
                    continue;
                }
                let (status, verify) = (event.in_out, event.verify);
                let punch =
                    AttLog { pin, at: event.at, status, verify, workcode: None, more: line.raw };
                punch.emit(&mut lines);
            }
            Err(_) => lines.extend_from_slice(line.raw),
        }
        lines.push(b'\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use terminal::push::att_log;

    use super::*;

    #[test]
    fn events_of_people_are_punches_and_doors_are_not() {
        let body = b"time=2026-10-05 07:31:04\tpin=0\tevent=27\tindex=9\r\n\
            time=2026-10-05 07:31:05\tpin=88\tevent=0\tinoutstatus=1\tverifytype=15\tindex=10\r\n\
            time=2026-10-05 07:31:06\tpin=89\tevent=5001\tindex=11\r\n\
            time=never\tpin=90\tevent=0\tindex=12\r\n";
        let lines = punches_of_events(body);
        let read: Vec<_> = att_log::lines(&lines).collect();
        let [good, bad] = read.as_slice() else { panic!("{read:?}") };
        let punch = good.record.unwrap();
        assert_eq!((punch.pin, punch.status, punch.verify), ("88", Some(1), Some(15)));
        assert!(punch.more.ends_with(b"index=10"), "{:?}", punch.more.escape_ascii());
        assert!(bad.record.is_err() && bad.raw.starts_with(b"time=never"));
    }
}
