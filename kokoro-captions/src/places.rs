//! Places in a text, counted in bytes, in characters and in units of UTF-16.

use std::ops::Range;

/// A place in a text that only moves forwards, so that the whole text is counted once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub bytes: usize,
    chars: usize,
    utf16: usize,
}

/// The ranges of a piece of text in characters and in units of UTF-16.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ranges {
    pub chars: Range<usize>,
    pub utf16: Range<usize>,
}

impl Place {
    /// Moves over the bytes `range` of `text`, which begin here or later and divide no character.
    pub fn pass(&mut self, text: &str, range: Range<usize>) -> Ranges {
        self.move_to(text, range.start);
        let from = *self;
        self.move_to(text, range.end);
        Ranges { chars: from.chars..self.chars, utf16: from.utf16..self.utf16 }
    }

    fn move_to(&mut self, text: &str, to: usize) {
        for c in text[self.bytes..to].chars() {
            self.chars += 1;
            self.utf16 += c.len_utf16();
        }
        self.bytes = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_every_width_are_counted() {
        let text = "né 😀 x";
        let mut place = Place::default();
        assert_eq!(place.pass(text, 0..3), Ranges { chars: 0..2, utf16: 0..2 });
        assert_eq!(place.pass(text, 4..8), Ranges { chars: 3..4, utf16: 3..5 });
        assert_eq!(place.pass(text, 9..10), Ranges { chars: 5..6, utf16: 6..7 });
    }
}
