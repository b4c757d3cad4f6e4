//! A row of the tables of units.

/// A unit: how it is written, its name after 1 and after other numbers, and whether it is read only
/// right behind a number, because a letter or a word is written alike.
pub(crate) type Unit = (&'static str, &'static str, &'static str, Space);

/// Whether a space may stand between a number and a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// It may.
    Free,
    /// It may not.
    Tight,
    /// It may at the end of a phrase, or if another number or unit follows: 5 in, but not "5 in the
    /// morning".
    End,
}
