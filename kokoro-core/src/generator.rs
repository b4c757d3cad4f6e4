//! The generator of iSTFTNet (Kaneko et al. 2022) with Snake residual stacks: the bulk of the
//! model's work. Upstream: `istftnet.py::Generator`.

mod snake_stack;

use std::sync::{Mutex, PoisonError};

use candle_core::{DType, Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Activation, Geometry, WriteMode};
use rayon::prelude::*;

use crate::architecture::{
    NOISE_DILATIONS, NOISE_KERNELS, POST_KERNEL, POST_SLOPE, SPECTRUM_ROWS, UPSAMPLE_SLOPE,
};
use crate::nn::{After, Before, Buffer, Conv1d, ConvTranspose1d, Pass, Workspace};
use crate::{Config, PrecisionPlan};
use snake_stack::SnakeStack;

const BEFORE_UP: Activation = Activation::LeakyRelu(UPSAMPLE_SLOPE);
const BEFORE_POST: Activation = Activation::LeakyRelu(POST_SLOPE);

/// `[2N, 512]` and the harmonic source to the logits of a spectrum.
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
        let (geometry, vb) = (Geometry::same(POST_KERNEL, 1), vb.pp("conv_post"));
        Ok(Self {
            stages,
            conv_post: Conv1d::new(channels, SPECTRUM_ROWS, geometry, plan.edges(), vb)?,
            storage: plan.storage(),
            kept: Mutex::default(),
        })
    }

    /// `xs` `[2N, 512]` and `harmonics` `[F, 22]` to logits `[F, 22]`. The inputs are dropped as
    /// soon as they are used.
    pub fn forward(&self, xs: Tensor, harmonics: Tensor, pass: &mut Pass) -> Result<Tensor> {
        let mut ws = self.workspace();
        let logits = self.logits(xs, harmonics, pass, &mut ws);
        // Of two utterances at once, the tensors of the later one are kept.
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = ws;
        logits
    }

    /// [`forward`](Self::forward); after an error, `ws` has fewer tensors.
    fn logits(
        &self,
        xs: Tensor,
        harmonics: Tensor,
        pass: &mut Pass,
        ws: &mut Workspace,
    ) -> Result<Tensor> {
        let mut harmonics = Some(harmonics);
        let mut ys = Buffer::from(xs);
        for stage in &self.stages {
            ys = stage.forward(ys, &mut harmonics, pass, self.storage, ws)?;
        }
        ws.shrink(); // the logits, their copy and the spectrum follow, while these are idle
        let before = Before { affine: None, activation: &BEFORE_POST };
        let (logits, _) = self.conv_post.forward_with(&ys.tensor, before, pass.after())?;
        ws.give(ys);
        Ok(logits)
    }

    fn workspace(&self) -> Workspace {
        std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// One upsampling: transposed convolution, the harmonic source added, and the mean of three
/// residual stacks.
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
        let (net, style, inner) = (&config.istftnet, config.style_dim, plan.inner());
        let (c_in, c_out) =
            (net.upsample_initial_channel >> i, net.upsample_initial_channel >> (i + 1));
        let (kernel, rate) = (net.upsample_kernel_sizes[i], net.upsample_rates[i]);
        let noise = noise_geometry(net.upsample_rates[i + 1..].iter().product());
        let noise_vb = vb.pp("noise_convs").pp(i);
        let noise_res = vb.pp("noise_res").pp(i);
        let kernels = &net.resblock_kernel_sizes;
        let stack = |(j, (&kernel, dilations)): (usize, (&usize, &Vec<usize>))| {
            let vb = vb.pp("resblocks").pp(i * kernels.len() + j);
            SnakeStack::new(c_out, kernel, dilations, style, inner, vb)
        };
        let stacks = kernels.par_iter().zip(&net.resblock_dilation_sizes).enumerate().map(stack);
        Ok(Self {
            up: ConvTranspose1d::new(c_in, c_out, kernel, rate, inner, vb.pp("ups").pp(i))?,
            noise_conv: Conv1d::new(SPECTRUM_ROWS, c_out, noise, plan.edges(), noise_vb)?,
            noise_stack: SnakeStack::new(
                c_out,
                NOISE_KERNELS[i],
                &NOISE_DILATIONS,
                style,
                inner,
                noise_res,
            )?,
            stacks: stacks.collect::<Result<_>>()?,
            channels: c_out,
            last: i + 1 == net.upsample_rates.len(),
        })
    }

    /// `xs` `[len, 2 · channels]` and `harmonics` `[F, 22]` to `[len', channels]`. The last stage
    /// drops the harmonics when it has read them.
    fn forward(
        &self,
        xs: Buffer,
        harmonics: &mut Option<Tensor>,
        pass: &mut Pass,
        storage: DType,
        ws: &mut Workspace,
    ) -> Result<Buffer> {
        let len = self.up.output_len(xs.tensor.dim(0)?) + usize::from(self.last);
        let mut up = ws.take(len, self.channels, storage)?;
        self.upsample(&xs.tensor, &mut up.tensor, pass.after())?;
        ws.give(xs);
        let mut source = ws.take(len, self.channels, storage)?;
        if let Some(harmonics) = harmonics {
            let (before, out) = (Before::default(), &mut source.tensor);
            self.noise_conv.write(harmonics, before, out, pass.after())?;
        }
        if self.last {
            *harmonics = None;
        }
        let onto = After { mode: WriteMode::Accumulate, ..pass.before_norm() };
        let stack = &self.noise_stack;
        let moments = stack.write(&source.tensor, None, pass, &mut up.tensor, onto, ws)?;
        let moments = pass.moments(moments, &up.tensor)?;
        let mut mean = source; // its content has been added to `up`
        for (i, stack) in self.stacks.iter().enumerate() {
            let last = i + 1 == self.stacks.len();
            let gain = if last { 1.0 / self.stacks.len() as f32 } else { 1.0 };
            let mode = if i == 0 { WriteMode::Overwrite } else { WriteMode::Accumulate };
            let after = After { mode, gain, ..pass.after() };
            stack.write(&up.tensor, moments.clone(), pass, &mut mean.tensor, after, ws)?;
        }
        ws.give(up);
        Ok(mean)
    }

    /// Writes the transposed convolution to `out`. In the last stage, `out` has one column more
    /// than the convolution makes, because a spectrum has. It comes first, and is a copy of the
    /// second column that the convolution makes (`ReflectionPad1d((1, 0))`).
    fn upsample(&self, xs: &Tensor, out: &mut Tensor, after: After) -> Result<()> {
        let before = Before { affine: None, activation: &BEFORE_UP };
        if !self.last {
            return self.up.write(xs, before, out, after);
        }
        self.up.write(xs, before, &mut out.narrow(0, 1, out.dim(0)? - 1)?, after)?;
        out.slice_set(&out.narrow(0, 2, 1)?.copy()?, 0, 0)
    }
}

/// The convolution that brings the harmonics from columns to a rate that is lower by `stride`.
fn noise_geometry(stride: usize) -> Geometry {
    match stride {
        1 => Geometry::default(),
        _ => Geometry { kernel: 2 * stride, stride, dilation: 1, padding: stride.div_ceil(2) },
    }
}
