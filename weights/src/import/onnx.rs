//! The community's int8 export of Kokoro-82M, as ONNX Runtime's dynamic quantiser stores it.
//!
//! | node | weight | scale and zero point | becomes |
//! |---|---|---|---|
//! | `ConvInteger` | u8 `[out, in, k]` | one of each | as it is |
//! | `MatMulInteger` | i8 `[in, out]` | one a column | transposed, one a row |
//! | `DynamicQuantizeLSTM` | W, R i8 `[2, in, 4H]`, B f32 `[2, 8H]` | one a direction | see below |
//! | `Gather` | i8 `[n, dim]` | one of each | as it is |
//! | `Conv`, `ConvTranspose`, `MatMul` | f32 | none | `MatMul` transposed |
//!
//! The two directions of an LSTM become two tensors, transposed, with their gates reordered.
//!
//! The quantiser names the parts of a weight `X` `X_quantized`, `X_scale`, `X_zero_point`, and
//! shares equal zero points between weights, so that a zero point is found through its node and a
//! scale through its name. Module names come from the names of nodes; what has no node of these
//! kinds (biases, layer norms, Snake's alpha) keeps its own name.

mod constant;

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::Path;

use bytes::Bytes;
use constant::{Constant, reorder_gates, transpose};
use kokoro_onnx::{self as onnx, Graph, Model, Node};
use memmap2::Mmap;

use super::names::{is_istft, module_name, parameter_name};
use super::progress::{ImportStage, Progress};
use super::tensor::Tensor;
use crate::error::{ConstantFault, ExportError};
use crate::file_error::FileError;
use crate::{Error, Result, Sha256};

/// Reads all parameters, and the hash of the file.
pub(super) fn read(path: &Path, progress: &mut dyn Progress) -> Result<(Vec<Tensor>, Sha256)> {
    let file = File::open(path).map_err(FileError::on("open", path))?;
    // SAFETY: the map is only read, and only until this import ends. A program that shortens the
    // file meanwhile ends this process by a signal, as with any mapped file.
    let map = unsafe { Mmap::map(&file) }.map_err(FileError::on("map", path))?;
    let total = map.len() as u64;
    progress.report(ImportStage::Read, 0, total);
    let format = Error::format::<ExportError>(path, "an int8 ONNX export of Kokoro-82M");
    let bytes = Bytes::from_owner(map);
    let model = Model::read(bytes.clone()).map_err(|error| format(error.into()))?;
    let hash = Sha256::of(&bytes);
    progress.report(ImportStage::Read, total, total);
    let graph = model.graph.ok_or_else(|| format(ExportError::NoGraph))?;
    let tensors = Reader::new(&graph).read(progress).map_err(format)?;
    Ok((tensors, hash))
}

struct Reader<'a> {
    graph: &'a Graph,
    constants: HashMap<&'a str, &'a onnx::Tensor>,
    tensors: Vec<Tensor>,
    names: HashSet<String>,
}

impl<'a> Reader<'a> {
    fn new(graph: &'a Graph) -> Self {
        let constants = graph.initializer.iter().map(|tensor| (&*tensor.name, tensor)).collect();
        Self { graph, constants, tensors: vec![], names: HashSet::new() }
    }

    fn read(mut self, progress: &mut dyn Progress) -> Result<Vec<Tensor>, ExportError> {
        let total = self.graph.node.len() as u64;
        for (done, node) in self.graph.node.iter().enumerate() {
            progress.report(ImportStage::Convert, done as u64, total);
            let in_node = |fault| ExportError::Node { node: node.name.clone(), fault };
            self.read_node(node).map_err(in_node)?;
        }
        for tensor in &self.graph.initializer {
            if is_float_parameter(tensor) {
                self.put(parameter_name(&tensor.name), Constant::read(tensor)?);
            }
        }
        progress.report(ImportStage::Convert, total, total);
        Ok(self.tensors)
    }

