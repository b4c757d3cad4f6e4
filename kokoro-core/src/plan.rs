//! Which layer of the decoder is computed in what.

use candle_core::DType;
use kokoro_kernels::Precision;

/// What a decoder of a given precision uses where. Durations, F0, energy, the source and the vocoder are in f32 whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Plan {
    precision: Precision,
}

impl Plan {
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

    /// The generator's tensors in memory: bf16 where what is multiplied is no finer.
    pub fn storage(self) -> DType {
        match self.precision {
            Precision::Bf16 | Precision::Int8 => DType::BF16,
            Precision::F32 => DType::F32,
        }
    }
}
