//! Residual layers with Snake activations, steered by the style. Upstream:
//! `istftnet.py::AdaINResBlock1`.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Activation, Geometry, Moments, Precision, Snake, WriteMode};

use crate::nn::{AdaIn, After, Before, Conv1d, Pass, Workspace};

/// Residual layers `x + conv2(snake(adain2(conv1(snake(adain1(x))))))`, one for each dilation of
/// `conv1`.
#[derive(Debug)]
pub(super) struct SnakeStack {
    layers: Vec<SnakeLayer>,
}

#[derive(Debug)]
struct SnakeLayer {
    adain1: AdaIn,
    conv1: Conv1d, // dilated
    adain2: AdaIn,
    conv2: Conv1d,
}

impl SnakeStack {
    /// Reads `adain1`, `alpha1`, `convs1` and the same with 2, of each dilation.
    pub fn new(
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
        Ok(Self { layers: dilations.iter().enumerate().map(layer).collect::<Result<_>>()? })
    }

    /// `xs` `[len, channels]` to `out` of the same shape, as `after` says. The moments of `xs` need
    /// not be given.
    pub fn write(
        &self,
        xs: &Tensor,
        moments: Option<Moments>,
        pass: &mut Pass,
        out: &mut Tensor,
        after: After,
        ws: &mut Workspace,
    ) -> Result<Option<Moments>> {
        let (len, channels) = xs.dims2()?;
        let mut inner = ws.take(len, channels, xs.dtype())?;
        let mut sum = ws.take(len, channels, xs.dtype())?; // `xs` and what the layers so far added
        let mut moments = moments;
        for (i, layer) in self.layers.iter().enumerate() {
            let (first, last) = (i == 0, i + 1 == self.layers.len());
            let input = if first { xs } else { &sum.tensor };
            let inner_moments = layer.write_inner(input, moments, pass, &mut inner.tensor)?;
            let ys = &inner.tensor;
            moments = if last {
                let onto = After { residual: Some(input), ..after };
                layer.write_outer(ys, inner_moments, pass, out, onto)?
            } else if first {
                let onto = After { residual: Some(xs), ..pass.before_norm() };
                layer.write_outer(ys, inner_moments, pass, &mut sum.tensor, onto)?
            } else {
                let onto = After { mode: WriteMode::Accumulate, ..pass.before_norm() };
                layer.write_outer(ys, inner_moments, pass, &mut sum.tensor, onto)?
            };
        }
        ws.give(inner);
        ws.give(sum);
        Ok(moments)
    }
}

impl SnakeLayer {
    /// The first convolution, to `inner`, whose moments it gives if they were measured.
    fn write_inner(
        &self,
        xs: &Tensor,
        moments: Option<Moments>,
        pass: &mut Pass,
        inner: &mut Tensor,
    ) -> Result<Option<Moments>> {
        let affine = pass.affine(&self.adain1, moments, xs)?;
        let before = Before { affine: Some(&affine), activation: self.adain1.activation() };
        self.conv1.write(xs, before, inner, pass.before_norm())
    }

    /// The second convolution, to `out`.
    fn write_outer(
        &self,
        inner: &Tensor,
        moments: Option<Moments>,
        pass: &mut Pass,
        out: &mut Tensor,
        after: After,
    ) -> Result<Option<Moments>> {
        let affine = pass.affine(&self.adain2, moments, inner)?;
        let before = Before { affine: Some(&affine), activation: self.adain2.activation() };
        self.conv2.write(inner, before, out, after)
    }
}
