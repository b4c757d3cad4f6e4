//! What spelling alone does not tell: whether a stressed e or o is open, how x is said between
//! vowels, and whether the u of "gue", "gui", "que" and "qui" is said. Tables of parts of words
//! tell it: the longest part that fits a word decides.

use std::collections::HashMap;

/// How many letters on each side of a place are looked at, at most: more than any part has, and
/// few enough that time stays linear.
const CONTEXT: usize = 16;

/// The tables, in memory.
#[derive(Debug)]
pub(super) struct Patterns {
    /// What is said, by the part of a word: see [`Patterns::mouth`] and [`Patterns::at`].
    parts: HashMap<&'static str, &'static str>,
}

/// How wide a stressed e or o is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mouth {
    /// ɛ and ɔ.
    Open,
    /// e and o.
    Closed,
}

impl Patterns {
    /// The tables of the program.
    pub(super) fn new() -> Self {
        let tables = [
            include_str!("../../data/portuguese/open.tsv"),
            include_str!("../../data/portuguese/letters.tsv"),
        ];
        let lines = tables.into_iter().flat_map(str::lines);
        Self { parts: lines.filter_map(|line| line.split_once('\t')).collect() }
    }

    /// Whether the stressed e or o at `at` is open. A pattern is `before[vowel]after`: in brackets
    /// the vowel and the consonants after it, then the rest of the word or `*` for any, and before
    /// it the letters that stand there; `^` is the beginning of the word. The s of a plural and the
    /// m of a verb at the end are left out.
    pub(super) fn mouth(&self, letters: &[char], at: usize) -> Mouth {
        let letters = without_inflection(letters);
        let end = letters[at + 1..].iter().position(|c| "aeiou".contains(*c));
        let end = end.map_or(letters.len(), |end| at + 1 + end);
        let Part { text: mut whole, open } = Part::new(&letters[..at], &letters[at..end]);
        whole.push('*');
        let mut found = self.parts.get(&whole[open..]);
        whole.pop();
        whole.extend(letters[end..].iter().take(CONTEXT));
        for (start, _) in whole[..=open].char_indices().rev() {
            found = self.parts.get(&whole[start..]).or(found);
        }
        if found == Some(&"open") { Mouth::Open } else { Mouth::Closed }
    }

    /// How the letters `at..end` of a word are said. A pattern is `before[letters]after`, and parts
    /// of the word on both sides may be left out; `^` and `$` are its beginning and end.
    pub(super) fn at(&self, letters: &[char], at: usize, end: usize) -> Option<&'static str> {
        let Part { mut text, open } = Part::new(&letters[..at], &letters[at..end]);
        let mut found = None;
        for (start, _) in text[..=open].char_indices().rev() {
            found = self.parts.get(&text[start..]).or(found);
        }
        for c in letters[end..].iter().chain(&['$']).take(CONTEXT) {
            text.push(*c);
            found = self.parts.get(text.as_str()).or(found);
        }
        found.copied()
    }
}

/// The beginning of a pattern: `^before[letters]`.
struct Part {
    text: String,
    /// Where the bracket opens.
    open: usize,
}

impl Part {
    fn new(before: &[char], letters: &[char]) -> Self {
        let mut text = String::from("^");
        text.extend(&before[before.len().saturating_sub(CONTEXT)..]);
        let open = text.len();
        text.push('[');
        text.extend(letters.iter().take(CONTEXT));
        text.push(']');
        Self { text, open }
    }
}

/// The letters without the s of "as" and "es" and the m of "am" and "em" at the end.
fn without_inflection(letters: &[char]) -> &[char] {
    match letters {
        [_, _, .., 'a' | 'e', 's' | 'm'] => &letters[..letters.len() - 1],
        _ => letters,
    }
}
