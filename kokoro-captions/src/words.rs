//! From spoken words to written ones.

use std::borrow::Cow;
use std::ops::Range;

use mapped_text::MappedText;

use crate::draft::{Draft, Said};
use crate::gap::{Glyph, collapsed, part_of_next};
use crate::places::Place;
use crate::shown::Shown;
use crate::spoken::{Boundary, SpokenWord};
use crate::written::{Display, WrittenWord};

/// Characters between two words of which nothing is said, such as a row of signs, are shown if
/// there are at most this many: about a line.
const MAX_UNSPOKEN: usize = 40;

/// Makes written words of spoken ones, as they come.
///
/// Spoken words are one written word if their sources overlap, or if they touch and are written in
/// one: without white space, a mark that is spoken as a pause, or markup between them. The README
/// says more. A word is given out when the next one shows that it is complete, and the last one by
/// [`finish`](Self::finish).
///
/// Words and times only go forwards: a time before the end of the word before is moved there, and a
/// source before it is left out. A source beyond the text or within a character is cut to fit.
#[derive(Debug, Clone)]
pub struct WrittenWords<'a> {
    text: Cow<'a, str>,
    shown: Shown,
    place: Place,
    /// The word that is being put together.
    open: Option<Draft>,
    /// What was said without a source, until there is a word that it can be said of.
    homeless: Option<Said>,
    /// Whether the next word is another one though it may touch the open one.
    separate: bool,
    /// What ended after the open word.
    boundary: Option<Boundary>,
    sentence: usize,
    paragraph: usize,
    /// The end of the last spoken word.
    time: u64,
    /// What is shown before the next word and belongs to it, if the word before was
    /// [completed](Self::complete).
    held: Vec<Glyph>,
    /// Whether a word was completed after which a sentence or paragraph ended.
    completed: bool,
}

