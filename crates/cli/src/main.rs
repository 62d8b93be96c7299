//! The binary `abdi`: reads the command line and the environment, opens the store and the law,
//! hands in the clock and chance, and calls one verb of the office.
//!
//! Results go to standard output, logs and progress to standard error. Exit: 0 done; 1 failed, also
//! because a value cannot be what it should; 2 wrong use.

mod arenas;
mod args;
mod carriers;
mod commands;
mod content;
mod file_folder;
mod job;
mod law_folder;
mod opening;
mod output;
mod real;
mod text;

use std::process::ExitCode;

use clap::{Parser as _, error::ErrorKind};

use crate::args::{Args, Command};

fn main() -> ExitCode {
    arenas::limit();
    let args = match Args::try_parse() {
        Ok(args) => args,
        // A month that is none is bad input like a bad file, not wrong use of the command.
        Err(error) if error.kind() == ErrorKind::ValueValidation => {
            // Nothing more can be said if standard error is closed.
            let _ = error.print();
            return ExitCode::FAILURE;
        }
        Err(error) => error.exit(),
    };
    start_logging(&args.command);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::fail(&anyhow::anyhow!("cannot start: {error}")),
    };
    match runtime.block_on(commands::run(args)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output::fail(&error),
    }
}

/// Logs to standard error. `ABDI_LOG` sets what is said, as `RUST_LOG` elsewhere.
fn start_logging(command: &Command) {
    let default = match command {
        Command::Serve(_) => "info,sqlx=warn",
        // Lines of simulated terminals break on purpose; the gateway would warn of each.
        Command::Demo(_) => "warn,gateway=error",
        _ => "warn",
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("ABDI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(default));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
}
