//! Latin words in Japanese text, as katakana: upstream leaves their letters as they are, which the
//! model takes for sounds.
//!
//! Names that everybody knows are in a list, initialisms are read by the Japanese names of their
//! letters, and other words as the English front end says them, in the nearest morae.

mod katakana;
mod names;

use std::ops::Range;

use mapped_text::{Edits, MappedText};

use self::katakana::katakana;
use self::names::{letter, name};
use crate::TextOptions;
use crate::foreign::EnglishInside;

/// The longest word in capitals that is taken for an initialism.
const INITIALISM: usize = 5;

/// Writes the Latin words of a text in katakana.
pub(super) fn write(
    text: &MappedText,
    english: &EnglishInside,
    options: &TextOptions,
) -> MappedText {
    let mut edits = Edits::default();
    let written = text.as_str();
    let mut at = 0;
    while let Some(range) = next_word(written, at) {
        at = range.end;
        let word = &written[range.clone()];
        let mut said = match name(word) {
            Some(name) => name.to_owned(),
            None => word.split('-').map(|part| read(part, english, options)).collect(),
        };
        // The katakana beside it is a word of its own.
        if written[..range.start].ends_with(is_katakana) {
            said.insert(0, ' ');
        }
        if written[range.end..].starts_with(is_katakana) {
            said.push(' ');
        }
        edits.replace(range, said);
    }
    if edits.is_empty() { text.clone() } else { edits.apply(text) }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='ɏ') && c.is_alphabetic()
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// The first Latin word of `text` at or after `at`, with the hyphens and apostrophes within it.
fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + text[at..].find(is_latin)?;
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        let inner =
            matches!(c, '-' | '\'') && chars.peek().is_some_and(|(_, next)| is_latin(*next));
        if !is_latin(c) && !inner {
            break;
        }
        end = start + place + c.len_utf8();
    }
    Some(start..end)
}

/// A word without hyphens in katakana.
fn read(word: &str, english: &EnglishInside, options: &TextOptions) -> String {
    if let Some(name) = name(word) {
        return name.to_owned();
    }
    let letters = word.chars().count();
    let capitals = word.chars().all(char::is_uppercase);
    let vowels = word.contains(|c: char| "aeiouyAEIOUY".contains(c) || !c.is_ascii());
    if letters == 1 || capitals && letters <= INITIALISM || !vowels {
        return spell(word);
    }
    let words = english.words(&word.to_lowercase(), options);
    let said: String = words.iter().map(|word| katakana(&word.phonemes)).collect();
    if said.is_empty() { spell(word) } else { said }
}

/// The names of the letters of a word.
fn spell(word: &str) -> String {
    word.chars().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_names_and_initialisms() {
        let english = EnglishInside::default();
        for (text, said) in [
            ("iPhoneを買った", "アイフォーンを買った"),
            ("AIは", "エーアイは"),
            ("CDとDVD", "シーディーとディーブイディー"),
            ("Wi-Fi", "ワイファイ"),
            ("Tシャツ", "ティー シャツ"),
            ("アップルTV", "アップル ティーブイ"),
            ("x-ray", "エックスレイ"),
        ] {
            let text = MappedText::from_source(text);
            let read = write(&text, &english, &TextOptions::default());
            if cfg!(feature = "english") || !text.as_str().contains("ray") {
                assert_eq!(read.as_str(), said);
            }
        }
        let long = "a-".repeat(20_000);
        write(&MappedText::from_source(&long), &english, &TextOptions::default());
    }
}
