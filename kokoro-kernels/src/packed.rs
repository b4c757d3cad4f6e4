//! Weights in the order in which tiles read them.

use std::ops::Range;

use half::bf16;

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
        let (panels, per_word) = (c_out.div_ceil(panel), precision.per_word());
        let words_per_tap = c_in.div_ceil(per_word);
        let at = |o: usize, i: usize, k: usize| match o < c_out && i < c_in {
            true => weight[(o * c_in + i) * kernel + k],
            false => 0.0,
        };
        let mut packed = Self {
            words: Aligned::new(panels * kernel * words_per_tap * panel),
            panel,
            words_per_tap,
            kernel,
            live: (0..panels).map(|p| live_taps(&at, p * panel..(p + 1) * panel, c_in, kernel)).collect(),
            scale: vec![1.0; panels * panel],
            sums: vec![0; panels * panel],
            factors: factors.to_vec(),
        };
        packed.factors.resize(padded(c_in), 0.0);
        if precision == Precision::Int8 {
            for o in 0..c_out {
                let row = &weight[o * c_in * kernel..][..c_in * kernel];
                let largest = row.chunks(kernel).zip(factors).flat_map(|(taps, f)| taps.iter().map(move |w| (w / f).abs()));
                packed.scale[o] = (largest.fold(0.0, f32::max) / MAX_WEIGHT).max(f32::MIN_POSITIVE);
            }
        }
        let scale = packed.scale.clone();
        let quantised = |o: usize, i: usize, k: usize| match i < c_in {
            true => (at(o, i, k) / factors[i] / scale[o]).round_ties_even() as i8,
            false => 0,
        };
        let mut position = 0;
        for p in 0..panels {
            for k in 0..kernel {
                for word in 0..words_per_tap {
                    for o in p * panel..(p + 1) * panel {
                        let i = word * per_word;
                        let bits = match precision {
                            Precision::F32 => at(o, i, k).to_bits(),
                            Precision::Bf16 => {
                                let half = |i| u32::from(bf16::from_f32(at(o, i, k)).to_bits());
                                half(i) | half(i + 1) << 16
                            }
                            Precision::Int8 => {
                                let bytes: [i8; 4] = std::array::from_fn(|byte| quantised(o, i + byte, k));
                                packed.sums[o] += bytes.iter().map(|&b| i32::from(b)).sum::<i32>();
                                u32::from_le_bytes(bytes.map(|b| b as u8))
                            }
                        };
                        packed.words.words_mut()[position] = bits;
                        position += 1;
                    }
                }
            }
        }
        packed
    }

    /// The words of a panel, `[kernel][words_per_tap][panel]`.
    pub fn panel(&self, p: usize) -> &[u32] {
        let len = self.kernel * self.words_per_tap * self.panel;
        &self.words.words()[p * len..][..len]
    }
}

/// The taps between the first and the last that have a weight.
fn live_taps(
    at: &impl Fn(usize, usize, usize) -> f32,
    rows: Range<usize>,
    c_in: usize,
    kernel: usize,
) -> Range<usize> {
    let live = |k: &usize| rows.clone().any(|o| (0..c_in).any(|i| at(o, i, *k) != 0.0));
    let first = (0..kernel).find(live).unwrap_or(0);
    let last = (first..kernel).rev().find(live).unwrap_or(first);
    first..last + 1
}
