//! Letters that are made ready when the first is wanted.

use std::{path::Path, sync::OnceLock};

use crate::{LetterError, Letters, Templates};

/// [`Letters`], made once and only if somebody wants one: a server whose people ask for no PDF
/// parses no font. It can be shared between threads.
#[derive(Default)]
pub struct Press {
    own: Option<Templates>,
    letters: OnceLock<Letters>,
}

impl Press {
    /// Letters by the templates of the binary.
    #[must_use]
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Letters by the templates of an office's folder, and those of the binary below them. The
    /// folder is read now, so that a mistake in it is told before anybody waits for a letter.
    ///
    /// # Errors
    /// As [`Templates::with_folder`].
    pub fn with_folder(folder: &Path) -> Result<Self, LetterError> {
        let own = Some(Templates::with_folder(folder)?);
        Ok(Self { own, letters: OnceLock::new() })
    }

    /// The letters. The first call takes as long as reading all templates and fonts does.
    pub fn letters(&self) -> &Letters {
        self.letters
            .get_or_init(|| Letters::new(self.own.clone().unwrap_or_else(Templates::built_in)))
    }
}
