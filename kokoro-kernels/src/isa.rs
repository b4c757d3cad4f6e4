//! Which instructions to use: chosen once, at run time, in one place.

use std::fmt;
use std::sync::LazyLock;

use crate::Precision;
#[cfg(target_arch = "aarch64")]
use crate::simd::neon::Neon;
use crate::simd::{Simd, portable::Portable};
#[cfg(target_arch = "x86_64")]
use crate::simd::{avx2::Avx2, avx512::Avx512};

/// An instruction set that the kernels are compiled for. A value that is not the portable one comes only from
/// [`best`](Self::best) and [`available`](Self::available), and so exists only where the processor has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Isa(Set);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Set {
    #[cfg(target_arch = "x86_64")]
    Avx512Bf16,
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2Vnni,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "aarch64")]
    NeonI8mmBf16,
    #[cfg(target_arch = "aarch64")]
    NeonDotprod,
    #[cfg(target_arch = "aarch64")]
    Neon,
    Portable,
}

/// Vectors of a tile's output channels where there are few of them.
pub(crate) const NARROW: usize = 2;

/// Work that is written for any instruction set. Implementations are `#[inline(always)]`, and so is all that they call, so that
/// [`Isa::run`] can compile them with the set's instructions.
pub(crate) trait Task {
    type Output;
    /// `V` vectors of `S` are the output channels that a tile has.
    fn run<S: Simd, const V: usize>(self, s: S) -> Self::Output;
}

impl Isa {
    /// The fastest that this processor has.
    pub fn best() -> Self {
        static BEST: LazyLock<Isa> = LazyLock::new(|| Isa::available()[0]);
        *BEST
    }

    /// All that this processor has, fastest first; the portable one is always the last.
    pub fn available() -> Vec<Self> {
        let mut all = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(Avx512::<true>::new().map(|_| Self(Set::Avx512Bf16)));
            all.extend(Avx512::<false>::new().map(|_| Self(Set::Avx512)));
            all.extend(Avx2::<true>::new().map(|_| Self(Set::Avx2Vnni)));
            all.extend(Avx2::<false>::new().map(|_| Self(Set::Avx2)));
        }
        #[cfg(target_arch = "aarch64")]
        {
            all.extend(Neon::<true, true>::new().map(|_| Self(Set::NeonI8mmBf16)));
            all.extend(Neon::<true, false>::new().map(|_| Self(Set::NeonDotprod)));
            all.extend(Neon::<false, false>::new().map(|_| Self(Set::Neon)));
        }
        all.push(Self(Set::Portable));
        all
    }

    /// Whether there are instructions for sums of products in this precision, so that it is faster than f32.
    pub fn has(self, precision: Precision) -> bool {
        match (precision, self.0) {
            (Precision::F32, _) => true,
            #[cfg(target_arch = "x86_64")]
            (Precision::Bf16, Set::Avx512Bf16) => true,
            #[cfg(target_arch = "x86_64")]
            (Precision::Int8, Set::Avx512Bf16 | Set::Avx512 | Set::Avx2Vnni) => true,
            #[cfg(target_arch = "aarch64")]
            (Precision::Bf16, Set::NeonI8mmBf16) => true,
            #[cfg(target_arch = "aarch64")]
            (Precision::Int8, Set::NeonI8mmBf16 | Set::NeonDotprod) => true,
            _ => false,
        }
    }

    /// Output channels of a tile, which weights are cut into.
    pub(crate) fn panel(self) -> usize {
        self.run(Widths).1
    }

    /// The same for layers that have few.
    pub(crate) fn narrow_panel(self) -> usize {
        self.run(Widths).0
    }

    /// Runs `task` compiled for this set.
    #[inline]
    pub(crate) fn run<T: Task>(self, task: T) -> T::Output {
        match self.0 {
            // SAFETY: the processor has the instructions, or the value would not exist.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512Bf16 => unsafe { avx512_bf16(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512 => unsafe { avx512(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2Vnni => unsafe { avx2_vnni(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2 => unsafe { avx2(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::NeonI8mmBf16 => unsafe { neon_i8mm_bf16(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::NeonDotprod => unsafe { neon_dotprod(task) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::Neon => unsafe { neon(task) },
            Set::Portable => task.run::<_, 2>(Portable),
        }
    }
}

/// Output channels of a narrow tile and of a full one.
struct Widths;

impl Task for Widths {
    type Output = (usize, usize);
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, _: S) -> (usize, usize) {
        (S::LANES * NARROW, S::LANES * V)
    }
}

impl fmt::Display for Isa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            #[cfg(target_arch = "x86_64")]
            Set::Avx512Bf16 => "AVX-512 VNNI BF16",
            #[cfg(target_arch = "x86_64")]
            Set::Avx512 => "AVX-512 VNNI",
            #[cfg(target_arch = "x86_64")]
            Set::Avx2Vnni => "AVX2 VNNI",
            #[cfg(target_arch = "x86_64")]
            Set::Avx2 => "AVX2",
            #[cfg(target_arch = "aarch64")]
            Set::NeonI8mmBf16 => "NEON i8mm BF16",
            #[cfg(target_arch = "aarch64")]
            Set::NeonDotprod => "NEON dotprod",
            #[cfg(target_arch = "aarch64")]
            Set::Neon => "NEON",
            Set::Portable => "portable",
        })
    }
}

/// One function a set, whose only purpose is its attribute.
macro_rules! compiled_for {
    ($name:ident, $features:literal, $simd:ty, $vectors:literal) => {
        #[target_feature(enable = $features)]
        unsafe fn $name<T: Task>(task: T) -> T::Output {
            // The proof is made again, by detection that is cached: a few loads.
            match <$simd>::new() {
                Some(simd) => task.run::<_, $vectors>(simd),
                None => unreachable!("{} was detected before", $features),
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
compiled_for!(
    avx512_bf16,
    "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx512bf16,avx2,fma",
    Avx512<true>,
    4
);
#[cfg(target_arch = "x86_64")]
compiled_for!(avx512, "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma", Avx512<false>, 4);
#[cfg(target_arch = "x86_64")]
compiled_for!(avx2_vnni, "avx2,fma,avxvnni", Avx2<true>, 2);
#[cfg(target_arch = "x86_64")]
compiled_for!(avx2, "avx2,fma", Avx2<false>, 2);
#[cfg(target_arch = "aarch64")]
compiled_for!(neon_i8mm_bf16, "neon,dotprod,i8mm,bf16", Neon<true, true>, 4);
#[cfg(target_arch = "aarch64")]
compiled_for!(neon_dotprod, "neon,dotprod", Neon<true, false>, 4);
#[cfg(target_arch = "aarch64")]
compiled_for!(neon, "neon", Neon<false, false>, 4);
