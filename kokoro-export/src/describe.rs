//! Kokoro's decoder and generator, up to the logits, as a [`Graph`]: what `kokoro_core::Decoder` computes, with every operation
//! that a neural processor has no kernel for rewritten into ones that it has.
//!
//! | layer | here |
//! |---|---|
//! | transposed convolution, kernel 2s, stride s | its `s` phases as one convolution with three taps, then interleaved |
//! | depthwise transposed convolution, kernel 3, stride 2 | its two phases, then interleaved |
//! | nearest-neighbour upsampling by 2 | the value above itself, then interleaved |
//! | reflection padding by one column | one column gathered |

use std::sync::Arc;

use candle_core::{Result, bail};
use candle_nn::VarBuilder;
use kokoro_core::Config;
use kokoro_npu::segment::Rate;

use crate::graph::{Builder, Conv, Graph, Op, ValueId};

const WIDTH: usize = 1024;
const TEXT_WIDTH: usize = 64;
const BLOCK_SLOPE: f32 = 0.2;
const STAGE_SLOPE: f32 = 0.1;
const POST_SLOPE: f32 = 0.01;

/// The segment for utterances of up to `frames` frames, with the checkpoint's weights.
pub fn describe(config: &Config, frames: usize, vb: &VarBuilder) -> Result<Graph> {
    if frames == 0 {
        bail!("segment: expected a capacity of at least one frame, found none");
    }
    let mut d = Describer { graph: Builder::new(), vb: vb.pp("decoder") };
    let xs = d.front(config)?;
    let output = d.generator(config, xs)?;
    Ok(d.graph.finish(frames, output))
}

struct Describer<'a> {
    graph: Builder,
    vb: VarBuilder<'a>,
}

