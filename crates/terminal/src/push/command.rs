//! Commands: what a terminal is told to do when it polls `/iclock/getrequest`.
//!
//! One a line, `C:<id>:<command>` (Attendance PUSH 5.8, 10). What could lose data or run programs on
//! the terminal (`CLEAR`, `SHELL`, `PutFile`, `UPGRADE`) is absent on purpose, and so is a person
//! without a PIN, which on some firmware means everybody.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use jiff::civil::DateTime;

use super::Fields;
use crate::text::one_field;
use crate::{At, Card, Pin, Privilege, Secret, ZkTime};

/// A command with the id its result will come back under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Names the command in its result.
    pub id: CommandId,
    /// What is to be done.
    pub order: Order,
}

/// 1 to 16 letters or digits. Terminals give it back as text, so it is no number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommandId(String);

impl CommandId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CommandId {
    type Err = BadCommand;

    fn from_str(text: &str) -> Result<Self, BadCommand> {
        let fits =
            (1..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if fits { Ok(Self(text.to_owned())) } else { Err(BadCommand::Id) }
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a terminal is told to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Send settings and counts.
    Info,
    /// Read the handshake again and upload from the stamps on.
    Check,
    /// Upload what is new now.
    Log,
    /// Start again. The terminal ignores whatever follows, so [`deliver`] sends it last.
    Reboot,
    /// Read settings again after [`Order::SetOption`].
    ReloadOptions,
    /// Change a setting of the terminal.
    SetOption {
        /// Name of the setting.
        key: String,
        /// New value.
        value: String,
    },
    /// Set the clock. It goes stale: make it when it is delivered.
    SetClock(ZkTime),
    /// Enrol or change a person, without templates.
    UpdateUser(UserInfo),
    /// Remove one person.
    DeleteUser(Pin),
    /// Send one person, or all.
    QueryUser(Option<Pin>),
    /// Send the punches of a period again; they arrive as usual uploads.
    QueryAttLog(Period),
    /// Say how many punches of a period the terminal holds (`AttlogSum` in the result).
    VerifySumAttLog(Period),
}

/// A period by the wall clock of the terminal, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First second.
    pub from: DateTime,
    /// Last second.
    pub to: DateTime,
}

/// A person as sent to a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserInfo {
    /// The number the person is enrolled under.
    pub pin: Pin,
    /// Name as shown on the terminal; control characters are sent as blanks.
    pub name: String,
    /// Role on the terminal.
    pub privilege: Privilege,
    /// Password at the terminal.
    pub password: Option<Secret<String>>,
    /// Proximity card.
    pub card: Option<Card>,
    /// Access group, 1 by default.
    pub group: u8,
}

impl Command {
    /// Writes the line, without a line end.
    #[must_use]
    pub fn emit(&self) -> String {
        format!("C:{}:{}", self.id, self.order.emit())
    }

    /// Reads a line, for simulated terminals.
    ///
    /// # Errors
    ///
    /// Names what is wrong; the terminal then answers -1002 or -1.
    pub fn parse(line: &str) -> Result<Self, BadCommand> {
        let rest =
            line.trim_end_matches(['\r', '\n']).strip_prefix("C:").ok_or(BadCommand::Prefix)?;
        let (id, order) = rest.split_once(':').ok_or(BadCommand::Prefix)?;
        Ok(Self { id: id.parse()?, order: Order::parse(order)? })
    }
}

impl Order {
    fn emit(&self) -> String {
        match self {
            Self::Info => "INFO".to_owned(),
            Self::Check => "CHECK".to_owned(),
            Self::Log => "LOG".to_owned(),
            Self::Reboot => "REBOOT".to_owned(),
            Self::ReloadOptions => "RELOAD OPTIONS".to_owned(),
            Self::SetOption { key, value } => {
                format!("SET OPTION {}={}", one_field(key), one_field(value))
            }
            Self::SetClock(at) => format!("SET OPTION DateTime={at}"),
            Self::UpdateUser(user) => format!("DATA UPDATE USERINFO {}", user.emit()),
            Self::DeleteUser(pin) => format!("DATA DELETE USERINFO PIN={pin}"),
            Self::QueryUser(None) => "DATA QUERY USERINFO".to_owned(),
            Self::QueryUser(Some(pin)) => format!("DATA QUERY USERINFO PIN={pin}"),
            Self::QueryAttLog(period) => format!("DATA QUERY ATTLOG {}", period.emit()),
            Self::VerifySumAttLog(period) => format!("VERIFY SUM ATTLOG {}", period.emit()),
        }
    }

