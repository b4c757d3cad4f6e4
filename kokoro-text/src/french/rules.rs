//! Letters to phonemes: the rules of `rules.txt`, which are tried in their order.
//!
//! A line is `before [letters] after = phonemes`: the letters in brackets are said as the phonemes
//! if what stands before and after them is as the line says ([`super::pattern`]). The first line
//! that fits is taken. The sides and the phonemes may be empty.

use std::collections::HashMap;

use super::pattern::Pattern;

/// The rules of the spelling.
const RULES: &str = include_str!("rules.txt");

/// A line of the rules.
#[derive(Debug)]
struct Rule {
    before: Pattern,
    letters: &'static str,
    after: Pattern,
    phonemes: &'static str,
}

/// All rules, by the first of their letters, in their order.
pub(super) struct Rules(HashMap<char, Vec<Rule>>);

impl Rules {
    /// The rules of `rules.txt`. Lines that are none are passed over; a test shows that there are
    /// no such lines.
    pub(super) fn new() -> Self {
        let mut rules = HashMap::<char, Vec<Rule>>::new();
        for rule in lines().filter_map(parse) {
            if let Some(first) = rule.letters.chars().next() {
                rules.entry(first).or_default().push(rule);
            }
        }
        Self(rules)
    }

    /// The phonemes of a word of lower-case letters, without stress. Letters that no rule knows
    /// say nothing.
    pub(super) fn phonemes(&self, word: &str) -> String {
        let mut phonemes = String::with_capacity(2 * word.len());
        let mut at = 0;
        while let Some(first) = word[at..].chars().next() {
            let (before, rest) = word.split_at(at);
            let rules = self.0.get(&first).map_or(&[][..], Vec::as_slice);
            let fit = rules.iter().find(|rule| {
                rest.strip_prefix(rule.letters).is_some_and(|after| {
                    rule.after.fits(after.chars()) && rule.before.fits(before.chars().rev())
                })
            });
            phonemes.push_str(fit.map_or("", |rule| rule.phonemes));
            at += fit.map_or(first.len_utf8(), |rule| rule.letters.len());
        }
        phonemes
    }
}

/// The lines that are no comment.
fn lines() -> impl Iterator<Item = &'static str> {
    RULES.lines().filter(|line| !line.is_empty() && !line.starts_with("//"))
}

fn parse(line: &'static str) -> Option<Rule> {
    let (before, rest) = line.split_once('[')?;
    let (letters, rest) = rest.split_once(']')?;
    let (after, phonemes) = rest.split_once('=')?;
    Some(Rule {
        before: Pattern::before(before.trim())?,
        letters,
        after: Pattern::after(after.trim())?,
        phonemes: phonemes.trim(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::is_symbol;

    #[test]
    fn every_line_is_a_rule_of_known_symbols() {
        for line in lines() {
            let rule = parse(line).unwrap_or_else(|| panic!("{line}"));
            assert!(!rule.letters.is_empty(), "{line}");
            assert!(rule.phonemes.chars().all(is_symbol), "{line}");
        }
    }

    #[test]
    fn rules_know_the_spelling() {
        let rules = Rules::new();
        for (word, phonemes) in [
            ("maison", "mɛzɔ̃"),
            ("grenouille", "ɡʁənuj"),
            ("nation", "nasjɔ̃"),
            ("parlaient", "paʁlɛ"),
            ("également", "eɡalmɑ̃"),
            ("oiseaux", "wazo"),
            ("лес", ""),
        ] {
            assert_eq!(rules.phonemes(word), phonemes, "{word}");
        }
    }
}
