//! `INFO=`: the counts a terminal sends along when it asks for commands.
//!
//! ```text
//! firmware, people, fingers, punches, address, finger version, face version, faces needed, faces,
//! functions [, cards, portraits, photographs]
//! ```

use std::net::IpAddr;

/// Health of a terminal. Everything can be absent: firmware sends 9 to 13 values, some negative.
///
/// Compare [`Info::punches`] with what was received: a terminal that is online need not deliver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// Version of the firmware.
    pub firmware: Option<String>,
    /// People enrolled.
    pub users: Option<u32>,
    /// Fingers enrolled.
    pub fingers: Option<u32>,
    /// Punches held by the terminal.
    pub punches: Option<u32>,
    /// Address of the terminal in its own network.
    pub address: Option<IpAddr>,
    /// Version of the finger algorithm.
    pub finger_version: Option<u32>,
    /// Version of the face algorithm; `None` also for -1, which is none.
    pub face_version: Option<u32>,
    /// Pictures needed to enrol a face.
    pub faces_needed: Option<u32>,
    /// Faces enrolled.
    pub faces: Option<u32>,
    /// Functions of the terminal, a digit each.
    pub functions: Option<String>,
    /// Cards enrolled.
    pub cards: Option<u32>,
    /// Portraits held.
    pub portraits: Option<u32>,
    /// Photographs of punches held.
    pub photographs: Option<u32>,
}

impl Info {
    /// Reads the decoded value of the parameter `INFO`. Cannot fail: what is unreadable is `None`.
    ///
    /// With nine values it is not known which of the last two is missing, so the ninth is not read.
    #[must_use]
    pub fn parse(value: &str) -> Self {
        let values: Vec<&str> = value.split(',').map(str::trim).collect();
        let text = |at: usize| values.get(at).copied().filter(|text| !text.is_empty());
        let number = |at: usize| text(at).and_then(|text| text.parse().ok());
        let tail = |at: usize| if values.len() > 9 { text(at) } else { None };
        let tail_number = |at: usize| tail(at).and_then(|text| text.parse().ok());
        Self {
            firmware: text(0).map(str::to_owned),
            users: number(1),
            fingers: number(2),
            punches: number(3),
            address: text(4).and_then(|text| text.parse().ok()),
            finger_version: number(5),
            face_version: number(6),
            faces_needed: number(7),
            faces: tail_number(8),
            functions: tail(9).map(str::to_owned),
            cards: tail_number(10),
            portraits: tail_number(11),
            photographs: tail_number(12),
        }
    }

    /// Writes the thirteen values; [`Info::parse`] reads them back. Not yet percent-encoded.
    #[must_use]
    pub fn emit(&self) -> String {
        let number = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
        let text = |value: &Option<String>| value.clone().unwrap_or_default().replace(',', " ");
        [
            text(&self.firmware),
            number(self.users),
            number(self.fingers),
            number(self.punches),
            self.address.map(|address| address.to_string()).unwrap_or_default(),
            number(self.finger_version),
            number(self.face_version),
            number(self.faces_needed),
            number(self.faces),
            text(&self.functions),
            number(self.cards),
            number(self.portraits),
            number(self.photographs),
        ]
        .join(",")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_ten_values() {
        let info = Info::parse("Ver 9.1,310,402,51200,10.20.0.7,10,7,15,12,111");
        assert_eq!(info.firmware.as_deref(), Some("Ver 9.1"));
        assert_eq!((info.users, info.fingers, info.punches), (Some(310), Some(402), Some(51_200)));
        assert_eq!(info.address, Some(IpAddr::from([10, 20, 0, 7])));
        assert_eq!((info.faces, info.functions.as_deref()), (Some(12), Some("111")));
    }

    #[test]
    fn nine_values_and_negative_ones_are_not_guessed() {
        let info = Info::parse("Ver 6.1(b2), 2, 0, 7, 10.20.0.7, 10, -1, -12, 101");
        assert_eq!((info.punches, info.face_version, info.faces_needed), (Some(7), None, None));
        assert_eq!((info.faces, info.functions), (None, None));
        assert_eq!(Info::parse(""), Info::default());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text: String) {
            let _ = Info::parse(&text);
        }

        #[test]
        fn parse_undoes_emit(
            firmware in "[A-Z][a-z0-9.]{0,10}",
            users: Option<u32>,
            punches: Option<u32>,
            faces: Option<u32>,
        ) {
            let info = Info { firmware: Some(firmware), users, punches, faces, ..Info::default() };
            prop_assert_eq!(Info::parse(&info.emit()), info);
        }
    }
}
