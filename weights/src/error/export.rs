//! Why an ONNX file is not the int8 export of the model.

use crate::Dtype;

/// What is wrong with an export.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// It is not an ONNX model.
    #[error(transparent)]
    Onnx(#[from] kokoro_onnx::Error),
    /// The model holds nothing.
    #[error("it has no graph")]
    NoGraph,
    /// A node's constants are not those of its kind.
    #[error("in node `{node}`: {fault}")]
    Node {
        /// The node.
        node: String,
        /// What is wrong with it.
        fault: ConstantFault,
    },
    /// A constant that no node explains is unreadable.
    #[error(transparent)]
    Constant(#[from] ConstantFault),
}

/// What is wrong with the constants of a node.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConstantFault {
    /// The elements do not fit the type or the shape, or are in another file.
    #[error(transparent)]
    Elements(#[from] kokoro_onnx::Error),
    /// There is no constant of that name.
    #[error("no constant `{name}`")]
    Missing {
        /// The name.
        name: String,
    },
    /// The elements are neither f32 nor 8-bit integers.
    #[error("`{name}` has element type {found}: expected f32, u8 or i8")]
    ElementType {
        /// The constant.
        name: String,
        /// The type in the file: a number of ONNX's `TensorProto.DataType`.
        found: i32,
    },
    /// The name of an integer weight does not tell that of its scale.
    #[error("`{name}` is not named as quantised")]
    Name {
        /// The weight.
        name: String,
    },
    /// A weight or its zero point are not integers of one type.
    #[error("expected integers, found {weight:?} and {zero_point:?}")]
    NotIntegers {
        /// Type of the weight.
        weight: Dtype,
        /// Type of the zero point.
        zero_point: Dtype,
    },
    /// A scale is not a float.
    #[error("expected floats, found {found:?}")]
    NotFloats {
        /// Type of the constant.
        found: Dtype,
    },
    /// There are neither one scale and zero point nor one for each row.
    #[error("expected 1 or {rows} scales and zero points, found {scales} and {zero_points}")]
    Companions {
        /// Rows of the weight.
        rows: usize,
        /// Scales.
        scales: usize,
        /// Zero points.
        zero_points: usize,
    },
    /// A weight that is to be transposed has not two dimensions.
    #[error("expected a matrix, found shape {shape:?}")]
    NotAMatrix {
        /// Its shape.
        shape: Vec<usize>,
    },
    /// The weights of an LSTM have another shape.
    #[error("expected weights [2, in, 4 H], found {shape:?}")]
    LstmWeights {
        /// Their shape.
        shape: Vec<usize>,
    },
    /// The biases of an LSTM have another shape than its weights ask for.
    #[error("expected bias [2, {}], found {found:?}", 2 * gates)]
    LstmBias {
        /// Rows of the weights: 4 H.
        gates: usize,
        /// Shape of the biases.
        found: Vec<usize>,
    },
}
