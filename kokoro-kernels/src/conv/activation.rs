//! What is done to an input before it is convolved: `act(scale_c · (x − centre_c) + shift_c)`.

use crate::memory::aligned::padded;

/// `scale · (x − centre) + shift`, with one of each for every channel: a normalisation, and the γ
/// and β of a style.
#[derive(Debug, Clone)]
pub struct Affine {
    pub(crate) centre: Vec<f32>, // each [padded(channels)], with zeros at the end
    pub(crate) scale: Vec<f32>,
    pub(crate) shift: Vec<f32>,
    /// `shift − scale · centre`, which saves a subtraction. It loses digits where a channel varies
    /// little around a large mean, so it is used only where the result is rounded to 8 or 16 bits.
    pub(crate) folded: Vec<f32>,
    channels: usize,
}

impl Affine {
    /// From centre, scale and shift of each channel.
    pub fn new(channels: impl ExactSizeIterator<Item = (f64, f64, f64)>) -> Self {
        let count = channels.len();
        let zeros = || vec![0f32; padded(count)];
        let mut affine = Self {
            centre: zeros(),
            scale: zeros(),
            shift: zeros(),
            folded: zeros(),
            channels: count,
        };
        for (c, (centre, scale, shift)) in channels.enumerate() {
            affine.centre[c] = centre as f32;
            affine.scale[c] = scale as f32;
            affine.shift[c] = (shift + (f64::from(affine.centre[c]) - centre) * scale) as f32;
            affine.folded[c] = (shift - centre * scale) as f32;
        }
        affine
    }

    /// Centre, scale and shift of each channel.
    pub fn channels(&self) -> impl ExactSizeIterator<Item = (f32, f32, f32)> + '_ {
        (0..self.channels).map(|c| (self.centre[c], self.scale[c], self.shift[c]))
    }
}

/// Snake: `x + sin²(α_c x) / α_c` (Ziyin et al. 2020).
#[derive(Debug, Clone)]
pub struct Snake {
    pub(crate) alpha: Vec<f32>,   // [padded(channels)], with ones at the end
    pub(crate) inverse: Vec<f32>, // 1 / α
}

impl Snake {
    /// `alpha` `[channels]`, none of them zero.
    pub fn new(alpha: &[f32]) -> Self {
        let mut alpha = alpha.to_vec();
        alpha.resize(padded(alpha.len()), 1.0);
        Self { inverse: alpha.iter().map(|a| 1.0 / a).collect(), alpha }
    }
}

/// The activation function. All of them are monotone, which 8-bit quantisation relies on.
#[derive(Debug, Clone, Default)]
pub enum Activation {
    /// `x`.
    #[default]
    Identity,
    /// `max(x, slope · x)`, with a slope between 0 and 1.
    LeakyRelu(f32),
    /// See [`Snake`].
    Snake(Snake),
}
