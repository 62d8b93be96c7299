//! What a terminal asks for: the target of its HTTP request.

use std::fmt::Write as _;

use super::{BadSerial, PushVersion, Serial};

/// A request target such as `/iclock/cdata?SN=..&table=ATTLOG`, taken apart.
///
/// Read leniently: any case of path and keys, `.aspx`, a trailing slash, a folder before `iclock`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is asked.
    pub endpoint: Endpoint,
    params: Vec<(String, String)>,
}

/// The last part of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// Handshake (GET) and uploads (POST).
    Cdata,
    /// Poll for commands.
    GetRequest,
    /// Results of commands.
    DeviceCmd,
    /// Sign of life during long uploads.
    Ping,
    /// Uploads of photographs.
    Fdata,
    /// Another way to upload on some terminals.
    Edata,
    /// Security terminals: registration.
    Registry,
    /// Security terminals: fetch the configuration.
    Push,
    /// Security terminals: server time.
    RtData,
    /// Security terminals: results of queries.
    QueryData,
    /// Security terminals: exchange of keys.
    Exchange,
    /// None of these.
    Other,
}

impl Endpoint {
    const NAMED: [(&'static str, Self); 11] = [
        ("cdata", Self::Cdata),
        ("getrequest", Self::GetRequest),
        ("devicecmd", Self::DeviceCmd),
        ("ping", Self::Ping),
        ("fdata", Self::Fdata),
        ("edata", Self::Edata),
        ("registry", Self::Registry),
        ("push", Self::Push),
        ("rtdata", Self::RtData),
        ("querydata", Self::QueryData),
        ("exchange", Self::Exchange),
    ];

    fn of(path: &str) -> Self {
        let mut parts = path.trim_end_matches('/').rsplit('/');
        let (Some(last), Some(folder)) = (parts.next(), parts.next()) else { return Self::Other };
        let stem =
            match last.len().checked_sub(".aspx".len()).and_then(|at| last.split_at_checked(at)) {
                Some((stem, end)) if end.eq_ignore_ascii_case(".aspx") => stem,
                Some(_) | None => last,
            };
        if !folder.eq_ignore_ascii_case("iclock") {
            return Self::Other;
        }
        Self::NAMED
            .iter()
            .find(|(name, _)| stem.eq_ignore_ascii_case(name))
            .map_or(Self::Other, |(_, endpoint)| *endpoint)
    }

    /// The path a terminal asks for, or `/` for [`Endpoint::Other`].
    #[must_use]
    pub fn path(self) -> String {
        Self::NAMED
            .iter()
            .find(|(_, endpoint)| *endpoint == self)
            .map_or_else(|| "/".to_owned(), |(name, _)| format!("/iclock/{name}"))
    }
}

/// What an upload holds (`table=`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// Punches.
    AttLog,
    /// Operations, and people and templates as they change.
    OperLog,
    /// Settings and counts of the terminal.
    Options,
    /// Photographs taken at a punch.
    AttPhoto,
    /// Templates.
    BioData,
    /// Faults.
    ErrorLog,
    /// Identity cards read.
    IdCard,
    /// Photographs of people.
    UserPic,
    /// Security terminals: events.
    RtLog,
    /// Security terminals: state of doors.
    RtState,
    /// Security terminals: people and templates, named by `tablename=`.
    TableData,
    /// A person who punches at a terminal that does not know them.
    RemoteAtt,
    /// A table without a known meaning: keep it as it came and answer `OK`.
    Other(String),
}

impl Table {
    const NAMED: [(&'static str, Self); 12] = [
        ("ATTLOG", Self::AttLog),
        ("OPERLOG", Self::OperLog),
        ("options", Self::Options),
        ("ATTPHOTO", Self::AttPhoto),
        ("BIODATA", Self::BioData),
        ("ERRORLOG", Self::ErrorLog),
        ("IDCARD", Self::IdCard),
        ("USERPIC", Self::UserPic),
        ("rtlog", Self::RtLog),
        ("rtstate", Self::RtState),
        ("tabledata", Self::TableData),
        ("RemoteAtt", Self::RemoteAtt),
    ];

    /// Reads the name of a table, in any case.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self::NAMED
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map_or_else(|| Self::Other(name.to_owned()), |(_, table)| table.clone())
    }

    /// The name as terminals write it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => {
                Self::NAMED.iter().find(|(_, table)| table == known).map_or("", |(name, _)| *name)
            }
        }
    }
}

impl Request {
    /// Most parameters read; the rest is left out.
    pub const PARAMS_MAX: usize = 64;

    /// Puts a request together, for simulated terminals.
    #[must_use]
    pub fn new(endpoint: Endpoint, params: &[(&str, &str)]) -> Self {
        let params =
            params.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect();
        Self { endpoint, params }
    }

