//! The target of a request: it is always read, and a known one is written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::push::info::Info;
use terminal::push::{Endpoint, Request};

fuzz_target!(|target: &str| {
    let request = Request::parse(target);
    let _ = (request.serial(), request.table(), request.stamp(), request.is_security());
    let _ = request.param("INFO").map(Info::parse);
    if request.endpoint != Endpoint::Other {
        assert_eq!(Request::parse(&request.emit()), request);
    }
});
