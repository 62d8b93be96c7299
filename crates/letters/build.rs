//! Takes the few faces that letters are set in out of typst's own fonts.
//!
//! They come with a crate of the registry, so a build needs no network. Linked as they are they
//! would bring 9.5 MB, mostly mathematics; the four faces of one family are 1.2 MB.

use std::{env, fs, io, path::PathBuf};

/// The faces by the name that stands in the font itself. Libertinus Serif is under the SIL Open Font
/// License 1.1, which lets it be passed on inside a program.
const FACES: [&str; 4] = [
    "LibertinusSerif-Regular",
    "LibertinusSerif-Bold",
    "LibertinusSerif-Italic",
    "LibertinusSerif-BoldItalic",
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR for a build script"));
    for face in FACES {
        let font = typst_assets::fonts()
            .find(|font| is_named(font, face))
            .unwrap_or_else(|| panic!("typst-assets no longer brings {face}: choose another face"));
        fs::write(out.join(format!("{face}.otf")), font)?;
    }
    Ok(())
}

/// Whether the name table of the font's outlines says this name, and not a longer one.
fn is_named(font: &[u8], name: &str) -> bool {
    let name = name.as_bytes();
    font.windows(name.len() + 1).any(|window| {
        window
            .split_last()
            .is_some_and(|(after, start)| start == name && !after.is_ascii_alphanumeric())
    })
}
