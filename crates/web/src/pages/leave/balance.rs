//! What do I have left, and what will I have in December?

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{Frame, pages::Source};

/// The balance of annual leave of one person.
#[derive(Clone, Debug, Template)]
#[template(path = "leave/balance.html")]
pub struct LeaveBalance {
    /// What is around it.
    pub frame: Frame,
    /// The day it is told for: today.
    pub on: Date,
    /// Days left.
    pub left: u32,
    /// Of them days that lapse with the year.
    pub lapsing: u32,
    /// Days granted beyond what there was.
    pub overdrawn: u32,
    /// The first day on which annual leave can be taken, if it is still to come.
    pub entitled_from: Option<Date>,
    /// Why the year has no annual leave of its own.
    pub closed_by: Option<Source>,
    /// By year, the oldest first.
    pub lots: Vec<LeaveLot>,
    /// What was taken of it, granted or asked for.
    pub uses: Vec<LeaveUse>,
    /// The day ahead as the field shows it.
    pub ahead_text: String,
    /// The error of that field.
    pub ahead_error: Option<Phrase>,
    /// Ahead, if a day to come is asked about.
    pub ahead: Option<BalanceAhead>,
}

/// Days that one year granted.
#[derive(Clone, Debug)]
pub struct LeaveLot {
    /// The year.
    pub granted_in: i16,
    /// Days.
    pub days: u32,
    /// Used.
    pub used: u32,
    /// Granted or asked for, still to come.
    pub reserved: u32,
    /// Left.
    pub left: u32,
    /// The last day on which they can be used.
    pub expires: Date,
    /// What grants them.
    pub source: Source,
}

/// Annual leave that was taken, granted or asked for.
#[derive(Clone, Debug)]
pub struct LeaveUse {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Working days.
    pub days: u32,
}

/// The balance on a day to come.
#[derive(Clone, Debug)]
pub struct BalanceAhead {
    /// The day.
    pub on: Date,
    /// Days left on it.
    pub left: u32,
    /// What happens on the way, in order.
    pub steps: Vec<AheadStep>,
}

/// Something that happens on the way.
#[derive(Clone, Debug)]
pub struct AheadStep {
    /// The day.
    pub on: Date,
    /// What, in a sentence.
    pub what: Phrase,
}
