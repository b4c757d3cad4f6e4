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

    /// A mix of voices: row by row, the sum of each voice times its weight. One voice of weight 1
    /// is itself, bit for bit.
    ///
    /// Weights need not sum to 1, though a voice is only like those it is made of if they do.
    ///
    /// # Errors
    /// [`Error::NoVoices`] for none; [`Error::BlendWeight`] for a weight that is not finite;
    /// [`Error::VoiceShape`] for voices of different models.
    pub fn blend(parts: &[(f32, &Self)]) -> Result<Self, Error> {
        let Some(((weight, first), others)) = parts.split_first() else {
            return Err(Error::NoVoices);
        };
        if let Some(&(found, _)) = parts.iter().find(|(weight, _)| !weight.is_finite()) {
            return Err(Error::BlendWeight { found });
        }
        let mut rows: Vec<f32> = first.rows.iter().map(|value| weight * value).collect();
        for (weight, voice) in others {
            let (expected, found) = (rows.len(), voice.rows.len());
            if found != expected || voice.style != first.style {
                return Err(Error::VoiceShape { expected, found });
            }
            rows.iter_mut().zip(&voice.rows).for_each(|(sum, value)| *sum += weight * value);
        }
        Ok(Self { rows, style: first.style })
    }

    /// Every row, one after another: `[510, 256]`.
    pub fn rows(&self) -> &[f32] {
        &self.rows
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

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(rows: &[f32]) -> Voice {
        Voice { rows: rows.into(), style: 1 }
    }

    #[test]
    fn one_voice_is_itself() {
        let one = voice(&[1.0, -0.0, f32::MIN_POSITIVE, 0.1]);
        let blend = Voice::blend(&[(1.0, &one)]).unwrap();
        let bits = |voice: &Voice| voice.rows.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&blend), bits(&one));
    }

    #[test]
    fn weights_multiply_and_sum() {
        let (a, b) = (voice(&[1.0, 2.0]), voice(&[3.0, -4.0]));
        let blend = Voice::blend(&[(0.25, &a), (0.75, &b)]).unwrap();
        assert_eq!(blend.rows(), [2.5, -2.5]);
        assert_eq!(Voice::blend(&[(2.0, &a), (-1.0, &b)]).unwrap().rows(), [-1.0, 8.0]);
    }

    #[test]
    fn what_cannot_be_blended_is_an_error() {
        let (a, b) = (voice(&[1.0, 2.0]), voice(&[1.0, 2.0, 3.0, 4.0]));
        assert!(matches!(Voice::blend(&[]), Err(Error::NoVoices)));
        let nan = Voice::blend(&[(1.0, &a), (f32::NAN, &a)]);
        assert!(matches!(nan, Err(Error::BlendWeight { .. })));
        let found = Voice::blend(&[(1.0, &a), (1.0, &b)]);
        assert!(matches!(found, Err(Error::VoiceShape { expected: 2, found: 4 })));
    }
}
