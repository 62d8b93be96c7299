//! `OPERLOG` and `BIODATA`: operations on the terminal, and people and templates as they change.
//!
//! Lines of several kinds are mixed; the first word names the kind (Attendance PUSH 5.8, 9.3–9.14):
//!
//! ```text
//! OPLOG <code> \t <admin> \t <time> \t <value 1> .. \t <value 4>
//! USER PIN=.. \t Name=.. \t Pri=.. \t Passwd=.. \t Card=.. \t Grp=.. \t TZ=.. \t Verify=..
//! FP PIN=.. \t FID=.. \t Size=.. \t Valid=.. \t TMP=..
//! ```
//!
//! Templates and photographs are recognised, never interpreted and never printed.

use std::borrow::Cow;

use super::Fields;
use crate::lines::RawLines;
use crate::{At, BadLine, Card, Line, Privilege, Secret, decode_name, pin, text};

/// One record of an `OPERLOG` upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperRecord<'a> {
    /// Something was done to the terminal.
    OpLog(OpLog<'a>),
    /// A person was enrolled or changed.
    User(User<'a>),
    /// A template or a photograph.
    Biometric(Biometric<'a>),
    /// Another kind of record, with its first word.
    Other(Other<'a>),
}

/// Something was done to the terminal: the audit trail of the device itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpLog<'a> {
    /// What was done.
    pub code: OpCode,
    /// PIN of the administrator who did it; `None` for nobody (0).
    pub admin: Option<&'a str>,
    /// Wall clock of the terminal.
    pub at: At,
    /// Four values whose meaning depends on the code: the first one of an alarm is 54 (opened) or 55
    /// (broken), of a deleted person the PIN.
    pub values: [Option<&'a str>; 4],
}

/// A person as a terminal knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User<'a> {
    /// The number the person is enrolled under.
    pub pin: &'a str,
    /// Name as shown on the terminal, decoded by [`decode_name`].
    pub name: Option<Cow<'a, str>>,
    /// Role on the terminal.
    pub privilege: Privilege,
    /// Password at the terminal.
    pub password: Option<Secret<&'a str>>,
    /// Proximity card.
    pub card: Option<Card>,
    /// Access group.
    pub group: Option<u32>,
}

/// A template or a photograph: recognised, not interpreted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Biometric<'a> {
    /// What it is of.
    pub kind: BiometricKind,
    /// Whose it is, where that can be read.
    pub pin: Option<&'a str>,
    /// Which finger or which of several (`FID` or `No`).
    pub part: Option<u8>,
    /// Version of the algorithm (`MajorVer`, `MinorVer`): templates fit terminals of the same only.
    pub algorithm: Option<(u16, u16)>,
    /// Length the record claims, in characters of Base64.
    pub declared_len: Option<usize>,
    /// The content, in Base64.
    pub content: Secret<&'a [u8]>,
}

/// What a [`Biometric`] record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BiometricKind {
    /// `FP`: a finger, algorithm 10.0 or older.
    Finger,
    /// `FACE`.
    Face,
    /// `FVEIN`.
    FingerVein,
    /// `BIODATA`: any, by its own `Type`.
    Template,
    /// `USERPIC`: the portrait shown on the terminal.
    Portrait,
    /// `BIOPHOTO`: a photograph that templates are made of.
    Photograph,
}

/// A record of a kind that is not read further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other<'a> {
    /// The first word, or nothing when the line begins with a field.
    pub word: Option<&'a str>,
    /// The rest as pairs.
    pub fields: Fields<'a>,
}

/// What an [`OpLog`] says was done. Only the codes that matter to an audit have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpCode {
    /// 0
    PowerOn,
    /// 1
    PowerOff,
    /// 3: the terminal was opened or broken.
    Alarm,
    /// 5
    SettingChanged,
    /// 9
    UserDeleted,
    /// 13
    DataCleared,
    /// 21: evidence when punches look shifted.
    ClockSet,
    /// 22
    FactoryReset,
    /// 30
    UserAdded,
    /// 41: punches were copied to a USB stick.
    UsbDownload,
    /// 43: punches were deleted after they were copied to a USB stick.
    DeletedAfterUsbDownload,
    /// 82: punches may now go to another server.
    ServerAddressChanged,
    /// 83
    ServerPortChanged,
    /// A code without a name here.
    Other(u16),
}

