//! `user.dat`: the people of a terminal, in packed records of 72 or 28 bytes.
//!
//! ```text
//! 72: u16 number · u8 role · 8 password · 24 name · u32 card · u8 group · 4 × u16 zones · 24 PIN
//! 28: u16 number · u8 role · 5 password ·  8 name · 5 card   · u8 group ·     u16 zone  · u32 PIN
//! ```
//!
//! Numbers are little-endian, texts end at the first NUL. Colour terminals write 72, others 28.

use std::borrow::Cow;

use super::is_templates;
use crate::{BadLine, Card, Line, Pin, Privilege, Secret, decode_name};

/// A person in a `user.dat`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRecord<'a> {
    /// The terminal's own number of the person. It is given again when a person is removed.
    pub number: u16,
    /// Role on the terminal.
    pub privilege: Privilege,
    /// Password at the terminal.
    pub password: Option<Secret<&'a [u8]>>,
    /// Name as shown on the terminal, decoded by [`decode_name`].
    pub name: Option<Cow<'a, str>>,
    /// Proximity card.
    pub card: Option<Card>,
    /// Access group.
    pub group: u8,
    /// The number the person punches under.
    pub pin: Pin,
}

/// Size of the records of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// 72 bytes.
    Wide,
    /// 28 bytes.
    Narrow,
}

impl Layout {
    /// Length of a record.
    #[must_use]
    pub fn record_bytes(self) -> usize {
        match self {
            Self::Wide => 72,
            Self::Narrow => 28,
        }
    }

    /// Finds the layout by the length of the file and, where both fit, by what the records hold.
    ///
    /// # Errors
    ///
    /// When neither fits, or both do: a wrong guess would give people the wrong PIN.
    pub fn of(body: &[u8]) -> Result<Self, BadUserFile> {
        if is_templates(body) {
            return Err(BadUserFile::Biometric);
        }
        let fits = |layout: Self| {
            let records = body.chunks_exact(layout.record_bytes());
            !body.is_empty()
                && records.remainder().is_empty()
                && records.into_iter().all(|r| layout.is_sane(r))
        };
        match (fits(Self::Wide), fits(Self::Narrow)) {
            (true, false) => Ok(Self::Wide),
            (false, true) => Ok(Self::Narrow),
            (true, true) => Err(BadUserFile::Ambiguous),
            (false, false) => Err(BadUserFile::NotUsers { bytes: body.len() }),
        }
    }

    /// Whether a record has texts where texts should be and a role that exists.
    fn is_sane(self, record: &[u8]) -> bool {
        let Some(raw) = RawUser::cut(self, record) else { return false };
        let texts = [raw.password, raw.name, raw.pin_text.unwrap_or_default()];
        raw.privilege < 16 && texts.into_iter().all(is_padded_text)
    }
}

/// The records of a file, good or bad, in order. `number` of a [`Line`] counts records from 1.
///
/// # Errors
///
/// When the file is of another kind.
pub fn records(body: &[u8]) -> Result<impl Iterator<Item = Line<'_, UserRecord<'_>>>, BadUserFile> {
    let layout = Layout::of(body)?;
    let chunks = body.chunks_exact(layout.record_bytes());
    Ok((1..).zip(chunks).map(move |(number, raw)| Line {
        number,
        raw,
        record: UserRecord::parse(layout, raw),
    }))
}

impl<'a> UserRecord<'a> {
    /// Reads one record.
    ///
    /// # Errors
    ///
    /// For the PIN, and for a record of another length.
    pub fn parse(layout: Layout, record: &'a [u8]) -> Result<Self, BadLine> {
        let raw = RawUser::cut(layout, record).ok_or(BadLine::NotARecord)?;
        let pin = match raw.pin_text {
            Some(text) => {
                std::str::from_utf8(until_nul(text)).map_err(|_| BadLine::UnreadablePin)?.parse()?
            }
            None if raw.pin_number == 0 => return Err(BadLine::NoPin),
            None => raw.pin_number.to_string().parse()?,
        };
        let (name, password) = (until_nul(raw.name), until_nul(raw.password));
        Ok(Self {
            number: raw.number,
            privilege: raw.privilege.into(),
            password: (!password.is_empty()).then(|| Secret::new(password)),
            name: (!name.is_empty()).then(|| decode_name(name)),
            card: Card::new(raw.card),
            group: raw.group,
            pin,
        })
    }

