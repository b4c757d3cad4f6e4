//! Speech made faster or slower after it was decoded, at the same pitch: WSOLA (Verhelst and
//! Roelands 1993, "An overlap-add technique based on waveform similarity (WSOLA) for high quality
//! time-scale modification of speech").
//!
//! The output is made in hops. Each hop goes over, by a cross-fade, from what would follow what was
//! last taken from the input to a piece near the place that the speed asks for. Of the pieces
//! within a tolerance, it is the one most like what would follow, so that periods of a voice meet
//! in phase.

use std::collections::VecDeque;
use std::f32::consts::PI;

/// Length of a hop in seconds: more than a period of the lowest voice, less than most phonemes.
const HOP: f64 = 0.016;
/// How far from its place a piece may be taken, in seconds, to either side. Together they are more
/// than a period of the lowest voice, 60 Hz.
const TOLERANCE: f64 = 0.010;
/// Added to the energies that a correlation is divided by: silence is like silence.
const FLOOR: f32 = 1e-9;

/// Changes how long a sound takes and not its pitch. Samples go in with the speed that each is to
/// be played at, and come out as soon as they are known, [`lookahead`](Self::lookahead) later.
///
/// The whole output has as many samples as `Σ count / speed` says, rounded; a sample at the place
/// `x` of the input is heard at the place of the output that is the same sum up to `x`, within 10
/// ms. Where the speed is 1 from the beginning, the output is the input, bit for bit.
///
/// ```
/// use kokoro_vocoder::TimeScale;
///
/// let (mut scale, mut output) = (TimeScale::new(24_000), Vec::new());
/// scale.push(&[0.1; 4800], 2.0, &mut output);
/// scale.finish(&mut output);
/// assert_eq!(output.len(), 2400);
/// ```
#[derive(Debug, Clone)]
pub struct TimeScale {
    fade: Vec<f32>,                 // [hop]: the weight of what comes, 0 to 1
    tolerance: usize,               // samples
    input: Vec<f32>,                // what may still be needed
    dropped: usize,                 // samples before `input`
    speeds: VecDeque<(usize, f64)>, // where each speed ends, in samples of the whole input
    nominal: f64,                   // where the speeds ask for the next hop
    follow: usize,                  // what follows what was taken last
    written: usize,                 // samples that came out
    expected: f64,                  // samples that are to come out
}

impl TimeScale {
    /// Nothing is in it yet. `sample_rate` in Hz.
    pub fn new(sample_rate: u32) -> Self {
        let samples = |seconds: f64| (seconds * f64::from(sample_rate)).ceil() as usize;
        let hop = samples(HOP).max(1);
        let weight = |i: usize| 0.5 - 0.5 * (PI * (i as f32 + 0.5) / hop as f32).cos();
        Self {
            fade: (0..hop).map(weight).collect(),
            tolerance: samples(TOLERANCE),
            input: Vec::new(),
            dropped: 0,
            speeds: VecDeque::new(),
            nominal: 0.0,
            follow: 0,
            written: 0,
            expected: 0.0,
        }
    }

    /// The most samples of the input that must be known beyond the place that is heard.
    pub fn lookahead(&self) -> usize {
        2 * self.tolerance + self.fade.len()
    }

    /// Takes `samples`, which are to be played at `speed`, more than 0 (else at 1), and appends to
    /// `output` what is known by now.
    pub fn push(&mut self, samples: &[f32], speed: f32, output: &mut Vec<f32>) {
        let speed = if speed.is_finite() && speed > 0.0 { f64::from(speed) } else { 1.0 };
        if samples.is_empty() {
            return;
        }
        self.input.extend_from_slice(samples);
        let end = self.dropped + self.input.len();
        match self.speeds.back_mut() {
            Some(last) if last.1 == speed => last.0 = end,
            _ => self.speeds.push_back((end, speed)),
        }
        self.expected += samples.len() as f64 / speed;
        while self.needs() <= end && self.step().is_some() {
            self.hop(output);
        }
    }

    /// Appends the rest to `output`.
    pub fn finish(mut self, output: &mut Vec<f32>) {
        let length = self.expected.round() as usize;
        while self.written < length {
            self.speeds.push_back((usize::MAX, 1.0)); // silence follows
            let needs = self.needs().saturating_sub(self.dropped);
            self.input.resize(needs.max(self.input.len()), 0.0);
            self.hop(output);
        }
        output.truncate(output.len() - (self.written - length));
    }

    /// Samples of the whole input that the next hop may look at.
    fn needs(&self) -> usize {
        (self.nominal as usize + self.tolerance + 1).max(self.follow) + self.fade.len()
    }

    /// Writes one hop.
    fn hop(&mut self, output: &mut Vec<f32>) {
        let hop = self.fade.len();
        let taken = self.best();
        let (old, new) = (self.piece(self.follow), self.piece(taken));
        if taken == self.follow {
            output.extend_from_slice(new);
        } else {
            let faded = old.iter().zip(new).zip(&self.fade);
            output.extend(faded.map(|((old, new), weight)| old + weight * (new - old)));
        }
        self.written += hop;
        self.follow = taken + hop;
        self.nominal = self.step().unwrap_or(self.nominal);
        while self.speeds.front().is_some_and(|&(end, _)| end as f64 <= self.nominal) {
            self.speeds.pop_front();
        }
        let keep = self.follow.min((self.nominal as usize).saturating_sub(self.tolerance));
        let drop = keep.saturating_sub(self.dropped).min(self.input.len());
        // Only large pieces are dropped, so that a sample is moved a few times at most.
        if drop > self.input.len() / 2 {
            self.input.drain(..drop);
            self.dropped += drop;
        }
    }

