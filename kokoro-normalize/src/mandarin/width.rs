//! Characters of the width of an ideograph that stand for narrow ones.

use std::ops::Range;

use mapped_text::{Edits, MappedText};

/// `text` with narrow letters and digits in the place of wide ones ("ＡＰＰ", "３"), and 零 for 〇.
pub fn half_width(text: &MappedText) -> MappedText {
    edits(text.as_str(), &[], |c, _, _| letter_or_digit(c)).apply(text)
}

/// As [`half_width`], and with narrow signs in the place of wide ones between digits ("１２：３０").
/// Also gives where the `protected` ranges are then, which stay as they are.
pub(super) fn half_width_numbers(
    text: &MappedText,
    protected: &[Range<usize>],
) -> (MappedText, Vec<Range<usize>>) {
    let edits = edits(text.as_str(), protected, |c, before, after| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| narrow(c).is_ascii_digit());
        let sign = match narrow(c) {
            ':' | '.' | '-' | '/' | '+' | '=' => is_digit(before) && is_digit(after),
            '%' | '$' | '<' | '>' | '@' | '~' => true,
            _ => false,
        };
        letter_or_digit(c).or(sign.then(|| narrow(c))).filter(|narrow| *narrow != c)
    });
    let protected = protected.iter().map(|range| edits.moved(range)).collect();
    (edits.apply(text), protected)
}

/// The edits that put what `fold` makes of a character, given its neighbours, in its place.
fn edits(
    text: &str,
    protected: &[Range<usize>],
    fold: impl Fn(char, Option<char>, Option<char>) -> Option<char>,
) -> Edits {
    let mut edits = Edits::default();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    let mut protected = protected.iter().peekable();
    while let Some((at, c)) = chars.next() {
        while protected.next_if(|range| range.end <= at).is_some() {}
        let kept = protected.peek().is_some_and(|range| range.start <= at);
        let after = chars.peek().map(|(_, next)| *next);
        if !kept && let Some(new) = fold(c, before, after) {
            edits.replace(at..at + c.len_utf8(), new);
        }
        before = Some(c);
    }
    edits
}

fn letter_or_digit(c: char) -> Option<char> {
    match c {
        '〇' => Some('零'),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Some(narrow(c)),
        _ => None,
    }
}

/// The narrow character of a wide one of the block of fullwidth forms of ASCII; else `c`.
fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xff01 + 0x21).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_become_narrow() {
        let source = MappedText::from_source("ＡＰＰ３：二〇，１２：３０。");
        assert_eq!(half_width(&source).as_str(), "APP3：二零，12：30。");
        let (text, moved) = half_width_numbers(&source, &[0..9, 18..21]);
        assert_eq!(text.as_str(), "ＡＰＰ3：二〇，12:30。");
        assert_eq!(moved, [0..9, 16..19]);
        assert_eq!(text.source(22..23), 24..27);
    }
}
