//! Instruction sets: detected once, at run time, and only in this file.
//!
//! A [`Kernel`] is compiled once for each [`instruction_set!`] below; [`Isa::run`] chooses.

#[cfg(target_arch = "aarch64")]
use std::arch::is_aarch64_feature_detected;
#[cfg(target_arch = "x86_64")]
use std::arch::is_x86_feature_detected;
use std::fmt;
use std::sync::LazyLock;

use crate::precision::Precision;
use crate::simd::Simd;
#[cfg(target_arch = "x86_64")]
use crate::simd::avx2::Avx2;
#[cfg(target_arch = "x86_64")]
use crate::simd::avx512::Avx512;
#[cfg(target_arch = "aarch64")]
use crate::simd::neon::Neon;
use crate::simd::portable::Portable;

/// An instruction set that the kernels are compiled for. Values come only from
/// [`best`](Self::best) and [`available`](Self::available), so that the processor that runs the
/// program has the instructions of every value.
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

/// Vectors in a narrow panel of output channels, for layers that have few.
pub(crate) const NARROW: usize = 2;

/// Work that is written once for all instruction sets.
///
/// Implementations are `#[inline(always)]`, and so is everything that they call: only what is
/// inlined into the functions below is compiled with the instructions of a set. A closure that is
/// not inlined would be compiled without them.
pub(crate) trait Kernel {
    type Output;
    /// Does the work with vectors of `S`; a panel of output channels is `V` of them.
    fn run<S: Simd, const V: usize>(self, s: S) -> Self::Output;
}

/// Defines how an instruction set is detected, and a function that is compiled for it, from one
/// list of processor features. `$vectors` of `$simd` make a panel of output channels; a full
/// register tile has 6 columns of them, and must fit into the registers.
macro_rules! instruction_set {
    ($set:ident, $simd:ty, $vectors:literal, $detect:ident, [$($feature:tt),+]) => {
        struct $set;

        impl $set {
            /// Whether this processor has all features of the set.
            fn is_available() -> bool {
                $($detect!($feature))&&+
            }

            /// Runs `kernel`, compiled for the set.
            ///
            /// # Safety
            /// The processor must have the set: [`is_available`](Self::is_available).
            #[target_feature($(enable = $feature),+)]
            unsafe fn run<K: Kernel>(kernel: K) -> K::Output {
                // SAFETY: the processor has the instructions, as the caller promises.
                kernel.run::<_, $vectors>(unsafe { <$simd>::new() })
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
instruction_set!(
    CompiledAvx512Bf16,
    Avx512<true>,
    4,
    is_x86_feature_detected,
    ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512vnni", "avx512bf16", "avx2", "fma"]
);
#[cfg(target_arch = "x86_64")]
instruction_set!(
    CompiledAvx512,
    Avx512<false>,
    4,
    is_x86_feature_detected,
    ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512vnni", "avx2", "fma"]
);
#[cfg(target_arch = "x86_64")]
instruction_set!(
    CompiledAvx2Vnni,
    Avx2<true>,
    2,
    is_x86_feature_detected,
    ["avx2", "fma", "avxvnni"]
);
#[cfg(target_arch = "x86_64")]
instruction_set!(CompiledAvx2, Avx2<false>, 2, is_x86_feature_detected, ["avx2", "fma"]);

#[cfg(target_arch = "aarch64")]
instruction_set!(
    CompiledNeonI8mmBf16,
    Neon<true, true>,
    4,
    is_aarch64_feature_detected,
    ["neon", "dotprod", "i8mm", "bf16"]
);
#[cfg(target_arch = "aarch64")]
instruction_set!(
    CompiledNeonDotprod,
    Neon<true, false>,
    4,
    is_aarch64_feature_detected,
    ["neon", "dotprod"]
);
#[cfg(target_arch = "aarch64")]
instruction_set!(CompiledNeon, Neon<false, false>, 4, is_aarch64_feature_detected, ["neon"]);

impl Isa {
    /// The fastest instruction set of this processor.
    pub fn best() -> Self {
        static BEST: LazyLock<Isa> = LazyLock::new(|| Isa::available()[0]);
        *BEST
    }

    /// All instruction sets of this processor, fastest first. The portable one is always the last.
    pub fn available() -> Vec<Self> {
        let sets = [
            #[cfg(target_arch = "x86_64")]
            (Set::Avx512Bf16, CompiledAvx512Bf16::is_available()),
            #[cfg(target_arch = "x86_64")]
            (Set::Avx512, CompiledAvx512::is_available()),
            #[cfg(target_arch = "x86_64")]
            (Set::Avx2Vnni, CompiledAvx2Vnni::is_available()),
            #[cfg(target_arch = "x86_64")]
            (Set::Avx2, CompiledAvx2::is_available()),
            #[cfg(target_arch = "aarch64")]
            (Set::NeonI8mmBf16, CompiledNeonI8mmBf16::is_available()),
            #[cfg(target_arch = "aarch64")]
            (Set::NeonDotprod, CompiledNeonDotprod::is_available()),
            #[cfg(target_arch = "aarch64")]
            (Set::Neon, CompiledNeon::is_available()),
            (Set::Portable, true),
        ];
        sets.into_iter().filter(|(_, available)| *available).map(|(set, _)| Self(set)).collect()
    }

    /// Whether the set has instructions for sums of products in this precision, so that they are
    /// faster than f32.
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

    /// Output channels of a panel, and of a narrow one.
    pub(crate) fn panel_widths(self) -> PanelWidths {
        self.run(MeasurePanels)
    }

    /// Runs `kernel`, compiled for this set.
    #[inline]
    pub(crate) fn run<K: Kernel>(self, kernel: K) -> K::Output {
        match self.0 {
            // SAFETY: the processor has the set, or `available` would not have made the value.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512Bf16 => unsafe { CompiledAvx512Bf16::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512 => unsafe { CompiledAvx512::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2Vnni => unsafe { CompiledAvx2Vnni::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2 => unsafe { CompiledAvx2::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::NeonI8mmBf16 => unsafe { CompiledNeonI8mmBf16::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::NeonDotprod => unsafe { CompiledNeonDotprod::run(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Set::Neon => unsafe { CompiledNeon::run(kernel) },
            Set::Portable => kernel.run::<_, 2>(Portable),
        }
    }
}

/// Output channels of panels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PanelWidths {
    pub full: usize,
    pub narrow: usize,
}

struct MeasurePanels;

impl Kernel for MeasurePanels {
    type Output = PanelWidths;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, _: S) -> PanelWidths {
        PanelWidths { full: S::LANES * V, narrow: S::LANES * NARROW }
    }
}

impl Default for Precision {
    fn default() -> Self {
        if Isa::best().has(Self::Int8) { Self::Int8 } else { Self::F32 }
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
