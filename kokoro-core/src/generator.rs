//! The generator of iSTFTNet (Kaneko et al. 2022) with Snake residual stacks: the bulk of the model's work. Upstream:
//! `istftnet.py::Generator` and `AdaINResBlock1`.

use std::sync::{Mutex, PoisonError};

use candle_core::{DType, Result, Tensor};
use candle_nn::VarBuilder;
use rayon::prelude::*;

use kokoro_kernels::{Activation, Geometry, Moments, Precision, Snake};

use crate::nn::{AdaIn, After, Before, Buffer, Conv1d, ConvTranspose1d, Workspace, measure};
use crate::{Config, PrecisionPlan};

/// Before each upsampling: a leaky ReLU of slope 0.1.
const BEFORE_UP: Activation = Activation::LeakyRelu(0.1);
/// Before `conv_post`: the framework's default slope, which upstream did not change there.
const BEFORE_POST: Activation = Activation::LeakyRelu(0.01);
/// Kernel of `conv_post`.
const POST_KERNEL: usize = 7;
/// Kernels of the residual stacks on the harmonic source: the last stage's, and the others'.
const NOISE_KERNELS: (usize, usize) = (11, 7);

/// `[512, 2N]` and the harmonic source to the logits of a spectrum.
#[derive(Debug)]
pub struct Generator {
    stages: Vec<Stage>,
    conv_post: Conv1d, // 128 → 22
    storage: DType,
    /// Tensors of the last utterance, for the next.
    kept: Mutex<Workspace>,
}