    fn parse(text: &str) -> Result<Self, BadCommand> {
        match text.trim_end() {
            "INFO" => return Ok(Self::Info),
            "CHECK" => return Ok(Self::Check),
            "LOG" => return Ok(Self::Log),
            "REBOOT" => return Ok(Self::Reboot),
            "RELOAD OPTIONS" => return Ok(Self::ReloadOptions),
            "DATA QUERY USERINFO" => return Ok(Self::QueryUser(None)),
            _ => {}
        }
        let after =
            |prefix: &str| text.strip_prefix(prefix).map(|rest| Fields::tabbed(rest.as_bytes()));
        if let Some(rest) = text.strip_prefix("SET OPTION ") {
            let (key, value) = rest.split_once('=').ok_or(BadCommand::Field("SET OPTION"))?;
            if key == "DateTime"
                && let Ok(at) = value.parse()
            {
                return Ok(Self::SetClock(at));
            }
            Ok(Self::SetOption { key: key.to_owned(), value: value.to_owned() })
        } else if let Some(fields) = after("DATA UPDATE USERINFO ") {
            UserInfo::of(fields).map(Self::UpdateUser)
        } else if let Some(fields) = after("DATA DELETE USERINFO ") {
            read_pin(fields).map(Self::DeleteUser)
        } else if let Some(fields) = after("DATA QUERY USERINFO ") {
            read_pin(fields).map(|pin| Self::QueryUser(Some(pin)))
        } else if let Some(fields) = after("DATA QUERY ATTLOG ") {
            Period::of(fields).map(Self::QueryAttLog)
        } else if let Some(fields) = after("VERIFY SUM ATTLOG ") {
            Period::of(fields).map(Self::VerifySumAttLog)
        } else {
            Err(BadCommand::Unknown)
        }
    }
}

fn read_pin(fields: Fields<'_>) -> Result<Pin, BadCommand> {
    fields.text("PIN").and_then(|pin| pin.parse().ok()).ok_or(BadCommand::Field("PIN"))
}

impl Period {
    fn emit(self) -> String {
        let form = "%Y-%m-%d %H:%M:%S";
        format!("StartTime={}\tEndTime={}", self.from.strftime(form), self.to.strftime(form))
    }

    fn of(fields: Fields<'_>) -> Result<Self, BadCommand> {
        let read = |key: &'static str| match fields.get(key).map(At::parse) {
            Some(Ok(At::Wall(at))) => Ok(at),
            Some(Ok(At::Epoch(_)) | Err(_)) | None => Err(BadCommand::Field(key)),
        };
        Ok(Self { from: read("StartTime")?, to: read("EndTime")? })
    }
}

impl UserInfo {
    /// A person with a name and nothing else.
    #[must_use]
    pub fn new(pin: Pin, name: String) -> Self {
        Self { pin, name, privilege: Privilege::User, password: None, card: None, group: 1 }
    }

    fn emit(&self) -> String {
        let password = self.password.as_ref().map_or("", |password| password.reveal());
        let mut text = format!(
            "PIN={}\tName={}\tPri={}\tPasswd={}\tCard=",
            self.pin,
            one_field(&self.name),
            self.privilege.number(),
            one_field(password)
        );
        if let Some(card) = self.card {
            write!(text, "{card}").expect("writing to a String cannot fail");
        }
        write!(text, "\tGrp={}\tTZ=", self.group).expect("writing to a String cannot fail");
        text
    }

    fn of(fields: Fields<'_>) -> Result<Self, BadCommand> {
        Ok(Self {
            pin: read_pin(fields)?,
            name: fields.text("Name").unwrap_or_default().to_owned(),
            privilege: fields.number::<u8>("Pri").unwrap_or_default().into(),
            password: fields.text("Passwd").map(|password| Secret::new(password.to_owned())),
            card: fields.text("Card").and_then(Card::parse),
            group: fields.number("Grp").unwrap_or(1),
        })
    }
}

/// Most commands in one answer (PUSH SDK 3.2.0).
pub const COMMANDS_MAX: usize = 200;
/// Most bytes in one answer (PUSH SDK 3.2.0 says less than 40 KB).
pub const REPLY_BYTES_MAX: usize = 40_000;

/// An answer to `getrequest`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// `OK`, or commands joined by LF.
    pub text: String,
    /// How many commands from the front of the queue are in it; the rest waits for the next poll.
    pub taken: usize,
}

/// Puts as many commands into one answer as a terminal takes, and nothing after a restart.
#[must_use]
pub fn deliver(queue: &[Command]) -> Delivery {
    let mut text = String::new();
    let mut taken = 0;
    for command in queue.iter().take(COMMANDS_MAX) {
        let line = command.emit();
        if taken > 0 && text.len() + 1 + line.len() >= REPLY_BYTES_MAX {
            break;
        }
        if taken > 0 {
            text.push('\n');
        }
        text.push_str(&line);
        taken += 1;
        if command.order == Order::Reboot {
            break;
        }
    }
    if taken == 0 {
        super::reply::OK.clone_into(&mut text);
    }
    Delivery { text, taken }
}

