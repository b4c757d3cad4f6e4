//! Texts and words in the form in which they are compared, and where words begin and end.

use std::str::Chars;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of an entry as [`folded`] gives it: composed (Unicode's form C), one space between words,
/// one kind of apostrophe, and lower case unless the case must be as written.
pub(super) fn key(word: &str, exact: bool) -> String {
    let composed: String = word.trim().nfc().collect();
    let mut key = String::with_capacity(composed.len());
    let mut folding = folded(&composed, 0, exact);
    while folding.next_into(&mut key).is_some() {}
    key
}

/// The text from byte `at` on, folded step by step.
pub(super) fn folded(text: &str, at: usize, exact: bool) -> Folding<'_> {
    Folding { rest: text[at..].chars(), length: text.len(), exact }
}

/// See [`folded`].
pub(super) struct Folding<'a> {
    rest: Chars<'a>,
    length: usize,
    exact: bool,
}

impl Folding<'_> {
    /// Appends the next character, folded, and returns the byte at which it ends. White space of
    /// any length is one space.
    pub fn next_into(&mut self, folded: &mut String) -> Option<usize> {
        match self.rest.next()? {
            c if c.is_whitespace() => {
                folded.push(' ');
                let text = self.rest.as_str().trim_start();
                self.rest = text.chars();
            }
            c if is_apostrophe(c) => folded.push('\''),
            c if self.exact => folded.push(c),
            c => folded.extend(c.to_lowercase()),
        }
        Some(self.length - self.rest.as_str().len())
    }
}

/// Whether byte `at` of `text` is inside a word, so that none begins or ends there.
///
/// Letters, digits and marks make words; Chinese and Japanese ones do not, because their words are
/// not separated. Where `apostrophes` bind, "don't" and "o'clock" are one word; but a word ends
/// before its 's.
pub(super) fn is_inside_word(text: &str, at: usize, apostrophes: bool) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next())
    else {
        return false;
    };
    if binds(before) && binds(after) {
        return true;
    }
    if !apostrophes {
        return false;
    }
    let starts_bound = |rest: &str| rest.chars().next().is_some_and(binds);
    let ends_bound = |rest: &str| rest.chars().next_back().is_some_and(binds);
    if is_apostrophe(after) {
        let rest = &text[at + after.len_utf8()..];
        return binds(before) && starts_bound(rest) && possessive(&text[at..]).is_none();
    }
    let rest = &text[..at - before.len_utf8()];
    is_apostrophe(before) && binds(after) && ends_bound(rest)
}

/// The length of the possessive ending 's with which `rest` begins, if it does.
pub(super) fn possessive(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let apostrophe = chars.next().filter(|c| is_apostrophe(*c))?;
    chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = !chars.next().is_some_and(|c| binds(c) || is_apostrophe(c));
    ends.then_some(apostrophe.len_utf8() + 1)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn binds(c: char) -> bool {
    (c.is_alphanumeric() || c == '_' || is_combining_mark(c)) && !is_unseparated(c) && c != 'ʼ'
}

/// Whether `c` belongs to a script that does not separate words by spaces: kana and Han.
fn is_unseparated(c: char) -> bool {
    matches!(
        c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_folded() {
        assert_eq!(key("  New \u{a0}\n York’s ", false), "new york's");
        assert_eq!(key("Cafe\u{301}", true), "Café");
    }

    #[test]
    fn words_end_before_their_possessive_ending() {
        for (text, at, inside) in [
            ("don't", 3, true),
            ("don't", 4, true),
            ("Nguyen's", 6, false),
            ("Nguyen'sx", 6, true),
            ("o'clock", 2, true),
            ("'tis", 1, false),
            ("a-b", 1, false),
            ("ab", 1, true),
            ("ab", 2, false),
            ("東京", 3, false),
        ] {
            assert_eq!(is_inside_word(text, at, true), inside, "{text} {at}");
        }
        assert!(!is_inside_word("l'homme", 2, false));
    }
}
