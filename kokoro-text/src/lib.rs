//! Text to phonemes for Kokoro-82M: sentences, a phonemizer behind a trait, and utterances that fit
//! the model.
//!
//! ```
//! use kokoro_text::{Language, TextOptions, phonemizer, utterances};
//!
//! # fn main() -> Result<(), kokoro_text::Error> {
//! let english = phonemizer(Language::AmericanEnglish)?;
//! let text = "Hello world. It's 3:45 in the U.S.";
//! let options = TextOptions::default();
//! let spoken: Vec<_> = utterances(text, english.as_ref(), &options).collect::<Result<_, _>>()?;
//! assert_eq!(spoken[0].phonemes, "həlˈO wˈɜɹld.");
//! assert_eq!(spoken.len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! Nothing said is dropped. A word that the lexicons lack is pronounced by a guess; a symbol that
//! has no spoken form is left out and reported; an utterance that is too long for the model is
//! split, never cut. Every word knows the bytes of the text that it was read from.

mod assemble;
mod block;
mod boundary;
mod demands;
#[cfg(feature = "detect")]
mod detect;
#[cfg(feature = "english")]
mod english;
mod error;
#[cfg(feature = "espeak")]
mod espeak;
#[cfg(any(feature = "french", feature = "hindi", feature = "japanese", feature = "mandarin"))]
mod foreign;
#[cfg(feature = "french")]
mod french;
mod front_end;
mod front_ends;
#[cfg(feature = "hindi")]
mod hindi;
#[cfg(feature = "italian")]
mod italian;
#[cfg(feature = "japanese")]
mod japanese;
mod language;
mod languages;
#[cfg(feature = "mandarin")]
mod mandarin;
mod normalize;
mod options;
mod passages;
mod phonemizer;
#[cfg(any(
    feature = "french",
    feature = "hindi",
    feature = "italian",
    feature = "portuguese",
    feature = "spanish"
))]
mod phrase_reader;
#[cfg(any(
    feature = "espeak",
    feature = "french",
    feature = "hindi",
    feature = "italian",
    feature = "portuguese",
    feature = "spanish"
))]
mod phrases;
mod pieces;
#[cfg(feature = "portuguese")]
mod portuguese;
mod reader;
mod seams;
mod sentences;
#[cfg(feature = "spanish")]
mod spanish;
#[cfg(any(
    feature = "espeak",
    feature = "french",
    feature = "hindi",
    feature = "italian",
    feature = "japanese",
    feature = "mandarin",
    feature = "portuguese",
    feature = "spanish"
))]
mod spans;
mod split;
#[cfg(any(
    feature = "english",
    feature = "french",
    feature = "hindi",
    feature = "italian",
    feature = "portuguese",
    feature = "spanish"
))]
mod stress;
mod symbols;
mod text_data;
mod utterance;
mod utterances;
mod word;

pub use boundary::Boundary;
pub use demands::say_as_kind;
#[cfg(feature = "detect")]
pub use detect::detect;
pub use error::Error;
#[cfg(feature = "espeak")]
pub use espeak::EspeakPhonemizer;
pub use front_end::{phonemizer, phonemizer_with};
pub use front_ends::FrontEnds;
pub use language::Language;
pub use languages::PartInLanguage;
pub use normalize::normalize;
pub use options::{Normalization, TextOptions, UnknownWords};
pub use phonemizer::Phonemizer;
pub use reader::Reader;
pub use sentences::{SentenceRanges, Sentences, sentence_ranges, sentences};
pub use split::{MAX_PHONEMES, split};
pub use symbols::{SYMBOLS, is_sound, is_symbol};
pub use text_data::TextData;
pub use utterance::{SpokenWord, Utterance};
pub use utterances::{Utterances, utterances};
pub use word::{Hint, Origin, Passage, Reading, Word};

#[cfg(feature = "espeak")]
pub use espeak_process::Espeak;
pub use kokoro_document::Format;
pub use kokoro_lexicon::user as user_lexicon;
pub use kokoro_normalize::{Emoji, Normalized, SaidAs, SayAs, UnknownSayAs};
pub use mapped_text::{Edits, MappedText};
