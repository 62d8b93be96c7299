//! The first row: which column is what.

use std::fmt;

use crate::shown;

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The number the person is enrolled under.
    Pin,
    /// Date, or date and time of day together.
    Date,
    /// Time of day alone.
    Time,
    /// Key pressed.
    Status,
    /// How the person was recognised.
    Verify,
}

impl Role {
    /// Names in use, best first, as [`plain`] makes them: a file with `PIN` and `No. ID` means PIN.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Pin => &[
                "pin",
                "noid",
                "nomorid",
                "nopin",
                "nomorpin",
                "idpegawai",
                "idkaryawan",
                "idfinger",
                "idabsen",
                "userid",
                "iduser",
                "enrollnumber",
                "enno",
                "enrollid",
                "acno",
                "noac",
                "empcode",
                "employeeid",
                "personid",
                "badgenumber",
                "id",
            ],
            Self::Date => &[
                "datetime",
                "dateandtime",
                "tanggalwaktu",
                "tanggaljam",
                "tanggaldanwaktu",
                "tanggaldanjam",
                "waktutanggal",
                "tglwaktu",
                "tgljam",
                "waktuscan",
                "scandate",
                "scan",
                "checktime",
                "punchtime",
                "timestamp",
                "tanggalscan",
                "tanggal",
                "tgl",
                "date",
            ],
            Self::Time => &["jam", "pukul", "jamscan", "scantime", "time", "waktu"],
            Self::Status => &[
                "status",
                "statusscan",
                "state",
                "checktype",
                "inout",
                "inoutmode",
                "iomode",
                "masukpulang",
            ],
            Self::Verify => &[
                "verify",
                "verifikasi",
                "verifycode",
                "verifymode",
                "verified",
                "metode",
                "modeverifikasi",
            ],
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pin => "PIN",
            Self::Date => "date",
            Self::Time => "time",
            Self::Status => "status",
            Self::Verify => "verify",
        })
    }
}

/// Names of columns as the caller gives them; what is `None` is found by [`Role`]'s names.
///
/// A file with date and time in one column has that column as `date`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Column of the PIN.
    pub pin: Option<String>,
    /// Column of the date, or of date and time.
    pub date: Option<String>,
    /// Column of the time of day, if it has its own.
    pub time: Option<String>,
    /// Column of the key pressed.
    pub status: Option<String>,
    /// Column of how the person was recognised.
    pub verify: Option<String>,
}

/// Places of the columns, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The PIN.
    pub pin: usize,
    /// The date, or date and time when `time` is `None`.
    pub date: usize,
    /// The time of day.
    pub time: Option<usize>,
    /// The key pressed.
    pub status: Option<usize>,
    /// How the person was recognised.
    pub verify: Option<usize>,
}

impl Columns {
    /// Finds the columns by their names.
    ///
    /// # Errors
    ///
    /// When the PIN or the date has no column, or a name stands twice.
    pub fn find(names: &[String], mapping: &Mapping) -> Result<Self, BadHeader> {
        let plain_names: Vec<_> = names.iter().map(|name| plain(name)).collect();
        if plain_names.iter().all(String::is_empty) {
            return Err(BadHeader::NoHeader);
        }
        let found = || shown(&names.join(", ")).into_owned();
        let missing = |role| BadHeader::Missing { role, found: found() };
        let find = |role: Role, given: Option<&String>| match given {
            Some(name) => match place(&plain_names, &plain(name), role)? {
                Some(place) => Ok(Some(place)),
                None => Err(BadHeader::NotThere { name: name.clone(), found: found() }),
            },
            None => role
                .names()
                .iter()
                .find_map(|name| place(&plain_names, name, role).transpose())
                .transpose(),
        };
        let pin = find(Role::Pin, mapping.pin.as_ref())?.ok_or_else(|| missing(Role::Pin))?;
        let date = find(Role::Date, mapping.date.as_ref())?;
        let time = find(Role::Time, mapping.time.as_ref())?;
        let (date, time) = match (date, time) {
            (Some(date), time) => (date, time),
            // `Waktu` alone holds both.
            (None, Some(both)) => (both, None),
            (None, None) => return Err(missing(Role::Date)),
        };
        let status = find(Role::Status, mapping.status.as_ref())?;
        let verify = find(Role::Verify, mapping.verify.as_ref())?;
        Ok(Self { pin, date, time, status, verify })
    }
}

