//! The messages of ONNX files, for reading and for writing.
//!
//! The structs follow `onnx.proto3` of IR version 10 and are written by hand, so that building
//! needs no protoc; field numbers are those of
//! <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3>. Names drop the suffix `Proto`, fields
//! keep upstream's names. Some parts are left out, and skipped when read: graphs within attributes
//! (control flow), sparse tensors, sequence, map and optional types, functions, training
//! information and quantisation annotations. [`Model::read`] borrows the bytes of tensors from the
//! buffer that it decodes.
//!
//! Beside the messages there is what an exporter and a checker both need: [`Tensor`]s from and to
//! slices of one element type, [`Attribute`]s by kind, [`ValueInfo`]s by shape.
//!
//! Writing is deterministic: fields go out in order of their numbers, and there are no maps.
//!
//! ```
//! use kokoro_onnx::{Attribute, ElementType, Graph, Model, Node, Tensor, ValueInfo};
//!
//! let graph = Graph {
//!     name: "halve".into(),
//!     node: vec![Node::new("Mul", &["x", "half"], &["y"]).named("halve")],
//!     initializer: vec![Tensor::from_f32("half", &[1], &[0.5])?],
//!     input: vec![ValueInfo::tensor("x", ElementType::Float, &[1, 4])],
//!     output: vec![ValueInfo::tensor("y", ElementType::Float, &[1, 4])],
//!     ..Graph::default()
//! };
//! let bytes = Model::new(graph, 17).write();
//! let model = Model::read(bytes.into())?;
//! assert_eq!(model.opset(""), Some(17));
//! assert_eq!(model.graph.unwrap_or_default().initializer[0].f32s()?, [0.5]);
//! # Ok::<(), kokoro_onnx::Error>(())
//! ```

mod attribute;
mod element;
mod entry;
mod error;
mod model;
mod tensor;
mod value;

#[cfg(test)]
mod tests;

pub use attribute::{Attribute, AttributeType};
pub use element::{Element, ElementType, FLOAT, INT8, UINT8};
pub use entry::StringEntry;
pub use error::Error;
pub use model::{Graph, IR_VERSION, Model, Node, OperatorSet};
pub use tensor::{DataLocation, Tensor};
pub use value::{Dimension, DimensionValue, Shape, TensorType, Type, ValueInfo};