impl OpCode {
    const NAMED: [(u16, Self, &'static str); 13] = [
        (0, Self::PowerOn, "power_on"),
        (1, Self::PowerOff, "power_off"),
        (3, Self::Alarm, "alarm"),
        (5, Self::SettingChanged, "setting_changed"),
        (9, Self::UserDeleted, "user_deleted"),
        (13, Self::DataCleared, "data_cleared"),
        (21, Self::ClockSet, "clock_set"),
        (22, Self::FactoryReset, "factory_reset"),
        (30, Self::UserAdded, "user_added"),
        (41, Self::UsbDownload, "usb_download"),
        (43, Self::DeletedAfterUsbDownload, "deleted_after_usb_download"),
        (82, Self::ServerAddressChanged, "server_address_changed"),
        (83, Self::ServerPortChanged, "server_port_changed"),
    ];

    /// The number on the wire.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Other(number) => number,
            named => Self::NAMED
                .iter()
                .find(|(_, code, _)| *code == named)
                .map(|(number, ..)| *number)
                .expect("every code but Other is in the table, which a test counts"),
        }
    }

    /// A stable name for summaries and words; `other` for the rest.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, code, _)| *code == self).map_or("other", |(.., name)| name)
    }
}

impl From<u16> for OpCode {
    fn from(number: u16) -> Self {
        Self::NAMED
            .iter()
            .find(|(known, ..)| *known == number)
            .map_or(Self::Other(number), |(_, code, _)| *code)
    }
}

/// Every record of an upload, good or bad, in order; their number is the `n` of `OK: n`.
pub fn lines(body: &[u8]) -> impl Iterator<Item = Line<'_, OperRecord<'_>>> {
    RawLines::of(body).read(OperRecord::parse)
}

impl<'a> OperRecord<'a> {
    /// Reads one line without its line end.
    ///
    /// # Errors
    ///
    /// For an operation without code or time, a person without PIN, and NULs.
    pub fn parse(line: &'a [u8]) -> Result<Self, BadLine> {
        let line = line.trim_ascii();
        if line.first() == Some(&0) {
            return Err(BadLine::NulBytes);
        }
        let (word, rest) = split_word(line);
        let fields = Fields::tabbed(rest);
        let is = |name: &str| word.is_some_and(|word| word.eq_ignore_ascii_case(name));
        if is("OPLOG") {
            return OpLog::parse(rest).map(Self::OpLog);
        }
        if is("USER") || is("USERINFO") {
            return User::of(fields).map(Self::User);
        }
        let kind = BiometricKind::NAMED.iter().find(|(name, _)| is(name)).map(|(_, kind)| *kind);
        // Some firmware leaves the word BIODATA out.
        let kind = kind.or_else(|| {
            (word.is_none() && fields.get("Tmp").is_some()).then_some(BiometricKind::Template)
        });
        Ok(match kind {
            Some(kind) => Self::Biometric(Biometric::of(kind, fields)),
            None => Self::Other(Other { word, fields }),
        })
    }
}

impl<'a> OpLog<'a> {
    /// Reads what follows the word `OPLOG`.
    fn parse(rest: &'a [u8]) -> Result<Self, BadLine> {
        let mut columns = rest.split(|&byte| byte == b'\t').map(<[u8]>::trim_ascii);
        let text =
            |field: &'a [u8]| std::str::from_utf8(field).ok().filter(|text| !text.is_empty());
        let code = columns.next().and_then(text).and_then(|code| code.parse::<u16>().ok());
        let admin = columns.next().and_then(text).filter(|&admin| admin != "0");
        let at = At::parse(columns.next().ok_or(BadLine::NoTime)?)?;
        let values = std::array::from_fn(|_| columns.next().and_then(text));
        Ok(Self { code: code.ok_or(BadLine::NoCode)?.into(), admin, at, values })
    }

