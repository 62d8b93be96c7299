//! A new file of words must be compiled in, though no Rust source changed.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
