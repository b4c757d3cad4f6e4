//! Collects the nodes, constants and inputs of an ONNX model.

use std::collections::HashMap;

use kokoro_onnx::{Attribute, ElementType, Node, Tensor, ValueInfo};

use crate::Result;

/// Collects the parts of a model. Every constant that is asked for twice is written once.
pub struct Emitter {
    pub nodes: Vec<Node>,
    pub initializers: Vec<Tensor>,
    pub inputs: Vec<ValueInfo>,
    pub outputs: Vec<ValueInfo>,
    opset: i64,
    constants: HashMap<Vec<u32>, String>,
}

impl Emitter {
    pub fn new(opset: i64) -> Self {
        Self {
            nodes: vec![],
            initializers: vec![],
            inputs: vec![],
            outputs: vec![],
            opset,
            constants: HashMap::new(),
        }
    }

    /// An input of the model. An input that is asked for again is not added again.
    pub fn input(&mut self, name: &str, shape: &[usize]) -> String {
        if !self.inputs.iter().any(|input| input.name == name) {
            self.inputs.push(ValueInfo::tensor(name, ElementType::Float, &dims(shape)));
        }
        name.into()
    }

    /// Names a value as an output of the model.
    pub fn output(&mut self, value: &str, name: &str, shape: &[usize]) {
        for node in &mut self.nodes {
            node.output
                .iter_mut()
                .filter(|output| *output == value)
                .for_each(|output| *output = name.into());
        }
        self.outputs.push(ValueInfo::tensor(name, ElementType::Float, &dims(shape)));
    }

    /// A node with one output, which has the node's name.
    pub fn op(&mut self, op: &str, inputs: &[&str], name: &str) -> String {
        self.op_with(op, inputs, name, vec![])
    }

    /// A node with attributes.
    pub fn op_with(
        &mut self,
        op: &str,
        inputs: &[&str],
        name: &str,
        attributes: Vec<Attribute>,
    ) -> String {
        let node = attributes.into_iter().fold(Node::new(op, inputs, &[name]), Node::with);
        self.nodes.push(node.named(name));
        name.into()
    }

    /// A named constant.
    pub fn constant(&mut self, tensor: Tensor) -> String {
        let name = tensor.name.clone();
        self.initializers.push(tensor);
        name
    }

    /// A float constant of rank 4, with a name that is made up here. Equal constants are one.
    fn shared(&mut self, dims: &[usize; 4], values: &[f32]) -> Result<String> {
        let key: Vec<u32> =
            dims.iter().map(|&d| d as u32).chain(values.iter().map(|v| v.to_bits())).collect();
        if let Some(name) = self.constants.get(&key) {
            return Ok(name.clone());
        }
        let name = format!("const.{}", self.constants.len());
        self.constants.insert(key, name.clone());
        Ok(self.constant(Tensor::from_f32(&name, &self::dims(dims), values)?))
    }

    /// A constant `[1, 1, 1, 1]`.
    pub fn scalar(&mut self, value: f32) -> Result<String> {
        self.shared(&[1, 1, 1, 1], &[value])
    }

    /// A constant `[1, C, 1, 1]`.
    pub fn per_channel(&mut self, values: &[f32]) -> Result<String> {
        self.shared(&[1, values.len(), 1, 1], values)
    }

    pub fn concat(&mut self, parts: &[String], axis: i64, name: &str) -> String {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        self.op_with("Concat", &parts, name, vec![Attribute::int("axis", axis)])
    }

    /// The mean over time, `[1, C, 1, 1]`.
    pub fn mean(&mut self, xs: &str, name: &str) -> Result<String> {
        let keep = Attribute::int("keepdims", 1);
        if self.opset < 18 {
            return Ok(self.op_with(
                "ReduceMean",
                &[xs],
                name,
                vec![Attribute::ints("axes", &[3]), keep],
            ));
        }
        let axes = self.once("axes.time", |name| Tensor::from_i64(name, &[1], &[3]))?;
        Ok(self.op_with("ReduceMean", &[xs, &axes], name, vec![keep]))
    }

    /// One column, by a Gather and not by a Slice: an optimisation that runs before NNAPI's
    /// provider sees the graph takes slices apart.
    pub fn column(&mut self, xs: &str, at: i32, name: &str) -> Result<String> {
        let index =
            self.once(&format!("column.{at}"), |name| Tensor::from_i32(name, &[1], &[at]))?;
        Ok(self.op_with("Gather", &[xs, &index], name, vec![Attribute::int("axis", 3)]))
    }

    /// `[1, s · C, 1, T]`, phase-major, to `[1, C, 1, s · T]`: the value is transposed to channels
    /// last, where this is only a reshape, and transposed back.
    pub fn interleave(
        &mut self,
        xs: &str,
        channels: usize,
        columns: usize,
        name: &str,
    ) -> Result<String> {
        let shape = [1, 1, columns as i64, channels as i64];
        let shape =
            self.once(&format!("{name}.shape"), |name| Tensor::from_i64(name, &[4], &shape))?;
        let last = vec![Attribute::ints("perm", &[0, 2, 3, 1])];
        let rows = self.op_with("Transpose", &[xs], &format!("{name}.rows"), last);
        let split = self.op("Reshape", &[&rows, &shape], &format!("{name}.split"));
        Ok(self.op_with("Transpose", &[&split], name, vec![Attribute::ints("perm", &[0, 3, 1, 2])]))
    }

    fn once<E>(
        &mut self,
        name: &str,
        make: impl FnOnce(&str) -> std::result::Result<Tensor, E>,
    ) -> std::result::Result<String, E> {
        if !self.initializers.iter().any(|tensor| tensor.name == name) {
            let tensor = make(name)?;
            self.initializers.push(tensor);
        }
        Ok(name.into())
    }
}

/// Sizes as ONNX writes them.
pub fn dims(shape: &[usize]) -> Vec<i64> {
    shape.iter().map(|&size| size as i64).collect()
}
