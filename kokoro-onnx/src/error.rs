//! What can be wrong with the content of a message.

use std::fmt;

use crate::{AttributeType, ElementType};

/// A message is damaged, or is not what the caller asks for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not protobuf of these messages.
    Decode(prost::DecodeError),

    /// A tensor has another element type than the caller reads.
    ElementType {
        /// The tensor.
        tensor: String,
        /// The type that was asked for.
        expected: ElementType,
        /// The type in the file: a number of `TensorProto.DataType`.
        found: i32,
    },

    /// The number of elements is not the product of the dimensions.
    ElementCount {
        /// The tensor.
        tensor: String,
        /// Its dimensions.
        dims: Vec<i64>,
        /// Elements that there are; `None` if the bytes do not divide into elements.
        found: Option<usize>,
    },

    /// An element in the list of 32-bit integers does not fit the element type.
    ElementRange {
        /// The tensor.
        tensor: String,
        /// The element.
        value: i32,
        /// The element type of the tensor.
        element_type: ElementType,
    },

    /// The elements are in another file.
    External {
        /// The tensor.
        tensor: String,
    },

    /// An attribute is of another kind than the caller reads.
    Attribute {
        /// The attribute.
        name: String,
        /// The kind that was asked for.
        expected: AttributeType,
        /// The kind in the file: a number of `AttributeProto.AttributeType`.
        found: i32,
    },

    /// The bytes of a string attribute are not UTF-8.
    Text {
        /// The attribute.
        name: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(source) => write!(f, "not an ONNX model: {source}"),
            Self::ElementType { tensor, expected, found } => match ElementType::try_from(*found) {
                Ok(found) => write!(f, "tensor `{tensor}` holds {found}, expected {expected}"),
                Err(_) => write!(f, "tensor `{tensor}` holds type {found}, expected {expected}"),
            },
            Self::ElementCount { tensor, dims, found: Some(found) } => {
                write!(f, "tensor `{tensor}` of shape {dims:?} has {found} elements")
            }
            Self::ElementCount { tensor, dims, found: None } => {
                write!(f, "tensor `{tensor}` of shape {dims:?} ends within an element")
            }
            Self::ElementRange { tensor, value, element_type } => {
                write!(f, "tensor `{tensor}` has the element {value}, which is no {element_type}")
            }
            Self::External { tensor } => {
                write!(f, "tensor `{tensor}` is stored in another file; embed it in the model")
            }
            Self::Attribute { name, expected, found } => match AttributeType::try_from(*found) {
                Ok(found) => write!(f, "attribute `{name}` is a {found:?}, expected {expected:?}"),
                Err(_) => write!(f, "attribute `{name}` is of kind {found}, expected {expected:?}"),
            },
            Self::Text { name } => write!(f, "attribute `{name}` is not UTF-8"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Decode(source) => Some(source),
            _ => None,
        }
    }
}

impl From<prost::DecodeError> for Error {
    fn from(source: prost::DecodeError) -> Self {
        Self::Decode(source)
    }
}