impl Generator {
    /// Reads `ups`, `noise_convs`, `noise_res`, `resblocks` and `conv_post`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let net = &config.istftnet;
        let stages = (0..net.upsample_rates.len())
            .into_par_iter()
            .map(|i| Stage::new(i, config, plan, &vb))
            .collect::<Result<_>>()?;
        let channels = net.upsample_initial_channel >> net.upsample_rates.len();
        let (rows, geometry) = (config.spectrum_rows(), Geometry::same(POST_KERNEL, 1));
        Ok(Self {
            stages,
            conv_post: Conv1d::new(channels, rows, geometry, plan.edges(), vb.pp("conv_post"))?,
            storage: plan.storage(),
            kept: Mutex::default(),
        })
    }

    /// `xs` `[512, 2N]`, `harmonics` `[22, F]`, `timbre` `[1, 128]` to logits `[22, F]`.
    pub fn forward(&self, xs: &Tensor, harmonics: &Tensor, timbre: &Tensor) -> Result<Tensor> {
        let logits =
            self.forward_columns(xs.t()?.contiguous()?, harmonics.t()?.contiguous()?, timbre)?;
        logits.t()?.contiguous()
    }

    /// `xs` `[2N, 512]`, `harmonics` `[F, 22]`, `timbre` `[1, 128]` to logits `[F, 22]`. The inputs are dropped as soon as they are used.
    pub fn forward_columns(
        &self,
        xs: Tensor,
        harmonics: Tensor,
        timbre: &Tensor,
    ) -> Result<Tensor> {
        let mut ws = self.workspace();
        let mut harmonics = Some(harmonics);
        let mut ys = Buffer::from(xs);
        for stage in &self.stages {
            ys = stage.forward(ys, &mut harmonics, timbre, self.storage, &mut ws)?;
        }
        ws.shrink(); // logits, their copy and the spectrum come, when these are idle
        let before = Before { affine: None, activation: &BEFORE_POST };
        let logits = self.conv_post.forward_after(&ys.tensor, before)?;
        ws.give(ys);
        // Of two utterances at once, the tensors of the later one are kept.
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = ws;
        Ok(logits)
    }

    fn workspace(&self) -> Workspace {
        std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// One upsampling: transposed convolution, the harmonic source added, and the mean of three residual stacks.
#[derive(Debug)]
struct Stage {
    up: ConvTranspose1d,
    noise_conv: Conv1d, // harmonics, brought to this stage's rate
    noise_stack: SnakeStack,
    stacks: Vec<SnakeStack>,
    channels: usize,
    last: bool,
}

impl Stage {
    fn new(i: usize, config: &Config, plan: PrecisionPlan, vb: &VarBuilder) -> Result<Self> {
        let (net, style) = (&config.istftnet, config.style_dim);
        let last = i + 1 == net.upsample_rates.len();
        let (c_in, c_out) =
            (net.upsample_initial_channel >> i, net.upsample_initial_channel >> (i + 1));
        let stride: usize = net.upsample_rates[i + 1..].iter().product();
        let noise = match last {
            true => Geometry::default(),
            false => {
                Geometry { kernel: 2 * stride, stride, dilation: 1, padding: stride.div_ceil(2) }
            }
        };
        let noise_kernel = if last { NOISE_KERNELS.0 } else { NOISE_KERNELS.1 };
        let kernels =
            net.resblock_kernel_sizes.par_iter().zip(&net.resblock_dilation_sizes).enumerate();
        let stacks = kernels.map(|(j, (&kernel, dilations))| {
            let vb = vb.pp("resblocks").pp(i * net.resblock_kernel_sizes.len() + j);
            SnakeStack::new(c_out, kernel, dilations, style, plan.inner(), vb)
        });
        let (kernel, rate) = (net.upsample_kernel_sizes[i], net.upsample_rates[i]);
        let (rows, noise_vb) = (config.spectrum_rows(), vb.pp("noise_convs").pp(i));
        let noise_res = vb.pp("noise_res").pp(i);
        Ok(Self {
            up: ConvTranspose1d::new(c_in, c_out, kernel, rate, plan.inner(), vb.pp("ups").pp(i))?,
            noise_conv: Conv1d::new(rows, c_out, noise, plan.edges(), noise_vb)?,
            noise_stack: SnakeStack::new(
                c_out,
                noise_kernel,
                &[1, 3, 5],
                style,
                plan.inner(),
                noise_res,
            )?,
            stacks: stacks.collect::<Result<_>>()?,
            channels: c_out,
            last,
        })
    }

    /// `xs` `[len, 2 · channels]` and `harmonics` `[F, 22]` to `[len', channels]`. The last stage takes the harmonics away.
    fn forward(
        &self,
        xs: Buffer,
        harmonics: &mut Option<Tensor>,
        timbre: &Tensor,
        storage: DType,
        ws: &mut Workspace,
    ) -> Result<Buffer> {
        let len = self.up.output_len(xs.tensor.dim(0)?) + usize::from(self.last);
        let up = ws.take(len, self.channels, storage)?;
        self.upsample(&xs.tensor, &up.tensor)?;
        ws.give(xs);
        let source = ws.take(len, self.channels, storage)?;
        if let Some(harmonics) = harmonics {
            self.noise_conv.write(
                harmonics,
                Before::default(),
                &source.tensor,
                After::default(),
            )?;
        }
        if self.last {
            *harmonics = None;
        }
        let moments = measure(&source.tensor)?;
        let onto = After { accumulate: true, measure: true, ..After::default() };
        let moments =
            self.noise_stack.write(&source.tensor, &moments, timbre, &up.tensor, onto, ws)?;
        let moments = moments.map_or_else(|| measure(&up.tensor), Ok)?;
        let sum = source; // its content is in `up` now
        for (i, stack) in self.stacks.iter().enumerate() {
            let last = i + 1 == self.stacks.len();
            let gain = if last { 1.0 / self.stacks.len() as f32 } else { 1.0 };
            let after = After { accumulate: i > 0, gain, ..After::default() };
            stack.write(&up.tensor, &moments, timbre, &sum.tensor, after, ws)?;
        }
        ws.give(up);
        Ok(sum)
    }

    /// The transposed convolution to `out`. The spectrum has one column more than the last one makes: the mirror image of its second,
    /// on the left (`ReflectionPad1d((1, 0))`).
    fn upsample(&self, xs: &Tensor, out: &Tensor) -> Result<()> {
        let before = Before { affine: None, activation: &BEFORE_UP };
        if !self.last {
            return self.up.write(xs, before, out);
        }
        self.up.write(xs, before, &out.narrow(0, 1, out.dim(0)? - 1)?)?;
        out.slice_set(&out.narrow(0, 2, 1)?.copy()?, 0, 0)
    }
}

/// Residual layers `x + conv2(snake(adain2(conv1(snake(adain1(x))))))`, one for each dilation of `conv1`.
#[derive(Debug)]
struct SnakeStack(Vec<SnakeLayer>);

#[derive(Debug)]
struct SnakeLayer {
    adain1: AdaIn,
    conv1: Conv1d, // dilated
    adain2: AdaIn,
    conv2: Conv1d,
}

impl SnakeStack {
    fn new(
        channels: usize,
        kernel: usize,
        dilations: &[usize],
        style: usize,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let conv = |name: &str, i: usize, dilation: usize| {
            let geometry = Geometry::same(kernel, dilation);
            Conv1d::new(channels, channels, geometry, precision, vb.pp(name).pp(i))
        };
        let adain = |name: &str, alpha: &str, i: usize| {
            let alpha = vb.pp(alpha).get((1, channels, 1), &i.to_string())?;
            let snake = Snake::new(&alpha.flatten_all()?.to_vec1::<f32>()?);
            AdaIn::new(style, channels, Activation::Snake(snake), vb.pp(name).pp(i))
        };
        let layer = |(i, &dilation): (usize, &usize)| {
            Ok(SnakeLayer {
                adain1: adain("adain1", "alpha1", i)?,
                conv1: conv("convs1", i, dilation)?,
                adain2: adain("adain2", "alpha2", i)?,
                conv2: conv("convs2", i, 1)?,
            })
        };
        Ok(Self(dilations.iter().enumerate().map(layer).collect::<Result<_>>()?))
    }

    /// `xs` `[len, channels]`, whose moments are given, to `out` of the same shape, as `after` says.
    fn write(
        &self,
        xs: &Tensor,
        moments: &Moments,
        timbre: &Tensor,
        out: &Tensor,
        after: After,
        ws: &mut Workspace,
    ) -> Result<Option<Moments>> {
        let (len, channels) = xs.dims2()?;
        let inner = ws.take(len, channels, xs.dtype())?;
        let stream = ws.take(len, channels, xs.dtype())?; // what the layers so far have made of `xs`
        let mut moments = Some(moments.clone());
        for (i, layer) in self.0.iter().enumerate() {
            let input = if i == 0 { xs } else { &stream.tensor };
            let (target, after) = match (i == 0, i + 1 == self.0.len()) {
                (_, true) => (out, After { residual: Some(input), ..after }),
                (true, _) => (
                    &stream.tensor,
                    After { residual: Some(xs), measure: true, ..After::default() },
                ),
                (false, _) => {
                    (&stream.tensor, After { accumulate: true, measure: true, ..After::default() })
                }
            };
            let before_it = moments.map_or_else(|| measure(input), Ok)?;
            moments = layer.write(input, &before_it, timbre, &inner.tensor, target, after)?;
        }
        ws.give(inner);
        ws.give(stream);
        Ok(moments)
    }
}

impl SnakeLayer {
    /// The two convolutions, by way of `inner`, to `out`.
    fn write(
        &self,
        xs: &Tensor,
        moments: &Moments,
        timbre: &Tensor,
        inner: &Tensor,
        out: &Tensor,
        after: After,
    ) -> Result<Option<Moments>> {
        let affine = self.adain1.affine(moments, timbre)?;
        let before = Before { affine: Some(&affine), activation: self.adain1.activation() };
        let measured = After { measure: true, ..After::default() };
        let moments = self.conv1.write(xs, before, inner, measured)?;
        let affine = self.adain2.affine(&moments.map_or_else(|| measure(inner), Ok)?, timbre)?;
        let before = Before { affine: Some(&affine), activation: self.adain2.activation() };
        self.conv2.write(inner, before, out, after)
    }
}
