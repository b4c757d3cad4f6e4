//! A unit with its inputs and outputs: what the rules look at.

use kokoro_onnx::{ElementType, Node};

use crate::graph::View;
use crate::quantization::Io;
use crate::rule::{Rule, Violation, require};

/// What the rules of one operator look at.
pub(super) struct Case<'v, 'a> {
    pub view: &'v View<'a>,
    pub node: &'v Node,
    /// Whether it is a group, or an operator on quantised data.
    pub quantized: bool,
    pub inputs: Vec<Option<Io<'v>>>,
    pub outputs: Vec<Io<'v>>,
}

impl<'v> Case<'v, '_> {
    /// An argument that the operator requires.
    pub fn input(&self, index: usize) -> Result<&Io<'v>, Violation> {
        let detail = || Violation::new(Rule::Malformed, format!("argument {index} is missing"));
        self.inputs.get(index).and_then(Option::as_ref).ok_or_else(detail)
    }

    /// The first result.
    pub fn output(&self) -> Result<&Io<'v>, Violation> {
        let detail = || Violation::new(Rule::Malformed, "there is no result");
        self.outputs.first().ok_or_else(detail)
    }

    /// Shape of an argument, which is fixed when the rules of operators are asked.
    pub fn shape(&self, index: usize) -> Result<&'v [i64], Violation> {
        Ok(self.input(index)?.value(self.view).shape.as_deref().unwrap_or_default())
    }

    /// Shape of the first result; empty if it is not known.
    pub fn output_shape(&self) -> Result<&'v [i64], Violation> {
        Ok(self.output()?.value(self.view).shape.as_deref().unwrap_or_default())
    }

    pub fn element_type(&self, index: usize) -> Result<Option<ElementType>, Violation> {
        Ok(self.input(index)?.value(self.view).element_type)
    }

    /// The argument, if it is there, must be a constant.
    pub fn require_constant(&self, index: usize) -> Result<(), Violation> {
        let Some(Some(io)) = self.inputs.get(index) else { return Ok(()) };
        let detail = || format!("argument {index}, `{}`, is none", io.name);
        require(self.view.constant(io.name).is_some(), Rule::Constant, detail)
    }
}
