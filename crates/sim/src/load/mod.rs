//! Telling an office about a regency, by the verbs that an officer uses: organisations, people,
//! excuses, results of work, terminals, accounts.

mod closing;
mod requests;
mod tables;
mod vouch;

use std::sync::Arc;

use civil::{Nip, Role, Skpd};
use office::{
    Actor, BadRow, Office, OfficeError,
    access::NewAccount,
    person::PeopleImport,
    terminal::{Approval, TerminalState},
};
use storage::organisation::SkpdEntry;
use tokio::{sync::Semaphore, task::JoinSet};

pub use closing::{ClosedMonths, close_first_month};
pub use requests::ask_for_corrections;

use crate::{HungTerminal, Regency, Standing, invent};

/// Terminals approved at the same time, so that stores can put several into one commit.
const APPROVALS_AT_ONCE: usize = 64;

/// The account of who leads the example's organisation, and signs its months.
const HEAD: &str = "contoh-kepala";

/// An account to sign in with, for whoever looks at the example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleAccount {
    /// What to type.
    pub username: String,
    /// What it may do.
    pub role: Role,
    /// Within which organisation; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// Number of whose it is, where it is a person's.
    pub nip: Option<Nip>,
    /// The name.
    pub name: Option<String>,
}

/// What the office was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Organisations.
    pub organisations: usize,
    /// People.
    pub people: u32,
    /// Facts about them.
    pub facts: u32,
    /// Excuses.
    pub excuses: u32,
    /// Results of work.
    pub results: u32,
    /// Missed apel and sanctions.
    pub occurrences: u32,
    /// Terminals approved.
    pub terminals: usize,
    /// The accounts, all with the password that was given.
    pub accounts: Vec<ExampleAccount>,
}

/// The office did not take the regency.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The office refused.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The office did not take a row that was invented for it.
    #[error("{table}: line {}, {}: {}", row.line, row.column, row.reason)]
    Row {
        /// Which table.
        table: &'static str,
        /// Which row, and why.
        row: BadRow,
    },
}

/// Tells the office about the regency. Loading the same one again changes nothing but the
/// passwords of the example accounts.
///
/// `password` is that of each account; at least ten characters.
///
/// # Errors
///
/// [`LoadError::Office`] if the actor may not or the store fails; [`LoadError::Row`] if the law of
/// the office is not the one that the regency was invented by.
pub async fn load(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
    password: &str,
) -> Result<Loaded, LoadError> {
    let mut loaded = register(office, actor, regency, password).await?;
    record_days(office, actor, regency, &mut loaded).await?;
    Ok(loaded)
}

/// The first part of [`load`]: organisations, people, terminals, accounts. The office's clock may
/// show a moment before the regency's present.
///
/// # Errors
///
/// As [`load`].
pub async fn register(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
    password: &str,
) -> Result<Loaded, LoadError> {
    let mut loaded = Loaded::default();
    let entries: Vec<SkpdEntry> = regency
        .organisations()
        .iter()
        .map(|one| SkpdEntry { code: one.code.clone(), name: one.name.clone() })
        .collect();
    office.register_skpds(actor, &entries).await?;
    loaded.organisations = entries.len();
    load_people(office, actor, regency, &mut loaded).await?;
    let posts = tables::posts(regency);
    let done = office.import_posts(actor, "contoh-pejabat.csv", posts.as_bytes(), false).await?;
    good("posts", done.bad)?;
    vouch::sign_off_law(office, actor, regency).await?;
    loaded.terminals = approve(office, actor, regency).await?;
    loaded.accounts = example_accounts(regency);
    for account in &loaded.accounts {
        let new = NewAccount {
            username: account.username.clone(),
            password: password.to_owned(),
            role: account.role,
            skpd: account.skpd.clone(),
            nip: account.nip,
        };
        office.put_account(actor, new).await?;
    }
    Ok(loaded)
}

async fn load_people(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
    loaded: &mut Loaded,
) -> Result<(), LoadError> {
    for group in invent::groups() {
        let table = tables::people(regency, group.as_str());
        let options = PeopleImport { dry_run: false, pin_group: group };
        let done =
            office.import_people(actor, "contoh-pegawai.csv", table.as_bytes(), options).await?;
        good("people", done.bad)?;
        loaded.people += done.people_new;
        loaded.facts += done.loaded;
    }
    let lists = [
        ("details", "contoh-gaji.csv", tables::details(regency)),
        ("agreed deductions", "contoh-potongan.csv", tables::agreed(regency)),
    ];
    for (name, file, table) in lists {
        let done = office.import_details(actor, file, table.as_bytes(), false).await?;
        good(name, done.bad)?;
    }
    Ok(())
}

