//! `abdi what-if`.

use std::path::PathBuf;

use office::{Actor, Lawbook, Office};

use crate::{
    args::{Args, Command, WhatIf},
    opening, output, text,
};

/// The variable that names the law as it stands.
const LAW_AS_IT_STANDS: &str = "ABDI_LAW";

/// The law to try, read before anything is opened; none for any other command. Here `--law` names
/// the law to try, so that the office is to be opened with the law of the environment.
pub(crate) fn other_law(args: &mut Args) -> anyhow::Result<Option<Lawbook>> {
    let Command::WhatIf(what_if) = &args.command else { return Ok(None) };
    let other = opening::read_law_of(args, Some(&what_if.other))?;
    let stands = std::env::var_os(LAW_AS_IT_STANDS).filter(|folder| !folder.is_empty());
    args.law = stands.map(PathBuf::from);
    Ok(Some(other))
}

pub(crate) async fn run(
    office: &Office,
    actor: &Actor,
    args: &WhatIf,
    other: Option<Lawbook>,
) -> anyhow::Result<()> {
    let other = other.expect("it was read for this command");
    let told = office.what_if(actor, args.month, other).await?;
    if args.json.json {
        return output::print_json(&told);
    }
    output::print(&text::what_if(&told, args.lang.into()))
}
