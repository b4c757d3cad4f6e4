//! What the lines of a text say before the text is planned: where blocks begin and end for certain.

use super::markup::Markup;

/// The shortest fence of code.
const FENCE: usize = 3;

/// What is known of the lines up to some place.
#[derive(Debug)]
pub(super) struct Lines {
    markup: Markup,
    /// Where the line that is read begins, and its first character that is no space.
    start: usize,
    first: Option<usize>,
    marker: Marker,
    /// The bullet with which the line before began without a space before it.
    bullet: Option<char>,
    /// Whether a blank line stands before it, or nothing.
    after_blank: bool,
    /// The opening fence of the code in which it stands: where the line begins, its mark and how
    /// often.
    fence: Option<(usize, char, usize)>,
    /// Where the table begins in which it stands.
    table: Option<usize>,
    /// Where the line before it began.
    previous: usize,
    /// Where lines begin that need nothing that stands before them.
    fresh: Vec<usize>,
}

/// How far the marker is read with which a line may begin: a bullet, a number, `#`, `>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// Nothing of the line.
    Before,
    Inside,
    /// The marker, and not yet the text after it.
    Behind,
    /// There is none, or its text has begun.
    Over,
}

/// What a character tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// A line that was not blank ends before it.
    End(Line),
    /// A blank line ends before it, the first in a row.
    Blank,
    /// With the line that begins at the place, a block may begin; it does if a blank line stands
    /// before it.
    Begins(usize),
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Text that may go on in the next line.
    Text,
    /// A heading, a row of a table, a fence or a line of code: nothing goes on after it.
    Whole,
}

impl Lines {
    pub(super) fn new(markup: Markup) -> Self {
        Self {
            markup,
            start: 0,
            first: None,
            marker: Marker::Before,
            bullet: None,
            after_blank: true,
            fence: None,
            table: None,
            previous: 0,
            fresh: Vec::new(),
        }
    }

    /// Whether the text stands in fenced code.
    pub(super) fn in_code(&self) -> bool {
        self.fence.is_some()
    }

    /// Reads the next character, `c` at the place `at`; `line` is the line before it.
    pub(super) fn read(&mut self, c: char, at: usize, line: &str) -> Option<Seen> {
        if is_line_end(c) {
            return self.end_line(at + c.len_utf8(), line);
        }
        let (space, in_code) = (is_blank(c), self.in_code());
        self.marker = match self.marker {
            Marker::Before if space => Marker::Before,
            Marker::Before => {
                self.first = Some(at);
                if at == self.start && self.after_blank && !in_code {
                    self.fresh.push(self.start);
                }
                if self.after_blank && !in_code {
                    self.marker = Marker::Over;
                    return Some(Seen::Begins(self.start));
                }
                if begins_marker(c) { Marker::Inside } else { Marker::Over }
            }
            Marker::Inside if space => Marker::Behind,
            Marker::Behind if !space => {
                self.marker = Marker::Over;
                if !in_code && line.starts_with(is_bullet) && line.chars().next() == self.bullet {
                    self.fresh.push(self.start);
                }
                return (!in_code).then_some(Seen::Begins(self.start));
            }
            other => other,
        };
        None
    }

    /// Where the line that is read begins.
    pub(super) fn line_start(&self) -> usize {
        self.start
    }

    fn end_line(&mut self, next: usize, line: &str) -> Option<Seen> {
        let blank = self.first.is_none();
        let seen = if !blank {
            Some(Seen::End(self.kind(line)))
        } else if self.in_code() {
            None
        } else {
            self.table = None;
            (!self.after_blank).then_some(Seen::Blank)
        };
        self.bullet = line.chars().next().filter(|c| is_bullet(*c));
        self.previous = self.start;
        (self.start, self.first, self.marker) = (next, None, Marker::Before);
        self.after_blank = blank && !self.in_code();
        seen
    }

