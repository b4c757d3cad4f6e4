//! Hindi as upstream reads it (misaki 0.9.4 over espeak-ng).
//!
//! A word is divided into its [`letter`]s and [`syllable`]s, its stress is placed ([`weight`]),
//! silent vowels are marked ([`schwa`]), and the rest is said ([`sounds`]); a small [`lexicon`] has
//! the exceptions. What surrounds a word changes nothing but the stress of "में". The rules were
//! written by what grammars of Hindi say, and compared with what espeak-ng says;
//! `data/hindi/README.md` has more.

mod ending;
mod latin;
mod letter;
mod lexicon;
mod piece;
mod schwa;
mod signs;
mod sounds;
mod spelled;
mod syllable;
mod vowel;
mod weight;
mod word;

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use crate::foreign::EnglishInside;
use crate::phrase_reader::{PhraseReader, Pronounced, words};
use crate::phrases::Written;
use crate::stress::stress;
use crate::word::{Origin, Passage, Reading, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

use self::lexicon::{Lexicon, Place};
use self::piece::{Kind, Piece, pieces};

/// The vowels that a mark of stress may stand before.
const VOWELS: &str = "aəʌɪiʊueɛoɔ";

/// The phonemizer of Hindi.
pub(crate) struct Hindi {
    lexicon: Lexicon,
    /// Upstream reads words of the Latin script with its British voice.
    english: EnglishInside,
}

impl Hindi {
    pub(crate) fn new() -> Self {
        Self { lexicon: Lexicon::new(), english: EnglishInside::of(Language::BritishEnglish) }
    }

    /// The phonemes of a word, which are empty if nothing of it can be said, and their origin.
    fn word(&self, word: &Written<'_>, place: Place, options: &TextOptions) -> (String, Origin) {
        let mut said = Said::default();
        let mut compound = Vec::new();
        for piece in pieces(word.text) {
            let last = piece.range.end == word.text.len();
            let place = if last { place } else { Place::Within };
            let is_word = piece.kind == Kind::Devanagari && !word.is_letters();
            match self.lexicon.get(piece.text, place) {
                None if is_word => compound.push(piece.text),
                None if piece.kind == Kind::Joint => {}
                found => {
                    said.by_rules(&mut compound);
                    match found.filter(|_| is_word) {
                        Some(found) => said.push(found, Origin::Lexicon, Kind::Devanagari),
                        None => self.other(&piece, word.is_letters(), options, &mut said),
                    }
                }
            }
        }
        said.by_rules(&mut compound);
        (said.phonemes, said.origin)
    }

    /// Says a piece that is not read as a word of Hindi.
    fn other(&self, piece: &Piece<'_>, by_letters: bool, options: &TextOptions, said: &mut Said) {
        match piece.kind {
            Kind::Latin if by_letters || latin::is_one_letter(piece.text) => {
                let (names, _) = latin::said(&self.english.letters(piece.text, options));
                said.push(&names, Origin::Letters, piece.kind);
            }
            Kind::Latin => {
                let (words, origin) = latin::said(&self.english.words(piece.text, options));
                said.push(&words, origin, piece.kind);
            }
            Kind::Digits if !by_letters => {
                said.push(&spelled::number(piece.text), Origin::Rule, piece.kind);
            }
            Kind::Digits | Kind::Devanagari => {
                said.push(&spelled::names(piece.text), Origin::Letters, piece.kind);
            }
            Kind::Joint | Kind::Other => {}
        }
    }
}

/// What has been said of a word.
struct Said {
    phonemes: String,
    /// Where the first of its phonemes came from.
    origin: Origin,
    /// What the piece was that was said last.
    kind: Kind,
}

impl Default for Said {
    fn default() -> Self {
        Self { phonemes: String::new(), origin: Origin::Silent, kind: Kind::Joint }
    }
}

impl Said {
    /// Appends the phonemes of a piece, after a space if the script has changed.
    fn push(&mut self, phonemes: &str, origin: Origin, kind: Kind) {
        if phonemes.is_empty() {
            return;
        }
        if self.phonemes.is_empty() {
            self.origin = origin;
        } else if self.kind != kind {
            self.phonemes.push(' ');
        }
        self.phonemes.push_str(phonemes);
        self.kind = kind;
    }

    /// Says the words of a compound, of which none is left.
    fn by_rules(&mut self, compound: &mut Vec<&str>) {
        let phonemes = word::compound(compound).unwrap_or_default();
        self.push(&phonemes, Origin::Rule, Kind::Devanagari);
        compound.clear();
    }
}

impl PhraseReader for Hindi {
    fn pronounce(&self, phrase: &[Written<'_>], options: &TextOptions) -> Vec<Pronounced> {
        let mut said = Vec::with_capacity(phrase.len());
        while let Some(word) = phrase.get(said.len()) {
            let latin = latin::run_len(&phrase[said.len()..]);
            if latin > 0 {
                let words = &phrase[said.len()..][..latin];
                let spoken = latin::run(&self.english, words, options);
                let hinted = |(spoken, word): (_, &Written<'_>)| pronounced(word, spoken);
                said.extend(spoken.into_iter().zip(words).map(hinted));
                continue;
            }
            let last = said.len() + 1 == phrase.len();
            let place = if last { Place::Last } else { Place::Within };
            said.push(match word.given() {
                Some(_) => pronounced(word, (String::new(), Origin::Silent)), // the frame says it
                None => pronounced(word, self.word(word, place, options)),
            });
        }
        said
    }
}

/// A word as it is said, with the stress that a hint gives it.
fn pronounced(word: &Written<'_>, (phonemes, origin): (String, Origin)) -> Pronounced {
    let phonemes = match word.hint {
        Some(Reading::Stress(by)) => stress(phonemes, *by, VOWELS),
        _ => phonemes,
    };
    let origin = if phonemes.is_empty() { Origin::Silent } else { origin };
    Pronounced { phonemes, origin, joined: false }
}

impl Phonemizer for Hindi {
    fn language(&self) -> Language {
        Language::Hindi
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::hindi(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::hindi::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        Ok(words(passage, self))
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign)
    }
}