    /// Appends the record that [`UserRecord::parse`] reads; texts that are too long are cut, and a
    /// PIN that is no number is sent as 0 in the narrow layout.
    pub fn emit(&self, layout: Layout, out: &mut Vec<u8>) {
        let text = |text: &[u8], len: usize, out: &mut Vec<u8>| {
            out.extend(text.iter().copied().chain(std::iter::repeat(0)).take(len));
        };
        let name = self.name.as_deref().unwrap_or_default().as_bytes();
        let password = self.password.map_or(&b""[..], |password| *password.reveal());
        let card = self.card.map_or(0, Card::number).to_le_bytes();
        out.extend(self.number.to_le_bytes());
        out.push(self.privilege.number());
        match layout {
            Layout::Wide => {
                text(password, 8, out);
                text(name, 24, out);
                text(&card, 4, out);
                out.push(self.group);
                text(&[], 8, out);
                text(self.pin.as_str().as_bytes(), 24, out);
            }
            Layout::Narrow => {
                text(password, 5, out);
                text(name, 8, out);
                text(&card, 5, out);
                out.push(self.group);
                text(&[], 2, out);
                out.extend(self.pin.as_str().parse::<u32>().unwrap_or(0).to_le_bytes());
            }
        }
    }
}

/// The parts of a record before they mean anything.
struct RawUser<'a> {
    number: u16,
    privilege: u8,
    password: &'a [u8],
    name: &'a [u8],
    card: u64,
    group: u8,
    pin_text: Option<&'a [u8]>,
    pin_number: u32,
}

impl<'a> RawUser<'a> {
    /// `None` when the record has another length.
    fn cut(layout: Layout, record: &'a [u8]) -> Option<Self> {
        if record.len() != layout.record_bytes() {
            return None;
        }
        let mut rest = record;
        let mut take = |len: usize| {
            let (part, after) = rest.split_at_checked(len)?;
            rest = after;
            Some(part)
        };
        let (password, name, card, zones) = match layout {
            Layout::Wide => (8, 24, 4, 8),
            Layout::Narrow => (5, 8, 5, 2),
        };
        let number = u16::try_from(little_endian(take(2)?)).ok()?;
        let privilege = u8::try_from(little_endian(take(1)?)).ok()?;
        let (password, name) = (take(password)?, take(name)?);
        let card = little_endian(take(card)?);
        let group = u8::try_from(little_endian(take(1)?)).ok()?;
        take(zones)?;
        let (pin_text, pin_number) = match layout {
            Layout::Wide => (Some(take(24)?), 0),
            Layout::Narrow => (None, u32::try_from(little_endian(take(4)?)).ok()?),
        };
        Some(Self { number, privilege, password, name, card, group, pin_text, pin_number })
    }
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |n, &byte| n << 8 | u64::from(byte))
}

fn until_nul(text: &[u8]) -> &[u8] {
    text.split(|&byte| byte == 0).next().unwrap_or_default()
}

/// Text without control characters, then NULs only (firmware leaves rubbish after the first NUL of a
/// name, so only the text itself is looked at).
fn is_padded_text(text: &[u8]) -> bool {
    until_nul(text).iter().all(|byte| !byte.is_ascii_control())
}

