//! Marks at which a sentence may end, and how much of what follows decides whether it does.

use super::certain::{ends_anyhow, is_emphasis};

/// The most words that say who spoke a quotation before them.
const SPEAKER: usize = 4;

/// The most bytes that are waited for to see who spoke.
const MAX_SPEAKER: usize = 48;

/// What of a possible end of a sentence has been read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Stop {
    /// Nothing.
    #[default]
    None,
    /// The mark, and what closes after it.
    Mark(Mark),
    /// A bracket that opened after the mark: of a footnote, it may be.
    Footnote(Mark),
    /// White space after it, and what opens before the next word, which begins at the place.
    Space(Mark, Option<usize>),
    /// The first letter of the next word, which begins at the place: "iPhone" begins a sentence.
    SmallLetter(usize),
    /// Part of the words that follow it from the place on: so many more are needed.
    Words(usize, usize),
}

/// A mark that may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Whether it is one after which no space is needed.
    wide: bool,
    /// Whether a quotation ends with it.
    quotes: bool,
}

impl Stop {
    /// Whether a sentence may have ended where the text ends now; not if a quotation ended, after
    /// which it may be said who spoke, unless `quotes`.
    pub(super) fn is_reached(self, quotes: bool) -> bool {
        match self {
            Self::Mark(mark) | Self::Space(mark, None) => quotes || !mark.quotes,
            _ => false,
        }
    }

    /// Reads the next character, `c` at the place `at`. `before` gives the text that is open, up to
    /// a place. Gives the place where the next sentence begins if it can be told now.
    pub(super) fn read<'a>(
        &mut self,
        c: char,
        at: usize,
        before: impl Fn(usize) -> &'a str,
    ) -> Option<usize> {
        let (next, begins) = self.after(c, at, before);
        *self = next;
        begins
    }

    fn after<'a>(
        self,
        c: char,
        at: usize,
        before: impl Fn(usize) -> &'a str,
    ) -> (Self, Option<usize>) {
        let begun = |begins| (begin(c), Some(begins));
        match self {
            Self::None => (begin(c), None),
            Self::Mark(mark) if is_terminator(c) => (Self::Mark(mark.and(c)), None),
            Self::Mark(mark) if is_closing(c) || is_emphasis(c) => {
                (Self::Mark(Mark { quotes: mark.quotes || is_quote(c), ..mark }), None)
            }
            Self::Mark(mark) if c.is_whitespace() => (Self::Space(mark, None), None),
            Self::Mark(mark) if mark.wide => begun(at),
            Self::Mark(mark) if c == '[' => (Self::Footnote(mark), None),
            Self::Mark(_) => (begin(c), None),
            Self::Footnote(mark) if c.is_ascii_digit() => (Self::Footnote(mark), None),
            Self::Footnote(mark) if c == ']' => (Self::Mark(mark), None),
            Self::Footnote(_) => (begin(c), None),
            Self::Space(mark, next) if c.is_whitespace() => (Self::Space(mark, next), None),
            Self::Space(mark, None) if is_terminator(c) => (Self::Mark(mark.and(c)), None),
            Self::Space(mark, None) if c == '»' => {
                (Self::Mark(Mark { quotes: true, ..mark }), None)
            }
            Self::Space(mark, next) if is_opening(c) || is_emphasis(c) => {
                (Self::Space(mark, next.or(Some(at))), None)
            }
            Self::Space(mark, next) => {
                let begins = next.unwrap_or(at);
                match mark {
                    Mark { wide: true, .. } => begun(begins),
                    Mark { quotes: true, .. } => (Self::Words(begins, SPEAKER), None),
                    _ if c.is_lowercase() => (Self::SmallLetter(begins), None),
                    _ if ends_anyhow(before(begins)) => begun(begins),
                    _ => (Self::Words(begins, 1), None),
                }
            }
            Self::SmallLetter(begins) => begun(begins),
            Self::Words(..) if is_terminator(c) => (begin(c), None),
            Self::Words(begins, left) => {
                let left = left - usize::from(c.is_whitespace());
                if left == 0 || at - begins > MAX_SPEAKER {
                    return begun(begins);
                }
                (Self::Words(begins, left), None)
            }
        }
    }
}

impl Mark {
    fn and(self, c: char) -> Self {
        Self { wide: self.wide || is_wide(c), ..self }
    }
}

/// A stop that begins with `c`, if it is a mark that ends sentences.
fn begin(c: char) -> Stop {
    match is_terminator(c) {
        true => Stop::Mark(Mark { wide: is_wide(c), quotes: false }),
        false => Stop::None,
    }
}

fn is_terminator(c: char) -> bool {
    is_wide(c) || matches!(c, '.' | '!' | '?' | '…' | '‽')
}

/// Marks after which no space is needed.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '｡' | '！' | '？' | '।' | '॥')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»')
}

fn is_closing(c: char) -> bool {
    is_quote(c)
        || matches!(c, ')' | ']' | '」' | '』' | '）' | '“')
        || matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '†' | '‡')
}

/// What may stand before the first word of a sentence.
fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '¿' | '¡' | '—' | '–' | '-' | '„' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text up to the character at which the end of a sentence can be told, and the rest of it
    /// that belongs to the next sentence.
    fn told(text: &str) -> Vec<(&str, &str)> {
        let mut stop = Stop::None;
        let mut told = Vec::new();
        for (at, c) in text.char_indices() {
            if let Some(begins) = stop.read(c, at, |end| &text[..end]) {
                let end = at + c.len_utf8();
                told.push((&text[..begins], &text[begins..end]));
            }
        }
        told
    }

    #[test]
    fn as_much_is_read_as_is_needed() {
        assert_eq!(told("So. It is"), [("So. ", "I")]);
        assert_eq!(told("So.** (**It"), [("So.** ", "(**I")]);
        assert_eq!(told("Dr. No is"), [("Dr. ", "No ")]);
        assert_eq!(told("so. iPad"), [("so. ", "iP")]);
        assert_eq!(told("$5.3 and www.x.y"), []);
        assert_eq!(told("真的。好"), [("真的。", "好")]);
        assert_eq!(told("It is.[12] So"), [("It is.[12] ", "S")]);
        assert_eq!(told("“Why?” the old man Tom asked"), [("“Why?” ", "the old man Tom ")]);
        assert_eq!(told("So. . . Then we"), [("So. . . ", "Then ")]);
        assert_eq!(told("So… Then we"), [("So… ", "Then ")]);
    }
}
