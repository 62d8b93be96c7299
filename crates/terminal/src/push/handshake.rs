//! The handshake: what an attendance terminal is told when it introduces itself.
//!
//! `GET /iclock/cdata?SN=..&options=all` is answered with lines of `Key=Value`, the first of them
//! exactly `GET OPTION FROM: <SN>`. Without this block some terminals do not work at all (PUSH SDK
//! 3.2.0, 2.2). Times of the terminal come from the `Date` header of replies, shown in `TimeZone`.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use jiff::civil::{DateTime, Time};

use super::{BadSerial, PushVersion, Serial};
use crate::ZkTime;

/// The settings a terminal works by, as we answer the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The terminal that asked.
    pub serial: Serial,
    /// From where to resume each table.
    pub stamps: Stamps,
    /// Pause before the next try after a failure, in seconds; 30 to 300.
    pub error_delay_s: u16,
    /// Pause between polls for commands, in seconds; 2 to 60.
    pub delay_s: u16,
    /// Times of day at which all is sent, at most ten; seconds are not sent.
    pub trans_times: Vec<Time>,
    /// Pause between uploads in minutes, 0 for none; without effect while `realtime`.
    pub trans_interval_min: u16,
    /// What is to be uploaded.
    pub uploads: Vec<Upload>,
    /// Zone of the terminal in hours ahead of UTC: 7 WIB, 8 WITA, 9 WIT.
    pub time_zone_hours: i8,
    /// Whether each punch is sent at once.
    pub realtime: bool,
    /// Our version.
    pub server_version: PushVersion,
    /// The protocol we offer; both sides use the lower of the two.
    pub push_version: PushVersion,
}

/// Resume marks, one a table. Never keys: many terminals send 9999 for ever.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// Punches.
    pub att_log: Option<Stamp>,
    /// Operations and people.
    pub oper_log: Option<Stamp>,
    /// Photographs.
    pub att_photo: Option<Stamp>,
    /// Templates.
    pub bio_data: Option<Stamp>,
    /// Faults.
    pub error_log: Option<Stamp>,
}

/// An opaque resume mark: 1 to 32 letters, digits, `:`, `.`, `+`, `-` or `_`. `0` asks for everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(String);

impl Stamp {
    /// The mark as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Stamp {
    type Err = BadOptions;

    fn from_str(text: &str) -> Result<Self, BadOptions> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '+' | '-' | '_');
        if (1..=32).contains(&text.len()) && text.chars().all(fits) && text != "None" {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadOptions::Value("Stamp"))
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something a terminal can be asked to upload (`TransFlag`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Upload {
    /// Punches.
    AttLog,
    /// Operations.
    OpLog,
    /// Photographs at a punch.
    AttPhoto,
    /// People enrolled at the terminal.
    EnrollUser,
    /// People changed at the terminal.
    ChgUser,
    /// Fingers enrolled at the terminal.
    EnrollFp,
    /// Fingers changed at the terminal.
    ChgFp,
    /// Images of fingers.
    FpImag,
    /// Faces.
    Face,
    /// Portraits.
    UserPic,
    /// Work codes.
    WorkCode,
    /// Photographs that templates are made of.
    BioPhoto,
}

impl Upload {
    const NAMED: [(&'static str, Self); 12] = [
        ("AttLog", Self::AttLog),
        ("OpLog", Self::OpLog),
        ("AttPhoto", Self::AttPhoto),
        ("EnrollUser", Self::EnrollUser),
        ("ChgUser", Self::ChgUser),
        ("EnrollFP", Self::EnrollFp),
        ("ChgFP", Self::ChgFp),
        ("FPImag", Self::FpImag),
        ("FACE", Self::Face),
        ("UserPic", Self::UserPic),
        ("WORKCODE", Self::WorkCode),
        ("BioPhoto", Self::BioPhoto),
    ];

    fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, upload)| *upload == self).map_or("", |(name, _)| name)
    }
}

impl Options {
    /// What we answer by default: punches at once, operations, and people as they change.
    ///
    /// Templates are not asked for: they are personal data that attendance does not need.
    #[must_use]
    pub fn new(serial: Serial, time_zone_hours: i8) -> Self {
        Self {
            serial,
            stamps: Stamps::default(),
            error_delay_s: 30,
            delay_s: 10,
            trans_times: vec![Time::constant(0, 0, 0, 0), Time::constant(14, 5, 0, 0)],
            trans_interval_min: 1,
            uploads: vec![Upload::AttLog, Upload::OpLog, Upload::EnrollUser, Upload::ChgUser],
            time_zone_hours,
            realtime: true,
            server_version: PushVersion::ATTENDANCE,
            push_version: PushVersion::ATTENDANCE,
        }
    }

