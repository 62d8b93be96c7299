//! Opens the office of a regency: store, law, clock and chance.

use std::{fs, sync::Arc};

use anyhow::Context as _;
use civil::Zone;
use office::{Actor, Lawbook, Office, Parts};
use storage_sql::SqlStore;

use crate::{
    args::Args,
    law_folder,
    real::{SystemClock, SystemRandom},
};

/// An open office and the store under it.
pub struct Opened {
    /// The office.
    pub office: Office,
    /// Its store, to be closed at the end.
    pub store: Arc<SqlStore>,
}

/// Opens the office that the arguments name.
pub async fn open(args: &Args) -> anyhow::Result<Opened> {
    let lawbook = read_law(args)?;
    let url = match &args.database {
        Some(url) => url.clone(),
        None => {
            fs::create_dir_all(&args.data).with_context(|| {
                format!("cannot create the data folder {}; check its path and rights", args.data.display())
            })?;
            format!("sqlite://{}", args.data.join("abdi.sqlite").display())
        }
    };
    let store = Arc::new(SqlStore::open(&url, &args.regency).await?);
    let office = Office::new(Parts {
        store: store.clone(),
        lawbook,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        regency: args.regency.clone(),
        zone: Zone::WIB,
    });
    Ok(Opened { office, store })
}

/// Reads the law of the regency, or says every fault with file and line.
pub fn read_law(args: &Args) -> anyhow::Result<Lawbook> {
    let texts = law_folder::read(args.law.as_deref())?;
    Lawbook::read(&texts, &args.regency).map_err(|faults| {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let known = law_folder::regencies(&texts).join(", ");
        anyhow::anyhow!("the law cannot be used (known: {known}):\n{}", list.join("\n"))
    })
}

/// Whoever started the program.
pub fn actor() -> Actor {
    let user = std::env::var("SUDO_USER").or_else(|_| std::env::var("USER"));
    Actor::command_line(&user.unwrap_or_else(|_| "unknown".to_owned()))
}