    /// Takes a request target apart. Cannot fail: what is unknown is [`Endpoint::Other`].
    #[must_use]
    pub fn parse(target: &str) -> Self {
        let target = target.split_once('#').map_or(target, |(before, _)| before);
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let params = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .take(Self::PARAMS_MAX)
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (percent_decode(key), percent_decode(value)))
            .collect();
        Self { endpoint: Endpoint::of(&percent_decode(path)), params }
    }

    /// Writes what [`Request::parse`] reads.
    #[must_use]
    pub fn emit(&self) -> String {
        let mut target = self.endpoint.path();
        for (number, (key, value)) in self.params.iter().enumerate() {
            target.push(if number == 0 { '?' } else { '&' });
            percent_encode(key, &mut target);
            target.push('=');
            percent_encode(value, &mut target);
        }
        target
    }

    /// The first parameter with this key, in any case; blank counts as there.
    #[must_use]
    pub fn param(&self, key: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(key))
            .map(|(_, value)| value.as_str())
    }

    /// The serial number (`SN=`).
    ///
    /// # Errors
    ///
    /// [`BadSerial::Empty`] when there is none.
    pub fn serial(&self) -> Result<Serial, BadSerial> {
        self.param("SN").unwrap_or_default().trim().parse()
    }

    /// What an upload holds, if it says so.
    #[must_use]
    pub fn table(&self) -> Option<Table> {
        self.param("table").map(|name| Table::of(name.trim()))
    }

    /// The resume mark of an upload (`Stamp=` or `OpStamp=`): opaque, never a key.
    #[must_use]
    pub fn stamp(&self) -> Option<&str> {
        self.param("Stamp").or_else(|| self.param("OpStamp"))
    }

    /// The version the terminal speaks; [`PushVersion::UNNAMED`] when it names none.
    #[must_use]
    pub fn push_version(&self) -> PushVersion {
        self.param("pushver").and_then(|text| text.parse().ok()).unwrap_or(PushVersion::UNNAMED)
    }

    /// Whether this terminal talks [`super::security_push`]: it says `DeviceType=acc`, or names a
    /// version from 3 on and no device type.
    #[must_use]
    pub fn is_security(&self) -> bool {
        match self.param("DeviceType") {
            Some(kind) => kind.eq_ignore_ascii_case("acc"),
            None => self.push_version().major >= 3,
        }
    }
}

/// Undoes `%41`; what is no escape stays, and bytes that are not UTF-8 are read as names are.
fn percent_decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, after @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                bytes.push(hex(*high) * 16 + hex(*low));
                rest = after;
            }
            (byte, _) => bytes.push(*byte),
        }
    }
    crate::decode_name(&bytes).into_owned()
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        b'A'..=b'F' => digit - b'A' + 10,
        _ => 0,
    }
}

fn percent_encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'-'
            | b'_'
            | b'.'
            | b','
            | b':'
            | b'('
            | b')' => {
                out.push(char::from(byte));
            }
            _ => write!(out, "%{byte:02X}").expect("writing to a String cannot fail"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_path_is_read_leniently() {
        for target in [
            "/iclock/cdata?SN=A1",
            "/iclock/cdata.aspx?sn=A1",
            "/ICLOCK/CData/?Sn=A1",
            "http://absen.example:8081/iclock/cdata?SN=%411",
            "/absen/iclock/cdata.ASPX/?SN=A1&SN=B2",
        ] {
            let request = Request::parse(target);
            assert_eq!(request.endpoint, Endpoint::Cdata, "{target}");
            assert_eq!(request.serial().unwrap().as_str(), "A1", "{target}");
        }
        for target in [
            "/",
            "",
            "/cdata",
            "/iclock",
            "/iclock/",
            "/iclock/cdata/x",
            "/x/cdata",
            "/iclock/aspx",
        ] {
            assert_eq!(Request::parse(target).endpoint, Endpoint::Other, "{target}");
        }
    }

    #[test]
    fn parameters_are_decoded_and_found_in_any_case() {
        let request = Request::parse(
            "/iclock/cdata?sn=Z9&TABLE=attlog&opstamp=9999&DeviceType=timur%20tengah",
        );
        assert_eq!(request.table(), Some(Table::AttLog));
        assert_eq!(request.stamp(), Some("9999"));
        assert_eq!(request.param("devicetype"), Some("timur tengah"));
        assert_eq!(request.push_version(), PushVersion::UNNAMED);
        assert!(!request.is_security());
        assert_eq!(Request::parse("/iclock/cdata?options=all").serial(), Err(BadSerial::Empty));
        assert_eq!(Request::parse("/iclock/cdata?a=%zz%4").param("a"), Some("%zz%4"));
    }

    #[test]
    fn security_terminals_are_told_by_type_or_version() {
        assert!(Request::parse("/iclock/cdata?SN=1&pushver=3.0.1").is_security());
        assert!(Request::parse("/iclock/cdata?SN=1&pushver=2.4.1&DeviceType=acc").is_security());
        assert!(!Request::parse("/iclock/cdata?SN=1&pushver=3.1.2&DeviceType=att").is_security());
    }

    #[test]
    fn every_table_has_its_name() {
        for (name, table) in Table::NAMED {
            assert_eq!(Table::of(&name.to_lowercase()), table);
            assert_eq!(table.name(), name);
        }
        assert_eq!(Table::of("BARU").name(), "BARU");
    }

    proptest! {
        #[test]
        fn any_target_is_read(target: String) {
            let request = Request::parse(&target);
            let _ = (request.serial(), request.table(), request.is_security());
        }

        #[test]
        fn parse_undoes_emit(
            index in 0_usize..11,
            params in prop::collection::vec(("[A-Za-z]{1,9}", "\\PC{0,12}"), 0..6),
        ) {
            let params: Vec<_> = params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            let request = Request::new(Endpoint::NAMED[index].1, &params);
            prop_assert_eq!(Request::parse(&request.emit()), request);
        }
    }
}