    /// What the line is that ends.
    fn kind(&mut self, line: &str) -> Line {
        let line = line.trim();
        if let Some((mark, length, info)) = self.fence_of(line) {
            match self.fence {
                None => self.fence = Some((self.start, mark, length)),
                Some((_, own, least)) if own == mark && length >= least && info.is_empty() => {
                    self.fence = None;
                }
                _ => {}
            }
            return Line::Whole;
        }
        if self.in_code() {
            return Line::Whole;
        }
        let bars = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        if !line.contains('|') {
            self.table = None;
        } else if line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            self.table = self.table.or(Some(self.previous));
        }
        let heading = self.markup != Markup::OfWords && is_heading(line);
        let row = self.table.is_some() || bars && self.markup != Markup::Markdown;
        if heading || row { Line::Whole } else { Line::Text }
    }

    /// The mark of the fence that `line` is, how often it stands there, and what follows it.
    fn fence_of<'a>(&self, line: &'a str) -> Option<(char, usize, &'a str)> {
        let marks: &[char] = match self.markup {
            Markup::OfWords => &[],
            Markup::Safe => &['`'],
            Markup::Markdown => &['`', '~'],
        };
        let mark = line.chars().next().filter(|c| marks.contains(c))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        (length >= FENCE && !info.contains(mark)).then_some((mark, length, info.trim()))
    }

    /// The last place up to `limit` where a line begins that needs nothing before it.
    pub(super) fn fresh_line(&self, limit: usize) -> Option<usize> {
        let after = self.fresh.partition_point(|&start| start <= limit);
        after.checked_sub(1).map(|at| self.fresh[at])
    }

    /// Forgets what begins before `from`.
    pub(super) fn forget(&mut self, from: usize) {
        self.fresh.retain(|&start| start > from);
    }

    /// Where the lines stand, and how many, without which what follows would be something else: the
    /// fence of the code, the two first rows of the table. `None` in other text.
    pub(super) fn opening_lines(&self) -> Option<(usize, usize)> {
        let code = self.fence.map(|(start, ..)| (start, 1));
        code.or(self.table.map(|start| (start, 2)))
    }
}

/// Byte length of what a line begins with: white space, and those markers of quotations and items
/// that are silent.
pub(super) fn markers(line: &str) -> usize {
    let mut length = 0;
    for word in line.split_inclusive(' ') {
        let bare = word.trim_end();
        if !bare.chars().all(|c| ">-*+•".contains(c)) || bare.len() == word.len() {
            break;
        }
        length += word.len();
    }
    length
}

/// Whether a line ends with `c`.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space, and characters that are not seen.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '+' | '•')
}

fn begins_marker(c: char) -> bool {
    c.is_ascii_digit() || !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[')
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, markup: Markup) -> Vec<(usize, Seen)> {
        let mut lines = Lines::new(markup);
        let mut seen = Vec::new();
        for (at, c) in text.char_indices() {
            let line = &text[lines.line_start()..at];
            seen.extend(lines.read(c, at, line).map(|found| (at, found)));
        }
        seen
    }

    #[test]
    fn blocks_begin_after_blank_lines_and_with_markers() {
        assert_eq!(
            seen("a\nb\n- c\n\n\nd", Markup::Safe),
            [
                (0, Seen::Begins(0)),
                (1, Seen::End(Line::Text)),
                (3, Seen::End(Line::Text)),
                (6, Seen::Begins(4)),
                (7, Seen::End(Line::Text)),
                (8, Seen::Blank),
                (10, Seen::Begins(10)),
            ]
        );
    }

    #[test]
    fn code_headings_and_rows_are_whole_lines() {
        let kinds = |text, markup| -> Vec<Line> {
            let line = |(_, seen)| match seen {
                Seen::End(line) => Some(line),
                _ => None,
            };
            seen(text, markup).into_iter().filter_map(line).collect()
        };
        use Line::{Text, Whole};
        let text = "# a\n```x\nb\n\n```\nc\n|d|e|\n|-|-|\n|f|g|\n\n|h\n";
        let all = [Whole, Whole, Whole, Whole, Text, Text, Whole, Whole, Text];
        assert_eq!(kinds(text, Markup::Markdown), all);
        let safe = [Whole, Whole, Whole, Whole, Text, Whole, Whole, Whole, Text];
        assert_eq!(kinds(text, Markup::Safe), safe);
        assert_eq!(kinds("# a\n```\nb\n", Markup::OfWords), [Text, Text, Text]);
    }

    #[test]
    fn markers_are_measured() {
        for (line, length) in [("> - 12. a", 4), ("-a", 0), ("  * a", 4), ("a - b", 0)] {
            assert_eq!(markers(line), length, "{line}");
        }
    }
}
