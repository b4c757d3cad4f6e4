//! Items that were planned in a window, with their places in the whole text.

use std::ops::Range;

use crate::{Item, PlannedUtterance};

/// Moves every place in `item`.
pub(super) fn move_sources(item: &mut Item, to: &impl Fn(&Range<usize>) -> Range<usize>) {
    let mut items = vec![item];
    while let Some(item) = items.pop() {
        match item {
            Item::Utterance(utterance) => move_utterance(utterance, to),
            Item::Pause(pause) => pause.source = to(&pause.source),
            Item::Mark(mark) => mark.source = to(&mark.source),
            Item::Warning(warning) => warning.source = to(&warning.source),
            Item::Audio { source, instead, .. } => {
                *source = to(source);
                items.extend(instead);
            }
        }
    }
}

fn move_utterance(planned: &mut PlannedUtterance, to: &impl Fn(&Range<usize>) -> Range<usize>) {
    for source in &mut planned.utterance.sources {
        *source = to(source);
    }
    for word in &mut planned.utterance.words {
        word.source = to(&word.source);
    }
    for inner in &mut planned.marks {
        inner.mark.source = to(&inner.mark.source);
    }
}
