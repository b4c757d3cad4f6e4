//! `ValueInfoProto` and `TypeProto`: names, element types and shapes of values.

use crate::ElementType;

/// `ValueInfoProto`: a value's name and type.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ValueInfo {
    /// Name.
    #[prost(string, tag = "1")]
    pub name: String,
    /// Type.
    #[prost(message, optional, tag = "2")]
    pub r#type: Option<Type>,
    /// Documentation.
    #[prost(string, tag = "3")]
    pub doc_string: String,
}

/// `TypeProto`: the type of a value. `tensor_type` is absent for sequences, maps and the like,
/// which are not read.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Type {
    /// The type of a tensor.
    #[prost(message, optional, tag = "1")]
    pub tensor_type: Option<TensorType>,
    /// Standard meaning of the value.
    #[prost(string, tag = "6")]
    pub denotation: String,
}

/// `TypeProto.Tensor`: element type and shape.
#[derive(Clone, PartialEq, prost::Message)]
pub struct TensorType {
    /// Element type: a number of [`ElementType`].
    #[prost(int32, tag = "1")]
    pub elem_type: i32,
    /// Shape; absent if not even the rank is known.
    #[prost(message, optional, tag = "2")]
    pub shape: Option<Shape>,
}

/// `TensorShapeProto`: a list of dimensions; empty for a scalar.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Shape {
    /// The dimensions.
    #[prost(message, repeated, tag = "1")]
    pub dim: Vec<Dimension>,
}

/// `TensorShapeProto.Dimension`.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Dimension {
    /// Size or name; absent if unknown.
    #[prost(oneof = "DimensionValue", tags = "1, 2")]
    pub value: Option<DimensionValue>,
    /// Standard meaning of the dimension.
    #[prost(string, tag = "3")]
    pub denotation: String,
}

/// What is known of a dimension.
#[derive(Clone, PartialEq, prost::Oneof)]
pub enum DimensionValue {
    /// Its size.
    #[prost(int64, tag = "1")]
    DimValue(i64),
    /// A name for a size that is not known.
    #[prost(string, tag = "2")]
    DimParam(String),
}

impl ValueInfo {
    /// A tensor of fixed shape.
    pub fn tensor(name: impl Into<String>, element_type: ElementType, dims: &[i64]) -> Self {
        let dim = dims.iter().map(|&size| Dimension::fixed(size)).collect();
        Self::of_shape(name, element_type, Shape { dim })
    }

    /// A tensor whose shape may hold named dimensions.
    pub fn of_shape(name: impl Into<String>, element_type: ElementType, shape: Shape) -> Self {
        let tensor = TensorType { elem_type: element_type as i32, shape: Some(shape) };
        let r#type = Type { tensor_type: Some(tensor), denotation: String::new() };
        Self { name: name.into(), r#type: Some(r#type), doc_string: String::new() }
    }

    /// The element type; `None` if the value is not a tensor, or its type is not known to this
    /// crate.
    pub fn element_type(&self) -> Option<ElementType> {
        let tensor = self.r#type.as_ref()?.tensor_type.as_ref()?;
        ElementType::try_from(tensor.elem_type).ok().filter(|&t| t != ElementType::Undefined)
    }

    /// The size of each dimension, `None` for those that are not fixed; `None` if the rank is not
    /// known.
    pub fn dims(&self) -> Option<Vec<Option<i64>>> {
        let shape = self.r#type.as_ref()?.tensor_type.as_ref()?.shape.as_ref()?;
        Some(shape.dim.iter().map(Dimension::size).collect())
    }
}

impl Dimension {
    /// A dimension of known size.
    pub fn fixed(size: i64) -> Self {
        Self { value: Some(DimensionValue::DimValue(size)), denotation: String::new() }
    }

    /// A dimension of unknown size.
    pub fn named(name: &str) -> Self {
        Self { value: Some(DimensionValue::DimParam(name.into())), denotation: String::new() }
    }

    /// The size, if it is known.
    pub fn size(&self) -> Option<i64> {
        match self.value {
            Some(DimensionValue::DimValue(size)) => Some(size),
            _ => None,
        }
    }
}
