//! Which layer of the decoder is computed in what.

use candle_core::DType;
use kokoro_kernels::{Isa, Precision};

use crate::nn::BlockPrecision;

/// What a decoder of a given precision uses where. Durations, F0, energy, the source and the vocoder are in f32 whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    precision: Precision,
    /// Where 8 bits are too few: what 8 bits of these few layers cost is in `docs/performance.md`.
    sensitive: Precision,
}

impl Default for Plan {
    fn default() -> Self {
        Self::new(Precision::default())
    }
}

impl Plan {
    /// The plan of a precision on this processor.
    pub fn new(precision: Precision) -> Self {
        let sensitive = match precision {
            Precision::Int8 if Isa::best().has(Precision::Bf16) => Precision::Bf16,
            Precision::Int8 => Precision::F32,
            other => other,
        };
        Self { precision, sensitive }
    }

    /// The precision that was asked for.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Residual stacks of the generator: nine tenths of the work.
    pub fn stacks(self) -> Precision {
        self.precision
    }

    /// The generator's two upsamplers.
    pub fn upsamplers(self) -> Precision {
        self.sensitive
    }

    /// The block before the decoder's loop, which F0 and energy enter by.
    pub fn encode(self) -> BlockPrecision {
        BlockPrecision { conv1: self.sensitive, conv2: self.precision, shortcut: self.sensitive }
    }

    /// Blocks of the decoder's loop.
    pub fn decode(self, last: bool) -> BlockPrecision {
        let conv2 = if last { self.sensitive } else { self.precision };
        BlockPrecision { conv2, ..BlockPrecision::all(self.precision) }
    }

    /// What meets the outer world: F0, energy and harmonics, whose values reach far, and the logits, which are arguments of an exponential.
    pub fn edges(self) -> Precision {
        Precision::F32
    }

    /// The generator's tensors in memory: half of them where the codes are coarser than that.
    pub fn storage(self) -> DType {
        match self.precision {
            Precision::Int8 => DType::BF16,
            Precision::F32 | Precision::Bf16 => DType::F32,
        }
    }
}
