//! A voice: one style vector for every number of phonemes.

use crate::{Config, Error};

/// The style vectors of one speaker: `[510, 256]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    rows: Vec<f32>, // [max_phonemes, 2 · style]
    style: usize,
}

/// What one utterance takes from a voice.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Steers the decoder: the first half of the row, `[128]`.
    pub timbre: Vec<f32>,
    /// Steers durations, F0 and energy: the second half, `[128]`.
    pub prosody: Vec<f32>,
}

impl Voice {
    /// Takes `[510, 256]` values, row by row.
    ///
    /// # Errors
    /// [`Error::VoiceShape`].
    pub fn new(rows: Vec<f32>, config: &Config) -> Result<Self, Error> {
        let expected = config.max_phonemes() * 2 * config.style_dim;
        if rows.len() != expected {
            return Err(Error::VoiceShape { expected, found: rows.len() });
        }
        Ok(Self { rows, style: config.style_dim })
    }

    /// The style of an utterance whose phoneme string has `phonemes` symbols, with those that the
    /// vocabulary lacks: row `phonemes − 1` (upstream `pipeline.py`), the last row for more.
    pub fn style(&self, phonemes: usize) -> Style {
        let last = self.rows.len() / (2 * self.style) - 1;
        let row = phonemes.saturating_sub(1).min(last);
        let (timbre, prosody) =
            self.rows[row * 2 * self.style..][..2 * self.style].split_at(self.style);
        Style { timbre: timbre.into(), prosody: prosody.into() }
    }
}
