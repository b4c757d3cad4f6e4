//! Graphs by hand.

use kokoro_onnx::{Attribute, Element, ElementType, Graph, Model, Node, Tensor, ValueInfo};

/// A graph in the making. Values are named by the caller; nodes after their first result.
pub struct Builder {
    pub graph: Graph,
    opset: i64,
}

/// Scale of every activation.
pub const SCALE: f32 = 0.05;

impl Builder {
    pub fn new() -> Self {
        Self { graph: Graph::default(), opset: 17 }
    }

    pub fn opset(self, opset: i64) -> Self {
        Self { opset, ..self }
    }

    pub fn input(self, name: &str, dims: &[i64]) -> Self {
        self.typed_input(name, ElementType::Float, dims)
    }

    pub fn typed_input(mut self, name: &str, element_type: ElementType, dims: &[i64]) -> Self {
        self.graph.input.push(ValueInfo::tensor(name, element_type, dims));
        self
    }

    pub fn constant<T: Element>(mut self, name: &str, dims: &[i64], elements: &[T]) -> Self {
        self.graph.initializer.push(Tensor::new(name, dims, elements).unwrap());
        self
    }

    pub fn op(self, op_type: &str, input: &[&str], output: &str) -> Self {
        self.with(op_type, input, output, vec![])
    }

    pub fn with(
        mut self,
        op_type: &str,
        input: &[&str],
        output: &str,
        attribute: Vec<Attribute>,
    ) -> Self {
        let node = Node { attribute, ..Node::new(op_type, input, &[output]).named(output) };
        self.graph.node.push(node);
        self
    }

    /// Scale `{name}.s` and zero point `{name}.z` of activations.
    pub fn quantization<T: Element>(self, name: &str, scale: f32, zero: T) -> Self {
        self.constant(&format!("{name}.s"), &[], &[scale]).constant(
            &format!("{name}.z"),
            &[],
            &[zero],
        )
    }

    /// DequantizeLinear of `from` by the constants of `quantization`.
    pub fn dequantize(self, from: &str, quantization: &str, to: &str) -> Self {
        let (scale, zero) = (format!("{quantization}.s"), format!("{quantization}.z"));
        self.op("DequantizeLinear", &[from, &scale, &zero], to)
    }

    /// QuantizeLinear of `from` by the constants of `quantization`.
    pub fn quantize(self, from: &str, quantization: &str, to: &str) -> Self {
        let (scale, zero) = (format!("{quantization}.s"), format!("{quantization}.z"));
        self.op("QuantizeLinear", &[from, &scale, &zero], to)
    }

    pub fn build(mut self, output: &str) -> Model {
        self.graph.output.push(ValueInfo { name: output.into(), ..ValueInfo::default() });
        Model::new(self.graph, self.opset)
    }
}

/// A quantised convolution of 2 to 3 channels between two stand-alone nodes, that breaks no rule.
/// Fields are what rules are about; change one, and build.
pub struct Conv {
    pub weight: Tensor,
    pub weight_scale: Vec<f32>,
    pub weight_zero: Tensor,
    pub weight_axis: i64,
    pub bias: Tensor,
    pub bias_scale: Vec<f32>,
    pub bias_zero: i32,
    pub attributes: Vec<Attribute>,
}

impl Conv {
    pub fn new() -> Self {
        let weight_scale = vec![0.01, 0.02, 0.03];
        Self {
            weight: Tensor::from_i8("w", &[3, 2, 1, 3], &[1; 18]).unwrap(),
            weight_zero: Tensor::from_i8("w.z", &[3], &[0; 3]).unwrap(),
            weight_axis: 0,
            bias: Tensor::from_i32("b", &[3], &[7; 3]).unwrap(),
            bias_scale: weight_scale.iter().map(|scale| SCALE * scale).collect(),
            bias_zero: 0,
            weight_scale,
            attributes: vec![Attribute::ints("pads", &[0, 1, 0, 1])],
        }
    }

    /// `x` -> Q -> DQ -> Conv -> Q -> DQ -> `y`, activations with the zero point `zero`.
    pub fn build<T: Element>(self, zero: T) -> Model {
        let Self { weight, weight_scale, weight_zero, weight_axis, bias, bias_scale, .. } = self;
        let channels = |scales: &[f32]| vec![scales.len() as i64];
        let mut builder = Builder::new()
            .input("x", &[1, 2, 1, 8])
            .quantization("a", SCALE, zero)
            .constant("w.s", &channels(&weight_scale), &weight_scale)
            .constant("b.s", &channels(&bias_scale), &bias_scale)
            .constant("b.z", &channels(&bias_scale), &vec![self.bias_zero; bias_scale.len()]);
        builder.graph.initializer.extend([weight, weight_zero, bias]);
        let axis = |axis| vec![Attribute::int("axis", axis)];
        builder
            .quantize("x", "a", "xq")
            .dequantize("xq", "a", "xd")
            .with("DequantizeLinear", &["w", "w.s", "w.z"], "wd", axis(weight_axis))
            .with("DequantizeLinear", &["b", "b.s", "b.z"], "bd", axis(0))
            .with("Conv", &["xd", "wd", "bd"], "c", self.attributes)
            .quantize("c", "a", "cq")
            .dequantize("cq", "a", "y")
            .build("y")
    }
}
