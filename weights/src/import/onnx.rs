//! The community's int8 export of Kokoro-82M, as ONNX Runtime's dynamic quantiser stores it.
//!
//! | node | weight | scale and zero point | becomes |
//! |---|---|---|---|
//! | `ConvInteger` | u8 `[out, in, k]` | one of each | as it is |
//! | `MatMulInteger` | i8 `[in, out]` | one a column | transposed, one a row |
//! | `DynamicQuantizeLSTM` | W i8 `[2, in, 4H]`, R i8 `[2, H, 4H]`, B f32 `[2, 8H]` | one a direction | two directions, transposed, gates reordered |
//! | `Gather` | i8 `[n, dim]` | one of each | as it is |
//! | `Conv`, `ConvTranspose`, `MatMul` | f32 | none | `MatMul` transposed |
//!
//! The quantiser names the parts of a weight `X` `X_quantized`, `X_scale`, `X_zero_point`, and shares equal zero points
//! between weights, so that a zero point is found through its node and a scale through its name. Module names come from the
//! names of nodes; what has no node of these kinds (biases, layer norms, Snake's alpha) keeps its own name.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    path::Path,
};

use bytes::Bytes;
use memmap2::Mmap;
use ndarray::{ArrayView2, ArrayView3, Axis};

use super::{
    Progress, Stage, Tensor,
    names::{is_istft, module_name, parameter_name},
};
use crate::{Dtype, Error, Result, Sha256};
use kokoro_onnx::{self as onnx, Graph, Model, Node};

/// Reads all parameters, and the hash of the file.
pub(super) fn read(path: &Path, progress: &mut dyn Progress) -> Result<(Vec<Tensor>, Sha256)> {
    let file = File::open(path).map_err(Error::io("open", path))?;
    // SAFETY: the map is only read, and only until this import ends; a program that shortens the file meanwhile ends this
    // process by a signal, as with any mapped file.
    let map = unsafe { Mmap::map(&file) }.map_err(Error::io("map", path))?;
    let total = map.len() as u64;
    progress.report(Stage::Read, 0, total);
    let format = |reason: String| Error::Format {
        path: path.into(),
        expected: "an int8 ONNX export of Kokoro-82M",
        reason,
    };
    let bytes = Bytes::from_owner(map);
    let model = Model::read(bytes.clone()).map_err(|error| format(error.to_string()))?;
    let hash = Sha256::of(&bytes);
    progress.report(Stage::Read, total, total);
    let graph = model.graph.ok_or_else(|| format("it has no graph".into()))?;
    let tensors = Reader::new(&graph).read(progress).map_err(format)?;
    Ok((tensors, hash))
}

