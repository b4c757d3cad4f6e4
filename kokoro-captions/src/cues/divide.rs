//! Where a sentence is divided into cues.

use super::lines::{Filling, ends_clause, width};
use super::options::CueOptions;
use super::partition::partition;
use crate::time::milliseconds;
use crate::written::WrittenWord;

// What is bad about a cue, in one unit. Only how these compare matters.
/// That there is one more cue.
const CUE: u64 = 600;
/// That a cue is empty, by the square of the part of it that is empty.
const EMPTY: u64 = 1000;
/// That it ends where no clause ends, and no pause is.
const INSIDE_CLAUSE: u64 = 700;
/// That it ends in a pause of the voice without a mark in the text.
const AT_PAUSE: u64 = 250;
/// That a long pause is within it, for each second.
const LONG_PAUSE: u64 = 2000;
/// That it cannot be shown for the shortest time, by the part that lacks.
const SHORT: u64 = 2500;
/// That it cannot be read in time, by the part of the text that is too much.
const FAST: u64 = 1500;
/// Milliseconds of a pause that is heard as one, and of a long one.
const PAUSE_MS: u64 = 150;
const LONG_PAUSE_MS: u64 = 1000;

/// The ends of the cues of a sentence after which a word begins, or the sound ends, at `next`.
pub(super) fn ends(
    words: &[WrittenWord],
    next: u64,
    options: &CueOptions,
    sample_rate: u32,
) -> Vec<usize> {
    let ms = |samples| milliseconds(samples, sample_rate);
    let room = (options.columns * options.lines) as u64;
    let begins = |at: usize| words.get(at).map_or(next, |word| word.start);
    partition(words.len(), |from, visit| {
        let (mut filling, mut used, mut pauses) = (Filling::default(), 0, 0u64);
        for at in from..words.len() {
            let word = &words[at];
            let lines = filling.add(word, options.columns);
            let time = ms(word.end) - ms(words[from].start);
            if at > from && (lines > options.lines || time > options.longest_ms) {
                break;
            }
            used += width(word) as u64;
            let empty = room.saturating_sub(used);
            let shown = ms(begins(at + 1).max(word.end)) - ms(words[from].start);
            let mut cost: u64 = CUE + EMPTY * empty * empty / (room * room);
            cost += lack(shown, options.shortest_ms, SHORT);
            let readable = shown.saturating_mul(options.columns_per_second) / 1000;
            cost += lack(readable, used, FAST);
            let pause = ms(begins(at + 1)).saturating_sub(ms(word.end));
            if at + 1 < words.len() && !ends_clause(word) {
                cost += if pause >= PAUSE_MS { AT_PAUSE } else { INSIDE_CLAUSE };
            }
            visit(at + 1, pauses.saturating_add(cost));
            if pause >= LONG_PAUSE_MS {
                pauses = pause.saturating_mul(LONG_PAUSE / 1000).saturating_add(pauses);
            }
            used += u64::from(word.display.space);
        }
    })
}

/// The cost of having only `have` of what was `wanted`.
fn lack(have: u64, wanted: u64, cost: u64) -> u64 {
    wanted.saturating_sub(have).saturating_mul(cost) / wanted.max(1)
}
