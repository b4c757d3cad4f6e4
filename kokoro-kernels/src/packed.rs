//! Weights in the order in which tiles read them.

use std::ops::Range;

use half::bf16;
use rayon::prelude::*;

use crate::Precision;
use crate::aligned::Aligned;
use crate::whole;

/// `[panels][live taps][words][panel]`: each panel is some output channels, each word some input channels.
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    words: Aligned,
    pub panel: usize,
    pub words_per_tap: usize,
    /// Taps of each panel from the first to the last that are not all zero.
    pub live: Vec<Range<usize>>,
    /// Where each panel begins.
    starts: Vec<usize>,
    /// What an output channel's sum is multiplied by, `[panels · panel]`: 1 unless 8-bit.
    pub scale: Vec<f32>,
    /// 8-bit: the sum of an output channel's weights, which the input's zero point is taken out with.
    pub sums: Vec<i32>,
}

impl Packed {
    /// From `weight` `[c_out, c_in, kernel]`.
    pub fn new(
        weight: &[f32],
        (c_out, c_in, kernel): (usize, usize, usize),
        precision: Precision,
        panel: usize,
    ) -> Self {
        let (panels, words_per_tap) = (c_out.div_ceil(panel), c_in.div_ceil(precision.per_word()));
        let row = (c_in * kernel).max(1);
        let live: Vec<_> = weight.chunks(panel * row).map(|rows| live_taps(rows, kernel)).collect();
        let lengths = live.iter().map(|taps| taps.len() * words_per_tap * panel);
        let mut all = 0;
        let starts = lengths.map(|len| {
            all += len;
            all - len
        });
        let starts = starts.collect();
        let mut packed = Self {
            words: Aligned::new(all),
            panel,
            words_per_tap,
            live,
            starts,
            scale: vec![1.0; panels * panel],
            sums: vec![0; panels * panel],
        };
        if panels * words_per_tap == 0 {
            return packed; // nothing to pack
        }
        let mut rest = &mut packed.words.words_mut()[..all];
        let mut words = Vec::with_capacity(panels); // of each panel
        for taps in &packed.live {
            let (first, others) = rest.split_at_mut(taps.len() * words_per_tap * panel);
            words.push(first);
            rest = others;
        }
        let channels = packed.scale.par_chunks_mut(panel).zip(packed.sums.par_chunks_mut(panel));
        let rows = weight.par_chunks(panel * c_in * kernel);
        words.into_par_iter().zip(channels).zip(rows).zip(&packed.live).for_each(
            |(((words, (scale, sums)), rows), live)| {
                for (lane, row) in rows.chunks(c_in * kernel).enumerate() {
                    let place =
                        |i: usize, k: usize| ((k - live.start) * words_per_tap + i) * panel + lane;
                    let taps = row.chunks(kernel).enumerate().flat_map(|(i, taps)| {
                        let live = taps.iter().enumerate().take(live.end).skip(live.start);
                        live.map(move |(k, w)| (i, k, *w))
                    });
                    match precision {
                        Precision::F32 => {
                            taps.for_each(|(i, k, w)| words[place(i, k)] = w.to_bits())
                        }
                        Precision::Bf16 => taps.for_each(|(i, k, w)| {
                            let half = u32::from(bf16::from_f32(w).to_bits());
                            words[place(i / 2, k)] |= half << (16 * (i % 2));
                        }),
                        Precision::Int8 => {
                            let step = whole::step(row);
                            scale[lane] = step;
                            let codes = |i: usize, k: usize| match i < c_in {
                                true => whole::code(row[i * kernel + k], step),
                                false => 0,
                            };
                            for k in live.clone() {
                                for word in 0..words_per_tap {
                                    let bytes: [i8; 4] =
                                        std::array::from_fn(|byte| codes(4 * word + byte, k));
                                    sums[lane] += bytes.iter().map(|&b| i32::from(b)).sum::<i32>();
                                    words[place(word, k)] =
                                        u32::from_le_bytes(bytes.map(|b| b as u8));
                                }
                            }
                        }
                    }
                }
            },
        );
        packed
    }

    /// The words of a panel, `[live taps][words_per_tap][panel]`.
    #[inline(always)]
    pub fn panel(&self, p: usize) -> &[u32] {
        let len = self.live[p].len() * self.words_per_tap * self.panel;
        &self.words.words()[self.starts[p]..][..len]
    }
}

/// The taps between the first and the last that have a weight; `rows` are `[channels, c_in, kernel]`.
fn live_taps(rows: &[f32], kernel: usize) -> Range<usize> {
    let live = |k: &usize| rows.iter().skip(*k).step_by(kernel).any(|&w| w != 0.0);
    match (0..kernel).find(live) {
        Some(first) => first..(first..kernel).rev().find(live).unwrap_or(first) + 1,
        None => 0..0,
    }
}