    /// Writes the whole block, lines ended by LF.
    #[must_use]
    pub fn emit(&self) -> String {
        let stamp = |stamp: &Option<Stamp>| {
            stamp.as_ref().map_or_else(|| "None".to_owned(), Stamp::to_string)
        };
        let times: Vec<_> = self.trans_times.iter().take(10).map(|t| emit_time(*t)).collect();
        let uploads: Vec<_> = self.uploads.iter().map(|upload| upload.name()).collect();
        format!(
            "GET OPTION FROM: {serial}\nATTLOGStamp={att_log}\nOPERLOGStamp={oper_log}\n\
             ATTPHOTOStamp={att_photo}\nBIODATAStamp={bio_data}\nERRORLOGStamp={error_log}\n\
             ErrorDelay={error_delay}\nDelay={delay}\nTransTimes={times}\nTransInterval={interval}\n\
             TransFlag=TransData {uploads}\nTimeZone={zone}\nRealtime={realtime}\nEncrypt=None\n\
             ServerVer={server}\nPushProtVer={push}\nPushOptionsFlag=1\n\
             PushOptions=FingerFunOn,FaceFunOn,MultiBioDataSupport,MultiBioVersion\nSupportPing=1\n",
            serial = self.serial,
            att_log = stamp(&self.stamps.att_log),
            oper_log = stamp(&self.stamps.oper_log),
            att_photo = stamp(&self.stamps.att_photo),
            bio_data = stamp(&self.stamps.bio_data),
            error_log = stamp(&self.stamps.error_log),
            error_delay = self.error_delay_s,
            delay = self.delay_s,
            times = times.join(";"),
            interval = self.trans_interval_min,
            uploads = uploads.join("\t"),
            zone = self.time_zone_hours,
            realtime = u8::from(self.realtime),
            server = self.server_version,
            push = self.push_version,
        )
    }

    /// Reads what [`Options::emit`] writes, for simulated terminals: unknown keys are left out, and
    /// what is absent stays as in [`Options::new`] with zone 0 (and protocol 2.2.14).
    ///
    /// # Errors
    ///
    /// When the first line is not `GET OPTION FROM: <SN>`, or a known key has an unreadable value.
    pub fn parse(block: &str) -> Result<Self, BadOptions> {
        let mut lines = block.lines();
        let serial = lines
            .next()
            .and_then(|line| line.strip_prefix("GET OPTION FROM: "))
            .ok_or(BadOptions::FirstLine)?;
        let mut options = Self::new(serial.trim_end().parse()?, 0);
        options.push_version = PushVersion::UNNAMED;
        for (key, value) in lines.filter_map(|line| line.split_once('=')) {
            options.set(key.trim(), value.trim())?;
        }
        Ok(options)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), BadOptions> {
        fn read<T: FromStr>(key: &'static str, value: &str) -> Result<T, BadOptions> {
            value.parse().map_err(|_| BadOptions::Value(key))
        }
        let stamp = || if value == "None" { Ok(None) } else { value.parse().map(Some) };
        match key {
            "ATTLOGStamp" => self.stamps.att_log = stamp()?,
            "OPERLOGStamp" => self.stamps.oper_log = stamp()?,
            "ATTPHOTOStamp" => self.stamps.att_photo = stamp()?,
            "BIODATAStamp" => self.stamps.bio_data = stamp()?,
            "ERRORLOGStamp" => self.stamps.error_log = stamp()?,
            "ErrorDelay" => self.error_delay_s = read("ErrorDelay", value)?,
            "Delay" => self.delay_s = read("Delay", value)?,
            "TransInterval" => self.trans_interval_min = read("TransInterval", value)?,
            "TimeZone" => self.time_zone_hours = read("TimeZone", value)?,
            "Realtime" => self.realtime = read::<u8>("Realtime", value)? != 0,
            "ServerVer" => self.server_version = read("ServerVer", value)?,
            "PushProtVer" => self.push_version = read("PushProtVer", value)?,
            "TransTimes" => {
                let times = value.split(';').filter(|time| !time.is_empty()).map(parse_time);
                self.trans_times =
                    times.collect::<Option<_>>().ok_or(BadOptions::Value("TransTimes"))?;
            }
            "TransFlag" => {
                let known = |name: &str| {
                    Upload::NAMED
                        .iter()
                        .find(|(known, _)| *known == name)
                        .map(|(_, upload)| *upload)
                };
                self.uploads = value.split_whitespace().filter_map(known).collect();
            }
            _ => {}
        }
        Ok(())
    }
}

