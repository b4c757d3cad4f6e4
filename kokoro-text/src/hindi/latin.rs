//! Words of the Latin script in a row, read together, so that English knows their neighbours.

use super::piece::{Kind, pieces};
use crate::TextOptions;
use crate::foreign::EnglishInside;
use crate::phrases::Written;
use crate::word::{Origin, Reading, Word};

/// How many words at the start of `phrase` are Latin and read as words. A letter that stands alone
/// is none: it is read by its name, not as the English article.
pub(super) fn run_len(phrase: &[Written<'_>]) -> usize {
    let is_latin = |word: &Written<'_>| {
        let by_words = matches!(word.hint, None | Some(Reading::Stress(_)));
        let starts = word.text.starts_with(char::is_alphabetic);
        by_words && starts && matches!(pieces(word.text)[..], [ref one] if one.kind == Kind::Latin)
    };
    let len = phrase.iter().take_while(|word| is_latin(word)).count();
    if len == 1 && is_one_letter(phrase[0].text) { 0 } else { len }
}

/// Whether `text` is one letter of the Latin alphabet.
pub(super) fn is_one_letter(text: &str) -> bool {
    text.len() == 1 && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// What English says of each word of a run, and by what.
pub(super) fn run(
    english: &EnglishInside,
    words: &[Written<'_>],
    options: &TextOptions,
) -> Vec<(String, Origin)> {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(words.len());
    for word in words {
        text.push_str(word.text);
        ends.push(text.len());
        text.push(' ');
    }
    let mut spoken = vec![Vec::new(); words.len()];
    for word in english.words(text.trim_end(), options) {
        let at = ends.partition_point(|end| *end <= word.range.start);
        if let Some(own) = spoken.get_mut(at) {
            own.push(word);
        }
    }
    spoken.iter().map(|words| said(words)).collect()
}

/// The phonemes of English words without punctuation, and where the first of them came from.
pub(super) fn said(words: &[Word]) -> (String, Origin) {
    let mut phonemes = String::new();
    let mut origin = Origin::Silent;
    for word in words.iter().filter(|word| word.origin != Origin::Punctuation) {
        origin = if phonemes.is_empty() { word.origin } else { origin };
        phonemes.push_str(&word.phonemes);
        if word.space {
            phonemes.push(' ');
        }
    }
    phonemes.truncate(phonemes.trim_end().len());
    (phonemes, origin)
}
