//! Convolutions, in f32 or with quantised inputs, weights and outputs.

use kokoro_onnx::{Attribute, Tensor};

use super::emit::dims;
use super::{Lowered, Lowering};
use crate::Result;
use crate::graph::{ConvNode, GraphNode, ValueId};
use crate::quantize::{Activation, ConvScheme};

impl Lowering<'_> {
    pub(super) fn conv(
        &mut self,
        value: ValueId,
        node: &GraphNode,
        conv: &ConvNode,
    ) -> Result<Lowered> {
        match self.scheme.convs.get(&value) {
            Some(scheme) => self.coded_conv(node, conv, scheme),
            None => {
                let xs = self.plain(node.inputs[0])?;
                let weight =
                    Tensor::from_f32(format!("{}.weight", node.name), &shape(conv), &conv.weight)?;
                let bias = Tensor::from_f32(
                    format!("{}.bias", node.name),
                    &dims(&[conv.c_out]),
                    &conv.bias,
                )?;
                let (weight, bias) = (self.emit.constant(weight), self.emit.constant(bias));
                Ok(Lowered::plain(self.emit.op_with(
                    "Conv",
                    &[&xs, &weight, &bias],
                    &node.name,
                    geometry(conv),
                )))
            }
        }
    }

    /// `Q → DQ → Conv → Q → DQ` with coded weights and biases. The result has the factors of
    /// the output's codes.
    fn coded_conv(
        &mut self,
        node: &GraphNode,
        conv: &ConvNode,
        scheme: &ConvScheme,
    ) -> Result<Lowered> {
        let name = &node.name;
        let xs = self.with_factors(node.inputs[0], &scheme.input.factors, &format!("{name}.in"))?;
        let xs = self.code(&xs, &scheme.input, &format!("{name}.in"))?;
        let channels = dims(&[conv.c_out]);
        let zeros = vec![0i8; conv.c_out];
        let part = |part: &str| format!("{name}.{part}");
        let weight = Tensor::from_i8(part("weight"), &shape(conv), &scheme.weight)?;
        let scales = Tensor::from_f32(part("weight_scale"), &channels, &scheme.weight_scales)?;
        let zero = Tensor::from_i8(part("weight_zero_point"), &channels, &zeros)?;
        let weight = self.decode([weight, scales, zero], &part("weight.dq"));
        // NNAPI ignores the scale that is written here and takes this product: they must be equal
        // bit for bit.
        let steps: Vec<f32> = scheme.weight_scales.iter().map(|w| scheme.input.scale * w).collect();
        let bias = Tensor::from_i32(part("bias"), &channels, &scheme.bias)?;
        let scales = Tensor::from_f32(part("bias_scale"), &channels, &steps)?;
        let zero = Tensor::from_i32(part("bias_zero_point"), &channels, &vec![0; conv.c_out])?;
        let bias = self.decode([bias, scales, zero], &part("bias.dq"));
        let ys = self.emit.op_with("Conv", &[&xs, &weight, &bias], name, geometry(conv));
        let ys = self.code(&ys, &scheme.output, &part("out"))?;
        Ok(Lowered { name: ys, factors: Some(scheme.output.factors.clone().into()) })
    }

    /// Quantises a value and dequantises it again.
    fn code(&mut self, xs: &str, activation: &Activation, name: &str) -> Result<String> {
        let scale = Tensor::from_f32(format!("{name}.scale"), &[], &[activation.scale])?;
        let zero = format!("{name}.zero_point");
        let zero = match activation.max_code {
            255 => Tensor::from_u8(&zero, &[], &[activation.zero_point as u8])?,
            _ => Tensor::from_u16(&zero, &[], &[activation.zero_point as u16])?,
        };
        let (scale, zero) = (self.emit.constant(scale), self.emit.constant(zero));
        let codes = self.emit.op("QuantizeLinear", &[xs, &scale, &zero], &format!("{name}.q"));
        Ok(self.emit.op("DequantizeLinear", &[&codes, &scale, &zero], &format!("{name}.dq")))
    }

    /// Dequantises constant codes, which have one scale for each index of the first dimension.
    fn decode(&mut self, [codes, scales, zeros]: [Tensor; 3], name: &str) -> String {
        let [codes, scales, zeros] =
            [codes, scales, zeros].map(|tensor| self.emit.constant(tensor));
        self.emit.op_with(
            "DequantizeLinear",
            &[&codes, &scales, &zeros],
            name,
            vec![Attribute::int("axis", 0)],
        )
    }
}

/// `[c_out, c_in, 1, kernel]`.
fn shape(conv: &ConvNode) -> Vec<i64> {
    let c_in = if conv.depthwise { 1 } else { conv.c_in };
    dims(&[conv.c_out, c_in, 1, conv.kernel])
}

fn geometry(conv: &ConvNode) -> Vec<Attribute> {
    let group = if conv.depthwise { conv.c_in as i64 } else { 1 };
    vec![
        Attribute::ints("dilations", &[1, conv.dilation as i64]),
        Attribute::int("group", group),
        Attribute::ints("kernel_shape", &[1, conv.kernel as i64]),
        Attribute::ints("pads", &[0, conv.pad_left as i64, 0, conv.pad_right as i64]),
        Attribute::ints("strides", &[1, conv.stride as i64]),
    ]
}