fn emit_time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn parse_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// Why a block is not [`Options`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadOptions {
    /// The first line is something else.
    #[error("the reply does not begin with `GET OPTION FROM: <SN>`")]
    FirstLine,
    /// The serial number in the first line is none.
    #[error(transparent)]
    Serial(#[from] BadSerial),
    /// This key has an unreadable value.
    #[error("{0} has an unreadable value")]
    Value(&'static str),
}

/// The answer to `type=time`: `Time=2026-11-02T07:30:00+07:00` (PUSH SDK 3.2.0, 2.3).
#[must_use]
pub fn time_reply(at: DateTime, time_zone_hours: i8) -> String {
    let mut reply = String::from("Time=");
    let sign = if time_zone_hours < 0 { '-' } else { '+' };
    write!(
        reply,
        "{}{sign}{:02}:00",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        time_zone_hours.unsigned_abs()
    )
    .expect("writing to a String cannot fail");
    reply
}

/// The answer to `/iclock/rtdata?type=rttime`: `DateTime=<packed>,ServerTZ=+0700`.
///
/// Servers of others disagree whether `at` is UTC or the clock of `ServerTZ`, and no vendor text was
/// at hand: the caller chooses, and should compare with the clock of the terminal afterwards.
#[must_use]
pub fn rt_time_reply(at: ZkTime, time_zone_hours: i8) -> String {
    let sign = if time_zone_hours < 0 { '-' } else { '+' };
    format!("DateTime={at},ServerTZ={sign}{:02}00", time_zone_hours.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{datetime, time};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_block_is_as_documented() {
        let mut options = Options::new("ABC-1".parse().unwrap(), 8);
        options.stamps.att_log = Some("9999".parse().unwrap());
        let block = options.emit();
        assert!(
            block.starts_with("GET OPTION FROM: ABC-1\nATTLOGStamp=9999\nOPERLOGStamp=None\n"),
            "{block}"
        );
        for line in [
            "TransTimes=00:00;14:05",
            "TransFlag=TransData AttLog\tOpLog\tEnrollUser\tChgUser",
            "TimeZone=8",
            "Realtime=1",
            "Encrypt=None",
            "PushProtVer=2.4.1",
            "SupportPing=1",
        ] {
            assert!(block.lines().any(|found| found == line), "{line} is not in {block}");
        }
        assert_eq!(Options::parse(&block), Ok(options));
    }

    #[test]
    fn what_is_no_block_says_why() {
        assert_eq!(Options::parse("OK"), Err(BadOptions::FirstLine));
        assert_eq!(Options::parse("GET OPTION FROM: "), Err(BadOptions::Serial(BadSerial::Empty)));
        assert_eq!(
            Options::parse("GET OPTION FROM: 1\nDelay=soon"),
            Err(BadOptions::Value("Delay"))
        );
        assert_eq!(Options::parse("GET OPTION FROM: 1\r\nDelay=7\r\nNew=1").unwrap().delay_s, 7);
    }

    #[test]
    fn a_stamp_cannot_carry_a_line() {
        assert!("2008-02-25T12:08:21".parse::<Stamp>().is_ok());
        for bad in ["", "None", "1\nDelay=0", "a=b", &"9".repeat(33)] {
            assert!(bad.parse::<Stamp>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn the_clock_is_told() {
        let at = datetime(2026, 11, 2, 7, 30, 0, 0);
        assert_eq!(time_reply(at, 7), "Time=2026-11-02T07:30:00+07:00");
        assert_eq!(time_reply(at, -3), "Time=2026-11-02T07:30:00-03:00");
        assert_eq!(rt_time_reply(ZkTime::from(12), 9), "DateTime=12,ServerTZ=+0900");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text: String) {
            let _ = Options::parse(&text);
            let _ = Options::parse(&format!("GET OPTION FROM: A\n{text}"));
        }

        #[test]
        fn parse_undoes_emit(
            serial in "[A-Za-z0-9_-]{1,64}",
            stamp in "[0-9]{1,10}",
            delay_s: u16,
            (hour, minute) in (0_i8..24, 0_i8..60),
            zone in -12_i8..=14,
            realtime: bool,
            uploads in prop::sample::subsequence(Upload::NAMED.to_vec(), 0..=12),
        ) {
            let mut options = Options::new(serial.parse().unwrap(), zone);
            options.stamps.oper_log = Some(stamp.parse().unwrap());
            options.delay_s = delay_s;
            options.trans_times = vec![time(hour, minute, 0, 0)];
            options.realtime = realtime;
            options.uploads = uploads.into_iter().map(|(_, upload)| upload).collect();
            prop_assert_eq!(Options::parse(&options.emit()), Ok(options));
        }
    }
}
