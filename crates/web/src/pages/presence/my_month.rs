//! My month: where do I stand, and why?

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use super::{DayPanel, Fix, Schedule};
use crate::{
    Frame,
    pages::{DayMark, MonthLinks, PayStatus},
};

/// The month of one person.
#[derive(Clone, Debug, Template)]
#[template(path = "presence/my_month.html")]
pub struct MyMonth {
    /// What is around it.
    pub frame: Frame,
    /// Mine, or somebody's whose month the reader may see.
    pub whose: Whose,
    /// Which month.
    pub month: MonthLinks,
    /// The slip, for who may see it.
    pub slip: Option<String>,
    /// The allowance.
    pub pay: Pay,
    /// What of discipline is near, if anything, each in a sentence; and where the days are.
    pub near: Option<(Vec<Phrase>, String)>,
    /// Where turns are exchanged, for whoever works by them.
    pub swap: Option<String>,
    /// The days to look at first.
    pub look_at: Vec<LookAt>,
    /// What else was cut: what no day to look at explains.
    pub other_cuts: Vec<OtherCut>,
    /// Every day of the month, in order.
    pub days: Vec<MonthDay>,
    /// The day opened in place.
    pub opened: Option<DayPanel>,
}

/// Whose month is shown.
#[derive(Clone, Debug)]
pub enum Whose {
    /// The reader's own.
    Mine,
    /// Another person's.
    Of {
        /// The name.
        name: String,
        /// The NIP, or what else identifies the person.
        nip: String,
        /// The unit's name.
        unit: String,
        /// The person's page.
        href: String,
    },
}

/// The allowance of a month.
#[derive(Clone, Debug)]
pub enum Pay {
    /// Computed.
    Counted {
        /// Before cuts, in rupiah.
        gross: i64,
        /// Cut, in rupiah, not negative.
        cut: i64,
        /// What remains, in rupiah.
        net: i64,
        /// Whether it may be paid.
        status: PayStatus,
        /// What keeps it from being paid, `statement-open-*`.
        open: Vec<Phrase>,
        /// What it is made of.
        made_of: Box<MadeOf>,
    },
    /// No allowance is due, and why; presence counts all the same.
    NotDue(Phrase),
    /// It cannot be computed, and what is missing.
    NoLaw(Phrase),
}

/// What the allowance of a month is made of: where the bases of the cuts come from.
#[derive(Clone, Debug)]
pub struct MadeOf {
    /// Parts of the month with one state each, mostly one.
    pub parts: Vec<PayPart>,
    /// Components, by name, in rupiah.
    pub components: Vec<(String, i64)>,
}

/// A part of the month with one state: `kelas 9 · Rp 5.440.000 × 80 % = Rp 4.352.000`.
#[derive(Clone, Debug)]
pub struct PayPart {
    /// First and last day, if it is not the whole month.
    pub days: Option<(Date, Date)>,
    /// Kelas jabatan.
    pub class: Option<u8>,
    /// Amount of the class for a whole month, in rupiah.
    pub class_amount: i64,
    /// Shares it is multiplied by, as the law writes them, other than the whole.
    pub shares: Vec<String>,
    /// What is due, in rupiah.
    pub amount: i64,
    /// Act and article of the amount.
    pub source: Option<(String, String)>,
}

/// A day to look at first.
#[derive(Clone, Debug)]
pub struct LookAt {
    /// The day.
    pub date: Date,
    /// What is the matter, `verdict-*` or `finding-*`.
    pub what: Phrase,
    /// What it costs, in rupiah, not negative; nothing if it costs nothing or is not known.
    pub cut: Option<i64>,
    /// The page with the day opened.
    pub href: String,
    /// What its person can do about it, on that one's own page.
    pub fix: Option<Fix>,
}

/// A cut that no day to look at explains: a missed apel, leave, results of work.
#[derive(Clone, Debug)]
pub struct OtherCut {
    /// What it is for, as the act calls it.
    pub title: String,
    /// The act's code.
    pub code: String,
    /// The day that explains it, for a sum over the month the last.
    pub date: Date,
    /// The page with that day opened.
    pub href: String,
    /// The amount in rupiah: negative, but for a cap, which gives back.
    pub amount: i64,
}

/// A day in the calendar.
#[derive(Clone, Debug)]
pub struct MonthDay {
    /// The day.
    pub date: Date,
    /// How it stands.
    pub mark: DayMark,
    /// The page with the day opened; nothing for days ahead.
    pub href: Option<String>,
}

impl MyMonth {
    /// The days in rows of seven, Monday first; `None` before the first and after the last day.
    pub(crate) fn weeks(&self) -> Vec<Vec<Option<&MonthDay>>> {
        let before = self.days.first().map_or(0, |day| {
            usize::try_from(day.date.weekday().to_monday_zero_offset())
                .expect("a weekday's offset is 0 to 6")
        });
        let mut cells: Vec<Option<&MonthDay>> = vec![None; before];
        cells.extend(self.days.iter().map(Some));
        cells.resize(cells.len().next_multiple_of(7), None);
        cells.chunks(7).map(<[_]>::to_vec).collect()
    }

    pub(crate) fn is_open(&self, date: Date) -> bool {
        self.opened.as_ref().is_some_and(|day| day.date == date)
    }

    /// Seven days to name the columns by, Monday first: any week will do.
    pub(crate) fn week_days() -> impl Iterator<Item = Date> {
        const A_MONDAY: Date = jiff::civil::date(2024, 1, 1);
        A_MONDAY.series(jiff::Span::new().days(1)).take(7)
    }

    pub(crate) fn legend() -> [DayMark; 7] {
        DayMark::LEGEND
    }
}
