//! The lines of a text.

use std::ops::Range;

use crate::fold::is_invisible;

/// A line of a text, without what ends it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) range: Range<usize>,
    /// Whether it was ended as a paragraph, by U+2029.
    pub(crate) ends_paragraph: bool,
}

/// The lines of `text`. They end as Unicode says (UAX #14, class BK): by LF, CR, CR LF, vertical
/// tab, form feed, NEL, U+2028 and U+2029.
pub(crate) fn lines(text: &str) -> Lines<'_> {
    Lines { text, at: 0 }
}

/// Iterator of [`lines`].
#[derive(Debug, Clone)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.at == self.text.len() {
            return None;
        }
        let start = self.at;
        let rest = &self.text[start..];
        let Some((end, mark)) = rest.char_indices().find(|(_, c)| is_line_end(*c)) else {
            self.at = self.text.len();
            return Some(Line { range: start..self.at, ends_paragraph: false });
        };
        let both = rest[end..].starts_with("\r\n");
        self.at = start + end + if both { 2 } else { mark.len_utf8() };
        Some(Line { range: start..start + end, ends_paragraph: mark == '\u{2029}' })
    }
}

pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether nothing is seen of `line`.
pub(crate) fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether `line` divides scenes: a drawn rule, a row of ornaments, or a dash alone.
pub(crate) fn is_scene_break(line: &str) -> bool {
    let drawn = "*-=_~#•·.…–—―─━═+^§◆◇★☆✦■□▪●○⸻";
    let ornaments = "⁂❦❧☙※✦◆◇❖⸻—–";
    let mut marks = line.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c));
    let Some(first) = marks.next() else { return false };
    let mut count = 1;
    let mut same = true;
    for mark in marks {
        if !drawn.contains(mark) && !ornaments.contains(mark) {
            return false;
        }
        (count, same) = (count + 1, same && mark == first);
    }
    let wanted = if matches!(first, '.' | '…' | '+' | '^' | '§') { same } else { true };
    let drawn =
        drawn.contains(first) && (count >= 3 && wanted || first == '-' && count == 2 && same);
    drawn || ornaments.contains(first) || first == '…' && same
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_ends_a_line() {
        let text = "a\nb\r\nc\rd\x0ce\x0bf\u{85}g\u{2028}h\u{2029}i\n\n";
        let found: Vec<&str> = lines(text).map(|line| &text[line.range]).collect();
        assert_eq!(found, ["a", "b", "c", "d", "e", "f", "g", "h", "i", ""]);
        assert_eq!(lines(text).filter(|line| line.ends_paragraph).count(), 1);
    }

    #[test]
    fn scene_breaks_are_rows_of_marks() {
        for line in [
            "***",
            "* * *",
            "---",
            "===",
            "___",
            "~~~",
            "⁂",
            "•••",
            "# # #",
            "─────",
            "-=-=-",
            " *** ",
            "~*~*~",
            "--",
            "—",
            "❦",
            "...",
            "…",
            ". . .",
            "- - -",
        ] {
            assert!(is_scene_break(line), "{line}");
        }
        for line in ["", "*", "-", "a", "?", ",", "***a", "?!", "C++", "-5", "+-.", "!!!", "."] {
            assert!(!is_scene_break(line), "{line}");
        }
    }
}