impl Describer<'_> {
    fn values(&self, name: &str, shape: &[usize]) -> Result<Arc<[f32]>> {
        Ok(self.vb.get(shape, name)?.flatten_all()?.to_vec1()?.into())
    }

    /// A dense convolution with the layer's own weights. `bias` tells whether it has one.
    fn conv(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        shape: Shape,
        rate: Rate,
    ) -> Result<ValueId> {
        let c_in = self.graph.node(xs).channels;
        let weight = self.values(&format!("{name}.weight"), &[c_out, c_in, shape.kernel])?;
        let bias = match shape.bias {
            true => self.values(&format!("{name}.bias"), &[c_out])?,
            false => vec![0.0; c_out].into(),
        };
        let Shape { kernel, stride, dilation, pads, .. } = shape;
        let conv = Conv {
            weight,
            bias,
            channels: (c_in, c_out),
            kernel,
            stride,
            dilation,
            pads,
            depthwise: false,
        };
        Ok(self.graph.conv(name.into(), conv, xs, rate))
    }

    /// A convolution that keeps the length, of a value whose padding is first set to zero.
    fn masked_conv(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        kernel: usize,
        dilation: usize,
    ) -> Result<ValueId> {
        let rate = self.graph.node(xs).rate;
        let xs = self.graph.same(format!("{name}.mask"), Op::Mask, &[xs]);
        self.conv(name, xs, c_out, Shape::same(kernel, dilation), rate)
    }

    fn pointwise(&mut self, name: &str, xs: ValueId, c_out: usize, bias: bool) -> Result<ValueId> {
        let rate = self.graph.node(xs).rate;
        self.conv(name, xs, c_out, Shape { bias, ..Shape::same(1, 1) }, rate)
    }

    fn adain(&mut self, name: &str, xs: ValueId, activation: Op) -> ValueId {
        let ys = self.graph.same(name.into(), Op::AdaIn, &[xs]);
        self.graph.same(format!("{name}.act"), activation, &[ys])
    }

    /// The decoder's first half: features to `[512, 2N]`.
    fn front(&mut self, config: &Config) -> Result<ValueId> {
        let hidden = config.hidden_dim;
        let text = self.graph.input("text", hidden, Rate::Frames);
        let halve = Shape { kernel: 3, stride: 2, dilation: 1, pads: (1, 1), bias: true };
        let [f0, energy] = ["f0", "energy"].map(|name| self.graph.input(name, 1, Rate::Curves));
        let f0 = self.conv("F0_conv", f0, 1, halve, Rate::Frames)?;
        let energy = self.conv("N_conv", energy, 1, halve, Rate::Frames)?;
        let residual = self.pointwise("asr_res.0", text, TEXT_WIDTH, true)?;
        let xs = self.graph.concat("encode.in".into(), &[text, f0, energy]);
        let mut xs = self.res_block("encode", xs, WIDTH, false)?;
        for i in 0..4 {
            let name = format!("decode.{i}");
            let joined = self.graph.concat(format!("{name}.in"), &[xs, residual, f0, energy]);
            let last = i == 3;
            xs = self.res_block(&name, joined, if last { hidden } else { WIDTH }, last)?;
        }
        Ok(xs)
    }

    /// `AdaInResBlock` of the model; `double` for the one that doubles the length.
    fn res_block(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        double: bool,
    ) -> Result<ValueId> {
        let c_in = self.graph.node(xs).channels;
        let mut ys = self.adain(&format!("{name}.norm1"), xs, Op::LeakyRelu(BLOCK_SLOPE));
        let mut shortcut = xs;
        if double {
            ys = self.depthwise_up(&format!("{name}.pool"), ys)?;
            let twice = self.graph.concat(format!("{name}.twice"), &[xs, xs]);
            shortcut = self.graph.interleave(format!("{name}.nearest"), twice, 2, Rate::Curves);
        }
        if c_in != c_out {
            shortcut = self.pointwise(&format!("{name}.conv1x1"), shortcut, c_out, false)?;
        }
        let ys = self.masked_conv(&format!("{name}.conv1"), ys, c_out, 3, 1)?;
        let ys = self.adain(&format!("{name}.norm2"), ys, Op::LeakyRelu(BLOCK_SLOPE));
        let ys = self.masked_conv(&format!("{name}.conv2"), ys, c_out, 3, 1)?;
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
        let weight = self.values(&format!("{name}.weight"), &[channels, 1, 3])?;
        let bias = self.values(&format!("{name}.bias"), &[channels])?;
        let taps =
            |order: &[usize]| weight.chunks(3).flat_map(|w| order.iter().map(|&k| w[k])).collect();
        let phase = |weight: Vec<f32>, kernel: usize| Conv {
            weight: weight.into(),
            bias: bias.clone(),
            channels: (channels, channels),
            kernel,
            stride: 1,
            dilation: 1,
            pads: (0, kernel - 1),
            depthwise: true,
        };
        let (even, odd) = (phase(taps(&[1]), 1), phase(taps(&[2, 0]), 2));
        let even = self.graph.conv(format!("{name}.even"), even, xs, Rate::Frames);
        let odd = self.graph.conv(format!("{name}.odd"), odd, xs, Rate::Frames);
        let phases = self.graph.concat(format!("{name}.phases"), &[even, odd]);
        Ok(self.graph.interleave(name.into(), phases, 2, Rate::Curves))
    }

    /// The generator: `[512, 2N]` and the harmonic source to logits.
    fn generator(&mut self, config: &Config, mut xs: ValueId) -> Result<ValueId> {
        let net = &config.istftnet;
        let harmonics = self.graph.input("harmonics", config.spectrum_rows(), Rate::Columns);
        let rates = [Rate::Upsampled, Rate::Columns];
        if net.upsample_rates != [10, 6] || net.upsample_kernel_sizes != [20, 12] {
            bail!(
                "segment: expected upsampling by 10 and 6 with kernels 20 and 12, found {:?}",
                net.upsample_rates
            );
        }
        for (i, rate) in rates.into_iter().enumerate() {
            xs = self.stage(config, i, rate, xs, harmonics)?;
        }
        let xs = self.graph.same("generator.act".into(), Op::LeakyRelu(POST_SLOPE), &[xs]);
        self.masked_conv("generator.conv_post", xs, config.spectrum_rows(), 7, 1)
    }

    fn stage(
        &mut self,
        config: &Config,
        i: usize,
        rate: Rate,
        xs: ValueId,
        harmonics: ValueId,
    ) -> Result<ValueId> {
        let net = &config.istftnet;
        let channels = net.upsample_initial_channel >> (i + 1);
        let last = i == 1;
        let noise = format!("generator.noise_convs.{i}");
        let shape = match last {
            true => Shape::same(1, 1),
            false => Shape { kernel: 12, stride: 6, dilation: 1, pads: (3, 3), bias: true },
        };
        let source = self.conv(&noise, harmonics, channels, shape, rate)?;
        let source = self.snake_stack(
            &format!("generator.noise_res.{i}"),
            source,
            if last { 11 } else { 7 },
            &[1, 3, 5],
        )?;
        let xs = self.graph.same(format!("generator.act.{i}"), Op::LeakyRelu(STAGE_SLOPE), &[xs]);
        let mut xs = self.up(
            &format!("generator.ups.{i}"),
            xs,
            channels,
            net.upsample_rates[i],
            if last { Rate::Samples } else { rate },
        )?;
        if last {
            xs = self.graph.reflect_left("generator.reflect".into(), xs);
        }
        let xs = self.graph.same(format!("generator.in.{i}"), Op::Add, &[xs, source]);
        let mut sum: Option<ValueId> = None;
        for (j, (&kernel, dilations)) in
            net.resblock_kernel_sizes.iter().zip(&net.resblock_dilation_sizes).enumerate()
        {
            let name = format!("generator.resblocks.{}", i * net.resblock_kernel_sizes.len() + j);
            let ys = self.snake_stack(&name, xs, kernel, dilations)?;
            sum = Some(match sum {
                None => ys,
                Some(sum) => self.graph.same(format!("{name}.sum"), Op::Add, &[sum, ys]),
            });
        }
        let Some(sum) = sum else {
            bail!("segment: expected at least one residual stack, found none")
        };
        let mean = Op::Scale(1.0 / net.resblock_kernel_sizes.len() as f32);
        Ok(self.graph.same(format!("generator.mean.{i}"), mean, &[sum]))
    }

    /// A transposed convolution of stride `s`, kernel `2s`, padding `s / 2`, as `s` phases of three taps: phase `r` of column `t` is
    /// `Σ_j w[:, :, r + s/2 − s·j] · x[t + j]`, `j` from −1 to 1, taps outside the kernel zero.
    fn up(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        s: usize,
        rate: Rate,
    ) -> Result<ValueId> {
        let (c_in, kernel) = (self.graph.node(xs).channels, 2 * s);
        let weight = self.values(&format!("{name}.weight"), &[c_in, c_out, kernel])?;
        let bias = self.values(&format!("{name}.bias"), &[c_out])?;
        let mut phases = vec![0f32; s * c_out * c_in * 3];
        for (row, taps) in phases.chunks_mut(c_in * 3).enumerate() {
            let (r, o) = (row / c_out, row % c_out);
            for (i, j) in (0..c_in).flat_map(|i| (0..3).map(move |j| (i, j))) {
                if let Some(k) = (r + s / 2 + s).checked_sub(s * j).filter(|&k| k < kernel) {
                    taps[i * 3 + j] = weight[(i * c_out + o) * kernel + k];
                }
            }
        }
        let conv = Conv {
            weight: phases.into(),
            bias: (0..s).flat_map(|_| bias.iter().copied()).collect(),
            channels: (c_in, s * c_out),
            kernel: 3,
            stride: 1,
            dilation: 1,
            pads: (1, 1),
            depthwise: false,
        };
        let before = self.graph.node(xs).rate;
        let xs = self.graph.same(format!("{name}.mask"), Op::Mask, &[xs]);
        let ys = self.graph.conv(name.into(), conv, xs, before);
        Ok(self.graph.interleave(format!("{name}.interleave"), ys, s, rate))
    }

    fn snake_stack(
        &mut self,
        name: &str,
        mut xs: ValueId,
        kernel: usize,
        dilations: &[usize],
    ) -> Result<ValueId> {
        let channels = self.graph.node(xs).channels;
        for (i, &dilation) in dilations.iter().enumerate() {
            let snake = |d: &Self, alpha: &str| {
                Ok(Op::Snake(d.values(&format!("{name}.{alpha}.{i}"), &[1, channels, 1])?))
            };
            let first: Result<Op> = snake(self, "alpha1");
            let ys = self.adain(&format!("{name}.adain1.{i}"), xs, first?);
            let ys =
                self.masked_conv(&format!("{name}.convs1.{i}"), ys, channels, kernel, dilation)?;
            let second: Result<Op> = snake(self, "alpha2");
            let ys = self.adain(&format!("{name}.adain2.{i}"), ys, second?);
            let ys = self.masked_conv(&format!("{name}.convs2.{i}"), ys, channels, kernel, 1)?;
            xs = self.graph.same(format!("{name}.out.{i}"), Op::Add, &[ys, xs]);
        }
        Ok(xs)
    }
}

/// Geometry of a convolution, and whether it has a bias.
#[derive(Clone, Copy)]
struct Shape {
    kernel: usize,
    stride: usize,
    dilation: usize,
    pads: (usize, usize),
    bias: bool,
}

impl Shape {
    fn same(kernel: usize, dilation: usize) -> Self {
        let pad = dilation * (kernel - 1) / 2;
        Self { kernel, stride: 1, dilation, pads: (pad, pad), bias: true }
    }
}
