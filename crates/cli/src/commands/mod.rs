//! One file a family of commands.

mod account;
mod audit;
mod closing;
mod demo;
mod discipline;
mod files;
mod law;
mod leave;
mod month;
mod person;
mod punch;
mod report;
mod roster;
mod serve;
mod terminal;
mod unit;
mod what_if;

use crate::{
    args::{Args, Command},
    opening::{self, Opened},
};

/// Runs a command.
pub(crate) async fn run(mut args: Args) -> anyhow::Result<()> {
    match &args.command {
        // These need no store.
        Command::Law(crate::args::Law::Check(json)) => return law::check(&args, *json),
        Command::Serve(serve) => return serve::run(&args, serve).await,
        Command::Demo(demo) => return demo::run(&args, demo).await,
        _ => {}
    }
    let other = what_if::other_law(&mut args)?;
    let Opened { office, store } = opening::open(&args).await?;
    let actor = opening::actor();
    let done = match args.command {
        Command::Law(command) => law::run(&office, &actor, command).await,
        Command::Person(command) => person::run(&office, &actor, command).await,
        Command::Punch(command) => punch::run(&office, &actor, command).await,
        Command::Leave(command) => leave::run(&office, &actor, command).await,
        Command::Roster(command) => roster::run(&office, &actor, command).await,
        Command::Post(command) => files::post(&office, &actor, command).await,
        Command::Outage(outage) => unit::outage(&office, &actor, outage).await,
        Command::Event(event) => unit::event(&office, &actor, event).await,
        Command::Performance(command) => files::performance(&office, &actor, command).await,
        Command::Report(report) => report::run(&office, &actor, &report).await,
        Command::Evaluate(evaluate) => month::evaluate(&office, &actor, &evaluate).await,
        Command::Statement(statement) => month::statement(&office, &actor, &statement).await,
        Command::Explain(explain) => month::explain(&office, &actor, &explain).await,
        Command::Month(command) => closing::run(&office, &actor, command).await,
        Command::WhatIf(what_if) => what_if::run(&office, &actor, &what_if, other).await,
        Command::Discipline(command) => discipline::run(&office, &actor, command).await,
        Command::Terminal(command) => terminal::run(&office, &actor, command).await,
        Command::Account(command) => account::run(&office, &actor, command).await,
        Command::Audit(command) => audit::run(&office, &actor, command).await,
        Command::Serve(_) | Command::Demo(_) => Ok(()),
    };
    store.close().await;
    done
}
