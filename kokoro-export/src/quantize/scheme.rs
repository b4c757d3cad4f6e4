//! Scales, zero points and integer weights of every convolution of a segment.

use std::collections::BTreeMap;

use kokoro_npu::SegmentPrecision;

use super::ranges::{Calibration, ConvRanges, Range, Ranges};
use super::sensitivity::stays_float;
use crate::graph::{ConvNode, Op, SegmentGraph, ValueId};

/// The largest activation code of a precision: activations are coded as `0 ..= max`. `None` where
/// nothing is coded.
fn max_code(precision: SegmentPrecision) -> Option<u32> {
    match precision {
        SegmentPrecision::F32 => None,
        SegmentPrecision::A16W8 => Some(u16::MAX.into()),
        SegmentPrecision::Int8 => Some(u8::MAX.into()),
    }
}

/// How one activation tensor is coded: `code = round((x − offset[c]) · factor[c] / scale) +
/// zero_point`, clipped.
#[derive(Debug, Clone, PartialEq)]
pub struct Activation {
    /// What is taken from each channel first: `[channels]`.
    pub offsets: Vec<f32>,
    /// What each channel is then multiplied by: `[channels]`.
    pub factors: Vec<f32>,
    /// One step.
    pub scale: f32,
    /// The code of zero.
    pub zero_point: u32,
    /// The largest code.
    pub max_code: u32,
}

impl Activation {
    /// Scales every channel to the same largest magnitude, and spreads the codes over the range
    /// that all scaled channels and zero then take up.
    pub fn new(ranges: &Ranges, max_code: u32) -> Self {
        Self::with_offsets(ranges, vec![0.0; ranges.channels().len()], max_code)
    }

    /// As [`new`](Self::new), after the range of every channel was centred, so that a channel whose
    /// values are far from zero uses all codes. Only for values that nothing but normalisations
    /// read, because these take offsets out.
    pub fn centred(ranges: &Ranges, max_code: u32) -> Self {
        let middle = |range: &Range| 0.5 * (range.low + range.high);
        Self::with_offsets(ranges, ranges.channels().iter().map(middle).collect(), max_code)
    }

    fn with_offsets(ranges: &Ranges, offsets: Vec<f32>, max_code: u32) -> Self {
        let ends = ranges.channels().iter().zip(&offsets);
        let ends: Vec<_> =
            ends.map(|(range, offset)| (range.low - offset, range.high - offset)).collect();
        // A silent channel may be anything; 1 keeps it harmless.
        let magnitude = |&(low, high): &(f32, f32)| low.abs().max(high.abs());
        let factors: Vec<f32> =
            ends.iter().map(magnitude).map(|m| if m > 1e-6 { 1.0 / m } else { 1.0 }).collect();
        let scaled = || ends.iter().zip(&factors);
        let low = scaled().map(|((low, _), f)| low * f).fold(0.0, f32::min);
        let high = scaled().map(|((_, high), f)| high * f).fold(0.0, f32::max);
        let scale = ((high - low) / max_code as f32).max(f32::MIN_POSITIVE);
        let zero_point = ((-low / scale).round() as u32).min(max_code);
        Self { offsets, factors, scale, zero_point, max_code }
    }

    /// What is left of a value of channel `c` after coding and decoding.
    pub fn round_trip(&self, x: f32, c: usize) -> f32 {
        let (offset, factor, zero) = (self.offsets[c], self.factors[c], self.zero_point as f32);
        let code = ((x - offset) * factor / self.scale).round_ties_even() + zero;
        (code.clamp(0.0, self.max_code as f32) - zero) * self.scale / factor + offset
    }
}

/// How one convolution is computed.
#[derive(Debug, Clone, PartialEq)]
pub struct ConvScheme {
    /// What it reads.
    pub input: Activation,
    /// What it writes.
    pub output: Activation,
    /// `[c_out, c_in, kernel]`: weights with both factors folded in, as codes of −127 to 127.
    pub weight: Vec<i8>,
    /// `[c_out]`: one step of each output channel's weights.
    pub weight_scales: Vec<f32>,
    /// `[c_out]`: in steps of `input.scale · weight_scales[o]`, less the output's offsets.
    pub bias: Vec<i32>,
}

impl ConvScheme {
    /// Codes the weights of `conv` for its input and output. `input` must have no offsets, because
    /// the zeros that pad a convolution's input must stay zeros.
    pub fn new(conv: &ConvNode, input: Activation, output: Activation) -> Self {
        let per_group = if conv.depthwise { 1 } else { conv.c_in };
        let folded = |o: usize, at: usize, w: f32| {
            let i = if conv.depthwise { o } else { at / conv.kernel };
            w * output.factors[o] / input.factors[i]
        };
        let (mut weight, mut weight_scales, mut bias) = (vec![], vec![], vec![]);
        for (o, row) in conv.weight.chunks(per_group * conv.kernel).enumerate() {
            let row: Vec<f32> = row.iter().enumerate().map(|(at, &w)| folded(o, at, w)).collect();
            let scale = row.iter().fold(1e-12f32, |m, w| m.max(w.abs())) / 127.0;
            weight.extend(
                row.iter().map(|w| (w / scale).round_ties_even().clamp(-127.0, 127.0) as i8),
            );
            // A saturating cast: a bias beyond 32 bits would mean a weight scale of next to
            // nothing.
            let shifted = (conv.bias[o] - output.offsets[o]) * output.factors[o];
            bias.push((shifted / (input.scale * scale)).round_ties_even() as i32);
            weight_scales.push(scale);
        }
        Self { input, output, weight, weight_scales, bias }
    }
}

/// The scheme of every convolution that is not left in f32. Knows nothing of a capacity: one serves
/// segments of every length.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scheme {
    /// The precision of the convolutions in it.
    pub precision: SegmentPrecision,
    /// By convolution.
    pub convs: BTreeMap<ValueId, ConvScheme>,
}

impl Scheme {
    /// Codes all convolutions but the depthwise ones, which have too few taps to gain from it,
    /// those that [must stay in f32](stays_float), and those named in `float`.
    pub fn new(
        graph: &SegmentGraph,
        calibration: &Calibration,
        precision: SegmentPrecision,
        float: &[&str],
    ) -> Self {
        Self::of(graph, calibration, precision, |name, conv| {
            !conv.depthwise && !stays_float(name) && !float.contains(&name)
        })
    }

    /// Codes the convolutions for which `coded` is true.
    pub fn of(
        graph: &SegmentGraph,
        calibration: &Calibration,
        precision: SegmentPrecision,
        coded: impl Fn(&str, &ConvNode) -> bool,
    ) -> Self {
        let Some(max_code) = max_code(precision) else { return Self::default() };
        let convs = graph.convs().filter(|&(value, conv)| coded(&graph.node(value).name, conv));
        let scheme = |(value, conv): (ValueId, &ConvNode)| {
            let ConvRanges { input, output } = calibration.of(value)?;
            let mut readers = graph.readers(value).peekable(); // none read the segment's output
            let normalised =
                readers.peek().is_some() && readers.all(|(_, node)| node.op == Op::AdaIn);
            let coded_output = if normalised { Activation::centred } else { Activation::new };
            let input = Activation::new(input, max_code);
            Some((value, ConvScheme::new(conv, input, coded_output(output, max_code))))
        };
        Self { precision, convs: convs.filter_map(scheme).collect() }
    }
}
