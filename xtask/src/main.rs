//! Checks of the house itself.

fn main() -> anyhow::Result<()> {
    Ok(())
}
