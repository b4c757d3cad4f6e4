//! The sounds of a word by the rules of spelling.

use super::patterns::Patterns;
use super::stress::Sounds;
use super::syllables::{Role, Syllables};
use super::writer::Writer;

/// The sounds of a word.
pub(super) fn sounds(word: &Syllables, patterns: &Patterns) -> Sounds {
    let prefix = if word.has_sobre() { 2 } else { 0 };
    let out = Sounds { prefix, ..Sounds::default() };
    let mut writer = Writer { word, patterns, at: 0, out };
    while writer.at < word.letters.len() {
        match word.roles[writer.at] {
            Role::Consonant => writer.consonant(),
            Role::Onglide => writer.onglide(),
            Role::Nucleus => writer.nucleus(),
            Role::Offglide | Role::Silent => writer.at += 1,
        }
    }
    writer.out
}
