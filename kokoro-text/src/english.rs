//! American and British English by `misaki-rs`, a port of the front end that Kokoro was trained
//! with (misaki `en.py`).
//!
//! A word that the engine does not know is marked, looked up in parts, and spelled if that fails,
//! too.

#[allow(dead_code)] // not yet used
mod dialect;
#[allow(dead_code)] // not yet used
mod engine;
mod unknown;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use misaki_rs::fallback::FallbackError;
use misaki_rs::lexicon::PhonemeEntry;
use misaki_rs::{Fallback, G2P, MToken};
use unicode_normalization::UnicodeNormalization;

use crate::normalize::{Normalized, normalize};
use crate::spelling::Names;
use crate::symbols::is_symbol;
use crate::{Error, Language, Phonemes, Phonemizer};

/// Begins the phonemes of a word that the lexicon lacks; a private character that no text has after
/// normalisation.
const UNKNOWN: char = '\u{e000}';

/// The phonemizer of both Englishes.
pub(crate) struct English {
    language: Language,
    engine: G2P,
    names: Arc<OnceLock<Names>>,
}

/// Marks unknown words for [`English`]. It also spells them, because words before them, such as
/// "the" and "to", are pronounced by the sound that follows.
struct Marker(Arc<OnceLock<Names>>);

impl Fallback for Marker {
    fn phonemize(&self, word: &str) -> Result<String, FallbackError> {
        let spelled = self.0.get().map(|names| names.spell(word)).unwrap_or_default();
        Ok(format!("{UNKNOWN}{spelled}"))
    }
}

impl English {
    /// Loads the lexicons and the tagger. Any language but British English is read as American.
    pub(crate) fn new(language: Language) -> Self {
        let dialect = match language {
            Language::BritishEnglish => misaki_rs::Language::EnglishGB,
            _ => misaki_rs::Language::EnglishUS,
        };
        let names = Arc::new(OnceLock::new());
        let engine = G2P::with_fallback(dialect, Some(Box::new(Marker(names.clone()))));
        let english = Self { language, engine, names };
        english.names.get_or_init(|| {
            Names::new(|letter| english.letter(letter), |word| english.known(word).ok().flatten())
        });
        english
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(Names::default) // filled in `new`
    }

    /// The name of a letter, taken from the lexicon: in a text, "A" and "I" would be pronounced by
    /// their context.
    fn letter(&self, letter: &str) -> Option<String> {
        match self.engine.lexicon.golds.get(letter)? {
            PhonemeEntry::Simple(phonemes) => Some(phonemes.clone()),
            PhonemeEntry::Tagged(_) => None,
        }
    }

    /// The engine's tokens. A panic in it becomes an error: it is a young crate, and slices strings
    /// by bytes.
    fn tokens(&self, text: &str) -> Result<Vec<MToken>, Error> {
        let failed = |message: String| Error::Phonemizer { text: text.to_owned(), message };
        match catch_unwind(AssertUnwindSafe(|| self.engine.g2p(text))) {
            Ok(Ok((_, tokens))) => Ok(tokens),
            Ok(Err(error)) => Err(failed(error.to_string())),
            Err(_) => Err(failed("the engine panicked".into())),
        }
    }

    /// The phonemes of `words`, if the engine knows all of them.
    fn known(&self, words: &str) -> Result<Option<String>, Error> {
        let mut phonemes = String::new();
        for token in self.tokens(words)? {
            match token.phonemes {
                Some(said) if !is_dropped(&token.text, &said) => phonemes += &said,
                _ => return Ok(None),
            }
            phonemes += &token.whitespace;
        }
        Ok(Some(phonemes.trim().to_owned()).filter(|phonemes| !phonemes.is_empty()))
    }

    /// The phonemes of one token of the engine.
    fn token(&self, token: &MToken, unknown: &mut Vec<String>) -> Result<String, Error> {
        if let Some(decade) = decade(&token.text)
            && let Some(number) = self.known(decade)?
        {
            return Ok(self.engine.lexicon.append_s(&number));
        }
        match &token.phonemes {
            Some(said) if !is_dropped(&token.text, said) => Ok(said.clone()),
            _ => self.unknown(&token.text, unknown),
        }
    }

    /// Pronounces what follows a word with given phonemes in the same token, as the `'s` of
    /// `[Kokoro](/kˈOkəɹO/)'s`.
    fn after_given(
        &self,
        rest: &str,
        stem: &str,
        unknown: &mut Vec<String>,
    ) -> Result<String, Error> {
        match rest {
            "" => Ok(String::new()),
            "'s" => {
                Ok(self.engine.lexicon.append_s(stem).strip_prefix(stem).unwrap_or("z").to_owned())
            }
            _ => self.unknown(rest, unknown),
        }
    }
}

impl Phonemizer for English {
    fn language(&self) -> Language {
        self.language
    }

    fn phonemes(&self, sentence: &str) -> Result<Phonemes, Error> {
        let Normalized { text, removed, given } = normalize(sentence);
        let mut unknown = removed;
        let mut phonemes = String::new();
        let mut given = given.into_iter().peekable();
        let mut start = 0;
        for token in self.tokens(&text)? {
            // The engine skips characters that its patterns do not match.
            let found = text[start..].find(&token.text);
            start += found.unwrap_or(0);
            let end = start + found.map_or(0, |_| token.text.len());
            while given.next_if(|(part, _)| part.end <= start).is_some() {}
            match given.peek_mut() {
                Some((part, said)) if part.start < end => {
                    phonemes += &std::mem::take(said); // once, with the first of its tokens
                    if end < part.end {
                        start = end;
                        continue;
                    }
                    phonemes += &self.after_given(&text[part.end..end], &phonemes, &mut unknown)?;
                }
                _ => phonemes += &self.token(&token, &mut unknown)?,
            }
            phonemes += &token.whitespace;
            start = end;
        }
        Ok(Phonemes { phonemes: admit(&phonemes, &mut unknown), unknown })
    }
}

/// The digits of a decade such as `1990s` or `80s`.
fn decade(token: &str) -> Option<&str> {
    let digits = token.trim_start_matches(['\'', '’']).strip_suffix('s')?;
    (digits.len() >= 2 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// Whether the engine failed to say a token: it marked the word, or gave nothing for letters or
/// digits.
fn is_dropped(token: &str, phonemes: &str) -> bool {
    phonemes.contains(UNKNOWN)
        || phonemes.trim().is_empty() && token.contains(char::is_alphanumeric)
}

/// Keeps what the model knows, single spaces, none at the ends. What it does not know is reported:
/// it can only come from phonemes given in the text.
fn admit(phonemes: &str, unknown: &mut Vec<String>) -> String {
    let mut admitted = String::with_capacity(phonemes.len());
    for word in phonemes.split_whitespace() {
        if !admitted.is_empty() && !admitted.ends_with(' ') {
            admitted.push(' ');
        }
        for c in word.chars() {
            match c {
                'g' => admitted.push('ɡ'),
                _ if is_symbol(c) => admitted.push(c),
                // To the model ã is two symbols.
                _ if std::iter::once(c).nfd().all(is_symbol) => {
                    admitted.extend(std::iter::once(c).nfd())
                }
                _ => unknown.push(c.to_string()),
            }
        }
    }
    admitted.truncate(admitted.trim_end().len());
    admitted
}