impl<'a> WrittenWords<'a> {
    /// The written words of `text`, the original that the sources of spoken words point into.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            shown: Shown::default(),
            place: Place::default(),
            open: None,
            homeless: None,
            separate: false,
            boundary: None,
            sentence: 0,
            paragraph: 0,
            time: 0,
            held: Vec::new(),
            completed: false,
        }
    }

    /// Adds to the text, if it comes in pieces. The text up to a word must be there before the word
    /// is spoken.
    pub fn push_text(&mut self, more: &str) {
        self.text.to_mut().push_str(more);
    }

    /// For text with markup: shows a block of it as it is without, as `kokoro-document` gives it.
    /// Once a block is shown, only what stands in blocks is shown. Blocks come in their order, each
    /// before its words. [`WrittenWord::word`] stays what the text has.
    pub fn show(&mut self, block: &MappedText) {
        self.shown.show(&self.text, block);
    }

    /// Takes the next spoken word. Gives the written word before it, if this one shows that it is
    /// complete.
    pub fn push(&mut self, word: &SpokenWord<'_>) -> Option<WrittenWord> {
        let start = word.time.start.max(self.time);
        self.time = word.time.end.max(start);
        let mut said = Said {
            spoken: word.spoken.into(),
            phonemes: word.phonemes.into(),
            time: start..self.time,
        };
        let source = self.valid(word.source.clone());
        if source.is_empty() {
            self.push_homeless(said);
            return None;
        }
        if let Some(before) = self.homeless.take() {
            said = before.followed_by(said);
        }
        match &mut self.open {
            Some(open) if open.takes(&self.text, &source, self.separate) => {
                open.said.append(said);
                open.source.end = open.source.end.max(source.end);
                None
            }
            _ => self.begin(source, said),
        }
    }

    /// Says that a punctuation mark was spoken, as a pause, for these bytes of the text. Words on
    /// both sides of it are different ones.
    pub fn punctuation(&mut self, source: Range<usize>) {
        self.separate |= self.open.as_ref().is_some_and(|open| source.end > open.source.end);
    }

    /// Says that a sentence or a paragraph ends after the last spoken word.
    pub fn end(&mut self, boundary: Boundary) {
        self.separate = true;
        self.boundary = self.boundary.max(Some(boundary));
    }

    /// Gives the last word now, if a sentence or a paragraph has [ended](Self::end) after it: for
    /// those who cannot wait for the next one. What is said later for the same bytes is no longer a
    /// part of it. `to` is a byte of the text that all words so far stand before; what is shown
    /// behind it is shown with the next word, and [`Display::space`] is false.
    pub fn complete(&mut self, to: usize) -> Option<WrittenWord> {
        self.boundary?;
        let end = self.open.as_ref()?.source.end;
        let to = self.text.floor_char_boundary(to).max(end);
        let (word, next) = self.close(Some(to))?;
        (self.held, self.completed) = (next, true);
        Some(word)
    }

    /// Gives the last word, if any was spoken.
    pub fn finish(mut self) -> Option<WrittenWord> {
        if let (Some(open), Some(said)) = (&mut self.open, self.homeless.take()) {
            open.said.append(said);
        }
        self.close(None).map(|(word, _)| word)
    }

    /// Begins a word, and gives the one before it.
    fn begin(&mut self, source: Range<usize>, said: Said) -> Option<WrittenWord> {
        let closed = self.close(Some(source.start));
        let (word, next) = match closed {
            Some((word, next)) => (Some(word), next),
            None => {
                let mut next = std::mem::take(&mut self.held);
                next.extend(self.shown.take(&self.text, source.start));
                if self.completed {
                    let spaces = next.iter().take_while(|glyph| glyph.c.is_whitespace()).count();
                    next.drain(..spaces); // which belong to the word before
                }
                (None, next)
            }
        };
        if word.is_some() || std::mem::take(&mut self.completed) {
            self.sentence += usize::from(self.boundary.is_some());
            self.paragraph += usize::from(self.boundary == Some(Boundary::Paragraph));
        }
        (self.boundary, self.separate) = (None, false);
        self.open = Some(Draft {
            outer_start: next.first().map_or(source.start, |glyph| glyph.source.start),
            before: unspoken(&next).trim_start().into(),
            source,
            said,
            sentence: self.sentence,
            paragraph: self.paragraph,
        });
        word
    }

    /// Completes the open word, before a word that begins at `next`; if none follows, with all that
    /// is left of the text. Gives also what is shown between the two and belongs to the next.
    fn close(&mut self, next: Option<usize>) -> Option<(WrittenWord, Vec<Glyph>)> {
        let open = self.open.take()?;
        let shown = collapsed(&self.shown.take(&self.text, open.source.end));
        let word = &self.text[open.source.clone()];
        let mut gap = self.shown.take(&self.text, next.unwrap_or(self.text.len()));
        let of_next = match next {
            Some(_) => gap.split_off(part_of_next(&gap)),
            None => Vec::new(),
        };
        let space = gap.last().is_some_and(|glyph| glyph.c.is_whitespace());
        while gap.last().is_some_and(|glyph| glyph.c.is_whitespace()) {
            gap.pop();
        }
        let after = unspoken(&gap);
        let outer_end = match gap.last() {
            Some(last) if !after.is_empty() => last.source.end,
            _ => open.source.end,
        };
        let ranges = self.place.pass(&self.text, open.source.clone());
        let display = Display {
            before: open.before,
            word: if shown.trim().is_empty() { word } else { shown.trim() }.into(),
            after,
            space,
            bytes: open.outer_start..outer_end.max(open.source.end),
        };
        let written = WrittenWord {
            word: word.into(),
            start: open.said.time.start,
            end: open.said.time.end,
            bytes: open.source,
            chars: ranges.chars,
            utf16: ranges.utf16,
            spoken: open.said.spoken,
            phonemes: open.said.phonemes,
            sentence: open.sentence,
            paragraph: open.paragraph,
            display,
        };
        Some((written, of_next))
    }

    /// What was said without a source is said of the word before it in its sentence, or else of the
    /// word after it.
    fn push_homeless(&mut self, said: Said) {
        match (&mut self.open, self.boundary, &mut self.homeless) {
            (Some(open), None, _) => open.said.append(said),
            (_, _, homeless @ None) => *homeless = Some(said),
            (_, _, Some(before)) => before.append(said),
        }
    }

    /// The part of a source that is in the text, not before the open word or the last one given,
    /// divides no character and has nothing at its ends that is not seen.
    fn valid(&self, source: Range<usize>) -> Range<usize> {
        let first = self.open.as_ref().map_or(self.place.bytes, |open| open.source.start);
        let text: &str = &self.text;
        let end = text.floor_char_boundary(source.end);
        let start = text.floor_char_boundary(source.start).clamp(first, end.max(first));
        let part = text.get(start..end).unwrap_or_default();
        let start = start + (part.len() - part.trim_start_matches(is_unseen).len());
        start..start + part.trim_matches(is_unseen).len()
    }
}

/// White space, control characters, zero-width space, byte order mark.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// What is shown of characters of which nothing is said.
fn unspoken(glyphs: &[Glyph]) -> String {
    let shown = collapsed(glyphs);
    if shown.chars().nth(MAX_UNSPOKEN).is_some() { String::new() } else { shown }
}
