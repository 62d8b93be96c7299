//! Opens the office of a regency: store, law, clock and chance.

pub(crate) mod private;

use std::{os::unix::fs::MetadataExt as _, path::Path, sync::Arc};

use anyhow::Context as _;
use civil::{Clock, Zone};
use letters::Press;
use office::{Actor, Lawbook, Office, Parts};
use storage_sql::SqlStore;

use crate::{
    args::Args,
    file_folder::FileFolder,
    job, law_folder, output,
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
    // The law first: where it cannot be used, nothing is created.
    let lawbook = read_law(args)?;
    let url = if let Some(url) = &args.database {
        if let Some(file) = url.strip_prefix("sqlite:") {
            create_file(Path::new(file.strip_prefix("//").unwrap_or(file)))?;
        }
        url.clone()
    } else {
        in_folder(&args.data)?
    };
    let store = Arc::new(SqlStore::open(&url, &args.regency).await?);
    let office = over(store.clone(), lawbook, args, Arc::new(SystemClock));
    Ok(Opened { office, store })
}

/// The office over an open store, with another clock.
pub(crate) fn again(
    args: &Args,
    store: &Arc<SqlStore>,
    clock: Arc<dyn Clock>,
) -> anyhow::Result<Office> {
    Ok(over(store.clone(), read_law(args)?, args, clock))
}

fn over(store: Arc<SqlStore>, lawbook: Lawbook, args: &Args, clock: Arc<dyn Clock>) -> Office {
    Office::new(Parts {
        store,
        files: Arc::new(FileFolder::new(args.data.join("files"))),
        lawbook,
        clock,
        random: Arc::new(SystemRandom),
        regency: args.regency.clone(),
        zone: Zone::WIB,
    })
    .with_jobs(job::kinds(&Arc::new(Press::built_in())))
}

/// The SQLite file of a data folder, which is created where missing.
fn in_folder(data: &Path) -> anyhow::Result<String> {
    private::create_folder(data).with_context(|| {
        format!("cannot create the data folder {}; check its path and rights", data.display())
    })?;
    // Whoever cannot look into the folder cannot look into its files.
    let file = data.join("abdi.sqlite");
    if let Some(advice) = private::advice(data) {
        output::progress(&advice);
    }
    create(&file)?;
    Ok(format!("sqlite://{}", file.display()))
}

/// Creates a SQLite file that lies in a folder of somebody else's.
fn create_file(file: &Path) -> anyhow::Result<()> {
    create(file)?;
    if let Some(advice) = private::advice(file) {
        output::progress(&advice);
    }
    Ok(())
}

fn create(file: &Path) -> anyhow::Result<()> {
    private::create_file(file).with_context(|| {
        format!("cannot create the database {}; check its path and rights", file.display())
    })
}

/// Reads the law of the regency, or says every fault with file and line.
pub(crate) fn read_law(args: &Args) -> anyhow::Result<Lawbook> {
    read_law_of(args, args.law.as_deref())
}

/// Reads the law of the regency from a folder, or from what is built in.
pub(crate) fn read_law_of(args: &Args, folder: Option<&Path>) -> anyhow::Result<Lawbook> {
    let texts = law_folder::read(folder)?;
    Lawbook::read(&texts, &args.regency).map_err(|faults| {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let known = law_folder::regencies(&texts).join(", ");
        anyhow::anyhow!("the law cannot be used (known: {known}):\n{}", list.join("\n"))
    })
}

/// Whoever started the program: by name where the shell tells it, else by number where the system
/// does.
pub(crate) fn actor() -> Actor {
    let user = std::env::var("SUDO_USER").or_else(|_| std::env::var("USER"));
    let numbered = || std::fs::metadata("/proc/self").map(|own| format!("uid {}", own.uid()));
    let user = user.or_else(|_| numbered());
    Actor::command_line(&user.unwrap_or_else(|_| "unknown".to_owned()))
}