/// Why a file is no `user.dat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadUserFile {
    /// Templates of fingers.
    #[error("the file holds biometric templates, which are not imported: give the user.dat file")]
    Biometric,
    /// The length or the records fit neither layout.
    #[error(
        "the file of {bytes} bytes is not made of user records of 72 or 28 bytes: copy it from the terminal again"
    )]
    NotUsers {
        /// Length of the file.
        bytes: usize,
    },
    /// The records fit both layouts.
    #[error("the file reads as records of 72 and of 28 bytes: enter these people by CSV instead")]
    Ambiguous,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(pin: &str, name: &'static str) -> UserRecord<'static> {
        UserRecord {
            number: 7,
            privilege: Privilege::Super,
            password: Some(Secret::new(&b"4321"[..])),
            name: Some(Cow::Borrowed(name)),
            card: Card::new(70_077),
            group: 1,
            pin: pin.parse().unwrap(),
        }
    }

    fn file(layout: Layout, people: &[UserRecord<'_>]) -> Vec<u8> {
        let mut body = Vec::new();
        for person in people {
            person.emit(layout, &mut body);
        }
        body
    }

    #[test]
    fn both_layouts_are_read() {
        for layout in [Layout::Wide, Layout::Narrow] {
            let people = [person("9077", "Made R"), person("9078", "Luh")];
            let body = file(layout, &people);
            assert_eq!(body.len(), 2 * layout.record_bytes());
            let read: Vec<_> = records(&body).unwrap().map(|line| line.record.unwrap()).collect();
            assert_eq!(read, people, "{layout:?}");
        }
    }

    #[test]
    fn wide_records_keep_zeros_and_long_pins() {
        let body = file(Layout::Wide, &[person("0009077", "Made R")]);
        assert_eq!(records(&body).unwrap().next().unwrap().record.unwrap().pin.as_str(), "0009077");
    }

    #[test]
    fn where_both_lengths_fit_the_records_decide() {
        // 504 = 7 × 72 = 18 × 28.
        let wide = file(Layout::Wide, &vec![person("9077", "Made Rai Sugriwa"); 7]);
        assert_eq!(Layout::of(&wide), Ok(Layout::Wide));
        let narrow = file(Layout::Narrow, &vec![person("9077", "Made R"); 18]);
        assert_eq!(Layout::of(&narrow), Ok(Layout::Narrow));
        assert_eq!(Layout::of(&[0; 504]), Err(BadUserFile::Ambiguous));
    }

    #[test]
    fn one_bad_record_does_not_lose_the_others() {
        let mut body = file(Layout::Wide, &vec![person("9077", "Made R"); 2]);
        body[48..72].fill(0);
        let read: Vec<_> =
            records(&body).unwrap().map(|line| (line.number, line.record.is_ok())).collect();
        assert_eq!(read, [(1, false), (2, true)]);
    }

    #[test]
    fn other_files_are_refused() {
        assert_eq!(Layout::of(b""), Err(BadUserFile::NotUsers { bytes: 0 }));
        assert_eq!(Layout::of(&[b'x'; 73]), Err(BadUserFile::NotUsers { bytes: 73 }));
        let mut template = vec![0x5A; 100];
        template[..6].copy_from_slice(&[100, 0, 1, 0, 2, 1]);
        assert_eq!(Layout::of(&template), Err(BadUserFile::Biometric));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(records) = records(&body) {
                records.for_each(drop);
            }
            for (layout, len) in [(Layout::Wide, 72), (Layout::Narrow, 28)] {
                let _ = UserRecord::parse(layout, body.get(..len).unwrap_or(&body));
            }
        }

        #[test]
        fn parse_undoes_emit(number: u16, pri: u8, name in "[A-Za-z]{1,8}", card: u32, group: u8, pin in 1_u32..) {
            let user = UserRecord {
                number, privilege: pri.into(), password: None, name: Some(Cow::Borrowed(&name)),
                card: Card::new(card.into()), group, pin: pin.to_string().parse().unwrap(),
            };
            for layout in [Layout::Wide, Layout::Narrow] {
                let mut out = Vec::new();
                user.emit(layout, &mut out);
                prop_assert_eq!(UserRecord::parse(layout, &out), Ok(user.clone()));
            }
        }
    }
}
