//! A word cut where its script changes.

use std::ops::Range;

/// What a piece is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters and signs of Devanagari.
    Devanagari,
    /// Letters of the Latin script, and digits and joints between them.
    Latin,
    /// Digits of ASCII or Devanagari, or full-width ones.
    Digits,
    /// A hyphen or an apostrophe.
    Joint,
    /// Anything else.
    Other,
}

/// A piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    /// The bytes of the word.
    pub(super) range: Range<usize>,
    pub(super) text: &'a str,
}

/// The pieces of a word, in order and without a gap.
pub(super) fn pieces(word: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (at, c) in word.char_indices() {
        let end = at + c.len_utf8();
        let kind = kind(c);
        match pieces.last_mut() {
            Some(last) if last.kind == kind || goes_on(last.kind, c, &word[end..]) => {
                last.range.end = end;
                last.text = &word[last.range.clone()];
            }
            _ => pieces.push(Piece { kind, range: at..end, text: &word[at..end] }),
        }
    }
    pieces
}

/// Whether a character of another kind belongs to a Latin piece.
fn goes_on(before: Kind, c: char, rest: &str) -> bool {
    let latin_follows = || rest.chars().next().is_some_and(|c| kind(c) == Kind::Latin);
    before == Kind::Latin && (c.is_ascii_digit() || kind(c) == Kind::Joint && latin_follows())
}

/// What a character is.
fn kind(c: char) -> Kind {
    match c {
        '0'..='9' | '०'..='९' | '０'..='９' => Kind::Digits,
        '\u{900}'..='\u{963}' | '\u{971}'..='\u{97f}' | '\u{200c}' | '\u{200d}' => Kind::Devanagari,
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => Kind::Joint,
        'A'..='Z' | 'a'..='z' | 'ª' | 'º' | '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' => {
            Kind::Latin
        }
        '\u{1e00}'..='\u{1eff}' => Kind::Latin,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_change_with_the_script() {
        let found = |word| pieces(word).iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(found("धीरे-धीरे"), ["धीरे", "-", "धीरे"]);
        assert_eq!(found("Wi-Fi2का३"), ["Wi-Fi2", "का", "३"]);
        assert_eq!(found("iPhone-से"), ["iPhone", "-", "से"]);
        assert_eq!(found("Жक"), ["Ж", "क"]);
    }
}
