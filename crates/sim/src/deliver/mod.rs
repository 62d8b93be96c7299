//! Delivering every punch to a gateway, as terminals do: many at a time, over a bounded number of
//! connections, month by month.

mod polling;
mod sim_terminal;
mod wire;

use std::{net::SocketAddr, sync::Arc};

use civil::TerminalSerial;
use tokio::{sync::Semaphore, task::JoinSet};

pub use self::polling::{Poll, keep_polling};
use self::sim_terminal::SimTerminal;
use crate::{
    Regency,
    chance::{Chance, Stream},
    place::{HungTerminal, Standing},
    punches::{Punch, Wave},
};

/// What goes wrong on the line, in thousandths of uploads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The body breaks off in the middle.
    pub cut_permille: usize,
    /// The body arrives and the answer is not heard, so it comes again.
    pub unheard_permille: usize,
    /// An acknowledged upload is sent once more.
    pub repeated_permille: usize,
    /// An upload is overtaken by the next.
    pub overtaken_permille: usize,
}

impl Faults {
    /// Nothing goes wrong.
    pub const NONE: Self =
        Self { cut_permille: 0, unheard_permille: 0, repeated_permille: 0, overtaken_permille: 0 };

    /// As on a line of a regency's offices.
    pub const USUAL: Self =
        Self { cut_permille: 4, unheard_permille: 8, repeated_permille: 4, overtaken_permille: 10 };

    /// Much worse than any line: for tests.
    pub const ROUGH: Self = Self {
        cut_permille: 150,
        unheard_permille: 200,
        repeated_permille: 150,
        overtaken_permille: 200,
    };
}

/// How to deliver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Terminals that talk at once, each over one connection.
    pub connections_max: usize,
    /// What goes wrong.
    pub faults: Faults,
}

impl Default for Options {
    fn default() -> Self {
        Self { connections_max: 48, faults: Faults::USUAL }
    }
}

/// Something that happened, for a progress bar or a test.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The server acknowledged an upload.
    Acknowledged {
        /// The terminal.
        serial: &'a TerminalSerial,
        /// Its lines.
        body: &'a [u8],
        /// How many.
        records: usize,
    },
    /// A site has delivered its part of a wave.
    SiteDone {
        /// The wave.
        wave: Wave,
        /// Sites of the wave that are done.
        done: usize,
        /// Sites of the wave.
        sites: usize,
        /// Punches of the site in the wave.
        punches: usize,
    },
}

/// Who is told.
pub(crate) type Witness = dyn Fn(Event<'_>) + Send + Sync;

/// What was delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Punches, each once, whose terminals may deliver.
    pub punches: u64,
    /// Uploads that were acknowledged, repeats included.
    pub uploads: u64,
    /// Uploads sent again although they had been acknowledged.
    pub repeats: u64,
    /// Tries that broke on purpose.
    pub broken: u64,
    /// Tries that the server or the line failed.
    pub failed: u64,
    /// Terminals whose records were not taken.
    pub not_taken: u64,
}

impl Delivered {
    fn add(&mut self, other: Self) {
        let Self { punches, uploads, repeats, broken, failed, not_taken } = other;
        self.punches += punches;
        self.uploads += uploads;
        self.repeats += repeats;
        self.broken += broken;
        self.failed += failed;
        self.not_taken += not_taken;
    }
}

/// A terminal got no acknowledgement, however often it tried.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "terminal {serial} tried {tries} times and was not heard, at last: {said}; is the server up?"
)]
pub struct DeliverError {
    /// Which.
    pub serial: TerminalSerial,
    /// How often it tried.
    pub tries: u32,
    /// What was said last.
    pub said: String,
}

/// Delivers everything: what was said before some fell silent, then month by month, then what
/// came late. `witness` is told from many tasks.
///
/// # Errors
///
/// [`DeliverError`] if a terminal is never heard; the others stop.
pub async fn deliver(
    addr: SocketAddr,
    regency: &Arc<Regency>,
    options: Options,
    witness: Arc<Witness>,
) -> Result<Delivered, DeliverError> {
    let mut total = Delivered::default();
    for wave in regency.waves() {
        total.add(deliver_wave(addr, regency, wave, options, witness.clone()).await?);
    }
    Ok(total)
}

