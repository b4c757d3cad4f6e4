//! Sounds that are written longer than they are said, for emphasis: すごーーい, ね〜, いたっっ.

use std::ops::Range;

use mapped_text::{Edits, MappedText};

/// Writes a run of marks of a long vowel, or waves that stand for one, as one mark, and a run of
/// small っ as one.
pub(super) fn write(text: &MappedText) -> MappedText {
    let mut edits = Edits::default();
    let mut before = None;
    let mut run: Option<(char, Range<usize>)> = None; // a run, and what stands before it
    for (at, c) in text.as_str().char_indices() {
        let end = at + c.len_utf8();
        match &mut run {
            Some((first, range)) if same(*first, c) => range.end = end,
            _ => {
                if let Some((first, range)) = run.take() {
                    shorten(&mut edits, text.as_str(), first, range);
                }
                if before.is_some_and(is_kana) && (is_long(c) || is_stop(c)) {
                    run = Some((c, at..end));
                }
            }
        }
        before = Some(c);
    }
    if let Some((first, range)) = run {
        shorten(&mut edits, text.as_str(), first, range);
    }
    if edits.is_empty() { text.clone() } else { edits.apply(text) }
}

/// Replaces a run by one mark, unless it is one or a wave that leads to the next word.
fn shorten(edits: &mut Edits, text: &str, first: char, range: Range<usize>) {
    let said = if is_stop(first) { first } else { 'ー' };
    let leads = |c: char| c.is_alphanumeric() && !matches!(c, 'ぁ'..='ん');
    let wave = !is_stop(first) && first != 'ー';
    let one = range.len() == said.len_utf8() && first == said;
    let kept = one || wave && text[range.end..].starts_with(leads);
    if !kept {
        edits.replace(range, said.to_string());
    }
}

fn same(first: char, c: char) -> bool {
    is_long(first) && is_long(c) || is_stop(first) && first == c
}

fn is_long(c: char) -> bool {
    matches!(c, 'ー' | '〜' | '~')
}

fn is_stop(c: char) -> bool {
    matches!(c, 'っ' | 'ッ')
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ヶ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_one_mark() {
        for (text, written) in [
            ("すごーーい", "すごーい"),
            ("ね〜、そうだよ~~。", "ねー、そうだよー。"),
            ("いたっっ、ええー〜", "いたっ、ええー"),
            ("えーと、あっ、スーパー", "えーと、あっ、スーパー"),
            ("ここ〜東京、アメリカ〜カナダ", "ここ〜東京、アメリカ〜カナダ"),
            ("〜〜、東京〜", "〜〜、東京〜"),
        ] {
            assert_eq!(write(&MappedText::from_source(text)).as_str(), written);
        }
    }
}
