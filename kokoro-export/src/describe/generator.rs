//! The generator: `[512, 2N]` and the harmonic source to logits.

use candle_core::{Result, bail};
use kokoro_core::Config;
use kokoro_core::architecture::{
    NOISE_DILATIONS, NOISE_KERNELS, POST_KERNEL, POST_SLOPE, SPECTRUM_ROWS, UPSAMPLE_KERNELS,
    UPSAMPLE_RATES, UPSAMPLE_SLOPE,
};
use kokoro_npu::segment::Rate;

use super::layers::{Describer, Shape};
use crate::graph::{ConvNode, Op, ValueId};

impl Describer<'_> {
    /// The generator: `[512, 2N]` and the harmonic source to logits.
    pub fn generator(&mut self, config: &Config, mut xs: ValueId) -> Result<ValueId> {
        let net = &config.istftnet;
        let harmonics = self.graph.input("harmonics", SPECTRUM_ROWS, Rate::Columns);
        let rates = [Rate::Upsampled, Rate::Columns];
        if net.upsample_rates != UPSAMPLE_RATES || net.upsample_kernel_sizes != UPSAMPLE_KERNELS {
            bail!(
                "segment: expected upsampling by {UPSAMPLE_RATES:?} with kernels \
                 {UPSAMPLE_KERNELS:?}, found {:?} with {:?}",
                net.upsample_rates,
                net.upsample_kernel_sizes
            );
        }
        for (i, rate) in rates.into_iter().enumerate() {
            xs = self.stage(config, i, rate, xs, harmonics)?;
        }
        let xs = self.graph.same("generator.act".into(), Op::LeakyRelu(POST_SLOPE), &[xs]);
        self.masked_conv("generator.conv_post", xs, SPECTRUM_ROWS, POST_KERNEL, 1)
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
        let last = i + 1 == UPSAMPLE_RATES.len();
        let noise = format!("generator.noise_convs.{i}");
        // The source is brought to the rate of this stage by the upsampling that is still to come.
        let shape = match UPSAMPLE_RATES[i + 1..].iter().product::<usize>() {
            1 => Shape::same(1, 1),
            stride => Shape { padding: stride / 2, ..Shape::strided(2 * stride, stride) },
        };
        let source = self.conv(&noise, harmonics, channels, shape, rate)?;
        let source = self.snake_stack(
            &format!("generator.noise_res.{i}"),
            source,
            NOISE_KERNELS[i],
            &NOISE_DILATIONS,
        )?;
        let xs =
            self.graph.same(format!("generator.act.{i}"), Op::LeakyRelu(UPSAMPLE_SLOPE), &[xs]);
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

    /// A transposed convolution of stride `s`, kernel `2s`, padding `s / 2`, as `s` phases of three
    /// taps: phase `r` of column `t` is `Σ_j w[:, :, r + s/2 − s·j] · x[t + j]`, `j` from −1 to 1,
    /// taps outside the kernel zero.
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
        let conv = ConvNode {
            weight: phases.into(),
            bias: (0..s).flat_map(|_| bias.iter().copied()).collect(),
            c_in,
            c_out: s * c_out,
            kernel: 3,
            stride: 1,
            dilation: 1,
            pad_left: 1,
            pad_right: 1,
            depthwise: false,
        };
        let before = self.graph.node(xs).rate;
        let xs = self.graph.same(format!("{name}.mask"), Op::Mask, &[xs]);
        let ys = self.graph.conv(name.into(), conv, xs, before);
        Ok(self.graph.interleave(format!("{name}.interleave"), ys, s, rate))
    }

    /// A residual stack: per dilation two convolutions, each after a normalisation with Snake.
    fn snake_stack(
        &mut self,
        name: &str,
        mut xs: ValueId,
        kernel: usize,
        dilations: &[usize],
    ) -> Result<ValueId> {
        let channels = self.graph.node(xs).channels;
        for (i, &dilation) in dilations.iter().enumerate() {
            let snake = |d: &Self, alpha: &str| -> Result<Op> {
                Ok(Op::Snake(d.values(&format!("{name}.{alpha}.{i}"), &[1, channels, 1])?))
            };
            let (first, second) = (snake(self, "alpha1")?, snake(self, "alpha2")?);
            let ys = self.adain(&format!("{name}.adain1.{i}"), xs, first);
            let ys =
                self.masked_conv(&format!("{name}.convs1.{i}"), ys, channels, kernel, dilation)?;
            let ys = self.adain(&format!("{name}.adain2.{i}"), ys, second);
            let ys = self.masked_conv(&format!("{name}.convs2.{i}"), ys, channels, kernel, 1)?;
            xs = self.graph.same(format!("{name}.out.{i}"), Op::Add, &[ys, xs]);
        }
        Ok(xs)
    }
}
