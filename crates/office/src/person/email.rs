//! The address that a person's digests are sent to.

use crate::table::Reason;

/// Most letters of an address (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).
const CHARS_MAX: usize = 254;

/// Reads an address such as `siti@contohkab.go.id`. Whether anybody reads there only a letter can
/// tell; what is refused is what no relay would take.
pub(super) fn email(text: &str) -> Result<String, Reason> {
    let plain = text.trim();
    let unreadable = || Reason::new("import-email").with("text", text);
    let plain_letter = |letter: char| {
        letter.is_ascii_graphic() && !matches!(letter, '<' | '>' | ',' | ';' | '"' | '(' | ')')
    };
    if plain.len() > CHARS_MAX || !plain.chars().all(plain_letter) {
        return Err(unreadable());
    }
    let Some((name, host)) = plain.split_once('@') else { return Err(unreadable()) };
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    if name.is_empty() || !host.contains('.') || !host.split('.').all(is_label) {
        return Err(unreadable());
    }
    Ok(format!("{name}@{}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_and_what_no_relay_takes_is_refused() {
        let read = email(" Siti.R@Contohkab.GO.id ");
        assert_eq!(read.as_deref(), Ok("Siti.R@contohkab.go.id"));
        let long = format!("{}@contoh.go.id", "a".repeat(250));
        for text in [
            "",
            "siti",
            "siti@",
            "@contoh.go.id",
            "siti@contoh",
            "siti@@contoh.go.id",
            "siti@contoh..id",
            "siti@-contoh.id",
            "Siti <siti@contoh.go.id>",
            "siti@contoh.go.id,budi@contoh.go.id",
            "siti@contoh.go.id\r\nBcc: x@y.id",
            "siti rahmawati@contoh.go.id",
            &long,
        ] {
            assert!(email(text).is_err(), "{text}");
        }
    }
}
