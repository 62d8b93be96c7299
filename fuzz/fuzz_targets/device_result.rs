//! Results of commands, and commands as simulated terminals read them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::push::command::Command;
use terminal::push::device_result;

fuzz_target!(|body: &[u8]| {
    for result in device_result::results(body).flatten() {
        let _ = (result.is_done(), result.code.name(), result.field("AttlogSum"));
    }
    if let Ok(Ok(command)) = std::str::from_utf8(body).map(Command::parse) {
        let again = Command::parse(&command.emit()).expect("what we write can be read");
        assert_eq!(again.emit(), command.emit());
    }
});
