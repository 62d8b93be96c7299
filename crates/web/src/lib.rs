//! Routes, pages, templates, styles and scripts.
//!
//! A page is a struct of plain values with a template: a handler calls
//! `office`, makes the page of the result, and answers it as [`Html`]. Nothing
//! in a page computes law or money.

pub mod assets;
mod flash;
pub mod forms;
mod frame;
mod html;
pub mod language;
pub mod letter;
mod page_error;
pub mod pages;
pub mod paths;
pub mod routes;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod serve;
pub mod session;
mod site;
mod upload;

pub use frame::{Area, AreaLink, DataKind, Frame, Notice, NoticeKind, Reader};
pub use html::{Html, with_headers};
pub(crate) use page_error::PageError;
pub use serve::{Limits, serve};
pub use site::Site;