    /// Appends the line that is read back as this, without a line end.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("OPLOG {}\t", self.code.number()).as_bytes());
        out.extend_from_slice(self.admin.unwrap_or("0").as_bytes());
        out.push(b'\t');
        self.at.emit(out);
        for value in self.values {
            out.push(b'\t');
            out.extend_from_slice(value.unwrap_or_default().as_bytes());
        }
    }
}

impl<'a> User<'a> {
    fn of(fields: Fields<'a>) -> Result<Self, BadLine> {
        Ok(Self {
            pin: pin::read(fields.get("PIN").ok_or(BadLine::NoPin)?)?,
            name: fields
                .get("Name")
                .map(<[u8]>::trim_ascii)
                .filter(|n| !n.is_empty())
                .map(decode_name),
            privilege: fields.number::<u8>("Pri").unwrap_or_default().into(),
            password: fields.text("Passwd").map(Secret::new),
            card: fields.text("Card").and_then(Card::parse),
            group: fields.number("Grp"),
        })
    }

    /// Appends the line that is read back as this, without a line end.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let Self { pin, name, privilege, password, card, group } = self;
        let name = text::one_field(name.as_deref().unwrap_or_default()).into_owned();
        let password = password.map_or("", |password| password.reveal());
        let card = card.map(|card| card.to_string()).unwrap_or_default();
        let group = group.map(|group| group.to_string()).unwrap_or_default();
        let line = format!(
            "USER PIN={pin}\tName={name}\tPri={}\tPasswd={password}\tCard={card}\tGrp={group}\tTZ=\tVerify=",
            privilege.number()
        );
        out.extend_from_slice(line.as_bytes());
    }
}

impl BiometricKind {
    const NAMED: [(&'static str, Self); 6] = [
        ("FP", Self::Finger),
        ("FACE", Self::Face),
        ("FVEIN", Self::FingerVein),
        ("BIODATA", Self::Template),
        ("USERPIC", Self::Portrait),
        ("BIOPHOTO", Self::Photograph),
    ];
}

impl<'a> Biometric<'a> {
    fn of(kind: BiometricKind, fields: Fields<'a>) -> Self {
        let version = fields.number("MajorVer").zip(fields.number("MinorVer").or(Some(0)));
        let content = fields.get("TMP").or_else(|| fields.get("Content")).unwrap_or_default();
        Self {
            kind,
            pin: fields.get("PIN").and_then(|pin| pin::read(pin).ok()),
            part: fields.number("FID").or_else(|| fields.number("No")),
            algorithm: version,
            declared_len: fields.number("Size"),
            content: Secret::new(content),
        }
    }

    /// Whether the content is as long as the record claims; a cut template must not be passed on.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.declared_len.is_none_or(|len| len == self.content.reveal().len())
    }
}

