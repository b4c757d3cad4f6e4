//! An utterance on its way to samples, piece by piece.

use kokoro_core::Timings;
use kokoro_core::architecture::SAMPLES_PER_CURVE_VALUE;
use kokoro_text::SpokenWord;

use crate::decoded::Decoding;
use crate::edit::Editor;
use crate::gain::Gains;
use crate::options::Silence;
use crate::rendered::Rendered;
use crate::score::Score;
use crate::{Error, TimedMark, TimedWord, Token};

/// An utterance that is being decoded.
pub(crate) struct Performance<'a> {
    score: Score,
    decoding: Decoding<'a>,
    editor: Editor,
    gains: Gains,
    /// Samples that were decoded.
    decoded: usize,
    given: Given,
}

/// How much of an utterance was given out.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    samples: usize,
    symbols: usize,
    words: usize,
    marks: usize,
    curve: usize,
}

impl<'a> Performance<'a> {
    /// Will edit the silence of what `decoding` gives.
    pub fn new(score: Score, decoding: Decoding<'a>, silence: &Silence) -> Self {
        let (editor, gains) = (Editor::new(score.edits(silence)), score.gains());
        Self { score, decoding, editor, gains, decoded: 0, given: Given::default() }
    }

    /// Samples of the whole, before its silence is edited.
    pub fn total(&self) -> usize {
        self.score.total
    }

    /// The next piece that can be given out; `None` after the last.
    pub fn next_piece(&mut self) -> Result<Option<Rendered>, Error> {
        let mut timings = Timings::default();
        while let Some(decoded) = self.decoding.next().transpose()? {
            timings.add(&decoded.timings);
            self.decoded += decoded.samples.len();
            let mut samples = self.editor.push(&decoded.samples);
            let last = self.decoded >= self.score.total;
            if last {
                samples.append(&mut self.editor.finish());
            } else if samples.is_empty() {
                continue;
            }
            let first = self.given.samples == 0;
            self.gains.apply(&mut samples, self.given.samples, |at| self.editor.place(at));
            let piece = self.piece(samples.len(), last);
            let quiet_start = if first { self.editor.quiet_start() } else { 0 };
            let quiet_end = if last { self.editor.quiet_end() } else { 0 };
            let report = decoded.report;
            return Ok(Some(Rendered {
                samples,
                quiet_start,
                quiet_end,
                timings,
                report,
                ..piece
            }));
        }
        Ok(None)
    }

    /// What is said in the next `samples` samples.
    fn piece(&mut self, samples: usize, last: bool) -> Rendered {
        let from = self.given;
        let to = self.reached(samples, last);
        let Score { planned, symbols, .. } = &self.score;
        let whole = planned.utterance.source();
        let said = (from.symbols..to.symbols).filter(|&at| !symbols[at].1.is_empty());
        let tokens: Vec<Token> = said.map(|at| self.token(at)).collect();
        let all = from.symbols == 0 && to.symbols == symbols.len();
        let starts = tokens.iter().map(|token| token.source.start).min();
        let ends = tokens.iter().map(|token| token.source.end).max();
        let source = match starts.zip(ends) {
            Some((start, end)) if !all => start..end,
            _ => whole,
        };
        let words = &planned.utterance.words[from.words..to.words];
        let curve = (from.curve..to.curve)
            .map(|at| (self.time(at * SAMPLES_PER_CURVE_VALUE), self.score.f0[at]));
        let piece = Rendered {
            words: words.iter().map(|word| self.word(word)).collect(),
            marks: (from.marks..to.marks).map(|at| self.mark(at)).collect(),
            f0: curve.collect(),
            tokens,
            source,
            boundary: last.then_some(planned.utterance.boundary),
            ..Rendered::silence(0)
        };
        self.given = to;
        Rendered { unknown: std::mem::take(&mut self.score.unknown), ..piece }
    }

    /// How much is given out with the next `samples` samples.
    fn reached(&self, samples: usize, last: bool) -> Given {
        let Score { planned, symbols, f0, .. } = &self.score;
        let words = &planned.utterance.words;
        let samples = self.given.samples + samples;
        if last {
            let (symbols, words, marks) = (symbols.len(), words.len(), planned.marks.len());
            return Given { samples, symbols, words, marks, curve: f0.len() };
        }
        let taken = self.editor.taken();
        let begun = symbols.partition_point(|(_, place)| place.start < taken);
        Given {
            samples,
            symbols: begun,
            words: words.partition_point(|word| word.symbols.start < begun),
            marks: planned.marks.partition_point(|mark| mark.symbol < begun),
            curve: (taken / SAMPLES_PER_CURVE_VALUE).min(f0.len()),
        }
    }

    /// The time of a sample of the utterance, in the piece that comes next.
    fn time(&self, at: usize) -> u64 {
        self.editor.place(at).saturating_sub(self.given.samples) as u64
    }

    fn token(&self, symbol: usize) -> Token {
        let (phoneme, place) = &self.score.symbols[symbol];
        let utterance = &self.score.planned.utterance;
        let source = utterance.sources.get(symbol).cloned();
        Token {
            phoneme: *phoneme,
            start: self.time(place.start),
            end: self.time(place.end),
            source: source.unwrap_or_else(|| utterance.source()),
        }
    }

    fn word(&self, word: &SpokenWord) -> TimedWord {
        let symbols = self.score.symbols.get(word.symbols.clone()).unwrap_or_default();
        let said = symbols.iter().filter(|(_, place)| !place.is_empty());
        TimedWord {
            spoken: word.spoken.clone(),
            phonemes: said.map(|(symbol, _)| symbol).collect(),
            start: symbols.first().map_or(0, |(_, place)| self.time(place.start)),
            end: symbols.last().map_or(0, |(_, place)| self.time(place.end)),
            source: word.source.clone(),
            origin: word.origin,
        }
    }

    fn mark(&self, number: usize) -> TimedMark {
        let mark = &self.score.planned.marks[number];
        let symbol = self.score.symbols.get(mark.symbol);
        let at = symbol.map_or(self.score.total, |(_, place)| place.start);
        let (name, source) = (mark.mark.name.clone(), mark.mark.source.clone());
        TimedMark { name, at: self.time(at), source }
    }
}
