//! `key=value` records: everything a terminal uploads that is not a punch.

use std::fmt;
use std::str::FromStr;

/// The `key=value` pairs of one record. Values may hold `=` (Base64 does): the first one splits.
///
/// Keys are compared without case and without the `~` that marks an option read-only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fields<'a> {
    bytes: &'a [u8],
    separator: u8,
}

impl<'a> Fields<'a> {
    /// Pairs with tabs between them: uploads of records.
    #[must_use]
    pub fn tabbed(bytes: &'a [u8]) -> Self {
        Self { bytes, separator: b'\t' }
    }

    /// Pairs with commas between them: `table=options` and `/iclock/registry`.
    #[must_use]
    pub fn comma_separated(bytes: &'a [u8]) -> Self {
        Self { bytes, separator: b',' }
    }

    /// Pairs with `&` between them: results of commands.
    #[must_use]
    pub fn ampersands(bytes: &'a [u8]) -> Self {
        Self { bytes, separator: b'&' }
    }

    /// The pairs in order; pieces without `=` are left out.
    pub fn iter(self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        self.bytes.split(move |&byte| byte == self.separator).filter_map(|piece| {
            let at = piece.iter().position(|&byte| byte == b'=')?;
            let (key, value) = piece.split_at(at);
            Some((key.trim_ascii(), value.get(1..)?))
        })
    }

    /// The value of the first pair with this key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'a [u8]> {
        let plain = |key: &'a [u8]| key.strip_prefix(b"~").unwrap_or(key);
        self.iter()
            .find(|(found, _)| plain(found).eq_ignore_ascii_case(key.as_bytes()))
            .map(|(_, value)| value)
    }

    /// The value as trimmed text; `None` if absent, blank or not UTF-8.
    #[must_use]
    pub fn text(self, key: &str) -> Option<&'a str> {
        let text = std::str::from_utf8(self.get(key)?).ok()?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The value as a number; `None` if absent or no such number.
    #[must_use]
    pub fn number<N: FromStr>(self, key: &str) -> Option<N> {
        self.text(key)?.parse().ok()
    }
}

/// Shows keys only: values hold passwords, templates and photographs.
impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(key, _)| String::from_utf8_lossy(key))).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_equals_sign_splits() {
        let fields = Fields::tabbed(b"PIN=12\tTMP=QUJD==\tEmpty=\tjunk");
        assert_eq!(fields.get("tmp"), Some(&b"QUJD=="[..]));
        assert_eq!(fields.number::<u32>("Pin"), Some(12));
        assert_eq!(fields.get("Empty"), Some(&b""[..]));
        assert_eq!(fields.text("Empty"), None);
        assert_eq!(fields.iter().count(), 3);
    }

    #[test]
    fn options_are_found_without_their_tilde() {
        let fields =
            Fields::comma_separated(b"~DeviceName=X-9,UserCount=25,~OEMVendor=Toko Jaya, Tbk");
        assert_eq!(fields.text("DeviceName"), Some("X-9"));
        assert_eq!(fields.number::<u32>("UserCount"), Some(25));
    }

    #[test]
    fn values_are_not_printed() {
        let shown = format!("{:?}", Fields::tabbed(b"PIN=12\tPasswd=4321"));
        assert!(shown.contains("Passwd") && !shown.contains("4321"), "{shown}");
    }
}
