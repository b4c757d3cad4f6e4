//! Whether a sentence has ended, whatever follows.

use kokoro_text::sentence_ranges;

/// How much of the text before a mark, in bytes, can decide whether a sentence ends with it.
const BEFORE: usize = 160;

/// How the text may go on after a full stop so that an abbreviation shows itself: a word that
/// begins no sentence in particular, a roman number, a day, a digit.
const CONTINUATIONS: [&str; 4] = ["Zed zed", "VI zed", "Monday zed", "5 zed"];

/// Whether a sentence ends between `before`, which ends with white space, and `rest`, which goes on
/// after it.
pub(super) fn ends_between(before: &str, rest: &str) -> bool {
    let start = before.ceil_char_boundary(before.len().saturating_sub(BEFORE));
    ends(&without_markup(&before[start..]), &without_markup(rest))
}

/// Whether a sentence ends with `before`, whatever comes after it and begins with a capital or a
/// digit.
pub(super) fn ends_anyhow(before: &str) -> bool {
    let start = before.ceil_char_boundary(before.len().saturating_sub(BEFORE));
    let before = without_markup(&before[start..]);
    CONTINUATIONS.iter().all(|rest| ends(&before, rest))
}

fn ends(before: &str, rest: &str) -> bool {
    let before = before.trim_end();
    let text = format!("{before} {rest}");
    sentence_ranges(&text).any(|sentence| sentence.start >= before.len())
}

/// The text in one line, without the marks of emphasis that may stand at the end of a sentence.
fn without_markup(text: &str) -> String {
    let lines = text.replace(['\n', '\r'], " ");
    lines.replace(is_emphasis, "")
}

/// Marks around words that are not spoken.
pub(super) fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_needs_the_next_word() {
        assert!(ends_anyhow("That is all.") && ends_anyhow("**All.**") && ends_anyhow("真的。"));
        for text in ["Dr.", "in the U.S.", "at 5 p.m.", "No.", "J.", "1.", "Well…", "a line"] {
            assert!(!ends_anyhow(text), "{text}");
        }
        assert!(ends_between("in the U.S. ", "The") && !ends_between("in the U.S. ", "Army"));
        assert!(!ends_between("Hello. ", "and") && ends_between("Hello.** ", "**And"));
    }
}
