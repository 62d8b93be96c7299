//! Results as plain text for people, in either language.

mod closing;
mod day;
mod discipline;
mod leave;
mod person;
mod statement;
mod what_if;

pub(crate) use closing::{
    closed, closing_status, hindered, nothing, reopened, signed, supplemented,
};
pub(crate) use day::explained_day;
pub(crate) use discipline::{discipline_case, discipline_list, discipline_year};
pub(crate) use leave::leave_balance;
pub(crate) use person::person;
pub(crate) use statement::statement;
pub(crate) use what_if::{shadow, what_if};

use words::{Arg, Lang, Words};

fn counted_words(lang: Lang, key: &str, count: usize) -> String {
    let count = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    Words::get_with(lang, key, &[("count", count)])
}
