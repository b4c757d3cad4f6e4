//! Days and times as they were read.

/// A day: of a month, perhaps of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date<'a> {
    /// 1 to 31.
    pub(crate) day: usize,
    /// The name of the month.
    pub(crate) month: &'a str,
    /// The word that stood before the year, empty if there was none.
    pub(crate) link: &'a str,
    /// The digits of the year.
    pub(crate) year: Option<&'a str>,
}

/// How a time was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// 14:30 or 14.30.
    Clock,
    /// 14 h 30, 2h.
    Letters,
    /// 2 h 30 min.
    Length,
}

/// A time of the day, or a time that something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) hour: usize,
    pub(crate) minute: Option<usize>,
    pub(crate) second: Option<usize>,
    /// After noon, if it says so.
    pub(crate) after_noon: Option<bool>,
    pub(crate) written: Written,
    /// Whether the hour has a zero in front: "01 h" is no length of time.
    pub(crate) padded: bool,
}
