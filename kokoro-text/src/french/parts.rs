//! A written word cut at its apostrophes and hyphens.

use unicode_normalization::UnicodeNormalization;

/// A piece of a word between apostrophes and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its letters: lower-case, composed.
    pub(super) letters: String,
    /// Whether an apostrophe follows, so that its vowel is left out: the d of "d'eau".
    pub(super) elided: bool,
}

/// The letters that French writes beside those from a to z.
const OWN: &str = "àâäçéèêëîïôöùûüÿœæñ";

/// Whether a word is cut here.
pub(super) fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '-' | '\u{2010}' | '\u{2011}')
}

/// A word as the lexicon writes it: composed, lower-case, with the plain apostrophe and hyphen.
/// Letters with marks that French does not know lose these; signs within a word vanish.
pub(super) fn plain(word: &str) -> String {
    let composed = word.nfkc().flat_map(char::to_lowercase);
    let mut plain = String::with_capacity(word.len());
    for c in composed {
        match c {
            '’' | 'ʼ' => plain.push('\''),
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            'ß' => plain.push_str("ss"),
            'ø' => plain.push('ö'),
            'ł' => plain.push('l'),
            _ if c.is_ascii() || OWN.contains(c) => plain.push(c),
            _ => plain.extend(c.nfd().filter(|c| c.is_alphanumeric())),
        }
    }
    plain
}

/// The parts of a word, none of which is empty. A capital in the middle of a word begins a part,
/// as in "MacDonald", and so does a digit, or a letter after a digit.
pub(super) fn parts(word: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in word.char_indices() {
        if before.is_some_and(|before| is_cut(before, c)) {
            push(&mut parts, &word[start..at]);
            start = at;
        }
        before = Some(c);
    }
    push(&mut parts, &word[start..]);
    parts
}

/// Whether a part ends between two characters.
fn is_cut(before: char, after: char) -> bool {
    is_joint(before)
        || before.is_lowercase() && after.is_uppercase()
        || before.is_alphanumeric()
            && after.is_alphanumeric()
            && before.is_ascii_digit() != after.is_ascii_digit()
}

/// Appends a part unless it is empty.
fn push(parts: &mut Vec<Part>, text: &str) {
    let letters = plain(text.trim_end_matches(is_joint));
    if !letters.is_empty() {
        let elided = text.ends_with(|c| is_joint(c) && matches!(c, '\'' | '’' | 'ʼ'));
        parts.push(Part { letters, elided });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_hyphens_cut() {
        let cut = |word| {
            let show =
                |part: Part| format!("{}{}", part.letters, if part.elided { "+" } else { "" });
            parts(word).into_iter().map(show).collect::<Vec<_>>()
        };
        assert_eq!(cut("QU’EST-ce"), ["qu+", "est", "ce"]);
        assert_eq!(cut("l'OpenStep3D"), ["l+", "open", "step", "3", "d"]);
        assert_eq!(cut("a-t-il"), ["a", "t", "il"]);
        assert_eq!(cut("de\u{301}ja\u{300}"), ["déjà"]);
    }
}