/// The first word and what follows one blank; no word when the line begins with `key=`.
fn split_word(line: &[u8]) -> (Option<&str>, &[u8]) {
    let end = line.iter().position(|&byte| byte == b' ' || byte == b'\t').unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    match std::str::from_utf8(word) {
        Ok(text) if !word.contains(&b'=') => (Some(text), rest.get(1..).unwrap_or_default()),
        Ok(_) | Err(_) => (None, line),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    fn parse(line: &[u8]) -> Result<OperRecord<'_>, BadLine> {
        OperRecord::parse(line)
    }

    #[test]
    fn operations_have_code_and_time() {
        let Ok(OperRecord::OpLog(log)) = parse(b"OPLOG 21\t88\t2026-11-02 22:15:00\t1\t\t0\t0\r")
        else {
            panic!("not an operation")
        };
        assert_eq!(
            (log.code, log.code.name(), log.admin),
            (OpCode::ClockSet, "clock_set", Some("88"))
        );
        assert_eq!(log.at, At::Wall(datetime(2026, 11, 2, 22, 15, 0, 0)));
        assert_eq!(log.values, [Some("1"), None, Some("0"), Some("0")]);
        assert_eq!(parse(b"OPLOG x\t0\t2026-11-02 22:15:00"), Err(BadLine::NoCode));
        assert_eq!(parse(b"OPLOG 4\t0"), Err(BadLine::NoTime));
        assert_eq!(parse(b"OPLOG 4\t0\t2026-02-30 22:15:00"), Err(BadLine::ImpossibleDate));
    }

    #[test]
    fn every_code_comes_back() {
        for number in 0..200 {
            assert_eq!(OpCode::from(number).number(), number);
        }
        assert!(OpCode::NAMED.iter().all(|(_, code, _)| !matches!(code, OpCode::Other(_))));
    }

    #[test]
    fn people_have_names_in_any_encoding() {
        let line = b"USER PIN=31\tName=\xcd\xf5\xce\xe5\tPri=14\tPasswd=8642\tCard=[15CD5B07]\tGrp=1\tTZ=0001";
        let Ok(OperRecord::User(user)) = parse(line) else { panic!("not a person") };
        assert_eq!((user.pin, user.name.as_deref()), ("31", Some("王五")));
        assert_eq!(user.privilege, Privilege::Super);
        assert_eq!(user.card.map(Card::number), Some(123_456_789));
        assert!(!format!("{user:?}").contains("8642"));
        assert_eq!(parse(b"USER Name=Wayan"), Err(BadLine::NoPin));
        assert_eq!(parse(b"USER PIN=\tName=Wayan"), Err(BadLine::NoPin));
    }

    #[test]
    fn templates_are_recognised_and_never_shown() {
        let Ok(OperRecord::Biometric(finger)) =
            parse(b"FP PIN=31\tFID=x\tSize=6\tValid=1\tTMP=QUJDRA==")
        else {
            panic!("not a template")
        };
        assert_eq!(
            (finger.kind, finger.pin, finger.part),
            (BiometricKind::Finger, Some("31"), None)
        );
        assert!(!finger.is_whole());
        assert!(!format!("{finger:?}").contains("QUJD"));
        let bare = b"Pin=31\tNo=6\tIndex=0\tType=1\tMajorVer=10\tMinorVer=3\tTmp=QUJD";
        let Ok(OperRecord::Biometric(template)) = parse(bare) else { panic!("not a template") };
        assert_eq!((template.kind, template.algorithm), (BiometricKind::Template, Some((10, 3))));
        assert!(template.is_whole());
    }

    #[test]
    fn what_is_unknown_stays() {
        let Ok(OperRecord::Other(other)) = parse(b"BARU key=1\tb=2") else { panic!("known?") };
        assert_eq!((other.word, other.fields.text("b")), (Some("BARU"), Some("2")));
        assert_eq!(parse(b"\0\0"), Err(BadLine::NulBytes));
        assert_eq!(lines(b"BARU a=1\n\nUSER Name=x\nOPLOG 0\t0\t2026-11-02 22:15:00\n").count(), 3);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..200)) {
            lines(&body).for_each(drop);
            for word in ["OPLOG ", "USER ", "FP "] {
                let mut line = word.as_bytes().to_vec();
                line.extend_from_slice(&body);
                lines(&line).for_each(drop);
            }
        }

        #[test]
        fn operations_are_read_and_written_back(
            code: u16,
            admin in prop::option::of("[1-9][0-9]{0,8}"),
            hour in 0_i8..24,
            value in prop::option::of("[0-9]{1,5}"),
        ) {
            let log = OpLog {
                code: code.into(),
                admin: admin.as_deref(),
                at: At::Wall(datetime(2026, 10, 5, hour, 0, 0, 0)),
                values: [value.as_deref(), None, None, value.as_deref()],
            };
            let mut out = Vec::new();
            log.emit(&mut out);
            prop_assert_eq!(OperRecord::parse(&out), Ok(OperRecord::OpLog(log)));
        }

        #[test]
        fn people_are_read_and_written_back(
            pin in "[0-9]{1,9}",
            name in "[A-Z][a-zé' ]{0,20}[a-z]",
            pri: u8,
            card in 1_u64..,
            group: Option<u32>,
        ) {
            let user = User {
                pin: &pin,
                name: Some(Cow::Borrowed(&name)),
                privilege: pri.into(),
                password: Some(Secret::new("1")),
                card: Card::new(card),
                group,
            };
            let mut out = Vec::new();
            user.emit(&mut out);
            prop_assert_eq!(OperRecord::parse(&out), Ok(OperRecord::User(user)));
        }
    }
}
