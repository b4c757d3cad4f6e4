//! The operators that the provider has builders for.
//!
//! Names are those of the list that ships with ONNX Runtime; a test compares them. Levels are
//! `GetMinSupportedNNAPIFeatureLevel` of the builders under `nnapi_builtin/builders/impl`. A
//! builder takes versions of its operator up to that of opset 19, so an operator is taken until the
//! opset in which its definition next changes.

/// An operator that the provider takes under conditions.
#[derive(Debug)]
pub(super) struct Operator {
    /// Empty for ONNX's own domain.
    pub domain: &'static str,
    pub name: &'static str,
    /// Lowest Android API level; some forms need more, see `operator_rules`.
    pub api_level: u32,
    /// Highest opset at which a node has a version that the provider takes.
    pub last_opset: i64,
    /// Whether a group of DequantizeLinear, this and QuantizeLinear is taken.
    pub quantized: bool,
}

const EVER: i64 = i64::MAX;

const fn float(name: &'static str, api_level: u32, last_opset: i64) -> Operator {
    Operator { domain: "", name, api_level, last_opset, quantized: false }
}

const fn quantized(name: &'static str, api_level: u32, last_opset: i64) -> Operator {
    Operator { domain: "", name, api_level, last_opset, quantized: true }
}

const fn microsoft(name: &'static str, api_level: u32) -> Operator {
    Operator { domain: MICROSOFT, name, api_level, last_opset: EVER, quantized: false }
}

/// Domain of ONNX Runtime's own operators.
pub(super) const MICROSOFT: &str = "com.microsoft";

/// All of them, by name.
pub(super) const OPERATORS: [Operator; 53] = [
    float("Abs", 29, EVER),
    quantized("Add", 27, EVER),
    quantized("AveragePool", 28, 21),
    float("BatchNormalization", 27, EVER),
    float("Cast", 29, 20),
    float("Clip", 27, EVER),
    quantized("Concat", 27, EVER),
    quantized("Conv", 28, 21),
    float("DepthToSpace", 27, 27),
    float("DequantizeLinear", 27, 20),
    float("Div", 28, EVER),
    float("Elu", 30, 21),
    float("Exp", 29, EVER),
    float("Flatten", 27, 20),
    float("Floor", 27, EVER),
    float("Gather", 29, EVER),
    quantized("Gemm", 27, EVER),
    float("GlobalAveragePool", 28, 21),
    float("GlobalMaxPool", 28, 21),
    float("Identity", 27, 20),
    float("LRN", 27, EVER),
    float("LeakyRelu", 29, EVER), // emitted as LESS, MUL and SELECT
    float("Log", 29, EVER),
    quantized("MatMul", 27, EVER),
    float("Max", 29, EVER),
    float("MaxPool", 28, 21),
    float("Min", 29, EVER),
    quantized("Mul", 27, EVER),
    float("Neg", 29, EVER),
    float("PRelu", 29, EVER),
    float("Pad", 29, 20),
    float("Pow", 29, EVER),
    float("QLinearConv", 28, EVER),
    float("QLinearMatMul", 27, 20),
    float("QuantizeLinear", 29, 20),
    float("ReduceMean", 28, EVER),
    float("Relu", 27, EVER),
    quantized("Reshape", 27, 20),
    quantized("Resize", 28, EVER), // 29 for floats
    float("Sigmoid", 27, EVER),
    float("Sin", 29, 21),
    float("Slice", 28, EVER),
    quantized("Softmax", 28, EVER),
    float("Split", 29, EVER),
    float("Sqrt", 29, EVER),
    float("Squeeze", 28, 20),
    float("Sub", 28, EVER),
    float("Tanh", 27, EVER),
    quantized("Transpose", 28, 20),
    float("Unsqueeze", 27, 20),
    microsoft("QLinearAdd", 27),
    microsoft("QLinearAveragePool", 28),
    microsoft("QLinearSigmoid", 27),
];

/// The entry of an operator.
pub(super) fn find(domain: &str, name: &str) -> Option<&'static Operator> {
    let domain = if domain == "ai.onnx" { "" } else { domain };
    OPERATORS.iter().find(|operator| operator.domain == domain && operator.name == name)
}
