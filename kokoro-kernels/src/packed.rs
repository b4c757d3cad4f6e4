//! Weights in the order in which tiles read them.

use std::ops::Range;

use half::bf16;
use rayon::prelude::*;

use crate::Precision;
use crate::aligned::{Aligned, padded};

/// Greatest magnitude of an 8-bit weight.
const MAX_WEIGHT: f32 = 127.0;

/// `[panels][kernel][words][panel]`: each panel is some output channels, each word some input channels.
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    words: Aligned,
    pub panel: usize,
    pub words_per_tap: usize,
    pub kernel: usize,
    /// Taps of each panel that are not all zero.
    pub live: Vec<Range<usize>>,
    /// What an output channel's sum is multiplied by, `[panels · panel]`: 1 unless 8-bit.
    pub scale: Vec<f32>,
    /// 8-bit: the sum of an output channel's weights, which the input's zero point is taken out with.
    pub sums: Vec<i32>,
    /// 8-bit: what input channels are multiplied by before they are coded, `[padded(c_in)]`. Weights hold the inverse.
    pub factors: Vec<f32>,
}

impl Packed {
    /// From `weight` `[c_out, c_in, kernel]`. `factors` `[c_in]` matter to int8 alone.
    pub fn new(
        weight: &[f32],
        (c_out, c_in, kernel): (usize, usize, usize),
        factors: &[f32],
        precision: Precision,
        panel: usize,
    ) -> Self {
        let (panels, words_per_tap) = (c_out.div_ceil(panel), c_in.div_ceil(precision.per_word()));
        let mut packed = Self {
            words: Aligned::new(panels * kernel * words_per_tap * panel),
            panel,
            words_per_tap,
            kernel,
            live: vec![0..0; panels],
            scale: vec![1.0; panels * panel],
            sums: vec![0; panels * panel],
            factors: factors.to_vec(),
        };
        packed.factors.resize(padded(c_in), 0.0);
        if panels * words_per_tap == 0 {
            return packed; // nothing to pack
        }
        let words = packed.words.words_mut()[..panels * kernel * words_per_tap * panel]
            .par_chunks_mut(kernel * words_per_tap * panel);
        let channels = packed.scale.par_chunks_mut(panel).zip(packed.sums.par_chunks_mut(panel));
        let rows = weight.par_chunks(panel * c_in * kernel);
        words.zip(channels).zip(rows).zip(&mut packed.live).for_each(|(((words, (scale, sums)), rows), live)| {
            *live = live_taps(rows, kernel);
            for (lane, row) in rows.chunks(c_in * kernel).enumerate() {
                let place = |i: usize, k: usize| (k * words_per_tap + i) * panel + lane;
                let taps = row.chunks(kernel).enumerate().flat_map(|(i, taps)| taps.iter().enumerate().map(move |(k, w)| (i, k, *w)));
                match precision {
                    Precision::F32 => taps.for_each(|(i, k, w)| words[place(i, k)] = w.to_bits()),
                    Precision::Bf16 => taps.for_each(|(i, k, w)| {
                        let half = u32::from(bf16::from_f32(w).to_bits());
                        words[place(i / 2, k)] |= half << (16 * (i % 2));
                    }),
                    Precision::Int8 => {
                        let largest = row.chunks(kernel).zip(factors).map(|(taps, f)| largest(taps) / f);
                        let step = (largest.fold(0.0, f32::max) / MAX_WEIGHT).max(f32::MIN_POSITIVE);
                        scale[lane] = step;
                        let codes = |i: usize, k: usize| match i < c_in {
                            true => nearest(row[i * kernel + k] / (factors[i] * step)),
                            false => 0,
                        };
                        for k in 0..kernel {
                            for word in 0..words_per_tap {
                                let bytes: [i8; 4] = std::array::from_fn(|byte| codes(4 * word + byte, k));
                                sums[lane] += bytes.iter().map(|&b| i32::from(b)).sum::<i32>();
                                words[place(word, k)] = u32::from_le_bytes(bytes.map(|b| b as u8));
                            }
                        }
                    }
                }
            }
        });
        packed
    }

    /// The words of a panel, `[kernel][words_per_tap][panel]`.
    pub fn panel(&self, p: usize) -> &[u32] {
        let len = self.kernel * self.words_per_tap * self.panel;
        &self.words.words()[p * len..][..len]
    }
}

/// The nearest whole number, half to even, of a number within ±127: adding 1.5 · 2²³ leaves it in the lowest bits. Rounding by the standard
/// library is a call on processors of 2003, which is what is compiled for here.
fn nearest(x: f32) -> i8 {
    (x + 12_582_912.0).to_bits() as i8
}

fn largest(values: &[f32]) -> f32 {
    values.iter().fold(0.0, |m, x| m.max(x.abs()))
}

/// The taps between the first and the last that have a weight; `rows` are `[channels, c_in, kernel]`.
fn live_taps(rows: &[f32], kernel: usize) -> Range<usize> {
    let live = |k: &usize| rows.iter().skip(*k).step_by(kernel).any(|&w| w != 0.0);
    let first = (0..kernel).find(live).unwrap_or(0);
    let last = (first..kernel).rev().find(live).unwrap_or(first);
    first..last + 1
}
