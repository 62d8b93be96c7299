//! Opens the office of a regency: store, law, clock and chance.

use std::{fs, path::Path, sync::Arc};

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
pub(crate) struct Opened {
    /// The office.
    pub(crate) office: Office,
    /// Its store, to be closed at the end.
    pub(crate) store: Arc<SqlStore>,
}

/// Opens the office that the arguments name.
pub(crate) async fn open(args: &Args) -> anyhow::Result<Opened> {
    let lawbook = read_law(args)?;
    let url = if let Some(url) = &args.database { url.clone() } else { in_folder(&args.data)? };
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

/// The SQLite file of a data folder, which is created where missing.
fn in_folder(data: &Path) -> anyhow::Result<String> {
    fs::create_dir_all(data).with_context(|| {
        format!("cannot create the data folder {}; check its path and rights", data.display())
    })?;
    Ok(format!("sqlite://{}", data.join("abdi.sqlite").display()))
}

/// Reads the law of the regency, or says every fault with file and line.
pub(crate) fn read_law(args: &Args) -> anyhow::Result<Lawbook> {
    let texts = law_folder::read(args.law.as_deref())?;
    Lawbook::read(&texts, &args.regency).map_err(|faults| {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let known = law_folder::regencies(&texts).join(", ");
        anyhow::anyhow!("the law cannot be used (known: {known}):\n{}", list.join("\n"))
    })
}

/// Whoever started the program.
pub(crate) fn actor() -> Actor {
    let user = std::env::var("SUDO_USER").or_else(|_| std::env::var("USER"));
    Actor::command_line(&user.unwrap_or_else(|_| "unknown".to_owned()))
}
