//! Layers that both halves of the decoder are made of.

use std::sync::Arc;

use candle_core::Result;
use candle_nn::VarBuilder;
use kokoro_npu::segment::Rate;

use crate::graph::{Builder, ConvNode, Op, ValueId};

/// Adds the decoder's layers to a graph, with the checkpoint's weights.
pub(super) struct Describer<'a> {
    pub graph: Builder,
    pub vb: VarBuilder<'a>,
}

/// Geometry of a convolution, and whether it has a bias.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub kernel: usize,
    pub stride: usize,
    pub dilation: usize,
    /// Zeros before the first column, and as many after the last.
    pub padding: usize,
    pub bias: Bias,
}

/// Whether a layer has a bias in the checkpoint.
#[derive(Clone, Copy)]
pub(super) enum Bias {
    Own,
    None,
}

impl Shape {
    /// A convolution that keeps the length.
    pub fn same(kernel: usize, dilation: usize) -> Self {
        let padding = dilation * (kernel - 1) / 2;
        Self { kernel, stride: 1, dilation, padding, bias: Bias::Own }
    }

    /// A convolution that keeps one of every `stride` columns.
    pub fn strided(kernel: usize, stride: usize) -> Self {
        Self { kernel, stride, dilation: 1, padding: (kernel - 1) / 2, bias: Bias::Own }
    }
}

impl Describer<'_> {
    /// A tensor of the checkpoint.
    pub fn values(&self, name: &str, shape: &[usize]) -> Result<Arc<[f32]>> {
        Ok(self.vb.get(shape, name)?.flatten_all()?.to_vec1()?.into())
    }

    /// A dense convolution with the layer's own weights.
    pub fn conv(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        shape: Shape,
        rate: Rate,
    ) -> Result<ValueId> {
        let c_in = self.graph.node(xs).channels;
        let Shape { kernel, stride, dilation, padding, bias } = shape;
        let weight = self.values(&format!("{name}.weight"), &[c_out, c_in, kernel])?;
        let bias = match bias {
            Bias::Own => self.values(&format!("{name}.bias"), &[c_out])?,
            Bias::None => vec![0.0; c_out].into(),
        };
        let conv = ConvNode {
            weight,
            bias,
            c_in,
            c_out,
            kernel,
            stride,
            dilation,
            pad_left: padding,
            pad_right: padding,
            depthwise: false,
        };
        Ok(self.graph.conv(name.into(), conv, xs, rate))
    }

    /// A convolution that keeps the length, of a value whose padding is first set to zero.
    pub fn masked_conv(
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

    /// A convolution of one tap.
    pub fn pointwise(
        &mut self,
        name: &str,
        xs: ValueId,
        c_out: usize,
        bias: Bias,
    ) -> Result<ValueId> {
        let rate = self.graph.node(xs).rate;
        self.conv(name, xs, c_out, Shape { bias, ..Shape::same(1, 1) }, rate)
    }

    /// A normalisation, and the activation that follows it.
    pub fn adain(&mut self, name: &str, xs: ValueId, activation: Op) -> ValueId {
        let ys = self.graph.same(name.into(), Op::AdaIn, &[xs]);
        self.graph.same(format!("{name}.act"), activation, &[ys])
    }
}
