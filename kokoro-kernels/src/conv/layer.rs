//! A convolution's weights and shape, as its kernels take them.

use super::pack::PackedWeights;
use super::params::{Geometry, WeightShape};
use super::winograd::WinogradWeights;
use crate::isa::PanelWidths;
use crate::precision::Precision;

#[derive(Debug, Clone)]
pub(crate) struct Layer {
    pub geometry: Geometry,
    pub c_in: usize,
    pub c_out: usize,
    pub weights: LayerWeights,
    pub bias: Vec<f32>, // [panels · width], with zeros at the end
}

/// How a layer is computed.
#[derive(Debug, Clone)]
pub(crate) enum LayerWeights {
    /// As sums of products of input and weight, in any precision.
    Direct(PackedWeights),
    /// By Winograd's minimal filtering, in f32.
    Winograd(WinogradWeights),
}

impl Layer {
    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`.
    ///
    /// # Panics
    /// If the lengths do not fit, or any number of the geometry but the padding is 0.
    pub fn new(
        weight: &[f32],
        bias: &[f32],
        geometry: Geometry,
        precision: Precision,
        widths: PanelWidths,
    ) -> Self {
        let Geometry { kernel, stride, dilation, .. } = geometry;
        let c_out = bias.len();
        assert!(
            kernel * stride * dilation * c_out > 0,
            "a kernel, a stride, a dilation and output channels"
        );
        let c_in = weight.len() / (c_out * kernel);
        assert_eq!(weight.len(), c_out * c_in * kernel, "weights [c_out, c_in, kernel]");
        assert!(c_in > 0, "input channels");
        let width = match precision {
            Precision::F32 if c_out <= widths.narrow => widths.narrow,
            _ => widths.full,
        };
        let shape = WeightShape { c_out, c_in, kernel };
        // Minimal filtering multiplies by full panels only.
        let winograd = if precision == Precision::F32 && width == widths.full {
            WinogradWeights::new(weight, shape, geometry, width)
        } else {
            None
        };
        let weights = match winograd {
            Some(weights) => LayerWeights::Winograd(weights),
            None => LayerWeights::Direct(PackedWeights::new(weight, shape, precision, width)),
        };
        let mut bias = bias.to_vec();
        bias.resize(c_out.next_multiple_of(width), 0.0);
        Self { geometry, c_in, c_out, weights, bias }
    }

    /// What the input is rounded to.
    pub fn precision(&self) -> Precision {
        match &self.weights {
            LayerWeights::Direct(weights) => weights.precision(),
            LayerWeights::Winograd(_) => Precision::F32,
        }
    }

    /// Input columns that a block of `columns` output columns reads.
    pub fn input_columns(&self, columns: usize) -> usize {
        match &self.weights {
            LayerWeights::Direct(_) => self.geometry.input_columns(columns),
            LayerWeights::Winograd(weights) => weights.input_columns(columns),
        }
    }

    /// Output channels in a panel.
    pub fn panel_width(&self) -> usize {
        match &self.weights {
            LayerWeights::Direct(weights) => weights.width(),
            LayerWeights::Winograd(weights) => weights.width(),
        }
    }

    /// Panels of output channels.
    pub fn panels(&self) -> usize {
        self.bias.len() / self.panel_width()
    }
}
