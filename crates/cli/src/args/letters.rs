//! Where an office's own templates of letters lie.

use std::{path::PathBuf, sync::Arc};

use ::letters::Press;
use anyhow::Context as _;
use clap::Args as ClapArgs;

/// Templates of letters, slips and lists.
#[derive(Clone, Debug, Default, ClapArgs)]
pub(crate) struct Letters {
    /// Folder of the office's own templates of letters, slips and lists; they win over those built
    /// into the program
    #[arg(long, env = "ABDI_LETTERS", value_name = "DIR")]
    pub(crate) letters: Option<PathBuf>,
}

impl Letters {
    /// What sets the letters; the folder is read now, so that a mistake in it is told at once.
    pub(crate) fn press(&self) -> anyhow::Result<Arc<Press>> {
        let Some(folder) = &self.letters else { return Ok(Arc::new(Press::built_in())) };
        let press = Press::with_folder(folder);
        press.map(Arc::new).context("the templates of letters cannot be used")
    }
}
