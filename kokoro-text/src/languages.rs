//! Parts of a text that are in another language than the rest.

use std::ops::Range;

use crate::Phonemizer;

/// A part of a text that is read by a front end of its own.
#[derive(Clone)]
pub struct PartInLanguage<'a> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What reads it.
    pub phonemizer: &'a dyn Phonemizer,
}

impl std::fmt::Debug for PartInLanguage<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PartInLanguage")
            .field("range", &self.range)
            .field("language", &self.phonemizer.language())
            .finish()
    }
}

/// Divides `place` of a text where its language changes: parts in order and without a gap, none
/// empty. `main` reads what lies in none of `others`, which are in order.
pub(crate) fn parts<'a>(
    place: Range<usize>,
    main: &'a dyn Phonemizer,
    others: &[PartInLanguage<'a>],
) -> Vec<PartInLanguage<'a>> {
    let mut parts = Vec::new();
    let mut at = place.start;
    let first = others.partition_point(|other| other.range.end <= place.start);
    for other in others[first..].iter().take_while(|other| other.range.start < place.end) {
        let range = other.range.start.max(at)..other.range.end.min(place.end);
        if range.is_empty() {
            continue;
        }
        if at < range.start {
            parts.push(PartInLanguage { range: at..range.start, phonemizer: main });
        }
        at = range.end;
        parts.push(PartInLanguage { range, phonemizer: other.phonemizer });
    }
    if at < place.end {
        parts.push(PartInLanguage { range: at..place.end, phonemizer: main });
    }
    parts
}
