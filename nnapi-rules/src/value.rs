//! Types and shapes of values.

use std::collections::HashMap;

use kokoro_onnx::{ElementType, Tensor, ValueInfo};

/// Sizes beyond this count as unknown, and parameters beyond it are clamped to it. NNAPI has 32
/// bits for both.
pub const LIMIT: i64 = 1 << 30;

/// What is known of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    pub element_type: Option<ElementType>,
    /// Shape, if all of it is fixed.
    pub shape: Option<Vec<i64>>,
}

impl Value {
    /// A value of known type and shape.
    pub fn new(element_type: Option<ElementType>, shape: Option<Vec<i64>>) -> Self {
        let sane = |shape: &Vec<i64>| shape.iter().all(|size| (0..=LIMIT).contains(size));
        Self { element_type, shape: shape.filter(sane) }
    }

    /// Type and shape of a tensor in the file.
    pub fn of_tensor(tensor: &Tensor) -> Self {
        Self::new(tensor.element_type(), Some(tensor.dims.clone()))
    }

    /// What the file says of it.
    pub fn declared(info: &ValueInfo) -> Self {
        let shape = info.dims().and_then(|dims| dims.into_iter().collect());
        Self::new(info.element_type(), shape)
    }

    /// `self`, with what it leaves open taken from `other`.
    pub fn or(self, other: Self) -> Self {
        Self {
            element_type: self.element_type.or(other.element_type),
            shape: self.shape.or(other.shape),
        }
    }
}

/// The values of a graph as far as they are known, by their names.
#[derive(Debug, Default)]
pub struct Values<'a> {
    known: HashMap<&'a str, Value>,
    initializers: HashMap<&'a str, &'a Tensor>,
}

impl<'a> Values<'a> {
    /// Adds a tensor in the file; `false` if there is one of its name.
    pub fn add_initializer(&mut self, tensor: &'a Tensor) -> bool {
        self.known.insert(&tensor.name, Value::of_tensor(tensor));
        self.initializers.insert(&tensor.name, tensor).is_none()
    }

    /// Adds an input of the graph, which may be an initializer that a caller may replace.
    pub fn add_input(&mut self, input: &'a ValueInfo) {
        self.known.entry(&input.name).or_insert_with(|| Value::declared(input));
    }

    /// Adds what a node makes; `false` if there is a value of its name.
    pub fn add(&mut self, name: &'a str, value: Value) -> bool {
        self.known.insert(name, value).is_none()
    }

    /// Whether there is a value of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// Type and shape of a value.
    pub fn get(&self, name: &str) -> &Value {
        const UNKNOWN: &Value = &Value { element_type: None, shape: None };
        self.known.get(name).unwrap_or(UNKNOWN)
    }

    /// A tensor in the file, whether or not a caller may replace it.
    pub fn initializer(&self, name: &str) -> Option<&'a Tensor> {
        self.initializers.get(name).copied()
    }
}
