//! Words to an utterance: one string of phonemes, and where each of them was read.

use std::ops::Range;

use mapped_text::MappedText;
use unicode_normalization::UnicodeNormalization;

use crate::symbols::is_symbol;
use crate::utterance::{SpokenWord, Utterance};
use crate::word::Word;

/// The utterance of the words of one sentence. The words' ranges point into `text`, and its sources
/// into `whole`. What can be said is in the utterance; what cannot is listed as unknown.
pub(crate) fn assemble(text: &MappedText, words: &[Word], whole: &str) -> Utterance {
    let mut assembly = Assembly::default();
    for word in words {
        let written = &text.as_str()[word.range.clone()];
        let source = text.source(word.range.clone());
        let symbols = assembly.say(&word.phonemes, &source);
        let utterance = &mut assembly.utterance;
        if !symbols.is_empty() {
            let (spoken, origin) = (written.to_owned(), word.origin);
            utterance.words.push(SpokenWord { spoken, source, origin, symbols });
        } else if written.contains(must_be_said) {
            utterance.unknown.push(whole[source].to_owned());
        }
        assembly.space_due |= word.space;
    }
    let mut utterance = assembly.utterance;
    utterance.text = whole[utterance.source()].to_owned();
    utterance
}

/// Whether a character that is not said is missed: a letter, a digit or a sign that is no
/// punctuation.
pub(crate) fn must_be_said(c: char) -> bool {
    let quiet = matches!(c,
        '\0'..='\u{a1}' | '«' | '»' | '¿' | '·' | '\u{ad}' | '\u{300}'..='\u{36f}'
        | '।' | '॥' | '॰'
        | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '（' | '）' | '［' | '］' | '｛' | '｝' | '｢' | '｣');
    c.is_alphanumeric() || !quiet && !c.is_whitespace()
}

/// An utterance that grows.
#[derive(Default)]
struct Assembly {
    utterance: Utterance,
    /// Characters of its phonemes.
    symbols: usize,
    /// Whether a space stands before the next phoneme.
    space_due: bool,
}

impl Assembly {
    /// Appends the phonemes of a word. Gives the places of those that the model knows.
    fn say(&mut self, phonemes: &str, source: &Range<usize>) -> Range<usize> {
        let mut start = self.symbols;
        for symbol in phonemes.chars() {
            // The model writes a nasal vowel as two symbols.
            let parts = std::iter::once(symbol).nfd();
            if is_symbol(symbol) || !parts.clone().all(is_symbol) {
                self.say_symbol(symbol, source, &mut start);
            } else {
                parts.for_each(|part| self.say_symbol(part, source, &mut start));
            }
        }
        start.min(self.symbols)..self.symbols
    }

    /// Appends one phoneme of a word whose phonemes begin at `start`.
    fn say_symbol(&mut self, symbol: char, source: &Range<usize>, start: &mut usize) {
        if !is_symbol(symbol) {
            return self.utterance.unknown.push(symbol.escape_debug().to_string());
        }
        if std::mem::take(&mut self.space_due) && self.symbols > 0 && symbol != ' ' {
            *start += usize::from(*start == self.symbols);
            self.push(' ', source);
        }
        self.push(symbol, source);
    }

    fn push(&mut self, symbol: char, source: &Range<usize>) {
        self.utterance.phonemes.push(symbol);
        self.utterance.sources.push(source.clone());
        self.symbols += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Origin;

    fn word(range: Range<usize>, phonemes: &str, space: bool) -> Word {
        Word { range, phonemes: phonemes.into(), space, origin: Origin::Lexicon }
    }

    #[test]
    fn spaces_stand_between_what_is_said() {
        let whole = "a ☃ b§.";
        let words = [
            word(0..1, "ɐ", true),
            word(2..5, "", true),
            word(6..7, "bˈi", false),
            word(7..9, "", false),
            word(9..10, ".", true),
        ];
        let utterance = assemble(&MappedText::from_source(whole), &words, whole);
        assert_eq!(utterance.phonemes, "ɐ bˈi.");
        assert_eq!(utterance.unknown, ["☃", "§"]);
        assert_eq!(utterance.sources, [0..1, 6..7, 6..7, 6..7, 6..7, 9..10]);
        let places: Vec<_> = utterance.words.iter().map(|word| word.symbols.clone()).collect();
        assert_eq!(places, [0..1, 2..5, 5..6]);
        assert_eq!(utterance.text, whole);
    }

    #[test]
    fn a_symbol_that_the_model_lacks_is_reported() {
        let utterance = assemble(&MappedText::from_source("x"), &[word(0..1, "ɡg", false)], "x");
        assert_eq!((utterance.phonemes.as_str(), utterance.unknown.len()), ("ɡ", 1));
    }
}
