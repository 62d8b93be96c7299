//! The sign-in page.

use askama::Template;
use words::Phrase;

use crate::{Frame, pages::FormError, paths};

/// The sign-in page. Its form posts `csrf`, `next`, `name` and `password` to [`paths::SIGN_IN`].
#[derive(Clone, Debug, Template)]
#[template(path = "access/sign_in.html")]
pub struct SignIn {
    /// What is around it.
    pub frame: Frame,
    /// Where to go after, a path of ours.
    pub next: Option<String>,
    /// The NIP or account name typed before.
    pub name: String,
    /// What was wrong: fields `name` and `password`.
    pub errors: Vec<FormError>,
    /// Accounts of the example regency; empty for a real one.
    pub examples: Vec<ExampleAccount>,
}

/// An account of the example regency.
#[derive(Clone, Debug)]
pub struct ExampleAccount {
    /// What to type.
    pub name: String,
    /// The password.
    pub password: String,
    /// What it may do.
    pub role: Phrase,
}
