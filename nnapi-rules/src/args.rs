//! The inputs of a node, as shape inference reads them.

use kokoro_onnx::{ElementType, Node};

use crate::value::{LIMIT, Value, Values};

/// The inputs of one node.
pub(super) struct Args<'v, 'a> {
    pub values: &'v Values<'a>,
    pub node: &'v Node,
}

impl Args<'_, '_> {
    fn value(&self, index: usize) -> &Value {
        self.values.get(self.node.argument(index).unwrap_or_default())
    }

    /// Shape of an argument.
    pub fn shape(&self, index: usize) -> Option<&[i64]> {
        self.node.argument(index)?;
        self.value(index).shape.as_deref()
    }

    pub fn element_type(&self, index: usize) -> Option<ElementType> {
        self.node.argument(index)?;
        self.value(index).element_type
    }

    /// Elements of a constant argument of integers.
    pub fn ints(&self, index: usize) -> Option<Vec<i64>> {
        let tensor = self.values.initializer(self.node.argument(index)?)?;
        tensor.integers().ok().map(drawn_in)
    }

    /// Elements of a constant argument of numbers.
    pub fn floats(&self, index: usize) -> Option<Vec<f32>> {
        self.values.initializer(self.node.argument(index)?)?.f32s().ok()
    }

    /// An integer attribute.
    pub fn int(&self, name: &str, default: i64) -> Option<i64> {
        self.node.int_or(name, default).ok().map(|value| value.clamp(-LIMIT, LIMIT))
    }

    /// A list attribute: `Some(None)` if it is absent, and `None` if it is no list.
    pub fn list(&self, name: &str) -> Option<Option<Vec<i64>>> {
        let list = self.node.ints(name).ok()?;
        Some(list.map(|values| drawn_in(values.to_vec())))
    }

    /// Shapes of all arguments.
    pub fn all_shapes(&self) -> Option<Vec<&[i64]>> {
        (0..self.node.input.len()).map(|index| self.shape(index)).collect()
    }
}

fn drawn_in(mut values: Vec<i64>) -> Vec<i64> {
    values.iter_mut().for_each(|value| *value = (*value).clamp(-LIMIT, LIMIT));
    values
}
