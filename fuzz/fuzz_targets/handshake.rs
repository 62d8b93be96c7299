//! The block of options, as simulated terminals read it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::push::handshake::Options;

fuzz_target!(|block: &str| {
    for block in [block.to_owned(), format!("GET OPTION FROM: A1\n{block}")] {
        if let Ok(options) = Options::parse(&block) {
            let again = Options::parse(&options.emit()).expect("what we write can be read");
            assert_eq!(again.emit(), options.emit());
        }
    }
});
