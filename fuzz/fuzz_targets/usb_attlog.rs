//! A file of punches from a USB stick: what is read is written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::usb::{AttLogFile, UsbAttLog};

fuzz_target!(|body: &[u8]| {
    let _ = terminal::recognise("1_attlog.dat", body);
    let Ok(file) = AttLogFile::open(body) else { return };
    for line in file.lines() {
        if let Ok(record) = line.record {
            let mut out = Vec::new();
            record.emit(&mut out);
            assert_eq!(UsbAttLog::parse(&out), Ok(record));
        }
    }
});
