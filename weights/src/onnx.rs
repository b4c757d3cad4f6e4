//! The messages of an ONNX model file (onnx.proto3, IR version 9), as far as weights are read from it.
//!
//! Fields that are left out are skipped when reading. Field numbers are those of
//! <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3>. Tensor bytes borrow from the buffer that was decoded.

use bytes::Bytes;

/// Element type `FLOAT` of a [`Tensor`].
pub const FLOAT: i32 = 1;
/// Element type `UINT8` of a [`Tensor`].
pub const UINT8: i32 = 2;
/// Element type `INT8` of a [`Tensor`].
pub const INT8: i32 = 3;

/// `ModelProto`: the whole file.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Model {
    /// Version of the file format.
    #[prost(int64, tag = "1")]
    pub ir_version: i64,
    /// Program that wrote the file.
    #[prost(string, tag = "2")]
    pub producer_name: String,
    /// The computation.
    #[prost(message, optional, tag = "7")]
    pub graph: Option<Graph>,
}

/// `GraphProto`: nodes in order of execution, and constants.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Graph {
    /// Operations.
    #[prost(message, repeated, tag = "1")]
    pub node: Vec<Node>,
    /// Name of the graph.
    #[prost(string, tag = "2")]
    pub name: String,
    /// Constants, by name.
    #[prost(message, repeated, tag = "5")]
    pub initializer: Vec<Tensor>,
}

/// `NodeProto`: one operation.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Node {
    /// Names of the arguments; an empty name is an argument left out.
    #[prost(string, repeated, tag = "1")]
    pub input: Vec<String>,
    /// Names of the results.
    #[prost(string, repeated, tag = "2")]
    pub output: Vec<String>,
    /// Name; PyTorch's exporter writes the path of the module.
    #[prost(string, tag = "3")]
    pub name: String,
    /// Operator.
    #[prost(string, tag = "4")]
    pub op_type: String,
}

/// `TensorProto`: a constant. Its elements are in `raw_data` (little-endian), or in the list of their type.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Tensor {
    /// Shape.
    #[prost(int64, repeated, tag = "1")]
    pub dims: Vec<i64>,
    /// Element type.
    #[prost(int32, tag = "2")]
    pub data_type: i32,
    /// Elements of type `FLOAT`.
    #[prost(float, repeated, tag = "4")]
    pub float_data: Vec<f32>,
    /// Elements of integer types up to 32 bits.
    #[prost(int32, repeated, tag = "5")]
    pub int32_data: Vec<i32>,
    /// Name.
    #[prost(string, tag = "8")]
    pub name: String,
    /// Elements of any type, little-endian.
    #[prost(bytes = "bytes", tag = "9")]
    pub raw_data: Bytes,
}
