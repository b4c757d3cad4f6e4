//! What the property tests of all languages ask of a normalized text.
#![allow(dead_code)] // each test file uses its part

use std::ops::Range;

use kokoro_normalize::Normalized;

/// Whether ranges are in order, within the text and between characters.
pub fn in_order(ranges: &[Range<usize>], text: &str) -> bool {
    let mut end = 0;
    ranges.iter().all(|range| {
        let fits = end <= range.start && text.get(range.clone()).is_some();
        end = range.end;
        fits
    })
}

/// Which bytes of the source some piece of the text was read from.
pub fn read_from(normalized: &Normalized, source: &str) -> Vec<bool> {
    let mut read = vec![false; source.len()];
    for (at, c) in normalized.text.as_str().char_indices() {
        read[normalized.text.source(at..at + c.len_utf8())].fill(true);
    }
    read
}
