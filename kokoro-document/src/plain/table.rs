//! Rows of tables in plain text.

use std::ops::Range;

use super::markers::{bar_cells, column_cells, is_rule_row};
use crate::shape::Shape;

/// The cells of each line that is a row of a table; a rule between rows has none.
///
/// Lines with bars are rows if bars are at both ends, or if the line before or after is a rule or
/// has as many cells. Lines with columns are rows if two in a row have as many.
pub(super) fn rows(text: &str, lines: &[Shape]) -> Vec<Option<Vec<Range<usize>>>> {
    let texts: Vec<&str> = lines.iter().map(|line| &text[line.range.clone()]).collect();
    let rules: Vec<bool> = texts.iter().map(|line| is_rule_row(line)).collect();
    let bars: Vec<_> = texts.iter().map(|line| bar_cells(line)).collect();
    let columns: Vec<_> = texts.iter().map(|line| column_cells(line)).collect();
    let alike = |cells: &[Option<Vec<Range<usize>>>], at: usize, other: usize| {
        let count = |at: usize| cells.get(at).and_then(|cells| cells.as_ref().map(Vec::len));
        count(at).is_some_and(|count| count > 1) && count(at) == count(other)
    };
    let is_row = |at: usize| {
        let enclosed =
            texts[at].len() > 1 && texts[at].starts_with('|') && texts[at].ends_with('|');
        let ruled = |at: usize| rules.get(at).is_some_and(|rule| *rule);
        let beside = at.wrapping_sub(1);
        enclosed
            || ruled(beside)
            || ruled(at + 1)
            || alike(&bars, at, beside)
            || alike(&bars, at, at + 1)
    };
    let is_column =
        |at: usize| alike(&columns, at, at.wrapping_sub(1)) || alike(&columns, at, at + 1);
    let place = |at: usize, cells: &[Range<usize>]| {
        let start = lines[at].range.start;
        cells.iter().map(|cell| start + cell.start..start + cell.end).collect()
    };
    (0..lines.len())
        .map(|at| match (&bars[at], &columns[at]) {
            _ if rules[at] => Some(Vec::new()),
            (Some(cells), _) if is_row(at) => Some(place(at, cells)),
            (_, Some(cells)) if is_column(at) => Some(place(at, cells)),
            _ => None,
        })
        .collect()
}
