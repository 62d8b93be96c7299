//! Embeds the styles and scripts, each with its compressed form.
//!
//! The packages they are built from are fetched by `npm`, never here: a build must not need a
//! network. Without them a debug build serves plain pages that say so, and a release build stops.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// What is served, by name, and the files it is joined from. `vendor/` is made by `npm run assets`.
const SERVED: &[(&str, &str, &[&str])] = &[
    ("abdi.css", "text/css; charset=utf-8", &["vendor/theme.css", "abdi.css"]),
    ("htmx.js", "text/javascript; charset=utf-8", &["vendor/htmx.min.js"]),
    ("abdi.js", "text/javascript; charset=utf-8", &["abdi.js"]),
    ("sheet.js", "text/javascript; charset=utf-8", &["sheet.js"]),
    ("decisions.js", "text/javascript; charset=utf-8", &["decisions.js"]),
    ("upload.js", "text/javascript; charset=utf-8", &["upload.js"]),
    ("icon.svg", "image/svg+xml", &["icon.svg"]),
];

fn main() -> io::Result<()> {
    let assets = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets");
    let out = PathBuf::from(variable("OUT_DIR"));
    println!("cargo::rerun-if-changed=assets");

    let absent: Vec<&str> = SERVED
        .iter()
        .flat_map(|(_, _, parts)| parts.iter().copied())
        .filter(|part| part.starts_with("vendor/") && !assets.join(part).exists())
        .collect();
    if !absent.is_empty() {
        assert!(
            variable("PROFILE") != "release",
            "crates/web/assets lacks {}: run `./dev build`, which fetches and builds them \
             (or `npm ci --omit=optional && npm run assets` in crates/web)",
            absent.join(", ")
        );
        println!(
            "cargo::warning=pages will be plain: crates/web/assets lacks {}; run `./dev build`",
            absent.join(", ")
        );
    }
    fs::write(out.join("embedded.rs"), embed(&assets, &out, absent.is_empty())?)
}

/// The Rust source of the table of files.
fn embed(assets: &Path, out: &Path, complete: bool) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut table = String::new();
    for (name, content_type, parts) in SERVED {
        let mut plain = Vec::new();
        for part in *parts {
            match fs::read(assets.join(part)) {
                Ok(bytes) => plain.extend(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound && !complete => {}
                Err(error) => return Err(error),
            }
        }
        hash.update(&plain);
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        io::Write::write_all(&mut encoder, &plain)?;
        let (plain_path, gzip_path) = (out.join(name), out.join(format!("{name}.gz")));
        fs::write(&plain_path, &plain)?;
        fs::write(&gzip_path, encoder.finish()?)?;
        writeln!(
            table,
            "    File {{ name: {name:?}, content_type: {content_type:?}, \
             plain: include_bytes!(r#\"{}\"#), gzip: include_bytes!(r#\"{}\"#) }},",
            plain_path.display(),
            gzip_path.display()
        )
        .expect("writing to a string cannot fail");
    }
    let hash = hash.finalize();
    let first: [u8; 8] =
        std::array::from_fn(|at| hash.as_slice().get(at).copied().unwrap_or_default());
    let hash = format!("{:016x}", u64::from_be_bytes(first));
    let vendor = if complete { "Present" } else { "Absent" };
    Ok(format!(
        "/// Names this set of files in their addresses, so that they can be kept for ever.\n\
         pub(crate) const HASH: &str = {hash:?};\n\
         /// Whether the packages were there when this was built.\n\
         pub const VENDOR: Vendor = Vendor::{vendor};\n\
         static FILES: &[File] = &[\n{table}];\n"
    ))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name} for a build script"))
}
