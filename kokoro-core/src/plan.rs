//! Which layer is computed in what.

use candle_core::DType;
use kokoro_kernels::Precision;

/// What a model of a given precision uses where. The source and the vocoder are in f32 whatever it says, and so is all above the decoder but for
/// [linear layers and LSTMs](Self::fixed_point).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Plan {
    precision: Precision,
}

impl Plan {
    /// All in f32: what everything else is held against.
    pub const F32: Self = Self { precision: Precision::F32 };

    /// The plan of a precision on this processor.
    pub fn new(precision: Precision) -> Self {
        Self { precision }
    }

    /// Blocks, upsamplers and residual stacks: all but the edges.
    pub fn inner(self) -> Precision {
        self.precision
    }

    /// What F0, energy, text and harmonics enter by, whose values reach far, and the logits, which are arguments of an exponential: a hundredth of
    /// the work, which 8 bits would pay for with 7 dB.
    pub fn edges(self) -> Precision {
        Precision::F32
    }

    /// Whether linear layers and LSTMs may be in fixed point, where their weights lose nothing by it: a layer's input is rounded to 16 bits of the
    /// second greatest magnitude of its row, a state to 16 bits of 1. F0 comes within 1e-4 of f32's, relative L2.
    pub fn fixed_point(self) -> bool {
        self.precision != Precision::F32
    }

    /// The generator's tensors in memory: bf16 where what is multiplied is no finer.
    pub fn storage(self) -> DType {
        match self.precision {
            Precision::Bf16 | Precision::Int8 => DType::BF16,
            Precision::F32 => DType::F32,
        }
    }
}
