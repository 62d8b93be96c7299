//! A body of `OPERLOG` or `BIODATA` records, or of events of a security terminal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::push::oper_log::{self, OperRecord};
use terminal::push::security_push::rt_log_lines;

fuzz_target!(|body: &[u8]| {
    for line in oper_log::lines(body) {
        if let Ok(OperRecord::OpLog(log)) = line.record {
            let mut out = Vec::new();
            log.emit(&mut out);
            assert_eq!(OperRecord::parse(&out), Ok(OperRecord::OpLog(log)));
        }
    }
    rt_log_lines(body).for_each(drop);
});
