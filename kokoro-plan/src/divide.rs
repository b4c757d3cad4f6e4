//! A planned utterance in shorter ones.

use std::ops::Range;

use crate::{InnerMark, InnerPause, PlannedUtterance, ProsodySpan};

impl PlannedUtterance {
    /// The same in utterances of at most `limit` phonemes, as
    /// [`Utterance::split`](kokoro_text::Utterance::split) divides them, with the prosody, pauses
    /// and marks of each.
    pub fn split(&self, limit: usize) -> Vec<Self> {
        let parts = self.utterance.split(limit);
        let mut rest = self.utterance.phonemes.chars();
        let (mut from, count) = (0, parts.len());
        let mut planned = Vec::with_capacity(count);
        for (number, utterance) in parts.into_iter().enumerate() {
            // Between parts there is white space that none of them has.
            let first = utterance.phonemes.chars().next();
            let skipped = rest.clone().take_while(|&c| Some(c) != first).count();
            let length = utterance.phonemes.chars().count();
            let symbols = from + skipped..from + skipped + length;
            rest.nth((skipped + length).saturating_sub(1));
            let last = number + 1 == count;
            planned.push(Self {
                utterance,
                voice: self.voice.clone(),
                prosody: self.spans_in(&symbols),
                pauses: self.pauses_in(&symbols),
                marks: self.marks_in(from..if last { usize::MAX } else { symbols.end }, &symbols),
                ..*self
            });
            from = symbols.end;
        }
        planned
    }

    fn spans_in(&self, symbols: &Range<usize>) -> Vec<ProsodySpan> {
        let within = |span: &ProsodySpan| {
            let symbols = overlap(&span.symbols, symbols)?;
            Some(ProsodySpan { symbols, ..*span })
        };
        self.prosody.iter().filter_map(within).collect()
    }

    fn pauses_in(&self, symbols: &Range<usize>) -> Vec<InnerPause> {
        let within = |pause: &InnerPause| {
            Some(InnerPause { symbols: overlap(&pause.symbols, symbols)?, ..*pause })
        };
        self.pauses.iter().filter_map(within).collect()
    }

    /// The marks at the places `all`, of which `symbols` are said.
    fn marks_in(&self, all: Range<usize>, symbols: &Range<usize>) -> Vec<InnerMark> {
        let within = self.marks.iter().filter(|mark| all.contains(&mark.symbol));
        let moved = |mark: &InnerMark| {
            let symbol = mark.symbol.clamp(symbols.start, symbols.end) - symbols.start;
            InnerMark { symbol, mark: mark.mark.clone() }
        };
        within.map(moved).collect()
    }
}

/// What of `range` is in `within`, counted from the start of `within`.
fn overlap(range: &Range<usize>, within: &Range<usize>) -> Option<Range<usize>> {
    let start = range.start.max(within.start);
    let end = range.end.min(within.end);
    (start < end).then(|| start - within.start..end - within.start)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use kokoro_text::{Language, Utterance};

    use super::*;
    use crate::{Mark, Prosody};

    #[test]
    fn every_part_has_what_is_its_own() {
        let utterance = Utterance::new("a text", "həlˈO, wˈɜɹld.", 0..6);
        let mut whole = PlannedUtterance::new(utterance, "af_heart", Language::AmericanEnglish);
        whole.prosody = vec![ProsodySpan { symbols: 3..9, prosody: Prosody::NEUTRAL }];
        whole.pauses = vec![InnerPause { symbols: 5..7, duration: Duration::ZERO }];
        let mark = |symbol| InnerMark { symbol, mark: Mark { name: "m".into(), source: 0..0 } };
        whole.marks = vec![mark(0), mark(6), mark(9), mark(13)];
        let parts = whole.split(8);
        assert_eq!(parts.len(), 2);
        let spans = |at: usize| parts[at].prosody[0].symbols.clone();
        assert_eq!((spans(0), spans(1)), (3..6, 0..2));
        assert_eq!((parts[0].pauses[0].symbols.clone(), parts[1].pauses.len()), (5..6, 0));
        let marks = |at: usize| parts[at].marks.iter().map(|m| m.symbol).collect::<Vec<_>>();
        assert_eq!((marks(0), marks(1)), (vec![0], vec![0, 2, 6]));
    }
}
