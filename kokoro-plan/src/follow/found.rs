//! What is new in a plan.

use std::ops::Range;

use crate::{Item, PlannedUtterance};

/// What is new in a plan.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Up to the last utterance.
    pub(super) items: Vec<Item>,
    /// What comes after that and says nothing.
    pub(super) silent: Vec<Item>,
    /// Where the utterances begin, and the last of them ends.
    pub(super) starts: Vec<usize>,
    pub(super) end: usize,
    /// Where the utterance begins that comes next.
    pub(super) next: Option<usize>,
    /// Whether an utterance begins before what is settled and ends after it.
    pub(super) straddles: bool,
}

/// The source of an item in which something is said.
pub(super) fn sounding(item: &Item) -> Option<Range<usize>> {
    let Item::Utterance(planned) = item else { return None };
    let PlannedUtterance { utterance, .. } = planned.as_ref();
    utterance.phonemes.contains(kokoro_text::is_sound).then(|| utterance.source())
}
