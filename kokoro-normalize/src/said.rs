//! What is said in the place of a piece of the text.

use std::ops::Range;

/// What is said: words and names of letters, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    text: String,
    letters: Vec<Range<usize>>,
}

impl Said {
    /// A text of which the bytes `letters` are names of letters.
    pub(crate) fn new(text: &str, letters: Vec<Range<usize>>) -> Self {
        Self { text: text.into(), letters }
    }

    /// Nothing: what is read is silent.
    pub(crate) fn silent() -> Self {
        Self::default()
    }

    /// Words as they are to be spoken.
    pub(crate) fn words(words: &str) -> Self {
        Self::default().then(words)
    }

    /// The names of the letters of `letters`: "FBI" is "F B I".
    pub(crate) fn letters(letters: &str) -> Self {
        Self::default().then_letters(letters)
    }

    /// And then words.
    #[must_use]
    pub(crate) fn then(mut self, words: &str) -> Self {
        self.push(words);
        self
    }

    /// And then the names of letters.
    #[must_use]
    pub(crate) fn then_letters(mut self, letters: &str) -> Self {
        self.push_letters(letters);
        self
    }

    /// And then all that `other` says.
    #[must_use]
    pub(crate) fn then_said(mut self, other: &Self) -> Self {
        self.space(&other.text);
        self.joined_said(other)
    }

    /// And then, without a space, all that `other` says.
    #[must_use]
    pub(crate) fn joined_said(mut self, other: &Self) -> Self {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.letters.extend(other.letters.iter().map(|at| at.start + start..at.end + start));
        self
    }

    /// And then, without a space, a mark or an ending: the comma of a pause, "'s".
    #[must_use]
    pub(crate) fn joined(mut self, ending: &str) -> Self {
        self.text.push_str(ending);
        self
    }

    /// Appends words.
    pub(crate) fn push(&mut self, words: &str) {
        self.space(words);
        self.text.push_str(words);
    }

    /// Appends the names of letters.
    pub(crate) fn push_letters(&mut self, letters: &str) {
        self.space(letters);
        let start = self.text.len();
        for (at, letter) in letters.chars().enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.extend(letter.to_uppercase());
        }
        if self.text.len() > start {
            self.letters.push(start..self.text.len());
        }
    }

    /// The text, with letters as capitals and spaces between them.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The ranges of the text that are names of letters.
    pub(crate) fn letter_ranges(&self) -> &[Range<usize>] {
        &self.letters
    }

    /// A space, if something stands before and something follows.
    fn space(&mut self, next: &str) {
        if !self.text.is_empty() && !next.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_capitals_with_spaces_and_ranges() {
        let said = Said::letters("fbi").then("agent").joined("'s").then_letters("Tv");
        assert_eq!(said.text(), "F B I agent's T V");
        assert_eq!(said.letter_ranges(), [0..5, 14..17]);
        let twice = Said::words("the").then_said(&said).joined(",").then("then");
        assert_eq!(twice.text(), "the F B I agent's T V, then");
        assert_eq!(twice.letter_ranges(), [4..9, 18..21]);
        assert_eq!(Said::silent().then("").then("one").text(), "one");
    }
}