/// Why a line is not a [`Command`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCommand {
    /// It does not begin with `C:<id>:`.
    #[error("command does not begin with `C:<id>:`")]
    Prefix,
    /// The id is not 1 to 16 letters or digits.
    #[error("command id must be 1 to 16 letters or digits")]
    Id,
    /// The command is none of [`Order`].
    #[error("command is unknown")]
    Unknown,
    /// This field is absent or unreadable.
    #[error("command has no readable {0}")]
    Field(&'static str),
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    fn command(id: &str, order: Order) -> Command {
        Command { id: id.parse().unwrap(), order }
    }

    #[test]
    fn commands_are_as_documented() {
        let period = Period {
            from: datetime(2026, 10, 1, 0, 0, 0, 0),
            to: datetime(2026, 10, 31, 23, 59, 59, 0),
        };
        let user = UserInfo::new("88".parse().unwrap(), "Wayan\tS\nC:9:REBOOT".to_owned());
        for (order, line) in [
            (Order::Info, "C:a1:INFO"),
            (
                Order::SetOption { key: "Delay".into(), value: "5".into() },
                "C:a1:SET OPTION Delay=5",
            ),
            (Order::SetClock(ZkTime::from(86_400)), "C:a1:SET OPTION DateTime=86400"),
            (
                Order::UpdateUser(user),
                "C:a1:DATA UPDATE USERINFO PIN=88\tName=Wayan S C:9:REBOOT\tPri=0\tPasswd=\tCard=\tGrp=1\tTZ=",
            ),
            (Order::DeleteUser("88".parse().unwrap()), "C:a1:DATA DELETE USERINFO PIN=88"),
            (
                Order::VerifySumAttLog(period),
                "C:a1:VERIFY SUM ATTLOG StartTime=2026-10-01 00:00:00\tEndTime=2026-10-31 23:59:59",
            ),
        ] {
            assert_eq!(command("a1", order).emit(), line);
        }
    }

    #[test]
    fn what_is_no_command_says_why() {
        for (line, bad) in [
            ("OK", BadCommand::Prefix),
            ("C:1", BadCommand::Prefix),
            ("C::INFO", BadCommand::Id),
            ("C:12345678901234567:INFO", BadCommand::Id),
            ("C:1:SHELL ls", BadCommand::Unknown),
            ("C:1:DATA DELETE USERINFO PIN=", BadCommand::Field("PIN")),
            ("C:1:DATA DELETE USERINFO ", BadCommand::Field("PIN")),
            ("C:1:DATA DELETE USERINFO", BadCommand::Unknown),
            ("C:1:DATA QUERY ATTLOG StartTime=2026-10-01 00:00:00", BadCommand::Field("EndTime")),
        ] {
            assert_eq!(Command::parse(line), Err(bad), "{line}");
        }
    }

    #[test]
    fn nothing_follows_a_restart_and_limits_hold() {
        assert_eq!(deliver(&[]), Delivery { text: "OK".into(), taken: 0 });
        let queue =
            [command("1", Order::Info), command("2", Order::Reboot), command("3", Order::Info)];
        assert_eq!(deliver(&queue), Delivery { text: "C:1:INFO\nC:2:REBOOT".into(), taken: 2 });
        assert_eq!(deliver(&vec![command("1", Order::Info); 500]).taken, COMMANDS_MAX);
        let long = Order::SetOption { key: "K".into(), value: "x".repeat(15_000) };
        let delivery = deliver(&vec![command("1", long); 5]);
        assert!(delivery.taken == 2 && delivery.text.len() < REPLY_BYTES_MAX);
    }

    fn orders() -> impl Strategy<Value = Order> {
        let pin = || "[A-Za-z0-9]{1,24}".prop_map(|pin| pin.parse::<Pin>().unwrap());
        let at = || {
            (2000_i16..2100, 1_i8..=12, 1_i8..=28, 0_i8..60)
                .prop_map(|(y, m, d, s)| datetime(y, m, d, 7, 30, s, 0))
        };
        let period = move || (at(), at()).prop_map(|(from, to)| Period { from, to });
        let user = (
            pin(),
            "[A-Z][a-zé' ]{0,20}[a-z]",
            any::<u8>(),
            any::<u64>(),
            any::<u8>(),
            prop::option::of("[0-9]{1,8}"),
        )
            .prop_map(|(pin, name, pri, card, group, password)| UserInfo {
                privilege: pri.into(),
                card: Card::new(card),
                group,
                password: password.map(Secret::new),
                ..UserInfo::new(pin, name)
            });
        prop_oneof![
            Just(Order::Info),
            Just(Order::Check),
            Just(Order::Log),
            Just(Order::Reboot),
            Just(Order::ReloadOptions),
            ("[A-Za-z~]{1,9}", "[A-Za-z0-9= ]{0,9}")
                .prop_map(|(key, value)| Order::SetOption { key, value }),
            any::<u32>().prop_map(|n| Order::SetClock(ZkTime::from(n))),
            user.prop_map(Order::UpdateUser),
            pin().prop_map(Order::DeleteUser),
            prop::option::of(pin()).prop_map(Order::QueryUser),
            period().prop_map(Order::QueryAttLog),
            period().prop_map(Order::VerifySumAttLog),
        ]
    }

    proptest! {
        #[test]
        fn any_line_is_read(line: String, order: String) {
            let _ = Command::parse(&line);
            let _ = Command::parse(&format!("C:1:{order}"));
        }

        #[test]
        fn parse_undoes_emit(id in "[A-Za-z0-9]{1,16}", order in orders()) {
            let command = command(&id, order);
            prop_assert_eq!(Command::parse(&command.emit()), Ok(command));
        }
    }
}