    fn read_node(&mut self, node: &'a Node) -> Result<(), ConstantFault> {
        let module = module_name(&node.name);
        let weight = || node.input.get(1).map_or("", String::as_str);
        match node.op_type.as_str() {
            "ConvInteger" => {
                let (scale, zero) = (self.scale(weight())?, self.input(node, 3)?);
                let data = self.constant(weight())?;
                self.put_quantized(module + ".weight", data, &scale, zero)
            }
            "MatMulInteger" => {
                let (scale, zero) = (self.scale(weight())?, self.input(node, 3)?);
                let data = self.constant(weight())?.transposed()?;
                self.put_quantized(module + ".weight", data, &scale, zero)
            }
            "DynamicQuantizeLSTM" => self.read_lstm(node, &module),
            "Gather" => match node.input.first().and_then(|name| name.strip_suffix("_quantized")) {
                Some(base) => self.read_embedding(base),
                None => Ok(()), // indexing of activations
            },
            "Conv" | "ConvTranspose" | "MatMul" => {
                if !self.constants.contains_key(weight()) || is_istft(&module) {
                    // a product of two activations, or a transform whose basis is computed
                    return Ok(());
                }
                let data = self.constant(weight())?;
                let is_product = node.op_type == "MatMul";
                self.put(module + ".weight", if is_product { data.transposed()? } else { data });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn read_embedding(&mut self, base: &str) -> Result<(), ConstantFault> {
        let data = self.constant(&format!("{base}_quantized"))?;
        let scale = self.scale(&format!("{base}_quantized"))?;
        let name = format!("{base}_zero_point");
        // Equal zero points are stored once, under the name of one of their weights. A weight for
        // which there is no zero point of its name has the zero point 0, in i8.
        let zero = if self.constants.contains_key(&*name) {
            self.constant(&name)?
        } else {
            Constant { shape: vec![], dtype: data.dtype, bytes: vec![0] }
        };
        self.put_quantized(parameter_name(base), data, &scale, zero)
    }

    /// Inputs of `DynamicQuantizeLSTM`: X, W, R, B, lengths, h, c, P, W scale, W zero, R scale, R
    /// zero.
    fn read_lstm(&mut self, node: &'a Node, module: &str) -> Result<(), ConstantFault> {
        let bias = self.input(node, 3)?;
        let biases = bias.floats()?;
        for (kind, index, scale, zero) in [("ih", 1, 8, 9), ("hh", 2, 10, 11)] {
            let (data, scale, zero) =
                (self.input(node, index)?, self.input(node, scale)?, self.input(node, zero)?);
            let &[2, input, gates] = &*data.shape else {
                return Err(ConstantFault::LstmWeights { shape: data.shape });
            };
            if gates % 4 != 0 || data.dtype.size() != 1 {
                return Err(ConstantFault::LstmWeights { shape: data.shape });
            }
            if bias.shape != [2, 2 * gates] {
                return Err(ConstantFault::LstmBias { gates, found: bias.shape });
            }
            let (scales, zero_points) = (scale.floats()?, zero.bytes);
            if (scales.len(), zero_points.len()) != (2, 2) {
                let (scales, zero_points) = (scales.len(), zero_points.len());
                return Err(ConstantFault::Companions { rows: 2, scales, zero_points });
            }
            let direction_len = input * gates;
            for (d, suffix) in ["", "_reverse"].iter().enumerate() {
                let weights = &data.bytes[d * direction_len..][..direction_len];
                let rows = transpose(weights, [input, gates], 1); // [4 H, in]
                let (shape, bytes) = (vec![gates, input], reorder_gates(&rows));
                let name = format!("{module}.weight_{kind}_l0{suffix}");
                let zero = vec![zero_points[d]];
                self.tensors.extend(Tensor::companions(&name, data.dtype, &scales[d..=d], zero));
                self.put(name, Constant { shape, dtype: data.dtype, bytes });

                let start = 2 * gates * d + if kind == "ih" { 0 } else { gates };
                let values: Vec<f32> = reorder_gates(&biases[start..start + gates]);
                let name = format!("{module}.bias_{kind}_l0{suffix}");
                self.put_tensor(Tensor::f32(name, vec![gates], &values));
            }
        }
        Ok(())
    }

    fn put_quantized(
        &mut self,
        name: String,
        data: Constant,
        scale: &[f32],
        zero: Constant,
    ) -> Result<(), ConstantFault> {
        let rows = data.shape.first().copied().unwrap_or(1);
        let fits = |n: usize| n == 1 || n == rows;
        if !data.dtype.is_integer() || zero.dtype != data.dtype {
            let (weight, zero_point) = (data.dtype, zero.dtype);
            return Err(ConstantFault::NotIntegers { weight, zero_point });
        }
        if !fits(scale.len()) || zero.bytes.len() != scale.len() {
            let (scales, zero_points) = (scale.len(), zero.bytes.len());
            return Err(ConstantFault::Companions { rows, scales, zero_points });
        }
        if !self.names.contains(&name) {
            self.tensors.extend(Tensor::companions(&name, data.dtype, scale, zero.bytes));
        }
        self.put(name, data);
        Ok(())
    }

    fn put(&mut self, name: String, Constant { shape, dtype, bytes }: Constant) {
        self.put_tensor(Tensor { name, dtype, shape, bytes });
    }

    /// Keeps a parameter. One that several nodes share (ALBERT's layers, both uses of an LSTM) is
    /// kept once.
    fn put_tensor(&mut self, tensor: Tensor) {
        if self.names.insert(tensor.name.clone()) {
            self.tensors.push(tensor);
        }
    }

    fn input(&self, node: &Node, index: usize) -> Result<Constant, ConstantFault> {
        self.constant(node.input.get(index).map_or("", String::as_str))
    }

    fn scale(&self, weight: &str) -> Result<Vec<f32>, ConstantFault> {
        let unnamed = || ConstantFault::Name { name: weight.to_owned() };
        let base = weight.strip_suffix("_quantized").ok_or_else(unnamed)?;
        self.constant(&format!("{base}_scale"))?.floats()
    }

    fn constant(&self, name: &str) -> Result<Constant, ConstantFault> {
        let tensor = self.constants.get(name);
        let missing = || ConstantFault::Missing { name: name.to_owned() };
        Constant::read(tensor.ok_or_else(missing)?)
    }
}

/// Whether a constant is a parameter in floats, by its name and type.
fn is_float_parameter(constant: &onnx::Tensor) -> bool {
    let name = &constant.name;
    let parameter = ["encoder.", "decoder."].iter().any(|prefix| name.starts_with(prefix));
    let float = constant.data_type == onnx::FLOAT;
    parameter && float && !is_istft(name) && !name.ends_with("_scale")
}

#[cfg(test)]
mod tests;
