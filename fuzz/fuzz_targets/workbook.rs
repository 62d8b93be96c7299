//! A workbook as people hand it in, by headings of ours and by a mapping of e-Kinerja: rows, or a
//! sentence about the file. What is compressed never grows past the limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use office::allowance::{EKinerjaMapping, old_payments_in};

const MAPPING: &str = r#"
name = "fuzz"
note = "fuzz"
header_row = 1
[columns]
nip = "NIP"
predikat = "Predikat"
"#;

fuzz_target!(|bytes: &[u8]| {
    let mapping = EKinerjaMapping::read(MAPPING).expect("the mapping is in order");
    for read in [mapping.rows_in(bytes), old_payments_in(bytes)] {
        if let Err(why) = read {
            assert!(!why.is_empty());
        }
    }
});
