//! A text with its characters folded, as upstream folds them before it divides the text.

use std::ops::Range;

use mapped_text::MappedText;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::digits;

/// The text in Unicode's form NFKC: full-width Latin letters become half-width ones, half-width
/// katakana full-width ones. Quotes become simple ones, small katakana of Ainu usual ones, a
/// wave before a digit "から", and digits their reading behind a space.
pub(super) fn fold(text: &str) -> MappedText {
    let mut folded = MappedText::default();
    let mut number = Number::default();
    let mut rest = text;
    while !rest.is_empty() {
        let start = text.len() - rest.len();
        let (part, after) = rest.split_at(segment(rest));
        rest = after;
        let source = start..start + part.len();
        if let "〜" | "～" = part
            && rest.chars().next().is_some_and(|next| next.nfkc().any(|c| c.is_ascii_digit()))
        {
            number.finish(&mut folded);
            folded.push("から", source);
            continue;
        }
        let mut other = String::new();
        for c in part.chars().map(usual_katakana).nfkc().map(plain_quote) {
            if c.is_ascii_digit() {
                push(&mut folded, &mut other, &source);
                number.push(c, &source);
            } else {
                number.finish(&mut folded);
                other.push(c);
            }
        }
        push(&mut folded, &mut other, &source);
    }
    number.finish(&mut folded);
    folded
}

/// Appends what was collected, which is empty afterwards.
fn push(folded: &mut MappedText, part: &mut String, source: &Range<usize>) {
    if !part.is_empty() {
        folded.push(part, source.clone());
        part.clear();
    }
}

/// Bytes of the first character of `text` and of those that combine with it.
fn segment(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    chars.find(|(_, c)| !combines(*c)).map_or(text.len(), |(at, _)| at)
}

/// Whether a character may become one with that before it.
fn combines(c: char) -> bool {
    is_combining_mark(c) || matches!(c, 'ﾞ' | 'ﾟ' | '\u{1160}'..='\u{11ff}')
}

/// Small katakana for Ainu as those of which they are made.
fn usual_katakana(c: char) -> char {
    const SMALL: &str = "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
    const USUAL: &str = "クシストヌハヒフヘホムラリルレロ";
    let small = SMALL.chars().zip(USUAL.chars());
    if !('ㇰ'..='ㇿ').contains(&c) {
        return c;
    }
    small.into_iter().find(|(small, _)| *small == c).map_or(c, |(_, usual)| usual)
}

/// Upstream's quotes; but “these” are 「these」, as which they may have been written.
fn plain_quote(c: char) -> char {
    match c {
        '“' => '「',
        '”' => '」',
        '‘' => '`',
        '’' => '\'',
        _ => c,
    }
}

/// Digits that follow each other.
#[derive(Default)]
struct Number {
    digits: String,
    source: Range<usize>,
}

impl Number {
    fn push(&mut self, digit: char, source: &Range<usize>) {
        if self.digits.is_empty() {
            self.source = source.clone();
        }
        self.digits.push(digit);
        self.source.end = source.end;
    }

    /// Appends the reading, if there are digits.
    fn finish(&mut self, folded: &mut MappedText) {
        if !self.digits.is_empty() {
            let start = self.source.start;
            folded.push(" ", start..start);
            folded.push(&digits::kana(&self.digits), self.source.clone());
            self.digits.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_folded_and_keep_their_place() {
        for (text, folded) in [
            ("ＡＢＣ　１２", "ABC  じゅうに"),
            ("ｶﾞｷﾞﾊﾟ｡", "ガギパ。"),
            ("が", "が"),
            ("㈱㍻①", "(株)平成 いち"),
            ("3〜5〜ね", " さんから ご〜ね"),
            ("1２3", " ひゃくにじゅうさん"),
            ("ㇰ’“”", "ク'「」"),
        ] {
            assert_eq!(fold(text).as_str(), folded, "{text}");
        }
        let folded = fold("ｱ１２ﾊﾟ");
        let at = folded.as_str().find("じゅう").unwrap();
        assert_eq!(folded.source(at..at + 3), 3..9);
        let at = folded.as_str().find('パ').unwrap();
        assert_eq!(folded.source(at..at + 3), 9..15);
    }
}
