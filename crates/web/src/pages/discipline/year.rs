//! A person's year: the days, the rungs, and the cases.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use super::{FieldKind, OpenCase, StepForm};
use crate::{
    Frame,
    pages::{DayMark, FormError},
};

/// A year of one person.
#[derive(Clone, Debug, Template)]
#[template(path = "discipline/year.html")]
pub struct PersonYear {
    /// What is around it.
    pub frame: Frame,
    /// Whether it is the reader's own.
    pub own: bool,
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The unit's name, and the position after it if there is one.
    pub unit: String,
    /// The list, for who may see it.
    pub list: Option<String>,
    /// The calendar year.
    pub year: i16,
    /// The last day counted.
    pub until: Date,
    /// The year before, if the person was in service.
    pub previous: Option<String>,
    /// The year after, if it has begun.
    pub next_year: Option<String>,
    /// The longest run, where it is more than a day.
    pub in_a_row: Option<Phrase>,
    /// What to tell, the gravest first.
    pub alerts: Vec<Phrase>,
    /// The next rung.
    pub next: Option<Phrase>,
    /// The months, each a line of squares.
    pub strip: Vec<StripMonth>,
    /// The days that count, in order.
    pub days: Vec<CountedDay>,
    /// The cases, the newest first.
    pub cases: Vec<OpenCase>,
    /// The form that opens a case, for who may.
    pub open: Option<StepForm>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// A month as a line of squares.
#[derive(Clone, Debug)]
pub struct StripMonth {
    /// Its first day.
    pub month: Date,
    /// The days that are known or have gone by.
    pub squares: Vec<Square>,
}

/// A day as a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Square {
    /// Day of the month.
    pub day: i8,
    /// What it was; `None`: not known.
    pub mark: Option<DayMark>,
}

/// A day that counts.
#[derive(Clone, Debug)]
pub struct CountedDay {
    /// The day.
    pub date: Date,
    /// Its page.
    pub href: String,
    /// The sanction whose rung it reached, in the words of the act, and the article.
    pub reached: Option<(String, String)>,
}

impl Square {
    /// Left edge in the line, ten units a day.
    pub(crate) fn x(self) -> i32 {
        (i32::from(self.day) - 1) * 10
    }

    /// Names the look in the style sheet, and with it the height: an absent day is the tallest.
    pub(crate) fn shape(self) -> &'static str {
        match self.mark {
            None => "unknown",
            Some(DayMark::Absent) => "absent",
            Some(DayMark::Excused) => "excused",
            Some(DayMark::Off) => "off",
            Some(DayMark::Ahead) => "ahead",
            Some(DayMark::Present | DayMark::Late | DayMark::LeftEarly | DayMark::NeedsLook) => {
                "present"
            }
        }
    }

    /// Height of the square, of ten units.
    pub(crate) fn height(self) -> i32 {
        match self.shape() {
            "absent" => 10,
            "present" => 5,
            "excused" => 3,
            "off" | "unknown" => 1,
            _ => 0,
        }
    }
}

impl PersonYear {
    /// The first letters of a month's name.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand over references")]
    fn letters(&self, month: &Date) -> String {
        self.frame.month(*month).chars().take(3).collect()
    }

    fn absent(&self) -> String {
        let count = i64::try_from(self.days.len()).unwrap_or(i64::MAX);
        self.frame.say(&Phrase::new("page-discipline-strip-said").with("days", count))
    }

    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

impl PersonYear {
    /// Looks of squares with their words and heights.
    fn legend() -> [(&'static str, &'static str, i32); 5] {
        let look = |mark, key| {
            let square = Square { day: 1, mark };
            (square.shape(), key, square.height())
        };
        [
            look(Some(DayMark::Absent), "page-discipline-key-absent"),
            look(Some(DayMark::Present), "page-discipline-key-present"),
            look(Some(DayMark::Excused), "page-discipline-key-excused"),
            look(Some(DayMark::Off), "page-discipline-key-off"),
            look(None, "page-discipline-key-unknown"),
        ]
    }
}
