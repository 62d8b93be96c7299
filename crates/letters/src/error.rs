//! What can go wrong between data and a page.

use std::{io, path::PathBuf};

/// Why no PDF was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LetterError {
    /// Nobody wrote a template of this name.
    #[error("there is no template {name}; there are {}", known.join(", "))]
    UnknownTemplate {
        /// What was asked for, without `.typ`.
        name: String,
        /// What there is, without `.typ`.
        known: Vec<String>,
    },

    /// A template says something that cannot be set: a slip of the pen, or a field the data lacks.
    #[error("{template}{}: {message}; {advice}", at_line(*line))]
    BadTemplate {
        /// File that has the mistake: the template, or one that it imports.
        template: String,
        /// Its line, from 1; `None` where the typesetter names no place.
        line: Option<usize>,
        /// What is wrong, as the typesetter says it.
        message: String,
        /// What to do about it.
        advice: String,
    },

    /// The data is no JSON object: a map with keys that are no text, for example.
    #[error("the data for {template} cannot be written as JSON: {source}")]
    BadData {
        /// Template it was meant for.
        template: String,
        /// What serde says.
        source: serde_json::Error,
    },

    /// Whoever waited for a book said to stop.
    #[error("the book was not finished because it was cancelled")]
    Cancelled,

    /// The parts of a book could not become one file.
    #[error("the parts of the book cannot be joined: {0}; make one file a unit instead")]
    Unjoined(lopdf::Error),

    /// The folder of an office's own templates cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },

    /// A file of an office's own is not what its name says.
    #[error("{} {reason}", path.display())]
    BadFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it and what to do.
        reason: &'static str,
    },
}

fn at_line(line: Option<usize>) -> String {
    line.map(|line| format!(" line {line}")).unwrap_or_default()
}
