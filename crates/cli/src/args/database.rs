//! Where the database is.

/// What an address begins with, and where something has to follow.
const SCHEMES: [&str; 4] = ["postgres://", "postgresql://", "sqlite://", "sqlite:"];

/// Takes the address of a database. Anything else is refused, since SQLite would make a file of
/// any word.
pub(super) fn url(text: &str) -> Result<String, String> {
    let place = SCHEMES.iter().find_map(|scheme| text.strip_prefix(scheme));
    match place {
        Some("") => Err("no place follows; name a server or a file".to_owned()),
        // SQLite's own syntax for databases that vanish or may not be written.
        Some(place) if text.starts_with("sqlite:") && place.contains([':', '?']) => {
            Err("the path of a file has neither : nor ? here; name a file to keep".to_owned())
        }
        Some(_) => Ok(text.to_owned()),
        None => {
            Err("begin with postgres://, postgresql:// or sqlite:, or leave it out to use the \
                     data folder"
                .to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_which_database_it_means() {
        for good in ["postgres://x/abdi", "postgresql:///abdi", "sqlite://a.sqlite", "sqlite:a"] {
            assert_eq!(url(good), Ok(good.to_owned()));
        }
        for bad in ["", "abdi", "abdi.sqlite", "/var/lib/abdi", "mysql://x", "Postgres://x"] {
            assert!(url(bad).unwrap_err().contains("begin with postgres://"), "{bad}");
        }
        for vanishing in ["sqlite::memory:", "sqlite:x?mode=ro", "sqlite://file:x"] {
            assert!(url(vanishing).unwrap_err().contains("neither : nor ?"), "{vanishing}");
        }
        for empty in ["sqlite:", "sqlite://", "postgres://"] {
            assert!(url(empty).unwrap_err().contains("no place follows"), "{empty}");
        }
    }
}
