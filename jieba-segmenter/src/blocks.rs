//! A text in blocks: of characters that words are made of, and of others.

use std::ops::Range;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its bytes; never empty.
    pub(crate) range: Range<usize>,
    /// Whether words are made of its characters. If not, it is one character, or a line break of
    /// two.
    pub(crate) of_words: bool,
}

/// The blocks of `text`, in order and without a gap.
pub(crate) fn blocks(text: &str) -> impl Iterator<Item = Block> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let of_words = is_of_words(first);
        let len = match first {
            _ if of_words => rest.find(|c| !is_of_words(c)).unwrap_or(rest.len()),
            '\r' if rest.starts_with("\r\n") => 2,
            other => other.len_utf8(),
        };
        let range = at..at + len;
        at = range.end;
        Some(Block { range, of_words })
    })
}

/// The Chinese characters that jieba knows as such: those of Unicode 8 in the block of CJK Unified
/// Ideographs.
pub(crate) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fd5}')
}

fn is_of_words(c: char) -> bool {
    is_chinese(c)
        || c.is_ascii_alphanumeric()
        || matches!(c, '+' | '#' | '&' | '.' | '_' | '%' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_no_gap() {
        let text = "我a+\r\n\n。鿿好";
        let found: Vec<_> = blocks(text).map(|b| (&text[b.range], b.of_words)).collect();
        let others = [("\r\n", false), ("\n", false), ("。", false), ("鿿", false)];
        assert_eq!(found[0], ("我a+", true));
        assert_eq!(found[1..5], others);
        assert_eq!(found[5..], [("好", true)]);
    }
}
