//! `abdi serve`: a port for people, a port for terminals, and the days kept fresh.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use gateway::{Gateway, Limits};
use office::{
    Actor, Office,
    jobs::JobRunner,
    message::{Carrier, Courier},
};
use tokio::{
    net::TcpListener,
    sync::watch,
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};
use web::Site;

use crate::{
    args::{Args, Serve, ServeAndSend},
    carriers, content, job,
    opening::{self, Opened},
    output,
    real::SystemRandom,
};

/// How often stale days are looked for, so that pages find them evaluated.
const FRESHEN_EVERY: Duration = Duration::from_secs(5);

/// How often digests that are due are looked for.
const SEND_EVERY: Duration = Duration::from_mins(1);

/// How often jobs that wait are looked for.
const WORK_EVERY: Duration = Duration::from_secs(2);

/// How often old jobs are forgotten.
const FORGET_EVERY: Duration = Duration::from_hours(1);

/// The exit code of a process that was told to end a second time: 128 and the number of SIGINT.
const INTERRUPTED: i32 = 130;

/// Serves until the process is told to end.
pub(crate) async fn run(args: &Args, command: &ServeAndSend) -> anyhow::Result<()> {
    let ServeAndSend { serve, sending, letters } = command;
    let press = letters.press()?;
    let banks = content::banks()?;
    let carriers = carriers::carriers(sending)?;
    let Opened { office, store } = opening::open(args).await?;
    let sockets = Sockets::bind(serve).await?;
    output::progress(&format!(
        "pages: http://{}/\nterminals: http://{}/iclock/\n",
        sockets.pages.local_addr()?,
        sockets.terminals.local_addr()?
    ));
    let office = office.with_jobs(job::kinds(&press));
    let site = Site::new(office.clone())
        .with_press(press)
        .with_banks(banks)
        .with_ekinerja(content::ekinerja()?);
    let done = run_on(site, office, sockets, carriers).await;
    store.close().await;
    done
}

/// The ports.
pub(crate) struct Sockets {
    /// For people.
    pub(crate) pages: TcpListener,
    /// For terminals.
    pub(crate) terminals: TcpListener,
}

impl Sockets {
    /// Takes the ports, or says which is in use.
    pub(crate) async fn bind(serve: &Serve) -> anyhow::Result<Self> {
        Ok(Self {
            pages: bind(serve.listen, "--listen").await?,
            terminals: bind(serve.terminals, "--terminals").await?,
        })
    }
}

async fn bind(address: SocketAddr, option: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address}; it may be in use: end the other program, or choose another address with {option}")
    })
}

/// Serves an open office on open ports until the process is told to end.
async fn run_on(
    site: Site,
    office: Office,
    sockets: Sockets,
    carriers: Vec<Arc<dyn Carrier>>,
) -> anyhow::Result<()> {
    let mut serving = Serving::begin(&office, sockets.terminals);
    serving.show(site, sockets.pages);
    serving.keep_fresh(office.clone());
    serving.do_jobs(office.clone());
    serving.send(Courier::new(office, carriers));
    serving.until_told_to_end().await
}

/// What runs until the process is told to end.
pub(crate) struct Serving {
    ending: watch::Sender<bool>,
    tasks: Vec<(&'static str, JoinHandle<()>)>,
}

impl Serving {
    /// Answers terminals.
    pub(crate) fn begin(office: &Office, terminals: TcpListener) -> Self {
        let mut serving = Self { ending: watch::Sender::new(false), tasks: Vec::new() };
        let gateway = Gateway::new(gateway::Parts {
            office: office.clone(),
            random: Arc::new(SystemRandom),
            limits: Limits::default(),
        });
        let end = serving.end_signal();
        serving.also("the terminals' port", gateway::serve(terminals, gateway, end));
        serving
    }

    /// Shows people their pages.
    pub(crate) fn show(&mut self, site: Site, pages: TcpListener) {
        let end = self.end_signal();
        self.also("the pages' port", web::serve(pages, site, web::Limits::default(), end));
    }

    /// Evaluates what becomes stale.
    pub(crate) fn keep_fresh(&mut self, office: Office) {
        let end = self.end_signal();
        self.also("the evaluation", keep_fresh(office, end));
    }

    /// Does jobs that people ask for.
    pub(crate) fn do_jobs(&mut self, office: Office) {
        let end = self.end_signal();
        self.also("the jobs", do_jobs(office, end));
    }

