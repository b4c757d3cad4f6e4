//! `ModelProto`, `GraphProto` and `NodeProto`.

use bytes::Bytes;
use prost::Message;

use crate::{Attribute, Error, StringEntry, Tensor, ValueInfo};

/// File format version that [`Model::new`] writes: that of operator set 17, which ONNX Runtime and
/// the providers read.
pub const IR_VERSION: i64 = 8;

/// `ModelProto`: the whole file.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Model {
    /// Version of the file format.
    #[prost(int64, tag = "1")]
    pub ir_version: i64,
    /// Program that wrote the file.
    #[prost(string, tag = "2")]
    pub producer_name: String,
    /// Its version.
    #[prost(string, tag = "3")]
    pub producer_version: String,
    /// Namespace of the model, as a reversed domain name.
    #[prost(string, tag = "4")]
    pub domain: String,
    /// Version of the graph.
    #[prost(int64, tag = "5")]
    pub model_version: i64,
    /// Documentation.
    #[prost(string, tag = "6")]
    pub doc_string: String,
    /// The computation.
    #[prost(message, optional, tag = "7")]
    pub graph: Option<Graph>,
    /// Versions of the operator sets that the nodes are of.
    #[prost(message, repeated, tag = "8")]
    pub opset_import: Vec<OperatorSet>,
    /// Named strings.
    #[prost(message, repeated, tag = "14")]
    pub metadata_props: Vec<StringEntry>,
}

/// `OperatorSetIdProto`: the version of one domain's operators.
#[derive(Clone, PartialEq, prost::Message)]
pub struct OperatorSet {
    /// Domain; empty for ONNX's own operators.
    #[prost(string, tag = "1")]
    pub domain: String,
    /// Version.
    #[prost(int64, tag = "2")]
    pub version: i64,
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
    /// Documentation.
    #[prost(string, tag = "10")]
    pub doc_string: String,
    /// Values that the caller gives.
    #[prost(message, repeated, tag = "11")]
    pub input: Vec<ValueInfo>,
    /// Values that the caller gets.
    #[prost(message, repeated, tag = "12")]
    pub output: Vec<ValueInfo>,
    /// Types of values between the nodes.
    #[prost(message, repeated, tag = "13")]
    pub value_info: Vec<ValueInfo>,
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
    /// Parameters.
    #[prost(message, repeated, tag = "5")]
    pub attribute: Vec<Attribute>,
    /// Documentation.
    #[prost(string, tag = "6")]
    pub doc_string: String,
    /// Domain of the operator; empty for ONNX's own.
    #[prost(string, tag = "7")]
    pub domain: String,
}

impl Model {
    /// A model of ONNX's own operators at version `opset`.
    pub fn new(graph: Graph, opset: i64) -> Self {
        let opset_import = vec![OperatorSet { domain: String::new(), version: opset }];
        Self { ir_version: IR_VERSION, graph: Some(graph), opset_import, ..Self::default() }
    }

    /// Decodes a file. Bytes of tensors are views into `file`.
    ///
    /// # Errors
    /// [`Error::Decode`] if `file` is not protobuf of this message.
    pub fn read(file: Bytes) -> Result<Self, Error> {
        Ok(Self::decode(file)?)
    }

    /// The bytes of a file; the same model gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        self.encode_to_vec()
    }

    /// Version of the operator set of a domain. ONNX's own domain is `""`, which files may also
    /// call `ai.onnx`.
    pub fn opset(&self, domain: &str) -> Option<i64> {
        let plain = |domain: &str| if domain == "ai.onnx" { String::new() } else { domain.into() };
        let set = self.opset_import.iter().find(|set| plain(&set.domain) == plain(domain));
        set.map(|set| set.version)
    }

    /// The string of this key in `metadata_props`.
    pub fn metadata(&self, key: &str) -> Option<&str> {
        let entry = self.metadata_props.iter().find(|entry| entry.key == key);
        entry.map(|entry| entry.value.as_str())
    }
}

impl Node {
    /// A node of ONNX's own operators without name and attributes.
    pub fn new(op_type: &str, input: &[impl AsRef<str>], output: &[impl AsRef<str>]) -> Self {
        let input = input.iter().map(|name| name.as_ref().to_owned()).collect();
        let output = output.iter().map(|name| name.as_ref().to_owned()).collect();
        Self { op_type: op_type.into(), input, output, ..Self::default() }
    }

    /// With this name.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// With one more attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute) -> Self {
        self.attribute.push(attribute);
        self
    }

    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attribute.iter().find(|attribute| attribute.name == name)
    }

    /// The argument at `index`; `None` if it is left out.
    pub fn argument(&self, index: usize) -> Option<&str> {
        self.input.get(index).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// The integer attribute `name`, or its default if it is left out.
    ///
    /// # Errors
    /// [`Error::Attribute`] if it is of another kind.
    pub fn int_or(&self, name: &str, default: i64) -> Result<i64, Error> {
        self.attribute(name).map_or(Ok(default), Attribute::to_int)
    }

    /// The number attribute `name`, or its default if it is left out.
    ///
    /// # Errors
    /// [`Error::Attribute`] if it is of another kind.
    pub fn float_or(&self, name: &str, default: f32) -> Result<f32, Error> {
        self.attribute(name).map_or(Ok(default), Attribute::to_float)
    }

    /// The string attribute `name`, or its default if it is left out.
    ///
    /// # Errors
    /// [`Error::Attribute`] if it is of another kind, [`Error::Text`] if it is not UTF-8.
    pub fn str_or<'a>(&'a self, name: &str, default: &'a str) -> Result<&'a str, Error> {
        self.attribute(name).map_or(Ok(default), Attribute::to_str)
    }

    /// The list of integers `name`; `None` if it is left out.
    ///
    /// # Errors
    /// [`Error::Attribute`] if it is of another kind.
    pub fn ints(&self, name: &str) -> Result<Option<&[i64]>, Error> {
        self.attribute(name).map(Attribute::to_ints).transpose()
    }
}
