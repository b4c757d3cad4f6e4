//! Speech that is to be played faster or slower than the model can speak.

use kokoro_core::architecture::{SAMPLES_PER_CURVE_VALUE, SAMPLES_PER_FRAME};
use kokoro_core::{SAMPLE_RATE, TimeScale};

use crate::decoded::{Decoded, Decoding};

/// When the samples of an utterance are heard.
#[derive(Debug, Clone)]
pub(crate) struct Playback {
    /// Neighbouring tokens of one speed: where they end, decoded and played, in samples.
    spans: Vec<Span>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Span {
    decoded: usize,
    played: f64,
    speed: f32,
}

impl Playback {
    /// Tokens of so many frames, each with its speed of playing; without speeds, all at 1.
    pub fn new(durations: &[u32], speeds: &[f32]) -> Self {
        let speeds = speeds.iter().copied().chain(std::iter::repeat(1.0));
        let tokens: Vec<(u32, f32)> = durations.iter().copied().zip(speeds).collect();
        let mut end = Span::default();
        let spans = tokens.chunk_by(|a, b| a.1 == b.1).map(|tokens| {
            let frames: usize = tokens.iter().map(|&(frames, _)| frames as usize).sum();
            let (samples, speed) = (frames * SAMPLES_PER_FRAME, tokens[0].1);
            let played = end.played + samples as f64 / f64::from(speed);
            end = Span { decoded: end.decoded + samples, played, speed };
            end
        });
        Self { spans: spans.collect() }
    }

    /// Whether everything is heard as it is decoded.
    fn is_plain(&self) -> bool {
        self.spans.iter().all(|span| span.speed == 1.0)
    }

    /// Samples of the whole, as they are heard.
    pub fn total(&self) -> usize {
        self.spans.last().map_or(0, |span| span.played.round() as usize)
    }

    /// Where a decoded sample is heard.
    pub fn place(&self, decoded: usize) -> usize {
        let number = self.spans.partition_point(|span| span.decoded < decoded);
        let Some(span) = self.spans.get(number) else { return self.total() };
        let left = (span.decoded - decoded) as f64 / f64::from(span.speed);
        (span.played - left).round() as usize
    }

    /// The F0 curve as it is heard.
    pub fn curve(&self, f0: &[f32]) -> Vec<f32> {
        if self.is_plain() {
            return f0.to_vec();
        }
        let mut spans = self.spans.iter().peekable();
        let values = (0..self.total() / SAMPLES_PER_CURVE_VALUE).map(|value| {
            let played = (value * SAMPLES_PER_CURVE_VALUE) as f64;
            while spans.next_if(|span| span.played <= played).is_some() {}
            let decoded = spans.peek().map_or(0.0, |span| {
                span.decoded as f64 - (span.played - played) * f64::from(span.speed)
            });
            f0.get(decoded as usize / SAMPLES_PER_CURVE_VALUE).copied().unwrap_or(0.0)
        });
        values.collect()
    }

    /// What is decoded, as it is heard.
    pub fn play(self, decoding: Decoding<'_>) -> Decoding<'_> {
        if self.is_plain() {
            return decoding;
        }
        let mut player = Player {
            scale: Some(TimeScale::new(SAMPLE_RATE)),
            playback: self,
            decoded: 0,
            played: 0,
        };
        Box::new(decoding.map(move |decoded| decoded.map(|decoded| player.play(decoded))))
    }
}

/// Plays pieces of an utterance, in order.
struct Player {
    playback: Playback,
    /// `None` when the utterance is over.
    scale: Option<TimeScale>,
    /// Samples that came in.
    decoded: usize,
    /// Samples that went out.
    played: usize,
}

impl Player {
    fn play(&mut self, piece: Decoded) -> Decoded {
        let (mut rest, mut samples) = (&piece.samples[..], Vec::new());
        let Some(mut scale) = self.scale.take() else { return piece };
        while !rest.is_empty() {
            let spans = &self.playback.spans;
            let number = spans.partition_point(|span| span.decoded <= self.decoded);
            let (end, speed) =
                spans.get(number).map_or((usize::MAX, 1.0), |span| (span.decoded, span.speed));
            let (now, later) = rest.split_at(rest.len().min(end - self.decoded));
            scale.push(now, speed, &mut samples);
            self.decoded += now.len();
            rest = later;
        }
        if self.playback.spans.last().is_some_and(|last| self.decoded < last.decoded) {
            self.scale = Some(scale);
        } else {
            scale.finish(&mut samples);
            samples.resize(self.playback.total() - self.played, 0.0);
        }
        self.played += samples.len();
        Decoded { samples, ..piece }
    }
}

#[cfg(test)]
mod tests {
    use kokoro_core::{DecodeReport, Timings};

    use super::*;

    #[test]
    fn places_are_where_samples_are_heard() {
        let plain = Playback::new(&[1, 2, 3], &[]);
        assert_eq!((plain.total(), plain.place(0), plain.place(777)), (3600, 0, 777));
        let faster = Playback::new(&[1, 2, 3], &[1.0, 2.0, 1.5]);
        assert_eq!(faster.total(), 2400);
        let places = [0, 600, 1200, 1800, 2700, 3600, 9999].map(|at| faster.place(at));
        assert_eq!(places, [0, 600, 900, 1200, 1800, 2400, 2400]);
    }

    #[test]
    fn the_curve_is_as_long_as_what_is_heard() {
        let f0: Vec<f32> = (0..12).map(|value| value as f32).collect();
        assert_eq!(Playback::new(&[1, 2, 3], &[]).curve(&f0), f0);
        let faster = Playback::new(&[1, 2, 3], &[1.0, 2.0, 1.5]).curve(&f0);
        assert_eq!(faster, [0.0, 1.0, 2.0, 4.0, 6.0, 7.0, 9.0, 10.0]);
    }

    #[test]
    fn pieces_are_played_as_the_whole_is() {
        let samples: Vec<f32> = (0..6000).map(|t| (t as f32 * 0.05).sin()).collect();
        let play = |length: usize| {
            let pieces = samples.chunks(length).map(|piece| {
                let (samples, report) = (piece.to_vec(), DecodeReport::silence());
                Ok(Decoded { samples, timings: Timings::default(), report })
            });
            let pieces: Vec<_> = pieces.collect();
            let playback = Playback::new(&[2, 4, 4], &[1.0, 2.0, 1.5]);
            let heard = playback.play(Box::new(pieces.into_iter()));
            heard.flat_map(|piece| piece.unwrap().samples).collect::<Vec<f32>>()
        };
        let whole = play(6000);
        assert_eq!(whole.len(), 1200 + 1200 + 1600);
        assert_eq!(play(600), whole);
        assert_eq!(play(701), whole);
    }
}
