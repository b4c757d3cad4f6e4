//! `[word](/phonemes/)`, `[word](+1)`, `[text](address)`, `![picture](address)`.

use std::ops::Range;

use super::found::Found;
use crate::block::{Mark, MarkKind};

/// The square brackets met so far, from left to right.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    /// Where those are that are open.
    open: Vec<usize>,
}

impl Brackets {
    /// Takes note of the bracket at `at` and returns where to go on.
    pub(super) fn step(&mut self, text: &str, at: usize, found: &mut Found) -> usize {
        if text[at..].starts_with('[') {
            self.open.push(at);
            return at + 1;
        }
        let Some(open) = self.open.pop() else { return at + 1 };
        let Some(address) = address(text, at + 1) else { return at + 1 };
        let Some(kind) = target(&text[address.clone()], is_after_word(text, open)) else {
            return at + 1;
        };
        let end = address.end + 1;
        let image = text[..open].ends_with('!');
        found.remove(open - usize::from(image)..open + 1);
        found.remove(at..end);
        if let Target::Mark(kind) = kind {
            let word = &text[open + 1..at];
            let start = at - word.trim_start().len();
            found.marks.push(Mark { range: start..start + word.trim().len(), kind });
        }
        end
    }
}

/// What stands in the parentheses after a bracket.
pub(super) enum Target {
    Mark(MarkKind),
    /// An address, or flags that mean nothing here.
    Silent,
}

pub(super) fn target(feature: &str, after_word: bool) -> Option<Target> {
    let enclosed = |mark: char| {
        (feature.len() > 1 && feature.starts_with(mark) && feature.ends_with(mark))
            .then(|| feature[1..].trim_end_matches(mark))
    };
    if let Some(phonemes) = enclosed('/') {
        let phonemes = phonemes.split_whitespace().collect::<Vec<_>>().join(" ");
        return Some(Target::Mark(MarkKind::Phonemes(phonemes)));
    }
    if enclosed('#').is_some() {
        return Some(Target::Silent);
    }
    if let Some(stress) = stress(feature) {
        return Some(Target::Mark(MarkKind::Stress(stress)));
    }
    let mut parts = feature.splitn(2, char::is_whitespace);
    let address = parts.next().unwrap_or_default();
    let titled = parts.next().is_none_or(|title| title.trim_start().starts_with(['"', '\'']));
    let is_address = !after_word || address.contains(['/', '.', ':', '#', '@']);
    (titled && is_address).then_some(Target::Silent)
}

/// The stress that a feature gives, an integer or a half, as misaki reads it.
fn stress(feature: &str) -> Option<f32> {
    let digits = feature.strip_prefix(['-', '+']).unwrap_or(feature);
    let whole =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    (whole || digits == "0.5").then(|| feature.parse().ok()).flatten()
}

/// What stands in parentheses at `at`: no square brackets, and parentheses in pairs.
fn address(text: &str, at: usize) -> Option<Range<usize>> {
    let inside = text[at..].strip_prefix('(')?;
    let mut depth = 1;
    for (end, c) in inside.char_indices() {
        match c {
            '[' | ']' => return None,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1..at + 1 + end);
        }
    }
    None
}

/// Whether a letter or digit stands before `at`, as in `array[i](x)`.
fn is_after_word(text: &str, at: usize) -> bool {
    text[..at].ends_with(char::is_alphanumeric)
}
