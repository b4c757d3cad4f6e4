//! A phonemizer that asks an espeak-ng of the user's, as upstream does for five languages.
//!
//! misaki's `espeak.py` cuts a text at punctuation, has each piece pronounced, and writes the
//! result in the model's symbols; so does this. The normalizer is the built-in one.

mod align;
mod symbols;

use std::ops::Range;

use espeak_process::Espeak;
use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use self::align::align;
use self::symbols::in_model_symbols;
use crate::phrases::{Part, Written, is_joint, mark_word, parts, word_of};
use crate::word::{Origin, Passage, Reading, Word};
use crate::{Error, Language, Phonemizer, TextOptions, phonemizer};

/// Reads one of upstream's espeak languages by an installed espeak-ng.
pub struct EspeakPhonemizer {
    language: Language,
    voice: &'static str,
    espeak: Espeak,
    /// What writes numbers as words and names signs, unless the build lacks it.
    own: Option<Box<dyn Phonemizer>>,
}

impl EspeakPhonemizer {
    /// A phonemizer of `language`.
    ///
    /// # Errors
    /// [`Error::NotByEspeak`] if upstream does not read the language by espeak-ng.
    pub fn new(language: Language, espeak: Espeak) -> Result<Self, Error> {
        let voice = match language {
            Language::Spanish => "es",
            Language::French => "fr-fr",
            Language::Hindi => "hi",
            Language::Italian => "it",
            Language::BrazilianPortuguese => "pt-br",
            _ => return Err(Error::NotByEspeak { language }),
        };
        Ok(Self { language, voice, espeak, own: phonemizer(language).ok() })
    }
}

impl Phonemizer for EspeakPhonemizer {
    fn language(&self) -> Language {
        self.language
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        match &self.own {
            Some(own) => own.normalize(text, protected, options),
            None => Normalized::unchanged(text, protected),
        }
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        self.own.as_ref()?.say_as(text, how, options)
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        let parts = parts(passage, is_joint);
        let runs: Vec<&[Written<'_>]> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Phrase(phrase) => Some(phrase),
                Part::Mark(..) => None,
            })
            .flat_map(|phrase| phrase.chunk_by(|a, b| a.given().is_none() && b.given().is_none()))
            .collect();
        let asked: Vec<String> =
            runs.iter().filter(|run| run[0].given().is_none()).map(|run| as_text(run)).collect();
        let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        let mut said = self.espeak.phonemes(self.voice, &asked)?.into_iter();
        let mut words = Vec::new();
        for run in runs {
            match run[0].given() {
                Some((phonemes, origin)) => {
                    words.push(word_of(passage, &run[0].range, phonemes.into(), origin, false));
                }
                None => say(passage, run, &said.next().unwrap_or_default(), &mut words),
            }
        }
        let marks = parts.iter().filter_map(|part| match part {
            Part::Mark(range, mark) => Some(mark_word(passage, range, *mark)),
            Part::Phrase(_) => None,
        });
        words.extend(marks);
        words.sort_by_key(|word| word.range.start);
        Ok(words)
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        self.own.as_ref()?.sign_name(sign)
    }
}

impl std::fmt::Debug for EspeakPhonemizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EspeakPhonemizer")
            .field("language", &self.language)
            .field("espeak", &self.espeak)
            .finish_non_exhaustive()
    }
}

/// The words of a run with spaces between them, or without, as they are written.
fn as_text(run: &[Written<'_>]) -> String {
    let mut text = String::new();
    let mut end = None;
    for word in run {
        if end.is_some_and(|end| end < word.range.start) {
            text.push(' ');
        }
        end = Some(word.range.end);
        match word.hint {
            Some(Reading::Letters) => {
                let letters = word.text.chars().filter(|c| !c.is_whitespace());
                text.extend(letters.flat_map(|letter| [letter, ' ']));
            }
            _ => text.push_str(word.text),
        }
    }
    text
}

/// Appends the words of a run that was said as a whole.
fn say(passage: &Passage<'_>, run: &[Written<'_>], said: &str, words: &mut Vec<Word>) {
    let said = in_model_symbols(said);
    let spoken: Vec<&str> = said.split_whitespace().collect();
    let written: Vec<usize> = run.iter().map(|word| word.text.chars().count()).collect();
    let lengths: Vec<usize> = spoken.iter().map(|word| word.chars().count()).collect();
    for (from, to) in align(&written, &lengths) {
        let Some((first, last)) = run[from.clone()].first().zip(run[from].last()) else { continue };
        let range = first.range.start..last.range.end;
        let origin = if to.is_empty() { Origin::Silent } else { Origin::Espeak };
        words.push(word_of(passage, &range, spoken[to].join(" "), origin, false));
    }
}

#[cfg(test)]
mod tests;
