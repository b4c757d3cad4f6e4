//! Where the silence of an utterance lies, by the durations that the model predicted.

use std::ops::Range;

use kokoro_text::is_sound;

/// The samples of each symbol of an utterance.
pub(crate) type TimedSymbol = (char, Range<usize>);

/// The silent ranges of an utterance, in samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Silences {
    /// Before the first sound.
    pub lead: Range<usize>,
    /// At punctuation between sounds, in order.
    pub inner: Vec<Silence>,
    /// After the last sound.
    pub tail: Range<usize>,
}

/// The silence of a span of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Silence {
    /// The place of the span among the symbols.
    pub symbols: Range<usize>,
    /// Samples that are silent.
    pub samples: Range<usize>,
}

const LEAD: usize = 3 * 600;
const TAIL: usize = 3 * 600;

/// The silences of an utterance of `total` samples.
pub(crate) fn silences(symbols: &[TimedSymbol], total: usize) -> Silences {
    let sounds = |(symbol, _): &TimedSymbol| is_sound(*symbol);
    let first = symbols.iter().position(sounds);
    let last = symbols.iter().rposition(sounds);
    let lead = first.map_or(0, |at| symbols[at].1.start.saturating_sub(LEAD));
    let tail = last.map_or(total, |at| (symbols[at].1.end + TAIL).min(total));
    let mut inner = Vec::new();
    let mut at = first.unwrap_or(symbols.len());
    while at < last.unwrap_or(0) {
        let span = at..at + symbols[at..].iter().take_while(|symbol| !sounds(symbol)).count();
        if symbols[span.clone()].iter().any(|(symbol, _)| *symbol != ' ') {
            let samples = symbols[span.start].1.start + LEAD / 2..symbols[span.end - 1].1.end;
            let end = samples.end.saturating_sub(LEAD).max(samples.start);
            inner.push(Silence { symbols: span.clone(), samples: samples.start..end });
        }
        at = span.end.max(at + 1);
    }
    Silences { lead: 0..lead, inner, tail: tail..total }
}
