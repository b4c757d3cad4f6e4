//! Which token each frame belongs to, and how fast it is played.

use candle_core::{Device, Result, Tensor};

use crate::pace::Pace;

/// Durations in frames, the token of every frame, and the speeds of playing. The first two are
/// integers: what follows must not depend on rounding.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    durations: Vec<u32>,      // [T]
    token_of_frame: Vec<u32>, // [N]
    playback: Vec<f32>,       // [T], or empty
}

impl Alignment {
    /// Token `t` takes `durations[t]` frames.
    pub fn new(durations: Vec<u32>) -> Self {
        let token_of_frame = durations
            .iter()
            .zip(0u32..)
            .flat_map(|(&d, t)| std::iter::repeat_n(t, d as usize))
            .collect();
        Self { durations, token_of_frame, playback: Vec::new() }
    }

    /// Frames and speeds of playing as they were found.
    pub(crate) fn paced(pace: Pace) -> Self {
        Self { playback: pace.playback, ..Self::new(pace.durations) }
    }

    /// Frames of each token: `[T]`.
    pub fn durations(&self) -> &[u32] {
        &self.durations
    }

    /// How many times faster than it is decoded each token is to be played, because the model
    /// cannot be as fast or as slow as was asked: `[T]`, or empty if all of it is played as it is
    /// decoded.
    pub fn playback(&self) -> &[f32] {
        &self.playback
    }

    /// `N`, the sum of the durations.
    pub fn frames(&self) -> usize {
        self.token_of_frame.len()
    }

    /// Repeats the row of each token for as many frames as it takes: `[T, channels]` to
    /// `[N, channels]`.
    ///
    /// Upstream multiplies by a one-hot matrix; picking rows is the same without the arithmetic.
    pub fn expand(&self, xs: &Tensor) -> Result<Tensor> {
        let tokens = Tensor::from_slice(&self.token_of_frame, self.frames(), &Device::Cpu)?;
        xs.index_select(&tokens, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_rows() -> Result<()> {
        let alignment = Alignment::new(vec![2, 0, 1, 3]);
        assert_eq!(alignment.frames(), 6);
        let xs = Tensor::new(&[[1f32, 5.], [2., 6.], [3., 7.], [4., 8.]], &Device::Cpu)?;
        let expected = [[1f32, 5.], [1., 5.], [3., 7.], [4., 8.], [4., 8.], [4., 8.]];
        assert_eq!(alignment.expand(&xs)?.to_vec2::<f32>()?, expected);
        Ok(())
    }
}
