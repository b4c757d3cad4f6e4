//! Punctuation marks as the model's symbols, with the spaces that misaki's `map_punctuation` puts.

/// What becomes of a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) symbol: char,
    pub(super) space_before: bool,
    pub(super) space_after: bool,
}

/// The mark that `c` is. None if it is none that the model knows or for which one of those stands.
pub(super) fn mark(c: char) -> Option<Mark> {
    let (symbol, space_before, space_after) = match c {
        '、' | '，' => (',', false, true),
        '。' | '．' => ('.', false, true),
        '！' => ('!', false, true),
        '：' => (':', false, true),
        '；' => (';', false, true),
        '？' => ('?', false, true),
        '«' | '《' | '「' | '【' => ('“', true, false),
        '»' | '》' | '」' | '】' => ('”', false, true),
        '（' => ('(', true, false),
        '）' => (')', false, true),
        // misaki leaves these out. They are dashes of the width of a Chinese character.
        '―' | '─' | '━' => ('—', false, false),
        ';' | ':' | ',' | '.' | '!' | '?' | '—' | '…' | '"' | '(' | ')' | '“' | '”' => {
            (c, false, false)
        }
        _ => return None,
    };
    Some(Mark { symbol, space_before, space_after })
}
