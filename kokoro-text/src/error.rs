//! What can go wrong between text and phonemes.

use std::path::PathBuf;

use crate::Language;

/// An error of the text front end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A language code or tag that Kokoro does not have.
    #[error("unknown language {found:?}: expected one of {}", Language::list())]
    UnknownLanguage {
        /// What was given.
        found: String,
    },

    /// A language of the model whose front end was left out of this build, by its cargo feature.
    #[error(
        "this build has no text front end for {language}: build it with that language, or give \
         phonemes"
    )]
    NoFrontEnd {
        /// The language asked for.
        language: Language,
    },

    /// Data that are too large for the program are nowhere.
    #[error(
        "no file {file}, which Japanese needs; looked for {}; name the folder where it lies, \
         or name it in KOKORO_TEXT_DATA",
        looked.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
    )]
    NoTextData {
        /// The name of the file.
        file: &'static str,
        /// Where it was looked for.
        looked: Vec<PathBuf>,
    },

    /// Data that are too large for the program cannot be used.
    #[cfg(feature = "japanese")]
    #[error("cannot use {}: {source}", path.display())]
    TextData {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: unidic::Error,
    },

    /// A language that upstream does not read by espeak-ng.
    #[error(
        "espeak-ng does not stand in for {language}: expected Spanish, French, Hindi, Italian or \
         Brazilian Portuguese; use the built-in front end"
    )]
    NotByEspeak {
        /// The language asked for.
        language: Language,
    },

    /// The user's espeak-ng could not be asked.
    #[cfg(feature = "espeak")]
    #[error(transparent)]
    Espeak(#[from] espeak_process::Error),

    /// Nothing in the text can be said.
    #[error(
        "nothing to say: expected text with words that {language} can read, found none{}",
        left_out_list(left_out)
    )]
    NothingToSay {
        /// The language of the front end.
        language: Language,
        /// The words and signs that were found.
        left_out: Vec<String>,
    },

    /// The grapheme-to-phoneme engine failed on a piece of text.
    #[error("no phonemes for {text:?}: {message}; report the text, or give phonemes")]
    Phonemizer {
        /// The piece of text.
        text: String,
        /// What the engine said.
        message: String,
    },
}

/// How many characters of a word a message shows.
const SHOWN: usize = 40;

/// How many of the words that were left out a message names.
const NAMED: usize = 8;

/// The words that were left out, for a message.
fn left_out_list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        _ => {
            let named = words.iter().take(NAMED).map(|word| shortened(word));
            format!(" (left out: {})", named.collect::<Vec<_>>().join(" "))
        }
    }
}

/// The beginning of a long word.
fn shortened(word: &str) -> &str {
    word.char_indices().nth(SHOWN).map_or(word, |(end, _)| &word[..end])
}