    /// Sends digests when their hour has come.
    fn send(&mut self, courier: Courier) {
        let end = self.end_signal();
        self.also("the digests", send(courier, end));
    }

    /// Runs something beside, which ends by itself once [`Serving::end_signal`] is done.
    pub(crate) fn also(
        &mut self,
        what: &'static str,
        task: impl Future<Output = ()> + Send + 'static,
    ) {
        self.tasks.push((what, tokio::spawn(task)));
    }

    /// Done when everything is to end.
    pub(crate) fn end_signal(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut ended = self.ending.subscribe();
        async move {
            // An error means that the sender is gone, which is the end as well.
            let _ = ended.wait_for(|ended| *ended).await;
        }
    }

    /// Goes on until the process is told to end, and ends in good order.
    pub(crate) async fn until_told_to_end(self) -> anyhow::Result<()> {
        let mut signals = Signals::listen()?;
        signals.next().await?;
        output::progress(
            "ending; open requests are answered first; a second signal ends at once\n",
        );
        tokio::select! {
            done = self.end() => done,
            told = signals.next() => {
                told?;
                output::progress("ended at once; what was not answered yet is sent again\n");
                // What was acknowledged is on disk, and nothing else may hold the process.
                std::process::exit(INTERRUPTED)
            }
        }
    }

    /// Ends in good order.
    pub(crate) async fn end(self) -> anyhow::Result<()> {
        self.ending.send_replace(true);
        for (what, task) in self.tasks {
            task.await.with_context(|| format!("{what} ended badly"))?;
        }
        Ok(())
    }
}

/// Evaluates stale days soon after they became stale. A page would do it too, only later.
async fn keep_fresh(office: Office, end: impl Future<Output = ()>) {
    let actor = Actor::program();
    let mut rounds = interval(FRESHEN_EVERY);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut end = std::pin::pin!(end);
    loop {
        tokio::select! {
            () = &mut end => return,
            _ = rounds.tick() => {}
        }
        if let Err(error) = office.refresh_all(&actor).await {
            tracing::error!(%error, "stale days could not be evaluated; trying again");
        }
    }
}

/// Does what waits, one job after the other. One that is being done when the program ends is
/// marked as failed at the next start.
async fn do_jobs(office: Office, end: impl Future<Output = ()>) {
    let work = async {
        let mut rounds = interval(WORK_EVERY);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let runner = loop {
            rounds.tick().await;
            match JobRunner::begin(office.clone()).await {
                Ok(runner) => break runner,
                Err(error) => tracing::error!(%error, "jobs cannot be done yet; trying again"),
            }
        };
        let mut forget = interval(FORGET_EVERY);
        loop {
            tokio::select! {
                _ = rounds.tick() => {
                    if let Err(error) = run_all(&runner).await {
                        tracing::error!(%error, "a job could not be done; trying again");
                    }
                }
                _ = forget.tick() => {
                    if let Err(error) = runner.forget_old().await {
                        tracing::error!(%error, "old jobs could not be forgotten");
                    }
                }
            }
        }
    };
    tokio::select! {
        () = end => {}
        () = work => {}
    }
}

async fn run_all(runner: &JobRunner) -> Result<(), office::OfficeError> {
    while runner.run_next().await? {}
    Ok(())
}

/// Sends what is due. A digest that is on its way when the program ends is finished first, so that
/// it is noted as told.
async fn send(courier: Courier, end: impl Future<Output = ()>) {
    let mut rounds = interval(SEND_EVERY);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut end = std::pin::pin!(end);
    loop {
        tokio::select! {
            () = &mut end => return,
            _ = rounds.tick() => {}
        }
        match courier.round().await {
            Ok(round) if round.sent + round.failed > 0 => {
                tracing::info!(sent = round.sent, failed = round.failed, "digests");
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "digests could not be made; trying again"),
        }
    }
}

/// Ctrl-C, and the signal a service manager sends. Heard from the first call on, so that none is
/// missed between two.
struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> anyhow::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let interrupt = signal(SignalKind::interrupt())?;
        Ok(Self { interrupt, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
        Ok(())
    }
}

#[cfg(not(unix))]
impl Signals {
    fn listen() -> anyhow::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) -> anyhow::Result<()> {
        Ok(tokio::signal::ctrl_c().await?)
    }
}
