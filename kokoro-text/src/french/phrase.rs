//! The words of a phrase: what each of them is by itself, and then what its neighbours make of it.

use super::expect::Expect;
use super::fixed::fixed;
use super::part::{Said, Sayer};
use super::stress::{VOWELS, is_vowel, with_stress};
use crate::TextOptions;
use crate::phrase_reader::{PhraseReader, Pronounced};
use crate::phrases::Written;
use crate::stress::stress;
use crate::word::{Origin, Reading};

/// Reads phrases of French.
pub(super) struct Reader(Sayer);

impl Reader {
    pub(super) fn new() -> Self {
        Self(Sayer::new())
    }
}

impl PhraseReader for Reader {
    fn pronounce(&self, phrase: &[Written<'_>], options: &TextOptions) -> Vec<Pronounced> {
        let silent = Pronounced { phonemes: String::new(), origin: Origin::Silent, joined: false };
        let mut words = vec![silent; phrase.len()];
        let parts = self.0.parts(phrase, options);
        let mut expect = Expect::Any;
        let mut after_vowel = false;
        for (at, part) in parts.iter().enumerate() {
            let phonemes = said(&parts, at, expect.tied(&part.tied), after_vowel);
            let word = &mut words[part.word];
            word.origin = part.origin;
            if part.spaced {
                word.phonemes.push(' ');
            }
            word.phonemes.push_str(&part.tied_phonemes);
            word.phonemes.push_str(&phonemes);
            expect = expect.after(&part.tied, &part.letters);
            after_vowel = phonemes.ends_with(|c| is_vowel(c) || c == '\u{303}');
        }
        for (word, written) in words.iter_mut().zip(phrase) {
            if let Some(Reading::Stress(by)) = written.hint {
                word.phonemes = stress(std::mem::take(&mut word.phonemes), *by, VOWELS);
            }
        }
        words
    }
}

/// The phonemes of the part at `at` between its neighbours. `after_vowel` says that a vowel was
/// said last.
fn said(parts: &[Said], at: usize, expect: Expect, after_vowel: bool) -> String {
    let part = &parts[at];
    let next = parts.get(at + 1);
    let fixed = fixed(parts, at);
    let (own, stress) = match fixed {
        Some((phonemes, stress)) => (phonemes.to_owned(), stress),
        None => {
            let own = expect.phonemes(&part.letters, &part.phonemes);
            let own = own.unwrap_or_else(|| match (part.before_consonant, next) {
                (Some(phonemes), Some(_)) => phonemes.to_owned(),
                _ => part.phonemes.clone(),
            });
            let own = if after_vowel && part.tied.is_empty() { with_glide(own) } else { own };
            (own, expect.stress(&part.letters).unwrap_or(part.stress))
        }
    };
    let Some(next) = next else {
        return own;
    };
    let mut own = with_stress(&own, stress);
    if next.opens && (fixed.is_none() || part.letters == "on") {
        own.push_str(expect.link(&part.letters).unwrap_or(part.link));
    }
    own
}

/// A word in "ri" and a vowel, such as "rien", as it is said after a vowel: with a glide.
fn with_glide(phonemes: String) -> String {
    let rest = phonemes
        .strip_prefix("ʁi")
        .filter(|rest| rest.trim_start_matches(['ˈ', 'ˌ']).starts_with(is_vowel));
    match rest {
        Some(rest) => format!("ʁj{rest}"),
        None => phonemes,
    }
}
