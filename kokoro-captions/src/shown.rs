//! What of the original text is shown: all of it, or what is left without markup.

use std::collections::VecDeque;
use std::ops::Range;

use mapped_text::MappedText;

use crate::gap::Glyph;

/// The text as it is shown, read once from its beginning to its end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    /// What is still to be shown, in the order of the text; none if the text is shown as it is.
    pieces: Option<VecDeque<Piece>>,
    /// All before this byte has been shown.
    at: usize,
}

#[derive(Debug, Clone)]
struct Piece {
    source: Range<usize>,
    /// What is shown; none if it is the source itself.
    text: Option<String>,
}

impl Shown {
    /// Shows a block of the text, as it is without markup, and a space after it. From now on, only
    /// what stands in blocks is shown. Blocks come in the order of the text.
    pub fn show(&mut self, text: &str, block: &MappedText) {
        let pieces = self.pieces.get_or_insert_default();
        let mut last = 0..0; // the source of the character before
        for (at, c) in block.as_str().char_indices() {
            let source = block.source(at..at + c.len_utf8());
            let Some(original) = text.get(source.clone()).filter(|part| !part.is_empty()) else {
                continue;
            };
            if source == last {
                // One more character for the same source.
                if let Some(Piece { text: Some(shown), .. }) = pieces.back_mut() {
                    shown.push(c);
                }
                continue;
            }
            if source.start < last.end {
                continue;
            }
            // What was only folded, such as a quotation mark, or is said in other words, is shown
            // as it was; a character reference or an escape as what it stands for.
            let copied = original.chars().nth(1).is_none() || !original.contains(['&', '<', '\\']);
            match pieces.back_mut() {
                Some(Piece { source: before, text: None })
                    if copied && before.end == source.start =>
                {
                    before.end = source.end;
                }
                _ => {
                    let text = (!copied).then(|| c.to_string());
                    pieces.push_back(Piece { source: source.clone(), text });
                }
            }
            last = source;
        }
        pieces.push_back(Piece { source: last.end..last.end, text: Some(" ".into()) });
    }

    /// What is shown of `text` from where the last call ended up to the byte `to`.
    pub fn take(&mut self, text: &str, to: usize) -> Vec<Glyph> {
        let (from, to) = (self.at, to.max(self.at));
        self.at = to;
        let Some(pieces) = &mut self.pieces else { return copied(text, from..to).collect() };
        let mut glyphs = Vec::new();
        while let Some(piece) = pieces.front_mut().filter(|piece| piece.source.start < to) {
            match &piece.text {
                Some(shown) => {
                    glyphs.extend(shown.chars().map(|c| Glyph { c, source: piece.source.clone() }))
                }
                None => {
                    glyphs.extend(copied(text, piece.source.start..piece.source.end.min(to)));
                    if piece.source.end > to {
                        piece.source.start = to;
                        break;
                    }
                }
            }
            pieces.pop_front();
        }
        glyphs
    }
}

/// The characters of a part of the text; none if the part divides a character.
fn copied(text: &str, range: Range<usize>) -> impl Iterator<Item = Glyph> {
    let start = range.start;
    let part = text.get(range).unwrap_or_default();
    part.char_indices()
        .map(move |(at, c)| Glyph { c, source: start + at..start + at + c.len_utf8() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(shown: &mut Shown, text: &str, to: usize) -> String {
        shown.take(text, to).iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn plain_text_is_shown_as_it_is() {
        let mut shown = Shown::default();
        assert_eq!(taken(&mut shown, "né x", 3), "né");
        assert_eq!(taken(&mut shown, "né x", 5), " x");
    }

    #[test]
    fn what_is_said_in_other_words_is_shown_as_written() {
        let text = "<sub alias=\"World Wide\">W3</sub>\\*";
        let mut block = MappedText::default();
        block.push("World Wide", 24..26);
        block.push("*", 32..34);
        let mut shown = Shown::default();
        shown.show(text, &block);
        assert_eq!(taken(&mut shown, text, text.len()), "W3*");
    }

    #[test]
    fn markup_is_not_shown() {
        let text = "**AT&amp;T** \"ﬁ\" [a](b)";
        let mut block = MappedText::default();
        block.push_copy("AT", 2);
        block.push("&", 4..9);
        block.push_copy("T", 9);
        block.push_copy(" ", 12);
        block.push("“", 13..14);
        block.push("fi", 14..17);
        block.push("”", 17..18);
        block.push_copy(" ", 18);
        block.push_copy("a", 20);
        let mut shown = Shown::default();
        shown.show(text, &block);
        assert_eq!(taken(&mut shown, text, 3), "A");
        assert_eq!(taken(&mut shown, text, 10), "T&T");
        assert_eq!(taken(&mut shown, text, text.len()), " \"ﬁ\" a ");
    }
}
