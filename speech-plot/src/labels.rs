//! Labels below their words, in rows in which none lies over another.

use unicode_width::UnicodeWidthStr;

/// Pixels of a column of letters, and between two labels.
const LETTER: f64 = 7.0;
const BETWEEN: f64 = 6.0;
/// Rows at most.
const ROWS: usize = 4;

/// Rows that are filled from left to right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    /// For each row, the pixel up to which it is filled.
    filled: Vec<f64>,
}

impl Rows {
    /// The first row that has room for a label around `centre` of this width; none if all rows are
    /// full there. Labels come from left to right.
    pub fn place(&mut self, centre: f64, width: f64) -> Option<usize> {
        let (from, to) = (centre - width / 2.0, centre + width / 2.0 + BETWEEN);
        match self.filled.iter().position(|&filled| filled <= from) {
            Some(row) => {
                self.filled[row] = to;
                Some(row)
            }
            None if self.filled.len() < ROWS => {
                self.filled.push(to);
                Some(self.filled.len() - 1)
            }
            None => None,
        }
    }

    /// Rows in use.
    pub fn count(&self) -> usize {
        self.filled.len()
    }
}

/// Pixels that a label of these lines may take; the viewer's font is not known.
pub(crate) fn width(lines: [&str; 2]) -> f64 {
    lines.iter().map(|line| line.width()).max().unwrap_or(0) as f64 * LETTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_to_the_first_free_row() {
        let mut rows = Rows::default();
        let placed: Vec<_> =
            [50.0, 60.0, 170.0, 175.0, 176.0, 177.0, 178.0].map(|at| rows.place(at, 100.0)).into();
        assert_eq!(placed, [Some(0), Some(1), Some(0), Some(1), Some(2), Some(3), None]);
        assert_eq!(rows.count(), 4);
        assert_eq!(width(["é", "言葉"]), 28.0);
    }
}
