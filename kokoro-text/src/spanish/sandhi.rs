//! What the sounds at the edges of words do to each other inside a phrase.

/// The word before another one, or after it, as far as that one's sounds depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour<'a> {
    /// Its phonemes as they would be alone.
    pub(super) phonemes: &'a str,
    /// The letter with which it begins, if it is not spelled.
    pub(super) letter: Option<char>,
}

/// The phonemes of a word between its neighbours:
/// - `b d ɡ` at the start weaken to `β ð ɣ` after all but nasals, and `ʝ` is a stop after `n`;
/// - `b d ɡ` at the end weaken before vowels;
/// - `n` at the end takes the place of the sound after it.
pub(super) fn between(before: Option<&str>, word: &str, after: Option<Neighbour<'_>>) -> String {
    let mut phonemes = String::with_capacity(word.len() + 2);
    let mut rest = word;
    if let Some(changed) = before.and_then(|before| start(word, before)) {
        phonemes.push(changed);
        rest = &word[word.chars().next().map_or(0, char::len_utf8)..];
    }
    match rest.chars().next_back().zip(after.and_then(|after| end(rest, after))) {
        Some((last, changed)) => {
            phonemes.push_str(&rest[..rest.len() - last.len_utf8()]);
            phonemes.push(changed);
        }
        None => phonemes.push_str(rest),
    }
    phonemes
}

/// Appends a part of the same word.
pub(super) fn append(said: &mut String, part: &str) {
    let part = between(Some(said), part, None);
    said.push_str(&part);
}

/// What the first sound of a word becomes after a word that ends like this, if it changes.
fn start(word: &str, before: &str) -> Option<char> {
    let nasal = matches!(before.chars().next_back()?, 'n' | 'm' | 'ŋ');
    let mut sounds = word.chars();
    match (sounds.next()?, sounds.next()) {
        ('b', _) if !nasal => Some('β'),
        ('d', Some('w')) => None,
        ('d', _) if !nasal => Some('ð'),
        ('ɡ', _) if !nasal => Some('ɣ'),
        ('ʝ', _) if nasal => Some('ʤ'),
        _ => None,
    }
}

/// What the last sound of a word becomes before its neighbour, if it changes.
fn end(word: &str, after: Neighbour<'_>) -> Option<char> {
    let mut next = after.phonemes.chars().filter(|c| !matches!(c, 'ˈ' | 'ˌ'));
    let (first, second) = (next.next()?, next.next());
    match (word.chars().next_back()?, first) {
        ('b', c) if is_vowel(c) => Some('β'),
        ('d', c) if is_vowel(c) => Some('ð'),
        ('ɡ', c) if is_vowel(c) => Some('ɣ'),
        ('n', 'b' | 'p' | 'β') => Some('m'),
        ('n', 'f') if matches!(second, Some('l' | 'ɾ')) => Some('m'),
        ('n', _) if matches!(after.letter, Some('g' | 'k')) => Some('ŋ'),
        _ => None,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'I' | 'W' | 'ɛ')
}
