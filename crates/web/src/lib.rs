//! Routes, pages, templates, styles and scripts.
//!
//! A page is a struct of plain values with a template: a handler calls
//! `office`, makes the page of the result, and answers it as [`Html`]. Nothing
//! in a page computes law or money.

pub mod assets;
pub mod forms;
mod frame;
mod html;
pub mod language;
pub mod pages;
pub mod paths;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod session;

pub use frame::{Area, AreaLink, DataKind, Frame, Notice, NoticeKind, Reader};
pub use html::{Html, with_headers};
