//! A body of `ATTLOG` lines: lines are read in order, and what is read is written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::push::{AttLog, att_log};

fuzz_target!(|body: &[u8]| {
    let mut number = 0;
    for line in att_log::lines(body) {
        assert!(line.number > number);
        number = line.number;
        if let Ok(record) = line.record {
            let mut out = Vec::new();
            record.emit(&mut out);
            assert_eq!(AttLog::parse(&out), Ok(record));
        }
    }
});
