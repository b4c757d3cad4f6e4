//! A function of one number applied to every number of a slice.

use crate::isa::Kernel;
use crate::memory::scalar::{load_partial, store_partial};
use crate::simd::Simd;

/// A function of one number, computed for all lanes of a vector.
pub(crate) trait Function: Copy {
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F;
}

/// Replaces every `x` of `values` by `function.of(x)`.
pub(crate) struct MapInPlace<'a, F> {
    pub values: &'a mut [f32],
    pub function: F,
}

impl<F: Function> Kernel for MapInPlace<'_, F> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for part in self.values.chunks_mut(S::LANES) {
            let lanes = part.len();
            // SAFETY: `part` has `lanes` values.
            unsafe {
                let x = load_partial::<S, f32>(s, part.as_ptr(), lanes);
                store_partial(s, part.as_mut_ptr(), self.function.of(s, x), lanes);
            }
        }
    }
}
