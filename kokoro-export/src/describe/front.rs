//! The decoder's first half: features to `[512, 2N]`.

use candle_core::Result;
use kokoro_core::Config;
use kokoro_core::architecture::{
    BLOCK_KERNEL, BLOCK_SLOPE, CURVE_KERNEL, CURVE_VALUES_PER_FRAME, DECODE_BLOCKS, DECODER_WIDTH,
    TEXT_RESIDUAL_WIDTH,
};
use kokoro_npu::segment::Rate;

use super::layers::{Bias, Describer, Shape};
use crate::graph::{ConvNode, Op, ValueId};

/// What a residual block does to the number of columns.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Kept,
    Doubled,
}

impl Describer<'_> {
    /// The decoder's first half: features to `[512, 2N]`.
    pub fn front(&mut self, config: &Config) -> Result<ValueId> {
        let hidden = config.hidden_dim;
        let text = self.graph.input("text", hidden, Rate::Frames);
        let halve = Shape::strided(CURVE_KERNEL, CURVE_VALUES_PER_FRAME);
        let [f0, energy] = ["f0", "energy"].map(|name| self.graph.input(name, 1, Rate::Curves));
        let f0 = self.conv("F0_conv", f0, 1, halve, Rate::Frames)?;
        let energy = self.conv("N_conv", energy, 1, halve, Rate::Frames)?;
        let residual = self.pointwise("asr_res.0", text, TEXT_RESIDUAL_WIDTH, Bias::Own)?;
        let xs = self.graph.concat("encode.in".into(), &[text, f0, energy]);
        let mut xs = self.res_block("encode", xs, DECODER_WIDTH, Length::Kept)?;
        for i in 0..DECODE_BLOCKS {
            let name = format!("decode.{i}");
            let joined = self.graph.concat(format!("{name}.in"), &[xs, residual, f0, energy]);
            let (channels, length) = match i + 1 {
                DECODE_BLOCKS => (hidden, Length::Doubled),
                _ => (DECODER_WIDTH, Length::Kept),
            };
            xs = self.res_block(&name, joined, channels, length)?;
        }
        Ok(xs)
    }

    /// `AdaInResBlock` of the model.
    fn res_block(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        length: Length,
    ) -> Result<ValueId> {
        let c_in = self.graph.node(xs).channels;
        let mut ys = self.adain(&format!("{name}.norm1"), xs, Op::LeakyRelu(BLOCK_SLOPE));
        let mut shortcut = xs;
        if length == Length::Doubled {
            ys = self.depthwise_up(&format!("{name}.pool"), ys)?;
            let twice = self.graph.concat(format!("{name}.twice"), &[xs, xs]);
            shortcut = self.graph.interleave(format!("{name}.nearest"), twice, 2, Rate::Curves);
        }
        if c_in != c_out {
            shortcut = self.pointwise(&format!("{name}.conv1x1"), shortcut, c_out, Bias::None)?;
        }
        let ys = self.masked_conv(&format!("{name}.conv1"), ys, c_out, BLOCK_KERNEL, 1)?;
        let ys = self.adain(&format!("{name}.norm2"), ys, Op::LeakyRelu(BLOCK_SLOPE));
        let ys = self.masked_conv(&format!("{name}.conv2"), ys, c_out, BLOCK_KERNEL, 1)?;
        let sum = self.graph.same(format!("{name}.sum"), Op::Add, &[ys, shortcut]);
        Ok(self.graph.same(
            format!("{name}.out"),
            Op::Scale(std::f32::consts::FRAC_1_SQRT_2),
            &[sum],
        ))
    }

    /// `y[2t] = w₁ x[t] + b`, `y[2t + 1] = w₂ x[t] + w₀ x[t + 1] + b`, channel by channel.
    fn depthwise_up(&mut self, name: &str, xs: ValueId) -> Result<ValueId> {
        let channels = self.graph.node(xs).channels;
        let xs = self.graph.same(format!("{name}.mask"), Op::Mask, &[xs]);
        let weight = self.values(&format!("{name}.weight"), &[channels, 1, BLOCK_KERNEL])?;
        let bias = self.values(&format!("{name}.bias"), &[channels])?;
        let taps = |order: &[usize]| {
            weight.chunks(BLOCK_KERNEL).flat_map(|w| order.iter().map(|&k| w[k])).collect()
        };
        let phase = |weight: Vec<f32>, kernel: usize| ConvNode {
            weight: weight.into(),
            bias: bias.clone(),
            c_in: channels,
            c_out: channels,
            kernel,
            stride: 1,
            dilation: 1,
            pad_left: 0,
            pad_right: kernel - 1,
            depthwise: true,
        };
        let (even, odd) = (phase(taps(&[1]), 1), phase(taps(&[2, 0]), 2));
        let even = self.graph.conv(format!("{name}.even"), even, xs, Rate::Frames);
        let odd = self.graph.conv(format!("{name}.odd"), odd, xs, Rate::Frames);
        let phases = self.graph.concat(format!("{name}.phases"), &[even, odd]);
        Ok(self.graph.interleave(name.into(), phases, 2, Rate::Curves))
    }
}
