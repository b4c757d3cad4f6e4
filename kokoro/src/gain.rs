//! The volume of parts of an utterance.

/// Samples over which the volume changes: 10 ms, so that no click is heard.
const RAMP: usize = 240;

/// The gain of an utterance over time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gains {
    /// Samples from which on another gain holds, in order. Before the first it is that of the
    /// first.
    steps: Vec<(usize, f32)>,
}

impl Gains {
    /// From each place on, this gain. Places are in order.
    pub fn new(steps: Vec<(usize, f32)>) -> Self {
        Self { steps }
    }

    /// Multiplies `samples`, the first of which is at `start`. `place` tells where a step has moved
    /// to.
    pub fn apply(&self, samples: &mut [f32], start: usize, place: impl Fn(usize) -> usize) {
        if self.steps.iter().all(|&(_, gain)| gain == 1.0) {
            return;
        }
        let end = start + samples.len();
        for (number, &(from, gain)) in self.steps.iter().enumerate() {
            let before = number.checked_sub(1).map_or(gain, |at| self.steps[at].1);
            let from = if number == 0 { 0 } else { place(from) };
            let to = self.steps.get(number + 1).map_or(usize::MAX, |&(next, _)| place(next));
            for at in from.max(start)..to.min(end) {
                let share = ((at - from) as f32 / RAMP as f32).min(1.0);
                samples[at - start] *= before + (gain - before) * share;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gains_ramp_and_pieces_equal_the_whole() {
        let gains = Gains::new(vec![(0, 0.5), (1000, 2.0), (2000, 0.0)]);
        let mut whole = vec![1.0; 3000];
        gains.apply(&mut whole, 0, |at| at);
        assert_eq!((whole[0], whole[999], whole[1500], whole[2999]), (0.5, 0.5, 2.0, 0.0));
        assert!((whole[1120] - 1.25).abs() < 1e-6);
        let mut pieces = vec![1.0; 3000];
        for (number, piece) in pieces.chunks_mut(700).enumerate() {
            gains.apply(piece, 700 * number, |at| at);
        }
        assert_eq!(whole, pieces);
    }
}
