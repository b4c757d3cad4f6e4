//! What the processor can do at best: the instruction that tiles are made of, on registers alone. For benchmarks.

use crate::dot::{Dot, DotBf16, DotF32, DotU8};
use crate::isa::Task;
use crate::simd::{MAX_LANES, Simd};
use crate::tile::COLUMNS;
use crate::{Isa, Precision};

/// Runs `rounds` of the products of a tile on one thread and returns how many multiply-adds that were.
pub fn multiply_adds(isa: Isa, precision: Precision, rounds: u64) -> u64 {
    let panel = isa.panel() as u64;
    let sum = isa.run(Rounds { precision, rounds });
    std::hint::black_box(sum);
    rounds * COLUMNS as u64 * panel * precision.per_word() as u64
}

struct Rounds {
    precision: Precision,
    rounds: u64,
}

impl Task for Rounds {
    type Output = f32;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> f32 {
        match self.precision {
            Precision::F32 => rounds::<S, DotF32<false>, V>(s, self.rounds),
            Precision::Bf16 => rounds::<S, DotBf16, V>(s, self.rounds),
            Precision::Int8 => rounds::<S, DotU8, V>(s, self.rounds),
        }
    }
}

#[inline(always)]
fn rounds<S: Simd, D: Dot, const V: usize>(s: S, rounds: u64) -> f32 {
    let mut sums = [[D::zero(s); V]; COLUMNS];
    // Small numbers in every format; the compiler must not know them.
    let (x, w) = (
        s.broadcast(std::hint::black_box(0x0101_0101)),
        s.broadcast(std::hint::black_box(0x0102_0101)),
    );
    for _ in 0..rounds {
        for sum in sums.as_flattened_mut() {
            *sum = D::step(s, *sum, x, w);
        }
    }
    let mut total = s.splat(0.0);
    for sum in sums.as_flattened() {
        total = s.add(total, D::finish(s, *sum, s.zero()));
    }
    let mut lanes = [0f32; MAX_LANES];
    // SAFETY: no set has more lanes.
    unsafe { s.store(lanes.as_mut_ptr(), total) };
    lanes.iter().sum()
}
