//! The binary `abdi`.

fn main() -> anyhow::Result<()> {
    Ok(())
}
