//! Short answers to terminals.

/// The answer to what carries no records: `ping`, `options`, `devicecmd`, an empty `getrequest`.
pub const OK: &str = "OK";

/// The acknowledgement of an upload: `OK: n`, where `n` is the number of records in the body,
/// duplicates and quarantined ones included.
///
/// Send it only after the records are kept. A bare `OK` makes some firmware send the batch for ever.
#[must_use]
pub fn ok_count(records: usize) -> String {
    format!("OK: {records}")
}

/// The acknowledgement of a security terminal's `table=tabledata`: `<tablename>=n`.
///
/// `None` when the name is not one to 32 letters, digits or `_`: it would be reflected unchecked.
#[must_use]
pub fn table_count(tablename: &str, records: usize) -> Option<String> {
    let clean = (1..=32).contains(&tablename.len())
        && tablename.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    clean.then(|| format!("{tablename}={records}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said() {
        assert_eq!(ok_count(128), "OK: 128");
        assert_eq!(table_count("templatev10", 1).as_deref(), Some("templatev10=1"));
        assert_eq!(table_count("../x\n", 1), None);
        assert_eq!(table_count("", 1), None);
    }
}
