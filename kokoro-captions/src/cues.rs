//! Words as subtitles: what is on the screen together, and when.

mod cue;
mod divide;
mod lines;
mod options;
mod partition;

use crate::time::samples;
use crate::written::WrittenWord;

pub use cue::Cue;
pub use options::CueOptions;

/// A sentence that is never said to end is divided after so many words at the latest.
const MAX_WORDS: usize = 512;

/// Makes cues of words, as they come: a cue is given out when the sentence after it is known.
#[derive(Debug, Clone)]
pub struct Cues {
    options: CueOptions,
    sample_rate: u32,
    /// The words of a sentence that may go on.
    sentence: Vec<WrittenWord>,
    /// The last cue, which may be joined with the next or stay a little longer.
    held: Option<Cue>,
    /// The end of the last cue that was given.
    end: u64,
}

impl Cues {
    /// Cues of words whose times are counted in samples at this rate.
    pub fn new(sample_rate: u32, options: CueOptions) -> Self {
        Self { options: options.possible(), sample_rate, sentence: Vec::new(), held: None, end: 0 }
    }

    /// Takes the next word. Gives the cues that nothing can change any more.
    pub fn push(&mut self, word: &WrittenWord) -> Vec<Cue> {
        let ends = self.sentence.last().is_some_and(|last| last.sentence != word.sentence);
        let given = if ends || self.sentence.len() >= MAX_WORDS {
            self.divide(word.start)
        } else {
            Vec::new()
        };
        self.sentence.push(word.clone());
        given
    }

    /// Gives the rest. `audio_end` is the first sample after the whole sound, where the last cue
    /// ends at the latest.
    pub fn finish(&mut self, audio_end: u64) -> Vec<Cue> {
        let mut given = self.divide(audio_end);
        if let Some(last) = self.held.take() {
            given.push(self.timed(last, audio_end));
        }
        given
    }

    /// Divides the sentence into cues, of which the last is held. The next word begins at `next`.
    fn divide(&mut self, next: u64) -> Vec<Cue> {
        let mut given = Vec::new();
        let words = std::mem::take(&mut self.sentence);
        let ends = divide::ends(&words, next, &self.options, self.sample_rate);
        let (mut start, mut words) = (0, words.into_iter());
        for end in ends {
            given.extend(self.hold(words.by_ref().take(end - start).collect()));
            start = end;
        }
        given
    }

    /// Holds a cue of these words, joined with the one held before if that may be. If not, the one
    /// before is given.
    fn hold(&mut self, words: Vec<WrittenWord>) -> Option<Cue> {
        let (first, last) = (words.first()?, words.last()?);
        let (start, end) = (first.start, last.end);
        let given = match self.held.take() {
            Some(held) if self.may_join(&held, &words) => {
                let words = [held.words, words].concat();
                let lines = lines::divide(&words, self.options.columns);
                self.held = Some(Cue { start: held.start, end, words, lines });
                return None;
            }
            Some(mut held) => {
                let gap = samples(self.options.gap_ms, self.sample_rate);
                let until = start.saturating_sub(gap);
                if until < held.end {
                    held.end = start; // the gap would be shorter than it must be: there is none
                }
                Some(self.timed(held, until))
            }
            None => None,
        };
        let lines = lines::divide(&words, self.options.columns);
        self.held = Some(Cue { start, end, words, lines });
        given
    }

    /// Whether a cue and the words after it are shown together: two short sentences of a paragraph,
    /// of which one would be too short by itself.
    fn may_join(&self, held: &Cue, words: &[WrittenWord]) -> bool {
        let (Some(before), Some(first), Some(last)) =
            (held.words.last(), words.first(), words.last())
        else {
            return false;
        };
        let at_most = |ms| samples(ms, self.sample_rate);
        let is_short = first.start - held.start < at_most(self.options.shortest_ms)
            || last.end - first.start < at_most(self.options.shortest_ms);
        before.sentence != first.sentence
            && before.paragraph == first.paragraph
            && is_short
            && first.start - held.end < at_most(self.options.shortest_ms)
            && last.end - held.start <= at_most(self.options.longest_ms)
            && lines::fit(held.words.iter().chain(words), &self.options)
    }

    /// The cue with its times: it stays until it can be read, but for that not beyond `until`.
    fn timed(&mut self, mut cue: Cue, until: u64) -> Cue {
        let columns = lines::columns(&cue.words) as u64;
        let reading = columns.saturating_mul(1000) / self.options.columns_per_second;
        let ms = reading.max(self.options.shortest_ms).min(self.options.longest_ms);
        let read = cue.start.saturating_add(samples(ms, self.sample_rate));
        cue.end = cue.end.max(read.min(until));
        // Words without length: each cue is there for a millisecond all the same.
        cue.start = cue.start.max(self.end);
        cue.end = cue.end.max(cue.start.saturating_add(samples(1, self.sample_rate).max(1)));
        self.end = cue.end;
        cue
    }
}

#[cfg(test)]
mod tests;
