//! The trait behind which the front end of every language stands.

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use crate::word::{Passage, Word};
use crate::{Error, Language, TextOptions};

/// Turns text of one language into words with phonemes.
pub trait Phonemizer: Send + Sync {
    /// The language it reads.
    fn language(&self) -> Language;

    /// Writes what is not written in letters as the words that a reader says. No part of
    /// `protected` may be changed. The default leaves the text as it is.
    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        let _ = options;
        Normalized::unchanged(text, protected)
    }

    /// What a reader says for `text`, which its author says is `how`: a date, letters, a number.
    /// `None` if the language cannot tell; then the text is read as if nothing were demanded, as
    /// the default has it.
    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let _ = (text, how, options);
        None
    }

    /// Phonemes that the author of a text gives in IPA, in the letters that the voices of the
    /// language were trained on. What is in them already stays. The default changes nothing.
    fn in_model_symbols(&self, ipa: &str) -> String {
        ipa.to_owned()
    }

    /// The words of a passage, in order, without overlap. Time may grow faster than length;
    /// [`crate::utterances`] bounds what it passes.
    ///
    /// # Errors
    /// [`Error::Phonemizer`] if the engine behind it fails.
    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error>;

    /// What a reader calls a sign that stands alone, such as `?`, because screen readers send
    /// single characters. `None` if the sign has no name.
    fn sign_name(&self, sign: char) -> Option<&str> {
        let _ = sign;
        None
    }
}
