//! What ONNX Runtime's NNAPI execution provider would make of a graph, told without a phone.
//!
//! The provider decides node by node, and by groups of nodes between DequantizeLinear and
//! QuantizeLinear, what it takes; the rest falls back to the CPU without an error. This crate
//! repeats its decisions, so that a segment can be proved to run as one piece before it is shipped.
//! It reads the graph that the provider would be asked about, which is the dump of a session at
//! optimisation level 1 (`with_optimized_model_path`): quantisation nodes are moved and copied
//! before partitioning, and the rules hold for what comes out. Such dumps have no types of inner
//! values; they are inferred here.
//!
//! The rules are those of `onnxruntime/core/providers/nnapi`,
//! `core/optimizer/qdq_transformer/selectors_actions` and `core/providers/partitioning_utils.cc`;
//! where revisions differ, the strictest is taken, so that what passes here is taken by all of
//! them. Beside what the provider refuses, [`Rule`] has cases that it accepts and then fails on, or
//! computes wrongly; [`Rule::consequence`] says which.
//!
//! Not modelled: the transposes that the provider's NHWC layout adds after the decision, and what
//! the driver of a device makes of the operations that it is given.
//!
//! | file | what is in it |
//! |---|---|
//! | `graph`, `value` | values, who makes them and who reads them |
//! | `infer`, `args`, `shapes` | types and shapes of values |
//! | `units` | the groups of nodes that are decided as one |
//! | `operators` | the list of operators |
//! | `rule` | every rule as a sentence |
//! | `unit_rules`, `quantization` | what every unit must satisfy |
//! | `operator_rules` | what the unit of a certain operator must satisfy |
//! | `partition` | how the units that are taken join |

mod args;
mod case;
mod error;
mod graph;
mod infer;
mod operator_rules;
mod operators;
mod options;
mod partition;
mod quantization;
mod report;
mod rule;
mod shapes;
mod unit_rules;
mod units;
mod value;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;

use kokoro_onnx::Model;

pub use error::Error;
pub use options::{API_LEVEL, RulesOptions};
pub use report::{Rejection, RulesReport};
pub use rule::{Consequence, Rule};

use graph::View;
use rule::Violation;
use units::Unit;

/// Newest file format that the libraries in the field read.
const MAX_IR_VERSION: i64 = 9;

/// Oldest operator set that is understood here: before it, axes and splits are attributes.
const MIN_OPSET: i64 = 13;

/// Judges the graph in a file.
///
/// # Errors
///
/// [`Error::Read`] and [`Error::Onnx`] if it is not an ONNX file; those of [`verify`].
pub fn verify_file(path: impl AsRef<Path>, options: &RulesOptions) -> Result<RulesReport, Error> {
    let path = path.as_ref();
    let bytes = std::fs::read(path).map_err(|source| Error::Read { path: path.into(), source })?;
    verify(&Model::read(bytes.into())?, options)
}

/// Judges a graph.
///
/// # Errors
///
/// If the graph is not one: see [`Error`]. A graph that the provider refuses is no error, but a
/// [`RulesReport`] with [rejections](RulesReport::rejected).
pub fn verify(model: &Model, options: &RulesOptions) -> Result<RulesReport, Error> {
    let graph = model.graph.as_ref().ok_or(Error::NoGraph)?;
    let opset = model.opset("").unwrap_or(0);
    let view = View::new(graph, opset)?;
    let units = Unit::all(&view);
    if let Some(violation) = whole_model(model, opset) {
        return Ok(RulesReport::refused(view.nodes.len(), &units, violation));
    }
    let mut levels = HashMap::new();
    let mut violations: HashMap<usize, Violation> = HashMap::new();
    for (index, unit) in units.iter().enumerate() {
        match unit_rules::check(&view, unit, options) {
            Ok(level) => drop(levels.insert(index, level)),
            Err(violation) => drop(violations.insert(index, violation)),
        }
    }
    let partitions = partition::partition(&view, &units, &mut violations);
    Ok(RulesReport::new(&view, &units, &levels, &violations, partitions))
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
