//! What the author of a text demands of parts of it by SSML's `say-as`, done.

use std::ops::Range;

use kokoro_document::{Mark, MarkKind};
use kokoro_normalize::{SaidAs, SayAs, UnknownSayAs};
use mapped_text::{Edits, MappedText};

use crate::word::{Hint, Reading};
use crate::{Phonemizer, TextOptions};

/// What the raw attributes of a `say-as` demand. [`utterances`](crate::utterances) reads a text of
/// which the kind is unknown as if nothing were demanded, and passes over a format that is unknown;
/// this says so.
///
/// # Errors
/// [`UnknownSayAs`] if the kind is unknown, or its format.
pub fn say_as_kind(raw: &kokoro_document::SayAs) -> Result<SayAs, UnknownSayAs> {
    SayAs::parse(&raw.interpret_as, raw.format.as_deref(), raw.detail.as_deref())
}

/// A text in which every demand is met.
#[derive(Debug, Default)]
pub(crate) struct Met {
    pub text: MappedText,
    /// In order, without overlap. Those within a range of `fixed` say what letters are named.
    pub hints: Vec<Hint>,
    /// Where the text is now as its author demands, in order, without overlap.
    pub fixed: Vec<Range<usize>>,
}

/// Puts what is said in the place of every part of `text` that a mark demands to be said in some
/// way. Phonemes that the author gave come before demands, and demands before stress.
pub(crate) fn meet(
    text: &MappedText,
    hints: Vec<Hint>,
    marks: &[Mark],
    phonemizer: &dyn Phonemizer,
    options: &TextOptions,
) -> Met {
    let mut edits = Edits::default();
    let mut met: Vec<(Range<usize>, SaidAs)> = Vec::new();
    for mark in marks {
        let range = mark.range.clone();
        let overlaps = edits.end() > range.start || has_phonemes(&hints, &range);
        if range.is_empty() || overlaps {
            continue;
        }
        let written = &text.as_str()[range.clone()];
        let how = demanded(&mark.kind);
        if let Some(said) = how.and_then(|how| phonemizer.say_as(written, &how, options)) {
            let said = apart(said, text.as_str(), &range);
            edits.replace(range.clone(), said.text.as_str());
            met.push((range, said));
        }
    }
    if met.is_empty() {
        return Met { text: text.clone(), hints, fixed: Vec::new() };
    }
    let mut moved: Vec<Hint> = Vec::new();
    for hint in hints {
        let free = outside(&hint.range, &met);
        let part = |range| Hint { range: edits.moved(&range), reading: hint.reading.clone() };
        moved.extend(free.into_iter().map(part));
    }
    let mut fixed = Vec::new();
    for (range, said) in &met {
        let place = edits.moved(range);
        let letters = said.letters.iter();
        moved.extend(letters.map(|at| Hint {
            range: at.start + place.start..at.end + place.start,
            reading: Reading::Letters,
        }));
        fixed.push(place);
    }
    moved.sort_by_key(|hint| hint.range.start);
    Met { text: edits.apply(text), hints: moved, fixed }
}

/// What a mark demands. A format that nobody knows is passed over.
fn demanded(kind: &MarkKind) -> Option<SayAs> {
    let MarkKind::SayAs(raw) = kind else { return None };
    match say_as_kind(raw) {
        Ok(how) => Some(how),
        Err(UnknownSayAs::Format { .. }) => SayAs::parse(&raw.interpret_as, None, None).ok(),
        Err(_) => None,
    }
}

/// What is said, with spaces where its letters would touch those beside `range` of `text`.
fn apart(mut said: SaidAs, text: &str, range: &Range<usize>) -> SaidAs {
    let touch =
        |a: Option<char>, b: Option<char>| a.is_some_and(is_spaced) && b.is_some_and(is_spaced);
    if touch(said.text.chars().next_back(), text[range.end..].chars().next()) {
        said.text.push(' ');
    }
    if touch(text[..range.start].chars().next_back(), said.text.chars().next()) {
        said.text.insert(0, ' ');
        for letters in &mut said.letters {
            *letters = letters.start + 1..letters.end + 1;
        }
    }
    said
}

/// Whether `c` belongs to a word that is written with spaces around it, as Chinese characters and
/// kana are not.
fn is_spaced(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{9fff}')
}

/// Whether the author gave phonemes for a part of `range`. The hints are in order.
fn has_phonemes(hints: &[Hint], range: &Range<usize>) -> bool {
    let first = hints.partition_point(|hint| hint.range.end <= range.start);
    let mut beside = hints[first..].iter().take_while(|hint| hint.range.start < range.end);
    beside.any(|hint| matches!(hint.reading, Reading::Phonemes(_)))
}

/// The parts of `range` in which no demand was met. The demands are in order.
fn outside(range: &Range<usize>, met: &[(Range<usize>, SaidAs)]) -> Vec<Range<usize>> {
    let first = met.partition_point(|(other, _)| other.end <= range.start);
    let mut parts = Vec::new();
    let mut start = range.start;
    for (other, _) in met[first..].iter().take_while(|(other, _)| other.start < range.end) {
        parts.push(start..other.start.max(start));
        start = other.end;
    }
    parts.push(start..range.end.max(start));
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests;
