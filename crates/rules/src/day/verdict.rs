//! What a day comes to in one word, and what else is to be known about it.

/// What a day comes to, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Verdict {
    /// On time to the end.
    Present,
    /// Came late.
    Late,
    /// Left early.
    Early,
    /// Came late and left early.
    LateEarly,
    /// One of the scans is missing.
    Incomplete,
    /// Absent without a reason.
    Absent,
    /// On leave.
    Leave,
    /// On duty elsewhere.
    Duty,
    /// Working from elsewhere.
    Wfa,
    /// A holiday.
    Holiday,
    /// Joint leave.
    JointLeave,
    /// No shift.
    Off,
    /// Not in service on that day.
    NotInService,
    /// The day is not over.
    NotYet,
}

impl Verdict {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 14] = [
        Self::Present,
        Self::Late,
        Self::Early,
        Self::LateEarly,
        Self::Incomplete,
        Self::Absent,
        Self::Leave,
        Self::Duty,
        Self::Wfa,
        Self::Holiday,
        Self::JointLeave,
        Self::Off,
        Self::NotInService,
        Self::NotYet,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::Early => "early",
            Self::LateEarly => "late-early",
            Self::Incomplete => "incomplete",
            Self::Absent => "absent",
            Self::Leave => "leave",
            Self::Duty => "duty",
            Self::Wfa => "wfa",
            Self::Holiday => "holiday",
            Self::JointLeave => "joint-leave",
            Self::Off => "off",
            Self::NotInService => "not-in-service",
            Self::NotYet => "not-yet",
        }
    }

    /// Whether nothing was asked of the person on the day.
    #[must_use]
    pub fn is_free(self) -> bool {
        matches!(self, Self::Holiday | Self::JointLeave | Self::Off | Self::NotInService)
    }

    /// Whether somebody should look at the day.
    #[must_use]
    pub fn is_problem(self) -> bool {
        matches!(self, Self::Late | Self::Early | Self::LateEarly | Self::Incomplete | Self::Absent)
    }
}

/// What else is to be known about a day. Several may hold at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Findings(pub(super) u16);

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $code:literal;)+) => {
        impl Findings {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+

            /// All of them at once, which no day has.
            pub const ALL: Self = Self($(1 << $bit)|+);

            /// The words for those that hold.
            pub fn codes(self) -> impl Iterator<Item = &'static str> {
                [$((Self::$name, $code),)+]
                    .into_iter()
                    .filter(move |(finding, _)| self.has(*finding))
                    .map(|(_, code)| code)
            }
        }
    };
}

findings! {
    /// No arrival scan.
    NO_IN = 0, "no-in";
    /// No departure scan.
    NO_OUT = 1, "no-out";
    /// A scan around the rest is missing.
    NO_REST = 2, "no-rest";
    /// Scans on a day off.
    SCAN_ON_DAY_OFF = 3, "scan-on-day-off";
    /// Scans during leave or duty of the whole day.
    SCAN_DURING_EXCUSE = 4, "scan-during-excuse";
    /// Part of the day was excused.
    PART_EXCUSED = 5, "part-excused";
    /// Lateness that was made up.
    MADE_UP = 6, "made-up";
    /// Late with permission.
    LATE_PERMITTED = 7, "late-permitted";
    /// Early with permission.
    EARLY_PERMITTED = 8, "early-permitted";
    /// Work from elsewhere on a day for which no rule allows it.
    WFA_WITHOUT_RULE = 9, "wfa-without-rule";
    /// Scans outside the windows of the shifts.
    SCAN_OUTSIDE_WINDOW = 10, "scan-outside-window";
    /// The day misses so many minutes that it counts as absent.
    ABSENT_BY_MINUTES = 11, "absent-by-minutes";
    /// Scans that matter may still come: what the record says so far is charged to nobody.
    RUNNING = 12, "running";
}

impl Findings {
    /// None.
    pub const NONE: Self = Self(0);

    /// Whether `other` holds.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    #[inline]
    pub(super) fn add_if(&mut self, holds: bool, other: Self) {
        self.0 |= other.0 * u16::from(holds);
    }

    #[inline]
    pub(super) const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
