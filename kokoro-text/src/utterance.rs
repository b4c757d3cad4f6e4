//! What the model speaks in one pass.

use std::ops::Range;

use crate::boundary::Boundary;
use crate::seams::{Seam, seams};
use crate::split::split_at_seams;
use crate::symbols::is_sound;
use crate::word::Origin;

/// What is said in one run of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Utterance {
    /// The sentence as it is written. If its phonemes needed several utterances, each has all of
    /// it.
    pub text: String,
    /// 1 to [`MAX_PHONEMES`](crate::MAX_PHONEMES) phonemes. If none of them
    /// [sounds](crate::is_sound), the utterance is a pause.
    pub phonemes: String,
    /// For each character of `phonemes`, the bytes of the whole text that it was read from: those
    /// of its word.
    pub sources: Vec<Range<usize>>,
    /// Its words, in order. Empty if phonemes were given and no text.
    pub words: Vec<SpokenWord>,
    /// What of the text was left out, because nothing can be said of it. If a sentence needed
    /// several utterances, the first of them has it.
    pub unknown: Vec<String>,
    /// What ends with it.
    pub boundary: Boundary,
}

/// A word of an utterance: what was written, what is said, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SpokenWord {
    /// The word as it is said: of "$5" it is "five", and then "dollars".
    pub spoken: String,
    /// The bytes of the whole text that it was read from. The words of a number share theirs.
    pub source: Range<usize>,
    /// Where its pronunciation came from.
    pub origin: Origin,
    /// Its place in the utterance's phonemes, counted in characters and not in bytes.
    pub symbols: Range<usize>,
}

impl Utterance {
    /// An utterance of `phonemes` that were all read from the bytes `source` of a text.
    pub fn new(text: &str, phonemes: &str, source: Range<usize>) -> Self {
        let sources = vec![source; phonemes.chars().count()];
        let (text, phonemes) = (text.into(), phonemes.into());
        Self { text, phonemes, sources, ..Self::default() }
    }

    /// The same utterance in utterances of at most `limit` phonemes, as [`split`](crate::split)
    /// divides them; where it would cut at any space, it is cut before a conjunction if it can, and
    /// not after an article.
    /// What was unknown is reported with the first.
    pub fn split(&self, limit: usize) -> Vec<Self> {
        let mut parts: Vec<Self> = Vec::new();
        let (mut bytes, mut symbols) = (0, 0); // of the phonemes, before the next piece
        let seams = seams(self.words.iter().map(|word| word.spoken.as_str())).into_iter();
        let seams: Vec<(usize, Seam)> =
            seams.map(|(word, seam)| (self.words[word].symbols.start, seam)).collect();
        for piece in split_at_seams(&self.phonemes, limit, &seams) {
            let start = piece.as_ptr() as usize - self.phonemes.as_ptr() as usize;
            let from = symbols + self.phonemes[bytes..start].chars().count();
            let to = from + piece.chars().count();
            parts.push(self.part(piece, from..to));
            (bytes, symbols) = (start + piece.len(), to);
        }
        if let Some(first) = parts.first_mut() {
            first.unknown.clone_from(&self.unknown);
        }
        if let Some(last) = parts.last_mut() {
            last.boundary = self.boundary;
        }
        parts
    }

    /// A part of it: the phonemes at the places `symbols`, counted in characters, without spaces at
    /// its ends, and what belongs to them. A part that is not the last ends as a sentence does that
    /// is cut there. What was unknown is reported with the first.
    ///
    /// # Panics
    /// If `symbols` ends before it begins.
    #[must_use]
    pub fn slice(&self, symbols: Range<usize>) -> Self {
        let place = |at| {
            let mut places = self.phonemes.char_indices().map(|(place, _)| place);
            places.nth(at).unwrap_or(self.phonemes.len())
        };
        let (start, end) = (place(symbols.start), place(symbols.end));
        let phonemes = &self.phonemes[start..end];
        let trimmed = phonemes.trim();
        let before = phonemes.chars().take_while(|c| c.is_whitespace()).count();
        let from = symbols.start + before;
        let mut part = self.part(trimmed, from..from + trimmed.chars().count());
        if symbols.start == 0 {
            part.unknown.clone_from(&self.unknown);
        }
        if end == self.phonemes.len() {
            part.boundary = self.boundary;
        }
        part
    }

    /// The part with these symbols, which are `phonemes`.
    fn part(&self, phonemes: &str, symbols: Range<usize>) -> Self {
        // A caller may have added phonemes without a source.
        let known = symbols.end.min(self.sources.len());
        let words = self.words.iter().filter_map(|word| {
            let start = word.symbols.start.clamp(symbols.start, symbols.end);
            let end = word.symbols.end.clamp(symbols.start, symbols.end);
            let within = start - symbols.start..end - symbols.start;
            (start < end).then(|| SpokenWord { symbols: within, ..word.clone() })
        });
        Self {
            text: self.text.clone(),
            phonemes: phonemes.into(),
            sources: self.sources[symbols.start.min(known)..known].to_vec(),
            words: words.collect(),
            unknown: Vec::new(),
            boundary: Boundary::within_sentence(phonemes),
        }
    }

    /// Whether any of its phonemes [sounds](crate::is_sound). If none does, it is a pause.
    pub fn sounds(&self) -> bool {
        self.phonemes.contains(is_sound)
    }

    /// The bytes of the whole text from the first phoneme's source to the end of the last one's;
    /// empty if there are no phonemes.
    pub fn source(&self) -> Range<usize> {
        let start = self.sources.iter().map(|source| source.start).min();
        let end = self.sources.iter().map(|source| source.end).max();
        start.unwrap_or(0)..end.unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_places() {
        let mut whole = Utterance::new("a text", "həlˈO, wˈɜɹld.", 0..6);
        for (at, source) in whole.sources.iter_mut().enumerate() {
            *source = at..at + 1;
        }
        whole.unknown = vec!["☃".into()];
        let word = |spoken: &str, symbols| SpokenWord {
            spoken: spoken.into(),
            source: 0..6,
            origin: Origin::Lexicon,
            symbols,
        };
        whole.words = vec![word("hello", 0..5), word("world", 7..13)];
        let pieces = whole.split(8);
        assert_eq!(pieces.len(), 2);
        assert_eq!((pieces[0].source(), pieces[1].source()), (0..6, 7..14));
        assert_eq!((pieces[0].unknown.len(), pieces[1].unknown.len()), (1, 0));
        let boundaries = (pieces[0].boundary, pieces[1].boundary);
        assert_eq!(boundaries, (Boundary::Comma, Boundary::Sentence));
        assert_eq!(pieces[0].words, [word("hello", 0..5)]);
        assert_eq!(pieces[1].words, [word("world", 0..6)]);
        assert!(pieces.iter().all(|piece| piece.text == "a text"));
        assert_eq!((whole.slice(0..6), whole.slice(6..14)), (pieces[0].clone(), pieces[1].clone()));
        assert_eq!(whole.slice(0..14), whole);
        whole.sources.truncate(9);
        assert_eq!(whole.split(8)[1].sources, [7..8, 8..9]);
    }
}
