//! A file of people: one record for each piece of the file, whatever it holds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::usb::users::{self, Layout, UserRecord};

fuzz_target!(|body: &[u8]| {
    if let Ok(layout) = Layout::of(body) {
        let count = users::records(body).expect("the layout was found").count();
        assert_eq!(count * layout.record_bytes(), body.len());
    }
    for layout in [Layout::Wide, Layout::Narrow] {
        for record in body.chunks(layout.record_bytes()) {
            let _ = UserRecord::parse(layout, record);
        }
    }
});
