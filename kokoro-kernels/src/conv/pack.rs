//! Weights in the order in which the microkernel reads them.

use std::ops::Range;

use half::bf16;
use rayon::prelude::*;

use super::params::WeightShape;
use crate::memory::aligned::AlignedBuffer;
use crate::precision::Precision;
use crate::quant::weights::{exact_step, least_step, quantize};

/// Packed weights, `[panels][live taps][words_per_tap][width]`. A *panel* is `width` output
/// channels; a word holds one or more input channels of one of them.
#[derive(Debug, Clone)]
pub(crate) struct PackedWeights {
    words: AlignedBuffer,
    precision: Precision,
    width: usize,
    words_per_tap: usize,
    /// The taps of each panel, from the first to the last that has a weight other than zero.
    live: Vec<Range<usize>>,
    /// Where each panel begins.
    starts: Vec<usize>,
    channels: Vec<OutputChannel>, // [panels · width]
    exact: bool,
}

/// What belongs to the weights of an output channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OutputChannel {
    /// The quantisation step; 1 unless the weights are in int8.
    pub scale: f32,
    /// The sum of the quantised weights, with which a zero point is taken out of a sum of products;
    /// 0 unless they are in int8.
    pub sum: i32,
}

/// One panel of [`PackedWeights`].
#[derive(Debug, Clone)]
pub(crate) struct Panel<'a> {
    /// `[taps][words_per_tap][width]`.
    pub weights: &'a [u32],
    /// Taps that the weights belong to.
    pub taps: Range<usize>,
    pub words_per_tap: usize,
}

impl PackedWeights {
    /// Packs `weight` `[c_out, c_in, kernel]` in panels of `width` output channels.
    pub fn new(weight: &[f32], shape: WeightShape, precision: Precision, width: usize) -> Self {
        let WeightShape { c_out, c_in, kernel } = shape;
        assert_eq!(weight.len(), c_out * c_in * kernel, "weights [c_out, c_in, kernel]");
        let words_per_tap = c_in.div_ceil(precision.per_word());
        let rows = weight.chunks((width * c_in * kernel).max(1));
        let live: Vec<_> = rows.map(|rows| live_taps(rows, kernel)).collect();
        let (starts, all) = starts(live.iter().map(|taps| taps.len() * words_per_tap * width));
        let nothing = OutputChannel { scale: 1.0, sum: 0 };
        let mut packed = Self {
            words: AlignedBuffer::new(all),
            precision,
            width,
            words_per_tap,
            live,
            starts,
            channels: vec![nothing; c_out.next_multiple_of(width)],
            exact: true,
        };
        if !weight.is_empty() {
            packed.exact = packed.pack(weight, shape);
        }
        packed
    }

    /// Packs all panels in parallel. Returns `false` if a weight was rounded to int8 with a loss.
    fn pack(&mut self, weight: &[f32], WeightShape { c_in, kernel, .. }: WeightShape) -> bool {
        let (width, words_per_tap, precision) = (self.width, self.words_per_tap, self.precision);
        let mut rest = self.words.words_mut();
        let mut words = Vec::with_capacity(self.live.len()); // of each panel
        for taps in &self.live {
            let (first, others) = rest.split_at_mut(taps.len() * words_per_tap * width);
            words.push(first);
            rest = others;
        }
        let channels = self.channels.par_chunks_mut(width);
        let rows = weight.par_chunks(width * c_in * kernel);
        let panels = words.into_par_iter().zip(channels).zip(rows).zip(&self.live);
        let exact = panels.map(|(((words, channels), rows), live)| {
            let mut packer = Packer { words, channels, live, c_in, kernel, words_per_tap };
            let rows = rows.chunks(c_in * kernel).enumerate();
            match precision {
                Precision::F32 => rows.for_each(|(lane, row)| packer.pack_f32(lane, row)),
                Precision::Bf16 => rows.for_each(|(lane, row)| packer.pack_bf16(lane, row)),
                Precision::Int8 => {
                    return rows
                        .fold(true, |exact, (lane, row)| packer.pack_int8(lane, row) && exact);
                }
            }
            true
        });
        exact.reduce(|| true, |a, b| a && b)
    }