/// The only column with this name, if any.
fn place(names: &[String], wanted: &str, role: Role) -> Result<Option<usize>, BadHeader> {
    let mut places = names.iter().enumerate().filter(|(_, name)| *name == wanted).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (Some(_), Some(_)) => Err(BadHeader::Twice { role, name: wanted.to_owned() }),
        (first, _) => Ok(first),
    }
}

/// Letters and digits only, in lower case: `No. ID`, `NO_ID` and `no id` are one name.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The delimiter that the first row has most of; a comma when it has none.
pub(super) fn delimiter(text: &[u8]) -> u8 {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let first = text.split(is_end).find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| first.split(|&byte| byte == delimiter).count();
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Why a file has no readable columns.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHeader {
    /// The file is a workbook.
    #[error("the file is a workbook: save it as CSV and import that")]
    Spreadsheet,
    /// The file holds NULs or broken UTF-16.
    #[error("the file is no text: export it as CSV in UTF-8")]
    NotText,
    /// There is no first row with names.
    #[error("the first row must name the columns, such as PIN, Tanggal, Jam")]
    NoHeader,
    /// No column for something a punch must have.
    #[error("no column for the {role}: say which it is; the file has: {found}")]
    Missing {
        /// What has no column.
        role: Role,
        /// The names in the first row.
        found: String,
    },
    /// A column that the caller named is not there.
    #[error("there is no column {name:?}; the file has: {found}")]
    NotThere {
        /// The name given.
        name: String,
        /// The names in the first row.
        found: String,
    },
    /// Two columns have the same name.
    #[error("two columns are named {name:?}, so the {role} is not known: rename one")]
    Twice {
        /// What is meant by the name.
        role: Role,
        /// The name, reduced to letters and digits.
        name: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(header: &str) -> Result<Columns, BadHeader> {
        let names: Vec<_> = header.split('|').map(str::to_owned).collect();
        Columns::find(&names, &Mapping::default())
    }

    #[test]
    fn names_in_use_are_found() {
        for (header, pin, date, time) in [
            ("No. ID|Nama|Tanggal|Jam", 0, 2, Some(3)),
            ("No|PIN|Nama|Date/Time|Status", 1, 3, None),
            ("ID|PIN|Waktu", 1, 2, None),
            ("Nama|AC-No.|Tgl|Waktu", 1, 2, Some(3)),
            ("user_id|checktime", 0, 1, None),
        ] {
            let columns = find(header).unwrap();
            assert_eq!((columns.pin, columns.date, columns.time), (pin, date, time), "{header}");
        }
    }

    #[test]
    fn what_is_not_found_is_said_with_what_there_is() {
        let missing = find("Nama|Tanggal|Jam").unwrap_err();
        assert_eq!(
            missing.to_string(),
            "no column for the PIN: say which it is; the file has: Nama, Tanggal, Jam"
        );
        assert!(matches!(find("PIN|Nama"), Err(BadHeader::Missing { role: Role::Date, .. })));
        assert!(matches!(find("PIN|pin|Waktu"), Err(BadHeader::Twice { role: Role::Pin, .. })));
        assert_eq!(find("|"), Err(BadHeader::NoHeader));
    }

    #[test]
    fn the_caller_may_name_columns() {
        let names = ["Kode", "Kapan", "Jam"].map(str::to_owned);
        let mapping =
            Mapping { pin: Some("kode".into()), date: Some("Kapan".into()), ..Mapping::default() };
        assert_eq!(Columns::find(&names, &mapping).unwrap().time, Some(2));
        let wrong = Mapping { pin: Some("NIK".into()), ..mapping };
        assert!(matches!(Columns::find(&names, &wrong), Err(BadHeader::NotThere { .. })));
    }

    #[test]
    fn the_delimiter_is_the_most_frequent() {
        assert_eq!(delimiter(b"\r\nPIN;Nama, gelar;Waktu\n1,2,3,4,5"), b';');
        assert_eq!(delimiter(b"PIN\tWaktu"), b'\t');
        assert_eq!(delimiter(b"PIN,Waktu"), b',');
        assert_eq!(delimiter(b"PIN"), b',');
    }
}
