//! A graph's values: what they are, who makes them and who reads them.

use std::collections::{HashMap, HashSet};

use kokoro_onnx::{Graph, Node, Tensor};

use crate::error::Error;
use crate::infer;
use crate::value::{Value, Values};

/// A graph with its edges.
pub(super) struct View<'a> {
    pub nodes: &'a [Node],
    /// Version of ONNX's own operators.
    pub opset: i64,
    values: Values<'a>,
    producer: HashMap<&'a str, usize>,
    /// One entry for each argument that reads the value.
    consumers: HashMap<&'a str, Vec<usize>>,
    /// Initializers that a caller may replace.
    overridable: HashSet<&'a str>,
    outputs: HashSet<&'a str>,
}

impl<'a> View<'a> {
    /// Indexes a graph and infers the types and shapes of all its values.
    pub fn new(graph: &'a Graph, opset: i64) -> Result<Self, Error> {
        let inputs: HashSet<&str> = graph.input.iter().map(|input| &*input.name).collect();
        let mut values = Values::default();
        for tensor in &graph.initializer {
            if !values.add_initializer(tensor) {
                return Err(Error::Duplicate { value: tensor.name.clone() });
            }
        }
        graph.input.iter().for_each(|input| values.add_input(input));
        let names = graph.initializer.iter().map(|tensor| tensor.name.as_str());
        let overridable = names.filter(|name| inputs.contains(name));
        let mut view = View {
            nodes: &graph.node,
            opset,
            overridable: overridable.collect(),
            values,
            producer: HashMap::new(),
            consumers: HashMap::new(),
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
            if !self.values.contains(name) {
                return Err(Error::Undefined { node: self.label(index), value: name.clone() });
            }
            self.consumers.entry(name).or_default().push(index);
        }
        let mut inferred = infer::outputs(&self.values, node);
        inferred.resize(node.output.len(), Value::default());
        for (name, inferred) in node.output.iter().zip(inferred) {
            if name.is_empty() {
                continue;
            }
            let value = declared.get(name.as_str()).cloned().unwrap_or_default().or(inferred);
            self.producer.insert(name, index);
            if !self.values.add(name, value) {
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
        self.values.get(name)
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
        self.values.initializer(name)
    }

    /// A tensor in the file that no caller may replace.
    pub fn constant(&self, name: &str) -> Option<&'a Tensor> {
        self.initializer(name).filter(|_| !self.overridable.contains(name))
    }
}
