//! Where the silence of an utterance lies, by what the model predicted before it is decoded.
//!
//! The model predicts, before any sample is computed, how many frames each token takes and how loud
//! every half frame will be (`Features::energy`, a logarithm: about one for 4.3 dB). Durations say
//! between which sounds a silence lies, but not where it begins and ends: a sound may begin 0.3 s
//! before the frames of its symbol, and most of the silence after a sentence belongs to the frames
//! of its last sound. The predicted energy says it to a half frame. Nothing here measures the sound
//! itself. `docs/streaming.md` has the measurements, `tools/silence.py` repeats them.

use std::ops::Range;

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_text::is_sound;

/// Samples of a half frame, for each of which the model predicts an energy: 12.5 ms.
const STEP: usize = SAMPLES_PER_FRAME / 2;

/// How far below the loudest half frame of the utterance a silent one lies, in units of the
/// predicted energy. At this depth the sound is about 45 dB below the level of speech; the weakest
/// onsets (/f/, /h/, /θ/) and the release of a final plosive lie above it.
const DEPTH: f32 = 10.5;

/// Half frames before a sound that are left to it. Prediction and sound differ by at most one, and
/// the second is for a fade.
const KEPT_BEFORE: usize = 2;

/// Half frames after a sound that are left to it, for what rings after it: a room, a breath.
const KEPT_AFTER: usize = 3;

/// Half frames after the last symbol that sounds within which all speech has ended. What is
/// predicted to be loud after them is noise, as in utterances of one syllable.
const LATEST_END: usize = 6;

/// Half frames at the end of the last mark in which the model makes a click, after one syllable.
const CLICK: usize = 2;

/// A symbol of an utterance and its samples, counted from the utterance's beginning. A symbol that
/// has no token has none.
pub type TimedSymbol = (char, Range<usize>);

/// The silent parts of an utterance, in samples from its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Silences {
    /// Before the first sound, from sample 0 on.
    pub lead: Range<usize>,
    /// Around each mark inside the utterance, in order.
    pub inner: Vec<SilentSpan>,
    /// After the last sound, up to the end.
    pub tail: Range<usize>,
}

/// The silence around a mark, or marks, inside an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SilentSpan {
    /// The place of the marks, and of the spaces beside them, among the symbols.
    pub symbols: Range<usize>,
    /// The samples that may be taken out, or replaced by silence of another length. If the voice
    /// goes on across the mark, the range is empty, and stands where the voice is quietest.
    pub samples: Range<usize>,
}

/// Finds the silent parts of an utterance: of its symbols with the samples of each, which follow
/// each other, and of the `energy` that is predicted for each of its half frames, `[2N]`.
///
/// A little silence around every sound is left to it. If nothing sounds, all is lead.
pub fn silences(symbols: &[TimedSymbol], energy: &[f32]) -> Silences {
    let total = energy.len() * STEP;
    let sounds = |(symbol, _): &TimedSymbol| is_sound(*symbol);
    let ends = symbols.iter().position(sounds).zip(symbols.iter().rposition(sounds));
    let Some((first, last)) = ends else {
        return Silences { lead: 0..total, inner: Vec::new(), tail: total..total };
    };
    let starts = |symbol: usize| (symbols[symbol].1.start / STEP).min(energy.len());
    let stops = |symbol: usize| (symbols[symbol].1.end / STEP).min(energy.len());
    let loudest = energy.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let silent: Vec<bool> = energy.iter().map(|&energy| energy < loudest - DEPTH).collect();

    // No frame of a sound is lead, and whatever is predicted after the latest end is tail.
    let begins = silent.iter().position(|&silent| !silent).unwrap_or(0);
    let lead = begins.saturating_sub(KEPT_BEFORE).min(starts(first));
    let spoken = stops(last_of_word(symbols, last));
    let latest = (spoken + LATEST_END).min(energy.len());
    let ends = silent[..latest].iter().rposition(|&silent| !silent).map_or(latest, |at| at + 1);
    let click = stops(symbols.len() - 1).saturating_sub(CLICK).max(spoken);
    let tail = (ends + KEPT_AFTER).min(click).max(starts(last) + 1).max(lead).min(energy.len());

    let inner = spans(symbols, first..last).into_iter().map(|(before, span)| {
        // The silence begins in the sound before the mark, and the next sound in the mark.
        let window = starts(before)..stops(span.end - 1);
        let samples = quiet(&silent, energy, window);
        SilentSpan { symbols: span, samples: samples.start * STEP..samples.end * STEP }
    });
    Silences { lead: 0..lead * STEP, inner: inner.collect(), tail: tail * STEP..total }
}

/// The last symbol of the word that `sound` ends: itself, or the marks of length or tone after it.
fn last_of_word(symbols: &[TimedSymbol], sound: usize) -> usize {
    let after = symbols[sound + 1..].iter().take_while(|(c, _)| !is_pause(*c));
    sound + after.count()
}

/// Whether a symbol is a space or a punctuation mark.
fn is_pause(symbol: char) -> bool {
    symbol.is_whitespace() || is_mark(symbol)
}

fn is_mark(symbol: char) -> bool {
    matches!(symbol, ';' | ':' | ',' | '.' | '!' | '?' | '—' | '…' | '"' | '(' | ')' | '“' | '”')
}

/// The runs of marks and spaces that have at least one of each, with the sound before each. A mark
/// without a space stands inside a word, as the dot in the "r." of Hindi.
fn spans(symbols: &[TimedSymbol], within: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let mut spans = Vec::new();
    let (mut sound, mut at) = (within.start, within.start);
    while at < within.end {
        let start = at;
        at += symbols[at..within.end].iter().take_while(|(c, _)| is_pause(*c)).count();
        let run = &symbols[start..at];
        if run.iter().any(|(c, _)| is_mark(*c)) && run.iter().any(|(c, _)| c.is_whitespace()) {
            spans.push((sound, start..at));
        }
        if at == start {
            if is_sound(symbols[at].0) {
                sound = at;
            }
            at += 1;
        }
    }
    spans
}

/// The longest silence of a part, without what is left to the sounds beside it; empty, at the
/// quietest place, if there is none so long.
fn quiet(silent: &[bool], energy: &[f32], window: Range<usize>) -> Range<usize> {
    let mut longest = 0..0;
    let mut run = window.start..window.start;
    for at in window.clone() {
        run = if silent[at] { run.start..at + 1 } else { at + 1..at + 1 };
        if run.len() > longest.len() {
            longest = run.clone();
        }
    }
    if longest.len() > KEPT_AFTER + KEPT_BEFORE {
        return longest.start + KEPT_AFTER..longest.end - KEPT_BEFORE;
    }
    let quietest = window.clone().min_by(|&a, &b| energy[a].total_cmp(&energy[b]));
    let at = quietest.unwrap_or(window.start);
    at..at
}

#[cfg(test)]
mod tests;
