//! Arguments of `abdi demo`.

use clap::Args as ClapArgs;

use super::Serve;

/// Which regency to invent, and whether to serve it.
#[derive(Debug, ClapArgs)]
pub(crate) struct Demo {
    /// How many people
    #[arg(
        long,
        default_value_t = 1_000,
        value_name = "N",
        value_parser = clap::value_parser!(u32)
            .range(i64::from(sim::PEOPLE_MIN)..=i64::from(sim::PEOPLE_MAX))
    )]
    pub(crate) people: u32,
    /// How many months, the running one included
    #[arg(
        long,
        default_value_t = 3,
        value_name = "N",
        value_parser = clap::value_parser!(u8).range(1..=i64::from(sim::MONTHS_MAX))
    )]
    pub(crate) months: u8,
    /// Where chance begins: the same seed gives the same people
    #[arg(long, default_value_t = 42, value_name = "N")]
    pub(crate) seed: u64,
    /// End when everything is loaded; no port but free ones of the loopback is used
    #[arg(long)]
    pub(crate) no_serve: bool,
    #[command(flatten)]
    pub(crate) serve: Serve,
}
