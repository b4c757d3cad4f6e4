//! Japanese: the words of UniDic with their readings, and upstream's table of kana.
//!
//! Upstream is `cutlet.py` of misaki 0.9.4, which goes back to the romanizer cutlet. The text is
//! folded (`fold`), divided into morphemes (the crate `unidic`), joined to words (`groups`), its
//! readings are written in phonemes (`kana`, `marks`), and spaces are set (`spacing`).

mod context;
mod counting;
mod digits;
mod emphasis;
mod fold;
mod groups;
mod kana;
mod latin;
mod marks;
mod ruby;
mod spacing;
mod token;

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;
use unidic::{Class, Dictionary, Morpheme};

use self::groups::{Part, Words, groups};
use self::token::Token;
use crate::assemble::must_be_said;
use crate::foreign::EnglishInside;
use crate::spans::{Span, spans};
use crate::symbols::is_symbol;
use crate::text_data::{TextData, japanese_dictionary};
use crate::word::{Origin, Passage, Reading, Word};
use crate::{Error, Language, Normalization, Phonemizer, TextOptions};

/// The phonemizer of Japanese.
pub(crate) struct Japanese {
    dictionary: Dictionary,
    words: Words,
    english: EnglishInside,
}

impl Japanese {
    /// Opens the dictionary of the data.
    pub(crate) fn new(data: &TextData) -> Result<Self, Error> {
        let dictionary = japanese_dictionary(data)?;
        let words = Words::new().ok_or_else(|| Error::Phonemizer {
            text: String::new(),
            message: "the list of words in the program is damaged".into(),
        })?;
        Ok(Self { dictionary, words, english: EnglishInside::default() })
    }

    /// The tokens of a part of a passage that one hint covers, or none.
    fn tokens(&self, passage: &Passage<'_>, span: &Span<'_>) -> Vec<Token> {
        let text = &passage.text[span.range.clone()];
        let given = |said: String, origin| {
            vec![Token {
                range: span.range.clone(),
                surface: text.into(),
                said,
                space: false,
                origin,
            }]
        };
        match span.hint {
            Some(Reading::Phonemes(phonemes)) => given(phonemes.clone(), Origin::Markup),
            Some(Reading::UserLexicon(phonemes)) => given(phonemes.clone(), Origin::UserLexicon),
            Some(Reading::Rule(phonemes)) => given(phonemes.clone(), Origin::Rule),
            Some(Reading::Letters | Reading::Stress(_)) | None => {
                self.read(text, span.range.start, passage.options)
            }
        }
    }

    /// The tokens of a text that begins at `start` of the passage.
    fn read(&self, text: &str, start: usize, options: &TextOptions) -> Vec<Token> {
        let mut folded = fold::fold(text);
        if options.normalization == Normalization::On {
            folded = emphasis::write(&folded);
            folded = latin::write(&folded, &self.english, options);
        }
        let morphemes = self.dictionary.morphemes(folded.as_str());
        let mut parts: Vec<Part<'_>> =
            morphemes.into_iter().map(|morpheme| part(folded.as_str(), morpheme)).collect();
        if options.normalization == Normalization::On {
            parts = counting::correct(folded.as_str(), parts);
            context::correct(&mut parts);
            parts = ruby::take_out(parts);
        }
        let tokens = groups(&self.words, &parts).into_iter().map(|group| {
            let parts = &parts[group];
            let range = parts.first().map_or(0, |part| part.range.start)
                ..parts.last().map_or(0, |part| part.range.end);
            let surface = folded.as_str()[range.clone()].to_owned();
            let source = folded.source(range);
            let reading: String = parts.iter().map(|part| part.reading.as_str()).collect();
            let kind = parts.first().map_or(Class::Default, |part| part.kind);
            Token {
                range: source.start + start..source.end + start,
                said: say(&surface, &reading, kind),
                surface,
                space: false,
                origin: Origin::Lexicon,
            }
        });
        tokens.collect()
    }
}

impl Phonemizer for Japanese {
    fn language(&self) -> Language {
        Language::Japanese
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::japanese(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::japanese::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        let spans = spans(passage);
        let mut tokens: Vec<Token> =
            spans.iter().flat_map(|span| self.tokens(passage, span)).collect();
        spacing::space(&mut tokens);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        for token in tokens {
            let next = word(token);
            match words.last_mut() {
                // A number that upstream reads is several words of one source.
                Some(last) if next.range.start < last.range.end => join(last, next),
                _ => words.push(next),
            }
        }
        if passage.options.normalization == Normalization::On {
            close_up(&mut words);
        }
        Ok(words)
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        marks::name(sign)
    }
}

/// A morpheme as upstream sees it.
fn part(text: &str, morpheme: Morpheme) -> Part<'_> {
    let surface = &text[morpheme.range.clone()];
    let reading = morpheme.reading.as_deref().unwrap_or(surface);
    let kind = match morpheme.class {
        Class::Katakana => Class::Hiragana,
        _ if morpheme.known => Class::Hiragana,
        unknown => unknown,
    };
    Part { range: morpheme.range, surface, reading: kana::hiragana(reading), kind }
}

/// What upstream says for a word.
fn say(surface: &str, reading: &str, kind: Class) -> String {
    if surface.is_ascii() {
        return surface.to_owned();
    }
    match kind {
        Class::Symbol => {
            let mark = |c| marks::mark(c).map_or_else(|| String::from(c), str::to_owned);
            surface.chars().map(mark).collect()
        }
        Class::Hiragana => kana::phonemes(reading),
        _ => String::new(),
    }
}

/// A token in symbols of the model. What else is a letter stays, to be reported. Upstream writes
/// brackets as « and », which the model lacks.
fn word(token: Token) -> Word {
    let said = token.said.split_whitespace().collect::<Vec<_>>().join(" ");
    let keep = |c: &char| {
        let known = is_symbol(*c) && !matches!(c, '(' | ')');
        token.origin != Origin::Lexicon || known || c.is_alphanumeric()
    };
    let phonemes: String = said.chars().filter(keep).collect();
    let origin = match token.origin {
        Origin::Lexicon if phonemes.is_empty() => Origin::Silent,
        Origin::Lexicon if !token.surface.contains(must_be_said) => Origin::Punctuation,
        other => other,
    };
    Word { range: token.range, phonemes, space: token.space, origin }
}

/// Appends a word of the same source to that before it.
fn join(last: &mut Word, next: Word) {
    if last.space && !last.phonemes.is_empty() && !next.phonemes.is_empty() {
        last.phonemes.push(' ');
    }
    last.phonemes.push_str(&next.phonemes);
    last.range.end = last.range.end.max(next.range.end);
    last.space = next.space;
    if last.origin == Origin::Silent {
        last.origin = next.origin;
    }
}

/// Takes away the space before a mark behind words that could not be read.
fn close_up(words: &mut [Word]) {
    let mut last = 0; // the last word that is said
    for at in 0..words.len() {
        if words[at].phonemes.is_empty() {
            continue;
        }
        if words[at].phonemes.starts_with(['.', ',', '!', '?', ':', ';', '”', ')']) {
            words[last..at].iter_mut().for_each(|word| word.space = false);
        }
        last = at;
    }
}