/// Delivers one wave. Terminals of different sites talk at once, those of one site in turn.
///
/// # Errors
///
/// [`DeliverError`] if a terminal is never heard; the others stop.
pub async fn deliver_wave(
    addr: SocketAddr,
    regency: &Arc<Regency>,
    wave: Wave,
    options: Options,
    witness: Arc<Witness>,
) -> Result<Delivered, DeliverError> {
    let mut order: Vec<usize> = (0..regency.sites.len()).collect();
    // The largest first, so that the end does not wait for one of them.
    order.sort_by_key(|site| {
        std::cmp::Reverse(regency.sites.get(*site).map_or(0, |site| site.people.len()))
    });
    let sites = order.len();
    let slots = Arc::new(Semaphore::new(options.connections_max.max(1)));
    let mut tasks = JoinSet::new();
    let (mut total, mut done) = (Delivered::default(), 0);
    let mut next = order.into_iter();
    loop {
        // A task is made when there is room for it, so that memory does not grow with the regency.
        tokio::select! {
            Ok(slot) = slots.clone().acquire_owned(), if next.len() > 0 => {
                let Some(site) = next.next() else { continue };
                let (regency, witness) = (regency.clone(), witness.clone());
                tasks.spawn(async move {
                    let _slot = slot;
                    deliver_site(addr, &regency, (site, wave), options.faults, &*witness).await
                });
            }
            Some(ended) = tasks.join_next(), if !tasks.is_empty() => {
                let of_site = ended.expect("a terminal does not panic and nobody aborts it")?;
                done += 1;
                let punches = usize::try_from(of_site.punches).unwrap_or(usize::MAX);
                witness(Event::SiteDone { wave, done, sites, punches });
                total.add(of_site);
            }
            else => break,
        }
    }
    Ok(total)
}

async fn deliver_site(
    addr: SocketAddr,
    regency: &Regency,
    (site, wave): (usize, Wave),
    faults: Faults,
    witness: &Witness,
) -> Result<Delivered, DeliverError> {
    let mut total = Delivered::default();
    let punches = regency.punches(site, wave);
    for part in punches.chunk_by(|a, b| a.terminal == b.terminal) {
        let terminal = part.first().map_or(0, |punch| punch.terminal);
        total.add(deliver_part(addr, regency, wave, faults, witness, (terminal, part)).await?);
    }
    for silent in regency.silent_without_punches(site, wave, &punches) {
        total.add(deliver_part(addr, regency, wave, faults, witness, (silent, &[])).await?);
    }
    if let Some(waiting) = regency.call_of_waiting(site, wave) {
        let part = (waiting.terminal, [waiting]);
        let (faults, part) = (Faults::NONE, (part.0, &part.1[..]));
        total.add(deliver_part(addr, regency, wave, faults, witness, part).await?);
    }
    Ok(total)
}

/// What one terminal says in a wave: that it is there, and its punches.
async fn deliver_part(
    addr: SocketAddr,
    regency: &Regency,
    wave: Wave,
    faults: Faults,
    witness: &Witness,
    (index, part): (usize, &[Punch]),
) -> Result<Delivered, DeliverError> {
    let Some(hung) = regency.terminals.get(index) else { return Ok(Delivered::default()) };
    let turn = match wave {
        Wave::Month(month) => i64::from(month.number()),
        Wave::Backlog => 0,
        Wave::BeforeSilence => -1,
    };
    let mut terminal = SimTerminal {
        addr,
        hung,
        faults,
        chance: Chance::of(regency.recipe.seed, Stream::Line, index, turn),
        witness,
        connection: None,
        done: Delivered::default(),
    };
    if hung.standing == Standing::Approved {
        terminal.done.punches = u64::try_from(part.len()).unwrap_or(u64::MAX);
    }
    terminal.introduce().await?;
    terminal.deliver(regency.uploads(hung, part)).await?;
    Ok(terminal.done)
}

impl Regency {
    /// Terminals that were heard before they fell silent and had nothing to say.
    fn silent_without_punches(&self, site: usize, wave: Wave, punches: &[Punch]) -> Vec<usize> {
        let hung = self.sites.get(site).map_or(&[][..], |site| &site.terminals);
        let silent = |index: &usize| {
            wave == Wave::BeforeSilence
                && self.terminals.get(*index).is_some_and(HungTerminal::is_silent)
                && punches.iter().all(|punch| punch.terminal != *index)
        };
        hung.iter().copied().filter(silent).collect()
    }

    /// What the terminal nobody approved tries to deliver, once: a punch of the site it hangs at.
    fn call_of_waiting(&self, site: usize, wave: Wave) -> Option<Punch> {
        let (index, hung) = self.terminals.iter().enumerate().next_back()?;
        let last = self.months.last().copied()?;
        let calls = hung.standing == Standing::Waiting && hung.site == site;
        (calls && wave == Wave::Month(last)).then(|| Punch {
            terminal: index,
            pin: "1".to_owned(),
            at: self.recipe.now.plus_seconds(-3_600),
            status: 0,
            verify: 1,
        })
    }
}
