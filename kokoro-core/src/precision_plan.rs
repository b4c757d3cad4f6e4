//! Which layer is computed in which number format.

use candle_core::DType;
use kokoro_kernels::Precision;

/// The number formats of a model of a given precision. The harmonic source and the vocoder are in
/// f32 whatever it says; so is everything above the decoder but for
/// [linear layers and LSTMs](Self::fixed_point).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PrecisionPlan {
    precision: Precision,
}

impl PrecisionPlan {
    /// All in f32: what everything else is compared with.
    pub const F32: Self = Self { precision: Precision::F32 };

    /// The plan of a precision.
    pub fn new(precision: Precision) -> Self {
        Self { precision }
    }

    /// The decoder's blocks, upsamplers and residual stacks: all layers but the edges.
    pub fn inner(self) -> Precision {
        self.precision
    }

    /// The layers by which F0, energy, text and harmonics enter, whose values have a wide range,
    /// and the last layer, whose logits are arguments of an exponential. They are a hundredth of
    /// the work; in 8 bits they would cost 7 dB of log-mel distance.
    pub fn edges(self) -> Precision {
        Precision::F32
    }

    /// Whether linear layers and LSTMs may be in fixed point where their weights lose nothing by
    /// it. Their inputs are then rounded to 16 bits: each row of a linear layer's input relative to
    /// the second greatest magnitude of the row, an LSTM's state relative to 1. F0 comes within
    /// 1e-4 of that in f32 (relative L2).
    pub fn fixed_point(self) -> bool {
        self.precision != Precision::F32
    }

    /// The type of the generator's tensors in memory: bf16 where the numbers that are multiplied
    /// have no more digits anyway.
    pub fn storage(self) -> DType {
        match self.precision {
            Precision::Bf16 | Precision::Int8 => DType::BF16,
            Precision::F32 => DType::F32,
        }
    }
}
