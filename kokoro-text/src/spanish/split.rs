//! The parts of a written word that are read one by one.

/// What a part of a word consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, and the signs that combine with them.
    Letters,
    /// Digits from 0 to 9.
    Digits,
    /// A sign, of which each is a part of its own.
    Sign,
}

/// A part of a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) kind: Kind,
    pub(super) chars: &'a [char],
    /// Whether it is said as one word with the part before it: behind a hyphen, or behind a letter
    /// with an apostrophe.
    pub(super) joined: bool,
}

/// The parts of a word: "GOsa2" has "G", "Osa" and "2".
pub(super) fn parts(word: &[char]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut start, mut joined) = (0, false);
    for end in 1..=word.len() {
        let letter = end == start + 2 && is_apostrophe(word[start + 1]);
        if is_hyphen(word[start]) {
            (start, joined) = (end, true);
        } else if letter || end == word.len() || divides(word, end) {
            let chars = &word[start..end];
            parts.push(Part { kind: kind(chars[0]), chars, joined });
            (start, joined) = (end, letter);
        }
    }
    parts
}

/// Whether a part ends before the character at this place: at a sign, between letters and digits,
/// and where capitals show that a word begins. "DVDs" is one.
fn divides(word: &[char], at: usize) -> bool {
    let [before, after] = [kind(word[at - 1]), kind(word[at])];
    if before != after || after == Kind::Sign {
        return true;
    }
    let small = |at: usize| word.get(at).is_some_and(|c| c.is_lowercase());
    word[at].is_uppercase() && (small(at - 1) || small(at + 1) && small(at + 2))
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digits,
        _ if is_apostrophe(c) => Kind::Letters,
        _ if c.is_alphabetic() || is_combining(c) => Kind::Letters,
        _ => Kind::Sign,
    }
}

/// A diacritic that has no letter of its own with the one before it, or a joiner.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_part_at_capitals_digits_and_hyphens() {
        for (word, expected) in [
            ("casa", "casa"),
            ("LibreOffice", "Libre Office"),
            ("LLosa", "L Losa"),
            ("iPXE", "i PXE"),
            ("DVDs", "DVDs"),
            ("mp3", "mp 3"),
            ("franco-alemán", "franco -alemán"),
            ("-a--b-", "-a -b"),
            ("+5%", "+ 5 %"),
            ("D'Artagnan", "D' -Artagnan"),
            ("rock'n'roll", "rock'n'roll"),
        ] {
            let word: Vec<char> = word.chars().collect();
            let found: Vec<String> = parts(&word)
                .iter()
                .map(|part| {
                    let joined = if part.joined { "-" } else { "" };
                    joined.to_owned() + &part.chars.iter().collect::<String>()
                })
                .collect();
            assert_eq!(found.join(" "), expected);
        }
        assert_eq!(parts(&[]), []);
    }
}
