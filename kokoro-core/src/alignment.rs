//! Which token each frame belongs to.

use candle_core::{Device, Result, Tensor};

/// Durations in frames, and the token of every frame. Integers only: what follows must not depend on rounding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    durations: Vec<u32>,      // [T]
    token_of_frame: Vec<u32>, // [N]
}

impl Alignment {
    /// Token `t` takes `durations[t]` frames.
    pub fn new(durations: Vec<u32>) -> Self {
        let token_of_frame = durations
            .iter()
            .zip(0u32..)
            .flat_map(|(&d, t)| std::iter::repeat_n(t, d as usize))
            .collect();
        Self { durations, token_of_frame }
    }

    /// Frames of each token: `[T]`.
    pub fn durations(&self) -> &[u32] {
        &self.durations
    }

    /// `N`, the sum of the durations.
    pub fn frames(&self) -> usize {
        self.token_of_frame.len()
    }

    /// Repeats the column of each token for as many frames as it takes: `[channels, T]` to `[channels, N]`.
    ///
    /// Upstream multiplies by a one-hot matrix; picking columns is the same without the arithmetic.
    pub fn expand(&self, xs: &Tensor) -> Result<Tensor> {
        xs.index_select(&Tensor::from_slice(&self.token_of_frame, self.frames(), &Device::Cpu)?, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_columns() -> Result<()> {
        let alignment = Alignment::new(vec![2, 0, 1, 3]);
        assert_eq!(alignment.frames(), 6);
        let xs = Tensor::new(&[[1f32, 2., 3., 4.], [5., 6., 7., 8.]], &Device::Cpu)?;
        let expected = [[1f32, 1., 3., 4., 4., 4.], [5., 5., 7., 8., 8., 8.]];
        assert_eq!(alignment.expand(&xs)?.to_vec2::<f32>()?, expected);
        Ok(())
    }
}