/// A constant of the graph with its shape and elements checked against each other.
struct Constant<'a> {
    shape: Vec<usize>,
    dtype: Dtype,
    bytes: std::borrow::Cow<'a, [u8]>,
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

    fn read(mut self, progress: &mut dyn Progress) -> Result<Vec<Tensor>, String> {
        let total = self.graph.node.len() as u64;
        for (done, node) in self.graph.node.iter().enumerate() {
            progress.report(Stage::Convert, done as u64, total);
            self.read_node(node).map_err(|reason| format!("in node `{}`: {reason}", node.name))?;
        }
        for tensor in &self.graph.initializer {
            let parameter = ["encoder.", "decoder."].iter().any(|p| tensor.name.starts_with(p))
                && !is_istft(&tensor.name);
            let (name, float) = (parameter_name(&tensor.name), tensor.data_type == onnx::FLOAT);
            if parameter && float && !tensor.name.ends_with("_scale") && !self.names.contains(&name)
            {
                let constant = self.constant(&tensor.name)?;
                self.put(name, constant.shape, constant.dtype, constant.bytes.into_owned());
            }
        }
        progress.report(Stage::Convert, total, total);
        Ok(self.tensors)
    }

    fn read_node(&mut self, node: &'a Node) -> Result<(), String> {
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
                let data = transpose(self.constant(weight())?)?;
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
                let mut data = self.constant(weight())?;
                if node.op_type == "MatMul" {
                    data = transpose(data)?;
                }
                self.put(module + ".weight", data.shape, data.dtype, data.bytes.into_owned());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn read_embedding(&mut self, base: &str) -> Result<(), String> {
        let data = self.constant(&format!("{base}_quantized"))?;
        let scale = self.scale(&format!("{base}_quantized"))?;
        let name = format!("{base}_zero_point");
        // Equal zero points are stored once, under the name of one of their weights: without its own, it is i8 zero.
        let zero = if self.constants.contains_key(&*name) {
            self.constant(&name)?
        } else {
            Constant { shape: vec![], dtype: data.dtype, bytes: vec![0].into() }
        };
        self.put_quantized(parameter_name(base), data, &scale, zero)
    }

    /// Inputs of `DynamicQuantizeLSTM`: X, W, R, B, lengths, h, c, P, W scale, W zero, R scale, R zero.
    fn read_lstm(&mut self, node: &'a Node, module: &str) -> Result<(), String> {
        let bias = self.input(node, 3)?;
        for (kind, index, scale, zero) in [("ih", 1, 8, 9), ("hh", 2, 10, 11)] {
            let (data, scale, zero) =
                (self.input(node, index)?, self.input(node, scale)?, self.input(node, zero)?);
            let &[directions @ 2, input, gates] = &*data.shape else {
                return Err(format!("expected weights [2, in, 4 H], found {:?}", data.shape));
            };
            let scale = floats(&scale)?;
            let (biases, quarter) = (floats(&bias)?, gates / 4);
            if bias.shape != [2, 2 * gates]
                || gates % 4 != 0
                || scale.len() != directions
                || zero.bytes.len() != directions
            {
                return Err(format!("expected bias [2, {}], found {:?}", 2 * gates, bias.shape));
            }
            let weights = ArrayView3::from_shape((directions, input, gates), &data.bytes)
                .map_err(|error| error.to_string())?;
            for (d, suffix) in ["", "_reverse"].iter().enumerate() {
                let rows = weights.index_axis(Axis(0), d).reversed_axes();
                let rows = rows.as_standard_layout(); // [4 H, in]
                let bytes: Vec<u8> = reorder_gates(rows.as_slice().unwrap_or_default());
                let name = format!("{module}.weight_{kind}_l0{suffix}");
                let (shape, zero) = (vec![gates, input], vec![zero.bytes[d]]);
                self.tensors.extend(Tensor::companions(&name, data.dtype, &scale[d..=d], zero));
                self.put(name, shape, data.dtype, bytes);

                let start = 2 * gates * d + if kind == "ih" { 0 } else { gates };
                let values: Vec<f32> = reorder_gates(&biases[start..start + 4 * quarter]);
                let name = format!("{module}.bias_{kind}_l0{suffix}");
                let bias = Tensor::f32(name, vec![gates], &values);
                self.put(bias.name, bias.shape, bias.dtype, bias.bytes);
            }
        }
        Ok(())
    }

    fn put_quantized(
        &mut self,
        name: String,
        data: Constant<'_>,
        scale: &[f32],
        zero: Constant<'_>,
    ) -> Result<(), String> {
        let rows = data.shape.first().copied().unwrap_or(1);
        let fits = |n: usize| n == 1 || n == rows;
        if !data.dtype.is_integer() || zero.dtype != data.dtype {
            return Err(format!("expected integers, found {:?} and {:?}", data.dtype, zero.dtype));
        }
        if !fits(scale.len()) || zero.bytes.len() != scale.len() {
            let (scales, zeros) = (scale.len(), zero.bytes.len());
            return Err(format!(
                "expected 1 or {rows} scales and zero points, found {scales} and {zeros}"
            ));
        }
        if !self.names.contains(&name) {
            let zero = zero.bytes.into_owned();
            self.tensors.extend(Tensor::companions(&name, data.dtype, scale, zero));
        }
        self.put(name, data.shape, data.dtype, data.bytes.into_owned());
        Ok(())
    }

    /// Keeps a parameter; one that several nodes share (ALBERT's layers, both uses of an LSTM) only once.
    fn put(&mut self, name: String, shape: Vec<usize>, dtype: Dtype, bytes: Vec<u8>) {
        if self.names.insert(name.clone()) {
            self.tensors.push(Tensor { name, dtype, shape, bytes });
        }
    }

    fn input(&self, node: &'a Node, index: usize) -> Result<Constant<'a>, String> {
        self.constant(node.input.get(index).map_or("", String::as_str))
    }

    fn scale(&self, weight: &str) -> Result<Vec<f32>, String> {
        let base = weight.strip_suffix("_quantized");
        let base = base.ok_or_else(|| format!("`{weight}` is not named as quantised"))?;
        floats(&self.constant(&format!("{base}_scale"))?)
    }

    fn constant(&self, name: &str) -> Result<Constant<'a>, String> {
        let tensor = *self.constants.get(name).ok_or_else(|| format!("no constant `{name}`"))?;
        let dtype = match tensor.data_type {
            onnx::FLOAT => Dtype::F32,
            onnx::UINT8 => Dtype::U8,
            onnx::INT8 => Dtype::I8,
            other => return Err(format!("`{name}` has element type {other}")),
        };
        let bytes: std::borrow::Cow<'a, [u8]> = if !tensor.raw_data.is_empty() {
            (&*tensor.raw_data).into()
        } else if dtype == Dtype::F32 {
            tensor.float_data.iter().flat_map(|value| value.to_le_bytes()).collect()
        } else {
            tensor.int32_data.iter().map(|&value| value as u8).collect() // two's complement
        };
        let sizes = tensor.dims.iter().map(|&n| usize::try_from(n).ok());
        let shape = sizes.collect::<Option<Vec<_>>>().unwrap_or(vec![usize::MAX]);
        let size = shape.iter().try_fold(dtype.size(), |product, &n| product.checked_mul(n));
        if size != Some(bytes.len()) {
            let (dims, found) = (&tensor.dims, bytes.len());
            return Err(format!("`{name}` of shape {dims:?} has {found} bytes"));
        }
        Ok(Constant { shape, dtype, bytes })
    }
}

