//! What ONNX Runtime's NNAPI execution provider would make of a graph, told without a phone.
//!
//! The provider decides node by node, and by groups of nodes between DequantizeLinear and QuantizeLinear, what it takes;
//! the rest falls back to the CPU without an error. This module repeats its decisions, so that a segment can be proved to
//! run as one piece before it is shipped. It reads the graph that the provider would be asked about, which is the dump of a
//! session at optimisation level 1 (`with_optimized_model_path`): quantisation nodes are moved and copied before
//! partitioning, and the rules hold for what comes out. Such dumps have no types of inner values; they are inferred here.
//!
//! The rules are those of `onnxruntime/core/providers/nnapi`, `core/optimizer/qdq_transformer/selectors_actions` and
//! `core/providers/partitioning_utils.cc`; where revisions differ, the strictest is taken, so that what passes here is
//! taken by all of them. Beside what the provider refuses, [`Rule`] has cases that it accepts and then fails on, or
//! computes wrongly; [`Rule::consequence`] says which.
//!
//! Not modelled: the transposes that the provider's NHWC layout adds after the decision, and what the driver of a device
//! makes of the operations that it is given.
//!
//! - `graph`: values, who makes them and who reads them
//! - `infer`: types and shapes of values
//! - `units`: the groups of nodes that are decided as one
//! - `operators`: the list of operators
//! - `rules`, `quantized`, `limits`: what a unit must satisfy
//! - `partition`: how the units that are taken join

mod graph;
mod infer;
mod limits;
mod operators;
mod partition;
mod quantized;
mod report;
mod rule;
mod rules;
mod shapes;
mod units;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use kokoro_onnx::Model;

pub use report::{Rejection, Report};
pub use rule::{Consequence, Rule};

use graph::View;
use rule::Violation;
use units::Unit;

/// Android API level that everything this project emits needs: that of QuantizeLinear, Sin and dilated convolution.
pub const API_LEVEL: u32 = 29;

/// Newest file format that the libraries in the field read.
const MAX_IR_VERSION: i64 = 9;

/// Oldest operator set that is understood here: before it, axes and splits are attributes.
const MIN_OPSET: i64 = 13;

/// Circumstances that the provider's decisions depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Android API level of the phone; the provider reads it from the system.
    pub api_level: u32,
    /// Whether the graph is the dump of a session at optimisation level 1. If it is as exported, operators that the
    /// optimiser would draw into a group are rejected by [`Rule::Propagation`]; but only the dump tells the whole truth.
    pub optimized: bool,
}

impl Default for Options {
    /// [`API_LEVEL`], and a graph that has been optimised.
    fn default() -> Self {
        Self { api_level: API_LEVEL, optimized: true }
    }
}

/// Why a graph cannot be judged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },

    /// The file is no ONNX model.
    #[error(transparent)]
    Onnx(#[from] kokoro_onnx::Error),

    /// The model is empty.
    #[error("the model has no graph")]
    NoGraph,

    /// Two nodes, inputs or constants have a name in common.
    #[error("value `{value}` is defined twice")]
    Duplicate {
        /// The value.
        value: String,
    },

    /// A node reads what does not exist, or what a later node makes.
    #[error("node `{node}` reads `{value}`, which no input, constant or earlier node defines")]
    Undefined {
        /// The node.
        node: String,
        /// The value.
        value: String,
    },
}

/// Judges the graph in a file.
///
/// # Errors
///
/// [`Error::Read`] and [`Error::Onnx`] if it is not an ONNX file; those of [`verify`].
pub fn verify_file(path: impl AsRef<Path>, options: &Options) -> Result<Report, Error> {
    let path = path.as_ref();
    let bytes = std::fs::read(path).map_err(|source| Error::Read { path: path.into(), source })?;
    verify(&Model::read(bytes.into())?, options)
}

/// Judges a graph.
///
/// # Errors
///
/// If the graph is not one: see [`Error`]. A graph that the provider refuses is no error, but a [`Report`] with
/// [rejections](Report::rejected).
pub fn verify(model: &Model, options: &Options) -> Result<Report, Error> {
    let graph = model.graph.as_ref().ok_or(Error::NoGraph)?;
    let opset = model.opset("").unwrap_or(0);
    let view = View::new(graph, opset)?;
    let units = Unit::all(&view);
    if let Some(violation) = whole_model(model, opset) {
        return Ok(Report::refused(view.nodes.len(), &units, violation));
    }
    let mut levels = HashMap::new();
    let mut violations: HashMap<usize, Violation> = HashMap::new();
    for (index, unit) in units.iter().enumerate() {
        match rules::check(&view, unit, options) {
            Ok(level) => drop(levels.insert(index, level)),
            Err(violation) => drop(violations.insert(index, violation)),
        }
    }
    let partitions = partition::partition(&view, &units, &mut violations);
    Ok(Report::new(&view, &units, &levels, &violations, partitions))
}

/// What makes the library refuse the file, whatever is in it.
fn whole_model(model: &Model, opset: i64) -> Option<Violation> {
    if model.ir_version > MAX_IR_VERSION {
        let detail = format!("it is of version {}, at most {MAX_IR_VERSION}", model.ir_version);
        return Some(Violation::new(Rule::FileVersion, detail));
    }
    if opset < MIN_OPSET {
        let detail = format!("it imports version {opset}, at least {MIN_OPSET}");
        return Some(Violation::new(Rule::OperatorSetTooOld, detail));
    }
    None
}
