//! What several pages show the same way.

use civil::Month;
use jiff::civil::Date;
use words::{Lang, Phrase, format};

/// How a day stands, as one mark: a word, a shape and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayMark {
    /// Hadir.
    Present,
    /// Terlambat.
    Late,
    /// Pulang cepat.
    LeftEarly,
    /// Tanpa keterangan.
    Absent,
    /// Dinas or cuti.
    Excused,
    /// Libur, or no duty by the roster.
    Off,
    /// Perlu dilihat: the facts are incomplete or contradict each other.
    NeedsLook,
    /// The day has not come or is not over.
    Ahead,
}

impl DayMark {
    /// The marks that a legend explains, in order.
    pub(crate) const LEGEND: [Self; 7] = [
        Self::Present,
        Self::Late,
        Self::LeftEarly,
        Self::Absent,
        Self::Excused,
        Self::NeedsLook,
        Self::Off,
    ];

    /// The key of its word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Present => "status-present",
            Self::Late => "status-late",
            Self::LeftEarly => "status-left-early",
            Self::Absent => "status-absent",
            Self::Excused => "status-excused",
            Self::Off => "status-off",
            Self::NeedsLook => "status-needs-look",
            Self::Ahead => "status-ahead",
        }
    }

    /// Names the shape in the sprite and the colour in the style sheet.
    pub(crate) fn shape(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::LeftEarly => "early",
            Self::Absent => "absent",
            Self::Excused => "excused",
            Self::Off => "off",
            Self::NeedsLook => "look",
            Self::Ahead => "ahead",
        }
    }
}

/// Whether a month's amounts may be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayStatus {
    /// Something keeps it from being paid: law that nobody has confirmed, a month not over.
    Simulation,
    /// Closed, but not everybody has signed the closing.
    Unsigned,
    /// Complete, by law that is confirmed: it may be paid.
    Final,
}

impl PayStatus {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Simulation => "status-simulation",
            Self::Unsigned => "status-unsigned",
            Self::Final => "status-final",
        }
    }

    pub(crate) fn style(self) -> &'static str {
        match self {
            Self::Simulation | Self::Unsigned => "simulation",
            Self::Final => "final",
        }
    }
}

/// Where a value of the law comes from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The act: `Perbup CONTOH 4/2026`.
    pub act: String,
    /// The article: `Pasal 12 ayat (2) huruf b`.
    pub article: String,
    /// How sure the value is.
    pub status: SourceStatus,
    /// Where it can be read: a page of the law in force.
    pub href: Option<String>,
}

/// How sure a value of the law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceStatus {
    /// The text of the act was read.
    Confirmed,
    /// A named officer of the regency signed it off.
    Verified,
    /// Known from the press or from running code of others.
    Secondary,
    /// Assumed.
    Assumed,
}

impl SourceStatus {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "status-source-confirmed",
            Self::Verified => "status-source-verified",
            Self::Secondary => "status-source-secondary",
            Self::Assumed => "status-source-assumed",
        }
    }

    pub(crate) fn style(self) -> &'static str {
        match self {
            Self::Confirmed | Self::Verified => "sure",
            Self::Secondary | Self::Assumed => "unsure",
        }
    }
}

/// A month with its neighbours.
#[derive(Clone, Debug)]
pub struct MonthLinks {
    /// The first day of the month shown.
    pub month: Date,
    /// The month before, if there are data.
    pub previous: Option<String>,
    /// The month after, if it has begun.
    pub next: Option<String>,
}

/// Which part of a long list is shown.
#[derive(Clone, Debug)]
pub struct Paging {
    /// Number of the first row shown, from 1.
    pub first: u32,
    /// Number of the last row shown.
    pub last: u32,
    /// Rows in all.
    pub total: u32,
    /// The part before.
    pub previous: Option<String>,
    /// The part after.
    pub next: Option<String>,
}

impl Paging {
    /// The part `page`, from 1, of a list of `total` rows; `to` is the address of another part.
    pub(crate) fn of(
        page: usize,
        rows_a_page: usize,
        total: usize,
        to: impl Fn(usize) -> String,
    ) -> Self {
        let before = (page - 1) * rows_a_page;
        let last = (before + rows_a_page).min(total);
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            first: number((before + 1).min(total)),
            last: number(last),
            total: number(total),
            previous: (page > 1).then(|| to(page - 1)),
            next: (last < total).then(|| to(page + 1)),
        }
    }
}

/// One of the choices of a select.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees: a name, not of our words.
    pub name: String,
    /// Whether it is the one chosen now.
    pub state: ChoiceState,
}

/// Whether a choice is the one chosen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceState {
    /// It is.
    Chosen,
    /// It is not.
    Open,
}

impl Choice {
    /// A choice that is not chosen.
    #[must_use]
    pub fn open(value: impl Into<String>, name: impl Into<String>) -> Self {
        Self { value: value.into(), name: name.into(), state: ChoiceState::Open }
    }

    /// The choice that is chosen now.
    #[must_use]
    pub fn chosen(value: impl Into<String>, name: impl Into<String>) -> Self {
        Self { value: value.into(), name: name.into(), state: ChoiceState::Chosen }
    }

    pub(crate) fn is_chosen(&self) -> bool {
        self.state == ChoiceState::Chosen
    }

    /// Months to choose one of. One that an address or a form names is among them, even if it is
    /// none of those offered.
    pub(crate) fn months(
        lang: Lang,
        offered: impl IntoIterator<Item = Month>,
        chosen: &str,
    ) -> Vec<Self> {
        let chosen: Option<Month> = chosen.trim().parse().ok();
        let mut months: Vec<Month> = offered.into_iter().collect();
        months.extend(chosen.filter(|chosen| !months.contains(chosen)));
        let choice = |month: Month| {
            let (value, name) = (month.to_string(), format::month(lang, month.first()));
            if chosen == Some(month) { Self::chosen(value, name) } else { Self::open(value, name) }
        };
        months.into_iter().map(choice).collect()
    }
}

/// A mistake in a form: which field, and what to do.
#[derive(Clone, Debug)]
pub struct FormError {
    /// The id of the field.
    pub field: String,
    /// What to do.
    pub text: Phrase,
}

impl FormError {
    /// The mistake of `field` among `errors`.
    pub(crate) fn of<'e>(errors: &'e [Self], field: &str) -> Option<&'e Self> {
        errors.iter().find(|error| error.field == field)
    }
}

/// What the reader may do on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Look only.
    Read,
    /// Look and change.
    Change,
}
