//! Instruction sets, which are detected when the program runs.

#[cfg(target_arch = "aarch64")]
use super::neon::Neon;
use super::portable::Portable;
use super::vectors::Work;
#[cfg(target_arch = "x86_64")]
use super::x86;

/// An instruction set that the processor has. [`available`](Self::available) makes the values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Isa(Set);

#[derive(Debug, Clone, Copy)]
enum Set {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "aarch64")]
    Neon,
    Portable,
}

impl Isa {
    /// The fastest of this processor.
    pub fn best() -> Self {
        Self::available()[0]
    }

    /// All that this processor has, the fastest first.
    pub fn available() -> Vec<Self> {
        let sets = [
            #[cfg(target_arch = "x86_64")]
            (Set::Avx512, x86::has_avx512()),
            #[cfg(target_arch = "x86_64")]
            (Set::Avx2, is_x86_feature_detected!("avx2")),
            #[cfg(target_arch = "aarch64")]
            (Set::Neon, true),
            (Set::Portable, true),
        ];
        sets.into_iter().filter(|(_, available)| *available).map(|(set, _)| Self(set)).collect()
    }

    /// Runs work that is compiled for the set.
    pub fn run<W: Work>(self, work: W) -> W::Output {
        match self.0 {
            // SAFETY: the processor has the set, or `available` would not have made the value.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512 => unsafe { x86::run_avx512(work) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2 => unsafe { x86::run_avx2(work) },
            #[cfg(target_arch = "aarch64")]
            Set::Neon => work.run::<Neon>(),
            Set::Portable => work.run::<Portable>(),
        }
    }
}
