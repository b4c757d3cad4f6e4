//! The processor's peak: the instructions of the microkernel, on registers alone. Benchmarks
//! measure the kernels against it.

use crate::conv::microkernel::COLUMNS;
use crate::conv::microkernel::dot::{DotBf16, DotF32Unchunked, DotProduct, DotU8};
use crate::isa::{Isa, Kernel};
use crate::precision::Precision;
use crate::simd::{MAX_LANES, Simd};

/// Multiplies and adds `rounds` times into every sum of a full register tile, on one thread.
/// Returns the number of multiply-adds.
pub fn multiply_adds(isa: Isa, precision: Precision, rounds: u64) -> u64 {
    let panel = isa.panel_widths().full as u64;
    let sum = isa.run(Rounds { precision, rounds });
    std::hint::black_box(sum);
    rounds * COLUMNS as u64 * panel * precision.per_word() as u64
}

struct Rounds {
    precision: Precision,
    rounds: u64,
}

impl Kernel for Rounds {
    type Output = f32;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> f32 {
        match self.precision {
            Precision::F32 => rounds::<S, DotF32Unchunked, V>(s, self.rounds),
            Precision::Bf16 => rounds::<S, DotBf16, V>(s, self.rounds),
            Precision::Int8 => rounds::<S, DotU8, V>(s, self.rounds),
        }
    }
}

#[inline(always)]
fn rounds<S: Simd, D: DotProduct, const V: usize>(s: S, rounds: u64) -> f32 {
    let mut sums = [[D::zero(s); V]; COLUMNS];
    // Numbers that are small in every format, and that the compiler must not know.
    let (x, w) = (
        s.broadcast(std::hint::black_box(0x0101_0101)),
        s.broadcast(std::hint::black_box(0x0102_0101)),
    );
    for _ in 0..rounds {
        for sum in sums.as_flattened_mut() {
            *sum = D::multiply_add(s, *sum, x, w);
        }
    }
    let mut total = s.splat(0.0);
    for sum in sums.as_flattened() {
        total = s.add(total, D::to_f32(s, *sum, s.zero_i32()));
    }
    let mut lanes = [0f32; MAX_LANES];
    // SAFETY: no instruction set has more lanes than `lanes`.
    unsafe { s.store(lanes.as_mut_ptr(), total) };
    lanes.iter().sum()
}
