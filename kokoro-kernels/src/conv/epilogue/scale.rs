//! From sums of products to numbers, `y = (sum + correction) · factor + addend` for each output
//! channel: the quantisation scales, the zero point and the bias.

use crate::conv::pack::PackedWeights;
use crate::quant::input::InputQuantization;
use crate::simd::Simd;

/// Output channels of the widest panel: four vectors of sixteen lanes.
const MAX_PANEL: usize = 64;

/// The three numbers for each channel of a panel.
pub(crate) struct PanelScale {
    factor: [f32; MAX_PANEL],
    addend: [f32; MAX_PANEL],
    /// Added to a sum of integers. It takes out what the offset of the inputs adds to the sum: what
    /// the instruction has subtracted ([`Simd::U8_OFFSET`]), and what they were stored with.
    correction: [i32; MAX_PANEL],
}

/// The three numbers for a vector of channels.
#[derive(Clone, Copy)]
pub(crate) struct VectorScale<S: Simd> {
    pub factor: S::F,
    pub addend: S::F,
    pub correction: S::I,
}

impl PanelScale {
    const IDENTITY: Self =
        Self { factor: [1.0; MAX_PANEL], addend: [0.0; MAX_PANEL], correction: [0; MAX_PANEL] };

    /// For panel `p` of weights in f32 or bf16. `bias` is `[panels · width]`.
    pub fn of_floats(weights: &PackedWeights, bias: &[f32], p: usize) -> Self {
        let mut scale = Self::IDENTITY;
        let bias = &bias[p * weights.width()..][..weights.width()];
        scale.addend[..bias.len()].copy_from_slice(bias);
        scale
    }

    /// For panel `p` of weights in int8, and an input that is quantised as `input`:
    /// `Σ (q − zero_point) w = Σ q w − zero_point Σ w`.
    pub fn of_quantized<S: Simd>(
        weights: &PackedWeights,
        bias: &[f32],
        p: usize,
        input: InputQuantization,
    ) -> Self {
        let mut scale = Self::of_floats(weights, bias, p);
        for (i, channel) in weights.channels(p).iter().enumerate() {
            scale.correction[i] = S::U8_OFFSET * channel.sum;
            scale.factor[i] = input.scale * channel.scale;
            scale.addend[i] -= (input.zero_point * channel.sum) as f32 * scale.factor[i];
        }
        scale
    }

    /// For panel `p` of weights in int8, and an input of bytes that stand for `q − offset`. The
    /// offset is taken out of the sums themselves, which are exact; taken out of the addend, it
    /// would cost digits. No `bias` is a bias of 0.
    pub fn of_offset_bytes<S: Simd>(
        weights: &PackedWeights,
        bias: Option<&[f32]>,
        p: usize,
        offset: i32,
    ) -> Self {
        let mut scale = match bias {
            Some(bias) => Self::of_floats(weights, bias, p),
            None => Self::IDENTITY,
        };
        for (i, channel) in weights.channels(p).iter().enumerate() {
            scale.factor[i] = channel.scale;
            scale.correction[i] = (S::U8_OFFSET - offset) * channel.sum;
        }
        scale
    }

    /// The numbers for the vector of channels from `i` on.
    #[inline(always)]
    pub fn vector<S: Simd>(&self, s: S, i: usize) -> VectorScale<S> {
        assert!(i + S::LANES <= MAX_PANEL);
        // SAFETY: all three arrays have the vector, as asserted.
        unsafe {
            VectorScale {
                factor: s.load(self.factor.as_ptr().add(i)),
                addend: s.load(self.addend.as_ptr().add(i)),
                correction: s.load_i32(self.correction.as_ptr().add(i)),
            }
        }
    }
}