    /// One hop of the input from a place on.
    fn piece(&self, start: usize) -> &[f32] {
        &self.input[start - self.dropped..][..self.fade.len()]
    }

    /// Where, near the nominal place, the input is most like what would follow.
    fn best(&self) -> usize {
        let nominal = self.nominal.round() as usize;
        let places = nominal.saturating_sub(self.tolerance)..=nominal + self.tolerance;
        if places.contains(&self.follow) {
            return self.follow; // nothing is more like it than itself
        }
        let follow = self.piece(self.follow);
        let mut best = (f32::NEG_INFINITY, nominal);
        for place in places {
            let piece = self.piece(place);
            let product: f32 = follow.iter().zip(piece).map(|(a, b)| a * b).sum();
            let energy: f32 = piece.iter().map(|x| x * x).sum();
            let likeness = product / (energy + FLOOR).sqrt();
            if likeness > best.0 {
                best = (likeness, place);
            }
        }
        best.1
    }

    /// The nominal place after the next hop, if the speeds up to there are known.
    fn step(&self) -> Option<f64> {
        let (mut place, mut rest) = (self.nominal, self.fade.len() as f64);
        for &(end, speed) in &self.speeds {
            let whole = (end as f64 - place) / speed;
            if whole >= rest {
                return Some(place + rest * speed);
            }
            (place, rest) = (end as f64, rest - whole);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A voice-like sound of 120 Hz with overtones whose phases are not regular.
    fn voice(samples: usize) -> Vec<f32> {
        let sample = |t: usize| {
            let turns = t as f32 * 120.0 / 24_000.0;
            (1..8).map(|h| (2.0 * PI * turns * h as f32 + (h * h) as f32).sin() / h as f32).sum()
        };
        (0..samples).map(sample).collect::<Vec<f32>>()
    }

    fn scaled(samples: &[f32], speed: f32, piece: usize) -> Vec<f32> {
        let (mut scale, mut output) = (TimeScale::new(24_000), Vec::new());
        samples.chunks(piece).for_each(|piece| scale.push(piece, speed, &mut output));
        scale.finish(&mut output);
        output
    }

    #[test]
    fn at_speed_one_nothing_changes() {
        for length in [0, 1, 100, 5000] {
            let sound = voice(length);
            assert_eq!(scaled(&sound, 1.0, 777), sound);
        }
    }

    #[test]
    fn a_steady_voice_stays_itself_for_another_time() {
        let sound = voice(24_000);
        for speed in [0.25, 0.5, 0.8, 1.3, 2.0, 4.0] {
            let output = scaled(&sound, speed, 1 << 20);
            assert_eq!(output.len(), (24_000.0 / speed).round() as usize);
            // Repeats every 200 samples as before, but near the end, where silence is faded in.
            let body = &output[..((24_000.0 - 700.0) / speed) as usize - 400];
            let worst = body.iter().zip(&body[200..]).map(|(a, b)| (a - b).abs());
            let worst = worst.fold(0.0, f32::max);
            assert!(worst < 0.02, "speed {speed}: {worst}");
        }
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        let sound = voice(9_000);
        for speed in [0.7, 1.9] {
            let whole = scaled(&sound, speed, 1 << 20);
            for piece in [1, 600, 601] {
                assert_eq!(scaled(&sound, speed, piece), whole, "pieces of {piece}");
            }
        }
    }

    #[test]
    fn places_are_kept_when_speeds_change() {
        // A burst of 40 ms in the middle of each part is where its part's speed puts it.
        let parts = [(4800, 1.0f32), (9600, 2.0), (4800, 0.5), (4800, 1.0)];
        let (mut scale, mut output, mut at) = (TimeScale::new(24_000), Vec::new(), 0.0);
        let mut expected = Vec::new();
        for (length, speed) in parts {
            let mut part = vec![0.0; length];
            let burst = voice(960).into_iter();
            part[length / 2 - 480..].iter_mut().zip(burst).for_each(|(x, y)| *x = y);
            expected.push(at + (length / 2) as f32 / speed);
            at += length as f32 / speed;
            scale.push(&part, speed, &mut output);
        }
        scale.finish(&mut output);
        assert_eq!(output.len(), at as usize);
        for place in expected {
            let near = &output[place as usize - 240..place as usize + 240];
            assert!(near.iter().any(|x| x.abs() > 0.4), "no burst near {place}");
            let far = &output[place as usize - 2400..][..400];
            assert!(far.iter().all(|x| x.abs() < 0.01), "a burst before {place}");
        }
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let (mut scale, mut output) = (TimeScale::new(24_000), Vec::new());
        for piece in voice(240_000).chunks(600) {
            scale.push(piece, 4.0, &mut output);
            assert!(scale.input.len() <= 2 * (scale.lookahead() + 600 + 4 * scale.fade.len()));
        }
    }
}
