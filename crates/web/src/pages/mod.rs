//! The pages, a folder an area, each with a sample that tests render in both languages.

pub mod access;
pub mod audit;
pub mod claim;
pub mod closing;
pub mod discipline;
pub mod error;
pub mod jobs;
pub mod law;
pub mod leave;
pub mod message;
mod parts;
pub mod performance;
pub mod person;
pub mod presence;
pub mod report;
pub mod request;
pub mod roster;
pub mod shadow;
pub mod swap;
pub mod terminal;
pub mod unit_act;

pub use parts::{
    Choice, ChoiceState, DayMark, FormError, MonthLinks, Paging, PayStatus, Rights, Source,
    SourceStatus,
};
