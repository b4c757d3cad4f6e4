//! The generator of iSTFTNet (Kaneko et al. 2022) with Snake residual stacks: the bulk of the model's work. Upstream:
//! `istftnet.py::Generator` and `AdaINResBlock1`.

use candle_core::{Result, Tensor};
use candle_nn::{VarBuilder, ops};

use crate::Config;
use crate::nn::{Activation, AdaIn, Conv1d, Conv1dConfig, ConvTranspose1d};

/// Slope of the leaky ReLU before each upsampling.
const SLOPE: f64 = 0.1;
/// Slope of the one before `conv_post`: the framework's default, which upstream did not change there.
const POST_SLOPE: f64 = 0.01;
/// Kernel of `conv_post`.
const POST_KERNEL: usize = 7;
/// Kernels of the residual stacks on the harmonic source: the last stage's, and the others'.
const NOISE_KERNELS: (usize, usize) = (11, 7);

/// `[512, 2N]` and the harmonic source to the logits of a spectrum.
#[derive(Debug)]
pub struct Generator {
    stages: Vec<Stage>,
    conv_post: Conv1d, // 128 → 22
}

impl Generator {
    /// Reads `ups`, `noise_convs`, `noise_res`, `resblocks` and `conv_post`.
    pub fn new(config: &Config, vb: VarBuilder) -> Result<Self> {
        let net = &config.istftnet;
        let stages = (0..net.upsample_rates.len())
            .map(|i| Stage::new(i, config, &vb))
            .collect::<Result<_>>()?;
        let channels = net.upsample_initial_channel >> net.upsample_rates.len();
        let post = Conv1dConfig::same(POST_KERNEL, 1);
        Ok(Self {
            stages,
            conv_post: Conv1d::new(channels, config.spectrum_rows(), post, vb.pp("conv_post"))?,
        })
    }

    /// `xs` `[512, 2N]`, `harmonics` `[22, F]`, `timbre` `[1, 128]` to logits `[22, F]`.
    pub fn forward(&self, xs: &Tensor, harmonics: &Tensor, timbre: &Tensor) -> Result<Tensor> {
        let xs = self
            .stages
            .iter()
            .try_fold(xs.clone(), |xs, stage| stage.forward(&xs, harmonics, timbre))?;
        self.conv_post.forward(&ops::leaky_relu(&xs, POST_SLOPE)?)
    }
}

/// One upsampling: transposed convolution, the harmonic source added, and the mean of three residual stacks.
#[derive(Debug)]
struct Stage {
    up: ConvTranspose1d,
    noise_conv: Conv1d, // harmonics, brought to this stage's rate
    noise_stack: SnakeStack,
    stacks: Vec<SnakeStack>,
    last: bool,
}

impl Stage {
    fn new(i: usize, config: &Config, vb: &VarBuilder) -> Result<Self> {
        let (net, style) = (&config.istftnet, config.style_dim);
        let last = i + 1 == net.upsample_rates.len();
        let (c_in, c_out) =
            (net.upsample_initial_channel >> i, net.upsample_initial_channel >> (i + 1));
        let stride: usize = net.upsample_rates[i + 1..].iter().product();
        let noise = match last {
            true => Conv1dConfig::default(),
            false => Conv1dConfig {
                kernel: 2 * stride,
                stride,
                dilation: 1,
                padding: stride.div_ceil(2),
            },
        };
        let noise_kernel = if last { NOISE_KERNELS.0 } else { NOISE_KERNELS.1 };
        let kernels =
            net.resblock_kernel_sizes.iter().zip(&net.resblock_dilation_sizes).enumerate();
        let stacks = kernels.map(|(j, (&kernel, dilations))| {
            let vb = vb.pp("resblocks").pp(i * net.resblock_kernel_sizes.len() + j);
            SnakeStack::new(c_out, kernel, dilations, style, vb)
        });
        Ok(Self {
            up: ConvTranspose1d::new(
                c_in,
                c_out,
                net.upsample_kernel_sizes[i],
                net.upsample_rates[i],
                vb.pp("ups").pp(i),
            )?,
            noise_conv: Conv1d::new(
                config.spectrum_rows(),
                c_out,
                noise,
                vb.pp("noise_convs").pp(i),
            )?,
            noise_stack: SnakeStack::new(
                c_out,
                noise_kernel,
                &[1, 3, 5],
                style,
                vb.pp("noise_res").pp(i),
            )?,
            stacks: stacks.collect::<Result<_>>()?,
            last,
        })
    }

    fn forward(&self, xs: &Tensor, harmonics: &Tensor, timbre: &Tensor) -> Result<Tensor> {
        let source = self.noise_stack.forward(&self.noise_conv.forward(harmonics)?, timbre)?;
        let mut xs = self.up.forward(&ops::leaky_relu(xs, SLOPE)?)?;
        if self.last {
            xs = reflect_left(&xs)?; // the spectrum has one column more than `60 · 2N`
        }
        let xs = (xs + source)?;
        let mut sum = self.stacks[0].forward(&xs, timbre)?;
        for stack in &self.stacks[1..] {
            sum = (sum + stack.forward(&xs, timbre)?)?;
        }
        sum / self.stacks.len() as f64
    }
}

/// One column more on the left, the mirror image of the second: `ReflectionPad1d((1, 0))`.
fn reflect_left(xs: &Tensor) -> Result<Tensor> {
    Tensor::cat(&[&xs.narrow(1, 1, 1)?, xs], 1)
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
        vb: VarBuilder,
    ) -> Result<Self> {
        let conv = |name: &str, i: usize, dilation: usize| {
            Conv1d::new(channels, channels, Conv1dConfig::same(kernel, dilation), vb.pp(name).pp(i))
        };
        let adain = |name: &str, alpha: &str, i: usize| {
            let alpha =
                vb.pp(alpha).get((1, channels, 1), &i.to_string())?.flatten_all()?.to_vec1()?;
            AdaIn::new(style, channels, Activation::Snake(alpha.into()), vb.pp(name).pp(i))
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

    /// `[channels, len]` to the same.
    fn forward(&self, xs: &Tensor, timbre: &Tensor) -> Result<Tensor> {
        self.0.iter().try_fold(xs.clone(), |xs, layer| {
            let residual = layer.conv1.forward(&layer.adain1.forward(&xs, timbre)?)?;
            layer.conv2.forward_add(&layer.adain2.forward(&residual, timbre)?, &xs)
        })
    }
}
