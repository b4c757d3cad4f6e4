//! Tokens, cut where the author says how a part of the text is read.

use std::ops::Range;

use kokoro_tagger::{Tag, Token};

use super::inflection::add_s;
use super::piece::{Piece, Splitter};
use super::spelled::Spelled;
use super::vocabulary::{Said, Vocabulary};
use crate::word::{Hint, Origin, Passage, Reading};

/// Splits the tokens of a passage into pieces and groups. A part with a hint of phonemes or letters
/// becomes one piece.
pub(super) fn split<'a>(
    passage: &Passage<'a>,
    tokens: &[Token],
    vocabulary: Vocabulary,
) -> Splitter<'a> {
    let hints = passage.hints;
    let mut cutter = Cutter { text: passage.text, tokens, hints, vocabulary, read: 0 };
    let mut splitter = Splitter::default();
    for at in 0..tokens.len() {
        cutter.cut(at, &mut splitter);
    }
    splitter
}

struct Cutter<'a, 'b> {
    text: &'a str,
    tokens: &'b [Token],
    /// The hints that are still to be followed.
    hints: &'b [Hint],
    vocabulary: Vocabulary,
    /// The end of the last part whose phonemes a hint gave.
    read: usize,
}

impl<'a, 'b> Cutter<'a, 'b> {
    /// Splits the token at a place, as far as no hint has given the phonemes of its text.
    fn cut(&mut self, at: usize, splitter: &mut Splitter<'a>) {
        let token = &self.tokens[at];
        let mut start = token.range.start.max(self.read);
        while start < token.range.end {
            let (hint, border) = self.hint(start, token.range.end);
            let end = border.min(token.range.end);
            let mut piece = self.piece(at, start..end);
            let before = splitter.pieces.last().filter(|last| last.range.end == start);
            let said = match hint {
                Some(Reading::Stress(by)) => {
                    piece.stress = Some(*by);
                    None
                }
                Some(reading) => self.say(&self.text[start..border], reading),
                None if start == self.read => before.and_then(|last| self.ending(last, &piece)),
                None => None,
            };
            match said {
                Some(said) => {
                    piece.range.end = border;
                    piece.text = &self.text[start..border];
                    piece.space = self.is_spaced(at, border);
                    piece.said = Some(said);
                    splitter.add_said(piece);
                    (start, self.read) = (border, border);
                }
                None => {
                    splitter.add_token(piece, self.tokens.get(at + 1));
                    start = end;
                }
            }
        }
    }

    /// How the text at `start` is read, and how far this goes, or how far there is no hint.
    fn hint(&mut self, start: usize, end: usize) -> (Option<&'b Reading>, usize) {
        let is_over =
            |hint: &Hint| hint.range.end <= start || self.text.get(hint.range.clone()).is_none();
        let over = self.hints.iter().take_while(|hint| is_over(hint)).count();
        self.hints = &self.hints[over..];
        match self.hints.first() {
            Some(hint) if hint.range.start <= start => (Some(&hint.reading), hint.range.end),
            Some(hint) => (None, hint.range.start.min(end)),
            None => (None, end),
        }
    }

    /// The phonemes that a hint gives to a text; none if it is to be read as it stands.
    fn say(&self, text: &str, reading: &Reading) -> Option<Said> {
        match reading {
            Reading::Phonemes(phonemes) => Some((phonemes.clone(), Origin::Markup)),
            Reading::UserLexicon(phonemes) => Some((phonemes.clone(), Origin::UserLexicon)),
            Reading::Rule(phonemes) => Some((phonemes.clone(), Origin::Rule)),
            Reading::Letters => Some((Spelled(self.vocabulary).say(text)?, Origin::Letters)),
            Reading::Stress(_) => None,
        }
    }

    /// The phonemes of an 's behind given phonemes.
    fn ending(&self, before: &Piece<'_>, piece: &Piece<'_>) -> Option<Said> {
        let (stem, _) = before.said.as_ref().filter(|_| !before.space)?;
        let with =
            add_s(stem, self.vocabulary.dialect).filter(|_| matches!(piece.text, "'s" | "’s"))?;
        Some((with.strip_prefix(stem.as_str())?.to_owned(), Origin::Rule))
    }

    /// A part of a token as a piece.
    fn piece(&self, at: usize, range: Range<usize>) -> Piece<'a> {
        let token = &self.tokens[at];
        let text = &self.text[range.clone()];
        // The tag of a token does not tell what marks are that a hint cuts off.
        let is_mark = range != token.range && !text.contains(char::is_alphanumeric);
        Piece {
            text,
            tag: if is_mark { Tag::Comma } else { token.tag },
            token: at,
            space: token.space && range.end == token.range.end,
            said: None,
            stress: None,
            currency: None,
            range,
        }
    }

    /// Whether a space follows the token, from the one at `at` on, that ends at a border.
    fn is_spaced(&self, at: usize, border: usize) -> bool {
        let within = self.tokens[at..].iter().take_while(|token| token.range.start < border);
        within.last().is_some_and(|token| token.range.end <= border && token.space)
    }
}