/// Rows of ONNX's gate order i, o, f, c in torch's order i, f, g, o (c and g are the same gate).
fn reorder_gates<T: Copy>(rows: &[T]) -> Vec<T> {
    let quarter = rows.len() / 4;
    let gate = |index: usize| rows[index * quarter..(index + 1) * quarter].iter().copied();
    gate(0).chain(gate(2)).chain(gate(3)).chain(gate(1)).collect()
}

fn transpose(data: Constant<'_>) -> Result<Constant<'_>, String> {
    let &[rows, columns] = &*data.shape else {
        return Err(format!("expected a matrix, found shape {:?}", data.shape));
    };
    let turned = |bytes: &[u8], width: usize| -> Result<Vec<u8>, String> {
        let view = ArrayView3::from_shape((rows, columns, width), bytes);
        let view = view.map_err(|error| error.to_string())?;
        Ok(view.permuted_axes([1, 0, 2]).iter().copied().collect())
    };
    let bytes = match data.dtype.size() {
        1 => {
            let view = ArrayView2::from_shape((rows, columns), &data.bytes);
            view.map_err(|error| error.to_string())?.t().iter().copied().collect()
        }
        width => turned(&data.bytes, width)?,
    };
    Ok(Constant { shape: vec![columns, rows], dtype: data.dtype, bytes: bytes.into() })
}

fn floats(constant: &Constant<'_>) -> Result<Vec<f32>, String> {
    match constant.dtype {
        Dtype::F32 => Ok(Dtype::F32.to_f32(&constant.bytes)),
        other => Err(format!("expected floats, found {other:?}")),
    }
}

#[cfg(test)]
#[path = "onnx_tests.rs"]
mod tests;