    /// What the weights were rounded to.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Output channels in a panel.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Number of panels.
    pub fn panels(&self) -> usize {
        self.live.len()
    }

    /// Words of an input column that a tap reads.
    pub fn words_per_tap(&self) -> usize {
        self.words_per_tap
    }

    /// Whether no weight was rounded to int8 with a loss.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Panel `p`.
    #[inline(always)]
    pub fn panel(&self, p: usize) -> Panel<'_> {
        let (taps, words_per_tap) = (self.live[p].clone(), self.words_per_tap);
        let len = taps.len() * words_per_tap * self.width;
        Panel { weights: &self.words.words()[self.starts[p]..][..len], taps, words_per_tap }
    }

    /// The output channels of panel `p`. In the last panel, there may be some past the last
    /// channel.
    #[inline(always)]
    pub fn channels(&self, p: usize) -> &[OutputChannel] {
        &self.channels[p * self.width..][..self.width]
    }
}

/// Where each of consecutive parts begins, and where the last one ends.
fn starts(lengths: impl Iterator<Item = usize>) -> (Vec<usize>, usize) {
    let mut end = 0;
    let begin = |len: usize| {
        end += len;
        end - len
    };
    (lengths.map(begin).collect(), end)
}

/// Packs a panel, whose rows are `[c_in, kernel]`, one for each lane.
struct Packer<'a> {
    words: &'a mut [u32], // [live taps][words_per_tap][lanes]
    channels: &'a mut [OutputChannel],
    live: &'a Range<usize>,
    c_in: usize,
    kernel: usize,
    words_per_tap: usize,
}

impl Packer<'_> {
    /// The index of word `i` of tap `k`.
    fn index(&self, lane: usize, i: usize, k: usize) -> usize {
        ((k - self.live.start) * self.words_per_tap + i) * self.channels.len() + lane
    }

    fn pack_f32(&mut self, lane: usize, row: &[f32]) {
        for (i, taps) in row.chunks(self.kernel).enumerate() {
            for k in self.live.clone() {
                let index = self.index(lane, i, k);
                self.words[index] = taps[k].to_bits();
            }
        }
    }

    fn pack_bf16(&mut self, lane: usize, row: &[f32]) {
        for (i, taps) in row.chunks(self.kernel).enumerate() {
            for k in self.live.clone() {
                let half = u32::from(bf16::from_f32(taps[k]).to_bits());
                let index = self.index(lane, i / 2, k);
                self.words[index] |= half << (16 * (i % 2));
            }
        }
    }

    /// Returns whether the weights are exact in int8.
    fn pack_int8(&mut self, lane: usize, row: &[f32]) -> bool {
        let exact = exact_step(row);
        let step = exact.unwrap_or_else(|| least_step(row));
        let (c_in, kernel, inverse) = (self.c_in, self.kernel, 1.0 / step);
        self.channels[lane].scale = step;
        let weight = |i: usize, k: usize| if i < c_in { row[i * kernel + k] } else { 0.0 };
        for k in self.live.clone() {
            for word in 0..self.words_per_tap {
                let bytes: [i8; 4] =
                    std::array::from_fn(|byte| quantize(weight(4 * word + byte, k), inverse));
                self.channels[lane].sum += bytes.iter().map(|&b| i32::from(b)).sum::<i32>();
                let index = self.index(lane, word, k);
                self.words[index] = u32::from_le_bytes(bytes.map(|b| b as u8));
            }
        }
        exact.is_some()
    }
}

/// The taps from the first to the last that has a weight; `rows` are `[channels, c_in, kernel]`.
fn live_taps(rows: &[f32], kernel: usize) -> Range<usize> {
    let live = |k: &usize| rows.iter().skip(*k).step_by(kernel).any(|&w| w != 0.0);
    match (0..kernel).find(live) {
        Some(first) => first..(first..kernel).rev().find(live).unwrap_or(first) + 1,
        None => 0..0,
    }
}
