//! Room in an utterance for the pauses that are asked for within it: marks, so that the model makes
//! a pause there.

use kokoro_text::{SpokenWord, Utterance};

use crate::punctuation::gap_at;

/// The mark that is put in where a pause is asked for and no mark makes one, and a space.
pub(crate) const MARK: &str = ", ";

/// Whether the utterance of `phonemes` has no mark that makes a pause at the place `at`.
pub(crate) fn needs_mark(phonemes: &[char], at: usize) -> bool {
    gap_at(phonemes, at).kind.is_none()
}

/// Puts a mark in at each of some places, which are in order and need one. Says where what stood at
/// each place of the phonemes is now.
pub(crate) fn make_room(utterance: &mut Utterance, places: &[usize]) -> Moved {
    let phonemes: Vec<char> = utterance.phonemes.chars().collect();
    let mut moved = Moved::default();
    let old = std::mem::take(&mut utterance.phonemes);
    let sources = std::mem::take(&mut utterance.sources);
    let mut places = places.iter().map(|at| mark_place(&phonemes, *at)).peekable();
    for (at, symbol) in old.chars().enumerate() {
        while let Some((_, spaced)) = places.next_if(|(place, _)| *place == at) {
            let mark = if spaced { MARK.trim_end() } else { MARK };
            let place = sources.get(at).map_or(0, |source| source.start);
            utterance.phonemes.push_str(mark);
            utterance.sources.extend(mark.chars().map(|_| place..place));
            moved.0.push((at, mark.len()));
        }
        utterance.phonemes.push(symbol);
        utterance.sources.extend(sources.get(at).cloned());
    }
    for SpokenWord { symbols, .. } in &mut utterance.words {
        *symbols = moved.start(symbols.start)..moved.end(symbols.end);
    }
    moved
}

/// Where the mark for a pause at the place `at` goes, and whether a space stands there already.
fn mark_place(phonemes: &[char], at: usize) -> (usize, bool) {
    let gap = gap_at(phonemes, at).symbols;
    match gap.clone().find(|at| phonemes[*at] == ' ') {
        Some(space) => (space, true),
        None => (at, false),
    }
}

/// How the places of an utterance's phonemes moved.
#[derive(Debug, Default)]
pub(crate) struct Moved(Vec<(usize, usize)>);

impl Moved {
    /// Where the symbol is now that stood at a place.
    pub fn start(&self, at: usize) -> usize {
        let before = self.0.iter().take_while(|(place, _)| *place <= at);
        at + before.map(|(_, length)| length).sum::<usize>()
    }

    /// Where a range ends now that ended at a place.
    pub fn end(&self, at: usize) -> usize {
        let before = self.0.iter().take_while(|(place, _)| *place < at);
        at + before.map(|(_, length)| length).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_behind_words_and_what_follows_moves() {
        let mut utterance = Utterance::new("", "ab” cd ef", 0..9);
        // Before the space, and within a word.
        let moved = make_room(&mut utterance, &[4, 8]);
        assert_eq!(utterance.phonemes, "ab”, cd e, f");
        assert_eq!(utterance.sources.len(), 12);
        assert_eq!((moved.start(3), moved.end(3), moved.start(4)), (4, 3, 5));
        assert_eq!((moved.start(8), moved.end(8), moved.end(9)), (11, 9, 12));
    }
}
