//! A text cut where its script changes and at its punctuation.

use std::ops::Range;

use super::marks::mark;

/// What a piece of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Chinese characters that stand side by side, in the range that misaki gives to jieba.
    Chinese,
    /// Words of the Latin script.
    Latin,
    /// A punctuation mark.
    Mark,
    /// A character from elsewhere, such as `〇` and rare ideographs; or a run of another script.
    Other,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its bytes; never empty.
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// The pieces of `text`, in order. Only white space lies between them.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text[at..].trim_start();
        let start = text.len() - rest.len();
        let first = rest.chars().next()?;
        let run = |wanted: fn(char) -> bool| rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        let (len, kind) = if is_chinese(first) {
            (run(is_chinese), Kind::Chinese)
        } else if is_latin(first) {
            (latin(rest), Kind::Latin)
        } else if mark(first).is_some() {
            (first.len_utf8(), Kind::Mark)
        } else if is_of_other_script(first) {
            (run(is_of_other_script), Kind::Other)
        } else {
            (first.len_utf8(), Kind::Other)
        };
        at = start + len;
        Some(Piece { range: start..at, kind })
    })
}

/// The bytes of the Latin words at the start of `text`. Single signs and spaces between letters
/// belong to them.
fn latin(text: &str) -> usize {
    let mut end = 0;
    let mut sign = false;
    for (at, c) in text.char_indices() {
        if is_latin(c) || is_combining(c) {
            end = at + c.len_utf8();
            sign = false;
        } else if !sign && matches!(c, ' ' | '\'' | '’' | '-' | '&' | '.' | '/' | '_' | '@' | '+')
        {
            sign = true;
        } else {
            break;
        }
    }
    end
}

/// What misaki's `legacy_call` takes for Chinese.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A letter that is neither Latin nor an ideograph.
fn is_of_other_script(c: char) -> bool {
    c.is_alphabetic() && !is_latin(c) && !is_ideograph(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        let text = "我用 Wi-Fi 看YouTube Music。二〇㐂 Привет-こんにちは☃";
        let found: Vec<_> = pieces(text).map(|piece| (&text[piece.range], piece.kind)).collect();
        let expected = [
            ("我用", Kind::Chinese),
            ("Wi-Fi", Kind::Latin),
            ("看", Kind::Chinese),
            ("YouTube Music", Kind::Latin),
            ("。", Kind::Mark),
            ("二", Kind::Chinese),
            ("〇", Kind::Other),
            ("㐂", Kind::Other),
            ("Привет", Kind::Other),
            ("-", Kind::Other),
            ("こんにちは", Kind::Other),
            ("☃", Kind::Other),
        ];
        assert_eq!(found, expected);
    }
}
