//! A part of a text that a hint says to read letter by letter, with its digits and signs. Single
//! initialisms that no lexicon has are the business of `out_of_lexicon::spelling`.

use unicode_normalization::UnicodeNormalization;

use super::chars::{fold, is_letter};
use super::number_words::cardinal;
use super::vocabulary::{Query, Vocabulary};

/// Says letters, digits and signs by their names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelled(pub(super) Vocabulary);

impl Spelled {
    /// The names of all characters that have one; nothing if none has. Letters make words, whose
    /// last letter has the primary stress; digits and signs are words.
    pub(super) fn say(self, text: &str) -> Option<String> {
        let folded = fold(text);
        let plain: String = folded.nfd().map(plain).filter(char::is_ascii).collect();
        let mut words: Vec<String> = Vec::new();
        let mut rest = plain.as_str();
        while let Some(first) = rest.chars().next() {
            let letters = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(letters.max(first.len_utf8()));
            rest = after;
            words.extend(match letters {
                0 => self.sign(part),
                _ => self.0.initialism(part),
            });
        }
        words.retain(|word| !word.is_empty());
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// The name of a digit or a sign.
    fn sign(self, sign: &str) -> Option<String> {
        let name = match sign {
            "." => "dot",
            "-" => "dash",
            "/" => "slash",
            "_" => "underscore",
            "@" => "at",
            "&" => "and",
            "+" => "plus",
            "#" => "hash",
            "*" => "star",
            "%" => "percent",
            "=" => "equals",
            _ if sign.bytes().all(|byte| byte.is_ascii_digit()) => cardinal(sign).pop()?,
            _ => return None,
        };
        self.0.look_up(name, Query::ALONE).map(|(said, _)| said)
    }
}

/// The letter that a letter is a form of, where Unicode does not tell.
fn plain(letter: char) -> char {
    match letter {
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ħ' | 'Ħ' => 'h',
        'ŧ' | 'Ŧ' | 'þ' | 'Þ' => 't',
        'ß' | 'ẞ' => 's',
        'æ' | 'Æ' => 'a',
        'œ' | 'Œ' => 'o',
        'ı' => 'i',
        other => other,
    }
}
