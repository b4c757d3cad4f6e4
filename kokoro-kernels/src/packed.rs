//! Weights in the order in which tiles read them.

use std::ops::Range;

use half::bf16;
use rayon::prelude::*;

use crate::Precision;
use crate::aligned::Aligned;
use crate::whole::{code, least_step, whole_step};

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
    /// Whether no weight lost anything by being packed as 8 bits.
    pub whole: bool,
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
            whole: true,
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
        let panels = words.into_par_iter().zip(channels).zip(rows).zip(&packed.live);
        let whole = panels.map(|(((words, (scale, sums)), rows), live)| {
            let shape = (c_in, kernel, words_per_tap);
            let mut panel = Panel { words, scale, sums, live, shape };
            let rows = rows.chunks(c_in * kernel).enumerate();
            match precision {
                Precision::F32 => rows.for_each(|(lane, row)| panel.pack_f32(lane, row)),
                Precision::Bf16 => rows.for_each(|(lane, row)| panel.pack_bf16(lane, row)),
                Precision::Int8 => {
                    return rows
                        .fold(true, |whole, (lane, row)| panel.pack_int8(lane, row) && whole);
                }
            }
            true
        });
        packed.whole = whole.reduce(|| true, |a, b| a && b);
        packed
    }

    /// The words of a panel, `[live taps][words_per_tap][panel]`.
    #[inline(always)]
    pub fn panel(&self, p: usize) -> &[u32] {
        let len = self.live[p].len() * self.words_per_tap * self.panel;
        &self.words.words()[self.starts[p]..][..len]
    }
}

/// Where a panel's weights go; its rows are `[c_in, kernel]`, one for each lane.
struct Panel<'a> {
    words: &'a mut [u32], // [live taps][words_per_tap][lanes]
    scale: &'a mut [f32],
    sums: &'a mut [i32],
    live: &'a Range<usize>,
    shape: (usize, usize, usize), // c_in, kernel, words_per_tap
}

impl Panel<'_> {
    /// Where the `i`th word of a tap is.
    fn place(&self, lane: usize, i: usize, k: usize) -> usize {
        ((k - self.live.start) * self.shape.2 + i) * self.scale.len() + lane
    }

    fn pack_f32(&mut self, lane: usize, row: &[f32]) {
        for (i, taps) in row.chunks(self.shape.1).enumerate() {
            for k in self.live.clone() {
                let place = self.place(lane, i, k);
                self.words[place] = taps[k].to_bits();
            }
        }
    }

    fn pack_bf16(&mut self, lane: usize, row: &[f32]) {
        for (i, taps) in row.chunks(self.shape.1).enumerate() {
            for k in self.live.clone() {
                let half = u32::from(bf16::from_f32(taps[k]).to_bits());
                let place = self.place(lane, i / 2, k);
                self.words[place] |= half << (16 * (i % 2));
            }
        }
    }

    /// Whether no weight lost anything.
    fn pack_int8(&mut self, lane: usize, row: &[f32]) -> bool {
        let (c_in, kernel, words_per_tap) = self.shape;
        let whole = whole_step(row);
        let step = whole.unwrap_or_else(|| least_step(row));
        let inverse = 1.0 / step;
        self.scale[lane] = step;
        let weight = |i: usize, k: usize| if i < c_in { row[i * kernel + k] } else { 0.0 };
        for k in self.live.clone() {
            for word in 0..words_per_tap {
                let bytes: [i8; 4] =
                    std::array::from_fn(|byte| code(weight(4 * word + byte, k), inverse));
                self.sums[lane] += bytes.iter().map(|&b| i32::from(b)).sum::<i32>();
                let place = self.place(lane, word, k);
                self.words[place] = u32::from_le_bytes(bytes.map(|b| b as u8));
            }
        }
        whole.is_some()
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
