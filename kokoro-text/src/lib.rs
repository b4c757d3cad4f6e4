//! Text to phonemes for Kokoro-82M: sentences, a phonemizer behind a trait, and utterances that fit
//! the model.
//!
//! ```
//! use kokoro_text::{Language, phonemizer, utterances};
//!
//! # fn main() -> Result<(), kokoro_text::Error> {
//! let english = phonemizer(Language::AmericanEnglish)?;
//! let text = "Hello world. It's 3:45 in the U.S.";
//! let spoken: Vec<_> = utterances(text, english.as_ref()).collect::<Result<_, _>>()?;
//! assert_eq!(spoken[0].phonemes, "həlˈO wˈɜɹld.");
//! assert_eq!(spoken.len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! Nothing said is dropped. A word that the lexicon lacks is spelled, letter by letter, and
//! reported; a symbol that has no spoken form is left out and reported; an utterance that is too
//! long for the model is split, never cut.

mod amounts;
mod english;
mod error;
mod front_end;
mod language;
mod markup;
mod normalize;
mod phonemizer;
mod pieces;
mod sentences;
mod spelling;
mod split;
mod symbols;
mod utterances;
#[allow(dead_code)] // not yet used
mod word;

pub use error::Error;
pub use front_end::phonemizer;
pub use language::Language;
pub use phonemizer::{Phonemes, Phonemizer};
pub use sentences::{SentenceRanges, Sentences, sentence_ranges, sentences};
pub use split::{MAX_PHONEMES, split};
pub use symbols::{SYMBOLS, is_symbol};
pub use utterances::{Utterance, Utterances, utterances};
