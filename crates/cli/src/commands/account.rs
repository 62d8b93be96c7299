//! `abdi account …`

use std::io::{BufRead as _, IsTerminal as _};

use office::{Actor, Office, access::NewAccount};

use crate::{args::Account, output};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Account) -> anyhow::Result<()> {
    let Account::Put { username, role, skpd, nip } = command;
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        output::progress("password (one line; shown as typed): ");
    }
    let mut password = String::new();
    stdin.lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    let account = NewAccount { username: username.clone(), password, role, skpd, nip };
    office.put_account(actor, account).await?;
    output::print(&format!("{username} may sign in as {role}\n"))
}
