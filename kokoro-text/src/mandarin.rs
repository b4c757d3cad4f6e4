//! Mandarin: words as the Python package jieba cuts them, their syllables as pypinyin reads them,
//! and the phonemes of upstream (`zh.py` of misaki 0.9.4) in the form that Kokoro v1.0 was trained
//! with. Words of the Latin script are read by the English front end, with English phonemes, which
//! the model's vocabulary has beside the Chinese ones. (misaki leaves their letters in its output,
//! where the model takes each for the phoneme that looks like it; its later version calls an
//! English front end, as we do.)

mod marks;
mod pieces;
mod pinyin;
mod signs;
mod syllable;
mod writer;

use std::ops::Range;

use jieba_segmenter::Segmenter;
use kokoro_normalize::mandarin::{self, digits_in_words, half_width};
use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use self::pieces::{Kind, pieces};
use self::pinyin::{Pinyin, Source};
use self::writer::{Place, Writer};
use crate::foreign::EnglishInside;
use crate::spans::spans;
use crate::word::{Origin, Passage, Reading, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

/// The phonemizer of Mandarin.
pub(crate) struct Mandarin {
    segmenter: Segmenter,
    pinyin: Pinyin,
    english: EnglishInside,
}

impl Mandarin {
    pub(crate) fn new() -> Self {
        let english = EnglishInside::default();
        Self { segmenter: Segmenter::new(), pinyin: Pinyin::new(), english }
    }

    /// Reads `text`, whose sources are in the passage.
    fn read(&self, text: &MappedText, writer: &mut Writer<'_>) {
        for piece in pieces(text.as_str()) {
            let written = &text.as_str()[piece.range.clone()];
            let place = |within: &Range<usize>| {
                let (start, end) =
                    (piece.range.start + within.start, piece.range.start + within.end);
                let next = text.as_str()[end..].chars().next();
                Place { source: text.source(start..end), next }
            };
            let whole = place(&(0..written.len()));
            match piece.kind {
                Kind::Chinese => {
                    for word in self.segmenter.cut(written) {
                        self.say_word(written, word, place, writer);
                    }
                }
                Kind::Latin => {
                    let options = writer.passage().options;
                    let words = if written.len() == 1 {
                        self.english.letters(written, options) // "A股": no article
                    } else {
                        self.english.words(written, options)
                    };
                    writer.foreign(words, place, whole);
                }
                Kind::Mark => writer.mark(whole, written),
                Kind::Other => self.say_word(written, 0..written.len(), place, writer),
            }
        }
    }

    /// Says a word of `text`, or each of its characters if one of them is not known.
    fn say_word(
        &self,
        text: &str,
        word: Range<usize>,
        place: impl Fn(&Range<usize>) -> Place,
        writer: &mut Writer<'_>,
    ) {
        if let Some((phonemes, found)) = self.pinyin.read(&text[word.clone()]) {
            let origin = if found == Source::Whole { Origin::Lexicon } else { Origin::Rule };
            return writer.word(place(&word), phonemes, origin);
        }
        let mut unknown = word.start..word.start;
        for (at, c) in text[word.clone()].char_indices() {
            let one = word.start + at..word.start + at + c.len_utf8();
            let Some((phonemes, _)) = self.pinyin.read(&text[one.clone()]) else {
                unknown.end = one.end;
                continue;
            };
            if !unknown.is_empty() {
                writer.word(place(&unknown), String::new(), Origin::Silent);
            }
            unknown = one.end..one.end;
            writer.word(place(&one), phonemes, Origin::Lexicon);
        }
        if !unknown.is_empty() {
            writer.word(place(&unknown), String::new(), Origin::Silent);
        }
    }

    /// Reads a range of the passage as the names of its letters, digits and signs, one by one.
    fn spell(&self, range: &Range<usize>, writer: &mut Writer<'_>) {
        let text = writer.passage().text;
        let part = half_width(&MappedText::from_source(text).part(range.clone()));
        for (at, c) in part.as_str().char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let end = at + c.len_utf8();
            let letter = &part.as_str()[at..end];
            let place =
                Place { source: part.source(at..end), next: part.as_str()[end..].chars().next() };
            let name = match c.to_digit(10) {
                Some(digit) => Some(mandarin::numbers::digit(digit)),
                None => signs::name(c),
            };
            if let Some(said) = self.pinyin.read(name.unwrap_or(letter)) {
                writer.word(place, said.0, Origin::Letters);
            } else {
                let words = self.english.letters(letter, writer.passage().options);
                writer.foreign(words, |_| place.clone(), place.clone());
            }
        }
    }
}

impl Phonemizer for Mandarin {
    fn language(&self) -> Language {
        Language::Mandarin
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::mandarin(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::mandarin::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        let whole = MappedText::from_source(passage.text);
        let mut writer = Writer::new(passage);
        for span in spans(passage) {
            let given = match span.hint {
                Some(Reading::Phonemes(phonemes)) => (phonemes, Origin::Markup),
                Some(Reading::UserLexicon(phonemes)) => (phonemes, Origin::UserLexicon),
                Some(Reading::Rule(phonemes)) => (phonemes, Origin::Rule),
                Some(Reading::Letters) => {
                    self.spell(&span.range, &mut writer);
                    continue;
                }
                Some(Reading::Stress(_)) | None => {
                    let part = digits_in_words(&half_width(&whole.part(span.range)));
                    self.read(&part, &mut writer);
                    continue;
                }
            };
            let place = Place { source: span.range, next: None };
            writer.word(place, given.0.clone(), given.1);
        }
        Ok(writer.finish())
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign)
    }
}
