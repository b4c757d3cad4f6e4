//! What stands between two words, divided: which of it belongs to the word before, which to the
//! word after.

use std::ops::Range;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A character that is shown, and the bytes of the original text that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub c: char,
    pub source: Range<usize>,
}

/// Where the part of the gap begins that belongs to the word after it: `gap.len()` if all belongs
/// to the word before.
///
/// What stands after the last white space belongs to the word after it; so do opening brackets and
/// quotation marks that touch it (with French, after the space within: « so »). All else belongs to
/// the word before, dashes and French exclamation marks after a space too.
pub(crate) fn part_of_next(gap: &[Glyph]) -> usize {
    let spaces = gap.iter().rev().take_while(|glyph| glyph.c.is_whitespace()).count();
    let end = gap.len() - spaces;
    let last_space = gap[..end].iter().rposition(|glyph| glyph.c.is_whitespace());
    if spaces == 0
        && let Some(space) = last_space
    {
        return space + 1;
    }
    let openings = gap[..end].iter().rev().take_while(|glyph| is_opening(glyph.c)).count();
    let start = end - openings;
    let follows_space = start > 0 && last_space == Some(start - 1);
    let belongs = openings > 0 && (spaces == 0 || follows_space);
    if belongs { start } else { gap.len() }
}

/// The characters, each run of white space as one space, without control characters.
pub(crate) fn collapsed(glyphs: &[Glyph]) -> String {
    let mut line = String::new();
    for glyph in glyphs {
        if !glyph.c.is_whitespace() {
            line.extend((!glyph.c.is_control() && glyph.c != '\u{feff}').then_some(glyph.c));
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

fn is_opening(c: char) -> bool {
    use GeneralCategory::{InitialPunctuation, OpenPunctuation};
    matches!(c, '¿' | '¡') || matches!(c.general_category(), InitialPunctuation | OpenPunctuation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_goes_to_the_word_that_it_touches() {
        let cases = [
            ("", "", ""),
            (" ", " ", ""),
            (", ", ", ", ""),
            (". “", ". ", "“"),
            (".\" (", ".\" ", "("),
            ("—", "—", ""),
            (" – ", " – ", ""),
            ("(", "", "("),
            ("。「", "。", "「"),
            ("：“", "：", "“"),
            ("\u{a0}! ", "\u{a0}! ", ""),
            ("\u{a0}: «\u{a0}", "\u{a0}: ", "«\u{a0}"),
            ("\u{a0}» ", "\u{a0}» ", ""),
            ("« ", "« ", ""),
            (", ¿", ", ", "¿"),
            ("\" \"", "\" ", "\""),
            (" #", " ", "#"),
        ];
        for (gap, before, after) in cases {
            let glyphs: Vec<_> =
                gap.char_indices().map(|(at, c)| Glyph { c, source: at..at + 1 }).collect();
            let at = part_of_next(&glyphs);
            let text = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.c).collect::<String>();
            assert_eq!((&*text(&glyphs[..at]), &*text(&glyphs[at..])), (before, after), "{gap:?}");
        }
    }

    #[test]
    fn white_space_collapses() {
        let glyphs: Vec<_> =
            "a\r\n\t b\0\u{feff}".chars().map(|c| Glyph { c, source: 0..1 }).collect();
        assert_eq!(collapsed(&glyphs), "a b");
    }
}
