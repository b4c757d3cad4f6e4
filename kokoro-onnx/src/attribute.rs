//! `AttributeProto`: the parameters of a node that are fixed in the file.

use bytes::Bytes;

use crate::{Error, Tensor};

/// `AttributeProto.AttributeType`: the kind of an attribute's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, prost::Enumeration)]
#[repr(i32)]
#[allow(missing_docs)] // the names say it
pub enum AttributeType {
    Undefined = 0,
    Float = 1,
    Int = 2,
    String = 3,
    Tensor = 4,
    Graph = 5,
    Floats = 6,
    Ints = 7,
    Strings = 8,
    Tensors = 9,
    Graphs = 10,
    SparseTensor = 11,
    SparseTensors = 12,
    Type = 13,
    Types = 14,
}

/// `AttributeProto`: a name and one value. The field that holds the value is that of `r#type`.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Attribute {
    /// Name.
    #[prost(string, tag = "1")]
    pub name: String,
    /// Value of kind `FLOAT`. Optional, so that a zero is written too: some readers look for the
    /// field.
    #[prost(float, optional, tag = "2")]
    pub f: Option<f32>,
    /// Value of kind `INT`.
    #[prost(int64, optional, tag = "3")]
    pub i: Option<i64>,
    /// Value of kind `STRING`.
    #[prost(bytes = "bytes", optional, tag = "4")]
    pub s: Option<Bytes>,
    /// Value of kind `TENSOR`.
    #[prost(message, optional, tag = "5")]
    pub t: Option<Tensor>,
    /// Value of kind `FLOATS`.
    #[prost(float, repeated, packed = "false", tag = "7")]
    pub floats: Vec<f32>,
    /// Value of kind `INTS`.
    #[prost(int64, repeated, packed = "false", tag = "8")]
    pub ints: Vec<i64>,
    /// Value of kind `STRINGS`.
    #[prost(bytes = "bytes", repeated, tag = "9")]
    pub strings: Vec<Bytes>,
    /// Documentation.
    #[prost(string, tag = "13")]
    pub doc_string: String,
    /// Kind of the value: a number of [`AttributeType`].
    #[prost(enumeration = "AttributeType", tag = "20")]
    pub r#type: i32,
}

impl Attribute {
    fn new(name: &str, kind: AttributeType) -> Self {
        Self { name: name.into(), r#type: kind as i32, ..Self::default() }
    }

    /// A number.
    pub fn float(name: &str, value: f32) -> Self {
        Self { f: Some(value), ..Self::new(name, AttributeType::Float) }
    }

    /// An integer.
    pub fn int(name: &str, value: i64) -> Self {
        Self { i: Some(value), ..Self::new(name, AttributeType::Int) }
    }

    /// A string.
    pub fn string(name: &str, value: &str) -> Self {
        let value = Bytes::copy_from_slice(value.as_bytes());
        Self { s: Some(value), ..Self::new(name, AttributeType::String) }
    }

    /// A tensor.
    pub fn tensor(name: &str, value: Tensor) -> Self {
        Self { t: Some(value), ..Self::new(name, AttributeType::Tensor) }
    }

    /// A list of numbers.
    pub fn floats(name: &str, values: &[f32]) -> Self {
        Self { floats: values.into(), ..Self::new(name, AttributeType::Floats) }
    }

    /// A list of integers.
    pub fn ints(name: &str, values: &[i64]) -> Self {
        Self { ints: values.into(), ..Self::new(name, AttributeType::Ints) }
    }

    /// A list of strings.
    pub fn strings(name: &str, values: &[&str]) -> Self {
        let strings = values.iter().map(|text| Bytes::copy_from_slice(text.as_bytes())).collect();
        Self { strings, ..Self::new(name, AttributeType::Strings) }
    }

    fn of<T>(&self, expected: AttributeType, value: T) -> Result<T, Error> {
        if self.r#type == expected as i32 {
            return Ok(value);
        }
        Err(Error::Attribute { name: self.name.clone(), expected, found: self.r#type })
    }

    /// The value of a [`AttributeType::Float`].
    ///
    /// # Errors
    /// [`Error::Attribute`] for another kind.
    pub fn to_float(&self) -> Result<f32, Error> {
        self.of(AttributeType::Float, self.f.unwrap_or_default())
    }

    /// The value of a [`AttributeType::Int`].
    ///
    /// # Errors
    /// [`Error::Attribute`] for another kind.
    pub fn to_int(&self) -> Result<i64, Error> {
        self.of(AttributeType::Int, self.i.unwrap_or_default())
    }

    /// The value of a [`AttributeType::String`].
    ///
    /// # Errors
    /// [`Error::Attribute`] for another kind, [`Error::Text`] if it is not UTF-8.
    pub fn to_str(&self) -> Result<&str, Error> {
        let value = self.of(AttributeType::String, self.s.as_deref().unwrap_or_default())?;
        std::str::from_utf8(value).map_err(|_| Error::Text { name: self.name.clone() })
    }

    /// The value of a [`AttributeType::Ints`].
    ///
    /// # Errors
    /// [`Error::Attribute`] for another kind.
    pub fn to_ints(&self) -> Result<&[i64], Error> {
        self.of(AttributeType::Ints, &self.ints)
    }
}
