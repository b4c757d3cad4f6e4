//! A graph's values: what they are, who makes them and who reads them.

use std::collections::{HashMap, HashSet};

use kokoro_onnx::{ElementType, Graph, Node, Tensor, ValueInfo};

use super::{Error, infer};

/// What is known of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Value {
    pub element_type: Option<ElementType>,
    /// Shape, if all of it is fixed.
    pub shape: Option<Vec<i64>>,
}

/// A graph with its edges.
pub(super) struct View<'a> {
    pub nodes: &'a [Node],
    /// Version of ONNX's own operators.
    pub opset: i64,
    values: HashMap<&'a str, Value>,
    producer: HashMap<&'a str, usize>,
    /// One entry for each argument that reads the value.
    consumers: HashMap<&'a str, Vec<usize>>,
    initializers: HashMap<&'a str, &'a Tensor>,
    /// Initializers that a caller may replace.
    overridable: HashSet<&'a str>,
    outputs: HashSet<&'a str>,
}

impl<'a> View<'a> {
    /// Indexes a graph and infers the types and shapes of all its values.
    pub fn new(graph: &'a Graph, opset: i64) -> Result<Self, Error> {
        let inputs: HashSet<&str> = graph.input.iter().map(|input| &*input.name).collect();
        let mut initializers = HashMap::new();
        let mut values: HashMap<&str, Value> = HashMap::new();
        for tensor in &graph.initializer {
            if initializers.insert(&*tensor.name, tensor).is_some() {
                return Err(Error::Duplicate { value: tensor.name.clone() });
            }
            values.insert(&tensor.name, Value::of_tensor(tensor));
        }
        for input in &graph.input {
            values.entry(&input.name).or_insert_with(|| Value::declared(input));
        }
        let overridable = initializers.keys().copied().filter(|name| inputs.contains(name));
        let mut view = View {
            nodes: &graph.node,
            opset,
            overridable: overridable.collect(),
            values,
            producer: HashMap::new(),
            consumers: HashMap::new(),
            initializers,
            outputs: graph.output.iter().map(|output| &*output.name).collect(),
        };
        let declared = graph.value_info.iter().chain(&graph.output);
        let declared = declared.map(|info| (&*info.name, Value::declared(info))).collect();
        (0..graph.node.len()).try_for_each(|index| view.add(index, &declared))?;
        Ok(view)
    }

    fn add(&mut self, index: usize, declared: &HashMap<&'a str, Value>) -> Result<(), Error> {
        let node = &self.nodes[index];
        for name in node.input.iter().filter(|name| !name.is_empty()) {
            if !self.values.contains_key(name.as_str()) {
                return Err(Error::Undefined { node: self.label(index), value: name.clone() });
            }
            self.consumers.entry(name).or_default().push(index);
        }
        let mut inferred = infer::outputs(self, node);
        inferred.resize(node.output.len(), Value::default());
        for (name, inferred) in node.output.iter().zip(inferred) {
            if name.is_empty() {
                continue;
            }
            let value = declared.get(name.as_str()).cloned().unwrap_or_default().or(inferred);
            self.producer.insert(name, index);
            if self.values.insert(name, value).is_some() {
                return Err(Error::Duplicate { value: name.clone() });
            }
        }
        Ok(())
    }

    /// What the node is called in messages.
    pub fn label(&self, index: usize) -> String {
        let node = &self.nodes[index];
        let name = if node.name.is_empty() { node.output.first() } else { Some(&node.name) };
        name.cloned().unwrap_or_default()
    }

    /// Type and shape of a value.
    pub fn value(&self, name: &str) -> &Value {
        const UNKNOWN: &Value = &Value { element_type: None, shape: None };
        self.values.get(name).unwrap_or(UNKNOWN)
    }

    /// The node that makes a value.
    pub fn producer(&self, name: &str) -> Option<usize> {
        self.producer.get(name).copied()
    }

    /// The nodes that read a value, once for each argument.
    pub fn consumers(&self, name: &str) -> &[usize] {
        self.consumers.get(name).map_or(&[], Vec::as_slice)
    }

    /// The nodes that read any output of a node, once for each argument.
    pub fn readers(&self, index: usize) -> impl Iterator<Item = usize> {
        self.nodes[index].output.iter().flat_map(|name| self.consumers(name)).copied()
    }

    /// Whether a caller gets one of the node's outputs.
    pub fn is_output(&self, index: usize) -> bool {
        self.nodes[index].output.iter().any(|name| self.outputs.contains(name.as_str()))
    }

    /// A tensor in the file, whether or not a caller may replace it.
    pub fn initializer(&self, name: &str) -> Option<&'a Tensor> {
        self.initializers.get(name).copied()
    }

    /// A tensor in the file that no caller may replace.
    pub fn constant(&self, name: &str) -> Option<&'a Tensor> {
        self.initializer(name).filter(|_| !self.overridable.contains(name))
    }
}

impl Value {
    /// A value of known type and shape.
    pub fn new(element_type: Option<ElementType>, shape: Option<Vec<i64>>) -> Self {
        let sane = |shape: &Vec<i64>| shape.iter().all(|size| (0..=infer::LIMIT).contains(size));
        Self { element_type, shape: shape.filter(sane) }
    }

    pub fn of_tensor(tensor: &Tensor) -> Self {
        Self::new(tensor.element_type(), Some(tensor.dims.clone()))
    }

    fn declared(info: &ValueInfo) -> Self {
        let shape = info.dims().and_then(|dims| dims.into_iter().collect());
        Self::new(info.element_type(), shape)
    }

    /// What `self` leaves open from `other`.
    fn or(self, other: Self) -> Self {
        Self {
            element_type: self.element_type.or(other.element_type),
            shape: self.shape.or(other.shape),
        }
    }
}
