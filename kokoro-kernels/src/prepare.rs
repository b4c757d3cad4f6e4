//! The input of a block: affine and activation, in f32, with zeros where the input has no columns.

use crate::activation::{Activate, Activation, Affine, Gelu, Leaky, Same};
use crate::aligned::padded;
use crate::element::{Element, load_some};
use crate::simd::{MAX_LANES, Simd};

/// What a convolution reads.
pub(crate) struct Source<'a, E> {
    pub values: &'a [E], // [len, channels]
    pub channels: usize,
    pub affine: Option<&'a Affine>,
    pub activation: &'a Activation,
}

impl<E: Element> Source<'_, E> {
    /// Columns of the input.
    pub fn len(&self) -> usize {
        self.values.len() / self.channels
    }

    /// Writes input columns `first..first + count` to `rows`, [`padded`]`(channels)` apart; columns outside the input and channels past
    /// the last are zero. Returns the least and the greatest of 0 and all that was written.
    #[inline(always)]
    pub fn prepare<S: Simd>(
        &self,
        s: S,
        first: isize,
        count: usize,
        rows: &mut [f32],
    ) -> (f32, f32) {
        match self.activation {
            Activation::Identity => self.prepare_with(s, first, count, rows, Same),
            Activation::LeakyRelu(slope) => self.prepare_with(s, first, count, rows, Leaky(*slope)),
            Activation::GeluTanh => self.prepare_with(s, first, count, rows, Gelu),
            Activation::Snake(snake) => self.prepare_with(s, first, count, rows, snake),
        }
    }

    #[inline(always)]
    fn prepare_with<S: Simd, A: Activate>(
        &self,
        s: S,
        first: isize,
        count: usize,
        rows: &mut [f32],
        act: A,
    ) -> (f32, f32) {
        let (channels, row) = (self.channels, padded(self.channels));
        let rows = &mut rows[..count * row];
        // Columns of `rows` that the input has.
        let start = ((-first).max(0) as usize).min(count);
        let end = ((self.len() as isize - first).max(0) as usize).clamp(start, count);
        rows[..start * row].fill(0.0);
        rows[end * row..].fill(0.0);
        let (mut low, mut high) = (s.splat(0.0), s.splat(0.0));
        for t in start..end {
            let column = (first + t as isize) as usize;
            let from = &self.values[column * channels..(column + 1) * channels];
            let to = &mut rows[t * row..(t + 1) * row];
            let mut c = 0;
            while c < channels {
                // SAFETY: `from` has the channels that are loaded, `to` and the affine are padded to whole vectors.
                unsafe {
                    let mut x = load_some(s, from.as_ptr().add(c), S::LANES.min(channels - c));
                    if let Some(affine) = self.affine {
                        x = s.fma(
                            x,
                            s.load(affine.scale.as_ptr().add(c)),
                            s.load(affine.shift.as_ptr().add(c)),
                        );
                    }
                    let x = act.apply(s, c, x);
                    (low, high) = (s.min(x, low), s.max(x, high));
                    s.store(to.as_mut_ptr().add(c), x);
                }
                c += S::LANES;
            }
            to[c.min(row)..].fill(0.0);
        }
        (lanes(s, low, f32::min), lanes(s, high, f32::max))
    }
}

/// All lanes and 0 in one.
#[inline(always)]
fn lanes<S: Simd>(s: S, x: S::F, f: fn(f32, f32) -> f32) -> f32 {
    let mut values = [0f32; MAX_LANES];
    // SAFETY: no set has more lanes than this array.
    unsafe { s.store(values.as_mut_ptr(), x) };
    values[..S::LANES].iter().copied().fold(0.0, f)
}