/// The second part of [`load`]: excuses, results of work, occurrences. The office's clock shows the
/// regency's present or later.
///
/// # Errors
///
/// As [`load`].
pub async fn record_days(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
    loaded: &mut Loaded,
) -> Result<(), LoadError> {
    let table = tables::excuses(regency);
    let done = office.import_excuses(actor, "contoh-izin.csv", table.as_bytes(), false).await?;
    good("excuses", done.bad)?;
    loaded.excuses = done.loaded;
    let today = regency.recipe().now.date();
    for month in regency.months().iter().filter(|month| month.last() < today) {
        let table = tables::performance(regency, *month);
        let file = "contoh-ekinerja.csv";
        let done = office.import_performance(actor, *month, file, table.as_bytes(), false).await?;
        good("performance", done.bad)?;
        loaded.results += done.loaded;
    }
    let table = tables::occurrences(regency);
    let done = office.import_occurrences(actor, "contoh-apel.csv", table.as_bytes(), false).await?;
    good("occurrences", done.bad)?;
    loaded.occurrences = done.loaded;
    Ok(())
}

fn good(table: &'static str, bad: Vec<BadRow>) -> Result<(), LoadError> {
    bad.into_iter().next().map_or(Ok(()), |row| Err(LoadError::Row { table, row }))
}

/// Approves all terminals but the one that waits.
async fn approve(office: &Office, actor: &Actor, regency: &Regency) -> Result<usize, LoadError> {
    let slots = Arc::new(Semaphore::new(APPROVALS_AT_ONCE));
    let mut tasks = JoinSet::new();
    let approved = regency.terminals().iter().filter(|hung| hung.standing == Standing::Approved);
    for hung in approved {
        let approval = approval(regency, hung, office);
        let (office, actor) = (office.clone(), actor.clone());
        let slot = slots.clone().acquire_owned().await.expect("nobody closes this semaphore");
        tasks.spawn(async move {
            let _slot = slot;
            office.decide_terminal(&actor, approval).await
        });
    }
    let count = tasks.len();
    while let Some(done) = tasks.join_next().await {
        done.expect("approving does not panic and nobody aborts it")?;
    }
    Ok(count)
}

fn approval(regency: &Regency, hung: &HungTerminal, office: &Office) -> Approval {
    let site = regency.sites().get(hung.site);
    Approval {
        serial: hung.serial.clone(),
        state: TerminalState::Approved,
        name: Some(hung.name.clone()),
        skpd: site.map(|site| site.skpd.clone()),
        group: site.map(|site| site.group.clone()),
        zone: Some(office.zone()),
    }
}

/// One account a role, and the head of the organisation's, to look at the regency with.
#[must_use]
pub fn example_accounts(regency: &Regency) -> Vec<ExampleAccount> {
    let example = regency.example();
    let site = example.posts.first().and_then(|(_, post)| regency.sites().get(post.site));
    let skpd = site.map(|site| site.skpd.clone());
    let with_nip = |nip| regency.people().iter().find(|person| person.nip == nip);
    let person = |role: &Role| match role {
        Role::Pegawai => Some(example),
        Role::Pimpinan => regency.superior_of_example(),
        Role::Operator => {
            skpd.as_ref().and_then(|skpd| regency.operator_of(skpd)).and_then(with_nip)
        }
        Role::Bkpsdm => regency.head_of_personnel().and_then(with_nip),
        Role::Bendahara | Role::Auditor => None,
    };
    let mut accounts: Vec<ExampleAccount> = Role::ALL
        .iter()
        .map(|role| ExampleAccount {
            username: format!("contoh-{role}"),
            role: *role,
            skpd: match role {
                Role::Pegawai | Role::Operator | Role::Pimpinan | Role::Bendahara => skpd.clone(),
                Role::Bkpsdm | Role::Auditor => None,
            },
            nip: person(role).map(|person| person.nip),
            name: person(role).map(|person| person.name.clone()),
        })
        .collect();
    let head = skpd.as_ref().and_then(|skpd| regency.head_of(skpd)).and_then(with_nip);
    let others = head.filter(|head| accounts.iter().all(|account| account.nip != Some(head.nip)));
    accounts.extend(others.map(|head| ExampleAccount {
        username: HEAD.to_owned(),
        role: Role::Pimpinan,
        skpd,
        nip: Some(head.nip),
        name: Some(head.name.clone()),
    }));
    accounts
}
