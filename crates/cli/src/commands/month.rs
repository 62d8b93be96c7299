//! `abdi evaluate`, `abdi statement`, `abdi explain`.

use office::{Actor, Office};
use storage::presence::People;

use crate::{
    args::{Evaluate, Explain, Format, Statement},
    output, text,
};

pub(crate) async fn evaluate(
    office: &Office,
    actor: &Actor,
    args: &Evaluate,
) -> anyhow::Result<()> {
    let people = match &args.skpd {
        Some(skpd) => {
            let known = office.skpds().await?;
            anyhow::ensure!(
                known.iter().any(|entry| entry.code == *skpd),
                "no skpd \"{skpd}\"; list people to see the codes"
            );
            People::Of(skpd.clone())
        }
        None => People::All,
    };
    let done = office.evaluate_month(actor, args.month, &people).await?;
    if args.json.json {
        return output::print_json(&done);
    }
    output::print(&format!(
        "{}: {} people, {} days evaluated\n",
        args.month, done.people, done.days
    ))?;
    if done.silent.is_empty() {
        return Ok(());
    }
    for silent in done.silent.iter().take(20) {
        output::print(&format!("  {}: {}\n", silent.nip, silent.reason))?;
    }
    anyhow::bail!(
        "the law is silent for {} people; nothing was assumed for them",
        done.silent.len()
    )
}

pub(crate) async fn statement(
    office: &Office,
    actor: &Actor,
    args: &Statement,
) -> anyhow::Result<()> {
    let statement = office.statement(actor, &args.nip, args.month).await?;
    if args.json || args.format == Format::Json {
        return output::print_json(&statement);
    }
    output::print(&text::statement(&statement, args.lang.into()))
}

pub(crate) async fn explain(office: &Office, actor: &Actor, args: &Explain) -> anyhow::Result<()> {
    let day = office.explain_day(actor, &args.nip, args.date).await?;
    if args.json.json {
        return output::print_json(&day);
    }
    output::print(&text::explained_day(&day, args.lang.into()))
}
