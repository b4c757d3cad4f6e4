//! The boundary between what is computed exactly and what a decoder may compute in its own way.

use crate::architecture::{CURVE_VALUES_PER_FRAME, SPECTRUM_ROWS, columns};
use crate::{Config, Error};

/// Everything that a decoder needs to know of an utterance of `N` frames and `F = 120 N + 1`
/// columns. Fields are `[channels, time]`, row by row: the layout of goldens and segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Features {
    /// Frames, 25 ms each.
    pub frames: usize,
    /// Text encoding, stretched to frames: `[512, N]`.
    pub text: Vec<f32>,
    /// Fundamental frequency in Hz, 80 values a second: `[2N]`.
    pub f0: Vec<f32>,
    /// Energy: `[2N]`.
    pub energy: Vec<f32>,
    /// STFT of the harmonic source, 11 magnitudes and 11 phases: `[22, F]`.
    pub harmonics: Vec<f32>,
    /// The half of the style that steers the decoder: `[128]`.
    pub timbre: Vec<f32>,
}

impl Features {
    /// Checks every field's length against [`frames`](Self::frames).
    ///
    /// # Errors
    /// [`Error::Length`] names the first field that is off.
    pub fn check(&self, config: &Config) -> Result<(), Error> {
        let frames = self.frames;
        let fields = [
            ("text", &self.text, config.hidden_dim * frames),
            ("f0", &self.f0, CURVE_VALUES_PER_FRAME * frames),
            ("energy", &self.energy, CURVE_VALUES_PER_FRAME * frames),
            ("harmonics", &self.harmonics, SPECTRUM_ROWS * columns(frames)),
            ("timbre", &self.timbre, config.style_dim),
        ];
        for (field, values, expected) in fields {
            if values.len() != expected || frames == 0 {
                return Err(Error::Length { field, frames, expected, found: values.len() });
            }
        }
        Ok(())
    }
}
