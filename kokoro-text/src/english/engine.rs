//! English text to phonemes: a port of the rules of misaki's `en.py`, with places for others.
//!
//! Tokens with parts of speech are split into pieces and joined into groups, which are read from
//! the last to the first: how "the" and "to" are said depends on the sound that follows. A group is
//! looked up as a whole, then in ever shorter parts.

mod chars;
mod context;
mod dictionary;
mod hinted;
mod hooks;
mod imitated;
mod inflection;
mod number_words;
mod numbers;
mod piece;
mod reader;
mod resolve;
mod shouting;
mod sounds;
mod span;
mod special;
mod spelled;
mod stems;
mod subtokens;
#[cfg(test)]
mod tests;
mod vocabulary;

use kokoro_normalize::Dialect;
use kokoro_tagger::{Tagger, Token};

use self::context::Context;
use self::reader::Reader;
use self::resolve::resolve;
use self::vocabulary::Vocabulary;
use crate::options::{Normalization, TextOptions, UnknownWords};
use crate::word::{Passage, Word};

pub(crate) use self::dictionary::Dictionary;
pub(crate) use self::hooks::{Before, Hooks, Site, Unknown};

/// Reads English.
pub(crate) struct Engine {
    tagger: Tagger,
    vocabulary: Vocabulary,
    hooks: Hooks,
}

impl Engine {
    /// An engine for a dialect. Without hooks it reads as misaki does without a fallback.
    pub(crate) fn new(dialect: Dialect, hooks: Hooks) -> Self {
        Self { tagger: Tagger::new(), vocabulary: Vocabulary::new(dialect), hooks }
    }

    /// Reads a passage. The words are in the order of their ranges, which do not overlap; all
    /// letters and digits of the text are in one.
    pub(crate) fn words(&self, passage: &Passage<'_>) -> Vec<Word> {
        let written = passage.text;
        let calm = match self.unknown(passage.options) {
            Some(_) => shouting::calm(written, &self.vocabulary.dictionary),
            None => written.into(),
        };
        let indent = calm.len() - calm.trim_start().len();
        let mut tokens = self.tagger.tag(&calm[indent..]);
        for token in &mut tokens {
            token.range = token.range.start + indent..token.range.end + indent;
        }
        let hints = match self.unknown(passage.options) {
            Some(unknown) => imitated::hints(&calm, passage.hints, unknown),
            None => passage.hints.into(),
        };
        self.read(&Passage { text: &calm, hints: &hints, ..*passage }, written, &tokens)
    }

    /// What is asked before the lexicon.
    fn before(&self, options: &TextOptions) -> Option<&dyn Before> {
        self.hooks.before.as_deref().filter(|_| options.normalization == Normalization::On)
    }

    /// What is asked after the lexicon.
    fn unknown(&self, options: &TextOptions) -> Option<&dyn Unknown> {
        self.hooks.unknown.as_deref().filter(|_| options.unknown == UnknownWords::Guess)
    }

    /// Reads a passage whose tokens are given, with ranges in its text. `written` is the text
    /// before shouted words were put into small letters.
    fn read(&self, passage: &Passage<'_>, written: &str, tokens: &[Token]) -> Vec<Word> {
        let mut split = hinted::split(passage, tokens, self.vocabulary);
        let mut reader = Reader {
            vocabulary: self.vocabulary,
            before: self.before(passage.options),
            unknown: self.unknown(passage.options),
            text: passage.text,
            written,
            tokens,
            context: Context::default(),
        };
        let mut words = Vec::with_capacity(split.groups.len());
        for group in split.groups.iter().rev() {
            let pieces = &mut split.pieces[group.pieces.clone()];
            reader.read(pieces);
            let (phonemes, origin) = resolve(pieces);
            let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
            let range = first.range.start..last.range.end;
            words.push(Word { range, phonemes: narrow(phonemes), space: last.space, origin });
        }
        words.reverse();
        words
    }
}

/// Writes flaps and glottal stops with the symbols that the model knows.
fn narrow(phonemes: String) -> String {
    match phonemes.contains(['ɾ', 'ʔ']) {
        true => phonemes.replace('ɾ', "T").replace('ʔ', "t"),
        false => phonemes,
    }
}
