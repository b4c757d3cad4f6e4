//! The prosody predictor of StyleTTS 2: how long each phoneme lasts, how high and how loud.
//! Upstream: `modules.py::DurationEncoder` and `ProsodyPredictor`.

mod curve;

use candle_core::{Result, Tensor};
use candle_nn::{VarBuilder, ops};

use self::curve::Curve;
use crate::nn::{AdaLayerNorm, BiLstm, Linear};
use crate::pace::rounded;
use crate::{Config, PrecisionPlan};

/// Durations, F0 and energy of an utterance.
#[derive(Debug)]
pub struct Prosody {
    encoder: Vec<(BiLstm, AdaLayerNorm)>,
    lstm: BiLstm,
    duration_proj: Linear, // 512 → 50
    shared: BiLstm,
    f0: Curve,
    energy: Curve,
}

impl Prosody {
    /// Reads everything under `predictor`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let (channels, style) = (config.hidden_dim, config.style_dim);
        let lstm = |vb: VarBuilder| BiLstm::new(channels + style, channels / 2, plan, vb);
        let layers = vb.pp("text_encoder").pp("lstms");
        let layer = |i: usize| {
            Ok((lstm(layers.pp(2 * i))?, AdaLayerNorm::new(style, channels, layers.pp(2 * i + 1))?))
        };
        Ok(Self {
            encoder: (0..config.n_layer).map(layer).collect::<Result<_>>()?,
            lstm: lstm(vb.pp("lstm"))?,
            duration_proj: Linear::new(
                channels,
                config.max_dur,
                plan,
                vb.pp("duration_proj").pp("linear_layer"),
            )?,
            shared: lstm(vb.pp("shared"))?,
            f0: Curve::new(config, vb.pp("F0"), vb.pp("F0_proj"))?,
            energy: Curve::new(config, vb.pp("N"), vb.pp("N_proj"))?,
        })
    }

    /// PL-BERT's encoding `[T, 512]` and `style` `[1, 128]` to the prosody encoding `[T, 640]`.
    pub fn encode(&self, encoded: &Tensor, style: &Tensor) -> Result<Tensor> {
        let styles = style.broadcast_as((encoded.dim(0)?, style.dim(1)?))?;
        let mut xs = Tensor::cat(&[encoded, &styles], 1)?;
        for (lstm, norm) in &self.encoder {
            let mut ys = lstm.forward(&xs)?;
            norm.apply_inplace(&mut ys, style)?;
            xs = Tensor::cat(&[&ys, &styles], 1)?;
        }
        Ok(xs)
    }

    /// Prosody encoding `[T, 640]` to the logits of 50 duration bins a token, `[T, 50]`.
    pub fn duration_logits(&self, prosody: &Tensor) -> Result<Tensor> {
        self.duration_proj.forward(&self.lstm.forward(prosody)?)
    }

    /// Prosody encoding stretched to frames, `[N, 640]`, to F0 in Hz and energy, each `[2N]`.
    pub fn curves(&self, prosody: &Tensor, style: &Tensor) -> Result<(Tensor, Tensor)> {
        let xs = self.shared.forward(prosody)?;
        let (f0, energy) =
            rayon::join(|| self.f0.forward(&xs, style), || self.energy.forward(&xs, style));
        Ok((f0?, energy?))
    }
}

/// Frames a token lasts: the sum of the sigmoids of its bins over the speed, rounded half to even,
/// at least 1 (upstream `model.py::forward_with_tokens`).
///
/// `logits` `[T, 50]`; `speed` must be positive. A sum of 50 sigmoids over a speed of at least 0.01
/// fits `u32`.
pub fn durations(logits: &Tensor, speed: f32) -> Result<Vec<u32>> {
    Ok(frames(logits)?.into_iter().map(|frames| rounded(frames / speed)).collect())
}

/// Frames that a token lasts at speed 1, not yet rounded: `logits` `[T, 50]` to `[T]`.
pub(crate) fn frames(logits: &Tensor) -> Result<Vec<f32>> {
    ops::sigmoid(logits)?.sum(1)?.to_vec1()
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::Device;

    #[test]
    fn durations_round_half_to_even_and_are_at_least_one() -> Result<()> {
        // Sigmoids of ±100 are exactly 1 and 0 in f32, so that the sums are whole.
        let row = |ones: usize| {
            (0..8).map(|i| if i < ones { 100f32 } else { -110.0 }).collect::<Vec<_>>()
        };
        let logits =
            Tensor::new(vec![row(0), row(1), row(3), row(5), row(7), row(8)], &Device::Cpu)?;
        assert_eq!(durations(&logits, 1.0)?, [1, 1, 3, 5, 7, 8]);
        assert_eq!(durations(&logits, 2.0)?, [1, 1, 2, 2, 4, 4]); // 0, ½, 1½, 2½, 3½, 4
        assert_eq!(durations(&logits, 0.5)?, [1, 2, 6, 10, 14, 16]);
        Ok(())
    }
}
