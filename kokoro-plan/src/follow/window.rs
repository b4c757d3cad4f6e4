//! The part of a text that is still looked at, and its place in the whole.

use std::ops::Range;

/// The text from some place on, after an opening that says what it stands in. Places are bytes of
/// the whole text; only those in [`text`](Self::text) are counted in the window.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// The opening, then the text from `from` on.
    text: String,
    /// Byte length of the opening: the fence of the code, the first rows of the table, the marker
    /// of the item.
    opening: usize,
    /// Where the opening stands in the whole text.
    opening_at: usize,
    from: usize,
}

impl Window {
    pub(super) fn push(&mut self, c: char) {
        self.text.push(c);
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// All of it, the opening first.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it begins in the whole text, opening apart.
    pub(super) fn from(&self) -> usize {
        self.from
    }

    /// Where the whole text ends so far.
    pub(super) fn end(&self) -> usize {
        self.from + self.text.len() - self.opening
    }

    /// A part of the whole text; what is no longer in the window is left out.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        let place = |at: usize| at.max(self.from) - self.from + self.opening;
        &self.text[place(range.start)..place(range.end)]
    }

    /// The text up to the place `end` with the opening before it.
    pub(super) fn up_to(&self, end: usize) -> &str {
        &self.text[..end - self.from + self.opening]
    }

    /// Bytes of the window as bytes of the whole text.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let in_opening = |at: usize| self.opening_at + at;
        let after = |at: usize| self.from + at - self.opening;
        let start =
            if range.start < self.opening { in_opening(range.start) } else { after(range.start) };
        let end = if range.end <= self.opening && range.start < self.opening {
            in_opening(range.end)
        } else {
            after(range.end)
        };
        start..end
    }

    /// Leaves out what stands before `from`. `opening` is what it stands in, a part of the whole
    /// text that is still in the window; empty if there is none.
    pub(super) fn begin_at(&mut self, from: usize, opening: Range<usize>) {
        let mut text = self.slice(opening.clone()).to_owned();
        let opening_at = opening.start;
        let opening = text.len();
        text.push_str(self.slice(from..self.end()));
        *self = Self { text, opening, opening_at, from };
    }

    /// Leaves out what stands before `from`, and keeps the opening.
    pub(super) fn go_on_at(&mut self, from: usize) {
        let start = from - self.from + self.opening;
        self.text.replace_range(self.opening..start, "");
        self.from = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_whole_text() {
        let mut window = Window::default();
        window.push_str("- One. Two. Three.");
        window.begin_at(7, 0..2);
        assert_eq!((window.text(), window.from(), window.end()), ("- Two. Three.", 7, 18));
        assert_eq!(window.slice(12..17), "Three");
        assert_eq!(window.up_to(11), "- Two.");
        assert_eq!(window.source(&(2..5)), 7..10);
        assert_eq!((window.source(&(0..2)), window.source(&(2..2))), (0..2, 7..7));
        window.go_on_at(12);
        assert_eq!((window.text(), window.source(&(2..7))), ("- Three.", 12..17));
    }
}
