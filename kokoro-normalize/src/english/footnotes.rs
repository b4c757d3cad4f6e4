//! Marks of footnotes, which are silent: "fell.[12]", "word*", "[citation needed]".

use crate::cursor::{Cursor, Match};
use crate::said::Said;

/// "[12]" and its like, and "*" and "†", directly behind a word or the end of a sentence.
pub(crate) fn footnote(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let behind = cursor.before().is_some_and(|c| {
        c.is_alphabetic()
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '”' | ')' | '’' | ']')
    });
    if !behind {
        return None;
    }
    let len = match cursor.first()? {
        '[' => bracket(rest)?,
        '*' => {
            let stars = rest.bytes().take_while(|b| *b == b'*').count();
            let ends =
                rest[stars..].is_empty() || rest[stars..].starts_with([' ', ',', '.', ')', ';']);
            // One that stands before a word, too, opens emphasis that is closed here.
            let open = cursor.past().split_whitespace().any(|word| word.starts_with('*'));
            (ends && !open).then_some(stars)?
        }
        _ => return None,
    };
    Some(Match { len, said: Said::silent() })
}

/// The length of "[12]", "[3, 4]", "[5–7]", "[a]", "[note 1]", "[citation needed]".
fn bracket(text: &str) -> Option<usize> {
    const WORDS: [&str; 8] = [
        "citation needed",
        "note",
        "update",
        "who?",
        "when?",
        "clarification needed",
        "by whom?",
        "according to whom?",
    ];
    let end = text.get(..text.len().min(40)).or(Some(text))?.find(']')?;
    let inner = &text[1..end];
    let number = !inner.starts_with('0')
        && inner.bytes().any(|b| b.is_ascii_digit())
        && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–'));
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let word = WORDS.iter().any(|word| inner.to_ascii_lowercase() == *word)
        || inner
            .strip_prefix("note ")
            .or(inner.strip_prefix("nb "))
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let index = letter && !text[end + 1..].starts_with(|c: char| c.is_alphanumeric());
    (number || word || index).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn marks_of_footnotes() {
        for (text, expected) in [
            ("The city fell.[12] Nobody wept.[3][4]", "The city fell. Nobody wept."),
            ("It is so[5–7], they say.[citation needed]", "It is so, they say."),
            ("All prices* are net**.", "All prices are net."),
        ] {
            assert_eq!(said(footnote, text), expected);
        }
        for text in ["see [12] for more", "*bold* text", "a[i] = b[0]1", "he [Tom] left"] {
            assert_ne!(said(footnote, text), "", "{text}");
        }
        assert_eq!(said(footnote, "see [12], he [Tom], *so* it"), "see [12], he [Tom], *so* it");
    }
}
